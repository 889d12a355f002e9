/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An emblem never changes, so a file that did is a new emblem. It is read by who sets pages, in a thread. */

#include "config.h"

#include "ui/emblem-choice.h"

#include "ui/settings.h"

#define KEY "emblem"

struct _WmdEmblemChoice
{
  GObject parent_instance;

  GSettings *settings;   /* NULL where there are none: the choice is then forgotten */
  GFile *file;           /* NULL while none is chosen */
  GFileMonitor *monitor; /* of the file; NULL where nothing can be watched */
  WmdEmblem *emblem;     /* of the file as it is now */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WmdEmblemChoice, wmd_emblem_choice, G_TYPE_OBJECT)

/* A file that has no path cannot be read; the message then names its address. (transfer full) */
static WmdEmblem *
make_emblem (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *address = path == NULL ? g_file_get_uri (file) : NULL;

  return wmd_emblem_new (path != NULL ? path : address);
}

/* @emblem: (transfer full) (nullable) */
static void
set_emblem (WmdEmblemChoice *self, WmdEmblem *emblem)
{
  g_clear_pointer (&self->emblem, wmd_emblem_unref);
  self->emblem = emblem;
  g_signal_emit (self, changed_signal, 0);
}

/* The other events come while a file is being written, or when nothing of it is. */
static void
file_cb (WmdEmblemChoice *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    set_emblem (self, make_emblem (self->file));
}

static void
watch (WmdEmblemChoice *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->monitor, file_cb, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  if (self->file != NULL)
    self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_file (WmdEmblemChoice *self, GFile *file)
{
  return self->file == file || (self->file != NULL && file != NULL && g_file_equal (self->file, file));
}

/* @emblem: of @file; both are NULL to choose none. (transfer full) */
static void
choose (WmdEmblemChoice *self, GFile *file, WmdEmblem *emblem)
{
  if (!is_file (self, file))
    {
      g_set_object (&self->file, file);
      watch (self);
    }
  set_emblem (self, emblem);
}

/* --- the setting --- */

static void
remember (WmdEmblemChoice *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : g_strdup ("");

  if (self->settings != NULL)
    g_settings_set_string (self->settings, KEY, uri);
}

static void
setting_cb (WmdEmblemChoice *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, KEY);
  g_autoptr (GFile) file = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (!is_file (self, file))
    choose (self, file, file != NULL ? make_emblem (file) : NULL);
}

/* --- the object --- */

static void
wmd_emblem_choice_dispose (GObject *object)
{
  WmdEmblemChoice *self = WMD_EMBLEM_CHOICE (object);

  g_clear_object (&self->file);
  watch (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->emblem, wmd_emblem_unref);
  G_OBJECT_CLASS (wmd_emblem_choice_parent_class)->dispose (object);
}

static void
wmd_emblem_choice_class_init (WmdEmblemChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wmd_emblem_choice_dispose;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wmd_emblem_choice_init (WmdEmblemChoice *self)
{
  self->settings = wmd_settings_new ();
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (setting_cb), self, G_CONNECT_SWAPPED);
  setting_cb (self);
}

WmdEmblemChoice *
wmd_emblem_choice_new (void)
{
  return g_object_new (WMD_TYPE_EMBLEM_CHOICE, NULL);
}

GFile *
wmd_emblem_choice_get_file (WmdEmblemChoice *self)
{
  g_return_val_if_fail (WMD_IS_EMBLEM_CHOICE (self), NULL);

  return self->file;
}

WmdEmblem *
wmd_emblem_choice_get_emblem (WmdEmblemChoice *self)
{
  g_return_val_if_fail (WMD_IS_EMBLEM_CHOICE (self), NULL);

  return self->emblem;
}

static void
read_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (WmdEmblem) emblem = make_emblem (file);
  GError *error = NULL;

  if (wmd_emblem_read (emblem, &error))
    g_task_return_pointer (task, g_steal_pointer (&emblem), (GDestroyNotify) wmd_emblem_unref);
  else
    g_task_return_error (task, error);
}

void
wmd_emblem_choice_choose_async (WmdEmblemChoice *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WMD_IS_EMBLEM_CHOICE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, wmd_emblem_choice_choose_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

gboolean
wmd_emblem_choice_choose_finish (WmdEmblemChoice *self, GAsyncResult *result, GError **error)
{
  WmdEmblem *emblem;

  g_return_val_if_fail (WMD_IS_EMBLEM_CHOICE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  emblem = g_task_propagate_pointer (G_TASK (result), error);
  if (emblem == NULL)
    return FALSE;
  choose (self, g_task_get_task_data (G_TASK (result)), emblem);
  remember (self);
  return TRUE;
}

void
wmd_emblem_choice_clear (WmdEmblemChoice *self)
{
  g_return_if_fail (WMD_IS_EMBLEM_CHOICE (self));

  if (self->file == NULL)
    return;
  choose (self, NULL, NULL);
  remember (self);
}
