/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A second edition joins a report: the editions of the sample, which has the same paragraphs in every language, as
 * text. */

#include <string.h>

#include "compose/composer.h"
#include "exchange/import-support.h"
#include "publish/publish.h"
#include "store/store.h"
#include "support/support.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *sample;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  gsize length;
  g_autofree char *bytes = test_read_file (path, &length);
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (NULL);
  fixture->sample = wmd_store_parse (fixture->reference, bytes, length, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_snapshot_unref (fixture->sample);
  wmd_reference_unref (fixture->reference);
}

/* An edition of the sample as text. */
static char *
write_edition (Fixture *fixture, WmdLanguage language)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (fixture->reference);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, fixture->sample, language);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  WmdPublishOptions options;

  wmd_publish_options_init (&options, publication);
  bytes = wmd_formats_lookup ("txt")->write (publication, &options, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static WmdImport *
merge (Fixture *fixture, WmdSnapshot *existing, const char *text)
{
  g_autoptr (GError) error = NULL;
  WmdImport *import = wmd_text_import_into (fixture->reference, existing, text, strlen (text), &error);

  g_assert_no_error (error);
  return import;
}

static guint
count (const WmdImport *import, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < import->findings->len; i++)
    n += g_str_equal (((WmdFinding *) import->findings->pdata[i])->rule, rule);
  return n;
}

/* Asserts that both variants of a body have the same ids in the same order. */
static void
assert_paired (WmdBody *body, WmdLanguage first, WmdLanguage second)
{
  WmdVariant *a = wmd_body_get_variant (body, first);
  WmdVariant *b = wmd_body_get_variant (body, second);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpuint (wmd_variant_get_n_blocks (a), ==, wmd_variant_get_n_blocks (b));
  for (guint i = 0; i < wmd_variant_get_n_blocks (a); i++)
    g_assert_cmpstr (wmd_block_get_id (wmd_variant_get_block (a, i)), ==,
                     wmd_block_get_id (wmd_variant_get_block (b, i)));
}

/* Every language after every other: all paragraphs find each other. */
static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  WmdLanguage first = GPOINTER_TO_INT (data);
  g_autofree char *first_text = write_edition (fixture, first);
  g_autoptr (WmdImport) import = test_import (fixture->reference, first_text);

  for (WmdLanguage second = 0; second < WMD_N_LANGUAGES; second++)
    {
      g_autofree char *second_text = NULL;
      g_autoptr (WmdImport) merged = NULL;

      if (second == first)
        continue;
      second_text = write_edition (fixture, second);
      merged = merge (fixture, import->snapshot, second_text);
      g_assert_cmpint (merged->language, ==, second);
      g_assert_cmpstr (wmd_snapshot_get_id (merged->snapshot), ==, wmd_snapshot_get_id (import->snapshot));
      g_assert_cmpuint (count (merged, "import-unpaired"), ==, 0);
      g_assert_cmpuint (count (merged, "import-conflict"), ==, 0);
      g_assert_cmpuint (wmd_snapshot_get_n_replies (merged->snapshot), ==,
                        wmd_snapshot_get_n_replies (import->snapshot));
      assert_paired (wmd_snapshot_get_summary (merged->snapshot), first, second);
      assert_paired (wmd_snapshot_get_introduction (merged->snapshot), first, second);
      for (guint i = 0; i < wmd_snapshot_get_n_replies (merged->snapshot); i++)
        assert_paired (wmd_snapshot_get_reply (merged->snapshot, i), first, second);
    }
}

/* All six editions in one report, one after the other. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = write_edition (fixture, WMD_LANGUAGE_ZH);
  g_autoptr (WmdImport) import = test_import (fixture->reference, text);

  for (WmdLanguage language = 0; language < WMD_LANGUAGE_ZH; language++)
    {
      g_autofree char *other = write_edition (fixture, language);
      WmdImport *merged = merge (fixture, import->snapshot, other);

      wmd_import_free (import);
      import = merged;
    }
  for (guint i = 0; i < wmd_snapshot_get_n_replies (import->snapshot); i++)
    for (WmdLanguage language = 0; language < WMD_LANGUAGE_ZH; language++)
      assert_paired (wmd_snapshot_get_reply (import->snapshot, i), WMD_LANGUAGE_ZH, language);
}

/* A line taken out of @text. */
static char *
remove_line_with (const char *text, const char *part)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], part) == NULL)
      g_ptr_array_add (kept, lines[i]);
  g_assert_cmpuint (kept->len + 1, ==, g_strv_length (lines));
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **) kept->pdata);
}

/* The start of the text of a block that stands once in its edition. */
static char *
dup_start (WmdBody *body, WmdLanguage language, guint index)
{
  const char *text = wmd_block_get_text (wmd_variant_get_block (wmd_body_get_variant (body, language), index));

  return g_utf8_substring (text, 0, 40);
}

/* A paragraph that one edition lacks: the others still find each other, and the one is named, whichever side lacks it.
 */
