/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import.h"

/* Imports; aborts the test when that fails. (transfer full) */
WmdImport *test_import (WmdReference *reference,
                        const char   *text);

/* The text of tests/exchange/data/NAME. (transfer full) */
char *test_read_data (const char *name);

/* Facts, parts and blocks as text, one line each, links apart: what two imports are compared by. (transfer full) */
char *test_dump (const WmdImport *import);

/* Kinds of the blocks of a part, one letter each: p paragraph, n numbered, h heading, b bullet, l lettered; H, B and L of
 * the second level. (transfer full)
 */
char *test_shape (const WmdImport *import,
                  WmdBody         *body);

/* The markup of the blocks of a part, one a line, each after the letter of its kind. (transfer full) */
char *test_show (const WmdImport *import,
                 WmdBody         *body);

/* Rule ids of the findings that are at least that severe, each once, sorted, with a space between. (transfer full) */
char *test_rules (const WmdImport *import,
                  WmdSeverity      severity);

/* The finding of that rule; NULL when there is none. The test fails when there are several. */
const WmdFinding *test_find (const WmdImport *import,
                             const char      *rule);

/* The characters of @text in order, without white space and what prints nothing, superscripts as plain digits. (transfer full) */
char *test_characters (const char *text);

/* The first line of @text that is in no part of the report, in nothing the program prints by itself for it and in no
 * finding, leaving out white space and the marks of lists; NULL when all are. (transfer full)
 */
char *test_find_dropped (WmdReference    *reference,
                         const WmdImport *import,
                         const char      *text);
