/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The queries of the report seen through a filter: those that are open. */

#include "config.h"

#include "ui/queries-pane.h"

#include <glib/gi18n-lib.h>

#include "compose/letter.h"
#include "ui/names.h"
#include "ui/query-row.h"

struct _WmdQueriesPane
{
  WmdPane parent_instance;

  GListModel *open; /* NULL without a session */

  GtkLabel *count;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmdQueriesPane, wmd_queries_pane, WMD_TYPE_PANE)

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  return wmd_query_row_new (wmd_pane_get_session (WMD_PANE (data)), item, TRUE);
}

static WmdPart *
get_part (GtkListBoxRow *row)
{
  return row != NULL ? wmd_query_item_get_part (wmd_query_row_get_item (WMD_QUERY_ROW (row))) : NULL;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (data));
  const WmdBody *body = wmd_part_get_body (get_part (row));
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (get_part (row) == get_part (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  words = g_strdup_printf (
      "%s · %u",
      wmd_name_of_part (body, wmd_session_get_reference (session), wmd_session_get_interface_language (session)),
      wmd_letter_count_queries (body));
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static void
update (WmdQueriesPane *self)
{
  const guint n = g_list_model_get_n_items (self->open);
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_list_box_invalidate_headers (self->list);
}

static void
wmd_queries_pane_bind (WmdPane *pane, WmdSession *session)
{
  WmdQueriesPane *self = WMD_QUERIES_PANE (pane);

  self->open = wmd_query_items_filter_open (wmd_session_get_queries (session));
  gtk_list_box_bind_model (self->list, self->open, create_row_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  g_signal_connect_object (self->open, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
wmd_queries_pane_unbind (WmdPane *pane, WmdSession *session)
{
  WmdQueriesPane *self = WMD_QUERIES_PANE (pane);

  g_signal_handlers_disconnect_by_data (self->open, self);
  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->open);
}

static void
wmd_queries_pane_class_init (WmdQueriesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_queries_pane_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_queries_pane_unbind;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/queries-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdQueriesPane, count);
  gtk_widget_class_bind_template_child (widget_class, WmdQueriesPane, list);
}

static void
wmd_queries_pane_init (WmdQueriesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
