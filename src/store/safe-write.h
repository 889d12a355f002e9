/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The path that symbolic links lead to. The file need not exist. NULL, with a GFileError, where a link leads to
 * nothing, the folder is not there, or what is there is not a regular file. (transfer full)
 */
char *wmd_safe_write_resolve (const char *path,
                              GError    **error);

/* TRUE when the file cannot be replaced by a new one without a loss: it has a second name (hard link), belongs to
 * someone else, or its folder does not let us.
 */
gboolean wmd_safe_write_needs_place (const char *path);

/* Replaces the file, or makes it. When this returns the new contents are on the disk; when it fails, or the program
 * or the machine stops meanwhile, the file holds what it held. Mode, group and extended attributes (access control
 * lists among them) stay as far as we may set them. @path: resolved. Errors: GFileError.
 */
gboolean wmd_safe_write_replace (const char *path,
                                 GBytes     *bytes,
                                 GError    **error);

/* Writes into the same file, which keeps all its names and its owner. Makes room on the disk first and puts the old
 * contents back when writing fails; but when the machine stops meanwhile the file may be damaged, so both contents
 * should be somewhere else by then. Errors: GFileError.
 */
gboolean wmd_safe_write_in_place (const char *path,
                                  GBytes     *bytes,
                                  GError    **error);

/* For files that have no path: as good as the file system behind @file makes it. Fails with G_IO_ERROR_WRONG_ETAG
 * when the file no longer has @etag (nullable); after any error it holds what it held.
 */
gboolean wmd_safe_write_stream (GFile        *file,
                                const char   *etag,
                                GBytes       *bytes,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
