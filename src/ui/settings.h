/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The application's settings; NULL where their schema is not installed, as when it runs from the build folder. A
 * window then begins with what the schema would say and remembers nothing. (transfer full)
 */
GSettings *wmd_settings_new (void);

G_END_DECLS
