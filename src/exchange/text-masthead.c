/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The masthead and the title: lines known by what they say, not by where they stand, since a masthead of two
 * columns comes out of a PDF in any order. Each is a fact, or derived, or named in a finding.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define MAX_STARS 9 /* that a mark has */

/* One column of one line. */
typedef struct
{
  char *text;
  char *folded;
  guint line;
  gboolean right; /* not the first column of its line */
  gboolean taken;
} Cell;

typedef struct
{
  WmdTextImport *import;
  GArray *cells;                /* (element-type Cell) */
  gboolean stated[WMD_N_FACTS]; /* by the masthead itself, not by the pages */
} Masthead;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->folded);
}

static Cell *
get_cell (Masthead *self, guint index)
{
  return &g_array_index (self->cells, Cell, index);
}

static void
derive_label (Masthead *self, const Cell *cell, const char *key)
{
  wmd_text_import_derive (self->import, cell->line, cell->text,
                          wmd_reference_get_label (self->import->reference, self->import->language, key));
}

/* Sets a fact that the masthead states. FALSE when it stated another before. */
static gboolean
state (Masthead *self, WmdFact fact, const char *value)
{
  const char *stated = self->stated[fact] ? wmd_facts_get (self->import->facts, fact) : NULL;

  if (stated != NULL)
    return g_strcmp0 (stated, value) == 0;
  self->stated[fact] = TRUE;
  wmd_text_import_set_fact (self->import, fact, value);
  return TRUE;
}

/* Languages in which a line of the masthead may be: that of the edition, and English where that is printed. */
static gboolean
match (Masthead *self, const Cell *cell, WmdPattern pattern, GMatchInfo **info)
{
  WmdImportPatterns *patterns = self->import->patterns;

  return wmd_import_patterns_match (patterns, self->import->language, pattern, cell->folded, info) ||
         wmd_import_patterns_match (patterns, WMD_LANGUAGE_EN, pattern, cell->folded, info);
}

static gboolean
take_symbol (Masthead *self, Cell *cell)
{
  g_autofree char *symbol = g_strdup (cell->folded);
  gsize length = strlen (symbol);

  while (length > 0 && symbol[length - 1] == '*')
    symbol[--length] = '\0';
  if (!wmd_import_patterns_match_common (self->import->patterns, WMD_COMMON_SYMBOL, symbol, NULL))
    return FALSE;
  if (!state (self, WMD_FACT_SYMBOL, symbol))
    return FALSE;
  if (strlen (cell->folded) > length)
    wmd_text_import_derive (self->import, cell->line, cell->text, symbol);
  return TRUE;
}

static gboolean
take_session (Masthead *self, Cell *cell)
{
  guint session;
  g_autofree char *number = NULL;

  if (!wmd_import_patterns_match (self->import->patterns, self->import->language, WMD_PATTERN_SESSION, cell->folded,
                                  NULL))
    return FALSE;
  session = wmd_reference_parse_session (self->import->reference, self->import->language, cell->text);
  if (session == 0)
    return FALSE;
  number = g_strdup_printf ("%u", session);
  if (!state (self, WMD_FACT_SESSION, number))
    return FALSE;
  wmd_text_import_derive (self->import, cell->line, cell->text,
                          wmd_reference_get_session (self->import->reference, self->import->language, session));
  return TRUE;
}

/* The Latin letter of a sub-item, which some languages print in their own script. */
static const char *
find_subitem (Masthead *self, const char *letter)
{
  const WmdLanguage languages[] = { WMD_LANGUAGE_EN, self->import->language };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint position = 1;; position++)
      {
        const char *printed = wmd_reference_get_subitem_letter (self->import->reference, languages[i], position);

        if (printed == NULL)
          break;
        if (wmd_text_like (printed, letter))
          return wmd_reference_get_subitem_letter (self->import->reference, WMD_LANGUAGE_EN, position);
      }
  return NULL;
}

static gboolean
has_group (GMatchInfo *info, const char *name)
{
  g_autofree char *value = g_match_info_fetch_named (info, name);

  return value != NULL && *value != '\0';
}

