/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Composite glyphs added to a TrueType font: the tables "glyf", "loca", "hmtx" with what counts and bounds them are
 * written anew, the others copied. Offsets and fields are those of the OpenType specification.
 */
#include "config.h"

#include "publish/pdf-composites.h"

#include <hb-ot.h>
#include <string.h>

/* Flags of a component. */
#define ARGUMENTS_ARE_WORDS 0x0001
#define ARGUMENTS_ARE_OFFSETS 0x0002
#define MORE_COMPONENTS 0x0020

#define GLYPH_HEADER 10
#define HEAD_LOCA_FORMAT 50
#define HHEA_N_METRICS 34
#define MAXP_N_GLYPHS 4
#define MAXP_POINTS 6 /* four numbers: of points and contours in simple glyphs, then in composites */
#define MAXP_COMPONENTS 28
#define MAXP_SIZE 32

typedef struct
{
  GByteArray *glyf, *loca, *hmtx;
  guint n_glyphs; /* of the face as it was */
  guint max_components;
} Tables;

static guint
read_u16 (const GByteArray *table, gsize offset)
{
  return offset + 2 <= table->len ? (guint) table->data[offset] << 8 | table->data[offset + 1] : 0;
}

static guint
read_u32 (const GByteArray *table, gsize offset)
{
  return read_u16 (table, offset) << 16 | read_u16 (table, offset + 2);
}

static int
read_i16 (const GByteArray *table, gsize offset)
{
  return (gint16) read_u16 (table, offset);
}

