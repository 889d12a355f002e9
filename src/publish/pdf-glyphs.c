/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the glyphs of a line to those of a page, from which readers find the text again. Some take the characters in
 * the order in which they are shown, so that is the order of the text; others by their places, and take a code that
 * stands for several characters to show them from left to right. So in text that runs from right to left each
 * character is shown by a glyph of its own in its place: a ligature by one that draws all of it and blank ones beside
 * it, marks as a part of the letter that they stand on.
 *
 * Readers that go by places (poppler) take punctuation and digits, with the spaces after them, for one stretch from
 * left to right. Where that would be wrong, the glyph at its end also stands for a mark of direction. They take a
 * hyphen at the end of a line for one of division, unless something follows it; and glyphs that overlap, or are far
 * apart, for other lines and words, so the page tells what these show together.
 */
#include "config.h"

#include "publish/pdf-glyphs.h"

#include <math.h>
#include <string.h>

#define SOFT_HYPHEN "\302\255"
#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"
#define BREAK_MARK "\342\200\213" /* the zero width space: a line may end here */

/* In sizes: how far from each other, and how far inside each other, letters of a word may begin. Readers draw the line
 * at a tenth.
 */
#define MAX_ROOM 0.09

/* More parts than this no ligature has. */
#define MAX_PARTS 8

/* Glyphs that show some bytes of the text together. */
typedef struct
{
  guint first, n_glyphs;
  const char *text;
  gsize n_bytes;
} Cluster;

typedef struct
{
  WmdPdfFonts *fonts;
  const WmdText *text;
  const WmdFragment *fragment;
  WmdPdfPosition position;
  const WmdLine *line; /* NULL until needed */
  gboolean composes;   /* whether the face takes composites */
  GArray *glyphs;
} Lister;

static Cluster
get_cluster (const WmdText *text, const WmdFragment *fragment, guint first)
{
  guint end = fragment->first_glyph + fragment->n_glyphs;
  guint start = text->glyphs[first].cluster;
  guint next = first + 1;

  while (next < end && text->glyphs[next].cluster == start)
    next++;
  if (fragment->end == fragment->start) /* the hyphen of a divided word, which readers know to leave out */
    return (Cluster){ first, next - first, SOFT_HYPHEN, strlen (SOFT_HYPHEN) };
  return (Cluster){ first, next - first, text->text + start,
                    (next < end ? text->glyphs[next].cluster : fragment->end) - start };
}

static guint
get_advance (const Lister *self, const Cluster *cluster)
{
  guint advance = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n_glyphs; i++)
    advance += (guint) MAX (0, hb_font_get_glyph_h_advance (self->fragment->face->font, self->text->glyphs[i].id));
  return advance;
}

/* The cluster with those after it that stand on it: a font may make a ligature of two glyphs, one of no width. */
static Cluster
get_group (const Lister *self, guint first)
{
  Cluster group = get_cluster (self->text, self->fragment, first);
  guint end = self->fragment->first_glyph + self->fragment->n_glyphs;

  while (group.first + group.n_glyphs < end)
    {
      Cluster next = get_cluster (self->text, self->fragment, group.first + group.n_glyphs);

      if (get_advance (self, &next) > 0)
        break;
      group.n_glyphs += next.n_glyphs;
      group.n_bytes += next.n_bytes;
    }
  return group;
}

/* Glyphs of the font as they are. @before, @after: marks of direction that they show, too; empty for none. */
static void
append_cluster (const Lister *self, const Cluster *cluster, const char *before, const char *after)
{
  guint first = self->glyphs->len;
  gboolean exact = cluster->n_glyphs == 1;
  gboolean marked = exact && (before[0] != '\0' || after[0] != '\0');
  g_autofree char *text =
      marked ? g_strdup_printf ("%s%.*s%s", before, (int) cluster->n_bytes, cluster->text, after) : NULL;

  for (guint i = 0; i < cluster->n_glyphs; i++)
    {
      const WmdGlyph *glyph = &self->text->glyphs[cluster->first + i];
      WmdPdfGlyph shown = {
        .x = glyph->x,
        .y = glyph->y,
        .width = wmd_pdf_fonts_get_width (self->fragment->face, glyph->id),
        .words = cluster->text,
        .n_bytes = cluster->n_bytes,
      };
      gboolean says;

      shown.code = wmd_pdf_fonts_get_code (self->fonts, self->fragment->face, glyph->id, marked ? text : cluster->text,
                                           marked ? strlen (text) : cluster->n_bytes, &says);
      exact = exact && says;
      g_array_append_val (self->glyphs, shown);
    }
  if (!exact)
    g_array_index (self->glyphs, WmdPdfGlyph, first).n_words = cluster->n_glyphs;
}

/* --- parts --- */

static double
get_unit (const WmdFragment *fragment)
{
  return fragment->size / fragment->face->units_per_em;
}

