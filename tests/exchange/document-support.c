/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/document-support.h"

#include <gio/gio.h>
#include <string.h>

#include "model/finding.h"

/* --- zip --- */

static void
append (GByteArray *bytes, guint size, guint32 value)
{
  for (guint i = 0; i < size; i++)
    g_byte_array_append (bytes, &(guint8){ (guint8) (value >> 8 * i) }, 1);
}

static void
append_text (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

void
test_zip_init (TestZip *zip)
{
  *zip = (TestZip){ .bytes = g_byte_array_new (), .directory = g_byte_array_new () };
}

/* What the header of a member and its entry in the directory have in common. */
static void
append_common (TestZip *zip, GByteArray *bytes, guint method, gsize packed, gsize size, const char *path)
{
  append (bytes, 2, 20);
  append (bytes, 2, zip->flags);
  append (bytes, 2, method);
  append (bytes, 4, 0);
  append (bytes, 4, 0); /* the check sum, which libgsf does not look at */
  append (bytes, 4, (guint32) packed);
  append (bytes, 4, (guint32) size + zip->extra_size);
  append (bytes, 2, (guint32) strlen (path));
  append (bytes, 2, 0);
}

static void
add (TestZip *zip, const char *path, guint method, gconstpointer data, gsize packed, gsize size)
{
  const guint offset = zip->bytes->len;

  append_text (zip->bytes, "PK\003\004");
  append_common (zip, zip->bytes, method, packed, size, path);
  append_text (zip->bytes, path);
  g_byte_array_append (zip->bytes, data, (guint) packed);

  append_text (zip->directory, "PK\001\002");
  append (zip->directory, 2, 20);
  append_common (zip, zip->directory, method, packed, size, path);
  append (zip->directory, 2, 0);
  append (zip->directory, 4, 0);
  append (zip->directory, 4, 0);
  append (zip->directory, 4, offset);
  append_text (zip->directory, path);
  zip->n_members++;
}

void
test_zip_add (TestZip *zip, const char *path, const char *data, gssize length)
{
  const gsize size = length < 0 ? strlen (data) : (gsize) length;

  add (zip, path, 0, data, size, size);
}

void
test_zip_add_packed (TestZip *zip, const char *path, const char *data, gssize length)
{
  const gsize size = length < 0 ? strlen (data) : (gsize) length;
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) packing = g_converter_input_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (g_output_stream_splice (packed, packing, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >=, 0);
  add (zip, path, 8, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (packed)),
       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (packed)), size);
}

GBytes *
test_zip_finish (TestZip *zip)
{
  const guint offset = zip->bytes->len;

  g_byte_array_append (zip->bytes, zip->directory->data, zip->directory->len);
  append_text (zip->bytes, "PK\005\006");
  append (zip->bytes, 4, 0);
  append (zip->bytes, 2, zip->n_members);
  append (zip->bytes, 2, zip->n_members);
  append (zip->bytes, 4, zip->directory->len);
  append (zip->bytes, 4, offset);
  append (zip->bytes, 2, 0);
  g_byte_array_unref (zip->directory);
  return g_byte_array_free_to_bytes (zip->bytes);
}

/* --- DOCX --- */

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"" R "/" type "\" Target=\"" target "\"/>"
#define RELATIONS(content)                                                                                             \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" content "</Relationships>"
#define LEVEL(level, format)                                                                                           \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/></w:lvl>"

static const char document_start[] =
    "<w:document " W "xmlns:r=\"" R "\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:body>";

