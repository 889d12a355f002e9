/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a PDF file says of itself: title, author, subject, keywords, language, date, and the standards it follows.
 */
#include "config.h"

#include "publish/pdf-metadata.h"

#define PRODUCER "WMD Report " PACKAGE_VERSION

static char *
join_keywords (const WmdPublication *publication)
{
  return g_strjoinv (", ", (char **) wmd_publication_get_keywords (publication));
}

static char *
format_date (gint64 date, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

static void
append_entry (GString *out, const char *key, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, "/%s ", key);
  wmd_pdf_append_text (out, value);
}

guint
wmd_pdf_write_info (WmdPdfFile *file, const WmdPublication *publication, gint64 date)
{
  g_autoptr (GString) out = g_string_new ("<<");
  g_autofree char *keywords = join_keywords (publication);
  g_autofree char *time = format_date (date, "D:%Y%m%d%H%M%SZ");
  guint number = wmd_pdf_file_reserve (file);

  append_entry (out, "Title", wmd_publication_get_title (publication));
  append_entry (out, "Author", wmd_publication_get_author (publication));
  append_entry (out, "Subject", wmd_publication_get_subject (publication));
  append_entry (out, "Keywords", keywords);
  append_entry (out, "Creator", PRODUCER);
  append_entry (out, "Producer", PRODUCER);
  append_entry (out, "CreationDate", time);
  append_entry (out, "ModDate", time);
  g_string_append (out, ">>");
  wmd_pdf_file_write (file, number, out->str);
  return number;
}

/* A property of one language version. */
static void
append_alternative (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  if (value[0] != '\0')
    g_string_append_printf (out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n", name,
                            escaped, name);
}

static void
append_simple (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  if (value[0] != '\0')
    g_string_append_printf (out, "<%s>%s</%s>\n", name, escaped, name);
}

/* PDF/A wants properties that it does not know itself to be described: the one that says PDF/UA. */
static const char extension[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

guint
wmd_pdf_write_metadata (WmdPdfFile *file, const WmdPublication *publication, gint64 date)
{
  g_autoptr (GString) out = g_string_new ("<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
  g_autofree char *author = g_markup_escape_text (wmd_publication_get_author (publication), -1);
  g_autofree char *keywords = join_keywords (publication);
  g_autofree char *time = format_date (date, "%Y-%m-%dT%H:%M:%SZ");
  guint number = wmd_pdf_file_reserve (file);

  g_string_append (out, extension);
  g_string_append (out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                        "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                        "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
                        "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                        "<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n");
  append_alternative (out, "dc:title", wmd_publication_get_title (publication));
  append_alternative (out, "dc:description", wmd_publication_get_subject (publication));
  if (author[0] != '\0')
    g_string_append_printf (out, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", author);
  g_string_append_printf (out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                          wmd_language_get_tag (wmd_publication_get_language (publication)));
  append_simple (out, "pdf:Keywords", keywords);
  append_simple (out, "pdf:Producer", PRODUCER);
  append_simple (out, "xmp:CreatorTool", PRODUCER);
  append_simple (out, "xmp:CreateDate", time);
  append_simple (out, "xmp:ModifyDate", time);
  g_string_append (out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  wmd_pdf_file_write_plain (file, number, "/Type /Metadata /Subtype /XML", out->str);
  return number;
}
