/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts set in lines, and the three steps to them: what each character is to line breaking, the shapes of the
 * glyphs, the lines. Pango says where lines may break and which way characters run, HarfBuzz shapes; fonts are
 * chosen here, and lines are filled here, since Pango neither hangs Chinese punctuation nor justifies Chinese.
 * What stays is what painting needs and nothing else, so that a long document fits in memory whole.
 */
#include "config.h"

#include "typeset/text.h"

#include <string.h>

#include "typeset/setter-private.h"

WmdSetter *
wmd_setter_new (WmdFonts *fonts, WmdHyphenation *hyphenation)
{
  WmdSetter *self;

  g_return_val_if_fail (fonts != NULL, NULL);

  self = g_new0 (WmdSetter, 1);
  self->fonts = wmd_fonts_ref (fonts);
  if (hyphenation != NULL)
    self->hyphenation = wmd_hyphenation_ref (hyphenation);
  self->buffer = hb_buffer_create ();
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    self->languages[language] = pango_language_from_string (wmd_language_get_tag (language));
  self->characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->log_attrs = g_array_new (FALSE, TRUE, sizeof (PangoLogAttr));
  self->flags = g_array_new (FALSE, TRUE, sizeof (guint16));
  self->runs = g_array_new (FALSE, FALSE, sizeof (WmdRun));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (WmdShape));
  self->lines = g_array_new (FALSE, FALSE, sizeof (WmdLine));
  self->fragments = g_array_new (FALSE, FALSE, sizeof (WmdFragment));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (WmdGlyph));
  return self;
}

void
wmd_setter_free (WmdSetter *self)
{
  GArray *arrays[] = { self->characters, self->log_attrs, self->flags,     self->runs,
                       self->shapes,     self->lines,     self->fragments, self->glyphs };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  hb_buffer_destroy (self->buffer);
  g_clear_pointer (&self->hyphenation, wmd_hyphenation_unref);
  wmd_fonts_unref (self->fonts);
  g_free (self);
}

WmdText *
wmd_setter_set (WmdSetter *self, const WmdTextSource *source)
{
  WmdText *text;

  g_return_val_if_fail (self != NULL && source != NULL, NULL);
  g_return_val_if_fail (source->language >= 0 && source->language < WMD_N_LANGUAGES, NULL);

  self->source = source;
  self->length = strlen (source->text);
  wmd_setter_analyse (self);
  wmd_setter_shape (self);
  wmd_setter_fill_lines (self);
  g_clear_pointer (&self->levels, g_free);
  self->source = NULL;

  text = g_new0 (WmdText, 1);
  text->text = g_strndup (source->text, self->length);
  text->n_lines = self->lines->len;
  text->n_fragments = self->fragments->len;
  text->n_glyphs = self->glyphs->len;
  text->lines = g_memdup2 (self->lines->data, self->lines->len * sizeof (WmdLine));
  text->fragments = g_memdup2 (self->fragments->data, self->fragments->len * sizeof (WmdFragment));
  text->glyphs = g_memdup2 (self->glyphs->data, self->glyphs->len * sizeof (WmdGlyph));
  text->pitch = source->type->pitch;
  text->baseline = source->type->baseline;
  text->language = source->language;
  text->rtl = source->rtl;
  return text;
}

void
wmd_text_free (WmdText *self)
{
  g_free (self->glyphs);
  g_free (self->fragments);
  g_free (self->lines);
  g_free (self->text);
  g_free (self);
}

guint
wmd_text_get_line_at (const WmdText *self, guint offset)
{
  g_return_val_if_fail (self != NULL && self->n_lines > 0, 0);

  for (guint i = 1; i < self->n_lines; i++)
    if (self->lines[i].start > offset)
      return i - 1;
  return self->n_lines - 1;
}
