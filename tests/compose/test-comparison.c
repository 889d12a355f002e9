/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compose/comparison.h"

#include <string.h>

#include "compose/composer.h"
#include "compose/report.h"
#include "compose/text-diff.h"

static void
test_diff (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected; /* pieces, with -removed- and +added+ */
  } cases[] = {
    { "", "", "" },
    { "same words", "same words", "same words" },
    { "in 2021 the 12 measures", "in 2021 the 14 measures", "in 2021 the -12-+14+ measures" },
    { "one two three", "one three", "one -two -three" },
    { "one three", "one two three", "one +two +three" },
    { "all new", "другое", "-all new-+другое+" },
    { "国际社会的问题", "国际社会和问题", "国际社会-的-+和+问题" },
    { "a b c d e", "a x c y e", "a -b-+x+ c -d-+y+ e" },
    { "", "all new", "+all new+" },
    { "both of them, in time, today", "both of us and then today", "both of -them, in time,-+us and then+ today" },
    { "See it.\357\277\274 Then", "See that.\357\277\274 Now", "See -it-+that+.\357\277\274 -Then-+Now+" },
    { "No such treaty is in force in the country.", "Measures in the field were taken by the police.",
      "-No such treaty is in force in the country.-+Measures in the field were taken by the police.+" },
    { "采取措施防止恐怖分子获取武器", "采取行动防止恐怖分子获取材料", "采取-措施-+行动+防止恐怖分子获取-武器-+材料+" },
  };
  static const char *const marks[] = { "", "-", "+" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) pieces = wmd_text_diff (cases[i].before, cases[i].after);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < pieces->len; j++)
        {
          const WmdDiffPiece *piece = &g_array_index (pieces, WmdDiffPiece, j);

          g_string_append (text, marks[piece->kind]);
          g_string_append_len (text, piece->text, piece->length);
          g_string_append (text, marks[piece->kind]);
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static WmdPublication *
compose (WmdReference *reference, WmdSnapshot *report)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);

  return wmd_composer_compose (composer, report, WMD_LANGUAGE_EN);
}

/* What differs, one line each: "-id" for what is gone, "+id" for what is new, "~id" for other words. Fails unless each
 * edition is there whole and in its order.
 */
static char *
list_differences (const WmdPublication *older, const WmdPublication *newer)
{
  g_autoptr (GArray) pairs = wmd_publication_compare (older, newer);
  GString *list = g_string_new (NULL);
  guint n_older = 0, n_newer = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const WmdItemPair *pair = &g_array_index (pairs, WmdItemPair, i);

      if (pair->older != NULL)
        g_assert_true (pair->older == wmd_publication_get_item (older, n_older++));
      if (pair->newer != NULL)
        g_assert_true (pair->newer == wmd_publication_get_item (newer, n_newer++));
      if (pair->newer == NULL)
        g_string_append_printf (list, "-%s\n", pair->older->id);
      else if (pair->older == NULL)
        g_string_append_printf (list, "+%s\n", pair->newer->id);
      else if (!wmd_inline_equal (pair->older->content, pair->newer->content))
        g_string_append_printf (list, "~%s\n", pair->newer->id);
    }
  g_assert_cmpuint (n_older, ==, wmd_publication_get_n_items (older));
  g_assert_cmpuint (n_newer, ==, wmd_publication_get_n_items (newer));
  return g_string_free (list, FALSE);
}

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reference = wmd_reference_new (NULL);
  fixture->report = test_report_new (fixture->reference);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_snapshot_unref (fixture->report);
  wmd_reference_unref (fixture->reference);
}

static void
assert_differences (Fixture *fixture, WmdSnapshot *older, WmdSnapshot *newer, const char *expected)
{
  g_autoptr (WmdPublication) before = compose (fixture->reference, older);
  g_autoptr (WmdPublication) after = compose (fixture->reference, newer);
  g_autofree char *differences = list_differences (before, after);

  g_assert_cmpstr (differences, ==, expected);
}

static void
test_equal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdPublication) publication = compose (fixture->reference, fixture->report);
  g_autofree char *differences = list_differences (publication, publication);

  g_assert_cmpstr (differences, ==, "");
  assert_differences (fixture, fixture->report, fixture->report, "");
}

/* A reply that is gone is gone from the contents too, and the numbers of the summary follow. */
static void
test_reply_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdSnapshot) without = test_report_without (fixture->report, "r1");

  assert_differences (fixture, fixture->report, without,
                      "~summary-b1\n-r1.contents\n-r1\n-r1.original\n-r1.date\n-r1-b1\n-r1-b2\n"
                      "-r1-s1\n-r1-s2\n-r1-b3\n-r1-s3\n-r1-s4\n-r1-b4\n");
  assert_differences (fixture, without, fixture->report,
                      "~summary-b1\n+r1.contents\n+r1\n+r1.original\n+r1.date\n+r1-b1\n+r1-b2\n"
                      "+r1-s1\n+r1-s2\n+r1-b3\n+r1-s3\n+r1-s4\n+r1-b4\n");
}

/* Another respondent has another place in the order: what moved is gone and new, the rest stays where it is. */
static void
test_reply_moved (Fixture *fixture, gconstpointer data)
{
  WmdBody *cuba = wmd_snapshot_lookup_body (fixture->report, "r2");
  g_autoptr (WmdBody) body = wmd_body_with_field (cuba, WMD_FIELD_RESPONDENT, "UKR");
  g_autoptr (WmdSnapshot) newer = test_report_with_body (fixture->report, body);
  g_autoptr (WmdPublication) before = compose (fixture->reference, fixture->report);
  g_autoptr (WmdPublication) after = compose (fixture->reference, newer);
  g_autofree char *differences = list_differences (before, after);

  g_assert_nonnull (strstr (differences, "-r2.contents\n+r2.contents\n"));
  g_assert_nonnull (strstr (differences, "-r2\n"));
  g_assert_nonnull (strstr (differences, "+r2-b5\n"));
  g_assert_null (strstr (differences, "r1"));
  g_assert_null (strstr (differences, "r3"));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  WmdBody *eswatini = wmd_snapshot_lookup_body (fixture->report, "r3");
  g_autoptr (WmdInline) content = wmd_inline_new_text ("No incident was recorded in the whole period.");
  g_autoptr (WmdBlock) block = wmd_block_new ("b1", WMD_BLOCK_PARAGRAPH, content);
  g_autoptr (WmdBody) body = wmd_body_with_block (eswatini, WMD_LANGUAGE_EN, block);
  g_autoptr (WmdSnapshot) newer = test_report_with_body (fixture->report, body);

  assert_differences (fixture, fixture->report, newer, "~r3-b1\n");
}

/* In another report the ids mean nothing: what has the same words is the same. */
static void
test_other_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdSnapshot) without = test_report_without (fixture->report, "r1");
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  g_autoptr (WmdSnapshot) other = NULL;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (without); i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);

      g_ptr_array_add (bodies, wmd_body_with_id (wmd_snapshot_get_reply (without, i), id));
    }
  other = wmd_snapshot_new (fixture->reference, "other", wmd_snapshot_get_facts (without),
                            wmd_snapshot_get_summary (without), wmd_snapshot_get_introduction (without), bodies, NULL);
  assert_differences (fixture, without, other, "");
}

static void
add (const char *path, void (*function) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, function, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/text", test_diff);
  add ("/comparison/equal", test_equal);
  add ("/comparison/reply-gone", test_reply_gone);
  add ("/comparison/reply-moved", test_reply_moved);
  add ("/comparison/words", test_words);
  add ("/comparison/other-report", test_other_report);
  return g_test_run ();
}
