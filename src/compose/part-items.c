/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The items of one part of the report. A block that is still the same value, in the same place of its list, gives
 * the item that it gave before, unless it has fields and the value of a field changed; derived items are made
 * again and exchanged for the equal one of before. Bodies and blocks are compared by address, which holds because
 * they are kept.
 */

#include "config.h"

#include "compose/part-items.h"

#include "compose/part-text.h"
#include "compose/running-text.h"

#include <string.h>

typedef struct
{
  WmdBlock *block;     /* owned */
  const WmdItem *item; /* owned */
  gboolean uses_fields;
} MadeBlock;

struct _WmdPartItems
{
  WmdBody *body;       /* owned */
  guint fields_serial; /* of the values it was made with */
  gboolean uses_fields;
  WmdItemGroup *items;
  WmdItemGroup *contents;
  GHashTable *blocks; /* block id, owned by the block → MadeBlock */
};

static void
made_block_free (gpointer data)
{
  MadeBlock *self = data;

  wmd_block_unref (self->block);
  wmd_item_unref (self->item);
  g_free (self);
}

static MadeBlock *
made_block_new (WmdBlock *block, const WmdItem *item, gboolean uses_fields)
{
  MadeBlock *self = g_new0 (MadeBlock, 1);

  self->block = wmd_block_ref (block);
  self->item = item;
  self->uses_fields = uses_fields;
  return self;
}

static void
item_unref (gpointer item)
{
  wmd_item_unref (item);
}

/* --- ids --- */

/* Appends @id so that the whole is an XML NCName and no two ids give the same: what is not an ASCII letter or
 * digit, or is a digit at the start, is written as "_" and two hexadecimal digits.
 */
static void
append_name (GString *name, const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalpha (*p) || (g_ascii_isdigit (*p) && name->len > 0))
      g_string_append_c (name, *p);
    else
      g_string_append_printf (name, "_%02x", (guchar) *p);
}

/* "r3", "r3-b2" for a block, "r3.date" for what is derived: neither mark can come from an id. */
static char *
dup_id (const char *part, const char *mark, const char *block)
{
  GString *name = g_string_new (NULL);

  append_name (name, part);
  g_string_append (name, mark);
  if (block != NULL)
    append_name (name, block);
  return g_string_free (name, FALSE);
}

/* --- blocks --- */

static const WmdItemKind item_kinds[WMD_N_BLOCK_KINDS] = {
  [WMD_BLOCK_PARAGRAPH] = WMD_ITEM_PARAGRAPH, [WMD_BLOCK_NUMBERED] = WMD_ITEM_NUMBERED,
  [WMD_BLOCK_HEADING_1] = WMD_ITEM_HEADING_1, [WMD_BLOCK_HEADING_2] = WMD_ITEM_HEADING_2,
  [WMD_BLOCK_BULLET] = WMD_ITEM_BULLET,       [WMD_BLOCK_BULLET_2] = WMD_ITEM_BULLET_2,
  [WMD_BLOCK_LETTERED] = WMD_ITEM_LETTERED,   [WMD_BLOCK_LETTERED_2] = WMD_ITEM_LETTERED_2,
};

/* The paragraphs of the summary are set in its box, without numbers. */
static WmdItemKind
get_item_kind (const WmdBody *body, const WmdBlock *block)
{
  WmdItemKind kind = item_kinds[wmd_block_get_kind (block)];

  if (wmd_body_get_kind (body) == WMD_PART_SUMMARY && (kind == WMD_ITEM_PARAGRAPH || kind == WMD_ITEM_NUMBERED))
    return WMD_ITEM_SUMMARY;
  return kind;
}

/* Counts through the lists of a part: a run of one kind and what stands below it is a list, but numbered paragraphs run
 * through the part.
 */
typedef struct
{
  WmdItemKind kinds[2]; /* of the list that is open on each level */
  guint places[2];      /* of the last item in it; 0 where none is open */
  guint numbered;       /* paragraphs numbered so far */
} Counter;

static guint
count_item (Counter *counter, WmdItemKind kind)
{
  guint level = wmd_item_kind_get_list_level (kind);

  for (guint i = level; i < G_N_ELEMENTS (counter->places); i++)
    counter->places[i] = 0;
  if (kind == WMD_ITEM_NUMBERED)
    return ++counter->numbered;
  if (level == 0)
    return 0;
  if (counter->kinds[level - 1] != kind)
    counter->places[level - 1] = 0;
  counter->kinds[level - 1] = kind;
  return ++counter->places[level - 1];
}

