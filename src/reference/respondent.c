/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One entry of the registry of those who can reply, and the sections of the
 * report, which follow from the kind of the respondent.
 */
#include "reference/respondent-private.h"

static const char *const section_ids[WMD_N_SECTIONS] = {
  [WMD_SECTION_GOVERNMENTS] = "governments",
  [WMD_SECTION_EUROPEAN_UNION] = "european-union",
  [WMD_SECTION_ORGANIZATIONS] = "organizations",
};

static gboolean
is_language (WmdLanguage language)
{
  return language >= 0 && language < WMD_N_LANGUAGES;
}

const char *
wmd_respondent_get_id (const WmdRespondent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

WmdRespondentKind
wmd_respondent_get_kind (const WmdRespondent *self)
{
  g_return_val_if_fail (self != NULL, WMD_RESPONDENT_MEMBER_STATE);

  return self->kind;
}

WmdSection
wmd_respondent_get_section (const WmdRespondent *self)
{
  static const WmdSection sections[] = {
    [WMD_RESPONDENT_MEMBER_STATE] = WMD_SECTION_GOVERNMENTS,
    [WMD_RESPONDENT_OBSERVER_STATE] = WMD_SECTION_GOVERNMENTS,
    [WMD_RESPONDENT_EUROPEAN_UNION] = WMD_SECTION_EUROPEAN_UNION,
    [WMD_RESPONDENT_ORGANIZATION] = WMD_SECTION_ORGANIZATIONS,
  };

  g_return_val_if_fail (self != NULL, WMD_SECTION_GOVERNMENTS);

  return sections[self->kind];
}

gboolean
wmd_respondent_is_united_nations (const WmdRespondent *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->united_nations;
}

const char *
wmd_respondent_get_name (const WmdRespondent *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && is_language (language), "");

  return self->names[language];
}

const char *
wmd_respondent_get_formal_name (const WmdRespondent *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && is_language (language), NULL);

  return self->formal_names[language];
}

const char *
wmd_respondent_get_text_name (const WmdRespondent *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && is_language (language), "");

  return self->text_names[language] != NULL ? self->text_names[language] : self->names[language];
}

const char *
wmd_respondent_get_article (const WmdRespondent *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && is_language (language), NULL);

  return self->articles[language];
}

const char *
wmd_respondent_get_acronym (const WmdRespondent *self)
{
  return wmd_respondent_get_acronym_in (self, WMD_LANGUAGE_EN);
}

const char *
wmd_respondent_get_acronym_in (const WmdRespondent *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && is_language (language), NULL);

  return self->acronyms[language];
}

const char *const *
wmd_respondent_list_aliases (const WmdRespondent *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL && is_language (language), NULL);

  return self->aliases[language];
}

const char *
wmd_section_get_id (WmdSection section)
{
  g_return_val_if_fail (section < WMD_N_SECTIONS, NULL);

  return section_ids[section];
}

gboolean
wmd_section_from_id (const char *id, WmdSection *section)
{
  g_return_val_if_fail (section != NULL, FALSE);

  for (guint i = 0; id != NULL && i < WMD_N_SECTIONS; i++)
    if (g_str_equal (id, section_ids[i]))
      {
        *section = i;
        return TRUE;
      }
  return FALSE;
}
