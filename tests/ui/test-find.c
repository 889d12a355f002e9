/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finding words in the texts and their footnotes, and putting others in their place. */

#include "model/search.h"
#include "ui/body-view.h"
#include "ui/find-bar.h"
#include "ui/format-bar.h"
#include "ui/test-ui.h"

static WmdFindBar *
start (TestUiFixture *fixture, const char *words)
{
  WmdFindBar *bar;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  test_ui_spin ();
  bar = test_ui_find (fixture->window, WMD_TYPE_FIND_BAR);
  g_assert_nonnull (bar);
  gtk_editable_set_text (GTK_EDITABLE (test_ui_find (bar, GTK_TYPE_SEARCH_ENTRY)), words);
  test_ui_spin ();
  return bar;
}

static guint
count (TestUiFixture *fixture, const char *words)
{
  g_autoptr (GArray) matches = wmd_search_find (wmd_report_get_snapshot (wmd_session_get_report (fixture->session)),
                                                wmd_session_get_language (fixture->session), words);

  return matches->len;
}

/* Each step selects the next match, the last one is followed by the first. */
static void
test_step (TestUiFixture *fixture, gconstpointer data)
{
  const guint n =
      (wmd_session_select (fixture->session, wmd_report_get_introduction (wmd_session_get_report (fixture->session)),
                           WMD_LANGUAGE_EN),
       count (fixture, "terrorist"));
  WmdFindBar *bar = start (fixture, "Terrorist");
  g_autofree char *places = g_strdup_printf ("%u places", n);
  g_autofree char *first = NULL;

  g_assert_cmpuint (n, >, 2);
  g_assert_true (test_ui_has_text (bar, places));
  for (guint i = 0; i < n; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.step-match", "i", 1);
      test_ui_spin ();
      /* Return is pressed again and again. */
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (bar)));
      if (i == 0)
        {
          first = g_strdup (wmd_part_get_id (wmd_session_get_part (fixture->session)));
          g_assert_cmpstr (first, ==, "introduction");
        }
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.step-match", "i", 1);
  g_assert_cmpstr (wmd_part_get_id (wmd_session_get_part (fixture->session)), ==, first);
  gtk_editable_set_text (GTK_EDITABLE (test_ui_find (bar, GTK_TYPE_SEARCH_ENTRY)), "no such words");
  test_ui_spin ();
  g_assert_true (test_ui_has_text (bar, "Not found"));
}

/* One at a time, or all, which is one step of undo. */
static void
test_replace (TestUiFixture *fixture, gconstpointer data)
{
  WmdFindBar *bar;
  guint n;

  wmd_session_select (fixture->session, wmd_report_get_introduction (wmd_session_get_report (fixture->session)),
                      WMD_LANGUAGE_EN);
  n = count (fixture, "terrorists");
  bar = start (fixture, "terrorists");
  gtk_editable_set_text (GTK_EDITABLE (test_ui_find (bar, GTK_TYPE_ENTRY)), "wreckers of terrorists");
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace", NULL); /* goes to the first */
  g_assert_cmpuint (count (fixture, "wreckers"), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace", NULL);
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace", NULL);
  g_assert_cmpuint (count (fixture, "wreckers"), ==, 2);
  g_assert_cmpuint (count (fixture, "wreckers of wreckers"), ==, 0);
  wmd_session_undo (fixture->session);
  wmd_session_undo (fixture->session);

  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace-all", NULL);
  g_assert_cmpuint (count (fixture, "wreckers"), ==, n);
  wmd_session_undo (fixture->session);
  g_assert_cmpuint (count (fixture, "wreckers"), ==, 0);
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));
}

/* Words of a footnote are shown by its mark, where the footnote can be opened. */
static void
test_footnote (TestUiFixture *fixture, gconstpointer data)
{
  WmdPart *introduction = wmd_report_get_introduction (wmd_session_get_report (fixture->session));
  WmdFindBar *bar;
  GtkTextBuffer *buffer;
  g_autofree char *note = NULL;

  wmd_session_select (fixture->session, introduction, WMD_LANGUAGE_EN);
  test_ui_spin ();
  buffer = GTK_TEXT_BUFFER (wmd_body_view_get_buffer (test_ui_find (fixture->window, WMD_TYPE_BODY_VIEW)));
  wmd_block_buffer_set_note (WMD_BLOCK_BUFFER (buffer), "A wombat, another wombat.");
  bar = start (fixture, "wombat");
  gtk_editable_set_text (GTK_EDITABLE (test_ui_find (bar, GTK_TYPE_ENTRY)), "wombats and wombat");
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.next", NULL);
  g_assert_true (test_ui_has_text (bar, "1 of 2"));
  note = wmd_block_buffer_dup_note (WMD_BLOCK_BUFFER (buffer));
  g_assert_cmpstr (note, ==, "A wombat, another wombat.");
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace", NULL);
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace", NULL);
  g_free (note);
  note = wmd_block_buffer_dup_note (WMD_BLOCK_BUFFER (buffer));
  g_assert_cmpstr (note, ==, "A wombats and wombat, another wombats and wombat.");
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

/* A footnote that is written is kept however its popover is closed. */
static void
test_footnote_popover (TestUiFixture *fixture, gconstpointer data)
{
  WmdFormatBar *bar;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkTextBuffer *buffer;
  g_autofree char *note = NULL;

  wmd_session_select (fixture->session, wmd_report_get_introduction (wmd_session_get_report (fixture->session)),
                      WMD_LANGUAGE_EN);
  test_ui_spin ();
  gtk_widget_grab_focus (test_ui_find (fixture->window, WMD_TYPE_BODY_VIEW));
  bar = test_ui_find (fixture->window, WMD_TYPE_FORMAT_BAR);
  button = GTK_MENU_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (bar), WMD_TYPE_FORMAT_BAR, "note"));
  popover = gtk_menu_button_get_popover (button);
  gtk_menu_button_popup (button);
  test_ui_spin ();
  buffer = gtk_text_view_get_buffer (test_ui_find (popover, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (buffer, "A wombat.", -1);
  gtk_popover_popdown (popover);
  test_ui_wait_for (is_unmapped, popover);
  note = wmd_block_buffer_dup_note (wmd_body_view_get_buffer (test_ui_find (fixture->window, WMD_TYPE_BODY_VIEW)));
  g_assert_cmpstr (note, ==, "A wombat.");
}

/* A report that cannot be written is searched all the same. */
static void
test_read_only (TestUiFixture *fixture, gconstpointer data)
{
  WmdFindBar *bar;
  guint n;

  wmd_session_select (fixture->session, wmd_report_get_introduction (wmd_session_get_report (fixture->session)),
                      WMD_LANGUAGE_EN);
  n = count (fixture, "terrorists");
  wmd_session_set_read_only (fixture->session, "A test.");
  bar = start (fixture, "terrorists");
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.next", NULL);
  g_assert_nonnull (wmd_session_get_block (fixture->session));
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.replace-all", NULL);
  g_assert_cmpuint (count (fixture, "terrorists"), ==, n);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (TestUiFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/find/step", test_step },           { "/find/replace", test_replace },
    { "/find/footnote", test_footnote },   { "/find/footnote-popover", test_footnote_popover },
    { "/find/read-only", test_read_only },
  };

  test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestUiFixture, NULL, test_ui_set_up, tests[i].test, test_ui_tear_down);
  return g_test_run ();
}
