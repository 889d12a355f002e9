/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers of paragraphs that run through a report: older ones go on counting from the introduction through all replies.
 * A report numbers the paragraphs of each part anew, so the numbers are kept as text where the report refers to them.
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

/* Follows the numbers through all parts, and remembers for each the last number before it. TRUE when they run through.
 */
static gboolean
follow_numbers (WmdTextParts *self, guint *first, guint *last)
{
  guint n_parts = 0;

  *first = 0;
  *last = 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      WmdTextPart *part = self->parts->pdata[i];
      gboolean numbered = FALSE;

      part->numbered_before = *last;
      for (guint j = 0; j < part->pieces->len; j++)
        {
          const WmdPiece *piece = part->pieces->pdata[j];

          if (piece->kind != WMD_PIECE_NUMBERED)
            continue;
          if (goes_on (piece, *last))
            *last = piece->number;
          else if (!numbered)
            return FALSE;
          numbered = TRUE;
        }
      n_parts += numbered;
      if (n_parts == 1 && numbered)
        *first = *last;
    }
  return n_parts >= MIN_PARTS || (n_parts == MIN_PARTS - 1 && *last >= *first + MIN_PARAGRAPHS);
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
