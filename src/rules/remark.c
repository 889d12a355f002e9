/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Remarks: what rules say, and how a remark becomes a finding with its fix. A remark of a block or a variant
 * is remembered as long as the object lives; the finding is made anew for each body that holds the object,
 * because a fix replaces the body as it is now.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rule-private.h"

static void
repair_clear (gpointer data)
{
  g_free (((WmdRepair *) data)->text);
}

void
wmd_remark_free (WmdRemark *self)
{
  g_clear_pointer (&self->body, wmd_body_unref);
  g_clear_pointer (&self->repairs, g_array_unref);
  g_clear_pointer (&self->fix, wmd_edit_unref);
  g_free (self->fix_label);
  g_free (self->block_id);
  g_free (self->hint);
  g_free (self->message);
  g_free (self);
}

WmdRemark *
wmd_remark_copy (const WmdRemark *self, WmdBody *body)
{
  WmdRemark *copy = g_new0 (WmdRemark, 1);

  g_assert (self->repairs == NULL && self->fix == NULL);
  copy->rule = self->rule;
  copy->severity = self->severity;
  copy->body = wmd_body_ref (body);
  copy->language = self->language;
  copy->block = self->block;
  copy->start = self->start;
  copy->end = self->end;
  copy->hint = g_strdup (self->hint);
  copy->message = g_strdup (self->message);
  return copy;
}

WmdRemark *
wmd_probe_say (WmdProbe *probe, const char *hint, char *message)
{
  const WmdRuleInfo *info = &probe->rule->info;
  WmdRemark *self = g_new0 (WmdRemark, 1);

  self->rule = probe->rule;
  self->severity = probe->edition != WMD_LANGUAGE_NONE ? info->edition_severity : info->severity;
  self->language = probe->page != NULL ? probe->language : WMD_LANGUAGE_NONE;
  self->block = probe->page != NULL ? (int) probe->index : -1;
  if (probe->note != NULL)
    {
      self->start = probe->note->place;
      self->end = self->start + strlen (WMD_INLINE_NOTE_MARK);
      self->in_note = TRUE;
    }
  self->hint = g_strdup (hint);
  self->message = message;
  g_ptr_array_add (probe->remarks, self);
  return self;
}

void
wmd_remark_set_range (WmdRemark *self, guint start, guint end)
{
  if (self->in_note)
    return;
  self->start = start;
  self->end = end;
}

WmdRepair
wmd_probe_repair (const WmdProbe *probe, guint start, guint end, const char *text)
{
  return (WmdRepair){
    .kind = WMD_REPAIR_TEXT,
    .block = probe->index,
    .start = start,
    .end = end,
    .text = (char *) text,
    .in_note = probe->note != NULL,
    .note = probe->note != NULL ? probe->note->place : 0,
  };
}

void
wmd_remark_set_place (WmdRemark *self, WmdBody *body, WmdLanguage language, int block)
{
  self->body = body != NULL ? wmd_body_ref (body) : NULL;
  self->language = language;
  self->block = block;
}

void
wmd_remark_set_block_id (WmdRemark *self, const char *id)
{
  self->block_id = g_strdup (id);
}

void
wmd_remark_add_repair (WmdRemark *self, const char *label, const WmdRepair *repair)
{
  WmdRepair copy = *repair;

  copy.text = g_strdup (repair->text);
  if (self->repairs == NULL)
    {
      self->repairs = g_array_new (FALSE, FALSE, sizeof (WmdRepair));
      g_array_set_clear_func (self->repairs, repair_clear);
      self->fix_label = g_strdup (label);
    }
  g_array_append_val (self->repairs, copy);
}

void
wmd_remark_move (WmdRemark *self, guint block)
{
  for (guint i = 0; self->repairs != NULL && i < self->repairs->len; i++)
    g_array_index (self->repairs, WmdRepair, i).block = block;
  self->block = block;
}

void
wmd_remark_set_fix (WmdRemark *self, const char *label, WmdEdit *edit)
{
  self->fix = edit;
  self->fix_label = g_strdup (label);
}

/* --- repairs --- */

