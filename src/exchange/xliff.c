/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the writer and the reader of XLIFF have to agree on. */

#include "config.h"

#include "exchange/xliff-private.h"

#include <string.h>

static const char *const states[WMD_N_PROGRESS] = {
  [WMD_PROGRESS_UNTRANSLATED] = "new",      [WMD_PROGRESS_DRAFT] = "needs-review-translation",
  [WMD_PROGRESS_TRANSLATED] = "translated", [WMD_PROGRESS_REVISED] = "signed-off",
  [WMD_PROGRESS_APPROVED] = "final",
};

/* What other tools write for a text that has to be worked on. */
static const struct
{
  const char *state;
  WmdProgress progress;
} other_states[] = {
  { "needs-translation", WMD_PROGRESS_UNTRANSLATED },
  { "needs-adaptation", WMD_PROGRESS_DRAFT },
  { "needs-l10n", WMD_PROGRESS_DRAFT },
  { "needs-review-adaptation", WMD_PROGRESS_DRAFT },
  { "needs-review-l10n", WMD_PROGRESS_DRAFT },
};

const char *
wmd_xliff_get_state (const WmdExchangeUnit *unit)
{
  WmdProgress progress = unit->target != NULL ? wmd_block_get_progress (unit->target) : WMD_PROGRESS_UNTRANSLATED;

  return states[unit->stale ? MIN (progress, WMD_PROGRESS_DRAFT) : progress];
}

gboolean
wmd_xliff_parse_state (const char *state, WmdProgress *progress)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], state) == 0)
      {
        *progress = i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (other_states); i++)
    if (g_strcmp0 (other_states[i].state, state) == 0)
      {
        *progress = other_states[i].progress;
        return TRUE;
      }
  return FALSE;
}

char *
wmd_xliff_dup_digest (const char *markup)
{
  char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, markup != NULL ? markup : "", -1);

  digest[16] = '\0';
  return digest;
}

char *
wmd_xliff_dup_note_id (const char *id, guint code)
{
  return g_strdup_printf ("%s.%u", id, code);
}
