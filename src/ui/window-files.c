/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening, saving, closing. Whatever blocks is in a thread; whatever fails names the file and offers the next step;
 * nothing that was not saved goes without a question.
 */

#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "store/backups.h"
#include "store/recovery.h"
#include "ui/dialogs.h"
#include "ui/loader.h"

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* --- opening --- */

static void
add_to_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) WMD_STORE_MIME_TYPE,
    .app_name = (char *) "WMD Report",
    .app_exec = (char *) "wmd-report %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
recover_response_cb (const char *response, gpointer owner)
{
  WmdWindow *self = owner;
  const WmdRecoveryCopy *copy = g_object_get_data (owner, "recovery-copy");

  if (g_str_equal (response, "recover"))
    {
      wmd_window_set_session (self, NULL);
      wmd_window_recover (self, copy);
    }
  else if (g_str_equal (response, "discard"))
    {
      g_autoptr (GError) error = NULL;

      if (!wmd_recovery_remove (NULL, copy->report_id, copy->origin, &error))
        wmd_window_show_toast (self, error->message);
    }
  g_object_set_data (owner, "recovery-copy", NULL);
}

/* A report whose last window was cut off (a crash, a power cut) has a copy that is newer than its file. */
static void
offer_recovery (WmdWindow *self)
{
  const WmdResponse responses[] = {
    { "cancel", _ ("_Later"), WMD_RESPONSE_PLAIN },
    { "discard", _ ("_Discard Them"), WMD_RESPONSE_DESTRUCTIVE },
    { "recover", _ ("_Recover"), WMD_RESPONSE_SUGGESTED },
  };
  const char *id = wmd_report_get_id (wmd_session_get_report (self->session));
  GFile *file = wmd_session_get_file (self->session);
  g_autoptr (GPtrArray) copies = wmd_recovery_list (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      WmdRecoveryCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *when = NULL, *body = NULL;

      if (!g_str_equal (copy->report_id, id) || copy->origin == NULL || !g_file_equal (copy->origin, file))
        continue;
      when = g_date_time_format (copy->when, "%x %R");
      /* Translators: %s is a date and time. */
      body =
          g_strdup_printf (_ ("WMD Report was closed unexpectedly. Changes made until %s are not in the file."), when);
      g_object_set_data_full (G_OBJECT (self), "recovery-copy", g_ptr_array_steal_index_fast (copies, i),
                              (GDestroyNotify) wmd_recovery_copy_free);
      wmd_dialogs_ask (GTK_WINDOW (self), _ ("Recover Changes?"), body, responses, G_N_ELEMENTS (responses),
                       recover_response_cb, self);
      return;
    }
}

static void
show_import (WmdWindow *self)
{
  GPtrArray *noticed = wmd_session_get_noticed (self->session);
  g_autofree char *sentence = NULL;

  if (noticed == NULL)
    return;
  sentence = noticed->len == 0
                 ? g_strdup (_ ("The text was imported; there was nothing to notice."))
                 : g_strdup_printf (ngettext ("The text was imported; %u thing was noticed, see the findings.",
                                              "The text was imported; %u things were noticed, see the findings.",
                                              noticed->len),
                                    noticed->len);
  wmd_window_show_toast (self, sentence);
}

/* What went wrong with the file of that @name, and what can be done. (transfer full) */
static char *
dup_advice (const char *name, const GError *error)
{
  g_autofree char *backups = NULL;
  g_autofree char *display = NULL;

  if (!g_error_matches (error, WMD_STORE_ERROR, WMD_STORE_ERROR_ENCODING) &&
      !g_error_matches (error, WMD_STORE_ERROR, WMD_STORE_ERROR_SYNTAX) &&
      !g_error_matches (error, WMD_STORE_ERROR, WMD_STORE_ERROR_FORMAT))
    return g_strdup (error->message);
  backups = wmd_backup_dup_directory ();
  display = g_filename_display_name (backups);
  /* Translators: a file name; where in the file the damage is; a folder. */
  return g_strdup_printf (
      _ ("“%s” is damaged, or it is no report. %s\n\nEarlier states of reports that were saved here "
         "are kept in “%s”; open the newest one that can be read."),
      name, error->message, display);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSession) session = wmd_loader_finish (result, &error);

  g_clear_object (&self->loading);
  if (session == NULL)
    {
      g_autofree char *advice = NULL;

      wmd_window_set_session (self, NULL);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      advice = dup_advice (gtk_label_get_label (self->loading_label), error);
      wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Open Report"), advice);
      return;
    }

  wmd_window_set_session (self, session);
  show_import (self);
  if (wmd_session_get_file (session) != NULL)
    {
      add_to_recent (wmd_session_get_file (session));
      if (!wmd_history_get_modified (wmd_session_get_history (session)))
        offer_recovery (self);
    }
}

