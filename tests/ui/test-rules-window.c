/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The help of the rules beside the sample, one reply of which is late; and the list of what the resolution asks. */

#include "support/support.h"
#include "ui/checklist.h"
#include "ui/finding-item.h"
#include "ui/finding-row.h"
#include "ui/rule-row.h"
#include "ui/rules-window.h"
#include "ui/test-ui.h"

typedef TestUiFixture Fixture;

static void
change_reply (Fixture *fixture, WmdField field, const char *value)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));
  g_autoptr (WmdBody) body = wmd_body_with_field (wmd_snapshot_get_reply (snapshot, 0), field, value);

  g_assert_true (wmd_session_replace_body (fixture->session, body, "Change", NULL));
  test_ui_wait_for_findings (fixture->session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_ui_set_up (fixture, data);
  change_reply (fixture, WMD_FIELD_DATE, "2023-06-09");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_ui_tear_down (fixture, data);
  g_assert_null (test_ui_find_window (WMD_TYPE_RULES_WINDOW));
}

/* The row of a rule below @root, shown or not. */
static GtkWidget *
find_rule (gpointer root, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (WMD_IS_RULE_ROW (child))
        {
          if (g_str_equal (wmd_rule_row_get_rule (WMD_RULE_ROW (child))->id, id))
            return child;
          continue;
        }
      found = find_rule (child, id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
show_rule (Fixture *fixture, const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-rule", "s", id));
  test_ui_spin ();
  return test_ui_find_window (WMD_TYPE_RULES_WINDOW);
}

static gboolean
is_unfolded (gpointer row)
{
  return test_ui_has_text (row, wmd_rules_translate (wmd_rule_row_get_rule (row)->explanation));
}

/* TRUE when a label below @root has that text, whether it is shown or still to be. */
static gboolean
says (gpointer root, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), wmd_rules_translate (text))) ||
        says (child, text))
      return TRUE;
  return FALSE;
}

/* Every rule of the table has a row, which says all that its entry says. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  gpointer rules = show_rule (fixture, "");

  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      const WmdRuleInfo *rule = wmd_rules_get_info (i);
      GtkWidget *row = find_rule (rules, rule->id);

      g_assert_nonnull (row);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      g_assert_true (says (row, rule->title));
      g_assert_true (says (row, rule->explanation));
      g_assert_true (says (row, rule->source));
      g_assert_true (says (row, rule->example));
      g_assert_true (says (row, rule->remedy));
      g_assert_true (says (row, wmd_rules_lookup_family (rule->family)->waiver));
      g_assert_true (says (row, rule->id));
    }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  gpointer rules = show_rule (fixture, "");
  GtkWidget *search = test_ui_find (rules, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "LATE-rep");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (gtk_widget_get_visible (find_rule (rules, "late-reply")));
  g_assert_false (gtk_widget_get_visible (find_rule (rules, "spacing")));
  gtk_editable_set_text (GTK_EDITABLE (search), "qqq");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (test_ui_has_text (rules, "No Rules Found"));
  /* Whoever comes from a finding finds its rule all the same. */
  show_rule (fixture, "spacing");
  g_assert_true (gtk_widget_get_mapped (find_rule (rules, "spacing")));
}

static WmdFinding *
find_finding (Fixture *fixture, const char *rule)
{
  GListModel *findings = G_LIST_MODEL (wmd_session_get_findings (fixture->session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, i);

      if (g_str_equal (wmd_finding_item_get (item)->rule, rule))
        return (WmdFinding *) wmd_finding_item_get (item);
    }
  return NULL;
}

/* The report sets a severity for itself, which shows, and can be taken back. */
static void
test_severity (Fixture *fixture, gconstpointer data)
{
  gpointer rules = show_rule (fixture, "late-reply");
  GtkWidget *row = find_rule (rules, "late-reply");
  AdwComboRow *combo;

  test_ui_wait_for (is_unfolded, row);
  combo = test_ui_find (row, ADW_TYPE_COMBO_ROW);
  g_assert_cmpint (find_finding (fixture, "late-reply")->severity, ==, WMD_SEVERITY_WARNING);
  g_assert_false (test_ui_has_text (row, "Changed"));
  adw_combo_row_set_selected (combo, 1);
  test_ui_wait_for_findings (fixture->session);
  g_assert_cmpint (find_finding (fixture, "late-reply")->severity, ==, WMD_SEVERITY_ERROR);
  g_assert_true (test_ui_has_text (row, "Changed"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  test_ui_wait_for_findings (fixture->session);
  g_assert_cmpint (find_finding (fixture, "late-reply")->severity, ==, WMD_SEVERITY_WARNING);
  g_assert_cmpuint (adw_combo_row_get_selected (combo), ==, 0);
  g_assert_false (test_ui_has_text (row, "Changed"));
}

static void
waive (Fixture *fixture, const char *rule, const char *reason)
{
  const WmdFinding *finding = find_finding (fixture, rule);
  g_autofree char *fingerprint = wmd_finding_dup_fingerprint (finding);
  const WmdWaiver waiver = {
    .rule = finding->rule,
    .part = finding->part,
    .language = finding->language,
    .block = finding->block,
    .fingerprint = fingerprint,
    .reason = (char *) reason,
  };
  g_autoptr (WmdFacts) facts =
      wmd_facts_with_waiver (wmd_report_get_facts (wmd_session_get_report (fixture->session)), &waiver);

  g_assert_true (wmd_session_replace_facts (fixture->session, facts, "Waiver", NULL));
  test_ui_wait_for_findings (fixture->session);
}

/* What was waived is listed with its reason, says when it is of no use any more, and can be asked again. */
static void
test_waivers (Fixture *fixture, gconstpointer data)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));
  g_autofree char *part = g_strdup (wmd_body_get_id (wmd_snapshot_get_reply (snapshot, 0)));
  gpointer rules = show_rule (fixture, "");

  g_assert_true (test_ui_has_text (rules, "Nothing was waived."));
  waive (fixture, "late-reply", "Agreed with the mission");
  g_assert_true (test_ui_has_text (rules, "Agreed with the mission"));
  g_assert_false (test_ui_has_text (rules, "No longer needed"));
  change_reply (fixture, WMD_FIELD_DATE, "2023-05-03");
  g_assert_true (test_ui_has_text (rules, "No longer needed"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  test_ui_wait_for_findings (fixture->session);
  g_assert_cmpuint (test_ui_count_findings (fixture->session, "late-reply", part), ==, 0);
  test_ui_click (rules, "Ask Again");
  test_ui_wait_for_findings (fixture->session);
  g_assert_cmpuint (test_ui_count_findings (fixture->session, "late-reply", part), ==, 1);
  g_assert_true (test_ui_has_text (rules, "Nothing was waived."));
}

/* From a finding to its rule, by the button of its row and by the keyboard. */
static void
test_from_finding (Fixture *fixture, gconstpointer data)
{
  gpointer rules;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.step-finding", "i", 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.help", NULL));
  test_ui_spin ();
  rules = test_ui_find_window (WMD_TYPE_RULES_WINDOW);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (find_rule (rules, "late-reply"))));
}

