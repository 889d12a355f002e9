/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fonts of the editions. Each family names its font files; they are looked for where Debian puts them, and
 * only when they are not there is fontconfig asked, since starting it costs more than setting a report. Faces
 * are added under the lock and never removed or changed, so a WmdFace can be used from any thread.
 */
#include "config.h"

#include "typeset/fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>

#include "typeset/pages.h"

/* Where the face of a family and style is, beside what fontconfig finds. */
typedef struct
{
  const char *name; /* of the family */
  const char *package;
  const char *directories[3];           /* below the fonts directory of each data directory */
  const char *files[WMD_N_FACE_STYLES]; /* by WmdFaceStyle; NULL: the family has no such style */
  guint index;                          /* of the face in each file */
  const char *substitutes[3];           /* families with the same look */
} Family;

static const Family families[WMD_N_FAMILIES] = {
  [WMD_FAMILY_TIMES] = { "Liberation Serif",
                         "fonts-liberation",
                         { "truetype/liberation", "truetype/liberation2", "liberation-serif" },
                         { "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
                           "LiberationSerif-BoldItalic.ttf" },
                         0,
                         { "Times New Roman", "Tinos", "TeX Gyre Termes" } },
  [WMD_FAMILY_NASKH] = { "Noto Naskh Arabic",
                         "fonts-noto-core",
                         { "truetype/noto", "noto", "google-noto" },
                         { "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf" },
                         0,
                         { "Amiri", "Scheherazade New" } },
  [WMD_FAMILY_SONG] = { "Noto Serif CJK SC",
                        "fonts-noto-cjk",
                        { "opentype/noto", "noto-cjk", "google-noto-serif-cjk-fonts" },
                        { "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc" },
                        2,
                        { "Source Han Serif SC", "AR PL UMing CN" } },
};

/* Families of an edition, by language. */
static const guint needed[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = 1 << WMD_FAMILY_TIMES | 1 << WMD_FAMILY_NASKH,
  [WMD_LANGUAGE_EN] = 1 << WMD_FAMILY_TIMES,
  [WMD_LANGUAGE_ES] = 1 << WMD_FAMILY_TIMES,
  [WMD_LANGUAGE_FR] = 1 << WMD_FAMILY_TIMES,
  [WMD_LANGUAGE_RU] = 1 << WMD_FAMILY_TIMES,
  [WMD_LANGUAGE_ZH] = 1 << WMD_FAMILY_TIMES | 1 << WMD_FAMILY_SONG,
};

struct _WmdFonts
{
  gatomicrefcount ref_count;
  const WmdFace *faces[WMD_N_FAMILIES][WMD_N_FACE_STYLES]; /* in all; NULL where there is none */
  GMutex lock;                                             /* of what follows */
  GPtrArray *all;         /* (element-type WmdFace), by number; those beyond the families show rare characters */
  GPtrArray *painted;     /* by number: what the painter of the screen keeps; NULL until painted with */
  GDestroyNotify release; /* of those */
  FcConfig *config;       /* what is installed; NULL until asked */
  GHashTable *fallbacks;  /* gunichar and style → WmdFace, NULL for a character that no font has */
};

static void
face_free (WmdFace *self)
{
  hb_font_destroy (self->font);
  g_free (self->path);
  g_free (self);
}

/* NULL when the file cannot be read or is no font. */
static const WmdFace *
add_face (WmdFonts *self, WmdFamily family, WmdFaceStyle style, const char *path, guint index, gboolean fallback)
{
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_face_t *hb_face;
  WmdFace *face;

  if (blob == NULL)
    return NULL;
  hb_face = hb_face_create (blob, index);
  hb_blob_destroy (blob);
  if (hb_face_get_glyph_count (hb_face) == 0)
    {
      hb_face_destroy (hb_face);
      return NULL;
    }

  face = g_new0 (WmdFace, 1);
  face->family = family;
  face->style = style;
  face->path = g_strdup (path);
  face->index = index;
  face->number = self->all->len;
  face->fallback = fallback;
  face->units_per_em = hb_face_get_upem (hb_face);
  face->font = hb_font_create (hb_face);
  hb_ot_font_set_funcs (face->font);
  hb_font_make_immutable (face->font);
  hb_face_destroy (hb_face);
  g_ptr_array_add (self->all, face);
  g_ptr_array_add (self->painted, NULL);
  return face;
}

