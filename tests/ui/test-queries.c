/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Queries in the window: asked from the text and from a finding, listed, answered, deleted, put in letters. */

#include <glib/gstdio.h>
#include <string.h>

#include "compose/letter.h"
#include "rules/checker.h"
#include "support/support.h"
#include "ui/body-editor.h"
#include "ui/finding-item.h"
#include "ui/finding-row.h"
#include "ui/letters-window.h"
#include "ui/queries-pane.h"
#include "ui/query-dialog.h"
#include "ui/query-group.h"
#include "ui/query-row.h"
#include "ui/test-ui.h"

typedef TestUiFixture Fixture;

/* Of Uruguay, in Spanish. */
static WmdPart *
get_reply (Fixture *fixture)
{
  return test_ui_find_reply (fixture->session, "URY");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_ui_set_up (fixture, data);
  wmd_session_select (fixture->session, get_reply (fixture), WMD_LANGUAGE_ES);
}

/* Enters @text in the dialog that is open, and confirms it. */
static void
answer_dialog (const char *text)
{
  WmdQueryDialog *dialog = test_ui_find_window (WMD_TYPE_QUERY_DIALOG);
  GtkTextView *view = test_ui_find (dialog, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "query.accept", NULL));
}

static const GPtrArray *
get_queries (Fixture *fixture)
{
  return wmd_body_get_queries (wmd_part_get_body (get_reply (fixture)));
}

static GtkTextBuffer *
get_buffer (Fixture *fixture, WmdBodyEditor **editor)
{
  *editor = test_ui_find (fixture->window, WMD_TYPE_BODY_EDITOR);
  return GTK_TEXT_BUFFER (wmd_body_view_get_buffer (wmd_body_editor_get_view (*editor)));
}

/* Asks @question about characters @start to @end of the first paragraph. */
static void
ask (Fixture *fixture, int start, int end, const char *question)
{
  WmdBodyEditor *editor;
  GtkTextBuffer *buffer = get_buffer (fixture, &editor);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.ask", NULL));
  answer_dialog (question);
}

/* The row at @index of the list of the selected reply. */
static GtkWidget *
get_row (Fixture *fixture, guint index)
{
  GtkWidget *group = test_ui_find (fixture->window, WMD_TYPE_QUERY_GROUP);
  GtkWidget *row = test_ui_find (group, WMD_TYPE_QUERY_ROW);

  for (; index > 0; index--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
test_passage (Fixture *fixture, gconstpointer data)
{
  WmdBodyEditor *editor;
  GtkTextBuffer *buffer = get_buffer (fixture, &editor);
  WmdBlock *block = wmd_variant_get_block (wmd_body_get_source (wmd_part_get_body (get_reply (fixture))), 0);
  g_autofree char *words = g_utf8_substring (wmd_block_get_text (block), 5, 15);
  const WmdQuery *query;

  ask (fixture, 5, 15, "  ¿Cuál?\n");
  g_assert_cmpuint (get_queries (fixture)->len, ==, 1);
  query = get_queries (fixture)->pdata[0];
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_QUESTION), ==, "¿Cuál?");
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_PASSAGE), ==, words);
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_BLOCK), ==, wmd_block_get_id (block));
  g_assert_cmpint (wmd_query_get_language (query), ==, WMD_LANGUAGE_ES);
  g_assert_true (wmd_block_buffer_get_queried (WMD_BLOCK_BUFFER (buffer), 0));
  g_assert_false (wmd_block_buffer_get_queried (WMD_BLOCK_BUFFER (buffer), 1));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpuint (get_queries (fixture)->len, ==, 0);
  g_assert_false (wmd_block_buffer_get_queried (WMD_BLOCK_BUFFER (buffer), 0));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL));
  g_assert_true (wmd_block_buffer_get_queried (WMD_BLOCK_BUFFER (buffer), 0));
}

/* Of a selection that goes on into the next paragraph, what is in the first. */
static void
test_long_passage (Fixture *fixture, gconstpointer data)
{
  WmdBlock *block = wmd_variant_get_block (wmd_body_get_source (wmd_part_get_body (get_reply (fixture))), 0);
  const int n = (int) g_utf8_strlen (wmd_block_get_text (block), -1);
  const WmdQuery *query;

  ask (fixture, n - 4, n + 20, "¿Falta algo?");
  query = get_queries (fixture)->pdata[0];
  g_assert_true (g_str_has_suffix (wmd_block_get_text (block), wmd_query_get_text (query, WMD_QUERY_PASSAGE)));
  g_assert_cmpint (g_utf8_strlen (wmd_query_get_text (query, WMD_QUERY_PASSAGE), -1), ==, 4);
}

