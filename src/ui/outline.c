/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows come from one model, flattened from pieces: the report's own data and frame texts, then for each section a
 * title and the replies of the section that match the search. The selected row follows the session and the other way.
 * The list makes rows for what is seen only.
 */

#include "config.h"

#include "ui/outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/folding.h"
#include "ui/gradual-list.h"
#include "ui/names.h"
#include "ui/outline-row.h"

struct _WmdOutline
{
  WmdPane parent_instance;

  GPtrArray *filters; /* (element-type GtkFilter), of the sections */
  GHashTable *folded; /* WmdRespondent -> its names, folded; of those that were searched */
  char *needle;       /* what the rows are searched for, folded; NULL when for nothing */
  gboolean syncing;   /* the selected row is being set from the session */

  GListModel *rows;              /* NULL without a session; so are the others */
  WmdGradualList *shown;         /* of the rows */
  GtkSingleSelection *selection; /* of what is shown */

  GtkSearchEntry *search;
  GtkListView *list;
  GtkLabel *footer;
};

/* Rows that a window shows at first. */
#define FIRST 12

G_DEFINE_FINAL_TYPE (WmdOutline, wmd_outline, WMD_TYPE_PANE)

/* A title of the list, or the report's own data: what is in the model and is not a WmdPart. */
#define WMD_TYPE_OUTLINE_TITLE (wmd_outline_title_get_type ())
G_DECLARE_FINAL_TYPE (WmdOutlineTitle, wmd_outline_title, WMD, OUTLINE_TITLE, GObject)

struct _WmdOutlineTitle
{
  GObject parent_instance;

  int section;         /* a WmdSection; -1 for the report's own data */
  GListModel *replies; /* of the section; NULL for the report's own data */
};

G_DEFINE_FINAL_TYPE (WmdOutlineTitle, wmd_outline_title, G_TYPE_OBJECT)

static void
wmd_outline_title_finalize (GObject *object)
{
  g_clear_object (&WMD_OUTLINE_TITLE (object)->replies);
  G_OBJECT_CLASS (wmd_outline_title_parent_class)->finalize (object);
}

static void
wmd_outline_title_class_init (WmdOutlineTitleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_outline_title_finalize;
}

static void
wmd_outline_title_init (WmdOutlineTitle *self)
{
}

static GObject *
title_new (int section, GListModel *replies)
{
  WmdOutlineTitle *title = g_object_new (WMD_TYPE_OUTLINE_TITLE, NULL);

  title->section = section;
  g_set_object (&title->replies, replies);
  return G_OBJECT (title);
}

/* --- searching --- */

/* All names under which the respondent may be looked for. (transfer full) */
static char *
dup_folded_names (WmdReference *reference, const WmdBody *body, const WmdRespondent *respondent)
{
  const char *acronym = respondent != NULL ? wmd_respondent_get_acronym (respondent) : NULL;
  g_autoptr (GString) names = g_string_new (acronym);

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *name = wmd_body_get_name (body, reference, language);

      if (name != NULL)
        g_string_append_printf (names, "\n%s", name);
    }
  return wmd_fold_for_search (names->str);
}

static gboolean
matches (WmdOutline *self, const WmdBody *body, const WmdRespondent *respondent)
{
  WmdReference *reference = wmd_session_get_reference (wmd_pane_get_session (WMD_PANE (self)));
  char *names = respondent != NULL ? g_hash_table_lookup (self->folded, respondent) : NULL;
  g_autofree char *own = NULL;

  if (self->needle == NULL)
    return TRUE;
  if (names == NULL)
    names = own = dup_folded_names (reference, body, respondent);
  if (own != NULL && respondent != NULL)
    g_hash_table_insert (self->folded, (gpointer) respondent, g_steal_pointer (&own));
  return strstr (names, self->needle) != NULL;
}

typedef struct
{
  WmdOutline *self;
  WmdSection section;
} FilterData;

