/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/finding.h"
#include "reference/reference.h"

G_BEGIN_DECLS

/* What is recorded of the report itself, each as text exactly as given; NULL when not set.
 * Dates are ISO 8601.
 */
typedef enum
{
  WMD_FACT_SYMBOL,       /* "A/78/132" */
  WMD_FACT_SESSION,      /* "78" */
  WMD_FACT_AGENDA_ITEM,  /* "101(s)", the letter in Latin */
  WMD_FACT_AGENDA,       /* "provisional" or "adopted" */
  WMD_FACT_RESOLUTION,   /* "77/75" */
  WMD_FACT_NOTE_VERBALE, /* date of the note verbale to Member States */
  WMD_FACT_LETTERS,      /* date of the letters to organizations */
  WMD_FACT_DEADLINE,     /* for views */
  WMD_FACT_CUT_OFF,      /* day on which the replies were counted */
  WMD_FACT_DATE,         /* of the report, on the masthead */
  WMD_FACT_JOB_NUMBER,   /* "23-13333" */
  WMD_FACT_WEBSITE,      /* where full texts go */
} WmdFact;

#define WMD_N_FACTS 12

/* Member names in the native file: "symbol", "session", "agenda-item", … */
const char *wmd_fact_get_id (WmdFact fact);

/* One line of the contents of an edition that was imported. */
typedef struct
{
  char *title;   /* as printed, without leaders */
  char *page;    /* as printed; NULL when there was none */
  char *unknown; /* JSON object of members that this version does not know; NULL when there are none */
} WmdContentsLine;

/* One reply of an edition that was imported, in the order in which it stood. */
typedef struct
{
  char *part; /* id of the reply */
  WmdSection section; /* in which it stood */
  char *unknown;      /* as above */
} WmdEditionReply;

/* What an imported edition said of itself, for the rules that compare; nothing of it is exported. */
typedef struct
{
  WmdLanguage language;
  char **originals;       /* codes of the languages on its "Original:" line; NULL-terminated; NULL when it had none */
  GPtrArray *contents;    /* (element-type WmdContentsLine), empty when it had none */
  GPtrArray *replies;     /* (element-type WmdEditionReply) */
  char *file;             /* base name of the file that it came from; NULL when not known */
  char *unknown;          /* as above */
} WmdEdition;

/* Someone's decision that a finding needs no action. It holds as long as the finding's fingerprint is the same. */
typedef struct
{
  char *rule;
  char *part;        /* NULL for the report itself */
  WmdLanguage language; /* NONE when the finding is of no language */
  char *block;       /* NULL when the finding is of no block */
  char *fingerprint; /* wmd_finding_dup_fingerprint() when it was waived */
  char *reason;
  char *unknown; /* as above */
} WmdWaiver;

/* The report's own data: an immutable, reference counted value. */
typedef struct _WmdFacts WmdFacts;

WmdFacts *wmd_facts_new (void);
WmdFacts *wmd_facts_ref (WmdFacts *self);
void      wmd_facts_unref (WmdFacts *self);

const char *wmd_facts_get (const WmdFacts *self,
                           WmdFact         fact);

/* FALSE when not set, not of the form yyyy-mm-dd, or no day of the calendar. */
gboolean wmd_facts_get_date (const WmdFacts *self,
                             WmdFact         fact,
                             WmdDate        *date);

/* 0 when not set or not a number. */
guint wmd_facts_get_session (const WmdFacts *self);

/* The profile of the resolution that asked for the report; where its number is in none of the profiles, that of the
 * report's session if the number of that one is not known. NULL when there is none.
 */
const WmdResolution *wmd_facts_lookup_resolution (const WmdFacts *self,
                                                  WmdReference   *reference);

/* (element-type WmdWaiver) (transfer none) */
const GPtrArray  *wmd_facts_get_waivers (const WmdFacts *self);
const WmdEdition *wmd_facts_get_edition (const WmdFacts *self); /* NULL when no edition was imported */

/* TRUE, and the severity, when the report sets another than the rule's own. */
gboolean    wmd_facts_get_severity (const WmdFacts *self,
                                    const char     *rule,
                                    WmdSeverity    *severity);
const char *const *wmd_facts_list_severities (const WmdFacts *self); /* rule ids, sorted, NULL-terminated */
const char *wmd_facts_get_unknown (const WmdFacts *self);

/* Copies with one thing changed; NULL clears. (transfer full) */
WmdFacts *wmd_facts_with (const WmdFacts *self,
                          WmdFact         fact,
                          const char     *value);
WmdFacts *wmd_facts_with_waiver (const WmdFacts  *self,
                                 const WmdWaiver *waiver);
WmdFacts *wmd_facts_without_waiver (const WmdFacts  *self,
                                    const WmdWaiver *waiver);

/* With these (element-type WmdWaiver) in the place of all waivers. */
WmdFacts *wmd_facts_with_waivers (const WmdFacts  *self,
                                  const GPtrArray *waivers);
WmdFacts *wmd_facts_with_severity (const WmdFacts *self,
                                   const char     *rule,
                                   WmdSeverity     severity);
WmdFacts *wmd_facts_without_severity (const WmdFacts *self,
                                      const char     *rule);

/* With these (rule id to WmdSeverity) in the place of all severities. */
WmdFacts *wmd_facts_with_severities (const WmdFacts *self,
                                     GHashTable     *severities);
WmdFacts *wmd_facts_with_edition (const WmdFacts   *self,
                                  const WmdEdition *edition);
WmdFacts *wmd_facts_with_unknown (const WmdFacts *self,
                                  const char     *unknown);

gboolean wmd_facts_equal (const WmdFacts *a,
                          const WmdFacts *b);

WmdEdition *wmd_edition_new (WmdLanguage language);
WmdEdition *wmd_edition_copy (const WmdEdition *self);
void        wmd_edition_free (WmdEdition *self);
void        wmd_edition_add_line (WmdEdition *self,
                                  const char *title,
                                  const char *page);
void        wmd_edition_add_reply (WmdEdition *self,
                                   const char *part,
                                   WmdSection  section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFacts, wmd_facts_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdEdition, wmd_edition_free)

G_END_DECLS
