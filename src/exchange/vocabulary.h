/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a text, and which of them stand next to each other: the evidence by which pieces of it are put
 * together. A Han character counts as a word. Words are folded to lower case and kept as hashes: an answer is about
 * likelihood, not proof.
 */
typedef struct _WmdVocabulary WmdVocabulary;

WmdVocabulary *wmd_vocabulary_new (void);
void           wmd_vocabulary_free (WmdVocabulary *self);

/* Adds the words of a line. */
void wmd_vocabulary_add (WmdVocabulary *self,
                         const char    *text);

gboolean wmd_vocabulary_has_word (WmdVocabulary *self,
                                  const char    *word,
                                  gssize         length);

/* TRUE when the last word of @before and the first of @after stand side by side somewhere, with a space or hyphen between them. */
gboolean wmd_vocabulary_has_seam (WmdVocabulary *self,
                                  const char    *before,
                                  const char    *after);

/* TRUE when the two characters that @after begins with stand in the text three times or more, and always after one
 * and the same character, which is not the last of @before: @after begins inside a word whose head is lost. For Chinese.
 */
gboolean wmd_vocabulary_lacks_head (WmdVocabulary *self,
                                    const char    *before,
                                    const char    *after);

/* First and last word of a text as a slice of it; FALSE when it has none at that end. */
gboolean wmd_vocabulary_first_word (const char  *text,
                                    const char **start,
                                    gsize       *length);
gboolean wmd_vocabulary_last_word (const char  *text,
                                   const char **start,
                                   gsize       *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdVocabulary, wmd_vocabulary_free)

G_END_DECLS
