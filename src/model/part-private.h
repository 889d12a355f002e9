/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/order-private.h"
#include "model/report.h"

G_BEGIN_DECLS

WmdPart *wmd_part_new (WmdBody *body);

/* Notifies what changed. */
void wmd_part_set_body (WmdPart *self, WmdBody *body);

/* The key of the English edition, kept until the name or the section changes. */
const WmdOrderKey *wmd_part_get_order_key (WmdPart *self, WmdReference *reference);

G_END_DECLS
