/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A second edition of a report, in another language, goes into the report that is there: parts are paired by
 * respondent, blocks by order and likeness. What the report holds stays as it is; where the edition says otherwise,
 * that is reported.
 */

#include "config.h"

#include "exchange/text-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/block-pairing.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *existing;
  WmdImport *import;     /* of the edition alone */
  GPtrArray *findings;   /* (element-type WmdFinding) */
  GPtrArray *replies;    /* (element-type WmdBody) of the report that is made */
  GHashTable *part_ids;  /* id of a part in the edition → id in the report */
  GHashTable *block_ids; /* "part/block" in the edition → id of the block in the report */
  guint n_added;         /* replies that only the edition has */
} Merge;

/* Adds a finding; @message is taken. */
static void
report (Merge *self,
        const char *rule,
        WmdSeverity severity,
        const char *part,
        const char *block,
        const char *hint,
        char *message)
{
  WmdFinding *finding = wmd_finding_new (rule, severity);

  finding->part = g_strdup (part);
  finding->block = g_strdup (block);
  finding->language = self->import->language;
  finding->hint = g_strdup (hint);
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
}

/* --- parts --- */

/* TRUE when both are replies of the same respondent, or of respondents without an entry that agree in all else. */
static gboolean
is_same_reply (Merge *self, WmdBody *a, WmdBody *b)
{
  static const WmdField fields[] = { WMD_FIELD_RESPONDENT, WMD_FIELD_ORIGINAL, WMD_FIELD_DATE };
  const char *respondent = wmd_body_get_field (a, WMD_FIELD_RESPONDENT);

  if (respondent != NULL)
    return g_strcmp0 (respondent, wmd_body_get_field (b, WMD_FIELD_RESPONDENT)) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (wmd_body_get_field (a, fields[i]), wmd_body_get_field (b, fields[i])) != 0)
      return FALSE;
  return wmd_body_get_section (a, self->reference) == wmd_body_get_section (b, self->reference);
}

/* The reply of the edition that is @body and was not paired yet. @paired holds what was. */
static WmdBody *
find_partner (Merge *self, WmdBody *body, GHashTable *paired)
{
  for (guint i = 0; i < wmd_snapshot_get_n_replies (self->import->snapshot); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (self->import->snapshot, i);

      if (!g_hash_table_contains (paired, reply) && is_same_reply (self, body, reply))
        return reply;
    }
  return NULL;
}

/* The language to pair with: the source where it is held, else English, else the first that is held. */
static WmdVariant *
choose_reference (WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_source (body);

  if (variant == NULL)
    variant = wmd_body_get_variant (body, WMD_LANGUAGE_EN);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES && variant == NULL; language++)
    variant = wmd_body_get_variant (body, language);
  return variant;
}

/* --- blocks --- */

static void
remember_block (Merge *self, const char *part, const WmdBlock *block, const char *id)
{
  g_hash_table_insert (self->block_ids, g_strdup_printf ("%s/%s", part, wmd_block_get_id (block)), g_strdup (id));
}

/* Ids of blocks that no partner gives one: past all that the body has. */
static guint64
first_free_id (WmdBody *body)
{
  g_autofree char *id = wmd_body_dup_new_block_id (body);

  return g_ascii_strtoull (id + 1, NULL, 10);
}

static void
report_missing (Merge *self, WmdBody *body, WmdVariant *reference, GArray *pairs)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pairs->len; i++)
    g_hash_table_add (taken, GUINT_TO_POINTER (g_array_index (pairs, guint, i)));
  for (guint i = 0; i < wmd_variant_get_n_blocks (reference); i++)
    if (!g_hash_table_contains (taken, GUINT_TO_POINTER (i)))
      report (self, "import-unpaired", WMD_SEVERITY_WARNING, wmd_body_get_id (body),
              wmd_block_get_id (wmd_variant_get_block (reference, i)), NULL,
              g_strdup (_ ("No text of the imported edition was found for this paragraph.")));
}

/* The variant of the edition with the ids of the blocks that its own say the same as. (transfer full) */
static WmdVariant *
rename_blocks (Merge *self, WmdBody *body, const char *edition_part, WmdVariant *variant)
{
  WmdVariant *reference = choose_reference (body);
  g_autoptr (GArray) pairs = wmd_block_pairing_find (variant, reference);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  guint64 next = first_free_id (body);

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);
      guint partner = g_array_index (pairs, guint, i);
      g_autofree char *id = partner != WMD_UNPAIRED
                                ? g_strdup (wmd_block_get_id (wmd_variant_get_block (reference, partner)))
                                : g_strdup_printf ("b%" G_GUINT64_FORMAT, next++);

      if (partner == WMD_UNPAIRED)
        report (self, "import-unpaired", WMD_SEVERITY_WARNING, wmd_body_get_id (body), id, NULL,
                g_strdup (_ ("This paragraph of the imported edition has no counterpart in the report.")));
      remember_block (self, edition_part, block, id);
      g_ptr_array_add (blocks, wmd_block_with_id (block, id));
    }
  report_missing (self, body, reference, pairs);
  return wmd_variant_new (self->import->language, blocks);
}

