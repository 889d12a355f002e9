/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts in a PDF file: composite fonts with codes of two bytes. Faces with TrueType outlines number their codes by
 * use, and a glyph that stands for different texts has as many codes; composites are added to them. A CID-keyed face
 * has the codes of its own identifiers, and where two texts share a glyph, the second is left for the page to tell.
 * HarfBuzz cuts out the glyphs; tables that only matter to shaping, and hints, go.
 */
#include "config.h"

#include "publish/pdf-fonts.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

#include "publish/cff-charset.h"

/* Texts longer than this are left for the page to tell. */
#define MAX_TEXT 22

/* One glyph as it stands for one text. */
typedef struct
{
  guint32 glyph; /* of the face; of the composites, when composite is set */
  gboolean composite;
  guint16 code;
  guint8 n_bytes;
  char text[MAX_TEXT];
  guint next; /* use of the same glyph, and 1; 0 for none */
} Use;

/* One face. */
typedef struct
{
  const WmdFace *face;
  gboolean cff;
  guint16 *cids;              /* by glyph; NULL where codes are numbered by use */
  guint *first;               /* by glyph: its first use, and 1 */
  GArray *uses;               /* (element-type Use) */
  GArray *composites;         /* (element-type WmdPdfComposite), components owned */
  GHashTable *composite_uses; /* GBytes, all that is asked of a composite → its use, and 1 */
  GThread *thread;            /* makes what follows */
  GBytes *program;            /* compressed */
  gsize length;               /* of the program as it was */
  guint16 *glyphs;            /* in the program, by code; NULL for CFF */
} Font;

struct _WmdPdfFonts
{
  GPtrArray *fonts; /* (element-type Font), by number of the face; NULL for those not used */
  gboolean started;
};

static void
font_free (gpointer data)
{
  Font *self = data;

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

static Font *
font_new (const WmdFace *face)
{
  hb_face_t *hb_face = hb_font_get_face (face->font);
  guint n_glyphs = hb_face_get_glyph_count (hb_face);
  hb_blob_t *table = hb_face_reference_table (hb_face, HB_TAG ('C', 'F', 'F', ' '));
  Font *self = g_new0 (Font, 1);
  guint size;
  const char *data = hb_blob_get_data (table, &size);

  self->face = face;
  self->cff = size > 0;
  if (self->cff)
    self->cids = wmd_cff_get_cids ((const guint8 *) data, size, n_glyphs);
  hb_blob_destroy (table);
  self->first = g_new0 (guint, n_glyphs);
  self->uses = g_array_new (FALSE, FALSE, sizeof (Use));
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

static Font *
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
number_by_glyph (Font *self)
{
  guint n_glyphs = hb_face_get_glyph_count (hb_font_get_face (self->face->font));
  guint16 code = 0;

  for (guint glyph = 0; glyph < n_glyphs; glyph++)
    if (self->first[glyph] != 0)
      {
        if (glyph > 0)
          code++;
        g_array_index (self->uses, Use, self->first[glyph] - 1).code = code;
      }
}

static Use *
append_use (Font *self, Use *use, const char *text, gsize n_bytes)
{
  if (n_bytes <= MAX_TEXT)
    {
      use->n_bytes = n_bytes;
      memcpy (use->text, text, n_bytes);
    }
  g_array_append_vals (self->uses, use, 1);
  return &g_array_index (self->uses, Use, self->uses->len - 1);
}

static Use *
add_use (Font *self, guint32 glyph, const char *text, gsize n_bytes)
{
  Use use = { .glyph = glyph, .next = self->first[glyph] };

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
  Font *font;
  Use *use = NULL;
  guint index;

  g_return_val_if_fail (self != NULL && face != NULL && exact != NULL, 0);

  font = get_font (self, face);
  *exact = TRUE;
  for (index = font->first[glyph]; index != 0; index = use->next)
    {
      use = &g_array_index (font->uses, Use, index - 1);
      if (use->n_bytes == n_bytes && memcmp (use->text, text, n_bytes) == 0)
        return use->code;
    }
  if (use != NULL && (font->cff || n_bytes > MAX_TEXT || self->started))
    {
      *exact = FALSE;
      return use->code;
    }
  g_assert (!self->started);
  *exact = n_bytes <= MAX_TEXT;
  return add_use (font, glyph, text, n_bytes)->code;
}

gboolean
wmd_pdf_fonts_can_compose (WmdPdfFonts *self, const WmdFace *face)
{
  g_return_val_if_fail (self != NULL && face != NULL, FALSE);

  return !get_font (self, face)->cff;
}

static Use *
add_composite (Font *self, const WmdPdfComposite *composite, const char *text, gsize n_bytes)
{
  Use use = { .glyph = self->composites->len, .composite = TRUE, .code = self->uses->len + 1 };
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
  Font *font;
  gpointer use;

  g_return_val_if_fail (self != NULL && face != NULL && composite != NULL && n_bytes <= MAX_TEXT, 0);

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
  return g_array_index (font->uses, Use, GPOINTER_TO_UINT (use) - 1).code;
}

double
wmd_pdf_fonts_get_width (const WmdFace *face, guint32 glyph)
{
  return hb_font_get_glyph_h_advance (face->font, glyph) * 1000. / face->units_per_em;
}

/* --- the program --- */

static hb_subset_input_t *
make_subset_input (const Font *self)
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
    if (!g_array_index (self->uses, Use, i).composite)
      hb_set_add (glyphs, g_array_index (self->uses, Use, i).glyph);
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
add_composites (const Font *self, hb_face_t *subset, const hb_map_t *map)
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
get_program (const Font *self, hb_face_t *subset, const hb_map_t *map)
{
  if (self->cff)
    return hb_face_reference_table (subset, HB_TAG ('C', 'F', 'F', ' '));
  return self->composites->len > 0 ? add_composites (self, subset, map) : hb_face_reference_blob (subset);
}

static guint16 *
map_codes (const Font *self, hb_face_t *subset, const hb_map_t *map)
{
  guint n_glyphs = hb_face_get_glyph_count (subset);
  guint16 *glyphs = g_new0 (guint16, self->uses->len + 1);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);

      glyphs[use->code] = use->composite ? n_glyphs + use->glyph : hb_map_get (map, use->glyph);
    }
  return glyphs;
}

