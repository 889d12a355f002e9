/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "publish/edition.h"
#include "support/support.h"

#include <string.h>

static const char odd_text[] =
    "  Two  spaces, a\ttab &amp; &lt;marks&gt; \"'; <a href=\"https://example.org/?a=1&amp;b='2'\">a "
    "<em>link</em></a> <strong><em>both</em></strong> ";

static GBytes *
write_edition (WmdLanguage language)
{
  g_autoptr (WmdPublication) publication = test_edition_new_with (language, odd_text);

  return test_edition_write (publication, "docx");
}

static char *
read_member (const char *folder, const char *member)
{
  g_autofree char *path = g_build_filename (folder, member, NULL);

  return test_read_file (path, NULL);
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

/* Fails unless what the first group of @pattern matches in @text is found in @in, put into @form; gives their number.
 */
static guint
assert_each_is_in (const char *text, const char *pattern, const char *in, const char *before, const char *after)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *value = g_match_info_fetch (match, 1);
      g_autofree char *wanted = g_strconcat (before, value, after, NULL);

      if (strstr (in, wanted) == NULL)
        g_error ("%s is used, but %s is not there.", value, wanted);
      n++;
    }
  return n;
}

/* Every style, numbering, bookmark and relationship that is called is there. */
static void
test_references (gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_edition (GPOINTER_TO_INT (data));
  g_autofree char *folder = test_unpack (bytes);
  g_autofree char *document = read_member (folder, "word/document.xml");
  g_autofree char *notes = read_member (folder, "word/footnotes.xml");
  g_autofree char *styles = read_member (folder, "word/styles.xml");
  g_autofree char *numbering = read_member (folder, "word/numbering.xml");
  g_autofree char *links = read_member (folder, "word/_rels/document.xml.rels");
  g_autofree char *types = read_member (folder, "[Content_Types].xml");
  guint n_entries;

  g_assert_cmpuint (assert_each_is_in (document, "<w:[pr]Style w:val=\"([^\"]+)\"", styles, "w:styleId=\"", "\""), >,
                    40);
  g_assert_cmpuint (assert_each_is_in (notes, "<w:[pr]Style w:val=\"([^\"]+)\"", styles, "w:styleId=\"", "\""), >, 4);
  assert_each_is_in (styles, "<w:(?:basedOn|next) w:val=\"([^\"]+)\"", styles, "w:styleId=\"", "\"");
  assert_each_is_in (styles, "<w:numId w:val=\"([^\"]+)\"", numbering, "w:numId=\"", "\"");
  assert_each_is_in (document, "<w:numId w:val=\"([^\"]+)\"", numbering, "w:numId=\"", "\"");
  assert_each_is_in (document, "r:id=\"([^\"]+)\"", links, "Id=\"", "\"");
  assert_each_is_in (links, "Target=\"([a-zA-Z0-9]+\\.xml)\"", types, "PartName=\"/word/", "\"");
  n_entries = assert_each_is_in (document, "w:anchor=\"([^\"]+)\"", document, "w:name=\"", "\"");
  g_assert_cmpuint (n_entries, ==, count (document, "PAGEREF"));
  g_assert_cmpuint (n_entries, >=, 10);
  g_assert_cmpuint (count (document, "<w:footnoteReference"), ==, 2);
  g_assert_cmpuint (count (notes, "<w:footnote "), ==, 4);
  g_assert_cmpuint (count (document, "fldCharType=\"begin\""), ==, count (document, "fldCharType=\"end\""));
  test_remove_folder (folder);
}

static void
find_xml (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          find_xml (path, paths);
          g_free (path);
        }
      else if (g_str_has_suffix (path, ".png"))
        g_free (path);
      else
        g_ptr_array_add (paths, path);
    }
}

static void
test_well_formed (gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_edition (GPOINTER_TO_INT (data));
  g_autofree char *xmllint = test_find_program ("xmllint");
  g_autofree char *folder = test_unpack (bytes);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  find_xml (folder, paths);
  g_assert_cmpuint (paths->len, >=, 17);
  for (guint i = 0; xmllint != NULL && i < paths->len; i++)
    {
      const char *const arguments[] = { "xmllint", "--noout", "--nonet", g_ptr_array_index (paths, i), NULL };
      g_autofree char *output = test_run (arguments);
    }
  test_remove_folder (folder);
}

/* Arabic words run from right to left, Latin ones among them do not. */
static void
test_direction (void)
{
  g_autoptr (GBytes) bytes = write_edition (WMD_LANGUAGE_AR);
  g_autoptr (GBytes) english = write_edition (WMD_LANGUAGE_EN);
  g_autofree char *folder = test_unpack (bytes);
  g_autofree char *english_folder = test_unpack (english);
  g_autofree char *document = read_member (folder, "word/document.xml");
  g_autofree char *styles = read_member (folder, "word/styles.xml");
  g_autofree char *english_document = read_member (english_folder, "word/document.xml");

  g_assert_nonnull (strstr (styles, "<w:pPrDefault><w:pPr><w:widowControl/><w:bidi/></w:pPr></w:pPrDefault>"));
  g_assert_cmpuint (count (document, "<w:rtl/>"), >, 40);
  g_assert_nonnull (strstr (document, "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t xml:space=\"preserve\">"
                                      "www.disarmament.unoda.org</w:t></w:r>"));
  g_assert_nonnull (strstr (document, "<w:bidiVisual/>"));
  g_assert_null (strstr (english_document, "<w:rtl"));
  g_assert_null (strstr (english_document, "bidi"));
  test_remove_folder (folder);
  test_remove_folder (english_folder);
}

/* The contents have the numbers of our own pages. */
static void
test_page_numbers (void)
{
  g_autoptr (GBytes) bytes = write_edition (WMD_LANGUAGE_EN);
  g_autofree char *folder = test_unpack (bytes);
  g_autofree char *document = read_member (folder, "word/document.xml");
  const char *entry = strstr (document, "PAGEREF _Toc00000001");

  g_assert_nonnull (entry);
  entry = strstr (entry, "<w:t>");
  g_assert_true (g_str_has_prefix (entry, "<w:t>3</w:t>"));
  test_remove_folder (folder);
}

/* LibreOffice reads it, and finds every text with the label in front of it that the edition has. */
static void
test_libreoffice (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autofree char *soffice = test_find_program ("soffice");
  g_autoptr (WmdPublication) publication = test_edition_new_with (language, odd_text);
  g_autoptr (GBytes) bytes = test_edition_write (publication, "docx");
  g_autofree char *text = NULL;

  if (soffice == NULL)
    return;
  text = test_convert_to_text (bytes, "docx");
  test_assert_holds_edition (text, publication, TRUE);
  g_assert_nonnull (strstr (text, "Two  spaces"));
}

static void
add_for_all (const char *name, GTestDataFunc function)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/docx/%s/%s", name, wmd_language_get_code (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/direction", test_direction);
  g_test_add_func ("/docx/page-numbers", test_page_numbers);
  add_for_all ("references", test_references);
  add_for_all ("well-formed", test_well_formed);
  add_for_all ("libreoffice", test_libreoffice);
  return g_test_run ();
}
