/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* The queries to the respondent of the selected reply. Hidden while no reply is selected. */
#define WMD_TYPE_QUERY_GROUP (wmd_query_group_get_type ())
G_DECLARE_FINAL_TYPE (WmdQueryGroup, wmd_query_group, WMD, QUERY_GROUP, WmdPane)

G_END_DECLS
