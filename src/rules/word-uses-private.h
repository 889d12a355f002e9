/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/forms-private.h"
#include "rules/reading-private.h"

G_BEGIN_DECLS

/* How far a word is looked around: two words to either side. */
#define WMD_WORD_NEIGHBOURS 2

/* The fewest letters of a word that is looked at; shorter ones are neighbours only. */
#define WMD_MIN_WORD 5

/* One word in its surroundings, small words and hyphens apart; a full stop, a comma or a bracket ends them. Words are
 * hashes without case, neighbours without their endings too where the language inflects; 0: none.
 */
typedef struct
{
  guint word;
  guint letters;                     /* the same for words of the same letters in any order */
  guint before[WMD_WORD_NEIGHBOURS]; /* the nearest first */
  guint behind[WMD_WORD_NEIGHBOURS];
  gunichar first; /* in lower case */
  guint length;   /* characters */
  gboolean capital;
  gboolean behind_capital; /* the word before it has one */
  gboolean fresh;          /* the first use of the word in these surroundings */
  guint text;              /* index of the text that it is of */
  guint token;             /* … and of its token in the reading */
  guint start;             /* bytes */
  guint end;
  guint next[2]; /* with the same neighbours behind it and before it: index less one; 0: none */
} WmdWordUse;

/* All words of some texts, found by the words that stand beside them. */
typedef struct _WmdWordUses WmdWordUses;

WmdWordUses *wmd_word_uses_new (void);
void wmd_word_uses_free (WmdWordUses *self);

/* Adds the words of the reading. @text: the same text, which has to outlive @self. */
void wmd_word_uses_add (WmdWordUses *self, const WmdForms *forms, const WmdReading *reading, const char *text);

guint wmd_word_uses_get_n (const WmdWordUses *self);
const WmdWordUse *wmd_word_uses_get (const WmdWordUses *self, guint index);

/* How often the word is used. */
guint wmd_word_uses_count (const WmdWordUses *self, guint word);

/* The first of the uses with the same neighbours as @use on one side, and the one after it; NULL for none. How many
 * neighbours have to be the same depends on capitals: one where the word has a capital or stands behind one, else two,
 * since the names of most languages have few.
 */
const WmdWordUse *wmd_word_uses_first_beside (const WmdWordUses *self, const WmdWordUse *use, gboolean before);
const WmdWordUse *wmd_word_uses_next_beside (const WmdWordUses *self, const WmdWordUse *use, gboolean before);

/* The word as it is written. (transfer full) */
char *wmd_word_uses_dup_word (const WmdWordUses *self, const WmdWordUse *use);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdWordUses, wmd_word_uses_free)

G_END_DECLS
