/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A report's file. What guards it, in this order: the bytes to be written are read back and compared with the report;
 * the lock is held; the file is compared with what was read, by digest, since times and sizes can deceive; both
 * states are kept as backups; only then the file is replaced.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/json-text.h"
#include "store/backups.h"
#include "store/file-lock.h"
#include "store/safe-write.h"
#include "store/store.h"

#define SAVE_PATIENCE 2000 /* milliseconds to wait for another program that is saving */

struct _WmdStoreFile
{
  GObject parent_instance;

  GFile *file;
  char *digest; /* SHA-256 of what it held when it was loaded or saved last; NULL before that */
  gboolean read_only;
  WmdFileLock *lock; /* NULL unless it was claimed */
};

G_DEFINE_FINAL_TYPE (WmdStoreFile, wmd_store_file, G_TYPE_OBJECT)

static void
wmd_store_file_finalize (GObject *object)
{
  WmdStoreFile *self = WMD_STORE_FILE (object);

  g_clear_pointer (&self->lock, wmd_file_lock_release);
  g_free (self->digest);
  g_object_unref (self->file);
  G_OBJECT_CLASS (wmd_store_file_parent_class)->finalize (object);
}

static void
wmd_store_file_class_init (WmdStoreFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_store_file_finalize;
}

static void
wmd_store_file_init (WmdStoreFile *self)
{
}

WmdStoreFile *
wmd_store_file_new (GFile *file)
{
  WmdStoreFile *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (WMD_TYPE_STORE_FILE, NULL);
  self->file = g_object_ref (file);
  return self;
}

GFile *
wmd_store_file_get_file (WmdStoreFile *self)
{
  g_return_val_if_fail (WMD_IS_STORE_FILE (self), NULL);

  return self->file;
}

gboolean
wmd_store_file_get_read_only (WmdStoreFile *self)
{
  g_return_val_if_fail (WMD_IS_STORE_FILE (self), FALSE);

  return self->read_only;
}

/* Sets @code with a sentence about the file and @reason (transfer full); being cancelled stays that. Returns FALSE. */
static gboolean
fail (WmdStoreFile *self, WmdStoreError code, GError *reason, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (self->file);
  g_autoptr (GError) owned = reason;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (code == WMD_STORE_ERROR_READ)
    g_set_error (error, WMD_STORE_ERROR, code, _ ("“%s” could not be read. %s"), name, owned->message);
  else if (self->digest == NULL) /* there may be no such file */
    g_set_error (error, WMD_STORE_ERROR, code, _ ("“%s” was not saved. %s"), name, owned->message);
  else
    g_set_error (error, WMD_STORE_ERROR, code, _ ("“%s” was not saved; it is as it was before. %s"), name,
                 owned->message);
  return FALSE;
}

/* --- reading --- */

/* What @stream has, up to one byte more than a report may be long. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (bytes->len <= WMD_JSON_MAX_BYTES)
    {
      g_autoptr (GBytes) chunk = g_input_stream_read_bytes (stream, 256 * 1024, cancellable, error);

      if (chunk == NULL)
        return NULL;
      if (g_bytes_get_size (chunk) == 0)
        break;
      g_byte_array_append (bytes, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* (transfer full), NULL on error. @etag (out) (optional) (transfer full). */
