/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/finding.h"

G_BEGIN_DECLS

/* A finding as an object, for list models. Immutable. */
#define WMD_TYPE_FINDING_ITEM (wmd_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (WmdFindingItem, wmd_finding_item, WMD, FINDING_ITEM, GObject)

WmdFindingItem *wmd_finding_item_new (WmdFinding *finding);

/* (transfer none) */
const WmdFinding *wmd_finding_item_get (WmdFindingItem *self);

/* TRUE when a list shows both the same way and a click on them does the same. */
gboolean wmd_finding_item_same (WmdFindingItem *self, const WmdFinding *finding);

G_END_DECLS
