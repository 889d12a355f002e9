/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A cell of the status table: words and marks, and below them a bar that says the same. The bar is drawn here, since a
 * table has some thousand cells and a GtkProgressBar is three widgets.
 */

#include "config.h"

#include "ui/status-cell.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "ui/names.h"

struct _WmdStatusCell
{
  GtkWidget parent_instance;

  WmdLanguage language;
  WmdPart *part; /* NULL */
  char *words;   /* what the cell says; NULL */
  double share;  /* that the bar shows; negative for no bar */

  GtkLabel *text;
};

/* Pixels. The style leaves as much room below the words. */
#define BAR_HEIGHT 4

G_DEFINE_FINAL_TYPE (WmdStatusCell, wmd_status_cell, GTK_TYPE_WIDGET)

static char *
dup_flags (const WmdTranslation *translation)
{
  g_autoptr (GString) flags = g_string_new (NULL);

  if (translation->n_stale > 0)
    g_string_append_printf (flags, " ↻%u", translation->n_stale);
  if (translation->n_tentative > 0)
    g_string_append_printf (flags, " ?%u", translation->n_tentative);
  return g_string_free (g_steal_pointer (&flags), FALSE);
}

/* The same in words. */
static char *
dup_description (WmdStatusCell *self, const WmdTranslation *translation, gboolean original)
{
  g_autoptr (GString) words = g_string_new (wmd_name_of_language (self->language));

  if (original)
    g_string_append_printf (words, "\n%s", translation->share > 0 ? _ ("Original") : _ ("Original, not held"));
  else
    g_string_append_printf (words, _ ("\n%.0f%% translated"), 100 * translation->share);
  if (translation->n_missing > 0)
    g_string_append_printf (words,
                            ngettext ("\n%u paragraph missing", "\n%u paragraphs missing", translation->n_missing),
                            translation->n_missing);
  if (translation->n_stale > 0)
    g_string_append_printf (
        words,
        ngettext ("\n%u paragraph whose source changed", "\n%u paragraphs whose source changed", translation->n_stale),
        translation->n_stale);
  if (translation->n_tentative > 0)
    g_string_append_printf (
        words, ngettext ("\n%u tentative paragraph", "\n%u tentative paragraphs", translation->n_tentative),
        translation->n_tentative);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
update (WmdStatusCell *self)
{
  const WmdBody *body = wmd_part_get_body (self->part);
  const gboolean original = wmd_body_get_original (body) == self->language;
  g_autofree char *flags = NULL, *text = NULL;
  WmdTranslation translation;

  wmd_translation_measure (body, self->language, &translation);
  flags = dup_flags (&translation);
  if (original)
    text = g_strdup (translation.share > 0 ? _ ("original") : _ ("not held"));
  else if (wmd_body_get_variant (body, self->language) == NULL)
    text = g_strdup ("—");
  else
    /* Translators: the share that is translated, then its marks, which are no words. */
    text = g_strdup_printf (_ ("%.0f%%%s"), 100 * translation.share, flags);
  g_free (self->words);
  self->words = dup_description (self, &translation, original);

  self->share = original ? -1 : translation.share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
  if (translation.n_stale + translation.n_tentative > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "warning");
}

static void
wmd_status_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WmdStatusCell *self = WMD_STATUS_CELL (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const float width = gtk_widget_get_width (widget), done = (float) self->share * width;
  const float x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - done : 0;
  const float y = gtk_widget_get_height (widget) + BAR_HEIGHT;
  GskRoundedRect bar;
  GdkRGBA trough, fill;

  GTK_WIDGET_CLASS (wmd_status_cell_parent_class)->snapshot (widget, snapshot);
  if (self->share < 0)
    return;
  gtk_style_context_get_color (style, &trough);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &fill))
    fill = trough;
  trough.alpha *= 0.15f;
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (0, y, width, BAR_HEIGHT), BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &trough, &bar.bounds);
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (x, y, done, BAR_HEIGHT));
  gtk_snapshot_pop (snapshot);
}

/* Not gtk_widget_set_tooltip_text(), which asks the display server where the pointer is, for each of some hundred rows.
 */
static gboolean
wmd_status_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, WMD_STATUS_CELL (widget)->words);
  return WMD_STATUS_CELL (widget)->words != NULL;
}

static void
wmd_status_cell_dispose (GObject *object)
{
  WmdStatusCell *self = WMD_STATUS_CELL (object);
  GtkWidget *child;

  wmd_status_cell_set_part (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (wmd_status_cell_parent_class)->dispose (object);
}

static void
wmd_status_cell_finalize (GObject *object)
{
  g_free (WMD_STATUS_CELL (object)->words);
  G_OBJECT_CLASS (wmd_status_cell_parent_class)->finalize (object);
}

static void
wmd_status_cell_class_init (WmdStatusCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wmd_status_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = wmd_status_cell_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = wmd_status_cell_snapshot;
  GTK_WIDGET_CLASS (klass)->query_tooltip = wmd_status_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statuscell");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wmd_status_cell_init (WmdStatusCell *self)
{
  self->share = -1;
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
wmd_status_cell_new (WmdLanguage language)
{
  WmdStatusCell *self = g_object_new (WMD_TYPE_STATUS_CELL, NULL);

  self->language = language;
  return GTK_WIDGET (self);
}

void
wmd_status_cell_set_part (WmdStatusCell *self, WmdPart *part)
{
  g_return_if_fail (WMD_IS_STATUS_CELL (self));
  g_return_if_fail (part == NULL || WMD_IS_PART (part));

  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, update, self);
  g_set_object (&self->part, part);
  if (part == NULL)
    return;
  g_signal_connect_object (part, "notify::body", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
