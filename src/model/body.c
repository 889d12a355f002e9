/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A body never changes: each wmd_body_with_…() makes another one that shares what stayed the same. */

#include "config.h"

#include "model/body.h"

#include <string.h>

struct _WmdBody
{
  gatomicrefcount ref_count;
  char *id;
  WmdPartKind kind;
  char *fields[WMD_N_FIELDS];
  char *own_names[WMD_N_LANGUAGES];
  WmdVariant *variants[WMD_N_LANGUAGES]; /* NULL where a language is not held */
  GPtrArray *queries;                    /* (element-type WmdQuery) */
  char *unknown;                         /* JSON object */
};

static const char *const field_ids[WMD_N_FIELDS] = {
  [WMD_FIELD_RESPONDENT] = "respondent", [WMD_FIELD_SECTION] = "section",
  [WMD_FIELD_ORIGINAL] = "original",     [WMD_FIELD_DATE] = "date",
  [WMD_FIELD_ADDRESS] = "address",       [WMD_FIELD_NOTES] = "notes",
};

const char *
wmd_field_get_id (WmdField field)
{
  g_return_val_if_fail (field < WMD_N_FIELDS, NULL);

  return field_ids[field];
}

WmdBody *
wmd_body_new (const char *id, WmdPartKind kind)
{
  WmdBody *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (WmdBody, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->kind = kind;
  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_query_unref);
  return self;
}

static void
replace_queries (WmdBody *self, const GPtrArray *queries)
{
  g_ptr_array_set_size (self->queries, 0);
  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_add (self->queries, wmd_query_ref (queries->pdata[i]));
}

static WmdBody *
body_copy (const WmdBody *self)
{
  WmdBody *copy = wmd_body_new (self->id, self->kind);

  for (guint i = 0; i < WMD_N_FIELDS; i++)
    copy->fields[i] = g_strdup (self->fields[i]);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      copy->own_names[i] = g_strdup (self->own_names[i]);
      if (self->variants[i] != NULL)
        copy->variants[i] = wmd_variant_ref (self->variants[i]);
    }
  replace_queries (copy, self->queries);
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

WmdBody *
wmd_body_ref (WmdBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_body_unref (WmdBody *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < WMD_N_FIELDS; i++)
    g_free (self->fields[i]);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_free (self->own_names[i]);
      g_clear_pointer (&self->variants[i], wmd_variant_unref);
    }
  g_ptr_array_unref (self->queries);
  g_free (self->id);
  g_free (self->unknown);
  g_free (self);
}

const char *
wmd_body_get_id (const WmdBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

WmdPartKind
wmd_body_get_kind (const WmdBody *self)
{
  g_return_val_if_fail (self != NULL, WMD_PART_REPLY);

  return self->kind;
}

const char *
wmd_body_get_field (const WmdBody *self, WmdField field)
{
  g_return_val_if_fail (self != NULL && field < WMD_N_FIELDS, NULL);

  return self->fields[field];
}

const char *
wmd_body_get_own_name (const WmdBody *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && language != WMD_LANGUAGE_NONE, NULL);

  return self->own_names[language];
}

WmdVariant *
wmd_body_get_variant (const WmdBody *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && language != WMD_LANGUAGE_NONE, NULL);

  return self->variants[language];
}

const GPtrArray *
wmd_body_get_queries (const WmdBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->queries;
}

static gboolean
find_query (const WmdBody *self, const char *id, guint *index)
{
  for (*index = 0; *index < self->queries->len; (*index)++)
    if (strcmp (wmd_query_get_id (self->queries->pdata[*index]), id) == 0)
      return TRUE;
  return FALSE;
}

WmdQuery *
wmd_body_lookup_query (const WmdBody *self, const char *id)
{
  guint index;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return find_query (self, id, &index) ? self->queries->pdata[index] : NULL;
}

static const char *
skip_note_marks (const char *text)
{
  while (g_str_has_prefix (text, WMD_INLINE_NOTE_MARK))
    text += strlen (WMD_INLINE_NOTE_MARK);
  return text;
}

/* Length of what @text begins with and @passage quotes, which leaves the marks of footnotes out; 0: something else. */
static gsize
match_passage (const char *text, const char *passage)
{
  const char *at = text;

  for (passage = skip_note_marks (passage); *passage != '\0'; passage = skip_note_marks (passage + 1))
    {
      if (at != text)
        at = skip_note_marks (at);
      if (*at++ != *passage)
        return 0;
    }
  return at - text;
}

