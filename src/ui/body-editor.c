/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Between the text view and the report. What the user changes becomes an edit at once; typing that goes on in one
 * block is one step of undo until it pauses. What changes elsewhere (undo, a fix) comes back through the body of the
 * part, and the buffer exchanges only what differs.
 */

#include "config.h"

#include "ui/body-editor.h"

#include <glib/gi18n-lib.h>

#include "ui/finding-item.h"
#include "ui/names.h"
#include "ui/query-dialog.h"
#include "ui/query-item.h"
#include "ui/scrolling.h"

/* A pause in typing that ends a step of undo. */
#define PAUSE_MS 2000

struct _WmdBodyEditor
{
  WmdPane parent_instance;

  WmdPart *part;    /* whose body is followed; NULL when none is selected */
  gint64 last_edit; /* monotonic time, microseconds */
  gboolean showing; /* the buffer is being set from the report: cursor movements are not the user's */

  WmdBodyView *view;
};

G_DEFINE_FINAL_TYPE (WmdBodyEditor, wmd_body_editor, WMD_TYPE_PANE)

/* The block that @query is about when it is open and about the text that is shown; else NULL. */
static const char *
locate_query (WmdBodyEditor *self, const WmdQuery *query, guint *start, guint *end)
{
  if (wmd_query_get_closed (query) ||
      wmd_query_get_language (query) != wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self))))
    return NULL;
  return wmd_body_locate_query (wmd_part_get_body (self->part), query, start, end);
}

static void
mark_queries (WmdBodyEditor *self)
{
  const GPtrArray *queries = wmd_body_get_queries (wmd_part_get_body (self->part));

  for (guint i = 0; i < queries->len; i++)
    {
      guint start, end;
      const char *block = locate_query (self, queries->pdata[i], &start, &end);

      if (block != NULL)
        wmd_block_buffer_mark_query (wmd_body_view_get_buffer (self->view), block, start, end);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
update_marks (WmdBodyEditor *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdBlockBuffer *buffer = wmd_body_view_get_buffer (self->view);
  GListModel *findings = G_LIST_MODEL (wmd_session_get_findings (session));

  wmd_block_buffer_clear_marks (buffer);
  if (self->part == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, i);
      const WmdFinding *finding = wmd_finding_item_get (item);

      if (finding->block == NULL || finding->waived != NULL || finding->start == finding->end ||
          finding->language != wmd_session_get_language (session) ||
          g_strcmp0 (finding->part, wmd_part_get_id (self->part)) != 0)
        continue;
      wmd_block_buffer_mark (buffer, finding->block, finding->start, finding->end, finding->severity);
    }
  mark_queries (self);
}

static void
update_placeholder (WmdBodyEditor *self)
{
  WmdLanguage language = wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self)));
  const WmdBody *body = wmd_part_get_body (self->part);
  const char *name = wmd_name_of_language_in_a_sentence (language);
  g_autofree char *words = NULL;

  if (wmd_body_get_original (body) == language)
    /* Translators: %s is a language. */
    words = g_strdup_printf (_ ("The text in %s, the original language, is not held. Type or paste it here."), name);
  else
    words = g_strdup_printf (_ ("There is no text in %s yet. Type or paste it here."), name);
  wmd_body_view_set_placeholder (self->view, words);
}

static void
show_body (WmdBodyEditor *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdLanguage language = wmd_session_get_language (session);
  const WmdBody *body = self->part != NULL ? wmd_part_get_body (self->part) : NULL;

  if (body == NULL || language == WMD_LANGUAGE_NONE)
    return;
  self->showing = TRUE;
  wmd_body_view_set_language (self->view, wmd_session_get_reference (session), language);
  wmd_block_buffer_set_variant (wmd_body_view_get_buffer (self->view), wmd_body_get_variant (body, language), language);
  self->showing = FALSE;
  update_placeholder (self);
}

static void
update_ask (WmdBodyEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.ask",
                                 self->part != NULL &&
                                     wmd_body_get_kind (wmd_part_get_body (self->part)) == WMD_PART_REPLY &&
                                     !wmd_session_get_read_only (wmd_pane_get_session (WMD_PANE (self))));
}

/* Another part or language: the text is another one, read from its beginning. */
static void
selection_cb (WmdBodyEditor *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = wmd_session_get_part (session);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (wmd_body_view_get_buffer (self->view));
  GtkTextIter start;

  if (self->part != part)
    {
      if (self->part != NULL)
        g_signal_handlers_disconnect_by_func (self->part, show_body, self);
      g_set_object (&self->part, part);
      if (part != NULL)
        g_signal_connect_object (part, "notify::body", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
    }
  show_body (self);
  self->showing = TRUE;
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  self->showing = FALSE;
  update_marks (self);
  update_ask (self);
}

/* @blocks as a variant, sharing with @old what did not change; NULL when there are none. */
static WmdVariant *
make_variant (WmdVariant *old, WmdLanguage language, const GPtrArray *blocks, guint *n_changed)
{
  guint n_old = old != NULL ? wmd_variant_get_n_blocks (old) : 0;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, blocks->len) && wmd_variant_get_block (old, head) == g_ptr_array_index (blocks, head))
    head++;
  while (tail < MIN (n_old, blocks->len) - head &&
         wmd_variant_get_block (old, n_old - 1 - tail) == g_ptr_array_index (blocks, blocks->len - 1 - tail))
    tail++;
  *n_changed = MAX (n_old, blocks->len) - head - tail;
  if (blocks->len == 0)
    return NULL;
  if (old == NULL)
    return wmd_variant_new (language, blocks);
  return wmd_variant_splice (old, head, n_old - head - tail, (WmdBlock *const *) blocks->pdata + head,
                             blocks->len - head - tail);
}

