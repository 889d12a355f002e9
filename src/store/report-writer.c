/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The native file, written. Canonical: members stand in the order of this file, only those that are set are
 * written, and those that were not known on reading follow in the order in which they were kept.
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "store/json-writer.h"
#include "store/store.h"

/* --- setting members --- */

static void
set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

/* Consumes @inner; an empty one is not written. */
static void
set_object (JsonObject *object, const char *name, JsonObject *inner)
{
  if (json_object_get_size (inner) > 0)
    json_object_set_object_member (object, name, inner);
  else
    json_object_unref (inner);
}

static void
set_array (JsonObject *object, const char *name, JsonArray *inner)
{
  if (json_array_get_length (inner) > 0)
    json_object_set_array_member (object, name, inner);
  else
    json_array_unref (inner);
}

/* Adds what @object does not have of @unknown, also inside objects that both have. */
static void
merge (JsonObject *object, JsonObject *unknown)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonNode *known = json_object_get_member (object, name);

      if (known == NULL)
        json_object_set_member (object, name, json_node_ref (node));
      else if (JSON_NODE_HOLDS_OBJECT (known) && JSON_NODE_HOLDS_OBJECT (node))
        merge (json_node_get_object (known), json_node_get_object (node));
    }
}

/* @unknown: JSON object as text; NULL when there is nothing to add. */
static void
merge_unknown (JsonObject *object, const char *unknown)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  if (unknown == NULL)
    return;
  node = json_from_string (unknown, &error);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    merge (object, json_node_get_object (node));
  else
    g_warning ("Unknown members are not a JSON object and were left out: %s", error != NULL ? error->message : unknown);
}

/* --- blocks and variants --- */

static JsonObject *
write_source (const WmdBlock *block)
{
  JsonObject *object = json_object_new ();
  WmdLanguage language = wmd_block_get_source_language (block);

  if (language != WMD_LANGUAGE_NONE)
    json_object_set_string_member (object, "language", wmd_language_get_code (language));
  set_string (object, "text", wmd_block_get_source (block));
  return object;
}

static JsonObject *
write_block (const WmdBlock *block)
{
  WmdBlockKind kind = wmd_block_get_kind (block);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", wmd_block_get_id (block));
  json_object_set_string_member (object, "kind", wmd_block_kind_get_id (wmd_block_kind_at_item_level (kind, 1)));
  if (wmd_block_kind_get_item_level (kind) == 2)
    json_object_set_int_member (object, "level", 2);
  json_object_set_string_member (object, "text", wmd_inline_get_markup (wmd_block_get_content (block)));
  set_string (object, "reused", wmd_block_get_reused (block));
  if (wmd_block_get_progress (block) != WMD_PROGRESS_DRAFT)
    json_object_set_string_member (object, "progress", wmd_progress_get_id (wmd_block_get_progress (block)));
  if (wmd_block_get_tentative (block))
    json_object_set_boolean_member (object, "tentative", TRUE);
  set_object (object, "source", write_source (block));
  merge_unknown (object, wmd_block_get_unknown (block));
  /* What was said of a source that is no longer recorded goes with it. */
  if (wmd_block_get_source (block) == NULL && json_object_has_member (object, "source"))
    json_object_remove_member (object, "source");
  return object;
}

static JsonObject *
write_variant (const WmdVariant *variant)
{
  JsonObject *object = json_object_new ();
  JsonArray *blocks = json_array_new ();

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    json_array_add_object_element (blocks, write_block (wmd_variant_get_block (variant, i)));
  json_object_set_array_member (object, "blocks", blocks);
  merge_unknown (object, wmd_variant_get_unknown (variant));
  return object;
}

/* --- parts --- */

static JsonArray *
write_queries (const WmdBody *body)
{
  const GPtrArray *queries = wmd_body_get_queries (body);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < queries->len; i++)
    {
      const WmdQuery *query = queries->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "id", wmd_query_get_id (query));
      if (wmd_query_get_language (query) != WMD_LANGUAGE_NONE)
        set_string (object, "language", wmd_language_get_code (wmd_query_get_language (query)));
      for (guint j = 0; j < WMD_N_QUERY_TEXTS; j++)
        set_string (object, wmd_query_text_get_id (j), wmd_query_get_text (query, j));
      if (wmd_query_get_closed (query))
        json_object_set_boolean_member (object, "closed", TRUE);
      merge_unknown (object, wmd_query_get_unknown (query));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
write_body (const WmdBody *body)
{
  JsonObject *object = json_object_new ();
  JsonObject *names = json_object_new ();
  JsonObject *variants = json_object_new ();

  if (wmd_body_get_kind (body) == WMD_PART_REPLY)
    json_object_set_string_member (object, "id", wmd_body_get_id (body));
  for (guint i = 0; i < WMD_N_FIELDS; i++)
    set_string (object, wmd_field_get_id (i), wmd_body_get_field (body, i));
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, i);

      set_string (names, wmd_language_get_code (i), wmd_body_get_own_name (body, i));
      if (variant != NULL)
        json_object_set_object_member (variants, wmd_language_get_code (i), write_variant (variant));
    }
  set_object (object, "names", names);
  set_object (object, "variants", variants);
  if (wmd_body_get_kind (body) == WMD_PART_REPLY)
    set_array (object, "queries", write_queries (body));
  merge_unknown (object, wmd_body_get_unknown (body));
  return object;
}

