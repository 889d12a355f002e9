/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* XLIFF 1.2, which the tools of Debian read, where they pass over the units of 2.x: a file for each text and language
 * that it is translated from, a unit for each block and each footnote. A unit without translation has its source for
 * one, in the state "new", since there are tools that show nothing but the target.
 */

#include "config.h"

#include "exchange/xliff.h"

#include <glib/gi18n-lib.h>

#include "exchange/coded-text.h"
#include "exchange/xliff-private.h"
#include "exchange/xml-output.h"

G_DEFINE_QUARK (wmd - xliff - error - quark, wmd_xliff_error)

typedef struct
{
  xmlTextWriter *xml;
  WmdSnapshot *snapshot;
  WmdLanguage language; /* of the targets */
  guint n_units;
} Writer;

static void
write_note (Writer *self, const char *annotates, const char *text)
{
  wmd_output_line (self->xml, 4);
  wmd_output_start (self->xml, "note");
  wmd_output_attribute (self->xml, "from", "WMD Report");
  wmd_output_attribute (self->xml, "annotates", annotates);
  wmd_output_text (self->xml, text);
  wmd_output_end (self->xml);
}

/* --- text --- */

/* What a code is, for a person. NULL: its type says all. (transfer full) */
static char *
dup_equivalent (const WmdPiece *piece)
{
  if (piece->kind == WMD_SPAN_FIELD)
    return g_strdup_printf ("{%s}", piece->value);
  if (piece->kind == WMD_SPAN_NOTE)
    return g_strdup ("[footnote]");
  return g_strdup (piece->value);
}

/* @unit_id: of the block that the text is the source or target of, where its footnotes have units; else NULL. */
static void
write_code (Writer *self, const WmdPiece *piece, const char *unit_id)
{
  g_autofree char *equivalent = dup_equivalent (piece);
  g_autofree char *note =
      piece->kind == WMD_SPAN_NOTE && unit_id != NULL ? wmd_xliff_dup_note_id (unit_id, piece->code) : NULL;

  wmd_output_start (self->xml, piece->type == WMD_PIECE_OBJECT ? "x" : "g");
  wmd_output_number (self->xml, "id", piece->code);
  wmd_output_attribute (self->xml, "ctype", wmd_code_names[piece->kind].xliff);
  wmd_output_attribute (self->xml, "equiv-text", equivalent);
  wmd_output_attribute (self->xml, "xid", note);
  if (piece->type == WMD_PIECE_OBJECT)
    wmd_output_end (self->xml);
}

static void
write_pieces (Writer *self, const GArray *pieces, const char *unit_id)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdPiece *piece = &g_array_index (pieces, WmdPiece, i);

      if (piece->type == WMD_PIECE_TEXT)
        wmd_output_text (self->xml, piece->value);
      else if (piece->type == WMD_PIECE_END)
        wmd_output_end (self->xml);
      else
        write_code (self, piece, unit_id);
    }
}

/* --- units --- */

/* What is said of a translation. */
typedef struct
{
  const char *state;
  const char *qualifier; /* nullable */
  const char *digest;    /* nullable */
} Target;

static void
write_unit_start (Writer *self, const char *id, const char *type, const Target *target)
{
  wmd_output_line (self->xml, 3);
  wmd_output_start (self->xml, "trans-unit");
  wmd_output_attribute (self->xml, "id", id);
  wmd_output_attribute (self->xml, "approved", g_str_equal (target->state, "final") ? "yes" : NULL);
  wmd_output_attribute (self->xml, "xml:space", "preserve");
  wmd_output_attribute (self->xml, "restype", type);
  wmd_output_attribute (self->xml, "extradata", target->digest);
}

/* Source and target. */
static void
write_texts (Writer *self, const GArray *source, const GArray *target, const char *unit_id, const Target *about)
{
  wmd_output_line (self->xml, 4);
  wmd_output_start (self->xml, "source");
  write_pieces (self, source, unit_id);
  wmd_output_end (self->xml);
  wmd_output_line (self->xml, 4);
  wmd_output_start (self->xml, "target");
  wmd_output_attribute (self->xml, "state", about->state);
  wmd_output_attribute (self->xml, "state-qualifier", about->qualifier);
  write_pieces (self, target, unit_id);
  wmd_output_end (self->xml);
}

static void
write_unit_end (Writer *self)
{
  wmd_output_line (self->xml, 3);
  wmd_output_end (self->xml);
}

/* The source that a translation was made from, with that translation. */
static void
write_previous (Writer *self, const WmdExchangeUnit *unit, const GArray *source, const GArray *target)
{
  g_autofree char *markup = wmd_coded_text_clean (wmd_block_get_source (unit->target));
  g_autoptr (GArray) previous = wmd_coded_text_new (markup, source);

  write_note (self, "source", "The source has changed since this was translated.");
  wmd_output_line (self->xml, 4);
  wmd_output_start (self->xml, "alt-trans");
  wmd_output_attribute (self->xml, "alttranstype", "previous-version");
  wmd_output_attribute (self->xml, "xml:space", "preserve");
  wmd_output_line (self->xml, 5);
  wmd_output_start (self->xml, "source");
  write_pieces (self, previous, NULL);
  wmd_output_end (self->xml);
  wmd_output_line (self->xml, 5);
  wmd_output_start (self->xml, "target");
  write_pieces (self, target, NULL);
  wmd_output_end (self->xml);
  wmd_output_line (self->xml, 4);
  wmd_output_end (self->xml);
}

