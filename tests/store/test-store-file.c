/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving never loses a report, and never someone else's change. What needs another process (one that is killed, one
 * that writes at the same time, one with fewer rights) is this program again, started with the name of a role.
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "store/backups.h"
#include "store/safe-write.h"
#include "store/store.h"
#include "support/support.h"

#define NOBODY 65534
#define N_KILLS 60
#define N_WRITES 40 /* of each of two writers */

typedef struct
{
  char *directory;
  char *path; /* of a report in it, which is there */
} Fixture;

static WmdReference *reference;
static char *program;         /* this one */
static char *state_directory; /* of this process; those of others are in it */

/* --- reports to save --- */

/* (transfer full) A report whose symbol is @symbol, with @n_paragraphs long ones. */
static WmdSnapshot *
make_report (const char *symbol, guint n_paragraphs)
{
  g_autoptr (WmdFacts) empty = wmd_facts_new ();
  g_autoptr (WmdFacts) facts = wmd_facts_with (empty, WMD_FACT_SYMBOL, symbol);
  g_autoptr (WmdBody) bare = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autoptr (WmdInline) content = wmd_inline_new_text (long_text);
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdBody) summary = NULL;

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (blocks, wmd_block_new (id, WMD_BLOCK_PARAGRAPH, content));
    }
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  summary = wmd_body_with_variant (bare, WMD_LANGUAGE_EN, variant);
  return wmd_snapshot_new (reference, "test-report", facts, summary, introduction, replies, NULL);
}

static WmdStoreFile *
open_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return wmd_store_file_new (file);
}

/* Saves a report with that symbol over whatever is there. */
static void
put_report (const char *path, const char *symbol)
{
  g_autoptr (WmdStoreFile) file = open_file (path);
  g_autoptr (WmdSnapshot) snapshot = make_report (symbol, 1);
  g_autoptr (GError) error = NULL;

  wmd_store_file_save (file, snapshot, TRUE, NULL, &error);
  g_assert_no_error (error);
}

/* (transfer full) Loads with a file that is then ready to save. */
static WmdStoreFile *
load_file (const char *path, char **symbol)
{
  g_autoptr (WmdStoreFile) file = open_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSnapshot) snapshot = wmd_store_file_load (file, reference, NULL, &error);

  g_assert_no_error (error);
  if (symbol != NULL)
    *symbol = g_strdup (wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_SYMBOL));
  return g_steal_pointer (&file);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *symbol = NULL;
  g_autoptr (WmdStoreFile) file = load_file (path, &symbol);

  g_assert_cmpstr (symbol, ==, expected);
}

/* Saving fails with @code, and the file holds what it held. */
static void
assert_not_saved (WmdStoreFile *file, const char *symbol, guint n_paragraphs, gboolean overwrite, WmdStoreError code)
{
  g_autofree char *path = g_file_get_path (wmd_store_file_get_file (file));
  g_autoptr (WmdSnapshot) snapshot = make_report (symbol, n_paragraphs);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0, n_after = 0;

  g_file_get_contents (path, &before, &n_before, NULL);
  g_assert_false (wmd_store_file_save (file, snapshot, overwrite, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, (int) code);
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
assert_saved (WmdStoreFile *file, const char *symbol, gboolean overwrite)
{
  g_autofree char *path = g_file_get_path (wmd_store_file_get_file (file));
  g_autoptr (WmdSnapshot) snapshot = make_report (symbol, 1);
  g_autoptr (GError) error = NULL;

  wmd_store_file_save (file, snapshot, overwrite, NULL, &error);
  g_assert_no_error (error);
  assert_holds (path, symbol);
}

/* Nothing but what belongs there. */
static void
assert_only_files (const char *directory, const char *const *names)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_strv_contains (names, name))
      g_error ("%s is left in %s", name, directory);
}

static guint
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

/* --- other processes --- */

