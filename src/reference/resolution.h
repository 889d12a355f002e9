/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference/date.h"
#include "reference/language.h"

G_BEGIN_DECLS

/* The profile of one resolution of the series: what it asks of the report.
 * Owned by the WmdReference, immutable. Members are NULL, zero or unset where
 * the fact is not known.
 */
typedef struct
{
  char *id;        /* "mandate", "organizations-measures", … ; stable, kebab-case */
  guint paragraph; /* operative paragraph that asks; 0 when not known */
  char *texts[WMD_N_LANGUAGES]; /* English in our own words, else as issued; NULL where that is not known */
  char **rules; /* ids of the rules that show that it was met; NULL-terminated */
  char **facts; /* ids of the facts that the report must have besides; NULL-terminated */
} WmdResolutionRequest;

/* What is asked, in @language where it is known, else in English. */
const char *wmd_resolution_request_get_text (const WmdResolutionRequest *self,
                                             WmdLanguage                 language);

typedef struct
{
  char *symbol;    /* "77/75" */
  guint session;   /* at which it was adopted: 77 */
  WmdDate adopted;
  guint report_session; /* at which the report is due: 78 */
  char *agenda_item;    /* "101(s)" at that session */
  WmdDate note_verbale;
  WmdDate letters;
  WmdDate deadline;
  guint word_limit;        /* of the report */
  guint reply_word_limit;  /* of a summary; 0 when none was set */
  GPtrArray *requests;     /* (element-type WmdResolutionRequest) */
  char **unknown;          /* names of the facts that could not be verified; NULL-terminated */
} WmdResolution;

G_END_DECLS
