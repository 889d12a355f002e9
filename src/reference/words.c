/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Word count. A run between white space is one word when it holds a letter or
 * a digit; a Han character is a word by itself and ends the run before it.
 */
#include "reference/words.h"

/* From the character after the space that does not break to before the first other space: letters of Europe, the
 * Caucasus and the Near East, among which is neither white space nor a Han character.
 */
static gboolean
is_near (gunichar c)
{
  return c > 0xa0 && c < 0x1680;
}

static gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : !is_near (c) && g_unichar_isspace (c);
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x1680 && g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
begins_word (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
}

/* Every text is counted when it is read, so what most characters are is found out without a table of Unicode. */
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

      if (is_space (c))
        in_word = FALSE;
      else if (is_han (c))
        {
          count++;
          in_word = FALSE;
        }
      else if (!in_word && begins_word (c))
        {
          count++;
          in_word = TRUE;
        }
    }
  return count;
}
