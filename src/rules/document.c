/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rule table as a document, for the help page and for readers outside the program: made from the table, so that
 * it cannot say anything else than the rules do.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rule-private.h"

/* Title of a family, in the order in which the table has them. */
static const struct
{
  const char *id;
  const char *title;
} families[] = {
  { "report", N_ ("The report") },
  { "replies", N_ ("Replies") },
  { "text", N_ ("Text") },
  { "across", N_ ("Across replies") },
  { "editions", N_ ("Language editions") },
};

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
append_rule (GString *document, const WmdRuleInfo *info)
{
  g_string_append_printf (document, "### `%s`\n\n**%s.** %s\n\n", info->id, _ (info->title), _ (info->explanation));
  append_line (document, _ ("Severity:"), get_severity_name (info->severity));
  if (info->edition_severity != info->severity)
    append_line (document, _ ("When an edition is to be issued:"), get_severity_name (info->edition_severity));
  append_line (document, _ ("Languages:"), info->languages);
  append_line (document, _ ("Rests on:"), _ (info->source));
  append_line (document, _ ("Example:"), info->example);
  append_line (document, _ ("What to do:"), _ (info->remedy));
  g_string_append_c (document, '\n');
}

char *
wmd_rules_dup_document (void)
{
  GString *document = g_string_new (NULL);

  g_string_append_printf (
      document, "# %s\n\n%s\n\n", _ ("The rules"),
      _ ("Any finding can be waived with a reason. The waiver holds as long as what was found is the "
         "same; when the text changes, the finding stands again. A report can set the severity of a "
         "rule for itself."));
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_string_append_printf (document, "## %s\n\n", _ (families[i].title));
      for (guint j = 0; j < wmd_n_rules; j++)
        if (g_str_equal (wmd_rules[j].info.family, families[i].id))
          append_rule (document, &wmd_rules[j].info);
    }
  return g_string_free (document, FALSE);
}
