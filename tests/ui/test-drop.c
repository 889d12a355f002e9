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

/* As when the user lets go of @path over the window. TRUE when it was taken. */
static gboolean
drop (WmdWindow *window, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  return taken;
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

  g_assert_true (drop (fixture->window, report));
  test_ui_wait_for (has_session, fixture->window);
  session = wmd_window_get_session (fixture->window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "(ss)", "en", text));
  test_ui_wait_for (exists, text);
  test_ui_spin ();

  /* The report that is open stays. */
  g_assert_true (drop (fixture->window, text));
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
