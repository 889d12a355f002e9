/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The native file, read. There is one table for each kind of object of the format (see data/wmdreport.schema.json);
 * members that a table does not name are kept with the value that the object becomes. Dates, codes and addresses
 * are data: they are kept as they are, and rules say what is wrong with them. In a file of a newer major version
 * nothing below the top is an error: what is not understood is left out, so that the rest can be shown.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/json-text.h"
#include "store/format-reader.h"
#include "store/store.h"

/* --- names and variants --- */

/* Checked as a section, kept as text. */
static gboolean
read_section_id (const WmdJsonReader *reader,
                 const WmdJsonPlace *place,
                 JsonNode *node,
                 gpointer target,
                 GError **error)
{
  WmdSection section;

  return wmd_read_section (reader, place, node, &section, error) &&
         wmd_json_read_string (reader, place, node, target, error);
}

/* Members named for the languages, whose targets are the elements of an array of pointers. */
typedef WmdJsonMember LanguageMembers[WMD_N_LANGUAGES + 1];

static void
init_language_members (LanguageMembers members, WmdJsonReadFunc read)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    members[i] = (WmdJsonMember){ wmd_language_get_code (i), read, i * sizeof (gpointer), FALSE };
  members[WMD_N_LANGUAGES] = (WmdJsonMember){ NULL };
}

static gboolean
read_names (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  LanguageMembers members;

  init_language_members (members, wmd_json_read_string);
  return wmd_json_read_object (reader, place, node, members, target, NULL, error);
}

static gboolean
read_variants (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  LanguageMembers members;

  init_language_members (members, wmd_read_variant);
  return wmd_json_read_object (reader, place, node, members, target, NULL, error);
}

/* --- queries --- */

typedef struct
{
  const char *id;
  WmdLanguage language;
  const char *texts[WMD_N_QUERY_TEXTS];
  gboolean closed;
} QueryRecord;

typedef WmdJsonMember QueryMembers[WMD_N_QUERY_TEXTS + 4];

static void
init_query_members (QueryMembers members)
{
  *members++ = (WmdJsonMember){ "id", wmd_read_id, offsetof (QueryRecord, id), TRUE };
  *members++ = (WmdJsonMember){ "language", wmd_read_language, offsetof (QueryRecord, language), FALSE };
  for (guint i = 0; i < WMD_N_QUERY_TEXTS; i++)
    *members++ = (WmdJsonMember){ wmd_query_text_get_id (i), i == WMD_QUERY_BLOCK ? wmd_read_id : wmd_json_read_string,
                                  offsetof (QueryRecord, texts) + i * sizeof (char *), i == WMD_QUERY_QUESTION };
  *members++ = (WmdJsonMember){ "closed", wmd_json_read_boolean, offsetof (QueryRecord, closed), FALSE };
  *members = (WmdJsonMember){ NULL };
}

static void
take_query (WmdQuery **query, WmdQuery *changed)
{
  wmd_query_unref (*query);
  *query = changed;
}

static gboolean
read_query (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  QueryRecord record = { .language = WMD_LANGUAGE_NONE };
  WmdReadList *list = target;
  g_autofree char *unknown = NULL;
  QueryMembers members;
  JsonObject *object;
  WmdQuery *query;

  init_query_members (members);
  if (!wmd_json_read_object (reader, place, node, members, &record, &object, error))
    return FALSE;
  if (record.id == NULL || record.texts[WMD_QUERY_QUESTION] == NULL)
    return TRUE; /* left out */
  if (!wmd_read_list_claim_id (list, place, record.id, error))
    return FALSE;
  query = wmd_query_new (record.id, record.language, record.texts[WMD_QUERY_QUESTION]);
  for (guint i = 0; i < WMD_N_QUERY_TEXTS; i++)
    if (i != WMD_QUERY_QUESTION && record.texts[i] != NULL)
      take_query (&query, wmd_query_with_text (query, i, record.texts[i]));
  if (record.closed)
    take_query (&query, wmd_query_with_closed (query, TRUE));
  unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, members));
  if (unknown != NULL)
    take_query (&query, wmd_query_with_unknown (query, unknown));
  g_ptr_array_add (list->values, query);
  return TRUE;
}

/* (transfer full) @target: the place of a GPtrArray of WmdQuery. */
static gboolean
read_queries (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_query_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  WmdReadList list = { queries, ids };

  if (!wmd_json_read_array (reader, place, node, read_query, &list, error))
    return FALSE;
  *(GPtrArray **) target = g_steal_pointer (&queries);
  return TRUE;
}

/* --- bodies --- */

typedef struct
{
  const char *id;
  const char *fields[WMD_N_FIELDS];
  const char *names[WMD_N_LANGUAGES];
  WmdVariant *variants[WMD_N_LANGUAGES]; /* owned */
  GPtrArray *queries;                    /* (element-type WmdQuery), owned; NULL when there are none */
} BodyRecord;

