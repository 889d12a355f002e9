/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes to translators: XLIFF and TMX against golden files and their schemas. */

#include "config.h"

#include <glib/gstdio.h>

#include "exchange/tmx.h"
#include "exchange/translations.h"
#include "exchange/xliff.h"
#include "support/support.h"

static void
assert_golden (GBytes *bytes, const char *name)
{
  g_autofree char *path = test_source_path ("tests", "exchange", "data", name, NULL);
  g_autofree char *golden = test_read_file (path, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) written = g_string_new (text);

  g_string_replace (written, "\"" PACKAGE_VERSION "\"", "\"VERSION\"", 1);
  g_assert_cmpstr (written->str, ==, golden);
}

static void
test_xliff_golden (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_translations_read (reference, "tests/exchange/data/translations.wmdreport");
  g_autoptr (GBytes) bytes = test_translations_write (report, WMD_LANGUAGE_FR);

  assert_golden (bytes, "translations-fr.xlf");
}

static void
test_tmx_golden (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_translations_read (reference, "tests/exchange/data/translations.wmdreport");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = wmd_tmx_write (report, WMD_LANGUAGE_NONE, &error);

  g_assert_no_error (error);
  assert_golden (bytes, "translations.tmx");
}

/* A text without another language, and one that nothing is translated of. */
static void
test_nothing (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_translations_read (reference, "tests/exchange/data/translations.wmdreport");
  g_autoptr (WmdBody) summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (WmdSnapshot) french = NULL;
  g_autoptr (GError) xliff_error = NULL;
  g_autoptr (GError) tmx_error = NULL;

  g_ptr_array_add (replies, wmd_snapshot_lookup_body (report, "r2"));
  french = wmd_snapshot_new (reference, "x", wmd_snapshot_get_facts (report), summary, introduction, replies, NULL);
  g_assert_null (wmd_xliff_write (french, WMD_LANGUAGE_FR, &xliff_error));
  g_assert_error (xliff_error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_NOTHING);
  g_assert_null (wmd_tmx_write (report, WMD_LANGUAGE_ZH, &tmx_error));
  g_assert_error (tmx_error, WMD_TMX_ERROR, WMD_TMX_ERROR_NOTHING);
}

/* --- schemas --- */

static void
assert_valid (GBytes *bytes, const char *const *options)
{
  g_autofree char *catalog = test_material_path ("schemas", "catalog.xml", NULL);
  g_autofree char *xmllint = test_find_program ("xmllint");
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (catalog == NULL || xmllint == NULL)
    return;
  g_close (g_file_open_tmp ("wmd-test-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_setenv ("XML_CATALOG_FILES", catalog, TRUE);
  g_ptr_array_add (arguments, xmllint);
  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (arguments, (char *) options[i]);
  g_ptr_array_add (arguments, path);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, 0, NULL, NULL, NULL, &output, &status, &error));
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s", output);
  g_remove (path);
}

static void
test_xliff_valid (gconstpointer data)
{
  const char *const reports[] = { "data/sample/sample.wmdreport", "tests/exchange/data/translations.wmdreport" };
  g_autofree char *schema = test_material_path ("schemas", "xliff", "1.2", "xliff-core-1.2-strict.xsd", NULL);
  const char *const options[] = { "--nonet", "--noout", "--schema", schema, NULL };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);

  for (guint i = 0; schema != NULL && i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (WmdSnapshot) report = test_translations_read (reference, reports[i]);
      g_autoptr (GBytes) bytes = test_translations_write (report, GPOINTER_TO_INT (data));

      assert_valid (bytes, options);
    }
}

static void
test_tmx_valid (void)
{
  g_autofree char *schema = test_material_path ("schemas", "tmx", "tmx14.dtd", NULL);
  const char *const options[] = { "--nonet", "--noout", "--dtdvalid", schema, NULL };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_translations_read (reference, "data/sample/sample.wmdreport");
  g_autoptr (GBytes) bytes = wmd_tmx_write (report, WMD_LANGUAGE_NONE, NULL);

  if (schema != NULL)
    assert_valid (bytes, options);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xliff/golden", test_xliff_golden);
  g_test_add_func ("/exchange/xliff/nothing", test_nothing);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/xliff/valid/", wmd_language_get_code (i), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER ((int) i), test_xliff_valid);
    }
  g_test_add_func ("/exchange/tmx/golden", test_tmx_golden);
  g_test_add_func ("/exchange/tmx/valid", test_tmx_valid);
  return g_test_run ();
}
