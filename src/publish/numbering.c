/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The labels of lists as number formats: the label of a first item shows what a format begins with, and what stands
 * before and after it.
 */

#include "config.h"

#include "publish/numbering.h"

#include <string.h>

typedef struct
{
  const char *first; /* as the first item of such a list is numbered */
  const char *odf;
  const char *ooxml;
} Format;

/* Formats that word processors know; NULL where one does not. The Arabic letters that they have are others than the
 * United Nations uses.
 */
static const Format formats[] = {
  { "1", "1", "decimal" },
  { "a", "a", "lowerLetter" },
  { "I", "I", "upperRoman" },
  { "i", "i", "lowerRoman" },
  { "一", "一, 二, 三, ...", "chineseCounting" },
  { "١", "١, ٢, ٣, ...", NULL },
};

static const char *
find_first_label (const WmdPublication *publication, WmdItemKind kind)
{
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (item->kind == kind && item->number == 1)
        return item->label;
    }
  return NULL;
}

/* TRUE when @text is punctuation and spaces alone: then what is between is the number, and all of it. */
static gboolean
is_punctuation (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

WmdNumbering *
wmd_numbering_new (const WmdPublication *publication, WmdItemKind kind)
{
  const char *label = find_first_label (publication, kind);
  WmdNumbering *self = g_new0 (WmdNumbering, 1);

  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      const char *found = strstr (label, formats[i].first);
      const char *after = found != NULL ? found + strlen (formats[i].first) : NULL;

      if (found == NULL || !is_punctuation (label, found - label) || !is_punctuation (after, strlen (after)))
        continue;
      self->prefix = g_strndup (label, found - label);
      self->suffix = g_strdup (after);
      self->odf = formats[i].odf;
      self->ooxml = formats[i].ooxml;
      return self;
    }
  return self;
}

void
wmd_numbering_free (WmdNumbering *self)
{
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}
