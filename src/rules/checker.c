/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks the rules and remembers what they said. Memory is kept in the shape of the report: a part remembers its
 * languages, a language its blocks, each with the immutable object it was asked about (a reference is held, so an
 * address is never taken for another object). What is new since the last check is asked again, the rest is not:
 *
 *   block rules    when the block is new
 *   variant rules  when any block of the variant is new, gone or moved, or when another replies
 *   reply rules    when the body is new, or the report's facts, or what is asked for
 *   across rules   when the digest of any text is another than it was
 *   report rules   always; they read small facts, not the text
 *
 * Findings are made of remarks per body and kept as long as its reply rules need not be asked again.
 */

#include "config.h"

#include "reference/words.h"
#include "rules/acronym-private.h"
#include "rules/across-memory-private.h"
#include "rules/checker.h"
#include "rules/rule-private.h"

/* Memory of one variant. The remarks of a block stand in the array of its place in the page. */
typedef struct
{
  WmdPage page;
  GPtrArray **block_remarks; /* one per block; (element-type WmdRemark) */
  GPtrArray *remarks;        /* of the variant rules */
} VariantMemory;

typedef struct
{
  WmdBody *body;
  VariantMemory *variants[WMD_N_LANGUAGES]; /* NULL where a language is not held */
  GPtrArray *findings;                      /* (element-type WmdFinding) in order; NULL: to be made */
  guint name_hash;                          /* of who replies: messages about others name it */
  char **own_names;                         /* likewise */
  char *identity;                           /* of who replies, to compare; NULL when nobody says */
  guint n_name_words;                       /* of the name in English, that heads the reply */
  guint64 seen;                             /* number of the check that met it last */
} BodyMemory;

struct _WmdChecker
{
  WmdReference *reference;
  WmdForms *forms;                       /* NULL before the first check */
  WmdLexicon *lexicons[WMD_N_LANGUAGES]; /* made when a text of the language is met */
  GHashTable *bodies;                    /* part id (owned) to BodyMemory */

  /* For what the findings in memory were made. */
  WmdFacts *facts;
  WmdLanguage edition;
  guint languages;

  WmdAcrossMemory *across;

  guint64 n_digests; /* made so far: their serial numbers */
  guint64 n_checks;
  guint64 n_asked[WMD_N_SCOPES];
};

/* --- memory --- */

static void
variant_memory_free (VariantMemory *self)
{
  for (guint i = 0; i < self->page.n_blocks; i++)
    {
      g_clear_pointer (&self->page.readings[i], wmd_reading_free);
      g_clear_pointer (&self->block_remarks[i], g_ptr_array_unref);
    }
  g_clear_pointer (&self->page.digest, wmd_digest_free);
  g_free (self->page.readings);
  g_free (self->block_remarks);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  wmd_variant_unref (self->page.variant);
  g_free (self);
}

static void
body_memory_free (gpointer data)
{
  BodyMemory *self = data;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    g_clear_pointer (&self->variants[language], variant_memory_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_strfreev (self->own_names);
  g_free (self->identity);
  wmd_body_unref (self->body);
  g_free (self);
}

static GPtrArray *
new_remarks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_remark_free);
}

/* --- asking --- */

static void
ask (WmdChecker *self, WmdProbe *probe, WmdScope scope, WmdPartKind part)
{
  WmdParts parts = part == WMD_PART_REPLY ? WMD_PARTS_REPLIES : WMD_PARTS_FRAME;

  for (guint i = 0; i < wmd_n_rules; i++)
    {
      const WmdRule *rule = &wmd_rules[i];

      if (rule->info.scope != scope || (scope < WMD_SCOPE_ACROSS && (rule->parts & parts) == 0))
        continue;
      if (probe->page != NULL && !wmd_rule_speaks (rule, probe->language))
        continue;
      probe->rule = rule;
      self->n_asked[scope]++;
      rule->check (probe);
    }
}

static WmdProbe
new_probe (WmdChecker *self, GPtrArray *remarks)
{
  return (WmdProbe){
    .reference = self->reference,
    .forms = self->forms,
    .edition = WMD_LANGUAGE_NONE,
    .language = WMD_LANGUAGE_NONE,
    .remarks = remarks,
  };
}

