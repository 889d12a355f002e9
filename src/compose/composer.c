/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Composes editions: which sections there are, what number each has, and what stands in which order. For each
 * language the composer remembers the parts and the headings that it made last and takes from them what is still
 * the same, so that after an edit the new publication shares all its other items with the old one.
 */

#include "config.h"

#include "compose/composer.h"

#include "compose/masthead.h"
#include "compose/part-items.h"
#include "compose/running-text.h"

#include <string.h>

/* What is remembered of the edition in one language; empty before the first time. */
typedef struct
{
  WmdSnapshot *snapshot; /* of the publication */
  WmdPublication *publication;
  WmdCitations *citations;
  WmdFields *fields;
  guint fields_serial; /* counts the changes of the field values */
  GHashTable *parts;   /* (element-type utf8 WmdPartItems) by part id, which the items' body owns */
  GHashTable *alone;   /* (element-type utf8 WmdItem) by item id: headings and other items of no part */
} Edition;

struct _WmdComposer
{
  WmdReference *reference;
  Edition editions[WMD_N_LANGUAGES];
};

/* One time of composing: what is remembered of the last time, and what is to be remembered of this one. */
typedef struct
{
  WmdSnapshot *snapshot;
  WmdPartContext context;
  const Edition *last;
  GHashTable *parts;
  GHashTable *alone;
  WmdSectionNumbers numbers;
  GPtrArray *replies[WMD_N_SECTIONS]; /* (element-type WmdBody) in the order of the edition */
  GPtrArray *groups;                  /* (element-type WmdItemGroup) */
} Run;

static void
edition_clear (Edition *self)
{
  g_clear_pointer (&self->publication, wmd_publication_unref);
  g_clear_pointer (&self->snapshot, wmd_snapshot_unref);
  g_clear_pointer (&self->citations, wmd_citations_free);
  g_clear_pointer (&self->fields, wmd_fields_free);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->alone, g_hash_table_unref);
}

WmdComposer *
wmd_composer_new (WmdReference *reference)
{
  WmdComposer *self;

  g_return_val_if_fail (reference != NULL, NULL);

  self = g_new0 (WmdComposer, 1);
  self->reference = wmd_reference_ref (reference);
  return self;
}

void
wmd_composer_free (WmdComposer *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    edition_clear (&self->editions[i]);
  wmd_reference_unref (self->reference);
  g_free (self);
}

static void
item_unref (gpointer item)
{
  wmd_item_unref (item);
}

static void
part_items_free (gpointer items)
{
  wmd_part_items_free (items);
}

static void
group_unref (gpointer group)
{
  wmd_item_group_unref (group);
}

/* --- items of no part --- */

static const char *
get_label (const Run *run, const char *key)
{
  return wmd_reference_get_label (run->context.reference, run->context.language, key);
}

/* Remembers @item, or in its place the equal one of the last time. */
static void
add_alone (Run *run, GPtrArray *items, WmdItem *item)
{
  const WmdItem *last = run->last->alone != NULL ? g_hash_table_lookup (run->last->alone, item->id) : NULL;
  const WmdItem *kept = item;

  if (last != NULL && wmd_item_equal (last, item))
    {
      kept = wmd_item_ref (last);
      wmd_item_unref (item);
    }
  g_hash_table_replace (run->alone, kept->id, (gpointer) kept);
  g_ptr_array_add (items, (gpointer) wmd_item_ref (kept));
}

/* @id and @label (nullable) are taken over; the text is that of the label @key. */
static WmdItem *
label_item_new (const Run *run, WmdItemKind kind, char *id, char *label, const char *key)
{
  WmdItem *item = wmd_item_new (kind, run->context.language);

  item->id = id;
  item->label = label;
  item->content = wmd_inline_new_text (get_label (run, key));
  return item;
}

static GPtrArray *
group_items_new (void)
{
  return g_ptr_array_new_with_free_func (item_unref);
}

static void
add_group (Run *run, GPtrArray *items)
{
  g_ptr_array_add (run->groups, wmd_item_group_new (items));
}

/* Heading of a section, or its entry in the contents, which leads to it. @name: "introduction" or a section id. */
static WmdItem *
section_item_new (const Run *run, WmdItemKind kind, const char *name, guint number)
{
  g_autofree char *key = g_strconcat ("section-", name, NULL);
  g_autofree char *number_key = g_strdup_printf ("section-number-%u", number);
  gboolean heading = kind == WMD_ITEM_SECTION;
  WmdItem *item = label_item_new (run, kind, g_strconcat (heading ? "section." : "contents.", name, NULL),
                                  g_strdup (get_label (run, number_key)), key);

  item->number = number;
  item->target = heading ? NULL : g_strconcat ("section.", name, NULL);
  return item;
}

