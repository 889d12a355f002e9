/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Its lists are read each time the page is shown: recent files come from the desktop, recovery copies from the store.
 */

#include "config.h"

#include "ui/start-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/recovery.h"
#include "store/store.h"
#include "ui/window.h"

#define MAX_RECENT 8

struct _WmdStartPage
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) of both groups, to be taken away when they are read again */

  AdwPreferencesGroup *recovered;
  AdwPreferencesGroup *recent;
};

G_DEFINE_FINAL_TYPE (WmdStartPage, wmd_start_page, GTK_TYPE_WIDGET)

static void refresh (WmdStartPage *self);

static WmdWindow *
get_window (WmdStartPage *self)
{
  return WMD_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
add_row (WmdStartPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (WmdStartPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
      gtk_widget_set_visible (group, FALSE);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* --- recent reports --- */

static void
recent_cb (WmdStartPage *self, GtkWidget *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s", g_object_get_data (G_OBJECT (row), "uri"));
}

static GtkWidget *
build_recent_row (WmdStartPage *self, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *folder = gtk_recent_info_get_uri_display (info);
  g_autofree char *escaped = NULL;

  if (folder != NULL)
    {
      g_autofree char *parent = g_path_get_dirname (folder);

      escaped = g_markup_escape_text (parent, -1);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (recent_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
add_recent (WmdStartPage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  items = g_list_sort (items, compare_recent);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), WMD_STORE_MIME_TYPE) != 0 ||
          !gtk_recent_info_exists (l->data))
        continue;
      add_row (self, self->recent, build_recent_row (self, l->data));
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* --- work to recover --- */

static const WmdRecoveryCopy *
get_copy (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW)), "copy");
}

static void
recover_cb (WmdStartPage *self, GtkWidget *button)
{
  wmd_window_recover (get_window (self), get_copy (button));
}

static void
discard_cb (WmdStartPage *self, GtkWidget *button)
{
  const WmdRecoveryCopy *copy = get_copy (button);
  g_autoptr (GError) error = NULL;

  if (!wmd_recovery_remove (NULL, copy->report_id, copy->origin, &error))
    wmd_window_show_toast (get_window (self), error->message);
  refresh (self);
}

static void
add_button (WmdStartPage *self, GtkWidget *row, const char *label, GCallback callback, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_recovered (WmdStartPage *self)
{
  g_autoptr (GPtrArray) copies = wmd_recovery_list (NULL);

  while (copies->len > 0)
    {
      WmdRecoveryCopy *copy = g_ptr_array_steal_index (copies, 0);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name =
          copy->origin != NULL ? g_file_get_basename (copy->origin) : g_strdup (_ ("Report That Was Never Saved"));
      g_autofree char *when = g_date_time_format (copy->when, "%x %R");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
      g_object_set_data_full (G_OBJECT (row), "copy", copy, (GDestroyNotify) wmd_recovery_copy_free);
      add_button (self, row, _ ("_Discard"), G_CALLBACK (discard_cb), "flat");
      add_button (self, row, _ ("_Recover"), G_CALLBACK (recover_cb), "suggested-action");
      add_row (self, self->recovered, row);
    }
}

static void
refresh (WmdStartPage *self)
{
  clear_rows (self);
  add_recovered (self);
  add_recent (self);
}

static void
wmd_start_page_map (GtkWidget *widget)
{
  refresh (WMD_START_PAGE (widget));
  GTK_WIDGET_CLASS (wmd_start_page_parent_class)->map (widget);
}

static void
wmd_start_page_dispose (GObject *object)
{
  WmdStartPage *self = WMD_START_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (wmd_start_page_parent_class)->dispose (object);
}

static void
wmd_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (WMD_START_PAGE (object)->rows);
  G_OBJECT_CLASS (wmd_start_page_parent_class)->finalize (object);
}

static void
wmd_start_page_class_init (WmdStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_start_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = wmd_start_page_finalize;
  widget_class->map = wmd_start_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdStartPage, recovered);
  gtk_widget_class_bind_template_child (widget_class, WmdStartPage, recent);
}

static void
wmd_start_page_init (WmdStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
