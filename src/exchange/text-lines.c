/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* First stage of the text import: bytes become lines without characters that print nothing. */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-bidi.h"
#include "exchange/text-chars.h"

#define MAX_LINES 500000 /* that hold something; fifty reports have a tenth of it */
#define TAB_WIDTH 8
#define EMBEDDED_MARK "\342\200\253" /* U+202B: and whole Arabic lines with this */
#define PAINTED_MARK "\342\200\252"  /* U+202A: pdftotext marks left-to-right text in Arabic lines with it */

typedef struct
{
  guint n_soft_hyphens;
  guint n_marks; /* bidirectional marks, byte order mark, zero width spaces */
  guint line;    /* of the first of them; 0 when there is none */
} Invisibles;

void
wmd_text_line_clear (WmdTextLine *line)
{
  g_clear_pointer (&line->text, g_free);
}

static void
count_invisible (Invisibles *invisibles, gunichar c, guint number)
{
  if (c == 0x00AD)
    invisibles->n_soft_hyphens++;
  else
    invisibles->n_marks++;
  if (invisibles->line == 0)
    invisibles->line = number;
}

static gboolean
has_mark (const char *start, const char *end, const char *mark)
{
  return g_strstr_len (start, end - start, mark) != NULL;
}

/* The text from @start to @end without white space at its ends and characters that print nothing. A soft hyphen
 * at the end of the line stays until the line is joined to the next.
 */
static char *
clean (const char *start, const char *end, guint number, guint *indent, Invisibles *invisibles)
{
  g_autofree char *restored = NULL;
  g_autoptr (GString) out = g_string_sized_new ((gsize) (end - start) + 1);
  gboolean inside = FALSE;
  gsize kept = 0; /* length without the white space at the end */

  *indent = 0;
  if (has_mark (start, end, PAINTED_MARK))
    {
      restored = wmd_text_restore_order (start, (gsize) (end - start));
      start = restored;
      end = restored + strlen (restored);
    }
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (wmd_char_is_invisible (c) || wmd_char_is_private (c))
        {
          count_invisible (invisibles, c, number);
          if (c != 0x00AD || g_utf8_next_char (p) < end)
            continue;
        }
      if (!inside && wmd_char_is_space (c))
        {
          *indent += c == '\t' ? TAB_WIDTH - *indent % TAB_WIDTH : c == 0x3000 ? 2 : 1;
          continue;
        }
      inside = TRUE;
      g_string_append_unichar (out, c);
      if (!wmd_char_is_space (c))
        kept = out->len;
    }
  g_string_truncate (out, kept);
  return g_strdup (out->str);
}

/* Where the line ends: at a line feed, carriage return, form feed or one of Unicode's separators. */
static const char *
find_line_end (const char *text, const char *end)
{
  while (text < end)
    {
      if (*text == '\n' || *text == '\r' || *text == '\f' || *text == '\v')
        return text;
      if ((guchar) text[0] == 0xE2 && end - text >= 3 && (guchar) text[1] == 0x80 &&
          ((guchar) text[2] == 0xA8 || (guchar) text[2] == 0xA9))
        return text;
      text++;
    }
  return end;
}

static void
report_invisibles (WmdTextImport *self, const Invisibles *invisibles)
{
  guint n = invisibles->n_soft_hyphens + invisibles->n_marks;
  g_autofree char *hint = NULL;

  if (n == 0)
    return;
  hint = g_strdup_printf ("U+00AD: %u, U+200E…U+FEFF: %u", invisibles->n_soft_hyphens, invisibles->n_marks);
  wmd_text_import_report (self, "import-invisible", WMD_SEVERITY_NOTE, invisibles->line, hint,
                          g_strdup_printf (ngettext ("%u character that prints nothing was left out.",
                                                     "%u characters that print nothing were left out.", n),
                                           n));
}

/* Where the next line begins after the line end at @stop. */
static const char *
skip_line_end (const char *stop, const char *end)
{
  if ((guchar) *stop == 0xE2)
    return stop + 3;
  return stop + (stop[0] == '\r' && stop + 1 < end && stop[1] == '\n' ? 2 : 1);
}

/* Adds the line from @start to @stop when it holds something. */
static gboolean
add_line (WmdTextImport *self, const char *start, const char *stop, WmdTextLine *line, Invisibles *invisibles)
{
  line->text = clean (start, stop, line->number, &line->indent, invisibles);
  line->lead = line->indent;
  if (*line->text == '\0')
    {
      wmd_text_line_clear (line);
      return FALSE;
    }
  line->width = wmd_text_width (line->text);
  line->painted = has_mark (start, stop, EMBEDDED_MARK);
  g_array_append_vals (self->lines, line, 1);
  return TRUE;
}

gboolean
wmd_text_import_read_lines (WmdTextImport *self, const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  Invisibles invisibles = { 0 };
  WmdTextLine next = { .number = 1 };

  for (const char *start = text; start <= end;)
    {
      const char *stop = find_line_end (start, end);

      if (add_line (self, start, stop, &next, &invisibles))
        next = (WmdTextLine){ .number = next.number };
      else
        next.blanks++;
      if (self->lines->len > MAX_LINES)
        {
          g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE,
                               _ ("The text has too many lines to be a report. Import one report at a time."));
          return FALSE;
        }
      if (stop == end)
        break;
      start = skip_line_end (stop, end);
      if (*stop == '\f')
        next.page_break = TRUE; /* and no line of its own */
      else
        next.number++;
    }
  report_invisibles (self, &invisibles);
  return TRUE;
}