/* The footnotes of a source, each with that of the translation, where it has it. */
static void
write_footnotes (Writer *self, const char *id, const GArray *source, const GArray *target, const char *state)
{
  for (guint i = 0; i < source->len; i++)
    {
      const WmdPiece *piece = &g_array_index (source, WmdPiece, i);
      const WmdPiece *translated;
      g_autofree char *note_id = NULL;
      g_autoptr (GArray) note_source = NULL;
      g_autoptr (GArray) note_target = NULL;
      Target about = { state, NULL, NULL };

      if (piece->type != WMD_PIECE_OBJECT || piece->kind != WMD_SPAN_NOTE)
        continue;
      translated = wmd_coded_text_lookup (target, piece->code);
      if (translated == NULL)
        about.state = "new";
      note_id = wmd_xliff_dup_note_id (id, piece->code);
      note_source = wmd_coded_text_new (piece->value, NULL);
      note_target = wmd_coded_text_new (translated != NULL ? translated->value : piece->value, note_source);
      write_unit_start (self, note_id, "x-footnote", &about);
      write_texts (self, note_source, note_target, NULL, &about);
      write_unit_end (self);
    }
}

static void
write_unit (Writer *self, const WmdExchangeUnit *unit)
{
  const char *id = wmd_block_get_id (unit->source);
  g_autofree char *type = g_strconcat ("x-", wmd_block_kind_get_id (wmd_block_get_kind (unit->source)), NULL);
  g_autofree char *digest = wmd_xliff_dup_digest (unit->target_markup);
  gboolean tentative = unit->target != NULL && wmd_block_get_tentative (unit->target);
  const Target about = { wmd_xliff_get_state (unit), tentative ? WMD_XLIFF_TENTATIVE : NULL, digest };
  g_autoptr (GArray) source = wmd_coded_text_new (unit->source_markup, NULL);
  g_autoptr (GArray) target =
      wmd_coded_text_new (unit->target != NULL ? unit->target_markup : unit->source_markup, source);

  write_unit_start (self, id, type, &about);
  write_texts (self, source, target, id, &about);
  if (unit->stale)
    write_previous (self, unit, source, target);
  if (tentative)
    write_note (self, "target", "This translation is tentative: a term or a name in it is still to be confirmed.");
  write_unit_end (self);
  write_footnotes (self, id, source, target, about.state);
  self->n_units++;
}

/* --- files --- */

/* The report, the part in it, and last, as the name of a file would be, what it is called. (transfer full) */
static char *
dup_original (Writer *self, const WmdBody *body)
{
  const char *name = wmd_body_get_name (body, wmd_snapshot_get_reference (self->snapshot), self->language);
  const char *id = wmd_body_get_id (body);
  g_autofree char *clean = wmd_coded_text_clean (name != NULL ? name : id);

  return g_strdup_printf ("%s/%s/%s", wmd_snapshot_get_id (self->snapshot), id, clean);
}

static void
write_file_start (Writer *self, const WmdBody *body, WmdLanguage source)
{
  g_autofree char *original = dup_original (self, body);

  wmd_output_line (self->xml, 1);
  wmd_output_start (self->xml, "file");
  wmd_output_attribute (self->xml, "original", original);
  wmd_output_attribute (self->xml, "source-language", wmd_language_get_tag (source));
  wmd_output_attribute (self->xml, "target-language", wmd_language_get_tag (self->language));
  wmd_output_attribute (self->xml, "datatype", "xml");
  wmd_output_attribute (self->xml, "product-name", "WMD Report");
  wmd_output_line (self->xml, 2);
  wmd_output_start (self->xml, "body");
}

static void
write_file_end (Writer *self)
{
  wmd_output_line (self->xml, 2);
  wmd_output_end (self->xml);
  wmd_output_line (self->xml, 1);
  wmd_output_end (self->xml);
}

/* The units of @units that are translated from @source. */
static void
write_file (Writer *self, const WmdBody *body, const GPtrArray *units, WmdLanguage source)
{
  gboolean open = FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      const WmdExchangeUnit *unit = units->pdata[i];

      if (unit->source_language != source)
        continue;
      if (!open)
        write_file_start (self, body, source);
      open = TRUE;
      write_unit (self, unit);
    }
  if (open)
    write_file_end (self);
}

static void
write_body (Writer *self, const WmdBody *body)
{
  g_autoptr (GPtrArray) units = wmd_exchange_list_units (body, self->language, WMD_LANGUAGE_NONE);

  for (WmdLanguage source = 0; source < WMD_N_LANGUAGES; source++)
    write_file (self, body, units, source);
}

static void
write_document (xmlTextWriter *xml, gpointer data)
{
  Writer *self = data;

  self->xml = xml;
  wmd_output_start (self->xml, "xliff");
  wmd_output_attribute (self->xml, "version", "1.2");
  wmd_output_attribute (self->xml, "xmlns", WMD_XLIFF_NAMESPACE);
  write_body (self, wmd_snapshot_get_summary (self->snapshot));
  write_body (self, wmd_snapshot_get_introduction (self->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (self->snapshot); i++)
    write_body (self, wmd_snapshot_get_reply (self->snapshot, i));
  wmd_output_line (xml, 0);
  wmd_output_end (xml);
}

GBytes *
wmd_xliff_write (WmdSnapshot *snapshot, WmdLanguage language, GError **error)
{
  Writer self = { .snapshot = snapshot, .language = language };
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (language != WMD_LANGUAGE_NONE, NULL);

  bytes = wmd_output_document (write_document, &self);
  if (self.n_units > 0)
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_NOTHING,
                       _ ("There is nothing to translate into this language: the report has no text in another one."));
  return NULL;
}
