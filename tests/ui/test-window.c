/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window without a process of its own: every template is made, the actions are driven, the model answers. */

#include <glib/gstdio.h>
#include <string.h>

#include "support/support.h"
#include "ui/body-editor.h"
#include "ui/date-row.h"
#include "ui/desk.h"
#include "ui/export.h"
#include "ui/finding-row.h"
#include "ui/findings-pane.h"
#include "ui/outline.h"
#include "ui/outline-row.h"
#include "ui/query-dialog.h"
#include "ui/test-ui.h"
#include "ui/wrap-box.h"

/* Pixels: what the least width of the window may be. */
#define MAX_LEAST_WIDTH 400

typedef TestUiFixture Fixture;

static void
test_story (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "OMN");
  const char *id = wmd_part_get_id (reply);
  g_autofree char *before = g_strdup (wmd_body_get_field (wmd_part_get_body (reply), WMD_FIELD_DATE));
  WmdDateRow *row;

  g_assert_cmpuint (test_ui_count_findings (fixture->session, "late-reply", id), ==, 0);
  wmd_session_select (fixture->session, reply, WMD_LANGUAGE_NONE);
  row = test_ui_find (fixture->window, WMD_TYPE_DATE_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "2023-06-02");
  g_assert_cmpstr (wmd_body_get_field (wmd_part_get_body (reply), WMD_FIELD_DATE), ==, "2023-06-02");
  test_ui_wait_for_findings (fixture->session);
  g_assert_cmpuint (test_ui_count_findings (fixture->session, "late-reply", id), ==, 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpstr (wmd_body_get_field (wmd_part_get_body (reply), WMD_FIELD_DATE), ==, before);
  test_ui_wait_for_findings (fixture->session);
  g_assert_cmpuint (test_ui_count_findings (fixture->session, "late-reply", id), ==, 0);
}

/* The keyboard stays in the findings when the one it was in goes. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane, *focus;

  wmd_session_select (fixture->session, test_ui_find_reply (fixture->session, "URY"), WMD_LANGUAGE_NONE);
  test_ui_spin ();
  pane = test_ui_find (fixture->window, WMD_TYPE_FINDINGS_PANE);
  gtk_widget_grab_focus (test_ui_find (pane, WMD_TYPE_FINDING_ROW));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, pane));
  wmd_session_select (fixture->session, test_ui_find_reply (fixture->session, "OMN"), WMD_LANGUAGE_NONE);
  test_ui_spin ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, pane));
}

/* The arrow keys choose a text as soon as a report is open. */
static void
test_first_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, WMD_TYPE_OUTLINE));
}

/* The rows of the outline. */
static GtkSingleSelection *
get_rows (Fixture *fixture)
{
  GtkWidget *outline = test_ui_find (fixture->window, WMD_TYPE_OUTLINE);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (test_ui_find (outline, GTK_TYPE_LIST_VIEW)));
}

static void
search_outline (Fixture *fixture, const char *text)
{
  GtkWidget *search = test_ui_find (test_ui_find (fixture->window, WMD_TYPE_OUTLINE), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "search-changed");
  test_ui_spin ();
}