static WmdInline *
insert_field (const WmdInline *content, guint start, guint end, const char *name)
{
  g_autoptr (WmdInline) before = wmd_inline_slice (content, 0, start);
  g_autoptr (WmdInline) after = wmd_inline_slice (content, end, strlen (wmd_inline_get_text (content)));
  g_autofree char *text = g_strdup_printf ("{%s}", name);
  WmdSpan span = { WMD_SPAN_FIELD, 0, strlen (text), (char *) name };
  g_autoptr (WmdInline) field = wmd_inline_new (text, &span, 1);
  g_autoptr (WmdInline) head = wmd_inline_join (before, "", field);

  return wmd_inline_join (head, "", after);
}

/* The text with its footnote as it is to be. (transfer full) */
static WmdInline *
repair_note (const WmdRepair *repair, WmdInline *content)
{
  guint n;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n);

  for (guint i = 0; i < n; i++)
    if (spans[i].kind == WMD_SPAN_NOTE && spans[i].start == repair->note)
      {
        g_autoptr (WmdInline) note = wmd_inline_parse (spans[i].value, NULL);
        g_autoptr (WmdInline) repaired = wmd_inline_replace (note, repair->start, repair->end, repair->text);

        return wmd_inline_with_value (content, i, wmd_inline_get_markup (repaired));
      }
  return wmd_inline_ref (content);
}

/* (transfer full) the block of the repair as it is to be. */
static WmdBlock *
repair_block (const WmdRepair *repair, WmdBlock *block, WmdBlock *next)
{
  WmdInline *content = wmd_block_get_content (block);
  g_autoptr (WmdInline) new_content = NULL;
  g_autoptr (WmdBlock) new_block = NULL;

  if (repair->in_note)
    new_content = repair_note (repair, content);
  else if (repair->kind == WMD_REPAIR_JOIN)
    new_content = wmd_inline_join (content, repair->text, wmd_block_get_content (next));
  else if (repair->kind == WMD_REPAIR_FIELD)
    new_content = insert_field (content, repair->start, repair->end, repair->text);
  else
    new_content = wmd_inline_replace (content, repair->start, repair->end, repair->text != NULL ? repair->text : "");
  new_block = wmd_block_with_content (block, new_content);
  return repair->kind == WMD_REPAIR_KIND ? wmd_block_with_kind (new_block, repair->block_kind)
                                         : g_steal_pointer (&new_block);
}

static int
compare_backwards_cb (gconstpointer a, gconstpointer b)
{
  const WmdRepair *first = a, *second = b;
  guint first_place = first->in_note ? first->note : first->start;
  guint second_place = second->in_note ? second->note : second->start;

  if (first->block != second->block)
    return first->block > second->block ? -1 : 1;
  if (first_place != second_place)
    return first_place > second_place ? -1 : 1;
  return first->start > second->start ? -1 : first->start < second->start;
}

/* The last repair comes first, so that the places of those before it stay true. */
static WmdEdit *
make_edit (const WmdRemark *self, WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_variant (body, self->language);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (GArray) repairs = g_array_copy (self->repairs);
  g_autoptr (WmdVariant) bare = NULL;
  g_autoptr (WmdVariant) repaired = NULL;
  g_autoptr (WmdBody) new_body = NULL;

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    g_ptr_array_add (blocks, wmd_block_ref (wmd_variant_get_block (variant, i)));
  g_array_sort (repairs, compare_backwards_cb);
  for (guint i = 0; i < repairs->len; i++)
    {
      const WmdRepair *repair = &g_array_index (repairs, WmdRepair, i);
      gboolean join = repair->kind == WMD_REPAIR_JOIN;
      WmdBlock *block =
          repair_block (repair, blocks->pdata[repair->block], join ? blocks->pdata[repair->block + 1] : NULL);

      wmd_block_unref (blocks->pdata[repair->block]);
      blocks->pdata[repair->block] = block;
      if (join)
        g_ptr_array_remove_index (blocks, repair->block + 1);
    }
  bare = wmd_variant_new (self->language, blocks);
  repaired = wmd_variant_with_unknown (bare, wmd_variant_get_unknown (variant));
  new_body = wmd_body_with_variant (body, self->language, repaired);
  return wmd_rule_edit_body (self->fix_label, body, new_body);
}

/* --- findings --- */

