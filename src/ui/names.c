/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One table for each enumeration that the interface names. */

#include "config.h"

#include "ui/names.h"

#include <glib/gi18n-lib.h>

static const char *const languages[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = N_ ("Arabic"), [WMD_LANGUAGE_EN] = N_ ("English"), [WMD_LANGUAGE_ES] = N_ ("Spanish"),
  [WMD_LANGUAGE_FR] = N_ ("French"), [WMD_LANGUAGE_RU] = N_ ("Russian"), [WMD_LANGUAGE_ZH] = N_ ("Chinese"),
};

/* Within a sentence many languages write them in lower case, or inflect them. */
static const char *const languages_in_a_sentence[WMD_N_LANGUAGES] = {
  /* Translators: in the place of %s in “Text in %s”, “There is no text in %s yet” and “%s Edition”. */
  [WMD_LANGUAGE_AR] = NC_ ("in a sentence", "Arabic"),  [WMD_LANGUAGE_EN] = NC_ ("in a sentence", "English"),
  [WMD_LANGUAGE_ES] = NC_ ("in a sentence", "Spanish"), [WMD_LANGUAGE_FR] = NC_ ("in a sentence", "French"),
  [WMD_LANGUAGE_RU] = NC_ ("in a sentence", "Russian"), [WMD_LANGUAGE_ZH] = NC_ ("in a sentence", "Chinese"),
};

static const char *const own_names[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = "العربية",  [WMD_LANGUAGE_EN] = "English", [WMD_LANGUAGE_ES] = "Español",
  [WMD_LANGUAGE_FR] = "Français", [WMD_LANGUAGE_RU] = "Русский", [WMD_LANGUAGE_ZH] = "中文",
};

static const char *const progresses[WMD_N_PROGRESS] = {
  [WMD_PROGRESS_UNTRANSLATED] = N_ ("Untranslated"), [WMD_PROGRESS_DRAFT] = N_ ("Draft"),
  [WMD_PROGRESS_TRANSLATED] = N_ ("Translated"),     [WMD_PROGRESS_REVISED] = N_ ("Revised"),
  [WMD_PROGRESS_APPROVED] = N_ ("Approved"),
};

static const char *const progress_icons[WMD_N_PROGRESS] = {
  [WMD_PROGRESS_UNTRANSLATED] = "wmd-progress-0-symbolic", [WMD_PROGRESS_DRAFT] = "wmd-progress-1-symbolic",
  [WMD_PROGRESS_TRANSLATED] = "wmd-progress-2-symbolic",   [WMD_PROGRESS_REVISED] = "wmd-progress-3-symbolic",
  [WMD_PROGRESS_APPROVED] = "wmd-progress-4-symbolic",
};

static const char *const block_kinds[WMD_N_BLOCK_KINDS] = {
  [WMD_BLOCK_PARAGRAPH] = N_ ("Paragraph"),    [WMD_BLOCK_NUMBERED] = N_ ("Numbered Paragraph"),
  [WMD_BLOCK_HEADING_1] = N_ ("Heading"),      [WMD_BLOCK_HEADING_2] = N_ ("Subheading"),
  [WMD_BLOCK_BULLET] = N_ ("Bulleted Item"),   [WMD_BLOCK_BULLET_2] = N_ ("Bulleted Subitem"),
  [WMD_BLOCK_LETTERED] = N_ ("Lettered Item"), [WMD_BLOCK_LETTERED_2] = N_ ("Lettered Subitem"),
};

static const char *const severities[] = {
  [WMD_SEVERITY_NOTE] = N_ ("Note"),
  [WMD_SEVERITY_WARNING] = N_ ("Warning"),
  [WMD_SEVERITY_ERROR] = N_ ("Error"),
  /* Translators: of a rule that is not asked. */
  [WMD_SEVERITY_OFF] = N_ ("Off"),
};

static const char *const severity_icons[] = {
  [WMD_SEVERITY_NOTE] = "dialog-information-symbolic",
  [WMD_SEVERITY_WARNING] = "dialog-warning-symbolic",
  [WMD_SEVERITY_ERROR] = "dialog-error-symbolic",
  [WMD_SEVERITY_OFF] = "action-unavailable-symbolic",
};

static const char *const sections[WMD_N_SECTIONS] = {
  [WMD_SECTION_GOVERNMENTS] = N_ ("Governments"),
  [WMD_SECTION_EUROPEAN_UNION] = N_ ("European Union"),
  [WMD_SECTION_ORGANIZATIONS] = N_ ("International Organizations"),
};

