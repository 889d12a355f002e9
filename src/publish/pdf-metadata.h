/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"
#include "publish/pdf-file.h"

G_BEGIN_DECLS

/* Both say the same: the information dictionary for old readers, the metadata stream for the others. @date: seconds
 * since 1970. They return the number of their object.
 */
guint wmd_pdf_write_info (WmdPdfFile *file, const WmdPublication *publication, gint64 date);
guint wmd_pdf_write_metadata (WmdPdfFile *file, const WmdPublication *publication, gint64 date);

G_END_DECLS
