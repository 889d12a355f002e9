/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "reference/language.h"

G_BEGIN_DECLS

/* How each language writes: the data of data/rules/, compiled into the program. For one thread: what is costly is
 * made when it is first asked for. Files are read under
 * their name without suffix; each holds tables by key, a table holds values by language ("*": every language).
 */
typedef struct _WmdForms WmdForms;

/* One way of writing that a language does not have, and the normal form of it. */
typedef struct
{
  char *source;    /* of the pattern */
  GRegex *pattern; /* compiled when the forms are listed */
  char *normal;    /* replacement with references; NULL when a person has to decide */
} WmdForm;

/* One thing that may be called by several names. */
typedef struct
{
  char *id;     /* "biological-weapons-convention" */
  char **names; /* the one to use first; NULL-terminated */
} WmdTerm;

/* A short form and what it stands for, as a language has them. */
typedef struct
{
  char *brief;
  char *full;
} WmdAbbreviation;

/* Loads the data compiled into the program; an error in it is a programming error. */
WmdForms *wmd_forms_new (void);
void wmd_forms_free (WmdForms *self);

/* The regular expression of that key for the language; NULL when it has none. In the data {name} stands for the
 * pattern of that name, {number} for a number in figures or words.
 */
GRegex *wmd_forms_get_pattern (const WmdForms *self, const char *key, WmdLanguage language);

/* TRUE when the pattern exists and matches somewhere in @text. */
gboolean wmd_forms_matches (const WmdForms *self, const char *key, WmdLanguage language, const char *text);

/* TRUE when the list of words has this one; case does not count. */
gboolean
wmd_forms_has_word (const WmdForms *self, const char *key, WmdLanguage language, const char *word, gssize length);

/* A number of the data: limits and ratios. */
double wmd_forms_get_number (const WmdForms *self, const char *key, WmdLanguage language);

/* The value of a word, case apart; -1 when the table does not have it. */
double wmd_forms_get_value (const WmdForms *self, const char *key, WmdLanguage language, const char *word);

/* The whole table: folded word to double; NULL when there is none. */
GHashTable *wmd_forms_get_values (const WmdForms *self, const char *key, WmdLanguage language);

/* A text of the data; NULL when the language has none. */
const char *wmd_forms_get_text (const WmdForms *self, const char *key, WmdLanguage language);

/* Never NULL, may be empty. (element-type WmdForm), (element-type WmdTerm), (element-type WmdAbbreviation) */
const GPtrArray *wmd_forms_list_forms (const WmdForms *self, const char *key, WmdLanguage language);
/* (element-type GStrv) */
const GPtrArray *wmd_forms_list_rows (const WmdForms *self, const char *key, WmdLanguage language);
const GPtrArray *wmd_forms_list_terms (const WmdForms *self, WmdLanguage language);
const GPtrArray *wmd_forms_list_abbreviations (const WmdForms *self, WmdLanguage language);

/* What stands between two neighbours in running text. */
const struct _WmdSpacing *wmd_forms_get_spacing (WmdForms *self, WmdLanguage language);

/* Matches any name of any term in running text; the number of the group that matched says which. NULL when the
 * language has no terms.
 */
GRegex *wmd_forms_get_term_pattern (WmdForms *self, WmdLanguage language);
void wmd_forms_identify_term (const WmdForms *self, WmdLanguage language, guint group, guint *term, guint *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdForms, wmd_forms_free)

G_END_DECLS
