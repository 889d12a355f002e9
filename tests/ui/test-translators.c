/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes to translators and comes back: the French of the sample. */

#include <glib/gstdio.h>
#include <string.h>

#include "support/support.h"
#include "ui/merge-dialog.h"
#include "ui/test-ui.h"

#define BEFORE "Législation nationale"
#define AFTER "Législation du pays"
#define MEANWHILE "Lois nationales"

typedef struct
{
  WmdReference *reference;
  WmdSession *session;
  WmdWindow *window;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->session = test_ui_open_sample (fixture->reference);
  fixture->window = test_ui_show (fixture->reference, fixture->session);
  fixture->path = g_build_filename (g_get_user_data_dir (), "french.xlf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_ui_close (fixture->window, fixture->session);
  g_unlink (fixture->path);
  g_free (fixture->path);
  wmd_reference_unref (fixture->reference);
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* (transfer full) */
static char *
export_french (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-translation-to", "(ss)", "fr",
                                             fixture->path));
  test_ui_wait_for (exists, fixture->path);
  test_ui_spin ();
  return test_read_file (fixture->path, NULL);
}

/* What a translator does with the file. */
static void
translate (Fixture *fixture)
{
  g_autofree char *text = export_french (fixture);
  g_auto (GStrv) parts = g_strsplit (text, BEFORE, -1);
  g_autofree char *changed = g_strjoinv (AFTER, parts);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_file_set_contents (fixture->path, changed, -1, &error);
  g_assert_no_error (error);
}

/* The block that is translated, in the first reply. */
static WmdBlock *
get_block (Fixture *fixture)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));

  return wmd_variant_lookup_block (wmd_body_get_variant (wmd_snapshot_lookup_body (snapshot, "r1"), WMD_LANGUAGE_FR),
                                   "b2", NULL);
}

static void
edit_meanwhile (Fixture *fixture)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));
  WmdBody *body = wmd_snapshot_lookup_body (snapshot, "r1");
  g_autoptr (WmdInline) content = wmd_inline_new_text (MEANWHILE);
  g_autoptr (WmdBlock) block = wmd_block_with_content (get_block (fixture), content);
  g_autoptr (WmdBody) changed = wmd_body_with_block (body, WMD_LANGUAGE_FR, block);
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Typing");

  wmd_edit_replace_body (edit, body, changed);
  g_assert_true (wmd_session_apply (fixture->session, edit));
}

static gboolean
is_shown (gpointer title)
{
  gpointer dialog = test_ui_find_window (WMD_TYPE_MERGE_DIALOG);

  return dialog != NULL && test_ui_has_text (dialog, title);
}

static void
take_back (Fixture *fixture, const char *title)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-edition-from", "s", fixture->path));
  test_ui_wait_for (is_shown, (gpointer) title);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = export_french (fixture);

  g_assert_nonnull (strstr (text, "<xliff version=\"1.2\""));
  g_assert_nonnull (strstr (text, "target-language=\"fr\""));
  g_assert_nonnull (strstr (text, BEFORE));
  g_assert_true (test_ui_has_text (fixture->window, "Exported “french.xlf” for translation into French"));
}

/* What comes back is one step. */
static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  translate (fixture);
  take_back (fixture, "French Translation Taken Back");
  g_assert_cmpstr (wmd_block_get_text (get_block (fixture)), ==, AFTER);
  test_ui_click (test_ui_find_window (WMD_TYPE_MERGE_DIALOG), "_Undo Import");
  g_assert_cmpstr (wmd_block_get_text (get_block (fixture)), ==, BEFORE);
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));
}

static void
test_nothing_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = export_french (fixture);

  take_back (fixture, "Nothing New in the French Translation");
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));
  gtk_window_destroy (test_ui_find_window (WMD_TYPE_MERGE_DIALOG));
}

/* What was changed in the report meanwhile stays, until the user wants the translator's words; one step, too. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  translate (fixture);
  edit_meanwhile (fixture);
  take_back (fixture, "Nothing New in the French Translation");
  g_assert_cmpstr (wmd_block_get_text (get_block (fixture)), ==, MEANWHILE);
  test_ui_click (test_ui_find_window (WMD_TYPE_MERGE_DIALOG), "_Overwrite Changes");
  test_ui_wait_for (is_shown, (gpointer) "French Translation Taken Back");
  g_assert_cmpstr (wmd_block_get_text (get_block (fixture)), ==, AFTER);
  gtk_window_destroy (test_ui_find_window (WMD_TYPE_MERGE_DIALOG));
  wmd_session_undo (fixture->session);
  g_assert_cmpstr (wmd_block_get_text (get_block (fixture)), ==, MEANWHILE);
}

/* A file that is dropped on the window of its report is taken back into it. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  translate (fixture);
  g_assert_true (test_ui_drop (fixture->window, fixture->path));
  test_ui_wait_for (is_shown, (gpointer) "French Translation Taken Back");
  g_assert_cmpstr (wmd_block_get_text (get_block (fixture)), ==, AFTER);
  gtk_window_destroy (test_ui_find_window (WMD_TYPE_MERGE_DIALOG));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "export", test_export },     { "take-back", test_take_back }, { "nothing-new", test_nothing_new },
    { "conflict", test_conflict }, { "drop", test_drop },
  };

  test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/translators/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
