/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* What is missing until the report can be issued: a line for each edition, and a table of all texts in all languages.
 * Signal "part-activated" (int language): a row or an edition was chosen; the session has the part selected.
 */
#define WMD_TYPE_STATUS_VIEW (wmd_status_view_get_type ())
G_DECLARE_FINAL_TYPE (WmdStatusView, wmd_status_view, WMD, STATUS_VIEW, WmdPane)

G_END_DECLS
