/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lock is for reading; what was read never changes. */

#include "config.h"

#include "typeset/emblem.h"

#include <glib/gi18n-lib.h>

#include "typeset/pages.h"
#include "typeset/style.h"

/* How many pixels a point has. */
#define SCALE 8

typedef struct
{
  const char *name; /* of the loader */
  const char *media_type;
  const char *extension;
} Format;

struct _WmdEmblem
{
  gatomicrefcount ref_count;
  char *path;

  GMutex lock;
  gboolean was_read;
  GError *error; /* why it could not be; NULL when it could */

  const Format *format; /* of the bytes */
  GBytes *bytes;        /* as documents hold it */
  GdkPixbuf *pixels;    /* opaque */
  double width, height; /* points */
};

static const Format formats[] = {
  { "png", "image/png", ".png" },
  { "svg", "image/svg+xml", ".svg" },
};

WmdEmblem *
wmd_emblem_new (const char *path)
{
  WmdEmblem *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WmdEmblem, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->path = g_strdup (path);
  return self;
}

WmdEmblem *
wmd_emblem_ref (WmdEmblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_emblem_unref (WmdEmblem *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->pixels);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

/* --- reading --- */

/* @picture on white. (transfer full) */
static GdkPixbuf *
make_opaque (const GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  int n_channels = gdk_pixbuf_get_n_channels (picture);
  GdkPixbuf *opaque = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (picture) + (gsize) y * gdk_pixbuf_get_rowstride (picture);
      guint8 *to = gdk_pixbuf_get_pixels (opaque) + (gsize) y * gdk_pixbuf_get_rowstride (opaque);

      for (int x = 0; x < width; x++, from += n_channels, to += 3)
        {
          guint alpha = n_channels == 4 ? from[3] : 255;

          for (guint i = 0; i < 3; i++)
            to[i] = from[i] * alpha / 255 + (255 - alpha);
        }
    }
  return opaque;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, WmdEmblem *self)
{
  double scale = MIN (WMD_EMBLEM_WIDTH / width, WMD_EMBLEM_HEIGHT / height);

  self->width = width * scale;
  self->height = height * scale;
  gdk_pixbuf_loader_set_size (loader, MAX ((int) (self->width * SCALE), 1), MAX ((int) (self->height * SCALE), 1));
}

/* (transfer full) */
static GBytes *
make_png (const GdkPixbuf *pixels, GError **error)
{
  char *data;
  gsize length;

  return gdk_pixbuf_save_to_buffer ((GdkPixbuf *) pixels, &data, &length, "png", error, NULL)
             ? g_bytes_new_take (data, length)
             : NULL;
}

/* Takes @file as what documents hold where they can. */
static gboolean
set_bytes (WmdEmblem *self, GdkPixbufLoader *loader, GBytes *file, GError **error)
{
  g_autofree char *name = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (name, formats[i].name))
      {
        self->format = &formats[i];
        self->bytes = g_bytes_ref (file);
        return TRUE;
      }
  self->format = &formats[0];
  self->bytes = make_png (self->pixels, error);
  return self->bytes != NULL;
}

static gboolean
load (WmdEmblem *self, GBytes *file, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *picture;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), self);
  written = gdk_pixbuf_loader_write_bytes (loader, file, error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return FALSE;
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (picture == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, _ ("There is no picture in it"));
      return FALSE;
    }
  self->pixels = make_opaque (picture);
  return set_bytes (self, loader, file, error);
}

/* The first message of the two has the name of the file in what went wrong. */
static void
read_file (WmdEmblem *self)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *name = g_filename_display_name (self->path);
  char *data;
  gsize length;

  if (!g_file_get_contents (self->path, &data, &length, &cause))
    {
      self->error = g_error_new (WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE,
                                 /* Translators: %s: what went wrong with which file. */
                                 _ ("The emblem cannot be read: %s. Choose another picture in PNG or SVG, or none."),
                                 cause->message);
      return;
    }
  file = g_bytes_new_take (data, length);
  if (!load (self, file, &cause))
    self->error =
        g_error_new (WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE,
                     /* Translators: a file name, then what went wrong. */
                     _ ("The emblem “%s” is not a picture: %s. Choose another picture in PNG or SVG, or none."), name,
                     cause->message);
}

gboolean
wmd_emblem_read (WmdEmblem *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->lock);
  if (!self->was_read)
    read_file (self);
  self->was_read = TRUE;
  g_mutex_unlock (&self->lock);
  if (self->error != NULL && error != NULL)
    *error = g_error_copy (self->error);
  return self->error == NULL;
}

/* --- what was read --- */

void
wmd_emblem_get_size (const WmdEmblem *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && self->pixels != NULL);

  *width = self->width;
  *height = self->height;
}

const GdkPixbuf *
wmd_emblem_get_pixels (const WmdEmblem *self)
{
  g_return_val_if_fail (self != NULL && self->pixels != NULL, NULL);

  return self->pixels;
}

GBytes *
wmd_emblem_get_bytes (const WmdEmblem *self)
{
  g_return_val_if_fail (self != NULL && self->bytes != NULL, NULL);

  return self->bytes;
}

const char *
wmd_emblem_get_media_type (const WmdEmblem *self)
{
  g_return_val_if_fail (self != NULL && self->format != NULL, NULL);

  return self->format->media_type;
}

const char *
wmd_emblem_get_extension (const WmdEmblem *self)
{
  g_return_val_if_fail (self != NULL && self->format != NULL, NULL);

  return self->format->extension;
}

GBytes *
wmd_emblem_dup_png (const WmdEmblem *self)
{
  g_return_val_if_fail (self != NULL && self->bytes != NULL, NULL);

  return self->format == &formats[0] ? g_bytes_ref (self->bytes) : make_png (self->pixels, NULL);
}
