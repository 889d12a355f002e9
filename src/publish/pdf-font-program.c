/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program of a font in a PDF file. HarfBuzz cuts out the glyphs that are used; tables that only matter to shaping,
 * and hints, go.
 */
#include "config.h"

#include "publish/pdf-fonts-private.h"

#include <hb-subset.h>

static hb_subset_input_t *
make_subset_input (const WmdPdfFont *self)
{
  static const hb_tag_t dropped[] = {
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('D', 'S', 'I', 'G'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('G', 'P', 'O', 'S'),
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('J', 'S', 'T', 'F'), HB_TAG ('L', 'T', 'S', 'H'), HB_TAG ('O', 'S', '/', '2'),
    HB_TAG ('P', 'C', 'L', 'T'), HB_TAG ('V', 'D', 'M', 'X'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('c', 'm', 'a', 'p'),
    HB_TAG ('g', 'a', 's', 'p'), HB_TAG ('h', 'd', 'm', 'x'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('m', 'e', 't', 'a'),
    HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'), HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'),
    HB_TAG ('F', 'F', 'T', 'M'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *tables = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  hb_set_t *glyphs = hb_subset_input_glyph_set (input);

  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (tables, dropped[i]);
  for (guint i = 0; i < self->uses->len; i++)
    if (!g_array_index (self->uses, WmdPdfUse, i).composite)
      hb_set_add (glyphs, g_array_index (self->uses, WmdPdfUse, i).glyph);
  for (guint i = 0; i < self->composites->len; i++)
    {
      const WmdPdfComposite *composite = &g_array_index (self->composites, WmdPdfComposite, i);

      for (guint j = 0; j < composite->n_components; j++)
        hb_set_add (glyphs, composite->components[j].glyph);
    }
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  return input;
}

/* Components take the numbers that glyphs have in the subset. */
static hb_blob_t *
add_composites (const WmdPdfFont *self, hb_face_t *subset, const hb_map_t *map)
{
  for (guint i = 0; i < self->composites->len; i++)
    {
      const WmdPdfComposite *composite = &g_array_index (self->composites, WmdPdfComposite, i);
      WmdPdfComponent *components = (WmdPdfComponent *) composite->components;

      for (guint j = 0; j < composite->n_components; j++)
        components[j].glyph = hb_map_get (map, components[j].glyph);
    }
  return wmd_pdf_composites_add (subset, (const WmdPdfComposite *) (gpointer) self->composites->data,
                                 self->composites->len);
}

/* NULL when it cannot be made. */
static hb_blob_t *
get_program (const WmdPdfFont *self, hb_face_t *subset, const hb_map_t *map)
{
  if (self->cff)
    return hb_face_reference_table (subset, HB_TAG ('C', 'F', 'F', ' '));
  return self->composites->len > 0 ? add_composites (self, subset, map) : hb_face_reference_blob (subset);
}

static guint16 *
map_codes (const WmdPdfFont *self, hb_face_t *subset, const hb_map_t *map)
{
  guint n_glyphs = hb_face_get_glyph_count (subset);
  guint16 *glyphs = g_new0 (guint16, self->uses->len + 1);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const WmdPdfUse *use = &g_array_index (self->uses, WmdPdfUse, i);

      glyphs[use->code] = use->composite ? n_glyphs + use->glyph : hb_map_get (map, use->glyph);
    }
  return glyphs;
}

gpointer
wmd_pdf_font_make_program (gpointer font)
{
  WmdPdfFont *self = font;
  hb_subset_input_t *input = make_subset_input (self);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (hb_font_get_face (self->face->font), input);
  hb_face_t *subset = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  const hb_map_t *map = plan != NULL ? hb_subset_plan_old_to_new_glyph_mapping (plan) : NULL;
  hb_blob_t *blob = subset != NULL ? get_program (self, subset, map) : NULL;
  const char *bytes;
  guint size;

  if (blob != NULL)
    {
      bytes = hb_blob_get_data (blob, &size);
      self->length = size;
      self->program = wmd_pdf_compress (bytes, size);
      self->glyphs = self->cff ? NULL : map_codes (self, subset, map);
      hb_blob_destroy (blob);
    }
  hb_face_destroy (subset);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return NULL;
}
