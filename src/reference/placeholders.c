/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patterns such as "{day} {month} {year}", as the data files have them. */
#include "reference/placeholders.h"

static const char *
find_value (const char *const *pairs, const char *name)
{
  for (gsize i = 0; pairs[i] != NULL; i += 2)
    if (g_str_equal (pairs[i], name))
      return pairs[i + 1];
  return NULL;
}

char *
wmd_placeholders_read (const char *text, const char **end)
{
  const char *close;

  if (text[0] != '{')
    return NULL;
  close = strchr (text, '}');
  if (close == NULL)
    return NULL;
  *end = close + 1;
  return g_strndup (text + 1, (gsize) (close - text - 1));
}

char *
wmd_placeholders_fill (const char *pattern, const char *const *pairs)
{
  GString *filled;

  g_return_val_if_fail (pattern != NULL && pairs != NULL, NULL);

  filled = g_string_new (NULL);
  for (const char *p = pattern; *p != '\0';)
    {
      const char *end;
      g_autofree char *name = wmd_placeholders_read (p, &end);
      const char *value = name != NULL ? find_value (pairs, name) : NULL;

      if (value != NULL)
        {
          g_string_append (filled, value);
          p = end;
        }
      else
        g_string_append_c (filled, *p++);
    }
  return g_string_free (filled, FALSE);
}
