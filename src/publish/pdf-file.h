/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A PDF file as numbered objects, gathered in memory. Objects without a stream go together in compressed object
 * streams, the table of objects in another (PDF 1.5). Knows nothing of what the objects mean.
 */
typedef struct _WmdPdfFile WmdPdfFile;

WmdPdfFile *wmd_pdf_file_new (void);
void wmd_pdf_file_free (WmdPdfFile *self);

/* The number of an object to be written later. */
guint wmd_pdf_file_reserve (WmdPdfFile *self);

/* Writes the object @number; each number once. @value is PDF syntax without "obj" and "endobj". */
void wmd_pdf_file_write (WmdPdfFile *self, guint number, const char *value);
void wmd_pdf_file_write_format (WmdPdfFile *self, guint number, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* @entries: of the stream's dictionary, its length and filter apart; may be "". */
void wmd_pdf_file_write_stream (WmdPdfFile *self, guint number, const char *entries, gconstpointer data, gsize size);

/* The same for bytes that wmd_pdf_compress() has made. */
void wmd_pdf_file_write_compressed (WmdPdfFile *self, guint number, const char *entries, GBytes *compressed);

/* Bytes of zlib. Safe to call from any thread. (transfer full) */
GBytes *wmd_pdf_compress (gconstpointer data, gsize size);

/* For streams that must stay readable, as metadata. */
void wmd_pdf_file_write_plain (WmdPdfFile *self, guint number, const char *entries, const char *text);

/* The whole file. Its identifier is made of its contents. (transfer full) */
GBytes *wmd_pdf_file_finish (WmdPdfFile *self, guint catalog, guint info);

/* Appends @text as a text string. */
void wmd_pdf_append_text (GString *string, const char *text);

/* Appends @bytes as a string. */
void wmd_pdf_append_bytes (GString *string, const guint8 *bytes, gsize n_bytes);

/* Appends a number with at most four digits after the point, never in exponent form or with a locale's comma. */
void wmd_pdf_append_number (GString *string, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPdfFile, wmd_pdf_file_free)

G_END_DECLS
