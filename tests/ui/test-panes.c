/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The panes beside the text: how wide they are is kept from one window to the next. */

#include "ui/outline.h"
#include "ui/pane-handle.h"
#include "ui/reflow.h"
#include "ui/settings.h"
#include "ui/test-ui.h"

static WmdWindow *
open_window (WmdReference *reference, WmdSession *session)
{
  WmdWindow *window = wmd_window_new (NULL, reference);

  wmd_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  test_ui_wait_for_findings (session);
  return window;
}

/* How wide the pane of @handle asks to be. */
static int
measure_pane (gpointer handle)
{
  g_autoptr (GtkWidget) pane = NULL;
  int width;

  g_object_get (handle, "pane", &pane, NULL);
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* The setting in which the width of the pane of @handle is kept. */
static const char *
get_key (gpointer handle)
{
  g_autoptr (GtkWidget) pane = NULL;

  g_object_get (handle, "pane", &pane, NULL);
  return WMD_IS_OUTLINE (pane) ? "outline-width" : "inspector-width";
}

static void
test_width (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSession) session = test_ui_open_sample (reference);
  g_autoptr (GSettings) settings = wmd_settings_new ();
  WmdWindow *window = open_window (reference, session);
  gpointer handle = test_ui_find (window, WMD_TYPE_PANE_HANDLE);
  const char *key = get_key (handle);

  g_assert_nonnull (settings);
  g_assert_cmpint (measure_pane (handle), ==, g_settings_get_int (settings, key));
  wmd_pane_handle_set_width (handle, 411);
  g_assert_cmpint (measure_pane (handle), ==, 411);
  g_assert_cmpint (g_settings_get_int (settings, key), ==, 411);
  /* Beyond what the setting can hold. */
  wmd_pane_handle_set_width (handle, 5000);
  g_assert_cmpint (g_settings_get_int (settings, key), ==, 640);
  wmd_pane_handle_set_width (handle, 411);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_window (reference, session);
  handle = test_ui_find (window, WMD_TYPE_PANE_HANDLE);
  g_assert_cmpint (measure_pane (handle), ==, 411);
  wmd_session_discard_recovery (session);
  gtk_window_destroy (GTK_WINDOW (window));
  test_ui_spin ();
}

/* What is shown through a reflow grows with the row that it stands in, as it would without. */
static void
test_reflow_expands (void)
{
  GtkWidget *child = gtk_label_new ("Words");
  g_autoptr (GtkWidget) reflow = g_object_ref_sink (g_object_new (WMD_TYPE_REFLOW, "child", child, NULL));

  g_assert_false (gtk_widget_compute_expand (reflow, GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_set_hexpand (child, TRUE);
  g_assert_true (gtk_widget_compute_expand (reflow, GTK_ORIENTATION_HORIZONTAL));
  g_assert_false (gtk_widget_compute_expand (reflow, GTK_ORIENTATION_VERTICAL));
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
  g_test_add_func ("/panes/width", test_width);
  g_test_add_func ("/panes/reflow-expands", test_reflow_expands);
  return g_test_run ();
}
