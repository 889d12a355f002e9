/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Letters that put queries to a respondent, against golden ones in six languages; and that no edition has anything of
 * a query.
 */

#include <string.h>

#include "compose/composer.h"
#include "compose/letter.h"
#include "compose/report.h"
#include "support/support.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->report = test_report_new (fixture->reference);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_snapshot_unref (fixture->report);
  wmd_reference_unref (fixture->reference);
}

static void
take (WmdBody **body, WmdBody *changed)
{
  wmd_body_unref (*body);
  *body = changed;
}

/* Adds a query; NULL for what it does not have. */
static void
ask (WmdBody **body, WmdLanguage language, const char *block, const char *passage, const char *question)
{
  g_autofree char *id = wmd_body_dup_new_query_id (*body);
  g_autoptr (WmdQuery) query = wmd_query_new (id, language, question);
  g_autoptr (WmdQuery) placed = wmd_query_with_text (query, WMD_QUERY_BLOCK, block);
  g_autoptr (WmdQuery) citing = wmd_query_with_text (placed, WMD_QUERY_PASSAGE, passage);

  take (body, wmd_body_with_query (*body, citing));
}

/* The reply @id, as if it had come in @language, with a query of every kind. (transfer full) */
static WmdBody *
ask_everything (Fixture *fixture, const char *id, WmdLanguage language)
{
  WmdBody *body = wmd_body_with_field (wmd_snapshot_lookup_body (fixture->report, id), WMD_FIELD_ORIGINAL,
                                       wmd_language_get_code (language));

  ask (&body, language, "b1", NULL, "Q1?");
  ask (&body, language, "b2", "P2", "Q2?");
  ask (&body, language, "b3", "P3", "Q3?");
  ask (&body, (language + 1) % WMD_N_LANGUAGES, "b4", "P4", "Q4?");
  ask (&body, language, "b99", "P5", "Q5?");
  ask (&body, WMD_LANGUAGE_NONE, NULL, NULL, "Q6?");
  ask (&body, language, "s4", NULL, "Q7?");
  return body;
}

static void
test_golden (Fixture *fixture, gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (WmdBody) jordan = ask_everything (fixture, "r1", language);
  g_autoptr (WmdBody) cuba = ask_everything (fixture, "r2", language);
  g_autofree char *first = wmd_letter_compose (fixture->report, jordan);
  g_autofree char *second = wmd_letter_compose (fixture->report, cuba);
  g_autofree char *letters = g_strconcat (first, "\n", second, NULL);
  g_autofree char *name = g_strdup_printf ("letter-%s.txt", wmd_language_get_code (language));
  g_autofree char *path = test_source_path ("tests", "compose", "golden", name, NULL);
  g_autofree char *golden = NULL;

  if (g_getenv ("WMD_TEST_REGENERATE") != NULL)
    g_assert_true (g_file_set_contents (path, letters, -1, NULL));
  golden = test_read_file (path, NULL);
  g_assert_cmpstr (letters, ==, golden);
}

/* Only what is open, in English where the original language is not an official one, without a date where none is held.
 */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdBody) body =
      wmd_body_with_field (wmd_snapshot_lookup_body (fixture->report, "r7"), WMD_FIELD_ORIGINAL, "pt");
  g_autoptr (WmdQuery) closed = NULL;
  g_autofree char *none = wmd_letter_compose (fixture->report, body);
  g_autofree char *letter = NULL;
  g_autofree char *shorter = NULL;
  g_autofree char *nothing = NULL;

  g_assert_null (none);
  g_assert_cmpuint (wmd_letter_count_queries (body), ==, 0);
  ask (&body, WMD_LANGUAGE_EN, NULL, NULL, "First?");
  ask (&body, WMD_LANGUAGE_EN, NULL, NULL, "Second?");
  letter = wmd_letter_compose (fixture->report, body);
  g_assert_nonnull (strstr (letter, "Agency for Tests"));
  g_assert_nonnull (strstr (letter, "\nThe reply is being"));
  g_assert_nonnull (strstr (letter, "1. The reply as a whole\nFirst?\n\n2. The reply as a whole\nSecond?\n"));

  closed = wmd_query_with_closed (wmd_body_lookup_query (body, "q1"), TRUE);
  take (&body, wmd_body_with_query (body, closed));
  shorter = wmd_letter_compose (fixture->report, body);
  g_assert_null (strstr (shorter, "First?"));
  g_assert_nonnull (strstr (shorter, "1. The reply as a whole\nSecond?\n"));
  take (&body, wmd_body_without_query (body, "q2"));
  nothing = wmd_letter_compose (fixture->report, body);
  g_assert_null (nothing);
}

/* The words at the place of a finding, and a question in the language of the letter: that of the rule, or one that fits
 * them all.
 */