/* @body with the text that @other has in the language of the edition. (transfer full) */
static WmdBody *
merge_text (Merge *self, WmdBody *body, WmdBody *other)
{
  WmdLanguage language = self->import->language;
  WmdVariant *variant = wmd_body_get_variant (other, language);
  g_autoptr (WmdVariant) renamed = NULL;

  if (variant == NULL)
    return wmd_body_ref (body);
  if (wmd_body_get_variant (body, language) != NULL)
    {
      report (
          self, "import-held", WMD_SEVERITY_WARNING, wmd_body_get_id (body), NULL, NULL,
          g_strdup (_ (
              "The report has a text in this language already. It was kept, and that of the edition was not taken.")));
      return wmd_body_ref (body);
    }
  if (choose_reference (body) == NULL)
    return wmd_body_with_variant (body, language, variant);
  renamed = rename_blocks (self, body, wmd_body_get_id (other), variant);
  return wmd_body_with_variant (body, language, renamed);
}

/* --- replies --- */

/* The field as the report has it, or as the edition does where the report has none. */
static WmdBody *
merge_field (Merge *self, WmdBody *body, WmdField field, const char *value)
{
  const char *held = wmd_body_get_field (body, field);
  g_autofree char *hint = NULL;
  WmdBody *changed;

  if (value == NULL || g_strcmp0 (held, value) == 0)
    return body;
  if (held == NULL)
    {
      changed = wmd_body_with_field (body, field, value);
      wmd_body_unref (body);
      return changed;
    }
  hint = g_strdup_printf ("%s: %s ≠ %s", wmd_field_get_id (field), held, value);
  report (self, "import-conflict", WMD_SEVERITY_WARNING, wmd_body_get_id (body), NULL, hint,
          g_strdup (_ ("The imported edition says otherwise than the report. What the report says was kept.")));
  return body;
}

static WmdBody *
merge_reply (Merge *self, WmdBody *body, WmdBody *other)
{
  WmdBody *merged = merge_text (self, body, other);
  const char *name = wmd_body_get_own_name (other, self->import->language);

  g_hash_table_insert (self->part_ids, g_strdup (wmd_body_get_id (other)), g_strdup (wmd_body_get_id (body)));
  merged = merge_field (self, merged, WMD_FIELD_ORIGINAL, wmd_body_get_field (other, WMD_FIELD_ORIGINAL));
  merged = merge_field (self, merged, WMD_FIELD_DATE, wmd_body_get_field (other, WMD_FIELD_DATE));
  if (name != NULL && wmd_body_get_own_name (merged, self->import->language) == NULL)
    {
      WmdBody *named = wmd_body_with_own_name (merged, self->import->language, name);

      wmd_body_unref (merged);
      merged = named;
    }
  return merged;
}

static char *
dup_free_part_id (Merge *self)
{
  for (guint n = wmd_snapshot_get_n_replies (self->existing) + self->n_added + 1;; n++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", n);

      if (wmd_snapshot_lookup_body (self->existing, id) == NULL)
        {
          self->n_added = n - wmd_snapshot_get_n_replies (self->existing);
          return g_steal_pointer (&id);
        }
    }
}

/* A reply that only the edition has. */
static void
add_reply (Merge *self, WmdBody *other)
{
  g_autofree char *id = dup_free_part_id (self);
  WmdBody *body = wmd_body_with_id (other, id);
  const char *name = wmd_body_get_name (body, self->reference, self->import->language);

  g_hash_table_insert (self->part_ids, g_strdup (wmd_body_get_id (other)), g_strdup (id));
  g_ptr_array_add (self->replies, body);
  report (self, "import-unpaired", WMD_SEVERITY_WARNING, id, NULL, name,
          g_strdup (_ ("This reply of the imported edition was not in the report. It was added.")));
}

static void
merge_replies (Merge *self)
{
  g_autoptr (GHashTable) paired = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < wmd_snapshot_get_n_replies (self->existing); i++)
    {
      WmdBody *body = wmd_snapshot_get_reply (self->existing, i);
      WmdBody *other = find_partner (self, body, paired);

      if (other != NULL)
        {
          g_hash_table_add (paired, other);
          g_ptr_array_add (self->replies, merge_reply (self, body, other));
          continue;
        }
      g_ptr_array_add (self->replies, wmd_body_ref (body));
      report (self, "import-unpaired", WMD_SEVERITY_WARNING, wmd_body_get_id (body), NULL,
              wmd_body_get_name (body, self->reference, self->import->language),
              g_strdup (_ ("This reply is not in the imported edition.")));
    }
  for (guint i = 0; i < wmd_snapshot_get_n_replies (self->import->snapshot); i++)
    {
      WmdBody *other = wmd_snapshot_get_reply (self->import->snapshot, i);

      if (!g_hash_table_contains (paired, other))
        add_reply (self, other);
    }
}

