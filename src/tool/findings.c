/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "rules/checker.h"
#include "store/json-writer.h"
#include "tool/command.h"

typedef struct
{
  guint by_severity[WMD_SEVERITY_ERROR + 1]; /* that stand */
} Counts;

static Counts
count_findings (const GPtrArray *findings)
{
  Counts counts = { 0 };

  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = findings->pdata[i];

      if (finding->waived == NULL)
        counts.by_severity[finding->severity]++;
    }
  return counts;
}

static WmdBody *
get_body (WmdSnapshot *snapshot, const WmdFinding *finding)
{
  return finding->part != NULL ? wmd_snapshot_lookup_body (snapshot, finding->part) : NULL;
}

/* --- JSON --- */

static void
add_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
describe_finding (WmdSnapshot *snapshot, const WmdFinding *finding)
{
  JsonObject *object = json_object_new ();
  WmdBody *body = get_body (snapshot, finding);

  add_string (object, "rule", finding->rule);
  add_string (object, "severity", wmd_severity_get_id (finding->severity));
  add_string (object, "reply", finding->part);
  add_string (object, "respondent", body != NULL ? wmd_body_get_field (body, WMD_FIELD_RESPONDENT) : NULL);
  add_string (object, "language",
              finding->language != WMD_LANGUAGE_NONE ? wmd_language_get_code (finding->language) : NULL);
  add_string (object, "block", finding->block);
  add_string (object, "hint", finding->hint);
  add_string (object, "message", finding->message);
  add_string (object, "explanation", finding->explanation);
  json_object_set_boolean_member (object, "fixable", finding->fix != NULL);
  add_string (object, "waived", finding->waived);
  if (finding->line > 0)
    json_object_set_int_member (object, "line", finding->line);
  return object;
}

/* The states of a request: the first name is for programs, the last of what is told besides. */
static const struct
{
  const char *id;
  const char *name;
  const char *where;
} states[] = {
  [WMD_REQUEST_MET] = { "met", N_ ("met"), "where" },
  [WMD_REQUEST_NOT_MET] = { "not-met", N_ ("not met"), "where" },
  [WMD_REQUEST_NOT_APPLICABLE] = { "not-applicable", N_ ("not applicable"), "where" },
  [WMD_REQUEST_WAIVED] = { "waived", N_ ("waived"), "reason" },
  [WMD_REQUEST_NOT_CHECKED] = { "not-checked", N_ ("not checked"), "rule" },
};

