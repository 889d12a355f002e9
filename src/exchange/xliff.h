/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

#define WMD_XLIFF_ERROR (wmd_xliff_error_quark ())

typedef enum
{
  WMD_XLIFF_ERROR_NOTHING, /* there is nothing to translate into the language */
} WmdXliffError;

GQuark wmd_xliff_error_quark (void);

/* Writes what there is to translate into @language as XLIFF 1.2, for a translator's tool. Texts whose original language
 * it is, or of which no other language is held, are left out. The same report gives the same bytes.
 * (transfer full), NULL on error.
 */
GBytes *wmd_xliff_write (WmdSnapshot *snapshot, WmdLanguage language, GError **error);

G_END_DECLS
