/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing a file so that it is never lost. g_file_replace_contents() is not used: when the disk is full it puts the
 * half-written file in the place of the good one.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "store/safe-write.h"

typedef struct
{
  char *name;
  GBytes *value;
} Attribute;

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", name, g_strerror (code));
  return FALSE;
}

/* As realpath(), for g_free(). */
static char *
real_path (const char *path, GError **error)
{
  char *resolved = realpath (path, NULL);

  if (resolved == NULL)
    fail (path, errno, error);
  return resolved;
}

char *
wmd_safe_write_resolve (const char *path, GError **error)
{
  g_autofree char *resolved = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *name = NULL;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_lstat (path, &info) == 0)
    {
      resolved = real_path (path, error);
      if (resolved != NULL && g_stat (resolved, &info) == 0 && !S_ISREG (info.st_mode))
        {
          fail (path, S_ISDIR (info.st_mode) ? EISDIR : EINVAL, error);
          return NULL;
        }
      return g_steal_pointer (&resolved);
    }
  directory = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  resolved = real_path (directory, error);
  return resolved != NULL ? g_build_filename (resolved, name, NULL) : NULL;
}

gboolean
wmd_safe_write_needs_place (const char *path)
{
  g_autofree char *directory = NULL;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_stat (path, &info) < 0)
    return FALSE;
  directory = g_path_get_dirname (path);
  return info.st_nlink > 1 || (info.st_uid != geteuid () && geteuid () != 0) || g_access (directory, W_OK) < 0;
}

/* --- replacing --- */

static void
attribute_free (gpointer data)
{
  Attribute *attribute = data;

  g_free (attribute->name);
  g_bytes_unref (attribute->value);
  g_free (attribute);
}

/* (transfer full) (element-type Attribute) The extended attributes that can be read. */
static GPtrArray *
read_attributes (const char *path)
{
  GPtrArray *attributes = g_ptr_array_new_with_free_func (attribute_free);
  gssize length = listxattr (path, NULL, 0);
  g_autofree char *names = g_malloc0 (MAX (length, 0) + 1);

  length = length > 0 ? listxattr (path, names, length) : 0;
  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    {
      gssize size = getxattr (path, name, NULL, 0);
      g_autofree char *value = g_malloc0 (MAX (size, 0) + 1);
      Attribute *attribute;

      size = size >= 0 ? getxattr (path, name, value, size) : -1;
      if (size < 0)
        continue;
      attribute = g_new (Attribute, 1);
      attribute->name = g_strdup (name);
      attribute->value = g_bytes_new_take (g_steal_pointer (&value), size);
      g_ptr_array_add (attributes, attribute);
    }
  return attributes;
}

/* Makes the new file like the old one. What we may not set stays as it is for a new file of ours. */
static void
restore_attributes (const char *path, const GStatBuf *info, GPtrArray *attributes)
{
  gboolean owned = chown (path, geteuid () == 0 ? info->st_uid : (uid_t) -1, info->st_gid) == 0;

  /* Rights that were the old group's are not for another one. */
  if (g_chmod (path, info->st_mode & (owned ? 07777 : 0707)) < 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  for (guint i = 0; i < attributes->len; i++)
    {
      const Attribute *attribute = attributes->pdata[i];
      gsize size;
      gconstpointer value = g_bytes_get_data (attribute->value, &size);

      if (setxattr (path, attribute->name, value, size, 0) < 0)
        g_debug ("%s: %s: %s", path, attribute->name, g_strerror (errno));
    }
}

gboolean
wmd_safe_write_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) attributes = NULL;
  GStatBuf info;
  gsize length;
  const char *data;
  gboolean exists;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  exists = g_stat (path, &info) == 0;
  if (exists)
    attributes = read_attributes (path);
  if (!g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? (int) (info.st_mode & 0777) : 0666, error))
    return FALSE;
  if (exists)
    restore_attributes (path, &info, attributes);
  return TRUE;
}

/* --- writing in place --- */

/* 0 or an errno. */
static int
write_all (int fd, const char *data, gsize length)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = pwrite (fd, data + done, length - done, done);

      if (n > 0)
        done += n;
      else if (n == 0 || errno != EINTR)
        return n == 0 ? EIO : errno;
    }
  return ftruncate (fd, length) == 0 && g_fsync (fd) == 0 ? 0 : errno;
}

/* 0 or an errno. The file is as it was where it is not 0. */
static int
overwrite (int fd, const char *old, gsize old_length, const char *data, gsize length)
{
  int code = 0;

  if (length > old_length)
    code = posix_fallocate (fd, old_length, length - old_length);
  if (code == 0)
    code = write_all (fd, data, length);
  if (code != 0 && write_all (fd, old, old_length) != 0)
    g_warning ("What was in the file could not be put back: %s", g_strerror (code));
  return code;
}

gboolean
wmd_safe_write_in_place (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *old = NULL;
  gsize old_length, length;
  const char *data;
  int fd, code;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!g_file_get_contents (path, &old, &old_length, error))
    return FALSE;
  fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (path, errno, error);
  data = g_bytes_get_data (bytes, &length);
  code = overwrite (fd, old, old_length, data, length);
  if (!g_close (fd, code == 0 ? error : NULL) && code == 0)
    return FALSE;
  return code == 0 || fail (path, code, error);
}

/* --- files without a path --- */

gboolean
wmd_safe_write_stream (GFile *file, const char *etag, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  gsize length;
  gconstpointer data;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  stream = g_file_replace (file, etag, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* Closed in any other way the stream would put what was written so far in the place of the file. */
  g_cancellable_cancel (give_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
  return FALSE;
}
