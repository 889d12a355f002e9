/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import-private.h"

G_BEGIN_DECLS

/* A part while its pieces are gathered. */
typedef struct
{
  WmdPartKind kind;
  const WmdRespondent *respondent; /* NULL when unknown */
  char *name;                      /* as printed; NULL when it had none */
  char *heading;                   /* the same with the number that it had */
  guint line;
  WmdSection section;    /* in which it stands */
  char *original;        /* NULL when it names none */
  char *date;            /* ISO 8601; NULL when it names none */
  GPtrArray *pieces;     /* (element-type WmdPiece) */
  guint numbered_before; /* paragraphs before it, where their numbers run through the report; 0 where it has its own */
} WmdTextPart;

/* Pieces while they are sorted into parts. */
typedef struct
{
  WmdTextImport *import;
  GPtrArray *body;    /* (element-type WmdPiece) all pieces */
  GPtrArray *parts;   /* (element-type WmdTextPart) the introduction first */
  GHashTable *listed; /* comparable title → WmdContentsLine; empty when there are no contents */
  guint sections;     /* bit set of the sections that the text has */
  WmdImportSection section;
  gboolean grouped;   /* its replies stand in groups, which need not be of that section */
  WmdTextPart *reply; /* the one that is open; NULL in the introduction and before the first of a section */
} WmdTextParts;

/* --- text-headings.c --- */

/* The section of replies that the open section is. FALSE for the introduction and for none. */
gboolean wmd_text_parts_get_section (WmdTextParts *self, WmdSection *section);

/* TRUE when the piece at @index is the heading of a reply: lines of origin follow, or it names a respondent of the
 * section, is listed where there are contents, and is not the reply that is open.
 */
gboolean wmd_text_parts_begins_reply (WmdTextParts *self, guint index);

/* TRUE when the piece at @index is the heading of a group of replies: another, or that of the first, follows at once.
 */
gboolean wmd_text_parts_is_group (WmdTextParts *self, guint index);

/* TRUE when replies, or a group of them, stand under the heading at @index, or nothing does. */
gboolean wmd_text_parts_holds_replies (WmdTextParts *self, guint index);

/* The name in the heading of a reply, without the number that it may have. (transfer full) */
char *wmd_text_parts_dup_name (WmdTextParts *self, const WmdPiece *piece);

/* The text of a heading with the mark that it had. (transfer full) */
char *wmd_piece_dup_heading (const WmdPiece *piece);

/* --- text-parts.c --- */

/* Where a heading will be printed in other words than it was, so will its entry in the contents. */
void wmd_text_parts_rename_entry (WmdTextParts *self, const char *printed, const char *title);

/* --- text-numbering.c --- */

/* Finds out whether the numbers of paragraphs run through all parts. */
void wmd_text_parts_find_numbering (WmdTextParts *self);

/* --- text-bodies.c --- */

/* The frame text or the reply that a part is, with what its name and its pieces tell of it. (transfer full) */
WmdBody *wmd_text_parts_make_body (WmdTextParts *self, const char *id, WmdTextPart *part);

G_END_DECLS
