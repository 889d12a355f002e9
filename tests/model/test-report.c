/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/history.h"

#include <string.h>

typedef struct
{
  WmdReference *reference;
  WmdReport *report;
  WmdHistory *history;
} Fixture;

static WmdBody *
reply (const char *id, const char *respondent)
{
  g_autoptr (WmdBody) body = wmd_body_new (id, WMD_PART_REPLY);

  return wmd_body_with_field (body, WMD_FIELD_RESPONDENT, respondent);
}

static void
replace (Fixture *fixture, WmdBody *old_body, WmdBody *new_body, const char *merge_key)
{
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Change");
  g_autoptr (GError) error = NULL;

  wmd_edit_replace_body (edit, old_body, new_body);
  wmd_edit_set_merge_key (edit, merge_key);
  g_assert_true (wmd_history_apply (fixture->history, edit, &error));
  g_assert_no_error (error);
}

static void
add_reply (Fixture *fixture, const char *id, const char *respondent)
{
  g_autoptr (WmdBody) body = reply (id, respondent);

  replace (fixture, NULL, body, NULL);
}

static void
set_field (Fixture *fixture, const char *id, WmdField field, const char *value, const char *merge_key)
{
  WmdBody *body = wmd_part_get_body (wmd_report_lookup_part (fixture->report, id));
  g_autoptr (WmdBody) changed = wmd_body_with_field (body, field, value);

  replace (fixture, body, changed, merge_key);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->report = wmd_report_new (fixture->reference);
  fixture->history = wmd_history_new (fixture->report);
  wmd_history_mark_saved (fixture->history);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer report = fixture->report, history = fixture->history;

  g_object_add_weak_pointer (report, &report);
  g_object_add_weak_pointer (history, &history);
  g_object_unref (fixture->history);
  g_object_unref (fixture->report);
  g_assert_null (history);
  g_assert_null (report);
  wmd_reference_unref (fixture->reference);
}

/* Letters count past what stands below them, which counts from one below each; numbered paragraphs count through. */
static void
test_item_numbers (void)
{
  static const struct
  {
    WmdBlockKind kind;
    guint number;
  } blocks[] = {
    { WMD_BLOCK_NUMBERED, 1 },   { WMD_BLOCK_LETTERED, 1 },   { WMD_BLOCK_LETTERED_2, 1 }, { WMD_BLOCK_LETTERED_2, 2 },
    { WMD_BLOCK_BULLET_2, 1 },   { WMD_BLOCK_LETTERED, 2 },   { WMD_BLOCK_LETTERED_2, 1 }, { WMD_BLOCK_BULLET, 1 },
    { WMD_BLOCK_BULLET_2, 1 },   { WMD_BLOCK_BULLET, 2 },     { WMD_BLOCK_LETTERED, 1 },   { WMD_BLOCK_PARAGRAPH, 0 },
    { WMD_BLOCK_LETTERED_2, 1 }, { WMD_BLOCK_LETTERED_2, 2 }, { WMD_BLOCK_HEADING_2, 0 },  { WMD_BLOCK_NUMBERED, 2 },
  };
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdInline) text = wmd_inline_new_text ("Text");
  g_autoptr (WmdVariant) variant = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (values, wmd_block_new (id, blocks[i].kind, text));
    }
  variant = wmd_variant_new (WMD_LANGUAGE_EN, values);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_assert_cmpuint (wmd_variant_get_item_number (variant, i), ==, blocks[i].number);
}

