/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Folding of texts to compare by, and the placeholders of patterns. */
#include "reference/fold.h"

#include "reference/fixture.h"
#include "reference/placeholders.h"

static void
test_equal (void)
{
  static const char *const pairs[][2] = {
    { "Côte d’Ivoire", "COTE D'IVOIRE" },
    { "Guinea-Bissau", "Guinea\342\200\221Bissau" },
    { "Viet Nam", "Vietnam" },
    { "Iran (Islamic Republic of)", "Iran（Islamic Republic of）" },
    { "布基纳法索", "布 基\302\240纳 法索" },
    { "гёте", "ГЕТЕ" },
    { "أذربيجان", "اذربيجان" },
    { "مولدوڤا", "مولدوڤـــا" },
    { "سوريا", "سورِيَا" },
    { "القاهرة", "القاهره" },
    { "١٥٤٠", "1540" },
    { "Türkiye", "Tu\u0308rkiye" },
    { "ﷲ", "الله" },
    { "a\u200db", "ab" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *left = wmd_fold_text (pairs[i][0]);
      g_autofree char *right = wmd_fold_text (pairs[i][1]);
      g_autofree char *again = wmd_fold_text (left);

      g_assert_cmpstr (left, ==, right);
      g_assert_cmpstr (left, ==, again);
      g_assert_cmpstr (left, !=, "");
    }
}

static void
test_different (void)
{
  static const char *const pairs[][2] = {
    { "Niger", "Nigeria" }, { "Iran", "Iraq" }, { "古巴", "古" }, { "1540", "1541" }, { "تونس", "تونغا" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *left = wmd_fold_text (pairs[i][0]);
      g_autofree char *right = wmd_fold_text (pairs[i][1]);

      g_assert_cmpstr (left, !=, right);
    }
}

static void
test_spaced (void)
{
  static const char *const pairs[][2] = {
    { "25 May, 2023", "25 may 2023" },
    { "  [25 — May]", "[25 may]" },
    { "أيار/مايو", "ايار مايو" },
    { "1.2", "1 2" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *folded = wmd_fold_spaced (pairs[i][0]);

      g_assert_cmpstr (folded, ==, pairs[i][1]);
    }
}

static void
test_placeholders (void)
{
  static const struct
  {
    const char *pattern;
    const char *filled;
  } cases[] = {
    { "{day} {month}", "25 {day}" }, /* a value is not filled again */
    { "{day}{day}", "2525" },        { "{other} {day", "{other} {day" }, { "{ {day}", "{ 25" },
    { "}{day}{", "}25{" },           { "年{day}日", "年25日" },          { "", "" },
  };
  const char *const pairs[] = { "day", "25", "month", "{day}", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled = wmd_placeholders_fill (cases[i].pattern, pairs);

      g_assert_cmpstr (filled, ==, cases[i].filled);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/fold/equal", test_equal);
  g_test_add_func ("/reference/fold/different", test_different);
  g_test_add_func ("/reference/fold/spaced", test_spaced);
  g_test_add_func ("/reference/fold/placeholders", test_placeholders);
  return g_test_run ();
}
