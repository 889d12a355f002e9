/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/finding.h"

G_BEGIN_DECLS

/* A question to the respondent about the reply ("which of the two figures is meant?"): an immutable, reference
 * counted value that the body of the reply holds. It stays when its block goes, and is part of no edition.
 */
typedef struct _WmdQuery WmdQuery;

/* What is recorded of a query, each as text exactly as given; NULL when not set. */
typedef enum
{
  WMD_QUERY_BLOCK,    /* id of the block that is asked about; NULL for the reply as a whole */
  WMD_QUERY_PASSAGE,  /* the words that are asked about */
  WMD_QUERY_QUESTION, /* always set; clearing it makes it empty */
  WMD_QUERY_ASKED,    /* day on which it was sent, ISO 8601, as someone recorded it */
  WMD_QUERY_ANSWER,
} WmdQueryText;

#define WMD_N_QUERY_TEXTS 5

/* Member names in the native file: "block", "passage", "question", "asked", "answer". */
const char *wmd_query_text_get_id (WmdQueryText text);

/* @id is unique in the reply: "q1", "q2", … @language: of the text that is asked about, or NONE. (transfer full) */
WmdQuery *wmd_query_new (const char *id,
                         WmdLanguage language,
                         const char *question);

/* The question is the message of the finding, for the user to reword; the passage is its hint. (transfer full) */
WmdQuery *wmd_query_new_for_finding (const char       *id,
                                     const WmdFinding *finding);
WmdQuery *wmd_query_ref (WmdQuery *self);
void      wmd_query_unref (WmdQuery *self);

const char *wmd_query_get_id (const WmdQuery *self);
WmdLanguage wmd_query_get_language (const WmdQuery *self);
const char *wmd_query_get_text (const WmdQuery *self,
                                WmdQueryText    text);

/* TRUE when the respondent need no longer be asked. */
gboolean    wmd_query_get_closed (const WmdQuery *self);
const char *wmd_query_get_unknown (const WmdQuery *self);

/* Copies with one thing changed; NULL clears. (transfer full) */
WmdQuery *wmd_query_with_text (const WmdQuery *self,
                               WmdQueryText    text,
                               const char     *value);
WmdQuery *wmd_query_with_closed (const WmdQuery *self,
                                 gboolean        closed);
WmdQuery *wmd_query_with_unknown (const WmdQuery *self,
                                  const char     *unknown);

gboolean wmd_query_equal (const WmdQuery *a,
                          const WmdQuery *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdQuery, wmd_query_unref)

G_END_DECLS
