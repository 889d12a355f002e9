/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-fonts.h"

G_BEGIN_DECLS

/* Texts longer than this are left for the page to tell. */
#define WMD_PDF_MAX_TEXT 22

/* One glyph as it stands for one text. */
typedef struct
{
  guint32 glyph; /* of the face; of the composites, when composite is set */
  gboolean composite;
  guint16 code;
  guint8 n_bytes;
  char text[WMD_PDF_MAX_TEXT];
  guint next; /* use of the same glyph, and 1; 0 for none */
} WmdPdfUse;

/* One face. */
typedef struct
{
  const WmdFace *face;
  gboolean cff;
  guint16 *cids;              /* by glyph; NULL where codes are numbered by use */
  guint *first;               /* by glyph: its first use, and 1 */
  GArray *uses;               /* (element-type WmdPdfUse) */
  GArray *composites;         /* (element-type WmdPdfComposite), components owned */
  GHashTable *composite_uses; /* GBytes, all that is asked of a composite → its use, and 1 */
  GThread *thread;            /* makes what follows */
  GBytes *program;            /* compressed */
  gsize length;               /* of the program as it was */
  guint16 *glyphs;            /* in the program, by code; NULL for CFF */
} WmdPdfFont;

/* Makes the program with the glyphs used, in a thread of its own; it stays NULL when it cannot be made. For
 * g_thread_new(): @font is a WmdPdfFont.
 */
gpointer wmd_pdf_font_make_program (gpointer font);

/* Writes the objects of a font whose program is made. Returns the number of the font. */
guint wmd_pdf_font_write (WmdPdfFont *self, WmdPdfFile *file);

G_END_DECLS
