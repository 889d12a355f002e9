/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An open report. All of its state is immutable values held by a few stable objects; an edit exchanges the
 * values, and whoever listens is told once, when everything is in place.
 */

#include "config.h"

#include "model/report.h"

#include "model/part-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _WmdReport
{
  GObject parent_instance;

  WmdReference *reference;
  char *id;
  char *unknown; /* JSON object */
  WmdFacts *facts;
  WmdPart *summary;
  WmdPart *introduction;
  GListStore *replies;   /* (element-type WmdPart), in the order of the English edition */
  GHashTable *parts;     /* part id (owned by the table) to WmdPart */
  WmdSnapshot *snapshot; /* NULL until asked for after an edit */
};

enum
{
  PROP_0,
  PROP_FACTS,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmdReport, wmd_report, G_TYPE_OBJECT)
G_DEFINE_QUARK (wmd_edit_error, wmd_edit_error)

static void
add_part (WmdReport *self, WmdPart *part)
{
  g_hash_table_insert (self->parts, g_strdup (wmd_part_get_id (part)), g_object_ref (part));
}

static int
compare_parts_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  WmdPart *first = (WmdPart *) a, *second = (WmdPart *) b;
  WmdReport *self = user_data;

  return wmd_order_compare (wmd_part_get_order_key (first, self->reference), wmd_part_get_id (first),
                            wmd_part_get_order_key (second, self->reference), wmd_part_get_id (second));
}

static void
insert_reply (WmdReport *self, WmdPart *part)
{
  add_part (self, part);
  g_list_store_insert_sorted (self->replies, part, compare_parts_cb, self);
}

static void
remove_reply (WmdReport *self, WmdPart *part)
{
  guint position;

  if (g_list_store_find (self->replies, part, &position))
    g_list_store_remove (self->replies, position);
  g_hash_table_remove (self->parts, wmd_part_get_id (part));
}

/* Moves a reply whose name or section changed, and only then: the list is not disturbed while someone types. */
static void
restore_order (WmdReport *self, WmdPart *part)
{
  GListModel *model = G_LIST_MODEL (self->replies);
  g_autoptr (WmdPart) before = NULL;
  g_autoptr (WmdPart) after = NULL;
  guint position;

  if (!g_list_store_find (self->replies, part, &position))
    return;
  before = position > 0 ? g_list_model_get_item (model, position - 1) : NULL;
  after = g_list_model_get_item (model, position + 1);
  if ((before == NULL || compare_parts_cb (before, part, self) < 0) &&
      (after == NULL || compare_parts_cb (part, after, self) < 0))
    return;
  g_object_ref (part);
  g_list_store_remove (self->replies, position);
  g_list_store_insert_sorted (self->replies, part, compare_parts_cb, self);
  g_object_unref (part);
}

static void
wmd_report_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmdReport *self = WMD_REPORT (object);

  if (property_id == PROP_FACTS)
    g_value_set_pointer (value, self->facts);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
