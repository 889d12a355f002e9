/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds the layout of the selected language while it is shown, and follows the cursor to the page of its block. */

#include "config.h"

#include "ui/preview-pane.h"

#include "ui/page-stepper.h"
#include "ui/page-view.h"

struct _WmdPreviewPane
{
  WmdPane parent_instance;

  WmdLayout *layout; /* held; NULL while the pane is not shown */
  guint shown;       /* page that was last scrolled to */

  GtkLabel *message;
  GtkLabel *warning; /* why the pages are not as they should be */
  GtkStack *stack;
  WmdPageView *view;
};

G_DEFINE_FINAL_TYPE (WmdPreviewPane, wmd_preview_pane, WMD_TYPE_PANE)

static void
follow (WmdPreviewPane *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = wmd_session_get_part (session);
  WmdPages *pages = self->layout != NULL ? wmd_layout_get_pages (self->layout) : NULL;
  const char *item;
  guint page;

  if (pages == NULL || part == NULL)
    return;
  item = wmd_page_view_find_item (pages, wmd_part_get_id (part), wmd_session_get_block (session));
  page = item != NULL ? wmd_pages_get_page_of (pages, item) : 0;
  if (page == 0 || page == self->shown)
    return;
  self->shown = page;
  wmd_page_view_scroll_to_page (self->view, page);
}

static void
layout_cb (WmdPreviewPane *self)
{
  WmdPages *pages = wmd_layout_get_pages (self->layout);
  const char *error = wmd_layout_get_error (self->layout);

  gtk_label_set_label (self->message, error);
  gtk_label_set_label (self->warning, error);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), error != NULL && pages != NULL);
  gtk_stack_set_visible_child_name (self->stack, pages != NULL ? "pages" : error != NULL ? "message" : "busy");
  wmd_page_view_set_pages (self->view, pages);
  follow (self);
}

static void
set_layout (WmdPreviewPane *self, WmdLayout *layout)
{
  if (self->layout == layout)
    return;
  if (self->layout != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->layout, layout_cb, self);
      wmd_layout_release (self->layout);
    }
  g_set_object (&self->layout, layout);
  self->shown = 0;
  if (layout == NULL)
    return;
  g_signal_connect_object (layout, "changed", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
  wmd_layout_hold (layout);
  layout_cb (self);
}

static void
update_layout (WmdPreviewPane *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdLanguage language = session != NULL ? wmd_session_get_language (session) : WMD_LANGUAGE_NONE;
  const gboolean shown = language != WMD_LANGUAGE_NONE && gtk_widget_get_mapped (GTK_WIDGET (self));

  set_layout (self, shown ? wmd_session_get_layout (session, language) : NULL);
}

static void
item_cb (WmdPreviewPane *self, const WmdItem *item)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));

  if (item->part != NULL)
    wmd_session_reveal (session, item->part, wmd_session_get_language (session), item->block, 0, 0);
}

static void
wmd_preview_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_preview_pane_parent_class)->map (widget);
  update_layout (WMD_PREVIEW_PANE (widget));
}

static void
wmd_preview_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_preview_pane_parent_class)->unmap (widget);
  update_layout (WMD_PREVIEW_PANE (widget));
}

static void
wmd_preview_pane_bind (WmdPane *pane, WmdSession *session)
{
  WmdPreviewPane *self = WMD_PREVIEW_PANE (pane);

  g_signal_connect_object (session, "notify::language", G_CALLBACK (update_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::part", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::block", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  update_layout (self);
}

static void
wmd_preview_pane_unbind (WmdPane *pane, WmdSession *session)
{
  WmdPreviewPane *self = WMD_PREVIEW_PANE (pane);

  set_layout (self, NULL);
  wmd_page_view_set_pages (self->view, NULL);
}

static void
wmd_preview_pane_class_init (WmdPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_preview_pane_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_preview_pane_unbind;
  widget_class->map = wmd_preview_pane_map;
  widget_class->unmap = wmd_preview_pane_unmap;
  g_type_ensure (WMD_TYPE_PAGE_STEPPER);
  g_type_ensure (WMD_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdPreviewPane, message);
  gtk_widget_class_bind_template_child (widget_class, WmdPreviewPane, warning);
  gtk_widget_class_bind_template_child (widget_class, WmdPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdPreviewPane, view);
  gtk_widget_class_bind_template_callback (widget_class, item_cb);
}

static void
wmd_preview_pane_init (WmdPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
