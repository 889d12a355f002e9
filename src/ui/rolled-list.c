/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One kind of row for all values, whether they are recorded of the report or stand in a text. */

#include "config.h"

#include "ui/rolled-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/date-row.h"
#include "ui/names.h"

/* One row. */
typedef struct
{
  WmdRolledList *list;
  const WmdRolledValue *value; /* of the list's */
  GtkWidget *row;              /* AdwEntryRow, or WmdDateRow for a date */
  GtkCheckButton *check;
  char *text; /* as it is to be; for a date ISO 8601; NULL for nothing */
} Choice;

struct _WmdRolledList
{
  GtkWidget parent_instance;

  WmdReference *reference;
  WmdLanguage language;
  GPtrArray *values;  /* (element-type WmdRolledValue) */
  GPtrArray *choices; /* (element-type Choice), in the order of the values */
  gboolean showing;   /* a row is being set */
};

G_DEFINE_FINAL_TYPE (WmdRolledList, wmd_rolled_list, GTK_TYPE_WIDGET)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->text);
  g_free (choice);
}

/* --- a row --- */

static gboolean
find_fact (const char *id, WmdFact *fact)
{
  for (guint i = 0; i < WMD_N_FACTS; i++)
    if (g_str_equal (wmd_fact_get_id (i), id))
      {
        *fact = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_date (const WmdRolledValue *value)
{
  WmdFact fact;

  if (value->part != NULL || !find_fact (value->field, &fact))
    return FALSE;
  return fact == WMD_FACT_NOTE_VERBALE || fact == WMD_FACT_LETTERS || fact == WMD_FACT_DEADLINE ||
         fact == WMD_FACT_CUT_OFF || fact == WMD_FACT_DATE;
}

/* @text as the user reads it. (transfer full) */
static char *
dup_shown (WmdRolledList *self, const WmdRolledValue *value, const char *text)
{
  WmdDate date;

  if (is_date (value) && wmd_date_parse_iso (text, &date))
    return wmd_reference_format_date (self->reference, self->language, &date);
  return g_strdup (text);
}

/* (transfer full) */
static char *
dup_title (WmdRolledList *self, const WmdRolledValue *value)
{
  g_autofree char *old = value->old_text != NULL ? dup_shown (self, value, value->old_text) : NULL;
  const char *name;
  WmdFact fact;

  if (value->part == NULL)
    {
      name = find_fact (value->field, &fact) ? wmd_name_of_fact (fact) : value->field;
      if (old == NULL)
        return g_strdup (name);
      /* Translators: what is recorded of a report, such as its symbol, and what it was last year. */
      return g_strdup_printf (_ ("%s · last year %s"), name, old);
    }
  /* Translators: words that stood in a text, and what follows the report in their place, such as the deadline. */
  return g_strdup_printf (_ ("“%s” → %s"), old, wmd_name_of_field (value->field));
}

static void
set_text (Choice *choice, const char *text)
{
  g_autofree char *own = text != NULL && text[0] != '\0' ? g_strdup (text) : NULL;

  g_free (choice->text);
  choice->text = g_steal_pointer (&own);
}

static void
show_text (Choice *choice, const char *text)
{
  WmdRolledList *self = choice->list;

  self->showing = TRUE;
  set_text (choice, text);
  if (WMD_IS_DATE_ROW (choice->row))
    wmd_date_row_set_value (WMD_DATE_ROW (choice->row), self->reference, self->language, text);
  else
    gtk_editable_set_text (GTK_EDITABLE (choice->row), text != NULL ? text : "");
  self->showing = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, Choice *choice)
{
  const gboolean taken = gtk_check_button_get_active (check);

  show_text (choice, taken ? choice->value->new_text : choice->value->old_text);
  gtk_editable_set_editable (GTK_EDITABLE (choice->row), taken);
}

static void
text_cb (GtkEditable *row, Choice *choice)
{
  if (!choice->list->showing)
    set_text (choice, gtk_editable_get_text (row));
}

static void
date_cb (WmdDateRow *row, const char *iso, Choice *choice)
{
  if (!choice->list->showing)
    set_text (choice, iso);
}

static void
add_check (Choice *choice, const char *title)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: %s is the name of a value and what it was last year. */
  g_autofree char *label = g_strdup_printf (_ ("Take the new value: %s"), title);

  choice->check = GTK_CHECK_BUTTON (check);
  gtk_check_button_set_active (choice->check, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("Take the New Value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Without an old value there is nothing that could stay. */
  gtk_widget_set_sensitive (check, choice->value->old_text != NULL);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (choice->row), check);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), choice);
}

