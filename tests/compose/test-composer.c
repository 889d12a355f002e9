/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compose/composer.h"
#include "compose/report.h"
#include "support/support.h"

static void
test_golden (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_report_new (reference);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, report, language);
  g_autofree char *dump = wmd_publication_dump (publication);
  g_autofree char *name = g_strconcat (wmd_language_get_code (language), ".txt", NULL);
  g_autofree char *path = test_source_path ("tests", "compose", "golden", name, NULL);
  g_autofree char *golden = NULL;

  if (g_getenv ("WMD_TEST_REGENERATE") != NULL)
    g_assert_true (g_file_set_contents (path, dump, -1, NULL));
  golden = test_read_file (path, NULL);
  g_assert_cmpstr (dump, ==, golden);
}

/* TRUE when the item of that id is the same value in both. */
static gboolean
shares (const WmdPublication *a, const WmdPublication *b, const char *id)
{
  for (guint i = 0; i < wmd_publication_get_n_items (a); i++)
    for (guint j = 0; j < wmd_publication_get_n_items (b); j++)
      {
        const WmdItem *item = wmd_publication_get_item (a, i);

        if (g_str_equal (item->id, id) && item == wmd_publication_get_item (b, j))
          return TRUE;
      }
  return FALSE;
}

/* All items of @a are the same values in @b, but those of the ids in @changed. */
static void
assert_shares_all_but (const WmdPublication *a, const WmdPublication *b, const char *const *changed)
{
  for (guint i = 0; i < wmd_publication_get_n_items (a); i++)
    {
      const char *id = wmd_publication_get_item (a, i)->id;

      if (shares (a, b, id) == g_strv_contains (changed, id))
        g_error ("%s is %s", id, g_strv_contains (changed, id) ? "still the same" : "another");
    }
}

static WmdBody *
change_block (WmdBody *body, WmdLanguage language, const char *id, const char *text)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text (text);
  WmdBlock *before = wmd_variant_lookup_block (wmd_body_get_variant (body, language), id, NULL);
  g_autoptr (WmdBlock) block = wmd_block_with_content (before, content);

  return wmd_body_with_block (body, language, block);
}

/* One paragraph is written anew: one item is, and of one text that is not held in its language the copy of it. */
static void
test_memory_of_blocks (void)
{
  static const char *const changed[] = { "r2-b2", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_report_new (reference);
  g_autoptr (WmdBody) body = change_block (wmd_snapshot_lookup_body (report, "r2"), WMD_LANGUAGE_FR, "b2", "Autre.");
  g_autoptr (WmdSnapshot) edited = test_report_with_body (report, body);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (WmdPublication) before = wmd_composer_compose (composer, report, WMD_LANGUAGE_FR);
  g_autoptr (WmdPublication) before_en = wmd_composer_compose (composer, report, WMD_LANGUAGE_EN);
  g_autoptr (WmdPublication) same = wmd_composer_compose (composer, report, WMD_LANGUAGE_FR);
  g_autoptr (WmdPublication) after = wmd_composer_compose (composer, edited, WMD_LANGUAGE_FR);
  g_autoptr (WmdPublication) after_en = wmd_composer_compose (composer, edited, WMD_LANGUAGE_EN);

  g_assert_true (before == same);
  assert_shares_all_but (before, after, changed);
  assert_shares_all_but (before_en, after_en, none);
}

/* A fact changes: what is written with it is made anew, nothing else. */
static void
test_memory_of_fields (void)
{
  static const char *const changed[] = { "introduction-b4", NULL };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_report_new (reference);
  g_autoptr (WmdSnapshot) edited = test_report_with_fact (report, WMD_FACT_DEADLINE, "2023-06-15");
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (WmdPublication) before = wmd_composer_compose (composer, report, WMD_LANGUAGE_RU);
  g_autoptr (WmdPublication) after = wmd_composer_compose (composer, edited, WMD_LANGUAGE_RU);
  g_autoptr (WmdComposer) other = wmd_composer_new (reference);
  g_autoptr (WmdPublication) fresh = wmd_composer_compose (other, edited, WMD_LANGUAGE_RU);
  g_autofree char *dump = wmd_publication_dump (after);
  g_autofree char *fresh_dump = wmd_publication_dump (fresh);

  g_assert_cmpstr (dump, ==, fresh_dump);
  for (guint i = 0; changed[i] != NULL; i++)
    g_assert_false (shares (before, after, changed[i]));
  g_assert_true (shares (before, after, "introduction-b2"));
  g_assert_true (shares (before, after, "r1-b1"));
  g_assert_true (shares (before, after, "section.governments"));
}

/* Publications outlive what they were made of. */
static void
test_lifetime (void)
{
  g_autoptr (WmdPublication) publication = NULL;
  g_autofree char *dump = NULL;
  WmdReference *reference = wmd_reference_new (NULL);
  WmdSnapshot *report = test_report_new (reference);
  WmdComposer *composer = wmd_composer_new (reference);
  const WmdItem *item;

  publication = wmd_composer_compose (composer, report, WMD_LANGUAGE_AR);
  item = wmd_item_ref (wmd_publication_get_item (publication, 0));
  wmd_composer_free (composer);
  wmd_snapshot_unref (report);
  wmd_reference_unref (reference);
  dump = wmd_publication_dump (publication);
  g_assert_cmpstr (dump, !=, "");
  g_clear_pointer (&publication, wmd_publication_unref);
  g_assert_cmpstr (wmd_inline_get_text (item->content), !=, "");
  wmd_item_unref (item);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/compose/golden/", wmd_language_get_code (i), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_golden);
    }
  g_test_add_func ("/compose/memory/blocks", test_memory_of_blocks);
  g_test_add_func ("/compose/memory/fields", test_memory_of_fields);
  g_test_add_func ("/compose/lifetime", test_lifetime);
  return g_test_run ();
}
