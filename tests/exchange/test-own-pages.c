/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages this program sets, taken apart by pdftotext, give the report again: with -layout every block of it, and
 * without, where nothing is left of indents and gaps, all but a paragraph that ends where its line does.
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
assert_same_fields (WmdBody *body, WmdBody *expected)
{
  for (guint i = 0; i < WMD_N_FIELDS; i++)
    g_assert_cmpstr (wmd_body_get_field (body, (WmdField) i), ==, wmd_body_get_field (expected, (WmdField) i));
}

static void
assert_same_body (const WmdImport *pages, const WmdImport *text, WmdBody *body, WmdBody *expected)
{
  g_autofree char *shape = test_shape (pages, body);
  g_autofree char *expected_shape = test_shape (text, expected);

  assert_same_fields (body, expected);
  g_assert_cmpstr (shape, ==, expected_shape);
}

/* The text of all blocks without spaces, which lines of Chinese have or not. (transfer full) */
static char *
join_blocks (const WmdImport *import, WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_variant (body, import->language);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    for (const char *p = wmd_block_get_text (wmd_variant_get_block (variant, i)); *p != '\0'; p = g_utf8_next_char (p))
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (joined, g_utf8_get_char (p));
  return g_strdup (joined->str);
}

/* Asserts that nothing of the text is lost, and that at most @allowed blocks were joined to others. */
static void
assert_same_text (const WmdImport *pages, const WmdImport *text, WmdBody *body, WmdBody *expected, guint *allowed)
{
  g_autofree char *joined = join_blocks (pages, body);
  g_autofree char *expected_joined = join_blocks (text, expected);
  g_autofree char *shape = test_shape (pages, body);
  g_autofree char *expected_shape = test_shape (text, expected);
  gsize n = strlen (shape);
  gsize n_expected = strlen (expected_shape);

  assert_same_fields (body, expected);
  g_assert_cmpstr (joined, ==, expected_joined);
  if (n == n_expected)
    g_assert_cmpstr (shape, ==, expected_shape);
  g_assert_cmpuint (MAX (n, n_expected) - MIN (n, n_expected), <=, *allowed);
  *allowed -= (guint) (MAX (n, n_expected) - MIN (n, n_expected));
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

/* In reading order entries of the contents lose their page numbers to lines of their own, marks their paragraphs and
 * paragraphs the gaps between them.
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
  g_autoptr (GBytes) plain = write_edition (publication, "txt");
  g_autofree char *plain_text = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  g_autoptr (WmdImport) text = test_import (reference, plain_text);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *page_text = NULL;
  g_autoptr (WmdImport) pages = NULL;
  guint allowed = 1;

  if (pdftotext == NULL)
    return;
  pdf = write_edition (publication, "pdf");
  page_text = take_apart (pdftotext, pdf, FALSE);
  pages = test_import (reference, page_text);
  g_assert_cmpuint (wmd_snapshot_get_n_replies (pages->snapshot), ==, wmd_snapshot_get_n_replies (sample));
  assert_same_text (pages, text, wmd_snapshot_get_summary (pages->snapshot), wmd_snapshot_get_summary (text->snapshot),
                    &allowed);
  assert_same_text (pages, text, wmd_snapshot_get_introduction (pages->snapshot),
                    wmd_snapshot_get_introduction (text->snapshot), &allowed);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (sample); i++)
    assert_same_text (pages, text, wmd_snapshot_get_reply (pages->snapshot, i),
                      wmd_snapshot_get_reply (text->snapshot, i), &allowed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *code = wmd_language_get_code (language);
      g_autofree char *path = g_strconcat ("/exchange/own-pages/", code, NULL);
      g_autofree char *columns_path = g_strconcat ("/exchange/own-pages/columns/", code, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER ((int) language), test_pages);
      g_test_add_data_func (columns_path, GINT_TO_POINTER ((int) language), test_columns);
    }
  return g_test_run ();
}
