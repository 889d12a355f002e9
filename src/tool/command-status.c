/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* status: how far each part of the report is in each language. */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "model/translation.h"
#include "store/json-writer.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", "csv", NULL };

static void
add_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/* The deadline of the report, or else of its resolution; all zero when neither is known. */
static WmdDate
find_deadline (WmdTool *tool, WmdSnapshot *snapshot)
{
  WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  const WmdResolution *resolution = wmd_facts_lookup_resolution (facts, tool->reference);
  WmdDate deadline = { 0 };

  if (!wmd_facts_get_date (facts, WMD_FACT_DEADLINE, &deadline) && resolution != NULL)
    deadline = resolution->deadline;
  return deadline;
}

static gboolean
is_late (const WmdBody *body, const WmdDate *deadline)
{
  WmdDate date;

  return wmd_date_is_set (deadline) && wmd_body_get_date (body, &date) && wmd_date_compare (&date, deadline) > 0;
}

/* --- JSON --- */

static void
describe_languages (const WmdBody *body, JsonObject *object)
{
  JsonObject *words = json_object_new ();
  JsonObject *translations = json_object_new ();

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, i);
      WmdTranslation translation;
      JsonObject *described;

      if (variant != NULL)
        json_object_set_int_member (words, wmd_language_get_code (i), wmd_variant_get_n_words (variant));
      if ((int) i == wmd_body_get_original (body))
        continue;
      wmd_translation_measure (body, i, &translation);
      described = json_object_new ();
      json_object_set_string_member (described, "progress", wmd_progress_get_id (translation.progress));
      json_object_set_double_member (described, "share", round (translation.share * 1e4) / 1e4);
      json_object_set_int_member (described, "tentative", translation.n_tentative);
      json_object_set_int_member (described, "stale", translation.n_stale);
      json_object_set_object_member (translations, wmd_language_get_code (i), described);
    }
  json_object_set_object_member (object, "words", words);
  json_object_set_object_member (object, "translations", translations);
}

static JsonObject *
describe_frame (const WmdBody *body)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", wmd_body_get_id (body));
  describe_languages (body, object);
  return object;
}

static JsonObject *
describe_reply (WmdTool *tool, const WmdBody *body, const WmdDate *deadline)
{
  JsonObject *object = json_object_new ();
  WmdSection section = wmd_body_get_section (body, tool->reference);

  json_object_set_string_member (object, "id", wmd_body_get_id (body));
  add_string (object, "respondent", wmd_body_get_field (body, WMD_FIELD_RESPONDENT));
  add_string (object, "name", wmd_body_get_name (body, tool->reference, WMD_LANGUAGE_EN));
  json_object_set_string_member (object, "section", wmd_section_get_id (section));
  add_string (object, "original", wmd_body_get_field (body, WMD_FIELD_ORIGINAL));
  add_string (object, "date", wmd_body_get_field (body, WMD_FIELD_DATE));
  json_object_set_boolean_member (object, "late", is_late (body, deadline));
  describe_languages (body, object);
  return object;
}

static void
print_json (WmdTool *tool, WmdSnapshot *snapshot)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GString) text = g_string_new (NULL);
  WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  JsonObject *object = json_object_new ();
  JsonArray *frame = json_array_new ();
  JsonArray *replies = json_array_new ();
  WmdDate deadline = find_deadline (tool, snapshot);
  g_autofree char *deadline_text = wmd_date_format_iso (&deadline);
  guint session = wmd_facts_get_session (facts);

  add_string (object, "symbol", wmd_facts_get (facts, WMD_FACT_SYMBOL));
  if (session > 0)
    json_object_set_int_member (object, "session", session);
  else
    add_string (object, "session", wmd_facts_get (facts, WMD_FACT_SESSION));
  add_string (object, "resolution", wmd_facts_get (facts, WMD_FACT_RESOLUTION));
  add_string (object, "deadline", deadline_text);
  json_array_add_object_element (frame, describe_frame (wmd_snapshot_get_summary (snapshot)));
  json_array_add_object_element (frame, describe_frame (wmd_snapshot_get_introduction (snapshot)));
  json_object_set_array_member (object, "frame", frame);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    json_array_add_object_element (replies, describe_reply (tool, wmd_snapshot_get_reply (snapshot, i), &deadline));
  json_object_set_array_member (object, "replies", replies);

  json_node_take_object (root, object);
  wmd_json_write (text, root, 0);
  g_string_append_c (text, '\n');
  wmd_tool_print (text->str);
}

