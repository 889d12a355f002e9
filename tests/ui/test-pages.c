/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages of an edition as the window shows them. */

#include "ui/page-stepper.h"
#include "ui/page-view.h"
#include "ui/pages-view.h"
#include "ui/test-ui.h"

static gboolean
has_pages (gpointer view)
{
  return wmd_page_view_get_page (view) > 0;
}

static gboolean
is_on_second (gpointer view)
{
  return wmd_page_view_get_page (view) == 2;
}

static gboolean
is_on_last (gpointer view)
{
  return wmd_page_view_get_page (view) == wmd_page_view_get_n_pages (view);
}

/* The view that the stepper below @root leads through. */
static WmdPageView *
get_view (gpointer root)
{
  WmdPageView *view;

  g_object_get (test_ui_find (root, WMD_TYPE_PAGE_STEPPER), "view", &view, NULL);
  g_object_unref (view);
  return view;
}

/* Collects the two buttons of the stepper below @root. */
static void
get_buttons (gpointer root, GtkWidget *buttons[2])
{
  GtkWidget *box = adw_bin_get_child (test_ui_find (root, WMD_TYPE_PAGE_STEPPER));

  buttons[0] = gtk_widget_get_first_child (box);
  buttons[1] = gtk_widget_get_last_child (box);
}

static void
test_step (TestUiFixture *fixture, gconstpointer data)
{
  GtkWidget *buttons[2];
  WmdPageView *view;
  gpointer pages;
  g_autofree char *last = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", "pages"));
  test_ui_spin ();
  pages = test_ui_find (fixture->window, WMD_TYPE_PAGES_VIEW);
  view = get_view (pages);
  get_buttons (pages, buttons);
  test_ui_wait_for (has_pages, view);
  g_assert_cmpuint (wmd_page_view_get_n_pages (view), >, 2);
  g_assert_false (gtk_widget_get_sensitive (buttons[0]));
  g_assert_true (gtk_widget_get_sensitive (buttons[1]));

  g_signal_emit_by_name (buttons[1], "clicked");
  test_ui_wait_for (is_on_second, view);
  last = g_strdup_printf ("2 / %u", wmd_page_view_get_n_pages (view));
  g_assert_true (test_ui_has_text (pages, last));
  g_assert_true (gtk_widget_get_sensitive (buttons[0]));

  wmd_page_view_scroll_to_page (view, wmd_page_view_get_n_pages (view));
  test_ui_wait_for (is_on_last, view);
  g_assert_false (gtk_widget_get_sensitive (buttons[1]));
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
  g_test_add ("/pages/step", TestUiFixture, NULL, test_ui_set_up, test_step, test_ui_tear_down);
  return g_test_run ();
}
