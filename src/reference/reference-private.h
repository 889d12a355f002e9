/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference/data.h"
#include "reference/reference.h"

G_BEGIN_DECLS

/* The parts of the reference: each is loaded, and asked through the public functions, in the file
 * of its name. Their strings are those of the data. A part that failed to load is NULL.
 */
typedef struct _WmdLabels WmdLabels;           /* labels.json */
typedef struct _WmdLanguages WmdLanguages;     /* languages.json */
typedef struct _WmdTemplates WmdTemplates;     /* templates.json */
typedef struct _WmdCalendar WmdCalendar;       /* months.json */
typedef struct _WmdSessions WmdSessions;       /* sessions.json */
typedef struct _WmdCounts WmdCounts;           /* counts.json */
typedef struct _WmdLetters WmdLetters;         /* letters.json */
typedef struct _WmdCollation WmdCollation;     /* the orders of the languages, from ICU */
typedef struct _WmdRegistry WmdRegistry;       /* respondents/ */
typedef struct _WmdResolutions WmdResolutions; /* resolutions/ */
typedef struct _WmdCitationForms WmdCitationForms; /* citations.json */

struct _WmdReference
{
  gatomicrefcount ref_count;
  WmdLabels *labels;
  WmdLanguages *languages;
  WmdTemplates *templates;
  WmdCalendar *calendar;
  WmdSessions *sessions;
  WmdCounts *counts;
  WmdLetters *letters;
  WmdCollation *collation;
  WmdRegistry *registry;
  WmdResolutions *resolutions;
  WmdCitationForms *citation_forms;
};

WmdLabels *wmd_labels_new (GError **error);
void       wmd_labels_free (WmdLabels *self);

WmdLanguages *wmd_languages_new (GError **error);
void          wmd_languages_free (WmdLanguages *self);
/* Length in bytes of the article, and of the space after it, that @name begins with; 0 when it begins with none. */
gsize wmd_languages_skip_article (const WmdLanguages *self,
                                  WmdLanguage         language,
                                  const char         *name);

WmdTemplates *wmd_templates_new (GError **error);
void          wmd_templates_free (WmdTemplates *self);

WmdCalendar *wmd_calendar_new (GError **error);
void         wmd_calendar_free (WmdCalendar *self);

WmdSessions *wmd_sessions_new (GError **error);
void         wmd_sessions_free (WmdSessions *self);

WmdCounts *wmd_counts_new (GError **error);
void       wmd_counts_free (WmdCounts *self);

WmdLetters *wmd_letters_new (GError **error);
void        wmd_letters_free (WmdLetters *self);

WmdCollation *wmd_collation_new (GError **error);
void          wmd_collation_free (WmdCollation *self);
char         *wmd_collation_get_sort_key (const WmdCollation *self,
                                          WmdLanguage         language,
                                          const char         *name);

WmdRegistry *wmd_registry_new (GError **error);
void         wmd_registry_free (WmdRegistry *self);

WmdResolutions *wmd_resolutions_new (GError **error);
void            wmd_resolutions_free (WmdResolutions *self);

WmdCitationForms *wmd_citation_forms_new (GError **error);
void              wmd_citation_forms_free (WmdCitationForms *self);

G_END_DECLS