/* Typing in one block without a pause or a jump is one step. */
static char *
dup_merge_key (WmdBodyEditor *self, WmdLanguage language, gboolean one_block)
{
  WmdBlockBuffer *buffer = wmd_body_view_get_buffer (self->view);
  const gint64 now = g_get_monotonic_time ();
  const gboolean goes_on =
      now - self->last_edit < PAUSE_MS * G_TIME_SPAN_MILLISECOND && wmd_block_buffer_get_contiguous (buffer);
  GtkTextIter iter;

  self->last_edit = now;
  if (!one_block)
    return NULL;
  if (!goes_on)
    wmd_history_break (wmd_session_get_history (wmd_pane_get_session (WMD_PANE (self))));
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  return g_strdup_printf ("text:%s:%d:%s", wmd_part_get_id (self->part), language,
                          wmd_block_buffer_get_id (buffer, gtk_text_iter_get_line (&iter)));
}

static void
edited_cb (WmdBodyEditor *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdLanguage language = wmd_session_get_language (session);
  WmdBody *body = wmd_part_get_body (self->part);
  WmdVariant *old = wmd_body_get_variant (body, language);
  g_autoptr (GPtrArray) blocks = wmd_block_buffer_dup_blocks (wmd_body_view_get_buffer (self->view), body);
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdBody) changed = NULL;
  g_autofree char *key = NULL;
  guint n_changed;

  variant = make_variant (old, language, blocks, &n_changed);
  if (n_changed == 0)
    return;
  changed = wmd_body_with_variant (body, language, variant);
  key = dup_merge_key (self, language, n_changed == 1);
  if (!wmd_session_replace_body (session, changed, _ ("Change of Text"), key))
    show_body (self);
}

static void
cursor_cb (WmdBodyEditor *self)
{
  WmdBlockBuffer *blocks = wmd_body_view_get_buffer (self->view);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (blocks);
  GtkTextIter iter;

  if (self->showing || self->part == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_iter_get_line (&iter) < gtk_text_buffer_get_line_count (buffer))
    wmd_session_set_block (wmd_pane_get_session (WMD_PANE (self)),
                           wmd_block_buffer_get_id (blocks, gtk_text_iter_get_line (&iter)));
  wmd_scroll_to_cursor (GTK_TEXT_VIEW (self->view));
}

static void
reveal_cb (WmdBodyEditor *self, const char *block, guint start, guint end)
{
  WmdBlockBuffer *blocks = wmd_body_view_get_buffer (self->view);
  GtkTextIter from, to;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || block == NULL ||
      !wmd_block_buffer_get_iter_at_block (blocks, block, start, &from) ||
      !wmd_block_buffer_get_iter_at_block (blocks, block, end, &to))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (blocks), &from, &to);
  wmd_scroll_to_cursor (GTK_TEXT_VIEW (self->view));
}

/* --- asking the respondent --- */

/* What is selected, as far as it is of one paragraph, as a query without a question. (transfer full) */
static WmdQuery *
make_query (WmdBodyEditor *self)
{
  WmdBlockBuffer *blocks = wmd_body_view_get_buffer (self->view);
  const WmdBody *body = wmd_part_get_body (self->part);
  WmdLanguage language = wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self)));
  WmdVariant *variant = wmd_body_get_variant (body, language);
  g_autofree char *id = wmd_body_dup_new_query_id (body);
  g_autofree char *passage = NULL;
  g_autoptr (WmdQuery) query = wmd_query_new (id, language, "");
  g_autoptr (WmdQuery) placed = NULL;
  GtkTextIter start, end, line_end;
  const char *block_id;
  WmdBlock *block;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (blocks), &start, &end);
  block_id = wmd_block_buffer_get_id (blocks, gtk_text_iter_get_line (&start));
  block = variant != NULL && block_id != NULL ? wmd_variant_lookup_block (variant, block_id, NULL) : NULL;
  if (block == NULL)
    return g_steal_pointer (&query);
  line_end = start;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  if (gtk_text_iter_compare (&end, &line_end) > 0)
    end = line_end;
  passage = g_strndup (wmd_block_get_text (block) + wmd_block_buffer_get_byte (blocks, &start),
                       wmd_block_buffer_get_byte (blocks, &end) - wmd_block_buffer_get_byte (blocks, &start));
  g_strstrip (passage);
  placed = wmd_query_with_text (query, WMD_QUERY_BLOCK, block_id);
  return wmd_query_with_text (placed, WMD_QUERY_PASSAGE, passage[0] != '\0' ? passage : NULL);
}

