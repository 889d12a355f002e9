/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the import tells the user. */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

WmdFinding *
wmd_text_import_report (WmdTextImport *self,
                        const char *rule,
                        WmdSeverity severity,
                        guint line,
                        const char *hint,
                        char *message)
{
  WmdFinding *finding = wmd_finding_new (rule, severity);

  finding->part = g_strdup (self->part);
  finding->block = g_strdup (self->block);
  finding->language = self->language;
  finding->line = line;
  finding->hint = hint != NULL ? wmd_text_verbatim (hint) : NULL;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

void
wmd_text_import_derive (WmdTextImport *self, guint line, const char *printed, const char *derived)
{
  g_autofree char *plain = wmd_text_plain (printed);

  wmd_text_import_note_links (self, line, printed);
  if (derived != NULL && wmd_text_like (plain, derived))
    return;
  wmd_text_import_report (
      self, "import-derived", WMD_SEVERITY_NOTE, line, printed,
      derived != NULL
          ? g_strdup_printf (_ ("“%s” will be printed as “%s”: the program words this line itself."), plain, derived)
          : g_strdup_printf (_ ("“%s” is not kept: the program makes this line itself."), plain));
}

void
wmd_text_import_report_link (WmdTextImport *self, guint line, const char *text, const char *target)
{
  g_autofree char *hint = g_strdup_printf ("[%s](%s)", text, target);

  wmd_text_import_report (self, "import-lost-target", WMD_SEVERITY_NOTE, line, hint,
                          g_strdup_printf (_ ("The target of the link “%s” is lost. Its text is kept."), text));
}

void
wmd_text_import_note_links (WmdTextImport *self, guint line, const char *text)
{
  for (const char *p = strchr (text, '['); p != NULL; p = strchr (p, '['))
    {
      WmdTextLink link;

      if (wmd_text_link_parse (p, &link))
        {
          g_autofree char *words = g_strndup (link.text, link.text_length);
          g_autofree char *target = g_strndup (link.target, link.target_length);

          wmd_text_import_report_link (self, line, words, target);
          p = link.end;
        }
      else
        p++;
    }
}
