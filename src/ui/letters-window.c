/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows are the replies with open queries. A letter is composed when it is looked at; it is never edited here: its
 * questions are those of the queries, the rest is fixed wording.
 */

#include "config.h"

#include "ui/letters-window.h"

#include <glib/gi18n-lib.h>

#include "compose/letter.h"
#include "publish/publish.h"
#include "ui/dialogs.h"
#include "ui/names.h"

struct _WmdLettersWindow
{
  AdwWindow parent_instance;

  WmdSession *session;
  GListStore *parts; /* (element-type WmdPart) with open queries */
  WmdPart *part;     /* whose letter is shown; NULL when there is none */

  AdwToastOverlay *toasts;
  GtkStack *stack; /* "letters", "empty" */
  AdwLeaflet *leaflet;
  GtkListBox *list;
  AdwWindowTitle *title;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (WmdLettersWindow, wmd_letters_window, ADW_TYPE_WINDOW)

static WmdSnapshot *
get_snapshot (WmdLettersWindow *self)
{
  return wmd_report_get_snapshot (wmd_session_get_report (self->session));
}

static const char *
get_name (WmdLettersWindow *self, WmdPart *part)
{
  return wmd_name_of_part (wmd_part_get_body (part), wmd_session_get_reference (self->session),
                           wmd_session_get_interface_language (self->session));
}

static char *
dup_count (WmdPart *part)
{
  const guint n = wmd_letter_count_queries (wmd_part_get_body (part));

  return g_strdup_printf (ngettext ("%u open query", "%u open queries", n), n);
}

/* --- the letter --- */

static void
show_letter (WmdLettersWindow *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  const char *classes[] = { wmd_language_get_code (wmd_letter_get_language (wmd_part_get_body (self->part))), "letter",
                            NULL };
  const gboolean rtl = wmd_language_is_rtl (wmd_letter_get_language (wmd_part_get_body (self->part)));
  g_autofree char *letter = wmd_letters_window_dup_letter (self);
  g_autofree char *count = dup_count (self->part);

  adw_window_title_set_title (self->title, get_name (self, self->part));
  adw_window_title_set_subtitle (self->title, count);
  gtk_widget_set_css_classes (view, classes);
  gtk_widget_set_direction (view, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), letter != NULL ? letter : "", -1);
}

static void
row_selected_cb (WmdLettersWindow *self, GtkListBoxRow *row)
{
  g_autoptr (WmdPart) part = NULL;

  if (row == NULL)
    return;
  part = g_list_model_get_item (G_LIST_MODEL (self->parts), gtk_list_box_row_get_index (row));
  g_set_object (&self->part, part);
  show_letter (self);
}

static void
row_activated_cb (WmdLettersWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_cb (WmdLettersWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count = dup_count (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (data, item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* --- whom to write to --- */

static void
update (WmdLettersWindow *self)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (self->session));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  guint index = 0;

  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      if (wmd_letter_count_queries (wmd_part_get_body (part)) == 0)
        continue;
      if (part == self->part)
        index = parts->len;
      g_ptr_array_add (parts, g_steal_pointer (&part));
    }
  g_list_store_splice (self->parts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->parts)), parts->pdata, parts->len);
  if (parts->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) index));
  gtk_stack_set_visible_child_name (self->stack, parts->len > 0 ? "letters" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.sent",
                                 parts->len > 0 && !wmd_session_get_read_only (self->session));
}

/* --- saving --- */

/* What is to be saved where. */
typedef struct
{
  GPtrArray *files; /* (element-type GFile) */
  GPtrArray *texts; /* (element-type utf8) */
} Job;

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->files);
  g_ptr_array_unref (job->texts);
  g_free (job);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  for (guint i = 0; i < job->files->len; i++)
    {
      const char *text = g_ptr_array_index (job->texts, i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      GError *error = NULL;

      if (!wmd_publish_save (g_ptr_array_index (job->files, i), bytes, cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

static void
say (WmdLettersWindow *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdLettersWindow *self = WMD_LETTERS_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  const guint n = job->files->len;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Save Letters"), error->message);
      return;
    }
  sentence = g_strdup_printf (ngettext ("Saved %u letter", "Saved %u letters", n), n);
  say (self, sentence);
}

/* Saves to @file the letter that is shown, or to the folder @file all of them. */
static void
save (WmdLettersWindow *self, GFile *file, gboolean all)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  GListModel *parts = G_LIST_MODEL (self->parts);
  Job *job = g_new0 (Job, 1);

  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  job->texts = g_ptr_array_new_with_free_func (g_free);
  if (!all)
    {
      g_ptr_array_add (job->files, g_object_ref (file));
      g_ptr_array_add (job->texts, wmd_letters_window_dup_letter (self));
    }
  for (guint i = 0; all && i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (parts, i);
      g_autofree char *name = wmd_letter_dup_file_name (get_snapshot (self), wmd_part_get_body (part));

      g_ptr_array_add (job->files, g_file_get_child (file, name));
      g_ptr_array_add (job->texts, wmd_letter_compose (get_snapshot (self), wmd_part_get_body (part)));
    }
  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_thread);
}

static void
file_chosen_cb (GFile *file, gpointer owner)
{
  if (file != NULL)
    save (owner, file, FALSE);
}

static void
folder_chosen_cb (GFile *file, gpointer owner)
{
  if (file != NULL)
    save (owner, file, TRUE);
}

/* --- actions --- */

static void
copy_action (WmdLettersWindow *self, GVariant *parameter)
{
  g_autofree char *letter = wmd_letters_window_dup_letter (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), letter);
  say (self, _ ("Copied the letter"));
}

