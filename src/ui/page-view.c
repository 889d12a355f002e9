/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* As tall as all its pages, but draws only those in sight: a page takes a millisecond to draw, so nothing is kept. */

#include "config.h"

#include "ui/page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels between and around the pages. */
#define GAP 12

struct _WmdPageView
{
  GtkWidget parent_instance;

  WmdPages *pages; /* NULL */
  double zoom;     /* pixels per point; 0: fit */
  double largest;  /* when it fits, pixels per point; 0: whatever there is room for */
  guint page;
  guint marked;
  guint wanted;              /* page to scroll to once the size is known; 0 */
  GtkAdjustment *adjustment; /* of the scrolled window it is in; NULL */
};

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  N_PROPS
};

enum
{
  ITEM_ACTIVATED,
  PAGE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmdPageView, wmd_page_view, GTK_TYPE_WIDGET)

static void
get_page_size (WmdPageView *self, double *width, double *height)
{
  *width = 612;
  *height = 792;
  if (self->pages != NULL)
    wmd_pages_get_size (self->pages, width, height);
}

static double
get_scale_for (WmdPageView *self, int width)
{
  double page_width, page_height, scale;

  if (self->zoom > 0)
    return self->zoom;
  get_page_size (self, &page_width, &page_height);
  scale = MAX (width - 2 * GAP, 32) / page_width;
  return self->largest > 0 ? MIN (scale, self->largest) : scale;
}

guint
wmd_page_view_get_n_pages (WmdPageView *self)
{
  g_return_val_if_fail (WMD_IS_PAGE_VIEW (self), 0);

  return self->pages != NULL ? wmd_pages_get_n_pages (self->pages) : 0;
}

double
wmd_page_view_get_scale (WmdPageView *self)
{
  g_return_val_if_fail (WMD_IS_PAGE_VIEW (self), 1.0);

  return get_scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* From one page to the next, pixels. */
static double
get_pitch (WmdPageView *self)
{
  double width, height;

  get_page_size (self, &width, &height);
  return round (height * wmd_page_view_get_scale (self)) + GAP;
}

/* Pixels from the left. */
static double
get_page_x (WmdPageView *self)
{
  double width, height;

  get_page_size (self, &width, &height);
  return MAX (floor ((gtk_widget_get_width (GTK_WIDGET (self)) - width * wmd_page_view_get_scale (self)) / 2), GAP);
}

/* --- where it is scrolled to --- */

static void
update_page (WmdPageView *self)
{
  const guint n = wmd_page_view_get_n_pages (self);
  guint page = 0;

  if (n > 0 && self->adjustment != NULL)
    {
      const double middle =
          gtk_adjustment_get_value (self->adjustment) + gtk_adjustment_get_page_size (self->adjustment) / 2;

      page = CLAMP ((int) (middle / get_pitch (self)) + 1, 1, (int) n);
    }
  if (page == self->page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
scrolled_cb (WmdPageView *self)
{
  update_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (WmdPageView *self, GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
wmd_page_view_map (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (wmd_page_view_parent_class)->map (widget);
  set_adjustment (WMD_PAGE_VIEW (widget),
                  window != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)) : NULL);
  update_page (WMD_PAGE_VIEW (widget));
}

static void
wmd_page_view_unmap (GtkWidget *widget)
{
  set_adjustment (WMD_PAGE_VIEW (widget), NULL);
  GTK_WIDGET_CLASS (wmd_page_view_parent_class)->unmap (widget);
}

static gboolean
wanted_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WmdPageView *self = WMD_PAGE_VIEW (widget);
  const guint page = self->wanted;

  self->wanted = 0;
  if (self->adjustment != NULL && page > 0)
    gtk_adjustment_set_value (self->adjustment, (page - 1) * get_pitch (self));
  return G_SOURCE_REMOVE;
}

/* --- size and drawing --- */

static GtkSizeRequestMode
wmd_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wmd_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  WmdPageView *self = WMD_PAGE_VIEW (widget);
  double width, height;

  get_page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? (int) ceil (width * self->zoom) + 2 * GAP : 64;
      *natural = MAX (*minimum, 240);
    }
  else
    {
      const double scale = get_scale_for (self, for_size > 0 ? for_size : 240);

      *minimum = *natural = (int) ((round (height * scale) + GAP) * wmd_page_view_get_n_pages (self)) + GAP;
    }
}

static void
draw_page (WmdPageView *self, GtkSnapshot *snapshot, guint page)
{
  const double scale = wmd_page_view_get_scale (self);
  double width, height;
  graphene_rect_t bounds;
  GskRoundedRect outline;
  cairo_t *cr;

  get_page_size (self, &width, &height);
  graphene_rect_init (&bounds, (float) get_page_x (self), (float) ((page - 1) * get_pitch (self) + GAP),
                      (float) round (width * scale), (float) round (height * scale));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, .35f }, 0, 1, 1, 3);
  if (page == self->marked)
    gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ .21f, .52f, .89f, 1 }, 0, 0, 3, 0);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  cairo_scale (cr, scale, scale);
  wmd_pages_draw (self->pages, page, cr);
  cairo_destroy (cr);
}

