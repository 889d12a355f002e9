/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Second stage of the text import: the head and foot of each page are taken out, and where they stood a page
 * break is remembered. What they say is derived (symbol, page number) or a fact (job number); all of it is named in one
 * finding.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define MASTHEAD_LINES 15 /* among the first lines the symbol is that of the masthead */
#define FOOT_LINES 3      /* lines from a form feed within which a lone number is a page number */

typedef enum
{
  LINE_TEXT,
  LINE_NUMBER,    /* a lone number: page number or not */
  LINE_FURNITURE, /* can be nothing else */
} LineKind;

void
wmd_text_import_set_fact (WmdTextImport *self, WmdFact fact, const char *value)
{
  WmdFacts *facts = wmd_facts_with (self->facts, fact, value);

  wmd_facts_unref (self->facts);
  self->facts = facts;
}

char **
wmd_text_cells (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = text;

  while (*start != '\0')
    {
      const char *stop = start;
      g_autofree char *cell = NULL;

      while (*stop != '\0' && *stop != '\t' && strncmp (stop, "   ", 3) != 0)
        stop++;
      cell = g_strndup (start, (gsize) (stop - start));
      if (*g_strstrip (cell) != '\0')
        g_strv_builder_add (builder, cell);
      while (*stop == ' ' || *stop == '\t')
        stop++;
      start = stop;
    }
  return g_strv_builder_end (builder);
}

static LineKind
classify (WmdTextImport *self, const WmdTextLine *line, guint *number)
{
  g_autofree char *whole = NULL;
  g_auto (GStrv) cells = NULL;
  gboolean furniture = FALSE;

  *number = 0;
  if (strlen (line->text) > 2000) /* columns of a page may be far apart */
    return LINE_TEXT;
  whole = wmd_text_fold (line->text);
  if (strlen (whole) > 200)
    return LINE_TEXT;
  if (wmd_import_patterns_match_common (self->patterns, WMD_COMMON_FURNITURE, whole, NULL))
    return LINE_FURNITURE;
  cells = wmd_text_cells (line->text);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *folded = wmd_text_fold (cells[i]);
      g_autoptr (GMatchInfo) match = NULL;

      if (wmd_import_patterns_match_common (self->patterns, WMD_COMMON_FURNITURE, folded, NULL))
        furniture = TRUE;
      else if (wmd_import_patterns_match_common (self->patterns, WMD_COMMON_PAGE_NUMBER, folded, &match))
        {
          g_autofree char *page = g_match_info_fetch_named (match, "page");

          *number = (guint) g_ascii_strtoull (page, NULL, 10);
        }
      else
        return LINE_TEXT;
    }
  return furniture ? LINE_FURNITURE : *number > 0 ? LINE_NUMBER : LINE_TEXT;
}

static const WmdTextLine *
get_line (WmdTextImport *self, guint index)
{
  return &g_array_index (self->lines, WmdTextLine, index);
}

/* TRUE when blank lines or the end of a page set the line apart from the text round it. */
static gboolean
stands_alone (WmdTextImport *self, guint index)
{
  const WmdTextLine *line = get_line (self, index);
  const WmdTextLine *next = index + 1 < self->lines->len ? get_line (self, index + 1) : NULL;

  return line->blanks > 0 || line->page_break || index == 0 || next == NULL || next->blanks > 0 || next->page_break;
}

/* TRUE when a form feed is at most FOOT_LINES lines away. */
static gboolean
is_near_page_break (WmdTextImport *self, guint index)
{
  guint first = index >= FOOT_LINES ? index - FOOT_LINES + 1 : 0;
  guint last = MIN (index + FOOT_LINES, self->lines->len - 1);

  for (guint i = first; i <= last; i++)
    if (get_line (self, i)->page_break)
      return TRUE;
  return index + FOOT_LINES >= self->lines->len;
}

/* Without form feeds lone numbers are page numbers when they count up by one through the text. */
static gboolean
numbers_count_up (GArray *kinds, GArray *numbers, gboolean paged)
{
  guint last = 0;
  guint n = 0;

  for (guint i = 0; i < kinds->len && !paged; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      if (g_array_index (kinds, LineKind, i) != LINE_NUMBER)
        continue;
      if (last > 0 && number != last + 1)
        return FALSE;
      last = number;
      n++;
    }
  return n >= 2;
}

