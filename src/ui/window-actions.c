/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's actions: one table, with what each needs to be usable. */

#include "config.h"

#include "ui/letters-window.h"
#include "ui/window-private.h"

typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_REPORT = 1 << 0,
  NEEDS_WRITABLE = 1 << 1,
  NEEDS_REPLY = 1 << 2,
  NEEDS_UNDO = 1 << 3,
  NEEDS_REDO = 1 << 4,
  NEEDS_UNSAVED = 1 << 5, /* something that is not in a file yet */
} Needs;

static void
new_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_new_report (self);
}

static void
open_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_choose_file (self, FALSE);
}

static void
import_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_choose_file (self, TRUE);
}

static void
roll_forward_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_choose_last_report (self);
}

static void
roll_forward_from_cb (WmdWindow *self, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  wmd_window_roll_forward (self, file);
}

static void
import_edition_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_choose_edition (self);
}

static void
import_edition_from_cb (WmdWindow *self, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  wmd_window_import_edition (self, file);
}

static void
open_path_cb (WmdWindow *self, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));
  GFile *files[] = { file };

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, 1, "");
}

static void
save_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_save (self);
}

static void
save_as_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_save_as (self);
}

static void
save_to_cb (WmdWindow *self, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  wmd_window_save_to (self, file);
}

static void
reload_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_reload (self);
}

static void
cancel_loading_cb (WmdWindow *self, GVariant *parameter)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
}

static void
undo_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_session_undo (self->session);
}

static void
redo_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_session_redo (self->session);
}

static void
add_reply_cb (WmdWindow *self, GVariant *parameter)
{
  g_object_set (self->views, "visible-child-name", "draft", NULL);
  wmd_session_add_reply (self->session);
}

static void
add_replies_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_choose_replies (self);
}

static void
add_replies_from_cb (WmdWindow *self, GVariant *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (paths[i]));
  wmd_window_add_replies (self, files);
}

static void
cancel_adding_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_cancel_adding (self);
}

static void
remove_reply_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_session_remove_reply (self->session);
}

static void
step_part_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_session_step_part (self->session, g_variant_get_int32 (parameter));
}

static void
step_finding_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_findings_pane_step (self->findings, g_variant_get_int32 (parameter));
}

static void
fix_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_findings_pane_fix (self->findings);
}

static void
view_cb (WmdWindow *self, GVariant *parameter)
{
  GtkWidget *shown;

  g_object_set (self->views, "visible-child-name", g_variant_get_string (parameter, NULL), NULL);
  g_object_get (self->views, "visible-child", &shown, NULL);
  /* The keys of a view work while the keyboard is in it. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL ||
      !gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self)), shown))
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  g_object_unref (shown);
}

static void
search_cb (WmdWindow *self, GVariant *parameter)
{
  gtk_toggle_button_set_active (self->show_outline, TRUE);
  wmd_outline_start_search (self->outline);
}

/* The texts are in two of the views. */
static void
start_find (WmdWindow *self, gboolean replace)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->find_bar)))
    g_object_set (self->views, "visible-child-name", "draft", NULL);
  wmd_find_bar_start (self->find_bar, replace);
}

static void
find_cb (WmdWindow *self, GVariant *parameter)
{
  start_find (self, FALSE);
}

static void
replace_cb (WmdWindow *self, GVariant *parameter)
{
  start_find (self, TRUE);
}

static void
step_match_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_find_bar_step (self->find_bar, g_variant_get_int32 (parameter) > 0);
}

static void
panes_cb (WmdWindow *self, GVariant *parameter)
{
  gtk_toggle_button_set_active (self->show_side, !gtk_toggle_button_get_active (self->show_side));
}

static void
fullscreen_cb (WmdWindow *self, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
hide_banner_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_show_banner (self, NULL, NULL, NULL);
}

static void
import_translation_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_choose_translation (self);
}

static void
export_translation_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_export_translation (self, g_variant_get_string (parameter, NULL));
}

static void
export_translation_to_cb (WmdWindow *self, GVariant *parameter)
{
  const char *code, *path;

  g_variant_get (parameter, "(&s&s)", &code, &path);
  wmd_window_export_translation_to (self, code, path);
}

static void
export_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_export (self);
}

static void
export_to_cb (WmdWindow *self, GVariant *parameter)
{
  const char *code, *path;

  g_variant_get (parameter, "(&s&s)", &code, &path);
  wmd_window_export_to (self, code, path);
}

static void
open_exported_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_open_exported (self, g_variant_get_string (parameter, NULL));
}

static void
help_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_help (self);
}

static void
show_rule_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_show_rule (self, g_variant_get_string (parameter, NULL));
}

static void
letters_cb (WmdWindow *self, GVariant *parameter)
{
  GtkWidget *letters =
      wmd_letters_window_new (GTK_WINDOW (self), self->session, g_variant_get_string (parameter, NULL));

  gtk_window_present (GTK_WINDOW (letters));
}

