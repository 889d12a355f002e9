/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/package.h"
#include "publish/publish.h"

G_BEGIN_DECLS

/* What a collection is written from, and how far it is. */
typedef struct
{
  GsfXMLOut *xml;
  const WmdPublication *publication;
  WmdLanguage language;
  char *date;   /* of the report, ISO 8601 */
  char *number; /* the symbol as it stands in names: "A-78-132" */
  guint n_notes;
  guint next; /* index of the item that is written next */
} WmdAkn;

/* --- metadata --- */

/* What a document of the collection is. */
typedef struct
{
  const char *type;      /* "doc/paper" */
  const char *component; /* its name in the collection */
  const char *subtype;
  const char *author;   /* reference to who wrote it */
  const char *date;     /* ISO 8601 */
  const char *original; /* code of the language that it was translated from; NULL where not known */
} WmdAknIdentity;

/* A symbol as a part of a name: slashes are hyphens, spaces underscores. (transfer full) */
char *wmd_akn_dup_number (const char *symbol);

/* @with_references: of the collection, which has those of all documents in it. */
void wmd_akn_write_meta (WmdAkn               *writer,
                         const WmdAknIdentity *identity,
                         gboolean              with_references);

/* --- text --- */

/* @in_note: of a footnote, which has no notes. */
void wmd_akn_write_inline (WmdAkn          *writer,
                           const WmdInline *content,
                           gboolean         in_note);
void wmd_akn_write_note (WmdAkn          *writer,
                         const WmdInline *content,
                         const char      *mark);

/* An element that holds the text of an item; one in another language than the edition says so. */
void wmd_akn_write_text_element (WmdAkn        *writer,
                                 const char    *element,
                                 const WmdItem *item);

/* The same as a paragraph with the id of the item. */
void wmd_akn_write_paragraph (WmdAkn        *writer,
                              const WmdItem *item);

/* --- blocks --- */

/* The item that is written next; NULL when it is no block of the part @part. */
const WmdItem *wmd_akn_peek (const WmdAkn *writer,
                             const char   *part);

/* The blocks of a part from the next one on, below a heading of @level - 1; up to a numbered paragraph where @numbered
 * is FALSE.
 */
void wmd_akn_write_blocks (WmdAkn     *writer,
                           const char *part,
                           guint       level,
                           gboolean    numbered);

G_END_DECLS
