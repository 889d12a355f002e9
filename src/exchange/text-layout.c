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
#include "exchange/text-extent.h"

#define WIDEST_MARGIN 140 /* columns; no page of text is broken farther away */
#define KEPT 95           /* per cent of the lines that keep the margin */
#define KEPT_FLUSH 80     /* the same where pdftotext put together hyphenated words, whose lines are too long */
#define MIN_LINES 8       /* that a page must have to have a margin of its own */
#define NARROW 20         /* columns; lines that narrow tell nothing */
#define RANGE 8           /* per cent by which the widths of full lines differ, in type */
#define KEPT_TYPE 90      /* per cent of the full lines that are no longer than the margin, in type */
#define MOST_TELLING                                                                                                   \
  100                    /* thousandths of the margin by which a line can fall short and be one that was broken there  \
                          */
#define MIN_PARAGRAPHS 5 /* lines that tell whether they are paragraphs */
#define MIN_ITEMS 3      /* first lines of list items that tell where these end */
#define PAGES 2          /* by so much the text of pages is likelier to be set in type */
#define SHORT 80         /* per cent of the margin; a line that is shorter ends a paragraph */

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

      if (is_plain (line))
        g_array_append_val (edges, line->edge);
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

/* Where full lines end, in type: near the end of the narrow range of widths that most of them have. Some are longer,
 * where pdftotext put words together that were hyphenated.
 */
static guint
get_type_margin (GArray *edges)
{
  guint first = 0;
  guint best = 0;
  guint margin = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      guint edge = g_array_index (edges, guint, i);

      while (g_array_index (edges, guint, first) * 100 < edge * (100 - RANGE))
        first++;
      if (i - first < best)
        continue;
      best = i - first;
      margin = g_array_index (edges, guint, first + best * KEPT_TYPE / 100);
    }
  return margin;
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

gboolean
wmd_text_line_goes_on (const WmdTextLine *line, const WmdTextLine *next)
{
  gunichar first = wmd_text_first (next->text);

  if (next->page_break || next->level > 0)
    return FALSE;
  if (g_unichar_islower (first))
    return TRUE;
  return g_unichar_isalnum (first) && !g_unichar_isupper (first) && !wmd_text_is_closed (line->text);
}

/* TRUE when no line goes on with the one before it: short paragraphs of one line each. */
static gboolean
are_paragraphs (WmdTextImport *self)
{
  guint n_lines = 0;
  guint n_going_on = 0;

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const WmdTextLine *line = get_line (self, i);

      if (!is_plain (line) || line[1].blanks > 0)
        continue;
      n_lines++;
      n_going_on += wmd_text_line_goes_on (line, line + 1);
    }
  return n_lines >= MIN_PARAGRAPHS && n_going_on * 10 < n_lines;
}

/* Where lines are paragraphs their widths differ much, and few come near to the widest. */
static gboolean
is_wrapped (WmdTextImport *self, GArray *edges)
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
  if (are_paragraphs (self))
    return FALSE;
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

/* Puts the columns of a line of Arabic into the order in which they are read: those of a page come from the left. */
static void
turn_cells (WmdTextImport *self, WmdTextLine *line)
{
  g_auto (GStrv) cells = wmd_text_cells (line->text);
  guint n = g_strv_length (cells);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n < 2 || (!line->painted && !wmd_text_import_is_lone_mark (self, cells[n - 1])))
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

/* --- lines broken by the width of their type --- */

/* Where the lines end that go on, in order, broken by columns or by @in_type. (transfer full) (element-type guint) */
static GArray *
list_full_edges (WmdTextImport *self, gboolean in_type)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const WmdTextLine *line = get_line (self, i);
      guint edge = in_type ? wmd_text_extent (line->text) : line->width;

      if (is_plain (line) && wmd_text_line_goes_on (line, line + 1))
        g_array_append_val (edges, edge);
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

/* By how many thousandths of the margin, all together, lines that go on fall short of it though the next word would
 * have fitted on them, were they broken by columns or by @in_type.
 */
