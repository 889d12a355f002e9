/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-fonts.h"
#include "publish/pdf-structure.h"

G_BEGIN_DECLS

/* Where a link can be seen on a page. */
typedef struct
{
  WmdPlace place;
  GArray *boxes; /* (element-type WmdPdfRectangle), one a line */
} WmdPdfLink;

typedef struct
{
  double x0, y0, x1, y1; /* lower left, upper right, from the lower left corner of the page */
} WmdPdfRectangle;

/* What one page shows. */
typedef struct
{
  GString *stream;  /* its content stream */
  GPtrArray *links; /* (element-type WmdPdfLink) */
} WmdPdfContent;

/* Tells @fonts every glyph of the page. */
void wmd_pdf_content_collect (WmdPages *pages, guint page, WmdPdfFonts *fonts);

/* (transfer full) */
WmdPdfContent *wmd_pdf_content_new (WmdPages *pages, guint page, WmdPdfFonts *fonts, WmdPdfStructure *structure);
void wmd_pdf_content_free (WmdPdfContent *self);

/* Names of resources that content streams use beside fonts. */
#define WMD_PDF_COLOR_SPACE "C"
#define WMD_PDF_IMAGE "E"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPdfContent, wmd_pdf_content_free)

G_END_DECLS