static void
add_section_heading (Run *run, const char *name, guint number)
{
  GPtrArray *items = group_items_new ();

  add_alone (run, items, section_item_new (run, WMD_ITEM_SECTION, name, number));
  add_group (run, items);
}

/* --- parts --- */

/* The items of @body, of the last time where they are still right. */
static const WmdPartItems *
make_part (Run *run, WmdBody *body)
{
  const char *id = wmd_body_get_id (body);
  WmdPartItems *made = g_hash_table_lookup (run->parts, id);
  WmdPartItems *last = run->last->parts != NULL ? g_hash_table_lookup (run->last->parts, id) : NULL;

  if (made != NULL)
    return made;
  if (last != NULL && wmd_part_items_is_current (last, &run->context, body))
    {
      g_hash_table_steal (run->last->parts, id);
      made = last;
    }
  else
    made = wmd_part_items_new (&run->context, body, last);
  g_hash_table_insert (run->parts, (char *) wmd_body_get_id (wmd_part_items_get_body (made)), made);
  return made;
}

static void
add_part (Run *run, WmdBody *body)
{
  g_ptr_array_add (run->groups, wmd_item_group_ref (wmd_part_items_get_items (make_part (run, body))));
}

/* --- the report --- */

static void
number_sections (Run *run)
{
  guint number = 0;

  run->numbers.introduction = ++number;
  for (guint i = 0; i < WMD_N_SECTIONS; i++)
    {
      run->replies[i] = wmd_snapshot_list_replies (run->snapshot, run->context.language, i);
      run->numbers.replies[i] = run->replies[i]->len > 0 ? ++number : 0;
    }
}

static void
add_front (Run *run)
{
  GPtrArray *items = group_items_new ();

  add_alone (run, items, label_item_new (run, WMD_ITEM_TITLE, g_strdup ("report.title"), NULL, "report-title"));
  add_alone (run, items, label_item_new (run, WMD_ITEM_AUTHOR, g_strdup ("report.author"), NULL, "report-author"));
  add_alone (run, items, label_item_new (run, WMD_ITEM_SUMMARY_HEADING, g_strdup ("report.summary"), NULL, "summary"));
  add_group (run, items);
  add_part (run, wmd_snapshot_get_summary (run->snapshot));
}

/* The European Union's reply stands alone under a heading that says the same, and has no entry of its own. */
static gboolean
lists_replies (const Run *run, WmdSection section)
{
  return section != WMD_SECTION_EUROPEAN_UNION || run->replies[section]->len > 1;
}

static void
add_contents (Run *run)
{
  GPtrArray *items = group_items_new ();

  add_alone (run, items,
             label_item_new (run, WMD_ITEM_CONTENTS_HEADING, g_strdup ("report.contents"),
                             g_strdup (get_label (run, "page")), "contents"));
  add_alone (run, items, section_item_new (run, WMD_ITEM_CONTENTS_SECTION, "introduction", run->numbers.introduction));
  for (guint i = 0; i < WMD_N_SECTIONS; i++)
    {
      if (run->numbers.replies[i] == 0)
        continue;
      add_alone (run, items,
                 section_item_new (run, WMD_ITEM_CONTENTS_SECTION, wmd_section_get_id (i), run->numbers.replies[i]));
      for (guint j = 0; lists_replies (run, i) && j < run->replies[i]->len; j++)
        {
          const WmdPartItems *part = make_part (run, g_ptr_array_index (run->replies[i], j));

          g_ptr_array_add (items,
                           (gpointer) wmd_item_ref (wmd_item_group_get_item (wmd_part_items_get_contents (part), 0)));
        }
    }
  add_group (run, items);
}

static void
add_sections (Run *run)
{
  add_section_heading (run, "introduction", run->numbers.introduction);
  add_part (run, wmd_snapshot_get_introduction (run->snapshot));
  for (guint i = 0; i < WMD_N_SECTIONS; i++)
    {
      if (run->numbers.replies[i] == 0)
        continue;
      add_section_heading (run, wmd_section_get_id (i), run->numbers.replies[i]);
      for (guint j = 0; j < run->replies[i]->len; j++)
        add_part (run, g_ptr_array_index (run->replies[i], j));
    }
}

