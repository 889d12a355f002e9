/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compose/composer.h"

/* --- reports --- */

/* The report in the file @path: the native format, or the text of an issued report. Aborts when it cannot be read.
 * (transfer full)
 */
WmdSnapshot *bench_load (WmdReference *reference,
                         const char   *path);

/* The same with its replies @n_copies times, each copy with a mark in every paragraph, so that nothing can be
 * remembered from one to the next. (transfer full)
 */
WmdSnapshot *bench_multiply (WmdSnapshot *report,
                             guint        n_copies);

/* The same with every text as it is (a mark would be a finding in each) but in objects of its own, and with respondents
 * that are told apart by a number, since a respondent replies once. (transfer full)
 */
WmdSnapshot *bench_repeat (WmdSnapshot *report,
                           guint        n_copies);

/* The language that most of the text is in. */
WmdLanguage bench_find_language (WmdSnapshot *report);

/* --- measuring --- */

/* What one run of a program took. */
typedef struct
{
  double seconds;   /* by the wall clock */
  double cpu;       /* seconds that it computed: what others on the machine do does not count */
  double megabytes; /* at most in memory */
} BenchRun;

/* Runs a program with arguments that end with NULL. Aborts when it fails. */
BenchRun bench_run (const char *program, ...) G_GNUC_NULL_TERMINATED;

/* Sorts @values. */
double bench_median (double *values,
                     guint   n_values);

/* Prints "name: value unit  (at most LIMIT)" with a mark where it is more. */
void bench_print (const char *name,
                  double      value,
                  const char *unit,
                  double      limit);

/* Removes a temporary directory with what is in it. */
void bench_remove (const char *directory);