/* --- tables --- */

/* "original", "approved", "draft 40 %", "translated, stale" */
static char *
describe_cell (const WmdBody *body, WmdLanguage language)
{
  WmdTranslation translation;
  GString *cell;

  if (language == wmd_body_get_original (body))
    return g_strdup (wmd_body_get_source (body) != NULL ? "original" : "original, not held");
  wmd_translation_measure (body, language, &translation);
  cell = g_string_new (wmd_progress_get_id (translation.progress));
  if (translation.share > 0 && translation.share < 1)
    g_string_append_printf (cell, " %d %%", (int) (translation.share * 100));
  if (translation.n_stale > 0)
    g_string_append (cell, ", stale");
  if (translation.n_tentative > 0)
    g_string_append (cell, ", tentative");
  return g_string_free (cell, FALSE);
}

static const char *
get_row_name (WmdTool *tool, const WmdBody *body, WmdLanguage language)
{
  const char *name = wmd_body_get_name (body, tool->reference, language);

  return name != NULL ? name : wmd_body_get_id (body);
}

static void
append_csv (GString *text, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", parts);

  if (strpbrk (escaped, "\",\n\r") != NULL)
    g_string_append_printf (text, "\"%s\"", escaped);
  else
    g_string_append (text, escaped);
}

static void
append_csv_row (WmdTool *tool, const WmdBody *body, const WmdDate *deadline, GString *text)
{
  const char *section = wmd_body_get_kind (body) == WMD_PART_REPLY
                            ? wmd_section_get_id (wmd_body_get_section (body, tool->reference))
                            : "frame";
  const char *values[] = { wmd_body_get_id (body),
                           wmd_body_get_field (body, WMD_FIELD_RESPONDENT),
                           get_row_name (tool, body, WMD_LANGUAGE_EN),
                           section,
                           wmd_body_get_field (body, WMD_FIELD_ORIGINAL),
                           wmd_body_get_field (body, WMD_FIELD_DATE),
                           is_late (body, deadline) ? "late" : "" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      append_csv (text, values[i]);
      g_string_append_c (text, ',');
    }
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *cell = describe_cell (body, i);

      append_csv (text, cell);
      g_string_append (text, i + 1 < WMD_N_LANGUAGES ? "," : "\r\n");
    }
}

static void
append_text_row (WmdTool *tool, const WmdBody *body, const WmdDate *deadline, GString *text)
{
  const char *date = wmd_body_get_field (body, WMD_FIELD_DATE);

  g_string_append (text, get_row_name (tool, body, tool->language));
  if (date != NULL)
    g_string_append_printf (text, " (%s%s)", date, is_late (body, deadline) ? _ (", late") : "");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *cell = describe_cell (body, i);

      g_string_append_printf (text, "  %s  %s\n", wmd_language_get_code (i), cell);
    }
}

static void
print_table (WmdTool *tool, WmdSnapshot *snapshot, gboolean csv)
{
  g_autoptr (GString) text = g_string_new (NULL);
  void (*append) (WmdTool *, const WmdBody *, const WmdDate *, GString *) = csv ? append_csv_row : append_text_row;
  WmdDate deadline = find_deadline (tool, snapshot);

  if (csv)
    {
      g_string_append (text, "id,respondent,name,section,original,date,late");
      for (guint i = 0; i < WMD_N_LANGUAGES; i++)
        g_string_append_printf (text, ",%s", wmd_language_get_code (i));
      g_string_append (text, "\r\n");
    }
  append (tool, wmd_snapshot_get_summary (snapshot), &deadline, text);
  append (tool, wmd_snapshot_get_introduction (snapshot), &deadline, text);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    append (tool, wmd_snapshot_get_reply (snapshot, i), &deadline, text);
  wmd_tool_print (text->str);
}

WmdExit
wmd_command_status (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the table: text (the default), json or csv"),
      "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;

  if (!wmd_command_parse ("status", entries, argc, argv, 1, &path) ||
      (format != NULL && wmd_command_choose ("format", format, formats) < 0))
    return WMD_EXIT_USAGE;
  snapshot = wmd_tool_read_report (tool, path, &error);
  if (snapshot == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  if (g_strcmp0 (format, "json") == 0)
    print_json (tool, snapshot);
  else
    print_table (tool, snapshot, g_strcmp0 (format, "csv") == 0);
  return WMD_EXIT_DONE;
}