static const WmdFace *
find_in_directories (WmdFonts *self, WmdFamily family, WmdFaceStyle style)
{
  const Family *known = &families[family];
  const char *const *data_dirs = g_get_system_data_dirs ();

  for (guint i = 0; data_dirs[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (known->directories); j++)
      {
        g_autofree char *path =
            g_build_filename (data_dirs[i], "fonts", known->directories[j], known->files[style], NULL);
        const WmdFace *face = add_face (self, family, style, path, known->index, FALSE);

        if (face != NULL)
          return face;
      }
  return NULL;
}

/* Called with the lock held or before anyone else knows of @self. */
static FcConfig *
ensure_config (WmdFonts *self)
{
  if (self->config == NULL)
    self->config = FcInitLoadConfigAndFonts ();
  return self->config;
}

static FcPattern *
pattern_new (const char *name, WmdFaceStyle style)
{
  FcPattern *pattern = FcPatternCreate ();

  if (name != NULL)
    FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) name);
  FcPatternAddInteger (pattern, FC_WEIGHT, (style & WMD_FACE_BOLD) != 0 ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (pattern, FC_SLANT, (style & WMD_FACE_ITALIC) != 0 ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool (pattern, FC_SCALABLE, FcTrue);
  return pattern;
}

static const WmdFace *
find_known_fallback (WmdFonts *self, WmdFaceStyle style, const char *path, guint index)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const WmdFace *face = self->all->pdata[i];

      if (face->fallback && face->style == style && face->index == index && g_str_equal (face->path, path))
        return face;
    }
  return NULL;
}

/* The file of the best match; NULL when its family is not @name. Without a name it is a fallback, of any family but
 * those that have pictures for outlines.
 */
static const WmdFace *
add_match (WmdFonts *self, WmdFamily family, WmdFaceStyle style, FcPattern *pattern, const char *name)
{
  const WmdFace *face = NULL;
  FcResult result;
  FcPattern *match;
  FcChar8 *value = NULL;
  FcBool colored = FcFalse;
  int index = 0;

  FcConfigSubstitute (ensure_config (self), pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  match = FcFontMatch (self->config, pattern, &result);
  if (match == NULL)
    return NULL;
  FcPatternGetBool (match, FC_COLOR, 0, &colored);
  if (name == NULL ? !colored
                   : FcPatternGetString (match, FC_FAMILY, 0, &value) == FcResultMatch &&
                         g_ascii_strcasecmp ((const char *) value, name) == 0)
    {
      FcPatternGetInteger (match, FC_INDEX, 0, &index);
      index &= 0xffff;
      if (FcPatternGetString (match, FC_FILE, 0, &value) == FcResultMatch)
        {
          if (name == NULL)
            face = find_known_fallback (self, style, (const char *) value, index);
          if (face == NULL)
            face = add_face (self, family, style, (const char *) value, index, name == NULL);
        }
    }
  FcPatternDestroy (match);
  return face;
}

static const WmdFace *
find_installed (WmdFonts *self, WmdFamily family, WmdFaceStyle style)
{
  const char *names[] = { families[family].name, families[family].substitutes[0], families[family].substitutes[1],
                          families[family].substitutes[2] };
  const WmdFace *face = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && face == NULL; i++)
    if (names[i] != NULL)
      {
        FcPattern *pattern = pattern_new (names[i], style);

        face = add_match (self, family, style, pattern, names[i]);
        FcPatternDestroy (pattern);
      }
  return face;
}

/* A family without a style shows the nearest it has: without italics, and at last the regular face. */
static void
find_family (WmdFonts *self, WmdFamily family)
{
  const WmdFace **faces = self->faces[family];

  for (WmdFaceStyle style = 0; style < WMD_N_FACE_STYLES; style++)
    {
      if (families[family].files[style] != NULL)
        faces[style] = find_in_directories (self, family, style);
      if (faces[style] == NULL && style != WMD_FACE_REGULAR)
        faces[style] = faces[style & WMD_FACE_BOLD];
    }
}

static const WmdFace *
family_face (WmdFonts *self, WmdFamily family, WmdFaceStyle style)
{
  const WmdFace *face = self->faces[family][style];

  return face != NULL ? face : self->faces[family][WMD_FACE_REGULAR];
}

gboolean
wmd_face_has_character (const WmdFace *self, gunichar character)
{
  hb_codepoint_t glyph;

  g_return_val_if_fail (self != NULL, FALSE);

  return hb_font_get_nominal_glyph (self->font, character, &glyph);
}

