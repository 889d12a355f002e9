/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report's own data in the native file, read: facts, severities, waivers and what an imported edition said.
 * Each of the four members adds to the same WmdFacts.
 */

#include "config.h"

#include "store/format-reader.h"

static void
take_facts (WmdFacts **facts, WmdFacts *changed)
{
  wmd_facts_unref (*facts);
  *facts = changed;
}

gboolean
wmd_read_facts (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  WmdJsonMember members[WMD_N_FACTS + 1] = { { NULL } };
  const char *values[WMD_N_FACTS] = { NULL };
  g_autofree char *unknown = NULL;
  WmdFacts **facts = target;
  JsonObject *object;

  for (guint i = 0; i < WMD_N_FACTS; i++)
    members[i] = (WmdJsonMember){ wmd_fact_get_id (i), wmd_json_read_string, i * sizeof (char *), FALSE };
  if (!wmd_json_read_object (reader, place, node, members, values, &object, error))
    return FALSE;
  for (guint i = 0; i < WMD_N_FACTS; i++)
    if (values[i] != NULL)
      take_facts (facts, wmd_facts_with (*facts, i, values[i]));
  unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, members));
  if (unknown != NULL)
    take_facts (facts, wmd_facts_with_unknown (*facts, unknown));
  return TRUE;
}

/* --- severities --- */

static gboolean
read_severity (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *id;

  return wmd_json_read_string (reader, place, node, &id, error) &&
         (wmd_severity_from_id (id, target) || wmd_json_fail_value (place, id, error));
}

/* The members are named for rules, which the format does not limit. */
gboolean
wmd_read_severities (const WmdJsonReader *reader,
                     const WmdJsonPlace *place,
                     JsonNode *node,
                     gpointer target,
                     GError **error)
{
  static const WmdJsonMember no_members[] = { { NULL } };
  g_autoptr (GHashTable) severities = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObjectIter iter;
  JsonObject *object;
  JsonNode *member;
  const char *rule;

  if (!wmd_json_read_object (reader, place, node, no_members, NULL, &object, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &rule, &member))
    {
      WmdJsonPlace inner = { place, rule, 0 };
      WmdSeverity severity;

      if (read_severity (reader, &inner, member, &severity, reader->lenient ? NULL : error))
        g_hash_table_insert (severities, (char *) rule, GUINT_TO_POINTER (severity));
      else if (!reader->lenient)
        return FALSE;
    }
  take_facts (target, wmd_facts_with_severities (*(WmdFacts **) target, severities));
  return TRUE;
}

/* --- waivers --- */

typedef struct
{
  const char *rule;
  const char *part;
  WmdLanguage language;
  const char *block;
  const char *fingerprint;
  const char *reason;
} WaiverRecord;

static const WmdJsonMember waiver_members[] = {
  { "rule", wmd_read_id, offsetof (WaiverRecord, rule), TRUE },
  { "part", wmd_read_id, offsetof (WaiverRecord, part), FALSE },
  { "language", wmd_read_language, offsetof (WaiverRecord, language), FALSE },
  { "block", wmd_read_id, offsetof (WaiverRecord, block), FALSE },
  { "fingerprint", wmd_json_read_string, offsetof (WaiverRecord, fingerprint), TRUE },
  { "reason", wmd_json_read_string, offsetof (WaiverRecord, reason), TRUE },
  { NULL },
};

static void
waiver_free (gpointer data)
{
  WmdWaiver *waiver = data;

  /* The other strings are those of the JSON document. */
  g_free (waiver->unknown);
  g_free (waiver);
}

static gboolean
read_waiver (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  WaiverRecord record = { .language = WMD_LANGUAGE_NONE };
  JsonObject *object;
  WmdWaiver *waiver;

  if (!wmd_json_read_object (reader, place, node, waiver_members, &record, &object, error))
    return FALSE;
  if (record.rule == NULL || record.fingerprint == NULL || record.reason == NULL)
    return TRUE; /* left out */
  waiver = g_new (WmdWaiver, 1);
  *waiver = (WmdWaiver){
    .rule = (char *) record.rule,
    .part = (char *) record.part,
    .language = record.language,
    .block = (char *) record.block,
    .fingerprint = (char *) record.fingerprint,
    .reason = (char *) record.reason,
    .unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, waiver_members)),
  };
  g_ptr_array_add (target, waiver);
  return TRUE;
}