static char *
list_ids (WmdReport *report)
{
  GListModel *model = wmd_report_list_replies (report);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (model, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", wmd_part_get_id (part));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_ids (Fixture *fixture, const char *expected)
{
  g_autofree char *ids = list_ids (fixture->report);

  g_assert_cmpstr (ids, ==, expected);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  int *count = user_data;

  *count += (int) added - (int) removed;
  g_assert_cmpint (*count, ==, g_list_model_get_n_items (model));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  int count = 0;

  g_signal_connect (wmd_report_list_replies (fixture->report), "items-changed", G_CALLBACK (items_changed_cb), &count);
  add_reply (fixture, "r1", "unodc");
  add_reply (fixture, "r2", "JOR");
  add_reply (fixture, "r3", "eu");
  add_reply (fixture, "r4", "COL");
  assert_ids (fixture, "r4 r2 r3 r1");
  set_field (fixture, "r4", WMD_FIELD_RESPONDENT, "PHL", NULL);
  assert_ids (fixture, "r2 r4 r3 r1");
  set_field (fixture, "r4", WMD_FIELD_RESPONDENT, "csto", NULL);
  assert_ids (fixture, "r2 r3 r4 r1");
  wmd_history_undo (fixture->history);
  wmd_history_undo (fixture->history);
  assert_ids (fixture, "r4 r2 r3 r1");
  wmd_history_undo (fixture->history);
  assert_ids (fixture, "r2 r3 r1");
  g_assert_null (wmd_report_lookup_part (fixture->report, "r4"));
  g_assert_cmpint (count, ==, 3);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint bodies = 0, dates = 0, originals = 0, undo = 0, modified = 0;
  WmdPart *part;

  add_reply (fixture, "r1", "COL");
  part = wmd_report_lookup_part (fixture->report, "r1");
  g_signal_connect (part, "notify::body", G_CALLBACK (count_cb), &bodies);
  g_signal_connect (part, "notify::date", G_CALLBACK (count_cb), &dates);
  g_signal_connect (part, "notify::original", G_CALLBACK (count_cb), &originals);
  g_signal_connect (fixture->history, "notify::can-undo", G_CALLBACK (count_cb), &undo);
  g_signal_connect (fixture->history, "notify::modified", G_CALLBACK (count_cb), &modified);

  set_field (fixture, "r1", WMD_FIELD_DATE, "2023-05-31", NULL);
  set_field (fixture, "r1", WMD_FIELD_DATE, "2023-05-31", NULL);
  g_assert_cmpuint (bodies, ==, 1);
  g_assert_cmpuint (dates, ==, 1);
  g_assert_cmpuint (originals, ==, 0);
  g_assert_cmpuint (undo, ==, 0);
  g_assert_true (wmd_history_get_modified (fixture->history));
  wmd_history_mark_saved (fixture->history);
  wmd_history_undo (fixture->history);
  wmd_history_redo (fixture->history);
  g_assert_cmpuint (modified, ==, 3);
  g_assert_false (wmd_history_get_modified (fixture->history));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  add_reply (fixture, "r1", "COL");
  set_field (fixture, "r1", WMD_FIELD_NOTES, "a", "notes");
  set_field (fixture, "r1", WMD_FIELD_NOTES, "ab", "notes");
  set_field (fixture, "r1", WMD_FIELD_NOTES, "abc", "notes");
  wmd_history_break (fixture->history);
  set_field (fixture, "r1", WMD_FIELD_NOTES, "abcd", "notes");
  wmd_history_undo (fixture->history);
  g_assert_cmpstr (
      wmd_body_get_field (wmd_part_get_body (wmd_report_lookup_part (fixture->report, "r1")), WMD_FIELD_NOTES), ==,
      "abc");
  wmd_history_undo (fixture->history);
  g_assert_null (
      wmd_body_get_field (wmd_part_get_body (wmd_report_lookup_part (fixture->report, "r1")), WMD_FIELD_NOTES));

  /* What was saved can be come back to, though the same typing went on. */
  set_field (fixture, "r1", WMD_FIELD_NOTES, "x", "notes");
  wmd_history_mark_saved (fixture->history);
  set_field (fixture, "r1", WMD_FIELD_NOTES, "xy", "notes");
  wmd_history_undo (fixture->history);
  g_assert_false (wmd_history_get_modified (fixture->history));
}

static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Fix");
  g_autoptr (WmdBody) old_body = NULL;
  g_autoptr (WmdBody) new_body = NULL;
  g_autoptr (GError) error = NULL;

  add_reply (fixture, "r1", "COL");
  old_body = wmd_body_ref (wmd_part_get_body (wmd_report_lookup_part (fixture->report, "r1")));
  new_body = wmd_body_with_field (old_body, WMD_FIELD_DATE, "2023-01-01");
  set_field (fixture, "r1", WMD_FIELD_DATE, "2023-05-31", NULL);
  wmd_edit_replace_body (edit, old_body, new_body);
  g_assert_false (wmd_history_apply (fixture->history, edit, &error));
  g_assert_error (error, WMD_EDIT_ERROR, WMD_EDIT_ERROR_OUTDATED);
  g_assert_cmpstr (
      wmd_body_get_field (wmd_part_get_body (wmd_report_lookup_part (fixture->report, "r1")), WMD_FIELD_DATE), ==,
      "2023-05-31");
}

static void
edit_at_random (Fixture *fixture, GRand *random)
{
  static const char *const respondents[] = { "COL", "JOR", "PHL", "eu", "unodc", "csto", "nobody" };
  const char *respondent = respondents[g_rand_int_range (random, 0, G_N_ELEMENTS (respondents))];
  GListModel *replies = wmd_report_list_replies (fixture->report);
  guint n_replies = g_list_model_get_n_items (replies);
  g_autoptr (WmdPart) part =
      n_replies > 0 ? g_list_model_get_item (replies, g_rand_int_range (random, 0, n_replies)) : NULL;
  g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (random, 0, 5));
  g_autofree char *id = wmd_report_dup_new_part_id (fixture->report);

  switch (part == NULL ? 0 : g_rand_int_range (random, 0, 5))
    {
    case 0:
      add_reply (fixture, id, respondent);
      break;
    case 1:
      replace (fixture, wmd_part_get_body (part), NULL, NULL);
      break;
    case 2:
      set_field (fixture, wmd_part_get_id (part), WMD_FIELD_RESPONDENT, respondent, NULL);
      break;
    case 3:
      set_field (fixture, wmd_part_get_id (part), WMD_FIELD_NOTES, number, wmd_part_get_id (part));
      break;
    default:
      {
        WmdFacts *old_facts = wmd_report_get_facts (fixture->report);
        g_autoptr (WmdFacts) new_facts = wmd_facts_with (old_facts, WMD_FACT_SYMBOL, number);
        g_autoptr (WmdEdit) edit = wmd_edit_new ("Facts");

        wmd_edit_replace_facts (edit, old_facts, new_facts);
        g_assert_true (wmd_history_apply (fixture->history, edit, NULL));
      }
    }
}

