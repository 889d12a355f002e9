/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture for the place of the emblem: chosen once for all that this machine issues, and shown where it is issued.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "support/support.h"
#include "typeset/style.h"
#include "ui/export-dialog.h"
#include "ui/file-row.h"
#include "ui/pages-view.h"
#include "ui/test-ui.h"

typedef TestUiFixture Fixture;

#define RED 0xff0000
#define BLUE 0x0000ff
#define WHITE 0xffffff

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "<emblem> & more.svg", NULL);
}

/* A picture in one colour, all over. */
static void
save_picture (guint colour)
{
  g_autofree char *path = dup_path ();
  g_autofree char *text = g_strdup_printf ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><path "
                                           "fill=\"#%06x\" d=\"M0 0h40v40H0z\"/></svg>",
                                           colour);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The colour in the middle of the place of the emblem. */
static guint
get_colour (WmdPages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint colour;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -WMD_EMBLEM_X - WMD_EMBLEM_WIDTH / 2, -WMD_EMBLEM_Y - WMD_EMBLEM_HEIGHT / 2);
  wmd_pages_draw (pages, 1, cr);
  cairo_surface_flush (surface);
  colour = *(guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return colour;
}

typedef struct
{
  WmdSession *session;
  guint colour;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;
  WmdLayout *layout = wmd_session_get_layout (wanted->session, WMD_LANGUAGE_EN);
  WmdPages *pages = wmd_layout_get_pages (layout);

  return !wmd_layout_get_busy (layout) && pages != NULL && get_colour (pages) == wanted->colour;
}

/* Waits until the pages that are looked at have that colour in the place of the emblem. */
static void
wait_for_colour (Fixture *fixture, guint colour)
{
  test_ui_wait_for (is_shown, &(Wanted){ fixture->session, colour });
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
choose (Fixture *fixture, const char *path, GError **error)
{
  WmdEmblemChoice *choice = wmd_session_get_emblem_choice (fixture->session);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  wmd_emblem_choice_choose_async (choice, file, chosen_cb, &result);
  test_ui_wait_for (is_set, &result);
  return wmd_emblem_choice_choose_finish (choice, result, error);
}

static void
choose_picture (Fixture *fixture, guint colour)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GError) error = NULL;

  save_picture (colour);
  g_assert_true (choose (fixture, path, &error));
  g_assert_no_error (error);
}

static void
show_pages (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", "pages"));
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_told (gpointer data)
{
  return test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Waits for the message, which is to name the picture and what can be done, and closes it. */
static void
assert_told (const char *heading, const char *name)
{
  AdwMessageDialog *dialog;

  test_ui_wait_for (is_told, NULL);
  dialog = test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), name));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Choose another picture"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  test_ui_spin ();
}

/* The next test begins without an emblem. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();

  wmd_emblem_choice_clear (wmd_session_get_emblem_choice (fixture->session));
  test_ui_tear_down (fixture, data);
  g_unlink (path);
}

/* --- choosing --- */

static WmdFileRow *
find_row (gpointer root)
{
  for (GtkWidget *row = gtk_widget_get_parent (test_ui_find (root, ADW_TYPE_COMBO_ROW)); row != NULL;)
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        if (WMD_IS_FILE_ROW (child) && gtk_widget_get_visible (child))
          return WMD_FILE_ROW (child);
      row = gtk_widget_get_parent (row);
    }
  return NULL;
}

/* The button with that icon; NULL when it is not shown. */
static GtkWidget *
find_button (GtkWidget *root, const char *icon)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, icon);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The dialog names what is chosen, and chooses none again; both are remembered. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *row;
  g_autofree char *path = dup_path ();
  g_autoptr (WmdEmblemChoice) later = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL));
  test_ui_spin ();
  dialog = test_ui_find_window (WMD_TYPE_EXPORT_DIALOG);
  row = GTK_WIDGET (find_row (dialog));
  g_assert_nonnull (row);
  g_assert_true (test_ui_has_text (row, "None"));
  g_assert_nonnull (find_button (row, "document-open-symbolic"));
  g_assert_null (find_button (row, "edit-clear-symbolic"));

  choose_picture (fixture, RED);
  test_ui_spin ();
  g_assert_true (test_ui_has_text (row, "<emblem> & more.svg"));
  later = wmd_emblem_choice_new ();
  g_assert_true (g_file_equal (wmd_emblem_choice_get_file (later), wmd_file_row_get_file (WMD_FILE_ROW (row))));
  g_assert_cmpstr (g_file_peek_path (wmd_emblem_choice_get_file (later)), ==, path);

  g_signal_emit_by_name (find_button (row, "edit-clear-symbolic"), "clicked");
  test_ui_spin ();
  g_assert_true (test_ui_has_text (row, "None"));
  g_assert_null (find_button (row, "edit-clear-symbolic"));
  /* Another window follows. */
  g_assert_null (wmd_emblem_choice_get_file (later));
  g_assert_null (wmd_emblem_choice_get_emblem (later));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_choose_no_picture (Fixture *fixture, gconstpointer data)
{
  WmdEmblemChoice *choice = wmd_session_get_emblem_choice (fixture->session);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "text.png", NULL);
  g_autofree char *chosen = dup_path ();
  g_autoptr (GError) error = NULL;

  choose_picture (fixture, RED);
  g_file_set_contents (path, "This is not a picture.", -1, &error);
  g_assert_no_error (error);
  g_assert_false (choose (fixture, path, &error));
  g_assert_error (error, WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE);
  g_assert_cmpstr (g_file_peek_path (wmd_emblem_choice_get_file (choice)), ==, chosen);
  g_unlink (path);
}