static char *
dup_paragraph_label (const WmdPartContext *context, guint number)
{
  const char *digits = wmd_reference_get_label (context->reference, context->language, "paragraph-digits");
  g_autofree char *ascii = g_strdup_printf ("%u", number);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (digits, *p - '0')));
  return wmd_reference_format_label (context->reference, context->language, "paragraph-number", "number", text->str,
                                     NULL);
}

static char *
dup_label (const WmdPartContext *context, WmdItemKind kind, guint number)
{
  switch (kind)
    {
    case WMD_ITEM_NUMBERED:
      return dup_paragraph_label (context, number);
    case WMD_ITEM_LETTERED:
    case WMD_ITEM_LETTERED_2:
      return wmd_reference_format_list_mark (context->reference, context->language, wmd_item_kind_get_list_level (kind),
                                             number);
    case WMD_ITEM_BULLET:
      return g_strdup (wmd_reference_get_label (context->reference, context->language, "list-bullet-1"));
    case WMD_ITEM_BULLET_2:
      return g_strdup (wmd_reference_get_label (context->reference, context->language, "list-bullet-2"));
    default:
      return NULL;
    }
}

static MadeBlock *
make_block (const WmdPartContext *context, const char *part, const WmdPartLine *line, WmdItemKind kind, guint number)
{
  WmdItem *item = wmd_item_new (kind, line->language);
  gboolean uses_fields;

  item->id = dup_id (part, "-", wmd_block_get_id (line->block));
  item->label = dup_label (context, kind, number);
  item->number = number;
  item->content =
      wmd_running_text_resolve (wmd_block_get_content (line->block), context->fields, context->citations, &uses_fields);
  item->part = g_strdup (part);
  item->block = g_strdup (wmd_block_get_id (line->block));
  item->missing = line->language != context->language;
  return made_block_new (line->block, item, uses_fields);
}

/* The block as it was made before, when it would be made the same again; NULL otherwise. (transfer full) */
static MadeBlock *
reuse_block (const WmdPartContext *context,
             const WmdPartItems *before,
             const WmdPartLine *line,
             WmdItemKind kind,
             guint number)
{
  const MadeBlock *made = before != NULL ? g_hash_table_lookup (before->blocks, wmd_block_get_id (line->block)) : NULL;

  if (made == NULL || made->block != line->block || made->item->language != line->language ||
      made->item->kind != kind || made->item->number != number ||
      (made->uses_fields && before->fields_serial != context->fields_serial))
    return NULL;
  return made_block_new (made->block, wmd_item_ref (made->item), made->uses_fields);
}

static void
append_blocks (WmdPartItems *self, const WmdPartContext *context, const WmdPartItems *before, GPtrArray *items)
{
  g_autoptr (GArray) lines = wmd_part_text_list_lines (self->body, context->language);
  Counter counter = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const WmdPartLine *line = &g_array_index (lines, WmdPartLine, i);
      WmdItemKind kind = get_item_kind (self->body, line->block);
      guint number = count_item (&counter, kind);
      MadeBlock *made = reuse_block (context, before, line, kind, number);

      if (made == NULL)
        made = make_block (context, wmd_body_get_id (self->body), line, kind, number);
      self->uses_fields |= made->uses_fields;
      g_ptr_array_add (items, (gpointer) wmd_item_ref (made->item));
      g_hash_table_replace (self->blocks, (char *) wmd_block_get_id (made->block), made);
    }
}

/* --- derived items --- */

/* Adds @item, or in its place the equal one that @before (nullable) has among its first. */
static void
add_derived (GPtrArray *items, WmdItem *item, const WmdItemGroup *before)
{
  guint n = before != NULL ? MIN (wmd_item_group_get_n_items (before), 3) : 0;

  for (guint i = 0; i < n; i++)
    {
      const WmdItem *old = wmd_item_group_get_item (before, i);

      if (wmd_item_equal (old, item))
        {
          wmd_item_unref (item);
          g_ptr_array_add (items, (gpointer) wmd_item_ref (old));
          return;
        }
    }
  g_ptr_array_add (items, item);
}

