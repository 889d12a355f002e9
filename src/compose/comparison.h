/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"

G_BEGIN_DECLS

/* An item of an edition beside what it was in an older state; one of the two may be NULL. */
typedef struct
{
  const WmdItem *older;
  const WmdItem *newer;
} WmdItemPair;

/* What became of the items of @older in @newer, two editions in one language: all items of both, each in the order of
 * its own edition, what is gone before what is new in its place. Items of one report are paired by what they are in it,
 * those of different reports by their words. What moved is gone from one place and new in another. An edition compared
 * with itself gives each item beside itself. (transfer full) (element-type WmdItemPair), borrowing from both.
 */
GArray *wmd_publication_compare (const WmdPublication *older,
                                 const WmdPublication *newer);

G_END_DECLS
