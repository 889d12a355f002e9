/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference/language.h"

G_BEGIN_DECLS

typedef enum
{
  WMD_RESPONDENT_MEMBER_STATE,
  WMD_RESPONDENT_OBSERVER_STATE,
  WMD_RESPONDENT_EUROPEAN_UNION,
  WMD_RESPONDENT_ORGANIZATION,
} WmdRespondentKind;

/* The sections of the report that hold replies, in the order in which they are printed. */
typedef enum
{
  WMD_SECTION_GOVERNMENTS,
  WMD_SECTION_EUROPEAN_UNION,
  WMD_SECTION_ORGANIZATIONS,
} WmdSection;

#define WMD_N_SECTIONS 3

/* One who can reply: an entry of the registry. Owned by the WmdReference, immutable. */
typedef struct _WmdRespondent WmdRespondent;

/* ISO 3166-1 alpha-3 for States, a lower-case id ("unodc") for organizations. */
const char       *wmd_respondent_get_id (const WmdRespondent *self);
WmdRespondentKind wmd_respondent_get_kind (const WmdRespondent *self);
WmdSection        wmd_respondent_get_section (const WmdRespondent *self);

/* The name as it stands in a heading. Never NULL. */
const char *wmd_respondent_get_name (const WmdRespondent *self,
                                     WmdLanguage          language);

/* The formal name ("the Republic of …"); NULL where there is none. */
const char *wmd_respondent_get_formal_name (const WmdRespondent *self,
                                            WmdLanguage          language);

/* The name in running text, where it differs from the heading ("the Islamic Republic of Iran"); else the heading. */
const char *wmd_respondent_get_text_name (const WmdRespondent *self,
                                          WmdLanguage          language);

/* The English acronym ("UNODC"); NULL where there is none. */
const char *wmd_respondent_get_acronym (const WmdRespondent *self);

/* The acronym or short form that the language uses ("ONUDC", "МАГАТЭ", "原子能机构"); NULL where none is known. */
const char *wmd_respondent_get_acronym_in (const WmdRespondent *self,
                                           WmdLanguage          language);

/* The article before the heading name in running text ("the", "l’"); NULL where there is none. */
const char *wmd_respondent_get_article (const WmdRespondent *self,
                                        WmdLanguage          language);

/* Former names and other forms, which are read and never printed. (transfer none), NULL-terminated */
const char *const *wmd_respondent_list_aliases (const WmdRespondent *self,
                                                WmdLanguage          language);

/* TRUE for entities of the United Nations system. */
gboolean wmd_respondent_is_united_nations (const WmdRespondent *self);

/* Identifiers of a section, as in files and in the tool's output: "governments", "european-union", "organizations". */
const char *wmd_section_get_id (WmdSection section);
gboolean    wmd_section_from_id (const char *id,
                                 WmdSection *section);

G_END_DECLS
