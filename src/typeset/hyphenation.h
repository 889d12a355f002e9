/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"

G_BEGIN_DECLS

/* Where words may be divided, by the dictionaries that are installed. Dictionaries are read when first asked for; safe
 * to use from any thread. Reference counted.
 */
typedef struct _WmdHyphenation WmdHyphenation;

WmdHyphenation *wmd_hyphenation_new (void);
WmdHyphenation *wmd_hyphenation_ref (WmdHyphenation *self);
void wmd_hyphenation_unref (WmdHyphenation *self);

/* Sets @points[i] for each byte of @word before which it may be divided, and clears the others. @word: @n_bytes bytes of
 * UTF-8, letters only. FALSE when there is no dictionary of that language or the word is not divided.
 */
gboolean wmd_hyphenation_divide (
    WmdHyphenation *self, WmdLanguage language, const char *word, gsize n_bytes, gboolean *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdHyphenation, wmd_hyphenation_unref)

G_END_DECLS
