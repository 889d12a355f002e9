/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk over a page: what is on it, in reading order, for any painter.
 */
#include "config.h"

#include <math.h>

#include "typeset/pages-private.h"

/* Distance of the dots of a leader, and the room kept free beside them. */
#define LEADER_STEP 4.
#define LEADER_GAP 4.
#define NUMBER_WIDTH 40.

static const WmdPlace artifact = { .kind = WMD_PLACE_ARTIFACT, .link = -1 };

void
wmd_painter_draw_lines (WmdPainter *self,
                        const WmdText *text,
                        guint first_line,
                        guint n_lines,
                        double x,
                        double y,
                        WmdInk ink)
{
  for (guint i = 0; i < n_lines; i++)
    {
      const WmdLine *line = &text->lines[first_line + i];

      for (guint j = 0; j < line->n_fragments; j++)
        self->draw_fragment (self, text, &text->fragments[line->first_fragment + j], x, y + i * text->pitch, ink);
    }
}

static gboolean
places_equal (const WmdPlace *a, const WmdPlace *b)
{
  return a->kind == b->kind && a->box == b->box && a->note == b->note && a->link == b->link;
}

/* Lines with links and footnote calls in them: each fragment in its own place. */
static void
paint_body (WmdPainter *painter,
            const WmdBoxText *body,
            const WmdPlace *place,
            guint first_line,
            guint n_lines,
            double x,
            double y)
{
  const WmdText *text = body->text;
  WmdPlace last = { .kind = WMD_PLACE_ARTIFACT, .box = G_MAXUINT };

  for (guint i = 0; i < n_lines; i++)
    {
      const WmdLine *line = &text->lines[first_line + i];

      for (guint j = line->first_fragment; j < line->first_fragment + line->n_fragments; j++)
        {
          const WmdFragment *fragment = &text->fragments[j];
          WmdPlace here = *place;

          here.link = fragment->link;
          if (fragment->note >= 0)
            {
              here.kind = WMD_PLACE_CALL;
              here.note = (guint) fragment->note;
            }
          if (!places_equal (&here, &last))
            painter->set_place (painter, &here);
          last = here;
          painter->draw_fragment (painter, text, fragment, x + body->x, y + text->baseline + i * text->pitch,
                                  fragment->link >= 0 ? WMD_INK_LINK : WMD_INK_TEXT);
        }
    }
}

/* Dots from the end of the last line of a contents entry to the page number, at the same places in all entries. */
static void
paint_leader (WmdPages *self, WmdPainter *painter, const WmdBox *box, double y)
{
  const WmdText *text = box->body.text;
  const WmdLine *line = &text->lines[text->n_lines - 1];
  gboolean rtl = box->rtl;
  double column = wmd_pages_get_column_x (self) + box->body.x;
  double edge = self->geometry->width - self->geometry->margin - 20; /* where leaders end, to the right */
  double from, to;
  g_autoptr (WmdText) dot =
      wmd_pages_set_line (self, ".", WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_LANGUAGE_EN, WMD_ALIGN_START, LEADER_STEP);

  from = column + line->x + line->width + LEADER_GAP;
  to = edge;
  if (rtl)
    {
      from = self->geometry->width - edge;
      to = column + line->x - LEADER_GAP - LEADER_STEP;
    }
  painter->set_place (painter, &artifact);
  for (double x = ceil (from / LEADER_STEP) * LEADER_STEP; x <= to; x += LEADER_STEP)
    wmd_painter_draw_lines (painter, dot, 0, 1, x, y, WMD_INK_TEXT);
}