/* A search leaves what has the words in its name; the row of the selected text is selected again when it comes back. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "OMN");
  guint n, n_replies;

  for (guint i = 0; i < 40; i++)
    wmd_session_add_reply (fixture->session);
  test_ui_spin ();
  n = g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture)));
  n_replies = g_list_model_get_n_items (wmd_report_list_replies (wmd_session_get_report (fixture->session)));
  g_assert_cmpuint (n_replies, >, 40);
  g_assert_false (gtk_single_selection_get_selected_item (get_rows (fixture)) == reply);

  search_outline (fixture, "oman");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))), ==, n - n_replies + 1);
  g_assert_null (gtk_single_selection_get_selected_item (get_rows (fixture)));
  search_outline (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))), ==, n);
  g_assert_true (gtk_single_selection_get_selected_item (get_rows (fixture)) ==
                 wmd_session_get_part (fixture->session));
}

static gboolean
is_saved (gpointer data)
{
  return !wmd_history_get_modified (wmd_session_get_history (data));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "OMN");
  g_autoptr (WmdBody) body =
      wmd_body_with_field (wmd_part_get_body (reply), WMD_FIELD_ADDRESS, "https://example.org/a");
  g_autoptr (WmdStoreFile) again = wmd_store_file_new (wmd_session_get_file (fixture->session));
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wmd_session_replace_body (fixture->session, body, "Change", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL));
  test_ui_wait_for (is_saved, fixture->session);
  snapshot = wmd_store_file_load (again, fixture->reference, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wmd_snapshot_equal (snapshot, wmd_report_get_snapshot (wmd_session_get_report (fixture->session))));
}

/* Typing in the text is one step of undo; undoing it selects the part where that is seen. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "URY");
  WmdHistory *history = wmd_session_get_history (fixture->session);
  WmdBodyEditor *editor;
  GtkTextBuffer *buffer;
  g_autoptr (WmdBody) before = wmd_body_ref (wmd_part_get_body (reply));
  GtkTextIter iter;

  wmd_session_select (fixture->session, reply, WMD_LANGUAGE_ES);
  editor = test_ui_find (fixture->window, WMD_TYPE_BODY_EDITOR);
  buffer = GTK_TEXT_BUFFER (wmd_body_view_get_buffer (wmd_body_editor_get_view (editor)));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "¡", -1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "H", -1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "o", -1, TRUE);
  g_assert_true (g_str_has_prefix (
      wmd_block_get_text (wmd_variant_get_block (wmd_body_get_source (wmd_part_get_body (reply)), 0)), "¡Ho"));

  wmd_session_select (fixture->session, NULL, WMD_LANGUAGE_NONE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_true (wmd_body_equal (wmd_part_get_body (reply), before));
  g_assert_true (wmd_session_get_part (fixture->session) == reply);
  g_assert_false (wmd_history_get_can_undo (history));
}

static void
test_add_and_remove (Fixture *fixture, gconstpointer data)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (fixture->session));
  const guint n = g_list_model_get_n_items (replies);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-reply", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (replies), ==, n + 1);
  g_assert_nonnull (wmd_session_get_part (fixture->session));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove-reply", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (replies), ==, n);
  g_assert_nonnull (wmd_session_get_part (fixture->session));
  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (replies), ==, n);
  g_assert_false (wmd_history_get_modified (wmd_session_get_history (fixture->session)));
}

/* Whether the button of that action can be pressed. */
static gboolean
is_offered (gpointer root, const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_ACTIONABLE (child) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
        return gtk_widget_is_sensitive (child);
      if (is_offered (child, action))
        return TRUE;
    }
  return FALSE;
}

/* What cannot be done now is not offered. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_offered (fixture->window, "win.undo"));
  g_assert_false (is_offered (fixture->window, "win.save"));
  g_assert_true (is_offered (fixture->window, "win.add-reply"));
  wmd_session_add_reply (fixture->session);
  g_assert_true (is_offered (fixture->window, "win.save"));
  g_assert_true (is_offered (fixture->window, "win.undo"));
  wmd_session_set_read_only (fixture->session, "Held by someone.");
  g_assert_false (is_offered (fixture->window, "win.add-reply"));
  g_assert_false (is_offered (fixture->window, "win.save"));
}

/* Every view is shown with every kind of part, in one language after the other, and nothing complains. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "draft", "translate", "status", "pages" };
  WmdReport *report = wmd_session_get_report (fixture->session);
  GListModel *replies = wmd_report_list_replies (report);

  for (guint view = 0; view < G_N_ELEMENTS (views); view++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", views[view]));
      wmd_session_select (fixture->session, NULL, WMD_LANGUAGE_NONE);
      wmd_session_select (fixture->session, wmd_report_get_introduction (report), WMD_LANGUAGE_NONE);
      for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
        {
          g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

          wmd_session_select (fixture->session, part, (WmdLanguage) ((i + view) % WMD_N_LANGUAGES));
          while (g_main_context_iteration (NULL, FALSE))
            ;
        }
    }
  /* Looking is not changing. */
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));
}

