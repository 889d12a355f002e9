/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A snapshot is a handful of pointers per reply: the values themselves are shared with the report and with
 * other snapshots. It also decides the order of replies, in which no one else has a say.
 */

#include "config.h"

#include "model/snapshot.h"

#include "model/order-private.h"

#include <stdlib.h>
#include <string.h>

struct _WmdSnapshot
{
  gatomicrefcount ref_count;
  WmdReference *reference;
  char *id;
  WmdFacts *facts;
  WmdBody *summary;
  WmdBody *introduction;
  GPtrArray *replies; /* (element-type WmdBody), in the order of the English edition */
  GHashTable *index;  /* part id (owned by the body) to WmdBody (owned by the members above) */
  char *unknown;      /* JSON object */
};

/* --- order --- */

void
wmd_order_key_init (WmdOrderKey *key, const WmdBody *body, WmdReference *reference, WmdLanguage language)
{
  /* The Chinese edition keeps the English order. */
  WmdLanguage naming = language == WMD_LANGUAGE_ZH ? WMD_LANGUAGE_EN : language;
  const char *name = wmd_body_get_name (body, reference, naming);

  key->section = wmd_body_get_section (body, reference);
  key->name = wmd_reference_get_sort_key (reference, naming, name != NULL ? name : "");
}

void
wmd_order_key_clear (WmdOrderKey *key)
{
  g_clear_pointer (&key->name, g_free);
}

int
wmd_order_compare (const WmdOrderKey *a, const char *id_a, const WmdOrderKey *b, const char *id_b)
{
  int order;

  if (a->section != b->section)
    return (int) a->section - (int) b->section;
  order = strcmp (a->name, b->name);
  return order != 0 ? order : strcmp (id_a, id_b);
}

typedef struct
{
  WmdOrderKey key;
  WmdBody *body;
} Ordered;

static int
compare_ordered_cb (gconstpointer a, gconstpointer b)
{
  const Ordered *first = a, *second = b;

  return wmd_order_compare (&first->key, wmd_body_get_id (first->body), &second->key, wmd_body_get_id (second->body));
}

/* (transfer full) @bodies in the order of the edition in @language. */
static GPtrArray *
order_bodies (const GPtrArray *bodies, WmdReference *reference, WmdLanguage language)
{
  GPtrArray *sorted = g_ptr_array_new_full (bodies->len, (GDestroyNotify) wmd_body_unref);
  g_autofree Ordered *ordered = g_new (Ordered, bodies->len);

  for (guint i = 0; i < bodies->len; i++)
    {
      ordered[i].body = bodies->pdata[i];
      wmd_order_key_init (&ordered[i].key, bodies->pdata[i], reference, language);
    }
  if (bodies->len > 0)
    qsort (ordered, bodies->len, sizeof (Ordered), compare_ordered_cb);
  for (guint i = 0; i < bodies->len; i++)
    {
      g_ptr_array_add (sorted, wmd_body_ref (ordered[i].body));
      wmd_order_key_clear (&ordered[i].key);
    }
  return sorted;
}

/* --- the value --- */

WmdSnapshot *
wmd_snapshot_new_ordered (WmdReference *reference,
                          const char *id,
                          WmdFacts *facts,
                          WmdBody *summary,
                          WmdBody *introduction,
                          GPtrArray *replies,
                          const char *unknown)
{
  WmdSnapshot *self = g_new0 (WmdSnapshot, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->reference = wmd_reference_ref (reference);
  self->id = g_strdup (id);
  self->facts = wmd_facts_ref (facts);
  self->summary = wmd_body_ref (summary);
  self->introduction = wmd_body_ref (introduction);
  self->replies = replies;
  self->unknown = g_strdup (unknown);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->index, (char *) wmd_body_get_id (summary), summary);
  g_hash_table_insert (self->index, (char *) wmd_body_get_id (introduction), introduction);
  for (guint i = 0; i < replies->len; i++)
    g_hash_table_insert (self->index, (char *) wmd_body_get_id (replies->pdata[i]), replies->pdata[i]);
  return self;
}

WmdSnapshot *
wmd_snapshot_new (WmdReference *reference,
                  const char *id,
                  WmdFacts *facts,
                  WmdBody *summary,
                  WmdBody *introduction,
                  const GPtrArray *replies,
                  const char *unknown)
{
  g_return_val_if_fail (reference != NULL && id != NULL && facts != NULL, NULL);
  g_return_val_if_fail (summary != NULL && introduction != NULL && replies != NULL, NULL);

  return wmd_snapshot_new_ordered (reference, id, facts, summary, introduction,
                                   order_bodies (replies, reference, WMD_LANGUAGE_EN), unknown);
}

WmdSnapshot *
wmd_snapshot_ref (WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_snapshot_unref (WmdSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->replies);
  wmd_body_unref (self->summary);
  wmd_body_unref (self->introduction);
  wmd_facts_unref (self->facts);
  wmd_reference_unref (self->reference);
  g_free (self->id);
  g_free (self->unknown);
  g_free (self);
}

WmdReference *
wmd_snapshot_get_reference (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reference;
}

const char *
wmd_snapshot_get_id (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

WmdFacts *
wmd_snapshot_get_facts (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

WmdBody *
wmd_snapshot_get_summary (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

WmdBody *
wmd_snapshot_get_introduction (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->introduction;
}

const char *
wmd_snapshot_get_unknown (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unknown;
}

guint
wmd_snapshot_get_n_replies (const WmdSnapshot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->replies->len;
}

WmdBody *
wmd_snapshot_get_reply (const WmdSnapshot *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->replies->len, NULL);

  return self->replies->pdata[index];
}

WmdBody *
wmd_snapshot_lookup_body (const WmdSnapshot *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->index, id);
}

GPtrArray *
wmd_snapshot_list_replies (const WmdSnapshot *self, WmdLanguage language, WmdSection section)
{
  g_autoptr (GPtrArray) of_section = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && language != WMD_LANGUAGE_NONE, NULL);

  for (guint i = 0; i < self->replies->len; i++)
    if (wmd_body_get_section (self->replies->pdata[i], self->reference) == section)
      g_ptr_array_add (of_section, self->replies->pdata[i]);
  return order_bodies (of_section, self->reference, language);
}

guint
wmd_snapshot_count_replies (const WmdSnapshot *self, WmdSection section, const WmdDate *until)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->replies->len; i++)
    {
      const WmdBody *body = self->replies->pdata[i];
      WmdDate date;

      if (wmd_body_get_section (body, self->reference) != section)
        continue;
      if (until == NULL || !wmd_date_is_set (until) || !wmd_body_get_date (body, &date) ||
          wmd_date_compare (&date, until) <= 0)
        count++;
    }
  return count;
}

gboolean
wmd_snapshot_equal (const WmdSnapshot *a, const WmdSnapshot *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (strcmp (a->id, b->id) != 0 || a->replies->len != b->replies->len || g_strcmp0 (a->unknown, b->unknown) != 0 ||
      !wmd_facts_equal (a->facts, b->facts) || !wmd_body_equal (a->summary, b->summary) ||
      !wmd_body_equal (a->introduction, b->introduction))
    return FALSE;
  for (guint i = 0; i < a->replies->len; i++)
    if (!wmd_body_equal (a->replies->pdata[i], b->replies->pdata[i]))
      return FALSE;
  return TRUE;
}