static void
body_record_clear (BodyRecord *record)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    g_clear_pointer (&record->variants[i], wmd_variant_unref);
  g_clear_pointer (&record->queries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BodyRecord, body_record_clear)

static const WmdJsonMember frame_members[] = {
  { "variants", read_variants, offsetof (BodyRecord, variants), FALSE },
  { NULL },
};

typedef WmdJsonMember ReplyMembers[WMD_N_FIELDS + 5];

static void
init_reply_members (ReplyMembers members)
{
  *members++ = (WmdJsonMember){ "id", wmd_read_id, offsetof (BodyRecord, id), TRUE };
  for (guint i = 0; i < WMD_N_FIELDS; i++)
    *members++ = (WmdJsonMember){ wmd_field_get_id (i), i == WMD_FIELD_SECTION ? read_section_id : wmd_json_read_string,
                                  offsetof (BodyRecord, fields) + i * sizeof (char *), FALSE };
  *members++ = (WmdJsonMember){ "names", read_names, offsetof (BodyRecord, names), FALSE };
  *members++ = (WmdJsonMember){ "variants", read_variants, offsetof (BodyRecord, variants), FALSE };
  *members++ = (WmdJsonMember){ "queries", read_queries, offsetof (BodyRecord, queries), FALSE };
  *members = (WmdJsonMember){ NULL };
}

static void
take_body (WmdBody **body, WmdBody *changed)
{
  wmd_body_unref (*body);
  *body = changed;
}

/* (transfer full) */
static WmdBody *
make_body (const BodyRecord *record, WmdPartKind kind, JsonObject *object, const WmdJsonMember *members)
{
  WmdBody *body = wmd_body_new (record->id, kind);
  JsonObject *unknown = wmd_json_collect_unknown (object, members);
  LanguageMembers languages;
  g_autofree char *kept = NULL;

  for (guint i = 0; i < WMD_N_FIELDS; i++)
    if (record->fields[i] != NULL)
      take_body (&body, wmd_body_with_field (body, i, record->fields[i]));
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      if (record->names[i] != NULL)
        take_body (&body, wmd_body_with_own_name (body, i, record->names[i]));
      if (record->variants[i] != NULL)
        take_body (&body, wmd_body_with_variant (body, i, record->variants[i]));
    }
  if (record->queries != NULL)
    take_body (&body, wmd_body_with_queries (body, record->queries));
  init_language_members (languages, NULL);
  if (kind == WMD_PART_REPLY)
    wmd_json_nest_unknown (&unknown, object, "names", languages);
  wmd_json_nest_unknown (&unknown, object, "variants", languages);
  kept = wmd_json_format_unknown (unknown);
  if (kept != NULL)
    take_body (&body, wmd_body_with_unknown (body, kept));
  return body;
}

/* A frame text, whose id is the name of the member. (transfer full) */
static gboolean
read_frame (const WmdJsonReader *reader,
            const WmdJsonPlace *place,
            JsonNode *node,
            WmdPartKind kind,
            WmdBody **body,
            GError **error)
{
  g_auto (BodyRecord) record = { .id = place->name };
  JsonObject *object;

  if (!wmd_json_read_object (reader, place, node, frame_members, &record, &object, error))
    return FALSE;
  take_body (body, make_body (&record, kind, object, frame_members));
  return TRUE;
}

static gboolean
read_summary (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  return read_frame (reader, place, node, WMD_PART_SUMMARY, target, error);
}

static gboolean
read_introduction (const WmdJsonReader *reader,
                   const WmdJsonPlace *place,
                   JsonNode *node,
                   gpointer target,
                   GError **error)
{
  return read_frame (reader, place, node, WMD_PART_INTRODUCTION, target, error);
}

/* What a reply was read from goes at once: of a large file the tree is never whole in memory together with the report.
 */
static gboolean
read_reply (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  g_auto (BodyRecord) record = { NULL };
  g_autoptr (WmdBody) body = NULL;
  WmdReadList *list = target;
  ReplyMembers members;
  JsonObject *object;

  init_reply_members (members);
  if (!wmd_json_read_object (reader, place, node, members, &record, &object, error))
    return FALSE;
  if (record.id == NULL)
    return TRUE; /* left out */
  body = make_body (&record, WMD_PART_REPLY, object, members);
  if (!wmd_read_list_claim_id (list, place, wmd_body_get_id (body), error))
    return FALSE;
  g_ptr_array_add (list->values, g_steal_pointer (&body));
  json_node_init_null (node);
  return TRUE;
}

/* @target: the place of a GPtrArray of WmdBody. */
static gboolean
read_replies (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  WmdReadList list = { *(GPtrArray **) target, ids };

  g_hash_table_add (ids, (char *) "summary");
  g_hash_table_add (ids, (char *) "introduction");
  return wmd_json_read_array (reader, place, node, read_reply, &list, error);
}

/* --- the report --- */