static const WmdLexicon *
get_lexicon (WmdChecker *self, WmdLanguage language)
{
  if (self->lexicons[language] == NULL)
    self->lexicons[language] = wmd_lexicon_new (self->reference, self->forms, language);
  return self->lexicons[language];
}

/* A block that @old has too keeps what was said of it. */
static void
fill_page (WmdChecker *self, VariantMemory *memory, VariantMemory *old, WmdPartKind part)
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
          WmdProbe probe;

          memory->page.readings[i] = wmd_reading_new (block, language);
          memory->block_remarks[i] = new_remarks ();
          probe = new_probe (self, memory->block_remarks[i]);
          probe.page = &memory->page;
          probe.language = language;
          probe.lexicon = get_lexicon (self, language);
          probe.index = i;
          ask (self, &probe, WMD_SCOPE_BLOCK, part);
        }
      memory->page.n_words += memory->page.readings[i]->n_words;
    }
}

/* A digest that says the same as the one before stays the one before. */
static void
set_digest (WmdChecker *self, VariantMemory *memory, VariantMemory *old, WmdPartKind part)
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

static VariantMemory *
remember_variant (WmdChecker *self, const BodyMemory *body, WmdVariant *variant, VariantMemory *old)
{
  WmdPartKind part = wmd_body_get_kind (body->body);
  VariantMemory *memory = g_new0 (VariantMemory, 1);
  WmdProbe probe;

  memory->page.variant = wmd_variant_ref (variant);
  memory->page.n_blocks = wmd_variant_get_n_blocks (variant);
  memory->page.readings = g_new0 (WmdReading *, memory->page.n_blocks + 1);
  memory->block_remarks = g_new0 (GPtrArray *, memory->page.n_blocks + 1);
  memory->remarks = new_remarks ();
  fill_page (self, memory, old, part);
  set_digest (self, memory, old, part);

  probe = new_probe (self, memory->remarks);
  probe.page = &memory->page;
  probe.language = wmd_variant_get_language (variant);
  probe.lexicon = get_lexicon (self, probe.language);
  probe.own_names = (const char *const *) body->own_names;
  ask (self, &probe, WMD_SCOPE_VARIANT, part);
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
set_names (WmdChecker *self, BodyMemory *memory)
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

static BodyMemory *
remember_body (WmdChecker *self, WmdBody *body)
{
  BodyMemory *memory = g_hash_table_lookup (self->bodies, wmd_body_get_id (body));
  gboolean renamed;

  if (memory == NULL)
    {
      memory = g_new0 (BodyMemory, 1);
      g_hash_table_insert (self->bodies, g_strdup (wmd_body_get_id (body)), memory);
    }
  memory->seen = self->n_checks;
  if (memory->body == body)
    return memory;

  g_clear_pointer (&memory->findings, g_ptr_array_unref);
  g_clear_pointer (&memory->body, wmd_body_unref);
  memory->body = wmd_body_ref (body);
  renamed = set_names (self, memory);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);
      VariantMemory *old = memory->variants[language];

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
place_variants (WmdChecker *self, GArray *placed, BodyMemory *memory)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      VariantMemory *variant = memory->variants[language];

      if (variant == NULL || (self->edition != WMD_LANGUAGE_NONE && self->edition != language))
        continue;
      for (guint i = 0; i < variant->page.n_blocks; i++)
        place_remarks (self, placed, variant->block_remarks[i], memory->body, i);
      place_remarks (self, placed, variant->remarks, memory->body, -1);
    }
}

static void
make_findings (WmdChecker *self, BodyMemory *memory)
{
  g_autoptr (GPtrArray) remarks = new_remarks ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  WmdProbe probe = new_probe (self, remarks);

  probe.facts = self->facts;
  probe.edition = self->edition;
  probe.languages = self->languages;
  probe.body = memory->body;
  ask (self, &probe, WMD_SCOPE_REPLY, wmd_body_get_kind (memory->body));

  place_remarks (self, placed, remarks, memory->body, -1);
  place_variants (self, placed, memory);
  g_array_sort (placed, compare_placed_cb);
  memory->findings = g_ptr_array_new_full (placed->len, (GDestroyNotify) wmd_finding_unref);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (memory->findings, g_array_index (placed, Placed, i).finding);
}

