/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report's own data never changes in place: each wmd_facts_with…() makes another value. Severities are kept
 * sorted, so that the same facts are always the same bytes in a file.
 */

#include "config.h"

#include "model/facts-private.h"

#include <stdlib.h>
#include <string.h>

struct _WmdFacts
{
  gatomicrefcount ref_count;
  char *values[WMD_N_FACTS];
  GPtrArray *waivers;     /* (element-type WmdWaiver), sorted */
  GHashTable *severities; /* rule id to WmdSeverity */
  char **severity_rules;  /* keys of severities, sorted */
  WmdEdition *edition;    /* NULL when no edition was imported */
  char *unknown;          /* JSON object */
};

static const char *const fact_ids[WMD_N_FACTS] = {
  [WMD_FACT_SYMBOL] = "symbol",   [WMD_FACT_SESSION] = "session",       [WMD_FACT_AGENDA_ITEM] = "agenda-item",
  [WMD_FACT_AGENDA] = "agenda",   [WMD_FACT_RESOLUTION] = "resolution", [WMD_FACT_NOTE_VERBALE] = "note-verbale",
  [WMD_FACT_LETTERS] = "letters", [WMD_FACT_DEADLINE] = "deadline",     [WMD_FACT_CUT_OFF] = "cut-off",
  [WMD_FACT_DATE] = "date",       [WMD_FACT_JOB_NUMBER] = "job-number", [WMD_FACT_WEBSITE] = "website",
};

const char *
wmd_fact_get_id (WmdFact fact)
{
  g_return_val_if_fail (fact < WMD_N_FACTS, NULL);

  return fact_ids[fact];
}

WmdFacts *
wmd_facts_new (void)
{
  WmdFacts *self = g_new0 (WmdFacts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->waivers = wmd_waivers_new ();
  self->severities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->severity_rules = g_new0 (char *, 1);
  return self;
}

static WmdFacts *
facts_copy (const WmdFacts *self)
{
  WmdFacts *copy = wmd_facts_new ();
  GHashTableIter iter;
  gpointer rule, severity;

  for (guint i = 0; i < WMD_N_FACTS; i++)
    copy->values[i] = g_strdup (self->values[i]);
  g_ptr_array_unref (copy->waivers);
  copy->waivers = wmd_waivers_copy (self->waivers);
  g_hash_table_iter_init (&iter, self->severities);
  while (g_hash_table_iter_next (&iter, &rule, &severity))
    g_hash_table_insert (copy->severities, g_strdup (rule), severity);
  g_strfreev (copy->severity_rules);
  copy->severity_rules = g_strdupv (self->severity_rules);
  copy->edition = self->edition != NULL ? wmd_edition_copy (self->edition) : NULL;
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

WmdFacts *
wmd_facts_ref (WmdFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_facts_unref (WmdFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < WMD_N_FACTS; i++)
    g_free (self->values[i]);
  g_ptr_array_unref (self->waivers);
  g_hash_table_unref (self->severities);
  g_strfreev (self->severity_rules);
  g_clear_pointer (&self->edition, wmd_edition_free);
  g_free (self->unknown);
  g_free (self);
}

const char *
wmd_facts_get (const WmdFacts *self, WmdFact fact)
{
  g_return_val_if_fail (self != NULL && fact < WMD_N_FACTS, NULL);

  return self->values[fact];
}

gboolean
wmd_facts_get_date (const WmdFacts *self, WmdFact fact, WmdDate *date)
{
  g_return_val_if_fail (self != NULL && fact < WMD_N_FACTS, FALSE);

  return wmd_date_parse_iso (self->values[fact], date) && wmd_date_is_valid (date);
}

guint
wmd_facts_get_session (const WmdFacts *self)
{
  guint64 session;

  g_return_val_if_fail (self != NULL, 0);

  if (self->values[WMD_FACT_SESSION] == NULL ||
      !g_ascii_string_to_unsigned (self->values[WMD_FACT_SESSION], 10, 1, G_MAXUINT, &session, NULL))
    return 0;
  return session;
}

const WmdResolution *
wmd_facts_lookup_resolution (const WmdFacts *self, WmdReference *reference)
{
  const char *symbol;
  const WmdResolution *resolution;

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  symbol = self->values[WMD_FACT_RESOLUTION];
  resolution = wmd_reference_lookup_resolution (reference, symbol);
  if (resolution == NULL)
    resolution = wmd_reference_lookup_resolution_for_session (reference, wmd_facts_get_session (self));
  else
    return resolution;
  return resolution != NULL && (symbol == NULL || resolution->symbol == NULL) ? resolution : NULL;
}

const GPtrArray *
wmd_facts_get_waivers (const WmdFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->waivers;
}

const WmdEdition *
wmd_facts_get_edition (const WmdFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edition;
}

gboolean
wmd_facts_get_severity (const WmdFacts *self, const char *rule, WmdSeverity *severity)
{
  gpointer value;

  g_return_val_if_fail (self != NULL && rule != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->severities, rule, NULL, &value))
    return FALSE;
  *severity = GPOINTER_TO_UINT (value);
  return TRUE;
}

const char *const *
wmd_facts_list_severities (const WmdFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->severity_rules;
}

const char *
wmd_facts_get_unknown (const WmdFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unknown;
}

WmdFacts *
wmd_facts_with (const WmdFacts *self, WmdFact fact, const char *value)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL && fact < WMD_N_FACTS, NULL);

  copy = facts_copy (self);
  g_free (copy->values[fact]);
  copy->values[fact] = g_strdup (value);
  return copy;
}

