/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows are made anew only when the paragraphs of the source are others than before (another part, a paragraph more);
 * any other change updates them in place. A long reply has hundreds: those that are seen at first are made at once, the
 * others while nothing else is to be done, or when one is asked for.
 */

#include "config.h"

#include "ui/desk.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "model/unit-edits.h"
#include "ui/scrolling.h"

struct _WmdDesk
{
  WmdPane parent_instance;

  WmdPart *part; /* NULL */
  WmdLanguage source;
  WmdLanguage target;
  GPtrArray *ids;      /* (element-type utf8) of the rows that there should be */
  GPtrArray *rows;     /* (element-type WmdUnitRow) the first of them, owned by the list */
  guint idle;          /* makes the others */
  WmdUnitRow *current; /* NULL */

  GtkListBox *list;
};

static guint current_changed_signal;

G_DEFINE_FINAL_TYPE (WmdDesk, wmd_desk, WMD_TYPE_PANE)

/* Rows that are made at once; and for how long others are made between two frames, in microseconds. */
#define FIRST 4
#define TIME 4000

gboolean
wmd_desk_is_needed (const WmdBody *body, WmdLanguage language)
{
  WmdVariant *variant;
  WmdLanguage source;

  g_return_val_if_fail (body != NULL, FALSE);

  if (language == WMD_LANGUAGE_NONE || language == wmd_body_get_original (body))
    return FALSE;
  source = wmd_unit_choose_source (body, language);
  if (source == WMD_LANGUAGE_NONE)
    return FALSE;
  /* A text that was entered or imported by itself: none of its paragraphs remembers a source. */
  variant = wmd_body_get_variant (body, language);
  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);

      if (wmd_block_get_source (block) != NULL || wmd_translation_lookup_source (body, block) != NULL)
        return TRUE;
    }
  return variant == NULL;
}

/* --- rows --- */

/* Ids of the rows there should be: those of the source, then units whose source is gone. (transfer full) */
static GPtrArray *
list_ids (WmdDesk *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const WmdBody *body = wmd_part_get_body (self->part);
  WmdVariant *source = wmd_body_get_variant (body, self->source);
  WmdVariant *target = wmd_body_get_variant (body, self->target);

  for (guint i = 0; i < wmd_variant_get_n_blocks (source); i++)
    g_ptr_array_add (ids, g_strdup (wmd_block_get_id (wmd_variant_get_block (source, i))));
  for (guint i = 0; target != NULL && i < wmd_variant_get_n_blocks (target); i++)
    {
      const char *id = wmd_block_get_id (wmd_variant_get_block (target, i));

      if (wmd_variant_lookup_block (source, id, NULL) == NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }
  return ids;
}

static gboolean
shows_ids (WmdDesk *self, const GPtrArray *ids)
{
  if (ids->len != self->ids->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->ids, i), g_ptr_array_index (ids, i)))
      return FALSE;
  return TRUE;
}

static void
set_current (WmdDesk *self, WmdUnitRow *row)
{
  if (self->current == row)
    return;
  if (self->current != NULL)
    wmd_unit_row_set_current (self->current, FALSE);
  self->current = row;
  if (row != NULL)
    {
      wmd_unit_row_set_current (row, TRUE);
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
      wmd_session_set_block (wmd_pane_get_session (WMD_PANE (self)), wmd_unit_row_get_id (row));
      wmd_scroll_to_widget (GTK_WIDGET (row));
    }
  g_signal_emit (self, current_changed_signal, 0);
}

static void
clear_rows (WmdDesk *self)
{
  set_current (self, NULL);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* The row of that number, made now when it is not there yet. */
static WmdUnitRow *
get_row (WmdDesk *self, guint index)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));

  for (guint i = self->rows->len; i <= index; i++)
    {
      GtkWidget *row =
          wmd_unit_row_new (session, self->part, self->source, self->target, g_ptr_array_index (self->ids, i), i + 1);

      wmd_unit_row_set_narrow (WMD_UNIT_ROW (row), wmd_pane_get_narrow (WMD_PANE (self)));
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
  return g_ptr_array_index (self->rows, index);
}

