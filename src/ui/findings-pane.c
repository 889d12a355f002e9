/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One list of findings seen through a filter per group. A group's rows are made only while it is unfolded, and then
 * little by little, so the hundreds of findings of a long report hold nobody up.
 */

#include "config.h"

#include "ui/findings-pane.h"

#include <glib/gi18n-lib.h>

#include "ui/finding-item.h"
#include "ui/finding-row.h"
#include "ui/gradual-list.h"
#include "ui/names.h"
#include "ui/queries-pane.h"

typedef enum
{
  GROUP_PART,
  GROUP_REPLIES,
  GROUP_REPORT,
  GROUP_IMPORT,
  GROUP_WAIVED,
  N_GROUPS
} Group;

typedef struct
{
  WmdFindingsPane *pane;
  Group group;
  GListModel *model; /* findings of the group; NULL without a session */
  GtkFilter *filter;

  GtkExpander *expander;
  GtkLabel *title;
  GtkLabel *count;
  GtkListBox *list;
} GroupView;

struct _WmdFindingsPane
{
  WmdPane parent_instance;

  GroupView groups[N_GROUPS];
  WmdFindingItem *current; /* last gone to; NULL */
  gboolean updating;
  gboolean had_focus; /* when the model began to change */

  GtkDropDown *edition;
  GtkBox *box;
  GtkWidget *empty;
};

/* Rows of a group that a window shows at first. */
#define FIRST 5

G_DEFINE_FINAL_TYPE (WmdFindingsPane, wmd_findings_pane, WMD_TYPE_PANE)

static const struct
{
  const char *title; /* NULL: the name of the selected part */
  gboolean unfolded; /* to begin with */
} group_infos[N_GROUPS] = {
  [GROUP_PART] = { NULL, TRUE },
  [GROUP_REPLIES] = { N_ ("Other Replies"), FALSE },
  [GROUP_REPORT] = { N_ ("The Report"), TRUE },
  [GROUP_IMPORT] = { N_ ("Noticed on Import"), FALSE },
  [GROUP_WAIVED] = { N_ ("Waived Findings"), FALSE },
};

static Group
classify (WmdFindingsPane *self, const WmdFinding *finding)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *selected = wmd_session_get_part (session);
  WmdPart *part;

  if (finding->waived != NULL)
    return GROUP_WAIVED;
  if (g_strcmp0 (finding->part, selected != NULL ? wmd_part_get_id (selected) : NULL) == 0)
    return GROUP_PART;
  part = finding->part != NULL ? wmd_report_lookup_part (wmd_session_get_report (session), finding->part) : NULL;
  if (part != NULL && wmd_body_get_kind (wmd_part_get_body (part)) == WMD_PART_REPLY)
    return GROUP_REPLIES;
  return GROUP_REPORT;
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  const GroupView *view = data;

  return classify (view->pane, wmd_finding_item_get (item)) == view->group;
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  return wmd_finding_row_new (wmd_pane_get_session (WMD_PANE (data)), item);
}

static void
update_group (GroupView *view)
{
  guint n = view->model != NULL ? g_list_model_get_n_items (view->model) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_label_set_label (view->count, count);
  gtk_widget_set_visible (GTK_WIDGET (view->expander), n > 0);
}

static void
update_empty (WmdFindingsPane *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < N_GROUPS; i++)
    any |= gtk_widget_get_visible (GTK_WIDGET (self->groups[i].expander));
  gtk_widget_set_visible (self->empty, !any);
}

static gboolean
has_focus (WmdFindingsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The rows have followed the model: when the one that held the keyboard is gone, the one in its place gets it. */
static void
rows_changed_cb (GtkListBox *list, guint position)
{
  WmdFindingsPane *self = WMD_FINDINGS_PANE (gtk_widget_get_ancestor (GTK_WIDGET (list), WMD_TYPE_FINDINGS_PANE));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) position);

  if (!self->had_focus || has_focus (self))
    return;
  if (row == NULL && position > 0)
    row = gtk_list_box_get_row_at_index (list, (int) position - 1);
  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (self->edition));
}

/* Before the rows follow. */
static void
items_changed_cb (WmdFindingsPane *self)
{
  self->had_focus = has_focus (self);
  for (guint i = 0; i < N_GROUPS; i++)
    update_group (&self->groups[i]);
  update_empty (self);
}

