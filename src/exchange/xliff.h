/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import.h"

G_BEGIN_DECLS

#define WMD_XLIFF_ERROR (wmd_xliff_error_quark ())

typedef enum
{
  WMD_XLIFF_ERROR_NOTHING,      /* there is nothing to translate into the language */
  WMD_XLIFF_ERROR_ENCODING,     /* neither UTF-8 nor UTF-16 */
  WMD_XLIFF_ERROR_TOO_LARGE,    /* more than a translator's tool writes of a report */
  WMD_XLIFF_ERROR_MALFORMED,    /* not XML, or with a document type */
  WMD_XLIFF_ERROR_NOT_XLIFF,    /* other XML */
  WMD_XLIFF_ERROR_VERSION,      /* XLIFF 2, say */
  WMD_XLIFF_ERROR_OTHER_REPORT, /* nothing in it is of the report */
  WMD_XLIFF_ERROR_LANGUAGE,     /* translated into none of the six languages, or another one than was expected */
  WMD_XLIFF_ERROR_CODES,        /* a text whose codes are broken; such a unit is a finding */
} WmdXliffError;

GQuark wmd_xliff_error_quark (void);

/* Writes what there is to translate into @language as XLIFF 1.2, for a translator's tool. Texts whose original language
 * it is, or of which no other language is held, are left out. The same report gives the same bytes.
 * (transfer full), NULL on error.
 */
GBytes *wmd_xliff_write (WmdSnapshot *snapshot, WmdLanguage language, GError **error);

/* TRUE for what looks like XLIFF, whichever version. */
gboolean wmd_xliff_sniff (const char *data, gsize length);

/* Takes what a translator's tool made of a file of wmd_xliff_write() into @report, which itself does not change. A unit
 * goes to the block that it was written of; where the source of that changed meanwhile, the translation is stale. What
 * is not taken is a finding: units that are not known, whose codes are broken or whose footnotes are missing, and,
 * unless
 * @overwrite, translations that were changed in the report since the file was written. A translation whose words did
 * not change is as far as it was, or as the file says where that is further; one that did, as the file says. (transfer
 * full), NULL on error.
 */
WmdImport *wmd_xliff_read (WmdSnapshot *report, const char *data, gsize length, gboolean overwrite, GError **error);

G_END_DECLS
