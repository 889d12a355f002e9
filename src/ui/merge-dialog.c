/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two pages: reading, which can be cancelled, and the summary. The report has the edition when the summary is shown;
 * taking it back is one step of undo, so nothing is asked before.
 */

#include "config.h"

#include "ui/merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/xliff.h"
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
  GFile *file;
  GCancellable *cancellable; /* NULL unless the file is being read */
  char *name;                /* of the file */
  gboolean taken;            /* the last step of the report is this import */

  GtkStack *stack; /* "progress", "summary" */
  GtkLabel *reading;
  AdwWindowTitle *title;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *noticed;
  GSList *rows; /* of @counts */
  GtkListBox *findings;
  GtkWidget *overwrite; /* what was changed in the report since a translator got it */
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

static const char *const fates[WMD_N_UNIT_FATES] = {
  [WMD_UNIT_TAKEN] = N_ ("Translations taken"),
  [WMD_UNIT_ADVANCED] = N_ ("Translations with the same words, further than before"),
  [WMD_UNIT_UNCHANGED] = N_ ("Translations that the report has already"),
  [WMD_UNIT_UNTRANSLATED] = N_ ("Paragraphs that are not translated"),
  [WMD_UNIT_REFUSED] = N_ ("Not taken"),
};

/* What is said of an edition, and of what comes back from a translator. %s is a language. */
static const struct
{
  const char *taken;
  const char *nothing_new;
  const char *undo; /* what Undo names */
  const char *all_well;
  const char *failed;
} words[] = {
  { N_ ("%s Edition Imported"), N_ ("Nothing New in the %s Edition"), N_ ("Import of the %s Edition"),
    N_ ("Everything in the edition found its place."), N_ ("Cannot Import Edition") },
  { N_ ("%s Translation Taken Back"), N_ ("Nothing New in the %s Translation"), N_ ("Import of the %s Translation"),
    N_ ("Nothing in the file was left out."), N_ ("Cannot Import Translation") },
};

static gboolean
is_translation (const WmdImport *import)
{
  guint n = 0;

  for (guint i = 0; i < WMD_N_UNIT_FATES; i++)
    n += import->units[i];
  return n > 0;
}

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
add_count (WmdMergeDialog *self, const char *title, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, n == 0 ? "dim-label" : "heading");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts, row);
  self->rows = g_slist_prepend (self->rows, row);
}

static void
show_counts (WmdMergeDialog *self, WmdSnapshot *report, const WmdImport *import)
{
  guint counts[N_COUNTS] = { 0 };

  if (is_translation (import))
    {
      for (guint i = 0; i < WMD_N_UNIT_FATES; i++)
        add_count (self, _ (fates[i]), import->units[i]);
      return;
    }
  count_replies (report, import, counts);
  for (guint i = 0; i < N_COUNTS; i++)
    add_count (self, _ (titles[i]), counts[i]);
}

static void
show_findings (WmdMergeDialog *self, const WmdImport *import)
{
  const GPtrArray *findings = import->findings;
  gboolean conflict = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr (WmdFindingItem) item = wmd_finding_item_new (g_ptr_array_index (findings, i));

      gtk_list_box_append (self->findings, wmd_finding_row_new (self->session, item));
      conflict |= g_str_equal (finding->rule, "xliff-conflict");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
  gtk_widget_set_visible (self->overwrite, conflict);
  adw_preferences_group_set_description (
      self->noticed, findings->len > 0 ? _ ("Choose one to go to its place. The list stays beside the text, under "
                                            "“Noticed on Import”.")
                                       : _ (words[is_translation (import)].all_well));
}

static void
clear_summary (WmdMergeDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->findings, 0)) != NULL)
    gtk_list_box_remove (self->findings, GTK_WIDGET (row));
  for (GSList *l = self->rows; l != NULL; l = l->next)
    adw_preferences_group_remove (self->counts, l->data);
  g_clear_pointer (&self->rows, g_slist_free);
}

static char *
dup_words (const char *format, WmdLanguage language)
{
  GString *text = g_string_new (_ (format));

  g_string_replace (text, "%s", wmd_name_of_language_in_a_sentence (language), 1);
  return g_string_free (text, FALSE);
}

static void
show_summary (WmdMergeDialog *self, WmdSnapshot *report, const WmdImport *import)
{
  const guint kind = is_translation (import);
  g_autofree char *title = dup_words (self->taken ? words[kind].taken : words[kind].nothing_new, import->language);

  clear_summary (self);
  show_counts (self, report, import);
  show_findings (self, import);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, self->name);
  gtk_widget_set_sensitive (self->undo, self->taken);
  gtk_stack_set_visible_child_name (self->stack, "summary");
  gtk_widget_grab_focus (self->done);
}

/* --- reading --- */

static void
fail (WmdMergeDialog *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wmd_dialogs_show_error (gtk_window_get_transient_for (GTK_WINDOW (self)),
                            _ (words[error->domain == WMD_XLIFF_ERROR].failed), error->message);
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

  g_clear_object (&self->cancellable);
  if (import == NULL)
    {
      fail (self, error);
      return;
    }
  report = wmd_snapshot_ref (wmd_report_get_snapshot (wmd_session_get_report (self->session)));
  label = dup_words (words[is_translation (import)].undo, import->language);
  self->taken = wmd_session_take_snapshot (self->session, import->snapshot, label);
  wmd_session_set_noticed (self->session, import->findings);
  show_summary (self, report, import);
}

static void
start_reading (WmdMergeDialog *self, gboolean overwrite)
{
  gtk_stack_set_visible_child_name (self->stack, "progress");
  self->cancellable = g_cancellable_new ();
  wmd_loader_import_into_async (wmd_report_get_snapshot (wmd_session_get_report (self->session)), self->file, overwrite,
                                self->cancellable, read_cb, g_object_ref (self));
}

static void
take_back_step (WmdMergeDialog *self)
{
  if (self->taken)
    wmd_session_undo (self->session);
  self->taken = FALSE;
  wmd_session_set_noticed (self->session, NULL);
}

/* All of it anew, so that it stays one step. */
static void
overwrite_cb (WmdMergeDialog *self)
{
  take_back_step (self);
  start_reading (self, TRUE);
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
  take_back_step (self);
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
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_slist_free);
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
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, overwrite);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, undo);
  gtk_widget_class_bind_template_child (widget_class, WmdMergeDialog, done);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, overwrite_cb);
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
  self->file = g_object_ref (file);
  start_reading (self, FALSE);
  return GTK_WIDGET (self);
}
