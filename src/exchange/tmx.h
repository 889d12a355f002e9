/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

#define WMD_TMX_ERROR (wmd_tmx_error_quark ())

typedef enum
{
  WMD_TMX_ERROR_NOTHING, /* nothing is translated yet */
} WmdTmxError;

GQuark wmd_tmx_error_quark (void);

/* Writes what the report has in @language (NONE: in any) as a translation memory, TMX 1.4b: each text that is at least
 * translated and not tentative, with the very source that it was made from. The same report gives the same bytes.
 * (transfer full), NULL on error.
 */
GBytes *wmd_tmx_write (WmdSnapshot *snapshot, WmdLanguage language, GError **error);

G_END_DECLS
