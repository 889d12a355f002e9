/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report in one language, ready to be set. A publication owns groups of items, one group for each part of
 * the report, and shares them with the publications composed before and after it; the flat list that formats
 * read is an array of borrowed pointers into the groups. So an edit costs the remade group and one array.
 */

#include "config.h"

#include "compose/publication-private.h"

#include <string.h>

typedef struct
{
  WmdItem item; /* first, so that the public pointer is the pointer to this */
  gatomicrefcount references;
} Item;

struct _WmdItemGroup
{
  gatomicrefcount references;
  GPtrArray *items; /* (element-type WmdItem), owned */
  guint n_missing;
};

struct _WmdPublication
{
  gatomicrefcount references;
  char *report_id;
  WmdLanguage language;
  WmdMasthead *masthead;
  char *title;
  char *author;
  char *subject;
  char **keywords;
  char *date;        /* ISO 8601; NULL when not known */
  GPtrArray *groups; /* (element-type WmdItemGroup), owned */
  GPtrArray *items;  /* (element-type WmdItem), borrowed from the groups */
  guint n_missing;
};

static const char *const item_kind_ids[WMD_N_ITEM_KINDS] = {
  [WMD_ITEM_TITLE] = "title",
  [WMD_ITEM_AUTHOR] = "author",
  [WMD_ITEM_SUMMARY_HEADING] = "summary-heading",
  [WMD_ITEM_SUMMARY] = "summary",
  [WMD_ITEM_CONTENTS_HEADING] = "contents-heading",
  [WMD_ITEM_CONTENTS_SECTION] = "contents-section",
  [WMD_ITEM_CONTENTS_REPLY] = "contents-reply",
  [WMD_ITEM_SECTION] = "section",
  [WMD_ITEM_REPLY] = "reply",
  [WMD_ITEM_ORIGINAL] = "original",
  [WMD_ITEM_DATE] = "date",
  [WMD_ITEM_HEADING_1] = "heading-1",
  [WMD_ITEM_HEADING_2] = "heading-2",
  [WMD_ITEM_PARAGRAPH] = "paragraph",
  [WMD_ITEM_NUMBERED] = "numbered",
  [WMD_ITEM_BULLET] = "bullet",
  [WMD_ITEM_BULLET_2] = "bullet-2",
  [WMD_ITEM_LETTERED] = "lettered",
  [WMD_ITEM_LETTERED_2] = "lettered-2",
};

const char *
wmd_item_kind_get_id (WmdItemKind kind)
{
  g_return_val_if_fail ((guint) kind < WMD_N_ITEM_KINDS, NULL);

  return item_kind_ids[kind];
}

guint
wmd_item_kind_get_list_level (WmdItemKind kind)
{
  switch (kind)
    {
    case WMD_ITEM_BULLET:
    case WMD_ITEM_LETTERED:
      return 1;
    case WMD_ITEM_BULLET_2:
    case WMD_ITEM_LETTERED_2:
      return 2;
    default:
      return 0;
    }
}

WmdItem *
wmd_item_new (WmdItemKind kind, WmdLanguage language)
{
  Item *self = g_new0 (Item, 1);

  g_atomic_ref_count_init (&self->references);
  self->item.kind = kind;
  self->item.language = language;
  return &self->item;
}

const WmdItem *
wmd_item_ref (const WmdItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Item *) self)->references);
  return self;
}

void
wmd_item_unref (const WmdItem *self)
{
  Item *item = (Item *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&item->references))
    return;
  g_free (item->item.id);
  g_free (item->item.label);
  g_clear_pointer (&item->item.content, wmd_inline_unref);
  g_free (item->item.target);
  g_free (item->item.value);
  g_free (item->item.part);
  g_free (item->item.block);
  g_free (item);
}

gboolean
wmd_item_equal (const WmdItem *a, const WmdItem *b)
{
  return a->kind == b->kind && g_str_equal (a->id, b->id) && g_strcmp0 (a->label, b->label) == 0 &&
         wmd_inline_equal (a->content, b->content) && g_strcmp0 (a->target, b->target) == 0 &&
         g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->part, b->part) == 0 &&
         g_strcmp0 (a->block, b->block) == 0 && a->number == b->number && a->missing == b->missing &&
         a->language == b->language;
}

WmdItemGroup *
wmd_item_group_new (GPtrArray *items)
{
  WmdItemGroup *self = g_new0 (WmdItemGroup, 1);

  g_atomic_ref_count_init (&self->references);
  self->items = items;
  for (guint i = 0; i < items->len; i++)
    self->n_missing += wmd_item_group_get_item (self, i)->missing;
  return self;
}

WmdItemGroup *
wmd_item_group_ref (WmdItemGroup *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
wmd_item_group_unref (WmdItemGroup *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->items);
  g_free (self);
}

guint
wmd_item_group_get_n_items (const WmdItemGroup *self)
{
  return self->items->len;
}

