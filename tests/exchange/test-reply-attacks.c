/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that were made to do harm, and files that were damaged: what is not refused is read, and nothing else happens.
 */

#include <string.h>

#include "exchange/document-support.h"
#include "exchange/reply-file.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define N_MUTATIONS 1500

static WmdReference *reference;

/* TRUE when the file could be read. */
static gboolean
read_file (GBytes *bytes, GError **error)
{
  g_autoptr (WmdReplyFile) file = wmd_reply_file_read (reference, bytes, "a.docx", WMD_LANGUAGE_NONE, NULL, error);

  return file != NULL;
}

/* Whether or not it can be read. */
static void
read_document (GBytes *bytes, gconstpointer is_odt)
{
  g_autoptr (WmdArchive) archive = wmd_archive_new (bytes, NULL);
  g_autoptr (WmdDocument) document = NULL;

  if (archive != NULL)
    document = is_odt ? wmd_document_read_odt (archive, NULL, NULL) : wmd_document_read_docx (archive, NULL, NULL);
}

static void
assert_refused (GBytes *bytes, WmdImportError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_file (bytes, &error));
  g_assert_error (error, WMD_IMPORT_ERROR, (int) code);
}

static void
begin_docx (TestZip *zip)
{
  test_zip_init (zip);
  test_zip_add (zip, "[Content_Types].xml", "<Types/>", -1);
  test_zip_add (
      zip, "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
      "Target=\"word/document.xml\"/></Relationships>",
      -1);
}

/* --- archives --- */

static void
test_bomb (void)
{
  TestZip zip;
  g_autofree char *spaces = g_strnfill (32 * 1024 * 1024, ' ');
  g_autofree char *document = g_strconcat ("<w:document " W ">", spaces, "</w:document>", NULL);
  g_autoptr (GBytes) bytes = NULL;

  begin_docx (&zip);
  test_zip_add_packed (&zip, "word/document.xml", document, -1);
  bytes = test_zip_finish (&zip);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 64 * 1024);
  assert_refused (bytes, WMD_IMPORT_ERROR_TOO_LARGE);
}

/* The directory promises 4 GiB; more than there is. */
static void
test_lies (void)
{
  static const guint sizes[] = { 4096, 0x40000000, 0xFFFFFF00 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TestZip zip;
      g_autoptr (GBytes) bytes = NULL;

      begin_docx (&zip);
      zip.extra_size = sizes[i];
      test_zip_add_packed (&zip, "word/document.xml", "<w:document " W "/>", -1);
      bytes = test_zip_finish (&zip);
      g_assert_false (read_file (bytes, NULL));
    }
}

static void
test_many_members (void)
{
  TestZip zip;
  g_autoptr (GBytes) bytes = NULL;

  begin_docx (&zip);
  for (guint i = 0; i < 60000; i++)
    {
      g_autofree char *path = g_strdup_printf ("m%u", i);

      test_zip_add (&zip, path, "", 0);
    }
  bytes = test_zip_finish (&zip);
  assert_refused (bytes, WMD_IMPORT_ERROR_TOO_LARGE);
}

static void
test_twice (void)
{
  TestZip zip;
  g_autoptr (GBytes) bytes = NULL;

  begin_docx (&zip);
  test_zip_add (&zip, "word/document.xml", "<w:document " W "/>", -1);
  test_zip_add (&zip, "word/document.xml", "<w:document " W "><w:body/></w:document>", -1);
  bytes = test_zip_finish (&zip);
  assert_refused (bytes, WMD_IMPORT_ERROR_DAMAGED);
}

static void
test_encrypted (void)
{
  TestZip zip, odt;
  g_autoptr (GBytes) bytes = NULL, odt_bytes = NULL;

  begin_docx (&zip);
  zip.flags = 1;
  test_zip_add (&zip, "word/document.xml", "????", -1);
  bytes = test_zip_finish (&zip);
  assert_refused (bytes, WMD_IMPORT_ERROR_ENCRYPTED);

  test_zip_init (&odt);
  test_zip_add (&odt, "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry "
                "m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>",
                -1);
  test_zip_add (&odt, "content.xml", "????", -1);
  odt_bytes = test_zip_finish (&odt);
  assert_refused (odt_bytes, WMD_IMPORT_ERROR_ENCRYPTED);
}

