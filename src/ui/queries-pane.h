/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* The open queries of the whole report, under the name of each respondent. Hidden while there is none. */
#define WMD_TYPE_QUERIES_PANE (wmd_queries_pane_get_type ())
G_DECLARE_FINAL_TYPE (WmdQueriesPane, wmd_queries_pane, WMD, QUERIES_PANE, WmdPane)

G_END_DECLS
