/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-fonts.h"
#include "typeset/text.h"

G_BEGIN_DECLS

/* A glyph as a page shows it. */
typedef struct
{
  guint16 code;
  float x, y;    /* of its origin: from the left of the column, above the baseline */
  double width;  /* by which its code moves the pen, in thousandths of the size */
  guint n_words; /* glyphs, from this one on, that show the words together; 0 where the code says what it shows */
  const char *words;
  gsize n_bytes;
} WmdPdfGlyph;

/* Where a fragment stands. */
typedef enum
{
  WMD_PDF_RTL_PAGES = 1 << 0, /* on pages that read from right to left */
  WMD_PDF_LABEL = 1 << 1,     /* before a text in the same line */
} WmdPdfPosition;

/* Fills @glyphs (element-type WmdPdfGlyph) with what @fragment shows, in the order of the text. */
void wmd_pdf_glyphs_list (
    WmdPdfFonts *fonts, const WmdText *text, const WmdFragment *fragment, WmdPdfPosition position, GArray *glyphs);

G_END_DECLS