/* Makes the program with the glyphs used, in a thread of its own. */
static gpointer
make_program_cb (gpointer data)
{
  Font *self = data;
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

void
wmd_pdf_fonts_start (WmdPdfFonts *self)
{
  g_return_if_fail (self != NULL && !self->started);

  self->started = TRUE;
  for (guint i = 0; i < self->fonts->len; i++)
    {
      Font *font = self->fonts->pdata[i];

      if (font == NULL)
        continue;
      if (font->cff && font->cids == NULL)
        number_by_glyph (font);
      font->thread = g_thread_new ("pdf-font", make_program_cb, font);
    }
}

/* --- the objects --- */

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const Use *first = a;
  const Use *second = b;

  return (int) first->code - (int) second->code;
}

/* What text each code stands for. */
static void
write_to_unicode (const Font *self, WmdPdfFile *file, guint number)
{
  g_autoptr (GString) map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                          "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                                          "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                          "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  guint n_uses = self->uses->len;

  for (guint i = 0; i < n_uses; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);
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
get_width (const Font *self, const Use *use)
{
  if (use->composite)
    return g_array_index (self->composites, WmdPdfComposite, use->glyph).advance * 1000. / self->face->units_per_em;
  return wmd_pdf_fonts_get_width (self->face, use->glyph);
}

/* Widths by code; ideographs are as wide as the default says. */
static char *
make_widths (const Font *self)
{
  GString *widths = g_string_new ("/W [");
  guint16 last = 0;
  gboolean open = FALSE;

  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);
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
make_name (const Font *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize n_digest = sizeof digest;
  char name[64];
  guint n_name = sizeof name;
  char tag[7] = { 0 };

  for (guint i = 0; i < self->uses->len; i++)
    g_checksum_update (checksum, (const guchar *) &g_array_index (self->uses, Use, i).glyph, sizeof (guint32));
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
append_bounding_box (const Font *self, GString *out)
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
get_metric (const Font *self, hb_ot_metrics_tag_t tag, int otherwise)
{
  hb_position_t position;

  if (!hb_ot_metrics_get_position (self->face->font, tag, &position))
    return otherwise;
  return position * 1000 / (int) self->face->units_per_em;
}

static char *
make_descriptor (const Font *self, const char *name, guint program)
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
write_glyph_map (const Font *self, WmdPdfFile *file, guint number)
{
  g_autoptr (GByteArray) map = g_byte_array_new ();

  for (guint code = 0; code <= self->uses->len; code++)
    {
      guint8 pair[2] = { self->glyphs[code] >> 8, self->glyphs[code] };

      g_byte_array_append (map, pair, sizeof pair);
    }
  wmd_pdf_file_write_stream (file, number, "", map->data, map->len);
}

/* Returns the number of the font. */
static guint
write_font (Font *self, WmdPdfFile *file)
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

gboolean
wmd_pdf_fonts_write (WmdPdfFonts *self, WmdPdfFile *file, GString *resources)
{
  gboolean complete = TRUE;

  g_return_val_if_fail (self != NULL && self->started, FALSE);

  for (guint i = 0; i < self->fonts->len; i++)
    {
      Font *font = self->fonts->pdata[i];

      if (font == NULL)
        continue;
      g_thread_join (g_steal_pointer (&font->thread));
      if (font->program != NULL)
        g_string_append_printf (resources, "/F%u %u 0 R ", i, write_font (font, file));
      else
        complete = FALSE;
    }
  return complete;
}