const char *
wmd_body_locate_query (const WmdBody *self, const WmdQuery *query, guint *start, guint *end)
{
  WmdLanguage language;
  const char *id, *passage, *text;
  WmdVariant *variant;
  WmdBlock *block;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);
  g_return_val_if_fail (start != NULL && end != NULL, NULL);

  *start = *end = 0;
  language = wmd_query_get_language (query);
  id = wmd_query_get_text (query, WMD_QUERY_BLOCK);
  variant = language != WMD_LANGUAGE_NONE ? wmd_body_get_variant (self, language) : NULL;
  block = variant != NULL && id != NULL ? wmd_variant_lookup_block (variant, id, NULL) : NULL;
  if (block == NULL)
    return NULL;
  passage = wmd_query_get_text (query, WMD_QUERY_PASSAGE);
  text = wmd_block_get_text (block);
  for (const char *at = text; passage != NULL && *at != '\0' && *end == 0; at++)
    {
      const gsize length = match_passage (at, passage);

      if (length > 0)
        {
          *start = (guint) (at - text);
          *end = *start + (guint) length;
        }
    }
  return wmd_block_get_id (block);
}

const char *
wmd_body_get_unknown (const WmdBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unknown;
}

WmdLanguage
wmd_body_get_original (const WmdBody *self)
{
  g_return_val_if_fail (self != NULL, WMD_LANGUAGE_NONE);

  if (self->kind != WMD_PART_REPLY)
    return WMD_LANGUAGE_EN;
  return wmd_language_from_code (self->fields[WMD_FIELD_ORIGINAL]);
}

WmdVariant *
wmd_body_get_source (const WmdBody *self)
{
  WmdLanguage original = wmd_body_get_original (self);

  return original != WMD_LANGUAGE_NONE ? self->variants[original] : NULL;
}

gboolean
wmd_body_get_date (const WmdBody *self, WmdDate *date)
{
  g_return_val_if_fail (self != NULL && date != NULL, FALSE);

  return wmd_date_parse_iso (self->fields[WMD_FIELD_DATE], date);
}

const WmdRespondent *
wmd_body_get_respondent (const WmdBody *self, WmdReference *reference)
{
  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  if (self->fields[WMD_FIELD_RESPONDENT] == NULL)
    return NULL;
  return wmd_reference_lookup_respondent (reference, self->fields[WMD_FIELD_RESPONDENT]);
}

WmdSection
wmd_body_get_section (const WmdBody *self, WmdReference *reference)
{
  const WmdRespondent *respondent = wmd_body_get_respondent (self, reference);
  WmdSection section = WMD_SECTION_ORGANIZATIONS;

  if (respondent != NULL)
    return wmd_respondent_get_section (respondent);
  wmd_section_from_id (self->fields[WMD_FIELD_SECTION], &section);
  return section;
}

const char *
wmd_body_get_name (const WmdBody *self, WmdReference *reference, WmdLanguage language)
{
  const WmdRespondent *respondent = wmd_body_get_respondent (self, reference);

  if (respondent != NULL)
    return wmd_respondent_get_name (respondent, language);
  if (self->own_names[language] != NULL)
    return self->own_names[language];
  if (self->own_names[WMD_LANGUAGE_EN] != NULL)
    return self->own_names[WMD_LANGUAGE_EN];
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (self->own_names[i] != NULL)
      return self->own_names[i];
  return self->fields[WMD_FIELD_RESPONDENT];
}

static void
replace_string (char **place, const char *value)
{
  g_free (*place);
  *place = g_strdup (value);
}

WmdBody *
wmd_body_with_id (const WmdBody *self, const char *id)
{
  WmdBody *copy;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  copy = body_copy (self);
  replace_string (&copy->id, id);
  return copy;
}

WmdBody *
wmd_body_with_field (const WmdBody *self, WmdField field, const char *value)
{
  WmdBody *copy;

  g_return_val_if_fail (self != NULL && field < WMD_N_FIELDS, NULL);

  copy = body_copy (self);
  replace_string (&copy->fields[field], value);
  return copy;
}

WmdBody *
wmd_body_with_own_name (const WmdBody *self, WmdLanguage language, const char *name)
{
  WmdBody *copy;

  g_return_val_if_fail (self != NULL && language != WMD_LANGUAGE_NONE, NULL);

  copy = body_copy (self);
  replace_string (&copy->own_names[language], name);
  return copy;
}

