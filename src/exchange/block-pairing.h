/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/variant.h"

G_BEGIN_DECLS

#define WMD_UNPAIRED G_MAXUINT

/* Finds for each block of @variant the block of @reference, in another language, that says the same: by order, kind,
 * length and the numbers in both. The pairs never cross. (transfer full) (element-type guint): an index into
 * @reference for each block, or WMD_UNPAIRED.
 */
GArray *wmd_block_pairing_find (WmdVariant *variant,
                                WmdVariant *reference);

G_END_DECLS
