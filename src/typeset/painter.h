/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "typeset/box.h"
#include "typeset/figures.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* What pages are painted with. There is one walk over a page, whatever it is painted on: a window, paper or a PDF
 * file. A painter sees each page in reading order.
 */

/* What the following marks on the page are. */
typedef enum
{
  WMD_PLACE_ARTIFACT, /* nothing to read: rules, running heads, leaders */
  WMD_PLACE_MASTHEAD, /* line @note of the masthead */
  WMD_PLACE_LABEL,    /* of a box */
  WMD_PLACE_BODY,
  WMD_PLACE_CALL,     /* the mark of footnote @note in the body */
  WMD_PLACE_NUMBER,   /* the page that a line of the contents names */
  WMD_PLACE_NOTE_MARK,
  WMD_PLACE_NOTE_BODY,
} WmdPlaceKind;

/* Lines of the masthead from this one on are in its own language: WmdMasthead.language. */
#define WMD_MASTHEAD_FIRST_FOREIGN 3

typedef struct
{
  WmdPlaceKind kind;
  guint box;  /* of the pages, from 0 */
  guint note; /* of the box, from 0 */
  int link;   /* of the text, from 0; -1 for none */
} WmdPlace;

typedef enum
{
  WMD_INK_TEXT,
  WMD_INK_LINK,
  WMD_INK_DRAFT,
} WmdInk;

typedef struct _WmdPainter WmdPainter;

/* Places are in points from the upper left corner of the page. */
struct _WmdPainter
{
  void (*set_place) (WmdPainter *self, const WmdPlace *place);

  /* @x, @y: of the left edge of the column and the baseline. */
  void (*draw_fragment) (
      WmdPainter *self, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink);

  void (*draw_rule) (WmdPainter *self, double x, double y, double width, double height);

  /* @figure stretched to that size. */
  void (*draw_figure) (WmdPainter *self, const WmdFigure *figure, double x, double y, double width, double height);

  /* The emblem, at that size: opaque. */
  void (*draw_image) (WmdPainter *self, const GdkPixbuf *image, double x, double y, double width, double height);
};

/* Paints page @page (1-based). Safe to call from any thread. */
void wmd_pages_paint (WmdPages *self, guint page, WmdPainter *painter);

/* The boxes of the pages, in reading order. */
guint wmd_pages_get_n_boxes (const WmdPages *self);
const WmdBox *wmd_pages_get_box (const WmdPages *self, guint index);

/* Where the box of that item begins; FALSE when there is none. @y: its top. */
gboolean wmd_pages_find_item (WmdPages *self, const char *item, guint *box, guint *page, double *y);

WmdFonts *wmd_pages_get_fonts (const WmdPages *self);

/* NULL where its place is empty. (transfer none) */
const GdkPixbuf *wmd_pages_get_emblem (const WmdPages *self);

G_END_DECLS
