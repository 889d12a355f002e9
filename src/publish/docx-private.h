/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/document-style.h"
#include "publish/emblem.h"
#include "publish/numbering.h"
#include "publish/package.h"
#include "publish/publish.h"

G_BEGIN_DECLS

/* Addresses that one member of the package links to; the place of each gives its relationship. */
typedef struct
{
  GPtrArray *addresses; /* (element-type utf8) */
} WmdDocxLinks;

/* What the members of one Office Open XML package are written from, and what the body leaves for the members that are
 * written after it.
 */
typedef struct
{
  WmdPublication *publication;
  const WmdPublishOptions *options;
  WmdLanguage language;
  const WmdGeometry *geometry;
  WmdPages *pages; /* for the page numbers of the contents; NULL where they cannot be set here */
  WmdNumbering *numberings[WMD_N_ITEM_KINDS];            /* of sections, numbered and lettered items; else NULL */
  gboolean foreign[WMD_N_ITEM_KINDS][WMD_N_LANGUAGES];   /* as in WmdOdt */
  GHashTable *bookmarks; /* (element-type utf8 guint) numbers of the headings, from 1, by the id of the item */
  WmdEmblem *emblem;
  GPtrArray *notes; /* (element-type utf8) footnotes in order: the sign that marks it, empty for a number, a tab, the markup */
  guint n_lists;    /* lists that begin again */
  WmdDocxLinks links;
  WmdDocxLinks note_links;
} WmdDocx;

/* --- members of the package --- */

void wmd_docx_write_document (WmdDocx   *docx,
                              GsfXMLOut *xml);
void wmd_docx_write_notes (WmdDocx   *docx,
                           GsfXMLOut *xml);
void wmd_docx_write_styles (WmdDocx   *docx,
                            GsfXMLOut *xml);
void wmd_docx_write_numbering (WmdDocx   *docx,
                               GsfXMLOut *xml);
void wmd_docx_write_header_odd (WmdDocx   *docx,
                                GsfXMLOut *xml);
void wmd_docx_write_header_even (WmdDocx   *docx,
                                 GsfXMLOut *xml);
void wmd_docx_write_header_first (WmdDocx   *docx,
                                  GsfXMLOut *xml);
void wmd_docx_write_footer_odd (WmdDocx   *docx,
                                GsfXMLOut *xml);
void wmd_docx_write_footer_even (WmdDocx   *docx,
                                 GsfXMLOut *xml);
void wmd_docx_write_footer_first (WmdDocx   *docx,
                                  GsfXMLOut *xml);

/* --- their parts --- */

void wmd_docx_write_emblem (const WmdDocx *docx,
                            GsfXMLOut     *xml);
void wmd_docx_write_section (const WmdDocx *docx,
                             GsfXMLOut     *xml,
                             gboolean       first);

/* --- elements --- */

/* Begins a document element with the namespaces of the format; wmd_xml_end() ends it. */
void wmd_docx_start_document (GsfXMLOut  *xml,
                              const char *name);

/* <name w:val="value"/>; lengths are in twentieths of a point. */
void wmd_docx_value (GsfXMLOut  *xml,
                     const char *name,
                     const char *value);
void wmd_docx_number (GsfXMLOut  *xml,
                      const char *name,
                      int         value);
void wmd_docx_add_length (GsfXMLOut  *xml,
                          const char *attribute,
                          double      points);

/* The identifier of a style: its name without spaces. (transfer full) */
char *wmd_docx_dup_style_id (const char *name);

/* <w:p> in a style; wmd_xml_end() ends it. */
void wmd_docx_start_paragraph (GsfXMLOut *xml,
                               guint      style);

/* The style of an item, whose text may be of another language than the edition. (transfer full) */
char *wmd_docx_dup_item_style (const WmdDocx *docx,
                               const WmdItem *item);

/* Identifier of the numbering that the style of a kind has; those of lists that begin again follow them. */
guint wmd_docx_get_numbering (WmdItemKind kind);

/* --- text --- */

/* A run of plain text in a character style (nullable). */
void wmd_docx_write_run (const WmdDocx *docx,
                         GsfXMLOut     *xml,
                         const char    *text,
                         const char    *style);

/* What is between the two is what the field shows until it is updated. */
void wmd_docx_start_field (GsfXMLOut  *xml,
                           const char *instruction);
void wmd_docx_end_field (GsfXMLOut *xml);

/* A field and what it shows until it is updated. */
void wmd_docx_write_field (GsfXMLOut  *xml,
                           const char *instruction,
                           const char *shown);

/* Running text. @in_note: of a footnote, which has no notes. */
void wmd_docx_write_inline (WmdDocx         *docx,
                            GsfXMLOut       *xml,
                            const WmdInline *content,
                            gboolean         in_note);

/* A footnote of which the mark is a sign of its own. */
void wmd_docx_write_signed_note (WmdDocx         *docx,
                                 GsfXMLOut       *xml,
                                 const WmdInline *content,
                                 const char      *sign);

G_END_DECLS
