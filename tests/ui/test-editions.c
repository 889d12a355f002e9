/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes into a window from other documents: another edition of the open report. The edition is the French one of
 * the sample as text; the report is the sample without it.
 */

#include <glib/gstdio.h>

#include "compose/composer.h"
#include "publish/publish.h"
#include "support/support.h"
#include "ui/finding-row.h"
#include "ui/merge-dialog.h"
#include "ui/test-ui.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *sample;
  WmdSession *session; /* of the sample without French */
  WmdWindow *window;
  char *path; /* of the French edition */
} Fixture;

static void
write_edition (Fixture *fixture)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (fixture->reference);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, fixture->sample, WMD_LANGUAGE_FR);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  WmdPublishOptions options;

  wmd_publish_options_init (&options, publication);
  bytes = wmd_formats_lookup ("txt")->write (publication, &options, NULL, &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (g_get_user_data_dir (), "french.txt", NULL);
  g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

/* (transfer full) */
static WmdSession *
open_without_french (Fixture *fixture)
{
  WmdSnapshot *sample = fixture->sample;
  g_autoptr (WmdBody) summary = wmd_body_with_variant (wmd_snapshot_get_summary (sample), WMD_LANGUAGE_FR, NULL);
  g_autoptr (WmdBody) introduction =
      wmd_body_with_variant (wmd_snapshot_get_introduction (sample), WMD_LANGUAGE_FR, NULL);
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdReport) report = NULL;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (sample); i++)
    g_ptr_array_add (replies, wmd_body_with_variant (wmd_snapshot_get_reply (sample, i), WMD_LANGUAGE_FR, NULL));
  snapshot = wmd_snapshot_new (fixture->reference, "test", wmd_snapshot_get_facts (sample), summary, introduction,
                               replies, NULL);
  report = wmd_report_new_from_snapshot (snapshot);
  return wmd_session_new (report, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdSession) sample = NULL;
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  sample = test_ui_open_sample (fixture->reference);
  test_ui_wait_for_findings (sample);
  fixture->sample = wmd_snapshot_ref (wmd_report_get_snapshot (wmd_session_get_report (sample)));
  write_edition (fixture);
  fixture->session = open_without_french (fixture);
  fixture->window = wmd_window_new (NULL, fixture->reference);
  wmd_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_ui_wait_for_findings (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_session_discard_recovery (fixture->session);
  g_clear_object (&fixture->session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_ui_spin ();
  g_unlink (fixture->path);
  g_free (fixture->path);
  wmd_snapshot_unref (fixture->sample);
  wmd_reference_unref (fixture->reference);
}

static gboolean
is_imported (gpointer session)
{
  return wmd_session_get_noticed (session) != NULL;
}

static void
import_edition (Fixture *fixture)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-edition-from", "s", fixture->path));
  test_ui_wait_for (is_imported, fixture->session);
}

static guint
count_french (Fixture *fixture)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));
  guint n = wmd_body_get_variant (wmd_snapshot_get_summary (snapshot), WMD_LANGUAGE_FR) != NULL;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    n += wmd_body_get_variant (wmd_snapshot_get_reply (snapshot, i), WMD_LANGUAGE_FR) != NULL;
  return n;
}

/* All that the edition brings is one step, which one click takes back. */
static void
test_import_edition (Fixture *fixture, gconstpointer data)
{
  WmdHistory *history = wmd_session_get_history (fixture->session);
  const guint n_replies = wmd_snapshot_get_n_replies (fixture->sample);

  g_assert_cmpuint (count_french (fixture), ==, 0);
  import_edition (fixture);
  g_assert_cmpuint (count_french (fixture), ==, n_replies + 1);
  g_assert_true (test_ui_has_text (test_ui_find_window (WMD_TYPE_MERGE_DIALOG), "French Edition Imported"));
  test_ui_click (test_ui_find_window (WMD_TYPE_MERGE_DIALOG), "_Undo Import");
  g_assert_cmpuint (count_french (fixture), ==, 0);
  g_assert_false (wmd_history_get_can_undo (history));
  g_assert_null (wmd_session_get_noticed (fixture->session));
}

/* What could not be paired leads to its place, and stays beside the text. */
static void
test_unpaired (Fixture *fixture, gconstpointer data)
{
  WmdReport *report = wmd_session_get_report (fixture->session);
  WmdFindingRow *row;
  WmdSnapshot *snapshot = wmd_report_get_snapshot (report);
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Removal");

  wmd_edit_replace_body (edit, wmd_snapshot_get_reply (snapshot, 0), NULL);
  g_assert_true (wmd_session_apply (fixture->session, edit));
  import_edition (fixture);
  row = test_ui_find (test_ui_find_window (WMD_TYPE_MERGE_DIALOG), WMD_TYPE_FINDING_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (wmd_finding_item_get (wmd_finding_row_get_item (row))->rule, ==, "import-unpaired");
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  g_assert_nonnull (wmd_session_get_part (fixture->session));
  test_ui_spin ();
  g_assert_null (test_ui_find_window (WMD_TYPE_MERGE_DIALOG));
  g_assert_cmpuint (wmd_session_get_noticed (fixture->session)->len, >, 0);
}

static gboolean
has_failed (gpointer data)
{
  return test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* A file that is no report changes nothing and is named. */
static void
test_no_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "A shopping list.\n", -1, &error);
  g_assert_no_error (error);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-edition-from", "s", fixture->path));
  test_ui_wait_for (has_failed, NULL);
  g_assert_true (test_ui_has_text (test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "french.txt"));
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));
  gtk_window_destroy (test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

/* Leaving while the file is read changes nothing. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-edition-from", "s", fixture->path));
  test_ui_click (test_ui_find_window (WMD_TYPE_MERGE_DIALOG), "_Cancel");
  test_ui_spin ();
  g_assert_null (test_ui_find_window (WMD_TYPE_MERGE_DIALOG));
  g_assert_cmpuint (count_french (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/editions/import", test_import_edition);
  add ("/editions/unpaired", test_unpaired);
  add ("/editions/no-report", test_no_report);
  add ("/editions/cancel", test_cancel);
#undef add
  return g_test_run ();
}
