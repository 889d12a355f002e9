/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least that setting a report as PDF takes with the usual libraries, to measure the program against: one
 * PangoLayout per paragraph, pages filled line by line, the glyphs used cut out of their fonts with HarfBuzz so that
 * Cairo does not copy whole Chinese fonts, a Cairo PDF surface. No structure, no links, no footnotes, no model.
 *
 *     floor LANGUAGE PARAGRAPHS OUTPUT.pdf
 *
 * PARAGRAPHS has one paragraph a line: its size in points, a tab, "bold" or "regular", a tab, its words.
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-subset.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_WIDTH 612.
#define PAGE_HEIGHT 792.
#define MARGIN_X 123.4
#define MARGIN_TOP 75.
#define MARGIN_BOTTOM 60.
#define GAP 6.

/* A face, and what of it is used at whatever size. */
typedef struct
{
  hb_face_t *hb_face;
  hb_set_t *glyphs;
  hb_map_t *map; /* to the glyphs of the subset */
  hb_blob_t *blob;
  FT_Face ft_face;
  cairo_font_face_t *cairo_face;
} Face;

/* A font as Pango chose it. */
typedef struct
{
  Face *face;
  double size;
} Font;

typedef struct
{
  GPtrArray *layouts; /* (element-type PangoLayout) */
  GHashTable *fonts;  /* PangoFont → Font */
  GHashTable *faces;  /* hb_face_t → Face */
  FT_Library library;
  GString *buffer;
} Floor;

static PangoLayout *
make_layout (PangoContext *context, const char *size, const char *weight, const char *words)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_from_string ("Liberation Serif, Noto Serif CJK SC, "
                                                                          "Noto Naskh Arabic");

  pango_font_description_set_size (description, (int) (g_ascii_strtod (size, NULL) * PANGO_SCALE));
  if (strcmp (weight, "bold") == 0)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) ((PAGE_WIDTH - 2 * MARGIN_X) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

static void
read_paragraphs (Floor *self, const char *path, PangoContext *context)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    g_error ("cannot read %s", path);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);

      if (g_strv_length (parts) == 3)
        g_ptr_array_add (self->layouts, make_layout (context, parts[0], parts[1], parts[2]));
    }
}

static Face *
get_face (Floor *self, hb_face_t *hb_face)
{
  Face *face = g_hash_table_lookup (self->faces, hb_face);

  if (face != NULL)
    return face;
  face = g_new0 (Face, 1);
  face->hb_face = hb_face;
  face->glyphs = hb_set_create ();
  g_hash_table_insert (self->faces, hb_face, face);
  return face;
}

static Font *
get_font (Floor *self, PangoFont *pango_font)
{
  Font *font = g_hash_table_lookup (self->fonts, pango_font);
  PangoFontDescription *description;

  if (font != NULL)
    return font;
  font = g_new0 (Font, 1);
  font->face = get_face (self, hb_font_get_face (pango_font_get_hb_font (pango_font)));
  description = pango_font_describe_with_absolute_size (pango_font);
  font->size = pango_font_description_get_size (description) / (double) PANGO_SCALE;
  pango_font_description_free (description);
  g_hash_table_insert (self->fonts, pango_font, font);
  return font;
}

