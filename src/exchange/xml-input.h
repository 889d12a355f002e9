/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* An attribute by its local name, whatever its namespace, which differs between the versions of one format.
 * (transfer full) (nullable)
 */
char *wmd_input_dup_attribute (const xmlNode *node, const char *name);

G_END_DECLS
