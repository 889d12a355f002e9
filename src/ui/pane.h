/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* Base of every widget that shows something of a session: holds the property "session", tells the subclass when it
 * comes and goes, and takes care of its children.
 * Property "narrow" (boolean): the window has no room for one thing beside another.
 */
#define WMD_TYPE_PANE (wmd_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (WmdPane, wmd_pane, WMD, PANE, GtkWidget)

struct _WmdPaneClass
{
  GtkWidgetClass parent_class;

  /* Called with wmd_pane_get_session() in place. Signals connected with g_signal_connect_object() to the session, its
   * report, history or findings are disconnected by the base before unbind.
   */
  void (*bind) (WmdPane *self, WmdSession *session);
  void (*unbind) (WmdPane *self, WmdSession *session);
};

/* (nullable) */
WmdSession *wmd_pane_get_session (WmdPane *self);
void wmd_pane_set_session (WmdPane *self, WmdSession *session);

gboolean wmd_pane_get_narrow (WmdPane *self);

/* Takes the session from every pane below @root. Bindings do not do this any more when a window is on its way out, and
 * panes must let go while those that listen to them are still there.
 */
void wmd_pane_release_below (GtkWidget *root);

G_END_DECLS
