/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "publish/figure-svg.h"

/* In units so small that whole numbers do. */
#define UNITS_PER_POINT 100.

char *
wmd_figure_dup_svg (const WmdFigure *figure, const WmdFigurePlace *place)
{
  const cairo_path_t *path = &figure->path;
  int width = (int) (place->width * UNITS_PER_POINT);
  int height = (int) (place->height * UNITS_PER_POINT);
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                          "viewBox=\"0 0 %d %d\"><path d=\"",
                          width, height, width, height);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *step = &path->data[i];

      if (step->header.type == CAIRO_PATH_CLOSE_PATH)
        g_string_append_c (svg, 'Z');
      else
        g_string_append_printf (svg, "%c%d %d", step->header.type == CAIRO_PATH_MOVE_TO ? 'M' : 'L',
                                (int) (step[1].point.x * width + 0.5), (int) (step[1].point.y * height + 0.5));
    }
  g_string_append (svg, "\"/></svg>\n");
  return g_string_free (svg, FALSE);
}
