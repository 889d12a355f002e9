/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A paintable and not a widget, since a paintable moves with the text it stands in when that is cut and pasted. The
 * note itself is immutable; changing a note puts a new mark in its place.
 */

#include "config.h"

#include "ui/note-mark.h"

/* Pixels; the number is drawn raised in a box of this size at the usual text size. */
#define WIDTH 12
#define HEIGHT 18

struct _WmdNoteMark
{
  GObject parent_instance;

  char *markup;
  guint number;
};

static void paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WmdNoteMark,
                               wmd_note_mark,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
paint (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  WmdNoteMark *self = WMD_NOTE_MARK (paintable);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans Bold 8");
  g_autofree char *text = g_strdup_printf ("%u", self->number);
  const GdkRGBA color = { 0.21f, 0.52f, 0.89f, 1.f };
  int layout_width;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &layout_width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - layout_width) / 2, 0));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  g_object_unref (context);
}

static int
get_intrinsic_width (GdkPaintable *paintable)
{
  return WIDTH;
}

static int
get_intrinsic_height (GdkPaintable *paintable)
{
  return HEIGHT;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = paint;
  iface->get_intrinsic_width = get_intrinsic_width;
  iface->get_intrinsic_height = get_intrinsic_height;
}

static void
wmd_note_mark_finalize (GObject *object)
{
  g_free (WMD_NOTE_MARK (object)->markup);
  G_OBJECT_CLASS (wmd_note_mark_parent_class)->finalize (object);
}

static void
wmd_note_mark_class_init (WmdNoteMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_note_mark_finalize;
}

static void
wmd_note_mark_init (WmdNoteMark *self)
{
  self->number = 1;
}

WmdNoteMark *
wmd_note_mark_new (const char *markup)
{
  WmdNoteMark *self;

  g_return_val_if_fail (markup != NULL, NULL);

  self = g_object_new (WMD_TYPE_NOTE_MARK, NULL);
  self->markup = g_strdup (markup);
  return self;
}

const char *
wmd_note_mark_get_markup (WmdNoteMark *self)
{
  g_return_val_if_fail (WMD_IS_NOTE_MARK (self), NULL);

  return self->markup;
}

void
wmd_note_mark_set_number (WmdNoteMark *self, guint number)
{
  g_return_if_fail (WMD_IS_NOTE_MARK (self));

  if (self->number == number)
    return;
  self->number = number;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}
