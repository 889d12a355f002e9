/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Office Open XML package (ECMA-376, transitional): its members, their types and relationships, its properties.
 * Manuscripts go to the documents services in this form.
 */

#include "config.h"

#include "publish/docx.h"

#include "publish/docx-private.h"

#include <string.h>

#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

#define EMBLEM_PATH "media/emblem.png"

static const char *const namespaces[][2] = {
  { "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
  { "xmlns:r", RELATIONSHIPS },
  { "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
  { "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
  { "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture" },
  { "xmlns:v", "urn:schemas-microsoft-com:vml" },
  { "xmlns:o", "urn:schemas-microsoft-com:office:office" },
};

void
wmd_docx_start_document (GsfXMLOut *xml, const char *name)
{
  gsf_xml_out_start_element (xml, name);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    gsf_xml_out_add_cstr_unchecked (xml, namespaces[i][0], namespaces[i][1]);
}

/* --- settings --- */

static void
write_settings (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_start_document (xml, "w:settings");
  wmd_docx_number (xml, "w:defaultTabStop", (int) (WMD_TAB * 20.));
  wmd_xml_empty (xml, "w:evenAndOddHeaders", NULL);
  wmd_xml_start (xml, "w:footnotePr", NULL);
  wmd_xml_empty (xml, "w:footnote", "w:id", "-1", NULL);
  wmd_xml_empty (xml, "w:footnote", "w:id", "0", NULL);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:compat", NULL);
  wmd_xml_empty (xml, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
                 "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_font_table (WmdDocx *docx, GsfXMLOut *xml)
{
  static const char *const substitutes[WMD_N_FAMILIES] = {
    [WMD_FAMILY_TIMES] = "Liberation Serif",
    [WMD_FAMILY_NASKH] = "Simplified Arabic",
    [WMD_FAMILY_SONG] = "SimSun",
  };

  wmd_docx_start_document (xml, "w:fonts");
  for (guint i = 0; i < WMD_N_FAMILIES; i++)
    {
      wmd_xml_start (xml, "w:font", "w:name", wmd_document_get_font (i), NULL);
      wmd_docx_value (xml, "w:altName", substitutes[i]);
      wmd_docx_value (xml, "w:family", "roman");
      wmd_docx_value (xml, "w:pitch", "variable");
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
}

/* --- properties --- */

static void
write_time (GsfXMLOut *xml, const char *element, const char *time)
{
  wmd_xml_start (xml, element, "xsi:type", "dcterms:W3CDTF", NULL);
  wmd_xml_text (xml, time, -1);
  wmd_xml_end (xml);
}

static void
write_core_properties (WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdPublication *publication = docx->publication;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (docx->options->date);
  g_autofree char *date = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *keywords = g_strjoinv (", ", (char **) wmd_publication_get_keywords (publication));

  wmd_xml_start (xml, "cp:coreProperties", "xmlns:cp",
                 "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc",
                 "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi",
                 "http://www.w3.org/2001/XMLSchema-instance", NULL);
  wmd_xml_text_element (xml, "dc:title", wmd_publication_get_title (publication));
  wmd_xml_text_element (xml, "dc:subject", wmd_publication_get_subject (publication));
  wmd_xml_text_element (xml, "dc:creator", wmd_publication_get_author (publication));
  wmd_xml_text_element (xml, "cp:keywords", keywords);
  wmd_xml_text_element (xml, "dc:language", wmd_language_get_tag (docx->language));
  write_time (xml, "dcterms:created", date);
  write_time (xml, "dcterms:modified", date);
  wmd_xml_end (xml);
}

static void
write_app_properties (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_xml_start (xml, "Properties", "xmlns",
                 "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", NULL);
  wmd_xml_text_element (xml, "Application", "WMD Report");
  wmd_xml_end (xml);
}

/* --- members --- */

typedef struct
{
  const char *path;
  const char *type;         /* content type; after WORD_TYPE when it begins with a lower-case letter and has no slash */
  const char *relationship; /* how word/document.xml refers to it: id, which is also the name; NULL when not */
  const char *kind;         /* of the relationship */
  void (*write) (WmdDocx *docx, GsfXMLOut *xml);
} Member;

static const Member members[] = {
  { "word/document.xml", "document.main+xml", NULL, NULL, wmd_docx_write_document },
  { "word/footnotes.xml", "footnotes+xml", "footnotes", "footnotes", wmd_docx_write_notes },
  { "word/styles.xml", "styles+xml", "styles", "styles", wmd_docx_write_styles },
  { "word/numbering.xml", "numbering+xml", "numbering", "numbering", wmd_docx_write_numbering },
  { "word/settings.xml", "settings+xml", "settings", "settings", write_settings },
  { "word/fontTable.xml", "fontTable+xml", "fontTable", "fontTable", write_font_table },
  { "word/header1.xml", "header+xml", "header1", "header", wmd_docx_write_header_odd },
  { "word/header2.xml", "header+xml", "header2", "header", wmd_docx_write_header_even },
  { "word/header3.xml", "header+xml", "header3", "header", wmd_docx_write_header_first },
  { "word/footer1.xml", "footer+xml", "footer1", "footer", wmd_docx_write_footer_odd },
  { "word/footer2.xml", "footer+xml", "footer2", "footer", wmd_docx_write_footer_even },
  { "word/footer3.xml", "footer+xml", "footer3", "footer", wmd_docx_write_footer_first },
  { "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", NULL, NULL,
    write_core_properties },
  { "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", NULL, NULL,
    write_app_properties },
};

static void
write_content_types (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types", NULL);
  wmd_xml_empty (xml, "Default", "Extension", "rels", "ContentType",
                 "application/vnd.openxmlformats-package.relationships+xml", NULL);
  wmd_xml_empty (xml, "Default", "Extension", "xml", "ContentType", "application/xml", NULL);
  wmd_xml_empty (xml, "Default", "Extension", "png", "ContentType", "image/png", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gboolean whole = strchr (members[i].type, '/') != NULL;
      g_autofree char *name = g_strconcat ("/", members[i].path, NULL);
      g_autofree char *type = g_strconcat (whole ? "" : WORD_TYPE, members[i].type, NULL);

      wmd_xml_empty (xml, "Override", "PartName", name, "ContentType", type, NULL);
    }
  wmd_xml_end (xml);
}

static void
start_relationships (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships", NULL);
}

static void
write_relationship (GsfXMLOut *xml, const char *id, const char *kind, const char *target, gboolean external)
{
  g_autofree char *type = strstr (kind, "://") != NULL ? g_strdup (kind) : g_strconcat (RELATIONSHIPS "/", kind, NULL);

  wmd_xml_empty (xml, "Relationship", "Id", id, "Type", type, "Target", target, "TargetMode",
                 external ? "External" : NULL, NULL);
}

static void
write_links (GsfXMLOut *xml, const WmdDocxLinks *links)
{
  for (guint i = 0; i < links->addresses->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("link%u", i + 1);

      write_relationship (xml, id, "hyperlink", g_ptr_array_index (links->addresses, i), TRUE);
    }
}

static void
write_package_relationships (const WmdDocx *docx, GsfXMLOut *xml)
{
  start_relationships (xml);
  write_relationship (xml, "document", "officeDocument", "word/document.xml", FALSE);
  write_relationship (xml, "core",
                      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                      "docProps/core.xml", FALSE);
  write_relationship (xml, "app", "extended-properties", "docProps/app.xml", FALSE);
  wmd_xml_end (xml);
}

static void
write_document_relationships (const WmdDocx *docx, GsfXMLOut *xml)
{
  start_relationships (xml);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].relationship != NULL)
      write_relationship (xml, members[i].relationship, members[i].kind, members[i].path + strlen ("word/"), FALSE);
  if (docx->emblem != NULL)
    write_relationship (xml, "emblem", "image", EMBLEM_PATH, FALSE);
  write_links (xml, &docx->links);
  wmd_xml_end (xml);
}

static void
write_note_relationships (const WmdDocx *docx, GsfXMLOut *xml)
{
  start_relationships (xml);
  write_links (xml, &docx->note_links);
  wmd_xml_end (xml);
}

/* Of the footer of the first page. */
static void
write_foot_relationships (const WmdDocx *docx, GsfXMLOut *xml)
{
  start_relationships (xml);
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    if (docx->figures[id] != NULL)
      write_relationship (xml, wmd_docx_get_figure_relationship (id), "image", wmd_docx_get_figure_path (id), FALSE);
  wmd_xml_end (xml);
}

/* --- the package --- */

/* Read off the labels of the newer state, or of the older one where that has none. (transfer full) */
static WmdNumbering *
find_numbering (const WmdDocx *self, WmdItemKind kind)
{
  WmdNumbering *numbering = wmd_numbering_new (self->publication, kind);

  if (numbering->ooxml != NULL || self->older == self->publication)
    return numbering;
  wmd_numbering_free (numbering);
  return wmd_numbering_new (self->older, kind);
}

static void
docx_init (WmdDocx *self, WmdPublication *publication, const WmdPublishOptions *options)
{
  static const WmdItemKind numbered[] = { WMD_ITEM_SECTION, WMD_ITEM_NUMBERED, WMD_ITEM_LETTERED, WMD_ITEM_LETTERED_2 };

  *self = (WmdDocx){ .publication = publication, .options = options };
  self->older = options->older != NULL ? options->older : publication;
  self->language = self->text_language = wmd_publication_get_language (publication);
  self->geometry = wmd_geometry_get (options->page.paper);
  self->bookmarks = g_hash_table_new (g_str_hash, g_str_equal);
  self->older_bookmarks = g_hash_table_new (g_str_hash, g_str_equal);
  self->notes = g_ptr_array_new_with_free_func (wmd_docx_note_free);
  self->links.addresses = g_ptr_array_new_with_free_func (g_free);
  self->note_links.addresses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    self->numberings[numbered[i]] = find_numbering (self, numbered[i]);
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    self->figures[id] = wmd_figure_new (wmd_publication_get_masthead (publication), id);
  wmd_docx_prepare_paragraphs (self);
}

static void
docx_clear (WmdDocx *self)
{
  for (guint i = 0; i < WMD_N_ITEM_KINDS; i++)
    g_clear_pointer (&self->numberings[i], wmd_numbering_free);
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    {
      g_clear_pointer (&self->figures[id], wmd_figure_free);
      g_clear_pointer (&self->pictures[id], g_bytes_unref);
    }
  g_clear_pointer (&self->pages, wmd_pages_unref);
  g_clear_pointer (&self->older_pages, wmd_pages_unref);
  g_array_unref (self->paragraphs);
  g_hash_table_unref (self->bookmarks);
  g_hash_table_unref (self->older_bookmarks);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->links.addresses);
  g_ptr_array_unref (self->note_links.addresses);
}

/* Word does not lay contents out again by itself: the numbers are those of our own pages, which are nearly its own.
 * Where the fonts for them are missing there are none until the reader updates the contents. (transfer full)
 */
static WmdPages *
set_pages (const WmdDocx *self, WmdPublication *publication, GCancellable *cancellable)
{
  g_autoptr (WmdTypesetter) typesetter = wmd_typesetter_new ();
  WmdPageOptions page = { .paper = self->options->page.paper };

  return wmd_typesetter_set (typesetter, publication, &page, cancellable, NULL);
}

static void
add_member (WmdDocx *self, WmdPackage *package, const Member *member)
{
  member->write (self, wmd_package_begin_xml (package, member->path));
  wmd_package_end_xml (package);
}

static void
add_relationships (const WmdDocx *self,
                   WmdPackage *package,
                   const char *path,
                   void (*write) (const WmdDocx *docx, GsfXMLOut *xml))
{
  write (self, wmd_package_begin_xml (package, path));
  wmd_package_end_xml (package);
}

/* @path: from the folder of the document. */
static void
add_picture (WmdPackage *package, const char *path, GBytes *bytes)
{
  g_autofree char *member = g_strconcat ("word/", path, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  wmd_package_add_stored (package, member, data, length);
}

static gboolean
draw_figures (WmdDocx *self, GError **error)
{
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    if (self->figures[id] != NULL)
      {
        self->pictures[id] = wmd_docx_draw_figure (self, id, error);
        if (self->pictures[id] == NULL)
          return FALSE;
      }
  return TRUE;
}

static void
add_pictures (const WmdDocx *self, WmdPackage *package)
{
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    if (self->pictures[id] != NULL)
      add_picture (package, wmd_docx_get_figure_path (id), self->pictures[id]);
  if (self->emblem != NULL)
    {
      g_autoptr (GBytes) bytes = wmd_emblem_dup_png (self->emblem);

      add_picture (package, EMBLEM_PATH, bytes);
    }
}

static GBytes *
write_package (WmdDocx *self, GError **error)
{
  WmdPackage *package;

  if (!draw_figures (self, error))
    return NULL;
  package = wmd_package_new (self->options->date);
  write_content_types (wmd_package_begin_xml (package, "[Content_Types].xml"));
  wmd_package_end_xml (package);
  add_relationships (self, package, "_rels/.rels", write_package_relationships);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    add_member (self, package, &members[i]);
  add_relationships (self, package, "word/_rels/document.xml.rels", write_document_relationships);
  if (self->note_links.addresses->len > 0)
    add_relationships (self, package, "word/_rels/footnotes.xml.rels", write_note_relationships);
  add_relationships (self, package, "word/_rels/footer3.xml.rels", write_foot_relationships);
  add_pictures (self, package);
  return wmd_package_finish (package, error);
}

GBytes *
wmd_docx_write (WmdPublication *publication,
                const WmdPublishOptions *options,
                GCancellable *cancellable,
                GError **error)
{
  GBytes *bytes = NULL;
  WmdDocx docx;

  g_return_val_if_fail (publication != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  docx_init (&docx, publication, options);
  if (options->page.emblem == NULL || wmd_emblem_read (options->page.emblem, error))
    {
      docx.emblem = options->page.emblem;
      docx.pages = set_pages (&docx, publication, cancellable);
      if (docx.older != publication)
        docx.older_pages = set_pages (&docx, docx.older, cancellable);
      else if (docx.pages != NULL)
        docx.older_pages = wmd_pages_ref (docx.pages);
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        bytes = write_package (&docx, error);
    }
  docx_clear (&docx);
  return bytes;
}