static gboolean
take_agenda (Masthead *self, Cell *cell)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *item = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *derived = NULL;
  const char *subitem = NULL;
  gboolean provisional;

  if (!wmd_import_patterns_match (self->import->patterns, self->import->language, WMD_PATTERN_AGENDA, cell->folded,
                                  &info))
    return FALSE;
  item = g_match_info_fetch_named (info, "item");
  letter = g_match_info_fetch_named (info, "subitem");
  provisional = has_group (info, "provisional") || has_group (info, "preliminary");
  if (letter != NULL && *letter != '\0')
    subitem = find_subitem (self, letter);
  whole = subitem != NULL ? g_strdup_printf ("%s(%s)", item, subitem) : g_strdup (item);
  if (!state (self, WMD_FACT_AGENDA_ITEM, whole) ||
      !state (self, WMD_FACT_AGENDA, provisional ? "provisional" : "adopted"))
    return FALSE;
  derived = wmd_reference_format_label (self->import->reference, self->import->language,
                                        provisional && subitem != NULL ? "agenda-item-provisional"
                                        : provisional                  ? "agenda-item-provisional-whole"
                                        : subitem != NULL              ? "agenda-item-adopted"
                                                                       : "agenda-item-adopted-whole",
                                        "item", item, "subitem", subitem != NULL ? letter : "", NULL);
  wmd_text_import_derive (self->import, cell->line, cell->text, derived);
  return TRUE;
}

static gboolean
take_date (Masthead *self, Cell *cell)
{
  const WmdLanguage languages[] = { self->import->language, WMD_LANGUAGE_EN };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      WmdDate date;
      g_autofree char *iso = NULL;
      g_autofree char *derived = NULL;

      if (!wmd_import_patterns_match (self->import->patterns, languages[i], WMD_PATTERN_DATE, cell->folded, NULL) ||
          !wmd_reference_parse_date (self->import->reference, languages[i], cell->folded, &date))
        continue;
      iso = wmd_date_format_iso (&date);
      derived = wmd_reference_format_date (self->import->reference, languages[i], &date);
      if (!state (self, WMD_FACT_DATE, iso))
        return FALSE;
      wmd_text_import_derive (self->import, cell->line, cell->text, derived);
      return TRUE;
    }
  return FALSE;
}

/* Adds to @names those in the cells below, as long as each ends with a stroke. */
static void
take_more_names (Masthead *self, guint index, GString *names)
{
  const Cell *cell = get_cell (self, index);

  for (guint i = index + 1; i < self->cells->len && i < index + 8; i++)
    {
      Cell *next = get_cell (self, i);

      if (next->right != cell->right && next->line == cell->line)
        continue;
      if (names->len > 0 && names->str[names->len - 1] != '/')
        break;
      if (next->right != cell->right)
        continue;
      g_string_append (names, next->folded);
      next->taken = TRUE;
    }
}

static const char *
lookup_language (Masthead *self, const char *name)
{
  WmdImportPatterns *patterns = self->import->patterns;
  const char *code = wmd_import_patterns_lookup_language (patterns, self->import->language, name);

  return code != NULL ? code : wmd_import_patterns_lookup_language (patterns, WMD_LANGUAGE_EN, name);
}

/* The line of original languages, which may go on in the cells below it. */
static gboolean
take_originals (Masthead *self, guint index)
{
  const Cell *cell = get_cell (self, index);
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GString) names = NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *first = NULL;
  g_auto (GStrv) words = NULL;

  if (self->import->edition->originals != NULL || !match (self, cell, WMD_PATTERN_ORIGINALS, &info))
    return FALSE;
  first = g_match_info_fetch_named (info, "languages");
  names = g_string_new (first);
  take_more_names (self, index, names);
  words = g_strsplit_set (names->str, "/,;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      const char *code = lookup_language (self, word);

      if (code != NULL)
        g_ptr_array_add (codes, (char *) code);
      else if (*word != '\0')
        wmd_text_import_derive (self->import, cell->line, word, NULL);
    }
  g_ptr_array_add (codes, NULL);
  self->import->edition->originals = g_strdupv ((char **) codes->pdata);
  return TRUE;
}

/* Lines of one wording. */
static const struct
{
  WmdPattern pattern;
  const char *label;
} fixed_lines[] = {
  { WMD_PATTERN_UNITED_NATIONS, "united-nations" },
  { WMD_PATTERN_ORGAN, "organ" },
  { WMD_PATTERN_DISTRIBUTION, "distr" },
  { WMD_PATTERN_VERSION, "version-language" },
  { WMD_PATTERN_AUTHOR, "report-author" },
};

static gboolean
take_fixed (Masthead *self, Cell *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed_lines); i++)
    if (match (self, cell, fixed_lines[i].pattern, NULL))
      {
        derive_label (self, cell, fixed_lines[i].label);
        return TRUE;
      }
  return FALSE;
}

/* TRUE when @text is one of the forms in which editions print a label. */
static gboolean
is_label (Masthead *self, const char *text, const char *key)
{
  const char *const *forms = wmd_reference_list_label_forms (self->import->reference, self->import->language, key);

  for (guint i = 0; forms[i] != NULL; i++)
    if (wmd_text_like (text, forms[i]))
      return TRUE;
  return FALSE;
}

