/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The application: one window per report, one file in one window. */
#define WMD_TYPE_APPLICATION (wmd_application_get_type ())
G_DECLARE_FINAL_TYPE (WmdApplication, wmd_application, WMD, APPLICATION, AdwApplication)

WmdApplication *wmd_application_new (void);

G_END_DECLS
