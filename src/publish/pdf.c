/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages as a tagged PDF file. The file is written here and not with Cairo, whose 1.16 copies a Chinese font whole to
 * embed a few of its glyphs, cannot mark running heads as artifacts, and dies of a wrong tag.
 *
 * It is made to the requirements of PDF/A-2a and PDF/UA-1: everything is either an element of the structure or an
 * artifact, colours do not depend on a device, fonts are embedded and say what their glyphs stand for.
 */
#include "config.h"

#include "publish/pdf.h"

#include <glib/gi18n-lib.h>

#include "publish/pdf-content.h"
#include "publish/pdf-metadata.h"
#include "publish/pdf-navigation.h"

/* sRGB as a calibrated colour space, so that no profile has to be embedded. */
#define COLOR_SPACE                                                                                                    \
  "[/CalRGB <</WhitePoint [0.9505 1 1.089] /Gamma [2.2 2.2 2.2] "                                                      \
  "/Matrix [0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]"

/* What the file is made of on the way. */
typedef struct
{
  WmdPages *pages;
  WmdPdfFile *file;
  WmdPdfFonts *fonts;
  WmdPdfStructure *structure;
  GArray *page_objects; /* (element-type guint), by page */
  guint tree, resources, color_space, image;
} Export;

static void
export_init (Export *self, WmdPages *pages)
{
  self->pages = pages;
  self->file = wmd_pdf_file_new ();
  self->fonts = wmd_pdf_fonts_new ();
  self->structure = wmd_pdf_structure_new (pages);
  self->page_objects = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tree = wmd_pdf_file_reserve (self->file);
  self->resources = wmd_pdf_file_reserve (self->file);
  self->color_space = wmd_pdf_file_reserve (self->file);
  for (guint i = 0; i < wmd_pages_get_n_pages (pages); i++)
    {
      guint object = wmd_pdf_file_reserve (self->file);

      g_array_append_val (self->page_objects, object);
    }
}

static void
export_clear (Export *self)
{
  g_array_unref (self->page_objects);
  wmd_pdf_structure_free (self->structure);
  wmd_pdf_fonts_free (self->fonts);
  wmd_pdf_file_free (self->file);
}

static void
write_page (Export *self, guint page)
{
  g_autoptr (WmdPdfContent) content = wmd_pdf_content_new (self->pages, page, self->fonts, self->structure);
  g_autoptr (GString) links = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  guint stream = wmd_pdf_file_reserve (self->file);
  double width, height;

  wmd_pages_get_size (self->pages, &width, &height);
  wmd_pdf_file_write_stream (self->file, stream, "", content->stream->str, content->stream->len);
  wmd_pdf_write_links (self->file, self->pages, page, content, self->structure, links);
  g_string_append_printf (out, "<</Type /Page /Parent %u 0 R /MediaBox [0 0 ", self->tree);
  wmd_pdf_append_number (out, width);
  g_string_append_c (out, ' ');
  wmd_pdf_append_number (out, height);
  g_string_append_printf (out, "] /Resources %u 0 R /Contents %u 0 R /StructParents %u /Tabs /S", self->resources,
                          stream, page - 1);
  if (links->len > 0)
    g_string_append_printf (out, " /Annots [%s]", links->str);
  g_string_append (out, ">>");
  wmd_pdf_file_write (self->file, g_array_index (self->page_objects, guint, page - 1), out->str);
}

static void
write_page_tree (Export *self)
{
  g_autoptr (GString) out = g_string_new ("<</Type /Pages /Kids [");

  for (guint i = 0; i < self->page_objects->len; i++)
    g_string_append_printf (out, "%u 0 R ", g_array_index (self->page_objects, guint, i));
  g_string_append_printf (out, "] /Count %u>>", self->page_objects->len);
  wmd_pdf_file_write (self->file, self->tree, out->str);
}

/* The emblem as an image; 0 when there is none. */
static guint
write_image (Export *self)
{
  const GdkPixbuf *image = wmd_pages_get_emblem (self->pages);
  g_autoptr (GByteArray) pixels = NULL;
  g_autofree char *entries = NULL;
  int width, height;
  guint number;

  if (image == NULL)
    return 0;
  width = gdk_pixbuf_get_width (image);
  height = gdk_pixbuf_get_height (image);
  pixels = g_byte_array_sized_new ((guint) (width * height * 3));
  for (int y = 0; y < height; y++)
    g_byte_array_append (pixels, gdk_pixbuf_read_pixels (image) + (gsize) y * gdk_pixbuf_get_rowstride (image),
                         (guint) width * 3);
  number = wmd_pdf_file_reserve (self->file);
  entries = g_strdup_printf ("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
                             "/ColorSpace %u 0 R",
                             width, height, self->color_space);
  wmd_pdf_file_write_stream (self->file, number, entries, pixels->data, pixels->len);
  return number;
}

