/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The registry: who is in it, under which names, in which order. */
#include "reference/fixture.h"
#include "support/support.h"

static const WmdRespondent *
get_respondent (WmdReference *reference, guint index)
{
  return g_ptr_array_index (wmd_reference_list_respondents (reference), index);
}

static void
test_kinds (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  GPtrArray *respondents = wmd_reference_list_respondents (reference);
  guint counts[4] = { 0 };

  for (guint i = 0; i < respondents->len; i++)
    {
      const WmdRespondent *respondent = get_respondent (reference, i);
      const char *id = wmd_respondent_get_id (respondent);
      gboolean is_state = wmd_respondent_get_kind (respondent) <= WMD_RESPONDENT_OBSERVER_STATE;

      counts[wmd_respondent_get_kind (respondent)]++;
      g_assert_true (wmd_reference_lookup_respondent (reference, id) == respondent);
      g_assert_true (g_regex_match_simple (is_state ? "^[A-Z]{3}$" : "^[a-z0-9]+$", id, 0, 0));
    }
  g_assert_cmpuint (counts[WMD_RESPONDENT_MEMBER_STATE], ==, 193);
  g_assert_cmpuint (counts[WMD_RESPONDENT_OBSERVER_STATE], ==, 2);
  g_assert_cmpuint (counts[WMD_RESPONDENT_EUROPEAN_UNION], ==, 1);
  g_assert_cmpuint (counts[WMD_RESPONDENT_ORGANIZATION], >=, 60);

  g_assert_cmpint (wmd_respondent_get_kind (wmd_reference_lookup_respondent (reference, "VAT")), ==,
                   WMD_RESPONDENT_OBSERVER_STATE);
  g_assert_cmpint (wmd_respondent_get_kind (wmd_reference_lookup_respondent (reference, "PSE")), ==,
                   WMD_RESPONDENT_OBSERVER_STATE);
  g_assert_null (wmd_reference_lookup_respondent (reference, "XXX"));
  g_assert_null (wmd_reference_lookup_respondent (reference, NULL));
}

static void
test_sections (void)
{
  static const struct
  {
    const char *respondent;
    WmdSection section;
    const char *id;
  } cases[] = {
    { "PHL", WMD_SECTION_GOVERNMENTS, "governments" },
    { "PSE", WMD_SECTION_GOVERNMENTS, "governments" },
    { "eu", WMD_SECTION_EUROPEAN_UNION, "european-union" },
    { "unodc", WMD_SECTION_ORGANIZATIONS, "organizations" },
  };
  g_autoptr (WmdReference) reference = fixture_load ();
  WmdSection section;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WmdRespondent *respondent = wmd_reference_lookup_respondent (reference, cases[i].respondent);

      g_assert_cmpint (wmd_respondent_get_section (respondent), ==, cases[i].section);
      g_assert_cmpstr (wmd_section_get_id (cases[i].section), ==, cases[i].id);
      g_assert_true (wmd_section_from_id (cases[i].id, &section));
      g_assert_cmpint (section, ==, cases[i].section);
    }
  g_assert_false (wmd_section_from_id ("states", &section));
  g_assert_false (wmd_section_from_id (NULL, &section));
}

static void
assert_clean (const WmdRespondent *respondent, const char *name)
{
  if (name != NULL)
    fixture_assert_clean (name, wmd_respondent_get_id (respondent));
}

/* Every respondent has every name; no two share a heading; States have a formal name everywhere. */
static void
test_names (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  GPtrArray *respondents = wmd_reference_list_respondents (reference);

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < respondents->len; i++)
        {
          const WmdRespondent *respondent = get_respondent (reference, i);
          const char *const *aliases = wmd_respondent_list_aliases (respondent, language);

          fixture_assert_clean (wmd_respondent_get_name (respondent, language), wmd_respondent_get_id (respondent));
          g_assert_true (g_hash_table_add (names, (char *) wmd_respondent_get_name (respondent, language)));
          assert_clean (respondent, wmd_respondent_get_text_name (respondent, language));
          assert_clean (respondent, wmd_respondent_get_formal_name (respondent, language));
          assert_clean (respondent, wmd_respondent_get_acronym_in (respondent, language));
          assert_clean (respondent, wmd_respondent_get_article (respondent, language));
          for (gsize j = 0; aliases[j] != NULL; j++)
            assert_clean (respondent, aliases[j]);
          g_assert_true ((wmd_respondent_get_formal_name (respondent, language) != NULL) ==
                         (wmd_respondent_get_section (respondent) == WMD_SECTION_GOVERNMENTS));
        }
    }
}