static void
paint_page_number (WmdPages *self, WmdPainter *painter, guint index, double y)
{
  const WmdBox *box = g_ptr_array_index (self->boxes, index);
  const WmdPlace place = { .kind = WMD_PLACE_NUMBER, .box = index, .link = -1 };
  guint page = box->item->target != NULL ? wmd_pages_get_page_of (self, box->item->target) : 0;
  gboolean rtl = box->rtl;
  g_autofree char *number = NULL;
  g_autoptr (WmdText) text = NULL;

  if (page == 0)
    return;
  y += box->body.text->baseline + (box->body.text->n_lines - 1) * box->body.text->pitch;
  number = g_strdup_printf (" %u", page);
  g_mutex_lock (&self->lock);
  paint_leader (self, painter, box, y);
  text = wmd_pages_set_line (self, number, WMD_TYPE_BODY, WMD_FACE_REGULAR, box->language, WMD_ALIGN_END, NUMBER_WIDTH);
  painter->set_place (painter, &place);
  wmd_painter_draw_lines (painter, text, 0, 1,
                          rtl ? self->geometry->margin : self->geometry->width - self->geometry->margin - NUMBER_WIDTH,
                          y, WMD_INK_TEXT);
  g_mutex_unlock (&self->lock);
}

static gboolean
is_boxed (const WmdPages *self, guint index)
{
  const WmdBox *box = index < self->boxes->len ? g_ptr_array_index (self->boxes, index) : NULL;

  return box != NULL && box->style->boxed;
}

static double
get_pad (const WmdPages *self, const WmdFlowSlice *slice)
{
  gboolean begins = slice->first_line == 0 && is_boxed (self, slice->box);

  return begins && (slice->box == 0 || !is_boxed (self, slice->box - 1)) ? WMD_SUMMARY_PADDING : 0;
}

static double
get_bottom (const WmdPages *self, const WmdFlowSlice *slice)
{
  const WmdText *text = ((const WmdBox *) g_ptr_array_index (self->boxes, slice->box))->body.text;

  return slice->y + get_pad (self, slice) + slice->n_lines * text->pitch;
}

/* The frame round the part of the summary on this page. */
static void
paint_frame (const WmdPages *self, const WmdFlowPage *page, WmdPainter *painter)
{
  double left = self->geometry->margin;
  double width = self->geometry->width - 2 * left;
  double top = G_MAXDOUBLE;
  double bottom = 0;

  for (guint i = 0; i < page->n_slices; i++)
    {
      const WmdFlowSlice *slice = &g_array_index (self->flow->slices, WmdFlowSlice, page->first_slice + i);

      if (!is_boxed (self, slice->box))
        continue;
      top = MIN (top, slice->y);
      bottom = get_bottom (self, slice) + WMD_SUMMARY_PADDING_END;
    }
  if (bottom == 0)
    return;
  painter->set_place (painter, &artifact);
  painter->draw_rule (painter, left, top, width, WMD_SUMMARY_RULE);
  painter->draw_rule (painter, left, bottom - WMD_SUMMARY_RULE, width, WMD_SUMMARY_RULE);
  painter->draw_rule (painter, left, top, WMD_SUMMARY_RULE, bottom - top);
  painter->draw_rule (painter, left + width - WMD_SUMMARY_RULE, top, WMD_SUMMARY_RULE, bottom - top);
}

static void
paint_label (const WmdPages *self, const WmdFlowSlice *slice, double y, WmdPainter *painter)
{
  const WmdBox *box = g_ptr_array_index (self->boxes, slice->box);
  const WmdPlace place = { .kind = WMD_PLACE_LABEL, .box = slice->box, .link = -1 };

  if (slice->first_line > 0 || box->label.text == NULL)
    return;
  painter->set_place (painter, &place);
  wmd_painter_draw_lines (painter, box->label.text, 0, 1, wmd_pages_get_column_x (self) + box->label.x,
                          y + box->body.text->baseline, WMD_INK_TEXT);
}

