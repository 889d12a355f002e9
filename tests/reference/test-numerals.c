/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions, counts in words, letters. */
#include <json-glib/json-glib.h>

#include "reference/fixture.h"
#include "support/support.h"

#define FIRST_SESSION 50
#define LAST_SESSION 100

static void
test_sessions_both_ways (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (GHashTable) ordinals = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint session = FIRST_SESSION; session <= LAST_SESSION; session++)
        {
          const char *title = wmd_reference_get_session (reference, language, session);
          const char *ordinal = wmd_reference_get_session_ordinal (reference, language, session);

          fixture_assert_clean (title, "a session");
          fixture_assert_clean (ordinal, "the ordinal of a session");
          g_assert_cmpuint (wmd_reference_parse_session (reference, language, title), ==, session);
          g_assert_true (g_hash_table_add (ordinals, (char *) ordinal));
        }
      g_assert_null (wmd_reference_get_session (reference, language, 0));
      g_assert_null (wmd_reference_get_session (reference, language, LAST_SESSION + 1));
    }
}

static void
test_session_forms (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *text;
    guint session;
  } read[] = {
    { WMD_LANGUAGE_EN, "SEVENTY-EIGHTH SESSION", 78 },
    { WMD_LANGUAGE_EN, "Seventy\342\200\221eighth  session", 78 },
    { WMD_LANGUAGE_EN, "78th session", 78 },
    { WMD_LANGUAGE_EN, "81st session", 81 },
    { WMD_LANGUAGE_EN, "101st session", 0 },
    { WMD_LANGUAGE_EN, "78 meetings", 0 },
    { WMD_LANGUAGE_EN, "Seventy-eighth", 0 },
    { WMD_LANGUAGE_FR, "Soixante-dix-huitieme session", 78 },
    { WMD_LANGUAGE_FR, "78e session", 78 },
    { WMD_LANGUAGE_FR, "78ᵉ session", 78 },
    { WMD_LANGUAGE_ES, "Septuagésimo octavo periodo de sesiones", 78 },
    { WMD_LANGUAGE_ES, "78º período de sesiones", 78 },
    { WMD_LANGUAGE_RU, "СЕМЬДЕСЯТ ВОСЬМАЯ СЕССИЯ", 78 },
    { WMD_LANGUAGE_RU, "78-я сессия", 78 },
    { WMD_LANGUAGE_AR, "الدورة الثامنة والسبعون", 78 },
    { WMD_LANGUAGE_AR, "الدورة ٧٨", 78 },
    { WMD_LANGUAGE_ZH, "第七十八届会议", 78 },
    { WMD_LANGUAGE_ZH, "第 78 届会议", 78 },
    { WMD_LANGUAGE_ZH, "第七十八届", 0 },
  };
  static const char *const titles[WMD_N_LANGUAGES] = {
    "الدورة الحادية والسبعون",     "Seventy-first session",   "Septuagésimo primer período de sesiones",
    "Soixante et onzième session", "Семьдесят первая сессия", "第七十一届会议",
  };
  static const char *const ordinals[WMD_N_LANGUAGES] = {
    "الحادية والسبعين", "seventy-first", "septuagésimo primer", "soixante et onzième", "семьдесят первой", "第七十一届",
  };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (read); i++)
    g_assert_cmpuint (wmd_reference_parse_session (reference, read[i].language, read[i].text), ==, read[i].session);
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_assert_cmpstr (wmd_reference_get_session (reference, language, 71), ==, titles[language]);
      g_assert_cmpstr (wmd_reference_get_session_ordinal (reference, language, 71), ==, ordinals[language]);
    }
}

/* What the material records of the sessions. */
static void
test_recorded_sessions (void)
{
  static const WmdLanguage columns[] = { WMD_LANGUAGE_EN, WMD_LANGUAGE_FR, WMD_LANGUAGE_ES,
                                         WMD_LANGUAGE_RU, WMD_LANGUAGE_AR, WMD_LANGUAGE_ZH };
  g_autofree char *path = test_material_path ("domain", "sessions.csv", NULL);
  g_autofree char *contents = path != NULL ? test_read_file (path, NULL) : NULL;
  g_auto (GStrv) lines = contents != NULL ? g_strsplit (g_strstrip (contents), "\n", -1) : NULL;
  g_autoptr (WmdReference) reference = fixture_load ();

  for (gsize i = 1; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      guint session = (guint) g_ascii_strtoull (cells[0], NULL, 10);

      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        g_assert_cmpstr (wmd_reference_get_session (reference, columns[j], session), ==, cells[j + 2]);
    }
}

