/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* What puts a reply in its place in the edition of one language; compared by section, name, id. */
typedef struct
{
  WmdSection section;
  char *name; /* sort key */
} WmdOrderKey;

void wmd_order_key_init (WmdOrderKey *key, const WmdBody *body, WmdReference *reference, WmdLanguage language);
void wmd_order_key_clear (WmdOrderKey *key);
int wmd_order_compare (const WmdOrderKey *a, const char *id_a, const WmdOrderKey *b, const char *id_b);

/* As wmd_snapshot_new(), with @replies already in the order of the English edition. Takes @replies. */
WmdSnapshot *wmd_snapshot_new_ordered (WmdReference *reference,
                                       const char *id,
                                       WmdFacts *facts,
                                       WmdBody *summary,
                                       WmdBody *introduction,
                                       GPtrArray *replies,
                                       const char *unknown);

G_END_DECLS
