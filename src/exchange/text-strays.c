/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines that are nothing but a mark or a number: what stands before a paragraph in a column of its own, or is raised
 * above its line, comes out of a page as a line of its own. Here it goes back to its text.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define WIDEST_MARK 6   /* columns */
#define WIDEST_RAISED 3 /* columns of a number in superscript */
#define WIDEST_NUMBER 2 /* columns of the mark of a footnote */
#define FOOT_LINES 12   /* lines at the foot of a page among which footnotes begin */
#define MAX_WAIT 40     /* lines that a mark may stand before its text */
#define MAX_GAP 5       /* columns between a raised mark and the text that it stands before */

static WmdTextLine *
get_line (WmdTextImport *self, guint index)
{
  return &g_array_index (self->lines, WmdTextLine, index);
}

gboolean
wmd_text_import_is_lone_mark (WmdTextImport *self, const char *cell)
{
  g_autofree char *probe = g_strconcat (cell, " x", NULL);
  g_autofree char *read = NULL;
  const char *start = probe + strspn (probe, "-");
  WmdTextMark mark;

  if (!wmd_text_import_read_mark (self, start, FALSE, &mark))
    return FALSE;
  read = mark.mark;
  return strcmp (mark.rest, "x") == 0;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* TRUE for a line that begins at the right, whatever stands left of it. */
static gboolean
is_arabic (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC;
}

/* TRUE when a line is nothing but a mark that was raised at the beginning of the line below it: a number, stars. */
static gboolean
is_raised (const WmdTextLine *line, const WmdTextLine *below)
{
  guint end = line->indent + line->width;

  if (below->blanks > 0 || below->page_break || line->width > WIDEST_RAISED || below->indent < end ||
      is_arabic (below->text))
    return FALSE;
  if (below->indent > end + MAX_GAP)
    return FALSE;
  return strspn (line->text, "*") == strlen (line->text) ||
         (is_number (line->text) && !g_unichar_isdigit (g_utf8_get_char (below->text)));
}

static void
append_raised (GString *text, const char *number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  for (const char *p = number; *p != '\0'; p++)
    g_string_append (text, digits[*p - '0']);
}

/* The mark before the text of the line below it: a number in superscript. (transfer full) */
static char *
join_raised (const WmdTextLine *line, const WmdTextLine *below)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (*line->text == '*')
    g_string_append_printf (text, "%s ", line->text);
  else
    append_raised (text, line->text);
  g_string_append (text, below->text);
  return g_strdup (text->str);
}

/* Puts @number, raised, into the text of @line at @place. */
static void
insert_raised (WmdTextLine *line, const char *place, const char *number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_len (text, line->text, place - line->text);
  append_raised (text, number);
  g_string_append (text, place);
  g_free (line->text);
  line->text = g_strdup (text->str);
  line->width = wmd_text_width (line->text);
}

/* Where the only chemical symbol in a text begins that has no mass number, as "Cs" in a line of Arabic; NULL when there
 * is none, or more than one.
 */
static const char *
find_bare_symbol (const char *text)
{
  const char *found = NULL;
  gunichar before = ' ';

  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;

      while (g_ascii_isalpha (*end))
        end++;
      if (end > p && end - p <= 2 && g_ascii_isupper (*p) && (end - p == 1 || g_ascii_islower (p[1])) &&
          !g_unichar_isalnum (before) && wmd_char_superscript (before) == 0 && before != '-' &&
          !g_unichar_isalnum (g_utf8_get_char (end)) && *end != '-' && *end != '/')
        {
          if (found != NULL)
            return NULL;
          found = p;
        }
      end = end > p ? end : g_utf8_next_char (p);
      before = g_utf8_get_char (g_utf8_prev_char (end));
      p = end;
    }
  return found;
}

/* Puts a mass number that came out of a line of Arabic as one of its own, above or below it, before its symbol. */
static gboolean
raise_mass_number (WmdTextImport *self, guint index)
{
  const WmdTextLine *line = get_line (self, index);
  guint after = index + 1;
  const guint neighbours[] = { after, index - 1 };

  if (self->language != WMD_LANGUAGE_AR || line->width > WIDEST_RAISED || !is_number (line->text))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      WmdTextLine *neighbour = neighbours[i] < self->lines->len ? get_line (self, neighbours[i]) : NULL;
      guint blanks = i == 0 && neighbour != NULL ? neighbour->blanks : line->blanks;
      const char *symbol;

      if (neighbour == NULL || neighbour->text == NULL || blanks > 1 || (i == 0 ? neighbour : line)->page_break)
        continue;
      symbol = find_bare_symbol (neighbour->text);
      if (symbol == NULL)
        continue;
      insert_raised (neighbour, symbol, line->text);
      if (after < self->lines->len)
        get_line (self, after)->blanks = line->blanks;
      return TRUE;
    }
  return FALSE;
}

