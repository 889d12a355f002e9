/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The requests of the resolution, each with its state. A request is met where the report has the facts that its profile
 * names for it and none of the rules named speaks with the force of an error; a waived finding makes it waived, for the
 * same reason. Where a rule is off nobody knows.
 */

#include "config.h"

#include "rules/checker.h"
#include "rules/rule-private.h"

static void
entry_free (gpointer data)
{
  WmdChecklistEntry *self = data;

  g_free (self->where);
  g_free (self);
}

/* TRUE when the finding is of the rule @name: an id, with the hint behind a colon where it matters. */
static gboolean
is_of (const WmdFinding *finding, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);

  return g_str_equal (finding->rule, parts[0]) && (parts[1] == NULL || g_strcmp0 (finding->hint, parts[1]) == 0);
}

static gboolean
concerns (const WmdFinding *finding, const WmdResolutionRequest *request)
{
  if (g_str_equal (finding->rule, "unresolved-request"))
    return g_strcmp0 (finding->hint, request->id) == 0;
  for (guint i = 0; request->rules[i] != NULL; i++)
    if (is_of (finding, request->rules[i]))
      return finding->severity == WMD_SEVERITY_ERROR;
  return FALSE;
}

gboolean
wmd_request_has_facts (const WmdResolutionRequest *request, const WmdFacts *facts)
{
  for (WmdFact fact = 0; fact < WMD_N_FACTS; fact++)
    {
      const char *value = wmd_facts_get (facts, fact);

      if (g_strv_contains ((const char *const *) request->facts, wmd_fact_get_id (fact)) &&
          (value == NULL || value[0] == '\0'))
        return FALSE;
    }
  return TRUE;
}

/* The section or part that the request is met in; NULL for the report itself. (transfer full) */
static char *
dup_place (const WmdResolutionRequest *request)
{
  char *place = NULL;

  for (guint i = 0; request->rules[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (request->rules[i], ":", 2);
      const WmdRuleInfo *info = wmd_rules_lookup (parts[0]);

      if (parts[1] == NULL && (info == NULL || !g_str_equal (info->id, "missing-introduction")))
        continue;
      g_free (place);
      place = g_strdup (parts[1] != NULL ? parts[1] : "introduction");
    }
  return place;
}

/* The first of the rules that the report has switched off; NULL when all are on. */
static const WmdRuleInfo *
find_off (const WmdResolutionRequest *request, const WmdFacts *facts)
{
  for (guint i = 0; request->rules[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (request->rules[i], ":", 2);
      const WmdRuleInfo *info = wmd_rules_lookup (parts[0]);

      if (info != NULL && !wmd_rule_is_on (info, facts))
        return info;
    }
  return NULL;
}

/* What the findings say of the request: TRUE when one does. */
static gboolean
judge (WmdChecklistEntry *entry, const GPtrArray *findings)
{
  gboolean any = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = findings->pdata[i];

      if (!concerns (finding, entry->request))
        continue;
      any = TRUE;
      g_free (entry->where);
      entry->state = finding->waived != NULL ? WMD_REQUEST_WAIVED : WMD_REQUEST_NOT_MET;
      entry->where = g_strdup (finding->waived != NULL ? finding->waived : finding->part);
      if (finding->waived == NULL)
        break;
    }
  return any;
}

static WmdChecklistEntry *
make_entry (const WmdResolutionRequest *request, const GPtrArray *findings, const WmdFacts *facts)
{
  WmdChecklistEntry *entry = g_new0 (WmdChecklistEntry, 1);
  const WmdRuleInfo *off = find_off (request, facts);

  entry->request = request;
  if (request->rules[0] == NULL)
    entry->state = WMD_REQUEST_NOT_APPLICABLE;
  else if (judge (entry, findings))
    return entry;
  else if (!wmd_request_has_facts (request, facts))
    entry->state = WMD_REQUEST_NOT_MET;
  else if (off != NULL)
    {
      entry->state = WMD_REQUEST_NOT_CHECKED;
      entry->where = g_strdup (wmd_rules_translate (off->title));
    }
  else
    entry->where = dup_place (request);
  return entry;
}

GPtrArray *
wmd_checker_list_requests (WmdChecker *self, WmdSnapshot *snapshot, const GPtrArray *findings)
{
  GPtrArray *entries;
  const WmdResolution *resolution;

  g_return_val_if_fail (self != NULL && snapshot != NULL && findings != NULL, NULL);

  entries = g_ptr_array_new_with_free_func (entry_free);
  resolution = wmd_facts_lookup_resolution (wmd_snapshot_get_facts (snapshot), wmd_snapshot_get_reference (snapshot));
  for (guint i = 0; resolution != NULL && i < resolution->requests->len; i++)
    g_ptr_array_add (entries, make_entry (resolution->requests->pdata[i], findings, wmd_snapshot_get_facts (snapshot)));
  return entries;
}
