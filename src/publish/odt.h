/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/publish.h"

G_BEGIN_DECLS

/* @publication as an OpenDocument text (ODF 1.3). (transfer full), NULL on error. */
GBytes *wmd_odt_write (WmdPublication          *publication,
                       const WmdPublishOptions *options,
                       GCancellable            *cancellable,
                       GError                 **error);

G_END_DECLS
