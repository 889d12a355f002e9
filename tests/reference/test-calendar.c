/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates: as values, as the languages print them, and in all the forms in which they are read. */
#include "reference/fixture.h"

static void
test_iso (void)
{
  const char *const wrong[] = { "",           "2023-5-31",  "2023-05-1",  "23-05-31",   "2023/05/31", "2023-05-31 ",
                                "2023-13-01", "2023-00-10", "2023-05-00", "2023-05-32", "+023-05-31", "2023-0531",
                                "2023-05-3a", "２023-05-31" };
  WmdDate date = { 1, 1, 1 };
  g_autofree char *text = NULL;

  g_assert_true (wmd_date_parse_iso ("2023-05-31", &date));
  g_assert_cmpuint (date.year, ==, 2023);
  g_assert_cmpuint (date.month, ==, 5);
  g_assert_cmpuint (date.day, ==, 31);
  text = wmd_date_format_iso (&date);
  g_assert_cmpstr (text, ==, "2023-05-31");

  g_assert_false (wmd_date_parse_iso (NULL, &date));
  g_assert_false (wmd_date_is_set (&date));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      date = (WmdDate){ 1, 1, 1 };
      g_assert_false (wmd_date_parse_iso (wrong[i], &date));
      g_assert_false (wmd_date_is_set (&date));
    }
  g_assert_null (wmd_date_format_iso (&date));
}

static void
test_values (void)
{
  const WmdDate ordered[] = { { 2022, 12, 31 }, { 2023, 2, 28 }, { 2023, 2, 31 }, { 2023, 3, 1 }, { 2024, 1, 1 } };
  const WmdDate leap = { 2024, 2, 29 }, no_leap = { 2023, 2, 29 }, april = { 2023, 4, 31 }, unset = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      g_assert_cmpint (wmd_date_compare (&ordered[i], &ordered[j]), ==, (i > j) - (i < j));

  g_assert_true (wmd_date_is_valid (&leap));
  g_assert_false (wmd_date_is_valid (&no_leap));
  g_assert_false (wmd_date_is_valid (&april));
  g_assert_true (wmd_date_is_set (&april));
  g_assert_false (wmd_date_is_valid (&unset));
}

static void
test_printed (void)
{
  static const struct
  {
    WmdDate date;
    const char *texts[WMD_N_LANGUAGES];
  } cases[] = {
    { { 2023, 5, 25 },
      { "25 أيار/مايو 2023", "25 May 2023", "25 de mayo de 2023", "25 mai 2023", "25 мая 2023 года",
        "2023 年 5 月 25 日" } },
    { { 2024, 1, 1 },
      { "1 كانون الثاني/يناير 2024", "1 January 2024", "1 de enero de 2024", "1er janvier 2024", "1 января 2024 года",
        "2024 年 1 月 1 日" } },
    { { 2023, 4, 31 },
      { "31 نيسان/أبريل 2023", "31 April 2023", "31 de abril de 2023", "31 avril 2023", "31 апреля 2023 года",
        "2023 年 4 月 31 日" } },
  };
  g_autoptr (WmdReference) reference = fixture_load ();
  const WmdDate unset = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int language = 0; language < WMD_N_LANGUAGES; language++)
      {
        g_autofree char *text = wmd_reference_format_date (reference, language, &cases[i].date);

        g_assert_cmpstr (text, ==, cases[i].texts[language]);
        fixture_assert_clean (text, "a date");
      }
  g_assert_null (wmd_reference_format_date (reference, WMD_LANGUAGE_EN, &unset));
}

/* Every day of a leap year, and those that no year has, in every language. */
static void
test_round_trip (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    for (guint month = 1; month <= 12; month++)
      for (guint day = 1; day <= 31; day++)
        {
          const WmdDate date = { 2024, month, day };
          g_autofree char *text = wmd_reference_format_date (reference, language, &date);
          WmdDate read;

          if (!wmd_reference_parse_date (reference, language, text, &read) || wmd_date_compare (&date, &read) != 0)
            {
              g_test_message ("“%s” is read as %u-%u-%u", text, read.year, read.month, read.day);
              g_test_fail ();
            }
        }
}