/* --- what is shown is what is issued --- */

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edition.pdf", NULL);
  g_autofree char *contents = NULL;
  WmdPages *pages[WMD_N_LANGUAGES];
  gsize length;

  show_pages (fixture);
  wait_for_colour (fixture, WHITE);
  choose_picture (fixture, RED);
  wait_for_colour (fixture, RED);

  /* The export paints the pages that are looked at. */
  wmd_session_lookup_pages (fixture->session, wmd_session_get_page_options (fixture->session), pages);
  g_assert_true (pages[WMD_LANGUAGE_EN] ==
                 wmd_layout_get_pages (wmd_session_get_layout (fixture->session, WMD_LANGUAGE_EN)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "(ss)", "en", path));
  test_ui_wait_for (is_written, path);
  contents = test_read_file (path, &length);
  for (gsize i = 0; i < length; i++)
    contents[i] = contents[i] == '\0' ? ' ' : contents[i];
  g_assert_nonnull (strstr (contents, "/Subtype /Image"));
  g_unlink (path);

  /* Pages without it are others. */
  wmd_session_lookup_pages (fixture->session, &(WmdPageOptions){ WMD_PAPER_LETTER }, pages);
  g_assert_null (pages[WMD_LANGUAGE_EN]);

  /* The paper is changed without losing it. */
  wmd_session_set_paper (fixture->session, WMD_PAPER_A4);
  wait_for_colour (fixture, RED);
  wmd_emblem_choice_clear (wmd_session_get_emblem_choice (fixture->session));
  wait_for_colour (fixture, WHITE);
}

/* A picture that is drawn anew is another one, and pages that were set with the old one are not used for it. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  const WmdPageOptions *options = wmd_session_get_page_options (fixture->session);
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));
  WmdPages *kept[WMD_N_LANGUAGES], *pages[WMD_N_LANGUAGES];

  choose_picture (fixture, RED);
  show_pages (fixture);
  wait_for_colour (fixture, RED);
  wmd_session_lookup_pages (fixture->session, options, kept);
  g_assert_nonnull (kept[WMD_LANGUAGE_EN]);
  wmd_session_keep_pages (fixture->session, snapshot, options, kept);

  save_picture (BLUE);
  wait_for_colour (fixture, BLUE);
  wmd_session_lookup_pages (fixture->session, options, pages);
  g_assert_nonnull (pages[WMD_LANGUAGE_EN]);
  g_assert_cmphex (get_colour (pages[WMD_LANGUAGE_EN]), ==, BLUE);
}

/* --- a picture that is gone --- */

static gboolean
has_warning (gpointer view)
{
  return test_ui_has_text (view, "<emblem> & more.svg");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  g_autofree char *edition = g_build_filename (g_get_user_data_dir (), "edition.docx", NULL);
  gpointer view;

  choose_picture (fixture, RED);
  show_pages (fixture);
  wait_for_colour (fixture, RED);
  view = test_ui_find (fixture->window, WMD_TYPE_PAGES_VIEW);
  g_assert_false (has_warning (view));

  /* The pages are there, and say what they lack; nothing is issued without a word. */
  g_unlink (path);
  wait_for_colour (fixture, WHITE);
  test_ui_wait_for (has_warning, view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "(ss)", "en", edition));
  assert_told ("Cannot Export Report", "<emblem> & more.svg");
  g_assert_false (g_file_test (edition, G_FILE_TEST_EXISTS));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL));
  assert_told ("Cannot Print Report", "<emblem> & more.svg");

  /* It comes back. */
  save_picture (BLUE);
  wait_for_colour (fixture, BLUE);
  g_assert_false (has_warning (view));
}

/* A report that is opened after the picture went is shown all the same. */
static void
test_gone_before (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  WmdSession *session;
  WmdWindow *window;

  choose_picture (fixture, RED);
  g_unlink (path);
  session = test_ui_open_sample (fixture->reference);
  window = test_ui_show (fixture->reference, session);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "pages"));
  test_ui_wait_for (is_shown, &(Wanted){ session, WHITE });
  test_ui_wait_for (has_warning, test_ui_find (window, WMD_TYPE_PAGES_VIEW));
  test_ui_close (window, session);
}

int
main (int argc, char **argv)
{
  test_ui_init (&argc, &argv);
#define ADD(path, name) g_test_add ("/emblem/" path, Fixture, NULL, test_ui_set_up, name, tear_down)
  ADD ("choose", test_choose);
  ADD ("choose-no-picture", test_choose_no_picture);
  ADD ("pages", test_pages);
  ADD ("change", test_change);
  ADD ("gone", test_gone);
  ADD ("gone-before", test_gone_before);
#undef ADD
  return g_test_run ();
}
