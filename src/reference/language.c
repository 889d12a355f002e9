/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The codes of the six official languages: the identifiers that code and
 * file formats are written in. What the languages call things is data.
 */
#include "reference/language.h"

typedef struct
{
  const char *code;
  const char *tag;
  const char *iso639_3;
  char letter;
  gboolean rtl;
} LanguageInfo;

static const LanguageInfo languages[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = { "ar", "ar", "ara", 'A', TRUE },  [WMD_LANGUAGE_EN] = { "en", "en-GB", "eng", 'E', FALSE },
  [WMD_LANGUAGE_ES] = { "es", "es", "spa", 'S', FALSE }, [WMD_LANGUAGE_FR] = { "fr", "fr", "fra", 'F', FALSE },
  [WMD_LANGUAGE_RU] = { "ru", "ru", "rus", 'R', FALSE }, [WMD_LANGUAGE_ZH] = { "zh", "zh-CN", "zho", 'C', FALSE },
};

static gboolean
is_language (WmdLanguage language)
{
  return language >= 0 && language < WMD_N_LANGUAGES;
}

const char *
wmd_language_get_code (WmdLanguage language)
{
  g_return_val_if_fail (is_language (language), NULL);

  return languages[language].code;
}

WmdLanguage
wmd_language_from_code (const char *code)
{
  for (int i = 0; code != NULL && i < WMD_N_LANGUAGES; i++)
    if (g_str_equal (code, languages[i].code))
      return i;
  return WMD_LANGUAGE_NONE;
}

const char *
wmd_language_get_tag (WmdLanguage language)
{
  g_return_val_if_fail (is_language (language), NULL);

  return languages[language].tag;
}

const char *
wmd_language_get_iso639_3 (WmdLanguage language)
{
  g_return_val_if_fail (is_language (language), NULL);

  return languages[language].iso639_3;
}

char
wmd_language_get_letter (WmdLanguage language)
{
  g_return_val_if_fail (is_language (language), '\0');

  return languages[language].letter;
}

gboolean
wmd_language_is_rtl (WmdLanguage language)
{
  g_return_val_if_fail (is_language (language), FALSE);

  return languages[language].rtl;
}

WmdLanguage
wmd_language_of_messages (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (names[i], "_.@", 2);
      WmdLanguage language = wmd_language_from_code (parts[0]);

      if (language != WMD_LANGUAGE_NONE)
        return language;
    }
  return WMD_LANGUAGE_EN;
}
