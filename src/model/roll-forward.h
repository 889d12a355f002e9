/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* A value of last year's report that the new one has another for: a fact, or words of a frame text that are now
 * a field. For someone to confirm.
 */
typedef struct
{
  char *part;           /* "summary" or "introduction"; NULL for a fact */
  WmdLanguage language; /* NONE for a fact */
  char *block;          /* NULL for a fact */
  char *field;          /* that stands there now; the id of a fact */
  char *old_text;       /* as it stood there; NULL when last year's report did not have it */
  char *new_text;       /* NULL when it is not known yet, as the numbers of replies */
} WmdRolledValue;

#define WMD_ROLL_FORWARD_ERROR (wmd_roll_forward_error_quark ())

typedef enum
{
  WMD_ROLL_FORWARD_ERROR_UNKNOWN,  /* for which session the report is cannot be known */
  WMD_ROLL_FORWARD_ERROR_CONFLICT, /* resolution and session do not go together, or the report is of that session */
} WmdRollForwardError;

GQuark wmd_roll_forward_error_quark (void);

/* A new report, with an id of its own, from @last. Facts are those that the profile of the resolution has; what it does
 * not know is not set. Frame texts are taken over in all languages and marked as reused; values of last year in them
 * become fields. Replies, waivers and what an imported edition said stay behind. A translation that said the same as
 * its source says the same afterwards, and keeps its progress.
 * @resolution: its number ("79/62"), or NULL where it is not known yet; @session: at which the report is due, or 0 to
 * take it from the resolution; one of the two is needed.
 * @values (out) (optional) (transfer full) (element-type WmdRolledValue): facts, then the texts in their order.
 * (transfer full), NULL on error.
 */
WmdSnapshot *wmd_roll_forward (WmdSnapshot *last,
                               const char  *resolution,
                               guint        session,
                               GPtrArray  **values,
                               GError     **error);

/* The same with what somebody decided about its values. @facts: those of the new report. @texts (nullable)
 * (element-type utf8): for each of the values in the order of the list, what is to stand in the text instead of
 * a field, such as what stood there last year; NULL for the field. What it says of facts is not read.
 * (transfer full)
 */
WmdSnapshot *wmd_roll_forward_with (WmdSnapshot     *last,
                                    WmdFacts        *facts,
                                    const GPtrArray *texts,
                                    GPtrArray      **values);

G_END_DECLS
