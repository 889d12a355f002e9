/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fixed wording and the names of the languages: all of it in all six languages. */
#include <json-glib/json-glib.h>

#include "reference/fixture.h"
#include "support/support.h"

static void
test_codes (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *code, *iso639_3;
    char letter;
    gboolean rtl;
  } cases[WMD_N_LANGUAGES] = {
    { WMD_LANGUAGE_AR, "ar", "ara", 'A', TRUE },  { WMD_LANGUAGE_EN, "en", "eng", 'E', FALSE },
    { WMD_LANGUAGE_ES, "es", "spa", 'S', FALSE }, { WMD_LANGUAGE_FR, "fr", "fra", 'F', FALSE },
    { WMD_LANGUAGE_RU, "ru", "rus", 'R', FALSE }, { WMD_LANGUAGE_ZH, "zh", "zho", 'C', FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (cases[i].language, ==, i);
      g_assert_cmpstr (wmd_language_get_code (i), ==, cases[i].code);
      g_assert_cmpstr (wmd_language_get_iso639_3 (i), ==, cases[i].iso639_3);
      g_assert_cmpint (wmd_language_get_letter (i), ==, cases[i].letter);
      g_assert_cmpint (wmd_language_is_rtl (i), ==, cases[i].rtl);
      g_assert_cmpint (wmd_language_from_code (cases[i].code), ==, i);
      g_assert_true (g_str_has_prefix (wmd_language_get_tag (i), cases[i].code));
    }
  g_assert_cmpint (wmd_language_from_code (NULL), ==, WMD_LANGUAGE_NONE);
  g_assert_cmpint (wmd_language_from_code ("de"), ==, WMD_LANGUAGE_NONE);
  g_assert_cmpint (wmd_language_from_code ("EN"), ==, WMD_LANGUAGE_NONE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The placeholders of @text, sorted, as "{a}{b}". (transfer full) */
static char *
list_placeholders (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{[a-z]+\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (names, g_match_info_fetch (match, 0));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("", (char **) names->pdata);
}

static void
check_label (WmdReference *reference, const char *key)
{
  g_autofree char *expected = list_placeholders (wmd_reference_get_label (reference, WMD_LANGUAGE_EN, key));

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *const *forms = wmd_reference_list_label_forms (reference, language, key);

      g_assert_cmpstr (forms[0], ==, wmd_reference_get_label (reference, language, key));
      for (gsize i = 0; forms[i] != NULL; i++)
        {
          g_autofree char *placeholders = list_placeholders (forms[i]);

          if (!g_str_equal (placeholders, expected))
            {
              g_test_message ("%s: “%s” has the placeholders %s, not %s", key, forms[i], placeholders, expected);
              g_test_fail ();
            }
          g_assert_true (g_utf8_validate (forms[i], -1, NULL));
          g_assert_cmpstr (forms[i], !=, "");
          for (gsize j = 0; j < i; j++)
            g_assert_cmpstr (forms[i], !=, forms[j]);
        }
    }
}

/* Every key of the file can be asked for in every language, and its forms take the same values. */
static void
test_complete (void)
{
  static const char *const needed[] = {
    "united-nations",
    "organ",
    "distr",
    "version-language",
    "original-prefix",
    "agenda-item-provisional",
    "agenda-item-adopted",
    "item-title",
    "report-title",
    "report-author",
    "summary",
    "contents",
    "page",
    "section-introduction",
    "section-governments",
    "section-european-union",
    "section-organizations",
    "section-number-1",
    "section-number-2",
    "section-number-3",
    "section-number-4",
    "date-line",
    "document-link",
    "paragraph-number",
  };
  g_autoptr (WmdReference) reference = fixture_load ();
  g_autofree char *path = test_source_path ("data", "labels.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *labels;
  g_autoptr (GList) keys = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  labels = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "labels");
  keys = json_object_get_members (labels);
  for (GList *key = keys; key != NULL; key = key->next)
    check_label (reference, key->data);
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    g_assert_true (json_object_has_member (labels, needed[i]));
}

static void
test_format (void)
{
  static const char *const expected[WMD_N_LANGUAGES] = {
    "البند 101 (ق) من جدول الأعمال المؤقت*",      "Item 101 (s) of the provisional agenda*",
    "Tema 101 s) del programa provisional*",      "Point 101 s) de l’ordre du jour provisoire*",
    "Пункт 101 s) предварительной повестки дня*", "临时议程* 项目 101(s)",
  };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *letter = wmd_reference_get_subitem_letter (reference, language, 19);
      g_autofree char *line = wmd_reference_format_label (reference, language, "agenda-item-provisional", "item", "101",
                                                          "subitem", letter, NULL);
      g_autofree char *link = wmd_reference_format_label (reference, language, "document-link", "language",
                                                          wmd_language_get_code (language), "symbol", "A/78/150", NULL);

      g_assert_cmpstr (line, ==, expected[language]);
      g_assert_true (g_str_has_suffix (link, "/A/78/150"));
      g_assert_nonnull (strstr (link, wmd_language_get_code (language)));
    }
}

static void
test_unknown_key (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (WmdReference) reference = fixture_load ();

      wmd_reference_get_label (reference, WMD_LANGUAGE_EN, "no-such-label");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no-such-label*");
}

static void
test_language_names (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int named = 0; named < WMD_N_LANGUAGES; named++)
    for (int language = 0; language < WMD_N_LANGUAGES; language++)
      {
        const char *name = wmd_reference_get_language_name (reference, named, language);

        fixture_assert_clean (name, "the name of a language");
        g_assert_cmpint (wmd_reference_parse_language_name (reference, language, name), ==, named);
      }
  g_assert_cmpstr (wmd_reference_get_language_name (reference, WMD_LANGUAGE_FR, WMD_LANGUAGE_ZH), ==, "法文");
  g_assert_cmpstr (wmd_reference_get_language_name (reference, WMD_LANGUAGE_ZH, WMD_LANGUAGE_ES), ==, "chino");
  g_assert_cmpint (wmd_reference_parse_language_name (reference, WMD_LANGUAGE_ZH, "汉语"), ==, WMD_LANGUAGE_ZH);
  g_assert_cmpint (wmd_reference_parse_language_name (reference, WMD_LANGUAGE_EN, "GERMAN"), ==, WMD_LANGUAGE_NONE);
  g_assert_cmpint (wmd_reference_parse_language_name (reference, WMD_LANGUAGE_EN, "anglais"), ==, WMD_LANGUAGE_NONE);
}

