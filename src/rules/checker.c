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

#include "rules/checker-private.h"

/* --- asking --- */

void
wmd_checker_ask (WmdChecker *self, WmdProbe *probe, WmdScope scope, WmdPartKind part)
{
  WmdParts parts = part == WMD_PART_REPLY ? WMD_PARTS_REPLIES : WMD_PARTS_FRAME;
  const WmdRule *rule;

  for (guint i = 0; (rule = wmd_rules_get (i)) != NULL; i++)
    {
      if (rule->info.scope != scope || (scope < WMD_SCOPE_ACROSS && (rule->parts & parts) == 0))
        continue;
      if (probe->page != NULL && !wmd_rule_speaks (rule, probe->language))
        continue;
      probe->rule = rule;
      if (scope != WMD_SCOPE_BLOCK)
        probe->note = NULL;
      self->n_asked[scope]++;
      rule->check (probe);
    }
}

WmdProbe
wmd_checker_new_probe (WmdChecker *self, GPtrArray *remarks)
{
  return (WmdProbe){
    .reference = self->reference,
    .forms = self->forms,
    .edition = WMD_LANGUAGE_NONE,
    .language = WMD_LANGUAGE_NONE,
    .remarks = remarks,
  };
}

const WmdLexicon *
wmd_checker_get_lexicon (WmdChecker *self, WmdLanguage language)
{
  if (self->lexicons[language] == NULL)
    self->lexicons[language] = wmd_lexicon_new (self->reference, self->forms, language);
  return self->lexicons[language];
}

/* --- rules that see all parts --- */

static const WmdLexicon *
get_lexicon_cb (WmdProbe *probe, WmdLanguage language)
{
  return wmd_checker_get_lexicon (probe->checker, language);
}

/* A probe for the rules that see all parts. */
static WmdProbe
new_report_probe (WmdChecker *self, WmdSnapshot *snapshot, const GArray *parts, GPtrArray *remarks)
{
  WmdProbe probe = wmd_checker_new_probe (self, remarks);

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
      g_autoptr (GPtrArray) said = wmd_remarks_new ();
      WmdProbe probe = new_report_probe (self, snapshot, parts, said);

      wmd_checker_ask (self, &probe, WMD_SCOPE_ACROSS, WMD_PART_REPLY);
      wmd_across_memory_replace (self->across, said, parts);
    }
  wmd_across_memory_add (self->across, parts, remarks);
}

static GPtrArray *
ask_report (WmdChecker *self, WmdSnapshot *snapshot, const GArray *parts)
{
  GPtrArray *remarks = wmd_remarks_new ();
  WmdProbe probe = new_report_probe (self, snapshot, parts, remarks);

  wmd_checker_ask (self, &probe, WMD_SCOPE_REPORT, WMD_PART_REPLY);
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

/* Findings in memory are of no use for another question. */
static void
set_question (WmdChecker *self, WmdFacts *facts, WmdLanguage edition, guint languages)
{
  GHashTableIter iter;
  gpointer value;

  if (self->facts == facts && self->edition == edition && self->languages == languages)
    return;
  g_hash_table_iter_init (&iter, self->bodies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_clear_pointer (&((WmdBodyMemory *) value)->findings, g_ptr_array_unref);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  self->facts = wmd_facts_ref (facts);
  self->edition = edition;
  self->languages = languages;
}

static gboolean
is_gone_cb (gpointer key, gpointer value, gpointer user_data)
{
  return ((WmdBodyMemory *) value)->seen != ((WmdChecker *) user_data)->n_checks;
}

/* (transfer container) (element-type WmdBodyMemory) of all parts, in the order of the report, as they are now. */
static GPtrArray *
remember_all (WmdChecker *self, WmdSnapshot *snapshot)
{
  guint n_replies = wmd_snapshot_get_n_replies (snapshot);
  GPtrArray *memories = g_ptr_array_sized_new (n_replies + WMD_FIRST_REPLY);

  self->n_checks++;
  g_ptr_array_add (memories, wmd_checker_remember_body (self, wmd_snapshot_get_summary (snapshot)));
  g_ptr_array_add (memories, wmd_checker_remember_body (self, wmd_snapshot_get_introduction (snapshot)));
  for (guint i = 0; i < n_replies; i++)
    g_ptr_array_add (memories, wmd_checker_remember_body (self, wmd_snapshot_get_reply (snapshot, i)));
  /* Most edits take no part away. */
  if (g_hash_table_size (self->bodies) != memories->len)
    g_hash_table_foreach_remove (self->bodies, is_gone_cb, self);
  return memories;
}

/* The languages that the report is being translated into: those in which any part has text that is not its original. */
static guint
find_languages (const GPtrArray *memories)
{
  guint languages = 0;

  for (guint i = 0; i < memories->len; i++)
    languages |= ((WmdBodyMemory *) memories->pdata[i])->translations;
  return languages;
}

/* (transfer full) (element-type WmdRulePart) */
static GArray *
list_parts (const GPtrArray *memories)
{
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (WmdRulePart), memories->len);

  for (guint i = 0; i < memories->len; i++)
    {
      const WmdBodyMemory *memory = memories->pdata[i];
      WmdRulePart part = { memory->body,         memory->name_hash, memory->identity,
                           memory->n_name_words, memory->section,   { NULL } };

      for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
        part.pages[language] = memory->variants[language] != NULL ? &memory->variants[language]->page : NULL;
      g_array_append_val (parts, part);
    }
  return parts;
}

/* What report rules said of a part stands before what was said of its texts. */
static GPtrArray *
collect_findings (const GPtrArray *memories, GHashTable *groups)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);

  add_group (findings, groups, NULL);
  for (guint i = 0; i < memories->len; i++)
    {
      const WmdBodyMemory *memory = memories->pdata[i];

      add_group (findings, groups, memory->body);
      for (guint j = 0; j < memory->findings->len; j++)
        g_ptr_array_add (findings, wmd_finding_ref (memory->findings->pdata[j]));
    }
  return findings;
}

GPtrArray *
wmd_checker_check (WmdChecker *self, WmdSnapshot *snapshot, WmdLanguage edition)
{
  g_autoptr (GPtrArray) memories = NULL;
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GHashTable) groups = NULL;

  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);

  /* Reading them takes longer than a frame, and who makes a checker may not be in the thread that checks. */
  if (self->forms == NULL)
    self->forms = wmd_forms_new ();
  memories = remember_all (self, snapshot);
  set_question (self, wmd_snapshot_get_facts (snapshot), edition, find_languages (memories));
  for (guint i = 0; i < memories->len; i++)
    if (((WmdBodyMemory *) memories->pdata[i])->findings == NULL)
      wmd_checker_make_findings (self, memories->pdata[i]);
  parts = list_parts (memories);
  remarks = ask_report (self, snapshot, parts);
  groups = group_by_body (self, remarks);
  return collect_findings (memories, groups);
}

WmdChecker *
wmd_checker_new (WmdReference *reference)
{
  WmdChecker *self;

  g_return_val_if_fail (reference != NULL, NULL);

  self = g_new0 (WmdChecker, 1);
  self->reference = wmd_reference_ref (reference);
  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wmd_body_memory_free);
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
