/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the checker remembers of one part of the report: its languages, of a language its blocks, of each what the rules
 * said; and the findings that are made of it.
 */

#include "config.h"

#include "reference/words.h"
#include "rules/acronym-private.h"
#include "rules/checker-private.h"

/* --- memory --- */

static void
variant_memory_free (WmdVariantMemory *self)
{
  for (guint i = 0; i < self->page.n_blocks; i++)
    {
      g_clear_pointer (&self->page.readings[i], wmd_reading_free);
      g_clear_pointer (&self->block_remarks[i], g_ptr_array_unref);
    }
  g_clear_pointer (&self->page.digest, wmd_digest_free);
  g_free (self->page.readings);
  g_array_unref (self->page.places);
  g_free (self->block_remarks);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  wmd_variant_unref (self->page.variant);
  g_free (self);
}

void
wmd_body_memory_free (gpointer data)
{
  WmdBodyMemory *self = data;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    g_clear_pointer (&self->variants[language], variant_memory_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_strfreev (self->own_names);
  g_free (self->identity);
  wmd_body_unref (self->body);
  g_free (self);
}

GPtrArray *
wmd_remarks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_remark_free);
}

/* --- remembering --- */

/* Asks the block rules about the text of the block and about each of its footnotes. */
static void
ask_block (WmdChecker *self, WmdVariantMemory *memory, guint block, WmdPartKind part)
{
  const WmdReading *reading = memory->page.readings[block];
  WmdProbe probe = wmd_checker_new_probe (self, memory->block_remarks[block]);

  probe.page = &memory->page;
  probe.language = reading->language;
  probe.lexicon = wmd_checker_get_lexicon (self, probe.language);
  probe.index = block;
  wmd_checker_ask (self, &probe, WMD_SCOPE_BLOCK, part);
  for (guint i = 0; reading->notes != NULL && i < reading->notes->len; i++)
    {
      probe.note = reading->notes->pdata[i];
      wmd_checker_ask (self, &probe, WMD_SCOPE_BLOCK, part);
    }
}

static void
add_places (WmdPage *page, guint block)
{
  const WmdReading *reading = page->readings[block];
  WmdPlace place = { block, NULL, reading };

  g_array_append_val (page->places, place);
  for (guint i = 0; reading->notes != NULL && i < reading->notes->len; i++)
    {
      place.note = reading->notes->pdata[i];
      place.reading = place.note->reading;
      g_array_append_val (page->places, place);
    }
}

/* A block that @old has too keeps what was said of it. */
static void
fill_page (WmdChecker *self, WmdVariantMemory *memory, WmdVariantMemory *old, WmdPartKind part)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL); /* WmdBlock to its index in @old, plus one */
  WmdLanguage language = wmd_variant_get_language (memory->page.variant);

  for (guint i = 0; old != NULL && i < old->page.n_blocks; i++)
    g_hash_table_insert (places, old->page.readings[i]->block, GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < memory->page.n_blocks; i++)
    {
      WmdBlock *block = wmd_variant_get_block (memory->page.variant, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, block));

      if (place > 0 && old->page.readings[place - 1] != NULL)
        {
          memory->page.readings[i] = g_steal_pointer (&old->page.readings[place - 1]);
          memory->block_remarks[i] = g_steal_pointer (&old->block_remarks[place - 1]);
        }
      else
        {
          memory->page.readings[i] = wmd_reading_new (block, language);
          memory->block_remarks[i] = wmd_remarks_new ();
          ask_block (self, memory, i, part);
        }
      add_places (&memory->page, i);
      memory->page.n_words += memory->page.readings[i]->n_words;
    }
}

/* A digest that says the same as the one before stays the one before. */
static void
set_digest (WmdChecker *self, WmdVariantMemory *memory, WmdVariantMemory *old, WmdPartKind part)
{
  WmdLanguage language = wmd_variant_get_language (memory->page.variant);
  WmdDigest *digest =
      wmd_digest_new (self->forms, memory->page.readings, memory->page.n_blocks, language, part != WMD_PART_REPLY);

  if (old != NULL && wmd_digest_equal (digest, old->page.digest))
    {
      wmd_digest_free (digest);
      memory->page.digest = g_steal_pointer (&old->page.digest);
      memory->page.digest->bare_stamp = 0;
      return;
    }
  digest->serial = ++self->n_digests;
  memory->page.digest = digest;
}

static WmdVariantMemory *
remember_variant (WmdChecker *self, const WmdBodyMemory *body, WmdVariant *variant, WmdVariantMemory *old)
{
  WmdPartKind part = wmd_body_get_kind (body->body);
  WmdVariantMemory *memory = g_new0 (WmdVariantMemory, 1);
  WmdProbe probe;

  memory->page.variant = wmd_variant_ref (variant);
  memory->page.n_blocks = wmd_variant_get_n_blocks (variant);
  memory->page.readings = g_new0 (WmdReading *, memory->page.n_blocks + 1);
  memory->page.places = g_array_sized_new (FALSE, FALSE, sizeof (WmdPlace), memory->page.n_blocks);
  memory->block_remarks = g_new0 (GPtrArray *, memory->page.n_blocks + 1);
  memory->remarks = wmd_remarks_new ();
  fill_page (self, memory, old, part);
  set_digest (self, memory, old, part);

  probe = wmd_checker_new_probe (self, memory->remarks);
  probe.page = &memory->page;
  probe.language = wmd_variant_get_language (variant);
  probe.lexicon = wmd_checker_get_lexicon (self, probe.language);
  probe.own_names = (const char *const *) body->own_names;
  wmd_checker_ask (self, &probe, WMD_SCOPE_VARIANT, part);
  return memory;
}

