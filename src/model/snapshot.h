/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"
#include "model/facts.h"

G_BEGIN_DECLS

/* A report at one moment: an immutable, reference counted value that threads can share. It holds
 * the report's values, not copies of them.
 */
typedef struct _WmdSnapshot WmdSnapshot;

/* @replies (element-type WmdBody) in any order. @unknown (nullable): JSON members of the file that are not known.
 * @id: identifies the report across its copies and backups. (transfer full)
 */
WmdSnapshot *wmd_snapshot_new (WmdReference    *reference,
                               const char      *id,
                               WmdFacts        *facts,
                               WmdBody         *summary,
                               WmdBody         *introduction,
                               const GPtrArray *replies,
                               const char      *unknown);
WmdSnapshot *wmd_snapshot_ref (WmdSnapshot *self);
void         wmd_snapshot_unref (WmdSnapshot *self);

WmdReference *wmd_snapshot_get_reference (const WmdSnapshot *self);
const char   *wmd_snapshot_get_id (const WmdSnapshot *self);
WmdFacts     *wmd_snapshot_get_facts (const WmdSnapshot *self);
WmdBody      *wmd_snapshot_get_summary (const WmdSnapshot *self);
WmdBody      *wmd_snapshot_get_introduction (const WmdSnapshot *self);
const char   *wmd_snapshot_get_unknown (const WmdSnapshot *self);

/* Replies in the order of the English edition: by section, then by name. */
guint    wmd_snapshot_get_n_replies (const WmdSnapshot *self);
WmdBody *wmd_snapshot_get_reply (const WmdSnapshot *self,
                                 guint              index);

/* Any part by id; NULL when there is none. */
WmdBody *wmd_snapshot_lookup_body (const WmdSnapshot *self,
                                   const char        *id);

/* Replies of a section in the order of the edition in @language. (transfer full) (element-type WmdBody) */
GPtrArray *wmd_snapshot_list_replies (const WmdSnapshot *self,
                                      WmdLanguage        language,
                                      WmdSection         section);

/* Number of replies of a section that are not dated after @until (NULL or unset: of all). */
guint wmd_snapshot_count_replies (const WmdSnapshot *self,
                                  WmdSection         section,
                                  const WmdDate     *until);

gboolean wmd_snapshot_equal (const WmdSnapshot *a,
                             const WmdSnapshot *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdSnapshot, wmd_snapshot_unref)

G_END_DECLS
