/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says which page of how many is seen in a page view, and leads to the one before and after.
 * Property "view" (WmdPageView, nullable): that view.
 */
#define WMD_TYPE_PAGE_STEPPER (wmd_page_stepper_get_type ())
G_DECLARE_FINAL_TYPE (WmdPageStepper, wmd_page_stepper, WMD, PAGE_STEPPER, AdwBin)

G_END_DECLS
