/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the links of a page can be seen. */

#include "config.h"

#include "publish/pdf-content-private.h"

#include <math.h>

/* Words with an address, and all of a line of the contents. */
static gboolean
leads_somewhere (const WmdPdfWriter *self)
{
  switch (self->place.kind)
    {
    case WMD_PLACE_NUMBER:
      return TRUE;
    case WMD_PLACE_BODY:
      return self->place.link >= 0 || wmd_pages_get_box (self->pages, self->place.box)->style->leader;
    case WMD_PLACE_NOTE_BODY:
      return self->place.link >= 0;
    case WMD_PLACE_ARTIFACT:
    case WMD_PLACE_MASTHEAD:
    case WMD_PLACE_LABEL:
    case WMD_PLACE_CALL:
    case WMD_PLACE_NOTE_MARK:
    default:
      return FALSE;
    }
}

static gboolean
is_same_link (const WmdPlace *a, const WmdPlace *b)
{
  gboolean a_note = a->kind == WMD_PLACE_NOTE_BODY;
  gboolean b_note = b->kind == WMD_PLACE_NOTE_BODY;

  return a->box == b->box && a->link == b->link && a_note == b_note && (!a_note || a->note == b->note);
}

/* One rectangle for each line. */
void
wmd_pdf_writer_add_link (WmdPdfWriter *self, const WmdFragment *fragment, double x, double y)
{
  WmdPdfRectangle box = {
    x + fragment->x,
    self->height - y - 0.25 * fragment->size,
    x + fragment->x + fragment->width,
    self->height - y + 0.8 * fragment->size,
  };
  GPtrArray *links = self->content->links;
  WmdPdfLink *link = links->len > 0 ? links->pdata[links->len - 1] : NULL;
  WmdPdfRectangle *last;

  if (!leads_somewhere (self) || fragment->width <= 0)
    return;
  if (link == NULL || !is_same_link (&link->place, &self->place))
    {
      link = g_new0 (WmdPdfLink, 1);
      link->place = self->place;
      link->boxes = g_array_new (FALSE, FALSE, sizeof (WmdPdfRectangle));
      g_ptr_array_add (links, link);
    }
  last = link->boxes->len > 0 ? &g_array_index (link->boxes, WmdPdfRectangle, link->boxes->len - 1) : NULL;
  if (last != NULL && fabs (last->y0 - box.y0) < fragment->size / 2)
    *last = (WmdPdfRectangle){ MIN (last->x0, box.x0), MIN (last->y0, box.y0), MAX (last->x1, box.x1),
                               MAX (last->y1, box.y1) };
  else
    g_array_append_val (link->boxes, box);
}
