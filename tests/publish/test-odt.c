/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "publish/edition.h"
#include "support/support.h"

#include <string.h>

/* Editions are large enough to hold every kind of item; text that XML or a word processor could stumble over is added.
 */
static const char odd_text[] =
    "  Two  spaces, a\ttab, a\nline &amp; &lt;marks&gt; \"'; <a href=\"https://example.org/?a=1&amp;b='2'\">a "
    "<em>link</em></a> <strong><em>both</em></strong> ";

static GBytes *
write_edition (WmdLanguage language)
{
  g_autoptr (WmdPublication) publication = test_edition_new_with (language, odd_text);

  return test_edition_write (publication, "odt");
}

static void
assert_valid (const char *folder, const char *member, const char *schema)
{
  g_autofree char *path = g_build_filename (folder, member, NULL);
  const char *const arguments[] = { "xmllint", "--noout", "--nonet", "--relaxng", schema, path, NULL };
  g_autofree char *output = test_run (arguments);
}

static void
test_valid (gconstpointer data)
{
  static const char *const members[] = { "content.xml", "styles.xml", "meta.xml", "settings.xml" };
  g_autofree char *schema = test_material_path ("schemas", "odf", "OpenDocument-v1.3-schema.rng", NULL);
  g_autofree char *manifest = test_material_path ("schemas", "odf", "OpenDocument-v1.3-manifest-schema.rng", NULL);
  g_autofree char *xmllint = test_find_program ("xmllint");
  g_autoptr (GBytes) bytes = write_edition (GPOINTER_TO_INT (data));
  g_autofree char *folder = NULL;

  if (schema == NULL || manifest == NULL || xmllint == NULL)
    return;
  folder = test_unpack (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    assert_valid (folder, members[i], schema);
  assert_valid (folder, "META-INF/manifest.xml", manifest);
  test_remove_folder (folder);
}

/* The media type comes first, not compressed and without an extra field, so that file(1) and mail programs see it. */
static void
test_media_type (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  g_autoptr (GBytes) bytes = write_edition (WMD_LANGUAGE_EN);
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (data, 4, "PK\003\004", 4);
  g_assert_cmpmem (data + 8, 2, "\0\0", 2);
  g_assert_cmpmem (data + 28, 2, "\0\0", 2);
  g_assert_cmpmem (data + 30, strlen ("mimetype") + strlen (type), "mimetypeapplication/vnd.oasis.opendocument.text",
                   strlen ("mimetype") + strlen (type));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    {
      n++;
      text += strlen (part);
    }
  return n;
}

/* Every paragraph and every stretch of text has a named style, and every named style that is used is there. */
static void
test_styles (gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_edition (GPOINTER_TO_INT (data));
  g_autofree char *folder = test_unpack (bytes);
  g_autofree char *content_path = g_build_filename (folder, "content.xml", NULL);
  g_autofree char *styles_path = g_build_filename (folder, "styles.xml", NULL);
  g_autofree char *content = test_read_file (content_path, NULL);
  g_autofree char *styles = test_read_file (styles_path, NULL);
  g_autoptr (GRegex) used = g_regex_new ("text:(?:visited-)?style-name=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_used = 0;

  g_assert_null (strstr (content, "style:family=\"paragraph\""));
  g_assert_null (strstr (content, "style:family=\"text\""));
  g_assert_cmpuint (count (content, "<text:p"), ==, count (content, "<text:p text:style-name="));
  g_assert_cmpuint (count (content, "<text:h"), ==, count (content, "<text:h text:style-name="));
  for (g_regex_match (used, content, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *definition = g_strdup_printf ("style:name=\"%s\"", name);

      if (strstr (styles, definition) == NULL)
        g_error ("The style %s is used but is not there.", name);
      n_used++;
    }
  g_assert_cmpuint (n_used, >, 50);
  test_remove_folder (folder);
}

/* What is called is there: contents entries and their bookmarks, and no address but those of links. */
static void
test_references (void)
{
  g_autoptr (GBytes) bytes = write_edition (WMD_LANGUAGE_EN);
  g_autofree char *folder = test_unpack (bytes);
  g_autofree char *path = g_build_filename (folder, "content.xml", NULL);
  g_autofree char *content = test_read_file (path, NULL);
  g_autoptr (GRegex) reference = g_regex_new ("text:ref-name=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (reference, content, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *bookmark = g_strdup_printf ("<text:bookmark-start text:name=\"%s\"/>", name);

      g_assert_cmpuint (count (content, bookmark), ==, 1);
      n++;
    }
  g_assert_cmpuint (n, ==, 10);
  g_assert_nonnull (strstr (content, "<text:p text:style-name=\"Contents_20_Heading\">Contents</text:p>"
                                     "<text:p text:style-name=\"Contents_20_Page\">Page</text:p>"));
  g_assert_cmpuint (count (content, "text:note-class=\"footnote\""), ==, 2);
  g_assert_null (strstr (content, "xlink:href=\"\""));
  g_assert_null (strstr (content, "<script"));
  test_remove_folder (folder);
}

/* Characters that XML does not have must not make the file unreadable. */
static void
test_foreign_characters (void)
{
  g_autoptr (WmdPublication) publication = test_edition_new_with (WMD_LANGUAGE_EN, "A bell \001 and \357\277\276.");
  g_autoptr (GBytes) bytes = test_edition_write (publication, "odt");
  g_autofree char *xmllint = test_find_program ("xmllint");
  g_autofree char *folder = test_unpack (bytes);
  g_autofree char *path = g_build_filename (folder, "content.xml", NULL);
  const char *const arguments[] = { "xmllint", "--noout", path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *content = test_read_file (path, NULL);

  g_assert_nonnull (strstr (content, "A bell \357\277\275 and \357\277\275."));
  if (xmllint != NULL)
    output = test_run (arguments);
  test_remove_folder (folder);
}

/* LibreOffice reads it, and finds every text with the label in front of it that the edition has. */
static void
test_libreoffice (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autofree char *soffice = test_find_program ("soffice");
  g_autoptr (WmdPublication) publication = test_edition_new_with (language, odd_text);
  g_autoptr (GBytes) bytes = test_edition_write (publication, "odt");
  g_autofree char *text = NULL;

  if (soffice == NULL)
    return;
  text = test_convert_to_text (bytes, "odt");
  test_assert_holds_edition (text, publication, TRUE);
  g_assert_nonnull (strstr (text, "Two  spaces"));
}

static void
add_for_all (const char *name, GTestDataFunc function)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/odt/%s/%s", name, wmd_language_get_code (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/odt/media-type", test_media_type);
  g_test_add_func ("/odt/references", test_references);
  g_test_add_func ("/odt/foreign-characters", test_foreign_characters);
  add_for_all ("styles", test_styles);
  add_for_all ("valid", test_valid);
  add_for_all ("libreoffice", test_libreoffice);
  return g_test_run ();
}