void
wmd_text_import_lower_marks (WmdTextImport *self)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (WmdTextLine), self->lines->len);

  g_array_set_clear_func (kept, (GDestroyNotify) wmd_text_line_clear);
  for (guint i = 0; i < self->lines->len; i++)
    {
      WmdTextLine *line = get_line (self, i);
      WmdTextLine *below = i + 1 < self->lines->len ? get_line (self, i + 1) : NULL;

      if (below != NULL && is_raised (line, below))
        {
          char *text = join_raised (line, below);

          g_free (below->text);
          below->text = text;
          below->width += below->indent - line->indent;
          below->indent = line->indent;
          below->blanks = line->blanks;
          below->page_break = line->page_break;
          wmd_text_line_clear (line);
          continue;
        }
      g_array_append_val (kept, *line);
      line->text = NULL;
    }
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&kept);
}

/* Puts the mark before the text of @line. */
static void
join_mark (WmdTextLine *line, const WmdTextLine *mark)
{
  char *text = g_strdup_printf ("%s %s", mark->text, line->text);

  g_free (line->text);
  line->text = text;
  line->number = mark->number;
  line->width += mark->width + 1;
  line->blanks = mark->blanks;
  line->page_break = mark->page_break;
}

/* The place in @waiting (element-type guint, indices of lines with nothing but a mark) of the mark of the line at
 * @index. A text right after marks is that of the first of them: they were a column. A later one that begins a
 * paragraph is that of the letter or number that waits for longest.
 */
static gboolean
find_mark (WmdTextImport *self, const GArray *waiting, guint index, guint *place)
{
  const WmdTextLine *line = get_line (self, index);
  guint first = waiting->len;

  if (waiting->len == 0 || line->level > 0)
    return FALSE;
  while (first > 0 && g_array_index (waiting, guint, first - 1) + (waiting->len - first) + 1 == index)
    first--;
  *place = first < waiting->len ? first : 0;
  if (first < waiting->len)
    return line->blanks <= 1;
  return line->blanks > 0 && index - g_array_index (waiting, guint, 0) < MAX_WAIT &&
         strpbrk (get_line (self, g_array_index (waiting, guint, 0))->text, ").") != NULL;
}

/* TRUE for a number alone before a line near the foot of its page, as the mark of a footnote comes out of its column.
 */
static gboolean
is_note_number (WmdTextImport *self, guint index)
{
  const WmdTextLine *line = get_line (self, index);
  guint end = index + 1;

  if (line->width > WIDEST_NUMBER || !is_number (line->text) || *line->text == '0' || end == self->lines->len ||
      line[1].page_break || line[1].blanks > 1 || g_unichar_isdigit (wmd_text_first (line[1].text)))
    return FALSE;
  while (end < self->lines->len && end - index <= FOOT_LINES && !get_line (self, end)->page_break)
    end++;
  return end - index <= FOOT_LINES;
}

void
wmd_text_import_join_marks (WmdTextImport *self)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (WmdTextLine), self->lines->len);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_clear_func (kept, (GDestroyNotify) wmd_text_line_clear);
  for (guint i = 0; i < self->lines->len; i++)
    {
      WmdTextLine *line = get_line (self, i);
      guint place;

      if (line->page_break)
        g_array_set_size (waiting, 0);
      if (raise_mass_number (self, i))
        {
          wmd_text_line_clear (line);
          continue;
        }
      if (is_note_number (self, i) || (line->width <= WIDEST_MARK && wmd_text_import_is_lone_mark (self, line->text)))
        {
          g_array_append_val (waiting, i);
          continue;
        }
      if (!find_mark (self, waiting, i, &place))
        continue;
      join_mark (line, get_line (self, g_array_index (waiting, guint, place)));
      wmd_text_line_clear (get_line (self, g_array_index (waiting, guint, place)));
      g_array_remove_index (waiting, place);
    }
  for (guint i = 0; i < self->lines->len; i++)
    if (get_line (self, i)->text != NULL)
      {
        g_array_append_val (kept, *get_line (self, i));
        get_line (self, i)->text = NULL;
      }
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&kept);
}
