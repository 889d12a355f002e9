/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The native format: data/full.wmdreport has every member, and one that is not known in every kind of object. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "store/json-writer.h"
#include "store/store.h"
#include "support/support.h"

#define FUZZ_ROUNDS 20000
#define FUZZ_SEED 20230531

static WmdReference *reference;

static char *
read_fixture (const char *name, gsize *length)
{
  g_autofree char *path = test_source_path ("tests", "store", "data", name, NULL);

  return test_read_file (path, length);
}

/* (transfer full) */
static WmdSnapshot *
parse (const char *text, gboolean *read_only)
{
  g_autoptr (GError) error = NULL;
  WmdSnapshot *snapshot = wmd_store_parse (reference, text, strlen (text), read_only, &error);

  g_assert_no_error (error);
  return snapshot;
}

/* (transfer full) */
static char *
serialize (WmdSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = wmd_store_serialize (snapshot);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_canonical (const char *path)
{
  gsize length;
  g_autofree char *text = test_read_file (path, &length);
  g_autoptr (WmdSnapshot) snapshot = parse (text, NULL);
  g_autofree char *written = serialize (snapshot);

  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_cmpstr (written, ==, text);
}

static void
test_round_trip (void)
{
  g_autofree char *full = test_source_path ("tests", "store", "data", "full.wmdreport", NULL);

  assert_canonical (full);
}

static void
test_minimal (void)
{
  static const char text[] = "{\n  \"format\": \"wmdreport\",\n  \"version\": \"1.0\",\n  \"id\": \"a-1\"\n}\n";
  gboolean read_only = TRUE;
  g_autoptr (WmdSnapshot) snapshot = parse (text, &read_only);
  g_autofree char *written = serialize (snapshot);

  g_assert_false (read_only);
  g_assert_cmpstr (wmd_snapshot_get_id (snapshot), ==, "a-1");
  g_assert_cmpuint (wmd_snapshot_get_n_replies (snapshot), ==, 0);
  g_assert_cmpstr (wmd_body_get_id (wmd_snapshot_get_summary (snapshot)), ==, "summary");
  g_assert_cmpstr (wmd_body_get_id (wmd_snapshot_get_introduction (snapshot)), ==, "introduction");
  g_assert_cmpstr (written, ==, text);
}

/* Members in another order and with other spacing are the same report, and the same bytes when written. */
static void
test_order_of_members (void)
{
  g_autoptr (WmdSnapshot) one =
      parse ("{\"format\":\"wmdreport\",\"version\":\"1.0\",\"id\":\"x\",\"facts\":{\"symbol\":\"A/78/1\","
             "\"session\":\"78\"},\"replies\":[{\"id\":\"r1\",\"respondent\":\"CUB\"},{\"id\":\"r2\","
             "\"respondent\":\"COL\"}]}",
             NULL);
  g_autoptr (WmdSnapshot) other =
      parse ("\n{ \"replies\":[ {\"respondent\":\"COL\",\"id\":\"r2\"}, {\"id\":\"r1\",\"respondent\":\"CUB\"} ],"
             "\"id\":\"x\", \"facts\":{\"session\":\"78\", \"symbol\":\"\\u0041/78/1\"},\"version\":\"1.0\","
             "\"format\":\"wmdreport\"}\n\n",
             NULL);
  g_autofree char *first = serialize (one);
  g_autofree char *second = serialize (other);

  g_assert_true (wmd_snapshot_equal (one, other));
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\"COL\""));
  g_assert_cmpint (strstr (first, "\"COL\"") - first, <, strstr (first, "\"CUB\"") - first);
}

