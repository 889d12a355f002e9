/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date as it was given. It may be impossible (31 April): the
 * program keeps it and a rule reports it. All zero means "not set".
 */
typedef struct
{
  guint16 year;
  guint8 month; /* 1-12 */
  guint8 day;   /* 1-31 */
} WmdDate;

gboolean wmd_date_is_set (const WmdDate *date);

/* TRUE for a day that exists in the Gregorian calendar. */
gboolean wmd_date_is_valid (const WmdDate *date);

/* <0, 0, >0 as strcmp(). Also orders impossible dates, by year, month, day. */
int wmd_date_compare (const WmdDate *a,
                      const WmdDate *b);

/* Parses "2023-05-31" exactly (four, two and two digits, month 1-12, day 1-31); the day need
 * not exist. @date is all zero where FALSE is returned. NULL is not a date.
 */
gboolean wmd_date_parse_iso (const char *text,
                             WmdDate    *date);

/* ISO 8601, transfer full; NULL when not set. */
char *wmd_date_format_iso (const WmdDate *date);

G_END_DECLS