static void
append_u16 (GByteArray *table, guint value)
{
  const guint8 bytes[] = { (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (table, bytes, sizeof bytes);
}

static void
append_u32 (GByteArray *table, guint value)
{
  append_u16 (table, value >> 16);
  append_u16 (table, value);
}

static void
set_u16 (GByteArray *table, gsize offset, guint value)
{
  if (offset + 2 > table->len)
    return;
  table->data[offset] = (guint8) (value >> 8);
  table->data[offset + 1] = (guint8) value;
}

static GByteArray *
copy_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  GByteArray *table = g_byte_array_new ();
  guint size;
  const char *data = hb_blob_get_data (blob, &size);

  g_byte_array_append (table, (const guint8 *) data, size);
  hb_blob_destroy (blob);
  return table;
}

/* --- one composite --- */

typedef struct
{
  int x_min, y_min, x_max, y_max;
} Bounds;

/* FALSE for a blank glyph. */
static gboolean
get_bounds (const Tables *tables, guint glyph, Bounds *bounds)
{
  guint start = read_u32 (tables->loca, (gsize) glyph * 4);
  guint end = read_u32 (tables->loca, (gsize) glyph * 4 + 4);

  if (glyph >= tables->n_glyphs || end < start + GLYPH_HEADER || end > tables->glyf->len)
    return FALSE;
  *bounds = (Bounds){ read_i16 (tables->glyf, start + 2), read_i16 (tables->glyf, start + 4),
                      read_i16 (tables->glyf, start + 6), read_i16 (tables->glyf, start + 8) };
  return TRUE;
}

/* The components that can be seen, and the box round them. */
static GArray *
find_visible (const Tables *tables, const WmdPdfComposite *composite, Bounds *all)
{
  GArray *visible = g_array_new (FALSE, FALSE, sizeof (WmdPdfComponent));

  *all = (Bounds){ G_MAXINT16, G_MAXINT16, G_MININT16, G_MININT16 };
  for (guint i = 0; i < composite->n_components; i++)
    {
      const WmdPdfComponent *component = &composite->components[i];
      Bounds one;

      if (!get_bounds (tables, component->glyph, &one))
        continue;
      g_array_append_vals (visible, component, 1);
      all->x_min = MIN (all->x_min, one.x_min + component->x);
      all->y_min = MIN (all->y_min, one.y_min + component->y);
      all->x_max = MAX (all->x_max, one.x_max + component->x);
      all->y_max = MAX (all->y_max, one.y_max + component->y);
    }
  return visible;
}

static void
append_composite (Tables *tables, const WmdPdfComposite *composite)
{
  Bounds bounds;
  g_autoptr (GArray) visible = find_visible (tables, composite, &bounds);

  append_u16 (tables->hmtx, composite->advance);
  append_u16 (tables->hmtx, visible->len > 0 ? (guint) bounds.x_min : 0);
  if (visible->len > 0)
    {
      append_u16 (tables->glyf, (guint) -1); /* contours: those of others */
      append_u16 (tables->glyf, (guint) bounds.x_min);
      append_u16 (tables->glyf, (guint) bounds.y_min);
      append_u16 (tables->glyf, (guint) bounds.x_max);
      append_u16 (tables->glyf, (guint) bounds.y_max);
    }
  for (guint i = 0; i < visible->len; i++)
    {
      const WmdPdfComponent *component = &g_array_index (visible, WmdPdfComponent, i);

      append_u16 (tables->glyf,
                  ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS | (i + 1 < visible->len ? MORE_COMPONENTS : 0));
      append_u16 (tables->glyf, component->glyph);
      append_u16 (tables->glyf, (guint) component->x);
      append_u16 (tables->glyf, (guint) component->y);
    }
  append_u32 (tables->loca, tables->glyf->len);
  tables->max_components = MAX (tables->max_components, visible->len);
}

/* --- the tables --- */

/* Offsets of four bytes, whatever they were. */
static GByteArray *
widen_loca (hb_face_t *face, const GByteArray *head, guint n_glyphs)
{
  g_autoptr (GByteArray) loca = copy_table (face, HB_TAG ('l', 'o', 'c', 'a'));
  gboolean is_long = read_u16 (head, HEAD_LOCA_FORMAT) != 0;
  GByteArray *wide = g_byte_array_new ();

  for (guint i = 0; i <= n_glyphs; i++)
    append_u32 (wide, is_long ? read_u32 (loca, (gsize) i * 4) : read_u16 (loca, (gsize) i * 2) * 2);
  return wide;
}

/* An advance for each glyph, where the last ones may have shared theirs. */
static GByteArray *
widen_hmtx (hb_face_t *face, const GByteArray *hhea, guint n_glyphs)
{
  g_autoptr (GByteArray) hmtx = copy_table (face, HB_TAG ('h', 'm', 't', 'x'));
  guint n_metrics = MAX (1, read_u16 (hhea, HHEA_N_METRICS));
  GByteArray *wide = g_byte_array_new ();

  for (guint i = 0; i < n_glyphs; i++)
    {
      gboolean own = i < n_metrics;
      gsize bearing = own ? (gsize) i * 4 + 2 : (gsize) n_metrics * 4 + (gsize) (i - n_metrics) * 2;

      append_u16 (wide, read_u16 (hmtx, (gsize) (own ? i : n_metrics - 1) * 4));
      append_u16 (wide, read_u16 (hmtx, bearing));
    }
  return wide;
}

static void
count_glyphs (GByteArray *maxp, const Tables *tables, guint n_glyphs)
{
  guint depth = read_u16 (maxp, MAXP_COMPONENTS + 2);

  set_u16 (maxp, MAXP_N_GLYPHS, n_glyphs);
  for (guint i = 0; i < 2; i++) /* no composite has more than that */
    {
      guint most = MAX (read_u16 (maxp, MAXP_POINTS + 2 * i), read_u16 (maxp, MAXP_POINTS + 4 + 2 * i));

      set_u16 (maxp, MAXP_POINTS + 4 + 2 * i, MIN (most * MAX (1, tables->max_components), G_MAXUINT16));
    }
  set_u16 (maxp, MAXP_COMPONENTS, MAX (read_u16 (maxp, MAXP_COMPONENTS), tables->max_components));
  set_u16 (maxp, MAXP_COMPONENTS + 2, depth + 1);
}

static void
add_table (hb_face_t *builder, hb_tag_t tag, const GByteArray *table)
{
  hb_blob_t *blob = hb_blob_create ((const char *) table->data, table->len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);

  hb_face_builder_add_table (builder, tag, blob);
  hb_blob_destroy (blob);
}

static gboolean
is_rewritten (hb_tag_t tag)
{
  static const hb_tag_t rewritten[] = {
    HB_TAG ('h', 'e', 'a', 'd'), HB_TAG ('h', 'h', 'e', 'a'), HB_TAG ('m', 'a', 'x', 'p'),
    HB_TAG ('g', 'l', 'y', 'f'), HB_TAG ('l', 'o', 'c', 'a'), HB_TAG ('h', 'm', 't', 'x'),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rewritten); i++)
    if (rewritten[i] == tag)
      return TRUE;
  return FALSE;
}

