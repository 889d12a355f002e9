/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Three pages: reading last year's report, the data of the new one, and the values that stand in its texts. The last
 * page shows the texts as they are with the data that was decided on the page before.
 */

#include "config.h"

#include "ui/roll-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"
#include "ui/loader.h"
#include "ui/rolled-list.h"

struct _WmdRollDialog
{
  AdwWindow parent_instance;

  WmdReference *reference;
  GCancellable *cancellable; /* NULL unless the file is being read */
  char *name;                /* of the file */
  WmdSnapshot *last;         /* NULL until it is read */
  GPtrArray *profiles;       /* (element-type WmdResolution), in the order of the choices; borrowed */
  WmdFacts *facts;           /* of the new report, as they were decided; NULL before */

  GtkStack *stack; /* "progress", "data", "texts" */
  GtkLabel *reading;
  AdwWindowTitle *data_title;
  AdwWindowTitle *texts_title;
  AdwComboRow *resolution;
  AdwPreferencesRow *session_row;
  GtkSpinButton *session;
  GtkLabel *problem;
  WmdRolledList *data;
  WmdRolledList *texts;
  GtkWidget *no_texts;
  GtkWidget *next;
  GtkWidget *create;
};

static guint created_signal;

G_DEFINE_FINAL_TYPE (WmdRollDialog, wmd_roll_dialog, ADW_TYPE_WINDOW)

/* --- the data --- */

/* Shows what changes with the resolution that is chosen. */
static void
resolution_cb (WmdRollDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->resolution);
  const gboolean other = selected >= self->profiles->len;
  const WmdResolution *profile = other ? NULL : g_ptr_array_index (self->profiles, selected);
  const guint session = other ? (guint) gtk_spin_button_get_value_as_int (self->session) : profile->report_session;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSnapshot) rolled =
      wmd_roll_forward (self->last, other ? NULL : profile->symbol, session, &values, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->session_row), other);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), rolled == NULL);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_sensitive (self->next, rolled != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->data), rolled != NULL);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  if (rolled == NULL)
    return;
  self->facts = wmd_facts_ref (wmd_snapshot_get_facts (rolled));
  wmd_rolled_list_set_values (self->data, self->reference, wmd_language_of_messages (), values, TRUE);
}

static int
compare_profiles_cb (gconstpointer a, gconstpointer b)
{
  const WmdResolution *first = *(const WmdResolution *const *) a, *second = *(const WmdResolution *const *) b;

  return (int) first->report_session - (int) second->report_session;
}

/* (transfer full) */
static char *
dup_choice (const WmdResolution *profile)
{
  if (profile->symbol == NULL)
    return g_strdup_printf (_ ("To session %u; the number is not known yet"), profile->report_session);
  /* Translators: %s is the number of a resolution. */
  return g_strdup_printf (_ ("%s, to session %u"), profile->symbol, profile->report_session);
}

/* The resolutions of later sessions, of which the next is the likely one. */
static void
fill_choices (WmdRollDialog *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GPtrArray *resolutions = wmd_reference_list_resolutions (self->reference);
  const guint last = wmd_facts_get_session (wmd_snapshot_get_facts (self->last));

  for (guint i = 0; i < resolutions->len; i++)
    {
      WmdResolution *profile = g_ptr_array_index (resolutions, i);

      if (profile->report_session > last)
        g_ptr_array_add (self->profiles, profile);
    }
  g_ptr_array_sort (self->profiles, compare_profiles_cb);
  for (guint i = 0; i < self->profiles->len; i++)
    {
      g_autofree char *choice = dup_choice (g_ptr_array_index (self->profiles, i));

      gtk_string_list_append (choices, choice);
    }
  gtk_string_list_append (choices, _ ("Another session"));
  gtk_spin_button_set_value (self->session, last + 1);
  adw_combo_row_set_model (self->resolution, G_LIST_MODEL (choices));
}

