/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"

G_BEGIN_DECLS

/* How a word processor makes the labels of a kind of item by itself, read off the labels of a publication. Where it
 * cannot make them, as the Arabic ordinals of sections, the labels are written as text.
 */
typedef struct
{
  char *prefix;        /* "(" */
  char *suffix;        /* ")" */
  const char *odf;     /* style:num-format; NULL where labels are text */
  const char *ooxml;   /* w:numFmt; NULL where labels are text */
} WmdNumbering;

/* Never NULL. (transfer full) */
WmdNumbering *wmd_numbering_new (const WmdPublication *publication,
                                 WmdItemKind           kind);
void          wmd_numbering_free (WmdNumbering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdNumbering, wmd_numbering_free)

G_END_DECLS
