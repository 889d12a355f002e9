/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows the edition in the selected language, and follows the cursor to the page of its block. */

#include "config.h"

#include "ui/preview-pane.h"

#include "ui/layout-pane.h"
#include "ui/page-stepper.h"
#include "ui/page-view.h"

struct _WmdPreviewPane
{
  WmdPane parent_instance;

  guint shown; /* page that was last scrolled to */

  WmdLayoutPane *pages;
  WmdPageView *view;
};

G_DEFINE_FINAL_TYPE (WmdPreviewPane, wmd_preview_pane, WMD_TYPE_PANE)

static void
follow (WmdPreviewPane *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = wmd_session_get_part (session);
  WmdPages *pages = wmd_layout_pane_get_pages (self->pages);
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
pages_cb (WmdPreviewPane *self)
{
  wmd_page_view_set_pages (self->view, wmd_layout_pane_get_pages (self->pages));
  if (wmd_pane_get_session (WMD_PANE (self)) != NULL)
    follow (self);
}

static void
language_cb (WmdPreviewPane *self)
{
  self->shown = 0;
  wmd_layout_pane_set_language (self->pages, wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self))));
}

static void
item_cb (WmdPreviewPane *self, const WmdItem *item)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));

  if (item->part != NULL)
    wmd_session_reveal (session, item->part, wmd_session_get_language (session), item->block, 0, 0);
}

static void
wmd_preview_pane_bind (WmdPane *pane, WmdSession *session)
{
  WmdPreviewPane *self = WMD_PREVIEW_PANE (pane);

  g_signal_connect_object (session, "notify::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::part", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::block", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  language_cb (self);
}

static void
wmd_preview_pane_class_init (WmdPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_preview_pane_bind;
  g_type_ensure (WMD_TYPE_LAYOUT_PANE);
  g_type_ensure (WMD_TYPE_PAGE_STEPPER);
  g_type_ensure (WMD_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdPreviewPane, pages);
  gtk_widget_class_bind_template_child (widget_class, WmdPreviewPane, view);
  gtk_widget_class_bind_template_callback (widget_class, pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_cb);
}

static void
wmd_preview_pane_init (WmdPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
