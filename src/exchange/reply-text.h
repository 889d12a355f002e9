/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The plain text of a file in any encoding: that which its first bytes tell, else UTF-8, else the one that it is most
 * likely in, whose name is then @encoding (out). NULL, with an error of WMD_IMPORT_ERROR, when it is no text.
 * (transfer full)
 */
char *wmd_reply_decode_text (GBytes  *bytes,
                             char   **encoding,
                             GError **error);

G_END_DECLS