/* Starts this program in a role. */
static GPid
start (const char *role, const char *path, const char *argument)
{
  const char *arguments[] = { program, "--role", role, path, argument, NULL };
  g_autofree char *state = g_build_filename (state_directory, role, NULL);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "XDG_STATE_HOME", state, TRUE);
  g_autoptr (GError) error = NULL;
  GPid pid;

  /* For one that gives up its rights, too. */
  g_assert_cmpint (g_mkdir_with_parents (state, 0777), ==, 0);
  g_assert_cmpint (g_chmod (state, 0777), ==, 0);
  g_spawn_async (NULL, (char **) arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static int
finish (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_spawn_close_pid (pid);
  return status;
}

static void
run (const char *role, const char *path, const char *argument)
{
  g_autoptr (GError) error = NULL;

  g_spawn_check_wait_status (finish (start (role, path, argument)), &error);
  g_assert_no_error (error);
}

static void
give_up_rights (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
}

/* Adds one to the symbol @argument times, starting anew whenever another was faster. */
static void
role_count (const char *path, const char *argument)
{
  for (int left = atoi (argument); left > 0;)
    {
      g_autofree char *symbol = NULL;
      g_autoptr (WmdStoreFile) file = load_file (path, &symbol);
      g_autofree char *next = g_strdup_printf ("%d", atoi (symbol) + 1);
      g_autoptr (WmdSnapshot) snapshot = make_report (next, 1);
      g_autoptr (GError) error = NULL;

      if (wmd_store_file_save (file, snapshot, FALSE, NULL, &error))
        left--;
      else if (!g_error_matches (error, WMD_STORE_ERROR, WMD_STORE_ERROR_CHANGED))
        g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_LOCKED);
    }
}

/* Saves once. Failing is all right, as long as the file is. */
static void
role_save (const char *path, const char *argument)
{
  g_autoptr (WmdStoreFile) file = open_file (path);
  g_autoptr (WmdSnapshot) loaded = wmd_store_file_load (file, reference, NULL, NULL);
  g_autoptr (WmdSnapshot) snapshot = make_report (argument, 20);
  g_autoptr (GError) error = NULL;

  if (loaded != NULL && !wmd_store_file_save (file, snapshot, FALSE, NULL, &error))
    g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE);
}

/* Saves a small and a large report in turn until it is killed. */
static void
role_save_forever (const char *path, const char *argument)
{
  g_autoptr (WmdStoreFile) file = load_file (path, NULL);
  g_autoptr (WmdSnapshot) small = make_report ("small", 1);
  g_autoptr (WmdSnapshot) large = make_report ("large", 500);

  for (;;)
    {
      g_assert_true (wmd_store_file_save (file, large, FALSE, NULL, NULL));
      g_assert_true (wmd_store_file_save (file, small, FALSE, NULL, NULL));
    }
}

/* Claims the file, says so by making the file @argument, and waits to be killed. */
static void
role_hold (const char *path, const char *argument)
{
  g_autoptr (WmdStoreFile) file = load_file (path, NULL);

  g_assert_true (wmd_store_file_lock (file, NULL, NULL));
  g_assert_true (g_file_set_contents (argument, "", 0, NULL));
  pause ();
}

/* Saves without the rights to make files in the folder. */
static void
role_save_in_place (const char *path, const char *argument)
{
  g_autoptr (WmdStoreFile) file = NULL;

  give_up_rights ();
  file = load_file (path, NULL);
  assert_saved (file, argument, FALSE);
}

/* Neither the folder nor the file may be written. */
static void
role_fail_to_save (const char *path, const char *argument)
{
  g_autoptr (WmdStoreFile) file = NULL;

  give_up_rights ();
  file = load_file (path, NULL);
  assert_not_saved (file, argument, 1, FALSE, WMD_STORE_ERROR_WRITE);
  assert_not_saved (file, argument, 1, TRUE, WMD_STORE_ERROR_WRITE);
}

