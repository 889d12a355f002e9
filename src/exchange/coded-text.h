/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/inline.h"

G_BEGIN_DECLS

/* Inline text as translators' tools know it: text and numbered codes, which nest. A code that a translation has from
 * its source has the same number in both, wherever it stands.
 */
typedef enum
{
  WMD_PIECE_TEXT,
  WMD_PIECE_START,  /* of the text that a code covers */
  WMD_PIECE_END,    /* of the same */
  WMD_PIECE_OBJECT, /* a code that stands for one thing: a footnote, a field */
} WmdPieceType;

typedef struct
{
  WmdPieceType type;
  WmdSpanKind kind; /* of a code */
  guint code;       /* its number, from 1 on */
  char *value; /* the text, the address, the name of the field, the markup of the footnote; NULL for what has none */
} WmdPiece;

/* The pieces of @markup. @source (nullable): of the text that it is a translation of; what is not of it has numbers
 * above all of the source. (transfer full) (element-type WmdPiece)
 */
GArray *wmd_coded_text_new (const char *markup, const GArray *source);

/* Where the code @number begins; NULL when there is none. */
const WmdPiece *wmd_coded_text_lookup (const GArray *pieces, guint number);

/* What kinds of code are called: the element of the markup with its attribute (nullable), the types of XLIFF and TMX.
 */
typedef struct
{
  const char *element;
  const char *attribute;
  const char *xliff;
  const char *tmx;
} WmdCodeNames;

extern const WmdCodeNames wmd_code_names[WMD_N_SPAN_KINDS];

/* @text with a replacement for each character that XML does not have. (transfer full) */
char *wmd_coded_text_clean (const char *text);

G_END_DECLS
