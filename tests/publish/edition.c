/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "publish/edition.h"

#include "compose/report.h"
#include "support/support.h"

#include <glib/gstdio.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsfInput, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsfInfile, g_object_unref)

static WmdPublication *
compose (WmdReference *reference, WmdSnapshot *report, WmdLanguage language)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);

  return wmd_composer_compose (composer, report, language);
}

WmdPublication *
test_edition_new (WmdLanguage language)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_report_new (reference);

  return compose (reference, report, language);
}

WmdPublication *
test_edition_new_with (WmdLanguage language, const char *markup)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_report_new (reference);
  WmdBody *before = wmd_snapshot_lookup_body (report, "r2");
  g_autoptr (WmdBody) body = test_body_with_block (before, language, "more", WMD_BLOCK_PARAGRAPH, markup);
  g_autoptr (WmdSnapshot) changed = test_report_with_body (report, body);

  return compose (reference, changed, language);
}

GBytes *
test_edition_write (WmdPublication *publication, const char *id)
{
  g_autoptr (GError) error = NULL;
  WmdPublishOptions options;
  GBytes *bytes;

  wmd_publish_options_init (&options, publication);
  bytes = wmd_formats_lookup (id)->write (publication, &options, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
unpack_folder (GsfInfile *folder, const char *path)
{
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  for (int i = 0; i < gsf_infile_num_children (folder); i++)
    {
      g_autoptr (GsfInput) child = gsf_infile_child_by_index (folder, i);
      g_autofree char *target = g_build_filename (path, gsf_input_name (child), NULL);

      if (GSF_IS_INFILE (child) && gsf_infile_num_children (GSF_INFILE (child)) >= 0)
        unpack_folder (GSF_INFILE (child), target);
      else
        {
          gsize size = gsf_input_size (child);
          const guint8 *data = gsf_input_read (child, size, NULL);

          g_assert_true (g_file_set_contents (target, (const char *) data, size, NULL));
        }
    }
}

char *
test_unpack (GBytes *archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsfInput) input =
      gsf_input_memory_new (g_bytes_get_data (archive, NULL), g_bytes_get_size (archive), FALSE);
  g_autoptr (GsfInfile) zip = gsf_infile_zip_new (input, &error);
  char *path;

  g_assert_no_error (error);
  path = g_dir_make_tmp ("wmd-test-XXXXXX", &error);
  g_assert_no_error (error);
  unpack_folder (zip, path);
  return path;
}

void
test_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        test_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

char *
test_run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &problems, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s%s", arguments[0], error->message, output, problems);
  return output;
}

/* A profile of its own keeps it from meeting another LibreOffice. */
char *
test_convert_to_text (GBytes *document, const char *extension)
{
  g_autofree char *folder = g_dir_make_tmp ("wmd-test-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("edition.", extension, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text_path = g_build_filename (folder, "edition.txt", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *const arguments[] = {
    "soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, path, NULL
  };
  g_autofree char *output = NULL;
  char *text;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (document, NULL), g_bytes_get_size (document), NULL));
  output = test_run (arguments);
  text = test_read_file (text_path, NULL);
  test_remove_folder (folder);
  return text;
}

char *
test_squeeze (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character) && g_unichar_type (character) != G_UNICODE_FORMAT)
        g_string_append_unichar (squeezed, character);
    }
  return g_string_free (squeezed, FALSE);
}

/* The words of an item, with its notes cut out: they stand elsewhere. */
static char *
dup_words (const WmdInline *content)
{
  g_auto (GStrv) parts = g_strsplit (wmd_inline_get_text (content), WMD_INLINE_NOTE_MARK, -1);

  return g_strdup (parts[0]);
}

/* The label as LibreOffice writes it into text, where bullets are those of their level. */
static const char *
get_label (const WmdItem *item)
{
  if (item->label == NULL || item->kind == WMD_ITEM_CONTENTS_HEADING)
    return "";
  return item->kind == WMD_ITEM_BULLET_2 ? "◦" : item->label;
}

void
test_assert_holds_edition (const char *text, const WmdPublication *publication, gboolean with_labels)
{
  g_autofree char *squeezed = test_squeeze (text);
  const char *place = squeezed;

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);
      g_autofree char *words = dup_words (item->content);
      g_autofree char *whole = g_strconcat (with_labels ? get_label (item) : "", words, NULL);
      g_autofree char *wanted = test_squeeze (whole);
      const char *found = strstr (place, wanted);

      if (found == NULL)
        g_error ("%s is not in the text after the item before it: %s", item->id, whole);
      place = found + strlen (wanted);
    }
}
