/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of a publication: boxes, and where their lines are. What only painting or a question needs (page numbers
 * in the contents, the place of an item) is made when first asked for, under the lock; all else never changes, so
 * pages can be painted by any thread.
 */
#include "config.h"

#include <string.h>

#include "typeset/pages-private.h"

/* --- options --- */

gboolean
wmd_page_options_equal (const WmdPageOptions *self, const WmdPageOptions *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->paper == other->paper && self->draft == other->draft && self->emblem == other->emblem &&
         self->whole_words == other->whole_words;
}

void
wmd_page_options_set (WmdPageOptions *self, const WmdPageOptions *other)
{
  WmdEmblem *emblem;

  g_return_if_fail (self != NULL && other != NULL);

  emblem = other->emblem != NULL ? wmd_emblem_ref (other->emblem) : NULL;
  wmd_page_options_clear (self);
  *self = *other;
  self->emblem = emblem;
}

void
wmd_page_options_clear (WmdPageOptions *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->emblem, wmd_emblem_unref);
}

/* --- pages --- */

WmdPages *
wmd_pages_ref (WmdPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_pages_unref (WmdPages *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->setter, wmd_setter_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->figures); i++)
    g_clear_pointer (&self->figures[i], wmd_figure_free);
  g_mutex_clear (&self->lock);
  wmd_flow_free (self->flow);
  g_ptr_array_unref (self->boxes);
  wmd_page_options_clear (&self->options);
  wmd_fonts_unref (self->fonts);
  wmd_publication_unref (self->publication);
  g_free (self);
}

guint
wmd_pages_get_n_pages (const WmdPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flow->pages->len;
}

void
wmd_pages_get_size (const WmdPages *self, double *width, double *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->geometry->width;
  if (height != NULL)
    *height = self->geometry->height;
}

WmdPublication *
wmd_pages_get_publication (const WmdPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->publication;
}

WmdFonts *
wmd_pages_get_fonts (const WmdPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fonts;
}

const WmdPageOptions *
wmd_pages_get_options (const WmdPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->options;
}

const GdkPixbuf *
wmd_pages_get_emblem (const WmdPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->options.emblem != NULL ? wmd_emblem_get_pixels (self->options.emblem) : NULL;
}

guint
wmd_pages_get_n_boxes (const WmdPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->boxes->len;
}

const WmdBox *
wmd_pages_get_box (const WmdPages *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->boxes->len, NULL);

  return g_ptr_array_index (self->boxes, index);
}

double
wmd_pages_get_column_x (const WmdPages *self)
{
  return self->geometry->column; /* the same on both sides, so in Arabic too */
}

WmdText *
wmd_pages_set_line (WmdPages *self,
                    const char *text,
                    WmdTypeId type,
                    WmdFaceStyle face,
                    WmdLanguage language,
                    WmdAlign align,
                    double width)
{
  const WmdTextSource source = {
    .text = text,
    .type = wmd_type_get (type, language),
    .face = face,
    .language = language,
    .rtl = wmd_language_is_rtl (language),
    .align = align,
    .width = width,
  };

  if (self->setter == NULL)
    self->setter = wmd_setter_new (self->fonts, NULL);
  return wmd_setter_set (self->setter, &source);
}

static const WmdFlowSlice *
get_slice (const WmdPages *self, guint index)
{
  return &g_array_index (self->flow->slices, WmdFlowSlice, index);
}

static const WmdFlowPage *
get_page (const WmdPages *self, guint page)
{
  return &g_array_index (self->flow->pages, WmdFlowPage, page - 1);
}

/* The page that holds the slice @index. */
static guint
find_page (const WmdPages *self, guint index)
{
  guint low = 1;
  guint high = self->flow->pages->len;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (get_page (self, middle)->first_slice <= index)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static void
index_items (WmdPages *self)
{
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->flow->slices->len; i++)
    {
      const WmdFlowSlice *slice = get_slice (self, i);
      const WmdBox *box = g_ptr_array_index (self->boxes, slice->box);

      if (slice->first_line == 0 && box->item != NULL && box->item->id != NULL)
        g_hash_table_insert (self->items, box->item->id, GUINT_TO_POINTER (i + 1));
    }
}

gboolean
wmd_pages_find_item (WmdPages *self, const char *item, guint *box, guint *page, double *y)
{
  guint index;

  g_return_val_if_fail (self != NULL && item != NULL, FALSE);

  g_mutex_lock (&self->lock);
  if (self->items == NULL)
    index_items (self);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->items, item));
  g_mutex_unlock (&self->lock);
  if (index == 0)
    return FALSE;
  if (box != NULL)
    *box = get_slice (self, index - 1)->box;
  if (page != NULL)
    *page = find_page (self, index - 1);
  if (y != NULL)
    *y = get_slice (self, index - 1)->y;
  return TRUE;
}

guint
wmd_pages_get_page_of (WmdPages *self, const char *item)
{
  guint page = 0;

  g_return_val_if_fail (self != NULL && item != NULL, 0);

  wmd_pages_find_item (self, item, NULL, &page, NULL);
  return page;
}

