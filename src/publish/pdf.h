/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/publish.h"

G_BEGIN_DECLS

/* The pages of @publication as a tagged PDF file. (transfer full), NULL on error. */
GBytes *wmd_pdf_write (WmdPublication          *publication,
                       const WmdPublishOptions *options,
                       GCancellable            *cancellable,
                       GError                 **error);

/* The same of pages that are already set, in whatever thread. @date: seconds since 1970. (transfer full) */
GBytes *wmd_pdf_write_pages (WmdPages     *pages,
                             gint64        date,
                             GCancellable *cancellable,
                             GError      **error);

G_END_DECLS