/* --- the report itself --- */

static WmdFacts *
take_facts (WmdFacts *facts, WmdFacts *changed)
{
  wmd_facts_unref (facts);
  return changed;
}

/* What the edition says of itself, with the parts by their ids in the report. */
static WmdEdition *
rename_edition (Merge *self, const WmdEdition *edition)
{
  WmdEdition *renamed = wmd_edition_copy (edition);

  for (guint i = 0; i < renamed->replies->len; i++)
    {
      WmdEditionReply *reply = renamed->replies->pdata[i];
      const char *id = g_hash_table_lookup (self->part_ids, reply->part);

      g_free (reply->part);
      reply->part = g_strdup (id);
    }
  return renamed;
}

static WmdFacts *
merge_facts (Merge *self)
{
  WmdFacts *facts = wmd_facts_ref (wmd_snapshot_get_facts (self->existing));
  WmdFacts *other = wmd_snapshot_get_facts (self->import->snapshot);
  g_autoptr (WmdEdition) edition = rename_edition (self, wmd_facts_get_edition (other));

  for (guint i = 0; i < WMD_N_FACTS; i++)
    {
      const char *held = wmd_facts_get (facts, (WmdFact) i);
      const char *value = wmd_facts_get (other, (WmdFact) i);
      g_autofree char *hint = NULL;

      if (value == NULL || g_strcmp0 (held, value) == 0)
        continue;
      if (held == NULL)
        {
          facts = take_facts (facts, wmd_facts_with (facts, (WmdFact) i, value));
          continue;
        }
      hint = g_strdup_printf ("%s: %s ≠ %s", wmd_fact_get_id ((WmdFact) i), held, value);
      report (self, "import-conflict", WMD_SEVERITY_WARNING, NULL, NULL, hint,
              g_strdup (_ ("The imported edition says otherwise than the report. What the report says was kept.")));
    }
  return take_facts (facts, wmd_facts_with_edition (facts, edition));
}

/* The findings of the import itself, with parts and blocks by their ids in the report. */
static void
take_findings (Merge *self)
{
  for (guint i = 0; i < self->import->findings->len; i++)
    {
      const WmdFinding *finding = self->import->findings->pdata[i];
      const char *part = finding->part != NULL ? g_hash_table_lookup (self->part_ids, finding->part) : NULL;
      g_autofree char *key = g_strdup_printf ("%s/%s", finding->part, finding->block);
      const char *block = g_hash_table_lookup (self->block_ids, key);

      report (self, finding->rule, finding->severity, part != NULL ? part : finding->part,
              block != NULL ? block : finding->block, finding->hint, g_strdup (finding->message));
      ((WmdFinding *) self->findings->pdata[self->findings->len - 1])->line = finding->line;
    }
}

static WmdSnapshot *
merge (Merge *self)
{
  WmdSnapshot *other = self->import->snapshot;
  g_autoptr (WmdBody) summary =
      merge_text (self, wmd_snapshot_get_summary (self->existing), wmd_snapshot_get_summary (other));
  g_autoptr (WmdBody) introduction =
      merge_text (self, wmd_snapshot_get_introduction (self->existing), wmd_snapshot_get_introduction (other));
  g_autoptr (WmdFacts) facts = NULL;

  merge_replies (self);
  facts = merge_facts (self);
  take_findings (self);
  return wmd_snapshot_new (self->reference, wmd_snapshot_get_id (self->existing), facts, summary, introduction,
                           self->replies, wmd_snapshot_get_unknown (self->existing));
}

WmdImport *
wmd_text_import_into (WmdReference *reference, WmdSnapshot *existing, const char *text, gsize length, GError **error)
{
  g_autoptr (WmdImport) import = NULL;
  g_autoptr (GPtrArray) replies = NULL;
  g_autoptr (GHashTable) part_ids = NULL;
  g_autoptr (GHashTable) block_ids = NULL;
  Merge self;
  WmdImport *merged;

  g_return_val_if_fail (existing != NULL, NULL);

  import = wmd_text_import (reference, text, length, error);
  if (import == NULL)
    return NULL;
  replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  part_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  block_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self = (Merge){ .reference = reference,
                  .existing = existing,
                  .import = import,
                  .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref),
                  .replies = replies,
                  .part_ids = part_ids,
                  .block_ids = block_ids };

  merged = g_new0 (WmdImport, 1);
  merged->language = import->language;
  merged->snapshot = merge (&self);
  merged->findings = self.findings;
  return merged;
}
