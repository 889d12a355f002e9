/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/page-stepper.h"

#include <glib/gi18n-lib.h>

#include "ui/page-view.h"

struct _WmdPageStepper
{
  AdwBin parent_instance;

  WmdPageView *view; /* owned; NULL */
  GtkWidget *next;
};

enum
{
  PROP_VIEW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmdPageStepper, wmd_page_stepper, ADW_TYPE_BIN)

static char *
dup_number_cb (WmdPageStepper *self, guint page, guint n_pages)
{
  /* Translators: number of the page, number of pages. */
  return page > 0 ? g_strdup_printf (_ ("%u / %u"), page, n_pages) : g_strdup ("");
}

static gboolean
has_previous_cb (WmdPageStepper *self, guint page)
{
  return page > 1;
}

static gboolean
has_next_cb (WmdPageStepper *self, guint page, guint n_pages)
{
  return page > 0 && page < n_pages;
}

static void
clicked_cb (WmdPageStepper *self, GtkWidget *button)
{
  const guint page = wmd_page_view_get_page (self->view);

  wmd_page_view_scroll_to_page (self->view, button == self->next ? page + 1 : page - 1);
}

static void
wmd_page_stepper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VIEW)
    g_value_set_object (value, WMD_PAGE_STEPPER (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_page_stepper_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_VIEW)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&WMD_PAGE_STEPPER (object)->view, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
wmd_page_stepper_dispose (GObject *object)
{
  g_clear_object (&WMD_PAGE_STEPPER (object)->view);
  G_OBJECT_CLASS (wmd_page_stepper_parent_class)->dispose (object);
}

static void
wmd_page_stepper_class_init (WmdPageStepperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wmd_page_stepper_dispose;
  object_class->get_property = wmd_page_stepper_get_property;
  object_class->set_property = wmd_page_stepper_set_property;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, WMD_TYPE_PAGE_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/page-stepper.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdPageStepper, next);
  gtk_widget_class_bind_template_callback (widget_class, dup_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
wmd_page_stepper_init (WmdPageStepper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