static void
wmd_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WmdPageView *self = WMD_PAGE_VIEW (widget);
  const double pitch = get_pitch (self);
  const double top = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
  const double size =
      self->adjustment != NULL ? gtk_adjustment_get_page_size (self->adjustment) : gtk_widget_get_height (widget);
  const guint n = wmd_page_view_get_n_pages (self);

  for (guint page = 1; page <= n; page++)
    if (page * pitch > top && (page - 1) * pitch < top + size)
      draw_page (self, snapshot, page);
}

static void
wmd_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_page (WMD_PAGE_VIEW (widget));
}

/* --- clicks --- */

static void
pressed_cb (WmdPageView *self, int n_press, double x, double y)
{
  const double pitch = get_pitch (self), scale = wmd_page_view_get_scale (self);
  const guint page = (guint) (MAX (y, 0) / pitch) + 1;
  const WmdItem *item;

  if (page > wmd_page_view_get_n_pages (self))
    return;
  item = wmd_pages_get_item_at (self->pages, page, (x - get_page_x (self)) / scale,
                                (y - (page - 1) * pitch - GAP) / scale);
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0, page);
  if (item != NULL)
    g_signal_emit (self, signals[ITEM_ACTIVATED], 0, item);
}

static void
wmd_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WmdPageView *self = WMD_PAGE_VIEW (object);

  if (id == PROP_PAGE)
    g_value_set_uint (value, self->page);
  else if (id == PROP_N_PAGES)
    g_value_set_uint (value, wmd_page_view_get_n_pages (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_page_view_dispose (GObject *object)
{
  WmdPageView *self = WMD_PAGE_VIEW (object);

  set_adjustment (self, NULL);
  g_clear_pointer (&self->pages, wmd_pages_unref);
  G_OBJECT_CLASS (wmd_page_view_parent_class)->dispose (object);
}

static void
wmd_page_view_class_init (WmdPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wmd_page_view_dispose;
  object_class->get_property = wmd_page_view_get_property;
  widget_class->map = wmd_page_view_map;
  widget_class->unmap = wmd_page_view_unmap;
  widget_class->get_request_mode = wmd_page_view_get_request_mode;
  widget_class->measure = wmd_page_view_measure;
  widget_class->size_allocate = wmd_page_view_size_allocate;
  widget_class->snapshot = wmd_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
wmd_page_view_init (WmdPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
wmd_page_view_set_pages (WmdPageView *self, WmdPages *pages)
{
  const guint before = wmd_page_view_get_n_pages (self);

  g_return_if_fail (WMD_IS_PAGE_VIEW (self));

  if (pages == self->pages)
    return;
  g_clear_pointer (&self->pages, wmd_pages_unref);
  self->pages = pages != NULL ? wmd_pages_ref (pages) : NULL;
  if (wmd_page_view_get_n_pages (self) != before)
    {
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_page (self);
}

void
wmd_page_view_set_zoom (WmdPageView *self, double zoom, double largest)
{
  g_return_if_fail (WMD_IS_PAGE_VIEW (self));
  g_return_if_fail (zoom >= 0 && largest >= 0);

  if (self->zoom == zoom && self->largest == largest)
    return;
  self->zoom = zoom;
  self->largest = largest;
  if (self->page > 0)
    wmd_page_view_scroll_to_page (self, self->page);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
wmd_page_view_get_page (WmdPageView *self)
{
  g_return_val_if_fail (WMD_IS_PAGE_VIEW (self), 0);

  return self->page;
}

void
wmd_page_view_scroll_to_page (WmdPageView *self, guint page)
{
  g_return_if_fail (WMD_IS_PAGE_VIEW (self));

  if (self->wanted == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), wanted_tick_cb, NULL, NULL);
  self->wanted = page;
}

void
wmd_page_view_set_marked (WmdPageView *self, guint page)
{
  g_return_if_fail (WMD_IS_PAGE_VIEW (self));

  if (self->marked == page)
    return;
  self->marked = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
wmd_page_view_find_item (WmdPages *pages, const char *part, const char *block)
{
  WmdPublication *publication;
  const char *first = NULL;

  g_return_val_if_fail (pages != NULL, NULL);

  if (part == NULL)
    return NULL;
  publication = wmd_pages_get_publication (pages);
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (g_strcmp0 (item->part, part) != 0 || item->target != NULL)
        continue;
      if (block == NULL || g_strcmp0 (item->block, block) == 0)
        return item->id;
      if (first == NULL)
        first = item->id;
    }
  return first;
}
