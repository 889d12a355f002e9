/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rule table as a document, for the help page and for readers outside the program: made from the table, so that
 * it cannot say anything else than the rules do.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rule-private.h"

/* In the order of the table. */
static const WmdRuleFamily families[] = {
  { "report", N_ ("The report"),
    N_ ("Waive it where someone who may decide so did, and say who; or where the edition was issued so and stays "
        "so.") },
  { "replies", N_ ("Replies"),
    N_ ("Waive it where the reply is taken as it came, and say who decided; for one that is late, also why.") },
  { "text", N_ ("Text"), N_ ("Waive it where the author wrote so and means it, and say how you know.") },
  { "across", N_ ("Across replies"),
    N_ ("Waive it where the authors mean different things or stand by what they wrote; until then it is a query to "
        "them.") },
  { "editions", N_ ("Language editions"),
    N_ ("Waive it where the edition is to be issued as it is, and say who decided.") },
};

const WmdRuleFamily *
wmd_rules_get_family (guint index)
{
  return index < G_N_ELEMENTS (families) ? &families[index] : NULL;
}

const WmdRuleFamily *
wmd_rules_lookup_family (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_str_equal (families[i].id, id))
      return &families[i];
  return NULL;
}

static const char *
get_severity_name (WmdSeverity severity)
{
  switch (severity)
    {
    case WMD_SEVERITY_ERROR:
      return _ ("error");
    case WMD_SEVERITY_WARNING:
      return _ ("warning");
    default:
      return _ ("note");
    }
}

static void
append_line (GString *document, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (document, "- **%s** %s\n", name, text);
}

static void
append_rule (GString *document, const WmdRuleInfo *info, const WmdRuleFamily *family)
{
  g_string_append_printf (document, "### `%s`\n\n**%s.** %s\n\n", info->id, _ (info->title), _ (info->explanation));
  append_line (document, _ ("Severity:"), get_severity_name (info->severity));
  if (info->edition_severity != info->severity)
    append_line (document, _ ("When an edition is to be issued:"), get_severity_name (info->edition_severity));
  append_line (document, _ ("Languages:"), info->languages);
  append_line (document, _ ("Rests on:"), _ (info->source));
  append_line (document, _ ("Example:"), wmd_rules_translate (info->example));
  append_line (document, _ ("What to do:"), _ (info->remedy));
  append_line (document, _ ("When to waive it:"), _ (family->waiver));
  g_string_append_c (document, '\n');
}

char *
wmd_rules_dup_document (void)
{
  GString *document = g_string_new (NULL);

  g_string_append_printf (
      document, "# %s\n\n%s\n\n", _ ("The rules"),
      _ ("Any finding can be waived with a reason: in the window with “Waive…” at the finding. The waiver holds as "
         "long as what was found is the same; when the text changes, the finding stands again. A report can set the "
         "severity of a rule for itself. Footnotes are read like other text; what is found in one stands at its "
         "mark."));
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_string_append_printf (document, "## %s\n\n", _ (families[i].title));
      for (guint j = 0; j < wmd_rules_get_n_rules (); j++)
        if (g_str_equal (wmd_rules_get (j)->info.family, families[i].id))
          append_rule (document, &wmd_rules_get (j)->info, &families[i]);
    }
  return g_string_free (document, FALSE);
}