const WmdItem *
wmd_item_group_get_item (const WmdItemGroup *self, guint index)
{
  return g_ptr_array_index (self->items, index);
}

void
wmd_masthead_free (WmdMasthead *self)
{
  g_free (self->united_nations);
  g_free (self->organ);
  g_free (self->symbol);
  g_free (self->distribution);
  g_free (self->date);
  g_free (self->version);
  g_free (self->originals);
  g_free (self->session);
  g_free (self->agenda_item);
  g_free (self->item_title);
  g_clear_pointer (&self->agenda_note, wmd_inline_unref);
  g_free (self->job_number);
  g_free (self->job_line);
  g_free (self->recycle);
  g_free (self->address);
  g_free (self->draft);
  g_free (self);
}

WmdPublication *
wmd_publication_new (char *report_id,
                     WmdLanguage language,
                     WmdMasthead *masthead,
                     char *title,
                     char *author,
                     char *subject,
                     char **keywords,
                     char *date,
                     GPtrArray *groups)
{
  WmdPublication *self = g_new0 (WmdPublication, 1);

  g_atomic_ref_count_init (&self->references);
  self->report_id = report_id;
  self->language = language;
  self->masthead = masthead;
  self->title = title;
  self->author = author;
  self->subject = subject;
  self->keywords = keywords;
  self->date = date;
  self->groups = groups;
  self->items = g_ptr_array_new ();
  for (guint i = 0; i < groups->len; i++)
    {
      const WmdItemGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_extend (self->items, group->items, NULL, NULL);
      self->n_missing += group->n_missing;
    }
  return self;
}

WmdPublication *
wmd_publication_ref (WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
wmd_publication_unref (WmdPublication *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->report_id);
  wmd_masthead_free (self->masthead);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_strfreev (self->keywords);
  g_free (self->date);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

const char *
wmd_publication_get_report_id (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->report_id;
}

WmdLanguage
wmd_publication_get_language (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, WMD_LANGUAGE_NONE);

  return self->language;
}

const WmdMasthead *
wmd_publication_get_masthead (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->masthead;
}

guint
wmd_publication_get_n_items (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const WmdItem *
wmd_publication_get_item (const WmdPublication *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

const char *
wmd_publication_get_title (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
wmd_publication_get_author (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

const char *
wmd_publication_get_subject (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}

const char *const *
wmd_publication_get_keywords (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->keywords;
}

const char *
wmd_publication_get_date (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->date;
}

guint
wmd_publication_get_n_missing (const WmdPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_missing;
}

static void
dump_masthead (const WmdMasthead *masthead, GString *out)
{
  const struct
  {
    const char *name;
    const char *value;
  } lines[] = {
    { "united-nations", masthead->united_nations },
    { "organ", masthead->organ },
    { "symbol", masthead->symbol },
    { "distribution", masthead->distribution },
    { "date", masthead->date },
    { "version", masthead->version },
    { "originals", masthead->originals },
    { "session", masthead->session },
    { "agenda-item", masthead->agenda_item },
    { "item-title", masthead->item_title },
    { "agenda-note", masthead->agenda_note != NULL ? wmd_inline_get_markup (masthead->agenda_note) : NULL },
    { "job-number", masthead->job_number },
    { "job-line", masthead->job_line },
    { "recycle", masthead->recycle },
    { "address", masthead->address },
    { "draft", masthead->draft },
  };

  g_string_append_printf (out, "masthead language: %s\n", wmd_language_get_code (masthead->language));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].value != NULL)
      g_string_append_printf (out, "masthead %s: %s\n", lines[i].name, lines[i].value);
}

static void
dump_item (const WmdItem *item, GString *out)
{
  g_string_append_printf (out, "%s #%s", wmd_item_kind_get_id (item->kind), item->id);
  if (item->missing)
    g_string_append_printf (out, " missing=%s", wmd_language_get_code (item->language));
  if (item->target != NULL)
    g_string_append_printf (out, " >%s", item->target);
  if (item->value != NULL)
    g_string_append_printf (out, " =%s", item->value);
  if (item->label != NULL)
    g_string_append_printf (out, " |%s|", item->label);
  g_string_append_printf (out, " %s\n", wmd_inline_get_markup (item->content));
}

char *
wmd_publication_dump (const WmdPublication *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  g_string_append_printf (out, "language: %s\ntitle: %s\nauthor: %s\nsubject: %s\n",
                          wmd_language_get_code (self->language), self->title, self->author, self->subject);
  for (guint i = 0; self->keywords[i] != NULL; i++)
    g_string_append_printf (out, "keyword: %s\n", self->keywords[i]);
  if (self->date != NULL)
    g_string_append_printf (out, "date: %s\n", self->date);
  dump_masthead (self->masthead, out);
  for (guint i = 0; i < self->items->len; i++)
    dump_item (g_ptr_array_index (self->items, i), out);
  return g_string_free (out, FALSE);
}
