/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the import tells the user. */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>

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
  finding->hint = hint != NULL ? wmd_text_plain (hint) : NULL;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

void
wmd_text_import_derive (WmdTextImport *self, guint line, const char *printed, const char *derived)
{
  g_autofree char *plain = wmd_text_plain (printed);

  if (derived != NULL && wmd_text_like (plain, derived))
    return;
  wmd_text_import_report (
      self, "import-derived", WMD_SEVERITY_NOTE, line, plain,
      derived != NULL
          ? g_strdup_printf (_ ("“%s” will be printed as “%s”: the program words this line itself."), plain, derived)
          : g_strdup_printf (_ ("“%s” is not kept: the program makes this line itself."), plain));
}
