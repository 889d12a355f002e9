/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/odt-styles.h"
#include "exchange/passage-document.h"

G_BEGIN_DECLS

/* What an element hands down to those in it. */
typedef struct
{
  gboolean in_paragraph;
  guint looks;      /* bits of WmdOdtLook */
  const char *link; /* NULL outside of links */
  WmdOdtList *list; /* that is open; NULL outside of lists */
  guint level;      /* of its items, from 1 on */
} WmdOdtContext;

typedef struct
{
  WmdDocumentMaker maker;
  WmdOdtStyles *styles;
  GHashTable *insertions; /* set of ids of tracked changes */
  guint n_inserted;       /* insertions that are open */
  gboolean in_note;

  /* Of the next paragraph. */
  WmdBlockKind kind;
  int position; /* as of wmd_document_maker_end_block() */
} WmdOdtReader;

typedef void (*WmdOdtReadFunc) (WmdOdtReader        *self,
                                const xmlNode       *node,
                                const WmdOdtContext *context);

/* What is done with an element. */
typedef struct
{
  WmdOdfSpace space;
  const char *name;    /* NULL: all others */
  WmdOdtReadFunc read; /* NULL: the end of the table */
} WmdOdtElement;

extern const WmdOdtElement wmd_odt_text_elements[];
extern const WmdOdtElement wmd_odt_paragraph_elements[];
extern const WmdOdtElement wmd_odt_left_out_elements[];

/* --- passage-odt.c --- */

void wmd_odt_read_children (WmdOdtReader        *self,
                            const xmlNode       *node,
                            const WmdOdtContext *context);

/* --- odt-text.c --- */

void wmd_odt_add_text (WmdOdtReader        *self,
                       const char          *text,
                       const WmdOdtContext *context);

/* --- odt-left-out.c --- */

/* Notices that the words in @node are not taken over. */
void wmd_odt_leave_out (WmdOdtReader    *self,
                        const xmlNode   *node,
                        WmdPassageRemark kind);

G_END_DECLS