static JsonArray *
describe_requests (WmdTool *tool, const GPtrArray *requests)
{
  JsonArray *array = json_array_sized_new (requests->len);

  for (guint i = 0; i < requests->len; i++)
    {
      const WmdChecklistEntry *entry = requests->pdata[i];
      JsonObject *object = json_object_new ();

      add_string (object, "id", entry->request->id);
      add_string (object, "text", wmd_resolution_request_get_text (entry->request, tool->language));
      add_string (object, "state", states[entry->state].id);
      add_string (object, states[entry->state].where, entry->where);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_json (WmdTool *tool,
            WmdSnapshot *snapshot,
            const GPtrArray *findings,
            const GPtrArray *requests,
            FILE *stream,
            const Counts *counts)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_sized_new (findings->len);

  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (array, describe_finding (snapshot, findings->pdata[i]));
  json_object_set_array_member (object, "findings", array);
  if (requests != NULL)
    json_object_set_array_member (object, "requests", describe_requests (tool, requests));
  json_object_set_int_member (object, "errors", counts->by_severity[WMD_SEVERITY_ERROR]);
  json_object_set_int_member (object, "warnings", counts->by_severity[WMD_SEVERITY_WARNING]);
  json_object_set_int_member (object, "notes", counts->by_severity[WMD_SEVERITY_NOTE]);
  json_node_take_object (root, object);
  wmd_json_write (text, root, 0);
  g_string_append_c (text, '\n');
  fputs (text->str, stream);
}

/* --- text --- */

/* "Colombia, es, b3" */
static char *
describe_place (WmdTool *tool, WmdSnapshot *snapshot, const WmdFinding *finding)
{
  WmdBody *body = get_body (snapshot, finding);
  const char *name = body != NULL ? wmd_body_get_name (body, tool->reference, tool->language) : NULL;
  GString *place = g_string_new (name != NULL ? name : finding->part != NULL ? finding->part : _ ("Report"));

  if (finding->language != WMD_LANGUAGE_NONE)
    g_string_append_printf (place, ", %s", wmd_language_get_code (finding->language));
  if (finding->block != NULL)
    g_string_append_printf (place, ", %s", finding->block);
  /* Translators: %u is the number of a line of a text file */
  if (finding->line > 0)
    g_string_append_printf (place, _ (", line %u"), finding->line);
  return g_string_free (place, FALSE);
}

/* "  met: Say what the Assembly asked for … (introduction)" */
static void
append_requests (WmdTool *tool, GString *text, const GPtrArray *requests)
{
  if (requests->len > 0)
    g_string_append_printf (text, "\n%s\n", _ ("What the resolution asks for:"));
  for (guint i = 0; i < requests->len; i++)
    {
      const WmdChecklistEntry *entry = requests->pdata[i];

      g_string_append_printf (text, "  %s: %s", _ (states[entry->state].name),
                              wmd_resolution_request_get_text (entry->request, tool->language));
      if (entry->where != NULL)
        g_string_append_printf (text, " (%s)", entry->where);
      g_string_append_c (text, '\n');
    }
}

static void
print_text (WmdTool *tool,
            WmdSnapshot *snapshot,
            const GPtrArray *findings,
            const GPtrArray *requests,
            FILE *stream,
            const Counts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const severities[] = { _ ("note"), _ ("warning"), _ ("error") };

  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = findings->pdata[i];
      g_autofree char *place = describe_place (tool, snapshot, finding);

      g_string_append_printf (text, "%s: %s: %s [%s]\n",
                              finding->waived != NULL ? _ ("waived") : severities[finding->severity], place,
                              finding->message, finding->rule);
      if (finding->waived != NULL)
        g_string_append_printf (text, "    %s\n", finding->waived);
      else if (finding->line > 0 && finding->hint != NULL) /* what an imported file says there */
        g_string_append_printf (text, "    %s\n", finding->hint);
    }
  if (findings->len == 0)
    g_string_append_printf (text, "%s\n", _ ("Nothing to report."));
  else
    {
      guint errors = counts->by_severity[WMD_SEVERITY_ERROR];
      guint warnings = counts->by_severity[WMD_SEVERITY_WARNING];
      guint notes = counts->by_severity[WMD_SEVERITY_NOTE];

      g_string_append_printf (text, ngettext ("%u error", "%u errors", errors), errors);
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u warning", "%u warnings", warnings), warnings);
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u note", "%u notes", notes), notes);
      g_string_append_c (text, '\n');
    }
  if (requests != NULL)
    append_requests (tool, text, requests);
  fputs (text->str, stream);
}

WmdExit
wmd_tool_print_findings (WmdTool *tool,
                         WmdSnapshot *snapshot,
                         const GPtrArray *findings,
                         const GPtrArray *requests,
                         FILE *stream,
                         gboolean json,
                         gboolean strict)
{
  Counts counts = count_findings (findings);

  if (json)
    print_json (tool, snapshot, findings, requests, stream, &counts);
  else
    print_text (tool, snapshot, findings, requests, stream, &counts);
  if (counts.by_severity[WMD_SEVERITY_ERROR] > 0 || (strict && counts.by_severity[WMD_SEVERITY_WARNING] > 0))
    return WMD_EXIT_FINDINGS;
  return WMD_EXIT_DONE;
}
