/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers of paragraphs that run through a report: older ones go on counting from the introduction through all replies
 * that do not have numbers of their own. A report numbers the paragraphs of each part anew, so the numbers are kept as
 * text where the report refers to them.
 */

#include "config.h"

#include "exchange/text-parts-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/text-chars.h"

#define LOST 3           /* paragraphs in a row whose numbers may be lost */
#define MIN_PARTS 3      /* that are numbered in one row */
#define MIN_PARAGRAPHS 2 /* that are, after the first part, where there are only two parts */

/* A number of a paragraph goes on from @last, or from not far before it. */
static gboolean
goes_on (const WmdPiece *piece, guint last)
{
  return piece->number > last && piece->number <= last + LOST + 1;
}

/* The index of the first numbered paragraph of a part; that after its last piece when there is none. */
static guint
find_first (const WmdTextPart *part)
{
  guint i = 0;

  while (i < part->pieces->len && ((WmdPiece *) part->pieces->pdata[i])->kind != WMD_PIECE_NUMBERED)
    i++;
  return i;
}

/* Follows the numbers of a part from @last on, which is moved. Returns how many go on; 0 where the first does not. */
static guint
follow_part (const WmdTextPart *part, guint *last)
{
  guint first = find_first (part);
  guint n = 0;

  if (first < part->pieces->len && !goes_on (part->pieces->pdata[first], *last))
    return 0;
  for (guint i = first; i < part->pieces->len; i++)
    {
      const WmdPiece *piece = part->pieces->pdata[i];

      if (piece->kind != WMD_PIECE_NUMBERED || !goes_on (piece, *last))
        continue;
      *last = piece->number;
      n++;
    }
  return n;
}

/* TRUE when the first number of a part is 1, which no other part goes on with. */
static gboolean
has_own_numbers (const WmdTextPart *part)
{
  guint first = find_first (part);

  return first < part->pieces->len && ((WmdPiece *) part->pieces->pdata[first])->number == 1;
}

/* Follows the numbers through all parts, and remembers for each that goes on the last number before it. TRUE when they
 * run through. @first, @last (out): last number of the first part, and of the last.
 */
static gboolean
follow_numbers (WmdTextParts *self, guint *first, guint *last)
{
  guint n_parts = 0;
  guint n_paragraphs = 0; /* after the first part */

  *first = 0;
  *last = 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      WmdTextPart *part = self->parts->pdata[i];
      guint n;

      if (find_first (part) == part->pieces->len || (*last > 0 && has_own_numbers (part)))
        continue;
      part->numbered_before = *last;
      n = follow_part (part, last);
      if (n == 0)
        return FALSE;
      if (++n_parts == 1)
        *first = *last;
      else
        n_paragraphs += n;
    }
  return n_parts >= MIN_PARTS || n_paragraphs >= MIN_PARAGRAPHS;
}

/* "see paragraph 12 above" */
static gboolean
refers_to_numbers (WmdTextParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const GPtrArray *pieces = ((WmdTextPart *) self->parts->pdata[i])->pieces;

      for (guint j = 0; j < pieces->len; j++)
        {
          g_autofree char *folded = wmd_text_fold (((WmdPiece *) pieces->pdata[j])->text);

          if (wmd_import_patterns_match (self->import->patterns, self->import->language, WMD_PATTERN_PARAGRAPH, folded,
                                         NULL))
            return TRUE;
        }
    }
  return FALSE;
}

/* The line of the first paragraph that gets another number. */
static guint
find_line (WmdTextParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WmdTextPart *part = self->parts->pdata[i];

      for (guint j = 0; part->numbered_before > 0 && j < part->pieces->len; j++)
        if (((WmdPiece *) part->pieces->pdata[j])->kind == WMD_PIECE_NUMBERED)
          return ((WmdPiece *) part->pieces->pdata[j])->line;
    }
  return 0;
}

void
wmd_text_parts_find_numbering (WmdTextParts *self)
{
  guint first;
  guint last;
  g_autofree char *hint = NULL;

  if (follow_numbers (self, &first, &last) && !refers_to_numbers (self))
    {
      hint = g_strdup_printf ("%u–%u", first + 1, last);
      wmd_text_import_report (self->import, "import-derived", WMD_SEVERITY_NOTE, find_line (self), hint,
                              g_strdup (_ ("The numbers of paragraphs run through all replies. They will be printed "
                                           "from 1 on in each reply.")));
      return;
    }
  for (guint i = 0; i < self->parts->len; i++)
    ((WmdTextPart *) self->parts->pdata[i])->numbered_before = 0;
}
