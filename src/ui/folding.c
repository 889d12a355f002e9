/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Searching as one types: "cote d" finds "Côte d’Ivoire". */

#include "config.h"

#include "ui/folding.h"

#include <string.h>

char *
wmd_fold_for_search (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, c == 0x2019 ? '\'' : c);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

gboolean
wmd_text_matches (const char *text, const char *needle)
{
  g_autofree char *folded = text != NULL ? wmd_fold_for_search (text) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}