static guint64
rate_breaks (WmdTextImport *self, gboolean in_type)
{
  g_autoptr (GArray) edges = list_full_edges (self, in_type);
  guint margin = get_type_margin (edges);
  guint64 shortfall = 0;

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const WmdTextLine *line = get_line (self, i);
      guint edge = in_type ? wmd_text_extent (line->text) : line->width;
      guint end = edge + wmd_text_import_first_width (line + 1, in_type);

      if (is_plain (line) && wmd_text_line_goes_on (line, line + 1) && end < margin)
        shortfall += MIN ((margin - end) * 1000 / margin, MOST_TELLING);
    }
  return shortfall;
}

/* What kind of piece begins with the line at @index, or NOTE where it begins none for sure. */
static WmdPieceKind
find_beginning (WmdTextImport *self, guint index)
{
  const WmdTextLine *line = get_line (self, index);
  const WmdTextLine *before = index > 0 ? get_line (self, index - 1) : NULL;
  WmdTextMark mark;

  if (wmd_text_import_read_mark (self, line->text, FALSE, &mark))
    {
      g_free (mark.mark);
      return mark.kind;
    }
  if (before == NULL || before->edge * 100 < before->margin * SHORT ||
      (line->blanks > 0 && wmd_text_is_closed (before->text)))
    return WMD_PIECE_TEXT;
  return WMD_PIECE_NOTE;
}

/* Where the first lines of paragraphs end, which may be indented, and those of list items, which are shorter. */
static void
measure_first_lines (WmdTextImport *self)
{
  GArray *edges[WMD_N_PIECE_KINDS] = { NULL };

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const WmdTextLine *line = get_line (self, i);
      WmdPieceKind kind;

      if (!is_plain (line) || !wmd_text_line_goes_on (line, line + 1))
        continue;
      kind = find_beginning (self, i);
      if (edges[kind] == NULL)
        edges[kind] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (edges[kind], line->edge);
    }
  for (guint i = 0; i < WMD_N_PIECE_KINDS; i++)
    {
      if (edges[i] == NULL)
        continue;
      g_array_sort (edges[i], compare_edges);
      self->first_margins[i] = edges[i]->len >= MIN_ITEMS ? get_type_margin (edges[i]) : 0;
      g_array_unref (edges[i]);
    }
}

/* Where each line ends. */
static void
set_edges (WmdTextImport *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      WmdTextLine *line = get_line (self, i);

      line->edge = self->in_type ? wmd_text_extent (line->text) : line->indent + line->width;
    }
}

/* TRUE for the text of pages, which pdftotext parts by form feeds. */
static gboolean
has_pages (WmdTextImport *self)
{
  return find_page_end (self, 0) < self->lines->len;
}

/* Sets the margin of each page, or @margin where it is too short for one. */
static void
set_margins (WmdTextImport *self, guint margin, guint share)
{
  for (guint start = 0, end; start < self->lines->len; start = end)
    {
      g_autoptr (GArray) edges = NULL;
      guint here;

      end = find_page_end (self, start);
      edges = list_edges (self, start, end);
      here = edges->len >= MIN_LINES && !self->in_type ? get_margin (edges, share) : margin;
      for (guint i = start; i < end; i++)
        get_line (self, i)->margin = here;
    }
}

void
wmd_text_import_measure (WmdTextImport *self)
{
  g_autoptr (GArray) edges = NULL;
  guint share = is_flush (self) ? KEPT_FLUSH : KEPT;

  if (self->language == WMD_LANGUAGE_AR)
    turn_lines (self);
  set_edges (self);
  edges = list_edges (self, 0, self->lines->len);
  self->wrapped = is_wrapped (self, edges);
  if (!self->wrapped)
    return;
  self->in_type =
      is_flush (self) && rate_breaks (self, TRUE) < rate_breaks (self, FALSE) * (has_pages (self) ? PAGES : 1);
  if (!self->in_type)
    {
      set_margins (self, get_margin (edges, share), share);
      return;
    }
  set_edges (self);
  g_array_unref (edges);
  edges = list_full_edges (self, TRUE);
  set_margins (self, get_type_margin (edges), share);
  measure_first_lines (self);
}