static void
test_original_lines (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *line;
    WmdLanguage named;
  } read[] = {
    { WMD_LANGUAGE_EN, "[original: french]", WMD_LANGUAGE_FR },
    { WMD_LANGUAGE_EN, "Original : French", WMD_LANGUAGE_FR },
    { WMD_LANGUAGE_FR, "[Original : ANGLAIS]", WMD_LANGUAGE_EN },
    { WMD_LANGUAGE_FR, "[Original: anglais]", WMD_LANGUAGE_EN },
    { WMD_LANGUAGE_RU, "[Язык оригинала: арабский]", WMD_LANGUAGE_AR },
    { WMD_LANGUAGE_RU, "[Подлинный текст на арабском языке]", WMD_LANGUAGE_AR },
    { WMD_LANGUAGE_AR, "[الأصل: بالانكليزية]", WMD_LANGUAGE_EN },
    { WMD_LANGUAGE_AR, "[الأصل: الإنجليزية]", WMD_LANGUAGE_NONE },
    { WMD_LANGUAGE_ZH, "[原件:法文]", WMD_LANGUAGE_FR },
    { WMD_LANGUAGE_ZH, "[ 原 件 ： 西班牙 文 ]", WMD_LANGUAGE_ES },
    { WMD_LANGUAGE_EN, "[25 May 2023]", WMD_LANGUAGE_NONE },
    { WMD_LANGUAGE_EN, "French", WMD_LANGUAGE_NONE },
    { WMD_LANGUAGE_EN, "", WMD_LANGUAGE_NONE },
  };
  g_autoptr (WmdReference) reference = fixture_load ();
  g_autofree char *other = NULL;
  g_autofree char *russian = NULL;

  for (int named = 0; named < WMD_N_LANGUAGES; named++)
    for (int language = 0; language < WMD_N_LANGUAGES; language++)
      {
        g_autofree char *line = wmd_reference_format_original_line (reference, language, wmd_language_get_code (named));

        g_assert_true (g_str_has_prefix (line, "[") && g_str_has_suffix (line, "]"));
        fixture_assert_clean (line, "the line of the original language");
        g_assert_cmpint (wmd_reference_parse_original_line (reference, language, line), ==, named);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (read); i++)
    g_assert_cmpint (wmd_reference_parse_original_line (reference, read[i].language, read[i].line), ==, read[i].named);

  russian = wmd_reference_format_original_line (reference, WMD_LANGUAGE_RU, "fr");
  g_assert_cmpstr (russian, ==, "[Подлинный текст на французском языке]");
  other = wmd_reference_format_original_line (reference, WMD_LANGUAGE_EN, "pt");
  g_assert_cmpstr (other, ==, "[Original: Portuguese]");
  g_assert_null (wmd_reference_format_original_line (reference, WMD_LANGUAGE_EN, NULL));
}

static void
test_masthead (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  g_assert_cmpint (wmd_reference_get_masthead_language (reference, WMD_LANGUAGE_AR), ==, WMD_LANGUAGE_EN);
  g_assert_cmpint (wmd_reference_get_masthead_language (reference, WMD_LANGUAGE_EN), ==, WMD_LANGUAGE_EN);
  g_assert_cmpint (wmd_reference_get_masthead_language (reference, WMD_LANGUAGE_ES), ==, WMD_LANGUAGE_ES);
  g_assert_cmpint (wmd_reference_get_masthead_language (reference, WMD_LANGUAGE_FR), ==, WMD_LANGUAGE_FR);
  g_assert_cmpint (wmd_reference_get_masthead_language (reference, WMD_LANGUAGE_RU), ==, WMD_LANGUAGE_EN);
  g_assert_cmpint (wmd_reference_get_masthead_language (reference, WMD_LANGUAGE_ZH), ==, WMD_LANGUAGE_EN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/labels/codes", test_codes);
  g_test_add_func ("/reference/labels/complete", test_complete);
  g_test_add_func ("/reference/labels/format", test_format);
  g_test_add_func ("/reference/labels/unknown-key", test_unknown_key);
  g_test_add_func ("/reference/labels/language-names", test_language_names);
  g_test_add_func ("/reference/labels/original-lines", test_original_lines);
  g_test_add_func ("/reference/labels/masthead", test_masthead);
  return g_test_run ();
}