static gboolean
filter_cb (gpointer item, gpointer data)
{
  const FilterData *filter = data;
  const WmdBody *body = wmd_part_get_body (item);
  WmdReference *reference = wmd_session_get_reference (wmd_pane_get_session (WMD_PANE (filter->self)));

  return wmd_body_get_section (body, reference) == filter->section &&
         matches (filter->self, body, wmd_body_get_respondent (body, reference));
}

static GtkFilterChange
compare_needles (const char *before, const char *now)
{
  if (before == NULL || (now != NULL && strstr (now, before) != NULL))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (now == NULL || strstr (before, now) != NULL)
    return GTK_FILTER_CHANGE_LESS_STRICT;
  return GTK_FILTER_CHANGE_DIFFERENT;
}

/* Rows of another search take longer to come and go than a frame: most go before, and come after. */
static void
search (gpointer data)
{
  WmdOutline *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *before = g_steal_pointer (&self->needle);
  GtkFilterChange change;

  if (text[0] != '\0')
    self->needle = wmd_fold_for_search (text);
  if (g_strcmp0 (before, self->needle) == 0)
    return;
  change = compare_needles (before, self->needle);
  for (guint i = 0; i < self->filters->len; i++)
    gtk_filter_changed (g_ptr_array_index (self->filters, i), change);
}

static void
search_changed_cb (WmdOutline *self)
{
  if (self->shown != NULL)
    wmd_gradual_list_shrink (self->shown, search, self);
}

/* --- rows --- */

static GtkWidget *
build_title (WmdOutlineTitle *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (wmd_name_of_section (title->section));
  GtkWidget *count = gtk_label_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (G_OBJECT_TYPE (title->replies), NULL, "n-items");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (box, "section-title");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_expression_bind (expression, count, "label", title->replies);
  return box;
}

static gboolean
is_title (gpointer item)
{
  return !WMD_IS_PART (item) && WMD_OUTLINE_TITLE (item)->section >= 0;
}

/* The row of a part is used again for another one; the few titles are made anew. */
static void
bind_row_cb (WmdOutline *self, GtkListItem *row)
{
  gpointer item = gtk_list_item_get_item (row);
  const gboolean title = is_title (item);

  gtk_list_item_set_selectable (row, !title);
  gtk_list_item_set_activatable (row, !title);
  if (title)
    {
      gtk_list_item_set_child (row, build_title (item));
      return;
    }
  if (!WMD_IS_OUTLINE_ROW (gtk_list_item_get_child (row)))
    gtk_list_item_set_child (row, wmd_outline_row_new ());
  wmd_outline_row_set_part (WMD_OUTLINE_ROW (gtk_list_item_get_child (row)), wmd_pane_get_session (WMD_PANE (self)),
                            WMD_IS_PART (item) ? item : NULL);
}

static void
unbind_row_cb (WmdOutline *self, GtkListItem *row)
{
  GtkWidget *child = gtk_list_item_get_child (row);

  if (WMD_IS_OUTLINE_ROW (child))
    wmd_outline_row_set_part (WMD_OUTLINE_ROW (child), NULL, NULL);
}

/* The row of @part, of the report's own data for NULL; G_MAXUINT when the search leaves it out. */
static guint
find_row (WmdOutline *self, WmdPart *part)
{
  const guint n = g_list_model_get_n_items (self->rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->rows, i);

      if (part != NULL ? item == G_OBJECT (part) : !WMD_IS_PART (item) && !is_title (item))
        return i;
    }
  return G_MAXUINT;
}

static void
sync_selection (WmdOutline *self)
{
  guint row = find_row (self, wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self))));

  if (row >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    row = GTK_INVALID_LIST_POSITION; /* left out by the search, or not there yet */
  self->syncing = TRUE;
  if (gtk_single_selection_get_selected (self->selection) != row)
    {
      gtk_single_selection_set_selected (self->selection, row);
      if (row != GTK_INVALID_LIST_POSITION)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", row);
    }
  self->syncing = FALSE;
}