static const struct
{
  const char *path, *data;
} docx_parts[] = {
  { "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>" },
  { "_rels/.rels", RELATIONS (RELATION ("rId1", "officeDocument", "word/document.xml")) },
  { "word/_rels/document.xml.rels",
    RELATIONS (RELATION ("s", "styles", "styles.xml") RELATION ("n", "numbering", "/word/numbering.xml")
                   RELATION ("f", "footnotes", "notes/footnotes.xml") RELATION ("c", "comments", "comments.xml")
                       RELATION ("h", "header", "header1.xml") RELATION (
                           "x",
                           "aFChunk",
                           "chunk.html") "<Relationship Id=\"web\" Type=\"" R
                                         "/hyperlink\" Target=\"https://un.org/a?b&amp;c\" TargetMode=\"External\"/>"
                                         "<Relationship Id=\"file\" Type=\"" R
                                         "/hyperlink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>") },
  { "word/styles.xml",
    "<w:styles " W ">"
    "<w:style w:type=\"paragraph\" w:styleId=\"Normal\" w:default=\"1\"/>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titre\"><w:name w:val=\"Titre 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr>"
    "<w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Unter\"><w:basedOn w:val=\"Titre\"/><w:pPr><w:outlineLvl w:val=\"1\"/>"
    "</w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Deep\"><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Punkte\"><w:pPr><w:numPr><w:numId "
    "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Fett\"><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Stark\"><w:rPr><w:b/></w:rPr></w:style></w:styles>" },
  { "word/numbering.xml",
    "<w:numbering " W "><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
    "</w:lvlOverride></w:num><w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>"
    "<w:abstractNum w:abstractNumId=\"0\">" LEVEL ("0", "bullet")
        LEVEL ("1", "bullet") "</w:abstractNum>"
                              "<w:abstractNum w:abstractNumId=\"1\">" LEVEL ("0", "lowerLetter")
                                  LEVEL ("1", "lowerRoman") "</w:abstractNum>"
                                                            "<w:abstractNum w:abstractNumId=\"2\">" LEVEL ("0",
                                                                                                           "decimal")
                                                                LEVEL ("1", "none") "</w:abstractNum></w:numbering>" },
  { "word/notes/footnotes.xml",
    "<w:footnotes " W "xmlns:r=\"" R
    "\"><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>"
    "</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> See "
    "</w:t></w:r>"
    "<w:hyperlink r:id=\"web\"><w:r><w:rPr><w:i/></w:rPr><w:t>it</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:t>More."
    "</w:t></w:r></w:p></w:footnote></w:footnotes>" },
  { "word/notes/_rels/footnotes.xml.rels",
    RELATIONS ("<Relationship Id=\"web\" Type=\"" R
               "/hyperlink\" Target=\"https://note.example/\" TargetMode=\"External\"/>") },
  { "word/comments.xml", "<w:comments " W "/>" },
  { "word/header1.xml", "<w:hdr " W "><w:p><w:r><w:t>MISSION OF GHANA</w:t></w:r></w:p></w:hdr>" },
};

GBytes *
test_make_docx (const char *body)
{
  g_autofree char *document = g_strconcat (document_start, body, "</w:body></w:document>", NULL);
  TestZip zip;

  test_zip_init (&zip);
  for (guint i = 0; i < G_N_ELEMENTS (docx_parts); i++)
    if (strcmp (docx_parts[i].path, "word/comments.xml") == 0 && strstr (body, "commentReference") != NULL)
      test_zip_add (&zip, docx_parts[i].path,
                    "<w:comments " W "><w:comment w:id=\"0\"><w:p><w:r><w:t>Ask them.</w:t></w:r></w:p></w:comment>"
                    "</w:comments>",
                    -1);
    else
      test_zip_add (&zip, docx_parts[i].path, docx_parts[i].data, -1);
  test_zip_add_packed (&zip, "word/document.xml", document, -1);
  return test_zip_finish (&zip);
}

/* --- OpenDocument --- */

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define ODF_SPACES                                                                                                     \
  "xmlns:office=\"" ODF "office:1.0\" xmlns:text=\"" ODF "text:1.0\" xmlns:style=\"" ODF                               \
  "style:1.0\" xmlns:table=\"" ODF "table:1.0\" xmlns:draw=\"" ODF "drawing:1.0\" xmlns:fo=\"" ODF                     \
  "xsl-fo-compatible:1.0\" xmlns:svg=\"" ODF "svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define TEXT_STYLE(name, properties)                                                                                   \
  "<style:style style:family=\"text\" style:name=\"" name "\"><style:text-properties " properties "/></style:style>"