static void
begin_loading (WmdWindow *self, GFile *file)
{
  g_autofree char *name = file != NULL ? dup_name (file) : g_strdup (_ ("Recovered Report"));

  self->loading = g_cancellable_new ();
  gtk_label_set_label (self->loading_label, name);
  gtk_stack_set_visible_child_name (self->pages, "loading");
}

void
wmd_window_load (WmdWindow *self, GFile *file)
{
  g_return_if_fail (WMD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (wmd_window_is_free (self));

  begin_loading (self, file);
  wmd_loader_load_async (self->reference, file, self->loading, loaded_cb, g_object_ref (self));
}

void
wmd_window_recover (WmdWindow *self, const WmdRecoveryCopy *copy)
{
  g_return_if_fail (WMD_IS_WINDOW (self));
  g_return_if_fail (copy != NULL);
  g_return_if_fail (wmd_window_is_free (self));

  begin_loading (self, copy->origin);
  wmd_loader_recover_async (self->reference, copy, self->loading, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (GFile *file, gpointer owner)
{
  if (file != NULL)
    g_application_open (G_APPLICATION (gtk_window_get_application (owner)), &file, 1, "");
}

void
wmd_window_choose_file (WmdWindow *self, gboolean import)
{
  wmd_dialogs_open_file (GTK_WINDOW (self), import ? _ ("Import an Issued Report") : _ ("Open Report"), import,
                         chosen_cb, self);
}

/* A report begins with the standard wording of its frame texts, in English, the language they are drafted in. */
static WmdBody *
make_frame_text (WmdReference *reference, const char *id, WmdPartKind kind)
{
  const char *const *markup = wmd_reference_get_template (reference, WMD_LANGUAGE_EN, id);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdBody) empty = wmd_body_new (id, kind);
  g_autoptr (WmdVariant) variant = NULL;

  for (guint i = 0; markup != NULL && markup[i] != NULL; i++)
    {
      g_autoptr (WmdInline) content = wmd_inline_parse (markup[i], NULL);
      g_autofree char *block = g_strdup_printf ("b%u", i + 1);

      if (content != NULL)
        g_ptr_array_add (
            blocks,
            wmd_block_new (block, kind == WMD_PART_INTRODUCTION ? WMD_BLOCK_NUMBERED : WMD_BLOCK_PARAGRAPH, content));
    }
  if (blocks->len == 0)
    return g_steal_pointer (&empty);
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  return wmd_body_with_variant (empty, WMD_LANGUAGE_EN, variant);
}

WmdWindow *
wmd_window_show_session (WmdWindow *self, WmdSession *session)
{
  WmdWindow *window = self;

  if (!wmd_window_is_free (self))
    window = wmd_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->reference);
  wmd_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
wmd_window_new_report (WmdWindow *self)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdBody) summary = make_frame_text (self->reference, "summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = make_frame_text (self->reference, "introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (WmdSnapshot) snapshot =
      wmd_snapshot_new (self->reference, id, facts, summary, introduction, replies, NULL);
  g_autoptr (WmdReport) report = wmd_report_new_from_snapshot (snapshot);
  g_autoptr (WmdSession) session = wmd_session_new (report, NULL);

  wmd_window_show_session (self, session);
}

static void
reload (WmdWindow *self)
{
  g_autoptr (GFile) file = g_object_ref (wmd_session_get_file (self->session));

  wmd_session_discard_recovery (self->session);
  wmd_window_set_session (self, NULL);
  wmd_window_load (self, file);
}

static void
reload_response_cb (const char *response, gpointer owner)
{
  WmdWindow *self = owner;

  if (g_str_equal (response, "reload") && self->session != NULL)
    reload (self);
}

void
wmd_window_reload (WmdWindow *self)
{
  const WmdResponse responses[] = {
    { "cancel", _ ("_Cancel"), WMD_RESPONSE_PLAIN },
    { "reload", _ ("_Reload"), WMD_RESPONSE_DESTRUCTIVE },
  };

  if (wmd_session_get_file (self->session) == NULL)
    return;
  if (wmd_history_get_modified (wmd_session_get_history (self->session)))
    wmd_dialogs_ask (GTK_WINDOW (self), _ ("Reload the File?"),
                     _ ("Changes made in this window that are not saved are lost."), responses,
                     G_N_ELEMENTS (responses), reload_response_cb, self);
  else
    reload (self);
}

/* --- saving --- */

static void save (WmdWindow *self, GFile *file, gboolean overwrite);

static void
conflict_response_cb (const char *response, gpointer owner)
{
  WmdWindow *self = owner;

  if (self->session == NULL)
    return;
  if (g_str_equal (response, "overwrite"))
    save (self, NULL, TRUE);
  else if (g_str_equal (response, "copy"))
    wmd_window_save_as (self);
  else
    self->close_when_saved = FALSE;
}

static void
show_save_error (WmdWindow *self, const GError *error)
{
  const WmdResponse responses[] = {
    { "cancel", _ ("_Cancel"), WMD_RESPONSE_PLAIN },
    { "overwrite", _ ("_Overwrite"), WMD_RESPONSE_DESTRUCTIVE },
    { "copy", _ ("_Save a Copy…"), WMD_RESPONSE_SUGGESTED },
  };
  const WmdResponse others[] = { responses[0], responses[2] };

  if (g_error_matches (error, WMD_STORE_ERROR, WMD_STORE_ERROR_CHANGED))
    wmd_dialogs_ask (GTK_WINDOW (self), _ ("File Changed on Disk"), error->message, responses, G_N_ELEMENTS (responses),
                     conflict_response_cb, self);
  else
    wmd_dialogs_ask (GTK_WINDOW (self), _ ("Cannot Save Report"), error->message, others, G_N_ELEMENTS (others),
                     conflict_response_cb, self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdWindow) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->saving);
  WmdSession *session = WMD_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (!wmd_session_save_finish (session, result, &error))
    {
      if (self->session == session)
        show_save_error (self, error);
      return;
    }
  add_to_recent (wmd_session_get_file (session));
  if (self->session != session)
    return;
  wmd_window_show_banner (self, NULL, NULL, NULL);
  if (!self->close_when_saved)
    wmd_window_show_toast (self, _ ("Saved"));
  else if (!wmd_history_get_modified (wmd_session_get_history (session)))
    gtk_window_destroy (GTK_WINDOW (self));
  self->close_when_saved = FALSE;
}

