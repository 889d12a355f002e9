/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/rule-private.h"

G_BEGIN_DECLS

/* What the across rules said last, and of what. */
typedef struct _WmdAcrossMemory WmdAcrossMemory;

WmdAcrossMemory *wmd_across_memory_new (void);
void wmd_across_memory_free (WmdAcrossMemory *self);

/* TRUE when nothing that the rules depend on changed since the last call: then they need not be asked. Brings the
 * digests of @parts (element-type WmdRulePart) up to date.
 */
gboolean
wmd_across_memory_is_current (WmdAcrossMemory *self, const WmdForms *forms, const GArray *parts, WmdLanguage edition);

/* Takes the remarks out of @remarks (element-type WmdRemark). */
void wmd_across_memory_replace (WmdAcrossMemory *self, GPtrArray *remarks, const GArray *parts);

/* Adds what is remembered, tied to the bodies as they are now. */
void wmd_across_memory_add (const WmdAcrossMemory *self, const GArray *parts, GPtrArray *remarks);

G_END_DECLS
