/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Parts become bodies: the respondent, whose name may not be in the registry or not as the registry has it, the fields
 * of a reply, and its text.
 */

#include "config.h"

#include "exchange/text-parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

/* TRUE for a heading that gives the acronym after the name: "International Maritime Organization (IMO)". */
static gboolean
adds_acronym (const char *heading, const char *name)
{
  const char *bracket = g_str_has_suffix (heading, ")") ? strrchr (heading, '(') : NULL;
  g_autofree char *start = bracket != NULL ? g_strndup (heading, (gsize) (bracket - heading)) : NULL;

  return start != NULL && wmd_text_like (start, name);
}

/* Names that are not in the registry, or not as the registry has them. */
static void
report_name (WmdTextParts *self, const WmdTextPart *part)
{
  const char *name;

  if (part->name == NULL)
    {
      if (part->respondent == NULL)
        wmd_text_import_report (
            self->import, "unknown-respondent", WMD_SEVERITY_WARNING, part->line, NULL,
            g_strdup (_ ("A reply has no heading that names the respondent. Choose the respondent.")));
      return;
    }
  if (part->respondent == NULL)
    {
      wmd_text_parts_rename_entry (self, part->heading, part->name);
      wmd_text_import_report (
          self->import, "unknown-respondent", WMD_SEVERITY_WARNING, part->line, part->name,
          g_strdup_printf (_ ("“%s” is not in the registry of respondents. The name is kept as it is printed."),
                           part->name));
      return;
    }
  name = wmd_respondent_get_name (part->respondent, self->import->language);
  if (adds_acronym (part->name, name))
    wmd_text_import_derive (self->import, part->line, part->name, name);
  else if (!wmd_text_like (part->name, name))
    wmd_text_import_report (
        self->import, "registry-name", WMD_SEVERITY_WARNING, part->line, part->name,
        g_strdup_printf (_ ("“%s” will be printed as “%s”, the name in the registry."), part->name, name));
  wmd_text_parts_rename_entry (self, part->heading, name);
}

/* Replaces *@body by @changed, which is taken. */
static void
take_body (WmdBody **body, WmdBody *changed)
{
  wmd_body_unref (*body);
  *body = changed;
}

WmdBody *
wmd_text_parts_make_body (WmdTextParts *self, const char *id, WmdTextPart *part)
{
  WmdTextImport *import = self->import;
  WmdBody *body = wmd_body_new (id, part->kind);
  g_autoptr (WmdVariant) variant = NULL;

  import->part = id;
  import->numbered_before = part->numbered_before;
  if (part->kind == WMD_PART_REPLY)
    {
      report_name (self, part);
      if (part->respondent != NULL)
        take_body (&body, wmd_body_with_field (body, WMD_FIELD_RESPONDENT, wmd_respondent_get_id (part->respondent)));
      else
        take_body (&body, wmd_body_with_field (body, WMD_FIELD_SECTION, wmd_section_get_id (part->section)));
      if (part->respondent == NULL && part->name != NULL)
        take_body (&body, wmd_body_with_own_name (body, import->language, part->name));
      take_body (&body, wmd_body_with_field (body, WMD_FIELD_ORIGINAL, part->original));
      take_body (&body, wmd_body_with_field (body, WMD_FIELD_DATE, part->date));
      wmd_edition_add_reply (import->edition, id, part->section);
    }
  if (part->pieces->len > 0)
    {
      wmd_text_import_join_seams (import, part->pieces);
      variant = wmd_text_import_make_variant (import, wmd_body_get_original (body) == import->language, part->pieces);
      take_body (&body, wmd_body_with_variant (body, import->language, variant));
    }
  import->part = NULL;
  return body;
}
