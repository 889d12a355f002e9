/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Queries to a respondent, and the mark of text that is reused. */

#include <glib.h>

#include "model/history.h"
#include "model/query.h"

static void
test_values (void)
{
  g_autoptr (WmdQuery) query = wmd_query_new ("q1", WMD_LANGUAGE_FR, "Laquelle ?");
  g_autoptr (WmdQuery) same = wmd_query_new ("q1", WMD_LANGUAGE_FR, "Laquelle ?");
  g_autoptr (WmdQuery) answered = wmd_query_with_text (query, WMD_QUERY_ANSWER, "La seconde.");
  g_autoptr (WmdQuery) cleared = wmd_query_with_text (answered, WMD_QUERY_ANSWER, NULL);
  g_autoptr (WmdQuery) closed = wmd_query_with_closed (answered, TRUE);
  g_autoptr (WmdQuery) asked_anew = wmd_query_with_text (query, WMD_QUERY_QUESTION, NULL);

  g_assert_true (wmd_query_equal (query, same));
  g_assert_true (wmd_query_equal (query, cleared));
  g_assert_false (wmd_query_equal (query, answered));
  g_assert_false (wmd_query_equal (answered, closed));
  g_assert_false (wmd_query_get_closed (answered));
  g_assert_true (wmd_query_get_closed (closed));
  g_assert_null (wmd_query_get_text (query, WMD_QUERY_ANSWER));
  g_assert_cmpstr (wmd_query_get_text (closed, WMD_QUERY_ANSWER), ==, "La seconde.");
  g_assert_cmpstr (wmd_query_get_text (closed, WMD_QUERY_QUESTION), ==, "Laquelle ?");
  g_assert_cmpstr (wmd_query_get_text (asked_anew, WMD_QUERY_QUESTION), ==, "");
}

static void
test_for_finding (void)
{
  g_autoptr (WmdFinding) finding = wmd_finding_new ("conflicting-figures", WMD_SEVERITY_NOTE);
  g_autoptr (WmdQuery) query = NULL;

  finding->part = g_strdup ("r2");
  finding->language = WMD_LANGUAGE_ES;
  finding->block = g_strdup ("b4");
  finding->hint = g_strdup ("120, 130");
  finding->message = g_strdup ("The figures differ.");
  query = wmd_query_new_for_finding ("q7", finding);
  g_assert_cmpstr (wmd_query_get_id (query), ==, "q7");
  g_assert_cmpint (wmd_query_get_language (query), ==, WMD_LANGUAGE_ES);
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_BLOCK), ==, "b4");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_PASSAGE), ==, "120, 130");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_QUESTION), ==, "The figures differ.");
  g_assert_null (wmd_query_get_text (query, WMD_QUERY_ASKED));
  g_assert_false (wmd_query_get_closed (query));
}

static void
test_locate (void)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text ("Il y a 120 membres ; 130 membres sont attendus.");
  g_autoptr (WmdBlock) block = wmd_block_new ("b2", WMD_BLOCK_PARAGRAPH, content);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdBody) empty = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (WmdBody) body = NULL;
  g_autoptr (WmdQuery) whole = wmd_query_new ("q1", WMD_LANGUAGE_FR, "Laquelle ?");
  g_autoptr (WmdQuery) placed = wmd_query_with_text (whole, WMD_QUERY_BLOCK, "b2");
  g_autoptr (WmdQuery) quoting = wmd_query_with_text (placed, WMD_QUERY_PASSAGE, "130 membres");
  g_autoptr (WmdQuery) changed = wmd_query_with_text (placed, WMD_QUERY_PASSAGE, "140 membres");
  guint start, end;

  g_ptr_array_add (blocks, block);
  variant = wmd_variant_new (WMD_LANGUAGE_FR, blocks);
  body = wmd_body_with_variant (empty, WMD_LANGUAGE_FR, variant);
  g_assert_null (wmd_body_locate_query (body, whole, &start, &end));
  g_assert_cmpstr (wmd_body_locate_query (body, quoting, &start, &end), ==, "b2");
  g_assert_cmpuint (start, ==, 21);
  g_assert_cmpuint (end, ==, 32);
  g_assert_cmpstr (wmd_body_locate_query (body, changed, &start, &end), ==, "b2");
  g_assert_cmpuint (start, ==, end);
  g_assert_null (wmd_body_locate_query (empty, quoting, &start, &end));
}

/* (transfer full) */
static WmdBody *
body_with_queries (void)
{
  g_autoptr (WmdBody) body = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (WmdQuery) first = wmd_query_new ("q1", WMD_LANGUAGE_EN, "One?");
  g_autoptr (WmdQuery) second = wmd_query_new ("q9", WMD_LANGUAGE_EN, "Two?");
  g_autoptr (WmdBody) with_first = wmd_body_with_query (body, first);

  return wmd_body_with_query (with_first, second);
}

