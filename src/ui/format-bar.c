/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows what holds at the cursor and changes it. The buttons never take the keyboard from the text. */

#include "config.h"

#include "ui/format-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/names.h"

struct _WmdFormatBar
{
  GtkWidget parent_instance;

  WmdBodyView *view;
  gboolean updating; /* the controls are being set from the text */

  GtkWidget *box;
  GtkDropDown *kind;
  GtkToggleButton *strong;
  GtkToggleButton *emphasis;
  GtkToggleButton *superscript;
  GtkMenuButton *link;
  GtkEditable *link_address;
  GtkMenuButton *note;
  GtkTextBuffer *note_text;
  GtkMenuButton *field;
};

G_DEFINE_FINAL_TYPE (WmdFormatBar, wmd_format_bar, GTK_TYPE_WIDGET)

/* Fields that are offered; the names are those of the native format. */
static const char *const fields[] = {
  "resolution",
  "session",
  "note-verbale",
  "letters",
  "deadline",
  "cut-off",
  "governments",
  "organizations",
  "website",
  "eu-resolution",
  "section-governments",
  "section-european-union",
  "section-organizations",
};

static WmdBlockBuffer *
get_buffer (WmdFormatBar *self)
{
  return wmd_body_view_get_buffer (self->view);
}

static void
update (WmdFormatBar *self)
{
  const struct
  {
    GtkToggleButton *button;
    WmdSpanKind span;
  } toggles[] = {
    { self->strong, WMD_SPAN_STRONG },
    { self->emphasis, WMD_SPAN_EMPHASIS },
    { self->superscript, WMD_SPAN_SUPERSCRIPT },
  };
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  if (self->view == NULL)
    return;
  buffer = GTK_TEXT_BUFFER (get_buffer (self));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kind,
                              wmd_block_buffer_get_kind (get_buffer (self), gtk_text_iter_get_line (&iter)));
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    gtk_toggle_button_set_active (toggles[i].button,
                                  wmd_block_buffer_get_span_active (get_buffer (self), toggles[i].span));
  self->updating = FALSE;
}

/* The keyboard goes back to the text after each use. */
static void
done (WmdFormatBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  update (self);
}

static void
kind_cb (WmdFormatBar *self)
{
  if (self->updating || self->view == NULL || gtk_drop_down_get_selected (self->kind) >= WMD_N_BLOCK_KINDS)
    return;
  wmd_block_buffer_set_kind (get_buffer (self), gtk_drop_down_get_selected (self->kind));
  done (self);
}

static void
toggle (WmdFormatBar *self, WmdSpanKind span)
{
  if (self->updating || self->view == NULL)
    return;
  wmd_block_buffer_toggle_span (get_buffer (self), span);
  done (self);
}

static void
strong_cb (WmdFormatBar *self)
{
  toggle (self, WMD_SPAN_STRONG);
}

static void
emphasis_cb (WmdFormatBar *self)
{
  toggle (self, WMD_SPAN_EMPHASIS);
}

static void
superscript_cb (WmdFormatBar *self)
{
  toggle (self, WMD_SPAN_SUPERSCRIPT);
}

static void
link_shown_cb (WmdFormatBar *self)
{
  const char *address = self->view != NULL ? wmd_block_buffer_get_link (get_buffer (self)) : NULL;

  gtk_editable_set_text (self->link_address, address != NULL ? address : "");
}

static void
set_link (WmdFormatBar *self, const char *address)
{
  gtk_menu_button_popdown (self->link);
  if (self->view == NULL)
    return;
  wmd_block_buffer_set_link (get_buffer (self), address);
  done (self);
}

static void
link_apply_cb (WmdFormatBar *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->link_address)));

  set_link (self, address);
}

static void
link_remove_cb (WmdFormatBar *self)
{
  set_link (self, NULL);
}

static void
note_shown_cb (WmdFormatBar *self)
{
  g_autofree char *text = self->view != NULL ? wmd_block_buffer_dup_note (get_buffer (self)) : NULL;

  gtk_text_buffer_set_text (self->note_text, text != NULL ? text : "", -1);
}

static void
note_done_cb (WmdFormatBar *self)
{
  gtk_menu_button_popdown (self->note);
}

static void
note_closed_cb (WmdFormatBar *self)
{
  g_autofree char *text = NULL;

  if (self->view == NULL)
    return;
  g_object_get (self->note_text, "text", &text, NULL);
  wmd_block_buffer_set_note (get_buffer (self), g_strstrip (text));
  done (self);
}

static void
insert_field (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdFormatBar *self = WMD_FORMAT_BAR (widget);

  if (self->view == NULL)
    return;
  wmd_block_buffer_insert_field (get_buffer (self), g_variant_get_string (parameter, NULL));
  done (self);
}

static GMenuModel *
build_field_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (wmd_name_of_field (fields[i]), NULL);

      g_menu_item_set_action_and_target (item, "format.field", "s", fields[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
wmd_format_bar_dispose (GObject *object)
{
  WmdFormatBar *self = WMD_FORMAT_BAR (object);

  wmd_format_bar_set_view (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (wmd_format_bar_parent_class)->dispose (object);
}

static void
wmd_format_bar_class_init (WmdFormatBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_format_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_install_action (widget_class, "format.field", "s", insert_field);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/format-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, box);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, kind);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, strong);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, emphasis);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, superscript);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, link);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, link_address);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, note);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, note_text);
  gtk_widget_class_bind_template_child (widget_class, WmdFormatBar, field);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, strong_cb);
  gtk_widget_class_bind_template_callback (widget_class, emphasis_cb);
  gtk_widget_class_bind_template_callback (widget_class, superscript_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_closed_cb);
}

static void
wmd_format_bar_init (WmdFormatBar *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GMenuModel) menu = build_field_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  for (guint i = 0; i < WMD_N_BLOCK_KINDS; i++)
    gtk_string_list_append (kinds, wmd_name_of_block_kind (i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_menu_button_set_menu_model (self->field, menu);
  self->updating = FALSE;
}

void
wmd_format_bar_set_view (WmdFormatBar *self, WmdBodyView *view)
{
  g_return_if_fail (WMD_IS_FORMAT_BAR (self));
  g_return_if_fail (view == NULL || WMD_IS_BODY_VIEW (view));

  if (self->view == view)
    return;
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (get_buffer (self), self);
  g_set_object (&self->view, view);
  gtk_widget_set_sensitive (GTK_WIDGET (self), view != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), view != NULL && !wmd_block_buffer_get_single (get_buffer (self)));
  if (view == NULL)
    return;
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::has-selection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}