static void
assert_count (WmdReference *reference, WmdLanguage language, const char *noun, guint count, const char *expected)
{
  g_autofree char *text = wmd_reference_format_count (reference, language, noun, count);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_counts (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *noun;
    guint count;
    const char *text;
  } cases[] = {
    { WMD_LANGUAGE_EN, "governments", 0, "no Governments" },
    { WMD_LANGUAGE_EN, "governments", 1, "one Government" },
    { WMD_LANGUAGE_EN, "governments", 9, "nine Governments" },
    { WMD_LANGUAGE_EN, "governments", 10, "10 Governments" },
    { WMD_LANGUAGE_EN, "governments", 193, "193 Governments" },
    { WMD_LANGUAGE_EN, "words", 8500, "8,500 words" },
    { WMD_LANGUAGE_FR, "governments", 0, "aucun gouvernement" },
    { WMD_LANGUAGE_FR, "organizations", 0, "aucune organisation internationale" },
    { WMD_LANGUAGE_FR, "organizations", 1, "une organisation internationale" },
    { WMD_LANGUAGE_FR, "governments", 1, "un gouvernement" },
    { WMD_LANGUAGE_FR, "organizations", 7, "sept organisations internationales" },
    { WMD_LANGUAGE_FR, "words", 8500, "8\302\240500 mots" },
    { WMD_LANGUAGE_FR, "words", 1000000, "1\302\240000\302\240000 mots" },
    { WMD_LANGUAGE_ES, "governments", 0, "ningún Gobierno" },
    { WMD_LANGUAGE_ES, "governments", 1, "un Gobierno" },
    { WMD_LANGUAGE_ES, "organizations", 1, "una organización internacional" },
    { WMD_LANGUAGE_ES, "organizations", 7, "siete organizaciones internacionales" },
    { WMD_LANGUAGE_ES, "words", 1000000, "1\302\240000\302\240000 palabras" },
    { WMD_LANGUAGE_RU, "governments", 0, "ни одно правительство" },
    { WMD_LANGUAGE_RU, "governments", 1, "одно правительство" },
    { WMD_LANGUAGE_RU, "governments", 2, "два правительства" },
    { WMD_LANGUAGE_RU, "governments", 9, "девять правительств" },
    { WMD_LANGUAGE_RU, "governments", 11, "11 правительств" },
    { WMD_LANGUAGE_RU, "governments", 21, "21 правительство" },
    { WMD_LANGUAGE_RU, "governments", 22, "22 правительства" },
    { WMD_LANGUAGE_RU, "governments", 111, "111 правительств" },
    { WMD_LANGUAGE_RU, "organizations", 1, "одна международная организация" },
    { WMD_LANGUAGE_RU, "organizations", 2, "две международные организации" },
    { WMD_LANGUAGE_RU, "organizations", 7, "семь международных организаций" },
    { WMD_LANGUAGE_RU, "replies", 1, "один ответ" },
    { WMD_LANGUAGE_RU, "replies", 2, "два ответа" },
    { WMD_LANGUAGE_AR, "governments", 1, "حكومة واحدة" },
    { WMD_LANGUAGE_AR, "governments", 2, "حكومتين" },
    { WMD_LANGUAGE_AR, "governments", 3, "ثلاث حكومات" },
    { WMD_LANGUAGE_AR, "governments", 9, "تسع حكومات" },
    { WMD_LANGUAGE_AR, "governments", 10, "عشر حكومات" },
    { WMD_LANGUAGE_AR, "governments", 11, "11 حكومة" },
    { WMD_LANGUAGE_AR, "governments", 100, "100 حكومة" },
    { WMD_LANGUAGE_AR, "governments", 103, "103 حكومات" },
    { WMD_LANGUAGE_AR, "replies", 3, "ثلاثة ردود" },
    { WMD_LANGUAGE_AR, "replies", 11, "11 ردا" },
    { WMD_LANGUAGE_AR, "replies", 100, "100 رد" },
    { WMD_LANGUAGE_AR, "organizations", 7, "سبع منظمات دولية" },
    { WMD_LANGUAGE_ZH, "governments", 1, "1 个国家政府" },
    { WMD_LANGUAGE_ZH, "member-states", 9, "9 个会员国" },
    { WMD_LANGUAGE_ZH, "organizations", 7, "7 个国际组织" },
    { WMD_LANGUAGE_ZH, "words", 8500, "8\302\240500 字" },
  };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_count (reference, cases[i].language, cases[i].noun, cases[i].count, cases[i].text);
}