static void
save (WmdWindow *self, GFile *file, gboolean overwrite)
{
  if (self->saving != NULL)
    return;
  self->saving = g_object_ref (file != NULL ? file : wmd_session_get_file (self->session));
  wmd_session_save_async (self->session, file, overwrite, NULL, saved_cb, g_object_ref (self));
}

static void
save_chosen_cb (GFile *file, gpointer owner)
{
  WmdWindow *self = owner;

  if (file != NULL && self->session != NULL)
    save (self, file, TRUE);
  else
    self->close_when_saved = FALSE;
}

void
wmd_window_save_to (WmdWindow *self, GFile *file)
{
  save (self, file, TRUE);
}

void
wmd_window_save_as (WmdWindow *self)
{
  g_autofree char *name = wmd_session_dup_file_name (self->session);

  wmd_dialogs_save_file (GTK_WINDOW (self), _ ("Save Report"), name, _ ("Reports"), "*" WMD_STORE_EXTENSION,
                         save_chosen_cb, self);
}

void
wmd_window_save (WmdWindow *self)
{
  if (wmd_session_get_file (self->session) != NULL)
    save (self, NULL, FALSE);
  else
    wmd_window_save_as (self);
}

/* --- closing --- */

static void
close_response_cb (const char *response, gpointer owner)
{
  WmdWindow *self = owner;

  if (self->session == NULL)
    return;
  if (g_str_equal (response, "discard"))
    {
      wmd_session_discard_recovery (self->session);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "save"))
    {
      self->close_when_saved = TRUE;
      wmd_window_save (self);
    }
}

gboolean
wmd_window_may_close (WmdWindow *self)
{
  const WmdResponse responses[] = {
    { "cancel", _ ("_Cancel"), WMD_RESPONSE_PLAIN },
    { "discard", _ ("_Discard"), WMD_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), WMD_RESPONSE_SUGGESTED },
  };
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  if (self->session == NULL || !wmd_history_get_modified (wmd_session_get_history (self->session)))
    return TRUE;

  name = wmd_session_dup_file_name (self->session);
  body = g_strdup_printf (_ ("“%s” has changes that are not saved. Changes that are discarded are lost."), name);
  wmd_dialogs_ask (GTK_WINDOW (self), _ ("Save Changes?"), body, responses, G_N_ELEMENTS (responses), close_response_cb,
                   self);
  return FALSE;
}

/* --- the file on the disk --- */

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, wmd_store_file_has_changed (data, cancellable));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdWindow *self = WMD_WINDOW (source);
  gpointer store = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->session == NULL ||
      wmd_session_get_store_file (self->session) != store)
    return;
  wmd_window_show_banner (self, _ ("The file was changed by another program."), _ ("_Reload"), "win.reload");
}

static void
file_changed_cb (WmdWindow *self)
{
  WmdStoreFile *store = self->session != NULL ? wmd_session_get_store_file (self->session) : NULL;
  g_autoptr (GTask) task = NULL;

  if (store == NULL || self->saving != NULL)
    return;
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_task_data (task, g_object_ref (store), g_object_unref);
  g_task_run_in_thread (task, check_thread);
}

void
wmd_window_watch_file (WmdWindow *self)
{
  GFile *file = self->session != NULL ? wmd_session_get_file (self->session) : NULL;

  g_clear_object (&self->monitor);
  if (file == NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}