static void
build_row (WmdRolledList *self, Choice *choice)
{
  g_autofree char *title = dup_title (self, choice->value);

  choice->row = is_date (choice->value) ? wmd_date_row_new (title) : adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice->row), title);
  if (choice->value->part != NULL)
    gtk_widget_set_tooltip_text (choice->row, title);
  show_text (choice, choice->value->new_text);
  add_check (choice, title);
  if (WMD_IS_DATE_ROW (choice->row))
    g_signal_connect (choice->row, "date-changed", G_CALLBACK (date_cb), choice);
  else
    g_signal_connect (choice->row, "changed", G_CALLBACK (text_cb), choice);
}

/* --- the list --- */

static gboolean
is_same_place (const WmdRolledValue *a, const WmdRolledValue *b)
{
  return g_strcmp0 (a->part, b->part) == 0 && a->language == b->language;
}

/* (transfer full) */
static char *
dup_place (const WmdRolledValue *value)
{
  if (value->part == NULL)
    return g_strdup (_ ("Data of the Report"));
  return g_strdup_printf ("%s · %s", g_str_equal (value->part, "summary") ? _ ("Summary") : _ ("Introduction"),
                          wmd_name_of_language (value->language));
}

static GtkWidget *
build_group (WmdRolledList *self, const WmdRolledValue *value)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = dup_place (value);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_insert_before (group, GTK_WIDGET (self), NULL);
  return group;
}

static void
clear (WmdRolledList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->choices, 0);
}

static void
wmd_rolled_list_dispose (GObject *object)
{
  clear (WMD_ROLLED_LIST (object));
  G_OBJECT_CLASS (wmd_rolled_list_parent_class)->dispose (object);
}

static void
wmd_rolled_list_finalize (GObject *object)
{
  WmdRolledList *self = WMD_ROLLED_LIST (object);

  g_ptr_array_unref (self->choices);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  G_OBJECT_CLASS (wmd_rolled_list_parent_class)->finalize (object);
}

static void
wmd_rolled_list_class_init (WmdRolledListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wmd_rolled_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = wmd_rolled_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
wmd_rolled_list_init (WmdRolledList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 24);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
}

void
wmd_rolled_list_set_values (WmdRolledList *self,
                            WmdReference *reference,
                            WmdLanguage language,
                            GPtrArray *values,
                            gboolean facts)
{
  const WmdRolledValue *last = NULL;
  GtkWidget *group = NULL;

  g_return_if_fail (WMD_IS_ROLLED_LIST (self));
  g_return_if_fail (reference != NULL && values != NULL);

  clear (self);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  self->reference = wmd_reference_ref (reference);
  self->language = language;
  self->values = g_ptr_array_ref (values);
  for (guint i = 0; i < values->len; i++)
    {
      const WmdRolledValue *value = g_ptr_array_index (values, i);
      Choice *choice;

      if ((value->part == NULL) != facts)
        continue;
      choice = g_new0 (Choice, 1);
      choice->list = self;
      choice->value = value;
      g_ptr_array_add (self->choices, choice);
      build_row (self, choice);
      if (last == NULL || !is_same_place (last, value))
        group = build_group (self, value);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), choice->row);
      last = value;
    }
}

guint
wmd_rolled_list_get_n_rows (WmdRolledList *self)
{
  g_return_val_if_fail (WMD_IS_ROLLED_LIST (self), 0);

  return self->choices->len;
}

GPtrArray *
wmd_rolled_list_dup_texts (WmdRolledList *self)
{
  GPtrArray *texts;
  guint next = 0;

  g_return_val_if_fail (WMD_IS_ROLLED_LIST (self), NULL);

  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->values != NULL && i < self->values->len; i++)
    {
      const WmdRolledValue *value = g_ptr_array_index (self->values, i);
      const Choice *choice = next < self->choices->len ? g_ptr_array_index (self->choices, next) : NULL;
      const gboolean shown = choice != NULL && choice->value == value;
      /* What was offered for a text is the field. */
      const gboolean field = shown && value->part != NULL && g_strcmp0 (choice->text, value->new_text) == 0;

      g_ptr_array_add (texts, shown && !field ? g_strdup (choice->text) : NULL);
      next += shown;
    }
  return texts;
}
