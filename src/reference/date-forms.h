/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference/data.h"
#include "reference/date.h"

G_BEGIN_DECLS

#define WMD_N_MONTHS 12
#define WMD_MAX_DAY 31

typedef enum
{
  WMD_DATE_TOKEN_LITERAL,
  WMD_DATE_TOKEN_DAY,
  WMD_DATE_TOKEN_MONTH,  /* by name */
  WMD_DATE_TOKEN_NUMBER, /* of the month */
  WMD_DATE_TOKEN_YEAR,
} WmdDateTokenKind;

/* One piece of a pattern such as "{day} {month} {year}". */
typedef struct
{
  WmdDateTokenKind kind;
  char *literal; /* folded; NULL for the other kinds */
} WmdDateToken;

/* What one language calls one month or day. */
typedef struct
{
  const char *printed; /* borrowed; NULL for a day that is printed as a number */
  GPtrArray *read;     /* (element-type utf8): folded, the longest first */
} WmdDateName;

/* How one language writes dates. Folding is that of wmd_fold_spaced(). */
typedef struct
{
  const char *print;                /* borrowed pattern */
  GPtrArray *patterns;              /* (element-type GArray<WmdDateToken>): what is read, the printed one first */
  WmdDateName months[WMD_N_MONTHS]; /* from January */
  WmdDateName days[WMD_MAX_DAY];    /* from the first */
  GPtrArray *day_suffixes;          /* (element-type utf8): folded */
} WmdDateForms;

/* An object of data/months.json; @forms is to be cleared even after an error. */
gboolean wmd_date_forms_load (WmdDateForms   *forms,
                              const WmdDatum *object,
                              const char     *where,
                              GError        **error);
void     wmd_date_forms_clear (WmdDateForms *forms);

/* FALSE, and nothing set, when @text is no date in any of the forms. */
gboolean wmd_date_forms_read (const WmdDateForms *forms,
                              const char         *text,
                              WmdDate            *date);

/* (transfer full) */
char *wmd_date_forms_print (const WmdDateForms *forms,
                            const WmdDate      *date);

G_END_DECLS
