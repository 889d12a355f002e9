/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/document-style.h"
#include "publish/numbering.h"
#include "publish/package.h"
#include "publish/publish.h"

G_BEGIN_DECLS

/* The text style of digits and signs in Arabic. */
#define WMD_ODT_SIGNS "Digits_20_and_20_Signs"

/* What the members of one OpenDocument package are written from. */
typedef struct
{
  WmdPublication *publication;
  const WmdPublishOptions *options;
  WmdLanguage language;
  const WmdGeometry *geometry;
  const WmdEmblem *emblem;                    /* was read; NULL where its place stays empty */
  WmdFigure *figures[WMD_N_FIGURES];          /* of the first page; NULL where not known */
  WmdNumbering *numberings[WMD_N_ITEM_KINDS]; /* of sections, numbered and lettered items; NULL for other kinds */
  /* The styles that text of another language than the edition is in, each with a style of that language. */
  gboolean foreign[WMD_N_DOCUMENT_STYLES][WMD_N_LANGUAGES];
} WmdOdt;

/* Begins a document element with the namespaces of the format; wmd_xml_end() ends it. */
void wmd_odt_start_document (GsfXMLOut *xml, const char *name);

/* --- members of the package --- */

void wmd_odt_write_styles (const WmdOdt *odt, GsfXMLOut *xml);
void wmd_odt_write_content (const WmdOdt *odt, GsfXMLOut *xml);

/* --- their parts --- */

void wmd_odt_write_fonts (GsfXMLOut *xml);
void wmd_odt_write_frame_styles (GsfXMLOut *xml);
/* Name of the emblem's member of the package. (transfer full) */
char *wmd_odt_dup_emblem_path (const WmdOdt *odt);
void wmd_odt_write_emblem (const WmdOdt *odt, GsfXMLOut *xml);
/* The members of the package that hold the figures of the first page. */
const char *wmd_odt_get_figure_path (WmdFigureId id);
void wmd_odt_write_figures (const WmdOdt *odt, GsfXMLOut *xml);
void wmd_odt_write_watermark (const WmdOdt *odt, GsfXMLOut *xml);
void wmd_odt_write_paragraph_styles (const WmdOdt *odt, GsfXMLOut *xml);
void wmd_odt_write_page_layouts (const WmdOdt *odt, GsfXMLOut *xml);
void wmd_odt_write_master_pages (const WmdOdt *odt, GsfXMLOut *xml);

/* The automatic styles of the content, which are those of the tables. */
void wmd_odt_write_table_styles (const WmdOdt *odt, GsfXMLOut *xml);
/* <table:table-cell> in such a style; wmd_xml_end() ends it. */
void wmd_odt_start_cell (GsfXMLOut *xml, const char *style);
/* Masthead, session and agenda item. */
void wmd_odt_write_first_page (const WmdOdt *odt, GsfXMLOut *xml);

/* --- styles --- */

/* A name as it is written in files: with spaces as _20_. (transfer full) */
char *wmd_odt_dup_name (const char *display);

/* Paragraph style of an item, whose text may be of another language than the edition. (transfer full) */
char *wmd_odt_dup_item_style (const WmdOdt *odt, const WmdItem *item);
/* The same of the style @id of documents. (transfer full) */
char *wmd_odt_dup_style (const WmdOdt *odt, guint id, WmdLanguage language);

/* TRUE when readers make the labels of the style; FALSE when they are written as text. */
gboolean wmd_odt_makes_labels (const WmdOdt *odt, guint id);

/* <text:p> in the style; wmd_xml_end() ends it. */
void wmd_odt_start_paragraph (GsfXMLOut *xml, guint style);

/* Such a paragraph of the edition that is @text; NULL leaves it empty. */
void wmd_odt_write_line (const WmdOdt *odt, GsfXMLOut *xml, guint style, const char *text);

/* Attributes that say in which language text is. */
void wmd_odt_add_language (GsfXMLOut *xml, WmdLanguage language);

/* By side, since LibreOffice takes "start" for left in every direction. */
const char *wmd_odt_get_alignment (WmdAlign align, WmdLanguage language);
const char *wmd_odt_get_direction (WmdLanguage language);

/* --- text --- */

/* Text of the edition in which a space after a space is an element, and so are tabs and line ends; digits and signs
 * among Arabic have a style.
 */
void wmd_odt_write_text (const WmdOdt *odt, GsfXMLOut *xml, const char *text);

/* Running text in @language: spans, links and notes. @n_notes (nullable): counts the notes; NULL inside of one. */
void wmd_odt_write_inline (const WmdOdt *odt,
                           GsfXMLOut *xml,
                           const WmdInline *content,
                           WmdLanguage language,
                           guint *n_notes);

/* A footnote: @mark is a number, which readers count, or a sign of its own. */
void wmd_odt_write_note (const WmdOdt *odt,
                         GsfXMLOut *xml,
                         const WmdInline *content,
                         WmdLanguage language,
                         const char *id,
                         const char *mark);

G_END_DECLS
