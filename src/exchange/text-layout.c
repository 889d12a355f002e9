/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the lines: whether paragraphs are one line each or were broken at a margin, and where that is on each
 * page.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define WIDEST_MARGIN 140 /* columns; no page of text is broken farther away */
#define KEPT 95           /* per cent of the lines that keep the margin */
#define KEPT_FLUSH 80     /* the same where pdftotext put together hyphenated words, whose lines are too long */
#define MIN_LINES 8       /* that a page must have to have a margin of its own */
#define WIDEST_MARK 6     /* columns */
#define MAX_WAIT 40       /* lines that a mark may stand before its text */
#define MAX_GAP 5         /* columns between a raised mark and the text that it stands before */
#define NARROW 20         /* columns; lines that narrow tell nothing */

static WmdTextLine *
get_line (WmdTextImport *self, guint index)
{
  return &g_array_index (self->lines, WmdTextLine, index);
}

/* TRUE for a line of one column and without leaders: it ends at the margin of the text or before it. */
static gboolean
is_plain (const WmdTextLine *line)
{
  return line->width >= NARROW && strstr (line->text, "   ") == NULL && strchr (line->text, '\t') == NULL &&
         strstr (line->text, "....") == NULL && strstr (line->text, ". . .") == NULL;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Where the plain lines from @start to @end end, in order. (transfer full) (element-type guint) */
static GArray *
list_edges (WmdTextImport *self, guint start, guint end)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = start; i < end; i++)
    {
      const WmdTextLine *line = get_line (self, i);
      guint edge = line->indent + line->width;

      if (is_plain (line))
        g_array_append_val (edges, edge);
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

/* The margin that @share per cent of the lines keep. */
static guint
get_margin (GArray *edges, guint share)
{
  return edges->len > 0 ? g_array_index (edges, guint, (edges->len - 1) * share / 100) : 0;
}

/* TRUE when no line is indented: what came out of a page without its layout. */
static gboolean
is_flush (WmdTextImport *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (get_line (self, i)->indent > 0)
      return FALSE;
  return TRUE;
}

/* Where lines are paragraphs their widths differ much, and few come near to the widest. */
static gboolean
is_wrapped (GArray *edges)
{
  guint margin = get_margin (edges, KEPT);
  guint n_long = 0;
  guint n_full = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);

      n_long += edge > margin / 3;
      n_full += edge > margin * 17 / 20;
    }
  return margin <= WIDEST_MARGIN || n_full * 2 > n_long;
}

/* The index after the last line of the page that begins at @start. */
static guint
find_page_end (WmdTextImport *self, guint start)
{
  guint end = start + 1;

  while (end < self->lines->len && !get_line (self, end)->page_break)
    end++;
  return end;
}

/* TRUE when a text is nothing but the mark of a paragraph or list item. */
static gboolean
is_lone_mark (WmdTextImport *self, const char *cell)
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

/* Puts the columns of a line of Arabic into the order in which they are read: those of a page come from the left. */
static void
turn_cells (WmdTextImport *self, WmdTextLine *line)
{
  g_auto (GStrv) cells = wmd_text_cells (line->text);
  guint n = g_strv_length (cells);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n < 2 || (!line->painted && !is_lone_mark (self, cells[n - 1])))
    return;
  for (guint i = n; i > 0; i--)
    g_string_append_printf (text, "%s%s", i < n ? "   " : "", cells[i - 1]);
  g_free (line->text);
  line->text = g_strdup (text->str);
}

/* Lines of Arabic begin at the right, where nothing tells how far: only their widths count. What is before them is not
 * where they begin either when it fills lines up to there.
 */
static void
turn_lines (WmdTextImport *self)
{
  guint n_led = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      turn_cells (self, get_line (self, i));
      get_line (self, i)->indent = 0;
      n_led += get_line (self, i)->lead > 0;
    }
  for (guint i = 0; i < self->lines->len; i++)
    if (n_led * 2 > self->lines->len || get_line (self, i)->painted)
      get_line (self, i)->lead = 0;
}

/* TRUE when a line is nothing but a mark that was raised at the beginning of the line below it: a number, stars. */
static gboolean
is_raised (const WmdTextLine *line, const WmdTextLine *below)
{
  guint end = line->indent + line->width;

  if (below->blanks > 0 || below->page_break || line->width > 3 || below->indent < end)
    return FALSE;
  if (below->indent > end + MAX_GAP)
    return FALSE;
  return strspn (line->text, "*") == strlen (line->text) || (strspn (line->text, "0123456789") == strlen (line->text) &&
                                                             !g_unichar_isdigit (g_utf8_get_char (below->text)));
}

/* The mark before the text of the line below it: a number in superscript. (transfer full) */
static char *
join_raised (const WmdTextLine *line, const WmdTextLine *below)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = line->text; *p != '\0'; p++)
    {
      if (*p == '*')
        g_string_append_c (text, *p);
      else
        g_string_append (text, digits[*p - '0']);
    }
  if (*line->text == '*')
    g_string_append_c (text, ' ');
  g_string_append (text, below->text);
  return g_strdup (text->str);
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

/* Puts marks that came out of a page as lines of their own before the text that they stand before. */
static void
join_marks (WmdTextImport *self)
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
      if (line->width <= WIDEST_MARK && is_lone_mark (self, line->text))
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

void
wmd_text_import_measure (WmdTextImport *self)
{
  g_autoptr (GArray) all = NULL;
  guint share;

  join_marks (self);
  share = is_flush (self) ? KEPT_FLUSH : KEPT;
  if (self->language == WMD_LANGUAGE_AR)
    turn_lines (self);
  all = list_edges (self, 0, self->lines->len);
  self->wrapped = is_wrapped (all);
  for (guint start = 0, end; self->wrapped && start < self->lines->len; start = end)
    {
      g_autoptr (GArray) edges = NULL;
      guint margin;

      end = find_page_end (self, start);
      edges = list_edges (self, start, end);
      margin = get_margin (edges->len >= MIN_LINES ? edges : all, share);
      for (guint i = start; i < end; i++)
        get_line (self, i)->margin = margin;
    }
}
