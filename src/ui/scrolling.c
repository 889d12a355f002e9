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

/* Object data of a widget that will be scrolled to: ticks still to wait for. */
#define TICKS_KEY "wmd-scroll-ticks"

/* @y and @height in coordinates of @widget. */
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
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  if (!gtk_widget_translate_coordinates (widget, page, 0, y, NULL, &top))
    return;

  value = gtk_adjustment_get_value (adjustment);
  size = gtk_adjustment_get_page_size (adjustment);
  /* Coordinates of the viewport are those of what it shows. */
  top += value - MARGIN;
  height += 2 * MARGIN;
  if (top + height > value + size)
    value = top + height - size;
  gtk_adjustment_set_value (adjustment, MIN (value, MAX (top, 0)));
}

/* The first tick comes before the layout of a change that was just made, the second one after it. */
static gboolean
is_first_tick (GtkWidget *widget)
{
  const int n = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), TICKS_KEY));

  g_object_set_data (G_OBJECT (widget), TICKS_KEY, GINT_TO_POINTER (n - 1));
  return n > 1;
}

static gboolean
cursor_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place;
  GtkTextIter iter;
  int y;

  if (is_first_tick (widget))
    return G_SOURCE_CONTINUE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, place.y, NULL, &y);
  scroll_to (widget, y, place.height);
  return G_SOURCE_REMOVE;
}

static gboolean
widget_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  if (is_first_tick (widget))
    return G_SOURCE_CONTINUE;
  scroll_to (widget, 0, gtk_widget_get_height (widget));
  return G_SOURCE_REMOVE;
}

static void
schedule (GtkWidget *widget, GtkTickCallback callback)
{
  if (g_object_get_data (G_OBJECT (widget), TICKS_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (widget), TICKS_KEY, GINT_TO_POINTER (2));
  gtk_widget_add_tick_callback (widget, callback, NULL, NULL);
}

void
wmd_scroll_to_cursor (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  schedule (GTK_WIDGET (view), cursor_tick_cb);
}

void
wmd_scroll_to_widget (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  schedule (widget, widget_tick_cb);
}
