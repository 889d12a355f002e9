/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* AdwFlap gives its pane the width that the pane asks for, so the handle sets what it asks for. */

#include "config.h"

#include "ui/pane-handle.h"

/* Pixels. */
#define MIN_WIDTH 200
#define MAX_WIDTH 640
#define STEP 20

struct _WmdPaneHandle
{
  GtkWidget parent_instance;

  GtkWidget *pane;    /* a sibling in the same window */
  GtkWidget *content; /* what gives way */
  int width;
};

enum
{
  PROP_PANE = 1,
  PROP_CONTENT,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmdPaneHandle, wmd_pane_handle, GTK_TYPE_WIDGET)

/* 1 when the pane grows as the pointer moves to the right, -1 when it shrinks. */
static int
get_sense (WmdPaneHandle *self)
{
  double x = 0;

  if (self->pane != NULL)
    gtk_widget_translate_coordinates (self->pane, GTK_WIDGET (self), 0, 0, &x, NULL);
  return x <= 0 ? 1 : -1;
}

static void
update_value (WmdPaneHandle *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->width, -1);
  if (self->pane != NULL)
    gtk_widget_set_size_request (self->pane, self->width, -1);
}

/* Widens the pane by @pixels, as far as the content gives way: else another pane would be folded away. */
static void
widen (WmdPaneHandle *self, int pixels)
{
  int room, minimum;

  if (pixels > 0 && self->content != NULL)
    {
      gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      room = MAX (gtk_widget_get_width (self->content) - minimum, 0);
      pixels = MIN (pixels, room);
    }
  wmd_pane_handle_set_width (self, self->width + pixels);
}

/* The handle moves with the pane, so the offset is of where it is now. */
static void
drag_update_cb (WmdPaneHandle *self, double x)
{
  widen (self, get_sense (self) * (int) x);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  WmdPaneHandle *self = WMD_PANE_HANDLE (widget);

  widen (self, get_sense (self) * STEP * g_variant_get_int32 (args));
  return TRUE;
}

static void
wmd_pane_handle_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WmdPaneHandle *self = WMD_PANE_HANDLE (object);

  if (id == PROP_PANE)
    g_value_set_object (value, self->pane);
  else if (id == PROP_CONTENT)
    g_value_set_object (value, self->content);
  else if (id == PROP_WIDTH)
    g_value_set_int (value, self->width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_pane_handle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WmdPaneHandle *self = WMD_PANE_HANDLE (object);

  if (id == PROP_PANE)
    {
      g_set_weak_pointer (&self->pane, g_value_get_object (value));
      update_value (self);
    }
  else if (id == PROP_CONTENT)
    g_set_weak_pointer (&self->content, g_value_get_object (value));
  else if (id == PROP_WIDTH)
    wmd_pane_handle_set_width (self, g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_pane_handle_dispose (GObject *object)
{
  g_clear_weak_pointer (&WMD_PANE_HANDLE (object)->pane);
  g_clear_weak_pointer (&WMD_PANE_HANDLE (object)->content);
  G_OBJECT_CLASS (wmd_pane_handle_parent_class)->dispose (object);
}

static void
wmd_pane_handle_class_init (WmdPaneHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wmd_pane_handle_dispose;
  object_class->get_property = wmd_pane_handle_get_property;
  object_class->set_property = wmd_pane_handle_set_property;
  properties[PROP_PANE] =
      g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] =
      g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, MIN_WIDTH, MAX_WIDTH, MIN_WIDTH,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "panehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "i", 1);
}

static void
wmd_pane_handle_init (WmdPaneHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->width = MIN_WIDTH;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) MIN_WIDTH,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX_WIDTH, -1);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

int
wmd_pane_handle_get_width (WmdPaneHandle *self)
{
  g_return_val_if_fail (WMD_IS_PANE_HANDLE (self), 0);

  return self->width;
}

void
wmd_pane_handle_set_width (WmdPaneHandle *self, int width)
{
  g_return_if_fail (WMD_IS_PANE_HANDLE (self));

  width = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
  if (width == self->width)
    return;
  self->width = width;
  update_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}
