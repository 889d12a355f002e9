/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least that turning a report into an OpenDocument text takes with the usual libraries, to measure the program
 * against: the JSON parsed, one paragraph of XML for each block, a zip archive. No styles, no lists, no notes, no
 * contents, no checks of what is read.
 *
 *     floor-odt LANGUAGE REPORT.wmdreport OUTPUT.odt
 */
#include <gsf/gsf.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define HEAD                                                                                                           \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "                                              \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                                                 \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\"><office:body><office:text>\n"
#define TAIL "</office:text></office:body></office:document-content>\n"
#define MANIFEST                                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "                                                    \
  "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"                    \
  "<manifest:file-entry manifest:full-path=\"/\" "                                                                     \
  "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"                                                  \
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>\n"

static void
add_body (GString *xml, JsonObject *body, const char *language)
{
  JsonObject *variants, *variant;
  JsonArray *blocks;

  if (!json_object_has_member (body, "variants"))
    return;
  variants = json_object_get_object_member (body, "variants");
  if (!json_object_has_member (variants, language))
    return;
  variant = json_object_get_object_member (variants, language);
  blocks = json_object_get_array_member (variant, "blocks");
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      const char *text = json_object_get_string_member (json_array_get_object_element (blocks, i), "text");
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      g_string_append_printf (xml, "<text:p text:style-name=\"Body\">%s</text:p>\n", escaped);
    }
}

static void
add_file (GsfOutfile *zip, const char *name, const char *data, gsize length, GsfZipCompressionMethod method)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 2);
  GsfOutfile *folder = zip;
  GsfOutput *file;

  if (parts[1] != NULL)
    folder = GSF_OUTFILE (gsf_outfile_new_child (zip, parts[0], TRUE));
  file = gsf_outfile_new_child_full (folder, parts[1] != NULL ? parts[1] : name, FALSE, "compression-level",
                                     (int) method, NULL);
  if (!gsf_output_write (file, length, (const guint8 *) data) || !gsf_output_close (file))
    g_error ("cannot write %s", name);
  g_object_unref (file);
  if (folder != zip)
    {
      gsf_output_close (GSF_OUTPUT (folder));
      g_object_unref (folder);
    }
}

int
main (int argc, char *argv[])
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) xml = g_string_new (HEAD);
  JsonObject *report;
  JsonArray *replies;
  GsfOutput *sink;
  GsfOutfile *zip;

  if (argc != 4)
    {
      g_printerr ("usage: %s LANGUAGE REPORT.wmdreport OUTPUT.odt\n", argv[0]);
      return 2;
    }
  if (!json_parser_load_from_file (parser, argv[2], NULL))
    g_error ("cannot read %s", argv[2]);
  report = json_node_get_object (json_parser_get_root (parser));
  add_body (xml, json_object_get_object_member (report, "summary"), argv[1]);
  add_body (xml, json_object_get_object_member (report, "introduction"), argv[1]);
  replies = json_object_get_array_member (report, "replies");
  for (guint i = 0; i < json_array_get_length (replies); i++)
    add_body (xml, json_array_get_object_element (replies, i), argv[1]);
  g_string_append (xml, TAIL);

  sink = gsf_output_stdio_new (argv[3], NULL);
  if (sink == NULL)
    g_error ("cannot write %s", argv[3]);
  zip = gsf_outfile_zip_new (sink, NULL);
  add_file (zip, "mimetype", type, strlen (type), GSF_ZIP_STORED);
  add_file (zip, "content.xml", xml->str, xml->len, GSF_ZIP_DEFLATED);
  add_file (zip, "META-INF/manifest.xml", MANIFEST, strlen (MANIFEST), GSF_ZIP_DEFLATED);
  gsf_output_close (GSF_OUTPUT (zip));
  g_object_unref (zip);
  g_object_unref (sink);
  return 0; /* what is left is freed with the process */
}
