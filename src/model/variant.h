/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/block.h"

G_BEGIN_DECLS

/* One language of one body: an immutable, reference counted list of blocks with unique ids. */
typedef struct _WmdVariant WmdVariant;

/* @blocks (element-type WmdBlock) is copied, its blocks are shared. (transfer full) */
WmdVariant *wmd_variant_new (WmdLanguage      language,
                             const GPtrArray *blocks);
WmdVariant *wmd_variant_ref (WmdVariant *self);
void        wmd_variant_unref (WmdVariant *self);

WmdLanguage wmd_variant_get_language (const WmdVariant *self);
guint       wmd_variant_get_n_blocks (const WmdVariant *self);
WmdBlock   *wmd_variant_get_block (const WmdVariant *self,
                                   guint             index);

/* NULL when there is none; @index (out) (nullable). */
WmdBlock *wmd_variant_lookup_block (const WmdVariant *self,
                                    const char       *id,
                                    guint            *index);

guint wmd_variant_get_n_words (const WmdVariant *self);

/* With @n_removed blocks from @position replaced by @n_added others. (transfer full) */
WmdVariant *wmd_variant_splice (const WmdVariant *self,
                                guint             position,
                                guint             n_removed,
                                WmdBlock *const  *added,
                                guint             n_added);

/* The 1-based place of a lettered, bulleted or numbered block in its list; 0 for other kinds.
 * A lettered or bulleted list ends with the first block of another kind; numbers run through the variant.
 */
guint wmd_variant_get_item_number (const WmdVariant *self,
                                   guint             index);

const char *wmd_variant_get_unknown (const WmdVariant *self);
WmdVariant *wmd_variant_with_unknown (const WmdVariant *self,
                                      const char       *unknown);

gboolean wmd_variant_equal (const WmdVariant *a,
                            const WmdVariant *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdVariant, wmd_variant_unref)

G_END_DECLS