/* A glyph that is not the font's own. */
static void
append_composite (const Lister *self, const WmdPdfComposite *composite, double x, double y, const char *text, gsize n)
{
  const WmdPdfGlyph shown = {
    .code = wmd_pdf_fonts_get_composite_code (self->fonts, self->fragment->face, composite, text, n),
    .x = (float) x,
    .y = (float) y,
    .width = composite->advance * 1000. / self->fragment->face->units_per_em,
    .words = text,
    .n_bytes = n,
  };

  g_array_append_val (self->glyphs, shown);
}

/* Draws the whole cluster, from @origin on, in units of the font from the origin of its first glyph. */
static void
append_drawing (const Lister *self, const Cluster *cluster, guint origin, guint advance)
{
  const WmdFragment *fragment = self->fragment;
  const WmdGlyph *glyphs = &self->text->glyphs[cluster->first];
  double unit = get_unit (fragment);
  WmdPdfComponent components[MAX_PARTS] = { { 0 } };
  const WmdPdfComposite composite = { components, cluster->n_glyphs, advance };

  for (guint i = 0; i < cluster->n_glyphs; i++)
    {
      components[i].glyph = glyphs[i].id;
      components[i].x = (gint16) (round ((glyphs[i].x - glyphs[0].x) / (unit * fragment->stretch)) - origin);
      components[i].y = (gint16) round ((glyphs[i].y - glyphs[0].y) / unit);
    }
  append_composite (self, &composite, glyphs[0].x + origin * unit * fragment->stretch, glyphs[0].y, cluster->text,
                    (gsize) (g_utf8_next_char (cluster->text) - cluster->text));
}

/* One glyph for each character of the cluster, the first on the right. FALSE when that cannot be done. */
static gboolean
append_parts (const Lister *self, const Cluster *cluster)
{
  const WmdFragment *fragment = self->fragment;
  const WmdGlyph *base = &self->text->glyphs[cluster->first];
  guint n = (guint) g_utf8_strlen (cluster->text, (gssize) cluster->n_bytes);
  guint width = get_advance (self, cluster);
  const char *part = g_utf8_next_char (cluster->text);

  if (!self->composes || n > MAX_PARTS || cluster->n_glyphs > MAX_PARTS)
    return FALSE;
  if (width < n)
    return FALSE;
  append_drawing (self, cluster, width * (n - 1) / n, width - width * (n - 1) / n);
  for (guint i = n - 1; i-- > 0;)
    {
      guint left = width * i / n;
      const WmdPdfComposite blank = { .advance = width * (i + 1) / n - left };
      const char *end = g_utf8_next_char (part);

      append_composite (self, &blank, base->x + left * get_unit (fragment) * fragment->stretch, base->y, part,
                        (gsize) (end - part));
      part = end;
    }
  return TRUE;
}

static gboolean
is_simple (const Cluster *cluster)
{
  return cluster->n_glyphs == 1 && g_utf8_next_char (cluster->text) == cluster->text + cluster->n_bytes;
}

/* A character that is not seen is no space, though fonts show it with that glyph. FALSE when it is another one. */
static gboolean
append_invisible (const Lister *self, const Cluster *cluster)
{
  static const WmdPdfComposite nothing = { NULL };
  const WmdGlyph *glyph = &self->text->glyphs[cluster->first];
  hb_glyph_extents_t extents = { 0 };

  if (g_unichar_type (g_utf8_get_char (cluster->text)) != G_UNICODE_FORMAT || !is_simple (cluster) ||
      !wmd_pdf_fonts_can_compose (self->fonts, self->fragment->face))
    return FALSE;
  hb_font_get_glyph_extents (self->fragment->face->font, glyph->id, &extents);
  if (extents.width != 0)
    return FALSE;
  append_composite (self, &nothing, glyph->x, glyph->y, cluster->text, cluster->n_bytes);
  return TRUE;
}

/* --- marks of direction --- */

static gboolean
is_right_to_left (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return g_unichar_isalpha (c) &&
         (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_SYRIAC);
}

/* Digits, and what stands between and beside them: numbers take these along. */
static gboolean
is_weak (gunichar c)
{
  return g_unichar_isdigit (c) || (c > 0 && c < 0x80 && strchr ("#$%+,-./:", (int) c) != NULL) || c == 0x60C ||
         c == 0xA0;
}

static const WmdLine *
get_line (Lister *self)
{
  if (self->line == NULL)
    self->line = &self->text->lines[wmd_text_get_line_at (self->text, self->fragment->start)];
  return self->line;
}

/* Whether something is to be read after the byte @offset in the same line. */
static gboolean
has_more (Lister *self, guint offset)
{
  const char *text = self->text->text;
  const char *end = text + get_line (self)->end;
  const char *p = text + offset;

  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p < end || (self->position & WMD_PDF_LABEL) != 0;
}

/* After punctuation in text from right to left, unless a letter follows. */
static const char *
get_mark (Lister *self, const Cluster *cluster)
{
  guint end = (guint) (cluster->text + cluster->n_bytes - self->text->text);
  gboolean needed = self->composes && self->text->rtl && is_weak (g_utf8_get_char (cluster->text)) &&
                    !is_right_to_left (g_utf8_get_char (self->text->text + end)) && has_more (self, end);

  return needed ? RIGHT_TO_LEFT_MARK : "";
}