/* Typing in the desk writes the unit of the block, in the language of the desk. */
static void
test_desk (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "URY");
  WmdVariant *source = wmd_body_get_source (wmd_part_get_body (reply));
  const char *id = wmd_block_get_id (wmd_variant_get_block (source, 0));
  g_autoptr (WmdBody) without = NULL;
  GtkTextBuffer *buffer;
  WmdBodyView *view;
  WmdDesk *desk;

  without = wmd_body_with_variant (wmd_part_get_body (reply), WMD_LANGUAGE_ZH, NULL);
  g_assert_true (wmd_session_replace_body (fixture->session, without, "No Chinese", NULL));
  wmd_session_select (fixture->session, reply, WMD_LANGUAGE_ZH);
  desk = test_ui_find (fixture->window, WMD_TYPE_DESK);
  g_assert_nonnull (desk);
  wmd_session_reveal (fixture->session, wmd_part_get_id (reply), WMD_LANGUAGE_ZH, id, 0, 0);
  view = wmd_desk_get_view (desk);
  g_assert_nonnull (view);
  buffer = GTK_TEXT_BUFFER (wmd_body_view_get_buffer (view));
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "乌拉圭", -1, TRUE);
  g_assert_cmpstr (
      wmd_block_get_text (wmd_variant_get_block (wmd_body_get_variant (wmd_part_get_body (reply), WMD_LANGUAGE_ZH), 0)),
      ==, "乌拉圭");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk), "desk.confirm", NULL));
  g_assert_cmpint (wmd_block_get_progress (
                       wmd_variant_get_block (wmd_body_get_variant (wmd_part_get_body (reply), WMD_LANGUAGE_ZH), 0)),
                   ==, WMD_PROGRESS_TRANSLATED);
  g_assert_true (wmd_desk_get_view (desk) != view);
  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_null (wmd_body_get_variant (wmd_part_get_body (reply), WMD_LANGUAGE_ZH));
}

/* From the desk the respondent is asked about a paragraph of what they wrote, but not about what we translated from. */
static void
test_desk_ask (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "URY");
  WmdVariant *source = wmd_body_get_source (wmd_part_get_body (reply));
  const char *id = wmd_block_get_id (wmd_variant_get_block (source, 1));
  WmdPart *introduction = wmd_report_get_introduction (wmd_session_get_report (fixture->session));
  const GPtrArray *queries;
  WmdQueryDialog *dialog;
  WmdDesk *desk;

  wmd_session_reveal (fixture->session, wmd_part_get_id (reply), WMD_LANGUAGE_FR, id, 0, 0);
  desk = test_ui_find (fixture->window, WMD_TYPE_DESK);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk), "desk.ask", NULL));
  dialog = test_ui_find_window (WMD_TYPE_QUERY_DIALOG);
  g_assert_nonnull (dialog);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (test_ui_find (dialog, GTK_TYPE_TEXT_VIEW)), "¿Cuál?", -1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "query.accept", NULL));
  queries = wmd_body_get_queries (wmd_part_get_body (reply));
  g_assert_cmpuint (queries->len, ==, 1);
  g_assert_cmpstr (wmd_query_get_text (queries->pdata[0], WMD_QUERY_BLOCK), ==, id);
  g_assert_cmpint (wmd_query_get_language (queries->pdata[0]), ==, WMD_LANGUAGE_ES);

  wmd_session_reveal (fixture->session, wmd_part_get_id (introduction), WMD_LANGUAGE_FR, "b1", 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (desk), "desk.ask", NULL);
  g_assert_null (test_ui_find_window (WMD_TYPE_QUERY_DIALOG));
}

/* Whatever is shown, the window can be made narrow: no toolbar keeps it wide. */
/* What is translated may still have to be looked at. */
static void
test_desk_left (Fixture *fixture, gconstpointer data)
{
  WmdPart *reply = test_ui_find_reply (fixture->session, "KAZ");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", "translate");
  wmd_session_select (fixture->session, reply, WMD_LANGUAGE_FR);
  test_ui_spin ();
  g_assert_true (test_ui_has_text (fixture->window, "All translated; 1 paragraph whose source changed"));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "draft", "translate", "status", "pages" };

  wmd_session_select (fixture->session, test_ui_find_reply (fixture->session, "URY"), WMD_LANGUAGE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int minimum;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", views[i]));
      test_ui_spin ();
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", views[i], minimum);
      g_assert_cmpint (minimum, <=, MAX_LEAST_WIDTH);
    }
}

/* A child of a wrap box with columns, as high as wide, so that it shows where it was put. */
static GtkWidget *
add_square (GtkWidget *box)
{
  GtkWidget *square = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (square, 50, 50);
  gtk_widget_set_parent (square, box);
  return square;
}

/* Columns stand side by side where there is room for both, equally wide, else one below the other. */
static void
test_columns (void)
{
  GtkWidget *box = g_object_ref_sink (g_object_new (WMD_TYPE_WRAP_BOX, "column-width", 180, NULL));
  GtkWidget *first = add_square (box), *second = add_square (box);
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 500, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 50);
  gtk_widget_allocate (box, 500, height, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (first), ==, gtk_widget_get_width (second));
  g_assert_cmpint (gtk_widget_get_width (first), >, 180);

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, >, 100);
  gtk_widget_allocate (box, 300, height, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 300);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 300);
  g_object_unref (box);
}

static gboolean
shows_note (gpointer toasts)
{
  return gtk_widget_get_height (toasts) > 0;
}

