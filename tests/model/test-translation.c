/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/translation.h"

static WmdBlock *
block (const char *id, const char *markup)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);

  return wmd_block_new (id, WMD_BLOCK_PARAGRAPH, content);
}

static WmdBlock *
unit (const char *id, const char *markup, WmdProgress progress, const char *source)
{
  g_autoptr (WmdBlock) plain = block (id, markup);
  g_autoptr (WmdBlock) progressed = wmd_block_with_progress (plain, progress);

  return wmd_block_with_source (progressed, WMD_LANGUAGE_ES, source);
}

static WmdBody *
with_blocks (WmdBody *body, WmdLanguage language, WmdBlock *first, WmdBlock *second)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdVariant) variant = NULL;
  WmdBody *result;

  g_ptr_array_add (blocks, first);
  if (second != NULL)
    g_ptr_array_add (blocks, second);
  variant = wmd_variant_new (language, blocks);
  result = wmd_body_with_variant (body, language, variant);
  wmd_body_unref (body);
  return result;
}

static WmdBody *
spanish_reply (void)
{
  WmdBody *body = wmd_body_new ("r1", WMD_PART_REPLY);
  WmdBody *spanish = wmd_body_with_field (body, WMD_FIELD_ORIGINAL, "es");

  wmd_body_unref (body);
  return spanish;
}

static void
test_stale (void)
{
  static const struct
  {
    const char *then;
    const char *now;
    gboolean stale;
  } cases[] = {
    { "12 medidas", "12 medidas", FALSE },
    { "12 medidas", "14 medidas", TRUE },
    { "«medidas»", "“medidas”", FALSE },
    { "a b", "a\302\240b", FALSE },
    { "a b", "a  b ", FALSE },
    { "a", "<em>a</em>", TRUE },
    { "a.", "a", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmdBlock) translated = unit ("b1", "x", WMD_PROGRESS_TRANSLATED, cases[i].then);
      g_autoptr (WmdBlock) now = block ("b1", cases[i].now);

      g_assert_cmpint (wmd_block_is_stale (translated, now), ==, cases[i].stale);
    }
}

static void
test_measure (void)
{
  g_autoptr (WmdBody) body = spanish_reply ();
  WmdTranslation translation;

  wmd_translation_measure (body, WMD_LANGUAGE_FR, &translation);
  g_assert_cmpint (translation.progress, ==, WMD_PROGRESS_UNTRANSLATED);
  g_assert_cmpfloat (translation.share, ==, 0.0);

  body = with_blocks (g_steal_pointer (&body), WMD_LANGUAGE_ES, block ("b1", "uno dos tres"), block ("b2", "cuatro"));
  body = with_blocks (g_steal_pointer (&body), WMD_LANGUAGE_FR,
                      unit ("b1", "un deux trois", WMD_PROGRESS_REVISED, "uno dos tres"), NULL);
  wmd_translation_measure (body, WMD_LANGUAGE_FR, &translation);
  g_assert_cmpint (translation.progress, ==, WMD_PROGRESS_UNTRANSLATED);
  g_assert_cmpuint (translation.n_missing, ==, 1);
  g_assert_cmpuint (translation.n_units, ==, 2);
  g_assert_cmpfloat (translation.share, ==, 0.75);

  body = with_blocks (g_steal_pointer (&body), WMD_LANGUAGE_FR, unit ("b1", "un", WMD_PROGRESS_APPROVED, "uno"),
                      unit ("b2", "quatre", WMD_PROGRESS_TRANSLATED, "cuatro"));
  wmd_translation_measure (body, WMD_LANGUAGE_FR, &translation);
  g_assert_cmpint (translation.progress, ==, WMD_PROGRESS_TRANSLATED);
  g_assert_cmpuint (translation.n_stale, ==, 1);
  g_assert_cmpuint (translation.n_unrevised, ==, 1);
  g_assert_cmpfloat (translation.share, ==, 1.0);

  wmd_translation_measure (body, WMD_LANGUAGE_ES, &translation);
  g_assert_cmpint (translation.progress, ==, WMD_PROGRESS_APPROVED);
  g_assert_cmpfloat (translation.share, ==, 1.0);
}

/* An imported edition: the translation is held, its source is not. */
static void
test_source_not_held (void)
{
  g_autoptr (WmdBody) body = spanish_reply ();
  WmdTranslation translation;

  body = with_blocks (g_steal_pointer (&body), WMD_LANGUAGE_ZH, unit ("b1", "措施", WMD_PROGRESS_APPROVED, NULL), NULL);
  wmd_translation_measure (body, WMD_LANGUAGE_ZH, &translation);
  g_assert_cmpint (translation.progress, ==, WMD_PROGRESS_APPROVED);
  g_assert_cmpfloat (translation.share, ==, 1.0);
  g_assert_cmpuint (translation.n_stale, ==, 0);
  wmd_translation_measure (body, WMD_LANGUAGE_FR, &translation);
  g_assert_cmpint (translation.progress, ==, WMD_PROGRESS_UNTRANSLATED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translation/stale", test_stale);
  g_test_add_func ("/translation/measure", test_measure);
  g_test_add_func ("/translation/source-not-held", test_source_not_held);
  return g_test_run ();
}
