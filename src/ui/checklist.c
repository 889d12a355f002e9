/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What has to be right before the report is submitted: the requests of the resolution, and the text that is to be
 * declared as reused. A handful of rows, made anew after a check that says otherwise, while they are seen.
 */

#include "config.h"

#include "ui/checklist.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/names.h"
#include "ui/reflow.h"
#include "ui/reuse.h"

struct _WmdChecklist
{
  WmdPane parent_instance;

  GtkWidget *box;
  AdwPreferencesGroup *requests_group;
  AdwPreferencesGroup *reused_group; /* reused text has to be declared, too */
  GtkListBox *requests;
  GtkListBox *reused;
  GPtrArray *shown_requests; /* (element-type Line); NULL before anything was shown; so are the others */
  GPtrArray *shown_reused;
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
  [WMD_REQUEST_NOT_CHECKED] = { "action-unavailable-symbolic", "dim-label", N_ ("Not checked, the rule is off") },
};

/* --- lines --- */

/* What a row says. */
typedef struct
{
  const char *icon;
  const char *css_class; /* of the icon */
  char *title;
  char *state;
  char *part; /* that it leads to; NULL */
} Line;

/* Takes @state; @place may be NULL. */
static Line *
line_new (const char *icon, const char *css_class, const char *title, char *state, WmdPart *place)
{
  Line *line = g_new0 (Line, 1);

  line->icon = icon;
  line->css_class = css_class;
  line->title = g_strdup (title);
  line->state = state;
  line->part = place != NULL ? g_strdup (wmd_part_get_id (place)) : NULL;
  return line;
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_free (line->state);
  g_free (line->part);
  g_free (line);
}

static gboolean
lines_equal (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    {
      const Line *first = g_ptr_array_index (a, i), *second = g_ptr_array_index (b, i);

      if (first->icon != second->icon || !g_str_equal (first->title, second->title) ||
          !g_str_equal (first->state, second->state) || g_strcmp0 (first->part, second->part) != 0)
        return FALSE;
    }
  return a->len == b->len;
}

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

  if (entry->where == NULL || entry->state == WMD_REQUEST_WAIVED || entry->state == WMD_REQUEST_NOT_CHECKED)
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

/* Activating the row leads to the place it names. */
static void
row_activated_cb (WmdChecklist *self, GtkListBoxRow *row)
{
  const char *part = g_object_get_data (G_OBJECT (row), "part");

  wmd_session_reveal (wmd_pane_get_session (WMD_PANE (self)), part, WMD_LANGUAGE_NONE, NULL, 0, 0);
}

static GtkWidget *
build_text (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return g_object_new (WMD_TYPE_REFLOW, "child", label, NULL);
}

static void
add_row (GtkListBox *list, const Line *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (line->icon);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (icon, line->css_class);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_set_visible (arrow, line->part != NULL);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), build_text (line->title, NULL));
  gtk_box_append (GTK_BOX (text), build_text (line->state, "subtitle"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), g_object_new (WMD_TYPE_REFLOW, "child", text, NULL));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), line->part != NULL);
  g_object_set_data_full (G_OBJECT (row), "part", g_strdup (line->part), g_free);
  gtk_list_box_append (list, row);
}

/* (element-type Line) (transfer full) */
static GPtrArray *
list_requests (WmdSession *session)
{
  GPtrArray *entries = wmd_finding_list_get_checklist (wmd_session_get_findings (session));
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const WmdChecklistEntry *entry = g_ptr_array_index (entries, i);
      WmdPart *place = find_place (session, entry);
      const char *text = wmd_resolution_request_get_text (entry->request, wmd_session_get_interface_language (session));

      g_ptr_array_add (lines, line_new (states[entry->state].icon, states[entry->state].css_class, text,
                                        dup_state (session, entry, place), place));
    }
  return lines;
}

/* --- reused text --- */

static void
add_reused (GPtrArray *lines, WmdSession *session, WmdPart *part)
{
  WmdBody *body = wmd_part_get_body (part);
  const char *name =
      wmd_name_of_part (body, wmd_session_get_reference (session), wmd_session_get_interface_language (session));
  g_autofree char *sentence = NULL;
  WmdReuse reuse;

  if (!wmd_reuse_count (body, wmd_body_get_original (body), &reuse))
    return;
  sentence = wmd_reuse_dup_sentence (&reuse);
  g_ptr_array_add (lines, line_new ("wmd-reused-symbolic", "dim-label", name,
                                    g_strdup_printf (ngettext ("%s (%u word)", "%s (%u words)", reuse.n_words),
                                                     sentence, reuse.n_words),
                                    part));
}

/* (element-type Line) (transfer full) */
static GPtrArray *
list_reused (WmdSession *session)
{
  WmdReport *report = wmd_session_get_report (session);
  GListModel *replies = wmd_report_list_replies (report);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  add_reused (lines, session, wmd_report_get_summary (report));
  add_reused (lines, session, wmd_report_get_introduction (report));
  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      add_reused (lines, session, part);
    }
  return lines;
}

/* --- the list --- */

/* Takes @lines, and shows them unless @shown are the same already. */
static void
show_lines (GtkListBox *list, GPtrArray **shown, GPtrArray *lines)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (shown);
  GtkWidget *row;

  *shown = lines;
  if (old != NULL && lines_equal (old, lines))
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < lines->len; i++)
    add_row (list, g_ptr_array_index (lines, i));
  gtk_widget_set_visible (GTK_WIDGET (list), lines->len > 0);
}

static void
show_entries (WmdChecklist *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));

  if (session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_lines (self->requests, &self->shown_requests, list_requests (session));
  show_lines (self->reused, &self->shown_reused, list_reused (session));
  adw_preferences_group_set_description (
      self->requests_group,
      self->shown_requests->len > 0 ? NULL : _ ("Enter the resolution above: what it asks for is listed here."));
  gtk_widget_set_visible (GTK_WIDGET (self->reused_group), self->shown_reused->len > 0);
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
  WmdChecklist *self = WMD_CHECKLIST (object);

  g_clear_pointer (&self->shown_requests, g_ptr_array_unref);
  g_clear_pointer (&self->shown_reused, g_ptr_array_unref);
  G_OBJECT_CLASS (wmd_checklist_parent_class)->finalize (object);
}

static void
wmd_checklist_class_init (WmdChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_checklist_finalize;
  GTK_WIDGET_CLASS (klass)->map = wmd_checklist_map;
  WMD_PANE_CLASS (klass)->bind = wmd_checklist_bind;
}

static GtkListBox *
build_list (WmdChecklist *self, AdwPreferencesGroup *group, const char *title)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (list), "checklist");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_add (group, GTK_WIDGET (list));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (group));
  return list;
}

static void
wmd_checklist_init (WmdChecklist *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->requests_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->reused_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->requests = build_list (self, self->requests_group, _ ("What the Resolution Asks"));
  self->reused = build_list (self, self->reused_group, _ ("Text Taken Over"));
  adw_preferences_group_set_description (self->reused_group,
                                         _ ("Reused text has to be declared when the report is submitted."));
}
