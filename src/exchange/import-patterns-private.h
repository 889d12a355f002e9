/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/import-patterns.h"

G_BEGIN_DECLS

/* Regular expressions that are one pattern. */
typedef struct
{
  char **sources;     /* with placeholders filled; NULL-terminated */
  GPtrArray *regexes; /* (element-type GRegex); NULL until first used */
} WmdExpressions;

typedef struct
{
  WmdExpressions patterns[WMD_N_PATTERNS];
  WmdExpressions sections[WMD_N_IMPORT_SECTIONS];
  WmdExpressions originals; /* an original language; group "language" */
  WmdExpressions dates;     /* a date anywhere, or one without a day */
  GPtrArray *inflections;   /* (element-type GRegex) what is left out of names */
  GHashTable *languages;    /* folded name in lower case → code */
  GHashTable *open_words;   /* set of words in lower case */
  GHashTable *single_words;
  GHashTable *never_first;
  GHashTable *prefixes;
  GHashTable *letters;      /* letter → position */
  guint heading_width;      /* columns */
} WmdLanguagePatterns;

struct _WmdImportPatterns
{
  WmdLanguagePatterns languages[WMD_N_LANGUAGES];
  WmdExpressions common[WMD_N_COMMON];
  WmdExpressions brackets; /* what is left of an origin line once language and date are taken out */
};

G_END_DECLS
