/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Titles that were too long for one line: the heading of a reply or of a section, or a line of origin, comes out of a
 * page as two lines, with a blank one between them where each line became a paragraph. Here they become one line again,
 * where both together are a name or a title, or where the first cannot be the end of one.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define TITLE_WIDTH 160  /* columns of a line of a title */
#define MAX_LINES 3      /* of a title */
#define NUMBER_LENGTH 24 /* bytes in which the number of a section ends */
#define NUMBER_ENDS ".:、-–—"

static WmdTextLine *
get_line (WmdTextImport *self, guint index)
{
  return index < self->lines->len ? &g_array_index (self->lines, WmdTextLine, index) : NULL;
}

/* The lines from @start on, @n of them, as one. (transfer full) */
static char *
join_lines (WmdTextImport *self, guint start, guint n)
{
  g_autoptr (GString) text = g_string_new (get_line (self, start)->text);

  for (guint i = 1; i < n; i++)
    {
      const char *next = get_line (self, start + i)->text;

      if (wmd_text_import_needs_space (self, text, next) && !g_str_has_suffix (text->str, "-"))
        g_string_append_c (text, ' ');
      g_string_append (text, next);
    }
  return g_strdup (text->str);
}

/* TRUE for a line in brackets under the heading of a reply. */
static gboolean
is_origin (WmdTextImport *self, const WmdTextLine *line)
{
  g_autofree char *folded = NULL;
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;

  if (line == NULL || line->width > TITLE_WIDTH || strchr ("[\343\357", *line->text) == NULL)
    return FALSE;
  folded = wmd_text_fold (line->text);
  return *folded == '[' && wmd_import_patterns_match_origin (self->patterns, self->language, folded, &original, &date);
}

static gboolean
is_respondent (WmdTextImport *self, const char *name)
{
  return wmd_reference_find_respondent (self->reference, self->language, name) != NULL;
}

/* TRUE when no name and no title ends as @line does. */
static gboolean
ends_open (WmdTextImport *self, const WmdTextLine *line)
{
  const char *start;
  gsize length;
  g_autofree char *word = NULL;

  if (!wmd_vocabulary_last_word (line->text, &start, &length))
    return FALSE;
  word = g_utf8_strdown (start, (gssize) length);
  return wmd_import_patterns_is_open_word (self->patterns, self->language, word);
}

/* TRUE when the lines from @start on, @n of them above a line of origin, are the name of one respondent. @begins: what
 * comes before them ends.
 */
static gboolean
are_name (WmdTextImport *self, guint start, guint n, gboolean begins)
{
  g_autofree char *name = NULL;

  if (!is_origin (self, get_line (self, start + n)))
    return FALSE;
  name = join_lines (self, start, n);
  if (is_respondent (self, name))
    return TRUE;
  return n == 2 && begins && get_line (self, start + 1)->blanks > 0 && ends_open (self, get_line (self, start)) &&
         !wmd_text_is_closed (get_line (self, start + 1)->text) &&
         !is_respondent (self, get_line (self, start + 1)->text);
}

/* TRUE for a line that may begin with the number of a section: one word, what ends it, and more. */
static gboolean
may_have_number (const char *text)
{
  gsize word = strcspn (text, " " NUMBER_ENDS);
  gsize end = word + strspn (text + word, " ");

  return word > 0 && word < NUMBER_LENGTH && text[end] != '\0' && strchr (NUMBER_ENDS, text[end]) != NULL;
}

/* TRUE when both lines are the title of a section, of which the first alone is none. */
static gboolean
are_section (WmdTextImport *self, guint start)
{
  const char *first = get_line (self, start)->text;
  g_autofree char *title = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *folded_first = NULL;
  WmdImportSection section;

  if (!may_have_number (first))
    return FALSE;
  title = join_lines (self, start, 2);
  folded = wmd_text_fold (title);
  section = wmd_import_patterns_match_section (self->patterns, self->language, folded);
  if (section == WMD_IMPORT_SECTION_NONE ||
      !wmd_import_patterns_is_section_title (self->patterns, self->language, section, folded))
    return FALSE;
  folded_first = wmd_text_fold (first);
  return wmd_import_patterns_match_section (self->patterns, self->language, folded_first) != section ||
         !wmd_import_patterns_is_section_title (self->patterns, self->language, section, folded_first);
}

/* TRUE when both lines are one of origin, whose brackets the second closes. */
static gboolean
are_origin (WmdTextImport *self, guint start)
{
  const char *first = get_line (self, start)->text;
  g_autofree char *line = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;

  if (*first != '[' || strchr (first, ']') != NULL || !g_str_has_suffix (get_line (self, start + 1)->text, "]"))
    return FALSE;
  line = join_lines (self, start, 2);
  folded = wmd_text_fold (line);
  return wmd_import_patterns_match_origin (self->patterns, self->language, folded, &original, &date);
}

/* TRUE when the line at @index is short and goes on with the one before it as far as blank lines and pages tell. */
static gboolean
may_go_on (WmdTextImport *self, guint index)
{
  const WmdTextLine *line = get_line (self, index);

  return line != NULL && line->width <= TITLE_WIDTH && line[-1].width <= TITLE_WIDTH && line->blanks <= 1 &&
         !line->page_break && (line->level == 0 || line->level == line[-1].level) &&
         (*line[-1].text == '[' || !wmd_text_is_closed (line[-1].text));
}

/* How many lines from @start on are one title. */
static guint
count_title (WmdTextImport *self, guint start, gboolean begins)
{
  guint n = 1;

  while (n < MAX_LINES && may_go_on (self, start + n))
    if (are_name (self, start, ++n, begins))
      return n;
  return n > 1 && (are_section (self, start) || are_origin (self, start)) ? 2 : 1;
}

void
wmd_text_import_join_titles (WmdTextImport *self)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (WmdTextLine), self->lines->len);

  gboolean begins = TRUE;

  g_array_set_clear_func (kept, (GDestroyNotify) wmd_text_line_clear);
  for (guint i = 0; i < self->lines->len;)
    {
      WmdTextLine *line = get_line (self, i);
      guint n = count_title (self, i, begins);

      if (n > 1)
        {
          char *title = join_lines (self, i, n);

          g_free (line->text);
          line->text = title;
          line->width = wmd_text_width (title);
        }
      begins = wmd_text_is_closed (line->text);
      g_array_append_val (kept, *line);
      line->text = NULL;
      i += n;
    }
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&kept);
}
