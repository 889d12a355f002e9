/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sample report is what it says it is: canonical, whole in six languages, with exactly the flaws that are to be
 * seen in it, and with the same structure and markup in every language.
 */

#include <string.h>

#include "model/translation.h"
#include "store/store.h"
#include "support/support.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *snapshot;
  char *text;
  gsize length;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->text = test_read_file (path, &fixture->length);
  fixture->snapshot = wmd_store_parse (fixture->reference, fixture->text, fixture->length, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_snapshot_unref (fixture->snapshot);
  wmd_reference_unref (fixture->reference);
  g_free (fixture->text);
}

/* The frame texts and the replies, one after the other. NULL after the last. */
static WmdBody *
nth_body (WmdSnapshot *snapshot, guint n)
{
  if (n < 2)
    return n == 0 ? wmd_snapshot_get_summary (snapshot) : wmd_snapshot_get_introduction (snapshot);
  return n - 2 < wmd_snapshot_get_n_replies (snapshot) ? wmd_snapshot_get_reply (snapshot, n - 2) : NULL;
}

static void
test_canonical (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = wmd_store_serialize (fixture->snapshot);

  g_assert_cmpmem (fixture->text, fixture->length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  guint n_sections[WMD_N_SECTIONS] = { 0 };
  guint originals = 0, n_late = 0;
  WmdDate deadline;

  g_assert_true (wmd_facts_get_date (wmd_snapshot_get_facts (fixture->snapshot), WMD_FACT_DEADLINE, &deadline));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (fixture->snapshot); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (fixture->snapshot, i);
      WmdDate date;

      g_assert_nonnull (wmd_body_get_respondent (reply, fixture->reference));
      g_assert_true (wmd_body_get_date (reply, &date));
      n_late += wmd_date_compare (&date, &deadline) > 0;
      originals |= 1u << wmd_body_get_original (reply);
      n_sections[wmd_body_get_section (reply, fixture->reference)]++;
    }
  g_assert_cmpuint (n_late, ==, 1);
  g_assert_cmpuint (originals, ==, (1u << WMD_N_LANGUAGES) - 1);
  for (guint i = 0; i < WMD_N_SECTIONS; i++)
    g_assert_cmpuint (n_sections[i], >, 0);
}

static void
test_translations (Fixture *fixture, gconstpointer data)
{
  guint n_stale = 0, n_tentative = 0, n_missing = 0;
  guint progress[WMD_N_PROGRESS] = { 0 };

  for (guint n = 0; nth_body (fixture->snapshot, n) != NULL; n++)
    for (guint language = 0; language < WMD_N_LANGUAGES; language++)
      {
        WmdBody *body = nth_body (fixture->snapshot, n);
        WmdVariant *variant = wmd_body_get_variant (body, language);
        WmdTranslation translation;

        g_assert_nonnull (variant);
        wmd_translation_measure (body, language, &translation);
        n_stale += translation.n_stale;
        n_tentative += translation.n_tentative;
        n_missing += translation.n_missing;
        for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
          progress[wmd_block_get_progress (wmd_variant_get_block (variant, i))]++;
      }
  g_assert_cmpuint (n_stale, ==, 1);
  g_assert_cmpuint (n_tentative, ==, 1);
  g_assert_cmpuint (n_missing, ==, 1);
  for (guint i = 0; i < WMD_N_PROGRESS; i++)
    g_assert_cmpuint (progress[i], >, 0);
}

static int
compare_strings_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Kinds and values of the spans of a block, sorted, as text; notes are translated, so only counted. */
static char *
describe_markup (const WmdBlock *block)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (wmd_block_get_content (block), &n_spans);
  const char *text = wmd_block_get_text (block);

  for (guint i = 0; i < n_spans; i++)
    {
      gboolean raised = spans[i].kind == WMD_SPAN_SUPERSCRIPT || spans[i].kind == WMD_SPAN_SUBSCRIPT;
      g_autofree char *covered = raised ? g_strndup (text + spans[i].start, spans[i].end - spans[i].start) : NULL;
      const char *value = spans[i].value != NULL && spans[i].kind != WMD_SPAN_NOTE ? spans[i].value : "";

      g_ptr_array_add (lines, g_strdup_printf ("%d %s%s", spans[i].kind, value, covered != NULL ? covered : ""));
    }
  g_ptr_array_sort (lines, compare_strings_cb);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_structure (Fixture *fixture, gconstpointer data)
{
  guint n_marked = 0;

  for (guint n = 0; nth_body (fixture->snapshot, n) != NULL; n++)
    for (guint language = 0; language < WMD_N_LANGUAGES; language++)
      {
        WmdBody *body = nth_body (fixture->snapshot, n);
        WmdVariant *source = wmd_body_get_source (body);
        WmdVariant *variant = wmd_body_get_variant (body, language);

        g_assert_cmpuint (wmd_variant_get_n_blocks (variant), ==, wmd_variant_get_n_blocks (source));
        for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
          {
            WmdBlock *original = wmd_variant_get_block (source, i), *block = wmd_variant_get_block (variant, i);
            g_autofree char *expected = describe_markup (original);
            g_autofree char *markup = describe_markup (block);

            g_assert_cmpstr (wmd_block_get_id (block), ==, wmd_block_get_id (original));
            g_assert_cmpint (wmd_block_get_kind (block), ==, wmd_block_get_kind (original));
            if (*wmd_block_get_text (block) == '\0')
              continue;
            g_assert_cmpstr (markup, ==, expected);
            n_marked += *markup != '\0';
          }
      }
  g_assert_cmpuint (n_marked, >=, 6 * WMD_N_LANGUAGES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/canonical", Fixture, NULL, set_up, test_canonical, tear_down);
  g_test_add ("/sample/contents", Fixture, NULL, set_up, test_contents, tear_down);
  g_test_add ("/sample/translations", Fixture, NULL, set_up, test_translations, tear_down);
  g_test_add ("/sample/structure", Fixture, NULL, set_up, test_structure, tear_down);
  return g_test_run ();
}
