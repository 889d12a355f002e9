/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pages have beside the text: the masthead of the first, the margins of the others. Places are given for
 * left to right editions; in Arabic every column is mirrored, and what stands on the left of an even page stands
 * on its right.
 */
#include "config.h"

#include <string.h>

#include "typeset/pages-private.h"

static const WmdPlace artifact = { .kind = WMD_PLACE_ARTIFACT, .link = -1 };

static gboolean
is_rtl (const WmdPages *self)
{
  return wmd_language_is_rtl (wmd_publication_get_language (self->publication));
}

/* The left edge of a column of @width that begins at @x in left to right editions. */
static double
mirror (const WmdPages *self, double x, double width)
{
  return is_rtl (self) ? self->geometry->width - x - width : x;
}

/* Lines that are as long as the column lets them; @y: the first baseline. */
static void
paint_lines (WmdPages *self,
             WmdPainter *painter,
             const char *text,
             WmdTypeId type,
             WmdFaceStyle face,
             WmdLanguage language,
             WmdAlign align,
             double x,
             double y,
             double width,
             WmdInk ink)
{
  g_autoptr (WmdText) set = NULL;

  set = wmd_pages_set_line (self, text, type, face, language, align, width);
  wmd_painter_draw_lines (painter, set, 0, set->n_lines, mirror (self, x, width), y, ink);
}

/* --- the masthead --- */

/* Does a symbol of an organ begin at this place: a letter that is no part of a longer word? */
static gboolean
begins_symbol (const char *symbol, const char *p)
{
  return g_ascii_isupper (p[0]) && p[1] == '/' && (p == symbol || p[-1] == '-');
}

/* The letter of the organ is twice as large as the rest. */
static void
paint_symbol (WmdPages *self, WmdPainter *painter, const char *symbol)
{
  WmdLanguage language = wmd_publication_get_language (self->publication);
  double width = 260;
  double x = self->geometry->width - self->geometry->margin - width;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (WmdTextSpan));
  g_autoptr (WmdText) text = NULL;
  WmdTextSource source = {
    .text = symbol,
    .type = wmd_type_get (WMD_TYPE_MASTHEAD, language),
    .language = language,
    .rtl = wmd_language_is_rtl (language),
    .align = WMD_ALIGN_END,
    .width = width,
  };

  for (const char *p = symbol; *p != '\0'; p++)
    if (begins_symbol (symbol, p))
      g_array_append_vals (spans, &(WmdTextSpan){ p - symbol, p - symbol + 1, .scale = 2., .link = -1, .note = -1 }, 1);
  source.spans = (const WmdTextSpan *) (gpointer) spans->data;
  source.n_spans = spans->len;
  text = wmd_setter_set (self->setter, &source);
  wmd_painter_draw_lines (painter, text, 0, text->n_lines, mirror (self, x, width), 56.5, WMD_INK_TEXT);
}

/* One line of the masthead and where it stands. */
typedef struct
{
  const char *text;
  WmdTypeId type;
  WmdFaceStyle face;
  WmdLanguage language;
  double x, y, width; /* y: baseline */
} MastheadLine;

static void
paint_masthead_lines (WmdPages *self, WmdPainter *painter)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (self->publication);
  WmdLanguage language = wmd_publication_get_language (self->publication);
  double column = self->geometry->column;
  double block = self->geometry->width - 215.;
  const MastheadLine lines[] = {
    { masthead->united_nations, WMD_TYPE_NAME, WMD_FACE_REGULAR, language, column, 57.8, 260. },
    { masthead->organ, WMD_TYPE_ORGAN, WMD_FACE_BOLD, language, column, 86.4, block - column - 12. },
    { masthead->distribution, WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, masthead->language, block, 86.7, 155. },
    { masthead->date, WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, masthead->language, block, 98.4, 155. },
    { masthead->version, WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, masthead->language, block, 110.4, 155. },
    { masthead->originals, WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, masthead->language, block, 122.4, 155. },
  };
  WmdPlace place = { .kind = WMD_PLACE_MASTHEAD, .link = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i].text != NULL)
        {
          painter->set_place (painter, &place);
          paint_lines (self, painter, lines[i].text, lines[i].type, lines[i].face, lines[i].language, WMD_ALIGN_START,
                       lines[i].x, lines[i].y, lines[i].width, WMD_INK_TEXT);
        }
      place.note++;
      if (i > 0 || masthead->symbol == NULL)
        continue;
      painter->set_place (painter, &place);
      paint_symbol (self, painter, masthead->symbol);
      place.note++;
    }
}

static void
paint_masthead (WmdPages *self, WmdPainter *painter)
{
  double left = self->geometry->margin;
  double width = self->geometry->width - 2 * left;

  paint_masthead_lines (self, painter);
  painter->set_place (painter, &artifact);
  painter->draw_rule (painter, left, WMD_HEAD_RULE, width, WMD_HEAD_RULE_THICK);
  painter->draw_rule (painter, left, WMD_MASTHEAD_RULE, width, WMD_MASTHEAD_RULE_THICK);
  if (self->options.emblem != NULL)
    {
      double x = mirror (self, WMD_EMBLEM_X, WMD_EMBLEM_WIDTH);
      double across, down;

      wmd_emblem_get_size (self->options.emblem, &across, &down);
      painter->draw_image (painter, wmd_emblem_get_pixels (self->options.emblem), x + (WMD_EMBLEM_WIDTH - across) / 2,
                           WMD_EMBLEM_Y + (WMD_EMBLEM_HEIGHT - down) / 2, across, down);
    }
}

