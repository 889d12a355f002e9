/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sorts the pieces after the contents into the introduction and the replies, section by section. */

#include "config.h"

#include "exchange/text-parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

static WmdTextPart *
part_new (WmdPartKind kind)
{
  WmdTextPart *part = g_new0 (WmdTextPart, 1);

  part->kind = kind;
  part->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_piece_free);
  return part;
}

static void
part_free (WmdTextPart *part)
{
  g_free (part->name);
  g_free (part->heading);
  g_free (part->original);
  g_free (part->date);
  g_ptr_array_unref (part->pieces);
  g_free (part);
}

void
wmd_text_parts_rename_entry (WmdTextParts *self, const char *printed, const char *title)
{
  g_autofree char *key = wmd_text_comparable (printed);
  WmdContentsLine *line = g_hash_table_lookup (self->listed, key);

  if (line == NULL)
    return;
  g_free (line->title);
  line->title = g_strdup (title);
}

/* Takes a heading that is not kept out of the contents. */
static void
drop_entry (WmdTextParts *self, const char *printed)
{
  g_autofree char *key = wmd_text_comparable (printed);
  WmdContentsLine *line = g_hash_table_lookup (self->listed, key);

  if (line == NULL)
    return;
  g_hash_table_remove (self->listed, key);
  g_ptr_array_remove (self->import->edition->contents, line);
}

/* Leaves out the heading of a group of replies. */
static void
report_group (WmdTextParts *self, const WmdPiece *piece)
{
  g_autofree char *plain = wmd_piece_dup_heading (piece);

  self->grouped = TRUE;
  drop_entry (self, plain);
  wmd_text_import_note_links (self->import, piece->line, piece->text);
  wmd_text_import_report (
      self->import, "import-unplaced", WMD_SEVERITY_NOTE, piece->line, plain,
      g_strdup_printf (_ ("“%s” groups replies, which a report does in its sections alone. It was left out."), plain));
}

/* Names what a heading has that a name cannot keep: footnotes, their marks, links. */
static void
report_heading (WmdTextParts *self, const WmdPiece *heading, const char *name)
{
  g_autofree char *plain = wmd_piece_dup_heading (heading);

  wmd_text_import_note_links (self->import, heading->line, heading->text);
  for (guint i = 0; i < heading->notes->len; i++)
    wmd_text_import_report (
        self->import, "import-unplaced", WMD_SEVERITY_WARNING, heading->line, heading->notes->pdata[i],
        g_strdup_printf (_ ("The heading “%s” has a footnote, which has no place there. It was left out."), plain));
  if (name != NULL && !wmd_text_like (plain, name))
    wmd_text_import_derive (self->import, heading->line, plain, name);
}

static void
open_reply (WmdTextParts *self, const WmdPiece *heading, guint line)
{
  WmdTextPart *part = part_new (WMD_PART_REPLY);

  part->line = line;
  if (heading != NULL)
    {
      part->name = wmd_text_parts_dup_name (self, heading);
      part->heading = wmd_piece_dup_heading (heading);
      part->respondent = wmd_reference_find_respondent (self->import->reference, self->import->language, part->name);
      report_heading (self, heading, part->name);
    }
  if (!wmd_text_parts_get_section (self, &part->section) || (self->grouped && part->respondent != NULL))
    part->section = part->respondent != NULL ? wmd_respondent_get_section (part->respondent) : WMD_SECTION_GOVERNMENTS;
  if (heading == NULL && part->section == WMD_SECTION_EUROPEAN_UNION)
    part->respondent = wmd_reference_lookup_respondent (self->import->reference, "eu");
  g_ptr_array_add (self->parts, part);
  self->reply = part;
}

/* TRUE when the reply that is open can take a line of origin: it has no text yet, or only its first paragraph, which
 * came out of the page before these lines, and the line says what none has said.
 */
static gboolean
takes_origin (const WmdTextPart *reply, const WmdPiece *piece)
{
  return reply->pieces->len == 0 || (reply->pieces->len == 1 && (piece->original == NULL || reply->original == NULL) &&
                                     (piece->date == NULL || reply->date == NULL));
}

/* Lines of origin without a heading: of the European Union where its section has no other heading; of a respondent
 * whose name was lost elsewhere.
 */
static void
take_lone_origin (WmdTextParts *self, WmdPiece *piece)
{
  if (self->reply == NULL || !takes_origin (self->reply, piece))
    open_reply (self, NULL, piece->line);
  wmd_text_import_take_origin (self->import, piece, &self->reply->original, &self->reply->date);
}

/* Sections in the order in which they are printed. */
static const struct
{
  WmdImportSection section;
  const char *title; /* label */
} printed_sections[] = {
  { WMD_IMPORT_SECTION_INTRODUCTION, "section-introduction" },
  { WMD_IMPORT_SECTION_GOVERNMENTS, "section-governments" },
  { WMD_IMPORT_SECTION_EUROPEAN_UNION, "section-european-union" },
  { WMD_IMPORT_SECTION_ORGANIZATIONS, "section-organizations" },
};

