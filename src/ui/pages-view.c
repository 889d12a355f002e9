/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two views of the same pages. The edition shown follows the language worked on until the user chooses one here. */

#include "config.h"

#include "ui/pages-view.h"

#include <glib/gi18n-lib.h>

#include "ui/layout-pane.h"
#include "ui/names.h"
#include "ui/page-stepper.h"
#include "ui/page-view.h"
#include "ui/wrap-box.h"

struct _WmdPagesView
{
  WmdPane parent_instance;

  WmdLanguage language;
  gboolean updating;

  GtkDropDown *edition;
  GtkDropDown *paper;
  GtkLabel *missing;
  WmdLayoutPane *pages;
  WmdPageView *thumbnails;
  WmdPageView *view;
};

/* Steps of the zoom, relative to the width there is room for. */
static const double zooms[] = { 0.5, 0.67, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0 };

static guint words_activated_signal;

G_DEFINE_FINAL_TYPE (WmdPagesView, wmd_pages_view, WMD_TYPE_PANE)

static void
page_cb (WmdPagesView *self)
{
  wmd_page_view_set_marked (self->thumbnails, wmd_page_view_get_page (self->view));
}

static void
update_missing (WmdPagesView *self, WmdPages *pages)
{
  const guint n = pages != NULL ? wmd_publication_get_n_missing (wmd_pages_get_publication (pages)) : 0;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u paragraph is not held in this language", "%u paragraphs are not held in this language", n), n);

  gtk_label_set_label (self->missing, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), n > 0);
}

static void
pages_cb (WmdPagesView *self)
{
  WmdPages *pages = wmd_layout_pane_get_pages (self->pages);

  wmd_page_view_set_pages (self->view, pages);
  wmd_page_view_set_pages (self->thumbnails, pages);
  update_missing (self, pages);
  page_cb (self);
}

static void
set_language (WmdPagesView *self, WmdLanguage language)
{
  self->language = language;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->edition, language);
  self->updating = FALSE;
  wmd_layout_pane_set_language (self->pages, language);
}

static void
edition_cb (WmdPagesView *self)
{
  if (!self->updating && gtk_drop_down_get_selected (self->edition) < WMD_N_LANGUAGES)
    set_language (self, (WmdLanguage) gtk_drop_down_get_selected (self->edition));
}

static void
paper_cb (WmdPagesView *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));

  if (!self->updating && session != NULL)
    wmd_session_set_paper (session, gtk_drop_down_get_selected (self->paper) == 1 ? WMD_PAPER_A4 : WMD_PAPER_LETTER);
}

static void
session_language_cb (WmdPagesView *self)
{
  WmdLanguage language = wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self)));

  if (language != WMD_LANGUAGE_NONE && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    set_language (self, language);
}

/* --- going about --- */

static void
thumbnail_cb (WmdPagesView *self, guint page)
{
  wmd_page_view_scroll_to_page (self->view, page);
}

static void
item_cb (WmdPagesView *self, const WmdItem *item)
{
  g_autofree char *part = g_strdup (item->part);
  g_autofree char *block = g_strdup (item->block);

  if (part == NULL)
    return;
  g_signal_emit (self, words_activated_signal, 0);
  wmd_session_reveal (wmd_pane_get_session (WMD_PANE (self)), part, self->language, block, 0, 0);
}

static void
zoom (WmdPagesView *self, int direction)
{
  const double now = wmd_page_view_get_scale (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      const double candidate = zooms[direction > 0 ? i : G_N_ELEMENTS (zooms) - 1 - i] * 96 / 72;

      if ((candidate - now) * direction > 0.01)
        {
          wmd_page_view_set_zoom (self->view, candidate, 0);
          return;
        }
    }
}

static void
zoom_in_cb (WmdPagesView *self)
{
  zoom (self, 1);
}

static void
zoom_out_cb (WmdPagesView *self)
{
  zoom (self, -1);
}

static void
zoom_fit_cb (WmdPagesView *self)
{
  wmd_page_view_set_zoom (self->view, 0, 0);
}

/* --- the pane --- */

static void
wmd_pages_view_bind (WmdPane *pane, WmdSession *session)
{
  WmdPagesView *self = WMD_PAGES_VIEW (pane);

  g_signal_connect_object (session, "notify::language", G_CALLBACK (session_language_cb), self, G_CONNECT_SWAPPED);
  set_language (self, wmd_session_get_language (session));
}

static void
wmd_pages_view_class_init (WmdPagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_pages_view_bind;
  words_activated_signal = g_signal_new ("words-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  g_type_ensure (WMD_TYPE_LAYOUT_PANE);
  g_type_ensure (WMD_TYPE_PAGE_STEPPER);
  g_type_ensure (WMD_TYPE_PAGE_VIEW);
  g_type_ensure (WMD_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdPagesView, edition);
  gtk_widget_class_bind_template_child (widget_class, WmdPagesView, paper);
  gtk_widget_class_bind_template_child (widget_class, WmdPagesView, missing);
  gtk_widget_class_bind_template_child (widget_class, WmdPagesView, pages);
  gtk_widget_class_bind_template_child (widget_class, WmdPagesView, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, WmdPagesView, view);
  gtk_widget_class_bind_template_callback (widget_class, edition_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnail_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
}

static void
wmd_pages_view_init (WmdPagesView *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    gtk_string_list_append (languages, wmd_name_of_language (language));
  gtk_drop_down_set_model (self->edition, G_LIST_MODEL (languages));
  self->updating = FALSE;
  self->language = WMD_LANGUAGE_EN;
  /* In its own size, where there is room for that. */
  wmd_page_view_set_zoom (self->view, 0, 96.0 / 72);
}

WmdLanguage
wmd_pages_view_get_language (WmdPagesView *self)
{
  g_return_val_if_fail (WMD_IS_PAGES_VIEW (self), WMD_LANGUAGE_NONE);

  return self->language;
}
