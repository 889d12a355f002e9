/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two pages: what to export, and the progress of it, which can be cancelled. */

#include "config.h"

#include "ui/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"
#include "ui/file-row.h"
#include "ui/names.h"

struct _WmdExportDialog
{
  AdwWindow parent_instance;

  WmdSession *session;
  GCancellable *cancellable; /* NULL unless something is being written */
  guint pulse;               /* source that moves the bar of a single edition, which does not say how far it is */

  GtkStack *stack; /* "options", "progress" */
  AdwComboRow *edition;
  AdwComboRow *format;
  AdwComboRow *paper;
  WmdFileRow *since;  /* an older state of the report, from which changes are shown */
  WmdFileRow *emblem; /* for all that is issued from this machine, from now on */
  GtkSwitch *draft;
  GtkProgressBar *bar;
};

/* Of the combo of editions, after the six. */
#define ALL_EDITIONS WMD_N_LANGUAGES

static guint exported_signal;

G_DEFINE_FINAL_TYPE (WmdExportDialog, wmd_export_dialog, ADW_TYPE_WINDOW)

/* Languages of which the report holds something. */
static guint
get_held_languages (WmdSession *session)
{
  WmdSnapshot *snapshot = wmd_report_get_snapshot (wmd_session_get_report (session));
  guint languages = 0;

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      gboolean held = wmd_body_get_variant (wmd_snapshot_get_summary (snapshot), language) != NULL ||
                      wmd_body_get_variant (wmd_snapshot_get_introduction (snapshot), language) != NULL;

      for (guint i = 0; !held && i < wmd_snapshot_get_n_replies (snapshot); i++)
        held = wmd_body_get_variant (wmd_snapshot_get_reply (snapshot, i), language) != NULL;
      if (held)
        languages |= 1u << language;
    }
  return languages;
}

static void
get_options (WmdExportDialog *self, WmdExportOptions *options)
{
  const guint edition = adw_combo_row_get_selected (self->edition);

  options->format = wmd_formats_get (adw_combo_row_get_selected (self->format));
  options->page = (WmdPageOptions){
    .paper = adw_combo_row_get_selected (self->paper) == 1 ? WMD_PAPER_A4 : WMD_PAPER_LETTER,
    .draft = gtk_switch_get_active (self->draft),
    .emblem = wmd_session_get_page_options (self->session)->emblem,
  };
  options->to_folder = edition == ALL_EDITIONS;
  options->languages = edition == ALL_EDITIONS ? get_held_languages (self->session) : 1u << edition;
  if (options->languages == 0)
    options->languages = 1u << WMD_LANGUAGE_EN;
  options->since = options->format->tracks_changes ? wmd_file_row_get_file (self->since) : NULL;
}

/* --- the older state --- */

static void
format_cb (WmdExportDialog *self)
{
  const WmdFormat *format = wmd_formats_get (adw_combo_row_get_selected (self->format));

  gtk_widget_set_visible (GTK_WIDGET (self->since), format->tracks_changes);
}

static void
since_chosen_cb (GFile *file, gpointer owner)
{
  if (file != NULL)
    wmd_file_row_set_file (WMD_EXPORT_DIALOG (owner)->since, file);
}

static void
choose_since_cb (WmdExportDialog *self)
{
  wmd_dialogs_open_file (GTK_WINDOW (self), _ ("Show Changes Since"), FALSE, since_chosen_cb, self);
}

static void
clear_since_cb (WmdExportDialog *self)
{
  wmd_file_row_set_file (self->since, NULL);
}

/* --- the emblem --- */

static void
update_emblem (WmdExportDialog *self)
{
  wmd_file_row_set_file (self->emblem, wmd_emblem_choice_get_file (wmd_session_get_emblem_choice (self->session)));
}

static void
emblem_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdExportDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!wmd_emblem_choice_choose_finish (WMD_EMBLEM_CHOICE (source), result, &error))
    wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Use Picture"), error->message);
}

static void
emblem_chosen_cb (GFile *file, gpointer owner)
{
  WmdExportDialog *self = owner;

  if (file != NULL && self->session != NULL)
    wmd_emblem_choice_choose_async (wmd_session_get_emblem_choice (self->session), file, emblem_read_cb,
                                    g_object_ref (self));
}