static void
test_values (void)
{
  g_autofree char *text = read_fixture ("full.wmdreport", NULL);
  g_autoptr (WmdSnapshot) snapshot = parse (text, NULL);
  const WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  const WmdEdition *edition = wmd_facts_get_edition (facts);
  const WmdWaiver *waiver = wmd_facts_get_waivers (facts)->pdata[2];
  const WmdBody *reply = wmd_snapshot_lookup_body (snapshot, "r1");
  const WmdBody *organization = wmd_snapshot_lookup_body (snapshot, "r2");
  const WmdBlock *block;
  WmdSeverity severity;

  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_SYMBOL), ==, "A/78/9999");
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_WEBSITE), ==, "www.un.org/disarmament");
  g_assert_true (wmd_facts_get_severity (facts, "late-reply", &severity));
  g_assert_cmpint (severity, ==, WMD_SEVERITY_ERROR);
  g_assert_cmpstr (waiver->rule, ==, "spacing");
  g_assert_cmpint (waiver->language, ==, WMD_LANGUAGE_FR);
  g_assert_cmpstr (waiver->block, ==, "b2");
  g_assert_cmpint (edition->language, ==, WMD_LANGUAGE_ZH);
  g_assert_cmpstr (edition->originals[2], ==, "de");
  g_assert_cmpstr (edition->file, ==, "A_78_132-ZH.txt");
  g_assert_cmpstr (((WmdContentsLine *) edition->contents->pdata[0])->page, ==, "3");
  g_assert_null (((WmdContentsLine *) edition->contents->pdata[1])->page);
  g_assert_cmpint (((WmdEditionReply *) edition->replies->pdata[1])->section, ==, WMD_SECTION_ORGANIZATIONS);

  /* A date that does not exist and a language outside the six are data. */
  g_assert_cmpstr (wmd_body_get_field (reply, WMD_FIELD_DATE), ==, "2023-02-31");
  g_assert_cmpstr (wmd_body_get_field (organization, WMD_FIELD_ORIGINAL), ==, "pt");
  g_assert_cmpint (wmd_body_get_original (organization), ==, WMD_LANGUAGE_NONE);
  g_assert_cmpstr (wmd_body_get_own_name (organization, WMD_LANGUAGE_ZH), ==, "虚构组织");

  block = wmd_variant_get_block (wmd_body_get_variant (reply, WMD_LANGUAGE_FR), 1);
  g_assert_cmpint (wmd_block_get_progress (block), ==, WMD_PROGRESS_UNTRANSLATED);
  g_assert_true (wmd_block_get_tentative (block));
  g_assert_cmpint (wmd_block_get_source_language (block), ==, WMD_LANGUAGE_EN);
  g_assert_cmpstr (wmd_block_get_source (block), ==, "One");
  block = wmd_variant_get_block (wmd_body_get_variant (reply, WMD_LANGUAGE_ES), 0);
  g_assert_cmpint (wmd_block_get_kind (block), ==, WMD_BLOCK_HEADING_1);
  g_assert_cmpint (wmd_block_get_progress (block), ==, WMD_PROGRESS_DRAFT);
}

/* (transfer full) @snapshot with @reply in the place of the one of its id. */
static WmdSnapshot *
replace_reply (WmdSnapshot *snapshot, WmdBody *reply)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    {
      WmdBody *body = wmd_snapshot_get_reply (snapshot, i);

      g_ptr_array_add (replies, strcmp (wmd_body_get_id (body), wmd_body_get_id (reply)) == 0 ? reply : body);
    }
  return wmd_snapshot_new (reference, wmd_snapshot_get_id (snapshot), wmd_snapshot_get_facts (snapshot),
                           wmd_snapshot_get_summary (snapshot), wmd_snapshot_get_introduction (snapshot), replies,
                           wmd_snapshot_get_unknown (snapshot));
}

/* A change of one thing leaves everything that is not known where it was. */
static void
test_unknown_after_edit (void)
{
  g_autofree char *text = read_fixture ("full.wmdreport", NULL);
  g_autoptr (WmdSnapshot) snapshot = parse (text, NULL);
  WmdBody *reply = wmd_snapshot_lookup_body (snapshot, "r1");
  WmdBlock *block = wmd_variant_get_block (wmd_body_get_variant (reply, WMD_LANGUAGE_FR), 0);
  g_autoptr (WmdBlock) without_source = wmd_block_with_source (block, WMD_LANGUAGE_NONE, NULL);
  g_autoptr (WmdBody) dated = wmd_body_with_field (reply, WMD_FIELD_DATE, "2023-06-02");
  g_autoptr (WmdBody) changed = wmd_body_with_block (dated, WMD_LANGUAGE_FR, without_source);
  g_autoptr (WmdSnapshot) edited = replace_reply (snapshot, changed);
  g_autofree char *written = serialize (edited);
  g_auto (GStrv) before = g_strsplit (text, "\n", -1);
  g_auto (GStrv) after = g_strsplit (written, "\n", -1);
  guint n_before = g_strv_length (before), n_after = g_strv_length (after);

  g_assert_nonnull (strstr (written, "\"date\": \"2023-06-02\""));
  /* What was said of the source goes with the source, and nothing else: a member of eight lines. */
  g_assert_null (strstr (written, "x-source"));
  g_assert_cmpuint (n_after, ==, n_before - 8);
  g_assert_cmpuint (g_regex_match_simple ("x-variant", written, 0, 0), ==, 1);
  for (const char *const *name = (const char *const[]){ "x-facts", "x-waiver", "x-line", "x-reply", "x-edition",
                                                        "x-summary", "x-introduction", "x-block", "x-variant",
                                                        "x-report", "\"pt\": {", "\"de\": {", NULL };
       *name != NULL; name++)
    g_assert_nonnull (strstr (written, *name));
}

