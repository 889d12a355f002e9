/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compose/composer.h"
#include "publish/publish.h"

/* The edition in one language of the report made up for tests. (transfer full) */
WmdPublication *test_edition_new (WmdLanguage language);

/* The same, of a report with one more block, whose text is @markup, in the reply "r2". (transfer full) */
WmdPublication *test_edition_new_with (WmdLanguage language,
                                       const char *markup);

/* @publication in the format @id, as when nobody asked for anything else. (transfer full) */
GBytes *test_edition_write (WmdPublication *publication,
                            const char     *id);

/* A new folder with the members of a zip archive in it. (transfer full) */
char *test_unpack (GBytes *archive);

/* Removes a folder and what is in it. */
void test_remove_folder (const char *path);

/* Runs a program; its standard output. The test fails when the program does. (transfer full) */
char *test_run (const char *const *arguments);

/* The text that LibreOffice finds in a document, whose extension is @extension without the dot. (transfer full) */
char *test_convert_to_text (GBytes     *document,
                            const char *extension);

/* @text without spaces, characters that are not seen and raised digits: what two programs agree on. (transfer full) */
char *test_squeeze (const char *text);

/* Fails unless every text of @publication is in @text, label and words, in that order. */
void test_assert_holds_edition (const char           *text,
                                const WmdPublication *publication,
                                gboolean              with_labels);