static const char *
lookup_waiver (const WmdFinding *finding, const WmdFacts *facts)
{
  const GPtrArray *waivers = wmd_facts_get_waivers (facts);
  g_autofree char *fingerprint = NULL;

  for (guint i = 0; i < waivers->len; i++)
    {
      const WmdWaiver *waiver = waivers->pdata[i];

      if (g_strcmp0 (waiver->rule, finding->rule) != 0 || g_strcmp0 (waiver->part, finding->part) != 0)
        continue;
      if (fingerprint == NULL)
        fingerprint = wmd_finding_dup_fingerprint (finding);
      if (g_strcmp0 (waiver->fingerprint, fingerprint) == 0)
        return waiver->reason != NULL ? waiver->reason : "";
    }
  return NULL;
}

WmdFinding *
wmd_remark_to_finding (const WmdRemark *self, WmdBody *body, WmdFacts *facts)
{
  WmdFinding *finding = wmd_finding_new (self->rule->info.id, self->severity);

  wmd_facts_get_severity (facts, self->rule->info.id, &finding->severity);
  finding->part = g_strdup (body != NULL ? wmd_body_get_id (body) : NULL);
  finding->language = self->language;
  finding->block = g_strdup (self->block_id);
  if (body != NULL && self->block >= 0)
    {
      WmdVariant *variant = wmd_body_get_variant (body, self->language);

      finding->block = g_strdup (wmd_block_get_id (wmd_variant_get_block (variant, self->block)));
      finding->start = self->start;
      finding->end = self->end;
    }
  finding->hint = g_strdup (self->hint);
  finding->message = g_strdup (self->message);
  finding->explanation = g_strdup (wmd_rules_translate (self->rule->info.explanation));
  if (self->fix != NULL)
    finding->fix = wmd_edit_ref (self->fix);
  else if (self->repairs != NULL && body != NULL)
    finding->fix = make_edit (self, body);
  finding->fix_label = finding->fix != NULL ? g_strdup (self->fix_label) : NULL;
  finding->waived = g_strdup (lookup_waiver (finding, facts));
  return finding;
}

gboolean
wmd_rule_is_on (const WmdRuleInfo *info, const WmdFacts *facts)
{
  WmdSeverity severity;

  return !wmd_facts_get_severity (facts, info->id, &severity) || severity != WMD_SEVERITY_OFF;
}

/* --- small things --- */

gboolean
wmd_rule_is_addendum (const WmdFacts *facts)
{
  const char *symbol = wmd_facts_get (facts, WMD_FACT_SYMBOL);

  return symbol != NULL && strstr (symbol, "/Add.") != NULL;
}

WmdEdit *
wmd_rule_edit_body (const char *label, WmdBody *old_body, WmdBody *new_body)
{
  WmdEdit *edit = wmd_edit_new (label);

  wmd_edit_replace_body (edit, old_body, new_body);
  return edit;
}

gboolean
wmd_rule_has_text (WmdVariant *variant)
{
  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    if (wmd_block_get_text (wmd_variant_get_block (variant, i))[0] != '\0')
      return TRUE;
  return FALSE;
}

const WmdReading *
wmd_probe_get_reading (const WmdProbe *probe)
{
  return probe->note != NULL ? probe->note->reading : probe->page->readings[probe->index];
}

const WmdReading *
wmd_probe_go_to (WmdProbe *probe, guint place)
{
  const WmdPlace *to = &g_array_index (probe->page->places, WmdPlace, place);

  probe->index = to->block;
  probe->note = to->note;
  return to->reading;
}

gboolean
wmd_probe_has_word (const WmdProbe *probe, const WmdReading *reading, const char *key, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  return wmd_forms_has_word (probe->forms, key, reading->language, reading->text + token->start,
                             token->end - token->start);
}

char *
wmd_probe_dup_text (const WmdProbe *probe, guint start, guint end)
{
  return g_strndup (wmd_probe_get_reading (probe)->text + start, end - start);
}

const char *
wmd_probe_get_name (const WmdProbe *probe, const WmdBody *body)
{
  const char *name = wmd_body_get_name (body, probe->reference, wmd_language_of_messages ());

  return name != NULL ? name : wmd_body_get_id (body);
}

char *
wmd_probe_format_date (const WmdProbe *probe, const WmdDate *date)
{
  return wmd_reference_format_date (probe->reference, wmd_language_of_messages (), date);
}
