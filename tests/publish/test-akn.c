/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "publish/edition.h"
#include "support/support.h"

#include <string.h>

static const char odd_text[] =
    "Two  spaces &amp; &lt;marks&gt; \"'; <a href=\"https://example.org/?a=1&amp;b='2'\">a <em>link</em></a>";

static char *
write_edition (WmdPublication *publication)
{
  g_autoptr (GBytes) bytes = test_edition_write (publication, "akn");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_valid (gconstpointer data)
{
  g_autofree char *schema = test_material_path ("schemas", "akn", "akomantoso30.xsd", NULL);
  g_autofree char *catalog = test_material_path ("schemas", "catalog.xml", NULL);
  g_autofree char *xmllint = test_find_program ("xmllint");
  g_autoptr (WmdPublication) publication = test_edition_new_with (GPOINTER_TO_INT (data), odd_text);
  g_autofree char *text = write_edition (publication);
  g_autofree char *folder = g_dir_make_tmp ("wmd-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "edition.akn", NULL);
  const char *const arguments[] = { "xmllint", "--nonet", "--noout", "--schema", schema, path, NULL };
  g_autofree char *output = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  if (schema != NULL && catalog != NULL && xmllint != NULL)
    {
      g_setenv ("XML_CATALOG_FILES", catalog, TRUE);
      output = test_run (arguments);
    }
  test_remove_folder (folder);
}

/* The text without elements, and with the few entities that XML writers make. (transfer full) */
static char *
strip_markup (const char *xml)
{
  static const char *const entities[][2] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" }, { "&amp;", "&" }
  };
  g_autoptr (GRegex) tag = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (tag, xml, -1, 0, "", 0, NULL);
  GString *text = g_string_new (bare);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (text, entities[i][0], entities[i][1], 0);
  return g_string_free (text, FALSE);
}

/* Nothing is left out: each text is there, label and words; replies stand after the report, not inside of it. */
static void
test_holds_edition (gconstpointer data)
{
  g_autoptr (WmdPublication) publication = test_edition_new_with (GPOINTER_TO_INT (data), odd_text);
  g_autofree char *xml = write_edition (publication);
  g_autofree char *bare = strip_markup (xml);
  g_autofree char *text = test_squeeze (bare);

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);
      g_auto (GStrv) words = g_strsplit (wmd_inline_get_text (item->content), WMD_INLINE_NOTE_MARK, 2);
      gboolean labelled = item->label != NULL && item->kind != WMD_ITEM_CONTENTS_HEADING;
      g_autofree char *whole = g_strconcat (labelled ? item->label : "", words[0], NULL);
      g_autofree char *wanted = test_squeeze (whole);

      if (strstr (text, wanted) == NULL)
        g_error ("%s is not in the document: %s", item->id, whole);
    }
}

/* Lists of the second level stand in the items of the first. */
static void
test_lists (void)
{
  g_autoptr (WmdPublication) publication = test_edition_new (WMD_LANGUAGE_EN);
  g_autofree char *xml = write_edition (publication);
  static const char *const parts[] = {
    "<num>(a)</num><p>A national committee was established;</p><blockList eId=\"r1-s1.list\">"
    "<item eId=\"r1-s1\"><num>(i)</num><p>For coordination;</p></item>"
    "<item eId=\"r1-s2\"><num>(ii)</num><p>For licences;</p></item></blockList></item>"
    "<item eId=\"r1-b3\"><num>(b)</num>",
    "<num>–</num><p>At sea.</p></item></blockList></item><item eId=\"r2-b5\"><num>•</num>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (xml, parts[i]) == NULL)
      g_error ("%s is missing.", parts[i]);
}

/* What machines ask for. */
static void
test_metadata (void)
{
  g_autoptr (WmdPublication) publication = test_edition_new (WMD_LANGUAGE_FR);
  g_autofree char *xml = write_edition (publication);
  static const char *const parts[] = {
    "<FRBRthis value=\"/akn/un/documentCollection/publication/un-ga/2023-07-10/A-78-132/!main\"/>",
    "<FRBRnumber value=\"A-78-132\" showAs=\"A/78/132\"/>",
    "<FRBRlanguage language=\"fra\"/>",
    "<session value=\"78\">",
    "<docDate date=\"2023-07-10\">10 juillet 2023</docDate>",
    "<docDate date=\"2023-03-13\">[13 mars 2023]</docDate>",
    "fromLanguage=\"ara\"",
    "<componentRef src=\"#r1\" showAs=\"Jordanie\"/>",
    "<authorialNote marker=\"*\" placement=\"bottom\">",
    "<paragraph eId=\"sec_1__para_4\"><num>4.</num>",
    "<tocItem href=\"#r1\" level=\"2\">Jordanie</tocItem>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (xml, parts[i]) == NULL)
      g_error ("%s is missing.", parts[i]);
  /* A text in its original language is no translation. */
  g_assert_null (strstr (xml, "fromLanguage=\"fra\""));
}

static void
add_for_all (const char *name, GTestDataFunc function)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/akn/%s/%s", name, wmd_language_get_code (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/akn/metadata", test_metadata);
  g_test_add_func ("/akn/lists", test_lists);
  add_for_all ("valid", test_valid);
  add_for_all ("holds-edition", test_holds_edition);
  return g_test_run ();
}