static void
part_cb (WmdOutline *self)
{
  const guint row = find_row (self, wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self))));

  if (row != G_MAXUINT)
    wmd_gradual_list_reach (self->shown, row + 1);
  sync_selection (self);
}

/* The selected row may have gone with others and come back. */
static void
shown_cb (WmdOutline *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    sync_selection (self);
}

static void
selected_cb (WmdOutline *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->syncing && item != NULL)
    wmd_session_select (wmd_pane_get_session (WMD_PANE (self)), WMD_IS_PART (item) ? item : NULL, WMD_LANGUAGE_NONE);
}

static void
update_footer (WmdOutline *self)
{
  guint n = g_list_model_get_n_items (
      wmd_report_list_replies (wmd_session_get_report (wmd_pane_get_session (WMD_PANE (self)))));
  g_autofree char *text = g_strdup_printf (ngettext ("%u reply", "%u replies", n), n);

  gtk_label_set_label (self->footer, text);
}

static void
items_changed_cb (WmdOutline *self)
{
  sync_selection (self);
  update_footer (self);
}

/* --- the model --- */

static void
append_section (WmdOutline *self, GListStore *pieces, WmdSection section)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (wmd_pane_get_session (WMD_PANE (self))));
  FilterData *data = g_new0 (FilterData, 1);
  GtkFilter *filter;
  g_autoptr (GtkFilterListModel) filtered = NULL;
  g_autoptr (GListStore) titles = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) title = NULL;

  data->self = self;
  data->section = section;
  filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, data, g_free));
  g_ptr_array_add (self->filters, filter);
  filtered = gtk_filter_list_model_new (g_object_ref (replies), g_object_ref (filter));
  title = title_new (section, G_LIST_MODEL (filtered));
  g_list_store_append (titles, title);
  g_list_store_append (pieces, titles);
  g_list_store_append (pieces, filtered);
}

static GListModel *
build_model (WmdOutline *self)
{
  WmdReport *report = wmd_session_get_report (wmd_pane_get_session (WMD_PANE (self)));
  GListStore *pieces = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) frame = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) data = title_new (-1, NULL);

  g_list_store_append (frame, data);
  g_list_store_append (frame, wmd_report_get_summary (report));
  g_list_store_append (frame, wmd_report_get_introduction (report));
  g_list_store_append (pieces, frame);
  for (int section = 0; section < WMD_N_SECTIONS; section++)
    append_section (self, pieces, section);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (pieces)));
}

static void
wmd_outline_bind (WmdPane *pane, WmdSession *session)
{
  WmdOutline *self = WMD_OUTLINE (pane);

  search (self);
  self->rows = build_model (self);
  self->shown = wmd_gradual_list_new (self->rows, FIRST);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::part", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self);
}

static void
wmd_outline_unbind (WmdPane *pane, WmdSession *session)
{
  WmdOutline *self = WMD_OUTLINE (pane);

  g_signal_handlers_disconnect_by_data (self->rows, self);
  g_signal_handlers_disconnect_by_data (self->shown, self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  g_ptr_array_set_size (self->filters, 0);
}

static void
wmd_outline_finalize (GObject *object)
{
  WmdOutline *self = WMD_OUTLINE (object);

  g_ptr_array_unref (self->filters);
  g_hash_table_unref (self->folded);
  g_free (self->needle);
  G_OBJECT_CLASS (wmd_outline_parent_class)->finalize (object);
}

static void
wmd_outline_class_init (WmdOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_outline_finalize;
  WMD_PANE_CLASS (klass)->bind = wmd_outline_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_outline_unbind;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdOutline, search);
  gtk_widget_class_bind_template_child (widget_class, WmdOutline, list);
  gtk_widget_class_bind_template_child (widget_class, WmdOutline, footer);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
wmd_outline_init (WmdOutline *self)
{
  self->filters = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wmd_outline_start_list (WmdOutline *self)
{
  g_return_if_fail (WMD_IS_OUTLINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
wmd_outline_start_search (WmdOutline *self)
{
  g_return_if_fail (WMD_IS_OUTLINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
