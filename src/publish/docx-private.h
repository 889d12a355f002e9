/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/comparison.h"
#include "publish/document-style.h"
#include "publish/numbering.h"
#include "publish/package.h"
#include "publish/publish.h"

G_BEGIN_DECLS

/* Addresses that one member of the package links to; the place of each gives its relationship. */
typedef struct
{
  GPtrArray *addresses; /* (element-type utf8) */
} WmdDocxLinks;

/* What happened to something between the older state and the newer one. */
typedef enum
{
  WMD_DOCX_KEPT,
  WMD_DOCX_INSERTED,
  WMD_DOCX_DELETED,
} WmdDocxChange;

/* A paragraph of the body beside what it was; one of the two items may be NULL. */
typedef struct
{
  const WmdItem *older, *newer;
  WmdDocxChange change;           /* of the words */
  WmdDocxChange mark;             /* of the end of the paragraph */
  guint older_shape, newer_shape; /* the paragraphs whose items give it its properties: nearly always itself */
  guint older_list, newer_list;   /* which of the lists that begin again, from 1; 0 for none */
  guint bookmark;                 /* number of a heading; 0 for others */
} WmdDocxParagraph;

/* What the members of one Office Open XML package are written from, and what the body leaves for the members that are
 * written after it.
 */
typedef struct
{
  WmdPublication *publication;
  WmdPublication *older; /* the state that changes are told from: the publication itself where none are */
  const WmdPublishOptions *options;
  WmdLanguage language;
  WmdLanguage text_language; /* of what is written now: another where the text is not held in that of the edition */
  const WmdGeometry *geometry;
  WmdPages *pages, *older_pages; /* for the page numbers of the contents; NULL where they cannot be set here */
  GArray *paragraphs;            /* (element-type WmdDocxParagraph) */
  WmdNumbering *numberings[WMD_N_ITEM_KINDS];          /* of sections, numbered and lettered items; else NULL */
  gboolean foreign[WMD_N_ITEM_KINDS][WMD_N_LANGUAGES]; /* as in WmdOdt */
  GHashTable *bookmarks,
      *older_bookmarks;              /* (element-type utf8 guint) of the headings of both, by the id of the item */
  const WmdEmblem *emblem;           /* was read; NULL where its place stays empty */
  WmdFigure *figures[WMD_N_FIGURES]; /* of the first page; NULL where not known */
  GBytes *pictures[WMD_N_FIGURES];   /* the figures in PNG */
  GPtrArray *notes;                  /* footnotes in the order of their marks */
  guint n_lists;                     /* lists that begin again */
  guint n_annotations;               /* bookmarks and changes, whose numbers differ */
  gboolean in_new_paragraph;         /* what is written belongs to a paragraph that is inserted as a whole */
  WmdDocxLinks links;
  WmdDocxLinks note_links;
} WmdDocx;

/* --- members of the package --- */

