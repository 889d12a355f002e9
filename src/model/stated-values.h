/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* What running text in one language can state of a report in plain words, where a field could stand: resolution,
 * session, dates, numbers of replies, website.
 */
typedef struct _WmdStatedValues WmdStatedValues;

/* One value that was found in a text. */
typedef struct
{
  const char *field; /* that stands for it; static */
  char *text;        /* as it stood there */
} WmdStatedValue;

/* @facts: those of the report, or more complete ones. */
WmdStatedValues *wmd_stated_values_new (WmdSnapshot *snapshot,
                                        WmdFacts    *facts,
                                        WmdLanguage  language);
void             wmd_stated_values_free (WmdStatedValues *self);

/* How the value of a field is printed; NULL when the report does not have it. */
const char *wmd_stated_values_get_text (const WmdStatedValues *self,
                                        const char            *field);

/* What is to stand in the place of a value that was found: plain text, borrowed; NULL for its field. */
typedef const char *(*WmdStatedValueFunc) (gpointer data);

/* @content with a field for each value that stands in it as plain text; @content itself when there is none. Spaces
 * are free, dates may have any form the language uses. What was found is added to @found (nullable)
 * (element-type WmdStatedValue), in the order of the text, notes after it; in the same order @decide (nullable) is
 * asked about each. (transfer full)
 */
WmdInline *wmd_stated_values_make_fields (const WmdStatedValues *self,
                                          WmdInline             *content,
                                          WmdStatedValueFunc     decide,
                                          gpointer               data,
                                          GPtrArray             *found);

void wmd_stated_value_free (WmdStatedValue *self);

/* TRUE when fields stand for the same values in both, as often, whatever their names. */
gboolean wmd_stated_values_agree (const WmdInline *a,
                                  const WmdInline *b);

/* TRUE for the number of replies of a section. */
gboolean wmd_stated_values_is_count (const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdStatedValues, wmd_stated_values_free)

G_END_DECLS
