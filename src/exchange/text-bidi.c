/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Arabic text that pdftotext took off a page: its lines are right to left, but each stretch of digits and Latin
 * letters in them, marked as left to right, has the punctuation round it in the order in which it was painted:
 * ".)2004 ( 1540" for "1540 (2004).". Here such a stretch is put back into the order in which it is read. A stretch
 * that shows no trace of that (no punctuation before it, no bracket the wrong way round) is left as it is.
 */

#include "config.h"

#include "exchange/text-bidi.h"

#include <string.h>

#define LEFT_TO_RIGHT 0x202A /* begins a stretch */
#define POP 0x202C           /* ends it */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c);
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == 0x00AB;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == 0x00BB;
}

/* TRUE when the characters from @start to @end stand as they were painted, not as they are read. */
static gboolean
is_painted (const gunichar *start, const gunichar *end)
{
  guint depth = 0;

  if (start == end || (!g_unichar_isalnum (*start) && !is_opening (*start)) || is_opening (end[-1]))
    return TRUE;
  if (end - start > 3 && end[-1] == '.' && end[-2] == '.') /* leader dots before a page number */
    return TRUE;
  for (const gunichar *p = start; p < end; p++)
    {
      if (is_opening (*p))
        depth++;
      else if (is_closing (*p) && depth-- == 0)
        return TRUE;
    }
  return depth > 0;
}

/* Punctuation between words, turned round: what closes, a space if there was one, what opens. */
static void
append_turned (GString *out, const gunichar *start, const gunichar *end)
{
  gboolean space = FALSE;

  for (const gunichar *p = end; p > start; p--)
    {
      if (p[-1] == ' ')
        space = TRUE;
      else if (!is_opening (p[-1]))
        g_string_append_unichar (out, p[-1]);
    }
  if (space)
    g_string_append_c (out, ' ');
  for (const gunichar *p = end; p > start; p--)
    if (is_opening (p[-1]))
      g_string_append_unichar (out, p[-1]);
}

/* Where the word that ends before @end begins: a number with its separators, or everything between the first
 * and the last letter or digit where there are Latin letters.
 */
static const gunichar *
find_word_start (const gunichar *start, const gunichar *end, gboolean latin)
{
  const gunichar *word = end;

  if (latin)
    {
      while (start < end && !g_unichar_isalnum (*start))
        start++;
      return start;
    }
  while (word > start)
    {
      gunichar c = word[-1];

      if (!g_unichar_isdigit (c) &&
          !(word < end && word - 1 > start && (c == '/' || c == '.' || c == ',' || c == ':' || c == '-') &&
            g_unichar_isdigit (word[-2])))
        break;
      word--;
    }
  return word;
}

static void
append_read (GString *out, const gunichar *start, const gunichar *end)
{
  gboolean latin = FALSE;

  for (const gunichar *p = start; p < end; p++)
    latin = latin || is_letter (*p);
  while (end > start)
    {
      const gunichar *stop = end;

      while (stop > start && !g_unichar_isalnum (stop[-1]))
        stop--;
      append_turned (out, stop, end);
      end = stop;
      if (end == start)
        break;
      stop = find_word_start (start, end, latin);
      for (const gunichar *p = stop; p < end; p++)
        g_string_append_unichar (out, *p);
      end = stop;
    }
}

char *
wmd_text_restore_order (const char *line, gsize length)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  const char *end = line + length;

  for (const char *p = line; p < end;)
    {
      const char *start = g_utf8_next_char (p);
      const char *stop = start;
      g_autofree gunichar *stretch = NULL;
      glong n;

      if (g_utf8_get_char (p) != LEFT_TO_RIGHT)
        {
          g_string_append_len (out, p, start - p);
          p = start;
          continue;
        }
      while (stop < end && g_utf8_get_char (stop) != POP && g_utf8_get_char (stop) != LEFT_TO_RIGHT)
        stop = g_utf8_next_char (stop);
      stretch = g_utf8_to_ucs4_fast (start, stop - start, &n);
      if (is_painted (stretch, stretch + n))
        append_read (out, stretch, stretch + n);
      else
        g_string_append_len (out, start, stop - start);
      p = stop;
    }
  return g_strdup (out->str);
}