/* Every noun can be counted in every language, and no placeholder is left over. */
static void
test_nouns (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  g_autofree char *path = test_source_path ("data", "counts.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) nouns = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  nouns = json_object_get_members (
      json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "nouns"));
  g_assert_nonnull (g_list_find_custom (nouns, "governments", (GCompareFunc) g_strcmp0));
  g_assert_nonnull (g_list_find_custom (nouns, "organizations", (GCompareFunc) g_strcmp0));

  for (GList *noun = nouns; noun != NULL; noun = noun->next)
    for (int language = 0; language < WMD_N_LANGUAGES; language++)
      for (guint count = 0; count <= 205; count++)
        {
          g_autofree char *text = wmd_reference_format_count (reference, language, noun->data, count);
          g_autofree char *figures = g_strdup_printf ("%u ", count);

          fixture_assert_clean (text, noun->data);
          g_assert_null (strchr (text, '{'));
          if (count > 20)
            g_assert_true (g_str_has_prefix (text, figures));
        }
}

static void
test_letters (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  g_assert_cmpstr (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_EN, 19), ==, "s");
  g_assert_cmpstr (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_RU, 19), ==, "s");
  g_assert_cmpstr (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_AR, 19), ==, "ق");
  g_assert_cmpstr (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_EN, 27), ==, "aa");
  g_assert_null (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_EN, 0));
  g_assert_null (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_EN, 53));
  g_assert_null (wmd_reference_get_subitem_letter (reference, WMD_LANGUAGE_AR, 29));

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      for (guint i = 1; wmd_reference_get_subitem_letter (reference, language, i) != NULL; i++)
        g_assert_cmpuint (wmd_reference_parse_subitem_letter (
                              reference, language, wmd_reference_get_subitem_letter (reference, language, i)),
                          ==, i);
      g_assert_cmpuint (wmd_reference_parse_subitem_letter (reference, language, "?"), ==, 0);
    }
  g_assert_cmpuint (wmd_reference_parse_subitem_letter (reference, WMD_LANGUAGE_EN, "S"), ==, 19);
  g_assert_cmpuint (wmd_reference_parse_subitem_letter (reference, WMD_LANGUAGE_AR, "ه"), ==, 5);
}

static void
test_list_marks (void)
{
  static const char *const letters[WMD_N_LANGUAGES] = { "(ب)", "(b)", "b)", "b)", "b)", "(b)" };
  static const char *const numbers[WMD_N_LANGUAGES] = { "’4‘", "(iv)", "iv)", "iv)", "iv)", "(四)" };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autofree char *first = wmd_reference_format_list_mark (reference, language, 1, 2);
      g_autofree char *second = wmd_reference_format_list_mark (reference, language, 2, 4);
      g_autofree char *far = wmd_reference_format_list_mark (reference, language, 2, 400);

      g_assert_cmpstr (first, ==, letters[language]);
      g_assert_cmpstr (second, ==, numbers[language]);
      g_assert_nonnull (strstr (far, "400"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/numerals/sessions-both-ways", test_sessions_both_ways);
  g_test_add_func ("/reference/numerals/session-forms", test_session_forms);
  g_test_add_func ("/reference/numerals/recorded-sessions", test_recorded_sessions);
  g_test_add_func ("/reference/numerals/counts", test_counts);
  g_test_add_func ("/reference/numerals/nouns", test_nouns);
  g_test_add_func ("/reference/numerals/letters", test_letters);
  g_test_add_func ("/reference/numerals/list-marks", test_list_marks);
  return g_test_run ();
}