static const char *const facts[WMD_N_FACTS] = {
  [WMD_FACT_SYMBOL] = N_ ("Symbol"),
  [WMD_FACT_SESSION] = N_ ("Session"),
  [WMD_FACT_AGENDA_ITEM] = N_ ("Agenda Item"),
  [WMD_FACT_AGENDA] = N_ ("Agenda"),
  [WMD_FACT_DATE] = N_ ("Date of the Report"),
  [WMD_FACT_JOB_NUMBER] = N_ ("Job Number"),
  [WMD_FACT_RESOLUTION] = N_ ("Resolution"),
  [WMD_FACT_WEBSITE] = N_ ("Website of the Full Texts"),
  [WMD_FACT_NOTE_VERBALE] = N_ ("Note Verbale to Member States"),
  [WMD_FACT_LETTERS] = N_ ("Letters to Organizations"),
  [WMD_FACT_DEADLINE] = N_ ("Deadline for Replies"),
  [WMD_FACT_CUT_OFF] = N_ ("Replies Counted On"),
};

/* What the composer fills in; the names are those of the native format. */
static const struct
{
  const char *name;
  const char *title;
} fields[] = {
  { "resolution", N_ ("Resolution") },
  { "session", N_ ("Session") },
  { "report-session", N_ ("Session of the Report") },
  { "note-verbale", N_ ("Date of the Note Verbale") },
  { "letters", N_ ("Date of the Letters") },
  { "deadline", N_ ("Deadline for Replies") },
  { "cut-off", N_ ("Cut-off Date") },
  { "governments", N_ ("Number of Governments") },
  { "member-states", N_ ("Number of Member States") },
  { "organizations", N_ ("Number of Organizations") },
  { "website", N_ ("Website") },
  { "eu-resolution", N_ ("Resolution on the European Union") },
  { "section-governments", N_ ("Section of Governments") },
  { "section-european-union", N_ ("Section of the European Union") },
  { "section-organizations", N_ ("Section of Organizations") },
};

const char *
wmd_name_of_language (WmdLanguage language)
{
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, "");

  return _ (languages[language]);
}

const char *
wmd_name_of_language_in_a_sentence (WmdLanguage language)
{
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "in a sentence", languages_in_a_sentence[language]);
}

const char *
wmd_own_name_of_language (WmdLanguage language)
{
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, "");

  return own_names[language];
}

const char *
wmd_name_of_progress (WmdProgress progress)
{
  g_return_val_if_fail (progress < WMD_N_PROGRESS, "");

  return _ (progresses[progress]);
}

const char *
wmd_icon_of_progress (WmdProgress progress)
{
  g_return_val_if_fail (progress < WMD_N_PROGRESS, "");

  return progress_icons[progress];
}

const char *
wmd_name_of_block_kind (WmdBlockKind kind)
{
  g_return_val_if_fail (kind < WMD_N_BLOCK_KINDS, "");

  return _ (block_kinds[kind]);
}

const char *
wmd_name_of_severity (WmdSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), "");

  return _ (severities[severity]);
}

const char *
wmd_icon_of_severity (WmdSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severity_icons), "");

  return severity_icons[severity];
}

const char *
wmd_name_of_section (WmdSection section)
{
  g_return_val_if_fail (section < WMD_N_SECTIONS, "");

  return _ (sections[section]);
}

const char *
wmd_name_of_fact (WmdFact fact)
{
  g_return_val_if_fail (fact < WMD_N_FACTS, "");

  return _ (facts[fact]);
}

const char *
wmd_name_of_field (const char *field)
{
  g_return_val_if_fail (field != NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, field))
      return _ (fields[i].title);
  return field;
}

const char *
wmd_name_of_part (const WmdBody *body, WmdReference *reference, WmdLanguage language)
{
  const char *name;

  g_return_val_if_fail (body != NULL, "");

  switch (wmd_body_get_kind (body))
    {
    case WMD_PART_SUMMARY:
      return _ ("Summary");
    case WMD_PART_INTRODUCTION:
      return _ ("Introduction");
    case WMD_PART_REPLY:
    default:
      name = wmd_body_get_name (body, reference, language);
      return name != NULL ? name : _ ("Respondent Not Chosen");
    }
}