const WmdItem *
wmd_pages_get_item_at (const WmdPages *self, guint page, double x, double y)
{
  const WmdFlowPage *flow_page;

  g_return_val_if_fail (self != NULL && page > 0 && page <= self->flow->pages->len, NULL);

  if (x < self->geometry->margin || x > self->geometry->width - self->geometry->margin)
    return NULL;
  flow_page = get_page (self, page);
  for (guint i = 0; i < flow_page->n_notes; i++)
    {
      const WmdFlowNote *note = &g_array_index (self->flow->notes, WmdFlowNote, flow_page->first_note + i);
      const WmdBox *box = g_ptr_array_index (self->boxes, note->box);

      if (y >= note->y && y < note->y + note->n_lines * box->calls[note->call].line_height)
        return box->item;
    }
  for (guint i = flow_page->n_slices; i > 0; i--)
    {
      const WmdFlowSlice *slice = get_slice (self, flow_page->first_slice + i - 1);
      const WmdBox *box = g_ptr_array_index (self->boxes, slice->box);
      double bottom = slice->y + slice->n_lines * box->body.text->pitch + box->style->after;

      if (y >= slice->y)
        return y < bottom ? box->item : NULL;
    }
  return NULL;
}

/* --- the dump --- */

/* A painter that writes what it is asked to draw. */
typedef struct
{
  WmdPainter painter;
  const WmdPages *pages;
  GString *out;
  WmdPlace place;
  double last_y;
} Dumper;

static const char *
get_place_name (const Dumper *self)
{
  static const char *const names[] = {
    [WMD_PLACE_ARTIFACT] = "artifact", [WMD_PLACE_MASTHEAD] = "masthead", [WMD_PLACE_LABEL] = "label",
    [WMD_PLACE_BODY] = NULL,           [WMD_PLACE_CALL] = NULL,           [WMD_PLACE_NUMBER] = "page-number",
    [WMD_PLACE_NOTE_MARK] = "mark",    [WMD_PLACE_NOTE_BODY] = "note",
  };
  const WmdBox *box;

  if (names[self->place.kind] != NULL)
    return names[self->place.kind];
  box = g_ptr_array_index (self->pages->boxes, self->place.box);
  return box->item != NULL ? wmd_item_kind_get_id (box->item->kind) : "corner";
}

static void
dump_set_place (WmdPainter *painter, const WmdPlace *place)
{
  Dumper *self = (Dumper *) painter;

  if (place->kind != self->place.kind || place->box != self->place.box || place->note != self->place.note)
    self->last_y = -1;
  self->place = *place;
  if (place->kind == WMD_PLACE_CALL)
    self->place.kind = WMD_PLACE_BODY;
  self->place.link = -1;
}

/* One line of output for each line of text; its trailing space is not worth showing. */
static void
dump_draw_fragment (WmdPainter *painter,
                    const WmdText *text,
                    const WmdFragment *fragment,
                    double x,
                    double y,
                    WmdInk ink)
{
  Dumper *self = (Dumper *) painter;
  const WmdLine *line = text->lines;
  const WmdFragment *last;
  g_autofree char *words = NULL;

  if (y == self->last_y)
    return;
  self->last_y = y;
  while (fragment->start >= line->end && line->end > line->start)
    line++;
  last = &text->fragments[line->first_fragment + line->n_fragments - 1];
  words = g_strndup (text->text + line->start, line->end - line->start);
  g_string_append_printf (self->out, "  %-18s %6.1f %6.1f  %s%s\n", get_place_name (self), x + line->x, y,
                          g_strchomp (words), last->start == last->end ? "-" : "");
}

static void
dump_draw_rule (WmdPainter *painter, double x, double y, double width, double height)
{
  Dumper *self = (Dumper *) painter;

  g_string_append_printf (self->out, "  %-18s %6.1f %6.1f %6.1f %.2f\n", "rule", x, y, width, height);
}

static void
dump_draw_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
  Dumper *self = (Dumper *) painter;

  g_string_append_printf (self->out, "  %-18s %6.1f %6.1f %6.1f %6.1f\n", "figure", x, y, width, height);
}

static void
dump_draw_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
  Dumper *self = (Dumper *) painter;

  g_string_append_printf (self->out, "  %-18s %6.1f %6.1f %6.1f %6.1f\n", "image", x, y, width, height);
}

char *
wmd_pages_dump (WmdPages *self)
{
  Dumper dumper = {
    .painter = { dump_set_place, dump_draw_fragment, dump_draw_rule, dump_draw_figure, dump_draw_image },
    .pages = self,
    .last_y = -1,
  };

  g_return_val_if_fail (self != NULL, NULL);

  dumper.out = g_string_new (NULL);
  for (guint page = 1; page <= self->flow->pages->len; page++)
    {
      g_string_append_printf (dumper.out, "page %u\n", page);
      dumper.last_y = -1;
      wmd_pages_paint (self, page, &dumper.painter);
    }
  return g_string_free (dumper.out, FALSE);
}