static void
ask_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdBodyEditor *self = WMD_BODY_EDITOR (widget);
  g_autoptr (WmdQuery) query = make_query (self);
  GtkWidget *dialog =
      wmd_query_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), wmd_pane_get_session (WMD_PANE (self)),
                            self->part, query, WMD_QUERY_QUESTION);

  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- findings and queries under the pointer --- */

/* The gravest finding at @iter; NULL when there is none. (transfer full) */
static WmdFindingItem *
find_finding (WmdBodyEditor *self, const GtkTextIter *iter)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  GListModel *findings = G_LIST_MODEL (wmd_session_get_findings (session));
  WmdBlockBuffer *buffer = wmd_body_view_get_buffer (self->view);
  const char *id = wmd_block_buffer_get_id (buffer, gtk_text_iter_get_line (iter));
  guint byte = wmd_block_buffer_get_byte (buffer, iter);
  g_autoptr (WmdFindingItem) found = NULL;

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WmdFindingItem) item = g_list_model_get_item (findings, i);
      const WmdFinding *finding = wmd_finding_item_get (item);

      if (finding->waived == NULL && finding->start <= byte && byte < finding->end &&
          finding->language == wmd_session_get_language (session) && g_strcmp0 (finding->block, id) == 0 &&
          g_strcmp0 (finding->part, wmd_part_get_id (self->part)) == 0 &&
          (found == NULL || wmd_finding_item_get (found)->severity < finding->severity))
        g_set_object (&found, item);
    }
  return g_steal_pointer (&found);
}

/* What the respondent is being asked about the words at @iter, each question on a line. */
static void
append_questions (WmdBodyEditor *self, const GtkTextIter *iter, GString *words)
{
  WmdBlockBuffer *buffer = wmd_body_view_get_buffer (self->view);
  const char *id = wmd_block_buffer_get_id (buffer, gtk_text_iter_get_line (iter));
  const guint byte = wmd_block_buffer_get_byte (buffer, iter);
  const GPtrArray *queries = wmd_body_get_queries (wmd_part_get_body (self->part));

  for (guint i = 0; i < queries->len; i++)
    {
      guint start, end;
      const char *block = locate_query (self, queries->pdata[i], &start, &end);

      if (block == NULL || g_strcmp0 (block, id) != 0 || (start < end && (byte < start || byte >= end)))
        continue;
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: %s is a question that was put to a respondent. */
      g_string_append_printf (words, _ ("Asked: %s"), wmd_query_get_text (queries->pdata[i], WMD_QUERY_QUESTION));
    }
}

static void
append_finding (WmdBodyEditor *self, const GtkTextIter *iter, GString *words)
{
  g_autoptr (WmdFindingItem) item = find_finding (self, iter);
  const WmdFinding *finding = item != NULL ? wmd_finding_item_get (item) : NULL;

  if (finding == NULL)
    return;
  g_string_append (words, finding->message);
  if (finding->explanation != NULL)
    g_string_append_printf (words, "\n%s", finding->explanation);
}

static gboolean
query_tooltip_cb (WmdBodyEditor *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->part == NULL)
    return FALSE;
  if (keyboard)
    gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &iter,
                                      gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  else
    {
      gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
      if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
        return FALSE;
    }
  append_finding (self, &iter, words);
  append_questions (self, &iter, words);
  gtk_tooltip_set_text (tooltip, words->str);
  return words->len > 0;
}

static void
read_only_cb (WmdBodyEditor *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !wmd_session_get_read_only (session));
  update_ask (self);
}

static void
wmd_body_editor_bind (WmdPane *pane, WmdSession *session)
{
  WmdBodyEditor *self = WMD_BODY_EDITOR (pane);

  g_signal_connect_object (session, "notify::part", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wmd_session_get_findings (session), "changed", G_CALLBACK (update_marks), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (wmd_session_get_queries (session), "items-changed", G_CALLBACK (update_marks), self,
                           G_CONNECT_SWAPPED);
  read_only_cb (self);
  selection_cb (self);
}

static void
wmd_body_editor_unbind (WmdPane *pane, WmdSession *session)
{
  WmdBodyEditor *self = WMD_BODY_EDITOR (pane);

  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, show_body, self);
  g_clear_object (&self->part);
}

static void
wmd_body_editor_class_init (WmdBodyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_body_editor_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_body_editor_unbind;
  gtk_widget_class_install_action (widget_class, "editor.ask", NULL, ask_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.ask", NULL);
  g_type_ensure (WMD_TYPE_BODY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/body-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdBodyEditor, view);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
wmd_body_editor_init (WmdBodyEditor *self)
{
  WmdBlockBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = wmd_body_view_get_buffer (self->view);
  g_signal_connect_object (buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self, G_CONNECT_SWAPPED);
}

WmdBodyView *
wmd_body_editor_get_view (WmdBodyEditor *self)
{
  g_return_val_if_fail (WMD_IS_BODY_EDITOR (self), NULL);

  return self->view;
}
