/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define WMD_JSON_MAX_BYTES (64 * 1024 * 1024)
#define WMD_JSON_MAX_VALUES (4 * 1024 * 1024)
#define WMD_JSON_MAX_DEPTH 64

/* The value of @data, which has to be exactly one JSON document (RFC 8259) in UTF-8 that any reader understands
 * the same way: no byte order mark, no U+0000, no lone surrogate, no member given twice, integers within ±2^53,
 * fractions that a double holds, and within the limits above. (transfer full), NULL on error.
 * Errors: WMD_STORE_ERROR_TOO_LARGE, _ENCODING, _SYNTAX, with line and column.
 */
JsonNode *wmd_json_parse (const char *data, gsize length, GError **error);

G_END_DECLS
