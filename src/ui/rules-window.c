/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window beside that of the report, not above it, so that a rule can be read while its finding is put right. */

#include "config.h"

#include "ui/rules-window.h"

#include <glib/gi18n-lib.h>

#include "publish/publish.h"
#include "ui/dialogs.h"
#include "ui/finding-item.h"
#include "ui/folding.h"
#include "ui/names.h"
#include "ui/rule-row.h"
#include "ui/scrolling.h"

struct _WmdRulesWindow
{
  AdwWindow parent_instance;

  WmdSession *session; /* NULL for the rules alone */
  GPtrArray *groups;   /* (element-type AdwPreferencesGroup), of the families; borrowed */
  GPtrArray *rows;     /* (element-type WmdRuleRow); borrowed */
  GPtrArray *waivers;  /* (element-type GtkWidget), rows of what was waived; borrowed */

  int height;     /* of the row that is gone to, as it was in the last frame */
  guint n_steady; /* frames since it changed */

  AdwToastOverlay *toasts;
  GtkEditable *search;
  GtkStack *stack; /* "rules", "none" */
  GtkBox *box;
  AdwPreferencesGroup *waived;
};

G_DEFINE_FINAL_TYPE (WmdRulesWindow, wmd_rules_window, ADW_TYPE_WINDOW)

/* --- what was waived --- */

/* A waiver dies with the text that it was given for. */
static gboolean
still_holds (WmdRulesWindow *self, const WmdWaiver *waiver)
{
  GListModel *findings = G_LIST_MODEL (wmd_session_get_findings (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, i);
      const WmdFinding *finding = wmd_finding_item_get (item);
      g_autofree char *fingerprint = finding->waived != NULL && g_str_equal (finding->rule, waiver->rule)
                                         ? wmd_finding_dup_fingerprint (finding)
                                         : NULL;

      if (fingerprint != NULL && g_strcmp0 (fingerprint, waiver->fingerprint) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Place, and the reason. (transfer full) */
static char *
dup_waiver (WmdRulesWindow *self, const WmdWaiver *waiver)
{
  WmdPart *part =
      waiver->part != NULL ? wmd_report_lookup_part (wmd_session_get_report (self->session), waiver->part) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (part != NULL)
    g_string_append (words, wmd_name_of_part (wmd_part_get_body (part), wmd_session_get_reference (self->session),
                                              wmd_session_get_interface_language (self->session)));
  else
    g_string_append (words, waiver->part == NULL ? _ ("The report") : _ ("A part that is gone"));
  if (waiver->language != WMD_LANGUAGE_NONE)
    g_string_append_printf (words, " · %s", wmd_name_of_language (waiver->language));
  g_string_append_printf (words, "\n%s", waiver->reason);
  if (!still_holds (self, waiver))
    g_string_append_printf (words, "\n%s", _ ("No longer needed: what it was given for is not found any more."));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
ask_again_cb (WmdRulesWindow *self, GtkWidget *button)
{
  WmdFacts *facts = wmd_report_get_facts (wmd_session_get_report (self->session));
  const GPtrArray *waivers = wmd_facts_get_waivers (facts);
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  g_autoptr (WmdFacts) without = NULL;

  if (index >= waivers->len)
    return;
  without = wmd_facts_without_waiver (facts, g_ptr_array_index (waivers, index));
  wmd_session_replace_facts (self->session, without, _ ("Removal of Waiver"), NULL);
}

static void
add_waiver (WmdRulesWindow *self, const WmdWaiver *waiver, guint index)
{
  const WmdRuleInfo *rule = wmd_rules_lookup (waiver->rule);
  const char *title = rule != NULL ? wmd_rules_translate (rule->title) : waiver->rule;
  g_autofree char *words = dup_waiver (self, waiver);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  /* Translators: %s is the name of a rule. */
  g_autofree char *label = g_strdup_printf (_ ("Ask again: %s"), title);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Ask Again"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !wmd_session_get_read_only (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (ask_again_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->waived, row);
  g_ptr_array_add (self->waivers, row);
}

static void
show_waivers (WmdRulesWindow *self)
{
  const GPtrArray *waivers = wmd_facts_get_waivers (wmd_report_get_facts (wmd_session_get_report (self->session)));

  for (guint i = 0; i < self->waivers->len; i++)
    adw_preferences_group_remove (self->waived, g_ptr_array_index (self->waivers, i));
  g_ptr_array_set_size (self->waivers, 0);
  for (guint i = 0; i < waivers->len; i++)
    add_waiver (self, g_ptr_array_index (waivers, i), i);
  adw_preferences_group_set_description (self->waived, waivers->len == 0
                                                           ? _ ("Nothing was waived. A finding is waived where it is "
                                                                "listed, with a reason.")
                                                           : NULL);
}

/* --- searching --- */

static void
search_changed_cb (WmdRulesWindow *self)
{
  g_autofree char *needle = wmd_fold_for_search (gtk_editable_get_text (self->search));
  gboolean any = FALSE;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->groups, i), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      WmdRuleRow *row = g_ptr_array_index (self->rows, i);
      const gboolean shown = needle[0] == '\0' || wmd_rule_row_matches (row, needle);

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      if (shown)
        gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP), TRUE);
      any |= shown;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->waived), self->session != NULL && needle[0] == '\0');
  gtk_stack_set_visible_child_name (self->stack, any ? "rules" : "none");
}