static void
test_other_kinds (void)
{
  static const char *const roots[] = {
    "<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>", "<document/>"
  };
  TestZip odt;
  g_autoptr (GBytes) odt_bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      TestZip zip;
      g_autoptr (GBytes) bytes = NULL;

      begin_docx (&zip);
      test_zip_add (&zip, "word/document.xml", roots[i], -1);
      bytes = test_zip_finish (&zip);
      assert_refused (bytes, WMD_IMPORT_ERROR_NOT_TEXT);
    }
  test_zip_init (&odt);
  test_zip_add (
      &odt, "content.xml",
      "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><o:body><o:spreadsheet/>"
      "</o:body></o:document-content>",
      -1);
  odt_bytes = test_zip_finish (&odt);
  assert_refused (odt_bytes, WMD_IMPORT_ERROR_NOT_TEXT);
}

/* --- XML --- */

static const struct
{
  const char *name;
  const char *document;
} documents[] = {
  { "outside-entity",
    "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document " W "><w:body><w:p><w:r><w:t>&a;"
    "</w:t></w:r></w:p></w:body></w:document>" },
  { "outside-type", "<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/a.dtd\"><w:document " W "/>" },
  { "laughs",
    "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
    "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><w:document " W "><w:body>&c;</w:body></w:document>" },
  { "half", "<w:document " W "><w:body><w:p>" },
  { "no-utf-8", "<w:document " W "><w:body>\377\376</w:body></w:document>" },
  { "no-xml", "Dear colleagues," },
};

static void
test_xml (gconstpointer data)
{
  TestZip zip;
  g_autoptr (GBytes) bytes = NULL;

  begin_docx (&zip);
  test_zip_add (&zip, "word/document.xml", documents[GPOINTER_TO_UINT (data)].document, -1);
  bytes = test_zip_finish (&zip);
  assert_refused (bytes, WMD_IMPORT_ERROR_DAMAGED);
}

/* @start and @end, as often as @n, round a text. (transfer full) */
static char *
nest (const char *start, const char *end, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, start);
  g_string_append (text, "<w:p><w:r><w:t>a</w:t></w:r></w:p>");
  for (guint i = 0; i < n; i++)
    g_string_append (text, end);
  return g_string_free (text, FALSE);
}

static void
test_deep (void)
{
  static const guint depths[] = { 200, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *body = nest ("<w:sdt>", "</w:sdt>", depths[i]);
      g_autoptr (GBytes) bytes = test_make_docx (body);

      g_assert_true (read_file (bytes, NULL) == (i == 0));
    }
}

/* Relations and numbers that lead out of the archive, round in a circle, or nowhere. */
static void
test_relations (void)
{
  static const char *const bodies[] = {
    "<w:p><w:hyperlink r:id=\"none\"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p><w:altChunk r:id=\"none\"/>"
    "<w:sectPr><w:headerReference r:id=\"none\"/></w:sectPr>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"-7\"/><w:numId w:val=\"99\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"2147483647\"/><w:numId w:val=\"2\"/></w:numPr><w:outlineLvl "
    "w:val=\"-2147483648\"/>"
    "</w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>a</w:t></w:r></w:p>",
    "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"FFFFFFFFFFFF\"/><w:sym/><w:t>a</w:t></w:r></w:p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GBytes) bytes = test_make_docx (bodies[i]);

      g_assert_true (read_file (bytes, NULL));
    }
}

static void
test_outside_parts (void)
{
  TestZip zip;
  g_autoptr (GBytes) bytes = NULL;

  test_zip_init (&zip);
  test_zip_add (&zip, "[Content_Types].xml", "<Types/>", -1);
  test_zip_add (
      &zip, "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
      "Type=\"x/officeDocument\" Target=\"../../../../etc/passwd\"/></Relationships>",
      -1);
  bytes = test_zip_finish (&zip);
  assert_refused (bytes, WMD_IMPORT_ERROR_DAMAGED);
}

/* A table of contents that has no end would leave all out that follows. */
static void
test_endless_contents (void)
{
  g_autoptr (GBytes) bytes =
      test_make_docx ("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar "
                      "w:fldCharType=\"separate\"/></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>");

  assert_refused (bytes, WMD_IMPORT_ERROR_DAMAGED);
}

static void
test_many_paragraphs (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (body, "<w:p><w:r><w:t>a%u</w:t></w:r></w:p>", i * 7919);
  bytes = test_make_docx (body->str);
  assert_refused (bytes, WMD_IMPORT_ERROR_TOO_LARGE);
}

/* --- damage --- */

