/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/finding.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* Object about which a rule is asked; the checker asks again only about objects that are new. */
typedef enum
{
  WMD_SCOPE_BLOCK,
  WMD_SCOPE_VARIANT,
  WMD_SCOPE_REPLY,
  WMD_SCOPE_ACROSS, /* what replies say, compared */
  WMD_SCOPE_REPORT,
} WmdScope;

#define WMD_N_SCOPES 5

/* One entry of the rule table, as documentation shows it. Immutable, static. Texts marked so are message ids: print
 * what wmd_rules_translate() makes of them.
 */
typedef struct
{
  const char *id;               /* for ever: in files, in the tool's output, in waivers */
  const char *family;           /* "report", "replies", "text", "across", "editions" */
  WmdSeverity severity;         /* when it is asked whether the report is sound */
  WmdSeverity edition_severity; /* when it is asked whether one edition can be issued */
  WmdScope scope;
  const char
      *languages;    /* codes of those in which it speaks, parted by spaces; NULL: it does not read text, or in all */
  const char *title; /* short name, message id */
  const char *explanation; /* what it asks and why, message id */
  const char *source;      /* the resolution, editorial rule or practice it rests on, message id */
  const char *example;     /* where it fires: as found in a report, or told, message id */
  const char *remedy;      /* how to fix it, message id */
} WmdRuleInfo;

/* The table, in the order of the catalogue. */
guint wmd_rules_get_n_rules (void);
const WmdRuleInfo *wmd_rules_get_info (guint index);
const WmdRuleInfo *wmd_rules_lookup (const char *id); /* NULL for an unknown id */

/* A family of rules, with what holds for all of them. Static. */
typedef struct
{
  const char *id;     /* as in WmdRuleInfo */
  const char *title;  /* message id */
  const char *waiver; /* when a finding may be waived, message id */
} WmdRuleFamily;

/* In the order of the table; NULL past the last. */
const WmdRuleFamily *wmd_rules_get_family (guint index);
const WmdRuleFamily *wmd_rules_lookup_family (const char *id); /* NULL for an unknown id */

/* A text of the table in the user's language; NULL stays NULL. */
const char *wmd_rules_translate (const char *text);

/* The whole table as a document in Markdown, in the user's language. (transfer full) */
char *wmd_rules_dup_document (void);

/* Checks reports against the table. Remembers what each rule said of each object, so that checking again
 * after an edit costs what changed. Not for use from two threads at once.
 */
typedef struct _WmdChecker WmdChecker;

WmdChecker *wmd_checker_new (WmdReference *reference);
void wmd_checker_free (WmdChecker *self);

/* Findings in the order of the report. @edition: the language version about to be issued; NONE asks whether
 * the report is sound, a language whether its edition can be issued. Waived findings are included, with their
 * reason. (transfer container) (element-type WmdFinding)
 */
GPtrArray *wmd_checker_check (WmdChecker *self, WmdSnapshot *snapshot, WmdLanguage edition);

/* How often rules of that scope were asked since the checker was made: what an edit costs. */
guint64 wmd_checker_get_n_asked (WmdChecker *self, WmdScope scope);

/* How one request of the resolution stands. */
typedef enum
{
  WMD_REQUEST_MET,
  WMD_REQUEST_NOT_MET,
  WMD_REQUEST_NOT_APPLICABLE,
  WMD_REQUEST_WAIVED,
  WMD_REQUEST_NOT_CHECKED, /* a rule that would tell is off */
} WmdRequestState;

typedef struct
{
  const WmdResolutionRequest *request;
  WmdRequestState state;
  char *where; /* met: section or part; not met: part that is wrong; waived: the reason; not checked: the rule; NULL for
                  the report itself */
} WmdChecklistEntry;

/* The requests of the report's resolution; empty when the resolution is not known. (transfer container) (element-type
 * WmdChecklistEntry) */
GPtrArray *wmd_checker_list_requests (WmdChecker *self, WmdSnapshot *snapshot, const GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdChecker, wmd_checker_free)

G_END_DECLS