static void
test_alternates (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *text;
  } cases[] = {
    /* all of them 1 June 2023 */
    { WMD_LANGUAGE_EN, "1 June 2023" },
    { WMD_LANGUAGE_EN, "June 1, 2023" },
    { WMD_LANGUAGE_EN, "1st of June, 2023" },
    { WMD_LANGUAGE_EN, "1 JUNE 2023" },
    { WMD_LANGUAGE_EN, "01  Jun. 2023" },
    { WMD_LANGUAGE_EN, "1\302\240June\302\2402023" },
    { WMD_LANGUAGE_EN, "1\342\200\257June 2023" },
    { WMD_LANGUAGE_EN, "１ June ２０２３" },
    { WMD_LANGUAGE_FR, "1er juin 2023" },
    { WMD_LANGUAGE_FR, "1 er juin 2023" },
    { WMD_LANGUAGE_FR, "1ᵉʳ juin 2023" },
    { WMD_LANGUAGE_FR, "1 juin 2023" },
    { WMD_LANGUAGE_FR, "le premier juin 2023" },
    { WMD_LANGUAGE_FR, "01/06/2023" },
    { WMD_LANGUAGE_ES, "1 de junio de 2023" },
    { WMD_LANGUAGE_ES, "1º de junio de 2023" },
    { WMD_LANGUAGE_ES, "1.º de junio del 2023" },
    { WMD_LANGUAGE_ES, "1 junio 2023" },
    { WMD_LANGUAGE_ES, "primero de junio de 2023" },
    { WMD_LANGUAGE_RU, "1 июня 2023 года" },
    { WMD_LANGUAGE_RU, "1 июня 2023 г." },
    { WMD_LANGUAGE_RU, "1 июня 2023г." },
    { WMD_LANGUAGE_RU, "1 июня 2023" },
    { WMD_LANGUAGE_RU, "«1» июня 2023 года" },
    { WMD_LANGUAGE_RU, "01.06.2023" },
    { WMD_LANGUAGE_AR, "1 حزيران/يونيه 2023" },
    { WMD_LANGUAGE_AR, "1 حزيران/يونيو 2023" },
    { WMD_LANGUAGE_AR, "1 حزيران / يونيو 2023" },
    { WMD_LANGUAGE_AR, "1 يونيو/حزيران 2023" },
    { WMD_LANGUAGE_AR, "1 يونيه 2023" },
    { WMD_LANGUAGE_AR, "1 حزيران 2023" },
    { WMD_LANGUAGE_AR, "١ حزيران/يونيه ٢٠٢٣" },
    { WMD_LANGUAGE_AR, "\342\200\2171 حزيران/يونيه 2023\342\200\217" },
    { WMD_LANGUAGE_AR, "1 من يونيو 2023" },
    { WMD_LANGUAGE_ZH, "2023 年 6 月 1 日" },
    { WMD_LANGUAGE_ZH, "2023年6月1日" },
    { WMD_LANGUAGE_ZH, "2023年06月01日" },
    { WMD_LANGUAGE_ZH, "2023 年6 月1 号" },
    { WMD_LANGUAGE_ZH, "２０２３年６月１日" },
    { WMD_LANGUAGE_ZH, "2023 年六月 1 日" },
  };
  g_autoptr (WmdReference) reference = fixture_load ();
  const WmdDate expected = { 2023, 6, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmdDate date;

      if (!wmd_reference_parse_date (reference, cases[i].language, cases[i].text, &date) ||
          wmd_date_compare (&date, &expected) != 0)
        {
          g_test_message ("“%s” is read as %u-%u-%u", cases[i].text, date.year, date.month, date.day);
          g_test_fail ();
        }
    }
}

/* Months whose names begin alike, or are one another's numbers. */
static void
test_similar_months (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *text;
    guint month;
  } cases[] = {
    { WMD_LANGUAGE_AR, "5 كانون الثاني 2023", 1 }, { WMD_LANGUAGE_AR, "5 كانون الأول 2023", 12 },
    { WMD_LANGUAGE_AR, "5 تشرين الأول 2023", 10 }, { WMD_LANGUAGE_AR, "5 تشرين الثاني 2023", 11 },
    { WMD_LANGUAGE_ZH, "2023年1月5日", 1 },        { WMD_LANGUAGE_ZH, "2023年11月5日", 11 },
    { WMD_LANGUAGE_ZH, "2023年十一月5日", 11 },    { WMD_LANGUAGE_ZH, "2023年十月5日", 10 },
    { WMD_LANGUAGE_EN, "5 Mar 2023", 3 },          { WMD_LANGUAGE_EN, "5 May 2023", 5 },
    { WMD_LANGUAGE_FR, "5 juin 2023", 6 },         { WMD_LANGUAGE_FR, "5 juil. 2023", 7 },
    { WMD_LANGUAGE_RU, "5 май 2023", 5 },          { WMD_LANGUAGE_RU, "5 марта 2023", 3 },
  };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmdDate date;

      g_assert_true (wmd_reference_parse_date (reference, cases[i].language, cases[i].text, &date));
      g_assert_cmpuint (date.month, ==, cases[i].month);
      g_assert_cmpuint (date.day, ==, 5);
    }
}

static void
test_no_dates (void)
{
  static const struct
  {
    WmdLanguage language;
    const char *text;
  } cases[] = {
    { WMD_LANGUAGE_EN, "" },
    { WMD_LANGUAGE_EN, "May 2023" },
    { WMD_LANGUAGE_EN, "32 May 2023" },
    { WMD_LANGUAGE_EN, "0 May 2023" },
    { WMD_LANGUAGE_EN, "125 May 2023" },
    { WMD_LANGUAGE_EN, "25 May 20233" },
    { WMD_LANGUAGE_EN, "25 May 2023 and later" },
    { WMD_LANGUAGE_EN, "on 25 May 2023" },
    { WMD_LANGUAGE_EN, "25 Mai 2023" },
    { WMD_LANGUAGE_EN, "25 May June 2023" },
    { WMD_LANGUAGE_EN, "[25 May 2023]" },
    { WMD_LANGUAGE_EN, "05/06/2023" },
    { WMD_LANGUAGE_ES, "25/13/2023" },
    { WMD_LANGUAGE_FR, "25 May 2023" },
    { WMD_LANGUAGE_AR, "25 أيار/يونيه 2023" },
    { WMD_LANGUAGE_ZH, "2023 年 13 月 5 日" },
    { WMD_LANGUAGE_ZH, "2023 年 5 月" },
  };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmdDate date = { 1, 1, 1 };

      if (wmd_reference_parse_date (reference, cases[i].language, cases[i].text, &date))
        {
          g_test_message ("“%s” is read as %u-%u-%u", cases[i].text, date.year, date.month, date.day);
          g_test_fail ();
        }
      g_assert_false (wmd_date_is_set (&date));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/calendar/iso", test_iso);
  g_test_add_func ("/reference/calendar/values", test_values);
  g_test_add_func ("/reference/calendar/printed", test_printed);
  g_test_add_func ("/reference/calendar/round-trip", test_round_trip);
  g_test_add_func ("/reference/calendar/alternates", test_alternates);
  g_test_add_func ("/reference/calendar/similar-months", test_similar_months);
  g_test_add_func ("/reference/calendar/no-dates", test_no_dates);
  return g_test_run ();
}
