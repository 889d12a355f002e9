/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The objects of a font in a PDF file: the composite font and its descendant, with the widths and the texts of its
 * codes, what a reader wants to know of the face, and the program.
 */
#include "config.h"

#include "publish/pdf-fonts-private.h"

#include <hb-ot.h>
#include <math.h>

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const WmdPdfUse *first = a;
  const WmdPdfUse *second = b;

  return (int) first->code - (int) second->code;
}

/* What text each code stands for. */
static void
write_to_unicode (const WmdPdfFont *self, WmdPdfFile *file, guint number)
{
  g_autoptr (GString) map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                          "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                                          "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                          "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  guint n_uses = self->uses->len;

  for (guint i = 0; i < n_uses; i++)
    {
      const WmdPdfUse *use = &g_array_index (self->uses, WmdPdfUse, i);
      g_autofree gunichar2 *units = NULL;
      glong n_units = 0;

      if (i % 100 == 0)
        g_string_append_printf (map, "%s%u beginbfchar\n", i > 0 ? "endbfchar\n" : "", MIN (100, n_uses - i));
      units = g_utf8_to_utf16 (use->n_bytes > 0 ? use->text : "\357\277\275", use->n_bytes > 0 ? use->n_bytes : 3, NULL,
                               &n_units, NULL);
      g_string_append_printf (map, "<%04X> <", use->code);
      for (glong j = 0; j < n_units; j++)
        g_string_append_printf (map, "%04X", units[j]);
      g_string_append (map, ">\n");
    }
  g_string_append (map, n_uses > 0 ? "endbfchar\n" : "");
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
  wmd_pdf_file_write_stream (file, number, "", map->str, map->len);
}

static double
get_width (const WmdPdfFont *self, const WmdPdfUse *use)
{
  if (use->composite)
    return g_array_index (self->composites, WmdPdfComposite, use->glyph).advance * 1000. / self->face->units_per_em;
  return wmd_pdf_fonts_get_width (self->face, use->glyph);
}

/* Widths by code; ideographs are as wide as the default says. */
static char *
make_widths (const WmdPdfFont *self)
{
  GString *widths = g_string_new ("/W [");
  guint16 last = 0;
  gboolean open = FALSE;

  for (guint i = 0; i < self->uses->len; i++)
    {
      const WmdPdfUse *use = &g_array_index (self->uses, WmdPdfUse, i);
      double width = get_width (self, use);

      if (fabs (width - 1000) < 1e-3)
        continue;
      if (!open || use->code != last + 1)
        g_string_append_printf (widths, "%s%u [", open ? "] " : "", use->code);
      else
        g_string_append_c (widths, ' ');
      wmd_pdf_append_number (widths, width);
      last = use->code;
      open = TRUE;
    }
  g_string_append (widths, open ? "]]" : "]");
  return g_string_free (widths, FALSE);
}

/* "ABCDEF+Name": the letters tell subsets of one font apart. */
static char *
make_name (const WmdPdfFont *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize n_digest = sizeof digest;
  char name[64];
  guint n_name = sizeof name;
  char tag[7] = { 0 };

  for (guint i = 0; i < self->uses->len; i++)
    g_checksum_update (checksum, (const guchar *) &g_array_index (self->uses, WmdPdfUse, i).glyph, sizeof (guint32));
  g_checksum_get_digest (checksum, digest, &n_digest);
  for (guint i = 0; i < 6; i++)
    tag[i] = (char) ('A' + digest[i] % 26);
  hb_ot_name_get_utf8 (hb_font_get_face (self->face->font), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n_name,
                       name);
  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  return g_strdup_printf ("%s+%s", tag, name[0] != '\0' ? name : "Font");
}

static gint16
read_int16 (const guint8 *data)
{
  return (gint16) (data[0] << 8 | data[1]);
}

