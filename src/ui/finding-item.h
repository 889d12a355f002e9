/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/finding.h"

G_BEGIN_DECLS

/* A finding as an object, for list models. */
#define WMD_TYPE_FINDING_ITEM (wmd_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (WmdFindingItem, wmd_finding_item, WMD, FINDING_ITEM, GObject)

WmdFindingItem *wmd_finding_item_new (WmdFinding *finding);

/* (transfer none) */
const WmdFinding *wmd_finding_item_get (WmdFindingItem *self);

/* TRUE when a row that shows the item would look the same for @finding. */
gboolean wmd_finding_item_looks_like (WmdFindingItem *self, const WmdFinding *finding);

/* Exchanges the finding for one that looks like it: its fix and its place in the text may be newer. */
void wmd_finding_item_renew (WmdFindingItem *self, WmdFinding *finding);

G_END_DECLS