static void
paint_slice (WmdPages *self, const WmdFlowSlice *slice, WmdPainter *painter)
{
  const WmdBox *box = g_ptr_array_index (self->boxes, slice->box);
  const WmdPlace place = { .kind = WMD_PLACE_BODY, .box = slice->box, .link = -1 };
  gboolean label_last = box->style->label == WMD_LABEL_END;
  double y = slice->y + get_pad (self, slice);

  if (!label_last)
    paint_label (self, slice, y, painter);
  paint_body (painter, &box->body, &place, slice->first_line, slice->n_lines, wmd_pages_get_column_x (self), y);
  if (label_last)
    paint_label (self, slice, y, painter);
  if (box->style->leader && slice->first_line + slice->n_lines == box->body.text->n_lines)
    paint_page_number (self, painter, slice->box, y - slice->first_line * box->body.text->pitch);
}

static void
paint_note (WmdPages *self, const WmdFlowNote *flow_note, WmdPainter *painter)
{
  const WmdBox *box = g_ptr_array_index (self->boxes, flow_note->box);
  const WmdBoxNote *note = &box->notes[flow_note->call];
  WmdPlace place = { WMD_PLACE_NOTE_MARK, flow_note->box, flow_note->call, -1 };
  double x = wmd_pages_get_column_x (self);

  if (flow_note->first_line == 0)
    {
      painter->set_place (painter, &place);
      wmd_painter_draw_lines (painter, note->mark.text, 0, 1, x + note->mark.x,
                              flow_note->y + note->body.text->baseline, WMD_INK_TEXT);
    }
  place.kind = WMD_PLACE_NOTE_BODY;
  paint_body (painter, &note->body, &place, flow_note->first_line, flow_note->n_lines, x, flow_note->y);
}

static void
paint_note_rule (const WmdPages *self, double first_note_y, WmdPainter *painter)
{
  gboolean rtl = wmd_language_is_rtl (wmd_publication_get_language (self->publication));
  double x = wmd_pages_get_column_x (self) + WMD_NOTE_RULE_START;

  if (rtl)
    x = self->geometry->width - x - WMD_NOTE_RULE_LENGTH;
  painter->set_place (painter, &artifact);
  painter->draw_rule (painter, x, first_note_y - WMD_NOTE_RULE_HEIGHT / 2, WMD_NOTE_RULE_LENGTH, WMD_SUMMARY_RULE);
}

/* Below the last line of the document, where there is room. */
static void
paint_end_rule (const WmdPages *self, const WmdFlowPage *page, WmdPainter *painter)
{
  double bottom =
      page->n_notes > 0 ? g_array_index (self->flow->notes, WmdFlowNote, page->first_note).y : self->geometry->bottom;
  double y;

  if (page->n_slices == 0)
    return;
  y = get_bottom (self, &g_array_index (self->flow->slices, WmdFlowSlice, page->first_slice + page->n_slices - 1)) +
      WMD_END_RULE_GAP;
  if (y > bottom - WMD_NOTE_RULE_HEIGHT)
    return;
  painter->set_place (painter, &artifact);
  painter->draw_rule (painter, (self->geometry->width - WMD_END_RULE_LENGTH) / 2, y, WMD_END_RULE_LENGTH,
                      WMD_SUMMARY_RULE);
}

void
wmd_pages_paint (WmdPages *self, guint page, WmdPainter *painter)
{
  const WmdFlowPage *flow_page;

  g_return_if_fail (self != NULL && painter != NULL);
  g_return_if_fail (page > 0 && page <= self->flow->pages->len);

  flow_page = &g_array_index (self->flow->pages, WmdFlowPage, page - 1);
  wmd_pages_paint_furniture (self, page, painter);
  paint_frame (self, flow_page, painter);
  for (guint i = 0; i < flow_page->n_slices; i++)
    paint_slice (self, &g_array_index (self->flow->slices, WmdFlowSlice, flow_page->first_slice + i), painter);
  if (flow_page->n_notes > 0)
    paint_note_rule (self, g_array_index (self->flow->notes, WmdFlowNote, flow_page->first_note).y, painter);
  for (guint i = 0; i < flow_page->n_notes; i++)
    paint_note (self, &g_array_index (self->flow->notes, WmdFlowNote, flow_page->first_note + i), painter);
  if (page == self->flow->pages->len)
    paint_end_rule (self, flow_page, painter);
}