static gboolean
idle_cb (gpointer data)
{
  WmdDesk *self = data;
  const gint64 end = g_get_monotonic_time () + TIME;

  while (self->rows->len < self->ids->len && g_get_monotonic_time () < end)
    get_row (self, self->rows->len);
  if (self->rows->len < self->ids->len)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static WmdUnitRow *
find_row (WmdDesk *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      return get_row (self, i);
  return NULL;
}

static void
rebuild (WmdDesk *self, GPtrArray *ids)
{
  g_autofree char *current = self->current != NULL ? g_strdup (wmd_unit_row_get_id (self->current)) : NULL;

  clear_rows (self);
  g_ptr_array_unref (self->ids);
  self->ids = g_ptr_array_ref (ids);
  if (ids->len > 0)
    get_row (self, MIN (FIRST, ids->len) - 1);
  if (self->rows->len < ids->len)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  if (current != NULL)
    set_current (self, find_row (self, current));
}

static void
show_body (WmdDesk *self)
{
  const WmdBody *body = self->part != NULL ? wmd_part_get_body (self->part) : NULL;
  g_autoptr (GPtrArray) ids = NULL;
  WmdLanguage source;

  if (body == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!wmd_desk_is_needed (body, self->target))
    {
      clear_rows (self);
      self->source = WMD_LANGUAGE_NONE;
      g_signal_emit (self, current_changed_signal, 0);
      return;
    }
  source = wmd_unit_choose_source (body, self->target);
  if (source != self->source)
    clear_rows (self);
  self->source = source;
  ids = list_ids (self);
  if (shows_ids (self, ids))
    for (guint i = 0; i < self->rows->len; i++)
      wmd_unit_row_update (g_ptr_array_index (self->rows, i));
  else
    rebuild (self, ids);
  g_signal_emit (self, current_changed_signal, 0);
}

static void
set_part (WmdDesk *self, WmdPart *part)
{
  if (self->part == part)
    return;
  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, show_body, self);
  clear_rows (self);
  g_set_object (&self->part, part);
  if (part != NULL)
    g_signal_connect_object (part, "notify::body", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
}

static void
selection_cb (WmdDesk *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdLanguage target;

  if (session == NULL)
    return;
  set_part (self, wmd_session_get_part (session));
  target = wmd_session_get_language (session);
  if (target != self->target)
    clear_rows (self);
  self->target = target;
  show_body (self);
}

/* --- going about --- */

static void
focus_current (WmdDesk *self)
{
  WmdBodyView *view = wmd_desk_get_view (self);

  if (view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
row_activated_cb (WmdDesk *self, GtkListBoxRow *row)
{
  set_current (self, WMD_UNIT_ROW (row));
  focus_current (self);
}

static void
reveal_cb (WmdDesk *self, const char *block, guint start, guint end)
{
  WmdUnitRow *row = block != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) ? find_row (self, block) : NULL;
  WmdBlockBuffer *buffer;
  GtkTextIter from, to;

  if (row == NULL)
    return;
  set_current (self, row);
  focus_current (self);
  buffer = wmd_body_view_get_buffer (wmd_desk_get_view (self));
  if (wmd_block_buffer_get_iter_at_block (buffer, block, start, &from) &&
      wmd_block_buffer_get_iter_at_block (buffer, block, end, &to))
    gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &from, &to);
}

gboolean
wmd_desk_go_to_next (WmdDesk *self, WmdUnitKind kind)
{
  guint from = 0;

  g_return_val_if_fail (WMD_IS_DESK (self), FALSE);

  if (self->current == NULL || !g_ptr_array_find (self->rows, self->current, &from))
    from = self->ids->len - 1;
  for (guint i = 1; i <= self->ids->len; i++)
    {
      WmdUnitRow *row = get_row (self, (from + i) % self->ids->len);

      if (row == self->current || !wmd_unit_row_is (row, kind))
        continue;
      set_current (self, row);
      focus_current (self);
      return TRUE;
    }
  return FALSE;
}

void
wmd_desk_confirm (WmdDesk *self)
{
  guint index;

  g_return_if_fail (WMD_IS_DESK (self));

  if (self->current == NULL)
    return;
  wmd_unit_row_confirm (self->current);
  if (wmd_desk_go_to_next (self, WMD_UNIT_OPEN) || !g_ptr_array_find (self->rows, self->current, &index) ||
      index + 1 >= self->ids->len)
    return;
  set_current (self, get_row (self, index + 1));
  focus_current (self);
}

/* --- asking the respondent --- */

static void
update_ask (WmdDesk *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.ask",
                                 self->current != NULL && wmd_unit_row_can_ask (self->current));
}