gboolean
wmd_read_waivers (const WmdJsonReader *reader,
                  const WmdJsonPlace *place,
                  JsonNode *node,
                  gpointer target,
                  GError **error)
{
  g_autoptr (GPtrArray) waivers = g_ptr_array_new_with_free_func (waiver_free);

  if (!wmd_json_read_array (reader, place, node, read_waiver, waivers, error))
    return FALSE;
  take_facts (target, wmd_facts_with_waivers (*(WmdFacts **) target, waivers));
  return TRUE;
}

/* --- what an imported edition said --- */

typedef struct
{
  const char *title;
  const char *page;
} ContentsRecord;

static const WmdJsonMember contents_members[] = {
  { "title", wmd_json_read_string, offsetof (ContentsRecord, title), TRUE },
  { "page", wmd_json_read_string, offsetof (ContentsRecord, page), FALSE },
  { NULL },
};

typedef struct
{
  const char *part;
  WmdSection section;
} ReplyRecord;

static const WmdJsonMember reply_members[] = {
  { "part", wmd_read_id, offsetof (ReplyRecord, part), TRUE },
  { "section", wmd_read_section, offsetof (ReplyRecord, section), TRUE },
  { NULL },
};

static gboolean
read_contents_line (const WmdJsonReader *reader,
                    const WmdJsonPlace *place,
                    JsonNode *node,
                    gpointer target,
                    GError **error)
{
  ContentsRecord record = { NULL };
  WmdEdition *edition = target;
  WmdContentsLine *line;
  JsonObject *object;

  if (!wmd_json_read_object (reader, place, node, contents_members, &record, &object, error))
    return FALSE;
  if (record.title == NULL)
    return TRUE; /* left out */
  wmd_edition_add_line (edition, record.title, record.page);
  line = edition->contents->pdata[edition->contents->len - 1];
  line->unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, contents_members));
  return TRUE;
}

static gboolean
read_edition_reply (const WmdJsonReader *reader,
                    const WmdJsonPlace *place,
                    JsonNode *node,
                    gpointer target,
                    GError **error)
{
  ReplyRecord record = { NULL };
  WmdEdition *edition = target;
  WmdEditionReply *reply;
  JsonObject *object;

  if (!wmd_json_read_object (reader, place, node, reply_members, &record, &object, error))
    return FALSE;
  if (record.part == NULL)
    return TRUE; /* left out */
  wmd_edition_add_reply (edition, record.part, record.section);
  reply = edition->replies->pdata[edition->replies->len - 1];
  reply->unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, reply_members));
  return TRUE;
}

static gboolean
read_contents (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  return wmd_json_read_array (reader, place, node, read_contents_line, target, error);
}

static gboolean
read_replies (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  return wmd_json_read_array (reader, place, node, read_edition_reply, target, error);
}

/* @target: a GStrvBuilder. */
static gboolean
read_original (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *code;

  if (!wmd_json_read_string (reader, place, node, &code, error))
    return FALSE;
  g_strv_builder_add (target, code);
  return TRUE;
}

static gboolean
read_originals (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  WmdEdition *edition = target;

  if (!wmd_json_read_array (reader, place, node, read_original, codes, error))
    return FALSE;
  edition->originals = g_strv_builder_end (codes);
  return TRUE;
}

static gboolean
read_file (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *file;

  if (!wmd_json_read_string (reader, place, node, &file, error))
    return FALSE;
  ((WmdEdition *) target)->file = g_strdup (file);
  return TRUE;
}

/* Those that read into the edition as a whole have no offset. */
static const WmdJsonMember edition_members[] = {
  { "language", wmd_read_language, offsetof (WmdEdition, language), TRUE },
  { "originals", read_originals, 0, FALSE },
  { "contents", read_contents, 0, FALSE },
  { "replies", read_replies, 0, FALSE },
  { "file", read_file, 0, FALSE },
  { NULL },
};

gboolean
wmd_read_edition (const WmdJsonReader *reader,
                  const WmdJsonPlace *place,
                  JsonNode *node,
                  gpointer target,
                  GError **error)
{
  g_autoptr (WmdEdition) edition = wmd_edition_new (WMD_LANGUAGE_NONE);
  JsonObject *object;

  if (!wmd_json_read_object (reader, place, node, edition_members, edition, &object, error))
    return FALSE;
  if (edition->language == WMD_LANGUAGE_NONE)
    return TRUE; /* left out */
  edition->unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, edition_members));
  take_facts (target, wmd_facts_with_edition (*(WmdFacts **) target, edition));
  return TRUE;
}
