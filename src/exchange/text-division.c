/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which lines are the masthead, the summary, the contents and the body. */

#include "config.h"

#include "exchange/text-chars.h"
#include "exchange/text-import-private.h"

#define FIRST_PARAGRAPH 60 /* columns; a numbered line that wide is no heading */

/* TRUE for the first paragraph of an introduction whose heading the program does not know: it has the number 1, and is
 * too wide for a line of the masthead.
 */
static gboolean
is_first_paragraph (WmdTextImport *self, const WmdTextLine *line)
{
  WmdTextMark mark;

  if (line->width < FIRST_PARAGRAPH || !wmd_text_import_read_mark (self, line->text, FALSE, &mark))
    return FALSE;
  g_free (mark.mark);
  return mark.kind == WMD_PIECE_NUMBERED && mark.number == 1;
}

/* The index of the first line of the body, when that at @index is its first paragraph: of the heading above it. */
static guint
find_body (WmdTextImport *self, guint index)
{
  const WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, index);
  const WmdTextLine *before = index > 0 ? line - 1 : NULL;

  return before != NULL && line->blanks > 0 && before->blanks > 0 && !wmd_text_is_closed (before->text) ? index - 1
                                                                                                        : index;
}

/* "[Original: English]", which follows the heading of a reply. */
static gboolean
is_origin (WmdTextImport *self, const char *folded)
{
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;

  return *folded == '[' && wmd_import_patterns_match_origin (self->patterns, self->language, folded, &original, &date);
}

WmdTextDivision
wmd_text_import_divide (WmdTextImport *self)
{
  WmdTextDivision division = { G_MAXUINT, 0, G_MAXUINT, self->lines->len };

  for (guint i = 0; i < division.body && division.contents == G_MAXUINT; i++)
    {
      const WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, i);
      g_autofree char *folded = NULL;

      if (is_first_paragraph (self, line))
        {
          division.body = find_body (self, i);
          break;
        }
      if (line->width > WMD_TEXT_SHORT_LINE)
        continue;
      folded = wmd_text_fold (line->text);
      if (division.summary_start == 0 &&
          wmd_import_patterns_match (self->patterns, self->language, WMD_PATTERN_SUMMARY, folded, NULL))
        {
          division.masthead_end = i;
          division.summary_start = i + 1;
        }
      else if (wmd_text_import_is_contents_heading (self, line))
        division.contents = i;
      else if (wmd_import_patterns_match_section (self->patterns, self->language, folded) != WMD_IMPORT_SECTION_NONE)
        division.body = i;
      else if (is_origin (self, folded))
        division.body = i > 0 ? i - 1 : 0;
    }
  division.masthead_end = MIN (division.masthead_end, MIN (division.body, division.contents));
  return division;
}
