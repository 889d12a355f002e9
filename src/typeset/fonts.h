/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <hb.h>

#include "compose/publication.h"

G_BEGIN_DECLS

/* The families that editions are set in, each with its regular and its bold face, Times also in italics. */
typedef enum
{
  WMD_FAMILY_TIMES, /* Latin, Cyrillic, Greek; the digits of Chinese and Arabic editions */
  WMD_FAMILY_NASKH, /* Arabic */
  WMD_FAMILY_SONG,  /* Chinese */
} WmdFamily;

#define WMD_N_FAMILIES 3

typedef enum
{
  WMD_FACE_REGULAR = 0,
  WMD_FACE_BOLD = 1 << 0,
  WMD_FACE_ITALIC = 1 << 1,
} WmdFaceStyle;

#define WMD_N_FACE_STYLES 4

/* One face of one font file. Immutable, lives as long as its WmdFonts; safe to use from any thread. */
typedef struct
{
  WmdFamily family;
  WmdFaceStyle style;
  char *path;        /* of the font file */
  guint index;       /* of the face in the file */
  guint number;      /* place of the face among all of its WmdFonts, from 0 */
  gboolean fallback; /* of none of the families: it shows characters that these do not have */
  hb_font_t *font;   /* scaled to its units per em */
  guint units_per_em;
} WmdFace;

/* The faces that editions are set in, found once. They come from named font files alone, so the same text
 * is set the same way wherever these files are installed, whatever else is. Reference counted.
 */
typedef struct _WmdFonts WmdFonts;

/* Never fails; what is missing shows when it is asked for. (transfer full) */
WmdFonts *wmd_fonts_new (void);
WmdFonts *wmd_fonts_ref (WmdFonts *self);
void wmd_fonts_unref (WmdFonts *self);

/* FALSE when a family that editions in @language need is not installed; the message names its Debian package. */
gboolean wmd_fonts_check (WmdFonts *self, WmdLanguage language, GError **error);

/* The face of that family and style that shows @character; where it does not have it, one of another family
 * or of any font installed; where there is none, the face asked for. NULL only when no family is installed.
 */
const WmdFace *wmd_fonts_get_face (WmdFonts *self, WmdFamily family, WmdFaceStyle style, gunichar character);

gboolean wmd_face_has_character (const WmdFace *self, gunichar character);

/* What a painter keeps of a face: @make makes it when it is first asked for, @release gets it back when the fonts go.
 * There is one such painter, that of the screen. (transfer none)
 */
gpointer wmd_fonts_get_painted (WmdFonts *self,
                                const WmdFace *face,
                                gpointer (*make) (const WmdFace *face),
                                GDestroyNotify release);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFonts, wmd_fonts_unref)

G_END_DECLS
