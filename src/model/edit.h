/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"
#include "model/facts.h"

G_BEGIN_DECLS

/* A reversible change: values of the report that are to be replaced, and by what. Facts are
 * replaced by facts, bodies by bodies; an old body of NULL adds a part, a new one of NULL removes
 * it. One user action is one edit. Reference counted; complete once it was applied.
 */

/* @label: what undo names, as a noun phrase in the user's language ("Change of Date"). (transfer full) */
WmdEdit *wmd_edit_new (const char *label);
WmdEdit *wmd_edit_ref (WmdEdit *self);
void     wmd_edit_unref (WmdEdit *self);

const char *wmd_edit_get_label (const WmdEdit *self);

/* Adds a replacement; each part, and the facts, at most once in an edit. */
void wmd_edit_replace_facts (WmdEdit  *self,
                             WmdFacts *old_facts,
                             WmdFacts *new_facts);
void wmd_edit_replace_body (WmdEdit *self,
                            WmdBody *old_body,
                            WmdBody *new_body);

/* Edits with the same key made one right after the other are one step of undo: typing in one block. */
void        wmd_edit_set_merge_key (WmdEdit    *self,
                                    const char *key);
const char *wmd_edit_get_merge_key (const WmdEdit *self);

gboolean wmd_edit_is_empty (const WmdEdit *self);

/* (nullable) the facts the edit puts in place. */
WmdFacts *wmd_edit_get_new_facts (const WmdEdit *self);
WmdFacts *wmd_edit_get_old_facts (const WmdEdit *self);
guint     wmd_edit_get_n_bodies (const WmdEdit *self);
void      wmd_edit_get_body (const WmdEdit *self,
                             guint          index,
                             WmdBody      **old_body,
                             WmdBody      **new_body);

/* The edit that takes this one back. (transfer full) */
WmdEdit *wmd_edit_invert (const WmdEdit *self);

/* One edit with the effect of @first, then @second. (transfer full) */
WmdEdit *wmd_edit_merge (const WmdEdit *first,
                         const WmdEdit *second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdEdit, wmd_edit_unref)

G_END_DECLS
