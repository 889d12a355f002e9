/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/archive.h"
#include "exchange/passage-builder.h"
#include "exchange/passage-remarks.h"

G_BEGIN_DECLS

/* The text of a whole document from a word processor. */
typedef struct
{
  GPtrArray *blocks;     /* (element-type WmdBlock) */
  GPtrArray *findings;   /* (element-type WmdFinding): what it has and the blocks do not, or have otherwise */
  GPtrArray *letterhead; /* (element-type utf8): what stands round the text, and is not part of it */
} WmdDocument;

void wmd_document_free (WmdDocument *self);

/* Read DOCX, which Word and others write, and OpenDocument texts. Deletions that were tracked are left out, insertions
 * kept. Nothing is unpacked to a disk, no address followed. NULL, with an error of WMD_IMPORT_ERROR, for what is
 * damaged, encrypted or too large. (transfer full)
 */
WmdDocument *wmd_document_read_docx (WmdArchive   *archive,
                                     GCancellable *cancellable,
                                     GError      **error);
WmdDocument *wmd_document_read_odt (WmdArchive   *archive,
                                    GCancellable *cancellable,
                                    GError      **error);

/* --- for the readers --- */

/* Sets the error of a file that is of the right kind, but no text: a spreadsheet, say. */
void wmd_document_set_no_text (GError **error);

/* What a reader makes. */
typedef struct
{
  WmdPassageBuilder *builder;
  WmdPassageRemarks *remarks;
  GPtrArray *letterhead; /* (element-type utf8) */
  GCancellable *cancellable;
  gboolean stopped; /* cancelled, or there are too many blocks: nothing more is read */
} WmdDocumentMaker;

void wmd_document_maker_init (WmdDocumentMaker *self,
                              GCancellable     *cancellable);
void wmd_document_maker_clear (WmdDocumentMaker *self);

/* Appends text of a document; soft hyphens, which say where a line may end, are no text. */
void wmd_document_maker_add_text (WmdDocumentMaker *self,
                                  const char       *text,
                                  const WmdLook    *look);

/* A line ends inside a paragraph. */
void wmd_document_maker_break_line (WmdDocumentMaker *self,
                                    const WmdLook    *look);

/* Notices something here. */
void wmd_document_maker_remark (WmdDocumentMaker *self,
                                WmdPassageRemark  kind,
                                const char       *words);

/* Notices what stands beside the text: on a page header, in a text box. @words is taken. */
void wmd_document_maker_take_letterhead (WmdDocumentMaker *self,
                                         WmdPassageRemark  kind,
                                         char             *words);

/* Ends the block that is open. @position: of the item that it is, from 1 on, as the document counts; 0 where nothing is
 * counted, -1 where it is counted in marks that a report does not have.
 */
void wmd_document_maker_end_block (WmdDocumentMaker *self,
                                   int               position);

/* FALSE, with an error, when reading was stopped or nothing was read. */
WmdDocument *wmd_document_maker_finish (WmdDocumentMaker *self,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdDocument, wmd_document_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmdDocumentMaker, wmd_document_maker_clear)

G_END_DECLS