WmdBody *
wmd_body_with_variant (const WmdBody *self, WmdLanguage language, WmdVariant *variant)
{
  WmdBody *copy;

  g_return_val_if_fail (self != NULL && language != WMD_LANGUAGE_NONE, NULL);
  g_return_val_if_fail (variant == NULL || wmd_variant_get_language (variant) == language, NULL);

  copy = body_copy (self);
  g_clear_pointer (&copy->variants[language], wmd_variant_unref);
  if (variant != NULL)
    copy->variants[language] = wmd_variant_ref (variant);
  return copy;
}

WmdBody *
wmd_body_with_query (const WmdBody *self, WmdQuery *query)
{
  WmdBody *copy;
  guint index;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  copy = body_copy (self);
  if (find_query (copy, wmd_query_get_id (query), &index))
    g_ptr_array_remove_index (copy->queries, index);
  g_ptr_array_insert (copy->queries, (gint) index, wmd_query_ref (query));
  return copy;
}

WmdBody *
wmd_body_without_query (const WmdBody *self, const char *id)
{
  WmdBody *copy;
  guint index;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  copy = body_copy (self);
  if (find_query (copy, id, &index))
    g_ptr_array_remove_index (copy->queries, index);
  return copy;
}

WmdBody *
wmd_body_with_queries (const WmdBody *self, const GPtrArray *queries)
{
  WmdBody *copy;

  g_return_val_if_fail (self != NULL && queries != NULL, NULL);

  copy = body_copy (self);
  replace_queries (copy, queries);
  return copy;
}

WmdBody *
wmd_body_with_unknown (const WmdBody *self, const char *unknown)
{
  WmdBody *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = body_copy (self);
  replace_string (&copy->unknown, unknown);
  return copy;
}

WmdBody *
wmd_body_with_block (const WmdBody *self, WmdLanguage language, WmdBlock *block)
{
  g_autoptr (WmdVariant) variant = NULL;
  guint index;

  g_return_val_if_fail (self != NULL && language != WMD_LANGUAGE_NONE && block != NULL, NULL);
  g_return_val_if_fail (self->variants[language] != NULL, NULL);
  g_return_val_if_fail (wmd_variant_lookup_block (self->variants[language], wmd_block_get_id (block), &index), NULL);

  variant = wmd_variant_splice (self->variants[language], index, 1, &block, 1);
  return wmd_body_with_variant (self, language, variant);
}

/* The number of an id that is @prefix and a number; 0 for another id. */
static guint64
get_id_number (const char *id, char prefix)
{
  guint64 number;

  return id[0] == prefix && g_ascii_string_to_unsigned (id + 1, 10, 1, G_MAXUINT32, &number, NULL) ? number : 0;
}

char *
wmd_body_dup_new_block_id (const WmdBody *self)
{
  guint64 last = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    for (guint j = 0; self->variants[i] != NULL && j < wmd_variant_get_n_blocks (self->variants[i]); j++)
      last = MAX (last, get_id_number (wmd_block_get_id (wmd_variant_get_block (self->variants[i], j)), 'b'));
  return g_strdup_printf ("b%" G_GUINT64_FORMAT, last + 1);
}

char *
wmd_body_dup_new_query_id (const WmdBody *self)
{
  guint64 last = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->queries->len; i++)
    last = MAX (last, get_id_number (wmd_query_get_id (self->queries->pdata[i]), 'q'));
  return g_strdup_printf ("q%" G_GUINT64_FORMAT, last + 1);
}

static gboolean
queries_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!wmd_query_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
wmd_body_equal (const WmdBody *a, const WmdBody *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (strcmp (a->id, b->id) != 0 || a->kind != b->kind || g_strcmp0 (a->unknown, b->unknown) != 0 ||
      !queries_equal (a->queries, b->queries))
    return FALSE;
  for (guint i = 0; i < WMD_N_FIELDS; i++)
    if (g_strcmp0 (a->fields[i], b->fields[i]) != 0)
      return FALSE;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (g_strcmp0 (a->own_names[i], b->own_names[i]) != 0 || (a->variants[i] == NULL) != (b->variants[i] == NULL) ||
        (a->variants[i] != NULL && !wmd_variant_equal (a->variants[i], b->variants[i])))
      return FALSE;
  return TRUE;
}
