/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table is a column view over the parts themselves, filled when it is first looked at; the lines of the editions
 * come from WmdEditions. Clicking a heading sorts, clicking a row opens the text.
 */

#include "config.h"

#include "ui/status-view.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "ui/editions.h"
#include "ui/gradual-list.h"
#include "ui/names.h"
#include "ui/status-cell.h"

struct _WmdStatusView
{
  WmdPane parent_instance;

  WmdEditions *editions; /* NULL without a session */
  gboolean held;

  GtkScrolledWindow *scroll;
  GtkFlowBox *cards; /* one for each edition, with: */
  GtkImage *marks[WMD_N_LANGUAGES];
  GtkProgressBar *bars[WMD_N_LANGUAGES];
  GtkLabel *sentences[WMD_N_LANGUAGES];
  GtkColumnView *table;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *date_column;
};

/* Rows that a window shows at first. */
#define FIRST 14

static guint part_activated_signal;

G_DEFINE_FINAL_TYPE (WmdStatusView, wmd_status_view, WMD_TYPE_PANE)

/* --- editions --- */

static void
update_editions (WmdStatusView *self)
{
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const WmdEditionState *state = wmd_editions_get (self->editions, language);
      g_autofree char *sentence = wmd_edition_state_dup_sentence (state);
      const gboolean done = state->n_errors + state->n_words_left + state->n_parts_left == 0;

      gtk_label_set_label (self->sentences[language], sentence);
      gtk_progress_bar_set_fraction (self->bars[language], wmd_edition_state_get_fraction (state));
      gtk_image_set_from_icon_name (self->marks[language], done ? "emblem-ok-symbolic" : "wmd-progress-1-symbolic");
    }
}

static void
edition_cb (WmdStatusView *self, GtkFlowBoxChild *child)
{
  g_signal_emit (self, part_activated_signal, 0, gtk_flow_box_child_get_index (child));
}

static GtkWidget *
build_card (WmdStatusView *self, WmdLanguage language)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (wmd_name_of_language (language));
  GtkWidget *mark = gtk_image_new (), *bar = gtk_progress_bar_new (), *sentence = gtk_label_new (NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "edition");
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_yalign (GTK_LABEL (sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (sentence), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (sentence), 40);
  gtk_widget_add_css_class (sentence, "caption");
  gtk_widget_add_css_class (sentence, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Words translated"), -1);
  gtk_box_append (GTK_BOX (header), mark);
  gtk_box_append (GTK_BOX (header), name);
  gtk_box_append (GTK_BOX (card), header);
  gtk_box_append (GTK_BOX (card), bar);
  gtk_box_append (GTK_BOX (card), sentence);
  self->marks[language] = GTK_IMAGE (mark);
  self->bars[language] = GTK_PROGRESS_BAR (bar);
  self->sentences[language] = GTK_LABEL (sentence);
  return card;
}

/* --- the table --- */

static gboolean
is_late (WmdStatusView *self, const WmdBody *body)
{
  const WmdFacts *facts = wmd_report_get_facts (wmd_session_get_report (wmd_pane_get_session (WMD_PANE (self))));
  WmdDate date, deadline;

  return wmd_body_get_kind (body) == WMD_PART_REPLY && wmd_body_get_date (body, &date) &&
         wmd_facts_get_date (facts, WMD_FACT_DEADLINE, &deadline) && wmd_date_compare (&date, &deadline) > 0;
}

static void
setup_label_cb (WmdStatusView *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (WmdStatusView *self, GtkListItem *item)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const WmdBody *body = wmd_part_get_body (gtk_list_item_get_item (item));

  gtk_label_set_label (
      GTK_LABEL (gtk_list_item_get_child (item)),
      wmd_name_of_part (body, wmd_session_get_reference (session), wmd_session_get_interface_language (session)));
}

static void
bind_date_cb (WmdStatusView *self, GtkListItem *item)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const WmdBody *body = wmd_part_get_body (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  WmdDate date;

  if (wmd_body_get_date (body, &date))
    text = wmd_reference_format_date (wmd_session_get_reference (session), wmd_session_get_interface_language (session),
                                      &date);
  if (is_late (self, body))
    {
      /* Translators: %s is the date of a reply that came after the deadline. */
      g_autofree char *late = g_strdup_printf (_ ("%s, late"), text);

      gtk_label_set_label (GTK_LABEL (label), late);
      gtk_widget_add_css_class (label, "warning");
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
      gtk_widget_remove_css_class (label, "warning");
    }
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer language)
{
  gtk_list_item_set_child (item, wmd_status_cell_new (GPOINTER_TO_INT (language)));
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  wmd_status_cell_set_part (WMD_STATUS_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  wmd_status_cell_set_part (WMD_STATUS_CELL (gtk_list_item_get_child (item)), NULL);
}

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer language)
{
  WmdTranslation first, second;

  wmd_translation_measure (wmd_part_get_body ((WmdPart *) a), GPOINTER_TO_INT (language), &first);
  wmd_translation_measure (wmd_part_get_body ((WmdPart *) b), GPOINTER_TO_INT (language), &second);
  return (first.share > second.share) - (first.share < second.share);
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_strcmp0 (wmd_body_get_field (wmd_part_get_body ((WmdPart *) a), WMD_FIELD_DATE),
                    wmd_body_get_field (wmd_part_get_body ((WmdPart *) b), WMD_FIELD_DATE));
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (data));
  WmdReference *reference = wmd_session_get_reference (session);
  WmdLanguage language = wmd_session_get_interface_language (session);

  return g_utf8_collate (wmd_name_of_part (wmd_part_get_body ((WmdPart *) a), reference, language),
                         wmd_name_of_part (wmd_part_get_body ((WmdPart *) b), reference, language));
}

