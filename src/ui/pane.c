/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Invariant: between bind and unbind the session does not change, so that a subclass may use it without asking. */

#include "config.h"

#include "ui/pane.h"

typedef struct
{
  WmdSession *session;
  gboolean narrow;
} WmdPanePrivate;

enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WmdPane, wmd_pane, GTK_TYPE_WIDGET)

static void
disconnect_all (WmdPane *self, WmdSession *session)
{
  gpointer objects[] = { session, wmd_session_get_report (session), wmd_session_get_history (session),
                         wmd_session_get_findings (session), wmd_session_get_queries (session) };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_signal_handlers_disconnect_by_data (objects[i], self);
}

static void
set_narrow (WmdPane *self, gboolean narrow)
{
  WmdPanePrivate *private = wmd_pane_get_instance_private (self);

  if (private->narrow == narrow)
    return;
  private->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
wmd_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, wmd_pane_get_session (WMD_PANE (object)));
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, wmd_pane_get_narrow (WMD_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    wmd_pane_set_session (WMD_PANE (object), g_value_get_object (value));
  else if (id == PROP_NARROW)
    set_narrow (WMD_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_pane_dispose (GObject *object)
{
  GtkWidget *child;

  wmd_pane_set_session (WMD_PANE (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (wmd_pane_parent_class)->dispose (object);
}

static void
wmd_pane_class_init (WmdPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wmd_pane_dispose;
  object_class->get_property = wmd_pane_get_property;
  object_class->set_property = wmd_pane_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, WMD_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wmd_pane_init (WmdPane *self)
{
}

WmdSession *
wmd_pane_get_session (WmdPane *self)
{
  WmdPanePrivate *private = wmd_pane_get_instance_private (self);

  g_return_val_if_fail (WMD_IS_PANE (self), NULL);

  return private->session;
}

gboolean
wmd_pane_get_narrow (WmdPane *self)
{
  WmdPanePrivate *private = wmd_pane_get_instance_private (self);

  g_return_val_if_fail (WMD_IS_PANE (self), FALSE);

  return private->narrow;
}

void
wmd_pane_set_session (WmdPane *self, WmdSession *session)
{
  WmdPanePrivate *private = wmd_pane_get_instance_private (self);
  WmdPaneClass *klass = WMD_PANE_GET_CLASS (self);

  g_return_if_fail (WMD_IS_PANE (self));
  g_return_if_fail (session == NULL || WMD_IS_SESSION (session));

  if (private->session == session)
    return;

  if (private->session != NULL)
    {
      disconnect_all (self, private->session);
      if (klass->unbind != NULL)
        klass->unbind (self, private->session);
    }
  g_set_object (&private->session, session);
  if (session != NULL && klass->bind != NULL)
    klass->bind (self, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
wmd_pane_release_below (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (WMD_IS_PANE (child))
        wmd_pane_set_session (WMD_PANE (child), NULL);
      wmd_pane_release_below (child);
    }
}
