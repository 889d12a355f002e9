/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Last stage of the text import: a text in the private encoding becomes inline text with its spans: emphasis,
 * superscripts and subscripts, links and bare addresses, footnotes.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define NOWHERE G_MAXUINT

typedef struct
{
  GString *text;
  GArray *spans;  /* (element-type WmdSpan) */
  guint emphasis; /* where the open span of the kind begins; NOWHERE when none is open */
  guint strong;
  guint superscript;
  guint n_notes; /* footnotes met so far */
} Inline;

static void
span_clear (gpointer span)
{
  g_free (((WmdSpan *) span)->value);
}

/* Takes @value. */
static void
add_span (Inline *self, WmdSpanKind kind, guint start, guint end, char *value)
{
  WmdSpan span = { kind, start, end, value };

  g_array_append_val (self->spans, span);
}

static void
toggle (Inline *self, WmdSpanKind kind, guint *open)
{
  if (*open == NOWHERE)
    {
      *open = (guint) self->text->len;
      return;
    }
  add_span (self, kind, *open, (guint) self->text->len, NULL);
  *open = NOWHERE;
}

static void
add_note (WmdTextImport *import, guint line, Inline *self, GPtrArray *notes)
{
  guint start = (guint) self->text->len;
  g_autoptr (WmdInline) content = NULL;

  if (notes == NULL || self->n_notes >= notes->len)
    return;
  content = wmd_text_import_make_inline (import, line, notes->pdata[self->n_notes++], NULL);
  g_string_append (self->text, WMD_INLINE_NOTE_MARK);
  add_span (self, WMD_SPAN_NOTE, start, (guint) self->text->len, g_strdup (wmd_inline_get_markup (content)));
}

/* A run of Unicode superscripts or subscripts, as plain characters with a span. Returns where it ends. */
static const char *
add_raised (Inline *self, const char *text, gunichar (*plain) (gunichar), WmdSpanKind kind)
{
  guint start = (guint) self->text->len;

  for (gunichar c; *text != '\0' && (c = plain (g_utf8_get_char (text))) != 0; text = g_utf8_next_char (text))
    g_string_append_unichar (self->text, c);
  add_span (self, kind, start, (guint) self->text->len, NULL);
  return text;
}

/* A link of which the target says nothing ("#", empty, a place in the same document) keeps its text and no address. */
static gboolean
is_target (const char *target)
{
  return *target != '\0' && *target != '#';
}

/* Appends the characters before @end that stand for themselves. */
static void
add_literal (Inline *self, const char *text, const char *end)
{
  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = wmd_char_unescape (g_utf8_get_char (text));

      if (!wmd_char_is_private (c))
        g_string_append_unichar (self->text, c);
    }
}

static const char *
add_link (WmdTextImport *import, guint line, Inline *self, const WmdTextLink *link)
{
  guint start = (guint) self->text->len;
  g_autofree char *target = g_strndup (link->target, link->target_length);

  add_literal (self, link->text, link->text + link->text_length);
  if (!is_target (target))
    wmd_text_import_report_link (import, line, self->text->str + start, target);
  add_span (self, WMD_SPAN_LINK, start, (guint) self->text->len, g_strdup (is_target (target) ? target : ""));
  return link->end;
}

static gboolean
is_address_char (gunichar c)
{
  return c < 0x80 && (g_ascii_isalnum ((gchar) c) || strchr ("-._~:/?#@!$&*+,;=%'()", (int) c) != NULL);
}

/* Length in bytes of the address at @text without the punctuation that closes the sentence round it; 0 when there is
 * none. */
static gsize
measure_address (const char *text)
{
  gsize scheme = g_str_has_prefix (text, "http://") ? 7 : g_str_has_prefix (text, "https://") ? 8 : 0;
  gsize length = scheme;
  int depth = 0;

  if (scheme == 0 && !g_str_has_prefix (text, "www."))
    return 0;
  for (; text[length] != '\0' && is_address_char ((guchar) text[length]); length++)
    {
      if (text[length] == '(')
        depth++;
      else if (text[length] == ')' && --depth < 0)
        break;
    }
  while (length > scheme && strchr (".,;:!?'*", text[length - 1]) != NULL)
    length--;
  return length > scheme + 3 ? length : 0;
}

static const char *
add_address (Inline *self, const char *text, gsize length)
{
  guint start = (guint) self->text->len;
  g_autofree char *address = g_strndup (text, length);

  g_string_append (self->text, address);
  add_span (self, WMD_SPAN_LINK, start, (guint) self->text->len,
            g_str_has_prefix (address, "www.") ? g_strconcat ("https://", address, NULL) : g_strdup (address));
  return text + length;
}

/* Takes what begins at @text and returns where it ends. */
static const char *
take_next (WmdTextImport *import, guint line, Inline *self, const char *text, GPtrArray *notes)
{
  gunichar c = g_utf8_get_char (text);
  WmdTextLink link;
  gsize length;

  if (c == '[' && wmd_text_link_parse (text, &link))
    return add_link (import, line, self, &link);
  if ((c == 'h' || c == 'w') && !g_ascii_isalnum (self->text->len > 0 ? self->text->str[self->text->len - 1] : ' ') &&
      (length = measure_address (text)) > 0)
    return add_address (self, text, length);
  if (wmd_char_superscript (c) != 0)
    return add_raised (self, text, wmd_char_superscript, WMD_SPAN_SUPERSCRIPT);
  if (wmd_char_subscript (c) != 0)
    return add_raised (self, text, wmd_char_subscript, WMD_SPAN_SUBSCRIPT);
  if (c == WMD_CHAR_EMPHASIS)
    toggle (self, WMD_SPAN_EMPHASIS, &self->emphasis);
  else if (c == WMD_CHAR_STRONG)
    toggle (self, WMD_SPAN_STRONG, &self->strong);
  else if (c == WMD_CHAR_SUPERSCRIPT)
    toggle (self, WMD_SPAN_SUPERSCRIPT, &self->superscript);
  else if (c == WMD_CHAR_NOTE)
    add_note (import, line, self, notes);
  else
    g_string_append_unichar (self->text, wmd_char_unescape (c));
  return g_utf8_next_char (text);
}

WmdInline *
wmd_text_import_make_inline (WmdTextImport *self, guint line, const char *text, GPtrArray *notes)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));
  Inline content = { out, spans, NOWHERE, NOWHERE, NOWHERE, 0 };

  g_array_set_clear_func (spans, span_clear);
  for (const char *p = text; *p != '\0';)
    p = take_next (self, line, &content, p, notes);
  return wmd_inline_new (out->str, (const WmdSpan *) (void *) spans->data, spans->len);
}
