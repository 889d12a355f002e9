/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a stretch of text is, beside being text. Spans of one kind do not
 * overlap; spans of different kinds nest or overlap freely.
 */
typedef enum
{
  WMD_SPAN_EMPHASIS,
  WMD_SPAN_STRONG,
  WMD_SPAN_SUPERSCRIPT,
  WMD_SPAN_SUBSCRIPT,
  WMD_SPAN_LINK,  /* value: the address; empty for a link that lost its target */
  WMD_SPAN_NOTE,  /* value: inline markup of the footnote; covers one U+FFFC */
  WMD_SPAN_FIELD, /* value: name of the field ("deadline"); covers its placeholder "{deadline}" */
  WMD_N_SPAN_KINDS,
} WmdSpanKind;

typedef struct
{
  WmdSpanKind kind;
  guint start; /* byte offset in the text */
  guint end;   /* byte offset, exclusive */
  char *value; /* NULL for the kinds that have none */
} WmdSpan;

/* Text with spans: an immutable, reference counted value. Stored as a strict XML fragment
 * of the elements em, strong, sup, sub, a (href), note, field (name). Spans are sorted by
 * start, then by descending end, then by kind.
 */
typedef struct _WmdInline WmdInline;

#define WMD_INLINE_ERROR (wmd_inline_error_quark ())

typedef enum
{
  WMD_INLINE_ERROR_MARKUP, /* not a well-formed fragment of the known elements */
} WmdInlineError;

GQuark wmd_inline_error_quark (void);

/* U+FFFC OBJECT REPLACEMENT CHARACTER stands for a footnote in the text. */
#define WMD_INLINE_NOTE_MARK "\357\277\274"

/* (transfer full), NULL on error. */
WmdInline *wmd_inline_parse (const char *markup,
                             GError    **error);

/* @text without any span. (transfer full) */
WmdInline *wmd_inline_new_text (const char *text);

/* @spans in any order; copied, empty ones dropped, touching equal ones joined. (transfer full) */
WmdInline *wmd_inline_new (const char    *text,
                           const WmdSpan *spans,
                           guint          n_spans);

WmdInline *wmd_inline_ref (WmdInline *self);
void       wmd_inline_unref (WmdInline *self);

const char    *wmd_inline_get_text (const WmdInline *self);
const WmdSpan *wmd_inline_get_spans (const WmdInline *self,
                                     guint           *n_spans);

/* The canonical markup: the same value always gives the same bytes. */
const char *wmd_inline_get_markup (const WmdInline *self);

gboolean wmd_inline_equal (const WmdInline *a,
                           const WmdInline *b);

/* The part from @start to @end (bytes, at character boundaries). (transfer full) */
WmdInline *wmd_inline_slice (const WmdInline *self,
                             guint            start,
                             guint            end);

/* @separator (may be "") goes between the two. (transfer full) */
WmdInline *wmd_inline_join (const WmdInline *a,
                            const char      *separator,
                            const WmdInline *b);

/* With the bytes from @start to @end replaced; spans round them keep their text, spans inside go. (transfer full) */
WmdInline *wmd_inline_replace (const WmdInline *self,
                               guint            start,
                               guint            end,
                               const char      *with);

/* With @text instead; spans keep what is the same at its beginning and its end. (transfer full) */
WmdInline *wmd_inline_rewrite (const WmdInline *self,
                               const char      *text);

/* With another value of the span of that index. (transfer full) */
WmdInline *wmd_inline_with_value (const WmdInline *self,
                                  guint            span,
                                  const char      *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdInline, wmd_inline_unref)

G_END_DECLS
