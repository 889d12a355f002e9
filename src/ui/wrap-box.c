/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measuring and allocating walk over the same rows. */

#include "config.h"

#include "ui/wrap-box.h"

/* Pixels between children and between rows, of their natural width and in columns. */
#define SPACING 6
#define COLUMN_SPACING 12

struct _WmdWrapBox
{
  GtkWidget parent_instance;

  guint column_width; /* pixels; 0: children have their natural width */
};

enum
{
  PROP_COLUMN_WIDTH = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

static int
get_spacing (WmdWrapBox *self)
{
  return self->column_width > 0 ? COLUMN_SPACING : SPACING;
}

/* Width of each column when all children stand side by side; the whole of @width where that is too narrow. */
static int
measure_column (WmdWrapBox *self, int width)
{
  int n = 0;
  int column;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next (child))
    n++;
  column = (width - (n - 1) * COLUMN_SPACING) / MAX (n, 1);
  return column < (int) self->column_width ? width : column;
}

/* Width that @child gets in a row of @width. */
static int
measure_width (WmdWrapBox *self, GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, self->column_width > 0 ? measure_column (self, width) : MIN (natural, width));
}

/* The row that begins with @first. */
static Row
measure_row (WmdWrapBox *self, GtkWidget *first, int width)
{
  Row row = { .first = first };

  for (row.end = first; row.end != NULL; row.end = next (row.end))
    {
      const int child_width = measure_width (self, row.end, width);
      int height;

      if (row.end != first && row.width + get_spacing (self) + child_width > width)
        break;
      gtk_widget_measure (row.end, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
      row.width += (row.end != first ? get_spacing (self) : 0) + child_width;
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
  WmdWrapBox *self = WMD_WRAP_BOX (widget);
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
          *natural += (*natural > 0 ? get_spacing (self) : 0) + child_natural;
        }
      return;
    }
  while (child != NULL)
    {
      const Row row = measure_row (self, child, width);

      *natural += (*natural > 0 ? get_spacing (self) : 0) + row.height;
      child = row.end;
    }
  *minimum = *natural;
}

static void
allocate_row (WmdWrapBox *self, const Row *row, int y, int width)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int spare = row->n_expanding > 0 ? MAX (width - row->width, 0) / row->n_expanding : 0;
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next (child))
    {
      GtkAllocation place = { x, y, measure_width (self, child, width), row->height };

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        place.width += spare;
      x += place.width + get_spacing (self);
      if (rtl)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
wmd_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmdWrapBox *self = WMD_WRAP_BOX (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      const Row row = measure_row (self, child, width);

      allocate_row (self, &row, y, width);
      y += row.height + get_spacing (self);
      child = row.end;
    }
}

static GtkSizeRequestMode
wmd_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wmd_wrap_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMN_WIDTH)
    g_value_set_uint (value, WMD_WRAP_BOX (object)->column_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMN_WIDTH)
    WMD_WRAP_BOX (object)->column_width = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
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
  G_OBJECT_CLASS (klass)->get_property = wmd_wrap_box_get_property;
  G_OBJECT_CLASS (klass)->set_property = wmd_wrap_box_set_property;
  properties[PROP_COLUMN_WIDTH] = g_param_spec_uint (
      "column-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->measure = wmd_wrap_box_measure;
  widget_class->size_allocate = wmd_wrap_box_size_allocate;
  widget_class->get_request_mode = wmd_wrap_box_get_request_mode;
}

static void
wmd_wrap_box_init (WmdWrapBox *self)
{
}