static gboolean
read_report_id (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *id;

  if (!wmd_json_read_string (reader, place, node, &id, error))
    return FALSE;
  if (!wmd_store_is_report_id (id))
    return wmd_json_fail (place, _ ("A report’s identifier is 1 to 64 letters, digits and hyphens."), error);
  *(const char **) target = id;
  return TRUE;
}

typedef struct
{
  guint major;
  guint minor;
  const char *text;
} Version;

static gboolean
read_format (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *format;

  if (!wmd_json_read_string (reader, place, node, &format, error))
    return FALSE;
  return strcmp (format, WMD_STORE_FORMAT) == 0 || wmd_json_fail (place, _ ("This JSON file is not a report."), error);
}

static gboolean
read_version (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  Version *version = target;
  g_auto (GStrv) numbers = NULL;
  guint64 major, minor;

  if (!wmd_json_read_string (reader, place, node, &version->text, error))
    return FALSE;
  numbers = g_strsplit (version->text, ".", 3);
  if (g_strv_length (numbers) != 2 || *numbers[0] == '0' ||
      !g_ascii_string_to_unsigned (numbers[0], 10, 1, G_MAXUINT16, &major, NULL) ||
      !g_ascii_string_to_unsigned (numbers[1], 10, 0, G_MAXUINT16, &minor, NULL))
    return wmd_json_fail (place, _ ("A version is two numbers and a full stop, such as “1.0”."), error);
  version->major = major;
  version->minor = minor;
  return TRUE;
}

typedef struct
{
  Version version;
  const char *id;
  WmdFacts *facts;
  WmdBody *summary;
  WmdBody *introduction;
  GPtrArray *replies; /* (element-type WmdBody) */
} ReportRecord;

static void
report_record_init (ReportRecord *record)
{
  record->facts = wmd_facts_new ();
  record->summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  record->introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  record->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
}

static void
report_record_clear (ReportRecord *record)
{
  g_clear_pointer (&record->facts, wmd_facts_unref);
  g_clear_pointer (&record->summary, wmd_body_unref);
  g_clear_pointer (&record->introduction, wmd_body_unref);
  g_clear_pointer (&record->replies, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportRecord, report_record_clear)

#define HEADER_MEMBERS                                                                                                 \
  { "format", read_format, 0, TRUE }, { "version", read_version, offsetof (ReportRecord, version), TRUE }

static const WmdJsonMember header_members[] = { HEADER_MEMBERS, { NULL } };

static const WmdJsonMember report_members[] = {
  HEADER_MEMBERS,
  { "id", read_report_id, offsetof (ReportRecord, id), TRUE },
  { "facts", wmd_read_facts, offsetof (ReportRecord, facts), FALSE },
  { "severities", wmd_read_severities, offsetof (ReportRecord, facts), FALSE },
  { "waivers", wmd_read_waivers, offsetof (ReportRecord, facts), FALSE },
  { "edition", wmd_read_edition, offsetof (ReportRecord, facts), FALSE },
  { "summary", read_summary, offsetof (ReportRecord, summary), FALSE },
  { "introduction", read_introduction, offsetof (ReportRecord, introduction), FALSE },
  { "replies", read_replies, offsetof (ReportRecord, replies), FALSE },
  { NULL },
};

/* Members that are not known; the version is kept with them when it is one that may have more of them. */
static char *
dup_report_unknown (JsonObject *object, const Version *version)
{
  JsonObject *unknown = wmd_json_collect_unknown (object, report_members);

  if (version->major == WMD_STORE_FORMAT_MAJOR && version->minor > WMD_STORE_FORMAT_MINOR)
    {
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_string_member (unknown, "version", version->text);
    }
  return wmd_json_format_unknown (unknown);
}

/* (transfer full), NULL on error. */
static WmdSnapshot *
read_report (WmdReference *reference, JsonNode *root, gboolean *read_only, GError **error)
{
  const WmdJsonPlace document = { NULL, NULL, 0 };
  WmdJsonReader reader = { .lenient = FALSE };
  g_auto (ReportRecord) record = { 0 };
  g_autofree char *unknown = NULL;
  JsonObject *object;

  report_record_init (&record);
  if (!wmd_json_read_object (&reader, &document, root, header_members, &record, NULL, error))
    return NULL;
  reader.lenient = record.version.major > WMD_STORE_FORMAT_MAJOR;
  if (!wmd_json_read_object (&reader, &document, root, report_members, &record, &object, error))
    return NULL;
  if (read_only != NULL)
    *read_only = reader.lenient;
  unknown = dup_report_unknown (object, &record.version);
  return wmd_snapshot_new (reference, record.id != NULL ? record.id : "unknown", record.facts, record.summary,
                           record.introduction, record.replies, unknown);
}

WmdSnapshot *
wmd_store_parse (WmdReference *reference, const char *data, gsize length, gboolean *read_only, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  root = wmd_json_parse (data, length, error);
  return root != NULL ? read_report (reference, root, read_only, error) : NULL;
}
