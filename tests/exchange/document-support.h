/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/passage-document.h"

G_BEGIN_DECLS

/* Zip archives as no honest program writes them, and as all do. */
typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  guint n_members;
  guint flags;      /* of the members that are added */
  guint extra_size; /* bytes more than there are, in what the directory says of a member */
} TestZip;

void test_zip_init (TestZip *zip);
void test_zip_add (TestZip *zip, const char *path, const char *data, gssize length);
void test_zip_add_packed (TestZip *zip, const char *path, const char *data, gssize length);

/* (transfer full) */
GBytes *test_zip_finish (TestZip *zip);

/* A DOCX file with that in the body of its document, and with styles, lists, footnotes, comments and a page header; and an
 * OpenDocument text with the like. (transfer full)
 */
GBytes *test_make_docx (const char *body);
GBytes *test_make_odt (const char *text);

/* A letter for the kind of each block, and its markup, one block a line; then, after "!", the rule, and the quoted words
 * of each finding. (transfer full)
 */
char *test_show_document (const WmdDocument *document);

G_END_DECLS