static char **
dup_keywords (const Run *run)
{
  WmdFacts *facts = wmd_snapshot_get_facts (run->snapshot);
  const char *symbol = wmd_facts_get (facts, WMD_FACT_SYMBOL);
  const char *resolution = wmd_facts_get (facts, WMD_FACT_RESOLUTION);
  g_autoptr (GStrvBuilder) keywords = g_strv_builder_new ();

  if (symbol != NULL)
    g_strv_builder_add (keywords, symbol);
  if (resolution != NULL)
    {
      g_autofree char *full = wmd_reference_format_label (run->context.reference, run->context.language,
                                                          "resolution-symbol", "symbol", resolution, NULL);

      g_strv_builder_add (keywords, full);
    }
  return g_strv_builder_end (keywords);
}

static WmdPublication *
compose_publication (Run *run)
{
  WmdDate date;
  gboolean dated = wmd_facts_get_date (wmd_snapshot_get_facts (run->snapshot), WMD_FACT_DATE, &date);

  add_front (run);
  add_contents (run);
  add_sections (run);
  return wmd_publication_new (
      g_strdup (wmd_snapshot_get_id (run->snapshot)), run->context.language,
      wmd_masthead_compose (run->snapshot, run->context.language), g_strdup (get_label (run, "report-title")),
      g_strdup (get_label (run, "secretary-general")), g_strdup (get_label (run, "item-title")), dup_keywords (run),
      dated ? wmd_date_format_iso (&date) : NULL, g_steal_pointer (&run->groups));
}

/* Computes the fields; the serial goes up when a value is another than the last time. */
static void
prepare (WmdComposer *self, Run *run, WmdSnapshot *snapshot, WmdLanguage language)
{
  Edition *edition = &self->editions[language];
  g_autoptr (WmdFields) fields = NULL;

  run->snapshot = snapshot;
  run->context.reference = self->reference;
  run->context.language = language;
  number_sections (run);
  fields = wmd_fields_new (snapshot, language, &run->numbers);
  if (edition->fields == NULL || !wmd_fields_equal (edition->fields, fields))
    {
      g_clear_pointer (&edition->fields, wmd_fields_free);
      edition->fields = g_steal_pointer (&fields);
      edition->fields_serial++;
    }
  if (edition->citations == NULL)
    edition->citations = wmd_citations_new (self->reference, language);
  run->context.fields = edition->fields;
  run->context.fields_serial = edition->fields_serial;
  run->context.citations = edition->citations;
  run->last = edition;
}

static void
run_clear (Run *run)
{
  for (guint i = 0; i < WMD_N_SECTIONS; i++)
    g_clear_pointer (&run->replies[i], g_ptr_array_unref);
}

WmdPublication *
wmd_composer_compose (WmdComposer *self, WmdSnapshot *snapshot, WmdLanguage language)
{
  Edition *edition;
  Run run = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail ((guint) language < WMD_N_LANGUAGES, NULL);

  edition = &self->editions[language];
  if (edition->snapshot == snapshot)
    return wmd_publication_ref (edition->publication);

  prepare (self, &run, snapshot, language);
  run.parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, part_items_free);
  run.alone = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, item_unref);
  run.groups = g_ptr_array_new_with_free_func (group_unref);
  g_clear_pointer (&edition->publication, wmd_publication_unref);
  edition->publication = compose_publication (&run);
  run_clear (&run);

  g_clear_pointer (&edition->snapshot, wmd_snapshot_unref);
  edition->snapshot = wmd_snapshot_ref (snapshot);
  g_clear_pointer (&edition->parts, g_hash_table_unref);
  edition->parts = run.parts;
  g_clear_pointer (&edition->alone, g_hash_table_unref);
  edition->alone = run.alone;
  return wmd_publication_ref (edition->publication);
}

WmdInline *
wmd_composer_resolve (WmdComposer *self, WmdSnapshot *snapshot, WmdLanguage language, WmdInline *content)
{
  Run run = { 0 };
  WmdInline *resolved;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail ((guint) language < WMD_N_LANGUAGES, NULL);
  g_return_val_if_fail (content != NULL, NULL);

  prepare (self, &run, snapshot, language);
  resolved = wmd_running_text_resolve (content, run.context.fields, run.context.citations, NULL);
  run_clear (&run);
  return resolved;
}