/* The box round all glyphs, in thousandths of the size. */
static void
append_bounding_box (const WmdPdfFont *self, GString *out)
{
  hb_blob_t *head = hb_face_reference_table (hb_font_get_face (self->face->font), HB_TAG ('h', 'e', 'a', 'd'));
  guint size;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &size);

  g_string_append (out, "/FontBBox [");
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (out, "%d ",
                            size >= 44 ? read_int16 (data + 36 + 2 * i) * 1000 / (int) self->face->units_per_em : 0);
  g_string_append (out, "]");
  hb_blob_destroy (head);
}

static int
get_metric (const WmdPdfFont *self, hb_ot_metrics_tag_t tag, int otherwise)
{
  hb_position_t position;

  if (!hb_ot_metrics_get_position (self->face->font, tag, &position))
    return otherwise;
  return position * 1000 / (int) self->face->units_per_em;
}

static char *
make_descriptor (const WmdPdfFont *self, const char *name, guint program)
{
  GString *out = g_string_new (NULL);
  gboolean italic = (self->face->style & WMD_FACE_ITALIC) != 0;

  g_string_append_printf (out, "<</Type /FontDescriptor /FontName /%s /Flags %d /ItalicAngle %d /StemV %d ", name,
                          4 | 2 | (italic ? 64 : 0), italic ? -12 : 0,
                          (self->face->style & WMD_FACE_BOLD) != 0 ? 140 : 80);
  g_string_append_printf (out, "/Ascent %d /Descent %d /CapHeight %d ",
                          get_metric (self, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 880),
                          get_metric (self, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -120),
                          get_metric (self, HB_OT_METRICS_TAG_CAP_HEIGHT, 700));
  append_bounding_box (self, out);
  g_string_append_printf (out, " /%s %u 0 R>>", self->cff ? "FontFile3" : "FontFile2", program);
  return g_string_free (out, FALSE);
}

static void
write_glyph_map (const WmdPdfFont *self, WmdPdfFile *file, guint number)
{
  g_autoptr (GByteArray) map = g_byte_array_new ();

  for (guint code = 0; code <= self->uses->len; code++)
    {
      guint8 pair[2] = { self->glyphs[code] >> 8, self->glyphs[code] };

      g_byte_array_append (map, pair, sizeof pair);
    }
  wmd_pdf_file_write_stream (file, number, "", map->data, map->len);
}

guint
wmd_pdf_font_write (WmdPdfFont *self, WmdPdfFile *file)
{
  guint font = wmd_pdf_file_reserve (file);
  guint descendant = wmd_pdf_file_reserve (file);
  guint descriptor = wmd_pdf_file_reserve (file);
  guint program = wmd_pdf_file_reserve (file);
  guint to_unicode = wmd_pdf_file_reserve (file);
  guint glyph_map = self->cff ? 0 : wmd_pdf_file_reserve (file);
  g_autofree char *name = make_name (self);
  g_autofree char *widths = NULL;
  g_autofree char *description = make_descriptor (self, name, program);
  g_autofree char *entries = NULL;
  g_autofree char *map_entry = NULL;

  g_array_sort (self->uses, compare_codes);
  widths = make_widths (self);
  wmd_pdf_file_write_format (file, font,
                             "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "
                             "/DescendantFonts [%u 0 R] /ToUnicode %u 0 R>>",
                             name, descendant, to_unicode);
  map_entry = self->cff ? g_strdup ("") : g_strdup_printf (" /CIDToGIDMap %u 0 R", glyph_map);
  wmd_pdf_file_write_format (file, descendant,
                             "<</Type /Font /Subtype /%s /BaseFont /%s "
                             "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
                             "/FontDescriptor %u 0 R /DW 1000 %s%s>>",
                             self->cff ? "CIDFontType0" : "CIDFontType2", name, descriptor, widths, map_entry);
  wmd_pdf_file_write (file, descriptor, description);
  entries =
      self->cff ? g_strdup ("/Subtype /CIDFontType0C") : g_strdup_printf ("/Length1 %" G_GSIZE_FORMAT, self->length);
  wmd_pdf_file_write_compressed (file, program, entries, self->program);
  write_to_unicode (self, file, to_unicode);
  if (!self->cff)
    write_glyph_map (self, file, glyph_map);
  return font;
}
