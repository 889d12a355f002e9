/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Queries and the mark of reused text in the native file. That bytes are kept is a matter of data/full.wmdreport,
 * what is refused is in data/malformed.json.
 */

#include <string.h>

#include "model/roll-forward.h"
#include "store/store.h"
#include "support/support.h"

/* (transfer full) */
static WmdSnapshot *
parse (WmdReference *reference, const char *text)
{
  g_autoptr (GError) error = NULL;
  WmdSnapshot *snapshot = wmd_store_parse (reference, text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return snapshot;
}

static void
test_values (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autofree char *path = test_source_path ("tests", "store", "data", "full.wmdreport", NULL);
  g_autofree char *text = test_read_file (path, NULL);
  g_autoptr (WmdSnapshot) snapshot = parse (reference, text);
  WmdBody *reply = wmd_snapshot_lookup_body (snapshot, "r1");
  WmdQuery *query = wmd_body_lookup_query (reply, "q1");
  WmdVariant *introduction = wmd_body_get_variant (wmd_snapshot_get_introduction (snapshot), WMD_LANGUAGE_EN);

  g_assert_cmpuint (wmd_body_get_queries (reply)->len, ==, 2);
  g_assert_cmpint (wmd_query_get_language (query), ==, WMD_LANGUAGE_ES);
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_BLOCK), ==, "b2");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_PASSAGE), ==, "tres");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_QUESTION), ==, "¿Dos o tres?");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_ASKED), ==, "2023-06-05");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_ANSWER), ==, "Tres.");
  g_assert_true (wmd_query_get_closed (query));
  g_assert_nonnull (strstr (wmd_query_get_unknown (query), "x-query"));
  query = wmd_body_lookup_query (reply, "q2");
  g_assert_cmpint (wmd_query_get_language (query), ==, WMD_LANGUAGE_NONE);
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_QUESTION), ==, "");
  g_assert_false (wmd_query_get_closed (query));
  g_assert_cmpstr (wmd_block_get_reused (wmd_variant_get_block (introduction, 0)), ==, "A/77/9999");
}

/* A query that is changed keeps what is not known of it. */
static void
test_unknown_after_edit (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) snapshot =
      parse (reference, "{\"format\":\"wmdreport\",\"version\":\"1.0\",\"id\":\"x\",\"replies\":[{\"id\":\"r1\","
                        "\"queries\":[{\"id\":\"q1\",\"question\":\"?\",\"x-colour\":\"red\"}]}]}");
  WmdBody *reply = wmd_snapshot_lookup_body (snapshot, "r1");
  g_autoptr (WmdQuery) closed = wmd_query_with_closed (wmd_body_lookup_query (reply, "q1"), TRUE);
  g_autoptr (WmdBody) changed = wmd_body_with_query (reply, closed);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (WmdSnapshot) edited = NULL;
  g_autoptr (WmdSnapshot) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (replies, changed);
  edited = wmd_snapshot_new (reference, "x", wmd_snapshot_get_facts (snapshot), wmd_snapshot_get_summary (snapshot),
                             wmd_snapshot_get_introduction (snapshot), replies, NULL);
  bytes = wmd_store_serialize (edited);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "\"closed\": true"));
  g_assert_nonnull (strstr (text, "\"x-colour\": \"red\""));
  again = parse (reference, text);
  g_assert_true (wmd_snapshot_equal (edited, again));
  g_assert_false (wmd_snapshot_equal (snapshot, again));
}

/* A report that was rolled forward is read as it was written. */
static void
test_roll_forward (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autofree char *path = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autofree char *sample = test_read_file (path, NULL);
  g_autoptr (WmdSnapshot) last = parse (reference, sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSnapshot) rolled = wmd_roll_forward (last, NULL, 81, NULL, &error);
  g_autoptr (WmdSnapshot) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bytes_again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  bytes = wmd_store_serialize (rolled);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  again = parse (reference, text);
  bytes_again = wmd_store_serialize (again);
  g_assert_true (wmd_snapshot_equal (rolled, again));
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  g_assert_nonnull (strstr (text, "\"reused\": \"A/78/9999\""));
  g_assert_true (wmd_store_is_report_id (wmd_snapshot_get_id (rolled)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-format/values", test_values);
  g_test_add_func ("/query-format/unknown-after-edit", test_unknown_after_edit);
  g_test_add_func ("/query-format/roll-forward", test_roll_forward);
  return g_test_run ();
}
