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
#define MAX_TRIES 50      /* lone numbers from which page numbers may count */
#define FOOT_LINES 3      /* lines from a form feed within which a lone number is a page number */

typedef enum
{
  LINE_TEXT,
  LINE_NUMBER,    /* a lone number: page number or not */
  LINE_PART,      /* furniture if it stands beside some */
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
  if (wmd_import_patterns_match_common (self->patterns, WMD_COMMON_FURNITURE_PART, whole, NULL))
    return LINE_PART;
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

/* Lines of the input that may be heads or feet of pages, and what is known of them. */
typedef struct
{
  WmdTextImport *import;
  GArray *kinds;   /* (element-type LineKind) one for each line */
  GArray *numbers; /* (element-type guint) the lone number on it, else 0 */
  gboolean paged;  /* form feeds part the pages */
} Pages;

static LineKind *
get_kind (Pages *self, guint index)
{
  return &g_array_index (self->kinds, LineKind, index);
}

/* Takes the kind of each line that can be nothing but furniture beside some, and of each that is none there. */
static void
settle_parts (Pages *self)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (*get_kind (self, i) == LINE_PART)
      *get_kind (self, i) = (i > 0 && *get_kind (self, i - 1) == LINE_FURNITURE) ||
                                    (i + 1 < self->kinds->len && *get_kind (self, i + 1) == LINE_FURNITURE)
                                ? LINE_FURNITURE
                                : LINE_TEXT;
}

/* By how much the numbers of pages are most often ahead of their count; lone numbers elsewhere are none. */
static int
find_offset (Pages *self)
{
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);
  int page = 1;
  int best = 0;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      int offset;
      guint n;

      page += i > 0 && get_line (self->import, i)->page_break;
      if (*get_kind (self, i) != LINE_NUMBER || !is_near_page_break (self->import, i))
        continue;
      offset = (int) g_array_index (self->numbers, guint, i) - page;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, GINT_TO_POINTER (offset))) + 1;
      g_hash_table_insert (votes, GINT_TO_POINTER (offset), GUINT_TO_POINTER (n));
      if (n > GPOINTER_TO_UINT (g_hash_table_lookup (votes, GINT_TO_POINTER (best))))
        best = offset;
    }
  return best;
}

/* How many lone numbers, from the one at @start on, count up by one; those between that do not are passed over. */
static guint
count_from (Pages *self, guint start)
{
  guint next = g_array_index (self->numbers, guint, start);
  guint n = 0;

  for (guint i = start; i < self->kinds->len; i++)
    if (*get_kind (self, i) == LINE_NUMBER && g_array_index (self->numbers, guint, i) == next)
      next++, n++;
  return n;
}

/* The first of the lone numbers that count up through the text, where no form feeds part the pages; G_MAXUINT when
 * none do.
 */
static guint
find_first_number (Pages *self)
{
  guint best = G_MAXUINT;
  guint most = 1;
  guint tries = 0;

  for (guint i = 0; i < self->kinds->len && tries < MAX_TRIES; i++)
    {
      guint n;

      if (*get_kind (self, i) != LINE_NUMBER)
        continue;
      tries++;
      n = count_from (self, i);
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return best;
}

/* Takes the kind of each lone number that is that of its page, and of each that is none. */
static void
settle_numbers (Pages *self)
{
  int offset = self->paged ? find_offset (self) : 0;
  guint first = self->paged ? 0 : find_first_number (self);
  guint next = first < self->kinds->len ? g_array_index (self->numbers, guint, first) : 0;
  int page = 1;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      guint number = g_array_index (self->numbers, guint, i);
      gboolean fits;

      page += i > 0 && get_line (self->import, i)->page_break;
      if (*get_kind (self, i) != LINE_NUMBER)
        continue;
      fits = self->paged ? (int) number - page == offset && is_near_page_break (self->import, i)
                         : i >= first && number == next;
      next += fits;
      *get_kind (self, i) = fits ? LINE_NUMBER : LINE_TEXT;
    }
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
is_furniture (Pages *self, guint index, gboolean more)
{
  LineKind kind = *get_kind (self, index);

  return kind != LINE_TEXT && (stands_alone (self->import, index) || (more && kind == LINE_FURNITURE));
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

/* Keeps the lines that are no furniture. */
static void
keep_text (Pages *self, Removed *removed)
{
  WmdTextImport *import = self->import;
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (WmdTextLine), import->lines->len);
  gboolean page_break = FALSE;
  gboolean after_break = FALSE;
  gboolean more = FALSE;

  g_array_set_clear_func (kept, (GDestroyNotify) wmd_text_line_clear);
  for (guint i = 0; i < import->lines->len; i++)
    {
      WmdTextLine *line = &g_array_index (import->lines, WmdTextLine, i);

      after_break = after_break || (i > 0 && line->page_break);
      more = is_furniture (self, i, more) && !is_masthead_symbol (import, i, after_break);
      if (more)
        {
          page_break = page_break || line->page_break || (kept->len > 0 && !self->paged);
          remove_line (import, line, removed);
          continue;
        }
      line->page_break = line->page_break || page_break;
      page_break = FALSE;
      g_array_append_val (kept, *line);
      line->text = NULL;
    }
  g_array_unref (import->lines);
  import->lines = g_steal_pointer (&kept);
}

void
wmd_text_import_strip_pages (WmdTextImport *self)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (LineKind));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) text = g_string_new (NULL);
  Removed removed = { text, 0, 0 };
  Pages pages = { self, kinds, numbers, FALSE };

  for (guint i = 0; i < self->lines->len; i++)
    {
      guint number;
      LineKind kind = classify (self, get_line (self, i), &number);

      g_array_append_val (kinds, kind);
      g_array_append_val (numbers, number);
      pages.paged = pages.paged || (i > 0 && get_line (self, i)->page_break);
    }
  settle_parts (&pages);
  settle_numbers (&pages);
  keep_text (&pages, &removed);
  report_removed (self, &removed);
}
