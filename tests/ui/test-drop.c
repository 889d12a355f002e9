/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that are dropped on a window are opened: a report in the window where that is free, a text as an import. */

#include <glib/gstdio.h>

#include "support/support.h"
#include "ui/application.h"
#include "ui/test-ui.h"

typedef struct
{
  WmdReference *reference;
  GApplication *application;
  WmdWindow *window; /* with nothing in it yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->application = G_APPLICATION (wmd_application_new ());
  g_application_set_flags (fixture->application, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (fixture->application, NULL, &error);
  g_assert_no_error (error);
  fixture->window = wmd_window_new (GTK_APPLICATION (fixture->application), fixture->reference);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))) != NULL)
    {
      WmdSession *session = WMD_IS_WINDOW (windows->data) ? wmd_window_get_session (windows->data) : NULL;

      if (session != NULL)
        wmd_session_discard_recovery (session);
      gtk_window_destroy (windows->data);
    }
  test_ui_spin ();
  g_object_unref (fixture->application);
  wmd_reference_unref (fixture->reference);
}

static gboolean
has_session (gpointer window)
{
  return wmd_window_get_session (window) != NULL;
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The window of the application that is not @window; NULL when there is none. */
static WmdWindow *
find_other (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); l != NULL; l = l->next)
    if (WMD_IS_WINDOW (l->data) && l->data != fixture->window)
      return l->data;
  return NULL;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autofree char *text = g_build_filename (g_get_user_data_dir (), "edition.txt", NULL);
  WmdSession *session;
  WmdWindow *other;

  g_assert_true (test_ui_drop (fixture->window, report));
  test_ui_wait_for (has_session, fixture->window);
  session = wmd_window_get_session (fixture->window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "(ss)", "en", text));
  test_ui_wait_for (exists, text);
  test_ui_spin ();

  /* The report that is open stays. */
  g_assert_true (test_ui_drop (fixture->window, text));
  other = find_other (fixture);
  g_assert_nonnull (other);
  test_ui_wait_for (has_session, other);
  g_assert_true (wmd_window_get_session (fixture->window) == session);
  g_assert_cmpuint (
      g_list_model_get_n_items (wmd_report_list_replies (wmd_session_get_report (session))), ==,
      g_list_model_get_n_items (wmd_report_list_replies (wmd_session_get_report (wmd_window_get_session (other)))));
  g_unlink (text);
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
  g_test_add ("/drop/files", Fixture, NULL, set_up, test_drop, tear_down);
  return g_test_run ();
}
