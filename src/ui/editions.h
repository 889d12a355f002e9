/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* What is missing until one edition can be issued. */
typedef struct
{
  guint n_parts;
  guint n_words;      /* of the sources held */
  guint n_words_left; /* of those, not translated */
  guint n_parts_left; /* parts that are not wholly translated, or of which nothing is held */
  guint n_stale;
  guint n_tentative;
  guint n_errors; /* findings of that severity when the edition is asked for, waived ones apart */
} WmdEditionState;

/* The state of the six editions of an open report, kept up to date in a thread while someone looks. Emits "changed". */
#define WMD_TYPE_EDITIONS (wmd_editions_get_type ())
G_DECLARE_FINAL_TYPE (WmdEditions, wmd_editions, WMD, EDITIONS, GObject)

WmdEditions *wmd_editions_new (WmdReport *report);

/* Zero before the first "changed". */
const WmdEditionState *wmd_editions_get (WmdEditions *self, WmdLanguage language);

/* One sentence for the coordinator: "Can be issued", "640 words to translate in 3 texts". (transfer full) */
char *wmd_edition_state_dup_sentence (const WmdEditionState *state);

/* How much is translated, from 0 to 1: of the words, or where no source is held, of the parts. */
double wmd_edition_state_get_fraction (const WmdEditionState *state);

/* While it is held by someone the states follow the report. */
void wmd_editions_hold (WmdEditions *self);
void wmd_editions_release (WmdEditions *self);

G_END_DECLS