static gboolean
is_of_script (const char *name, WmdLanguage language)
{
  static const GUnicodeScript scripts[WMD_N_LANGUAGES] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_LATIN,    G_UNICODE_SCRIPT_LATIN,
    G_UNICODE_SCRIPT_LATIN,  G_UNICODE_SCRIPT_CYRILLIC, G_UNICODE_SCRIPT_HAN,
  };

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)) && g_unichar_get_script (g_utf8_get_char (p)) != scripts[language])
      return FALSE;
  return TRUE;
}

/* No name in the column of another language, and no letter of another script in one. */
static void
test_scripts (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    for (guint i = 0; i < wmd_reference_list_respondents (reference)->len; i++)
      {
        const WmdRespondent *respondent = get_respondent (reference, i);
        const char *names[] = { wmd_respondent_get_name (respondent, language),
                                wmd_respondent_get_text_name (respondent, language),
                                wmd_respondent_get_formal_name (respondent, language) };

        for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
          if (names[j] != NULL && !is_of_script (names[j], language))
            {
              g_test_message ("%s: “%s” mixes scripts", wmd_respondent_get_id (respondent), names[j]);
              g_test_fail ();
            }
      }
}

static void
assert_found (WmdReference *reference, WmdLanguage language, const char *name, const char *id)
{
  const WmdRespondent *found = wmd_reference_find_respondent (reference, language, name);
  const char *found_id = found != NULL ? wmd_respondent_get_id (found) : NULL;

  if (g_strcmp0 (found_id, id) != 0)
    {
      g_test_message ("“%s” is %s, not %s", name, found_id, id);
      g_test_fail ();
    }
}

/* Every recorded name of every respondent finds it: none is ambiguous. */
static void
test_find_all (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    for (guint i = 0; i < wmd_reference_list_respondents (reference)->len; i++)
      {
        const WmdRespondent *respondent = get_respondent (reference, i);
        const char *id = wmd_respondent_get_id (respondent);
        const char *const *aliases = wmd_respondent_list_aliases (respondent, language);
        const char *names[] = { wmd_respondent_get_name (respondent, language),
                                wmd_respondent_get_text_name (respondent, language),
                                wmd_respondent_get_formal_name (respondent, language),
                                wmd_respondent_get_acronym (respondent),
                                wmd_respondent_get_acronym_in (respondent, language) };

        for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
          if (names[j] != NULL)
            assert_found (reference, language, names[j], id);
        for (gsize j = 0; aliases[j] != NULL; j++)
          assert_found (reference, language, aliases[j], id);
      }
}

static void
test_find (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *name;
    const char *id;
  } cases[] = {
    { WMD_LANGUAGE_EN, "Philippines", "PHL" },
    { WMD_LANGUAGE_EN, "THE PHILIPPINES", "PHL" },
    { WMD_LANGUAGE_EN, "  the Republic of the  Philippines ", "PHL" },
    { WMD_LANGUAGE_EN, "Cote d'Ivoire", "CIV" },
    { WMD_LANGUAGE_EN, "Côte d\342\200\231Ivoire", "CIV" },
    { WMD_LANGUAGE_EN, "Turkey", "TUR" },
    { WMD_LANGUAGE_EN, "TÜRKİYE", "TUR" },
    { WMD_LANGUAGE_EN, "Czech Republic", "CZE" },
    { WMD_LANGUAGE_EN, "Swaziland", "SWZ" },
    { WMD_LANGUAGE_EN, "Iran", "IRN" },
    { WMD_LANGUAGE_EN, "Iran (Islamic Republic of)*", "IRN" },
    { WMD_LANGUAGE_EN, "Islamic Republic of Iran", "IRN" },
    { WMD_LANGUAGE_EN, "Guinea\342\200\221Bissau", "GNB" },
    { WMD_LANGUAGE_EN, "Guinea", "GIN" },
    { WMD_LANGUAGE_EN, "Congo", "COG" },
    { WMD_LANGUAGE_EN, "Viet-Nam", "VNM" },
    { WMD_LANGUAGE_EN, "United Nations Office on Drugs and Crime (UNODC)", "unodc" },
    { WMD_LANGUAGE_EN, "United Nations Office of Counter-Terrorism", "unoct" },
    { WMD_LANGUAGE_EN, "Organization for the Prohibition of Chemical Weapons", "opcw" },
    { WMD_LANGUAGE_EN, "Republic", NULL },
    { WMD_LANGUAGE_EN, "The", NULL },
    { WMD_LANGUAGE_EN, "Korea", NULL },
    { WMD_LANGUAGE_EN, "", NULL },
    { WMD_LANGUAGE_EN, "Colombie", NULL },
    { WMD_LANGUAGE_FR, "La Colombie", "COL" },
    { WMD_LANGUAGE_FR, "l'Algérie", "DZA" },
    { WMD_LANGUAGE_FR, "L’ALGERIE", "DZA" },
    { WMD_LANGUAGE_FR, "Les Comores", "COM" },
    { WMD_LANGUAGE_FR, "ONUDC", "unodc" },
    { WMD_LANGUAGE_FR, "El Salvador", "SLV" },
    { WMD_LANGUAGE_ES, "El Salvador", "SLV" },
    { WMD_LANGUAGE_ES, "Turquía", "TUR" },
    { WMD_LANGUAGE_ES, "República de Corea", "KOR" },
    { WMD_LANGUAGE_RU, "республика молдова", "MDA" },
    { WMD_LANGUAGE_RU, "Буркина Фасо", "BFA" },
    { WMD_LANGUAGE_RU, "Кот-д'Ивуар", "CIV" },
    { WMD_LANGUAGE_RU, "ОБСЕ", "osce" },
    { WMD_LANGUAGE_AR, "الاردن", "JOR" },
    { WMD_LANGUAGE_AR, "الأردن", "JOR" },
    { WMD_LANGUAGE_AR, "المملكة الأردنية الهاشمية", "JOR" },
    { WMD_LANGUAGE_AR, "الاتّحاد الأوروبّي", "eu" },
    { WMD_LANGUAGE_AR, "اوكرانيا", "UKR" },
    { WMD_LANGUAGE_ZH, "布基纳法索", "BFA" },
    { WMD_LANGUAGE_ZH, "布基纳 法索", "BFA" },
    { WMD_LANGUAGE_ZH, "欧 洲 联 盟", "eu" },
    { WMD_LANGUAGE_ZH, "欧盟", "eu" },
    { WMD_LANGUAGE_ZH, "联合国毒品和犯罪问题办公室", "unodc" },
    { WMD_LANGUAGE_ZH, "伊朗(伊斯兰共和国)", "IRN" },
    { WMD_LANGUAGE_ZH, "伊朗（伊斯兰共和国）", "IRN" },
  };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (reference, cases[i].language, cases[i].name, cases[i].id);
}

