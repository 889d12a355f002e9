/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of a recovery copy: written by a program that then dies, or lives, and found by the next one. The programs
 * are this one again, started with --write.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/recovery.h"
#include "store/store.h"
#include "support/support.h"

typedef struct
{
  char *directory;
} Fixture;

static WmdReference *reference;
static char *program; /* this one */

/* (transfer full) A report with that id and that symbol. */
static WmdSnapshot *
make_report (const char *id, const char *symbol)
{
  g_autoptr (WmdFacts) empty = wmd_facts_new ();
  g_autoptr (WmdFacts) facts = wmd_facts_with (empty, WMD_FACT_SYMBOL, symbol);
  g_autoptr (WmdBody) summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  return wmd_snapshot_new (reference, id, facts, summary, introduction, replies, NULL);
}

/* @uri may be NULL. */
static void
write_copy (const char *directory, const char *id, const char *symbol, const char *uri)
{
  g_autoptr (WmdSnapshot) snapshot = make_report (id, symbol);
  g_autoptr (GFile) origin = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autoptr (GError) error = NULL;

  wmd_recovery_write (directory, snapshot, origin, &error);
  g_assert_no_error (error);
}

/* Starts a program that writes a copy and then, where @stay, stays until it is killed. */
static GPid
start (Fixture *fixture, const char *id, const char *symbol, const char *uri, gboolean stay)
{
  const char *arguments[] = {
    program, "--write", fixture->directory, id, symbol, uri != NULL ? uri : "", stay ? "stay" : "go", NULL
  };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static void
finish (GPid pid)
{
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  g_spawn_close_pid (pid);
}

static void
write_and_die (Fixture *fixture, const char *id, const char *symbol, const char *uri)
{
  finish (start (fixture, id, symbol, uri, FALSE));
}

/* (transfer full) The symbols of the copies that are offered, newest first, with spaces between them. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) copies = wmd_recovery_list (fixture->directory);
  GString *symbols = g_string_new (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      const WmdRecoveryCopy *copy = copies->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdSnapshot) snapshot = wmd_recovery_read (copy, reference, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (wmd_snapshot_get_id (snapshot), ==, copy->report_id);
      g_assert_nonnull (copy->when);
      g_string_append_printf (symbols, "%s%s", i > 0 ? " " : "",
                              wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_SYMBOL));
    }
  return g_string_free (symbols, FALSE);
}

static void
assert_offered (Fixture *fixture, const char *expected)
{
  g_autofree char *offered = list (fixture);

  g_assert_cmpstr (offered, ==, expected);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("wmd-recovery-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quoted = g_shell_quote (fixture->directory);
  g_autofree char *command = g_strdup_printf ("rm -rf %s", quoted);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->directory);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) copies = wmd_recovery_list ("/does/not/exist");

  g_assert_cmpuint (copies->len, ==, 0);
  assert_offered (fixture, "");
}

static void
test_life (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) origin = g_file_new_for_uri ("file:///tmp/report.wmdreport");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  write_and_die (fixture, "report", "lost", "file:///tmp/report.wmdreport");
  assert_offered (fixture, "lost");
  copies = wmd_recovery_list (fixture->directory);
  g_assert_true (g_file_equal (((WmdRecoveryCopy *) copies->pdata[0])->origin, origin));

  /* Whoever goes on with it owns it, */
  write_copy (fixture->directory, "report", "found", "file:///tmp/report.wmdreport");
  assert_offered (fixture, "");
  /* and removes it when the report was saved. */
  wmd_recovery_remove (fixture->directory, "report", origin, &error);
  g_assert_no_error (error);
  wmd_recovery_remove (fixture->directory, "report", origin, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0); /* which is empty */
}

/* A program that crashed is gone, though whoever started it may not have taken note. */
static void
test_not_waited_for (Fixture *fixture, gconstpointer data)
{
  siginfo_t info;
  const GPid pid = start (fixture, "report", "lost", NULL, FALSE);

  g_assert_cmpint (waitid (P_PID, (id_t) pid, &info, WEXITED | WNOWAIT), ==, 0);
  assert_offered (fixture, "lost");
  finish (pid);
}

static void
test_never_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  write_and_die (fixture, "report", "new", NULL);
  assert_offered (fixture, "new");
  copies = wmd_recovery_list (fixture->directory);
  g_assert_null (((WmdRecoveryCopy *) copies->pdata[0])->origin);
  wmd_recovery_remove (fixture->directory, "report", NULL, &error);
  g_assert_no_error (error);
  assert_offered (fixture, "");
}

/* The last state counts, and the file is replaced as a whole. */
static void
test_written_again (Fixture *fixture, gconstpointer data)
{
  write_and_die (fixture, "report", "one", NULL);
  write_and_die (fixture, "report", "two", NULL);
  assert_offered (fixture, "two");
}

