/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A recovery copy is one file, so that it is replaced as a whole: a line of JSON that says whose it is, then the
 * report as in a native file. The owner is named by the boot of the machine, the process id and the time at which
 * that process started, so that a process which got the same id later is not taken for it. A copy of another machine
 * (the home folder may be shared) is listed: nobody can know whether its owner runs, and looking at it does no harm.
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "store/json-text.h"
#include "store/recovery.h"
#include "store/store.h"

#define EXTENSION ".recovery"
#define MAX_HEADER (64 * 1024) /* bytes */

static char *
dup_directory (const char *directory)
{
  return directory != NULL ? g_strdup (directory)
                           : g_build_filename (g_get_user_state_dir (), "wmd-report", "recovery", NULL);
}

/* DIRECTORY/ID.recovery, or DIRECTORY/ID-DIGEST.recovery for a report that belongs to a file. */
static char *
copy_path (const char *directory, const char *report_id, GFile *origin)
{
  g_autofree char *folder = dup_directory (directory);
  g_autofree char *uri = origin != NULL ? g_file_get_uri (origin) : NULL;
  g_autofree char *digest = uri != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1) : NULL;
  g_autofree char *name = NULL;

  if (digest != NULL)
    name = g_strdup_printf ("%s-%.16s" EXTENSION, report_id, digest);
  else
    name = g_strconcat (report_id, EXTENSION, NULL);
  return g_build_filename (folder, name, NULL);
}

/* --- owners --- */

/* "BOOT PID START" of a process that runs on this machine; NULL when there is none. (transfer full) */
static char *
dup_owner (gint64 pid)
{
  g_autofree char *stat_path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *boot = NULL;
  g_autofree char *process = NULL;
  g_auto (GStrv) fields = NULL;
  const char *after_name;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL) ||
      !g_file_get_contents (stat_path, &process, NULL, NULL))
    return NULL;
  /* The second field is a name in brackets, which may hold anything, the third the state, the twenty-second the start.
   */
  after_name = strrchr (process, ')');
  fields = after_name != NULL ? g_strsplit (after_name, " ", 22) : NULL;
  if (fields == NULL || g_strv_length (fields) < 21)
    return NULL;
  if (strcmp (fields[1], "Z") == 0) /* it crashed, and who started it has not asked how it ended */
    return NULL;
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", g_strstrip (boot), pid, fields[20]);
}

static gboolean
owner_runs (const char *owner)
{
  g_auto (GStrv) fields = g_strsplit (owner, " ", 3);
  g_autofree char *running = NULL;
  gint64 pid;

  if (g_strv_length (fields) != 3 || !g_ascii_string_to_signed (fields[1], 10, 1, G_MAXINT32, &pid, NULL))
    return FALSE;
  running = dup_owner (pid);
  return g_strcmp0 (running, owner) == 0;
}

/* --- writing --- */

/* (transfer full) The first line of a copy. */
static char *
format_header (const char *report_id, GFile *origin)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *owner = dup_owner (getpid ());
  g_autofree char *uri = origin != NULL ? g_file_get_uri (origin) : NULL;
  JsonObject *header = json_object_new ();

  json_object_set_string_member (header, "report", report_id);
  json_object_set_string_member (header, "owner", owner != NULL ? owner : "");
  if (uri != NULL)
    json_object_set_string_member (header, "origin", uri);
  json_node_take_object (node, header);
  return json_to_string (node, FALSE);
}

gboolean
wmd_recovery_write (const char *directory, WmdSnapshot *snapshot, GFile *origin, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *header = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) contents = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (snapshot != NULL, FALSE);
  g_return_val_if_fail (wmd_store_is_report_id (wmd_snapshot_get_id (snapshot)), FALSE);
  g_return_val_if_fail (origin == NULL || G_IS_FILE (origin), FALSE);

  folder = dup_directory (directory);
  path = copy_path (directory, wmd_snapshot_get_id (snapshot), origin);
  header = format_header (wmd_snapshot_get_id (snapshot), origin);
  bytes = wmd_store_serialize (snapshot);
  contents = g_string_new (header);
  g_string_append_c (contents, '\n');
  g_string_append_len (contents, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_mkdir_with_parents (folder, 0700); /* where that fails, writing says so */
  if (g_file_set_contents_full (path, contents->str, contents->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &reason))
    return TRUE;
  g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE, _ ("The recovery copy could not be written. %s"),
               reason->message);
  return FALSE;
}

