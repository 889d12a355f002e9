/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A handful of rows, made anew after each check: the requests of a resolution are few. */

#include "config.h"

#include "ui/checklist.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/names.h"

struct _WmdChecklist
{
  WmdPane parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* (element-type GtkWidget), owned by the group */
};

G_DEFINE_FINAL_TYPE (WmdChecklist, wmd_checklist, WMD_TYPE_PANE)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *title;
} states[] = {
  [WMD_REQUEST_MET] = { "emblem-ok-symbolic", "success", N_ ("Met") },
  [WMD_REQUEST_NOT_MET] = { "dialog-error-symbolic", "error", N_ ("Not met") },
  [WMD_REQUEST_NOT_APPLICABLE] = { "list-remove-symbolic", "dim-label", N_ ("Not applicable") },
  [WMD_REQUEST_WAIVED] = { "dialog-information-symbolic", "accent", N_ ("Waived") },
};

/* The state, and where the request is met or why it was waived. (transfer full) */
static char *
dup_state (WmdSession *session, const WmdChecklistEntry *entry)
{
  WmdPart *part;
  WmdSection section;
  const char *where = entry->where;

  if (where == NULL)
    return g_strdup (_ (states[entry->state].title));
  part = wmd_report_lookup_part (wmd_session_get_report (session), where);
  if (part != NULL)
    where = wmd_name_of_part (wmd_part_get_body (part), wmd_session_get_reference (session),
                              wmd_session_get_interface_language (session));
  else if (wmd_section_from_id (where, &section))
    where = wmd_name_of_section (section);
  /* Translators: how a request of the resolution stands, and where it is met or why it was waived. */
  return g_strdup_printf (_ ("%s: %s"), _ (states[entry->state].title), where);
}

static GtkWidget *
build_row (WmdSession *session, const WmdChecklistEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (states[entry->state].icon);
  g_autofree char *state = dup_state (session, entry);
  g_autofree char *subtitle = g_markup_escape_text (state, -1);

  gtk_widget_add_css_class (icon, states[entry->state].css_class);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->request->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
clear (WmdChecklist *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_entries (WmdChecklist *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  GPtrArray *entries = wmd_finding_list_get_checklist (wmd_session_get_findings (session));

  clear (self);
  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *row = build_row (session, g_ptr_array_index (entries, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}

static void
wmd_checklist_bind (WmdPane *pane, WmdSession *session)
{
  WmdChecklist *self = WMD_CHECKLIST (pane);

  g_signal_connect_object (wmd_session_get_findings (session), "changed", G_CALLBACK (show_entries), self,
                           G_CONNECT_SWAPPED);
  show_entries (self);
}

static void
wmd_checklist_finalize (GObject *object)
{
  g_ptr_array_unref (WMD_CHECKLIST (object)->rows);
  G_OBJECT_CLASS (wmd_checklist_parent_class)->finalize (object);
}

static void
wmd_checklist_class_init (WmdChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_checklist_finalize;
  WMD_PANE_CLASS (klass)->bind = wmd_checklist_bind;
}

static void
wmd_checklist_init (WmdChecklist *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("What the Resolution Asks"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}