static void
set_sorter (GtkColumnViewColumn *column, GCompareDataFunc compare, gpointer data)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, data, NULL));

  gtk_column_view_column_set_sorter (column, sorter);
}

static void
add_language_column (WmdStatusView *self, WmdLanguage language)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (wmd_name_of_language (language), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (language));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  set_sorter (column, compare_shares, GINT_TO_POINTER (language));
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static GListModel *
build_parts (WmdReport *report)
{
  GListStore *pieces = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) frame = g_list_store_new (WMD_TYPE_PART);

  g_list_store_append (frame, wmd_report_get_summary (report));
  g_list_store_append (frame, wmd_report_get_introduction (report));
  g_list_store_append (pieces, frame);
  g_list_store_append (pieces, wmd_report_list_replies (report));
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (pieces)));
}

static void
row_cb (WmdStatusView *self, guint position)
{
  g_autoptr (WmdPart) part = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);

  wmd_session_select (wmd_pane_get_session (WMD_PANE (self)), part, WMD_LANGUAGE_NONE);
  g_signal_emit (self, part_activated_signal, 0, WMD_LANGUAGE_NONE);
}

/* --- the pane --- */

/* Where there is little room the languages come right after a short name. */
static void
narrow_cb (WmdStatusView *self)
{
  const gboolean narrow = wmd_pane_get_narrow (WMD_PANE (self));

  gtk_flow_box_set_min_children_per_line (self->cards, narrow ? 2 : 1);
  gtk_scrolled_window_set_max_content_height (self->scroll, narrow ? 300 : 210);
  gtk_column_view_column_set_fixed_width (self->name_column, narrow ? 120 : 230);
  gtk_column_view_insert_column (self->table, narrow ? 1 + WMD_N_LANGUAGES : 1, self->date_column);
}

static void
hold_editions (WmdStatusView *self)
{
  const gboolean hold = self->editions != NULL && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (hold == self->held)
    return;
  self->held = hold;
  if (hold)
    wmd_editions_hold (self->editions);
  else
    wmd_editions_release (self->editions);
}

static void
fill_table (WmdStatusView *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (WmdGradualList) shown = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  if (session == NULL || gtk_column_view_get_model (self->table) != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sorted = gtk_sort_list_model_new (build_parts (wmd_session_get_report (session)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  shown = wmd_gradual_list_new (G_LIST_MODEL (sorted), FIRST);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&shown)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

static void
wmd_status_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_status_view_parent_class)->map (widget);
  hold_editions (WMD_STATUS_VIEW (widget));
  fill_table (WMD_STATUS_VIEW (widget));
}

static void
wmd_status_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_status_view_parent_class)->unmap (widget);
  hold_editions (WMD_STATUS_VIEW (widget));
}

static void
wmd_status_view_bind (WmdPane *pane, WmdSession *session)
{
  WmdStatusView *self = WMD_STATUS_VIEW (pane);

  self->editions = wmd_editions_new (wmd_session_get_report (session));
  g_signal_connect_object (self->editions, "changed", G_CALLBACK (update_editions), self, G_CONNECT_SWAPPED);
  hold_editions (self);
  fill_table (self);
}

static void
wmd_status_view_unbind (WmdPane *pane, WmdSession *session)
{
  WmdStatusView *self = WMD_STATUS_VIEW (pane);

  gtk_column_view_set_model (self->table, NULL);
  g_clear_object (&self->editions);
  self->held = FALSE;
}

static void
wmd_status_view_class_init (WmdStatusViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_status_view_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_status_view_unbind;
  widget_class->map = wmd_status_view_map;
  widget_class->unmap = wmd_status_view_unmap;
  part_activated_signal = g_signal_new ("part-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/status-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdStatusView, scroll);
  gtk_widget_class_bind_template_child (widget_class, WmdStatusView, cards);
  gtk_widget_class_bind_template_child (widget_class, WmdStatusView, table);
  gtk_widget_class_bind_template_child (widget_class, WmdStatusView, name_column);
  gtk_widget_class_bind_template_child (widget_class, WmdStatusView, date_column);
  gtk_widget_class_bind_template_callback (widget_class, edition_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_label_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_date_cb);
}

static void
wmd_status_view_init (WmdStatusView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_sorter (self->name_column, compare_names, self);
  set_sorter (self->date_column, compare_dates, NULL);
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      gtk_flow_box_insert (self->cards, build_card (self, language), -1);
      add_language_column (self, language);
    }
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}
