/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/test-ui.h"

#include <locale.h>
#include <string.h>

#include "support/support.h"
#include "ui/finding-item.h"

#define TIMEOUT_SECONDS 10

void
test_ui_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
#if ADW_CHECK_VERSION(1, 6, 0)
  /* Its AdwMessageDialog, which is deprecated, measures the heading narrower than it can be; GTK warns of that. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
#else
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
#endif
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (77);
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

WmdWindow *
test_ui_show (WmdReference *reference, WmdSession *session)
{
  WmdWindow *window = wmd_window_new (NULL, reference);

  wmd_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  test_ui_wait_for_findings (session);
  return window;
}

void
test_ui_close (WmdWindow *window, WmdSession *session)
{
  wmd_session_discard_recovery (session);
  g_object_unref (session);
  gtk_window_destroy (GTK_WINDOW (window));
  test_ui_spin ();
}

void
test_ui_set_up (TestUiFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->session = test_ui_open_sample (fixture->reference);
  fixture->window = test_ui_show (fixture->reference, fixture->session);
}

void
test_ui_tear_down (TestUiFixture *fixture, gconstpointer data)
{
  test_ui_close (fixture->window, fixture->session);
  wmd_reference_unref (fixture->reference);
}

static gboolean
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
test_ui_wait_for (gboolean (*predicate) (gpointer data), gpointer data)
{
  gboolean timed_out = FALSE;
  guint timeout = g_timeout_add_seconds (TIMEOUT_SECONDS, timeout_cb, &timed_out);

  while (!timed_out && !predicate (data))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (timeout);
}

WmdSession *
test_ui_open_sample (WmdReference *reference)
{
  g_autofree char *path = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autofree char *copy = g_build_filename (g_get_user_data_dir (), "sample.wmdreport", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (WmdStoreFile) store = wmd_store_file_new (to);
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  snapshot = wmd_store_file_load (store, reference, NULL, &error);
  g_assert_no_error (error);
  report = wmd_report_new_from_snapshot (snapshot);
  return wmd_session_new (report, store);
}

static gboolean
findings_known (gpointer data)
{
  return !wmd_finding_list_get_busy (data);
}

void
test_ui_wait_for_findings (WmdSession *session)
{
  test_ui_wait_for (findings_known, wmd_session_get_findings (session));
}

guint
test_ui_count_findings (WmdSession *session, const char *rule, const char *part)
{
  GListModel *findings = G_LIST_MODEL (wmd_session_get_findings (session));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, i);
      const WmdFinding *finding = wmd_finding_item_get (item);

      n += finding->waived == NULL && g_str_equal (finding->rule, rule) &&
           (part == NULL || g_strcmp0 (finding->part, part) == 0);
    }
  return n;
}

WmdPart *
test_ui_find_reply (WmdSession *session, const char *respondent)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (session));

  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      if (g_strcmp0 (wmd_body_get_field (wmd_part_get_body (part), WMD_FIELD_RESPONDENT), respondent) == 0)
        return part;
    }
  g_assert_not_reached ();
}

/* The first widget below @root that is shown and answers to @predicate. */
static gpointer
find (gpointer root, gboolean (*predicate) (GtkWidget *widget, gconstpointer data), gconstpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      found = predicate (child, data) ? child : find (child, predicate, data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

gpointer
test_ui_find (gpointer root, GType type)
{
  return find (root, is_of_type, GSIZE_TO_POINTER (type));
}

gpointer
test_ui_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i - 1);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

gboolean
test_ui_has_text (gpointer root, const char *text)
{
  return find (root, has_text, text) != NULL;
}

void
test_ui_click (gpointer root, const char *label)
{
  gpointer button = find (root, has_label, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
test_ui_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gboolean
test_ui_drop (WmdWindow *window, const char *path)
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