static void
test_malformed (void)
{
  g_autofree char *path = test_source_path ("tests", "store", "data", "malformed.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >=, 60);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      const char *place = json_object_get_string_member (object, "path");
      g_autofree char *prefix = g_strconcat (place, *place != '\0' ? ": " : "", NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (WmdSnapshot) snapshot = NULL;
      g_autoptr (GError) reason = NULL;

      wmd_json_write (text, json_object_get_member (object, "document"), 0);
      snapshot = wmd_store_parse (reference, text->str, text->len, NULL, &reason);
      g_assert_null (snapshot);
      g_assert_error (reason, WMD_STORE_ERROR, WMD_STORE_ERROR_FORMAT);
      if (!g_str_has_prefix (reason->message, prefix))
        g_error ("case %u: “%s” instead of “%s…”", i, reason->message, prefix);
      /* The path is whole: no further member follows in the message. */
      g_assert_true (*place != '\0' || strstr (reason->message, ": ") == NULL);
    }
}

static void
test_syntax_errors_pass_through (void)
{
  static const char twice[] = "{\"format\":\"wmdreport\",\"version\":\"1.0\",\"id\":\"x\",\n"
                              "\"replies\":[{\"id\":\"r1\"},{\"id\":\"r2\",\"date\":\"2023-05-31\",\"date\":\"\"}]}";
  g_autoptr (GError) error = NULL;

  g_assert_null (wmd_store_parse (reference, twice, strlen (twice), NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "“replies[1].date”"));
  g_assert_true (g_str_has_prefix (error->message, "Line 2, "));
}

static void
test_newer_minor (void)
{
  gboolean read_only = TRUE;
  g_autoptr (WmdSnapshot) snapshot =
      parse ("{\"format\":\"wmdreport\",\"version\":\"1.12\",\"id\":\"x\",\"new\":{\"a\":1}}", &read_only);
  g_autofree char *written = serialize (snapshot);

  g_assert_false (read_only);
  g_assert_nonnull (strstr (written, "\"version\": \"1.12\""));
  g_assert_nonnull (strstr (written, "\"new\": {"));
}

/* Everything in it that has a meaning today is shown; everything else is left out without an error. */
static void
test_newer_major (void)
{
  static const char text[] =
      "{\"format\":\"wmdreport\",\"version\":\"2.0\",\"id\":\"x\",\"facts\":{\"symbol\":\"A/90/1\",\"session\":90},"
      "\"severities\":{\"a\":\"fatal\",\"b\":\"note\"},\"waivers\":[5,{\"rule\":\"r\"},"
      "{\"rule\":\"r\",\"fingerprint\":\"f\",\"reason\":\"why\"}],\"edition\":{\"language\":\"de\"},"
      "\"introduction\":7,\"replies\":[{\"respondent\":\"CUB\"},{\"id\":\"r1\",\"respondent\":\"COL\",\"section\":"
      "\"annexes\","
      "\"variants\":{\"es\":{\"blocks\":[{\"id\":\"b1\",\"kind\":\"table\",\"text\":\"<u>a</"
      "u>\",\"progress\":\"signed\"},"
      "{\"id\":\"b2\",\"kind\":\"paragraph\",\"cells\":[]},{\"id\":\"b3\",\"kind\":\"bullet\",\"text\":\"<em>b</em>\"},"
      "{\"id\":\"b3\",\"kind\":\"bullet\",\"text\":\"c\"}]},\"fr\":{}}}]}";
  gboolean read_only = FALSE;
  g_autoptr (WmdSnapshot) snapshot = parse (text, &read_only);
  const WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  const WmdBody *reply = wmd_snapshot_lookup_body (snapshot, "r1");
  WmdVariant *variant = wmd_body_get_variant (reply, WMD_LANGUAGE_ES);

  g_assert_true (read_only);
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_SYMBOL), ==, "A/90/1");
  g_assert_null (wmd_facts_get (facts, WMD_FACT_SESSION));
  g_assert_cmpuint (g_strv_length ((char **) wmd_facts_list_severities (facts)), ==, 1);
  g_assert_cmpuint (wmd_facts_get_waivers (facts)->len, ==, 1);
  g_assert_null (wmd_facts_get_edition (facts));
  g_assert_cmpuint (wmd_snapshot_get_n_replies (snapshot), ==, 1);
  g_assert_cmpuint (wmd_variant_get_n_blocks (variant), ==, 2);
  g_assert_cmpstr (wmd_block_get_text (wmd_variant_get_block (variant, 0)), ==, "<u>a</u>");
  g_assert_cmpstr (wmd_block_get_text (wmd_variant_get_block (variant, 1)), ==, "b");
  g_assert_nonnull (wmd_body_get_variant (reply, WMD_LANGUAGE_FR));
}