static void
bind_list (GroupView *view)
{
  const gboolean shows = view->model != NULL && gtk_expander_get_expanded (view->expander);
  g_autoptr (WmdGradualList) shown = shows ? wmd_gradual_list_new (view->model, FIRST) : NULL;

  gtk_list_box_bind_model (view->list, G_LIST_MODEL (shown), create_row_cb, view->pane, NULL);
  if (shown != NULL)
    g_signal_connect_object (shown, "items-changed", G_CALLBACK (rows_changed_cb), view->list, G_CONNECT_SWAPPED);
}

static void
expanded_cb (WmdFindingsPane *self, GParamSpec *pspec, GtkExpander *expander)
{
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i].expander == expander)
      bind_list (&self->groups[i]);
}

static void
go_to (WmdFindingsPane *self, WmdFindingItem *item)
{
  const WmdFinding *finding = wmd_finding_item_get (item);

  g_set_object (&self->current, item);
  wmd_session_reveal (wmd_pane_get_session (WMD_PANE (self)), finding->part, finding->language, finding->block,
                      finding->start, finding->end);
}

static void
row_activated_cb (WmdFindingsPane *self, GtkListBoxRow *row)
{
  g_autoptr (WmdFindingItem) item = g_object_ref (wmd_finding_row_get_item (WMD_FINDING_ROW (row)));

  go_to (self, item);
}

static void
update_title (WmdFindingsPane *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = wmd_session_get_part (session);

  gtk_label_set_label (self->groups[GROUP_PART].title,
                       part == NULL ? _ ("Report Data")
                                    : wmd_name_of_part (wmd_part_get_body (part), wmd_session_get_reference (session),
                                                        wmd_session_get_interface_language (session)));
}

static void
part_cb (WmdFindingsPane *self)
{
  update_title (self);
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i].filter != NULL)
      gtk_filter_changed (self->groups[i].filter, GTK_FILTER_CHANGE_DIFFERENT);
  items_changed_cb (self);
}

static void
edition_selected_cb (WmdFindingsPane *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const guint selected = gtk_drop_down_get_selected (self->edition);

  if (!self->updating && session != NULL && selected <= WMD_N_LANGUAGES)
    wmd_finding_list_set_edition (wmd_session_get_findings (session), (WmdLanguage) ((int) selected - 1));
}

static void
edition_cb (WmdFindingsPane *self)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (
      self->edition,
      wmd_finding_list_get_edition (wmd_session_get_findings (wmd_pane_get_session (WMD_PANE (self)))) + 1);
  self->updating = FALSE;
}

static GListModel *
build_import_model (WmdSession *session)
{
  GListStore *store = g_list_store_new (WMD_TYPE_FINDING_ITEM);
  GPtrArray *noticed = wmd_session_get_noticed (session);

  for (guint i = 0; noticed != NULL && i < noticed->len; i++)
    {
      g_autoptr (WmdFindingItem) item = wmd_finding_item_new (g_ptr_array_index (noticed, i));

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static void
set_model (GroupView *view, WmdSession *session)
{
  if (view->group == GROUP_IMPORT)
    view->model = build_import_model (session);
  else
    {
      view->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, view, NULL));
      view->model = G_LIST_MODEL (gtk_filter_list_model_new (
          g_object_ref (G_LIST_MODEL (wmd_session_get_findings (session))), g_object_ref (view->filter)));
    }
  g_signal_connect_object (view->model, "items-changed", G_CALLBACK (items_changed_cb), view->pane, G_CONNECT_SWAPPED);
  bind_list (view);
}

/* Something was imported into the open report. */
static void
noticed_cb (WmdFindingsPane *self)
{
  GroupView *view = &self->groups[GROUP_IMPORT];

  gtk_list_box_bind_model (view->list, NULL, NULL, NULL, NULL);
  g_clear_object (&view->model);
  set_model (view, wmd_pane_get_session (WMD_PANE (self)));
  items_changed_cb (self);
}

static void
wmd_findings_pane_bind (WmdPane *pane, WmdSession *session)
{
  WmdFindingsPane *self = WMD_FINDINGS_PANE (pane);
  WmdFindingList *findings = wmd_session_get_findings (session);

  for (guint i = 0; i < N_GROUPS; i++)
    set_model (&self->groups[i], session);
  g_signal_connect_object (session, "notify::part", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::noticed", G_CALLBACK (noticed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wmd_session_get_report (session), "changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "notify::edition", G_CALLBACK (edition_cb), self, G_CONNECT_SWAPPED);
  edition_cb (self);
  part_cb (self);
}