/* A note is seen as a whole, and what is beside it can be clicked. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *toasts = test_ui_find (window, ADW_TYPE_TOAST_OVERLAY), *picked;
  graphene_rect_t place;

  wmd_window_show_toast (fixture->window, "A sentence that is much longer than any window of the program is wide, "
                                          "with the name of a file and what should be done about it");
  test_ui_wait_for (shows_note, toasts);
  g_assert_true (gtk_widget_compute_bounds (toasts, window, &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (window));
  g_assert_cmpfloat (place.origin.y, >, gtk_widget_get_height (window) / 2);
  picked = gtk_widget_pick (window, place.origin.x + place.size.width / 2, place.origin.y + place.size.height / 2,
                            GTK_PICK_DEFAULT);
  g_assert_true (gtk_widget_is_ancestor (picked, toasts));
  picked = gtk_widget_pick (window, place.origin.x + place.size.width / 2, place.origin.y - 2, GTK_PICK_DEFAULT);
  g_assert_false (picked == toasts || gtk_widget_is_ancestor (picked, toasts));
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edition.pdf", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "(ss)", "en", path));
  test_ui_wait_for (is_written, path);
  contents = test_read_file (path, NULL);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_unlink (path);
}

static gboolean
is_done (gpointer layout)
{
  return !wmd_layout_get_busy (layout);
}

static void
change_symbol (Fixture *fixture)
{
  WmdFacts *before = wmd_report_get_facts (wmd_session_get_report (fixture->session));
  g_autoptr (WmdFacts) facts = wmd_facts_with (before, WMD_FACT_SYMBOL, "A/78/1");

  g_assert_true (wmd_session_replace_facts (fixture->session, facts, "Symbol", NULL));
}

/* Pages that someone looks at are there for an export, as long as they are those of the report as it is. */
static void
test_pages_for_export (Fixture *fixture, gconstpointer data)
{
  const WmdPageOptions letter = { .paper = WMD_PAPER_LETTER }, a4 = { .paper = WMD_PAPER_A4 };
  WmdLayout *layout = wmd_session_get_layout (fixture->session, WMD_LANGUAGE_EN);
  WmdPages *pages[WMD_N_LANGUAGES];

  wmd_layout_hold (layout);
  test_ui_wait_for (is_done, layout);
  wmd_session_lookup_pages (fixture->session, &letter, pages);
  g_assert_nonnull (pages[WMD_LANGUAGE_EN]);
  g_assert_true (pages[WMD_LANGUAGE_EN] == wmd_layout_get_pages (layout));
  g_assert_null (pages[WMD_LANGUAGE_RU]);
  wmd_session_lookup_pages (fixture->session, &a4, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);

  change_symbol (fixture);
  wmd_session_lookup_pages (fixture->session, &letter, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);
  wmd_layout_release (layout);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Exports @languages as pages into @folder. @change: the symbol, before it is done. */
static void
export_pages (Fixture *fixture, const char *folder, guint languages, const WmdPageOptions *page, gboolean change)
{
  g_autoptr (GFile) target = g_file_new_for_path (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (WmdExportResult) exported = NULL;
  g_autoptr (GError) error = NULL;
  const WmdExportOptions options = {
    .format = wmd_formats_lookup ("pdf"), .page = *page, .languages = languages, .to_folder = TRUE
  };

  wmd_export_async (fixture->session, &options, target, NULL, NULL, exported_cb, &result);
  if (change)
    change_symbol (fixture);
  test_ui_wait_for (is_set, &result);
  exported = wmd_export_finish (result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < exported->files->len; i++)
    g_file_delete (g_ptr_array_index (exported->files, i), NULL, NULL);
}

/* What an export set is there for the next one on the same paper, until the report changes. */
static void
test_pages_of_export (Fixture *fixture, gconstpointer data)
{
  const WmdPageOptions a4 = { .paper = WMD_PAPER_A4 }, draft = { .paper = WMD_PAPER_A4, .draft = TRUE };
  g_autoptr (WmdEmblem) emblem = wmd_emblem_new ("emblem.svg");
  const WmdPageOptions with_emblem = { .paper = WMD_PAPER_A4, .emblem = emblem };
  const char *folder = g_get_user_data_dir ();
  WmdPages *pages[WMD_N_LANGUAGES], *again[WMD_N_LANGUAGES];

  export_pages (fixture, folder, 1u << WMD_LANGUAGE_EN, &a4, FALSE);
  export_pages (fixture, folder, 1u << WMD_LANGUAGE_RU | 1u << WMD_LANGUAGE_EN, &a4, FALSE);
  wmd_session_lookup_pages (fixture->session, &a4, pages);
  g_assert_nonnull (pages[WMD_LANGUAGE_EN]);
  g_assert_nonnull (pages[WMD_LANGUAGE_RU]);
  g_assert_null (pages[WMD_LANGUAGE_FR]);
  export_pages (fixture, folder, 1u << WMD_LANGUAGE_RU, &a4, FALSE);
  wmd_session_lookup_pages (fixture->session, &a4, again);
  g_assert_cmpmem (pages, sizeof pages, again, sizeof again);
  wmd_session_lookup_pages (fixture->session, &draft, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);
  wmd_session_lookup_pages (fixture->session, &with_emblem, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);

  export_pages (fixture, folder, 1u << WMD_LANGUAGE_EN, &draft, FALSE);
  wmd_session_lookup_pages (fixture->session, &a4, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);
  wmd_session_lookup_pages (fixture->session, &draft, pages);
  g_assert_nonnull (pages[WMD_LANGUAGE_EN]);

  change_symbol (fixture);
  wmd_session_lookup_pages (fixture->session, &draft, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);
}

/* The report changed while they were set. On this paper no view shows the new state meanwhile. */
static void
test_pages_of_late_export (Fixture *fixture, gconstpointer data)
{
  const WmdPageOptions a4 = { .paper = WMD_PAPER_A4 };
  WmdPages *pages[WMD_N_LANGUAGES];

  export_pages (fixture, g_get_user_data_dir (), 1u << WMD_LANGUAGE_EN, &a4, TRUE);
  wmd_session_lookup_pages (fixture->session, &a4, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);
}

/* Exports the report as a Word file with its changes from what @since holds. */
static void
export_since (Fixture *fixture, const char *path, const char *since, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GFile) older = g_file_new_for_path (since);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (WmdExportResult) exported = NULL;
  const WmdExportOptions options = { .format = wmd_formats_lookup ("docx"),
                                     .languages = 1u << WMD_LANGUAGE_EN,
                                     .since = older };

  wmd_export_async (fixture->session, &options, target, NULL, NULL, exported_cb, &result);
  test_ui_wait_for (is_set, &result);
  exported = wmd_export_finish (result, error);
  g_assert_true ((exported != NULL) == g_file_test (path, G_FILE_TEST_EXISTS));
}

/* An older state that cannot be read is named, and nothing is written. */
static void
test_export_since (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edition.docx", NULL);
  g_autofree char *sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autoptr (GError) error = NULL;

  export_since (fixture, path, "/no/such.wmdreport", &error);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "such.wmdreport"));
  g_clear_error (&error);
  export_since (fixture, path, sample, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Nothing holds on to a window and its report once it is closed. */
static void
test_finalized (Fixture *fixture, gconstpointer data)
{
  WmdWindow *window = wmd_window_new (NULL, fixture->reference);
  WmdReport *report = wmd_report_new (fixture->reference);
  WmdSession *session = wmd_session_new (report, NULL);

  wmd_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  test_ui_wait_for_findings (session);
  wmd_session_select (session, wmd_report_get_summary (report), WMD_LANGUAGE_EN);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (report);
  g_object_add_weak_pointer (G_OBJECT (report), (gpointer *) &report);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
  test_ui_wait_for (is_gone, &window);
  test_ui_wait_for (is_gone, &session);
  test_ui_wait_for (is_gone, &report);
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
#define add(path, test) g_test_add (path, Fixture, NULL, test_ui_set_up, test, test_ui_tear_down)
  add ("/window/story", test_story);
  add ("/window/first-focus", test_first_focus);
  add ("/window/focus", test_focus);
  add ("/window/search", test_search);
  add ("/window/save", test_save);
  add ("/window/typing", test_typing);
  add ("/window/add-and-remove", test_add_and_remove);
  add ("/window/actions", test_actions);
  add ("/window/views", test_views);
  add ("/window/desk", test_desk);
  add ("/window/desk-ask", test_desk_ask);
  add ("/window/desk-left", test_desk_left);
  add ("/window/narrow", test_narrow);
  add ("/window/note", test_note);
  add ("/window/export", test_export);
  add ("/window/pages-for-export", test_pages_for_export);
  add ("/window/pages-of-export", test_pages_of_export);
  add ("/window/pages-of-late-export", test_pages_of_late_export);
  add ("/window/export-since", test_export_since);
  add ("/window/finalized", test_finalized);
#undef add
  g_test_add_func ("/window/columns", test_columns);
  return g_test_run ();
}
