/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* The picture that a user gives for the place of the emblem: a file, which is read when someone first asks for it and
 * never again, so that all pages and documents made with one emblem show the same, whatever becomes of the file. None
 * is shipped, for the emblem of the United Nations is protected. Reference counted; for any thread.
 */
typedef struct _WmdEmblem WmdEmblem;

/* @path: of a picture, in PNG or SVG or what else GdkPixbuf knows; nothing of it is read yet. (transfer full) */
WmdEmblem *wmd_emblem_new (const char *path);

WmdEmblem *wmd_emblem_ref (WmdEmblem *self);
void       wmd_emblem_unref (WmdEmblem *self);

/* FALSE with an error of WMD_TYPESET_ERROR, which names the file, when there is no such picture. What follows is for an
 * emblem of which this has said TRUE.
 */
gboolean wmd_emblem_read (WmdEmblem *self,
                          GError   **error);

/* As large as its place allows, in points. */
void wmd_emblem_get_size (const WmdEmblem *self,
                          double          *width,
                          double          *height);

/* On white, as paper is: no transparency in what is printed or archived. (transfer none) */
const GdkPixbuf *wmd_emblem_get_pixels (const WmdEmblem *self);

/* As a document holds it: the file as it was given, where that is in PNG or SVG, else in PNG. (transfer none) */
GBytes     *wmd_emblem_get_bytes (const WmdEmblem *self);
const char *wmd_emblem_get_media_type (const WmdEmblem *self); /* "image/png" */
const char *wmd_emblem_get_extension (const WmdEmblem *self);  /* ".png" */

/* In PNG in any case. (transfer full) */
GBytes *wmd_emblem_dup_png (const WmdEmblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdEmblem, wmd_emblem_unref)

G_END_DECLS
