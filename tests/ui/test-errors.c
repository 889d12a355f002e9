/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can go wrong with files: the user is told which file, why, and what to do next; nothing is lost, and a report
 * that was not saved is known to be so.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "support/support.h"
#include "ui/test-ui.h"

/* Bytes: less than the report needs. */
#define SMALL_DISK 4096

typedef TestUiFixture Fixture;

static gboolean
is_asked (gpointer data)
{
  return test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Waits for the message, which is to say @heading and @body. */
static void
assert_message (const char *heading, const char *body)
{
  AdwMessageDialog *dialog;

  test_ui_wait_for (is_asked, NULL);
  dialog = test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_test_message ("%s | %s", adw_message_dialog_get_heading (dialog), adw_message_dialog_get_body (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (dialog), heading));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), body));
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_true (adw_message_dialog_has_response (dialog, response));
  /* As its button does. */
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  test_ui_spin ();
  g_assert_null (test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

/* A file of that name in the folder of the test. (transfer full) */
static char *
write_file (const char *name, const char *contents)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
is_opened (gpointer window)
{
  return wmd_window_get_session (window) != NULL;
}

/* --- opening --- */

/* In a window of its own, which is free again afterwards. */
static void
assert_not_opened (Fixture *fixture, const char *path, const char *heading, const char *body)
{
  WmdWindow *window = wmd_window_new (NULL, fixture->reference);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_present (GTK_WINDOW (window));
  wmd_window_load (window, file);
  assert_message (heading, body);
  answer ("cancel");
  g_assert_true (wmd_window_is_free (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *damaged = write_file ("damaged.wmdreport", "{\n  \"format\": \"wmdreport\",\n  \"vers");
  g_autofree char *other = write_file ("other.wmdreport", "{ \"name\": \"a package\" }\n");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "folder.wmdreport", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  /* Where the damage is, and where earlier states are. */
  assert_not_opened (fixture, damaged, "Cannot Open Report", "Line 3");
  assert_not_opened (fixture, damaged, "Cannot Open Report", "backups");
  assert_not_opened (fixture, other, "Cannot Open Report", "“other.wmdreport” is damaged, or it is no report");
  assert_not_opened (fixture, "/no/such.wmdreport", "Cannot Open Report", "No such file");
  assert_not_opened (fixture, folder, "Cannot Open Report", "directory");
  g_rmdir (folder);
  g_unlink (damaged);
  g_unlink (other);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("secret.wmdreport", "{}");

  g_chmod (path, 0);
  if (g_access (path, R_OK) == 0)
    g_test_skip ("This user may read every file.");
  else
    assert_not_opened (fixture, path, "Cannot Open Report", "ermission");
  g_unlink (path);
}

/* Opens the file in a window; checks that it can be read but not changed, and why. */
static void
assert_read_only (Fixture *fixture, const char *path, const char *reason)
{
  WmdWindow *window = wmd_window_new (NULL, fixture->reference);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  WmdSession *session;

  gtk_window_present (GTK_WINDOW (window));
  wmd_window_load (window, file);
  test_ui_wait_for (is_opened, window);
  session = wmd_window_get_session (window);
  g_assert_true (wmd_session_get_read_only (session));
  g_assert_true (test_ui_has_text (window, reason));
  wmd_session_add_reply (session);
  g_assert_false (wmd_history_get_modified (wmd_session_get_history (session)));
  test_ui_wait_for_findings (session);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autofree char *text = test_read_file (sample, NULL);
  g_auto (GStrv) pieces = g_strsplit (text, "\"version\": \"1.", 2);
  g_autofree char *newer = NULL, *path = NULL, *after = NULL;

  g_assert_cmpuint (g_strv_length (pieces), ==, 2);
  newer = g_strjoinv ("\"version\": \"9.", pieces);
  path = write_file ("newer.wmdreport", newer);
  assert_read_only (fixture, path, "newer version of WMD Report");
  after = test_read_file (path, NULL);
  g_assert_cmpstr (after, ==, newer);
  g_unlink (path);
}

/* The report of the fixture is held by its own session. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WmdStoreFile *store = wmd_session_get_store_file (fixture->session);
  g_autofree char *path = g_file_get_path (wmd_store_file_get_file (store));

  g_assert_true (wmd_store_file_lock (store, NULL, &error));
  g_assert_no_error (error);
  assert_read_only (fixture, path, "“sample.wmdreport” is open");
}

/* --- saving --- */

static void
change (Fixture *fixture)
{
  WmdFacts *facts = wmd_report_get_facts (wmd_session_get_report (fixture->session));
  g_autoptr (WmdFacts) changed = wmd_facts_with (facts, WMD_FACT_JOB_NUMBER, "24-00001");

  g_assert_true (wmd_session_replace_facts (fixture->session, changed, "Change", NULL));
  g_assert_true (wmd_history_get_modified (wmd_session_get_history (fixture->session)));
}

static void
assert_unsaved (Fixture *fixture, const char *path, const char *before)
{
  g_autofree char *after = test_read_file (path, NULL);

  g_assert_true (wmd_history_get_modified (wmd_session_get_history (fixture->session)));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "•"));
}

static gboolean
is_saved (gpointer session)
{
  return !wmd_history_get_modified (wmd_session_get_history (session));
}

/* The disk is full, as far as this process can tell; then there is room again. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (wmd_session_get_file (fixture->session));
  g_autofree char *before = test_read_file (path, NULL);
  struct rlimit limit, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = SMALL_DISK;
  change (fixture);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL));
  assert_message ("Cannot Save Report", "it is as it was before");
  assert_unsaved (fixture, path, before);
  g_assert_true (adw_message_dialog_has_response (test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "copy"));
  answer ("cancel");

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL));
  test_ui_wait_for (is_saved, fixture->session);
}

/* Nothing can be made in /proc, by no user. The report stays the one of its own file. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (wmd_session_get_file (fixture->session));
  g_autofree char *before = test_read_file (path, NULL);
  g_autofree char *own = NULL;

  change (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-to", "s", "/proc/copy.wmdreport"));
  assert_message ("Cannot Save Report", "copy.wmdreport” was not saved. ");
  assert_unsaved (fixture, path, before);
  own = g_file_get_path (wmd_session_get_file (fixture->session));
  g_assert_cmpstr (own, ==, path);
  g_assert_true (adw_message_dialog_has_response (test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "copy"));
  answer ("cancel");
}

/* Somebody else saved the file meanwhile: nothing is overwritten without a question. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (wmd_session_get_file (fixture->session));
  g_autofree char *theirs = test_read_file (path, NULL);
  g_autoptr (GString) changed = g_string_new (theirs);

  g_string_replace (changed, "23-99999", "23-11111", 1);
  g_file_set_contents (path, changed->str, -1, NULL);
  change (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL));
  assert_message ("File Changed on Disk", "another program");
  assert_unsaved (fixture, path, changed->str);
  answer ("overwrite");
  test_ui_wait_for (is_saved, fixture->session);
}

/* --- exporting --- */

static void
test_export (Fixture *fixture, gconstpointer data)
{
  change (fixture);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "(ss)", "en", "/proc/edition.pdf"));
  assert_message ("Cannot Export Report", "edition.pdf");
  answer ("cancel");
  g_assert_true (wmd_history_get_modified (wmd_session_get_history (fixture->session)));
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
#define add(path, test) g_test_add (path, Fixture, NULL, test_ui_set_up, test, test_ui_tear_down)
  add ("/errors/open", test_open);
  add ("/errors/unreadable", test_unreadable);
  add ("/errors/newer", test_newer);
  add ("/errors/locked", test_locked);
  add ("/errors/full-disk", test_full_disk);
  add ("/errors/read-only-folder", test_read_only_folder);
  add ("/errors/changed", test_changed);
  add ("/errors/export", test_export);
#undef add
  return g_test_run ();
}
