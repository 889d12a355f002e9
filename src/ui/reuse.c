/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/reuse.h"

#include <glib/gi18n-lib.h>

#include "reference/words.h"

gboolean
wmd_reuse_count (const WmdBody *body, WmdLanguage language, WmdReuse *reuse)
{
  WmdVariant *variant;

  g_return_val_if_fail (body != NULL && reuse != NULL, FALSE);

  *reuse = (WmdReuse){ 0 };
  variant = language != WMD_LANGUAGE_NONE ? wmd_body_get_variant (body, language) : NULL;
  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    {
      const WmdBlock *block = wmd_variant_get_block (variant, i);
      const char *origin = wmd_block_get_reused (block);

      if (origin == NULL)
        continue;
      if (reuse->origin == NULL)
        reuse->origin = origin;
      reuse->n_blocks++;
      reuse->n_words += wmd_words_count (wmd_block_get_text (block), -1);
    }
  return reuse->n_blocks > 0;
}

char *
wmd_reuse_dup_sentence (const WmdReuse *reuse)
{
  g_return_val_if_fail (reuse != NULL && reuse->origin != NULL, NULL);

  /* Translators: %s is the symbol of an earlier report. */
  return g_strdup_printf (ngettext ("%u paragraph taken over from %s, not edited since",
                                    "%u paragraphs taken over from %s, not edited since", reuse->n_blocks),
                          reuse->n_blocks, reuse->origin);
}