/* Without a report the rules are there all the same. */
static void
test_start_page (Fixture *fixture, gconstpointer data)
{
  gpointer rules;
  GtkWidget *row;

  wmd_window_set_session (fixture->window, NULL);
  rules = show_rule (fixture, "late-reply");
  row = find_rule (rules, "late-reply");
  test_ui_wait_for (is_unfolded, row);
  g_assert_null (test_ui_find (row, ADW_TYPE_COMBO_ROW));
  g_assert_false (test_ui_has_text (rules, "Waived in This Report"));
}

/* --- the checklist --- */

/* The row of the checklist that says so. */
static GtkListBoxRow *
find_request (gpointer root, const char *state)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkListBoxRow *found = GTK_IS_LIST_BOX_ROW (child) && test_ui_has_text (child, state)
                                 ? GTK_LIST_BOX_ROW (child)
                                 : find_request (child, state);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
remove_organizations (Fixture *fixture)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (fixture->session));
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Removal");

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    if (wmd_body_get_section (wmd_snapshot_get_reply (snapshot, i), fixture->reference) == WMD_SECTION_ORGANIZATIONS)
      wmd_edit_replace_body (edit, wmd_snapshot_get_reply (snapshot, i), NULL);
  g_assert_true (wmd_session_apply (fixture->session, edit));
  test_ui_wait_for_findings (fixture->session);
}

/* Each state is shown, and a request that is met leads to where it is. */
static void
test_checklist (Fixture *fixture, gconstpointer data)
{
  GtkWidget *checklist;
  GtkListBoxRow *row;

  wmd_session_select (fixture->session, NULL, WMD_LANGUAGE_NONE);
  test_ui_spin ();
  checklist = test_ui_find (fixture->window, WMD_TYPE_CHECKLIST);
  g_assert_nonnull (checklist);
  row = find_request (checklist, "Met: International Organizations");
  g_assert_nonnull (row);
  g_assert_nonnull (find_request (checklist, "Met: Introduction"));
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  g_assert_cmpint (
      wmd_body_get_section (wmd_part_get_body (wmd_session_get_part (fixture->session)), fixture->reference), ==,
      WMD_SECTION_ORGANIZATIONS);

  /* The list is brought up to date when it is seen again. */
  wmd_session_select (fixture->session, NULL, WMD_LANGUAGE_NONE);
  test_ui_spin ();
  g_assert_null (find_request (checklist, "Not met"));
  g_assert_nonnull (find_request (checklist, "Not applicable"));
  remove_organizations (fixture);
  g_assert_nonnull (find_request (checklist, "Not met"));
  waive (fixture, "missing-section", "introduction");
  /* The reason is not taken for a place. */
  row = find_request (checklist, "Waived: introduction");
  g_assert_nonnull (row);
  g_assert_false (gtk_list_box_row_get_activatable (row));
}

/* Without a resolution that is known, nor a session to find it by, the list says what to do. */
static void
test_no_resolution (Fixture *fixture, gconstpointer data)
{
  WmdFacts *given = wmd_report_get_facts (wmd_session_get_report (fixture->session));
  g_autoptr (WmdFacts) without_session = wmd_facts_with (given, WMD_FACT_SESSION, NULL);
  g_autoptr (WmdFacts) facts = wmd_facts_with (without_session, WMD_FACT_RESOLUTION, NULL);
  GtkWidget *checklist;

  g_assert_true (wmd_session_replace_facts (fixture->session, facts, "Change", NULL));
  test_ui_wait_for_findings (fixture->session);
  wmd_session_select (fixture->session, NULL, WMD_LANGUAGE_NONE);
  checklist = test_ui_find (fixture->window, WMD_TYPE_CHECKLIST);
  g_assert_true (test_ui_has_text (checklist, "Enter the resolution above"));
}

int
main (int argc, char *argv[])
{
  test_ui_init (&argc, &argv);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/rules-window/table", test_table);
  add ("/rules-window/search", test_search);
  add ("/rules-window/severity", test_severity);
  add ("/rules-window/waivers", test_waivers);
  add ("/rules-window/from-finding", test_from_finding);
  add ("/rules-window/start-page", test_start_page);
  add ("/checklist/states", test_checklist);
  add ("/checklist/no-resolution", test_no_resolution);
#undef add
  return g_test_run ();
}
