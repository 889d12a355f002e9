/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A backup is a file DIRECTORY/REPORT-ID/TIME-DIGEST.wmdreport, TIME in UTC to the microsecond, so that names sort by
 * time and equal contents are recognised without opening anything. Other files in the folder are left alone.
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/backups.h"
#include "store/store.h"

#define N_LATEST 10
#define N_DAYS 14
#define DIGEST_LENGTH 16 /* hexadecimal digits of the SHA-256 in a name */
#define TIME_FORMAT "%Y%m%dT%H%M%S.%fZ"

char *
wmd_backup_dup_directory (void)
{
  return g_build_filename (g_get_user_state_dir (), "wmd-report", "backups", NULL);
}

static char *
report_directory (const char *directory, const char *report_id)
{
  g_autofree char *own = directory == NULL ? wmd_backup_dup_directory () : NULL;

  return g_build_filename (directory != NULL ? directory : own, report_id, NULL);
}

static char *
digest_of (GBytes *bytes)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strndup (digest, DIGEST_LENGTH);
}

/* (transfer full), NULL for a name that is not that of a backup. */
static GDateTime *
parse_name (const char *name)
{
  const char *hyphen = strchr (name, '-');
  g_autofree char *time = NULL;

  if (hyphen == NULL || !g_str_has_suffix (name, WMD_STORE_EXTENSION) ||
      strlen (hyphen + 1) != DIGEST_LENGTH + strlen (WMD_STORE_EXTENSION))
    return NULL;
  time = g_strndup (name, hyphen - name);
  return g_date_time_new_from_iso8601 (time, NULL);
}

void
wmd_backup_free (WmdBackup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_date_time_unref (self->when);
  g_free (self);
}

/* Newest first. */
static int
compare_backups_cb (gconstpointer a, gconstpointer b)
{
  const WmdBackup *first = *(WmdBackup *const *) a, *second = *(WmdBackup *const *) b;
  int order = g_date_time_compare (second->when, first->when);

  return order != 0 ? order : strcmp (second->path, first->path);
}

static GPtrArray *
list_backups (const char *directory)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_backup_free);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      GDateTime *when = parse_name (name);
      WmdBackup *backup;

      if (when == NULL)
        continue;
      backup = g_new (WmdBackup, 1);
      *backup = (WmdBackup){ g_build_filename (directory, name, NULL), when };
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups_cb);
  return backups;
}

/* TRUE when the newest has this digest. */
static gboolean
is_newest (GPtrArray *backups, const char *digest)
{
  g_autofree char *end = g_strconcat ("-", digest, WMD_STORE_EXTENSION, NULL);

  return backups->len > 0 && g_str_has_suffix (((WmdBackup *) backups->pdata[0])->path, end);
}

/* Removes those that are neither among the latest nor the last of a recent day. */
static void
prune (const char *directory, GDateTime *now)
{
  g_autoptr (GPtrArray) backups = list_backups (directory);
  g_autoptr (GDateTime) oldest = g_date_time_add_days (now, -N_DAYS);
  g_autofree char *day_before = NULL; /* day of the backup looked at before this one, which is newer */

  for (guint i = 0; i < backups->len; i++)
    {
      const WmdBackup *backup = backups->pdata[i];
      g_autofree char *day = g_date_time_format (backup->when, "%F");
      gboolean last_of_day = g_strcmp0 (day, day_before) != 0 && g_date_time_compare (backup->when, oldest) >= 0;

      g_free (day_before);
      day_before = g_steal_pointer (&day);
      if (i >= N_LATEST && !last_of_day && g_unlink (backup->path) < 0)
        g_debug ("%s: %s", backup->path, g_strerror (errno));
    }
}

gboolean
wmd_backup_keep (const char *directory, const char *report_id, GBytes *bytes, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) present = now != NULL ? g_date_time_to_utc (now) : g_date_time_new_now_utc ();
  g_autofree char *folder = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_return_val_if_fail (report_id != NULL && wmd_store_is_report_id (report_id), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  folder = report_directory (directory, report_id);
  digest = digest_of (bytes);
  backups = list_backups (folder);
  if (is_newest (backups, digest))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  time = g_date_time_format (present, TIME_FORMAT);
  name = g_strconcat (time, "-", digest, WMD_STORE_EXTENSION, NULL);
  path = g_build_filename (folder, name, NULL);
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return FALSE;
  prune (folder, present);
  return TRUE;
}

GPtrArray *
wmd_backup_list (const char *directory, const char *report_id)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (report_id != NULL && wmd_store_is_report_id (report_id), NULL);

  folder = report_directory (directory, report_id);
  return list_backups (folder);
}
