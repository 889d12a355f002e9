/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A translation memory: pairs of a source and what was made of it, which stay true when the source of the report
 * changes. Codes of the text are those of its markup; a footnote is a pair of its own.
 */

#include "config.h"

#include "exchange/tmx.h"

#include <glib/gi18n-lib.h>

#include "exchange/coded-text.h"
#include "exchange/exchange-unit.h"
#include "exchange/xml-output.h"

G_DEFINE_QUARK (wmd - tmx - error - quark, wmd_tmx_error)

typedef struct
{
  xmlTextWriter *xml;
  WmdSnapshot *snapshot;
  WmdLanguage language; /* NONE: all */
  guint n_units;
} Writer;

/* --- text --- */

/* The markup that a code stands for. (transfer full) */
static char *
dup_native (const WmdPiece *piece)
{
  const WmdCodeNames *names = &wmd_code_names[piece->kind];

  if (piece->type == WMD_PIECE_END)
    return g_strdup_printf ("</%s>", names->element);
  if (names->attribute != NULL)
    return g_markup_printf_escaped (piece->type == WMD_PIECE_OBJECT ? "<%s %s=\"%s\"/>" : "<%s %s=\"%s\">",
                                    names->element, names->attribute, piece->value);
  return g_strdup_printf (piece->type == WMD_PIECE_OBJECT ? "<%s/>" : "<%s>", names->element);
}

static void
write_code (xmlTextWriter *xml, const WmdPiece *piece)
{
  static const char *const elements[] = {
    [WMD_PIECE_START] = "bpt",
    [WMD_PIECE_END] = "ept",
    [WMD_PIECE_OBJECT] = "ph",
  };
  g_autofree char *native = dup_native (piece);

  wmd_output_start (xml, elements[piece->type]);
  if (piece->type != WMD_PIECE_OBJECT)
    wmd_output_number (xml, "i", piece->code);
  if (piece->type != WMD_PIECE_END)
    {
      wmd_output_number (xml, "x", piece->code);
      wmd_output_attribute (xml, "type", wmd_code_names[piece->kind].tmx);
    }
  wmd_output_text (xml, native);
  wmd_output_end (xml);
}

static void
write_variant (xmlTextWriter *xml, WmdLanguage language, const GArray *pieces)
{
  wmd_output_line (xml, 3);
  wmd_output_start (xml, "tuv");
  wmd_output_attribute (xml, "xml:lang", wmd_language_get_tag (language));
  wmd_output_start (xml, "seg");
  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdPiece *piece = &g_array_index (pieces, WmdPiece, i);

      if (piece->type == WMD_PIECE_TEXT)
        wmd_output_text (xml, piece->value);
      else
        write_code (xml, piece);
    }
  wmd_output_end (xml);
  wmd_output_end (xml);
}

/* --- units --- */

typedef struct
{
  const char *part;
  const char *block;
  WmdLanguage languages[2]; /* of source and target */
} Place;

/* @footnote: number of its code; 0 for the text itself. */
static void
write_pair (Writer *self, const Place *place, guint footnote, const GArray *source, const GArray *target)
{
  const char *code = wmd_language_get_code (place->languages[1]);
  g_autofree char *id = footnote == 0 ? g_strdup_printf ("%s.%s.%s", place->part, place->block, code)
                                      : g_strdup_printf ("%s.%s.%u.%s", place->part, place->block, footnote, code);

  wmd_output_line (self->xml, 2);
  wmd_output_start (self->xml, "tu");
  wmd_output_attribute (self->xml, "tuid", id);
  wmd_output_attribute (self->xml, "srclang", wmd_language_get_tag (place->languages[0]));
  write_variant (self->xml, place->languages[0], source);
  write_variant (self->xml, place->languages[1], target);
  wmd_output_line (self->xml, 2);
  wmd_output_end (self->xml);
  self->n_units++;
}