/* Any font of the machine that shows @character; NULL when none does. */
static const WmdFace *
find_fallback (WmdFonts *self, WmdFaceStyle style, gunichar character)
{
  FcPattern *pattern = pattern_new (NULL, style);
  FcCharSet *characters = FcCharSetCreate ();
  const WmdFace *face;

  FcCharSetAddChar (characters, character);
  FcPatternAddCharSet (pattern, FC_CHARSET, characters);
  face = add_match (self, WMD_FAMILY_TIMES, style, pattern, NULL);
  FcCharSetDestroy (characters);
  FcPatternDestroy (pattern);
  return face != NULL && wmd_face_has_character (face, character) ? face : NULL;
}

WmdFonts *
wmd_fonts_new (void)
{
  WmdFonts *self = g_new0 (WmdFonts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) face_free);
  self->painted = g_ptr_array_new ();
  self->fallbacks = g_hash_table_new (NULL, NULL);
  for (WmdFamily family = 0; family < WMD_N_FAMILIES; family++)
    find_family (self, family);
  return self;
}

WmdFonts *
wmd_fonts_ref (WmdFonts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_fonts_unref (WmdFonts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->fallbacks);
  for (guint i = 0; i < self->painted->len; i++)
    if (self->painted->pdata[i] != NULL)
      self->release (self->painted->pdata[i]);
  g_ptr_array_unref (self->painted);
  g_ptr_array_unref (self->all);
  g_clear_pointer (&self->config, FcConfigDestroy);
  g_mutex_clear (&self->lock);
  g_free (self);
}

gboolean
wmd_fonts_check (WmdFonts *self, WmdLanguage language, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, FALSE);

  g_mutex_lock (&self->lock);
  for (WmdFamily family = 0; family < WMD_N_FAMILIES; family++)
    if ((needed[language] & 1 << family) != 0 && self->faces[family][WMD_FACE_REGULAR] == NULL)
      for (WmdFaceStyle style = 0; style < WMD_N_FACE_STYLES; style++)
        self->faces[family][style] = find_installed (self, family, style);
  g_mutex_unlock (&self->lock);

  for (WmdFamily family = 0; family < WMD_N_FAMILIES; family++)
    if ((needed[language] & 1 << family) != 0 && self->faces[family][WMD_FACE_REGULAR] == NULL)
      {
        g_set_error (error, WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_FONT,
                     /* Translators: the name of a font, then of the Debian package that has it. */
                     _ ("The font “%s” is not installed; on Debian it is in the package %s."), families[family].name,
                     families[family].package);
        return FALSE;
      }
  return TRUE;
}

const WmdFace *
wmd_fonts_get_face (WmdFonts *self, WmdFamily family, WmdFaceStyle style, gunichar character)
{
  const WmdFace *asked;
  gpointer key, found;

  g_return_val_if_fail (self != NULL && family < WMD_N_FAMILIES && style < WMD_N_FACE_STYLES, NULL);

  asked = family_face (self, family, style);
  if (asked != NULL && (character < 0x20 || wmd_face_has_character (asked, character)))
    return asked;
  for (WmdFamily other = 0; other < WMD_N_FAMILIES; other++)
    {
      const WmdFace *face = family_face (self, other, style);

      if (face != NULL && wmd_face_has_character (face, character))
        return face;
    }

  g_mutex_lock (&self->lock);
  key = GUINT_TO_POINTER (character * WMD_N_FACE_STYLES + style);
  if (!g_hash_table_lookup_extended (self->fallbacks, key, NULL, &found))
    {
      found = (gpointer) find_fallback (self, style, character);
      g_hash_table_insert (self->fallbacks, key, found);
    }
  if (found == NULL)
    found = asked != NULL ? (gpointer) asked : self->all->len > 0 ? self->all->pdata[0] : NULL;
  g_mutex_unlock (&self->lock);
  return found;
}

gpointer
wmd_fonts_get_painted (WmdFonts *self,
                       const WmdFace *face,
                       gpointer (*make) (const WmdFace *face),
                       GDestroyNotify release)
{
  gpointer *painted;

  g_return_val_if_fail (self != NULL && face != NULL, NULL);

  g_mutex_lock (&self->lock);
  painted = &g_ptr_array_index (self->painted, face->number);
  if (*painted == NULL)
    *painted = make (face);
  self->release = release;
  g_mutex_unlock (&self->lock);
  return *painted;
}