static const char docx_body[] =
    "<w:p><w:pPr><w:pStyle w:val=\"Titre\"/></w:pPr><w:r><w:t>Measures</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl "
    "w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>One</w:t><w:footnoteReference "
    "w:id=\"2\"/></w:r><w:ins w:id=\"1\"><w:r><w:t>two</w:t></w:r></w:ins><w:del "
    "w:id=\"2\"><w:r><w:delText>three</w:delText>"
    "</w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK "
    "\"https://un.org\"</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>four</w:t><w:fldChar "
    "w:fldCharType=\"end\"/>"
    "</w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>";

static const char odt_text[] =
    "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><text:p>gone</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes><text:h text:outline-level=\"1\">Measures</text:h><text:list "
    "text:style-name=\"LA\"><text:list-item "
    "text:start-value=\"3\"><text:p>One<text:note><text:note-body><text:p>Note</text:p>"
    "</text:note-body></text:note><text:s "
    "text:c=\"2\"/></text:p></text:list-item></text:list><table:table><table:table-row>"
    "<table:table-cell><text:p>two</text:p></table:table-cell></table:table-row></table:table>";

/* @text with some of its bytes changed, cut out or doubled; what looks like XML stays that more often than not. */
static char *
mutate_text (GRand *rand, const char *text)
{
  GString *mutant = g_string_new (text);
  const gint32 n = g_rand_int_range (rand, 1, 5);

  for (gint32 i = 0; i < n && mutant->len > 8; i++)
    {
      const gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) mutant->len - 4);
      const char *element = strchr (mutant->str + at, '<');
      const char *end = element != NULL ? strchr (element, '>') : NULL;
      g_autofree char *copy = end != NULL ? g_strndup (element, (gsize) (end - element + 1)) : g_strdup ("");

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          mutant->str[at] = (char) g_rand_int_range (rand, 1, 256);
          break;
        case 1:
          g_string_erase (mutant, (gssize) at, g_rand_int_range (rand, 1, 4));
          break;
        case 2:
          if (end != NULL)
            g_string_erase (mutant, element - mutant->str, end - element + 1);
          break;
        default:
          g_string_insert (mutant, element != NULL ? element - mutant->str : (gssize) at, copy);
        }
    }
  return g_string_free (mutant, FALSE);
}

/* Elements out of their order, in a sound archive. */
static void
test_mutants_of_text (gconstpointer is_odt)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1540);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree char *mutant = mutate_text (rand, is_odt ? odt_text : docx_body);
      g_autoptr (GBytes) bytes = is_odt ? test_make_odt (mutant) : test_make_docx (mutant);

      read_document (bytes, is_odt);
    }
}

/* Bytes of the archive that are others, or missing. */
static void
test_mutants_of_bytes (gconstpointer is_odt)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2004);
  g_autoptr (GBytes) whole = is_odt ? test_make_odt (odt_text) : test_make_docx (docx_body);
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree guint8 *mutant = g_memdup2 (data, length);
      const gsize kept = i % 3 == 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) length) : length;
      g_autoptr (GBytes) bytes = NULL;

      for (gint32 n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        mutant[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new (mutant, kept);
      read_document (bytes, is_odt);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/exchange/reply-attacks/bomb", test_bomb);
  g_test_add_func ("/exchange/reply-attacks/lies", test_lies);
  g_test_add_func ("/exchange/reply-attacks/many-members", test_many_members);
  g_test_add_func ("/exchange/reply-attacks/twice", test_twice);
  g_test_add_func ("/exchange/reply-attacks/encrypted", test_encrypted);
  g_test_add_func ("/exchange/reply-attacks/other-kinds", test_other_kinds);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/reply-attacks/xml/%s", documents[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_xml);
    }
  g_test_add_func ("/exchange/reply-attacks/deep", test_deep);
  g_test_add_func ("/exchange/reply-attacks/relations", test_relations);
  g_test_add_func ("/exchange/reply-attacks/outside-parts", test_outside_parts);
  g_test_add_func ("/exchange/reply-attacks/endless-contents", test_endless_contents);
  g_test_add_func ("/exchange/reply-attacks/many-paragraphs", test_many_paragraphs);
  g_test_add_data_func ("/exchange/reply-attacks/mutants/docx-text", NULL, test_mutants_of_text);
  g_test_add_data_func ("/exchange/reply-attacks/mutants/odt-text", GUINT_TO_POINTER (1), test_mutants_of_text);
  g_test_add_data_func ("/exchange/reply-attacks/mutants/docx-bytes", NULL, test_mutants_of_bytes);
  g_test_add_data_func ("/exchange/reply-attacks/mutants/odt-bytes", GUINT_TO_POINTER (1), test_mutants_of_bytes);
  status = g_test_run ();
  wmd_reference_unref (reference);
  return status;
}