/* The disk takes no more than 100 KiB in one file. */
static void
role_fail_to_write (const char *path, const char *argument)
{
  const struct rlimit limit = { 100 * 1024, 100 * 1024 };
  g_autoptr (WmdStoreFile) file = load_file (path, NULL);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_not_saved (file, argument, 500, FALSE, WMD_STORE_ERROR_WRITE);
  assert_saved (file, argument, FALSE);
}

/* The same, for a file without a path. */
static void
role_fail_to_stream (const char *path, const char *argument)
{
  const struct rlimit limit = { 100 * 1024, 100 * 1024 };
  g_autofree char *large = g_strnfill (500000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, strlen (large));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (wmd_safe_write_stream (file, NULL, bytes, NULL, &error));
  g_assert_nonnull (error);
  assert_holds (path, argument);
}

static const struct
{
  const char *name;
  void (*act) (const char *path, const char *argument);
} roles[] = {
  { "count", role_count },
  { "save", role_save },
  { "save-forever", role_save_forever },
  { "hold", role_hold },
  { "save-in-place", role_save_in_place },
  { "fail-to-save", role_fail_to_save },
  { "fail-to-write", role_fail_to_write },
  { "fail-to-stream", role_fail_to_stream },
};

/* --- tests --- */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("wmd-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "report.wmdreport", NULL);
  put_report (fixture->path, "first");
}

static void
remove_tree (const char *directory)
{
  g_autofree char *quoted = g_shell_quote (directory);
  g_autofree char *command = g_strdup_printf ("rm -rf %s", quoted);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *symbol = NULL;
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, &symbol);

  g_assert_cmpstr (symbol, ==, "first");
  assert_saved (file, "second", FALSE);
  assert_saved (file, "third", FALSE);
  g_assert_false (wmd_store_file_get_read_only (file));
  assert_only_files (fixture->directory, (const char *const[]){ "report.wmdreport", NULL });
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "new.wmdreport", NULL);
  g_autoptr (WmdStoreFile) file = open_file (path);
  mode_t mask = umask (0);

  umask (mask);
  assert_saved (file, "new", FALSE);
  g_assert_cmpuint (mode_of (path), ==, 0666 & ~mask);
  assert_saved (file, "again", FALSE);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);

  g_assert_false (wmd_store_file_has_changed (file, NULL));
  put_report (fixture->path, "other");
  g_assert_true (wmd_store_file_has_changed (file, NULL));
  assert_not_saved (file, "mine", 1, FALSE, WMD_STORE_ERROR_CHANGED);
  assert_holds (fixture->path, "other");
  assert_saved (file, "mine", TRUE);
  g_assert_false (wmd_store_file_has_changed (file, NULL));
  assert_saved (file, "mine again", FALSE);
}

