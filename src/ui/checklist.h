/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* What the resolution asks of the report, and how each request stands. Hidden while the resolution is not known. */
#define WMD_TYPE_CHECKLIST (wmd_checklist_get_type ())
G_DECLARE_FINAL_TYPE (WmdChecklist, wmd_checklist, WMD, CHECKLIST, WmdPane)

G_END_DECLS
