/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-content.h"
#include "typeset/painter.h"

G_BEGIN_DECLS

/* The painter of one page. */
typedef struct
{
  WmdPainter painter;
  WmdPages *pages;
  WmdPdfFonts *fonts;
  WmdPdfStructure *structure;
  WmdPdfContent *content;
  GString *stream; /* of it */
  guint page;
  double height;
  GArray *glyphs; /* (element-type WmdPdfGlyph) of the fragment at hand */

  /* The state of the content stream. */
  WmdPlace place;
  gboolean marked;  /* inside marked content */
  gboolean in_text; /* inside a text object */
  const WmdFace *face;
  double size, spacing, rise;
  WmdInk ink;
} WmdPdfWriter;

/* --- the stream --- */

void wmd_pdf_writer_append (WmdPdfWriter *self, const double *numbers, guint n_numbers, const char *operator);

/* An operator with its operands. */
#define WMD_PDF_APPEND(self, operator, ...)                                                                            \
  wmd_pdf_writer_append (self, (const double[]){ __VA_ARGS__ },                                                        \
                         sizeof ((const double[]){ __VA_ARGS__ }) / sizeof (double), operator)

/* Begins a piece of the place at hand. @words (nullable): what it says, where its glyphs do not say it themselves. */
void wmd_pdf_writer_begin_marked (WmdPdfWriter *self, const char *words);
void wmd_pdf_writer_ensure_marked (WmdPdfWriter *self);
void wmd_pdf_writer_end_marked (WmdPdfWriter *self);

/* --- text --- */

/* Shows the glyphs at hand, which are those of @fragment, from the lower left corner of the page. */
void wmd_pdf_writer_show (WmdPdfWriter *self, const WmdText *text, const WmdFragment *fragment, double x, double y);
void wmd_pdf_writer_end_text (WmdPdfWriter *self);

/* --- links --- */

/* Notes where @fragment can be seen, if the place at hand leads somewhere; from the upper left corner of the page. */
void wmd_pdf_writer_add_link (WmdPdfWriter *self, const WmdFragment *fragment, double x, double y);

G_END_DECLS