/* The same size and the same times are no proof that nothing changed. */
static void
test_changed_unseen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);
  g_autofree char *other = g_build_filename (fixture->directory, "other.wmdreport", NULL);
  g_autofree char *text = NULL;
  struct timespec times[2];
  GStatBuf info;
  gsize length;

  put_report (other, "fir5t");
  text = test_read_file (other, &length);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (length, ==, info.st_size);
  g_assert_true (g_file_set_contents_full (fixture->path, text, length, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  times[0] = info.st_atim;
  times[1] = info.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  assert_not_saved (file, "mine", 1, FALSE, WMD_STORE_ERROR_CHANGED);
}

/* Written anew with the same contents it is not changed. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);

  g_usleep (20 * G_TIME_SPAN_MILLISECOND);
  put_report (fixture->path, "first");
  g_assert_false (wmd_store_file_has_changed (file, NULL));
  assert_saved (file, "second", FALSE);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (wmd_store_file_has_changed (file, NULL));
  assert_not_saved (file, "mine", 1, FALSE, WMD_STORE_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_saved (file, "mine", TRUE);
}

static void
test_there_already (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = open_file (fixture->path);

  assert_not_saved (file, "mine", 1, FALSE, WMD_STORE_ERROR_CHANGED);
  assert_saved (file, "mine", TRUE);
}

static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *times = g_strdup_printf ("%d", N_WRITES);
  g_autofree char *expected = g_strdup_printf ("%d", 2 * N_WRITES);
  g_autoptr (GError) error = NULL;
  GPid one, other;

  put_report (fixture->path, "0");
  one = start ("count", fixture->path, times);
  other = start ("count", fixture->path, times);
  g_spawn_check_wait_status (finish (one), &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (finish (other), &error);
  g_assert_no_error (error);
  assert_holds (fixture->path, expected);
  assert_only_files (fixture->directory, (const char *const[]){ "report.wmdreport", NULL });
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n_large = 0;

  put_report (fixture->path, "small");
  for (guint i = 0; i < N_KILLS; i++)
    {
      GPid pid = start ("save-forever", fixture->path, NULL);
      g_autofree char *symbol = NULL;
      g_autoptr (WmdStoreFile) file = NULL;

      g_usleep (g_rand_int_range (random, 20, 120) * G_TIME_SPAN_MILLISECOND);
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_true (WIFSIGNALED (finish (pid)));
      file = load_file (fixture->path, &symbol);
      g_assert_true (g_str_equal (symbol, "small") || g_str_equal (symbol, "large"));
      n_large += g_str_equal (symbol, "large");
      /* What the killed one locked is free, and what it left in the way is not in the way. */
      assert_saved (file, "small", FALSE);
    }
  g_test_message ("%u of %u times the large report was there", n_large, N_KILLS);
}

/* Runs "save" with the @nth call of @syscall failing or being its last. FALSE when there are not that many calls.
 * @strace: its path.
 */