static gboolean
write_resources (Export *self)
{
  g_autoptr (GString) out = g_string_new ("<</Font <<");
  guint image = write_image (self);
  gboolean complete = wmd_pdf_fonts_write (self->fonts, self->file, out);

  g_string_append_printf (out, ">> /ColorSpace <</" WMD_PDF_COLOR_SPACE " %u 0 R>>", self->color_space);
  if (image != 0)
    g_string_append_printf (out, " /XObject <</" WMD_PDF_IMAGE " %u 0 R>>", image);
  g_string_append (out, ">>");
  wmd_pdf_file_write (self->file, self->resources, out->str);
  wmd_pdf_file_write (self->file, self->color_space, COLOR_SPACE);
  return complete;
}

static guint
write_catalog (Export *self, guint metadata)
{
  WmdLanguage language = wmd_publication_get_language (wmd_pages_get_publication (self->pages));
  guint outline = wmd_pdf_write_outline (self->file, self->pages, self->page_objects);
  guint destinations = wmd_pdf_write_destinations (self->file, self->pages, self->page_objects);
  guint structure = wmd_pdf_structure_write (self->structure, self->file, self->page_objects);
  guint number = wmd_pdf_file_reserve (self->file);
  g_autoptr (GString) out = g_string_new ("<</Type /Catalog");

  g_string_append_printf (out, " /Pages %u 0 R /Metadata %u 0 R /Lang (%s)", self->tree, metadata,
                          wmd_language_get_tag (language));
  g_string_append_printf (out, " /MarkInfo <</Marked true>> /StructTreeRoot %u 0 R", structure);
  g_string_append (out, " /PageLabels <</Nums [0 <</S /D>>]>> /ViewerPreferences <</DisplayDocTitle true");
  g_string_append (out, wmd_language_is_rtl (language) ? " /Direction /R2L>>" : ">>");
  if (outline != 0)
    g_string_append_printf (out, " /Outlines %u 0 R", outline);
  if (destinations != 0)
    g_string_append_printf (out, " /Names <</Dests %u 0 R>>", destinations);
  g_string_append (out, ">>");
  wmd_pdf_file_write (self->file, number, out->str);
  return number;
}

GBytes *
wmd_pdf_write_pages (WmdPages *pages, gint64 date, GCancellable *cancellable, GError **error)
{
  WmdPublication *publication;
  Export export = { NULL };
  GBytes *bytes = NULL;
  guint n_pages;
  guint info, metadata;

  g_return_val_if_fail (pages != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  publication = wmd_pages_get_publication (pages);
  n_pages = wmd_pages_get_n_pages (pages);
  export_init (&export, pages);
  for (guint page = 1; page <= n_pages; page++)
    wmd_pdf_content_collect (pages, page, export.fonts);
  wmd_pdf_fonts_start (export.fonts);
  for (guint page = 1; page <= n_pages && !g_cancellable_is_cancelled (cancellable); page++)
    write_page (&export, page);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      write_page_tree (&export);
      info = wmd_pdf_write_info (export.file, publication, date);
      metadata = wmd_pdf_write_metadata (export.file, publication, date);
      if (write_resources (&export))
        bytes = wmd_pdf_file_finish (export.file, write_catalog (&export, metadata), info);
      else
        g_set_error_literal (error, WMD_PUBLISH_ERROR, WMD_PUBLISH_ERROR_WRITE,
                             _ ("A font of the document cannot be put in a PDF file."));
    }
  export_clear (&export);
  return bytes;
}

GBytes *
wmd_pdf_write (WmdPublication *publication, const WmdPublishOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmdTypesetter) typesetter = NULL;
  g_autoptr (WmdPages) pages = NULL;

  g_return_val_if_fail (publication != NULL && options != NULL, NULL);

  if (options->pages != NULL)
    return wmd_pdf_write_pages (options->pages, options->date, cancellable, error);
  typesetter = wmd_typesetter_new ();
  pages = wmd_typesetter_set (typesetter, publication, &options->page, cancellable, error);
  if (pages == NULL)
    return NULL;
  return wmd_pdf_write_pages (pages, options->date, cancellable, error);
}
