/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rule table: one entry per rule, from which rules are asked and documentation is made; each family has a file of
 * its own. Ids are for ever: they stand in waivers and in the output of the tool. An entry says what the rule asks and
 * why, on what it rests, and what to do; a message of a finding says only what was found.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/table-private.h"

static const WmdRuleTable *const tables[] = {
  &wmd_report_rules, &wmd_replies_rules, &wmd_text_rules, &wmd_across_rules, &wmd_editions_rules,
};

guint
wmd_rules_get_n_rules (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    n += tables[i]->n_rules;
  return n;
}

const WmdRule *
wmd_rules_get (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (index < tables[i]->n_rules)
        return &tables[i]->rules[index];
      index -= tables[i]->n_rules;
    }
  return NULL;
}

const WmdRuleInfo *
wmd_rules_get_info (guint index)
{
  const WmdRule *rule = wmd_rules_get (index);

  g_return_val_if_fail (rule != NULL, NULL);

  return &rule->info;
}

const WmdRuleInfo *
wmd_rules_lookup (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (guint j = 0; j < tables[i]->n_rules; j++)
      if (g_str_equal (tables[i]->rules[j].info.id, id))
        return &tables[i]->rules[j].info;
  return NULL;
}

const char *
wmd_rules_translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

gboolean
wmd_rule_speaks (const WmdRule *self, WmdLanguage language)
{
  return self->info.languages == NULL || strstr (self->info.languages, wmd_language_get_code (language)) != NULL;
}