static GBytes *
read_file (WmdStoreFile *self, char **etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;

  if (stream == NULL)
    return NULL;
  if (etag != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  if (info != NULL)
    *etag = g_strdup (g_file_info_get_etag (info));
  return read_stream (G_INPUT_STREAM (stream), cancellable, error);
}

WmdSnapshot *
wmd_store_file_load (WmdStoreFile *self, WmdReference *reference, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;
  GError *reason = NULL;

  g_return_val_if_fail (WMD_IS_STORE_FILE (self), NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  bytes = read_file (self, NULL, cancellable, &reason);
  if (bytes == NULL)
    {
      fail (self, WMD_STORE_ERROR_READ, reason, error);
      return NULL;
    }
  snapshot =
      wmd_store_parse (reference, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &self->read_only, error);
  if (snapshot == NULL)
    return NULL;
  g_free (self->digest);
  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_steal_pointer (&snapshot);
}

gboolean
wmd_store_file_has_changed (WmdStoreFile *self, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (WMD_IS_STORE_FILE (self), FALSE);

  bytes = read_file (self, NULL, cancellable, NULL);
  digest = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  return digest != NULL && g_strcmp0 (digest, self->digest) != 0;
}

/* --- the lock --- */

gboolean
wmd_store_file_lock (WmdStoreFile *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *resolved = NULL;

  g_return_val_if_fail (WMD_IS_STORE_FILE (self), FALSE);

  path = g_file_get_path (self->file);
  if (self->lock != NULL || path == NULL)
    return TRUE;
  resolved = wmd_safe_write_resolve (path, NULL);
  self->lock = wmd_file_lock_take (resolved != NULL ? resolved : path, 0, cancellable, error);
  return self->lock != NULL;
}

void
wmd_store_file_unlock (WmdStoreFile *self)
{
  g_return_if_fail (WMD_IS_STORE_FILE (self));

  g_clear_pointer (&self->lock, wmd_file_lock_release);
}

/* --- saving --- */

/* The bytes of the report, after they were read back and found to be it. (transfer full), NULL on error. */
static GBytes *
serialize_checked (WmdStoreFile *self, WmdSnapshot *snapshot, GError **error)
{
  g_autoptr (GBytes) bytes = wmd_store_serialize (snapshot);
  g_autoptr (WmdSnapshot) again = NULL;
  GError *reason = NULL;

  again = wmd_store_parse (wmd_snapshot_get_reference (snapshot), g_bytes_get_data (bytes, NULL),
                           g_bytes_get_size (bytes), NULL, &reason);
  if (again != NULL && wmd_snapshot_equal (snapshot, again))
    return g_steal_pointer (&bytes);
  if (reason == NULL)
    reason = g_error_new_literal (WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE,
                                  _ ("The file would not hold the same report: this is a fault of the program."));
  fail (self, WMD_STORE_ERROR_WRITE, reason, error);
  return NULL;
}

/* FALSE, with the error set, unless the file is what was loaded or saved last. @held: what it holds; NULL for none. */
static gboolean
check_unchanged (WmdStoreFile *self, GBytes *held, GError **error)
{
  g_autofree char *digest = held != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, held) : NULL;
  g_autofree char *name = NULL;

  if (g_strcmp0 (digest, self->digest) == 0)
    return TRUE;
  name = g_file_get_parse_name (self->file);
  if (digest == NULL)
    g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_CHANGED,
                 _ ("“%s” is no longer there: another program moved or removed it."), name);
  else if (self->digest == NULL)
    g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_CHANGED, _ ("“%s” is there already."), name);
  else
    g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_CHANGED, _ ("“%s” was changed by another program."), name);
  return FALSE;
}

/* What the file holds, NULL where there is none; then, unless @overwrite, checked. FALSE on error. */
static gboolean
read_held (WmdStoreFile *self,
           gboolean overwrite,
           GBytes **held,
           char **etag,
           GCancellable *cancellable,
           GError **error)
{
  GError *reason = NULL;

  *held = read_file (self, etag, cancellable, &reason);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_clear_error (&reason);
  if (reason != NULL)
    return fail (self, WMD_STORE_ERROR_WRITE, reason, error);
  return overwrite || check_unchanged (self, *held, error);
}

static gboolean
keep_backups (GBytes *held, GBytes *bytes, const char *report_id, GError **error)
{
  return (held == NULL || wmd_backup_keep (NULL, report_id, held, NULL, error)) &&
         wmd_backup_keep (NULL, report_id, bytes, NULL, error);
}

