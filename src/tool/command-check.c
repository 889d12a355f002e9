/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "rules/checker.h"
#include "store/json-writer.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", NULL };

WmdExit
wmd_command_check (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *language_code = NULL;
  g_autofree char *format = NULL;
  gboolean strict = FALSE;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language_code,
      N_ ("Ask whether the edition in this language can be issued"), "LL" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the findings: text (the default) or json"),
      "FORMAT" },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Count warnings as errors"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdChecker) checker = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GError) error = NULL;
  WmdLanguage language = WMD_LANGUAGE_NONE;
  const char *path;

  if (!wmd_command_parse ("check", entries, argc, argv, 1, &path) ||
      (format != NULL && wmd_command_choose ("format", format, formats) < 0) ||
      (language_code != NULL && (language = wmd_command_parse_language (language_code)) == WMD_LANGUAGE_NONE))
    return WMD_EXIT_USAGE;

  snapshot = wmd_tool_read_report (tool, path, &error);
  if (snapshot == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  checker = wmd_checker_new (tool->reference);
  findings = wmd_checker_check (checker, snapshot, language);
  requests = wmd_checker_list_requests (checker, snapshot, findings);
  return wmd_tool_print_findings (tool, snapshot, findings, requests, stdout, g_strcmp0 (format, "json") == 0, strict);
}

/* --- rules --- */

static const char *const rule_formats[] = { "text", "json", "markdown", NULL };

static JsonObject *
describe_rule (const WmdRuleInfo *rule)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", rule->id);
  json_object_set_string_member (object, "family", rule->family);
  json_object_set_string_member (object, "severity", wmd_severity_get_id (rule->severity));
  json_object_set_string_member (object, "title", wmd_rules_translate (rule->title));
  json_object_set_string_member (object, "explanation", wmd_rules_translate (rule->explanation));
  json_object_set_string_member (object, "source", wmd_rules_translate (rule->source));
  json_object_set_string_member (object, "example", wmd_rules_translate (rule->example));
  json_object_set_string_member (object, "remedy", wmd_rules_translate (rule->remedy));
  json_object_set_string_member (object, "waiver",
                                 wmd_rules_translate (wmd_rules_lookup_family (rule->family)->waiver));
  return object;
}

static void
print_rules_json (void)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    json_array_add_object_element (array, describe_rule (wmd_rules_get_info (i)));
  json_node_take_array (root, array);
  wmd_json_write (text, root, 0);
  g_string_append_c (text, '\n');
  wmd_tool_print (text->str);
}

static void
print_rules_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      const WmdRuleInfo *rule = wmd_rules_get_info (i);

      g_string_append_printf (text, "%s (%s)\n    %s\n    %s\n", rule->id, wmd_severity_get_id (rule->severity),
                              wmd_rules_translate (rule->title), wmd_rules_translate (rule->explanation));
      g_string_append_printf (text, "    %s %s\n    %s %s\n", _ ("Example:"), wmd_rules_translate (rule->example),
                              _ ("To put right:"), wmd_rules_translate (rule->remedy));
      g_string_append_printf (text, "    %s %s\n    %s %s\n\n", _ ("To waive:"),
                              wmd_rules_translate (wmd_rules_lookup_family (rule->family)->waiver), _ ("Source:"),
                              wmd_rules_translate (rule->source));
    }
  wmd_tool_print (text->str);
}

static void
print_rules_document (void)
{
  g_autofree char *document = wmd_rules_dup_document ();

  wmd_tool_print (document);
}

WmdExit
wmd_command_rules (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the rules: text (the default), json or markdown"),
      "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };

  if (!wmd_command_parse ("rules", entries, argc, argv, 0, NULL) ||
      (format != NULL && wmd_command_choose ("format", format, rule_formats) < 0))
    return WMD_EXIT_USAGE;
  if (g_strcmp0 (format, "json") == 0)
    print_rules_json ();
  else if (g_strcmp0 (format, "markdown") == 0)
    print_rules_document ();
  else
    print_rules_text ();
  return WMD_EXIT_DONE;
}