static gboolean
is_drawn (PangoGlyph glyph)
{
  return glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

static void
collect_glyphs (Floor *self)
{
  for (guint i = 0; i < self->layouts->len; i++)
    for (GSList *line = pango_layout_get_lines_readonly (self->layouts->pdata[i]); line != NULL; line = line->next)
      for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
        {
          const PangoGlyphItem *item = run->data;
          Font *font = get_font (self, item->item->analysis.font);

          for (int j = 0; j < item->glyphs->num_glyphs; j++)
            if (is_drawn (item->glyphs->glyphs[j].glyph))
              hb_set_add (font->face->glyphs, item->glyphs->glyphs[j].glyph);
        }
}

static void
subset_face (Floor *self, Face *face)
{
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('V', 'O', 'R', 'G'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t *plan;
  hb_face_t *subset;
  const char *data;
  guint size;

  hb_set_union (hb_subset_input_glyph_set (input), face->glyphs);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
  plan = hb_subset_plan_create_or_fail (face->hb_face, input);
  subset = hb_subset_plan_execute_or_fail (plan);
  face->map = hb_map_create ();
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next (face->glyphs, &glyph);)
    hb_map_set (face->map, glyph, hb_map_get (hb_subset_plan_old_to_new_glyph_mapping (plan), glyph));
  face->blob = hb_face_reference_blob (subset);
  data = hb_blob_get_data (face->blob, &size);
  if (FT_New_Memory_Face (self->library, (const FT_Byte *) data, size, 0, &face->ft_face) != 0)
    g_error ("a subset cannot be read");
  face->cairo_face = cairo_ft_font_face_create_for_ft_face (face->ft_face, FT_LOAD_NO_HINTING);
  hb_face_destroy (subset);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
}

static void
draw_run (Floor *self, cairo_t *cr, const char *text, PangoGlyphItem *item, double x, double y)
{
  Font *font = get_font (self, item->item->analysis.font);
  PangoGlyphItemIter clusters;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, item->glyphs->num_glyphs);
  g_autofree cairo_text_cluster_t *text_clusters = g_new (cairo_text_cluster_t, item->glyphs->num_glyphs);
  gboolean backward = item->item->analysis.level % 2 == 1;
  int n_glyphs = 0;
  int n_clusters = 0;
  double pen = x;

  g_autofree int *kept = g_new0 (int, item->glyphs->num_glyphs + 1);
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &item->glyphs->glyphs[i];

      kept[i] = n_glyphs;
      if (is_drawn (info->glyph))
        glyphs[n_glyphs++] = (cairo_glyph_t){ hb_map_get (font->face->map, info->glyph),
                                              pen + info->geometry.x_offset / (double) PANGO_SCALE,
                                              y + info->geometry.y_offset / (double) PANGO_SCALE };
      pen += info->geometry.width / (double) PANGO_SCALE;
    }
  kept[item->glyphs->num_glyphs] = n_glyphs;
  for (gboolean more = pango_glyph_item_iter_init_start (&clusters, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&clusters))
    {
      int low = backward ? clusters.end_glyph + 1 : clusters.start_glyph;
      int high = backward ? clusters.start_glyph + 1 : clusters.end_glyph;

      text_clusters[n_clusters++] =
          (cairo_text_cluster_t){ clusters.end_index - clusters.start_index, kept[high] - kept[low] };
    }
  cairo_set_font_face (cr, font->face->cairo_face);
  cairo_set_font_size (cr, font->size);
  cairo_show_text_glyphs (cr, text + item->item->offset, item->item->length, glyphs, n_glyphs, text_clusters,
                          n_clusters, backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
draw_line (Floor *self, cairo_t *cr, PangoLayoutIter *iter, double x, double y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle extents;
  double pen;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pen = x + extents.x / (double) PANGO_SCALE;
  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;

      draw_run (self, cr, pango_layout_get_text (line->layout), item, pen, y);
      pen += pango_glyph_string_get_width (item->glyphs) / (double) PANGO_SCALE;
    }
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_string_append_len (data, (const char *) bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static guint
draw_pages (Floor *self)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, self->buffer, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double y = MARGIN_TOP;
  guint n_pages = 1;

  for (guint i = 0; i < self->layouts->len; i++)
    {
      PangoLayoutIter *iter = pango_layout_get_iter (self->layouts->pdata[i]);

      do
        {
          PangoRectangle extents;
          double height;

          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          height = extents.height / (double) PANGO_SCALE;
          if (y + height > PAGE_HEIGHT - MARGIN_BOTTOM)
            {
              cairo_show_page (cr);
              n_pages++;
              y = MARGIN_TOP;
            }
          draw_line (self, cr, iter, MARGIN_X,
                     y + (pango_layout_iter_get_baseline (iter) - extents.y) / (double) PANGO_SCALE);
          y += height;
        }
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
      y += GAP;
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return n_pages;
}

static void
write_file (Floor *self, const char *path)
{
  FILE *file = fopen (path, "wb");

  if (file == NULL || fwrite (self->buffer->str, 1, self->buffer->len, file) != self->buffer->len || fclose (file) != 0)
    g_error ("cannot write %s", path);
}

int
main (int argc, char *argv[])
{
  Floor floor = { g_ptr_array_new (), g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL), NULL,
                  g_string_new (NULL) };
  PangoFontMap *font_map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (font_map);
  GHashTableIter iter;
  gpointer face;

  if (argc != 4)
    {
      g_printerr ("usage: %s LANGUAGE PARAGRAPHS OUTPUT.pdf\n", argv[0]);
      return 2;
    }
  pango_context_set_language (context, pango_language_from_string (argv[1]));
  pango_context_set_base_dir (context, strcmp (argv[1], "ar") == 0 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  FT_Init_FreeType (&floor.library);
  read_paragraphs (&floor, argv[2], context);
  collect_glyphs (&floor);
  g_hash_table_iter_init (&iter, floor.faces);
  while (g_hash_table_iter_next (&iter, NULL, &face))
    subset_face (&floor, face);
  draw_pages (&floor);
  write_file (&floor, argv[3]);
  return 0; /* what is left is freed with the process, as in any program that ends here */
}
