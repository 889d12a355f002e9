/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "typeset/figures.h"

#include <math.h>
#include <zint.h>

typedef struct
{
  double x, y;
} Point;

static WmdFigure *
figure_new (void)
{
  WmdFigure *self = g_new0 (WmdFigure, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (cairo_path_data_t));
  return self;
}

void
wmd_figure_free (WmdFigure *self)
{
  g_array_unref (self->points);
  g_free (self);
}

static void
add_polygon (WmdFigure *self, const Point *corners, guint n_corners)
{
  for (guint i = 0; i < n_corners; i++)
    {
      cairo_path_data_t header = { .header = { i == 0 ? CAIRO_PATH_MOVE_TO : CAIRO_PATH_LINE_TO, 2 } };
      cairo_path_data_t point = { .point = { corners[i].x, corners[i].y } };

      g_array_append_val (self->points, header);
      g_array_append_val (self->points, point);
    }
  g_array_append_vals (self->points, &(cairo_path_data_t){ .header = { CAIRO_PATH_CLOSE_PATH, 1 } }, 1);
}

static WmdFigure *
finish (WmdFigure *self)
{
  self->path.status = CAIRO_STATUS_SUCCESS;
  self->path.data = (cairo_path_data_t *) (gpointer) self->points->data;
  self->path.num_data = (int) self->points->len;
  return self;
}

static WmdFigure *
new_code (int symbology, const char *text)
{
  struct zint_symbol *symbol = ZBarcode_Create ();
  WmdFigure *self = NULL;

  symbol->symbology = symbology;
  symbol->show_hrt = 0;
  if (ZBarcode_Encode_and_Buffer_Vector (symbol, (const unsigned char *) text, 0, 0) < ZINT_ERROR)
    {
      double across = symbol->vector->width;
      double down = symbol->vector->height;

      self = figure_new ();
      for (struct zint_vector_rect *bar = symbol->vector->rectangles; bar != NULL; bar = bar->next)
        {
          double left = bar->x / across, top = bar->y / down;
          double right = (bar->x + bar->width) / across, bottom = (bar->y + bar->height) / down;

          add_polygon (self, (const Point[]){ { left, top }, { right, top }, { right, bottom }, { left, bottom } }, 4);
        }
      finish (self);
    }
  ZBarcode_Delete (symbol);
  return self;
}

static WmdFigure *
new_bar_code (const char *job_number)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = job_number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return digits->len > 0 ? new_code (BARCODE_CODE39, digits->str) : NULL;
}

static WmdFigure *
new_recycling_mark (void)
{
  /* The arrow along the bottom, seen from the middle of the figure. */
  static const Point arrow[] = {
    { 0.32, 0.17 }, { -0.04, 0.17 }, { -0.04, 0.09 }, { -0.22, 0.24 }, { -0.04, 0.39 }, { -0.04, 0.31 }, { 0.40, 0.31 },
  };
  WmdFigure *self = figure_new ();

  for (guint turn = 0; turn < 3; turn++)
    {
      double angle = turn * 2. * G_PI / 3.;
      Point turned[G_N_ELEMENTS (arrow)];

      for (guint i = 0; i < G_N_ELEMENTS (arrow); i++)
        {
          turned[i].x = 0.5 + arrow[i].x * cos (angle) - arrow[i].y * sin (angle);
          turned[i].y = 0.57 + arrow[i].x * sin (angle) + arrow[i].y * cos (angle);
        }
      add_polygon (self, turned, G_N_ELEMENTS (arrow));
    }
  return finish (self);
}

WmdFigure *
wmd_figure_new (const WmdMasthead *masthead, WmdFigureId id)
{
  g_return_val_if_fail (masthead != NULL && id < WMD_N_FIGURES, NULL);

  if (id == WMD_FIGURE_BAR_CODE)
    return masthead->job_number != NULL ? new_bar_code (masthead->job_number) : NULL;
  if (id == WMD_FIGURE_QR_CODE)
    return masthead->address != NULL ? new_code (BARCODE_QRCODE, masthead->address) : NULL;
  return new_recycling_mark ();
}

const char *
wmd_figure_get_text (const WmdMasthead *masthead, WmdFigureId id)
{
  g_return_val_if_fail (masthead != NULL && id < WMD_N_FIGURES, NULL);

  if (id == WMD_FIGURE_BAR_CODE)
    return masthead->job_number;
  return id == WMD_FIGURE_QR_CODE ? masthead->address : masthead->recycle;
}
