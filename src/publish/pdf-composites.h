/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* One glyph of a composite, moved by @x and @y; lengths in units of the font. */
typedef struct
{
  guint32 glyph;
  gint16 x, y;
} WmdPdfComponent;

/* A glyph made of others; of none, when it is blank. */
typedef struct
{
  const WmdPdfComponent *components;
  guint n_components;
  guint16 advance;
} WmdPdfComposite;

/* The font file @face with @n_composites glyphs more, whose components are glyphs of @face. NULL when @face has no
 * TrueType outlines or is broken. (transfer full)
 */
hb_blob_t *wmd_pdf_composites_add (hb_face_t *face, const WmdPdfComposite *composites, guint n_composites);

G_END_DECLS
