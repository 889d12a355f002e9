/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages this program sets, taken apart by pdftotext -layout, give the report again. Arabic is left out: there
 * pdftotext tears the ligature of lam and alef out of its words, which nothing puts back.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "compose/composer.h"
#include "exchange/import-support.h"
#include "publish/publish.h"
#include "store/store.h"
#include "support/support.h"

static WmdSnapshot *
read_sample (WmdReference *reference)
{
  g_autofree char *path = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  gsize length;
  g_autofree char *bytes = test_read_file (path, &length);
  g_autoptr (GError) error = NULL;
  WmdSnapshot *sample = wmd_store_parse (reference, bytes, length, NULL, &error);

  g_assert_no_error (error);
  return sample;
}

static GBytes *
write_edition (WmdPublication *publication, const char *format)
{
  g_autoptr (GError) error = NULL;
  WmdPublishOptions options;
  GBytes *bytes;

  wmd_publish_options_init (&options, publication);
  bytes = wmd_formats_lookup (format)->write (publication, &options, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What pdftotext says of the pages; @layout: as they stand, else column after column. (transfer full) */
static char *
take_apart (const char *pdftotext, GBytes *pdf, gboolean layout)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *text = NULL;
  int file = g_file_open_tmp ("wmd-pages-XXXXXX.pdf", &path, &error);
  const char *const arguments[] = { pdftotext, layout ? "-layout" : "-q", path, "-", NULL };
  int status;

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return text;
}

static void
assert_same_body (const WmdImport *pages, const WmdImport *text, WmdBody *body, WmdBody *expected)
{
  g_autofree char *shape = test_shape (pages, body);
  g_autofree char *expected_shape = test_shape (text, expected);

  for (guint i = 0; i < WMD_N_FIELDS; i++)
    g_assert_cmpstr (wmd_body_get_field (body, (WmdField) i), ==, wmd_body_get_field (expected, (WmdField) i));
  g_assert_cmpstr (shape, ==, expected_shape);
}

static void
test_pages (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autofree char *pdftotext = test_find_program ("pdftotext");
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) sample = read_sample (reference);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, sample, language);
  g_autoptr (GBytes) plain = write_edition (publication, "txt");
  g_autofree char *plain_text = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  g_autoptr (WmdImport) text = test_import (reference, plain_text);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *page_text = NULL;
  g_autoptr (WmdImport) pages = NULL;
  g_autofree char *warnings = NULL;

  if (pdftotext == NULL)
    return;
  pdf = write_edition (publication, "pdf");
  page_text = take_apart (pdftotext, pdf, TRUE);
  pages = test_import (reference, page_text);
  warnings = test_rules (pages, WMD_SEVERITY_WARNING);
  g_assert_cmpstr (warnings, ==, "");
  g_assert_cmpuint (wmd_facts_get_edition (wmd_snapshot_get_facts (pages->snapshot))->contents->len, ==,
                    wmd_facts_get_edition (wmd_snapshot_get_facts (text->snapshot))->contents->len);
  g_assert_cmpint (pages->language, ==, language);
  g_assert_cmpuint (wmd_snapshot_get_n_replies (pages->snapshot), ==, wmd_snapshot_get_n_replies (sample));
  assert_same_body (pages, text, wmd_snapshot_get_summary (pages->snapshot), wmd_snapshot_get_summary (text->snapshot));
  assert_same_body (pages, text, wmd_snapshot_get_introduction (pages->snapshot),
                    wmd_snapshot_get_introduction (text->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (pages->snapshot); i++)
    assert_same_body (pages, text, wmd_snapshot_get_reply (pages->snapshot, i),
                      wmd_snapshot_get_reply (text->snapshot, i));
}

/* Column after column, entries of the contents lose their page numbers to lines of their own; what each reply is
 * must come out right all the same.
 */
static void
test_columns (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autofree char *pdftotext = test_find_program ("pdftotext");
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) sample = read_sample (reference);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, sample, language);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *page_text = NULL;
  g_autoptr (WmdImport) pages = NULL;

  if (pdftotext == NULL)
    return;
  pdf = write_edition (publication, "pdf");
  page_text = take_apart (pdftotext, pdf, FALSE);
  pages = test_import (reference, page_text);
  g_assert_cmpuint (wmd_snapshot_get_n_replies (pages->snapshot), ==, wmd_snapshot_get_n_replies (sample));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (sample); i++)
    {
      static const WmdField fields[] = { WMD_FIELD_RESPONDENT, WMD_FIELD_ORIGINAL, WMD_FIELD_DATE };

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        g_assert_cmpstr (wmd_body_get_field (wmd_snapshot_get_reply (pages->snapshot, i), fields[j]), ==,
                         wmd_body_get_field (wmd_snapshot_get_reply (sample, i), fields[j]));
    }
}

int
main (int argc, char **argv)
{
  static const WmdLanguage languages[] = { WMD_LANGUAGE_EN, WMD_LANGUAGE_ES, WMD_LANGUAGE_FR, WMD_LANGUAGE_RU,
                                           WMD_LANGUAGE_ZH };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *code = wmd_language_get_code (languages[i]);
      g_autofree char *path = g_strconcat ("/exchange/own-pages/", code, NULL);
      g_autofree char *columns_path = g_strconcat ("/exchange/own-pages/columns/", code, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER ((int) languages[i]), test_pages);
      g_test_add_data_func (columns_path, GINT_TO_POINTER ((int) languages[i]), test_columns);
    }
  return g_test_run ();
}