WmdFacts *
wmd_facts_without_waiver (const WmdFacts *self, const WmdWaiver *waiver)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL && waiver != NULL, NULL);

  copy = facts_copy (self);
  for (guint i = copy->waivers->len; i > 0; i--)
    if (wmd_waiver_compare (copy->waivers->pdata[i - 1], waiver) == 0)
      g_ptr_array_remove_index (copy->waivers, i - 1);
  return copy;
}

WmdFacts *
wmd_facts_with_waiver (const WmdFacts *self, const WmdWaiver *waiver)
{
  WmdFacts *copy = wmd_facts_without_waiver (self, waiver);

  g_return_val_if_fail (copy != NULL, NULL);

  wmd_waivers_add (copy->waivers, waiver);
  return copy;
}

WmdFacts *
wmd_facts_with_waivers (const WmdFacts *self, const GPtrArray *waivers)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL && waivers != NULL, NULL);

  copy = facts_copy (self);
  g_ptr_array_unref (copy->waivers);
  copy->waivers = wmd_waivers_copy (waivers);
  return copy;
}

static int
compare_strings_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
list_severity_rules (WmdFacts *self)
{
  GPtrArray *rules = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer rule;

  g_hash_table_iter_init (&iter, self->severities);
  while (g_hash_table_iter_next (&iter, &rule, NULL))
    g_ptr_array_add (rules, g_strdup (rule));
  g_ptr_array_sort (rules, compare_strings_cb);
  g_ptr_array_add (rules, NULL);
  g_strfreev (self->severity_rules);
  self->severity_rules = (char **) g_ptr_array_free (rules, FALSE);
}

WmdFacts *
wmd_facts_with_severity (const WmdFacts *self, const char *rule, WmdSeverity severity)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL && rule != NULL, NULL);

  copy = facts_copy (self);
  g_hash_table_insert (copy->severities, g_strdup (rule), GUINT_TO_POINTER (severity));
  list_severity_rules (copy);
  return copy;
}

WmdFacts *
wmd_facts_with_severities (const WmdFacts *self, GHashTable *severities)
{
  WmdFacts *copy;
  GHashTableIter iter;
  gpointer rule, severity;

  g_return_val_if_fail (self != NULL && severities != NULL, NULL);

  copy = facts_copy (self);
  g_hash_table_remove_all (copy->severities);
  g_hash_table_iter_init (&iter, severities);
  while (g_hash_table_iter_next (&iter, &rule, &severity))
    g_hash_table_insert (copy->severities, g_strdup (rule), severity);
  list_severity_rules (copy);
  return copy;
}

WmdFacts *
wmd_facts_without_severity (const WmdFacts *self, const char *rule)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL && rule != NULL, NULL);

  copy = facts_copy (self);
  g_hash_table_remove (copy->severities, rule);
  list_severity_rules (copy);
  return copy;
}

WmdFacts *
wmd_facts_with_edition (const WmdFacts *self, const WmdEdition *edition)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = facts_copy (self);
  g_clear_pointer (&copy->edition, wmd_edition_free);
  copy->edition = edition != NULL ? wmd_edition_copy (edition) : NULL;
  return copy;
}

WmdFacts *
wmd_facts_with_unknown (const WmdFacts *self, const char *unknown)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = facts_copy (self);
  g_free (copy->unknown);
  copy->unknown = g_strdup (unknown);
  return copy;
}

gboolean
wmd_facts_equal (const WmdFacts *a, const WmdFacts *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  for (guint i = 0; i < WMD_N_FACTS; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;
  if (!g_strv_equal (wmd_facts_list_severities (a), wmd_facts_list_severities (b)))
    return FALSE;
  for (guint i = 0; a->severity_rules[i] != NULL; i++)
    if (g_hash_table_lookup (a->severities, a->severity_rules[i]) !=
        g_hash_table_lookup (b->severities, a->severity_rules[i]))
      return FALSE;
  return wmd_waivers_equal (a->waivers, b->waivers) && wmd_edition_equal (a->edition, b->edition) &&
         g_strcmp0 (a->unknown, b->unknown) == 0;
}
