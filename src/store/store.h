/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/snapshot.h"

G_BEGIN_DECLS

#define WMD_STORE_ERROR (wmd_store_error_quark ())

typedef enum
{
  WMD_STORE_ERROR_TOO_LARGE,  /* over 64 MiB, or over four million values */
  WMD_STORE_ERROR_ENCODING,   /* not UTF-8, a byte order mark, U+0000 or half a surrogate pair; with line and column */
  WMD_STORE_ERROR_SYNTAX,     /* not one JSON document; the message has line and column */
  WMD_STORE_ERROR_FORMAT,     /* JSON, but not a report; the message names the member's path */
  WMD_STORE_ERROR_READ,       /* the file could not be read */
  WMD_STORE_ERROR_WRITE,      /* the file could not be written; what was there is unharmed */
  WMD_STORE_ERROR_CHANGED,    /* the file is not what was read or saved last */
  WMD_STORE_ERROR_LOCKED,     /* someone else has it open; the message says who */
  WMD_STORE_ERROR_READ_ONLY,  /* of a newer major version of the format */
} WmdStoreError;

GQuark wmd_store_error_quark (void);

#define WMD_STORE_FORMAT "wmdreport"
#define WMD_STORE_MIME_TYPE "application/vnd.unoda.wmdreport+json"
#define WMD_STORE_EXTENSION ".wmdreport"
#define WMD_STORE_FORMAT_MAJOR 1
#define WMD_STORE_FORMAT_MINOR 0

/* --- bytes --- */

/* TRUE for what can be the id of a report: 1 to 64 ASCII letters, digits and hyphens, as a UUID is. The id also
 * names the backups and recovery copies of the report.
 */
gboolean wmd_store_is_report_id (const char *id);

/* Reads a native file strictly. @read_only (out) (optional): TRUE for a newer major version, whose
 * known members are shown and which must not be saved over. (transfer full), NULL on error.
 */
WmdSnapshot *wmd_store_parse (WmdReference *reference,
                              const char   *data,
                              gsize         length,
                              gboolean     *read_only,
                              GError      **error);

/* Canonical and stable: the same report always gives the same bytes. (transfer full) */
GBytes *wmd_store_serialize (WmdSnapshot *snapshot);

/* --- files --- */

/* The file a report was read from or saved to: knows what it held, so that nobody's change is overwritten.
 * Functions that block are for a GTask thread in the application, one of them at a time.
 */
#define WMD_TYPE_STORE_FILE (wmd_store_file_get_type ())
G_DECLARE_FINAL_TYPE (WmdStoreFile, wmd_store_file, WMD, STORE_FILE, GObject)

WmdStoreFile *wmd_store_file_new (GFile *file);
GFile        *wmd_store_file_get_file (WmdStoreFile *self);

/* TRUE when the file that was loaded is of a newer major version. */
gboolean wmd_store_file_get_read_only (WmdStoreFile *self);

/* (transfer full), NULL on error. Blocks. */
WmdSnapshot *wmd_store_file_load (WmdStoreFile *self,
                                  WmdReference *reference,
                                  GCancellable *cancellable,
                                  GError      **error);

/* Claims the file for editing until wmd_store_file_unlock() or the end of the program: others that want to edit or
 * save it get WMD_STORE_ERROR_LOCKED, with the name of who has it. Anyone can still read it. Does nothing for a file
 * that has no path. Blocks.
 */
gboolean wmd_store_file_lock (WmdStoreFile *self,
                              GCancellable *cancellable,
                              GError      **error);
void     wmd_store_file_unlock (WmdStoreFile *self);

/* TRUE when the file is there and is not what was loaded or saved last: to be asked when a file monitor
 * speaks up, which it also does for our own saving. Blocks.
 */
gboolean wmd_store_file_has_changed (WmdStoreFile *self,
                                     GCancellable *cancellable);

/* Saves durably: the file holds the old report or the new one, never less, whatever happens. Refuses with
 * WMD_STORE_ERROR_CHANGED when the file is not what was loaded or saved last (or was there already, or is gone),
 * unless @overwrite. Both states are kept as backups (see backups.h). A file that cannot be replaced without a loss,
 * since it has hard links, belongs to someone else or lies in a folder that is read-only, is written in place once
 * the backups are on the disk. Blocks.
 */
gboolean wmd_store_file_save (WmdStoreFile *self,
                              WmdSnapshot  *snapshot,
                              gboolean      overwrite,
                              GCancellable *cancellable,
                              GError      **error);

G_END_DECLS
