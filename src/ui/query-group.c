/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The queries of the report seen through a filter: those of the selected reply. */

#include "config.h"

#include "ui/query-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "compose/letter.h"
#include "ui/query-dialog.h"
#include "ui/query-row.h"

struct _WmdQueryGroup
{
  WmdPane parent_instance;

  WmdPart *part; /* NULL unless a reply is selected */
  GtkFilter *filter;
  GListModel *model; /* queries of the part; NULL without a session */

  AdwPreferencesGroup *group;
  GtkButton *letter;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmdQueryGroup, wmd_query_group, WMD_TYPE_PANE)

static gboolean
filter_cb (gpointer item, gpointer data)
{
  return wmd_query_item_get_part (item) == WMD_QUERY_GROUP (data)->part;
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  return wmd_query_row_new (wmd_pane_get_session (WMD_PANE (data)), item, FALSE);
}

static void
ask_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdQueryGroup *self = WMD_QUERY_GROUP (widget);
  g_autofree char *id = wmd_body_dup_new_query_id (wmd_part_get_body (self->part));
  g_autoptr (WmdQuery) query = wmd_query_new (id, WMD_LANGUAGE_NONE, "");
  GtkWidget *dialog =
      wmd_query_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), wmd_pane_get_session (WMD_PANE (self)),
                            self->part, query, WMD_QUERY_QUESTION);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
letter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.letters", "s", wmd_part_get_id (WMD_QUERY_GROUP (widget)->part));
}

static char *
dup_description (guint n_open, guint n)
{
  const guint n_closed = n - n_open;
  g_autofree char *open = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
  g_autofree char *closed = g_strdup_printf (ngettext ("%u closed", "%u closed", n_closed), n_closed);

  if (n == 0)
    return g_strdup (_ ("Nothing has been asked. Select words in the text, then choose “Ask the Respondent…” from "
                        "their menu or press Ctrl+Shift+M."));
  if (n_closed == 0)
    return g_steal_pointer (&open);
  if (n_open == 0)
    return g_steal_pointer (&closed);
  return g_strdup_printf ("%s · %s", open, closed);
}

static void
update (WmdQueryGroup *self)
{
  const gboolean read_only = wmd_session_get_read_only (wmd_pane_get_session (WMD_PANE (self)));
  const guint n = g_list_model_get_n_items (self->model);
  const guint n_open = self->part != NULL ? wmd_letter_count_queries (wmd_part_get_body (self->part)) : 0;
  g_autofree char *description = dup_description (n_open, n);

  gtk_widget_set_visible (GTK_WIDGET (self), self->part != NULL);
  adw_preferences_group_set_description (self->group, description);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->letter), n_open > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "queries.ask", self->part != NULL && !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "queries.letter", n_open > 0);
}

static void
selection_cb (WmdQueryGroup *self)
{
  WmdPart *part = wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self)));

  if (part != NULL && wmd_body_get_kind (wmd_part_get_body (part)) != WMD_PART_REPLY)
    part = NULL;
  if (g_set_object (&self->part, part))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
read_only_cb (WmdQueryGroup *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_list_box_bind_model (self->list, self->model, create_row_cb, self, NULL);
  update (self);
}

static void
wmd_query_group_bind (WmdPane *pane, WmdSession *session)
{
  WmdQueryGroup *self = WMD_QUERY_GROUP (pane);

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->model = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (wmd_session_get_queries (session)), g_object_ref (self->filter)));
  gtk_list_box_bind_model (self->list, self->model, create_row_cb, self, NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::part", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

static void
wmd_query_group_unbind (WmdPane *pane, WmdSession *session)
{
  WmdQueryGroup *self = WMD_QUERY_GROUP (pane);

  g_signal_handlers_disconnect_by_data (self->model, self);
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->part);
}

static void
wmd_query_group_class_init (WmdQueryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_query_group_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_query_group_unbind;
  gtk_widget_class_install_action (widget_class, "queries.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "queries.letter", NULL, letter_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/query-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdQueryGroup, group);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryGroup, letter);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryGroup, list);
}

static void
wmd_query_group_init (WmdQueryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
