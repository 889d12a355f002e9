/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A stack of two pages: the report's data, and a part. The part's page scrolls as a whole, form and text together;
 * languages and formatting stay above it.
 */

#include "config.h"

#include "ui/draft-view.h"

#include "ui/body-editor.h"
#include "ui/checklist.h"
#include "ui/desk.h"
#include "ui/facts-form.h"
#include "ui/format-bar.h"
#include "ui/language-bar.h"
#include "ui/names.h"
#include "ui/query-group.h"
#include "ui/reply-form.h"
#include "ui/reuse.h"
#include "ui/scrolling.h"
#include "ui/wrap-box.h"

struct _WmdDraftView
{
  WmdPane parent_instance;

  WmdPart *part;

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkWidget *reused; /* where text was taken over from */
  GtkLabel *reused_label;
  WmdFormatBar *format;
  WmdBodyEditor *editor; /* the text as it is read; or */
  WmdDesk *desk;         /* beside its source */
};

G_DEFINE_FINAL_TYPE (WmdDraftView, wmd_draft_view, WMD_TYPE_PANE)

static void
update_format (WmdDraftView *self)
{
  const gboolean desk = gtk_widget_get_visible (GTK_WIDGET (self->desk));

  wmd_format_bar_set_view (self->format,
                           desk ? wmd_desk_get_view (self->desk) : wmd_body_editor_get_view (self->editor));
}

static void
show_reused (WmdDraftView *self, const WmdBody *body, WmdLanguage language)
{
  WmdReuse reuse;
  const gboolean reused = wmd_reuse_count (body, language, &reuse);

  gtk_widget_set_visible (self->reused, reused);
  if (reused)
    {
      g_autofree char *words = wmd_reuse_dup_sentence (&reuse);

      gtk_label_set_label (self->reused_label, words);
    }
}

static void
show_body (WmdDraftView *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const WmdBody *body;
  gboolean desk;

  if (self->part == NULL)
    return;
  body = wmd_part_get_body (self->part);
  gtk_label_set_label (self->title, wmd_name_of_part (body, wmd_session_get_reference (session),
                                                      wmd_session_get_interface_language (session)));
  show_reused (self, body, wmd_session_get_language (session));
  desk = wmd_desk_is_needed (body, wmd_session_get_language (session));
  gtk_widget_set_visible (GTK_WIDGET (self->desk), desk);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), !desk);
  update_format (self);
}

static void
set_part (WmdDraftView *self, WmdPart *part)
{
  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, show_body, self);
  g_set_object (&self->part, part);
  if (part != NULL)
    g_signal_connect_object (part, "notify::body", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
}

static void
selection_cb (WmdDraftView *self)
{
  set_part (self, wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self))));
  gtk_stack_set_visible_child_name (self->stack, self->part != NULL ? "part" : "facts");
  show_body (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* The viewport does not follow the keyboard by itself (see scrolling.c). */
static void
focus_cb (WmdDraftView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && !GTK_IS_TEXT_VIEW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->scrolled)))
    wmd_scroll_to_widget (focus);
}

static void
wmd_draft_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_draft_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
wmd_draft_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_cb, widget);
  GTK_WIDGET_CLASS (wmd_draft_view_parent_class)->unroot (widget);
}

static void
wmd_draft_view_bind (WmdPane *pane, WmdSession *session)
{
  WmdDraftView *self = WMD_DRAFT_VIEW (pane);

  g_signal_connect_object (session, "notify::part", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

static void
wmd_draft_view_unbind (WmdPane *pane, WmdSession *session)
{
  set_part (WMD_DRAFT_VIEW (pane), NULL);
}

static void
wmd_draft_view_class_init (WmdDraftViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_draft_view_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_draft_view_unbind;
  widget_class->root = wmd_draft_view_root;
  widget_class->unroot = wmd_draft_view_unroot;
  g_type_ensure (WMD_TYPE_BODY_EDITOR);
  g_type_ensure (WMD_TYPE_CHECKLIST);
  g_type_ensure (WMD_TYPE_DESK);
  g_type_ensure (WMD_TYPE_FACTS_FORM);
  g_type_ensure (WMD_TYPE_FORMAT_BAR);
  g_type_ensure (WMD_TYPE_LANGUAGE_BAR);
  g_type_ensure (WMD_TYPE_QUERY_GROUP);
  g_type_ensure (WMD_TYPE_REPLY_FORM);
  g_type_ensure (WMD_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/draft-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, title);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, reused);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, reused_label);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, format);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, editor);
  gtk_widget_class_bind_template_child (widget_class, WmdDraftView, desk);
  gtk_widget_class_bind_template_callback (widget_class, update_format);
}

static void
wmd_draft_view_init (WmdDraftView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_format (self);
}