static gboolean
save_with_fault (Fixture *fixture, const char *strace, const char *syscall, const char *fault, guint nth)
{
  g_autofree char *log = g_build_filename (fixture->directory, "strace.log", NULL);
  g_autofree char *trace = g_strdup_printf ("trace=%s", syscall);
  g_autofree char *inject = g_strdup_printf ("inject=%s:%s:when=%u", syscall, fault, nth);
  const char *arguments[] = { strace, "-qq",   "-o",     log,    "-e",          trace,    "-e",
                              inject, program, "--role", "save", fixture->path, "second", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  put_report (fixture->path, "first");
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_file_get_contents (log, &text, NULL, NULL) &&
         (strstr (text, "(INJECTED)") != NULL || strstr (text, "killed by SIGKILL") != NULL);
}

/* Each call that saving makes of the system fails, or is the last one, in turn. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *syscall, *fault;
  } faults[] = {
    { "write", "signal=KILL" },  { "write", "error=ENOSPC" },  { "fsync", "signal=KILL" },
    { "fsync", "error=EIO" },    { "rename", "signal=KILL" },  { "rename", "error=EIO" },
    { "chmod", "error=EPERM" },  { "chown", "error=EPERM" },   { "flock", "error=ENOLCK" },
    { "pwrite64", "error=EIO" }, { "ftruncate", "error=EIO" }, { "openat", "error=EMFILE" },
  };
  g_autofree char *strace = test_find_program ("strace");
  guint n_faults = 0;

  if (strace == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint nth = 1; save_with_fault (fixture, strace, faults[i].syscall, faults[i].fault, nth); nth++)
      {
        g_autofree char *symbol = NULL;
        g_autoptr (WmdStoreFile) file = load_file (fixture->path, &symbol);

        g_test_message ("%s %s %u: %s", faults[i].syscall, faults[i].fault, nth, symbol);
        g_assert_true (g_str_equal (symbol, "first") || g_str_equal (symbol, "second"));
        n_faults++;
      }
  if (n_faults == 0)
    g_test_skip ("strace may not trace here");
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) holder = load_file (fixture->path, NULL);
  g_autoptr (WmdStoreFile) other = load_file (fixture->path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (wmd_store_file_lock (holder, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (wmd_store_file_lock (holder, NULL, NULL));
  g_assert_false (wmd_store_file_lock (other, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_real_name ()));
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  assert_not_saved (other, "other", 1, TRUE, WMD_STORE_ERROR_LOCKED);
  assert_saved (holder, "mine", FALSE);
  wmd_store_file_unlock (holder);
  assert_not_saved (other, "other", 1, FALSE, WMD_STORE_ERROR_CHANGED);
  assert_saved (other, "other", TRUE);
  g_assert_true (wmd_store_file_lock (other, NULL, NULL));
  g_clear_object (&other);
  assert_only_files (fixture->directory, (const char *const[]){ "report.wmdreport", NULL });
}

static void
test_lock_of_the_dead (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ready = g_build_filename (fixture->directory, "ready", NULL);
  GPid pid = start ("hold", fixture->path, ready);
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);
  g_autoptr (GError) error = NULL;

  while (!g_file_test (ready, G_FILE_TEST_EXISTS))
    g_usleep (G_TIME_SPAN_MILLISECOND);
  g_assert_false (wmd_store_file_lock (file, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  finish (pid);
  wmd_store_file_lock (file, NULL, &error);
  g_assert_no_error (error);
  assert_saved (file, "second", FALSE);
}

static void
test_symbolic_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->directory, "link.wmdreport", NULL);
  g_autoptr (WmdStoreFile) file = NULL;

  g_assert_cmpint (symlink ("report.wmdreport", link), ==, 0);
  file = load_file (link, NULL);
  assert_saved (file, "second", FALSE);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (fixture->path, "second");
  assert_only_files (fixture->directory, (const char *const[]){ "report.wmdreport", "link.wmdreport", NULL });
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dangling = g_build_filename (fixture->directory, "dangling.wmdreport", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->directory, "no", "where.wmdreport", NULL);
  const char *const paths[] = { dangling, nowhere, fixture->directory, "/dev/null" };

  g_assert_cmpint (symlink ("missing.wmdreport", dangling), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (WmdStoreFile) file = open_file (paths[i]);

      assert_not_saved (file, "mine", 1, TRUE, WMD_STORE_ERROR_WRITE);
    }
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
}

/* A place that has no path and cannot be written: the lock is not for it, and saving says so. */
static void
test_not_native (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) location = g_file_new_for_uri ("resource:///report.wmdreport");
  g_autoptr (WmdStoreFile) file = wmd_store_file_new (location);
  g_autoptr (WmdSnapshot) snapshot = make_report ("second", 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (wmd_store_file_load (file, reference, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_READ);
  g_clear_error (&error);
  g_assert_true (wmd_store_file_lock (file, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (wmd_store_file_save (file, snapshot, FALSE, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0640, 0644, 0664, 0666, 0700 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);
      g_autofree char *symbol = g_strdup_printf ("%o", modes[i]);

      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      assert_saved (file, symbol, FALSE);
      g_assert_cmpuint (mode_of (fixture->path), ==, modes[i]);
    }
}

static void
test_extended_attributes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);
  char value[8] = "";

  if (setxattr (fixture->path, "user.wmd-report.test", "kept", 4, 0) < 0)
    {
      g_test_skip_printf ("no extended attributes here: %s", g_strerror (errno));
      return;
    }
  assert_saved (file, "second", FALSE);
  g_assert_cmpint (getxattr (fixture->path, "user.wmd-report.test", value, sizeof value), ==, 4);
  g_assert_cmpmem (value, 4, "kept", 4);
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = g_build_filename (fixture->directory, "second.wmdreport", NULL);
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);

  g_assert_cmpint (link (fixture->path, second), ==, 0);
  assert_saved (file, "longer than before", FALSE);
  assert_holds (second, "longer than before");
  assert_saved (file, "x", FALSE);
  assert_holds (second, "x");
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  /* Nobody has to get here, and to be the owner of the file. */
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (g_chmod (fixture->directory, 0555), ==, 0);
  run ("save-in-place", fixture->path, "in place");
  assert_holds (fixture->path, "in place");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  run ("fail-to-save", fixture->path, "not at all");
  assert_holds (fixture->path, "in place");
  g_assert_cmpint (g_chmod (fixture->directory, 0755), ==, 0);
}

static void
test_write_error (Fixture *fixture, gconstpointer data)
{
  run ("fail-to-write", fixture->path, "second");
  assert_only_files (fixture->directory, (const char *const[]){ "report.wmdreport", NULL });
}

static void
test_write_error_in_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = g_build_filename (fixture->directory, "second.wmdreport", NULL);

  g_assert_cmpint (link (fixture->path, second), ==, 0);
  run ("fail-to-write", fixture->path, "second");
  assert_holds (second, "second");
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->directory, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "report.wmdreport", NULL);
  g_autofree char *second = g_build_filename (disk, "second.wmdreport", NULL);
  g_autofree char *mount = g_strdup_printf ("mount -t tmpfs -o size=64k tmpfs %s", disk);
  g_autofree char *unmount = g_strdup_printf ("umount %s", disk);
  g_autoptr (WmdStoreFile) file = NULL;
  int status;

  g_assert_cmpint (g_mkdir (disk, 0755), ==, 0);
  if (geteuid () != 0 || !g_spawn_command_line_sync (mount, NULL, NULL, &status, NULL) || status != 0)
    {
      g_test_skip ("a small disk cannot be mounted here");
      return;
    }
  put_report (path, "first");
  file = load_file (path, NULL);
  assert_not_saved (file, "large", 500, FALSE, WMD_STORE_ERROR_WRITE);
  assert_only_files (disk, (const char *const[]){ "report.wmdreport", NULL });
  assert_saved (file, "second", FALSE);
  g_assert_cmpint (link (path, second), ==, 0);
  assert_not_saved (file, "large", 500, FALSE, WMD_STORE_ERROR_WRITE);
  assert_saved (file, "third", FALSE);
  assert_holds (second, "third");
  g_assert_true (g_spawn_command_line_sync (unmount, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static void
test_stream (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (WmdSnapshot) snapshot = make_report ("second", 1);
  g_autoptr (GBytes) bytes = wmd_store_serialize (snapshot);
  g_autoptr (GError) error = NULL;

  run ("fail-to-stream", fixture->path, "first");
  wmd_safe_write_stream (file, NULL, bytes, NULL, &error);
  g_assert_no_error (error);
  assert_holds (fixture->path, "second");
  g_assert_false (wmd_safe_write_stream (file, "another:0:0", bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
}

static void
test_newer_major (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "{\"format\":\"wmdreport\",\"version\":\"2.0\",\"id\":\"x\",\"facts\":{\"symbol\":\"new\"}}";
  g_autofree char *symbol = NULL;
  g_autoptr (WmdStoreFile) file = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  file = load_file (fixture->path, &symbol);
  g_assert_cmpstr (symbol, ==, "new");
  g_assert_true (wmd_store_file_get_read_only (file));
  assert_not_saved (file, "mine", 1, FALSE, WMD_STORE_ERROR_READ_ONLY);
  assert_not_saved (file, "mine", 1, TRUE, WMD_STORE_ERROR_READ_ONLY);
}

/* A report that would not come back from the file is not written. */
static void
test_self_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);
  g_autoptr (WmdSnapshot) good = make_report ("second", 1);
  g_autoptr (WmdBody) reply = wmd_body_new ("r1", WMD_PART_REPLY);
  g_autoptr (GPtrArray) twice = g_ptr_array_new ();
  g_autoptr (WmdSnapshot) bad = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (twice, reply);
  g_ptr_array_add (twice, reply);
  bad = wmd_snapshot_new (reference, "test-report", wmd_snapshot_get_facts (good), wmd_snapshot_get_summary (good),
                          wmd_snapshot_get_introduction (good), twice, NULL);
  g_assert_false (wmd_store_file_save (file, bad, FALSE, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "replies[1].id"));
  assert_holds (fixture->path, "first");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);
  g_autoptr (WmdSnapshot) snapshot = make_report ("second", 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (wmd_store_file_save (file, snapshot, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (wmd_store_file_load (file, reference, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (fixture->path, "first");
}

static void
test_load_errors (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->directory, "missing.wmdreport", NULL);
  const struct
  {
    const char *path;
    WmdStoreError code;
  } cases[] = {
    { missing, WMD_STORE_ERROR_READ },
    { fixture->directory, WMD_STORE_ERROR_READ },
    { "/dev/null", WMD_STORE_ERROR_SYNTAX },
    { "/dev/zero", WMD_STORE_ERROR_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmdStoreFile) file = open_file (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (wmd_store_file_load (file, reference, NULL, &error));
      g_assert_error (error, WMD_STORE_ERROR, (int) cases[i].code);
    }
}

/* A file that was read once and cannot be read any more is still guarded by what was read. */
static void
test_load_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = load_file (fixture->path, NULL);

  g_assert_true (g_file_set_contents (fixture->path, "{", -1, NULL));
  g_assert_null (wmd_store_file_load (file, reference, NULL, NULL));
  assert_not_saved (file, "mine", 1, FALSE, WMD_STORE_ERROR_CHANGED);
}

/* (transfer full) The newest backup of the test report but @n. */
static char *
read_backup (guint n)
{
  g_autoptr (GPtrArray) backups = wmd_backup_list (NULL, "test-report");

  g_assert_cmpuint (backups->len, >, n);
  return test_read_file (((WmdBackup *) backups->pdata[n])->path, NULL);
}

/* What was saved is kept, and what it replaced, even when that is not a report. */
static void
test_backups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdStoreFile) file = open_file (fixture->path);
  g_autofree char *saved = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *replaced = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "precious", -1, NULL));
  assert_saved (file, "second", TRUE);
  saved = test_read_file (fixture->path, NULL);
  newest = read_backup (0);
  replaced = read_backup (1);
  g_assert_cmpstr (newest, ==, saved);
  g_assert_cmpstr (replaced, ==, "precious");
}

#define ADD(name, function) g_test_add ("/store-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result = 1;

  reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  if (argc >= 4 && g_str_equal (argv[1], "--role"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        if (g_str_equal (argv[2], roles[i].name))
          {
            roles[i].act (argv[3], argv[4]);
            result = 0;
          }
      wmd_reference_unref (reference);
      return result;
    }

  program = g_file_read_link ("/proc/self/exe", &error);
  g_assert_no_error (error);
  g_test_init (&argc, &argv, NULL);
  state_directory = g_dir_make_tmp ("wmd-state-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (state_directory, 0777), ==, 0);
  g_setenv ("XDG_STATE_HOME", state_directory, TRUE);
  ADD ("save", test_save);
  ADD ("new-file", test_new_file);
  ADD ("changed", test_changed);
  ADD ("changed-unseen", test_changed_unseen);
  ADD ("touched", test_touched);
  ADD ("removed", test_removed);
  ADD ("there-already", test_there_already);
  ADD ("two-writers", test_two_writers);
  ADD ("killed", test_killed);
  ADD ("faults", test_faults);
  ADD ("locked", test_locked);
  ADD ("lock-of-the-dead", test_lock_of_the_dead);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("not-a-file", test_not_a_file);
  ADD ("not-native", test_not_native);
  ADD ("mode", test_mode);
  ADD ("extended-attributes", test_extended_attributes);
  ADD ("hard-link", test_hard_link);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("write-error", test_write_error);
  ADD ("write-error-in-place", test_write_error_in_place);
  ADD ("full-disk", test_full_disk);
  ADD ("stream", test_stream);
  ADD ("newer-major", test_newer_major);
  ADD ("self-check", test_self_check);
  ADD ("cancelled", test_cancelled);
  ADD ("load-errors", test_load_errors);
  ADD ("load-again", test_load_again);
  ADD ("backups", test_backups);
  result = g_test_run ();
  remove_tree (state_directory);
  g_free (state_directory);
  g_free (program);
  wmd_reference_unref (reference);
  return result;
}
