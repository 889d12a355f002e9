/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Uses what both Debian 12 and 13 have: AdwMessageDialog, GtkFileChooserNative, AdwAboutWindow. When the floor rises
 * this is the one file to change.
 */

#include "config.h"

#include "ui/dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/store.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

typedef struct
{
  WmdResponseFunc on_response;
  WmdFileFunc on_file;
  WmdFilesFunc on_files;
  gpointer owner; /* kept until the answer comes */
} Call;

static Call *
call_new (gpointer owner)
{
  Call *call = g_new0 (Call, 1);

  call->owner = owner != NULL ? g_object_ref (owner) : NULL;
  return call;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Call *call)
{
  call->on_response (response, call->owner);
}

static void
free_call (gpointer data, GClosure *closure)
{
  Call *call = data;

  g_clear_object (&call->owner);
  g_free (call);
}

void
wmd_dialogs_ask (GtkWindow *parent,
                 const char *heading,
                 const char *body,
                 const WmdResponse *responses,
                 guint n_responses,
                 WmdResponseFunc callback,
                 gpointer owner)
{
  static const AdwResponseAppearance appearances[] = {
    [WMD_RESPONSE_PLAIN] = ADW_RESPONSE_DEFAULT,
    [WMD_RESPONSE_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [WMD_RESPONSE_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };
  AdwMessageDialog *dialog;

  g_return_if_fail (heading != NULL && responses != NULL && n_responses > 0);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  for (guint i = 0; i < n_responses; i++)
    {
      adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_message_dialog_set_response_appearance (dialog, responses[i].id, appearances[responses[i].appearance]);
      if (responses[i].appearance == WMD_RESPONSE_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, responses[i].id);
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (callback != NULL)
    {
      Call *call = call_new (owner);

      call->on_response = callback;
      g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), call, free_call, 0);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

void
wmd_dialogs_show_error (GtkWindow *parent, const char *heading, const char *body)
{
  const WmdResponse close = { "cancel", _ ("_Close"), WMD_RESPONSE_PLAIN };

  wmd_dialogs_ask (parent, heading, body, &close, 1, NULL, NULL);
}

static void
file_response_cb (GtkNativeDialog *dialog, int response, Call *call)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  call->on_file (file, call->owner);
  /* The chooser lives as long as it is shown; this was the reference that kept it. */
  g_object_unref (dialog);
}

/* @call is taken. */
static void
show (GtkFileChooserNative *chooser, GCallback response_func, Call *call)
{
  g_signal_connect_data (chooser, "response", response_func, call, free_call, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
show_chooser (GtkFileChooserNative *chooser, WmdFileFunc callback, gpointer owner)
{
  Call *call = call_new (owner);

  call->on_file = callback;
  show (chooser, G_CALLBACK (file_response_cb), call);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static const char *const texts[] = { "*.txt", "*.md", NULL };

void
wmd_dialogs_open_file (GtkWindow *parent, const char *title, gboolean import, WmdFileFunc callback, gpointer owner)
{
  static const char *const all[] = { "*" WMD_STORE_EXTENSION, "*.txt", "*.md", NULL };
  static const char *const reports[] = { "*" WMD_STORE_EXTENSION, NULL };
  GtkFileChooserNative *chooser;

  g_return_if_fail (callback != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                         import ? _ ("_Import") : _ ("_Open"), NULL);
  if (import)
    add_filter (GTK_FILE_CHOOSER (chooser), _ ("Texts of Issued Reports"), texts);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Reports and Texts of Issued Reports"), all);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Reports"), reports);
  if (!import)
    add_filter (GTK_FILE_CHOOSER (chooser), _ ("Texts of Issued Reports"), texts);
  show_chooser (chooser, callback, owner);
}

/* Chooses what goes into an open report. */
static void
open_import (GtkWindow *parent,
             const char *title,
             const char *filter,
             const char *const *patterns,
             WmdFileFunc callback,
             gpointer owner)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  add_filter (GTK_FILE_CHOOSER (chooser), filter, patterns);
  show_chooser (chooser, callback, owner);
}

void
wmd_dialogs_open_text (GtkWindow *parent, WmdFileFunc callback, gpointer owner)
{
  g_return_if_fail (callback != NULL);

  open_import (parent, _ ("Import Another Edition"), _ ("Texts of Issued Reports"), texts, callback, owner);
}

void
wmd_dialogs_open_translation (GtkWindow *parent, WmdFileFunc callback, gpointer owner)
{
  static const char *const patterns[] = { "*.xlf", "*.xliff", NULL };

  g_return_if_fail (callback != NULL);

  open_import (parent, _ ("Import a Translation"), _ ("Translators’ Files (XLIFF)"), patterns, callback, owner);
}

void
wmd_dialogs_open_picture (GtkWindow *parent, const char *title, WmdFileFunc callback, gpointer owner)
{
  static const char *const pictures[] = { "*.png", "*.svg", NULL };
  GtkFileChooserNative *chooser;

  g_return_if_fail (title != NULL && callback != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Pictures in PNG or SVG"), pictures);
  show_chooser (chooser, callback, owner);
}

static void
files_response_cb (GtkNativeDialog *dialog, int response, Call *call)
{
  g_autoptr (GListModel) chosen =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  call->on_files (chosen != NULL ? files : NULL, call->owner);
  g_object_unref (dialog);
}

void
wmd_dialogs_open_replies (GtkWindow *parent, WmdFilesFunc callback, gpointer owner)
{
  static const char *const documents[] = { "*.docx", "*.odt", "*.txt", NULL };
  static const char *const all[] = { "*", NULL };
  GtkFileChooserNative *chooser;
  Call *call;

  g_return_if_fail (callback != NULL);

  chooser = gtk_file_chooser_native_new (_ ("Choose Replies"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Word, OpenDocument and Text Files"), documents);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("All Files"), all);
  call = call_new (owner);
  call->on_files = callback;
  show (chooser, G_CALLBACK (files_response_cb), call);
}

void
wmd_dialogs_save_file (GtkWindow *parent,
                       const char *title,
                       const char *name,
                       const char *filter,
                       const char *pattern,
                       WmdFileFunc callback,
                       gpointer owner)
{
  const char *const patterns[] = { pattern, NULL };
  GtkFileChooserNative *chooser;

  g_return_if_fail (title != NULL && name != NULL && filter != NULL && pattern != NULL && callback != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter (GTK_FILE_CHOOSER (chooser), filter, patterns);
  show_chooser (chooser, callback, owner);
}

void
wmd_dialogs_choose_folder (GtkWindow *parent, const char *title, WmdFileFunc callback, gpointer owner)
{
  g_return_if_fail (title != NULL && callback != NULL);

  show_chooser (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Export"), NULL),
                callback, owner);
}

void
wmd_dialogs_show_about (GtkWindow *parent)
{
  static const char *const developers[] = { "The WMD Report authors", NULL };

  adw_show_about_window (parent, "application-name", "WMD Report", "application-icon", APPLICATION_ID, "version",
                         PACKAGE_VERSION, "developer-name", _ ("The WMD Report authors"), "developers", developers,
                         "copyright", "© 2026 The WMD Report authors", "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Compiles, checks, translates and issues the report of the Secretary-General on measures "
                            "to prevent terrorists from acquiring weapons of mass destruction."),
                         NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS
