/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts in a PDF file: composite fonts with codes of two bytes. Faces with TrueType outlines number their codes by
 * use, and a glyph that stands for different texts has as many codes; composites are added to them. A CID-keyed face
 * has the codes of its own identifiers, and where two texts share a glyph, the second is left for the page to tell.
 */
#include "config.h"

#include "publish/pdf-fonts-private.h"

#include <string.h>

#include "publish/cff-charset.h"

struct _WmdPdfFonts
{
  GPtrArray *fonts; /* (element-type WmdPdfFont), by number of the face; NULL for those not used */
  gboolean started;
};

static void
font_free (gpointer data)
{
  WmdPdfFont *self = data;

  if (self == NULL)
    return;
  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_clear_pointer (&self->program, g_bytes_unref);
  g_free (self->glyphs);
  for (guint i = 0; i < self->composites->len; i++)
    g_free ((gpointer) g_array_index (self->composites, WmdPdfComposite, i).components);
  g_array_unref (self->composites);
  g_hash_table_unref (self->composite_uses);
  g_array_unref (self->uses);
  g_free (self->first);
  g_free (self->cids);
  g_free (self);
}

static WmdPdfFont *
font_new (const WmdFace *face)
{
  hb_face_t *hb_face = hb_font_get_face (face->font);
  guint n_glyphs = hb_face_get_glyph_count (hb_face);
  hb_blob_t *table = hb_face_reference_table (hb_face, HB_TAG ('C', 'F', 'F', ' '));
  WmdPdfFont *self = g_new0 (WmdPdfFont, 1);
  guint size;
  const char *data = hb_blob_get_data (table, &size);

  self->face = face;
  self->cff = size > 0;
  if (self->cff)
    self->cids = wmd_cff_get_cids ((const guint8 *) data, size, n_glyphs);
  hb_blob_destroy (table);
  self->first = g_new0 (guint, n_glyphs);
  self->uses = g_array_new (FALSE, FALSE, sizeof (WmdPdfUse));
  self->composites = g_array_new (FALSE, FALSE, sizeof (WmdPdfComposite));
  self->composite_uses = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  return self;
}

WmdPdfFonts *
wmd_pdf_fonts_new (void)
{
  WmdPdfFonts *self = g_new0 (WmdPdfFonts, 1);

  self->fonts = g_ptr_array_new_with_free_func (font_free);
  return self;
}

