/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "publish/edition.h"
#include "support/support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_table (void)
{
  g_assert_cmpuint (wmd_formats_get_n_formats (), >, 0);
  for (guint i = 0; i < wmd_formats_get_n_formats (); i++)
    {
      const WmdFormat *format = wmd_formats_get (i);
      g_autofree char *upper = g_ascii_strup (format->extension, -1);
      g_autofree char *path = g_strconcat ("/some.folder/A_78_132-EN", upper, NULL);

      g_assert_true (wmd_formats_lookup (format->id) == format);
      g_assert_true (wmd_formats_lookup_by_path (path) == format);
      g_assert_nonnull (strchr (format->mime_type, '/'));
      g_assert_cmpstr (wmd_format_get_title (format), !=, "");
    }
  g_assert_null (wmd_formats_lookup ("wp5"));
  g_assert_null (wmd_formats_lookup_by_path ("/tmp/report"));
  g_assert_null (wmd_formats_lookup_by_path ("/tmp.odt/report"));
  g_assert_null (wmd_formats_lookup_by_path ("odt"));
}

static void
test_file_name (void)
{
  g_autofree char *name = wmd_publish_dup_file_name ("A/78/132", WMD_LANGUAGE_ZH, wmd_formats_lookup ("odt"));
  g_autofree char *early = wmd_publish_dup_file_name (NULL, WMD_LANGUAGE_AR, wmd_formats_lookup ("pdf"));
  g_autofree char *odd = wmd_publish_dup_file_name ("../etc", WMD_LANGUAGE_EN, wmd_formats_lookup ("txt"));

  g_assert_cmpstr (name, ==, "A_78_132-ZH.odt");
  g_assert_cmpstr (early, ==, "report-AR.pdf");
  g_assert_cmpstr (odd, ==, "_._etc-EN.txt"); /* neither another folder nor a hidden file */
}

/* The report of the tests is of 10 July 2023. */
static void
test_options (void)
{
  g_autoptr (WmdPublication) publication = test_edition_new (WMD_LANGUAGE_EN);
  WmdPublishOptions options;

  g_unsetenv ("SOURCE_DATE_EPOCH");
  wmd_publish_options_init (&options, publication);
  g_assert_cmpint (options.date, ==, 1688947200);
  g_assert_cmpint (options.page.paper, ==, WMD_PAPER_LETTER);
  g_assert_false (options.page.draft);
  g_assert_null (options.page.emblem);

  g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE);
  wmd_publish_options_init (&options, publication);
  g_assert_cmpint (options.date, ==, 1000000000);
  g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE);
  wmd_publish_options_init (&options, publication);
  g_assert_cmpint (options.date, ==, 1688947200);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* Two programs that composed the same report write the same bytes. */
static void
test_reproducible (void)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    for (guint j = 0; j < wmd_formats_get_n_formats (); j++)
      {
        g_autoptr (WmdPublication) first = test_edition_new (i);
        g_autoptr (WmdPublication) second = test_edition_new (i);
        g_autoptr (GBytes) one = test_edition_write (first, wmd_formats_get (j)->id);
        g_autoptr (GBytes) two = test_edition_write (second, wmd_formats_get (j)->id);

        g_assert_cmpuint (g_bytes_get_size (one), >, 1000);
        g_assert_true (g_bytes_equal (one, two));
      }
}

static void
test_cancelled (void)
{
  g_autoptr (WmdPublication) publication = test_edition_new (WMD_LANGUAGE_EN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  WmdPublishOptions options;

  wmd_publish_options_init (&options, publication);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < wmd_formats_get_n_formats (); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (wmd_formats_get (i)->write (publication, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = test_read_file (path, NULL);

  g_assert_cmpstr (contents, ==, expected);
}

/* Over a file of another mode, and through a link, which stays one. */
static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("wmd-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.txt", NULL);
  g_autofree char *link = g_build_filename (folder, "link.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  g_autoptr (GBytes) first = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) second = g_bytes_new_static ("two", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (wmd_publish_save (file, first, NULL, &error));
  g_assert_no_error (error);
  assert_contents (path, "one");
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_true (wmd_publish_save (link_file, second, NULL, &error));
  g_assert_no_error (error);
  assert_contents (path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_true (wmd_publish_save (file, empty, NULL, &error));
  assert_contents (path, "");
  test_remove_folder (folder);
}

static void
test_save_nowhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/report.txt");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (wmd_publish_save (file, bytes, NULL, &error));
  g_assert_error (error, WMD_PUBLISH_ERROR, WMD_PUBLISH_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all/report.txt"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/table", test_table);
  g_test_add_func ("/formats/file-name", test_file_name);
  g_test_add_func ("/formats/options", test_options);
  g_test_add_func ("/formats/reproducible", test_reproducible);
  g_test_add_func ("/formats/cancelled", test_cancelled);
  g_test_add_func ("/formats/save", test_save);
  g_test_add_func ("/formats/save-nowhere", test_save_nowhere);
  return g_test_run ();
}
