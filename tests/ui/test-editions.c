/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes into a window from other documents: last year's report, another edition of the open one. The edition is
 * the French one of the sample as text; the report is the sample without it.
 */

#include <glib/gstdio.h>

#include "compose/composer.h"
#include "publish/publish.h"
#include "support/support.h"
#include "ui/editions.h"
#include "ui/finding-row.h"
#include "ui/merge-dialog.h"
#include "ui/reuse.h"
#include "ui/roll-dialog.h"
#include "ui/rolled-list.h"
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
  fixture->window = test_ui_show (fixture->reference, fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_ui_close (fixture->window, fixture->session);
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

/* --- a new report from last year's --- */

/* The sample, with a summary that states its values in plain words. (transfer full) */
static char *
write_last_report (Fixture *fixture)
{
  char *path = g_build_filename (g_get_user_data_dir (), "last.wmdreport", NULL);
  g_autoptr (WmdInline) content =
      wmd_inline_new_text ("By 31 May 2023, three Governments had replied under resolution 77/75.");
  g_autoptr (WmdBlock) block = wmd_block_new ("b1", WMD_BLOCK_PARAGRAPH, content);
  g_autoptr (WmdBody) empty = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdBody) summary = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (blocks, block);
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  summary = wmd_body_with_variant (empty, WMD_LANGUAGE_EN, variant);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (fixture->sample); i++)
    g_ptr_array_add (replies, wmd_snapshot_get_reply (fixture->sample, i));
  snapshot = wmd_snapshot_new (fixture->reference, "last", wmd_snapshot_get_facts (fixture->sample), summary,
                               wmd_snapshot_get_introduction (fixture->sample), replies, NULL);
  bytes = wmd_store_serialize (snapshot);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return path;
}

/* The row of the value that was @old, as far as it begins so. */
static GtkWidget *
find_rolled (gpointer root, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_ENTRY_ROW (child) &&
          g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title))
        return child;
      found = find_rolled (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_read (gpointer dialog)
{
  return test_ui_has_text (dialog, "Data of the New Report");
}

static gboolean
is_window_of_report (gpointer own)
{
  gpointer window = test_ui_find_window (WMD_TYPE_WINDOW);

  return window != own && wmd_window_get_session (window) != NULL;
}

/* Values are confirmed, refused and corrected, and the report that comes of it opens beside the other. */
static void
test_roll_forward (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_last_report (fixture);
  WmdWindow *window;
  WmdSnapshot *snapshot;
  GtkWidget *dialog, *row;
  WmdBlock *block;
  WmdReuse reuse;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.roll-forward-from", "s", path));
  dialog = test_ui_find_window (WMD_TYPE_ROLL_DIALOG);
  test_ui_wait_for (is_read, dialog);
  /* Corrected, refused. */
  gtk_editable_set_text (GTK_EDITABLE (find_rolled (dialog, "Deadline for Replies")), "2024-06-14");
  row = find_rolled (dialog, "Job Number");
  gtk_check_button_set_active (test_ui_find (row, GTK_TYPE_CHECK_BUTTON), FALSE);
  test_ui_click (dialog, "_Next");
  row = find_rolled (test_ui_find (dialog, WMD_TYPE_ROLLED_LIST), "“31 May 2023”");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "14 June 2024");
  row = find_rolled (test_ui_find (dialog, WMD_TYPE_ROLLED_LIST), "“three Governments”");
  gtk_check_button_set_active (test_ui_find (row, GTK_TYPE_CHECK_BUTTON), FALSE);
  row = find_rolled (test_ui_find (dialog, WMD_TYPE_ROLLED_LIST), "“77/75”");
  gtk_editable_set_text (GTK_EDITABLE (row), "78/1");
  test_ui_click (dialog, "C_reate Report");
  test_ui_wait_for (is_window_of_report, fixture->window);

  window = test_ui_find_window (WMD_TYPE_WINDOW);
  snapshot = wmd_report_get_snapshot (wmd_session_get_report (wmd_window_get_session (window)));
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_SESSION), ==, "79");
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_DEADLINE), ==, "2024-06-14");
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_JOB_NUMBER), ==, "23-99999");
  g_assert_null (wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_SYMBOL));
  g_assert_cmpuint (wmd_snapshot_get_n_replies (snapshot), ==, 0);
  block = wmd_variant_get_block (wmd_body_get_source (wmd_snapshot_get_summary (snapshot)), 0);
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (block)), ==,
                   "By <field name=\"cut-off\"/>, three Governments had replied under resolution 78/1.");
  g_assert_true (wmd_reuse_count (wmd_snapshot_get_summary (snapshot), WMD_LANGUAGE_EN, &reuse));
  g_assert_cmpstr (reuse.origin, ==, "A/78/9999");
  /* The editor says so. */
  wmd_session_select (wmd_window_get_session (window),
                      wmd_report_get_summary (wmd_session_get_report (wmd_window_get_session (window))),
                      WMD_LANGUAGE_EN);
  g_assert_true (test_ui_has_text (window, "1 paragraph taken over from A/78/9999"));
  g_assert_true (wmd_history_get_modified (wmd_session_get_history (wmd_window_get_session (window))));
  wmd_session_discard_recovery (wmd_window_get_session (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

/* The report of the session that is asked for already is no new one. */
static void
test_same_session (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_last_report (fixture);
  GtkWidget *dialog, *combo;
  GtkSpinButton *session;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.roll-forward-from", "s", path));
  dialog = test_ui_find_window (WMD_TYPE_ROLL_DIALOG);
  test_ui_wait_for (is_read, dialog);
  combo = test_ui_find (dialog, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo),
                              g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (combo))) - 1);
  session = test_ui_find (dialog, GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (session), ==, 79);
  gtk_spin_button_set_value (session, 78);
  g_assert_true (test_ui_has_text (dialog, "The report is the one to session 78 already."));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unlink (path);
}

/* Of an imported edition no source is held, and yet it is there. */
static void
test_fraction (void)
{
  const WmdEditionState imported = { .n_parts = 19 };
  const WmdEditionState others = { .n_parts = 19, .n_parts_left = 19 };
  const WmdEditionState half = { .n_parts = 2, .n_parts_left = 1, .n_words = 100, .n_words_left = 25 };

  g_assert_cmpfloat (wmd_edition_state_get_fraction (&imported), ==, 1);
  g_assert_cmpfloat (wmd_edition_state_get_fraction (&others), ==, 0);
  g_assert_cmpfloat (wmd_edition_state_get_fraction (&half), ==, 0.75);
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
  add ("/editions/roll-forward", test_roll_forward);
  add ("/editions/same-session", test_same_session);
#undef add
  g_test_add_func ("/editions/fraction", test_fraction);
  return g_test_run ();
}