static void
test_text_forms (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  const WmdRespondent *iran = wmd_reference_lookup_respondent (reference, "IRN");
  const WmdRespondent *philippines = wmd_reference_lookup_respondent (reference, "PHL");
  const WmdRespondent *unodc = wmd_reference_lookup_respondent (reference, "unodc");
  const WmdRespondent *iaea = wmd_reference_lookup_respondent (reference, "iaea");

  g_assert_cmpstr (wmd_respondent_get_name (iran, WMD_LANGUAGE_EN), ==, "Iran (Islamic Republic of)");
  g_assert_cmpstr (wmd_respondent_get_text_name (iran, WMD_LANGUAGE_EN), ==, "the Islamic Republic of Iran");
  g_assert_cmpstr (wmd_respondent_get_text_name (philippines, WMD_LANGUAGE_EN), ==, "Philippines");
  g_assert_cmpstr (wmd_respondent_get_article (philippines, WMD_LANGUAGE_EN), ==, "the");
  g_assert_cmpstr (wmd_respondent_get_article (philippines, WMD_LANGUAGE_FR), ==, "les");
  g_assert_null (wmd_respondent_get_article (philippines, WMD_LANGUAGE_RU));
  g_assert_null (wmd_respondent_get_acronym (philippines));
  g_assert_cmpstr (wmd_respondent_get_acronym (unodc), ==, "UNODC");
  g_assert_cmpstr (wmd_respondent_get_acronym_in (unodc, WMD_LANGUAGE_FR), ==, "ONUDC");
  g_assert_null (wmd_respondent_get_formal_name (unodc, WMD_LANGUAGE_EN));
  g_assert_true (wmd_respondent_is_united_nations (unodc));
  g_assert_cmpstr (wmd_respondent_get_acronym_in (iaea, WMD_LANGUAGE_RU), ==, "МАГАТЭ");
  g_assert_false (wmd_respondent_is_united_nations (wmd_reference_lookup_respondent (reference, "osce")));
}

/* The list is in the order of the English sort keys, each of which differs from the one before. */
static void
test_sorted (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  for (guint i = 1; i < wmd_reference_list_respondents (reference)->len; i++)
    {
      const char *before = wmd_respondent_get_name (get_respondent (reference, i - 1), WMD_LANGUAGE_EN);
      const char *after = wmd_respondent_get_name (get_respondent (reference, i), WMD_LANGUAGE_EN);
      g_autofree char *before_key = wmd_reference_get_sort_key (reference, WMD_LANGUAGE_EN, before);
      g_autofree char *after_key = wmd_reference_get_sort_key (reference, WMD_LANGUAGE_EN, after);

      g_assert_cmpstr (before_key, <, after_key);
    }
}