static const WmdLexicon *
get_lexicon_cb (WmdProbe *probe, WmdLanguage language)
{
  return get_lexicon (probe->checker, language);
}

/* A probe for the rules that see all parts. */
static WmdProbe
new_report_probe (WmdChecker *self, WmdSnapshot *snapshot, const GArray *parts, GPtrArray *remarks)
{
  WmdProbe probe = new_probe (self, remarks);

  probe.snapshot = snapshot;
  probe.facts = self->facts;
  probe.edition = self->edition;
  probe.languages = self->languages;
  probe.parts = (const WmdRulePart *) (const void *) parts->data;
  probe.n_parts = parts->len;
  probe.get_lexicon = get_lexicon_cb;
  probe.checker = self;
  return probe;
}

/* The remarks of the across rules, those of the last check where nothing that they depend on changed. */
static void
add_across (WmdChecker *self, WmdSnapshot *snapshot, const GArray *parts, GPtrArray *remarks)
{
  if (!wmd_across_memory_is_current (self->across, self->forms, parts, self->edition))
    {
      g_autoptr (GPtrArray) said = new_remarks ();
      WmdProbe probe = new_report_probe (self, snapshot, parts, said);

      ask (self, &probe, WMD_SCOPE_ACROSS, WMD_PART_REPLY);
      wmd_across_memory_replace (self->across, said, parts);
    }
  wmd_across_memory_add (self->across, parts, remarks);
}

static GPtrArray *
ask_report (WmdChecker *self, WmdSnapshot *snapshot, const GArray *parts)
{
  GPtrArray *remarks = new_remarks ();
  WmdProbe probe = new_report_probe (self, snapshot, parts, remarks);

  ask (self, &probe, WMD_SCOPE_REPORT, WMD_PART_REPLY);
  add_across (self, snapshot, parts, remarks);
  return remarks;
}

static int
compare_findings_cb (gconstpointer a, gconstpointer b)
{
  return wmd_finding_compare (*(WmdFinding *const *) a, *(WmdFinding *const *) b);
}

/* What the report rules said, by body (NULL: the report itself). (transfer full) */
static GHashTable *
group_by_body (WmdChecker *self, const GPtrArray *remarks)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < remarks->len; i++)
    {
      const WmdRemark *remark = remarks->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, remark->body);

      if (!wmd_rule_is_on (&remark->rule->info, self->facts))
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);
          g_hash_table_insert (groups, remark->body, group);
        }
      g_ptr_array_add (group, wmd_remark_to_finding (remark, remark->body, self->facts));
    }
  return groups;
}

static void
add_group (GPtrArray *findings, GHashTable *groups, WmdBody *body)
{
  GPtrArray *group = g_hash_table_lookup (groups, body);

  if (group == NULL)
    return;
  g_ptr_array_sort (group, compare_findings_cb);
  for (guint i = 0; i < group->len; i++)
    g_ptr_array_add (findings, wmd_finding_ref (group->pdata[i]));
}

/* --- the check --- */

/* The languages that the report is being translated into: those in which any part has text that is not its original. */
static guint
find_languages (WmdSnapshot *snapshot)
{
  guint languages = 0;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot) + 2; i++)
    {
      WmdBody *body = i == 0   ? wmd_snapshot_get_summary (snapshot)
                      : i == 1 ? wmd_snapshot_get_introduction (snapshot)
                               : wmd_snapshot_get_reply (snapshot, i - 2);

      for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
        {
          WmdVariant *variant = wmd_body_get_variant (body, language);

          if (variant != NULL && wmd_variant_get_n_blocks (variant) > 0 && language != wmd_body_get_original (body))
            languages |= 1u << language;
        }
    }
  return languages;
}

