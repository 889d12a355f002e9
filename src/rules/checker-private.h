/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/across-memory-private.h"
#include "rules/checker.h"
#include "rules/rule-private.h"

G_BEGIN_DECLS

/* Memory of one variant. The remarks of a block stand in the array of its place in the page. */
typedef struct
{
  WmdPage page;
  GPtrArray **block_remarks; /* one per block; (element-type WmdRemark) */
  GPtrArray *remarks;        /* of the variant rules */
} WmdVariantMemory;

/* Memory of one part of the report. */
typedef struct
{
  WmdBody *body;
  WmdVariantMemory *variants[WMD_N_LANGUAGES]; /* NULL where a language is not held */
  GPtrArray *findings;                         /* (element-type WmdFinding) in order; NULL: to be made */
  guint name_hash;                             /* of who replies: messages about others name it */
  char **own_names;                            /* likewise */
  char *identity;                              /* of who replies, to compare; NULL when nobody says */
  guint n_name_words;                          /* of the name in English, that heads the reply */
  WmdSection section;                          /* of a reply */
  guint translations;                          /* bit set of the languages of texts that are not the original */
  guint64 seen;                                /* number of the check that met it last */
} WmdBodyMemory;

struct _WmdChecker
{
  WmdReference *reference;
  WmdForms *forms;                       /* NULL before the first check */
  WmdLexicon *lexicons[WMD_N_LANGUAGES]; /* made when a text of the language is met */
  GHashTable *bodies;                    /* part id (owned) to WmdBodyMemory */

  /* For what the findings in memory were made. */
  WmdFacts *facts;
  WmdLanguage edition;
  guint languages;

  WmdAcrossMemory *across;

  guint64 n_digests; /* made so far: their serial numbers */
  guint64 n_checks;
  guint64 n_asked[WMD_N_SCOPES];
};

/* (transfer full) (element-type WmdRemark) */
GPtrArray *wmd_remarks_new (void);

/* --- asking: checker.c --- */

/* Asks every rule of the scope that reads parts of that kind, in the language of the probe. */
void wmd_checker_ask (WmdChecker *self, WmdProbe *probe, WmdScope scope, WmdPartKind part);

/* A probe about nothing yet. */
WmdProbe wmd_checker_new_probe (WmdChecker *self, GPtrArray *remarks);

const WmdLexicon *wmd_checker_get_lexicon (WmdChecker *self, WmdLanguage language);

/* --- remembering: body-memory.c --- */

void wmd_body_memory_free (gpointer data);

/* The memory of the part, after its rules were asked about whatever in it is new. (transfer none) */
WmdBodyMemory *wmd_checker_remember_body (WmdChecker *self, WmdBody *body);

/* Makes the findings of the part for the question of this check. */
void wmd_checker_make_findings (WmdChecker *self, WmdBodyMemory *memory);

G_END_DECLS