/* Writes @bytes to the file, by replacing it where that can be done. @held: what it holds; NULL for none. */
static gboolean
write_path (const char *path, GBytes *held, GBytes *bytes, const char *report_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean kept = keep_backups (held, bytes, report_id, &local);

  if (wmd_safe_write_needs_place (path))
    {
      if (kept)
        return wmd_safe_write_in_place (path, bytes, error);
      g_set_error (error, local->domain, local->code,
                   _ ("It could only be written in place, which is not done without a backup. %s"), local->message);
      return FALSE;
    }
  if (!kept)
    g_message ("No backup was kept of %s: %s", path, local->message);
  return wmd_safe_write_replace (path, bytes, error);
}

static gboolean
save_path (WmdStoreFile *self,
           const char *path,
           GBytes *bytes,
           const char *report_id,
           gboolean overwrite,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *resolved = NULL;
  g_autoptr (WmdFileLock) lock = NULL;
  g_autoptr (GBytes) held = NULL;
  GError *reason = NULL;

  resolved = wmd_safe_write_resolve (path, &reason);
  if (resolved == NULL)
    return fail (self, WMD_STORE_ERROR_WRITE, reason, error);
  if (self->lock == NULL)
    {
      lock = wmd_file_lock_take (resolved, SAVE_PATIENCE, cancellable, error);
      if (lock == NULL)
        return FALSE;
    }
  if (!read_held (self, overwrite, &held, NULL, cancellable, error))
    return FALSE;
  return write_path (resolved, held, bytes, report_id, &reason) || fail (self, WMD_STORE_ERROR_WRITE, reason, error);
}

/* A file without a path, such as one on a server: there is no lock, but the server compares the entity tag. */
static gboolean
save_stream (WmdStoreFile *self,
             GBytes *bytes,
             const char *report_id,
             gboolean overwrite,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GBytes) held = NULL;
  g_autofree char *etag = NULL;
  GError *reason = NULL;

  if (!read_held (self, overwrite, &held, &etag, cancellable, error))
    return FALSE;
  if (!keep_backups (held, bytes, report_id, &reason))
    return fail (self, WMD_STORE_ERROR_WRITE, reason, error);
  if (wmd_safe_write_stream (self->file, etag, bytes, cancellable, &reason))
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return fail (self, WMD_STORE_ERROR_CHANGED, reason, error);
  return fail (self, WMD_STORE_ERROR_WRITE, reason, error);
}

static gboolean
fail_read_only (WmdStoreFile *self, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (self->file);

  g_set_error (
      error, WMD_STORE_ERROR, WMD_STORE_ERROR_READ_ONLY,
      /* Translators: a file name and the two numbers of a version, as in 1.0. */
      _ ("“%s” is in a newer format than this program can write (%d.%d): use a newer version of the program, or "
         "save a copy under another name."),
      name, WMD_STORE_FORMAT_MAJOR, WMD_STORE_FORMAT_MINOR);
  return FALSE;
}

gboolean
wmd_store_file_save (WmdStoreFile *self,
                     WmdSnapshot *snapshot,
                     gboolean overwrite,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  const char *id;
  gboolean saved;

  g_return_val_if_fail (WMD_IS_STORE_FILE (self), FALSE);
  g_return_val_if_fail (snapshot != NULL, FALSE);

  if (self->read_only)
    return fail_read_only (self, error);
  bytes = serialize_checked (self, snapshot, error);
  if (bytes == NULL)
    return FALSE;
  id = wmd_snapshot_get_id (snapshot);
  path = g_file_get_path (self->file);
  saved = path != NULL && g_file_is_native (self->file)
              ? save_path (self, path, bytes, id, overwrite, cancellable, error)
              : save_stream (self, bytes, id, overwrite, cancellable, error);
  if (!saved)
    return FALSE;
  g_free (self->digest);
  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return TRUE;
}