void wmd_docx_write_document (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_notes (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_styles (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_numbering (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_header_odd (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_header_even (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_header_first (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_footer_odd (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_footer_even (WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_footer_first (WmdDocx *docx, GsfXMLOut *xml);

/* --- their parts --- */

void wmd_docx_write_section (const WmdDocx *docx, GsfXMLOut *xml, gboolean first);

/* Masthead, session and agenda item. */
void wmd_docx_write_first_page (WmdDocx *docx, GsfXMLOut *xml);

/* --- pictures --- */

/* In a paragraph: emblem of the masthead, and what the foot of the first page has; nothing where they are not known. */
void wmd_docx_write_emblem (const WmdDocx *docx, GsfXMLOut *xml);
void wmd_docx_write_figures (const WmdDocx *docx, GsfXMLOut *xml);

/* How the first footer refers to the member with a figure, and where that is, from the folder of the footer. */
const char *wmd_docx_get_figure_relationship (WmdFigureId id);
const char *wmd_docx_get_figure_path (WmdFigureId id);

/* A figure that is there, in PNG; NULL on error. (transfer full) */
GBytes *wmd_docx_draw_figure (const WmdDocx *docx, WmdFigureId id, GError **error);

/* --- tables --- */

/* What is between the margins, in points. */
double wmd_docx_get_measure (const WmdDocx *docx);

/* <w:tbl> of that width; wmd_xml_end() ends it. */
void wmd_docx_start_table (const WmdDocx *docx, GsfXMLOut *xml, const double *columns, guint n_columns);
void wmd_docx_write_width (GsfXMLOut *xml, const char *element, double width);
void wmd_docx_write_border (GsfXMLOut *xml, const char *side, const char *size);

/* --- elements --- */

/* Begins a document element with the namespaces of the format; wmd_xml_end() ends it. */
void wmd_docx_start_document (GsfXMLOut *xml, const char *name);

/* <name w:val="value"/>; lengths are in twentieths of a point. */
void wmd_docx_value (GsfXMLOut *xml, const char *name, const char *value);
void wmd_docx_number (GsfXMLOut *xml, const char *name, int value);
void wmd_docx_add_length (GsfXMLOut *xml, const char *attribute, double points);

/* The identifier of a style: its name without spaces. (transfer full) */
char *wmd_docx_dup_style_id (const char *name);

/* <w:p> in a style; wmd_xml_end() ends it. */
void wmd_docx_start_paragraph (GsfXMLOut *xml, guint style);

/* The style of an item, whose text may be of another language than the edition. (transfer full) */
char *wmd_docx_dup_item_style (const WmdDocx *docx, const WmdItem *item);

/* TRUE when Word makes the labels of the style; FALSE when they are written as text. */
gboolean wmd_docx_makes_labels (const WmdDocx *docx, guint id);

/* <w:numPr> of a paragraph of @kind. @list: which of the lists of letters, that begin again, it is in; 0 for the
 * numbering that the style of the kind has.
 */
void wmd_docx_write_numbering_reference (GsfXMLOut *xml, WmdItemKind kind, guint list);

/* --- changes --- */

/* Finds the paragraphs, and numbers what is numbered in them. */
void wmd_docx_prepare_paragraphs (WmdDocx *docx);

/* What is, or else what was. */
const WmdItem *wmd_docx_paragraph_get_item (const WmdDocxParagraph *self);

/* Round runs that came or went; nothing round those that stayed. */
void wmd_docx_start_change (WmdDocx *docx, GsfXMLOut *xml, WmdDocxChange change);
void wmd_docx_end_change (GsfXMLOut *xml, WmdDocxChange change);

/* In the properties of a paragraph: what became of its end. */
void wmd_docx_write_mark (WmdDocx *docx, GsfXMLOut *xml, WmdDocxChange change);

/* Round the properties that something had before: @change is "w:pPrChange" for the @properties "w:pPr". */
void wmd_docx_start_former (WmdDocx *docx, GsfXMLOut *xml, const char *change, const char *properties);
void wmd_docx_end_former (GsfXMLOut *xml);

/* --- text --- */

/* A stretch of text over which nothing changes. Borrows. */
typedef struct
{
  const char *text;
  gsize length;      /* bytes */
  const char *style; /* character style; NULL for none */
  guint styles;      /* as in WmdInlineRun */
  const char *link;  /* address; NULL for none */
  const char *note;  /* markup of a footnote, of which text is the placeholder; NULL for text */
  const char *sign;  /* the mark of the footnote where it is not counted; NULL where it is */
} WmdDocxRun;

/* A text (element-type WmdDocxRun), to which runs are added; what is NULL adds nothing. (transfer full) */
GArray *wmd_docx_text_new (void);
void wmd_docx_text_add (GArray *self, const char *text, const char *style);
void wmd_docx_text_add_part (GArray *self, const char *text, gsize length, const char *style);
void wmd_docx_text_add_inline (GArray *self, const WmdInline *content, gboolean with_notes);
void wmd_docx_text_add_note (GArray *self, const WmdInline *content, const char *sign);

/* A text beside what it was; @older or @newer is NULL where there was or is none, both are the same where nothing was
 * compared. @links: of the member that is written.
 */
void wmd_docx_write_text (WmdDocx *docx, GsfXMLOut *xml, WmdDocxLinks *links, const GArray *older, const GArray *newer);

/* The same of plain text in a character style (nullable). */
void wmd_docx_write_line (WmdDocx *docx, GsfXMLOut *xml, const char *older, const char *newer, const char *style);

/* A paragraph that is such a line. */
void wmd_docx_write_line_paragraph (WmdDocx *docx, GsfXMLOut *xml, guint style, const char *older, const char *newer);

/* What is between the two is what the field shows until it is updated. */
void wmd_docx_start_field (WmdDocx *docx, GsfXMLOut *xml, const char *instruction, WmdDocxChange change);
void wmd_docx_end_field (WmdDocx *docx, GsfXMLOut *xml, WmdDocxChange change);
void wmd_docx_write_number (WmdDocx *docx, GsfXMLOut *xml, const char *number, WmdDocxChange change);

/* A field that did not change, and what it shows until it is updated. */
void wmd_docx_write_field (WmdDocx *docx, GsfXMLOut *xml, const char *instruction, const char *shown);

/* --- footnotes --- */

/* The mark of the footnote of @run, inside of the elements of the change. @former (nullable): what the note was. */
void wmd_docx_write_note_call (WmdDocx *docx,
                               GsfXMLOut *xml,
                               const WmdDocxRun *run,
                               const WmdDocxRun *former,
                               WmdDocxChange change);
void wmd_docx_note_free (gpointer data);

G_END_DECLS