/* --- the document --- */

static void
chosen_cb (GFile *file, gpointer owner)
{
  WmdRulesWindow *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *document;

  if (file == NULL)
    return;
  document = wmd_rules_dup_document ();
  bytes = g_bytes_new_take (document, strlen (document));
  if (wmd_publish_save (file, bytes, NULL, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Saved")));
  else
    wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Save Rules"), error->message);
}

static void
save_cb (WmdRulesWindow *self)
{
  wmd_dialogs_save_file (GTK_WINDOW (self), _ ("Save the Rules"), "rules.md", _ ("Markdown Documents"), "*.md",
                         chosen_cb, self);
}

/* --- the window --- */

static void
add_family (WmdRulesWindow *self, const WmdRuleFamily *family)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), wmd_rules_translate (family->title));
  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      const WmdRuleInfo *rule = wmd_rules_get_info (i);
      GtkWidget *row;

      if (!g_str_equal (rule->family, family->id))
        continue;
      row = wmd_rule_row_new (rule, self->session);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_box_append (self->box, group);
  g_ptr_array_add (self->groups, group);
}

static void
wmd_rules_window_dispose (GObject *object)
{
  g_clear_object (&WMD_RULES_WINDOW (object)->session);
  G_OBJECT_CLASS (wmd_rules_window_parent_class)->dispose (object);
}

static void
wmd_rules_window_finalize (GObject *object)
{
  WmdRulesWindow *self = WMD_RULES_WINDOW (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->waivers);
  G_OBJECT_CLASS (wmd_rules_window_parent_class)->finalize (object);
}

static void
wmd_rules_window_class_init (WmdRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_rules_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wmd_rules_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdRulesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WmdRulesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, WmdRulesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdRulesWindow, box);
  gtk_widget_class_bind_template_child (widget_class, WmdRulesWindow, waived);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
wmd_rules_window_init (WmdRulesWindow *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->waivers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
}

GtkWidget *
wmd_rules_window_new (GtkWindow *parent, WmdSession *session)
{
  WmdRulesWindow *self;
  const WmdRuleFamily *family;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (session == NULL || WMD_IS_SESSION (session), NULL);

  self = g_object_new (WMD_TYPE_RULES_WINDOW, "transient-for", parent, NULL);
  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self->waived), session != NULL);
  for (guint i = 0; (family = wmd_rules_get_family (i)) != NULL; i++)
    add_family (self, family);
  if (session != NULL)
    {
      g_signal_connect_object (wmd_session_get_findings (session), "changed", G_CALLBACK (show_waivers), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (wmd_session_get_report (session), "notify::facts", G_CALLBACK (show_waivers), self,
                               G_CONNECT_SWAPPED);
      show_waivers (self);
    }
  return GTK_WIDGET (self);
}

/* Frames without a change after which a row is unfolded. */
#define STEADY_FRAMES 3

/* A row unfolds bit by bit; how much of it there is to show is known at the end. */
static gboolean
unfold_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  WmdRulesWindow *self = WMD_RULES_WINDOW (gtk_widget_get_root (row));
  const int height = gtk_widget_get_height (row);

  self->n_steady = height == self->height && height > 0 ? self->n_steady + 1 : 0;
  self->height = height;
  if (self->n_steady < STEADY_FRAMES)
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  wmd_scroll_to_widget (row);
  return G_SOURCE_REMOVE;
}

void
wmd_rules_window_show_rule (WmdRulesWindow *self, const char *id)
{
  g_return_if_fail (WMD_IS_RULES_WINDOW (self));
  g_return_if_fail (id != NULL);

  gtk_editable_set_text (self->search, "");
  search_changed_cb (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      WmdRuleRow *row = g_ptr_array_index (self->rows, i);

      if (!g_str_equal (wmd_rule_row_get_rule (row)->id, id))
        continue;
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      self->n_steady = 0;
      gtk_widget_add_tick_callback (GTK_WIDGET (row), unfold_cb, NULL, NULL);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