static guint
hash_name (const WmdBody *body)
{
  const char *respondent = wmd_body_get_field (body, WMD_FIELD_RESPONDENT);
  guint hash = respondent != NULL ? g_str_hash (respondent) : 0;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_body_get_own_name (body, language) != NULL)
      hash = hash * 31 + g_str_hash (wmd_body_get_own_name (body, language));
  return hash;
}

/* TRUE when another replies than before: then what was said of the texts may not hold. */
static gboolean
set_names (WmdChecker *self, WmdBodyMemory *memory)
{
  guint hash = hash_name (memory->body);
  const char *name;

  if (memory->own_names != NULL && memory->name_hash == hash)
    return FALSE;
  g_strfreev (memory->own_names);
  g_free (memory->identity);
  name = wmd_body_get_name (memory->body, self->reference, WMD_LANGUAGE_EN);
  memory->own_names = wmd_own_names_list (self->reference, memory->body);
  memory->identity = wmd_own_names_dup_identity (self->reference, memory->body);
  memory->n_name_words = name != NULL ? wmd_words_count (name, -1) : 0;
  memory->name_hash = hash;
  return TRUE;
}

static guint
find_translations (const WmdBody *body)
{
  guint languages = 0;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);

      if (variant != NULL && wmd_variant_get_n_blocks (variant) > 0 && language != wmd_body_get_original (body))
        languages |= 1u << language;
    }
  return languages;
}

WmdBodyMemory *
wmd_checker_remember_body (WmdChecker *self, WmdBody *body)
{
  WmdBodyMemory *memory = g_hash_table_lookup (self->bodies, wmd_body_get_id (body));
  gboolean renamed;

  if (memory == NULL)
    {
      memory = g_new0 (WmdBodyMemory, 1);
      g_hash_table_insert (self->bodies, g_strdup (wmd_body_get_id (body)), memory);
    }
  memory->seen = self->n_checks;
  if (memory->body == body)
    return memory;

  g_clear_pointer (&memory->findings, g_ptr_array_unref);
  g_clear_pointer (&memory->body, wmd_body_unref);
  memory->body = wmd_body_ref (body);
  renamed = set_names (self, memory);
  memory->section = wmd_body_get_section (body, self->reference);
  memory->translations = find_translations (body);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);
      WmdVariantMemory *old = memory->variants[language];

      if (variant == (old != NULL ? old->page.variant : NULL) && !renamed)
        continue;
      memory->variants[language] = variant != NULL ? remember_variant (self, memory, variant, old) : NULL;
      g_clear_pointer (&old, variant_memory_free);
    }
  return memory;
}

/* --- findings --- */

typedef struct
{
  WmdFinding *finding;
  int language;
  int block; /* index */
} Placed;

static int
compare_placed_cb (gconstpointer a, gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->language != second->language)
    return first->language < second->language ? -1 : 1;
  if (first->block != second->block)
    return first->block < second->block ? -1 : 1;
  return wmd_finding_compare (first->finding, second->finding);
}

static void
place_remarks (WmdChecker *self, GArray *placed, const GPtrArray *remarks, WmdBody *body, int block)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      WmdRemark *remark = remarks->pdata[i];
      Placed item;

      if (!wmd_rule_is_on (&remark->rule->info, self->facts))
        continue;
      if (block >= 0)
        wmd_remark_move (remark, block);
      item = (Placed){ wmd_remark_to_finding (remark, body, self->facts), remark->language, remark->block };
      g_array_append_val (placed, item);
    }
}

/* Text is checked in every language that is held, or in that of the edition asked for. */
static void
place_variants (WmdChecker *self, GArray *placed, WmdBodyMemory *memory)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariantMemory *variant = memory->variants[language];

      if (variant == NULL || (self->edition != WMD_LANGUAGE_NONE && self->edition != language))
        continue;
      for (guint i = 0; i < variant->page.n_blocks; i++)
        place_remarks (self, placed, variant->block_remarks[i], memory->body, i);
      place_remarks (self, placed, variant->remarks, memory->body, -1);
    }
}

void
wmd_checker_make_findings (WmdChecker *self, WmdBodyMemory *memory)
{
  g_autoptr (GPtrArray) remarks = wmd_remarks_new ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  WmdProbe probe = wmd_checker_new_probe (self, remarks);

  probe.facts = self->facts;
  probe.edition = self->edition;
  probe.languages = self->languages;
  probe.body = memory->body;
  wmd_checker_ask (self, &probe, WMD_SCOPE_REPLY, wmd_body_get_kind (memory->body));

  place_remarks (self, placed, remarks, memory->body, -1);
  place_variants (self, placed, memory);
  g_array_sort (placed, compare_placed_cb);
  memory->findings = g_ptr_array_new_full (placed->len, (GDestroyNotify) wmd_finding_unref);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (memory->findings, g_array_index (placed, Placed, i).finding);
}
