/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What only the current row has: the editor of its text and the menu of its progress. */

#include "config.h"

#include "ui/unit-row-private.h"

#include <glib/gi18n-lib.h>

#include "model/unit-edits.h"
#include "ui/names.h"
#include "ui/scrolling.h"

static void
edited_cb (WmdUnitRow *self)
{
  WmdBlockBuffer *buffer = wmd_body_view_get_buffer (self->view);
  g_autoptr (GPtrArray) blocks = wmd_block_buffer_dup_blocks (buffer, wmd_unit_row_get_body (self));
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (WmdBody) body = NULL;

  content = blocks->len > 0 ? wmd_inline_ref (wmd_block_get_content (g_ptr_array_index (blocks, 0)))
                            : wmd_inline_new_text ("");
  body = wmd_unit_write (wmd_unit_row_get_body (self), self->target, self->source, self->id, content);
  if (!wmd_block_buffer_get_contiguous (buffer))
    wmd_history_break (wmd_session_get_history (self->session));
  wmd_unit_row_replace (self, body, _ ("Translation"), "unit");
}

static void
progress_cb (WmdUnitRow *self)
{
  g_autoptr (WmdBody) body = NULL;
  const guint selected = gtk_drop_down_get_selected (self->progress);

  if (self->updating || self->part == NULL || selected >= WMD_N_PROGRESS)
    return;
  body = wmd_unit_set_progress (wmd_unit_row_get_body (self), self->target, self->id, selected);
  wmd_unit_row_replace (self, body, _ ("Change of Progress"), NULL);
}

static void
cursor_cb (WmdUnitRow *self)
{
  if (!self->updating)
    wmd_scroll_to_cursor (GTK_TEXT_VIEW (self->view));
}

static void
add_progress (WmdUnitRow *self)
{
  const char *names[WMD_N_PROGRESS + 1] = { NULL };

  for (guint i = 0; i < WMD_N_PROGRESS; i++)
    names[i] = wmd_name_of_progress (i);
  self->progress = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), _ ("Progress"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"), -1);
  g_signal_connect_object (self->progress, "notify::selected", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->controls, GTK_WIDGET (self->progress));
}

void
wmd_unit_row_open_editor (WmdUnitRow *self)
{
  WmdBlockBuffer *buffer;
  g_autofree char *label = NULL;

  self->view = WMD_BODY_VIEW (wmd_body_view_new ());
  buffer = wmd_body_view_get_buffer (self->view);
  wmd_body_view_set_language (self->view, wmd_session_get_reference (self->session), self->target);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !wmd_session_get_read_only (self->session));
  gtk_box_append (self->target_box, GTK_WIDGET (self->view));
  /* Translators: %s is a language. */
  label = g_strdup_printf (_ ("Text in %s"), wmd_name_of_language_in_a_sentence (self->target));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_progress (self);
  wmd_unit_row_show (self);
  g_signal_connect_object (buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self, G_CONNECT_SWAPPED);
}

void
wmd_unit_row_close_editor (WmdUnitRow *self)
{
  WmdBodyView *view = g_steal_pointer (&self->view);

  g_signal_handlers_disconnect_by_data (wmd_body_view_get_buffer (view), self);
  gtk_box_remove (self->target_box, GTK_WIDGET (view));
  g_signal_handlers_disconnect_by_func (self->progress, progress_cb, self);
  gtk_box_remove (self->controls, GTK_WIDGET (g_steal_pointer (&self->progress)));
}
