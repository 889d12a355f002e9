/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* Switches between the six variants of the selected part; the original one is marked. */
#define WMD_TYPE_LANGUAGE_BAR (wmd_language_bar_get_type ())
G_DECLARE_FINAL_TYPE (WmdLanguageBar, wmd_language_bar, WMD, LANGUAGE_BAR, WmdPane)

G_END_DECLS
