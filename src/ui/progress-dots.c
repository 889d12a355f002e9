/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Drawn rather than written with the geometric characters of a font, which differ in size and place from one font to
 * the next. Shape says everything that colour says.
 */

#include "config.h"

#include "ui/progress-dots.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "ui/names.h"

/* Pixels. */
#define DOT 8
#define GAP 3

typedef struct
{
  double share; /* 0-1 */
  gboolean original;
  gboolean stale;
} Dot;

struct _WmdProgressDots
{
  GtkWidget parent_instance;

  Dot dots[WMD_N_LANGUAGES];
  char *words; /* what the dots say; NULL */
};

G_DEFINE_FINAL_TYPE (WmdProgressDots, wmd_progress_dots, GTK_TYPE_WIDGET)

static void
draw_dot (cairo_t *cr, const GdkRGBA *color, const Dot *dot, double x)
{
  const double radius = DOT / 2.0 - 0.75;
  const double middle = DOT / 2.0;

  cairo_save (cr);
  cairo_translate (cr, x + middle, middle);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_set_line_width (cr, 1.25);
  if (dot->original)
    cairo_rectangle (cr, -radius, -radius, 2 * radius, 2 * radius);
  else
    cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  if (dot->share >= 1.0)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  if (dot->share > 0.0 && dot->share < 1.0)
    {
      cairo_move_to (cr, 0, 0);
      cairo_arc (cr, 0, 0, radius, -G_PI_2, -G_PI_2 + 2 * G_PI * dot->share);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
wmd_progress_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WmdProgressDots *self = WMD_PROGRESS_DOTS (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo_translate (cr, 0, (height - DOT) / 2);
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    draw_dot (cr, &color, &self->dots[i], (rtl ? WMD_N_LANGUAGES - 1 - i : i) * (DOT + GAP));
  cairo_destroy (cr);
}

static void
wmd_progress_dots_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WMD_N_LANGUAGES * (DOT + GAP) - GAP : DOT;
}

/* Not gtk_widget_set_tooltip_text(), which asks the display server where the pointer is, for each of some hundred rows.
 */
static gboolean
wmd_progress_dots_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, WMD_PROGRESS_DOTS (widget)->words);
  return WMD_PROGRESS_DOTS (widget)->words != NULL;
}

static void
wmd_progress_dots_finalize (GObject *object)
{
  g_free (WMD_PROGRESS_DOTS (object)->words);
  G_OBJECT_CLASS (wmd_progress_dots_parent_class)->finalize (object);
}

static void
wmd_progress_dots_class_init (WmdProgressDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_progress_dots_finalize;
  widget_class->query_tooltip = wmd_progress_dots_query_tooltip;
  widget_class->snapshot = wmd_progress_dots_snapshot;
  widget_class->measure = wmd_progress_dots_measure;
  gtk_widget_class_set_css_name (widget_class, "progressdots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wmd_progress_dots_init (WmdProgressDots *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
wmd_progress_dots_new (void)
{
  return g_object_new (WMD_TYPE_PROGRESS_DOTS, NULL);
}

static char *
describe (WmdLanguage language, const Dot *dot)
{
  const char *name = wmd_name_of_language (language);

  if (dot->original)
    /* Translators: a language of a reply, its original one. */
    return g_strdup_printf (dot->share > 0 ? _ ("%s: original") : _ ("%s: original, not held"), name);
  if (dot->stale)
    /* Translators: a language, how much is translated, and that the source changed since. */
    return g_strdup_printf (_ ("%s: %.0f%%, source changed since"), name, 100 * dot->share);
  return g_strdup_printf (_ ("%s: %.0f%%"), name, 100 * dot->share);
}

void
wmd_progress_dots_set_body (WmdProgressDots *self, const WmdBody *body)
{
  g_autoptr (GString) words = NULL;

  g_return_if_fail (WMD_IS_PROGRESS_DOTS (self));
  g_return_if_fail (body != NULL);

  words = g_string_new (NULL);
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *line = NULL;
      WmdTranslation translation;

      wmd_translation_measure (body, i, &translation);
      self->dots[i].share = translation.share;
      self->dots[i].original = wmd_body_get_original (body) == (WmdLanguage) i;
      self->dots[i].stale = translation.n_stale > 0;
      line = describe (i, &self->dots[i]);
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  g_free (self->words);
  self->words = g_string_free (g_steal_pointer (&words), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
