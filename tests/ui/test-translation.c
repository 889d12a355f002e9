/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the translation desk does to a unit, what it shows as changed, and what it makes of inline text. */

#include <pango/pango.h>

#include "model/translation.h"
#include "model/unit-edits.h"
#include "ui/desk.h"
#include "ui/inline-markup.h"
#include "ui/test-ui.h"

static WmdBlock *
make_block (const char *id, const char *text)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text (text);

  return wmd_block_new (id, WMD_BLOCK_BULLET, content);
}

/* A reply in French of three blocks. */
static WmdBody *
make_body (const char *second)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdBody) empty = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (WmdBody) body = wmd_body_with_field (empty, WMD_FIELD_ORIGINAL, "fr");
  g_autoptr (WmdVariant) variant = NULL;

  g_ptr_array_add (blocks, make_block ("b1", "un"));
  g_ptr_array_add (blocks, make_block ("b2", second));
  g_ptr_array_add (blocks, make_block ("b3", "trois"));
  variant = wmd_variant_new (WMD_LANGUAGE_FR, blocks);
  return wmd_body_with_variant (body, WMD_LANGUAGE_FR, variant);
}

static WmdBody *
write_unit (WmdBody *body, const char *id, const char *text)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text (text);

  return wmd_unit_write (body, WMD_LANGUAGE_EN, WMD_LANGUAGE_FR, id, content);
}

static WmdBlock *
get_unit (WmdBody *body, const char *id)
{
  WmdVariant *variant = wmd_body_get_variant (body, WMD_LANGUAGE_EN);

  return variant != NULL ? wmd_variant_lookup_block (variant, id, NULL) : NULL;
}

/* Units stand in the order of the source, however they were written; a new one is a draft that knows its source. */
static void
test_write (void)
{
  g_autoptr (WmdBody) body = make_body ("deux");
  g_autoptr (WmdBody) third = write_unit (body, "b3", "three");
  g_autoptr (WmdBody) first = write_unit (third, "b1", "one");
  g_autoptr (WmdBody) second = write_unit (first, "b2", "two");
  g_autoptr (WmdBody) again = write_unit (second, "b2", "second");
  WmdVariant *variant = wmd_body_get_variant (again, WMD_LANGUAGE_EN);

  g_assert_cmpuint (wmd_variant_get_n_blocks (variant), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      WmdBlock *unit = wmd_variant_get_block (variant, i);

      g_assert_cmpint (wmd_block_get_id (unit)[1] - '0', ==, (int) i + 1);
      g_assert_cmpint (wmd_block_get_kind (unit), ==, WMD_BLOCK_BULLET);
      g_assert_cmpint (wmd_block_get_progress (unit), ==, WMD_PROGRESS_DRAFT);
      g_assert_cmpint (wmd_block_get_source_language (unit), ==, WMD_LANGUAGE_FR);
    }
  g_assert_cmpstr (wmd_block_get_text (get_unit (again, "b2")), ==, "second");
  g_assert_cmpstr (wmd_block_get_source (get_unit (again, "b2")), ==, "deux");
}

static void
test_empty_unit_goes (void)
{
  g_autoptr (WmdBody) body = make_body ("deux");
  g_autoptr (WmdBody) one = write_unit (body, "b1", "one");
  g_autoptr (WmdBody) two = write_unit (one, "b2", "two");
  g_autoptr (WmdBody) without = write_unit (two, "b1", "");
  g_autoptr (WmdBody) nothing = write_unit (without, "b2", "");

  g_assert_null (get_unit (without, "b1"));
  g_assert_nonnull (get_unit (without, "b2"));
  g_assert_null (wmd_body_get_variant (nothing, WMD_LANGUAGE_EN));
}

/* Typing neither ends staleness nor advances progress; confirming does both, accepting only the first. */
static void
test_stale (void)
{
  g_autoptr (WmdBody) body = make_body ("deux");
  g_autoptr (WmdBody) written = write_unit (body, "b2", "two");
  g_autoptr (WmdBlock) changed = make_block ("b2", "deux et demi");
  g_autoptr (WmdBody) stale = wmd_body_with_block (written, WMD_LANGUAGE_FR, changed);
  g_autoptr (WmdBody) typed = write_unit (stale, "b2", "two and");
  g_autoptr (WmdBody) accepted = wmd_unit_accept_source (typed, WMD_LANGUAGE_EN, WMD_LANGUAGE_FR, "b2");
  g_autoptr (WmdBody) confirmed = wmd_unit_confirm (typed, WMD_LANGUAGE_EN, WMD_LANGUAGE_FR, "b2");

  g_assert_true (wmd_translation_is_stale (stale, get_unit (stale, "b2")));
  g_assert_true (wmd_translation_is_stale (typed, get_unit (typed, "b2")));
  g_assert_cmpint (wmd_block_get_progress (get_unit (typed, "b2")), ==, WMD_PROGRESS_DRAFT);
  g_assert_false (wmd_translation_is_stale (accepted, get_unit (accepted, "b2")));
  g_assert_cmpint (wmd_block_get_progress (get_unit (accepted, "b2")), ==, WMD_PROGRESS_DRAFT);
  g_assert_false (wmd_translation_is_stale (confirmed, get_unit (confirmed, "b2")));
  g_assert_cmpint (wmd_block_get_progress (get_unit (confirmed, "b2")), ==, WMD_PROGRESS_TRANSLATED);
}

