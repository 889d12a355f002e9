/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Word count. A run between white space is one word when it holds a letter or
 * a digit; a Han character is a word by itself and ends the run before it.
 */
#include "reference/words.h"

guint
wmd_words_count (const char *text, gssize length)
{
  const char *end;
  guint count = 0;
  gboolean in_word = FALSE;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  if (text == NULL)
    return 0;
  end = length < 0 ? text + strlen (text) : text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (c >= 0x80 && g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
        {
          count++;
          in_word = FALSE;
        }
      else if (!in_word && g_unichar_isalnum (c))
        {
          count++;
          in_word = TRUE;
        }
    }
  return count;
}
