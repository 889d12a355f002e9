/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The word count on which limits are checked. */
#include "reference/words.h"

#include <string.h>

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    guint words;
  } cases[] = {
    { "", 0 },
    { " \t\n\302\240 ", 0 },
    { "one", 1 },
    { "  Two  words\n", 2 },
    { "non-proliferation and counter-terrorism", 3 },
    { "C’est l’Assemblée", 2 },
    { "resolution 1540 (2004), of 28 April", 6 },
    { "an em dash — alone – is no word", 7 },
    { "8,500 words … per cent", 4 },
    { "A/78/150", 1 },
    { "https://example.org/a b", 2 },
    { "Меры по недопущению", 3 },
    { "25 أيار/مايو 2023", 3 },
    { "大会", 2 },
    { "大会，秘书长。", 5 },
    { "2023 年 5 月 31 日", 6 },
    { "2023年5月31日", 6 },
    { "第77/75号决议", 5 },
    { "第 1540(2004)号决议", 5 },
    { "欧盟EU支持", 5 },
    { "《不扩散核武器条约》", 8 },
    { "一\u3000二", 2 },
    { "e\u0301tat", 1 },
    { "\U00020000", 1 },
    { "１５４０", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint words = wmd_words_count (cases[i].text, -1);

      if (words != cases[i].words)
        {
          g_test_message ("“%s” has %u words, not %u", cases[i].text, words, cases[i].words);
          g_test_fail ();
        }
    }
}

static void
test_length (void)
{
  const char *text = "one two three";

  g_assert_cmpuint (wmd_words_count (text, 0), ==, 0);
  g_assert_cmpuint (wmd_words_count (text, 3), ==, 1);
  g_assert_cmpuint (wmd_words_count (text, 5), ==, 2);
  g_assert_cmpuint (wmd_words_count (text, (gssize) strlen (text)), ==, 3);
  g_assert_cmpuint (wmd_words_count (NULL, 0), ==, 0);
}

/* Words of two texts with a space between are the words of both. */
static void
test_sum (void)
{
  const char *const texts[] = { "大会", "第 77", "号 a-b", "—", "x", "", "2023 年" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autofree char *both = g_strconcat (texts[i], " ", texts[j], NULL);

        g_assert_cmpuint (wmd_words_count (both, -1), ==,
                          wmd_words_count (texts[i], -1) + wmd_words_count (texts[j], -1));
      }
}

/* Each character of Unicode is what Unicode says of it: white space, a word by itself, part of a word or none. */
static void
test_characters (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      gboolean han = g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
      char alone[8] = "", between[8] = "a";
      guint words, parts;

      if (!g_unichar_validate (c))
        continue;
      alone[g_unichar_to_utf8 (c, alone)] = '\0';
      strcat (strcat (between, alone), "b");
      words = wmd_words_count (alone, -1);
      parts = wmd_words_count (between, -1);
      if (words != (g_unichar_isalnum (c) ? 1 : 0) || parts != (han ? 3 : g_unichar_isspace (c) ? 2 : 1))
        {
          g_test_message ("U+%04X: %u words, %u between letters", c, words, parts);
          g_test_fail ();
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/words/count", test_count);
  g_test_add_func ("/reference/words/length", test_length);
  g_test_add_func ("/reference/words/sum", test_sum);
  g_test_add_func ("/reference/words/characters", test_characters);
  return g_test_run ();
}