static void
print_cb (WmdWindow *self, GVariant *parameter)
{
  wmd_window_print (self);
}

static const struct
{
  const char *name;
  const char *type; /* of the parameter; NULL for none */
  void (*activate) (WmdWindow *self, GVariant *parameter);
  Needs needs;
} actions[] = {
  { "win.new", NULL, new_cb, NEEDS_NOTHING },
  { "win.open", NULL, open_cb, NEEDS_NOTHING },
  { "win.import", NULL, import_cb, NEEDS_NOTHING },
  { "win.roll-forward", NULL, roll_forward_cb, NEEDS_NOTHING },
  { "win.roll-forward-from", "s", roll_forward_from_cb, NEEDS_NOTHING },
  { "win.import-edition", NULL, import_edition_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.import-edition-from", "s", import_edition_from_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.import-translation", NULL, import_translation_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.open-path", "s", open_path_cb, NEEDS_NOTHING },
  { "win.cancel-loading", NULL, cancel_loading_cb, NEEDS_NOTHING },
  { "win.save", NULL, save_cb, NEEDS_REPORT | NEEDS_WRITABLE | NEEDS_UNSAVED },
  { "win.save-as", NULL, save_as_cb, NEEDS_REPORT },
  { "win.save-to", "s", save_to_cb, NEEDS_REPORT },
  { "win.reload", NULL, reload_cb, NEEDS_REPORT },
  { "win.hide-banner", NULL, hide_banner_cb, NEEDS_NOTHING },
  { "win.export", NULL, export_cb, NEEDS_REPORT },
  { "win.export-to", "(ss)", export_to_cb, NEEDS_REPORT },
  { "win.export-translation", "s", export_translation_cb, NEEDS_REPORT },
  { "win.export-translation-to", "(ss)", export_translation_to_cb, NEEDS_REPORT },
  { "win.open-exported", "s", open_exported_cb, NEEDS_NOTHING },
  { "win.letters", "s", letters_cb, NEEDS_REPORT },
  { "win.print", NULL, print_cb, NEEDS_REPORT },
  { "win.undo", NULL, undo_cb, NEEDS_REPORT | NEEDS_UNDO },
  { "win.redo", NULL, redo_cb, NEEDS_REPORT | NEEDS_REDO },
  { "win.add-reply", NULL, add_reply_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.add-replies", NULL, add_replies_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.add-replies-from", "as", add_replies_from_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.cancel-adding", NULL, cancel_adding_cb, NEEDS_NOTHING },
  { "win.remove-reply", NULL, remove_reply_cb, NEEDS_REPORT | NEEDS_WRITABLE | NEEDS_REPLY },
  { "win.step-part", "i", step_part_cb, NEEDS_REPORT },
  { "win.step-finding", "i", step_finding_cb, NEEDS_REPORT },
  { "win.fix", NULL, fix_cb, NEEDS_REPORT | NEEDS_WRITABLE },
  { "win.view", "s", view_cb, NEEDS_REPORT },
  { "win.search", NULL, search_cb, NEEDS_REPORT },
  { "win.find", NULL, find_cb, NEEDS_REPORT },
  { "win.replace", NULL, replace_cb, NEEDS_REPORT },
  { "win.step-match", "i", step_match_cb, NEEDS_REPORT },
  { "win.toggle-panes", NULL, panes_cb, NEEDS_REPORT },
  { "win.help", NULL, help_cb, NEEDS_NOTHING },
  { "win.show-rule", "s", show_rule_cb, NEEDS_NOTHING },
  { "win.fullscreen", NULL, fullscreen_cb, NEEDS_NOTHING },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (WMD_WINDOW (widget), parameter);
}

void
wmd_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, activate_cb);
}

static Needs
get_available (WmdWindow *self)
{
  WmdHistory *history;
  WmdPart *part;
  Needs available = NEEDS_NOTHING;

  if (self->session == NULL)
    return available;
  history = wmd_session_get_history (self->session);
  part = wmd_session_get_part (self->session);
  available |= NEEDS_REPORT;
  if (!wmd_session_get_read_only (self->session))
    available |= NEEDS_WRITABLE;
  if (part != NULL && wmd_body_get_kind (wmd_part_get_body (part)) == WMD_PART_REPLY)
    available |= NEEDS_REPLY;
  if (wmd_history_get_modified (history) || wmd_session_get_file (self->session) == NULL)
    available |= NEEDS_UNSAVED;
  if (wmd_history_get_can_undo (history))
    available |= NEEDS_UNDO;
  if (wmd_history_get_can_redo (history))
    available |= NEEDS_REDO;
  return available;
}

void
wmd_window_update_actions (WmdWindow *self)
{
  const Needs available = get_available (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, (actions[i].needs & ~available) == 0);
}
