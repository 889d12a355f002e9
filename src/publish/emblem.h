/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The picture that a user gives for the place of the emblem, as it is put in a document. */
typedef struct
{
  GBytes *bytes;
  const char *media_type; /* "image/png" */
  const char *extension;  /* ".png" */
  double width, height;   /* in points, as large as its place allows */
} WmdEmblem;

/* (transfer full), NULL with an error of WMD_TYPESET_ERROR when @path is not a picture in PNG or SVG. */
WmdEmblem *wmd_emblem_new (const char *path,
                           GError    **error);
/* The same as a PNG file, whatever @path is. */
WmdEmblem *wmd_emblem_new_png (const char *path,
                               GError    **error);
void       wmd_emblem_free (WmdEmblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdEmblem, wmd_emblem_free)

G_END_DECLS
