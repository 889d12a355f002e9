/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GtkViewport shows the widget that has the focus, which for a text of several screens is its beginning. The pages of
 * the window switch that off and come here.
 */

#include "config.h"

#include "ui/scrolling.h"

/* Pixels kept free above and below what is brought into sight. */
#define MARGIN 24

/* Object data of a widget that will be scrolled to: what scrolls to it. */
#define SCHEDULED_KEY "wmd-scroll-scheduled"

/* Object data of such a widget: a tick passed. */
#define TICKED_KEY "wmd-scroll-ticked"

/* @y and @height in coordinates of @widget. Places are looked up in what the viewport moves about, which knows nothing
 * of how far it is moved: several may scroll before the next layout.
 */
static void
scroll_to (GtkWidget *widget, double y, double height)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *page;
  GtkAdjustment *adjustment;
  double top, value, size;

  if (window == NULL)
    return;
  page = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window));
  if (GTK_IS_VIEWPORT (page))
    page = gtk_viewport_get_child (GTK_VIEWPORT (page));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  if (!gtk_widget_translate_coordinates (widget, page, 0, y, NULL, &top))
    return;

  value = gtk_adjustment_get_value (adjustment);
  size = gtk_adjustment_get_page_size (adjustment);
  top += gtk_widget_get_margin_top (page) - MARGIN;
  height += 2 * MARGIN;
  if (top + height > value + size)
    value = top + height - size;
  gtk_adjustment_set_value (adjustment, MIN (value, MAX (top, 0)));
}

static void
scroll_to_cursor (GtkWidget *widget)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place;
  GtkTextIter iter;
  int y;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, place.y, NULL, &y);
  scroll_to (widget, y, place.height);
}

static void
scroll_to_all (GtkWidget *widget)
{
  scroll_to (widget, 0, gtk_widget_get_height (widget));
}

/* The first tick comes before the layout of a change that was just made, the second one after it. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  void (*scroll) (GtkWidget *) = data;

  if (g_object_get_data (G_OBJECT (widget), TICKED_KEY) == NULL)
    {
      g_object_set_data (G_OBJECT (widget), TICKED_KEY, widget);
      return G_SOURCE_CONTINUE;
    }
  g_object_set_data (G_OBJECT (widget), TICKED_KEY, NULL);
  g_object_set_data (G_OBJECT (widget), SCHEDULED_KEY, NULL);
  scroll (widget);
  return G_SOURCE_REMOVE;
}

/* A text finds its height out bit by bit, in idle time before this. */
static gboolean
idle_cb (gpointer data)
{
  gtk_widget_add_tick_callback (data, tick_cb, g_object_get_data (data, SCHEDULED_KEY), NULL);
  return G_SOURCE_REMOVE;
}

static void
schedule (GtkWidget *widget, void (*scroll) (GtkWidget *))
{
  if (g_object_get_data (G_OBJECT (widget), SCHEDULED_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (widget), SCHEDULED_KEY, scroll);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, idle_cb, g_object_ref (widget), g_object_unref);
}

void
wmd_scroll_to_cursor (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  schedule (GTK_WIDGET (view), scroll_to_cursor);
}

void
wmd_scroll_to_widget (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  schedule (widget, scroll_to_all);
}
