/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication-private.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* The lines of the first page. (transfer full) */
WmdMasthead *wmd_masthead_compose (WmdSnapshot *snapshot,
                                   WmdLanguage  language);

G_END_DECLS
