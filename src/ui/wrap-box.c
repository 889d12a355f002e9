/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measuring and allocating walk over the same rows. */

#include "config.h"

#include "ui/wrap-box.h"

/* Pixels between children and between rows. */
#define SPACING 6

struct _WmdWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (WmdWrapBox, wmd_wrap_box, GTK_TYPE_WIDGET)

/* A stretch of children, and what they need. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the one after the last; NULL */
  int width;
  int height;
  int n_expanding;
} Row;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

/* Width that @child gets in a row of @width. */
static int
measure_width (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

/* The row that begins with @first. */
static Row
measure_row (GtkWidget *first, int width)
{
  Row row = { .first = first };

  for (row.end = first; row.end != NULL; row.end = next (row.end))
    {
      const int child_width = measure_width (row.end, width);
      int height;

      if (row.end != first && row.width + SPACING + child_width > width)
        break;
      gtk_widget_measure (row.end, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
      row.width += (row.end != first ? SPACING : 0) + child_width;
      row.height = MAX (row.height, height);
      row.n_expanding += gtk_widget_compute_expand (row.end, GTK_ORIENTATION_HORIZONTAL);
    }
  return row;
}

static void
wmd_wrap_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  const int width = for_size >= 0 ? for_size : G_MAXINT / 2;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (; child != NULL; child = next (child))
        {
          int child_minimum, child_natural;

          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += (*natural > 0 ? SPACING : 0) + child_natural;
        }
      return;
    }
  while (child != NULL)
    {
      const Row row = measure_row (child, width);

      *natural += (*natural > 0 ? SPACING : 0) + row.height;
      child = row.end;
    }
  *minimum = *natural;
}

static void
allocate_row (const Row *row, int y, int width, gboolean rtl)
{
  const int spare = row->n_expanding > 0 ? MAX (width - row->width, 0) / row->n_expanding : 0;
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next (child))
    {
      GtkAllocation place = { x, y, measure_width (child, width), row->height };

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        place.width += spare;
      x += place.width + SPACING;
      if (rtl)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
wmd_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      const Row row = measure_row (child, width);

      allocate_row (&row, y, width, rtl);
      y += row.height + SPACING;
      child = row.end;
    }
}

static GtkSizeRequestMode
wmd_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wmd_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (wmd_wrap_box_parent_class)->dispose (object);
}

static void
wmd_wrap_box_class_init (WmdWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_wrap_box_dispose;
  widget_class->measure = wmd_wrap_box_measure;
  widget_class->size_allocate = wmd_wrap_box_size_allocate;
  widget_class->get_request_mode = wmd_wrap_box_get_request_mode;
}

static void
wmd_wrap_box_init (WmdWrapBox *self)
{
}
