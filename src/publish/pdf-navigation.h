/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-content.h"

G_BEGIN_DECLS

/* What leads from one place of a PDF file to another: bookmarks, names of headings, links. */

/* Bookmarks of sections, replies and their headings. Returns the number of the outline, 0 when there are none. */
guint wmd_pdf_write_outline (WmdPdfFile *file, WmdPages *pages, const GArray *page_objects);

/* The headings by the names of their items. Returns the number of a name tree, 0 when there are none. */
guint wmd_pdf_write_destinations (WmdPdfFile *file, WmdPages *pages, const GArray *page_objects);

/* Link annotations of one page. Appends references to them to @references. */
void wmd_pdf_write_links (WmdPdfFile *file,
                          WmdPages *pages,
                          guint page,
                          const WmdPdfContent *content,
                          WmdPdfStructure *structure,
                          GString *references);

G_END_DECLS