/* Findings in memory are of no use for another question. */
static void
set_question (WmdChecker *self, WmdSnapshot *snapshot, WmdLanguage edition)
{
  WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  guint languages = find_languages (snapshot);
  GHashTableIter iter;
  gpointer value;

  if (self->facts == facts && self->edition == edition && self->languages == languages)
    return;
  g_hash_table_iter_init (&iter, self->bodies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_clear_pointer (&((BodyMemory *) value)->findings, g_ptr_array_unref);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  self->facts = wmd_facts_ref (facts);
  self->edition = edition;
  self->languages = languages;
}

static gboolean
is_gone_cb (gpointer key, gpointer value, gpointer user_data)
{
  return ((BodyMemory *) value)->seen != ((WmdChecker *) user_data)->n_checks;
}

static GPtrArray *
list_bodies (WmdSnapshot *snapshot)
{
  GPtrArray *bodies = g_ptr_array_new ();

  g_ptr_array_add (bodies, wmd_snapshot_get_summary (snapshot));
  g_ptr_array_add (bodies, wmd_snapshot_get_introduction (snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    g_ptr_array_add (bodies, wmd_snapshot_get_reply (snapshot, i));
  return bodies;
}

/* (transfer full) (element-type WmdRulePart) */
static GArray *
list_parts (WmdChecker *self, const GPtrArray *bodies)
{
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (WmdRulePart), bodies->len);

  for (guint i = 0; i < bodies->len; i++)
    {
      const BodyMemory *memory = g_hash_table_lookup (self->bodies, wmd_body_get_id (bodies->pdata[i]));
      WmdRulePart part = { memory->body, memory->name_hash, memory->identity, memory->n_name_words, { NULL } };

      for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
        part.pages[language] = memory->variants[language] != NULL ? &memory->variants[language]->page : NULL;
      g_array_append_val (parts, part);
    }
  return parts;
}

GPtrArray *
wmd_checker_check (WmdChecker *self, WmdSnapshot *snapshot, WmdLanguage edition)
{
  GPtrArray *findings;
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GHashTable) groups = NULL;

  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);

  /* Reading them takes longer than a frame, and who makes a checker may not be in the thread that checks. */
  if (self->forms == NULL)
    self->forms = wmd_forms_new ();
  self->n_checks++;
  set_question (self, snapshot, edition);
  bodies = list_bodies (snapshot);
  for (guint i = 0; i < bodies->len; i++)
    {
      BodyMemory *memory = remember_body (self, bodies->pdata[i]);

      if (memory->findings == NULL)
        make_findings (self, memory);
    }
  g_hash_table_foreach_remove (self->bodies, is_gone_cb, self);

  parts = list_parts (self, bodies);
  remarks = ask_report (self, snapshot, parts);
  groups = group_by_body (self, remarks);
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);
  add_group (findings, groups, NULL);
  for (guint i = 0; i < bodies->len; i++)
    {
      BodyMemory *memory = g_hash_table_lookup (self->bodies, wmd_body_get_id (bodies->pdata[i]));

      add_group (findings, groups, bodies->pdata[i]);
      for (guint j = 0; j < memory->findings->len; j++)
        g_ptr_array_add (findings, wmd_finding_ref (memory->findings->pdata[j]));
    }
  return findings;
}

WmdChecker *
wmd_checker_new (WmdReference *reference)
{
  WmdChecker *self;

  g_return_val_if_fail (reference != NULL, NULL);

  self = g_new0 (WmdChecker, 1);
  self->reference = wmd_reference_ref (reference);
  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, body_memory_free);
  self->edition = WMD_LANGUAGE_NONE;
  self->across = wmd_across_memory_new ();
  return self;
}

void
wmd_checker_free (WmdChecker *self)
{
  g_return_if_fail (self != NULL);

  wmd_across_memory_free (self->across);
  g_hash_table_unref (self->bodies);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    g_clear_pointer (&self->lexicons[language], wmd_lexicon_free);
  g_clear_pointer (&self->forms, wmd_forms_free);
  wmd_reference_unref (self->reference);
  g_free (self);
}

guint64
wmd_checker_get_n_asked (WmdChecker *self, WmdScope scope)
{
  g_return_val_if_fail (self != NULL && scope < WMD_N_SCOPES, 0);

  return self->n_asked[scope];
}
