/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/edit.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* Where words were found in the texts of one language. */
typedef struct
{
  guint place;       /* of the block among all those of the language, in the order of the report */
  const char *part;  /* ids; owned by the snapshot, as long as that is */
  const char *block;
  gboolean in_note;
  guint note;        /* byte of the mark of the footnote in the text of the block; with in_note */
  guint start;       /* bytes of the text of the block, or of the footnote */
  guint end;
} WmdMatch;

/* Finds @words, whatever the case of letters, the kind of spaces and the shape of apostrophes, also in footnotes; what a
 * field stands for is no text. Matches do not overlap. (transfer full) (element-type WmdMatch)
 */
GArray *wmd_search_find (WmdSnapshot *snapshot,
                         WmdLanguage  language,
                         const char  *words);

/* Place of a block, as in WmdMatch; with @block NULL, or unknown, that of the first one of the part or after it. */
guint wmd_search_get_place (WmdSnapshot *snapshot,
                            WmdLanguage  language,
                            const char  *part,
                            const char  *block);

/* Puts @words where @matches (element-type WmdMatch) are, which were found in @snapshot, as one edit. What marks run
 * over a match runs over the new words. (transfer full)
 */
WmdEdit *wmd_search_replace (WmdSnapshot  *snapshot,
                             WmdLanguage   language,
                             const GArray *matches,
                             const char   *words,
                             const char   *label);

G_END_DECLS