static void
paint_job_line (WmdPages *self, WmdPainter *painter)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (self->publication);

  if (masthead->job_line == NULL)
    return;
  paint_lines (self, painter, masthead->job_line, WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, WMD_LANGUAGE_EN,
               is_rtl (self) ? WMD_ALIGN_END : WMD_ALIGN_START, self->geometry->margin + WMD_JOB_INDENT,
               self->geometry->job_line, 250., WMD_INK_TEXT);
}

static void
paint_figures (WmdPages *self, WmdPainter *painter)
{
  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    {
      WmdFigurePlace place =
          wmd_geometry_place_figure (self->geometry, id, wmd_publication_get_language (self->publication));

      if (self->figures[id] == NULL)
        self->figures[id] = wmd_figure_new (wmd_publication_get_masthead (self->publication), id);
      if (self->figures[id] != NULL)
        painter->draw_figure (painter, self->figures[id], place.x, place.y, place.width, place.height);
    }
}

static void
paint_first_foot (WmdPages *self, WmdPainter *painter)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (self->publication);
  double start = self->geometry->width / 3;
  double end = self->geometry->width - self->geometry->column - WMD_RECYCLE_END;

  painter->set_place (painter, &artifact);
  paint_job_line (self, painter);
  paint_lines (self, painter, masthead->recycle, WMD_TYPE_RUNNING, WMD_FACE_REGULAR,
               wmd_publication_get_language (self->publication), WMD_ALIGN_END, start,
               self->geometry->job_line + WMD_RECYCLE_BASELINE, end - start, WMD_INK_TEXT);
  paint_figures (self, painter);
}

/* --- the margins --- */

/* Text at one side of the page: where lines begin, or where they end. */
static void
paint_at_side (WmdPages *self,
               WmdPainter *painter,
               const char *text,
               WmdTypeId type,
               WmdFaceStyle face,
               gboolean at_start,
               double y)
{
  double width = (self->geometry->width - 2 * self->geometry->margin) / 2;
  double x = at_start ? self->geometry->margin : self->geometry->margin + width;

  paint_lines (self, painter, text, type, face, wmd_publication_get_language (self->publication),
               at_start ? WMD_ALIGN_START : WMD_ALIGN_END, x, y, width, WMD_INK_TEXT);
}

/* The symbol, that of each organ on a line of its own, the last one just above the rule. */
static void
paint_running_head (WmdPages *self, guint page, WmdPainter *painter)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (self->publication);
  double left = self->geometry->margin;
  g_autoptr (GString) lines = g_string_new (masthead->symbol);
  guint n_breaks = 0;

  for (gsize i = 1; i < lines->len; i++)
    if (begins_symbol (lines->str, lines->str + i))
      {
        lines->str[i - 1] = '\n';
        n_breaks++;
      }
  painter->set_place (painter, &artifact);
  if (lines->len > 0)
    paint_at_side (self, painter, lines->str, WMD_TYPE_RUNNING, WMD_FACE_BOLD, page % 2 == 0,
                   self->geometry->running_head - n_breaks * wmd_type_get (WMD_TYPE_RUNNING, WMD_LANGUAGE_EN)->pitch);
  painter->draw_rule (painter, left, WMD_HEAD_RULE, self->geometry->width - 2 * left, WMD_RUNNING_RULE_THICK);
}

static void
paint_running_foot (WmdPages *self, guint page, WmdPainter *painter)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (self->publication);
  g_autofree char *number = g_strdup_printf ("%u/%u", page, wmd_pages_get_n_pages (self));

  painter->set_place (painter, &artifact);
  paint_at_side (self, painter, number, WMD_TYPE_RUNNING, WMD_FACE_BOLD, page % 2 == 0, self->geometry->running_foot);
  if (masthead->job_number != NULL)
    paint_at_side (self, painter, masthead->job_number, WMD_TYPE_JOB, WMD_FACE_REGULAR, page % 2 != 0,
                   self->geometry->running_foot - 1.4);
}

static void
paint_draft (WmdPages *self, WmdPainter *painter)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (self->publication);

  if (masthead->draft == NULL)
    return;
  painter->set_place (painter, &artifact);
  paint_lines (self, painter, masthead->draft, WMD_TYPE_DRAFT, WMD_FACE_BOLD,
               wmd_publication_get_language (self->publication), WMD_ALIGN_CENTER, 0, self->geometry->height / 2,
               self->geometry->width, WMD_INK_DRAFT);
}

void
wmd_pages_paint_furniture (WmdPages *self, guint page, WmdPainter *painter)
{
  g_mutex_lock (&self->lock);
  if (self->setter == NULL)
    self->setter = wmd_setter_new (self->fonts, NULL);
  if (self->options.draft)
    paint_draft (self, painter);
  if (page == 1)
    {
      paint_masthead (self, painter);
      paint_first_foot (self, painter);
    }
  else
    {
      paint_running_head (self, page, painter);
      paint_running_foot (self, page, painter);
    }
  g_mutex_unlock (&self->lock);
}