wmd_report_finalize (GObject *object)
{
  WmdReport *self = WMD_REPORT (object);

  g_clear_pointer (&self->snapshot, wmd_snapshot_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_object (&self->replies);
  g_clear_object (&self->summary);
  g_clear_object (&self->introduction);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  g_free (self->id);
  g_free (self->unknown);
  G_OBJECT_CLASS (wmd_report_parent_class)->finalize (object);
}

static void
wmd_report_class_init (WmdReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wmd_report_get_property;
  object_class->finalize = wmd_report_finalize;

  properties[PROP_FACTS] =
      g_param_spec_pointer ("facts", NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* (WmdReport *report, WmdEdit *edit, gpointer user_data) */
  signals[CHANGED] =
      g_signal_new ("changed", WMD_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
wmd_report_init (WmdReport *self)
{
  self->replies = g_list_store_new (WMD_TYPE_PART);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

WmdReport *
wmd_report_new (WmdReference *reference)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdBody) summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (WmdSnapshot) snapshot = NULL;

  g_return_val_if_fail (reference != NULL, NULL);

  snapshot = wmd_snapshot_new (reference, id, facts, summary, introduction, replies, NULL);
  return wmd_report_new_from_snapshot (snapshot);
}

WmdReport *
wmd_report_new_from_snapshot (WmdSnapshot *snapshot)
{
  WmdReport *self;

  g_return_val_if_fail (snapshot != NULL, NULL);

  self = g_object_new (WMD_TYPE_REPORT, NULL);
  self->reference = wmd_reference_ref (wmd_snapshot_get_reference (snapshot));
  self->id = g_strdup (wmd_snapshot_get_id (snapshot));
  self->unknown = g_strdup (wmd_snapshot_get_unknown (snapshot));
  self->facts = wmd_facts_ref (wmd_snapshot_get_facts (snapshot));
  self->summary = wmd_part_new (wmd_snapshot_get_summary (snapshot));
  self->introduction = wmd_part_new (wmd_snapshot_get_introduction (snapshot));
  add_part (self, self->summary);
  add_part (self, self->introduction);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    {
      g_autoptr (WmdPart) part = wmd_part_new (wmd_snapshot_get_reply (snapshot, i));

      add_part (self, part);
      g_list_store_append (self->replies, part);
    }
  self->snapshot = wmd_snapshot_ref (snapshot);
  return self;
}

WmdReference *
wmd_report_get_reference (WmdReport *self)
{
  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  return self->reference;
}

const char *
wmd_report_get_id (WmdReport *self)
{
  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  return self->id;
}

WmdFacts *
wmd_report_get_facts (WmdReport *self)
{
  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  return self->facts;
}

WmdPart *
wmd_report_get_summary (WmdReport *self)
{
  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  return self->summary;
}

WmdPart *
wmd_report_get_introduction (WmdReport *self)
{
  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  return self->introduction;
}

GListModel *
wmd_report_list_replies (WmdReport *self)
{
  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  return G_LIST_MODEL (self->replies);
}

WmdPart *
wmd_report_lookup_part (WmdReport *self, const char *id)
{
  g_return_val_if_fail (WMD_IS_REPORT (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->parts, id);
}

char *
wmd_report_dup_new_part_id (WmdReport *self)
{
  guint64 last = 0;
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint64 number;

      if (((char *) id)[0] == 'r' && g_ascii_string_to_unsigned ((char *) id + 1, 10, 1, G_MAXUINT32, &number, NULL))
        last = MAX (last, number);
    }
  return g_strdup_printf ("r%" G_GUINT64_FORMAT, last + 1);
}

WmdSnapshot *
wmd_report_get_snapshot (WmdReport *self)
{
  GListModel *model;
  GPtrArray *replies;

  g_return_val_if_fail (WMD_IS_REPORT (self), NULL);

  if (self->snapshot != NULL)
    return self->snapshot;

  model = G_LIST_MODEL (self->replies);
  replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (model, i);

      g_ptr_array_add (replies, wmd_body_ref (wmd_part_get_body (part)));
    }
  self->snapshot = wmd_snapshot_new_ordered (self->reference, self->id, self->facts, wmd_part_get_body (self->summary),
                                             wmd_part_get_body (self->introduction), replies, self->unknown);
  return self->snapshot;
}

/* --- edits --- */

static gboolean
is_current (WmdReport *self, WmdBody *old_body, WmdBody *new_body)
{
  WmdPart *part = g_hash_table_lookup (self->parts, wmd_body_get_id (old_body != NULL ? old_body : new_body));

  if (old_body == NULL || part == NULL)
    return old_body == NULL && part == NULL;
  return wmd_body_equal (wmd_part_get_body (part), old_body);
}

static gboolean
check_edit (WmdReport *self, WmdEdit *edit, GError **error)
{
  WmdFacts *old_facts = wmd_edit_get_old_facts (edit);
  gboolean current = old_facts == NULL || wmd_facts_equal (old_facts, self->facts);

  for (guint i = 0; current && i < wmd_edit_get_n_bodies (edit); i++)
    {
      WmdBody *old_body, *new_body;

      wmd_edit_get_body (edit, i, &old_body, &new_body);
      current = is_current (self, old_body, new_body);
    }
  if (!current)
    g_set_error (error, WMD_EDIT_ERROR, WMD_EDIT_ERROR_OUTDATED,
                 _ ("“%s” was not done, because the text it was made for has changed. Look at it again."),
                 wmd_edit_get_label (edit));
  return current;
}

static void
apply_body (WmdReport *self, WmdBody *old_body, WmdBody *new_body)
{
  WmdPart *part;

  if (old_body == NULL)
    {
      g_autoptr (WmdPart) added = wmd_part_new (new_body);

      insert_reply (self, added);
      return;
    }
  part = g_hash_table_lookup (self->parts, wmd_body_get_id (old_body));
  if (new_body == NULL)
    {
      remove_reply (self, part);
      return;
    }
  wmd_part_set_body (part, new_body);
  if (wmd_body_get_kind (new_body) == WMD_PART_REPLY)
    restore_order (self, part);
}

gboolean
wmd_report_apply (WmdReport *self, WmdEdit *edit, GError **error)
{
  WmdFacts *new_facts;

  g_return_val_if_fail (WMD_IS_REPORT (self) && edit != NULL, FALSE);

  if (!check_edit (self, edit, error))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->snapshot, wmd_snapshot_unref);
  new_facts = wmd_edit_get_new_facts (edit);
  if (new_facts != NULL && new_facts != self->facts)
    {
      wmd_facts_unref (self->facts);
      self->facts = wmd_facts_ref (new_facts);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
    }
  for (guint i = 0; i < wmd_edit_get_n_bodies (edit); i++)
    {
      WmdBody *old_body, *new_body;

      wmd_edit_get_body (edit, i, &old_body, &new_body);
      apply_body (self, old_body, new_body);
    }
  /* Someone may have asked in the middle, through a notification of one part. */
  g_clear_pointer (&self->snapshot, wmd_snapshot_unref);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0, edit);
  return TRUE;
}