static void
copy_others (hb_face_t *face, hb_face_t *builder)
{
  hb_tag_t tags[64];
  guint n_tags = G_N_ELEMENTS (tags);

  hb_face_get_table_tags (face, 0, &n_tags, tags);
  for (guint i = 0; i < n_tags; i++)
    if (!is_rewritten (tags[i]))
      {
        hb_blob_t *blob = hb_face_reference_table (face, tags[i]);

        hb_face_builder_add_table (builder, tags[i], blob);
        hb_blob_destroy (blob);
      }
}

hb_blob_t *
wmd_pdf_composites_add (hb_face_t *face, const WmdPdfComposite *composites, guint n_composites)
{
  g_autoptr (GByteArray) head = copy_table (face, HB_TAG ('h', 'e', 'a', 'd'));
  g_autoptr (GByteArray) hhea = copy_table (face, HB_TAG ('h', 'h', 'e', 'a'));
  g_autoptr (GByteArray) maxp = copy_table (face, HB_TAG ('m', 'a', 'x', 'p'));
  g_autoptr (GByteArray) glyf = copy_table (face, HB_TAG ('g', 'l', 'y', 'f'));
  g_autoptr (GByteArray) loca = NULL;
  g_autoptr (GByteArray) hmtx = NULL;
  Tables tables = { .n_glyphs = read_u16 (maxp, MAXP_N_GLYPHS) };
  guint n_glyphs = tables.n_glyphs + n_composites;
  guint end; /* of the glyphs as they were */
  hb_face_t *builder;
  hb_blob_t *file;

  if (maxp->len < MAXP_SIZE || head->len < HEAD_LOCA_FORMAT + 2 || hhea->len < HHEA_N_METRICS + 2 || glyf->len == 0 ||
      n_glyphs > G_MAXUINT16)
    return NULL;
  tables.glyf = glyf;
  tables.loca = loca = widen_loca (face, head, tables.n_glyphs);
  tables.hmtx = hmtx = widen_hmtx (face, hhea, tables.n_glyphs);
  end = read_u32 (loca, (gsize) tables.n_glyphs * 4);
  if (end > glyf->len || end % 2 != 0)
    return NULL;
  g_byte_array_set_size (glyf, end);
  for (guint i = 0; i < n_composites; i++)
    append_composite (&tables, &composites[i]);
  count_glyphs (maxp, &tables, n_glyphs);
  set_u16 (head, HEAD_LOCA_FORMAT, 1);
  set_u16 (hhea, HHEA_N_METRICS, n_glyphs);

  builder = hb_face_builder_create ();
  copy_others (face, builder);
  add_table (builder, HB_TAG ('h', 'e', 'a', 'd'), head);
  add_table (builder, HB_TAG ('h', 'h', 'e', 'a'), hhea);
  add_table (builder, HB_TAG ('m', 'a', 'x', 'p'), maxp);
  add_table (builder, HB_TAG ('g', 'l', 'y', 'f'), glyf);
  add_table (builder, HB_TAG ('l', 'o', 'c', 'a'), loca);
  add_table (builder, HB_TAG ('h', 'm', 't', 'x'), hmtx);
  file = hb_face_reference_blob (builder);
  hb_face_destroy (builder);
  return file;
}
