/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loads the reference data once and opens windows. */

#include "config.h"

#include "ui/application.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"
#include "ui/window.h"

struct _WmdApplication
{
  AdwApplication parent_instance;

  WmdReference *reference;
};

G_DEFINE_FINAL_TYPE (WmdApplication, wmd_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action; /* detailed name */
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control><Shift>e" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.add-reply", { "<Control><Shift>n" } },
  { "win.view::draft", { "<Control>1" } },
  { "win.view::translate", { "<Control>2" } },
  { "win.view::status", { "<Control>3" } },
  { "win.view::pages", { "<Control>4" } },
  { "win.step-part(1)", { "<Alt>Down" } },
  { "win.step-part(-1)", { "<Alt>Up" } },
  { "win.step-finding(1)", { "F8" } },
  { "win.step-finding(-1)", { "<Shift>F8" } },
  { "win.fix", { "<Control>period" } },
  { "win.search", { "<Control>k" } },
  { "win.find", { "<Control>f" } },
  { "win.replace", { "<Control>h" } },
  { "win.step-match(1)", { "<Control>g", "F3" } },
  { "win.step-match(-1)", { "<Control><Shift>g", "<Shift>F3" } },
  { "win.help", { "F1" } },
  { "win.toggle-panes", { "F9" } },
  { "win.fullscreen", { "F11" } },
  { "window.close", { "<Control>w" } },
};

/* A window that shows @file; NULL when there is none. */
static WmdWindow *
find_window (WmdApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WMD_IS_WINDOW (l->data) && wmd_window_shows_file (l->data, file))
      return l->data;
  return NULL;
}

static WmdWindow *
get_free_window (WmdApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WMD_IS_WINDOW (l->data) && wmd_window_is_free (l->data))
      return l->data;
  return wmd_window_new (GTK_APPLICATION (self), self->reference);
}

static void
wmd_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_free_window (WMD_APPLICATION (application))));
}

static void
wmd_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  WmdApplication *self = WMD_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      WmdWindow *window = find_window (self, files[i]);

      if (window == NULL)
        {
          window = get_free_window (self);
          wmd_window_load (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each asks about its own changes; the application ends with the last. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  wmd_dialogs_show_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
wmd_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "about", .activate = about_cb },
  };
  WmdApplication *self = WMD_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (wmd_application_parent_class)->startup (application);
  self->reference = wmd_reference_new (&error);
  if (self->reference == NULL)
    g_error ("The reference data cannot be used: %s", error->message);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static int
wmd_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("%s %s\n", g_get_prgname (), PACKAGE_VERSION);
  return 0;
}

static void
wmd_application_finalize (GObject *object)
{
  g_clear_pointer (&WMD_APPLICATION (object)->reference, wmd_reference_unref);
  G_OBJECT_CLASS (wmd_application_parent_class)->finalize (object);
}

static void
wmd_application_class_init (WmdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_application_finalize;
  application_class->activate = wmd_application_activate;
  application_class->open = wmd_application_open;
  application_class->startup = wmd_application_startup;
  application_class->handle_local_options = wmd_application_handle_local_options;
}

static void
wmd_application_init (WmdApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

WmdApplication *
wmd_application_new (void)
{
  return g_object_new (WMD_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/unoda/WmdReport", NULL);
}
