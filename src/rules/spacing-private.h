/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/forms-private.h"
#include "rules/reading-private.h"

G_BEGIN_DECLS

/* What a language puts between two neighbours in running text: data/rules/spacing.json as a table. Immutable. */
typedef struct _WmdSpacing WmdSpacing;

WmdSpacing *wmd_spacing_new (const WmdForms *forms, WmdLanguage language);
void wmd_spacing_free (WmdSpacing *self);

/* What should stand between the token at @index and the one before it: "", " ", U+00A0; NULL when what stands there
 * is right, or when nothing is known of the two.
 */
const char *wmd_spacing_correct (const WmdSpacing *self, const WmdReading *reading, guint index);

G_END_DECLS
