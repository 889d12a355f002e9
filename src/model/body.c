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
  return self;
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

char *
wmd_body_dup_new_block_id (const WmdBody *self)
{
  guint64 last = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    for (guint j = 0; self->variants[i] != NULL && j < wmd_variant_get_n_blocks (self->variants[i]); j++)
      {
        const char *id = wmd_block_get_id (wmd_variant_get_block (self->variants[i], j));
        guint64 number;

        if (id[0] == 'b' && g_ascii_string_to_unsigned (id + 1, 10, 1, G_MAXUINT32, &number, NULL))
          last = MAX (last, number);
      }
  return g_strdup_printf ("b%" G_GUINT64_FORMAT, last + 1);
}

gboolean
wmd_body_equal (const WmdBody *a, const WmdBody *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (strcmp (a->id, b->id) != 0 || a->kind != b->kind || g_strcmp0 (a->unknown, b->unknown) != 0)
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