/* Two files with the same report, and the report that was not saved yet, have a copy each. */
static void
test_same_report_in_two_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) origin = g_file_new_for_uri ("file:///tmp/a");
  g_autoptr (GError) error = NULL;

  write_and_die (fixture, "report", "a", "file:///tmp/a");
  write_and_die (fixture, "report", "b", "file:///tmp/b");
  write_and_die (fixture, "report", "c", NULL);
  write_and_die (fixture, "other", "d", NULL);
  assert_offered (fixture, "d c b a");
  wmd_recovery_remove (fixture->directory, "report", origin, &error);
  g_assert_no_error (error);
  assert_offered (fixture, "d c b");
}

/* While its program runs nobody else is offered the copy. */
static void
test_owner_runs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "report.recovery", NULL);
  GPid pid = start (fixture, "report", "open", NULL, TRUE);

  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (G_TIME_SPAN_MILLISECOND);
  assert_offered (fixture, "");
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  finish (pid);
  assert_offered (fixture, "open");
}

/* Replaces @old by @new in the copy. */
static void
forge (Fixture *fixture, const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (fixture->directory, "report.recovery", NULL);
  g_autofree char *text = test_read_file (path, NULL);
  g_auto (GStrv) parts = g_strsplit (text, old, 2);
  g_autofree char *forged = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  forged = g_strconcat (parts[0], new, parts[1], NULL);
  g_assert_true (g_file_set_contents (path, forged, -1, NULL));
}

/* A process that got the number of the dead one, or a machine that was started anew, is not the owner. */
static void
test_number_used_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "report.recovery", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *boot = NULL;
  g_autofree char *start_time = NULL;

  write_copy (fixture->directory, "report", "mine", NULL);
  assert_offered (fixture, "");
  text = test_read_file (path, NULL);
  words = g_regex_split_simple ("\"owner\":\"([^ ]+) ([0-9]+) ([0-9]+)\"", text, 0, 0);
  g_assert_cmpuint (g_strv_length (words), ==, 5);
  g_assert_cmpint (atoi (words[2]), ==, getpid ());

  start_time = g_strconcat (" ", words[3], "\"", NULL);
  forge (fixture, start_time, " 1\"");
  assert_offered (fixture, "mine");
  forge (fixture, " 1\"", start_time);
  assert_offered (fixture, "");
  forge (fixture, words[1], "00000000-0000-0000-0000-000000000000");
  assert_offered (fixture, "mine");
}

/* What is not a copy is left alone; a damaged one is listed as long as it says whose it is, and read with an error. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const headers[] = { "",
                                         "\n",
                                         "{",
                                         "[]\n",
                                         "{}\n{}",
                                         "{\"report\":5}\n",
                                         "{\"report\":\"../x\"}\n",
                                         "{\"report\":\"x\",\"report\":\"x\"}\n",
                                         "\377\n",
                                         "{\"report\":\"x\"}" };
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.recovery", i);
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_assert_true (g_file_set_contents (path, headers[i], -1, NULL));
    }
  assert_offered (fixture, "");
  write_and_die (fixture, "report", "whole", NULL);
  forge (fixture, "\"format\"", "\"farmot\"");
  copies = wmd_recovery_list (fixture->directory);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_null (wmd_recovery_read (copies->pdata[0], reference, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "format"));
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->directory, "inner", "recovery", NULL);
  g_autofree char *path = g_build_filename (folder, "report.recovery", NULL);
  GStatBuf info;

  write_copy (folder, "report", "secret", NULL);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_write_error (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in_the_way = g_build_filename (fixture->directory, "file", NULL);
  g_autoptr (WmdSnapshot) snapshot = make_report ("report", "symbol");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_false (wmd_recovery_write (in_the_way, snapshot, NULL, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_WRITE);
}

/* Without a folder the copy goes where the user's state is kept. */
static void
test_default_directory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "wmd-report", "recovery", "report.recovery", NULL);
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_STATE_HOME", fixture->directory, TRUE); /* read by GLib once, here */
  write_copy (NULL, "report", "here", NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  wmd_recovery_remove (NULL, "report", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) g_test_add ("/recovery/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  if (argc == 7 && g_str_equal (argv[1], "--write"))
    {
      write_copy (argv[2], argv[3], argv[4], *argv[5] != '\0' ? argv[5] : NULL);
      if (g_str_equal (argv[6], "stay"))
        pause ();
      wmd_reference_unref (reference);
      return 0;
    }

  program = g_file_read_link ("/proc/self/exe", &error);
  g_assert_no_error (error);
  g_test_init (&argc, &argv, NULL);
  ADD ("none", test_none);
  ADD ("life", test_life);
  ADD ("not-waited-for", test_not_waited_for);
  ADD ("never-saved", test_never_saved);
  ADD ("written-again", test_written_again);
  ADD ("same-report-in-two-files", test_same_report_in_two_files);
  ADD ("owner-runs", test_owner_runs);
  ADD ("number-used-again", test_number_used_again);
  ADD ("damaged", test_damaged);
  ADD ("private", test_private);
  ADD ("write-error", test_write_error);
  ADD ("default-directory", test_default_directory);
  result = g_test_run ();
  g_free (program);
  wmd_reference_unref (reference);
  return result;
}