static void
ask_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  wmd_unit_row_ask (WMD_DESK (widget)->current);
}

/* --- the pane --- */

static void
narrow_cb (WmdDesk *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    wmd_unit_row_set_narrow (g_ptr_array_index (self->rows, i), wmd_pane_get_narrow (WMD_PANE (self)));
}

static void
confirm_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  wmd_desk_confirm (WMD_DESK (widget));
}

static void
wmd_desk_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_desk_parent_class)->map (widget);
  selection_cb (WMD_DESK (widget));
}

static void
wmd_desk_bind (WmdPane *pane, WmdSession *session)
{
  WmdDesk *self = WMD_DESK (pane);

  g_signal_connect_object (session, "notify::part", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

static void
wmd_desk_unbind (WmdPane *pane, WmdSession *session)
{
  set_part (WMD_DESK (pane), NULL);
}

static void
wmd_desk_finalize (GObject *object)
{
  WmdDesk *self = WMD_DESK (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (wmd_desk_parent_class)->finalize (object);
}

static void
wmd_desk_class_init (WmdDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_desk_finalize;
  WMD_PANE_CLASS (klass)->bind = wmd_desk_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_desk_unbind;
  widget_class->map = wmd_desk_map;
  current_changed_signal = g_signal_new ("current-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "desk.confirm", NULL, confirm_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "desk.confirm", NULL);
  gtk_widget_class_install_action (widget_class, "desk.ask", NULL, ask_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "desk.ask", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "desk.confirm", NULL);
}

static void
wmd_desk_init (WmdDesk *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->source = WMD_LANGUAGE_NONE;
  self->target = WMD_LANGUAGE_NONE;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Paragraphs to translate"), -1);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect (self, "current-changed", G_CALLBACK (update_ask), NULL);
  update_ask (self);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

WmdBodyView *
wmd_desk_get_view (WmdDesk *self)
{
  g_return_val_if_fail (WMD_IS_DESK (self), NULL);

  return self->current != NULL ? wmd_unit_row_get_view (self->current) : NULL;
}

void
wmd_desk_count (WmdDesk *self, guint *n_open, guint *n_words, guint *n_units)
{
  WmdVariant *source, *target;

  g_return_if_fail (WMD_IS_DESK (self));

  *n_open = *n_words = 0;
  *n_units = self->ids->len;
  if (self->source == WMD_LANGUAGE_NONE || self->part == NULL)
    return;
  source = wmd_body_get_variant (wmd_part_get_body (self->part), self->source);
  target = wmd_body_get_variant (wmd_part_get_body (self->part), self->target);
  for (guint i = 0; i < wmd_variant_get_n_blocks (source); i++)
    {
      WmdBlock *block = wmd_variant_get_block (source, i);
      WmdBlock *unit = target != NULL ? wmd_variant_lookup_block (target, wmd_block_get_id (block), NULL) : NULL;

      if (unit != NULL && wmd_block_get_progress (unit) >= WMD_PROGRESS_TRANSLATED)
        continue;
      ++*n_open;
      *n_words += wmd_block_get_n_words (block);
    }
}

WmdLanguage
wmd_desk_get_source (WmdDesk *self)
{
  g_return_val_if_fail (WMD_IS_DESK (self), WMD_LANGUAGE_NONE);

  return self->source;
}
