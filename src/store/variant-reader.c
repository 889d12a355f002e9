/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Blocks and variants of the native file, read, and the values that other parts of it have too. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/format-reader.h"

/* --- values --- */

gboolean
wmd_read_id (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *id;

  if (!wmd_json_read_string (reader, place, node, &id, error))
    return FALSE;
  if (*id == '\0')
    return wmd_json_fail (place, _ ("An identifier cannot be empty."), error);
  *(const char **) target = id;
  return TRUE;
}

gboolean
wmd_read_language (const WmdJsonReader *reader,
                   const WmdJsonPlace *place,
                   JsonNode *node,
                   gpointer target,
                   GError **error)
{
  WmdLanguage language;
  const char *code;

  if (!wmd_json_read_string (reader, place, node, &code, error))
    return FALSE;
  language = wmd_language_from_code (code);
  if (language == WMD_LANGUAGE_NONE)
    return wmd_json_fail_value (place, code, error);
  *(WmdLanguage *) target = language;
  return TRUE;
}

gboolean
wmd_read_section (const WmdJsonReader *reader,
                  const WmdJsonPlace *place,
                  JsonNode *node,
                  gpointer target,
                  GError **error)
{
  const char *id;

  return wmd_json_read_string (reader, place, node, &id, error) &&
         (wmd_section_from_id (id, target) || wmd_json_fail_value (place, id, error));
}

gboolean
wmd_read_list_claim_id (WmdReadList *list, const WmdJsonPlace *place, const char *id, GError **error)
{
  WmdJsonPlace member = { place, "id", 0 };
  g_autofree char *message = NULL;

  if (g_hash_table_add (list->ids, (char *) id))
    return TRUE;
  message = g_strdup_printf (_ ("The identifier “%s” is taken already."), id);
  return wmd_json_fail (&member, message, error);
}

/* --- blocks --- */

/* The level of an item is a member of its own. */
static gboolean
read_kind (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  WmdBlockKind kind;
  const char *id;

  if (!wmd_json_read_string (reader, place, node, &id, error))
    return FALSE;
  if (!wmd_block_kind_from_id (id, &kind) || wmd_block_kind_get_item_level (kind) == 2)
    return wmd_json_fail_value (place, id, error);
  *(WmdBlockKind *) target = kind;
  return TRUE;
}

/* Of an item of a list; absent for the first. */
static gboolean
read_level (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  gint64 level =
      JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;

  if (level != 1 && level != 2)
    return wmd_json_fail (place, _ ("The level of an item is 1 or 2."), error);
  *(guint *) target = (guint) level;
  return TRUE;
}

static gboolean
read_progress (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  const char *id;

  return wmd_json_read_string (reader, place, node, &id, error) &&
         (wmd_progress_from_id (id, target) || wmd_json_fail_value (place, id, error));
}

/* (transfer full) */
static gboolean
read_inline (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  g_autoptr (GError) invalid = NULL;
  g_autoptr (WmdInline) content = NULL;
  const char *markup;

  if (!wmd_json_read_string (reader, place, node, &markup, error))
    return FALSE;
  content = wmd_inline_parse (markup, &invalid);
  if (content == NULL && !reader->lenient)
    return wmd_json_fail (place, invalid->message, error);
  *(WmdInline **) target = content != NULL ? g_steal_pointer (&content) : wmd_inline_new_text (markup);
  return TRUE;
}

typedef struct
{
  WmdLanguage language;
  const char *text;
} SourceRecord;

static const WmdJsonMember source_members[] = {
  { "language", wmd_read_language, offsetof (SourceRecord, language), FALSE },
  { "text", wmd_json_read_string, offsetof (SourceRecord, text), TRUE },
  { NULL },
};

static gboolean
read_source (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  return wmd_json_read_object (reader, place, node, source_members, target, NULL, error);
}

typedef struct
{
  const char *id;
  WmdBlockKind kind;
  guint level;
  WmdInline *content; /* owned */
  const char *reused;
  WmdProgress progress;
  gboolean tentative;
  SourceRecord source;
} BlockRecord;

