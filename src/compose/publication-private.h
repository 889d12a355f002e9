/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"

G_BEGIN_DECLS

/* A new item of @kind with everything else unset, for the composer to fill before anyone else sees it. */
WmdItem *wmd_item_new (WmdItemKind kind,
                       WmdLanguage language);

/* TRUE when a reader of the two could not tell them apart. */
gboolean wmd_item_equal (const WmdItem *a,
                         const WmdItem *b);

/* Items that belong together (those of one part of the report) and are kept or remade together. */
typedef struct _WmdItemGroup WmdItemGroup;

/* Takes the references that @items (element-type WmdItem) holds. */
WmdItemGroup *wmd_item_group_new (GPtrArray *items);
WmdItemGroup *wmd_item_group_ref (WmdItemGroup *self);
void wmd_item_group_unref (WmdItemGroup *self);

guint wmd_item_group_get_n_items (const WmdItemGroup *self);
const WmdItem *wmd_item_group_get_item (const WmdItemGroup *self,
                                        guint               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdItemGroup, wmd_item_group_unref)

/* Everything of a publication; @masthead, the strings and the groups (element-type WmdItemGroup) are taken over. */
WmdPublication *wmd_publication_new (char         *report_id,
                                     WmdLanguage   language,
                                     WmdMasthead  *masthead,
                                     char         *title,
                                     char         *author,
                                     char         *subject,
                                     char        **keywords,
                                     char         *date,
                                     GPtrArray    *groups);

void wmd_masthead_free (WmdMasthead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdMasthead, wmd_masthead_free)

G_END_DECLS