static gboolean
is_forwards (Lister *self, const WmdFragment *fragment)
{
  const WmdFragment *first = self->text->fragments + get_line (self)->first_fragment;

  return fragment >= first && fragment < first + get_line (self)->n_fragments && fragment->level % 2 == 0;
}

/* What the left end of a stretch from left to right is marked with, on pages from right to left. */
static const char *
get_left_mark (Lister *self)
{
  const WmdFragment *last = self->fragment;

  if (!self->composes || !self->text->rtl || is_forwards (self, self->fragment - 1))
    return "";
  while (is_forwards (self, last + 1))
    last++;
  return has_more (self, last->end) ? RIGHT_TO_LEFT_MARK : "";
}

/* The same for its right end. */
static const char *
get_right_mark (Lister *self)
{
  const WmdFragment *last = self->fragment;
  gunichar c;

  if (!self->composes || last->end == last->start || is_forwards (self, last + 1))
    return "";
  c = g_utf8_get_char (g_utf8_prev_char (self->text->text + last->end));
  return !g_unichar_isalpha (c) && !g_unichar_isspace (c) && !is_weak (c) ? LEFT_TO_RIGHT_MARK : "";
}

/* Whether @cluster belongs to the same word as the glyph shown last, though it does not look like it: it begins well
 * before that ends, as after punctuation that gave up its empty half, or well behind, as in a loose line of Chinese.
 */
static gboolean
is_astray (const Lister *self, const Cluster *cluster)
{
  const WmdPdfGlyph *last = &g_array_index (self->glyphs, WmdPdfGlyph, self->glyphs->len - 1);
  double room = (self->text->glyphs[cluster->first].x - last->x) / (self->fragment->size * self->fragment->stretch) -
                last->width / 1000;

  return fabs (room) > MAX_ROOM && !g_unichar_isspace (g_utf8_get_char (cluster->text)) &&
         !g_unichar_isspace (g_utf8_get_char (last->words));
}

/* Whether a word goes on after the hyphen in the next line. */
static gboolean
is_hyphen_at_end (Lister *self, const Cluster *cluster)
{
  const char *end = cluster->text + cluster->n_bytes;

  return cluster->text[0] == '-' && end == self->text->text + get_line (self)->end &&
         g_unichar_isalnum (g_utf8_get_char (end));
}

static void
list_forwards (Lister *self)
{
  guint end = self->fragment->first_glyph + self->fragment->n_glyphs;
  const char *before = get_left_mark (self);
  const char *after = get_right_mark (self);
  guint first = 0; /* of the glyphs that overlap */

  for (guint i = self->fragment->first_glyph; i < end;)
    {
      Cluster cluster = get_cluster (self->text, self->fragment, i);
      gboolean joins = i > self->fragment->first_glyph && is_astray (self, &cluster);
      WmdPdfGlyph *words;

      first = joins ? first : self->glyphs->len;
      i += cluster.n_glyphs;
      if (!append_invisible (self, &cluster))
        append_cluster (self, &cluster, before, i < end ? "" : is_hyphen_at_end (self, &cluster) ? BREAK_MARK : after);
      before = "";
      words = &g_array_index (self->glyphs, WmdPdfGlyph, first);
      if (joins)
        {
          for (guint j = first + 1; j < self->glyphs->len; j++)
            g_array_index (self->glyphs, WmdPdfGlyph, j).n_words = 0;
          words->n_words = self->glyphs->len - first;
          words->n_bytes = (gsize) (cluster.text + cluster.n_bytes - words->words);
        }
    }
}

static void
list_backwards (Lister *self)
{
  guint end = self->fragment->first_glyph + self->fragment->n_glyphs;

  for (guint i = self->fragment->first_glyph; i < end;)
    {
      Cluster group = get_group (self, i);
      Cluster cluster = get_cluster (self->text, self->fragment, i);

      if (!is_simple (&group) && append_parts (self, &group))
        cluster = group;
      else if (!append_invisible (self, &cluster))
        append_cluster (self, &cluster, get_mark (self, &cluster), "");
      i += cluster.n_glyphs;
    }
}

void
wmd_pdf_glyphs_list (WmdPdfFonts *fonts,
                     const WmdText *text,
                     const WmdFragment *fragment,
                     WmdPdfPosition position,
                     GArray *glyphs)
{
  gboolean backwards = fragment->level % 2 == 1;
  gboolean rtl = backwards || (position & WMD_PDF_RTL_PAGES) != 0;
  Lister self = {
    .fonts = fonts,
    .text = text,
    .fragment = fragment,
    .position = position,
    .composes = rtl && wmd_pdf_fonts_can_compose (fonts, fragment->face),
    .glyphs = glyphs,
  };

  g_array_set_size (glyphs, 0);
  if (backwards)
    list_backwards (&self);
  else
    list_forwards (&self);
}
