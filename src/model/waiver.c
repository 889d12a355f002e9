/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Waivers are kept sorted, so that the same facts are always the same bytes in a file. */

#include "config.h"

#include "model/facts-private.h"

#include <string.h>

static void
waiver_free (gpointer data)
{
  WmdWaiver *waiver = data;

  g_free (waiver->rule);
  g_free (waiver->part);
  g_free (waiver->block);
  g_free (waiver->fingerprint);
  g_free (waiver->reason);
  g_free (waiver->unknown);
  g_free (waiver);
}

static gpointer
waiver_copy_cb (gconstpointer data, gpointer user_data)
{
  const WmdWaiver *waiver = data;
  WmdWaiver *copy = g_new (WmdWaiver, 1);

  *copy = (WmdWaiver){ g_strdup (waiver->rule),   g_strdup (waiver->part),        waiver->language,
                       g_strdup (waiver->block),  g_strdup (waiver->fingerprint), g_strdup (waiver->reason),
                       g_strdup (waiver->unknown) };
  return copy;
}

int
wmd_waiver_compare (const WmdWaiver *a, const WmdWaiver *b)
{
  int order = g_strcmp0 (a->part, b->part);

  if (order == 0)
    order = (int) a->language - (int) b->language;
  if (order == 0)
    order = g_strcmp0 (a->block, b->block);
  if (order == 0)
    order = g_strcmp0 (a->rule, b->rule);
  return order != 0 ? order : g_strcmp0 (a->fingerprint, b->fingerprint);
}

static int
compare_waivers_cb (gconstpointer a, gconstpointer b)
{
  return wmd_waiver_compare (*(WmdWaiver *const *) a, *(WmdWaiver *const *) b);
}

GPtrArray *
wmd_waivers_new (void)
{
  return g_ptr_array_new_with_free_func (waiver_free);
}

GPtrArray *
wmd_waivers_copy (const GPtrArray *waivers)
{
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) waivers, waiver_copy_cb, NULL);

  g_ptr_array_set_free_func (copy, waiver_free);
  g_ptr_array_sort (copy, compare_waivers_cb);
  return copy;
}

void
wmd_waivers_add (GPtrArray *waivers, const WmdWaiver *waiver)
{
  g_ptr_array_add (waivers, waiver_copy_cb (waiver, NULL));
  g_ptr_array_sort (waivers, compare_waivers_cb);
}

gboolean
wmd_waivers_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const WmdWaiver *first = a->pdata[i], *second = b->pdata[i];

      if (wmd_waiver_compare (first, second) != 0 || g_strcmp0 (first->reason, second->reason) != 0 ||
          g_strcmp0 (first->unknown, second->unknown) != 0)
        return FALSE;
    }
  return TRUE;
}
