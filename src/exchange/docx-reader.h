/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/docx-fields.h"
#include "exchange/docx-parts.h"
#include "exchange/docx-private.h"
#include "exchange/passage-document.h"

G_BEGIN_DECLS

/* What an element hands down to those in it. */
typedef struct
{
  WmdDocxLooks style; /* of the paragraph */
  WmdLook look;       /* of the run; the link also of what is round it */
  const char *font;   /* of the run; NULL where it is not named */
} WmdDocxContext;

typedef struct
{
  WmdDocumentMaker maker;
  WmdArchive *archive; /* borrowed */
  GHashTable *styles;
  WmdDocxNumbering *numbering;
  WmdDocxFields *fields;
  GHashTable *relations;         /* of the part that is read */
  GPtrArray *documents;          /* (element-type WmdXmlDocument): parts that are held */
  GHashTable *notes;             /* "footnoteReference 2" → xmlNode: footnotes that were not called yet */
  GHashTable *note_relations[2]; /* of footnotes, of endnotes; NULL */
  GHashTable *margins;           /* set of paths: page headers and footers that were read */
  gboolean in_note;
  gboolean at_mark; /* what follows in the run is the mark of a footnote */
  GError *error;    /* the first */
} WmdDocxReader;

typedef void (*WmdDocxReadFunc) (WmdDocxReader        *self,
                                 const xmlNode        *node,
                                 const WmdDocxContext *context);

/* What is done with an element. */
typedef struct
{
  WmdOoxmlSpace space;
  const char *name; /* NULL: the end of the table */
  WmdDocxReadFunc read;
} WmdDocxElement;

extern const WmdDocxElement wmd_docx_text_elements[];
extern const WmdDocxElement wmd_docx_note_elements[];
extern const WmdDocxElement wmd_docx_left_out_elements[];
extern const WmdDocxElement wmd_docx_paragraph_elements[];

/* --- passage-docx.c --- */

void wmd_docx_read_children (WmdDocxReader        *self,
                             const xmlNode        *node,
                             const WmdDocxContext *context);

/* The root of a part that @relations name; NULL when they do not, or with an error. Held by the reader. */
xmlNode *wmd_docx_read_part (WmdDocxReader *self,
                             GHashTable    *relations,
                             const char    *type);

/* What the relation that @node names leads to; NULL when it names none. */
const WmdDocxRelation *wmd_docx_follow (WmdDocxReader *self,
                                        const xmlNode *node);

/* --- docx-text.c --- */

/* Text here is no code of a field, nor in a table of contents. */
gboolean wmd_docx_is_seen (WmdDocxReader *self);

/* --- docx-notes.c --- */

/* Finds the footnotes of a part, which are called by elements named @call; @index: of their relations. */
void wmd_docx_list_notes (WmdDocxReader *self,
                          const char    *type,
                          const char    *element,
                          const char    *call,
                          guint          index);

/* --- docx-left-out.c --- */

/* Notices that the words in @node are not taken over. */
void wmd_docx_leave_out (WmdDocxReader   *self,
                         const xmlNode   *node,
                         WmdPassageRemark kind);

G_END_DECLS
