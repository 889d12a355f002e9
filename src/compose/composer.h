/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* Composes editions of one report. Remembers the items made of each body and block, so that composing
 * again after an edit makes only what changed. Not for use from two threads at once.
 */
typedef struct _WmdComposer WmdComposer;

WmdComposer *wmd_composer_new (WmdReference *reference);
void         wmd_composer_free (WmdComposer *self);

/* (transfer full). Never fails: what is not held in @language is set in the language that is, marked missing. */
WmdPublication *wmd_composer_compose (WmdComposer *self,
                                      WmdSnapshot *snapshot,
                                      WmdLanguage  language);

/* The text of @content with fields resolved in @language, as compose does it; for previews of one block. (transfer full) */
WmdInline *wmd_composer_resolve (WmdComposer *self,
                                 WmdSnapshot *snapshot,
                                 WmdLanguage  language,
                                 WmdInline   *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdComposer, wmd_composer_free)

G_END_DECLS
