/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The registry is read into rows when the popover is first opened, each with one folded string of all its names, so
 * that a keystroke is some two hundred substring searches.
 */

#include "config.h"

#include "ui/respondent-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/folding.h"
#include "ui/names.h"

struct _WmdRespondentPicker
{
  GtkPopover parent_instance;

  WmdReference *reference;
  WmdLanguage language; /* of the interface */
  GListStore *choices;  /* (element-type WmdRespondentChoice), empty until first opened */
  GtkFilter *filter;
  char *needle; /* folded; NULL when nothing is searched for */

  GtkSearchEntry *search;
  GtkListView *list;
  GtkButton *own;
};

enum
{
  CHOSEN,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmdRespondentPicker, wmd_respondent_picker, GTK_TYPE_POPOVER)

/* A row of the list. */
#define WMD_TYPE_RESPONDENT_CHOICE (wmd_respondent_choice_get_type ())
G_DECLARE_FINAL_TYPE (WmdRespondentChoice, wmd_respondent_choice, WMD, RESPONDENT_CHOICE, GObject)

struct _WmdRespondentChoice
{
  GObject parent_instance;

  const WmdRespondent *respondent; /* of the reference */
  char *key;                       /* orders it */
  char *folded;                    /* all its names */
};

G_DEFINE_FINAL_TYPE (WmdRespondentChoice, wmd_respondent_choice, G_TYPE_OBJECT)

static void
wmd_respondent_choice_finalize (GObject *object)
{
  WmdRespondentChoice *self = WMD_RESPONDENT_CHOICE (object);

  g_free (self->key);
  g_free (self->folded);
  G_OBJECT_CLASS (wmd_respondent_choice_parent_class)->finalize (object);
}

static void
wmd_respondent_choice_class_init (WmdRespondentChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_respondent_choice_finalize;
}

static void
wmd_respondent_choice_init (WmdRespondentChoice *self)
{
}

static WmdRespondentChoice *
choice_new (WmdRespondentPicker *self, const WmdRespondent *respondent)
{
  WmdRespondentChoice *choice = g_object_new (WMD_TYPE_RESPONDENT_CHOICE, NULL);
  const char *acronym = wmd_respondent_get_acronym (respondent);
  g_autoptr (GString) names = g_string_new (acronym != NULL ? acronym : "");

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *formal = wmd_respondent_get_formal_name (respondent, language);

      g_string_append_printf (names, "\n%s\n%s", wmd_respondent_get_name (respondent, language),
                              formal != NULL ? formal : "");
    }
  choice->respondent = respondent;
  choice->folded = wmd_fold_for_search (names->str);
  choice->key = wmd_reference_get_sort_key (self->reference, self->language,
                                            wmd_respondent_get_name (respondent, self->language));
  return choice;
}

static int
compare_choices (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (((const WmdRespondentChoice *) a)->key, ((const WmdRespondentChoice *) b)->key);
}

static void
fill (WmdRespondentPicker *self)
{
  GPtrArray *respondents = wmd_reference_list_respondents (self->reference);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < respondents->len; i++)
    g_ptr_array_add (choices, choice_new (self, g_ptr_array_index (respondents, i)));
  g_list_store_splice (self->choices, 0, 0, choices->pdata, choices->len);
  g_list_store_sort (self->choices, compare_choices, NULL);
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  WmdRespondentPicker *self = data;

  return self->needle == NULL || strstr (WMD_RESPONDENT_CHOICE (item)->folded, self->needle) != NULL;
}

static void
setup_row_cb (WmdRespondentPicker *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL), *section = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (section, "dim-label");
  gtk_widget_add_css_class (section, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), section);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (WmdRespondentPicker *self, GtkListItem *item)
{
  WmdRespondentChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *acronym = wmd_respondent_get_acronym (choice->respondent);

  gtk_label_set_label (GTK_LABEL (name), wmd_respondent_get_name (choice->respondent, self->language));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), acronym != NULL ? acronym : "");
}

static void
choose (WmdRespondentPicker *self, guint position)
{
  g_autoptr (WmdRespondentChoice) choice =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (choice == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, wmd_respondent_get_id (choice->respondent));
}

static void
search_activated_cb (WmdRespondentPicker *self)
{
  choose (self, 0);
}

static void
own_cb (WmdRespondentPicker *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, name);
}

static void
search_changed_cb (WmdRespondentPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  /* Translators: %s is the name of a respondent that is in no list. */
  g_autofree char *label = g_strdup_printf (_ ("Use “%s” as Written"), text);

  g_clear_pointer (&self->needle, g_free);
  if (text[0] != '\0')
    self->needle = wmd_fold_for_search (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_button_set_label (self->own, label);
  gtk_widget_set_visible (GTK_WIDGET (self->own), text[0] != '\0');
}

static void
shown_cb (WmdRespondentPicker *self)
{
  if (self->reference != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->choices)) == 0)
    fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
wmd_respondent_picker_finalize (GObject *object)
{
  WmdRespondentPicker *self = WMD_RESPONDENT_PICKER (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  g_free (self->needle);
  G_OBJECT_CLASS (wmd_respondent_picker_parent_class)->finalize (object);
}

static void
wmd_respondent_picker_class_init (WmdRespondentPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_respondent_picker_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/respondent-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdRespondentPicker, search);
  gtk_widget_class_bind_template_child (widget_class, WmdRespondentPicker, list);
  gtk_widget_class_bind_template_child (widget_class, WmdRespondentPicker, own);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
wmd_respondent_picker_init (WmdRespondentPicker *self)
{
  GtkFilterListModel *filtered;
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->language = WMD_LANGUAGE_EN;
  self->choices = g_list_store_new (WMD_TYPE_RESPONDENT_CHOICE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)), g_object_ref (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
}

void
wmd_respondent_picker_set_reference (WmdRespondentPicker *self, WmdReference *reference, WmdLanguage language)
{
  g_return_if_fail (WMD_IS_RESPONDENT_PICKER (self));
  g_return_if_fail (reference != NULL && language != WMD_LANGUAGE_NONE);

  if (self->reference == reference && self->language == language)
    return;
  g_list_store_remove_all (self->choices);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  self->reference = wmd_reference_ref (reference);
  self->language = language;
}
