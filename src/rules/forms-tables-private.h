/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/forms-private.h"
#include "rules/spacing-private.h"

G_BEGIN_DECLS

/* A regular expression as the data has it. */
typedef struct
{
  char *source;  /* with {placeholders} */
  GRegex *regex; /* NULL until it is asked for */
} WmdLazyPattern;

/* What one language has; the keys are those of the files. */
typedef struct
{
  GHashTable *patterns;     /* to WmdLazyPattern */
  GHashTable *words;        /* to a GHashTable that is a set of folded words */
  GHashTable *numbers;      /* to a double */
  GHashTable *values;       /* to a GHashTable of doubles by word */
  GHashTable *texts;        /* to a string */
  GHashTable *forms;        /* to a GPtrArray of WmdForm */
  GHashTable *rows;         /* to a GPtrArray of string arrays */
  GPtrArray *terms;         /* (element-type WmdTerm) */
  GPtrArray *abbreviations; /* (element-type WmdAbbreviation) */
  WmdSpacing *spacing;      /* NULL until it is asked for */
  GRegex *term_pattern;     /* likewise; its groups are the names of the terms */
  GArray *term_names;       /* (element-type WmdTermName) what each group is */
} WmdFormTables;

/* What one group of the pattern of the terms is. */
typedef struct
{
  guint term;
  guint name;
  const char *text;
} WmdTermName;

struct _WmdForms
{
  WmdFormTables tables[WMD_N_LANGUAGES];
  GPtrArray *none; /* empty */
};

/* Aborts on a wrong pattern: the data is part of the program. */
GRegex *wmd_forms_compile (const char *source);

/* Reads all files of data/rules/ into the tables, which are empty. */
void wmd_forms_read (WmdForms *self);

G_END_DECLS