static void
save_action (WmdLettersWindow *self, GVariant *parameter)
{
  g_autofree char *name = wmd_letter_dup_file_name (get_snapshot (self), wmd_part_get_body (self->part));

  wmd_dialogs_save_file (GTK_WINDOW (self), _ ("Save Letter"), name, _ ("Plain Text"), "*.txt", file_chosen_cb, self);
}

static void
save_all_action (WmdLettersWindow *self, GVariant *parameter)
{
  wmd_dialogs_choose_folder (GTK_WINDOW (self), _ ("Save All Letters to Folder"), folder_chosen_cb, self);
}

static void
save_to_action (WmdLettersWindow *self, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  save (self, file, FALSE);
}

static void
save_all_to_action (WmdLettersWindow *self, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  save (self, folder, TRUE);
}

/* Records today as the day on which the open queries of the letter were asked. */
static void
sent_action (WmdLettersWindow *self, GVariant *parameter)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (WmdBody) body = wmd_body_ref (wmd_part_get_body (self->part));
  const GPtrArray *queries = wmd_body_get_queries (body);
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_query_unref);
  g_autoptr (WmdBody) changed = NULL;

  for (guint i = 0; i < queries->len; i++)
    {
      WmdQuery *query = g_ptr_array_index (queries, i);

      g_ptr_array_add (asked, wmd_query_get_closed (query) ? wmd_query_ref (query)
                                                           : wmd_query_with_text (query, WMD_QUERY_ASKED, today));
    }
  changed = wmd_body_with_queries (body, asked);
  if (wmd_session_replace_body (self->session, changed, _ ("Sending of Queries"), NULL))
    say (self, _ ("Recorded that the queries were sent today"));
}

static const struct
{
  const char *name;
  const char *type; /* of the parameter; NULL for none */
  void (*activate) (WmdLettersWindow *self, GVariant *parameter);
} actions[] = {
  { "letters.copy", NULL, copy_action },
  { "letters.save", NULL, save_action },
  { "letters.save-to", "s", save_to_action },
  { "letters.save-all", NULL, save_all_action },
  { "letters.save-all-to", "s", save_all_to_action },
  { "letters.sent", NULL, sent_action },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmdLettersWindow *self = WMD_LETTERS_WINDOW (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->parts)) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (self, parameter);
}

/* --- the window --- */

static void
wmd_letters_window_dispose (GObject *object)
{
  WmdLettersWindow *self = WMD_LETTERS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->parts);
  g_clear_object (&self->part);
  G_OBJECT_CLASS (wmd_letters_window_parent_class)->dispose (object);
}

static void
wmd_letters_window_class_init (WmdLettersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_letters_window_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "letters.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "letters.save", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/letters-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdLettersWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WmdLettersWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdLettersWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WmdLettersWindow, list);
  gtk_widget_class_bind_template_child (widget_class, WmdLettersWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmdLettersWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
wmd_letters_window_init (WmdLettersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = g_list_store_new (WMD_TYPE_PART);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->parts), create_row_cb, self, NULL);
}

GtkWidget *
wmd_letters_window_new (GtkWindow *parent, WmdSession *session, const char *part)
{
  WmdLettersWindow *self;
  WmdPart *shown;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);

  self = g_object_new (WMD_TYPE_LETTERS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  shown = part != NULL ? wmd_report_lookup_part (wmd_session_get_report (session), part) : NULL;
  g_set_object (&self->part, shown);
  g_signal_connect_object (wmd_session_get_report (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  if (shown != NULL)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  return GTK_WIDGET (self);
}

char *
wmd_letters_window_dup_letter (WmdLettersWindow *self)
{
  g_return_val_if_fail (WMD_IS_LETTERS_WINDOW (self), NULL);

  if (self->part == NULL)
    return NULL;
  return wmd_letter_compose (get_snapshot (self), wmd_part_get_body (self->part));
}