static void
wmd_findings_pane_unbind (WmdPane *pane, WmdSession *session)
{
  WmdFindingsPane *self = WMD_FINDINGS_PANE (pane);

  for (guint i = 0; i < N_GROUPS; i++)
    {
      gtk_list_box_bind_model (self->groups[i].list, NULL, NULL, NULL, NULL);
      g_clear_object (&self->groups[i].model);
      g_clear_object (&self->groups[i].filter);
    }
  g_clear_object (&self->current);
}

static void
wmd_findings_pane_class_init (WmdFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_findings_pane_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_findings_pane_unbind;
  g_type_ensure (WMD_TYPE_QUERIES_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdFindingsPane, edition);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingsPane, box);
  gtk_widget_class_bind_template_child (widget_class, WmdFindingsPane, empty);
  gtk_widget_class_bind_template_callback (widget_class, edition_selected_cb);
}

static void
build_group (WmdFindingsPane *self, Group group)
{
  GroupView *view = &self->groups[group];
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (group_infos[group].title != NULL ? _ (group_infos[group].title) : NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), count);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "findings");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), header);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), group_infos[group].unfolded);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, expander);

  view->pane = self;
  view->group = group;
  view->expander = GTK_EXPANDER (expander);
  view->title = GTK_LABEL (title);
  view->count = GTK_LABEL (count);
  view->list = GTK_LIST_BOX (list);
}

static void
wmd_findings_pane_init (WmdFindingsPane *self)
{
  g_autoptr (GtkStringList) editions = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  gtk_string_list_append (editions, _ ("Whole Report"));
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      /* Translators: %s is a language: the language version of the report. */
      g_autofree char *name = g_strdup_printf (_ ("%s Edition"), wmd_name_of_language_in_a_sentence (language));

      gtk_string_list_append (editions, name);
    }
  gtk_drop_down_set_model (self->edition, G_LIST_MODEL (editions));
  for (guint i = 0; i < N_GROUPS; i++)
    build_group (self, i);
  self->updating = FALSE;
}

void
wmd_findings_pane_step (WmdFindingsPane *self, int step)
{
  WmdSession *session;
  GListModel *findings;
  int n, index = -1;

  g_return_if_fail (WMD_IS_FINDINGS_PANE (self));
  g_return_if_fail (step == 1 || step == -1);

  session = wmd_pane_get_session (WMD_PANE (self));
  if (session == NULL)
    return;
  findings = G_LIST_MODEL (wmd_session_get_findings (session));
  n = (int) g_list_model_get_n_items (findings);
  for (int i = 0; i < n && index < 0; i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, i);

      if (item == self->current)
        index = i;
    }
  if (index < 0 && step < 0)
    index = n;
  for (index += step; index >= 0 && index < n; index += step)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, index);

      if (wmd_finding_item_get (item)->waived != NULL)
        continue;
      go_to (self, item);
      return;
    }
}

void
wmd_findings_pane_fix (WmdFindingsPane *self)
{
  WmdSession *session;
  GListModel *model;
  g_autoptr (WmdFindingItem) found = NULL;

  g_return_if_fail (WMD_IS_FINDINGS_PANE (self));

  session = wmd_pane_get_session (WMD_PANE (self));
  if (session == NULL)
    return;
  model = self->groups[GROUP_PART].model;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (model, i);

      if (wmd_finding_item_get (item)->fix != NULL && (found == NULL || item == self->current))
        g_set_object (&found, item);
    }
  if (found != NULL)
    wmd_session_apply (session, wmd_finding_item_get (found)->fix);
}

const WmdFinding *
wmd_findings_pane_get_current (WmdFindingsPane *self)
{
  GtkWidget *focus, *row;
  const WmdFinding *finding;
  WmdPart *part;

  g_return_val_if_fail (WMD_IS_FINDINGS_PANE (self), NULL);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  row = focus != NULL ? gtk_widget_get_ancestor (focus, WMD_TYPE_FINDING_ROW) : NULL;
  if (row != NULL)
    return wmd_finding_item_get (wmd_finding_row_get_item (WMD_FINDING_ROW (row)));
  if (self->current == NULL)
    return NULL;
  finding = wmd_finding_item_get (self->current);
  part = wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self)));
  if (g_strcmp0 (finding->part, part != NULL ? wmd_part_get_id (part) : NULL) != 0 ||
      (finding->block != NULL &&
       g_strcmp0 (finding->block, wmd_session_get_block (wmd_pane_get_session (WMD_PANE (self)))) != 0))
    return NULL;
  return finding;
}
