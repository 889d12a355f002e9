/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From characters to glyphs: a text is cut into runs of one face, size and direction, and each run is shaped.
 * Every character names its family (a Chinese edition takes digits and letters from Times), so nothing hangs on
 * what fonts the machine has. Glyphs are stored in the order of the text, those of right to left runs too.
 */
#include "config.h"

#include <math.h>

#include "typeset/setter-private.h"

/* What a character asks of its run. */
typedef struct
{
  const WmdFace *face;
  WmdFaceStyle style;
  double scale, rise;
  int link, note;
  guint8 level;
} Look;

static gboolean
is_arabic (gunichar c)
{
  return (c >= 0x600 && c < 0x780) || (c >= 0x8A0 && c < 0x900) || (c >= 0xFB50 && c < 0xFE00) ||
         (c >= 0xFE70 && c < 0xFF00);
}

/* Punctuation that belongs to the script it stands in. */
static gboolean
is_common (gunichar c)
{
  return c == ' ' || c == 0xA0 || c == '.' || c == ',' || c == ':' || c == '!' || c == 0xAB || c == 0xBB ||
         g_unichar_ismark (c) || (c >= 0x200B && c < 0x2010);
}

static gboolean
is_chinese_symbol (gunichar c)
{
  return c == 0xB7 || c == 0xD7 || (c >= 0x2014 && c < 0x2070 && c != 0x2022) || (c >= 0x2100 && c < 0x2C00);
}

static WmdFamily
choose_family (const WmdType *type, gunichar c, WmdFamily before)
{
  if (is_common (c))
    return type->family == WMD_FAMILY_NASKH ? before : WMD_FAMILY_TIMES;
  if (is_arabic (c))
    return WMD_FAMILY_NASKH;
  if (c >= 0x2E80)
    return WMD_FAMILY_SONG;
  return type->family == WMD_FAMILY_SONG && is_chinese_symbol (c) ? WMD_FAMILY_SONG : WMD_FAMILY_TIMES;
}

/* Spans are few: the looks of a character are those of all spans round it. */
static void
apply_spans (const WmdTextSource *source, guint offset, Look *look)
{
  for (guint i = 0; i < source->n_spans; i++)
    {
      const WmdTextSpan *span = &source->spans[i];

      if (offset < span->start || offset >= span->end)
        continue;
      look->style |= span->face;
      if (span->scale > 0)
        look->scale *= span->scale;
      look->rise += span->rise;
      if (span->link >= 0)
        look->link = span->link;
      if (span->note >= 0)
        look->note = span->note;
    }
}

/* The first byte after @offset at which a span starts or ends. */
static guint
next_span_edge (const WmdTextSource *source, guint offset)
{
  guint edge = G_MAXUINT;

  for (guint i = 0; i < source->n_spans; i++)
    {
      if (source->spans[i].start > offset)
        edge = MIN (edge, source->spans[i].start);
      if (source->spans[i].end > offset)
        edge = MIN (edge, source->spans[i].end);
    }
  return edge;
}

static gboolean
looks_equal (const Look *a, const Look *b)
{
  return a->face == b->face && a->scale == b->scale && a->rise == b->rise && a->link == b->link && a->note == b->note &&
         a->level == b->level;
}

static void
start_run (WmdSetter *self, const Look *look, guint offset)
{
  const WmdType *type = self->source->type;
  gboolean latin = look->face->family == WMD_FAMILY_TIMES;
  WmdRun run = {
    .face = look->face,
    .size = type->size[look->face->family] * look->scale,
    .stretch = latin ? type->stretch : 1.,
    .rise = look->rise * type->size[type->family],
    .spacing = latin ? type->spacing * look->scale : 0.,
    .level = look->level,
    .link = look->link,
    .note = look->note,
    .start = offset,
  };

  g_array_append_val (self->runs, run);
}

/* Characters that are not seen: they say how those beside them are joined, broken or ordered. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c >= 0xE0000;
}

/* The face of a character that follows one which looks like @last. @whole: the character, or what it makes with its
 * base. A word in a script of its own is shaped as one, and so is a letter with its marks.
 */
static const WmdFace *
choose_face (WmdSetter *self, const Look *last, WmdFamily family, WmdFaceStyle style, gunichar c, gunichar whole)
{
  const WmdFace *before = last->style == style ? last->face : NULL;
  const WmdFace *face;

  if (before != NULL && (is_invisible (c) || (g_unichar_ismark (c) && wmd_face_has_character (before, whole))))
    return before;
  if (before != NULL && c < 0x80 && family == WMD_FAMILY_TIMES && before->family == family && !before->fallback)
    return before; /* Times has all of ASCII: no need to look it up */
  face = wmd_fonts_get_face (self->fonts, family, style, c);
  return before != NULL && face->fallback && before->fallback && wmd_face_has_character (before, c) ? before : face;
}

