/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Appends @node as canonical JSON: members in the order in which the object has them, two spaces of indent
 * a level, empty containers as {} and [], only what must be escaped escaped. @depth: levels to indent by.
 */
void wmd_json_write (GString  *out,
                     JsonNode *node,
                     guint     depth);

G_END_DECLS