/* A label that may be broken into several lines: takes the cells from @index on that it consists of. */
static gboolean
take_broken (Masthead *self, guint index, const char *key)
{
  gboolean right = get_cell (self, index)->right;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = index; i < self->cells->len && n < 6; i++)
    {
      Cell *cell = get_cell (self, i);
      gsize length;

      if (cell->taken || cell->right != right)
        continue;
      g_string_append_printf (text, "%s%s", n > 0 ? " " : "", cell->folded);
      n++;
      length = strlen (cell->folded);
      while (length > 1 && cell->folded[length - 1] == '*')
        length--;
      if (length < strlen (cell->folded))
        g_string_truncate (text, text->len - (strlen (cell->folded) - length));
      if (!is_label (self, text->str, key))
        continue;
      wmd_text_import_derive (self->import, get_cell (self, index)->line, text->str,
                              wmd_reference_get_label (self->import->reference, self->import->language, key));
      for (guint j = index; j <= i; j++)
        if (get_cell (self, j)->right == right)
          get_cell (self, j)->taken = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* Length in bytes of the name at the left of the masthead that @text begins with, where one space alone may part it
 * from what stands at the right; 0 when it begins with none.
 */
static gsize
measure_name (Masthead *self, const char *text)
{
  static const char *const names[] = { "united-nations", "organ" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = wmd_reference_get_label (self->import->reference, self->import->language, names[i]);

      if (g_str_has_prefix (text, name) && text[strlen (name)] == ' ')
        return strlen (name);
    }
  return 0;
}

static void
add_cell (Masthead *self, const WmdTextLine *line, const char *text, gboolean right)
{
  Cell cell = { g_strdup (text), wmd_text_fold (text), line->number, right, FALSE };

  g_array_append_val (self->cells, cell);
}

static void
split_cells (Masthead *self, guint end)
{
  for (guint i = 0; i < end; i++)
    {
      const WmdTextLine *line = &g_array_index (self->import->lines, WmdTextLine, i);
      g_auto (GStrv) cells = wmd_text_cells (line->text);
      gboolean right = line->margin > 0 && line->indent > line->margin / 2;

      for (guint j = 0; cells[j] != NULL; j++)
        {
          gsize name = measure_name (self, cells[j]);
          g_autofree char *left = g_strndup (cells[j], name);

          if (name > 0)
            add_cell (self, line, left, right || j > 0);
          add_cell (self, line, cells[j] + name + (name > 0), right || j > 0 || name > 0);
        }
    }
}

/* Remembers the marks of footnotes in a cell. */
static void
find_stars (WmdTextImport *self, const char *text)
{
  for (const char *p = strchr (text, '*'); p != NULL; p = strchr (p, '*'))
    {
      gsize n = strspn (p, "*");

      if (n <= MAX_STARS)
        self->stars |= 1u << n;
      p += n;
    }
  self->open_stars = self->stars;
}

static void
take_cell (Masthead *self, guint index)
{
  Cell *cell = get_cell (self, index);

  find_stars (self->import, cell->folded);

  if (cell->taken)
    return;
  cell->taken = take_symbol (self, cell) || take_originals (self, index) || take_fixed (self, cell) ||
                take_session (self, cell) || take_agenda (self, cell) || take_date (self, cell);
}

/* What the masthead says beyond that has no place in the model: one finding a line. */
static void
report_rest (Masthead *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autoptr (GString) text = NULL;
      guint line = get_cell (self, i)->line;

      if (get_cell (self, i)->taken)
        continue;
      text = g_string_new (get_cell (self, i)->text);
      for (; i + 1 < self->cells->len && get_cell (self, i + 1)->line == line && !get_cell (self, i + 1)->taken; i++)
        g_string_append_printf (text, " %s", get_cell (self, i + 1)->text);
      wmd_text_import_report (self->import, "import-unplaced", WMD_SEVERITY_NOTE, line, text->str,
                              g_strdup (_ ("A line before the summary has no place in a report and was left out.")));
    }
}

void
wmd_text_import_read_masthead (WmdTextImport *self, guint end)
{
  static const char *const broken_labels[] = { "item-title", "report-title" };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  Masthead masthead = { .import = self, .cells = cells };

  g_array_set_clear_func (cells, cell_clear);
  split_cells (&masthead, end);
  for (guint i = 0; i < cells->len; i++)
    take_cell (&masthead, i);
  for (guint i = 0; i < G_N_ELEMENTS (broken_labels); i++)
    for (guint j = 0; j < cells->len; j++)
      if (!get_cell (&masthead, j)->taken && take_broken (&masthead, j, broken_labels[i]))
        break;
  report_rest (&masthead);
}
