/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a file says of one unit, its footnotes included, which have units of their own. Codes of the source are what the
 * file says they are, since the source of the report may have changed; those of the target are the ones of the source,
 * or of the translation that the report has.
 */

#include "config.h"

#include "exchange/xliff-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/xliff.h"

/* What the footnotes of a text are read with. */
typedef struct
{
  const char *id;       /* of the unit that the text is of */
  GHashTable *elements; /* id → element of each unit of the file */
  gboolean is_target;
  WmdXliffUnit *unit; /* whose state those of the footnotes lower */
} Notes;

/* --- state --- */

static void
read_state (WmdXliffUnit *self, xmlNode *element, xmlNode *target)
{
  g_autofree char *state = wmd_xliff_dup_attribute (target, "state");
  g_autofree char *qualifier = wmd_xliff_dup_attribute (target, "state-qualifier");
  g_autofree char *approved = wmd_xliff_dup_attribute (element, "approved");

  self->tentative = g_strcmp0 (qualifier, WMD_XLIFF_TENTATIVE) == 0;
  if (!wmd_xliff_parse_state (state, &self->progress))
    self->progress = g_strcmp0 (approved, "yes") == 0 ? WMD_PROGRESS_REVISED : WMD_PROGRESS_DRAFT;
}

/* --- footnotes --- */

static char *
refuse_note_cb (const WmdXliffCodes *codes, guint number, GError **error)
{
  g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_CODES, _ ("A footnote is in a footnote."));
  return NULL;
}

/* A footnote is a part of its text: that is as far as the least of both. @source: the footnote in the source; @markup:
 * what @target says.
 */
static void
note_state (WmdXliffUnit *self, xmlNode *target, const WmdPiece *source, const char *markup)
{
  g_autofree char *state = wmd_xliff_dup_attribute (target, "state");
  WmdProgress progress = WMD_PROGRESS_DRAFT;

  if (wmd_xliff_parse_state (state, &progress))
    self->progress = MIN (self->progress, progress);
  self->untranslated_note |=
      progress < WMD_PROGRESS_TRANSLATED && source != NULL && g_strcmp0 (source->value, markup) == 0;
}

/* The pieces of the footnote @number in @text (nullable); NULL when there is none. */
static GArray *
list_note_pieces (const GArray *text, guint number, const GArray *source)
{
  const WmdPiece *note = text != NULL ? wmd_coded_text_lookup (text, number) : NULL;

  return note != NULL && note->kind == WMD_SPAN_NOTE ? wmd_coded_text_new (note->value, source) : NULL;
}

static char *
read_note_text (xmlNode *unit, const Notes *notes, const WmdXliffCodes *text, guint number, GError **error)
{
  xmlNode *element = wmd_xliff_find_child (unit, notes->is_target ? "target" : "source");
  g_autoptr (GArray) source = list_note_pieces (text->known[0], number, NULL);
  g_autoptr (GArray) translation = list_note_pieces (text->known[1], number, source);
  const WmdXliffCodes codes = { { source, translation }, refuse_note_cb, NULL };
  g_autofree char *markup = NULL;

  if (element == NULL || element->children == NULL)
    {
      g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_CODES, _ ("One of its footnotes has no text."));
      return NULL;
    }
  markup = wmd_xliff_read_text (element, &codes, error);
  if (notes->is_target && markup != NULL)
    note_state (notes->unit, element, wmd_coded_text_lookup (text->known[0], number), markup);
  return g_steal_pointer (&markup);
}

static char *
read_note_cb (const WmdXliffCodes *codes, guint number, GError **error)
{
  const Notes *notes = codes->data;
  g_autofree char *id = wmd_xliff_dup_note_id (notes->id, number);
  xmlNode *unit = g_hash_table_lookup (notes->elements, id);
  const WmdPiece *own = codes->known[1] != NULL ? wmd_coded_text_lookup (codes->known[1], number) : NULL;

  if (unit != NULL)
    return read_note_text (unit, notes, codes, number, error);
  if (own != NULL && wmd_coded_text_lookup (codes->known[0], number) == NULL)
    return g_strdup (own->value); /* of the translation alone, which has no unit: it stays as it is */
  g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_CODES,
                       _ ("The unit of one of its footnotes is not in the file."));
  return NULL;
}