/* @id is taken over. */
static WmdItem *
derived_item_new (const WmdPartContext *context, const WmdBody *body, WmdItemKind kind, char *id, const char *text)
{
  WmdItem *item = wmd_item_new (kind, context->language);

  item->id = id;
  item->content = wmd_inline_new_text (text);
  item->part = g_strdup (wmd_body_get_id (body));
  return item;
}

/* The heading of a reply, or its entry in the contents. A respondent without any name stays visible as such. */
static WmdItem *
name_item_new (const WmdPartContext *context, WmdBody *body, WmdItemKind kind, char *id)
{
  const char *name = wmd_body_get_name (body, context->reference, context->language);
  gboolean registered = wmd_body_get_respondent (body, context->reference) != NULL;
  WmdItem *item = derived_item_new (context, body, kind, id, name != NULL ? name : "[respondent]");

  if (registered || name == NULL || wmd_body_get_own_name (body, context->language) != NULL)
    return item;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (wmd_body_get_own_name (body, i) == name)
      {
        item->missing = TRUE;
        item->language = i;
      }
  return item;
}

static void
append_heading (WmdPartItems *self, const WmdPartContext *context, const WmdItemGroup *before, GPtrArray *items)
{
  const char *id = wmd_body_get_id (self->body);
  g_autofree char *original = wmd_reference_format_original_line (context->reference, context->language,
                                                                  wmd_body_get_field (self->body, WMD_FIELD_ORIGINAL));
  WmdDate date;

  WmdItem *item;

  add_derived (items, name_item_new (context, self->body, WMD_ITEM_REPLY, dup_id (id, "", NULL)), before);
  if (original != NULL)
    {
      item = derived_item_new (context, self->body, WMD_ITEM_ORIGINAL, dup_id (id, ".original", NULL), original);
      item->value = g_strdup (wmd_body_get_field (self->body, WMD_FIELD_ORIGINAL));
      add_derived (items, item, before);
    }
  if (wmd_body_get_date (self->body, &date))
    {
      g_autofree char *day = wmd_reference_format_date (context->reference, context->language, &date);
      g_autofree char *line =
          wmd_reference_format_label (context->reference, context->language, "date-line", "date", day, NULL);

      item = derived_item_new (context, self->body, WMD_ITEM_DATE, dup_id (id, ".date", NULL), line);
      item->value = wmd_date_is_valid (&date) ? wmd_date_format_iso (&date) : NULL;
      add_derived (items, item, before);
    }
}

static void
append_contents (WmdPartItems *self, const WmdPartContext *context, const WmdItemGroup *before, GPtrArray *items)
{
  const char *id = wmd_body_get_id (self->body);
  WmdItem *entry = name_item_new (context, self->body, WMD_ITEM_CONTENTS_REPLY, dup_id (id, ".contents", NULL));

  entry->target = dup_id (id, "", NULL);
  add_derived (items, entry, before);
}

WmdPartItems *
wmd_part_items_new (const WmdPartContext *context, WmdBody *body, const WmdPartItems *before)
{
  WmdPartItems *self = g_new0 (WmdPartItems, 1);
  GPtrArray *items = g_ptr_array_new_with_free_func (item_unref);
  GPtrArray *contents = g_ptr_array_new_with_free_func (item_unref);

  self->body = wmd_body_ref (body);
  self->fields_serial = context->fields_serial;
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, made_block_free);
  if (wmd_body_get_kind (body) == WMD_PART_REPLY)
    {
      append_heading (self, context, before != NULL ? before->items : NULL, items);
      append_contents (self, context, before != NULL ? before->contents : NULL, contents);
    }
  append_blocks (self, context, before, items);
  self->items = wmd_item_group_new (items);
  self->contents = wmd_item_group_new (contents);
  return self;
}

void
wmd_part_items_free (WmdPartItems *self)
{
  g_hash_table_unref (self->blocks);
  wmd_item_group_unref (self->items);
  wmd_item_group_unref (self->contents);
  wmd_body_unref (self->body);
  g_free (self);
}

gboolean
wmd_part_items_is_current (const WmdPartItems *self, const WmdPartContext *context, const WmdBody *body)
{
  return self->body == body && (!self->uses_fields || self->fields_serial == context->fields_serial);
}

WmdBody *
wmd_part_items_get_body (const WmdPartItems *self)
{
  return self->body;
}

WmdItemGroup *
wmd_part_items_get_items (const WmdPartItems *self)
{
  return self->items;
}

WmdItemGroup *
wmd_part_items_get_contents (const WmdPartItems *self)
{
  return self->contents;
}
