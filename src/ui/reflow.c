/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A horizontal box asks each child which width it wants at the height that it gets, and a child with text finds out by
 * laying the text out at a dozen widths; a label does so at two for the width it wants at any height. For a list of
 * paragraphs that is most of the time it takes to show it, and the answer does not matter: the columns are as wide as
 * the window makes them. Here the question ends: the width of a label is a constant, of anything else that of what it
 * holds, whatever the height.
 */

#include "config.h"

#include "ui/reflow.h"

/* Pixels, of a label. */
#define MIN_WIDTH 120
#define NATURAL_WIDTH 360

struct _WmdReflow
{
  GtkWidget parent_instance;

  GtkWidget *child; /* NULL */
};

enum
{
  PROP_CHILD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmdReflow, wmd_reflow, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
wmd_reflow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (WmdReflow *self, int *minimum, int *natural)
{
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    *minimum = *natural = 0;
  else if (GTK_IS_LABEL (self->child))
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static void
wmd_reflow_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  WmdReflow *self = WMD_REFLOW (widget);
  int min_width, width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  measure_width (self, &min_width, &width);
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size >= 0 ? MAX (for_size, min_width) : width, minimum, natural,
                        NULL, NULL);
}

static void
wmd_reflow_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  WmdReflow *self = WMD_REFLOW (widget);

  *hexpand = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_HORIZONTAL);
  *vexpand = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_VERTICAL);
}

static void
wmd_reflow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmdReflow *self = WMD_REFLOW (widget);

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
wmd_reflow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, WMD_REFLOW (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_reflow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WmdReflow *self = WMD_REFLOW (object);

  if (id != PROP_CHILD)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  if (self->child != NULL)
    gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
wmd_reflow_dispose (GObject *object)
{
  g_clear_pointer (&WMD_REFLOW (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (wmd_reflow_parent_class)->dispose (object);
}

static void
wmd_reflow_class_init (WmdReflowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wmd_reflow_dispose;
  object_class->get_property = wmd_reflow_get_property;
  object_class->set_property = wmd_reflow_set_property;
  widget_class->get_request_mode = wmd_reflow_get_request_mode;
  widget_class->measure = wmd_reflow_measure;
  widget_class->compute_expand = wmd_reflow_compute_expand;
  widget_class->size_allocate = wmd_reflow_size_allocate;

  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wmd_reflow_init (WmdReflow *self)
{
}