static void
choose_emblem_cb (WmdExportDialog *self)
{
  wmd_dialogs_open_picture (GTK_WINDOW (self), _ ("Choose the Emblem"), emblem_chosen_cb, self);
}

static void
clear_emblem_cb (WmdExportDialog *self)
{
  wmd_emblem_choice_clear (wmd_session_get_emblem_choice (self->session));
}

/* --- the export --- */

static void
progress_cb (double share, gpointer data)
{
  gtk_progress_bar_set_fraction (WMD_EXPORT_DIALOG (data)->bar, share);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (WMD_EXPORT_DIALOG (data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdExportResult) exported = wmd_export_finish (result, &error);

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (exported != NULL)
    {
      g_signal_emit (self, exported_signal, 0, exported);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "options");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Export Report"), error->message);
}

static void
chosen_cb (GFile *file, gpointer owner)
{
  WmdExportDialog *self = owner;
  WmdExportOptions options;

  if (file == NULL)
    return;
  get_options (self, &options);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->bar, 0);
  if (!options.to_folder)
    self->pulse = g_timeout_add (100, pulse_cb, self);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  wmd_export_async (self->session, &options, file, self->cancellable, progress_cb, exported_cb, g_object_ref (self));
}

static void
export_cb (WmdExportDialog *self)
{
  WmdFacts *facts = wmd_report_get_facts (wmd_session_get_report (self->session));
  const guint edition = adw_combo_row_get_selected (self->edition);
  g_autofree char *name = NULL, *pattern = NULL;
  WmdExportOptions options;

  get_options (self, &options);
  if (options.to_folder)
    {
      wmd_dialogs_choose_folder (GTK_WINDOW (self), _ ("Export to Folder"), chosen_cb, self);
      return;
    }
  name = wmd_publish_dup_file_name (wmd_facts_get (facts, WMD_FACT_SYMBOL), edition, options.format);
  pattern = g_strconcat ("*", options.format->extension, NULL);
  wmd_dialogs_save_file (GTK_WINDOW (self), _ ("Export Report"), name, wmd_format_get_title (options.format), pattern,
                         chosen_cb, self);
}

static void
cancel_cb (WmdExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
wmd_export_dialog_close_request (GtkWindow *window)
{
  WmdExportDialog *self = WMD_EXPORT_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (wmd_export_dialog_parent_class)->close_request (window);
}

static void
wmd_export_dialog_dispose (GObject *object)
{
  WmdExportDialog *self = WMD_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  G_OBJECT_CLASS (wmd_export_dialog_parent_class)->dispose (object);
}

static void
wmd_export_dialog_class_init (WmdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = wmd_export_dialog_close_request;
  exported_signal = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (WMD_TYPE_FILE_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, since);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, emblem);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, draft);
  gtk_widget_class_bind_template_child (widget_class, WmdExportDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_since_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_since_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_emblem_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_emblem_cb);
}

static void
wmd_export_dialog_init (WmdExportDialog *self)
{
  g_autoptr (GtkStringList) editions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    gtk_string_list_append (editions, wmd_name_of_language (language));
  gtk_string_list_append (editions, _ ("All Languages Held"));
  adw_combo_row_set_model (self->edition, G_LIST_MODEL (editions));
  for (guint i = 0; i < wmd_formats_get_n_formats (); i++)
    gtk_string_list_append (formats, wmd_format_get_title (wmd_formats_get (i)));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (formats));
}

GtkWidget *
wmd_export_dialog_new (GtkWindow *parent, WmdSession *session, WmdLanguage language)
{
  WmdExportDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);

  self = g_object_new (WMD_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  adw_combo_row_set_selected (self->edition, language != WMD_LANGUAGE_NONE ? language : WMD_LANGUAGE_EN);
  adw_combo_row_set_selected (self->paper, wmd_session_get_page_options (session)->paper == WMD_PAPER_A4 ? 1 : 0);
  g_signal_connect_object (wmd_session_get_emblem_choice (session), "changed", G_CALLBACK (update_emblem), self,
                           G_CONNECT_SWAPPED);
  update_emblem (self);
  return GTK_WIDGET (self);
}
