/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/publish.h"

G_BEGIN_DECLS

/* @publication as an Akoma Ntoso 3.0 document after the profile of the United Nations. (transfer full), NULL on error. */
GBytes *wmd_akn_write (WmdPublication          *publication,
                       const WmdPublishOptions *options,
                       GCancellable            *cancellable,
                       GError                 **error);

G_END_DECLS