/* Asserts that the names sort in the order in which they are given. */
static void
assert_order (WmdReference *reference, WmdLanguage language, const char *const *names)
{
  for (gsize i = 1; names[i] != NULL; i++)
    {
      g_autofree char *before = wmd_reference_get_sort_key (reference, language, names[i - 1]);
      g_autofree char *after = wmd_reference_get_sort_key (reference, language, names[i]);

      if (strcmp (before, after) >= 0)
        {
          g_test_message ("“%s” does not come before “%s”", names[i - 1], names[i]);
          g_test_fail ();
        }
    }
}

static void
test_sort_keys (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *names[8];
  } cases[] = {
    { WMD_LANGUAGE_EN,
      { "Côte d’Ivoire", "Croatia", "Netherlands (Kingdom of the)", "New Zealand", "Türkiye", "Turkmenistan" } },
    { WMD_LANGUAGE_EN, { "Guinea", "Guinea-Bissau", "Guyana", "San Marino", "Sao Tome and Principe" } },
    { WMD_LANGUAGE_FR,
      { "Égypte", "El Salvador", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "États-Unis d’Amérique" } },
    { WMD_LANGUAGE_FR, { "Guinée", "Guinée-Bissau", "Guinée équatoriale", "Guyana", "Îles Salomon", "Inde" } },
    { WMD_LANGUAGE_ES,
      { "República Árabe Siria", "República Centroafricana", "República de Moldova", "República Democrática del Congo",
        "República Dominicana", "República Unida de Tanzanía" } },
    { WMD_LANGUAGE_ES, { "Nauru", "Nepal", "Níger", "Nigeria", "Noruega", "Nueva Zelandia" } },
    { WMD_LANGUAGE_RU, { "Израиль", "Индия", "Йемен", "Кабо-Верде", "Эфиопия", "Южная Африка", "Япония" } },
    { WMD_LANGUAGE_AR, { "الأردن", "أرمينيا", "إسبانيا", "ألبانيا", "الإمارات العربية المتحدة", "البحرين", "بلجيكا" } },
    { WMD_LANGUAGE_AR, { "السلفادور", "سويسرا", "الصين", "فرنسا", "الفلبين", "الهند", "هندوراس" } },
  };
  g_autoptr (WmdReference) reference = fixture_load ();
  g_autofree char *plain = wmd_reference_get_sort_key (reference, WMD_LANGUAGE_FR, "Équateur");
  g_autofree char *capital = wmd_reference_get_sort_key (reference, WMD_LANGUAGE_FR, "EQUATEUR");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_order (reference, cases[i].language, cases[i].names);
  g_assert_cmpstr (plain, ==, capital);
}

/* The orders of an issued report in its six versions. */
static void
test_expected_orders (void)
{
  g_autofree char *path = test_material_path ("domain", "expected-order.csv", NULL);
  g_autoptr (WmdReference) reference = fixture_load ();
  g_autofree char *contents = path != NULL ? test_read_file (path, NULL) : NULL;
  g_auto (GStrv) lines = contents != NULL ? g_strsplit (contents, "\n", -1) : NULL;
  guint n_orders = 0;

  for (gsize i = 1; lines != NULL && lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 4);
      g_auto (GStrv) ids = g_strsplit (cells[2], " ", -1);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      WmdLanguage language = wmd_language_from_code (cells[1]);
      WmdLanguage order = language == WMD_LANGUAGE_ZH ? WMD_LANGUAGE_EN : language;

      for (gsize j = 0; ids[j] != NULL; j++)
        g_ptr_array_add (names,
                         (char *) wmd_respondent_get_name (wmd_reference_lookup_respondent (reference, ids[j]), order));
      g_ptr_array_add (names, NULL);
      assert_order (reference, order, (const char *const *) names->pdata);
      n_orders++;
    }
  if (lines != NULL)
    g_assert_cmpuint (n_orders, ==, 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/respondents/kinds", test_kinds);
  g_test_add_func ("/reference/respondents/sections", test_sections);
  g_test_add_func ("/reference/respondents/names", test_names);
  g_test_add_func ("/reference/respondents/scripts", test_scripts);
  g_test_add_func ("/reference/respondents/find-all", test_find_all);
  g_test_add_func ("/reference/respondents/find", test_find);
  g_test_add_func ("/reference/respondents/text-forms", test_text_forms);
  g_test_add_func ("/reference/respondents/sorted", test_sorted);
  g_test_add_func ("/reference/respondents/sort-keys", test_sort_keys);
  g_test_add_func ("/reference/respondents/expected-orders", test_expected_orders);
  return g_test_run ();
}