/* Undoing everything gives the first report, redoing everything the last one, from wherever one turns round. */
static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (75);
  g_autoptr (WmdSnapshot) first = wmd_snapshot_ref (wmd_report_get_snapshot (fixture->report));

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (WmdSnapshot) last = NULL;
      g_autoptr (WmdSnapshot) rebuilt = NULL;
      guint n_undone = 0;

      for (guint i = 0; i < 40; i++)
        edit_at_random (fixture, random);
      last = wmd_snapshot_ref (wmd_report_get_snapshot (fixture->report));
      while (wmd_history_get_can_undo (fixture->history))
        {
          wmd_history_undo (fixture->history);
          n_undone++;
        }
      g_assert_true (wmd_snapshot_equal (first, wmd_report_get_snapshot (fixture->report)));
      g_assert_false (wmd_history_get_modified (fixture->history));
      while (wmd_history_get_can_redo (fixture->history))
        wmd_history_redo (fixture->history);
      g_assert_true (wmd_snapshot_equal (last, wmd_report_get_snapshot (fixture->report)));
      for (guint i = 0; i < n_undone / 2; i++)
        wmd_history_undo (fixture->history);
    }
  g_rand_free (random);
}

static void
add_test (const char *path, void (*function) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, function, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/report/order", test_order);
  add_test ("/report/notify", test_notify);
  add_test ("/report/merge", test_merge);
  add_test ("/report/outdated", test_outdated);
  add_test ("/report/random-edits", test_random_edits);
  g_test_add_func ("/variant/item-numbers", test_item_numbers);
  return g_test_run ();
}
