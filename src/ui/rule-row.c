/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is unfolded is made when it is unfolded for the first time: there are half a hundred rules. */

#include "config.h"

#include "ui/rule-row.h"

#include <glib/gi18n-lib.h>

#include "ui/folding.h"
#include "ui/names.h"

struct _WmdRuleRow
{
  AdwExpanderRow parent_instance;

  const WmdRuleInfo *rule;
  WmdSession *session; /* NULL for the rule alone */

  GtkWidget *icon;
  GtkWidget *changed;    /* a mark: the report sets another severity */
  AdwComboRow *severity; /* NULL while it was never unfolded */
  gboolean filled;       /* it was unfolded once */
  gboolean showing;      /* the severity is being set from the report */
};

G_DEFINE_FINAL_TYPE (WmdRuleRow, wmd_rule_row, ADW_TYPE_EXPANDER_ROW)

/* Of the combo of severities: the rule's own, then the others from the gravest. */
static const WmdSeverity choices[] = { WMD_SEVERITY_ERROR, WMD_SEVERITY_WARNING, WMD_SEVERITY_NOTE, WMD_SEVERITY_OFF };

/* TRUE, and which, when the report sets another severity than the rule's own. */
static gboolean
get_changed (WmdRuleRow *self, WmdSeverity *severity)
{
  *severity = self->rule->severity;
  return self->session != NULL && wmd_facts_get_severity (wmd_report_get_facts (wmd_session_get_report (self->session)),
                                                          self->rule->id, severity);
}

/* --- the severity --- */

static void
show_severity (WmdRuleRow *self)
{
  static const char *const classes[] = { "accent", "warning", "error", "dim-label" };
  WmdSeverity severity;
  const gboolean changed = get_changed (self, &severity);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->icon, classes[i]);
  gtk_widget_add_css_class (self->icon, classes[severity]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), wmd_icon_of_severity (severity));
  gtk_widget_set_tooltip_text (self->icon, wmd_name_of_severity (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wmd_name_of_severity (severity), -1);
  gtk_widget_set_visible (self->changed, changed);
  for (guint i = 0; changed && i < G_N_ELEMENTS (choices); i++)
    if (choices[i] == severity)
      selected = i + 1;
  self->showing = TRUE;
  if (self->severity != NULL)
    {
      adw_combo_row_set_selected (self->severity, selected);
      gtk_widget_set_sensitive (GTK_WIDGET (self->severity), !wmd_session_get_read_only (self->session));
    }
  self->showing = FALSE;
}

static void
severity_cb (WmdRuleRow *self)
{
  const guint selected = adw_combo_row_get_selected (self->severity);
  WmdFacts *old = wmd_report_get_facts (wmd_session_get_report (self->session));
  g_autoptr (WmdFacts) facts = NULL;
  g_autofree char *label = NULL;

  if (self->showing || selected > G_N_ELEMENTS (choices))
    return;
  facts = selected == 0 ? wmd_facts_without_severity (old, self->rule->id)
                        : wmd_facts_with_severity (old, self->rule->id, choices[selected - 1]);
  /* Translators: %s is the name of a rule; this is what Undo names. */
  label = g_strdup_printf (_ ("Severity of “%s”"), wmd_rules_translate (self->rule->title));
  if (!wmd_facts_equal (old, facts))
    wmd_session_replace_facts (self->session, facts, label, NULL);
  show_severity (self);
}

static void
add_severity (WmdRuleRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: %s is the severity that a rule has unless a report sets another. */
  g_autofree char *own = g_strdup_printf (_ ("As Usual (%s)"), wmd_name_of_severity (self->rule->severity));

  gtk_string_list_append (names, own);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (names, wmd_name_of_severity (choices[i]));
  self->severity = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->severity), _ ("Severity in This Report"));
  adw_combo_row_set_model (self->severity, G_LIST_MODEL (names));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->severity));
  show_severity (self);
  g_signal_connect_object (self->severity, "notify::selected", G_CALLBACK (severity_cb), self, G_CONNECT_SWAPPED);
}

/* --- what the table says --- */

