/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The OpenDocument package: its members, its metadata, its manifest. Everything of the document's look is in named
 * styles; what is written beside them is what the format has no named styles for (tables, page layouts).
 */

#include "config.h"

#include "publish/odt.h"

#include "publish/figure-svg.h"
#include "publish/odt-private.h"

#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

static const char *const namespaces[][2] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
};

void
wmd_odt_start_document (GsfXMLOut *xml, const char *name)
{
  gsf_xml_out_start_element (xml, name);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    gsf_xml_out_add_cstr_unchecked (xml, namespaces[i][0], namespaces[i][1]);
  gsf_xml_out_add_cstr_unchecked (xml, "office:version", "1.3");
}

static void
write_meta (const WmdOdt *odt, GsfXMLOut *xml)
{
  const WmdPublication *publication = odt->publication;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (odt->options->date);
  g_autofree char *date = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  const char *const *keywords = wmd_publication_get_keywords (publication);

  wmd_odt_start_document (xml, "office:document-meta");
  wmd_xml_start (xml, "office:meta", NULL);
  wmd_xml_text_element (xml, "meta:generator", "WMD_Report/" PACKAGE_VERSION);
  wmd_xml_text_element (xml, "dc:title", wmd_publication_get_title (publication));
  wmd_xml_text_element (xml, "dc:subject", wmd_publication_get_subject (publication));
  for (guint i = 0; keywords[i] != NULL; i++)
    wmd_xml_text_element (xml, "meta:keyword", keywords[i]);
  wmd_xml_text_element (xml, "meta:initial-creator", wmd_publication_get_author (publication));
  wmd_xml_text_element (xml, "dc:creator", wmd_publication_get_author (publication));
  wmd_xml_text_element (xml, "meta:creation-date", date);
  wmd_xml_text_element (xml, "dc:date", date);
  wmd_xml_text_element (xml, "dc:language", wmd_language_get_tag (odt->language));
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* Room above and below paragraphs adds up, but does not push down the first of a page. */
static void
write_settings (const WmdOdt *odt, GsfXMLOut *xml)
{
  static const char *const settings[][2] = {
    { "AddParaTableSpacing", "true" },
    { "AddParaTableSpacingAtStart", "false" },
    { "AddParaSpacingToTableCells", "false" },
  };

  wmd_odt_start_document (xml, "office:document-settings");
  wmd_xml_start (xml, "office:settings", NULL);
  wmd_xml_start (xml, "config:config-item-set", "config:name", "ooo:configuration-settings", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      wmd_xml_start (xml, "config:config-item", "config:name", settings[i][0], "config:type", "boolean", NULL);
      wmd_xml_text (xml, settings[i][1], -1);
      wmd_xml_end (xml);
    }
  for (guint i = 0; i < 3; i++)
    wmd_xml_end (xml);
}

static void
write_manifest (const WmdOdt *odt, GsfXMLOut *xml)
{
  static const char *const members[] = { "content.xml", "styles.xml", "meta.xml", "settings.xml" };

  wmd_xml_start (xml, "manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                 "manifest:version", "1.3", NULL);
  wmd_xml_empty (xml, "manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.3",
                 "manifest:media-type", MEDIA_TYPE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    wmd_xml_empty (xml, "manifest:file-entry", "manifest:full-path", members[i], "manifest:media-type", "text/xml",
                   NULL);
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    if (odt->figures[id] != NULL)
      wmd_xml_empty (xml, "manifest:file-entry", "manifest:full-path", wmd_odt_get_figure_path (id),
                     "manifest:media-type", "image/svg+xml", NULL);
  if (odt->emblem != NULL)
    {
      g_autofree char *path = wmd_odt_dup_emblem_path (odt);

      wmd_xml_empty (xml, "manifest:file-entry", "manifest:full-path", path, "manifest:media-type",
                     wmd_emblem_get_media_type (odt->emblem), NULL);
    }
  wmd_xml_end (xml);
}

static void
odt_init (WmdOdt *self, WmdPublication *publication, const WmdPublishOptions *options)
{
  static const WmdItemKind numbered[] = { WMD_ITEM_SECTION, WMD_ITEM_NUMBERED, WMD_ITEM_LETTERED, WMD_ITEM_LETTERED_2 };

  *self = (WmdOdt){ .publication = publication, .options = options };
  self->language = wmd_publication_get_language (publication);
  self->geometry = wmd_geometry_get (options->page.paper);
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    self->numberings[numbered[i]] = wmd_numbering_new (publication, numbered[i]);
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    self->figures[id] = wmd_figure_new (wmd_publication_get_masthead (publication), id);
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      self->foreign[item->kind][item->language] |= item->language != self->language;
      self->foreign[WMD_DOCUMENT_FOOTNOTE][item->language] |= item->language != self->language;
    }
}

static void
odt_clear (WmdOdt *self)
{
  for (guint i = 0; i < WMD_N_ITEM_KINDS; i++)
    g_clear_pointer (&self->numberings[i], wmd_numbering_free);
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    g_clear_pointer (&self->figures[id], wmd_figure_free);
}

static void
add_pictures (const WmdOdt *odt, WmdPackage *package)
{
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    if (odt->figures[id] != NULL)
      {
        WmdFigurePlace place = wmd_geometry_place_figure (odt->geometry, id, odt->language);
        g_autofree char *svg = wmd_figure_dup_svg (odt->figures[id], &place);

        wmd_package_add_stored (package, wmd_odt_get_figure_path (id), svg, strlen (svg));
      }
  if (odt->emblem != NULL)
    {
      g_autofree char *path = wmd_odt_dup_emblem_path (odt);
      gsize length;
      const void *data = g_bytes_get_data (wmd_emblem_get_bytes (odt->emblem), &length);

      wmd_package_add_stored (package, path, data, length);
    }
}

GBytes *
wmd_odt_write (WmdPublication *publication, const WmdPublishOptions *options, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *path;
    void (*write) (const WmdOdt *odt, GsfXMLOut *xml);
  } members[] = {
    { "content.xml", wmd_odt_write_content }, { "styles.xml", wmd_odt_write_styles },      { "meta.xml", write_meta },
    { "settings.xml", write_settings },       { "META-INF/manifest.xml", write_manifest },
  };
  WmdPackage *package;
  WmdOdt odt;

  g_return_val_if_fail (publication != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  odt_init (&odt, publication, options);
  odt.emblem = options->page.emblem;
  if (options->page.emblem != NULL && !wmd_emblem_read (options->page.emblem, error))
    {
      odt_clear (&odt);
      return NULL;
    }
  package = wmd_package_new (options->date);
  wmd_package_add_stored (package, "mimetype", MEDIA_TYPE, strlen (MEDIA_TYPE));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      members[i].write (&odt, wmd_package_begin_xml (package, members[i].path));
      wmd_package_end_xml (package);
    }
  add_pictures (&odt, package);
  odt_clear (&odt);
  return wmd_package_finish (package, error);
}
