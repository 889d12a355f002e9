/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-file.h"
#include "typeset/painter.h"

G_BEGIN_DECLS

/* The structure of a tagged PDF file: a tree of headings, paragraphs, lists, contents, footnotes and links over the
 * marked pieces of the pages, in reading order.
 */
typedef struct _WmdPdfStructure WmdPdfStructure;

WmdPdfStructure *wmd_pdf_structure_new (WmdPages *pages);
void wmd_pdf_structure_free (WmdPdfStructure *self);

/* The number of the next marked piece of page @page (1-based), which belongs to @place. @type: its structure type. */
guint wmd_pdf_structure_mark (WmdPdfStructure *self, const WmdPlace *place, guint page, const char **type);

/* Makes the annotation @object of page @page part of the link at @place. Returns its key in the parent tree. */
guint wmd_pdf_structure_add_annotation (WmdPdfStructure *self, const WmdPlace *place, guint page, guint object);

/* Writes the tree. @page_objects (element-type guint): by page. Returns the number of its root. */
guint wmd_pdf_structure_write (WmdPdfStructure *self, WmdPdfFile *file, const GArray *page_objects);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPdfStructure, wmd_pdf_structure_free)

G_END_DECLS
