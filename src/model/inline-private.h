/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/inline.h"

G_BEGIN_DECLS

/* How a kind of span is written. */
typedef struct
{
  const char *element;
  const char *attribute; /* that holds the value; NULL when the span has none or, for a note, when it is the content */
} WmdSpanMarkup;

extern const WmdSpanMarkup wmd_span_markup[WMD_N_SPAN_KINDS];

/* Arrays of WmdSpan that own the values. */
GArray *wmd_span_array_new (void);
void    wmd_span_array_add (GArray     *spans,
                            WmdSpanKind kind,
                            guint       start,
                            guint       end,
                            const char *value);

/* Notes and fields stand for one thing each; the others are properties of the text they cover. */
gboolean wmd_span_is_object (const WmdSpan *span);

/* @spans as a value has them: sorted, and none that touches an equal one. (transfer full) */
char *wmd_inline_write_markup (const char    *text,
                               const WmdSpan *spans,
                               guint          n_spans);

G_END_DECLS