static const WmdJsonMember block_members[] = {
  { "id", wmd_read_id, offsetof (BlockRecord, id), TRUE },
  { "kind", read_kind, offsetof (BlockRecord, kind), TRUE },
  { "level", read_level, offsetof (BlockRecord, level), FALSE },
  { "text", read_inline, offsetof (BlockRecord, content), TRUE },
  { "reused", wmd_read_id, offsetof (BlockRecord, reused), FALSE },
  { "progress", read_progress, offsetof (BlockRecord, progress), FALSE },
  { "tentative", wmd_json_read_boolean, offsetof (BlockRecord, tentative), FALSE },
  { "source", read_source, offsetof (BlockRecord, source), FALSE },
  { NULL },
};

static void
take_block (WmdBlock **block, WmdBlock *changed)
{
  wmd_block_unref (*block);
  *block = changed;
}

/* (transfer full) */
static WmdBlock *
make_block (const BlockRecord *record, JsonObject *object)
{
  WmdBlockKind kind = wmd_block_kind_at_item_level (record->kind, record->level);
  WmdBlock *block = wmd_block_new (record->id, kind, record->content);
  JsonObject *unknown = wmd_json_collect_unknown (object, block_members);
  g_autofree char *kept = NULL;

  if (record->reused != NULL)
    take_block (&block, wmd_block_with_reused (block, record->reused));
  if (record->progress != wmd_block_get_progress (block))
    take_block (&block, wmd_block_with_progress (block, record->progress));
  if (record->tentative)
    take_block (&block, wmd_block_with_tentative (block, TRUE));
  if (record->source.text != NULL)
    {
      take_block (&block, wmd_block_with_source (block, record->source.language, record->source.text));
      wmd_json_nest_unknown (&unknown, object, "source", source_members);
    }
  kept = wmd_json_format_unknown (unknown);
  if (kept != NULL)
    take_block (&block, wmd_block_with_unknown (block, kept));
  return block;
}

static gboolean
read_block (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  BlockRecord record = { .level = 1, .progress = WMD_PROGRESS_DRAFT, .source.language = WMD_LANGUAGE_NONE };
  g_autoptr (WmdInline) content = NULL;
  WmdReadList *list = target;
  JsonObject *object;
  gboolean good = wmd_json_read_object (reader, place, node, block_members, &record, &object, error);

  content = record.content;
  if (!good)
    return FALSE;
  if (record.id == NULL || content == NULL)
    return TRUE; /* left out */
  if (!wmd_read_list_claim_id (list, place, record.id, error))
    return FALSE;
  g_ptr_array_add (list->values, make_block (&record, object));
  return TRUE;
}

/* (transfer full) the place of a GPtrArray of WmdBlock. */
static gboolean
read_blocks (const WmdJsonReader *reader, const WmdJsonPlace *place, JsonNode *node, gpointer target, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  WmdReadList list = { blocks, ids };

  if (!wmd_json_read_array (reader, place, node, read_block, &list, error))
    return FALSE;
  *(GPtrArray **) target = g_steal_pointer (&blocks);
  return TRUE;
}

static const WmdJsonMember variant_members[] = {
  { "blocks", read_blocks, 0, TRUE },
  { NULL },
};

/* The member is named for the language. (transfer full) */
gboolean
wmd_read_variant (const WmdJsonReader *reader,
                  const WmdJsonPlace *place,
                  JsonNode *node,
                  gpointer target,
                  GError **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (WmdVariant) variant = NULL;
  g_autofree char *unknown = NULL;
  JsonObject *object;

  if (!wmd_json_read_object (reader, place, node, variant_members, &blocks, &object, error))
    return FALSE;
  if (blocks == NULL)
    blocks = g_ptr_array_new ();
  variant = wmd_variant_new (wmd_language_from_code (place->name), blocks);
  unknown = wmd_json_format_unknown (wmd_json_collect_unknown (object, variant_members));
  *(WmdVariant **) target = unknown != NULL ? wmd_variant_with_unknown (variant, unknown) : g_steal_pointer (&variant);
  return TRUE;
}