/* Below the top a newer major version is read with patience, at the top it is not. */
static void
test_newer_major_of_something_else (void)
{
  static const char *const texts[] = {
    "{\"format\":\"other\",\"version\":\"2.0\",\"id\":\"x\"}",
    "{\"format\":\"wmdreport\",\"version\":\"2\",\"id\":\"x\"}",
    "{\"format\":\"wmdreport\",\"version\":\"2.0\",\"id\":\"x\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (wmd_store_parse (reference, texts[i], strlen (texts[i]), NULL, NULL));
}

/* Changes a few bytes, or cuts, repeats or moves a piece. */
static GByteArray *
damage (GRand *random, const char *text, gsize length)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize from = g_rand_int_range (random, 0, length), to = g_rand_int_range (random, from, length);

  g_byte_array_append (bytes, (const guint8 *) text, length);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_byte_array_set_size (bytes, from);
      break;
    case 1:
      g_byte_array_remove_range (bytes, from, MIN (to - from, 40));
      break;
    case 2:
      g_byte_array_append (bytes, (const guint8 *) text + from, to - from);
      break;
    default:
      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        bytes->data[g_rand_int_range (random, 0, bytes->len)] =
            g_rand_boolean (random) ? "\"\\{}[],:<>&;0ae\n\303"[g_rand_int_range (random, 0, 17)]
                                    : g_rand_int_range (random, 0, 256);
      break;
    }
  return bytes;
}

/* No damage makes the reader crash; whatever it still reads is a fixed point of reading and writing. */
static void
test_fuzz (void)
{
  gsize length;
  g_autofree char *text = read_fixture ("full.wmdreport", &length);
  g_autoptr (GRand) random = g_rand_new_with_seed (FUZZ_SEED);
  guint n_read = 0;

  for (guint i = 0; i < FUZZ_ROUNDS; i++)
    {
      g_autoptr (GByteArray) bytes = damage (random, text, length);
      g_autoptr (WmdSnapshot) snapshot = NULL;
      g_autoptr (WmdSnapshot) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;

      snapshot = wmd_store_parse (reference, (const char *) bytes->data, bytes->len, NULL, &error);
      g_assert_true ((snapshot == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == WMD_STORE_ERROR);
      if (snapshot == NULL)
        continue;
      n_read++;
      written = serialize (snapshot);
      again = parse (written, NULL);
      g_assert_true (wmd_snapshot_equal (snapshot, again));
      rewritten = serialize (again);
      g_assert_cmpstr (written, ==, rewritten);
    }
  g_test_message ("%u of %u damaged files could still be read", n_read, FUZZ_ROUNDS);
  g_assert_cmpuint (n_read, >, FUZZ_ROUNDS / 100);
  g_assert_cmpuint (n_read, <, FUZZ_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/report-format/round-trip", test_round_trip);
  g_test_add_func ("/report-format/minimal", test_minimal);
  g_test_add_func ("/report-format/order-of-members", test_order_of_members);
  g_test_add_func ("/report-format/values", test_values);
  g_test_add_func ("/report-format/unknown-after-edit", test_unknown_after_edit);
  g_test_add_func ("/report-format/malformed", test_malformed);
  g_test_add_func ("/report-format/syntax-errors-pass-through", test_syntax_errors_pass_through);
  g_test_add_func ("/report-format/newer-minor", test_newer_minor);
  g_test_add_func ("/report-format/newer-major", test_newer_major);
  g_test_add_func ("/report-format/newer-major-of-something-else", test_newer_major_of_something_else);
  g_test_add_func ("/report-format/fuzz", test_fuzz);
  result = g_test_run ();
  wmd_reference_unref (reference);
  return result;
}