static void
write_footnotes (Writer *self, const Place *place, const GArray *source, const GArray *target)
{
  for (guint i = 0; i < source->len; i++)
    {
      const WmdPiece *piece = &g_array_index (source, WmdPiece, i);
      const WmdPiece *translated;
      g_autoptr (GArray) note_source = NULL;
      g_autoptr (GArray) note_target = NULL;

      if (piece->type != WMD_PIECE_OBJECT || piece->kind != WMD_SPAN_NOTE)
        continue;
      translated = wmd_coded_text_lookup (target, piece->code);
      if (translated == NULL)
        continue;
      note_source = wmd_coded_text_new (piece->value, NULL);
      note_target = wmd_coded_text_new (translated->value, note_source);
      write_pair (self, place, piece->code, note_source, note_target);
    }
}

static void
write_unit (Writer *self, const WmdBody *body, WmdLanguage language, const WmdExchangeUnit *unit)
{
  Place place = { wmd_body_get_id (body), wmd_block_get_id (unit->source), { unit->source_language, language } };
  g_autofree char *recorded = NULL;
  g_autoptr (GArray) source = NULL;
  g_autoptr (GArray) target = NULL;

  if (unit->target == NULL || wmd_block_get_progress (unit->target) < WMD_PROGRESS_TRANSLATED ||
      wmd_block_get_tentative (unit->target))
    return;
  if (wmd_block_get_source (unit->target) != NULL)
    {
      recorded = wmd_coded_text_clean (wmd_block_get_source (unit->target));
      place.languages[0] = wmd_block_get_source_language (unit->target);
    }
  source = wmd_coded_text_new (recorded != NULL ? recorded : unit->source_markup, NULL);
  target = wmd_coded_text_new (unit->target_markup, source);
  write_pair (self, &place, 0, source, target);
  write_footnotes (self, &place, source, target);
}

static void
write_body (Writer *self, const WmdBody *body)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (GPtrArray) units = NULL;

      if (self->language != WMD_LANGUAGE_NONE && self->language != language)
        continue;
      units = wmd_exchange_list_units (body, language, WMD_LANGUAGE_NONE);
      for (guint i = 0; i < units->len; i++)
        write_unit (self, body, language, units->pdata[i]);
    }
}

/* --- the document --- */

static void
write_header (Writer *self)
{
  static const char *const attributes[][2] = {
    { "creationtool", "WMD Report" },
    { "creationtoolversion", PACKAGE_VERSION },
    { "segtype", "paragraph" },
    { "o-tmf", "wmdreport" },
    { "adminlang", "en" },
    { "srclang", "*all*" },
    { "datatype", "xml" },
  };

  wmd_output_line (self->xml, 1);
  wmd_output_start (self->xml, "header");
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    wmd_output_attribute (self->xml, attributes[i][0], attributes[i][1]);
  wmd_output_end (self->xml);
}

static void
write_document (xmlTextWriter *xml, gpointer data)
{
  Writer *self = data;

  self->xml = xml;
  wmd_output_start (xml, "tmx");
  wmd_output_attribute (xml, "version", "1.4");
  write_header (self);
  wmd_output_line (xml, 1);
  wmd_output_start (xml, "body");
  write_body (self, wmd_snapshot_get_summary (self->snapshot));
  write_body (self, wmd_snapshot_get_introduction (self->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (self->snapshot); i++)
    write_body (self, wmd_snapshot_get_reply (self->snapshot, i));
  wmd_output_line (xml, 1);
  wmd_output_end (xml);
  wmd_output_line (xml, 0);
  wmd_output_end (xml);
}

GBytes *
wmd_tmx_write (WmdSnapshot *snapshot, WmdLanguage language, GError **error)
{
  Writer self = { .snapshot = snapshot, .language = language };
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);

  bytes = wmd_output_document (write_document, &self);
  if (self.n_units > 0)
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, WMD_TMX_ERROR, WMD_TMX_ERROR_NOTHING,
                       _ ("There is no translation to write: none is at least “translated”."));
  return NULL;
}