static void
test_missing_paragraph (Fixture *fixture, gconstpointer data)
{
  g_autofree char *english = write_edition (fixture, WMD_LANGUAGE_EN);
  g_autofree char *russian = write_edition (fixture, WMD_LANGUAGE_RU);
  g_autofree char *start = dup_start (wmd_snapshot_get_reply (fixture->sample, 1), WMD_LANGUAGE_RU, 0);
  g_autofree char *shorter = remove_line_with (russian, start);
  g_autoptr (WmdImport) whole = test_import (fixture->reference, english);
  g_autoptr (WmdImport) part = test_import (fixture->reference, shorter);
  g_autoptr (WmdImport) into_whole = merge (fixture, whole->snapshot, shorter);
  g_autoptr (WmdImport) into_part = merge (fixture, part->snapshot, english);
  const WmdFinding *missing = test_find (into_whole, "import-unpaired");
  const WmdFinding *extra = test_find (into_part, "import-unpaired");
  WmdBody *body = wmd_snapshot_lookup_body (into_whole->snapshot, missing->part);
  WmdVariant *variant;

  g_assert_cmpstr (missing->block, ==, "b1");
  g_assert_null (wmd_variant_lookup_block (wmd_body_get_variant (body, WMD_LANGUAGE_RU), "b1", NULL));
  g_assert_cmpstr (wmd_block_get_id (wmd_variant_get_block (wmd_body_get_variant (body, WMD_LANGUAGE_RU), 0)), ==,
                   "b2");

  body = wmd_snapshot_lookup_body (into_part->snapshot, extra->part);
  variant = wmd_body_get_variant (body, WMD_LANGUAGE_EN);
  g_assert_cmpstr (wmd_block_get_id (wmd_variant_get_block (variant, 0)), ==, extra->block);
  g_assert_null (wmd_variant_lookup_block (wmd_body_get_variant (body, WMD_LANGUAGE_RU), extra->block, NULL));
  g_assert_cmpstr (wmd_block_get_id (wmd_variant_get_block (variant, 1)), ==, "b1");
}

static char *
replace_once (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

/* What the two say differently is named, and the report keeps its own. */
static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *english = write_edition (fixture, WMD_LANGUAGE_EN);
  g_autofree char *french = write_edition (fixture, WMD_LANGUAGE_FR);
  g_autofree char *redated = replace_once (french, "[18 mai 2023]", "[19 mai 2023]");
  g_autoptr (WmdImport) import = test_import (fixture->reference, english);
  g_autoptr (WmdImport) merged = merge (fixture, import->snapshot, redated);
  const WmdFinding *conflict = test_find (merged, "import-conflict");

  g_assert_cmpstr (conflict->hint, ==, "date: 2023-05-18 ≠ 2023-05-19");
  g_assert_cmpstr (wmd_body_get_field (wmd_snapshot_lookup_body (merged->snapshot, conflict->part), WMD_FIELD_DATE), ==,
                   "2023-05-18");
}

/* A text that the report has in the language stays, and the edition's is not taken. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autofree char *english = write_edition (fixture, WMD_LANGUAGE_EN);
  g_autofree char *changed = replace_once (english, "Oman attaches great importance", "Oman attaches no importance");
  g_autoptr (WmdImport) import = test_import (fixture->reference, english);
  g_autoptr (WmdImport) merged = merge (fixture, import->snapshot, changed);
  g_autofree char *before = test_dump (import);
  g_autofree char *after = test_dump (merged);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count (merged, "import-held"), ==, wmd_snapshot_get_n_replies (import->snapshot) + 2);
}

/* A reply that only one of the two has. */
static void
test_missing_reply (Fixture *fixture, gconstpointer data)
{
  g_autofree char *english = write_edition (fixture, WMD_LANGUAGE_EN);
  g_autofree char *spanish = write_edition (fixture, WMD_LANGUAGE_ES);
  const char *start = strstr (strstr (spanish, "[Original"), "Omán\n");
  const char *end = strstr (start, "Uruguay\n");
  g_autofree char *shorter = g_strdup_printf ("%.*s%s", (int) (start - spanish), spanish, end);
  g_autoptr (WmdImport) whole = test_import (fixture->reference, english);
  g_autoptr (WmdImport) part = test_import (fixture->reference, shorter);
  g_autoptr (WmdImport) into_whole = merge (fixture, whole->snapshot, shorter);
  g_autoptr (WmdImport) into_part = merge (fixture, part->snapshot, english);
  const WmdFinding *missing = test_find (into_whole, "import-unpaired");
  const WmdFinding *added = test_find (into_part, "import-unpaired");
  WmdBody *body = wmd_snapshot_lookup_body (into_part->snapshot, added->part);

  g_assert_cmpstr (missing->hint, ==, "Omán");
  g_assert_cmpstr (added->hint, ==, "Oman");
  g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_RESPONDENT), ==, "OMN");
  g_assert_null (wmd_snapshot_lookup_body (part->snapshot, added->part));
  g_assert_cmpuint (wmd_snapshot_get_n_replies (into_part->snapshot), ==, wmd_snapshot_get_n_replies (whole->snapshot));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "all", test_all },   { "missing-paragraph", test_missing_paragraph }, { "conflicts", test_conflicts },
    { "held", test_held }, { "missing-reply", test_missing_reply },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path =
          g_strconcat ("/exchange/edition-merge/pairs/", wmd_language_get_code ((WmdLanguage) i), NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER ((int) i), set_up, test_pairs, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/edition-merge/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