gboolean
wmd_recovery_remove (const char *directory, const char *report_id, GFile *origin, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (report_id != NULL && wmd_store_is_report_id (report_id), FALSE);
  g_return_val_if_fail (origin == NULL || G_IS_FILE (origin), FALSE);

  path = copy_path (directory, report_id, origin);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE, _ ("The recovery copy could not be removed. %s"),
               g_strerror (errno));
  return FALSE;
}

/* --- reading --- */

void
wmd_recovery_copy_free (WmdRecoveryCopy *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->report_id);
  g_clear_object (&self->origin);
  g_clear_pointer (&self->when, g_date_time_unref);
  g_free (self);
}

/* (transfer full), NULL when there is no such member or it is not a string. */
static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

/* (transfer full) The first line of a copy as JSON; NULL when it is not an object. */
static JsonNode *
read_header (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *text = g_malloc (MAX_HEADER);
  g_autoptr (JsonNode) node = NULL;
  const char *end;
  gsize length;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_HEADER, &length, NULL, NULL))
    return NULL;
  end = memchr (text, '\n', length);
  if (end == NULL)
    return NULL;
  node = wmd_json_parse (text, end - text, NULL);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

static GDateTime *
modification_time (const GStatBuf *info)
{
  g_autoptr (GDateTime) second = g_date_time_new_from_unix_local (info->st_mtim.tv_sec);

  return g_date_time_add (second, info->st_mtim.tv_nsec / 1000);
}

/* (transfer full) NULL when the file is not a copy, or one that a running program owns. */
static WmdRecoveryCopy *
examine (const char *path)
{
  g_autoptr (JsonNode) header = read_header (path);
  g_autoptr (WmdRecoveryCopy) copy = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *uri = NULL;
  GStatBuf info;

  if (header == NULL || g_stat (path, &info) < 0)
    return NULL;
  copy = g_new0 (WmdRecoveryCopy, 1);
  copy->path = g_strdup (path);
  copy->report_id = dup_member (json_node_get_object (header), "report");
  owner = dup_member (json_node_get_object (header), "owner");
  uri = dup_member (json_node_get_object (header), "origin");
  if (copy->report_id == NULL || !wmd_store_is_report_id (copy->report_id) || (owner != NULL && owner_runs (owner)))
    return NULL;
  copy->origin = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  copy->when = modification_time (&info);
  return g_steal_pointer (&copy);
}

static int
compare_copies_cb (gconstpointer a, gconstpointer b)
{
  const WmdRecoveryCopy *first = *(WmdRecoveryCopy *const *) a, *second = *(WmdRecoveryCopy *const *) b;
  int order = g_date_time_compare (second->when, first->when);

  return order != 0 ? order : strcmp (first->path, second->path);
}

GPtrArray *
wmd_recovery_list (const char *directory)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_recovery_copy_free);
  g_autofree char *folder = dup_directory (directory);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      WmdRecoveryCopy *copy = g_str_has_suffix (name, EXTENSION) ? examine (path) : NULL;

      if (copy != NULL)
        g_ptr_array_add (copies, copy);
    }
  g_ptr_array_sort (copies, compare_copies_cb);
  return copies;
}

WmdSnapshot *
wmd_recovery_read (const WmdRecoveryCopy *copy, WmdReference *reference, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) reason = NULL;
  const char *report;
  gsize length;

  g_return_val_if_fail (copy != NULL && reference != NULL, NULL);

  if (!g_file_get_contents (copy->path, &contents, &length, &reason))
    {
      g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_READ, _ ("The recovery copy could not be read. %s"),
                   reason->message);
      return NULL;
    }
  report = memchr (contents, '\n', length);
  report = report != NULL ? report + 1 : contents + length;
  return wmd_store_parse (reference, report, length - (report - contents), NULL, error);
}
