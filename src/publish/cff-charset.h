/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The character identifiers of a CFF font that has them (a "CID-keyed" one, as Chinese fonts are), by glyph: a PDF
 * file names the glyphs of such a font by them. @data: the table "CFF ". (transfer full), NULL for a font without them
 * or a table that cannot be read.
 */
guint16 *wmd_cff_get_cids (const guint8 *data, gsize size, guint n_glyphs);

G_END_DECLS
