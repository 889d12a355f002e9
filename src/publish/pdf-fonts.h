/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-composites.h"
#include "publish/pdf-file.h"
#include "typeset/fonts.h"

G_BEGIN_DECLS

/* The fonts of a PDF file: of every face only the glyphs used, each with the text it stands for, so that what is
 * copied from the file is what was written. First every glyph is told, then fonts are made while pages are painted.
 */
typedef struct _WmdPdfFonts WmdPdfFonts;

WmdPdfFonts *wmd_pdf_fonts_new (void);
void wmd_pdf_fonts_free (WmdPdfFonts *self);

/* The code that shows @glyph of @face. @text: what it stands for, not ended by NUL. @exact: whether the code says
 * so; where it does not, the page must. After wmd_pdf_fonts_start() only glyphs that were told before may be asked for.
 */
guint16 wmd_pdf_fonts_get_code (
    WmdPdfFonts *self, const WmdFace *face, guint32 glyph, const char *text, gsize n_bytes, gboolean *exact);

/* The same for a glyph that the font does not have, and that is made of some it has. */
guint16 wmd_pdf_fonts_get_composite_code (WmdPdfFonts *self,
                                          const WmdFace *face,
                                          const WmdPdfComposite *composite,
                                          const char *text,
                                          gsize n_bytes);

/* Whether glyphs of @face can be put together. */
gboolean wmd_pdf_fonts_can_compose (WmdPdfFonts *self, const WmdFace *face);

/* By how much the code of @glyph moves the pen, in thousandths of the size. */
double wmd_pdf_fonts_get_width (const WmdFace *face, guint32 glyph);

/* Begins to make the fonts, in threads of their own. */
void wmd_pdf_fonts_start (WmdPdfFonts *self);

/* Waits for the fonts, writes them to @file and appends the entries of a font resource dictionary to @resources:
 * "/F0 12 0 R", the name being "F" and the number of the face. FALSE when a font cannot be cut down to what is used.
 */
gboolean wmd_pdf_fonts_write (WmdPdfFonts *self, WmdPdfFile *file, GString *resources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPdfFonts, wmd_pdf_fonts_free)

G_END_DECLS