static JsonArray *
write_replies (WmdSnapshot *snapshot)
{
  JsonArray *replies = json_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    json_array_add_object_element (replies, write_body (wmd_snapshot_get_reply (snapshot, i)));
  return replies;
}

/* --- the report's own data --- */

static JsonObject *
write_facts (const WmdFacts *facts)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < WMD_N_FACTS; i++)
    set_string (object, wmd_fact_get_id (i), wmd_facts_get (facts, i));
  merge_unknown (object, wmd_facts_get_unknown (facts));
  return object;
}

static JsonObject *
write_severities (const WmdFacts *facts)
{
  JsonObject *object = json_object_new ();

  for (const char *const *rule = wmd_facts_list_severities (facts); *rule != NULL; rule++)
    {
      WmdSeverity severity = WMD_SEVERITY_NOTE;

      wmd_facts_get_severity (facts, *rule, &severity);
      json_object_set_string_member (object, *rule, wmd_severity_get_id (severity));
    }
  return object;
}

static JsonArray *
write_waivers (const WmdFacts *facts)
{
  const GPtrArray *waivers = wmd_facts_get_waivers (facts);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < waivers->len; i++)
    {
      const WmdWaiver *waiver = waivers->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "rule", waiver->rule);
      set_string (object, "part", waiver->part);
      if (waiver->language != WMD_LANGUAGE_NONE)
        json_object_set_string_member (object, "language", wmd_language_get_code (waiver->language));
      set_string (object, "block", waiver->block);
      set_string (object, "fingerprint", waiver->fingerprint);
      set_string (object, "reason", waiver->reason);
      merge_unknown (object, waiver->unknown);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
write_contents (const WmdEdition *edition)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < edition->contents->len; i++)
    {
      const WmdContentsLine *line = edition->contents->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "title", line->title);
      set_string (object, "page", line->page);
      merge_unknown (object, line->unknown);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
write_edition_replies (const WmdEdition *edition)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < edition->replies->len; i++)
    {
      const WmdEditionReply *reply = edition->replies->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "part", reply->part);
      set_string (object, "section", wmd_section_get_id (reply->section));
      merge_unknown (object, reply->unknown);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* @edition may be NULL, which gives an empty object. */
static JsonObject *
write_edition (const WmdEdition *edition)
{
  JsonObject *object = json_object_new ();

  if (edition == NULL)
    return object;
  json_object_set_string_member (object, "language", wmd_language_get_code (edition->language));
  if (edition->originals != NULL)
    {
      JsonArray *originals = json_array_new ();

      for (char **code = edition->originals; *code != NULL; code++)
        json_array_add_string_element (originals, *code);
      json_object_set_array_member (object, "originals", originals);
    }
  set_array (object, "contents", write_contents (edition));
  set_array (object, "replies", write_edition_replies (edition));
  set_string (object, "file", edition->file);
  merge_unknown (object, edition->unknown);
  return object;
}

/* --- the report --- */

/* That of this program, or the newer minor one of the file that the report was read from. */
static char *
dup_version (WmdSnapshot *snapshot)
{
  const char *unknown = wmd_snapshot_get_unknown (snapshot);
  g_autoptr (JsonNode) node = unknown != NULL ? json_from_string (unknown, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "version"))
    return g_strdup (json_object_get_string_member (json_node_get_object (node), "version"));
  return g_strdup_printf ("%d.%d", WMD_STORE_FORMAT_MAJOR, WMD_STORE_FORMAT_MINOR);
}

static JsonObject *
write_report (WmdSnapshot *snapshot)
{
  const WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  JsonObject *object = json_object_new ();
  g_autofree char *version = dup_version (snapshot);

  set_string (object, "format", WMD_STORE_FORMAT);
  set_string (object, "version", version);
  set_string (object, "id", wmd_snapshot_get_id (snapshot));
  set_object (object, "facts", write_facts (facts));
  set_object (object, "severities", write_severities (facts));
  set_array (object, "waivers", write_waivers (facts));
  set_object (object, "edition", write_edition (wmd_facts_get_edition (facts)));
  set_object (object, "summary", write_body (wmd_snapshot_get_summary (snapshot)));
  set_object (object, "introduction", write_body (wmd_snapshot_get_introduction (snapshot)));
  set_array (object, "replies", write_replies (snapshot));
  merge_unknown (object, wmd_snapshot_get_unknown (snapshot));
  return object;
}

GBytes *
wmd_store_serialize (WmdSnapshot *snapshot)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  GString *out;

  g_return_val_if_fail (snapshot != NULL, NULL);

  json_node_take_object (root, write_report (snapshot));
  out = g_string_new (NULL);
  wmd_json_write (out, root, 0);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}