/* --- texts --- */

static void
read_source (WmdXliffUnit *self, xmlNode *source, Notes *notes, const WmdExchangeUnit *held, GError **error)
{
  g_autoptr (GArray) pieces = wmd_coded_text_new (held->source_markup, NULL);
  WmdXliffCodes codes = { { NULL, NULL }, read_note_cb, notes };

  self->source = wmd_xliff_read_text (source, &codes, NULL);
  codes.known[0] = pieces;
  if (self->source == NULL)
    self->source = wmd_xliff_read_text (source, &codes, error);
}

static guint
count_notes (const GArray *pieces)
{
  guint n = 0;

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    n += g_array_index (pieces, WmdPiece, i).type == WMD_PIECE_OBJECT &&
         g_array_index (pieces, WmdPiece, i).kind == WMD_SPAN_NOTE;
  return n;
}

/* Sees whether what the source has is in the target, unless it was not in @held (nullable) either. */
static gboolean
check_target (WmdXliffUnit *self, const GArray *source, const GArray *held, GError **error)
{
  g_autoptr (GArray) target = wmd_coded_text_new (self->target, source);

  for (guint i = 0; i < source->len; i++)
    {
      const WmdPiece *piece = &g_array_index (source, WmdPiece, i);
      gboolean is_link = piece->type == WMD_PIECE_START && piece->kind == WMD_SPAN_LINK;

      if ((piece->type != WMD_PIECE_OBJECT && !is_link) || wmd_coded_text_lookup (target, piece->code) != NULL ||
          (held != NULL && wmd_coded_text_lookup (held, piece->code) == NULL))
        continue;
      self->lost_link |= is_link;
      if (is_link)
        continue;
      g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_CODES,
                           piece->kind == WMD_SPAN_NOTE ? _ ("A footnote of the source is missing in it.")
                                                        : _ ("A field of the source is missing in it."));
      return FALSE;
    }
  if (count_notes (target) <= MAX (count_notes (source), count_notes (held)))
    return TRUE;
  g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_CODES, _ ("It has a footnote twice."));
  return FALSE;
}

static void
read_target (WmdXliffUnit *self, xmlNode *target, Notes *notes, const WmdExchangeUnit *held, GError **error)
{
  g_autoptr (GArray) source = wmd_coded_text_new (self->source, NULL);
  g_autoptr (GArray) translation = held->target != NULL ? wmd_coded_text_new (held->target_markup, source) : NULL;
  const WmdXliffCodes codes = { { source, translation }, read_note_cb, notes };

  notes->is_target = TRUE;
  self->target = wmd_xliff_read_text (target, &codes, error);
  if (self->target != NULL && self->target[0] == '\0')
    g_clear_pointer (&self->target, g_free);
  if (self->target != NULL)
    check_target (self, source, translation, error);
}

static char *
dup_words (xmlNode *element)
{
  xmlChar *content = xmlNodeGetContent (element);
  char *words = g_strstrip (g_strdup ((const char *) content));

  xmlFree (content);
  return words;
}

void
wmd_xliff_unit_read (WmdXliffUnit *self, xmlNode *element, GHashTable *elements, const WmdExchangeUnit *held)
{
  xmlNode *source = wmd_xliff_find_child (element, "source");
  xmlNode *target = wmd_xliff_find_child (element, "target");
  g_autoptr (GError) error = NULL;
  Notes notes = { wmd_block_get_id (held->source), elements, FALSE, self };

  *self =
      (WmdXliffUnit){ .progress = WMD_PROGRESS_UNTRANSLATED, .digest = wmd_xliff_dup_attribute (element, "extradata") };
  if (target == NULL || source == NULL)
    return;
  self->words = dup_words (target);
  read_state (self, element, target);
  read_source (self, source, &notes, held, &error);
  if (self->source != NULL)
    read_target (self, target, &notes, held, &error);
  if (error != NULL)
    self->problem = g_strdup (error->message);
}

void
wmd_xliff_unit_clear (WmdXliffUnit *self)
{
  g_free (self->words);
  g_free (self->source);
  g_free (self->target);
  g_free (self->digest);
  g_free (self->problem);
}
