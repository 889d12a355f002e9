/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The emblem in documents: the file as it was given, and how large it is drawn. None is shipped, for the emblem of the
 * United Nations is protected.
 */

#include "config.h"

#include "publish/emblem.h"

#include "typeset/style.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

static const struct
{
  const char *format; /* name of the loader */
  const char *media_type;
  const char *extension;
} formats[] = {
  { "png", "image/png", ".png" },
  { "svg", "image/svg+xml", ".svg" },
};

WmdEmblem *
wmd_emblem_new (const char *path, GError **error)
{
  int width = 0, height = 0;
  GdkPixbufFormat *loader = gdk_pixbuf_get_file_info (path, &width, &height);
  g_autofree char *name = loader != NULL ? gdk_pixbuf_format_get_name (loader) : NULL;
  char *data = NULL;
  gsize length;

  for (guint i = 0; width > 0 && height > 0 && i < G_N_ELEMENTS (formats); i++)
    {
      double scale = MIN (WMD_EMBLEM_WIDTH / width, WMD_EMBLEM_HEIGHT / height);
      WmdEmblem *self;

      if (g_strcmp0 (name, formats[i].format) != 0 || !g_file_get_contents (path, &data, &length, NULL))
        continue;
      self = g_new0 (WmdEmblem, 1);
      self->bytes = g_bytes_new_take (data, length);
      self->media_type = formats[i].media_type;
      self->extension = formats[i].extension;
      self->width = width * scale;
      self->height = height * scale;
      return self;
    }
  g_set_error (error, WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE,
               _ ("The emblem “%s” cannot be read as a picture in PNG or SVG."), path);
  return NULL;
}

/* How many pixels a point has where a drawing is turned into a picture. */
#define PNG_SCALE 6.

WmdEmblem *
wmd_emblem_new_png (const char *path, GError **error)
{
  g_autoptr (WmdEmblem) self = wmd_emblem_new (path, error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) cause = NULL;
  char *data = NULL;
  gsize length;

  if (self == NULL || g_str_equal (self->media_type, "image/png"))
    return g_steal_pointer (&self);
  pixbuf = gdk_pixbuf_new_from_file_at_scale (path, (int) (self->width * PNG_SCALE), (int) (self->height * PNG_SCALE),
                                              TRUE, &cause);
  if (pixbuf == NULL || !gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", &cause, NULL))
    {
      g_set_error (error, WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE, _ ("The emblem “%s” cannot be read: %s"), path,
                   cause->message);
      return NULL;
    }
  g_bytes_unref (self->bytes);
  self->bytes = g_bytes_new_take (data, length);
  self->media_type = "image/png";
  self->extension = ".png";
  return g_steal_pointer (&self);
}

void
wmd_emblem_free (WmdEmblem *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}
