/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* queries: what respondents are asked, as a list or as the letters that ask it. */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "compose/letter.h"
#include "store/json-writer.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", "letter", NULL };

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
describe_query (const WmdBody *reply, const WmdQuery *query)
{
  JsonObject *object = json_object_new ();
  WmdLanguage language = wmd_query_get_language (query);

  add_string (object, "reply", wmd_body_get_id (reply));
  add_string (object, "respondent", wmd_body_get_field (reply, WMD_FIELD_RESPONDENT));
  add_string (object, "id", wmd_query_get_id (query));
  add_string (object, "language", language != WMD_LANGUAGE_NONE ? wmd_language_get_code (language) : NULL);
  for (guint i = 0; i < WMD_N_QUERY_TEXTS; i++)
    add_string (object, wmd_query_text_get_id (i), wmd_query_get_text (query, i));
  json_object_set_boolean_member (object, "closed", wmd_query_get_closed (query));
  return object;
}

static void
print_json (WmdTool *tool, WmdSnapshot *snapshot, const GPtrArray *replies)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  guint n_open = 0;

  for (guint i = 0; i < replies->len; i++)
    {
      const GPtrArray *queries = wmd_body_get_queries (replies->pdata[i]);

      for (guint j = 0; j < queries->len; j++)
        {
          n_open += !wmd_query_get_closed (queries->pdata[j]);
          json_array_add_object_element (array, describe_query (replies->pdata[i], queries->pdata[j]));
        }
    }
  json_object_set_array_member (object, "queries", array);
  json_object_set_int_member (object, "open", n_open);
  json_node_take_object (root, object);
  wmd_json_write (text, root, 0);
  g_string_append_c (text, '\n');
  wmd_tool_print (text->str);
}

/* --- text --- */

static void
append_query (GString *text, const WmdQuery *query)
{
  const char *passage = wmd_query_get_text (query, WMD_QUERY_PASSAGE);
  const char *block = wmd_query_get_text (query, WMD_QUERY_BLOCK);
  const char *answer = wmd_query_get_text (query, WMD_QUERY_ANSWER);
  WmdLanguage language = wmd_query_get_language (query);

  g_string_append_printf (text, "  %s (%s)", wmd_query_get_id (query),
                          wmd_query_get_closed (query) ? _ ("closed") : _ ("open"));
  if (language != WMD_LANGUAGE_NONE)
    g_string_append_printf (text, ", %s", wmd_language_get_code (language));
  if (block != NULL)
    g_string_append_printf (text, ", %s", block);
  if (passage != NULL)
    g_string_append_printf (text, _ (": “%s”"), passage);
  g_string_append_printf (text, "\n    %s\n", wmd_query_get_text (query, WMD_QUERY_QUESTION));
  if (answer != NULL)
    g_string_append_printf (text, "    → %s\n", answer);
}

static void
print_text (WmdTool *tool, WmdSnapshot *snapshot, const GPtrArray *replies)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < replies->len; i++)
    {
      WmdBody *reply = replies->pdata[i];
      const GPtrArray *queries = wmd_body_get_queries (reply);
      const char *name = wmd_body_get_name (reply, tool->reference, tool->language);

      if (queries->len > 0)
        g_string_append_printf (text, "%s\n", name != NULL ? name : wmd_body_get_id (reply));
      for (guint j = 0; j < queries->len; j++)
        append_query (text, queries->pdata[j]);
    }
  if (text->len == 0)
    g_string_append_printf (text, "%s\n", _ ("There is no query."));
  wmd_tool_print (text->str);
}

/* One letter after the other, each on a page of its own. */
static void
print_letters (WmdTool *tool, WmdSnapshot *snapshot, const GPtrArray *replies)
{
  gboolean first = TRUE;

  for (guint i = 0; i < replies->len; i++)
    {
      g_autofree char *letter = wmd_letter_compose (snapshot, replies->pdata[i]);

      if (letter == NULL)
        continue;
      if (!first)
        wmd_tool_print ("\f");
      wmd_tool_print (letter);
      first = FALSE;
    }
  if (first)
    g_printerr ("wmd-report-tool queries: %s\n", _ ("There is no open query."));
}

/* --- the command --- */

/* Replies of @respondent, or all; an id of the registry or of the reply. (transfer full) (element-type WmdBody) */
static GPtrArray *
list_replies (WmdSnapshot *snapshot, const char *respondent)
{
  GPtrArray *replies = g_ptr_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (snapshot, i);

      if (respondent == NULL || g_strcmp0 (respondent, wmd_body_get_field (reply, WMD_FIELD_RESPONDENT)) == 0 ||
          g_strcmp0 (respondent, wmd_body_get_id (reply)) == 0)
        g_ptr_array_add (replies, reply);
    }
  return replies;
}

WmdExit
wmd_command_queries (WmdTool *tool, int argc, char **argv)
{
  static void (*const print[]) (WmdTool *, WmdSnapshot *, const GPtrArray *) = { print_text, print_json,
                                                                                 print_letters };
  g_autofree char *respondent = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "respondent", 0, 0, G_OPTION_ARG_STRING, &respondent,
      N_ ("Only the queries to this respondent, such as COL or unodc"), "ID" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("How to print the queries: text (the default), json, or letter for those that are open"), "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) replies = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;
  int chosen = 0;

  if (!wmd_command_parse ("queries", entries, argc, argv, 1, &path) ||
      (format != NULL && (chosen = wmd_command_choose ("format", format, formats)) < 0))
    return WMD_EXIT_USAGE;
  snapshot = wmd_tool_read_report (tool, path, &error);
  if (snapshot == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  replies = list_replies (snapshot, respondent);
  if (respondent != NULL && replies->len == 0)
    {
      g_printerr (_ ("wmd-report-tool queries: The report has no reply from “%s”.\n"), respondent);
      return WMD_EXIT_USAGE;
    }
  print[chosen](tool, snapshot, replies);
  return WMD_EXIT_DONE;
}