static void
add_text (GtkWidget *box, const char *name, const char *text)
{
  GtkWidget *piece, *heading, *label;

  if (text == NULL)
    return;
  piece = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  heading = gtk_label_new (name);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (piece), heading);
  gtk_box_append (GTK_BOX (piece), label);
  gtk_box_append (GTK_BOX (box), piece);
}

/* The languages in which the rule speaks, by name; NULL for a rule that reads no text. (transfer full) */
static char *
dup_languages (const WmdRuleInfo *rule)
{
  g_auto (GStrv) codes = rule->languages != NULL ? g_strsplit (rule->languages, " ", -1) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const WmdLanguage language = wmd_language_from_code (codes[i]);

      if (language != WMD_LANGUAGE_NONE)
        /* Translators: between the names of two languages in a list. */
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", wmd_name_of_language (language));
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
add_texts (WmdRuleRow *self)
{
  const WmdRuleInfo *rule = self->rule;
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *languages = dup_languages (rule);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  add_text (box, _ ("What it asks"), wmd_rules_translate (rule->explanation));
  add_text (box, _ ("Rests on"), wmd_rules_translate (rule->source));
  add_text (box, _ ("Example"), wmd_rules_translate (rule->example));
  add_text (box, _ ("How to put it right"), wmd_rules_translate (rule->remedy));
  add_text (box, _ ("When to waive it"), wmd_rules_translate (wmd_rules_lookup_family (rule->family)->waiver));
  add_text (box, _ ("Speaks in"), languages);
  if (rule->edition_severity != rule->severity)
    add_text (box, _ ("When an edition is to be issued"), wmd_name_of_severity (rule->edition_severity));
  add_text (box, _ ("Name in waivers and in the output of wmd-report-tool"), rule->id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
expanded_cb (WmdRuleRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->filled)
    return;
  self->filled = TRUE;
  add_texts (self);
  if (self->session != NULL)
    add_severity (self);
}

static void
wmd_rule_row_dispose (GObject *object)
{
  g_clear_object (&WMD_RULE_ROW (object)->session);
  G_OBJECT_CLASS (wmd_rule_row_parent_class)->dispose (object);
}

static void
wmd_rule_row_class_init (WmdRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wmd_rule_row_dispose;
}

static void
wmd_rule_row_init (WmdRuleRow *self)
{
  /* Translators: a mark on a rule whose severity the open report sets for itself. */
  self->changed = gtk_label_new (_ ("Changed"));
  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->changed, "caption");
  gtk_widget_add_css_class (self->changed, "accent");
  gtk_widget_set_valign (self->changed, GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->changed);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
wmd_rule_row_new (const WmdRuleInfo *rule, WmdSession *session)
{
  WmdRuleRow *self;

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (session == NULL || WMD_IS_SESSION (session), NULL);

  self = g_object_new (WMD_TYPE_RULE_ROW, NULL);
  self->rule = rule;
  g_set_object (&self->session, session);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), wmd_rules_translate (rule->title));
  if (session != NULL)
    {
      g_signal_connect_object (wmd_session_get_report (session), "notify::facts", G_CALLBACK (show_severity), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::read-only", G_CALLBACK (show_severity), self, G_CONNECT_SWAPPED);
    }
  show_severity (self);
  return GTK_WIDGET (self);
}

const WmdRuleInfo *
wmd_rule_row_get_rule (WmdRuleRow *self)
{
  g_return_val_if_fail (WMD_IS_RULE_ROW (self), NULL);

  return self->rule;
}

gboolean
wmd_rule_row_matches (WmdRuleRow *self, const char *needle)
{
  const WmdRuleInfo *rule;

  g_return_val_if_fail (WMD_IS_RULE_ROW (self), FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  rule = self->rule;
  return wmd_text_matches (rule->id, needle) || wmd_text_matches (wmd_rules_translate (rule->title), needle) ||
         wmd_text_matches (wmd_rules_translate (rule->explanation), needle) ||
         wmd_text_matches (wmd_rules_translate (rule->example), needle) ||
         wmd_text_matches (wmd_rules_translate (rule->remedy), needle);
}
