/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A cell of the status table. Words and shapes say what the bar says. */

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

  GtkProgressBar *bar;
  GtkLabel *text;
};

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

  gtk_widget_set_opacity (GTK_WIDGET (self->bar), original ? 0 : 1);
  gtk_progress_bar_set_fraction (self->bar, translation.share);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
  if (translation.n_stale + translation.n_tentative > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "warning");
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
  GTK_WIDGET_CLASS (klass)->query_tooltip = wmd_status_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wmd_status_cell_init (WmdStatusCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
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