/* Confirming never takes progress back, and never a tentative mark away. */
static void
test_confirm_keeps (void)
{
  g_autoptr (WmdBody) body = make_body ("deux");
  g_autoptr (WmdBody) written = write_unit (body, "b2", "two");
  g_autoptr (WmdBody) approved = wmd_unit_set_progress (written, WMD_LANGUAGE_EN, "b2", WMD_PROGRESS_APPROVED);
  g_autoptr (WmdBody) tentative = wmd_unit_set_tentative (approved, WMD_LANGUAGE_EN, "b2", TRUE);
  g_autoptr (WmdBody) confirmed = wmd_unit_confirm (tentative, WMD_LANGUAGE_EN, WMD_LANGUAGE_FR, "b2");

  g_assert_cmpint (wmd_block_get_progress (get_unit (confirmed, "b2")), ==, WMD_PROGRESS_APPROVED);
  g_assert_true (wmd_block_get_tentative (get_unit (confirmed, "b2")));
}

static void
test_choose_source (void)
{
  g_autoptr (WmdBody) body = make_body ("deux");
  g_autoptr (WmdBody) written = write_unit (body, "b2", "two");
  g_autoptr (WmdBody) imported = wmd_body_with_variant (written, WMD_LANGUAGE_FR, NULL);

  g_assert_cmpint (wmd_unit_choose_source (written, WMD_LANGUAGE_ZH), ==, WMD_LANGUAGE_FR);
  g_assert_cmpint (wmd_unit_choose_source (imported, WMD_LANGUAGE_ZH), ==, WMD_LANGUAGE_EN);
  g_assert_cmpint (wmd_unit_choose_source (imported, WMD_LANGUAGE_EN), ==, WMD_LANGUAGE_NONE);
  g_assert_true (wmd_desk_is_needed (body, WMD_LANGUAGE_EN));
  g_assert_false (wmd_desk_is_needed (body, WMD_LANGUAGE_FR));
  g_assert_true (wmd_desk_is_needed (imported, WMD_LANGUAGE_ZH));
  g_assert_false (wmd_desk_is_needed (imported, WMD_LANGUAGE_EN));
}

/* Whatever a text holds, a label can show it. */
static void
test_markup (void)
{
  static const char *const texts[] = {
    "<em>a<strong>b</strong></em>c & d",
    "x<sup>2</sup> <a href=\"https://example.org/?a=1&amp;b=2\">y</a>",
    "n<note>see &lt;there&gt;</note>",
    "<field name=\"deadline\"/>",
  };
  g_autofree char *control = wmd_escape_for_pango ("a\001b\033c<");
  g_autofree char *change = wmd_diff_to_pango ("a < b", "a < c");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WmdInline) content = wmd_inline_parse (texts[i], NULL);
      g_autofree char *markup = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;

      if (content == NULL)
        content = wmd_inline_new_text (texts[i]);
      markup = wmd_inline_to_pango (content);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &shown, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_utf8_strlen (shown, -1), ==, g_utf8_strlen (wmd_inline_get_text (content), -1));
    }
  g_assert_true (pango_parse_markup (control, -1, 0, NULL, NULL, NULL, NULL));
  g_assert_cmpstr (change, ==,
                   "a &lt; <span strikethrough=\"true\" alpha=\"55%\">b</span>"
                   "<span weight=\"bold\" underline=\"single\">c</span>");
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
  g_test_add_func ("/translation/write", test_write);
  g_test_add_func ("/translation/empty-unit-goes", test_empty_unit_goes);
  g_test_add_func ("/translation/stale", test_stale);
  g_test_add_func ("/translation/confirm-keeps", test_confirm_keeps);
  g_test_add_func ("/translation/choose-source", test_choose_source);
  g_test_add_func ("/translation/markup", test_markup);
  return g_test_run ();
}
