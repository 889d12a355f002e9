/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/reference.h"
#include "rules/forms-private.h"
#include "rules/word-uses-private.h"

G_BEGIN_DECLS

typedef enum
{
  WMD_NAME_FULL,  /* of a respondent, or what an abbreviation stands for */
  WMD_NAME_BRIEF, /* an abbreviation of a full name */
} WmdNameKind;

typedef struct
{
  WmdNameKind kind;
  char *text;
  gunichar *characters;
  guint length;     /* characters */
  const char *full; /* of a brief name; owned by another entry */
} WmdName;

/* The name of a State that is one word. */
typedef struct
{
  char *name;
  char *folded;
  char *stem;     /* folded, without an ending of one letter where the language inflects */
  gunichar first; /* of folded */
  glong length;   /* of folded: characters */
} WmdStateName;

/* The names that a language knows: those of the registry and those of data/rules/names.json. Immutable. Chinese
 * names are found in running text, where nothing parts words; names of other languages by their words.
 */
typedef struct _WmdLexicon WmdLexicon;

WmdLexicon *wmd_lexicon_new (WmdReference *reference, const WmdForms *forms, WmdLanguage language);
void wmd_lexicon_free (WmdLexicon *self);

/* The longest name that begins at @text; NULL when none does. */
const WmdName *wmd_lexicon_match (const WmdLexicon *self, const gunichar *text, guint length);

/* Names of six characters or more that begin with these three; NULL for none. (element-type WmdName) */
const GPtrArray *wmd_lexicon_list_by_head (const WmdLexicon *self, const gunichar *head);

/* The words of all names of a language that parts words, as they stand in them. */
const WmdWordUses *wmd_lexicon_get_words (const WmdLexicon *self);

/* (element-type WmdStateName) */
const GPtrArray *wmd_lexicon_list_states (const WmdLexicon *self);

/* TRUE when the shingle of a digest is of a name: then it does not say what a sentence is about. */
gboolean wmd_lexicon_has_shingle (const WmdLexicon *self, guint shingle);

G_END_DECLS