/* Takes facts from furniture: symbol and job number. */
static void
read_furniture (WmdTextImport *self, const char *text)
{
  g_auto (GStrv) cells = wmd_text_cells (text);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *folded = wmd_text_fold (cells[i]);
      g_autoptr (GMatchInfo) job = NULL;
      gsize length = strlen (folded);

      while (length > 0 && folded[length - 1] == '*')
        folded[--length] = '\0';
      if (wmd_import_patterns_match_common (self->patterns, WMD_COMMON_SYMBOL, folded, NULL))
        {
          if (wmd_facts_get (self->facts, WMD_FACT_SYMBOL) == NULL)
            wmd_text_import_set_fact (self, WMD_FACT_SYMBOL, folded);
        }
      else if (wmd_import_patterns_match_common (self->patterns, WMD_COMMON_JOB_NUMBER, folded, &job) &&
               wmd_facts_get (self->facts, WMD_FACT_JOB_NUMBER) == NULL)
        {
          g_autofree char *number = g_match_info_fetch (job, 0);

          wmd_text_import_set_fact (self, WMD_FACT_JOB_NUMBER, number);
        }
    }
}

/* @more: the line before it was furniture, too. */
static gboolean
is_furniture (WmdTextImport *self, guint index, LineKind kind, gboolean paged, gboolean counting, gboolean more)
{
  if (kind == LINE_TEXT || !(stands_alone (self, index) || (more && kind == LINE_FURNITURE)))
    return FALSE;
  if (kind == LINE_NUMBER)
    return paged ? is_near_page_break (self, index) : counting;
  return TRUE;
}

/* TRUE for the symbol at the head of the first page, which the masthead needs. */
static gboolean
is_masthead_symbol (WmdTextImport *self, guint index, gboolean after_break)
{
  const WmdTextLine *line = get_line (self, index);
  g_autofree char *folded = NULL;

  if (after_break || index >= MASTHEAD_LINES)
    return FALSE;
  folded = wmd_text_fold (line->text);
  return g_ascii_isalpha (*folded);
}

/* What was taken out. */
typedef struct
{
  GString *text;
  guint line; /* of the first; 0 when there is none */
  guint n;
} Removed;

static void
report_removed (WmdTextImport *self, const Removed *removed)
{
  if (removed->n == 0)
    return;
  wmd_text_import_report (
      self, "import-page-furniture", WMD_SEVERITY_NOTE, removed->line, removed->text->str,
      g_strdup_printf (ngettext ("%u line at the head or foot of a page was left out: it is made anew.",
                                 "%u lines at the head or foot of pages were left out: they are made anew.",
                                 removed->n),
                       removed->n));
}

static void
remove_line (WmdTextImport *self, WmdTextLine *line, Removed *removed)
{
  read_furniture (self, line->text);
  g_string_append_printf (removed->text, "%s%s", removed->n > 0 ? " · " : "", line->text);
  if (removed->n++ == 0)
    removed->line = line->number;
  wmd_text_line_clear (line);
}

/* Keeps the lines that are no furniture. @kinds (element-type LineKind) */
static void
keep_text (WmdTextImport *self, GArray *kinds, gboolean paged, gboolean counting, Removed *removed)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (WmdTextLine), self->lines->len);
  gboolean page_break = FALSE;
  gboolean after_break = FALSE;
  gboolean more = FALSE;

  g_array_set_clear_func (kept, (GDestroyNotify) wmd_text_line_clear);
  for (guint i = 0; i < self->lines->len; i++)
    {
      WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, i);

      after_break = after_break || (i > 0 && line->page_break);
      more = is_furniture (self, i, g_array_index (kinds, LineKind, i), paged, counting, more) &&
             !is_masthead_symbol (self, i, after_break);
      if (more)
        {
          page_break = page_break || line->page_break || (kept->len > 0 && !paged);
          remove_line (self, line, removed);
          continue;
        }
      line->page_break = line->page_break || page_break;
      page_break = FALSE;
      g_array_append_val (kept, *line);
      line->text = NULL;
    }
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&kept);
}

void
wmd_text_import_strip_pages (WmdTextImport *self)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (LineKind));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) text = g_string_new (NULL);
  Removed removed = { text, 0, 0 };
  gboolean paged = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      guint number;
      LineKind kind = classify (self, get_line (self, i), &number);

      g_array_append_val (kinds, kind);
      g_array_append_val (numbers, number);
      paged = paged || (i > 0 && get_line (self, i)->page_break);
    }
  keep_text (self, kinds, paged, numbers_count_up (kinds, numbers, paged), &removed);
  report_removed (self, &removed);
}
