/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds the panes together and gives them the session. Knows of the report only what its title and its buttons say. */

#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/draft-view.h"
#include "ui/preview-pane.h"
#include "ui/settings.h"
#include "ui/status-view.h"
#include "ui/translate-view.h"

/* Pixels. */
#define OUTLINE_WIDTH 280
#define SIDE_WIDTH 340

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmdWindow, wmd_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (WmdWindow *self)
{
  const char *title = self->session != NULL ? wmd_session_get_title (self->session) : "WMD Report";
  const char *subtitle = self->session != NULL ? wmd_session_get_subtitle (self->session) : NULL;
  const gboolean modified = self->session != NULL && wmd_history_get_modified (wmd_session_get_history (self->session));
  g_autofree char *full = NULL;

  if (subtitle != NULL)
    full = g_strdup_printf ("%s%s — %s", modified ? "• " : "", title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), full != NULL ? full : title);
  g_object_set (self->title, "title", title, "subtitle", subtitle, NULL);
}

static void
update_findings (WmdWindow *self)
{
  WmdFindingList *findings = wmd_session_get_findings (self->session);
  guint n = wmd_finding_list_get_n_open (findings), n_errors;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);

  g_object_get (findings, "n-errors", &n_errors, NULL);
  gtk_label_set_label (self->findings_count, count);
  gtk_image_set_from_icon_name (self->findings_icon, n == 0         ? "emblem-ok-symbolic"
                                                     : n_errors > 0 ? "dialog-error-symbolic"
                                                                    : "dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->show_side), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_side), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_history (WmdWindow *self)
{
  wmd_window_update_actions (self);
  update_title (self);
}

static void
read_only_cb (WmdWindow *self)
{
  wmd_window_show_banner (self, wmd_session_get_read_only_reason (self->session), NULL, NULL);
  wmd_window_update_actions (self);
}

/* The outline belongs to the views that show one part; the pane beside it to the one where text is written. */
static void
view_changed_cb (WmdWindow *self)
{
  g_autofree char *name = NULL;
  gboolean parts;

  g_object_get (self->views, "visible-child-name", &name, NULL);
  parts = g_strcmp0 (name, "draft") == 0 || g_strcmp0 (name, "translate") == 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->show_outline), parts);
  gtk_widget_set_sensitive (GTK_WIDGET (self->show_side), parts);
  gtk_widget_set_visible (GTK_WIDGET (self->find_bar), parts);
  g_object_set (self->outline_flap, "reveal-flap", parts && gtk_toggle_button_get_active (self->show_outline), NULL);
  g_object_set (self->side_flap, "reveal-flap", parts && gtk_toggle_button_get_active (self->show_side), NULL);
}

/* A folded pane is closed by a click beside it: the button follows. */
static void
flap_cb (WmdWindow *self, GParamSpec *pspec, GObject *flap)
{
  GtkToggleButton *button = flap == G_OBJECT (self->outline_flap) ? self->show_outline : self->show_side;
  gboolean revealed;

  g_object_get (flap, "reveal-flap", &revealed, NULL);
  if (gtk_widget_get_sensitive (GTK_WIDGET (button)))
    gtk_toggle_button_set_active (button, revealed);
}

/* A pane that no longer fits goes; it comes back when it is asked for, or when there is room again. */
static void
folded_cb (WmdWindow *self, GParamSpec *pspec, GObject *flap)
{
  gboolean folded;

  g_object_get (flap, "folded", &folded, NULL);
  if (folded)
    g_object_set (flap, "reveal-flap", FALSE, NULL);
  else
    gtk_toggle_button_set_active (flap == G_OBJECT (self->outline_flap) ? self->show_outline : self->show_side, TRUE);
  view_changed_cb (self);
}

/* From the table of the status view to the text, from an edition to its translation. */
static void
part_activated_cb (WmdWindow *self, int language)
{
  if (language != WMD_LANGUAGE_NONE)
    wmd_session_set_language (self->session, language);
  g_object_set (self->views, "visible-child-name", language == WMD_LANGUAGE_NONE ? "draft" : "translate", NULL);
}

/* From the words on a page to the words in the text. */
static void
words_activated_cb (WmdWindow *self)
{
  g_object_set (self->views, "visible-child-name", "draft", NULL);
}

static void
connect_session (WmdWindow *self)
{
  WmdSession *session = self->session;
  WmdHistory *history = wmd_session_get_history (session);
  const struct
  {
    gpointer object;
    const char *signal;
    GCallback callback;
  } signals[] = {
    { session, "message", G_CALLBACK (wmd_window_show_toast) },
    { session, "notify::title", G_CALLBACK (update_title) },
    { session, "notify::subtitle", G_CALLBACK (update_title) },
    { session, "notify::file", G_CALLBACK (wmd_window_watch_file) },
    { session, "notify::part", G_CALLBACK (wmd_window_update_actions) },
    { session, "notify::read-only", G_CALLBACK (read_only_cb) },
    { history, "notify", G_CALLBACK (update_history) },
    { wmd_session_get_findings (session), "changed", G_CALLBACK (update_findings) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (signals[i].object, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
}

static void
disconnect_session (WmdWindow *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (wmd_session_get_history (self->session), self);
  g_signal_handlers_disconnect_by_data (wmd_session_get_findings (self->session), self);
}

/* Files that were let go of: replies, translations, reports. */
static gboolean
take_files (WmdWindow *self, const GValue *value, gboolean on_outline)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (GSList) files = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *l = files; l != NULL; l = l->next)
    {
      GFile *file = l->data;

      if (wmd_window_takes_reply (self, file, on_outline))
        g_ptr_array_add (replies, file);
      else if (wmd_window_takes_translation (self, file))
        wmd_window_import_edition (self, file);
      else
        g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
    }
  if (replies->len > 0)
    wmd_window_add_replies (self, replies);
  return files != NULL;
}

static gboolean
drop_cb (WmdWindow *self, const GValue *value)
{
  return take_files (self, value, FALSE);
}

static gboolean
outline_drop_cb (WmdWindow *self, const GValue *value)
{
  return take_files (self, value, TRUE);
}

static void
add_drop_target (WmdWindow *self, GtkWidget *widget, GCallback drop_func)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "drop", drop_func, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}

