/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two pages: reading, which can be cancelled, and the summary. The report has the edition when the summary is shown;
 * taking it back is one step of undo, so nothing is asked before.
 */

#include "config.h"

#include "ui/merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"
#include "ui/finding-row.h"
#include "ui/loader.h"
#include "ui/names.h"

/* What is counted in the summary. */
typedef enum
{
  COUNT_PAIRED,
  COUNT_ADDED,
  COUNT_ABSENT,
  COUNT_PARAGRAPHS,
  N_COUNTS
} Count;

struct _WmdMergeDialog
{
  AdwWindow parent_instance;

  WmdSession *session;
  GCancellable *cancellable; /* NULL unless the file is being read */
  char *name;                /* of the file */

  GtkStack *stack; /* "progress", "summary" */
  GtkLabel *reading;
  AdwWindowTitle *title;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *noticed;
  GtkListBox *findings;
  GtkWidget *undo;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (WmdMergeDialog, wmd_merge_dialog, ADW_TYPE_WINDOW)

static const char *const titles[N_COUNTS] = {
  [COUNT_PAIRED] = N_ ("Replies paired"),
  [COUNT_ADDED] = N_ ("Replies added, which the report did not have"),
  [COUNT_ABSENT] = N_ ("Replies of the report that the edition does not have"),
  [COUNT_PARAGRAPHS] = N_ ("Paragraphs without a counterpart"),
};

/* --- the summary --- */

static void
count_replies (WmdSnapshot *report, const WmdImport *import, guint counts[N_COUNTS])
{
  for (guint i = 0; i < wmd_snapshot_get_n_replies (import->snapshot); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (import->snapshot, i);

      if (wmd_snapshot_lookup_body (report, wmd_body_get_id (reply)) == NULL)
        counts[COUNT_ADDED]++;
      else if (wmd_body_get_variant (reply, import->language) != NULL)
        counts[COUNT_PAIRED]++;
      else
        counts[COUNT_ABSENT]++;
    }
  for (guint i = 0; i < import->findings->len; i++)
    {
      const WmdFinding *finding = g_ptr_array_index (import->findings, i);

      counts[COUNT_PARAGRAPHS] += finding->block != NULL && g_str_equal (finding->rule, "import-unpaired");
    }
}

static void
show_counts (WmdMergeDialog *self, const guint counts[N_COUNTS])
{
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", counts[i]);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, counts[i] == 0 ? "dim-label" : "heading");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[i]));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (self->counts, row);
    }
}

static void
show_findings (WmdMergeDialog *self, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autoptr (WmdFindingItem) item = wmd_finding_item_new (g_ptr_array_index (findings, i));

      gtk_list_box_append (self->findings, wmd_finding_row_new (self->session, item));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
  adw_preferences_group_set_description (
      self->noticed, findings->len > 0 ? _ ("Choose one to go to its place. The list stays beside the text, under "
                                            "“Noticed on Import”.")
                                       : _ ("Everything in the edition found its place."));
}

static void
show_summary (WmdMergeDialog *self, WmdSnapshot *report, const WmdImport *import, gboolean taken)
{
  guint counts[N_COUNTS] = { 0 };
  /* Translators: %s is a language. */
  g_autofree char *title = g_strdup_printf (taken ? _ ("%s Edition Imported") : _ ("Nothing New in the %s Edition"),
                                            wmd_name_of_language_in_a_sentence (import->language));

  count_replies (report, import, counts);
  show_counts (self, counts);
  show_findings (self, import->findings);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, self->name);
  gtk_widget_set_sensitive (self->undo, taken);
  gtk_stack_set_visible_child_name (self->stack, "summary");
  gtk_widget_grab_focus (self->done);
}

/* --- reading --- */

static void
fail (WmdMergeDialog *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wmd_dialogs_show_error (gtk_window_get_transient_for (GTK_WINDOW (self)), _ ("Cannot Import Edition"),
                            error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdMergeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdImport) import = wmd_loader_import_into_finish (result, &error);
  g_autoptr (WmdSnapshot) report = NULL;
  g_autofree char *label = NULL;
  gboolean taken;

  g_clear_object (&self->cancellable);
  if (import == NULL)
    {
      fail (self, error);
      return;
    }
  report = wmd_snapshot_ref (wmd_report_get_snapshot (wmd_session_get_report (self->session)));
  /* Translators: %s is a language; this is what Undo names. */
  label = g_strdup_printf (_ ("Import of the %s Edition"), wmd_name_of_language_in_a_sentence (import->language));
  taken = wmd_session_take_snapshot (self->session, import->snapshot, label);
  wmd_session_set_noticed (self->session, import->findings);
  show_summary (self, report, import, taken);
}

static void
cancel_cb (WmdMergeDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
undo_cb (WmdMergeDialog *self)
{
  wmd_session_undo (self->session);
  wmd_session_set_noticed (self->session, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (WmdMergeDialog *self, GtkListBoxRow *row)
{
  const WmdFinding *finding = wmd_finding_item_get (wmd_finding_row_get_item (WMD_FINDING_ROW (row)));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.view", "s", "draft");
  wmd_session_reveal (self->session, finding->part, finding->language, finding->block, finding->start, finding->end);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
wmd_merge_dialog_close_request (GtkWindow *window)
{
  cancel_cb (WMD_MERGE_DIALOG (window));
  return GTK_WINDOW_CLASS (wmd_merge_dialog_parent_class)->close_request (window);
}

static void
wmd_merge_dialog_dispose (GObject *object)
{
  WmdMergeDialog *self = WMD_MERGE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (wmd_merge_dialog_parent_class)->dispose (object);
}

static void
wmd_merge_dialog_class_init (WmdMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_merge_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = wmd_merge_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, noticed);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, undo);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, done);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
wmd_merge_dialog_init (WmdMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wmd_merge_dialog_new (GtkWindow *parent, WmdSession *session, GFile *file)
{
  WmdMergeDialog *self;
  g_autofree char *base = NULL;
  g_autofree char *reading = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (WMD_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  base = g_file_get_basename (file);
  self->name = g_filename_display_name (base);
  reading = g_strdup_printf (_ ("Reading “%s”…"), self->name);
  gtk_label_set_label (self->reading, reading);
  self->cancellable = g_cancellable_new ();
  wmd_loader_import_into_async (wmd_report_get_snapshot (wmd_session_get_report (session)), file, self->cancellable,
                                read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