/* Nobody is asked about what we wrote ourselves, nor in a report that cannot change. */
static void
test_not_asked (Fixture *fixture, gconstpointer data)
{
  WmdBodyEditor *editor;

  get_buffer (fixture, &editor);
  wmd_session_select (fixture->session, wmd_report_get_introduction (wmd_session_get_report (fixture->session)),
                      WMD_LANGUAGE_EN);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.ask", NULL);
  g_assert_null (test_ui_find_window (WMD_TYPE_QUERY_DIALOG));
  wmd_session_select (fixture->session, get_reply (fixture), WMD_LANGUAGE_ES);
  wmd_session_set_read_only (fixture->session, "Held by someone.");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.ask", NULL);
  g_assert_null (test_ui_find_window (WMD_TYPE_QUERY_DIALOG));
}

static GtkWidget *
make_finding_row (Fixture *fixture, const char *rule, const char *part, WmdFindingItem **item)
{
  GListModel *findings = G_LIST_MODEL (wmd_session_get_findings (fixture->session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WmdFindingItem) candidate = g_list_model_get_item (findings, i);

      if (g_strcmp0 (wmd_finding_item_get (candidate)->rule, rule) == 0 &&
          g_strcmp0 (wmd_finding_item_get (candidate)->part, part) == 0)
        {
          *item = candidate;
          return g_object_ref_sink (wmd_finding_row_new (fixture->session, candidate));
        }
    }
  g_assert_not_reached ();
}

static gboolean
offers (gpointer root, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0 &&
         gtk_widget_get_visible (child)) ||
        offers (child, label))
      return TRUE;
  return FALSE;
}

/* A finding proposes its place and a question in the respondent's language; one about a translation does not. */
static void
test_finding (Fixture *fixture, gconstpointer data)
{
  const char *id = wmd_part_get_id (get_reply (fixture));
  WmdFindingItem *item;
  g_autoptr (GtkWidget) row = make_finding_row (fixture, "late-reply", id, &item);
  GtkWidget *dialog;
  GtkTextView *view;
  GtkTextIter start, end;
  g_autofree char *question = NULL;

  g_assert_true (offers (row, "Ask…"));
  dialog = wmd_query_dialog_new_for_finding (NULL, fixture->session, wmd_finding_item_get (item));
  view = test_ui_find (dialog, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  question = gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, FALSE);
  g_assert_cmpstr (question, ==, wmd_reference_get_label (fixture->reference, WMD_LANGUAGE_ES, "letter-ask"));
  g_assert_true (gtk_widget_activate_action (dialog, "query.accept", NULL));
  g_assert_cmpuint (get_queries (fixture)->len, ==, 1);

  {
    g_autoptr (GtkWidget) translation = make_finding_row (fixture, "missing-translation", id, &item);

    g_assert_false (offers (translation, "Ask…"));
  }
}

