/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The requests of the resolution, each with its state. A request is met where none of the rules that its profile
 * names for it speaks with the force of an error; a waived finding makes it waived, for the same reason.
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

static WmdChecklistEntry *
make_entry (const WmdResolutionRequest *request, const GPtrArray *findings)
{
  WmdChecklistEntry *entry = g_new0 (WmdChecklistEntry, 1);

  entry->request = request;
  if (request->rules[0] == NULL)
    {
      entry->state = WMD_REQUEST_NOT_APPLICABLE;
      return entry;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = findings->pdata[i];

      if (!concerns (finding, request))
        continue;
      g_free (entry->where);
      entry->state = finding->waived != NULL ? WMD_REQUEST_WAIVED : WMD_REQUEST_NOT_MET;
      entry->where = g_strdup (finding->waived != NULL ? finding->waived : finding->part);
      if (finding->waived == NULL)
        return entry;
    }
  if (entry->state == WMD_REQUEST_MET)
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
    g_ptr_array_add (entries, make_entry (resolution->requests->pdata[i], findings));
  return entries;
}