static void
find_runs (WmdSetter *self)
{
  const WmdTextSource *source = self->source;
  const gunichar *characters = (const gunichar *) (gpointer) self->characters->data;
  WmdFamily family = source->type->family;
  Look last = { NULL };
  Look spans = { NULL };
  gunichar whole = 0; /* letter with its marks */
  guint edge = 0;

  g_array_set_size (self->runs, 0);
  for (guint i = 0, offset = 0; i < self->characters->len; i++)
    {
      Look look;

      if (offset >= edge)
        {
          spans = (Look){ .style = source->face, .scale = 1., .link = -1, .note = -1 };
          apply_spans (source, offset, &spans);
          edge = next_span_edge (source, offset);
        }
      look = spans;
      look.level = self->levels != NULL ? self->levels[i] : 0;
      family = choose_family (source->type, characters[i], family);
      if (!g_unichar_compose (whole, characters[i], &whole))
        whole = characters[i];
      look.face = choose_face (self, &last, family, look.style, characters[i], whole);
      if (last.face == NULL || !looks_equal (&look, &last))
        start_run (self, &look, offset);
      last = look;
      offset += g_unichar_to_utf8 (characters[i], NULL);
      g_array_index (self->runs, WmdRun, self->runs->len - 1).end = offset;
    }
}

/* Ligatures would hide letters from who copies the text; in Arabic they belong to the script. */
static const hb_feature_t latin_features[] = {
  { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
};

/* What is shown for a character that no font has, in the face that it was looked for last. */
static hb_codepoint_t
find_replacement (hb_font_t *font)
{
  static const gunichar replacements[] = { 0xFFFD, 0x3013, 0x25A1, '?' };
  hb_codepoint_t glyph = 0;

  for (guint i = 0; i < G_N_ELEMENTS (replacements) && glyph == 0; i++)
    hb_font_get_nominal_glyph (font, replacements[i], &glyph);
  return glyph;
}

static void
append_shape (WmdSetter *self,
              const WmdRun *run,
              const hb_glyph_info_t *info,
              const hb_glyph_position_t *position,
              gboolean ends_cluster)
{
  double unit = run->size / run->face->units_per_em;
  WmdShape shape = {
    .id = info->codepoint,
    .cluster = info->cluster,
    .advance = position->x_advance * unit * run->stretch,
    .dx = position->x_offset * unit * run->stretch,
    .dy = position->y_offset * unit + run->rise,
  };

  if (shape.id == 0)
    {
      shape.id = find_replacement (run->face->font);
      shape.advance = hb_font_get_glyph_h_advance (run->face->font, shape.id) * unit * run->stretch;
    }
  if (ends_cluster && shape.advance > 0)
    shape.advance += run->spacing;
  if (g_ascii_iscntrl (self->source->text[info->cluster]))
    {
      hb_font_get_nominal_glyph (run->face->font, ' ', &shape.id);
      shape.advance = 0;
    }
  g_array_append_val (self->shapes, shape);
}

static void
shape_run (WmdSetter *self, WmdRun *run)
{
  gboolean rtl = run->level % 2 == 1;
  gboolean arabic = run->face->family == WMD_FAMILY_NASKH;
  hb_glyph_info_t *infos;
  hb_glyph_position_t *positions;
  guint n;

  hb_buffer_clear_contents (self->buffer);
  hb_buffer_add_utf8 (self->buffer, self->source->text, (int) self->length, run->start, (int) (run->end - run->start));
  hb_buffer_set_direction (self->buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language (self->buffer, hb_language_from_string (wmd_language_get_tag (self->source->language), -1));
  hb_buffer_guess_segment_properties (self->buffer);
  hb_shape (run->face->font, self->buffer, latin_features, arabic ? 0 : G_N_ELEMENTS (latin_features));

  infos = hb_buffer_get_glyph_infos (self->buffer, &n);
  positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  run->first_glyph = self->shapes->len;
  run->n_glyphs = n;
  for (guint i = 0; i < n; i++)
    {
      guint at = rtl ? n - 1 - i : i;
      guint next = rtl ? at - 1 : at + 1;
      gboolean ends_cluster = i + 1 == n || infos[next].cluster != infos[at].cluster;

      append_shape (self, run, &infos[at], &positions[at], ends_cluster);
    }
}

void
wmd_setter_shape (WmdSetter *self)
{
  find_runs (self);
  g_array_set_size (self->shapes, 0);
  for (guint i = 0; i < self->runs->len; i++)
    shape_run (self, &g_array_index (self->runs, WmdRun, i));
}
