/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* roll-forward: the report of a new year from the last one, and a list of what was replaced, for someone to confirm. */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "model/roll-forward.h"
#include "store/json-writer.h"
#include "store/store.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", NULL };

/* --- what was replaced --- */

static void
add_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
describe_value (const WmdRolledValue *value)
{
  JsonObject *object = json_object_new ();

  add_string (object, "part", value->part);
  add_string (object, "language",
              value->language != WMD_LANGUAGE_NONE ? wmd_language_get_code (value->language) : NULL);
  add_string (object, "block", value->block);
  add_string (object, "field", value->field);
  add_string (object, "old", value->old_text);
  add_string (object, "new", value->new_text);
  return object;
}

static void
print_json (WmdSnapshot *snapshot, const GPtrArray *values, FILE *stream)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObject *object = json_object_new ();
  JsonArray *replaced = json_array_sized_new (values->len);

  for (guint i = 0; i < values->len; i++)
    json_array_add_object_element (replaced, describe_value (values->pdata[i]));
  json_object_set_string_member (object, "id", wmd_snapshot_get_id (snapshot));
  json_object_set_array_member (object, "replaced", replaced);
  json_node_take_object (root, object);
  wmd_json_write (text, root, 0);
  g_string_append_c (text, '\n');
  fputs (text->str, stream);
}

static void
append_value (GString *text, const WmdRolledValue *value)
{
  const char *old_text = value->old_text != NULL ? value->old_text : _ ("not set");
  const char *new_text = value->new_text != NULL ? value->new_text : _ ("not known yet");

  if (value->part == NULL)
    g_string_append_printf (text, "  %s: %s → %s\n", value->field, old_text, new_text);
  else
    g_string_append_printf (text, "  %s, %s, %s: %s → {%s} (%s)\n", value->part,
                            wmd_language_get_code (value->language), value->block, old_text, value->field, new_text);
}

static void
print_text (const GPtrArray *values, FILE *stream)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_facts = 0;

  g_string_append_printf (text, "%s\n", _ ("Confirm the data of the report:"));
  for (; n_facts < values->len && ((WmdRolledValue *) values->pdata[n_facts])->part == NULL; n_facts++)
    append_value (text, values->pdata[n_facts]);
  if (n_facts < values->len)
    g_string_append_printf (text, "%s\n", _ ("Confirm what stood in the texts and is a field now:"));
  for (guint i = n_facts; i < values->len; i++)
    append_value (text, values->pdata[i]);
  g_string_append_printf (
      text, "%s\n",
      _ ("The summary and the introduction are taken over and marked as reused; the replies are not taken over."));
  fputs (text->str, stream);
}

static void
print_values (WmdSnapshot *snapshot, const GPtrArray *values, gboolean json, FILE *stream)
{
  if (json)
    print_json (snapshot, values, stream);
  else
    print_text (values, stream);
}

/* --- the command --- */

typedef struct
{
  char *output;
  char *resolution;
  int session;
  char *format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->resolution);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options, int argc, char **argv, const char **path)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("The report to write"), "NEW.wmdreport" },
    { "resolution", 0, 0, G_OPTION_ARG_STRING, &options->resolution,
      N_ ("The resolution that asks for the report, such as 79/62"), "SYMBOL" },
    { "session", 0, 0, G_OPTION_ARG_INT, &options->session,
      N_ ("The session to which the report is, where the resolution does not say it"), "N" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("How to print what was replaced: text (the default) or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  const char *problem = NULL;

  if (!wmd_command_parse ("roll-forward", entries, argc, argv, 1, path) ||
      (options->format != NULL && wmd_command_choose ("format", options->format, formats) < 0))
    return FALSE;
  if (options->output == NULL)
    problem = _ ("Say with -o which report to write.");
  else if (options->resolution == NULL && options->session == 0)
    problem =
        _ ("Say with --resolution which resolution asks for the report, or with --session to which session it is.");
  else if (options->session < 0)
    problem = _ ("The number of a session is positive.");
  if (problem != NULL)
    g_printerr ("wmd-report-tool roll-forward: %s\n", problem);
  return problem == NULL;
}

WmdExit
wmd_command_roll_forward (WmdTool *tool, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (WmdSnapshot) last = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;
  gboolean piped;

  if (!parse_options (&options, argc, argv, &path))
    return WMD_EXIT_USAGE;
  last = wmd_tool_read_report (tool, path, &error);
  if (last == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  snapshot = wmd_roll_forward (last, options.resolution, (guint) options.session, &values, &error);
  if (snapshot == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_USAGE;
    }
  bytes = wmd_store_serialize (snapshot);
  if (!wmd_tool_write (options.output, bytes, &error))
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  /* With the report on standard output the list goes beside it. */
  piped = strcmp (options.output, "-") == 0;
  print_values (snapshot, values, g_strcmp0 (options.format, "json") == 0, piped ? stderr : stdout);
  return WMD_EXIT_DONE;
}