/* --- the window's size --- */

static void
load_settings (WmdWindow *self)
{
  int width, height;

  /* Where no settings are installed. */
  wmd_pane_handle_set_width (self->outline_handle, OUTLINE_WIDTH);
  wmd_pane_handle_set_width (self->side_handle, SIDE_WIDTH);
  self->settings = wmd_settings_new ();
  if (self->settings == NULL)
    return;
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "show-inspector", self->show_side, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "outline-width", self->outline_handle, "width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "inspector-width", self->side_handle, "width", G_SETTINGS_BIND_DEFAULT);
}

static void
save_settings (WmdWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
wmd_window_close_request (GtkWindow *window)
{
  WmdWindow *self = WMD_WINDOW (window);

  save_settings (self);
  if (!wmd_window_may_close (self))
    return TRUE;
  return GTK_WINDOW_CLASS (wmd_window_parent_class)->close_request (window);
}

static void
wmd_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, WMD_WINDOW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_window_dispose (GObject *object)
{
  WmdWindow *self = WMD_WINDOW (object);

  wmd_window_close_rules (self);
  wmd_window_forget_adding (self);
  if (self->session != NULL)
    {
      disconnect_session (self);
      g_clear_object (&self->session);
      wmd_pane_release_below (GTK_WIDGET (self));
    }
  g_clear_object (&self->loading);
  g_clear_object (&self->saving);
  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->reference, wmd_reference_unref);
  G_OBJECT_CLASS (wmd_window_parent_class)->dispose (object);
}

static void
wmd_window_class_init (WmdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wmd_window_dispose;
  object_class->get_property = wmd_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = wmd_window_close_request;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, WMD_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WMD_TYPE_DRAFT_VIEW);
  g_type_ensure (WMD_TYPE_FIND_BAR);
  g_type_ensure (WMD_TYPE_FINDINGS_PANE);
  g_type_ensure (WMD_TYPE_OUTLINE);
  g_type_ensure (WMD_TYPE_PAGES_VIEW);
  g_type_ensure (WMD_TYPE_PANE_HANDLE);
  g_type_ensure (WMD_TYPE_PREVIEW_PANE);
  g_type_ensure (WMD_TYPE_START_PAGE);
  g_type_ensure (WMD_TYPE_STATUS_VIEW);
  g_type_ensure (WMD_TYPE_TRANSLATE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, start);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, views);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, side_flap);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, outline_handle);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, side_handle);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, show_outline);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, show_side);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, pages_view);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, findings_icon);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, findings_count);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, WmdWindow, banner_button);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_activated_cb);
  wmd_window_install_actions (widget_class);
}

static void
wmd_window_init (WmdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (self, GTK_WIDGET (self), G_CALLBACK (drop_cb));
  add_drop_target (self, GTK_WIDGET (self->outline), G_CALLBACK (outline_drop_cb));
  load_settings (self);
  wmd_window_update_actions (self);
}

WmdWindow *
wmd_window_new (GtkApplication *application, WmdReference *reference)
{
  WmdWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  self = g_object_new (WMD_TYPE_WINDOW, "application", application, NULL);
  self->reference = wmd_reference_ref (reference);
  return self;
}

WmdSession *
wmd_window_get_session (WmdWindow *self)
{
  g_return_val_if_fail (WMD_IS_WINDOW (self), NULL);

  return self->session;
}

void
wmd_window_set_session (WmdWindow *self, WmdSession *session)
{
  g_return_if_fail (WMD_IS_WINDOW (self));
  g_return_if_fail (session == NULL || WMD_IS_SESSION (session));

  if (self->session != NULL)
    disconnect_session (self);
  wmd_window_close_rules (self);
  g_set_object (&self->session, session);
  wmd_window_show_banner (self, NULL, NULL, NULL);
  if (session != NULL)
    {
      connect_session (self);
      update_findings (self);
      read_only_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  gtk_stack_set_visible_child_name (self->pages, session != NULL ? "report" : "start");
  if (session != NULL)
    wmd_outline_start_list (self->outline);
  wmd_window_watch_file (self);
  update_history (self);
}

gboolean
wmd_window_is_free (WmdWindow *self)
{
  g_return_val_if_fail (WMD_IS_WINDOW (self), FALSE);

  return self->session == NULL && self->loading == NULL;
}

gboolean
wmd_window_shows_file (WmdWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (WMD_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  own = self->session != NULL ? wmd_session_get_file (self->session) : NULL;
  return own != NULL && g_file_equal (own, file);
}

void
wmd_window_show_toast (WmdWindow *self, const char *sentence)
{
  g_return_if_fail (WMD_IS_WINDOW (self));
  g_return_if_fail (sentence != NULL);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

void
wmd_window_show_banner (WmdWindow *self, const char *text, const char *label, const char *action)
{
  if (text != NULL)
    gtk_label_set_label (self->banner_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->banner_button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->banner_button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), action);
    }
  gtk_revealer_set_reveal_child (self->banner, text != NULL);
}
