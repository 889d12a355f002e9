/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/facts.h"

G_BEGIN_DECLS

/* NULL, no edition, equals NULL alone. */
gboolean wmd_edition_equal (const WmdEdition *a,
                            const WmdEdition *b);

/* Sorted arrays (element-type WmdWaiver) that own what is in them. */
GPtrArray *wmd_waivers_new (void);
GPtrArray *wmd_waivers_copy (const GPtrArray *waivers);
void       wmd_waivers_add (GPtrArray       *waivers,
                            const WmdWaiver *waiver);
gboolean   wmd_waivers_equal (const GPtrArray *a,
                              const GPtrArray *b);

/* By what is waived, the reason apart. */
int wmd_waiver_compare (const WmdWaiver *a,
                        const WmdWaiver *b);

G_END_DECLS
