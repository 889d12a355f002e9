/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is shown is always a head of the model. When more comes into that head than is good for one moment, the head
 * ends there and grows again. Of what is about to change as a whole it can let go beforehand, as slowly as it came.
 */

#include "config.h"

#include "ui/gradual-list.h"

/* After those that come at a stretch, as many of these come or go as there is time for between two frames, in
 * microseconds.
 */
#define STEP 4
#define TIME 4000

struct _WmdGradualList
{
  GObject parent_instance;

  GListModel *model;
  guint first; /* items that come at a stretch */
  guint n_shown;
  guint idle;

  void (*shrunk) (gpointer data); /* NULL unless the list shrinks */
  gpointer data;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WmdGradualList,
                               wmd_gradual_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (WMD_GRADUAL_LIST (model)->model);
}

static guint
get_n_items (GListModel *model)
{
  return WMD_GRADUAL_LIST (model)->n_shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WmdGradualList *self = WMD_GRADUAL_LIST (model);

  return position < self->n_shown ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
grow (WmdGradualList *self, guint n)
{
  const guint before = self->n_shown;

  self->n_shown = MIN (n, g_list_model_get_n_items (self->model));
  if (self->n_shown > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_shown - before);
}

static void
shrink (WmdGradualList *self)
{
  const guint n = MIN (STEP, self->n_shown - self->first);

  self->n_shown -= n;
  g_list_model_items_changed (G_LIST_MODEL (self), self->n_shown, n, 0);
}

/* TRUE while there is something to do. */
static gboolean
step (WmdGradualList *self)
{
  void (*shrunk) (gpointer data) = self->shrunk;

  if (shrunk == NULL)
    grow (self, self->n_shown + STEP);
  else if (self->n_shown > self->first)
    shrink (self);
  else
    {
      self->shrunk = NULL;
      shrunk (self->data);
    }
  return self->shrunk != NULL || self->n_shown < g_list_model_get_n_items (self->model);
}

static gboolean
idle_cb (gpointer data)
{
  WmdGradualList *self = data;
  const gint64 end = g_get_monotonic_time () + TIME;

  while (step (self))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* Frames go before. */
static void
schedule (WmdGradualList *self)
{
  if (self->idle == 0 && (self->shrunk != NULL || self->n_shown < g_list_model_get_n_items (self->model)))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
items_changed_cb (WmdGradualList *self, guint position, guint removed, guint added)
{
  const guint before = self->n_shown;
  const gboolean whole = before == g_list_model_get_n_items (self->model) - added + removed;
  const guint tail = before - MIN (before, position + removed); /* of what is shown, behind the change */

  if (position < before || whole)
    {
      const gboolean fits = added <= self->first;
      const guint n_removed = before - position - (fits ? tail : 0);
      const guint n_added = MIN (added, self->first);

      self->n_shown = before - n_removed + n_added;
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
    }
  schedule (self);
}

static void
wmd_gradual_list_dispose (GObject *object)
{
  WmdGradualList *self = WMD_GRADUAL_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->model, self);
  G_OBJECT_CLASS (wmd_gradual_list_parent_class)->dispose (object);
}

static void
wmd_gradual_list_finalize (GObject *object)
{
  g_object_unref (WMD_GRADUAL_LIST (object)->model);
  G_OBJECT_CLASS (wmd_gradual_list_parent_class)->finalize (object);
}

static void
wmd_gradual_list_class_init (WmdGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wmd_gradual_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = wmd_gradual_list_finalize;
}

static void
wmd_gradual_list_init (WmdGradualList *self)
{
}

WmdGradualList *
wmd_gradual_list_new (GListModel *model, guint first)
{
  WmdGradualList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (first > 0, NULL);

  self = g_object_new (WMD_TYPE_GRADUAL_LIST, NULL);
  self->model = g_object_ref (model);
  self->first = first;
  self->n_shown = MIN (first, g_list_model_get_n_items (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}

void
wmd_gradual_list_reach (WmdGradualList *self, guint n)
{
  g_return_if_fail (WMD_IS_GRADUAL_LIST (self));

  if (n > self->n_shown)
    grow (self, n);
}

void
wmd_gradual_list_shrink (WmdGradualList *self, void (*shrunk) (gpointer data), gpointer data)
{
  g_return_if_fail (WMD_IS_GRADUAL_LIST (self));
  g_return_if_fail (shrunk != NULL);

  self->shrunk = shrunk;
  self->data = data;
  schedule (self);
}