void
wmd_pdf_fonts_free (WmdPdfFonts *self)
{
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

static WmdPdfFont *
get_font (WmdPdfFonts *self, const WmdFace *face)
{
  if (face->number >= self->fonts->len)
    g_ptr_array_set_size (self->fonts, (int) face->number + 1);
  if (self->fonts->pdata[face->number] == NULL)
    {
      g_assert (!self->started);
      self->fonts->pdata[face->number] = font_new (face);
    }
  return self->fonts->pdata[face->number];
}

/* Names the glyph of a CFF font that has no identifiers by its place among the glyphs of the program. */
static void
number_by_glyph (WmdPdfFont *self)
{
  guint n_glyphs = hb_face_get_glyph_count (hb_font_get_face (self->face->font));
  guint16 code = 0;

  for (guint glyph = 0; glyph < n_glyphs; glyph++)
    if (self->first[glyph] != 0)
      {
        if (glyph > 0)
          code++;
        g_array_index (self->uses, WmdPdfUse, self->first[glyph] - 1).code = code;
      }
}

static WmdPdfUse *
append_use (WmdPdfFont *self, WmdPdfUse *use, const char *text, gsize n_bytes)
{
  if (n_bytes <= WMD_PDF_MAX_TEXT)
    {
      use->n_bytes = n_bytes;
      memcpy (use->text, text, n_bytes);
    }
  g_array_append_vals (self->uses, use, 1);
  return &g_array_index (self->uses, WmdPdfUse, self->uses->len - 1);
}

static WmdPdfUse *
add_use (WmdPdfFont *self, guint32 glyph, const char *text, gsize n_bytes)
{
  WmdPdfUse use = { .glyph = glyph, .next = self->first[glyph] };

  use.code = self->cids != NULL ? self->cids[glyph] : self->uses->len + 1;
  self->first[glyph] = self->uses->len + 1;
  return append_use (self, &use, text, n_bytes);
}

guint16
wmd_pdf_fonts_get_code (WmdPdfFonts *self,
                        const WmdFace *face,
                        guint32 glyph,
                        const char *text,
                        gsize n_bytes,
                        gboolean *exact)
{
  WmdPdfFont *font;
  WmdPdfUse *use = NULL;
  guint index;

  g_return_val_if_fail (self != NULL && face != NULL && exact != NULL, 0);

  font = get_font (self, face);
  *exact = TRUE;
  for (index = font->first[glyph]; index != 0; index = use->next)
    {
      use = &g_array_index (font->uses, WmdPdfUse, index - 1);
      if (use->n_bytes == n_bytes && memcmp (use->text, text, n_bytes) == 0)
        return use->code;
    }
  if (use != NULL && (font->cff || n_bytes > WMD_PDF_MAX_TEXT || self->started))
    {
      *exact = FALSE;
      return use->code;
    }
  g_assert (!self->started);
  *exact = n_bytes <= WMD_PDF_MAX_TEXT;
  return add_use (font, glyph, text, n_bytes)->code;
}

gboolean
wmd_pdf_fonts_can_compose (WmdPdfFonts *self, const WmdFace *face)
{
  g_return_val_if_fail (self != NULL && face != NULL, FALSE);

  return !get_font (self, face)->cff;
}

static WmdPdfUse *
add_composite (WmdPdfFont *self, const WmdPdfComposite *composite, const char *text, gsize n_bytes)
{
  WmdPdfUse use = { .glyph = self->composites->len, .composite = TRUE, .code = self->uses->len + 1 };
  WmdPdfComposite copy = *composite;

  copy.components = g_memdup2 (composite->components, composite->n_components * sizeof (WmdPdfComponent));
  g_array_append_val (self->composites, copy);
  return append_use (self, &use, text, n_bytes);
}

guint16
wmd_pdf_fonts_get_composite_code (WmdPdfFonts *self,
                                  const WmdFace *face,
                                  const WmdPdfComposite *composite,
                                  const char *text,
                                  gsize n_bytes)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  WmdPdfFont *font;
  gpointer use;

  g_return_val_if_fail (self != NULL && face != NULL && composite != NULL && n_bytes <= WMD_PDF_MAX_TEXT, 0);

  font = get_font (self, face);
  g_byte_array_append (key, (const guint8 *) &composite->advance, sizeof composite->advance);
  g_byte_array_append (key, (const guint8 *) composite->components, composite->n_components * sizeof (WmdPdfComponent));
  g_byte_array_append (key, (const guint8 *) text, n_bytes);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&key));
  use = g_hash_table_lookup (font->composite_uses, bytes);
  if (use == NULL)
    {
      g_assert (!self->started);
      add_composite (font, composite, text, n_bytes);
      use = GUINT_TO_POINTER (font->uses->len);
      g_hash_table_insert (font->composite_uses, g_steal_pointer (&bytes), use);
    }
  return g_array_index (font->uses, WmdPdfUse, GPOINTER_TO_UINT (use) - 1).code;
}

double
wmd_pdf_fonts_get_width (const WmdFace *face, guint32 glyph)
{
  return hb_font_get_glyph_h_advance (face->font, glyph) * 1000. / face->units_per_em;
}

void
wmd_pdf_fonts_start (WmdPdfFonts *self)
{
  g_return_if_fail (self != NULL && !self->started);

  self->started = TRUE;
  for (guint i = 0; i < self->fonts->len; i++)
    {
      WmdPdfFont *font = self->fonts->pdata[i];

      if (font == NULL)
        continue;
      if (font->cff && font->cids == NULL)
        number_by_glyph (font);
      font->thread = g_thread_new ("pdf-font", wmd_pdf_font_make_program, font);
    }
}

gboolean
wmd_pdf_fonts_write (WmdPdfFonts *self, WmdPdfFile *file, GString *resources)
{
  gboolean complete = TRUE;

  g_return_val_if_fail (self != NULL && self->started, FALSE);

  for (guint i = 0; i < self->fonts->len; i++)
    {
      WmdPdfFont *font = self->fonts->pdata[i];

      if (font == NULL)
        continue;
      g_thread_join (g_steal_pointer (&font->thread));
      if (font->program != NULL)
        g_string_append_printf (resources, "/F%u %u 0 R ", i, wmd_pdf_font_write (font, file));
      else
        complete = FALSE;
    }
  return complete;
}
