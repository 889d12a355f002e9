/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* The sections of one edition in the order in which they are printed. One without replies is left out and
 * those after it move up.
 */
typedef struct
{
  guint introduction;            /* number of the introduction, from 1 */
  guint replies[WMD_N_SECTIONS]; /* number of each section of replies; 0 when it is not printed */
} WmdSectionNumbers;

/* What the fields of running text ({deadline}, {governments}, …) stand for in one edition. */
typedef struct _WmdFields WmdFields;

WmdFields *wmd_fields_new (WmdSnapshot             *snapshot,
                           WmdLanguage              language,
                           const WmdSectionNumbers *numbers);
void wmd_fields_free (WmdFields *self);

/* TRUE when every field has the same value in both. */
gboolean wmd_fields_equal (const WmdFields *a,
                           const WmdFields *b);

/* The text of a field and (out) the address it links to, NULL for none. For a field that has no value or
 * that nobody knows, its name in square brackets, so that an editor sees it on the page. (transfer full)
 */
char *wmd_fields_dup_text (const WmdFields  *self,
                           const char       *name,
                           const char      **address);

/* Address of a document in the language version of an edition: "https://undocs.org/fr/A/RES/77/75". (transfer full) */
char *wmd_fields_dup_address (WmdReference *reference,
                              WmdLanguage   language,
                              const char   *symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFields, wmd_fields_free)

G_END_DECLS
