/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that are looked for, where they are found, and what is in their place afterwards. */

#include "model/search.h"

/* A report whose introduction has these blocks in English. (transfer full) */
static WmdSnapshot *
build (WmdReference *reference, const char *const *markup)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  g_autoptr (WmdBody) summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) empty = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (WmdBody) introduction = NULL;
  g_autoptr (WmdBody) reply = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdFacts) facts = wmd_facts_new ();

  for (guint i = 0; markup[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdInline) content = wmd_inline_parse (markup[i], &error);

      g_assert_no_error (error);
      g_ptr_array_add (blocks, wmd_block_new (id, WMD_BLOCK_PARAGRAPH, content));
    }
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  introduction = wmd_body_with_variant (empty, WMD_LANGUAGE_EN, variant);
  g_ptr_array_add (replies, wmd_body_with_variant (reply, WMD_LANGUAGE_EN, variant));
  return wmd_snapshot_new (reference, "test", facts, summary, introduction, replies, NULL);
}

static const struct
{
  const char *words, *found; /* "place:start-end" of each in the introduction, a footnote's with "n" behind its mark */
} cases[] = {
  { "nuclear", "0:0-7 1:4-11" },
  { "NUCLEAR m", "0:0-9" },
  { "a b", "2:0-4" },      /* a no-break space */
  { "state's", "2:5-14" }, /* an apostrophe that is a quotation mark */
  { "aa", "3:0-2 3:2-4" }, /* they do not overlap */
  { "deadline", "" },      /* the name of a field */
  { "État", "4:0-5" },
  { "état", "4:0-5" },
  { "note", "5:3n2-6 5:3n10-14" },
  { "a note", "5:3n0-6 5:3n8-14" }, /* not over the edge of the footnote */
  { "see", "5:0-3 5:7-10" },
  { "nothing", "" },
  { "", "" },
};

static const char *const texts[] = { "Nuclear <em>material</em>",
                                     "The nuclear <field name=\"deadline\"/>",
                                     "a\302\240b State\342\200\231s",
                                     "aaaaa",
                                     "État",
                                     "see<note>A note, <em>a noteworthy</em></note> see",
                                     NULL };

static void
test_find (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) snapshot = build (reference, texts);
  g_autoptr (GArray) matches = wmd_search_find (snapshot, WMD_LANGUAGE_EN, cases[index].words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const WmdMatch *match = &g_array_index (matches, WmdMatch, i);

      g_assert_cmpuint (match->place, ==, wmd_search_get_place (snapshot, WMD_LANGUAGE_EN, match->part, match->block));
      if (g_str_equal (match->part, "introduction"))
        {
          g_string_append_printf (found, "%s%u:", found->len > 0 ? " " : "", match->place);
          if (match->in_note)
            g_string_append_printf (found, "%un", match->note);
          g_string_append_printf (found, "%u-%u", match->start, match->end);
        }
    }
  g_assert_cmpstr (found->str, ==, cases[index].found);
}

/* All in one edit, with what is marked still marked. */
static void
test_replace (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) snapshot = build (
      reference, (const char *const[]){ "a <em>state a</em> b a", "b", "a", "a<note>a <em>man</em></note> a", NULL });
  g_autoptr (GArray) matches = wmd_search_find (snapshot, WMD_LANGUAGE_EN, "a");
  g_autoptr (WmdEdit) edit = wmd_search_replace (snapshot, WMD_LANGUAGE_EN, matches, "xyz", "Replacement");
  WmdBody *old, *body;
  WmdVariant *variant;

  g_assert_cmpuint (matches->len, ==, 18);
  g_assert_cmpuint (wmd_edit_get_n_bodies (edit), ==, 2);
  wmd_edit_get_body (edit, 0, &old, &body);
  variant = wmd_body_get_variant (body, WMD_LANGUAGE_EN);
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (wmd_variant_get_block (variant, 0))), ==,
                   "xyz <em>stxyzte xyz</em> b xyz");
  g_assert_true (wmd_variant_get_block (variant, 1) ==
                 wmd_variant_get_block (wmd_body_get_variant (old, WMD_LANGUAGE_EN), 1));
  g_assert_cmpstr (wmd_block_get_text (wmd_variant_get_block (variant, 2)), ==, "xyz");
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (wmd_variant_get_block (variant, 3))), ==,
                   "xyz<note>xyz <em>mxyzn</em></note> xyz");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/find/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/search/replace", test_replace);
  return g_test_run ();
}
