/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who has no mouse, and who does not see the screen: Tab leads through each page and out of everything it leads into,
 * Shift+Tab leads back, and whatever has the keyboard has a name.
 */

#include "ui/export-dialog.h"
#include "ui/letters-window.h"
#include "ui/query-dialog.h"
#include "ui/rules-window.h"
#include "ui/test-ui.h"

#define MAX_STEPS 500

/* --- names --- */

static gboolean
holds_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_words (child))
      return TRUE;
  return FALSE;
}

/* A button is labelled by what is in it, which may be a picture: the relation says nothing. */
static gboolean
says_its_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The parts of a control that has a name are that control: the text of an entry, the button of a menu button. Of a row
 * the words in it are its name, of a text they are not.
 */
static gboolean
has_name (GtkWidget *widget)
{
  static const char *const texts[] = { "GtkText", "GtkTextView", "WmdBodyView", "GtkSpinButton", NULL };

  if (says_its_name (widget))
    return TRUE;
  if (!g_strv_contains (texts, G_OBJECT_TYPE_NAME (widget)) && holds_words (widget))
    return TRUE;
  for (GtkWidget *whole = gtk_widget_get_parent (widget); whole != NULL; whole = gtk_widget_get_parent (whole))
    {
      if (GTK_IS_MENU_BUTTON (whole) || GTK_IS_DROP_DOWN (whole) || GTK_IS_EDITABLE (whole) || GTK_IS_EXPANDER (whole))
        return says_its_name (whole) || ADW_IS_ENTRY_ROW (whole) || (!GTK_IS_EDITABLE (whole) && holds_words (whole));
      if (GTK_IS_LIST_BOX_ROW (whole) || GTK_IS_SCROLLED_WINDOW (whole))
        return ADW_IS_PREFERENCES_ROW (whole) && gtk_widget_get_parent (widget) != NULL && holds_words (whole) &&
               !GTK_IS_BUTTON (widget);
    }
  return FALSE;
}

/* Where a widget is, for who has to find it. (transfer full) */
static char *
describe (GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_string_prepend (g_string_prepend (path, G_OBJECT_TYPE_NAME (widget)), "/");
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* --- the way through --- */

/* Everything that gets the keyboard, in that order, until it comes round. (transfer container) (element-type GtkWidget)
 */
static GPtrArray *
walk (GtkWindow *window, GtkDirectionType direction)
{
  GPtrArray *way = g_ptr_array_new ();

  gtk_window_set_focus (window, NULL);
  while (way->len < MAX_STEPS && gtk_widget_child_focus (GTK_WIDGET (window), direction))
    {
      GtkWidget *focus = gtk_window_get_focus (window);
      guint again;

      g_assert_nonnull (focus);
      if (g_ptr_array_find (way, focus, &again))
        {
          g_autofree char *place = describe (focus);

          /* A list is walked row by row at first, and as a whole later. */
          if ((way->len - again) * 2 < way->len)
            g_error ("the keyboard does not leave %s", place);
          return way;
        }
      g_ptr_array_add (way, focus);
    }
  g_assert_cmpuint (way->len, <, MAX_STEPS);
  return way;
}

/* The list that a row is in, or the widget itself. */
static GtkWidget *
get_stop (GtkWidget *widget)
{
  GtkWidget *list = NULL;

  for (GtkWidget *parent = widget; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_LIST_VIEW (parent) || GTK_IS_COLUMN_VIEW (parent) || GTK_IS_LIST_BOX (parent) ||
        GTK_IS_FLOW_BOX (parent))
      list = parent;
  return list != NULL ? list : widget;
}

static gboolean
leads_to (const GPtrArray *way, GtkWidget *stop)
{
  for (guint i = 0; i < way->len; i++)
    if (get_stop (way->pdata[i]) == stop)
      return TRUE;
  return FALSE;
}

static void
compare (const GPtrArray *way, const GPtrArray *other, const char *title)
{
  for (guint i = 0; i < way->len; i++)
    if (!leads_to (other, get_stop (way->pdata[i])))
      {
        g_autofree char *place = describe (way->pdata[i]);

        g_test_message ("%s: not reached in both directions: %s", title, place);
        g_test_fail ();
      }
}

/* @title: of the page, for messages. */
static void
check (gpointer window, const char *title)
{
  g_autoptr (GPtrArray) way = NULL, back = NULL;

  test_ui_spin ();
  way = walk (window, GTK_DIR_TAB_FORWARD);
  g_assert_cmpuint (way->len, >, 1);
  for (guint i = 0; i < way->len; i++)
    if (!has_name (way->pdata[i]))
      {
        g_autofree char *place = describe (way->pdata[i]);

        g_test_message ("%s: no name: %s", title, place);
        g_test_fail ();
      }
  back = walk (window, GTK_DIR_TAB_BACKWARD);
  compare (way, back, title);
  compare (back, way, title);
}

static void
check_and_close (gpointer window, const char *title)
{
  gtk_window_present (GTK_WINDOW (window));
  check (window, title);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_views (TestUiFixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "draft", "translate", "status", "pages" };
  WmdReport *report = wmd_session_get_report (fixture->session);
  WmdPart *const parts[] = { NULL, wmd_report_get_summary (report), test_ui_find_reply (fixture->session, "KAZ") };

  /* The search stays for the views that have texts. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      wmd_session_select (fixture->session, parts[part], WMD_LANGUAGE_NONE);
      for (guint view = 0; view < G_N_ELEMENTS (views); view++)
        {
          gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", views[view]);
          check (fixture->window, views[view]);
        }
    }
}

static void
test_start (TestUiFixture *fixture, gconstpointer data)
{
  WmdWindow *window = wmd_window_new (NULL, fixture->reference);

  check_and_close (window, "start");
}

static void
test_dialogs (TestUiFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  WmdPart *part = test_ui_find_reply (fixture->session, "KAZ");
  g_autoptr (WmdQuery) query = wmd_query_new ("q1", WMD_LANGUAGE_RU, "Why?");
  g_autoptr (WmdBody) body = wmd_body_with_query (wmd_part_get_body (part), query);

  check_and_close (wmd_query_dialog_new (parent, fixture->session, part, query, WMD_QUERY_QUESTION), "query");
  g_assert_true (wmd_session_replace_body (fixture->session, body, "Query", NULL));
  wmd_session_select (fixture->session, part, WMD_LANGUAGE_NONE);
  check (fixture->window, "draft with a query");
  check_and_close (wmd_query_dialog_new (parent, fixture->session, part, query, WMD_QUERY_ANSWER), "answer");
  check_and_close (wmd_letters_window_new (parent, fixture->session, NULL), "letters");
  check_and_close (wmd_export_dialog_new (parent, fixture->session, WMD_LANGUAGE_EN), "export");
  check_and_close (wmd_rules_window_new (parent, fixture->session), "rules");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (TestUiFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/access/views", test_views },
    { "/access/start", test_start },
    { "/access/dialogs", test_dialogs },
  };

  test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestUiFixture, NULL, test_ui_set_up, tests[i].test, test_ui_tear_down);
  return g_test_run ();
}
