/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What shows the pages keeps them while it is hidden, so that it has something to show at once when it comes back. */

#include "config.h"

#include "ui/layout-pane.h"

struct _WmdLayoutPane
{
  WmdPane parent_instance;

  WmdLayout *layout; /* held; NULL while the pane is not shown */
  WmdLanguage language;

  GtkLabel *warning; /* why the pages are not as they should be */
  GtkStack *stack;   /* "busy", "pages", "message" */
  AdwBin *content;
  GtkLabel *message;
};

enum
{
  PROP_CONTENT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (WmdLayoutPane, wmd_layout_pane, WMD_TYPE_PANE)

static void
layout_cb (WmdLayoutPane *self)
{
  WmdPages *pages = wmd_layout_get_pages (self->layout);
  const char *error = wmd_layout_get_error (self->layout);

  gtk_label_set_label (self->message, error);
  gtk_label_set_label (self->warning, error);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), error != NULL && pages != NULL);
  gtk_stack_set_visible_child_name (self->stack, pages != NULL ? "pages" : error != NULL ? "message" : "busy");
  g_signal_emit (self, changed_signal, 0);
}

static void
set_layout (WmdLayoutPane *self, WmdLayout *layout)
{
  if (self->layout == layout)
    return;
  if (self->layout != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->layout, layout_cb, self);
      wmd_layout_release (self->layout);
    }
  g_set_object (&self->layout, layout);
  if (layout == NULL)
    return;
  g_signal_connect_object (layout, "changed", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
  wmd_layout_hold (layout);
  layout_cb (self);
}

static void
update_layout (WmdLayoutPane *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const gboolean shown =
      session != NULL && self->language != WMD_LANGUAGE_NONE && gtk_widget_get_mapped (GTK_WIDGET (self));

  set_layout (self, shown ? wmd_session_get_layout (session, self->language) : NULL);
}

static void
wmd_layout_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_layout_pane_parent_class)->map (widget);
  update_layout (WMD_LAYOUT_PANE (widget));
}

static void
wmd_layout_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_layout_pane_parent_class)->unmap (widget);
  update_layout (WMD_LAYOUT_PANE (widget));
}

static void
wmd_layout_pane_bind (WmdPane *pane, WmdSession *session)
{
  update_layout (WMD_LAYOUT_PANE (pane));
}

static void
wmd_layout_pane_unbind (WmdPane *pane, WmdSession *session)
{
  WmdLayoutPane *self = WMD_LAYOUT_PANE (pane);

  set_layout (self, NULL);
  g_signal_emit (self, changed_signal, 0);
}

static void
wmd_layout_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTENT)
    g_value_set_object (value, adw_bin_get_child (WMD_LAYOUT_PANE (object)->content));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_layout_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTENT)
    adw_bin_set_child (WMD_LAYOUT_PANE (object)->content, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_layout_pane_class_init (WmdLayoutPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wmd_layout_pane_get_property;
  object_class->set_property = wmd_layout_pane_set_property;
  WMD_PANE_CLASS (klass)->bind = wmd_layout_pane_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_layout_pane_unbind;
  widget_class->map = wmd_layout_pane_map;
  widget_class->unmap = wmd_layout_pane_unmap;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/layout-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdLayoutPane, warning);
  gtk_widget_class_bind_template_child (widget_class, WmdLayoutPane, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdLayoutPane, content);
  gtk_widget_class_bind_template_child (widget_class, WmdLayoutPane, message);
}

static void
wmd_layout_pane_init (WmdLayoutPane *self)
{
  self->language = WMD_LANGUAGE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wmd_layout_pane_set_language (WmdLayoutPane *self, WmdLanguage language)
{
  g_return_if_fail (WMD_IS_LAYOUT_PANE (self));

  self->language = language;
  update_layout (self);
}

WmdPages *
wmd_layout_pane_get_pages (WmdLayoutPane *self)
{
  g_return_val_if_fail (WMD_IS_LAYOUT_PANE (self), NULL);

  return self->layout != NULL ? wmd_layout_get_pages (self->layout) : NULL;
}
