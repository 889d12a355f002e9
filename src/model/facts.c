/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report's own data never changes in place: each wmd_facts_with…() makes another value. Waivers and
 * severities are kept sorted, so that the same facts are always the same bytes in a file.
 */

#include "config.h"

#include "model/facts.h"

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

/* --- what an imported edition said --- */

static void
contents_line_free (gpointer data)
{
  WmdContentsLine *line = data;

  g_free (line->title);
  g_free (line->page);
  g_free (line->unknown);
  g_free (line);
}

static void
edition_reply_free (gpointer data)
{
  WmdEditionReply *reply = data;

  g_free (reply->part);
  g_free (reply->unknown);
  g_free (reply);
}

WmdEdition *
wmd_edition_new (WmdLanguage language)
{
  WmdEdition *self = g_new0 (WmdEdition, 1);

  self->language = language;
  self->contents = g_ptr_array_new_with_free_func (contents_line_free);
  self->replies = g_ptr_array_new_with_free_func (edition_reply_free);
  return self;
}

void
wmd_edition_add_line (WmdEdition *self, const char *title, const char *page)
{
  WmdContentsLine *line;

  g_return_if_fail (self != NULL && title != NULL);

  line = g_new (WmdContentsLine, 1);
  *line = (WmdContentsLine){ g_strdup (title), g_strdup (page), NULL };
  g_ptr_array_add (self->contents, line);
}

void
wmd_edition_add_reply (WmdEdition *self, const char *part, WmdSection section)
{
  WmdEditionReply *reply;

  g_return_if_fail (self != NULL && part != NULL);

  reply = g_new (WmdEditionReply, 1);
  *reply = (WmdEditionReply){ g_strdup (part), section, NULL };
  g_ptr_array_add (self->replies, reply);
}

static gpointer
contents_line_copy_cb (gconstpointer data, gpointer user_data)
{
  const WmdContentsLine *line = data;
  WmdContentsLine *copy = g_new (WmdContentsLine, 1);

  *copy = (WmdContentsLine){ g_strdup (line->title), g_strdup (line->page), g_strdup (line->unknown) };
  return copy;
}

static gpointer
edition_reply_copy_cb (gconstpointer data, gpointer user_data)
{
  const WmdEditionReply *reply = data;
  WmdEditionReply *copy = g_new (WmdEditionReply, 1);

  *copy = (WmdEditionReply){ g_strdup (reply->part), reply->section, g_strdup (reply->unknown) };
  return copy;
}

WmdEdition *
wmd_edition_copy (const WmdEdition *self)
{
  WmdEdition *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (WmdEdition, 1);
  copy->language = self->language;
  copy->originals = g_strdupv (self->originals);
  copy->contents = g_ptr_array_copy (self->contents, contents_line_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->contents, contents_line_free);
  copy->replies = g_ptr_array_copy (self->replies, edition_reply_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->replies, edition_reply_free);
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

void
wmd_edition_free (WmdEdition *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->originals);
  g_ptr_array_unref (self->contents);
  g_ptr_array_unref (self->replies);
  g_free (self->unknown);
  g_free (self);
}

static gboolean
strv_equal0 (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
edition_equal (const WmdEdition *a, const WmdEdition *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->language != b->language || !strv_equal0 (a->originals, b->originals) || a->contents->len != b->contents->len ||
      a->replies->len != b->replies->len)
    return FALSE;
  for (guint i = 0; i < a->contents->len; i++)
    {
      const WmdContentsLine *first = a->contents->pdata[i], *second = b->contents->pdata[i];

      if (strcmp (first->title, second->title) != 0 || g_strcmp0 (first->page, second->page) != 0 ||
          g_strcmp0 (first->unknown, second->unknown) != 0)
        return FALSE;
    }
  for (guint i = 0; i < a->replies->len; i++)
    {
      const WmdEditionReply *first = a->replies->pdata[i], *second = b->replies->pdata[i];

      if (strcmp (first->part, second->part) != 0 || first->section != second->section ||
          g_strcmp0 (first->unknown, second->unknown) != 0)
        return FALSE;
    }
  return g_strcmp0 (a->unknown, b->unknown) == 0;
}

/* --- waivers --- */

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

/* By what is waived, the reason apart. */
static int
compare_waivers (const WmdWaiver *a, const WmdWaiver *b)
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
  return compare_waivers (*(WmdWaiver *const *) a, *(WmdWaiver *const *) b);
}

/* --- the value --- */

WmdFacts *
wmd_facts_new (void)
{
  WmdFacts *self = g_new0 (WmdFacts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->waivers = g_ptr_array_new_with_free_func (waiver_free);
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
  copy->waivers = g_ptr_array_copy (self->waivers, waiver_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->waivers, waiver_free);
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

  return wmd_date_parse_iso (self->values[fact], date);
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
    if (compare_waivers (copy->waivers->pdata[i - 1], waiver) == 0)
      g_ptr_array_remove_index (copy->waivers, i - 1);
  return copy;
}

WmdFacts *
wmd_facts_with_waiver (const WmdFacts *self, const WmdWaiver *waiver)
{
  WmdFacts *copy = wmd_facts_without_waiver (self, waiver);

  g_return_val_if_fail (copy != NULL, NULL);

  g_ptr_array_add (copy->waivers, waiver_copy_cb (waiver, NULL));
  g_ptr_array_sort (copy->waivers, compare_waivers_cb);
  return copy;
}

WmdFacts *
wmd_facts_with_waivers (const WmdFacts *self, const GPtrArray *waivers)
{
  WmdFacts *copy;

  g_return_val_if_fail (self != NULL && waivers != NULL, NULL);

  copy = facts_copy (self);
  g_ptr_array_unref (copy->waivers);
  copy->waivers = g_ptr_array_copy ((GPtrArray *) waivers, waiver_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->waivers, waiver_free);
  g_ptr_array_sort (copy->waivers, compare_waivers_cb);
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

static gboolean
waivers_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const WmdWaiver *first = a->pdata[i], *second = b->pdata[i];

      if (compare_waivers (first, second) != 0 || g_strcmp0 (first->reason, second->reason) != 0 ||
          g_strcmp0 (first->unknown, second->unknown) != 0)
        return FALSE;
    }
  return TRUE;
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
  if (!strv_equal0 (a->severity_rules, b->severity_rules))
    return FALSE;
  for (guint i = 0; a->severity_rules[i] != NULL; i++)
    if (g_hash_table_lookup (a->severities, a->severity_rules[i]) !=
        g_hash_table_lookup (b->severities, a->severity_rules[i]))
      return FALSE;
  return waivers_equal (a->waivers, b->waivers) && edition_equal (a->edition, b->edition) &&
         g_strcmp0 (a->unknown, b->unknown) == 0;
}
