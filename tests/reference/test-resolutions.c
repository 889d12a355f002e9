/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The profiles of the resolutions. That the files follow their schema is tested by validate-resolutions.py. */
#include "reference/fixture.h"

static void
assert_date (const WmdDate *date, const char *expected)
{
  g_autofree char *text = wmd_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_known (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  const WmdResolution *resolution = wmd_reference_lookup_resolution (reference, "77/75");

  g_assert_nonnull (resolution);
  g_assert_cmpuint (resolution->session, ==, 77);
  g_assert_cmpuint (resolution->report_session, ==, 78);
  g_assert_cmpstr (resolution->agenda_item, ==, "101(s)");
  assert_date (&resolution->adopted, "2022-12-07");
  assert_date (&resolution->note_verbale, "2023-01-31");
  assert_date (&resolution->letters, "2023-01-31");
  assert_date (&resolution->deadline, "2023-05-31");
  g_assert_cmpuint (resolution->word_limit, ==, 8500);
  g_assert_cmpuint (resolution->requests->len, >=, 3);

  g_assert_true (wmd_reference_lookup_resolution_for_session (reference, 78) == resolution);
  g_assert_null (wmd_reference_lookup_resolution_for_session (reference, 50));
  g_assert_null (wmd_reference_lookup_resolution (reference, "77/76"));
  g_assert_null (wmd_reference_lookup_resolution (reference, NULL));
}

/* What holds of every profile: facts that are missing are named, dates are in order, most requests have rules. */
static void
check_profile (WmdReference *reference, const WmdResolution *resolution)
{
  const char *const *unknown = (const char *const *) resolution->unknown;
  const struct
  {
    const char *name;
    gboolean known;
  } facts[] = {
    { "symbol", resolution->symbol != NULL },
    { "adopted", wmd_date_is_set (&resolution->adopted) },
    { "agenda-item", resolution->agenda_item != NULL },
    { "note-verbale", wmd_date_is_set (&resolution->note_verbale) },
    { "letters", wmd_date_is_set (&resolution->letters) },
    { "deadline", wmd_date_is_set (&resolution->deadline) },
    { "reply-word-limit", resolution->reply_word_limit > 0 },
  };
  g_autofree char *prefix = g_strdup_printf ("%u/", resolution->session);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_true (facts[i].known || g_strv_contains (unknown, facts[i].name));
  g_assert_cmpuint (resolution->report_session, >, resolution->session);
  g_assert_true (resolution->symbol == NULL || g_str_has_prefix (resolution->symbol, prefix));
  g_assert_true (resolution->symbol == NULL ||
                 wmd_reference_lookup_resolution (reference, resolution->symbol) == resolution);
  if (wmd_date_is_set (&resolution->deadline))
    {
      g_assert_cmpint (wmd_date_compare (&resolution->adopted, &resolution->note_verbale), <, 0);
      g_assert_cmpint (wmd_date_compare (&resolution->note_verbale, &resolution->deadline), <, 0);
    }
  /* A session opens in September and adopts in December: 77 in 2022. */
  if (wmd_date_is_set (&resolution->adopted))
    g_assert_cmpuint (resolution->adopted.year, ==, 1945 + resolution->session);
}

static void
test_all (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  GPtrArray *resolutions = wmd_reference_list_resolutions (reference);

  g_assert_cmpuint (resolutions->len, >=, 8);
  for (guint i = 0; i < resolutions->len; i++)
    {
      const WmdResolution *resolution = g_ptr_array_index (resolutions, i);
      const WmdResolution *before = i > 0 ? g_ptr_array_index (resolutions, i - 1) : NULL;
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      guint with_rules = 0; /* the others ask nothing of the report */

      g_assert_true (before == NULL || before->session < resolution->session);
      check_profile (reference, resolution);
      for (guint j = 0; j < resolution->requests->len; j++)
        {
          const WmdResolutionRequest *request = g_ptr_array_index (resolution->requests, j);

          g_assert_true (g_hash_table_add (ids, request->id));
          with_rules += request->rules[0] != NULL;
          for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
            {
              fixture_assert_clean (wmd_resolution_request_get_text (request, language), request->id);
              if (request->texts[language] == NULL)
                g_assert_cmpstr (wmd_resolution_request_get_text (request, language), ==,
                                 request->texts[WMD_LANGUAGE_EN]);
            }
        }
      g_assert_cmpuint (with_rules, >=, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/resolutions/known", test_known);
  g_test_add_func ("/reference/resolutions/all", test_all);
  return g_test_run ();
}