static void
show_data (WmdRollDialog *self)
{
  const char *symbol = wmd_facts_get (wmd_snapshot_get_facts (self->last), WMD_FACT_SYMBOL);
  /* Translators: %s is the symbol of last year's report, or the name of its file. */
  g_autofree char *subtitle = g_strdup_printf (_ ("From %s"), symbol != NULL ? symbol : self->name);

  adw_window_title_set_subtitle (self->data_title, subtitle);
  adw_window_title_set_subtitle (self->texts_title, subtitle);
  fill_choices (self);
  resolution_cb (self);
  g_signal_connect_object (self->resolution, "notify::selected", G_CALLBACK (resolution_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "value-changed", G_CALLBACK (resolution_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "data");
  gtk_widget_grab_focus (self->next);
}

/* The facts as the user decided. (transfer full) */
static WmdFacts *
collect_facts (WmdRollDialog *self)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) texts = wmd_rolled_list_dup_texts (self->data);
  g_autoptr (WmdSnapshot) rolled = wmd_roll_forward_with (self->last, self->facts, NULL, &values);
  WmdFacts *facts = wmd_facts_ref (wmd_snapshot_get_facts (rolled));

  for (guint i = 0; i < values->len; i++)
    for (guint fact = 0; fact < WMD_N_FACTS; fact++)
      {
        const WmdRolledValue *value = g_ptr_array_index (values, i);
        WmdFacts *changed;

        if (value->part != NULL || !g_str_equal (value->field, wmd_fact_get_id (fact)))
          continue;
        changed = wmd_facts_with (facts, fact, g_ptr_array_index (texts, i));
        wmd_facts_unref (facts);
        facts = changed;
      }
  return facts;
}

/* --- the texts --- */

static void
next_cb (WmdRollDialog *self)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (WmdSnapshot) rolled = NULL;
  WmdFacts *facts = collect_facts (self);

  wmd_facts_unref (self->facts);
  self->facts = facts;
  rolled = wmd_roll_forward_with (self->last, self->facts, NULL, &values);
  wmd_rolled_list_set_values (self->texts, self->reference, wmd_language_of_messages (), values, FALSE);
  gtk_widget_set_visible (self->no_texts, wmd_rolled_list_get_n_rows (self->texts) == 0);
  gtk_stack_set_visible_child_name (self->stack, "texts");
  gtk_widget_grab_focus (self->create);
}

static void
back_cb (WmdRollDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "data");
}

static void
create_cb (WmdRollDialog *self)
{
  g_autoptr (GPtrArray) texts = wmd_rolled_list_dup_texts (self->texts);
  g_autoptr (WmdSnapshot) snapshot = wmd_roll_forward_with (self->last, self->facts, texts, NULL);
  g_autoptr (WmdReport) report = wmd_report_new_from_snapshot (snapshot);
  g_autoptr (WmdSession) session = wmd_session_new (report, NULL);

  wmd_session_mark_unsaved (session);
  g_signal_emit (self, created_signal, 0, session);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- reading --- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdRollDialog) self = data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->cancellable);
  self->last = wmd_loader_read_finish (result, &error);
  if (self->last != NULL)
    {
      show_data (self);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wmd_dialogs_show_error (gtk_window_get_transient_for (GTK_WINDOW (self)), _ ("Cannot Open Report"), error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (WmdRollDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
wmd_roll_dialog_close_request (GtkWindow *window)
{
  WmdRollDialog *self = WMD_ROLL_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (wmd_roll_dialog_parent_class)->close_request (window);
}

static void
wmd_roll_dialog_finalize (GObject *object)
{
  WmdRollDialog *self = WMD_ROLL_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  g_clear_pointer (&self->last, wmd_snapshot_unref);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  g_ptr_array_unref (self->profiles);
  g_free (self->name);
  G_OBJECT_CLASS (wmd_roll_dialog_parent_class)->finalize (object);
}

static void
wmd_roll_dialog_class_init (WmdRollDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_roll_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wmd_roll_dialog_close_request;
  created_signal = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, WMD_TYPE_SESSION);
  g_type_ensure (WMD_TYPE_ROLLED_LIST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/roll-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, data_title);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, texts_title);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, resolution);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, session_row);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, session);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, data);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, texts);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, no_texts);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, next);
  gtk_widget_class_bind_template_child (widget_class, WmdRollDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
wmd_roll_dialog_init (WmdRollDialog *self)
{
  self->profiles = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wmd_roll_dialog_new (GtkWindow *parent, WmdReference *reference, GFile *file)
{
  WmdRollDialog *self;
  g_autofree char *base = NULL;
  g_autofree char *reading = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (WMD_TYPE_ROLL_DIALOG, "transient-for", parent, NULL);
  self->reference = wmd_reference_ref (reference);
  base = g_file_get_basename (file);
  self->name = g_filename_display_name (base);
  reading = g_strdup_printf (_ ("Reading “%s”…"), self->name);
  gtk_label_set_label (self->reading, reading);
  self->cancellable = g_cancellable_new ();
  wmd_loader_read_async (reference, file, self->cancellable, read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