#define NUMBER(level, format) "<text:list-level-style-number text:level=\"" level "\" style:num-format=\"" format "\"/>"

static const char odt_styles[] = "<office:document-styles " ODF_SPACES "><office:styles>" TEXT_STYLE (
    "Base",
    "fo:font-weight=\"bold\"") "</office:styles><office:master-styles><style:master-page "
                               "style:name=\"Standard\"><style:header><text:p>Mission of Cuba"
                               "</text:p></style:header></style:master-page></office:master-styles></"
                               "office:document-styles>";

static const char odt_start[] =
    "<office:document-content " ODF_SPACES "><office:automatic-styles>"
    "<style:style style:family=\"text\" style:name=\"T1\" style:parent-style-name=\"Base\"><style:text-properties "
    "fo:font-style=\"italic\"/></style:style>" TEXT_STYLE ("Sup", "style:text-position=\"super 58%\"")
        TEXT_STYLE ("Sub", "style:text-position=\"-33% 58%\"") TEXT_STYLE ("Hid", "text:display=\"none\"")
            TEXT_STYLE ("Cut", "style:text-line-through-style=\"solid\"")
                TEXT_STYLE ("Und", "style:text-underline-style=\"solid\"") TEXT_STYLE (
                    "Cpx",
                    "style:font-weight-complex=\"bold\"") "<style:style style:family=\"paragraph\" "
                                                          "style:name=\"PB\"><style:text-properties "
                                                          "fo:font-weight=\"bold\"/></style:style>"
                                                          "<text:list-style "
                                                          "style:name=\"LB\"><text:list-level-style-bullet "
                                                          "text:level=\"1\"/><text:list-level-style-bullet "
                                                          "text:level=\"2\"/></text:list-style>"
                                                          "<text:list-style style:name=\"LA\">" NUMBER ("1", "a")
                                                              NUMBER ("2", "i") NUMBER (
                                                                  "3",
                                                                  "i") "</text:list-style>"
                                                                       "<text:list-style style:name=\"L1\">" NUMBER (
                                                                           "1",
                                                                           "1")
                                                                           NUMBER ("2", "") "</text:list-style>"
                                                                                            "</"
                                                                                            "office:automatic-styles><"
                                                                                            "office:body><office:text>";

GBytes *
test_make_odt (const char *text)
{
  g_autofree char *content =
      g_strconcat (odt_start, text, "</office:text></office:body></office:document-content>", NULL);
  TestZip zip;

  test_zip_init (&zip);
  test_zip_add (&zip, "mimetype", "application/vnd.oasis.opendocument.text", -1);
  test_zip_add (&zip, "styles.xml", odt_styles, -1);
  test_zip_add_packed (&zip, "content.xml", content, -1);
  return test_zip_finish (&zip);
}

/* --- what came of it --- */

char *
test_show_document (const WmdDocument *document)
{
  static const char letters[WMD_N_BLOCK_KINDS] = {
    [WMD_BLOCK_PARAGRAPH] = 'p', [WMD_BLOCK_NUMBERED] = 'n', [WMD_BLOCK_HEADING_1] = 'h', [WMD_BLOCK_HEADING_2] = 'H',
    [WMD_BLOCK_BULLET] = 'b',    [WMD_BLOCK_BULLET_2] = 'B', [WMD_BLOCK_LETTERED] = 'l',  [WMD_BLOCK_LETTERED_2] = 'L',
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    g_string_append_printf (text, "%c %s\n", letters[wmd_block_get_kind (document->blocks->pdata[i])],
                            wmd_inline_get_markup (wmd_block_get_content (document->blocks->pdata[i])));
  for (guint i = 0; i < document->findings->len; i++)
    {
      const WmdFinding *finding = document->findings->pdata[i];

      g_string_append_printf (text, "! %s %s %s\n", finding->rule, finding->block != NULL ? finding->block : "-",
                              finding->hint);
      g_assert_true (g_str_has_suffix (finding->message, finding->hint));
    }
  return g_string_free (text, FALSE);
}
