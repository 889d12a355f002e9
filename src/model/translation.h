/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"

G_BEGIN_DECLS

/* How far one language of one body is. */
typedef struct
{
  WmdProgress progress; /* the least of its units; untranslated when nothing is held */
  double share;         /* 0-1: of the words to translate (of the text itself where the source is not held) those in units at least translated */
  guint n_units;        /* units the source has (of the variant itself where the source is not held) */
  guint n_missing;      /* units without text in the language */
  guint n_tentative;
  guint n_stale;
  guint n_unrevised;    /* translated, not revised */
} WmdTranslation;

/* For the original language itself everything is done when it is held. */
void wmd_translation_measure (const WmdBody  *body,
                              WmdLanguage     language,
                              WmdTranslation *translation);

/* The language the unit is to be compared with: the one it was made from where that is held, else the original. */
WmdBlock *wmd_translation_lookup_source (const WmdBody  *body,
                                         const WmdBlock *unit);

/* TRUE when the source of the unit changed since. */
gboolean wmd_translation_is_stale (const WmdBody  *body,
                                   const WmdBlock *unit);

G_END_DECLS
