/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lock is flock() on a small file beside the report, ".~lock.NAME#", which also says who holds it. The kernel
 * releases it with its holder, so a file left over by a crash locks nobody out. Where no file can be made beside the
 * report, the report itself is locked: it is then written in place and stays the same file. On a file system that
 * has no locks everyone gets it; what guards there is the comparison with what was read (see store-file.c).
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/file-lock.h"
#include "store/store.h"

#define POLL_INTERVAL 20 /* milliseconds */

struct _WmdFileLock
{
  char *path; /* of the file that is locked */
  gboolean beside;
  int fd;
};

static char *
lock_path (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strdup_printf (".~lock.%s#", name);

  return g_build_filename (directory, lock_name, NULL);
}

/* Opens what is to be locked; fd -1 where there is nothing. */
static void
open_lock (WmdFileLock *self, const char *path)
{
  self->path = lock_path (path);
  self->beside = TRUE;
  self->fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (self->fd < 0)
    self->fd = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (self->fd >= 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  self->beside = FALSE;
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
}

/* FALSE when the file that was opened was removed or replaced before it was locked. */
static gboolean
is_in_place (WmdFileLock *self)
{
  GStatBuf opened, there;

  return fstat (self->fd, &opened) == 0 && g_stat (self->path, &there) == 0 && opened.st_dev == there.st_dev &&
         opened.st_ino == there.st_ino;
}

static void
write_holder (WmdFileLock *self)
{
  g_autofree char *holder = g_strdup_printf ("%s\n%s\n%ld\n", g_get_real_name (), g_get_host_name (), (long) getpid ());

  /* Only for the message that others get: nothing depends on it. */
  if (ftruncate (self->fd, 0) < 0 || pwrite (self->fd, holder, strlen (holder), 0) < 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
}

static void
set_locked_error (WmdFileLock *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (self->beside && g_file_get_contents (self->path, &contents, NULL, NULL) && g_utf8_validate (contents, -1, NULL))
    lines = g_strsplit (contents, "\n", 4);
  if (lines != NULL && g_strv_length (lines) == 4)
    /* Translators: file name, person, computer. */
    g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_LOCKED, _ ("“%s” is open elsewhere: %s has it, on %s."), name,
                 lines[0], lines[1]);
  else
    g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_LOCKED, _ ("“%s” is open in another program."), name);
}

typedef enum
{
  LOCK_TAKEN,
  LOCK_HELD_ELSEWHERE,
  LOCK_REPLACED, /* try again */
} Attempt;

static Attempt
attempt (WmdFileLock *self, const char *path)
{
  open_lock (self, path);
  if (self->fd < 0)
    return LOCK_TAKEN; /* neither the report nor a place for the lock: writing will say why */
  if (flock (self->fd, LOCK_EX | LOCK_NB) < 0)
    {
      if (errno == EWOULDBLOCK)
        return LOCK_HELD_ELSEWHERE;
      g_debug ("%s cannot be locked: %s", self->path, g_strerror (errno));
    }
  else if (!is_in_place (self))
    return LOCK_REPLACED;
  if (self->beside)
    write_holder (self);
  return LOCK_TAKEN;
}

static void
close_lock (WmdFileLock *self)
{
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
}

static void
lock_free (WmdFileLock *self)
{
  close_lock (self);
  g_free (self);
}

WmdFileLock *
wmd_file_lock_take (const char *path, guint patience, GCancellable *cancellable, GError **error)
{
  gint64 end = g_get_monotonic_time () + (gint64) patience * G_TIME_SPAN_MILLISECOND;
  WmdFileLock *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WmdFileLock, 1);
  self->fd = -1;
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      Attempt result = attempt (self, path);

      if (result == LOCK_TAKEN)
        return self;
      if (result == LOCK_HELD_ELSEWHERE && g_get_monotonic_time () >= end)
        {
          set_locked_error (self, path, error);
          break;
        }
      close_lock (self);
      g_usleep (POLL_INTERVAL * G_TIME_SPAN_MILLISECOND);
    }
  lock_free (self);
  return NULL;
}

void
wmd_file_lock_release (WmdFileLock *self)
{
  g_return_if_fail (self != NULL);

  /* Before it is unlocked, so that nobody has locked what is removed here. */
  if (self->beside && self->fd >= 0)
    g_unlink (self->path);
  lock_free (self);
}