/* The number and the title with which a section of this text will be printed. (transfer full) */
static char *
make_section_title (WmdTextParts *self, WmdImportSection section, const char **title)
{
  WmdTextImport *import = self->import;
  g_autofree char *key = NULL;
  guint number = 0;
  guint i = 0;

  for (;; i++)
    {
      WmdImportSection printed = printed_sections[i].section;

      if (printed == WMD_IMPORT_SECTION_INTRODUCTION || (self->sections & (1u << printed)) != 0)
        number++;
      if (printed == section)
        break;
    }
  key = g_strdup_printf ("section-number-%u", number);
  *title = wmd_reference_get_label (import->reference, import->language, printed_sections[i].title);
  return g_strdup_printf ("%s %s", wmd_reference_get_label (import->reference, import->language, key), *title);
}

static void
take_section (WmdTextParts *self, WmdPiece *piece)
{
  const char *title;
  g_autofree char *derived = make_section_title (self, piece->section, &title);

  self->section = piece->section;
  self->grouped = FALSE;
  self->reply = NULL;
  report_heading (self, piece, NULL);
  if (wmd_text_like (piece->text, title))
    return;
  wmd_text_import_derive (self->import, piece->line, piece->text, derived);
  wmd_text_parts_rename_entry (self, piece->text, derived);
}

/* Where a piece belongs that is no heading. */
static WmdTextPart *
get_part (WmdTextParts *self, WmdPiece *piece)
{
  WmdSection section;
  g_autofree char *plain = NULL;

  if (self->reply != NULL)
    return self->reply;
  if (!wmd_text_parts_get_section (self, &section))
    return self->parts->pdata[0];
  if (section == WMD_SECTION_EUROPEAN_UNION)
    {
      open_reply (self, NULL, piece->line);
      return self->reply;
    }
  plain = wmd_text_plain (piece->text);
  wmd_text_import_report (self->import, "import-unplaced", WMD_SEVERITY_WARNING, piece->line, plain,
                          g_strdup (_ ("A text stands before the first reply of its section. It was put at the end of "
                                       "what comes before the section.")));
  return self->parts->pdata[self->parts->len - 1];
}

static void
sort_pieces (WmdTextParts *self)
{
  for (guint i = 0; i < self->body->len; i++)
    {
      WmdPiece *piece = self->body->pdata[i];

      if (piece->kind == WMD_PIECE_SECTION)
        take_section (self, piece);
      else if (wmd_text_parts_begins_reply (self, i))
        open_reply (self, piece, piece->line);
      else if (wmd_text_parts_is_group (self, i))
        report_group (self, piece);
      else if (piece->kind == WMD_PIECE_ORIGIN)
        take_lone_origin (self, piece);
      else
        {
          g_ptr_array_add (get_part (self, piece)->pieces, piece);
          self->body->pdata[i] = NULL; /* owned by the part now */
        }
    }
}

/* The lines of the contents by their titles. (transfer full) */
static GHashTable *
list_contents (WmdTextImport *self)
{
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->edition->contents->len; i++)
    {
      WmdContentsLine *line = self->edition->contents->pdata[i];

      g_hash_table_insert (listed, wmd_text_comparable (line->title), line);
    }
  return listed;
}

static gboolean
is_listed (WmdTextParts *self, const WmdPiece *piece)
{
  g_autofree char *plain = wmd_piece_dup_heading (piece);
  g_autofree char *key = wmd_text_comparable (plain);

  return g_hash_table_contains (self->listed, key);
}

/* Finds out which sections the text has. Headings in a reply may sound like those of a section: "Introduction", or
 * "II. Information received by the Government". Such a one is not listed in the contents, and no reply stands under it.
 */
static void
settle_sections (WmdTextParts *self)
{
  for (guint i = 0; i < self->body->len; i++)
    {
      WmdPiece *piece = self->body->pdata[i];

      if (piece->kind != WMD_PIECE_SECTION)
        continue;
      if (piece->section == WMD_IMPORT_SECTION_INTRODUCTION
              ? (self->sections & ~(1u << piece->section)) == 0
              : piece->whole || is_listed (self, piece) || wmd_text_parts_holds_replies (self, i))
        self->sections |= 1u << piece->section;
      else
        piece->kind = WMD_PIECE_TEXT;
    }
}

void
wmd_text_import_make_parts (WmdTextImport *self, GPtrArray *summary, GPtrArray *body)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  g_autoptr (GHashTable) listed = list_contents (self);
  WmdTextParts sorting = { self, body, parts, listed, 0, WMD_IMPORT_SECTION_INTRODUCTION, FALSE, NULL };
  WmdTextPart *front = part_new (WMD_PART_SUMMARY);
  guint n = 0;

  wmd_text_import_place_notes (self, summary);
  wmd_text_import_place_notes (self, body);
  settle_sections (&sorting);
  g_ptr_array_add (parts, part_new (WMD_PART_INTRODUCTION));
  sort_pieces (&sorting);
  wmd_text_parts_find_numbering (&sorting);
  for (guint i = 0; i < summary->len; i++)
    {
      g_ptr_array_add (front->pieces, summary->pdata[i]);
      summary->pdata[i] = NULL;
    }
  self->summary = wmd_text_parts_make_body (&sorting, "summary", front);
  part_free (front);
  self->introduction = wmd_text_parts_make_body (&sorting, "introduction", parts->pdata[0]);
  for (guint i = 1; i < parts->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", ++n);

      g_ptr_array_add (self->replies, wmd_text_parts_make_body (&sorting, id, parts->pdata[i]));
    }
}