static void
test_propose (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rule, *original, *question;
  } cases[] = {
    { "undefined-abbreviation", "es", "¿Qué significa esta sigla?" },
    { "undefined-abbreviation", "pt", "What does this abbreviation stand for?" },
    { "spacing", "zh", "请确认此处是否为原意。" },
  };
  WmdBody *reply = wmd_snapshot_lookup_body (fixture->report, "r1");
  WmdBlock *block = wmd_variant_get_block (wmd_body_get_variant (reply, WMD_LANGUAGE_EN), 0);
  g_autoptr (WmdFinding) finding = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmdBody) body = wmd_body_with_field (reply, WMD_FIELD_ORIGINAL, cases[i].original);
      g_autoptr (WmdQuery) query = NULL;
      g_autofree char *words = g_strndup (wmd_block_get_text (block) + 2, 7);

      g_clear_pointer (&finding, wmd_finding_unref);
      finding = wmd_finding_new (cases[i].rule, WMD_SEVERITY_NOTE);
      finding->language = WMD_LANGUAGE_EN;
      finding->block = g_strdup (wmd_block_get_id (block));
      finding->hint = g_strdup ("a hint");
      finding->start = 2;
      finding->end = 9;
      query = wmd_letter_propose_query (fixture->reference, body, finding);
      g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_QUESTION), ==, cases[i].question);
      g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_PASSAGE), ==, words);
      g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_BLOCK), ==, wmd_block_get_id (block));
    }

  /* About the paragraph as a whole: the hint is all there is to quote. */
  finding->start = finding->end = 0;
  {
    g_autoptr (WmdQuery) query = wmd_letter_propose_query (fixture->reference, reply, finding);

    g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_PASSAGE), ==, "a hint");
  }
  g_free (finding->hint);
  finding->hint = g_strdup ("2023-06-02");
  {
    g_autoptr (WmdBody) body = wmd_body_with_field (reply, WMD_FIELD_ORIGINAL, "fr");
    g_autoptr (WmdQuery) query = wmd_letter_propose_query (fixture->reference, body, finding);

    g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_PASSAGE), ==, "2 juin 2023");
  }
}

static void
test_file_name (Fixture *fixture, gconstpointer data)
{
  WmdBody *reply = wmd_snapshot_lookup_body (fixture->report, "r1");
  const char *respondent = wmd_body_get_field (reply, WMD_FIELD_RESPONDENT);
  g_autofree char *expected = g_strdup_printf ("letter-%s.txt", respondent);
  g_autofree char *name = wmd_letter_dup_file_name (fixture->report, reply);
  g_autofree char *own = wmd_letter_dup_file_name (fixture->report, wmd_snapshot_lookup_body (fixture->report, "r7"));
  g_autoptr (WmdBody) second =
      wmd_body_with_field (wmd_snapshot_lookup_body (fixture->report, "r2"), WMD_FIELD_RESPONDENT, respondent);
  g_autoptr (WmdSnapshot) twice = test_report_with_body (fixture->report, second);
  g_autofree char *first_name = wmd_letter_dup_file_name (twice, reply);
  g_autofree char *second_name = wmd_letter_dup_file_name (twice, second);

  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpstr (own, ==, "letter-r7.txt");
  g_assert_cmpstr (first_name, !=, second_name);
}

/* Editions say the same, with the same items, whatever was asked. */
static void
test_editions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (fixture->reference);
  g_autoptr (WmdBody) body = wmd_body_ref (wmd_snapshot_lookup_body (fixture->report, "r1"));
  g_autoptr (WmdSnapshot) asked = NULL;

  ask (&body, WMD_LANGUAGE_EN, "b1", "NEEDLE", "NEEDLE?");
  asked = test_report_with_body (fixture->report, body);
  g_assert_false (wmd_snapshot_equal (fixture->report, asked));
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (WmdPublication) before = wmd_composer_compose (composer, fixture->report, language);
      g_autoptr (WmdPublication) after = wmd_composer_compose (composer, asked, language);
      g_autofree char *before_dump = wmd_publication_dump (before);
      g_autofree char *after_dump = wmd_publication_dump (after);

      g_assert_cmpstr (before_dump, ==, after_dump);
      g_assert_null (strstr (after_dump, "NEEDLE"));
      for (guint i = 0; i < wmd_publication_get_n_items (after); i++)
        g_assert_true (wmd_publication_get_item (before, i) == wmd_publication_get_item (after, i));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/letter/golden/", wmd_language_get_code (i), NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), set_up, test_golden, tear_down);
    }
  g_test_add ("/letter/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/letter/propose", Fixture, NULL, set_up, test_propose, tear_down);
  g_test_add ("/letter/file-name", Fixture, NULL, set_up, test_file_name, tear_down);
  g_test_add ("/letter/editions", Fixture, NULL, set_up, test_editions, tear_down);
  return g_test_run ();
}