static void
test_body (void)
{
  g_autoptr (WmdBody) body = body_with_queries ();
  g_autoptr (WmdBody) again = body_with_queries ();
  g_autofree char *id = wmd_body_dup_new_query_id (body);
  g_autoptr (WmdQuery) reworded =
      wmd_query_with_text (wmd_body_lookup_query (body, "q1"), WMD_QUERY_QUESTION, "Which?");
  g_autoptr (WmdBody) changed = wmd_body_with_query (body, reworded);
  g_autoptr (WmdBody) shorter = wmd_body_without_query (changed, "q1");
  g_autoptr (WmdBody) moved = wmd_body_with_field (changed, WMD_FIELD_DATE, "2023-05-25");
  g_autoptr (WmdBody) replaced = wmd_body_with_queries (changed, wmd_body_get_queries (body));

  g_assert_cmpstr (id, ==, "q10");
  g_assert_true (wmd_body_equal (body, again));
  g_assert_false (wmd_body_equal (body, changed));
  g_assert_true (wmd_body_equal (body, replaced));
  /* In its place, and the old body as it was. */
  g_assert_cmpuint (wmd_body_get_queries (changed)->len, ==, 2);
  g_assert_true (wmd_body_get_queries (changed)->pdata[0] == reworded);
  g_assert_cmpstr (wmd_query_get_text (wmd_body_lookup_query (body, "q1"), WMD_QUERY_QUESTION), ==, "One?");
  g_assert_cmpuint (wmd_body_get_queries (shorter)->len, ==, 1);
  g_assert_null (wmd_body_lookup_query (shorter, "q1"));
  /* Another change keeps them. */
  g_assert_true (wmd_body_lookup_query (moved, "q1") == reworded);
}

static void
test_undo (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdReport) report = wmd_report_new (reference);
  g_autoptr (WmdHistory) history = wmd_history_new (report);
  g_autoptr (WmdBody) empty = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (WmdBody) asked = body_with_queries ();
  g_autoptr (WmdEdit) add = wmd_edit_new ("Reply");
  g_autoptr (WmdEdit) ask = wmd_edit_new ("Query");
  WmdPart *part;

  wmd_edit_replace_body (add, NULL, empty);
  g_assert_true (wmd_history_apply (history, add, NULL));
  wmd_edit_replace_body (ask, empty, asked);
  g_assert_true (wmd_history_apply (history, ask, NULL));
  part = wmd_report_lookup_part (report, "r1");
  g_assert_cmpuint (wmd_body_get_queries (wmd_part_get_body (part))->len, ==, 2);
  wmd_history_undo (history);
  g_assert_cmpuint (wmd_body_get_queries (wmd_part_get_body (part))->len, ==, 0);
  wmd_history_redo (history);
  g_assert_true (wmd_body_equal (wmd_part_get_body (part), asked));
}

static void
test_reused (void)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text ("Text.");
  g_autoptr (WmdInline) same = wmd_inline_new_text ("Text.");
  g_autoptr (WmdInline) other = wmd_inline_new_text ("Other text.");
  g_autoptr (WmdBlock) block = wmd_block_new ("b1", WMD_BLOCK_NUMBERED, content);
  g_autoptr (WmdBlock) reused = wmd_block_with_reused (block, "A/78/132");
  g_autoptr (WmdBlock) kept = wmd_block_with_content (reused, same);
  g_autoptr (WmdBlock) revised = wmd_block_with_progress (reused, WMD_PROGRESS_REVISED);
  g_autoptr (WmdBlock) edited = wmd_block_with_content (revised, other);

  g_assert_null (wmd_block_get_reused (block));
  g_assert_false (wmd_block_equal (block, reused));
  g_assert_true (wmd_block_equal (kept, reused));
  g_assert_cmpstr (wmd_block_get_reused (revised), ==, "A/78/132");
  g_assert_null (wmd_block_get_reused (edited));
  g_assert_cmpstr (wmd_block_get_reused (revised), ==, "A/78/132");
}

/* A quotation leaves the marks of footnotes out and is found all the same, marks included. */
static void
test_locate_over_notes (void)
{
  static const char passage[] = "Law 4" WMD_INLINE_NOTE_MARK " of 2020" WMD_INLINE_NOTE_MARK;
  g_autoptr (WmdInline) content =
      wmd_inline_new_text ("Law 4 of 2019; Law 4" WMD_INLINE_NOTE_MARK " of 2020" WMD_INLINE_NOTE_MARK " is in force.");
  WmdBlock *block = wmd_block_new ("b1", WMD_BLOCK_PARAGRAPH, content);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdBody) empty = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (WmdQuery) query = wmd_query_new ("q1", WMD_LANGUAGE_EN, "Which?");
  g_autoptr (WmdQuery) placed = wmd_query_with_text (query, WMD_QUERY_BLOCK, "b1");
  g_autoptr (WmdQuery) quoting = wmd_query_with_text (placed, WMD_QUERY_PASSAGE, passage);
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdBody) body = NULL;
  guint start, end;

  g_ptr_array_add (blocks, block);
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  body = wmd_body_with_variant (empty, WMD_LANGUAGE_EN, variant);
  g_assert_cmpstr (wmd_query_get_text (quoting, WMD_QUERY_PASSAGE), ==, "Law 4 of 2020");
  g_assert_cmpstr (wmd_body_locate_query (body, quoting, &start, &end), ==, "b1");
  g_assert_cmpuint (start, ==, strlen ("Law 4 of 2019; "));
  g_assert_cmpuint (end, ==, start + strlen (passage) - strlen (WMD_INLINE_NOTE_MARK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/values", test_values);
  g_test_add_func ("/query/for-finding", test_for_finding);
  g_test_add_func ("/query/locate", test_locate);
  g_test_add_func ("/query/body", test_body);
  g_test_add_func ("/query/undo", test_undo);
  g_test_add_func ("/query/reused", test_reused);
  g_test_add_func ("/query/locate-over-notes", test_locate_over_notes);
  return g_test_run ();
}
