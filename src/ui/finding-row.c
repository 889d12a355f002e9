/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Severity by shape and colour, the message, the place, and up to two buttons: the fix and the waiver. */

#include "config.h"

#include "ui/finding-row.h"

#include <glib/gi18n-lib.h>

#include "ui/names.h"
#include "ui/query-dialog.h"
#include "ui/reflow.h"
#include "ui/wrap-box.h"

struct _WmdFindingRow
{
  GtkListBoxRow parent_instance;

  WmdSession *session;
  WmdFindingItem *item;

  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *place;
  GtkLabel *waived;
  GtkWidget *buttons;
  GtkButton *fix;
  GtkButton *ask;
  GtkMenuButton *waive;
  GtkEditable *reason; /* in the popover of @waive; NULL until it is opened */
  GtkButton *ask_again;
  GtkActionable *help;
};

G_DEFINE_FINAL_TYPE (WmdFindingRow, wmd_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_place (GString *place, const char *words)
{
  g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", words);
}

/* What an import noticed is of no rule: nobody asks again, so nothing can be waived. */
static gboolean
is_of_import (const WmdFinding *finding)
{
  return finding->line > 0 || wmd_rules_lookup (finding->rule) == NULL;
}

static char *
dup_place (WmdFindingRow *self, const WmdFinding *finding)
{
  WmdReport *report = wmd_session_get_report (self->session);
  WmdPart *part = finding->part != NULL ? wmd_report_lookup_part (report, finding->part) : NULL;
  g_autoptr (GString) place = g_string_new (NULL);

  if (part != NULL)
    g_string_append (place, wmd_name_of_part (wmd_part_get_body (part), wmd_session_get_reference (self->session),
                                              wmd_session_get_interface_language (self->session)));
  if (finding->language != WMD_LANGUAGE_NONE)
    append_place (place, wmd_name_of_language (finding->language));
  if (finding->line > 0)
    {
      /* Translators: a line of the file that was imported. */
      g_autofree char *line = g_strdup_printf (_ ("Line %u"), finding->line);

      append_place (place, line);
    }
  /* The message of a rule has its value in it. */
  if (is_of_import (finding) && finding->hint != NULL && strstr (place->str, finding->hint) == NULL)
    append_place (place, finding->hint);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
fix_cb (WmdFindingRow *self)
{
  const WmdFinding *finding = wmd_finding_item_get (self->item);

  wmd_session_apply (self->session, finding->fix);
}

static void
ask_cb (WmdFindingRow *self)
{
  GtkWidget *dialog = wmd_query_dialog_new_for_finding (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                        self->session, wmd_finding_item_get (self->item));

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
waive_cb (WmdFindingRow *self)
{
  const WmdFinding *finding = wmd_finding_item_get (self->item);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_autofree char *fingerprint = wmd_finding_dup_fingerprint (finding);
  const WmdWaiver waiver = {
    .rule = finding->rule,
    .part = finding->part,
    .language = finding->language,
    .block = finding->block,
    .fingerprint = fingerprint,
    .reason = reason,
  };
  g_autoptr (WmdFacts) facts = NULL;

  if (reason[0] == '\0')
    return;
  gtk_menu_button_popdown (self->waive);
  facts = wmd_facts_with_waiver (wmd_report_get_facts (wmd_session_get_report (self->session)), &waiver);
  wmd_session_replace_facts (self->session, facts, _ ("Waiver"), NULL);
}

static void
reason_changed_cb (WmdFindingRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.waive", gtk_editable_get_text (self->reason)[0] != '\0');
}

static void
ask_again_cb (WmdFindingRow *self)
{
  WmdFacts *facts = wmd_report_get_facts (wmd_session_get_report (self->session));
  const GPtrArray *waivers = wmd_facts_get_waivers (facts);
  g_autofree char *fingerprint = wmd_finding_dup_fingerprint (wmd_finding_item_get (self->item));

  for (guint i = 0; i < waivers->len; i++)
    {
      const WmdWaiver *waiver = g_ptr_array_index (waivers, i);
      g_autoptr (WmdFacts) without = NULL;

      if (g_strcmp0 (waiver->fingerprint, fingerprint) != 0)
        continue;
      without = wmd_facts_without_waiver (facts, waiver);
      wmd_session_replace_facts (self->session, without, _ ("Removal of Waiver"), NULL);
      return;
    }
}

/* Made when it is asked for: a popover is heavier than the rest of the row, and a list has many rows. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  WmdFindingRow *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *question = gtk_label_new (_ ("Why does this need no action?"));
  GtkWidget *reason = gtk_entry_new (), *waive = gtk_button_new_with_mnemonic (_ ("_Waive"));

  gtk_label_set_xalign (GTK_LABEL (question), 0);
  gtk_widget_add_css_class (question, "heading");
  gtk_editable_set_width_chars (GTK_EDITABLE (reason), 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  gtk_widget_set_halign (waive, GTK_ALIGN_END);
  gtk_widget_add_css_class (waive, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (waive), "finding.waive");
  gtk_box_append (GTK_BOX (box), question);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_box_append (GTK_BOX (box), waive);
  gtk_widget_add_css_class (box, "waiver");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (reason, "activate", G_CALLBACK (waive_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reason, "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  self->reason = GTK_EDITABLE (reason);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
waive_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  waive_cb (WMD_FINDING_ROW (widget));
}

static void
show_finding (WmdFindingRow *self)
{
  static const char *const classes[] = { "accent", "warning", "error" };
  const WmdFinding *finding = wmd_finding_item_get (self->item);
  const gboolean read_only = wmd_session_get_read_only (self->session);
  g_autofree char *place = dup_place (self, finding);
  g_autofree char *words = NULL;

  gtk_image_set_from_icon_name (self->icon, wmd_icon_of_severity (finding->severity));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), classes[finding->severity]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), wmd_name_of_severity (finding->severity));
  gtk_label_set_label (self->message, finding->message);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->message), finding->explanation);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), place[0] != '\0');
  if (finding->fix_label != NULL)
    gtk_button_set_label (self->fix, finding->fix_label);
  gtk_widget_set_visible (GTK_WIDGET (self->fix), finding->fix != NULL && finding->waived == NULL && !read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->ask), finding->waived == NULL && !is_of_import (finding) && !read_only &&
                                                      wmd_query_dialog_can_ask (self->session, finding));
  gtk_widget_set_visible (GTK_WIDGET (self->waive), finding->waived == NULL && !is_of_import (finding) && !read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->help), !is_of_import (finding));
  gtk_actionable_set_action_target (self->help, "s", finding->rule);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_again), finding->waived != NULL && !read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->waived), finding->waived != NULL);
  if (finding->waived != NULL)
    {
      /* Translators: %s is the reason somebody gave. */
      g_autofree char *waived = g_strdup_printf (_ ("Waived: %s"), finding->waived);

      gtk_label_set_label (self->waived, waived);
    }

  words = g_strdup_printf ("%s: %s", wmd_name_of_severity (finding->severity), finding->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
wmd_finding_row_dispose (GObject *object)
{
  WmdFindingRow *self = WMD_FINDING_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (wmd_finding_row_parent_class)->dispose (object);
}

static void
wmd_finding_row_class_init (WmdFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_finding_row_dispose;
  gtk_widget_class_install_action (widget_class, "finding.waive", NULL, waive_action);
  g_type_ensure (WMD_TYPE_REFLOW);
  g_type_ensure (WMD_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, place);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, waived);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, fix);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, ask);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, waive);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, ask_again);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingRow, help);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_again_cb);
}

static void
wmd_finding_row_init (WmdFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.waive", FALSE);
  gtk_menu_button_set_create_popup_func (self->waive, create_popover_cb, self, NULL);
}

GtkWidget *
wmd_finding_row_new (WmdSession *session, WmdFindingItem *item)
{
  WmdFindingRow *self;

  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);
  g_return_val_if_fail (WMD_IS_FINDING_ITEM (item), NULL);

  self = g_object_new (WMD_TYPE_FINDING_ROW, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  show_finding (self);
  return GTK_WIDGET (self);
}

WmdFindingItem *
wmd_finding_row_get_item (WmdFindingRow *self)
{
  g_return_val_if_fail (WMD_IS_FINDING_ROW (self), NULL);

  return self->item;
}