/* Open ones first; answered, reopened, reworded, deleted, each one step of the history. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  WmdHistory *history = wmd_session_get_history (fixture->session);
  GtkWidget *group = test_ui_find (fixture->window, WMD_TYPE_QUERY_GROUP);
  GtkWidget *row;
  const WmdQuery *query;

  g_assert_nonnull (group);
  g_assert_null (test_ui_find (group, WMD_TYPE_QUERY_ROW));
  ask (fixture, 0, 4, "One?");
  ask (fixture, 5, 8, "Two?");
  row = get_row (fixture, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "One?");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Open query: One?");

  g_assert_true (gtk_widget_activate_action (row, "query.answer", NULL));
  answer_dialog ("The first.");
  query = get_queries (fixture)->pdata[0];
  g_assert_true (wmd_query_get_closed (query));
  g_assert_cmpstr (wmd_query_get_text (query, WMD_QUERY_ANSWER), ==, "The first.");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, 0))), ==, "Two?");
  row = get_row (fixture, 1);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "The first."));

  g_assert_true (gtk_widget_activate_action (row, "query.reopen", NULL));
  g_assert_false (wmd_query_get_closed (get_queries (fixture)->pdata[0]));
  row = get_row (fixture, 0);
  g_assert_true (gtk_widget_activate_action (row, "query.edit", NULL));
  answer_dialog ("Which one?");
  g_assert_cmpstr (wmd_query_get_text (get_queries (fixture)->pdata[0], WMD_QUERY_QUESTION), ==, "Which one?");
  row = get_row (fixture, 0);
  g_assert_true (gtk_widget_activate_action (row, "query.close", NULL));
  row = get_row (fixture, 1);
  g_assert_true (gtk_widget_activate_action (row, "query.delete", NULL));
  g_assert_cmpuint (get_queries (fixture)->len, ==, 1);

  for (guint i = 0; i < 7; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpuint (get_queries (fixture)->len, ==, 0);
  g_assert_false (wmd_history_get_can_undo (history));
}

/* A click on a query leads to its passage, from wherever the user is. */
static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  WmdBodyEditor *editor;
  GtkTextBuffer *buffer = get_buffer (fixture, &editor);
  GtkTextIter start, end;
  GtkWidget *pane, *row;

  ask (fixture, 5, 15, "¿Cuál?");
  wmd_session_select (fixture->session, test_ui_find_reply (fixture->session, "OMN"), WMD_LANGUAGE_NONE);
  pane = test_ui_find (fixture->window, WMD_TYPE_QUERIES_PANE);
  g_assert_nonnull (pane);
  row = test_ui_find (pane, WMD_TYPE_QUERY_ROW);
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_true (wmd_session_get_part (fixture->session) == get_reply (fixture));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 5);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 15);

  row = get_row (fixture, 0);
  g_assert_true (gtk_widget_activate_action (row, "query.close", NULL));
  g_assert_null (test_ui_find (fixture->window, WMD_TYPE_QUERIES_PANE));
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
read_clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_letters (Fixture *fixture, gconstpointer data)
{
  WmdPart *oman = test_ui_find_reply (fixture->session, "OMN");
  g_autofree char *first_path = g_build_filename (g_get_user_data_dir (), "letter-OMN.txt", NULL);
  g_autofree char *second_path = g_build_filename (g_get_user_data_dir (), "letter-URY.txt", NULL);
  g_autofree char *letter = NULL, *arabic = NULL, *copied = NULL, *saved = NULL;
  WmdLettersWindow *letters;
  GtkWidget *view;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.letters", "s", ""));
  letters = test_ui_find_window (WMD_TYPE_LETTERS_WINDOW);
  g_assert_nonnull (test_ui_find (letters, ADW_TYPE_STATUS_PAGE));
  g_assert_null (wmd_letters_window_dup_letter (letters));
  gtk_window_destroy (GTK_WINDOW (letters));

  ask (fixture, 5, 15, "¿Cuál?");
  wmd_session_select (fixture->session, oman, WMD_LANGUAGE_AR);
  ask (fixture, 5, 15, "أيهما؟");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.letters", "s",
                                             wmd_part_get_id (get_reply (fixture))));
  letters = test_ui_find_window (WMD_TYPE_LETTERS_WINDOW);
  view = test_ui_find (letters, GTK_TYPE_TEXT_VIEW);
  letter = wmd_letters_window_dup_letter (letters);
  g_assert_nonnull (strstr (letter, "¿Cuál?"));
  g_assert_cmpint (gtk_widget_get_direction (view), ==, GTK_TEXT_DIR_LTR);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (letters), "letters.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (letters)), NULL, read_clipboard_cb, &copied);
  test_ui_wait_for (is_read, &copied);
  g_assert_cmpstr (copied, ==, letter);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (letters), "letters.save-all-to", "s", g_get_user_data_dir ()));
  test_ui_wait_for (exists, second_path);
  saved = test_read_file (second_path, NULL);
  g_assert_cmpstr (saved, ==, letter);
  arabic = test_read_file (first_path, NULL);
  g_assert_nonnull (strstr (arabic, "أيهما؟"));
  g_unlink (first_path);
  g_unlink (second_path);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (letters), "letters.sent", NULL));
  g_assert_nonnull (wmd_query_get_text (get_queries (fixture)->pdata[0], WMD_QUERY_ASKED));
  gtk_window_destroy (GTK_WINDOW (letters));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.letters", "s", wmd_part_get_id (oman)));
  letters = test_ui_find_window (WMD_TYPE_LETTERS_WINDOW);
  view = test_ui_find (letters, GTK_TYPE_TEXT_VIEW);
  g_assert_cmpint (gtk_widget_get_direction (view), ==, GTK_TEXT_DIR_RTL);
  gtk_window_destroy (GTK_WINDOW (letters));
}

/* Each question that the data has for a rule is for a rule that there is. */
static void
test_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdReference) reference = wmd_reference_new (&error);
  g_autofree char *path = test_source_path ("data", "labels.json", NULL);
  g_autofree char *text = test_read_file (path, NULL);
  guint n_rules = 0, n_labels = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      g_autofree char *key = g_strconcat ("letter-ask-", wmd_rules_get_info (i)->id, NULL);

      n_rules += wmd_reference_has_label (reference, key);
    }
  for (const char *at = text; (at = strstr (at, "\"letter-ask-")) != NULL; at++)
    n_labels++;
  /* One is the note on the labels. */
  g_assert_cmpuint (n_rules, ==, n_labels - 1);
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, test_ui_tear_down)
  add ("/queries/passage", test_passage);
  add ("/queries/long-passage", test_long_passage);
  add ("/queries/not-asked", test_not_asked);
  add ("/queries/finding", test_finding);
  add ("/queries/list", test_list);
  add ("/queries/go-to", test_go_to);
  add ("/queries/letters", test_letters);
#undef add
  g_test_add_func ("/queries/rules", test_rules);
  return g_test_run ();
}
