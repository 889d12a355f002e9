/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A query is a plain counted value of its reply; lists of the window want objects that know whose they are. */

#include "config.h"

#include "ui/query-item.h"

#include <gtk/gtk.h>

struct _WmdQueryItem
{
  GObject parent_instance;

  WmdPart *part;
  WmdQuery *query;
};

G_DEFINE_FINAL_TYPE (WmdQueryItem, wmd_query_item, G_TYPE_OBJECT)

static void
wmd_query_item_finalize (GObject *object)
{
  WmdQueryItem *self = WMD_QUERY_ITEM (object);

  g_object_unref (self->part);
  wmd_query_unref (self->query);
  G_OBJECT_CLASS (wmd_query_item_parent_class)->finalize (object);
}

static void
wmd_query_item_class_init (WmdQueryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_query_item_finalize;
}

static void
wmd_query_item_init (WmdQueryItem *self)
{
}

WmdQueryItem *
wmd_query_item_new (WmdPart *part, WmdQuery *query)
{
  WmdQueryItem *self;

  g_return_val_if_fail (WMD_IS_PART (part) && query != NULL, NULL);

  self = g_object_new (WMD_TYPE_QUERY_ITEM, NULL);
  self->part = g_object_ref (part);
  self->query = wmd_query_ref (query);
  return self;
}

WmdPart *
wmd_query_item_get_part (WmdQueryItem *self)
{
  g_return_val_if_fail (WMD_IS_QUERY_ITEM (self), NULL);

  return self->part;
}

WmdQuery *
wmd_query_item_get_query (WmdQueryItem *self)
{
  g_return_val_if_fail (WMD_IS_QUERY_ITEM (self), NULL);

  return self->query;
}

/* --- all of a report --- */

static void
append_queries (GPtrArray *items, WmdPart *part, gboolean closed)
{
  const GPtrArray *queries = wmd_body_get_queries (wmd_part_get_body (part));

  for (guint i = 0; i < queries->len; i++)
    if (wmd_query_get_closed (queries->pdata[i]) == closed)
      g_ptr_array_add (items, wmd_query_item_new (part, queries->pdata[i]));
}

/* (transfer full) */
static GPtrArray *
list_items (WmdReport *report)
{
  GListModel *replies = wmd_report_list_replies (report);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      append_queries (items, part, FALSE);
      append_queries (items, part, TRUE);
    }
  return items;
}

static gboolean
holds_at (GListModel *store, guint position, const WmdQueryItem *other)
{
  g_autoptr (WmdQueryItem) item = g_list_model_get_item (store, position);

  return item->part == other->part && item->query == other->query;
}

static void
update (GListStore *store, WmdEdit *edit, WmdReport *report)
{
  g_autoptr (GPtrArray) items = list_items (report);
  GListModel *model = G_LIST_MODEL (store);
  guint n = g_list_model_get_n_items (model), head = 0, tail = 0;

  while (head < MIN (n, items->len) && holds_at (model, head, items->pdata[head]))
    head++;
  while (tail < MIN (n, items->len) - head && holds_at (model, n - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  if (n - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (store, head, n - head - tail, items->pdata + head, items->len - head - tail);
}

GListModel *
wmd_query_items_new (WmdReport *report)
{
  GListStore *store;

  g_return_val_if_fail (WMD_IS_REPORT (report), NULL);

  store = g_list_store_new (WMD_TYPE_QUERY_ITEM);
  g_signal_connect_object (report, "changed", G_CALLBACK (update), store, G_CONNECT_SWAPPED);
  update (store, NULL, report);
  return G_LIST_MODEL (store);
}

static gboolean
is_open (gpointer item, gpointer data)
{
  return !wmd_query_get_closed (wmd_query_item_get_query (item));
}

GListModel *
wmd_query_items_filter_open (GListModel *queries)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (queries), NULL);

  return G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (queries), GTK_FILTER (gtk_custom_filter_new (is_open, NULL, NULL))));
}
