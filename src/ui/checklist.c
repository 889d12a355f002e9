/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What has to be right before the report is submitted: the requests of the resolution, and the text that is to be
 * declared as reused. A handful of rows, made anew after each check while they are seen.
 */

#include "config.h"

#include "ui/checklist.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/names.h"
#include "ui/reuse.h"

struct _WmdChecklist
{
  WmdPane parent_instance;

  GtkWidget *box;
  AdwPreferencesGroup *requests;
  AdwPreferencesGroup *reused; /* reused text has to be declared, too */
  GPtrArray *rows;             /* (element-type GtkWidget), owned by the groups */
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

/* --- requests --- */

static WmdPart *
find_first_reply (WmdSession *session, WmdSection section)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (session));

  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      /* The report holds on to it. */
      if (wmd_body_get_section (wmd_part_get_body (part), wmd_session_get_reference (session)) == section)
        return part;
    }
  return NULL;
}

/* The part in which a request is met or not; of a section its first reply. NULL when it is none of the parts. */
static WmdPart *
find_place (WmdSession *session, const WmdChecklistEntry *entry)
{
  WmdPart *part;
  WmdSection section;

  if (entry->where == NULL || entry->state == WMD_REQUEST_WAIVED)
    return NULL;
  part = wmd_report_lookup_part (wmd_session_get_report (session), entry->where);
  if (part == NULL && wmd_section_from_id (entry->where, &section))
    part = find_first_reply (session, section);
  return part;
}

/* The state, and where the request is met or why it was waived. (transfer full) */
static char *
dup_state (WmdSession *session, const WmdChecklistEntry *entry, WmdPart *place)
{
  const char *where = entry->where;
  WmdSection section;

  if (where == NULL)
    return g_strdup (_ (states[entry->state].title));
  if (entry->state != WMD_REQUEST_WAIVED && wmd_section_from_id (where, &section))
    where = wmd_name_of_section (section);
  else if (place != NULL)
    where = wmd_name_of_part (wmd_part_get_body (place), wmd_session_get_reference (session),
                              wmd_session_get_interface_language (session));
  /* Translators: how a request of the resolution stands, and where it is met or why it was waived. */
  return g_strdup_printf (_ ("%s: %s"), _ (states[entry->state].title), where);
}

static void
place_cb (WmdChecklist *self, GtkWidget *row)
{
  const char *part = g_object_get_data (G_OBJECT (row), "part");

  wmd_session_reveal (wmd_pane_get_session (WMD_PANE (self)), part, WMD_LANGUAGE_NONE, NULL, 0, 0);
}

/* Activating the row leads to @place. */
static void
set_place (WmdChecklist *self, GtkWidget *row, WmdPart *place)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "part", g_strdup (wmd_part_get_id (place)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
}

static void
add_row (WmdChecklist *self, AdwPreferencesGroup *group, const char *title, const char *subtitle, GtkWidget *icon)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_request (WmdChecklist *self, const WmdChecklistEntry *entry)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *place = find_place (session, entry);
  GtkWidget *icon = gtk_image_new_from_icon_name (states[entry->state].icon);
  g_autofree char *state = dup_state (session, entry, place);

  gtk_widget_add_css_class (icon, states[entry->state].css_class);
  add_row (self, self->requests, entry->request->text, state, icon);
  if (place != NULL)
    set_place (self, g_ptr_array_index (self->rows, self->rows->len - 1), place);
}

/* --- reused text --- */

static gboolean
add_reused (WmdChecklist *self, WmdPart *part)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdBody *body = wmd_part_get_body (part);
  const char *name =
      wmd_name_of_part (body, wmd_session_get_reference (session), wmd_session_get_interface_language (session));
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;
  WmdReuse reuse;

  if (!wmd_reuse_count (body, wmd_body_get_original (body), &reuse))
    return FALSE;
  sentence = wmd_reuse_dup_sentence (&reuse);
  words = g_strdup_printf (ngettext ("%s (%u word)", "%s (%u words)", reuse.n_words), sentence, reuse.n_words);
  add_row (self, self->reused, name, words, gtk_image_new_from_icon_name ("wmd-reused-symbolic"));
  set_place (self, g_ptr_array_index (self->rows, self->rows->len - 1), part);
  return TRUE;
}

static void
show_reused (WmdChecklist *self)
{
  WmdReport *report = wmd_session_get_report (wmd_pane_get_session (WMD_PANE (self)));
  GListModel *replies = wmd_report_list_replies (report);
  gboolean any = add_reused (self, wmd_report_get_summary (report));

  any |= add_reused (self, wmd_report_get_introduction (report));
  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      any |= add_reused (self, part);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reused), any);
}

/* --- the list --- */

static void
clear (WmdChecklist *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_entries (WmdChecklist *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  GPtrArray *entries;

  if (session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  entries = wmd_finding_list_get_checklist (wmd_session_get_findings (session));
  clear (self);
  for (guint i = 0; i < entries->len; i++)
    add_request (self, g_ptr_array_index (entries, i));
  adw_preferences_group_set_description (
      self->requests, entries->len > 0 ? NULL : _ ("Enter the resolution above: what it asks for is listed here."));
  show_reused (self);
}

static void
wmd_checklist_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_checklist_parent_class)->map (widget);
  show_entries (WMD_CHECKLIST (widget));
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
  GTK_WIDGET_CLASS (klass)->map = wmd_checklist_map;
  WMD_PANE_CLASS (klass)->bind = wmd_checklist_bind;
}

static AdwPreferencesGroup *
build_group (WmdChecklist *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (group));
  return group;
}

static void
wmd_checklist_init (WmdChecklist *self)
{
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->requests = build_group (self, _ ("What the Resolution Asks"));
  self->reused = build_group (self, _ ("Text Taken Over"));
  adw_preferences_group_set_description (self->reused,
                                         _ ("Reused text has to be declared when the report is submitted."));
}
