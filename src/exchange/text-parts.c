/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sorts the pieces after the contents into the introduction and the replies. A reply begins with a short line that
 * is followed by an original language or a date, or that is the name of a respondent the section can hold.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define NAME_WIDTH 250 /* columns; no respondent has a longer name */

/* A part while its pieces are gathered. */
typedef struct
{
  WmdPartKind kind;
  const WmdRespondent *respondent; /* NULL when unknown */
  char *name;                      /* as printed; NULL when it had none */
  char *heading;                   /* the same with the number that it had */
  guint line;
  WmdSection section; /* in which it stands */
  char *original;     /* NULL when it names none */
  char *date;         /* ISO 8601; NULL when it names none */
  GPtrArray *pieces;  /* (element-type WmdPiece) */
} Part;

typedef struct
{
  WmdTextImport *import;
  GPtrArray *body;    /* (element-type WmdPiece) all pieces */
  GPtrArray *parts;   /* (element-type Part) the introduction first */
  GHashTable *listed; /* comparable title → WmdContentsLine; empty when there are no contents */
  guint sections;     /* bit set of the sections that the text has */
  WmdImportSection section;
  gboolean grouped; /* its replies stand in groups, which need not be of that section */
  Part *reply;      /* the one that is open; NULL in the introduction and before the first of a section */
} Sorting;

static Part *
part_new (WmdPartKind kind)
{
  Part *part = g_new0 (Part, 1);

  part->kind = kind;
  part->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_piece_free);
  return part;
}

static void
part_free (Part *part)
{
  g_free (part->name);
  g_free (part->heading);
  g_free (part->original);
  g_free (part->date);
  g_ptr_array_unref (part->pieces);
  g_free (part);
}

/* The section of replies that a section of the text is. FALSE for the introduction and for none. */
static gboolean
get_reply_section (WmdImportSection section, WmdSection *reply_section)
{
  static const WmdSection sections[WMD_N_IMPORT_SECTIONS] = {
    [WMD_IMPORT_SECTION_EUROPEAN_UNION] = WMD_SECTION_EUROPEAN_UNION,
    [WMD_IMPORT_SECTION_ORGANIZATIONS] = WMD_SECTION_ORGANIZATIONS,
    [WMD_IMPORT_SECTION_GOVERNMENTS] = WMD_SECTION_GOVERNMENTS,
  };

  if (section == WMD_IMPORT_SECTION_NONE || section == WMD_IMPORT_SECTION_INTRODUCTION)
    return FALSE;
  *reply_section = sections[section];
  return TRUE;
}

static WmdPiece *
get_piece (Sorting *self, guint index)
{
  return index < self->body->len ? self->body->pdata[index] : NULL;
}

/* The name in a heading: plain, without the mark of a footnote. (transfer full) */
static char *
make_name (const char *text)
{
  char *name = wmd_text_plain (text);
  gsize length = strlen (name);

  while (length > 0 && name[length - 1] == '*')
    name[--length] = '\0';
  return g_strstrip (name);
}

static const WmdRespondent *
find_respondent (Sorting *self, const char *name)
{
  return wmd_reference_find_respondent (self->import->reference, self->import->language, name);
}

/* The name in the heading of a reply, without the number that it may have. (transfer full) */
static char *
make_respondent (Sorting *self, const WmdPiece *piece)
{
  g_autofree char *name = make_name (piece->text);
  const char *rest = find_respondent (self, name) == NULL
                         ? wmd_import_patterns_skip_heading_number (self->import->patterns, name)
                         : NULL;

  return g_strdup (rest != NULL ? rest : name);
}

/* TRUE for a heading with a number or letter, as the text or as the mark of a piece. */
static gboolean
has_number (Sorting *self, const WmdPiece *piece)
{
  return piece->kind != WMD_PIECE_TEXT ||
         wmd_import_patterns_skip_heading_number (self->import->patterns, piece->text) != NULL;
}

static gboolean
can_be_name (const WmdPiece *piece)
{
  return piece != NULL &&
         (piece->kind == WMD_PIECE_TEXT || piece->kind == WMD_PIECE_NUMBERED || piece->kind == WMD_PIECE_LETTERED) &&
         strlen (piece->text) < 4 * NAME_WIDTH && wmd_text_width (piece->text) <= NAME_WIDTH;
}

/* The text of a heading with the mark that it had. (transfer full) */
static char *
dup_heading (const WmdPiece *piece)
{
  g_autofree char *plain = wmd_text_plain (piece->text);

  return piece->mark != NULL ? g_strdup_printf ("%s %s", piece->mark, plain) : g_steal_pointer (&plain);
}

/* TRUE when the piece at @index is the heading of a reply: lines of origin follow, or it names a respondent of the
 * section, is listed where there are contents, and is not the reply that is open.
 */
static gboolean
begins_reply (Sorting *self, guint index)
{
  const WmdPiece *piece = get_piece (self, index);
  const WmdPiece *next = get_piece (self, index + 1);
  const WmdRespondent *respondent;
  g_autofree char *name = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *listed = NULL;
  WmdSection section;

  if (!can_be_name (piece))
    return FALSE;
  if (next != NULL && next->kind == WMD_PIECE_ORIGIN)
    {
      name = make_respondent (self, piece);
      return !wmd_text_is_closed (piece->text) || find_respondent (self, name) != NULL;
    }
  if (!get_reply_section (self->section, &section) || wmd_text_is_closed (piece->text) || piece->kind != WMD_PIECE_TEXT)
    return FALSE;
  name = make_respondent (self, piece);
  respondent = find_respondent (self, name);
  if (respondent == NULL || wmd_respondent_get_section (respondent) != section)
    return FALSE;
  if (self->reply != NULL && self->reply->respondent == respondent)
    return FALSE;
  if (g_hash_table_size (self->listed) == 0)
    return TRUE;
  plain = dup_heading (piece);
  listed = wmd_text_comparable (plain);
  return g_hash_table_contains (self->listed, listed) || section == WMD_SECTION_EUROPEAN_UNION;
}

/* TRUE when the piece at @index is the heading of a group of replies: another, or that of the first, follows at once.
 */
static gboolean
is_group (Sorting *self, guint index)
{
  const WmdPiece *piece = get_piece (self, index);
  WmdSection section;

  if (!get_reply_section (self->section, &section) || !can_be_name (piece) || wmd_text_is_closed (piece->text) ||
      (self->reply != NULL && !has_number (self, piece)))
    return FALSE;
  return begins_reply (self, index + 1) ||
         (can_be_name (get_piece (self, index + 1)) && has_number (self, get_piece (self, index + 1)) &&
          begins_reply (self, index + 2));
}

/* Takes a heading that is not kept out of the contents. */
static void
drop_entry (Sorting *self, const char *printed)
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
report_group (Sorting *self, const WmdPiece *piece)
{
  g_autofree char *plain = dup_heading (piece);

  self->grouped = TRUE;
  drop_entry (self, plain);
  wmd_text_import_note_links (self->import, piece->line, piece->text);
  wmd_text_import_report (
      self->import, "import-unplaced", WMD_SEVERITY_NOTE, piece->line, plain,
      g_strdup_printf (_ ("“%s” groups replies, which a report does in its sections alone. It was left out."), plain));
}

/* Names what a heading has that a name cannot keep: footnotes, their marks, links. */
static void
report_heading (Sorting *self, const WmdPiece *heading, const char *name)
{
  g_autofree char *plain = dup_heading (heading);

  wmd_text_import_note_links (self->import, heading->line, heading->text);
  for (guint i = 0; i < heading->notes->len; i++)
    wmd_text_import_report (
        self->import, "import-unplaced", WMD_SEVERITY_WARNING, heading->line, heading->notes->pdata[i],
        g_strdup_printf (_ ("The heading “%s” has a footnote, which has no place there. It was left out."), plain));
  if (name != NULL && !wmd_text_like (plain, name))
    wmd_text_import_derive (self->import, heading->line, plain, name);
}

static void
open_reply (Sorting *self, const WmdPiece *heading, guint line)
{
  Part *part = part_new (WMD_PART_REPLY);

  part->line = line;
  if (heading != NULL)
    {
      part->name = make_respondent (self, heading);
      part->heading = dup_heading (heading);
      part->respondent = find_respondent (self, part->name);
      report_heading (self, heading, part->name);
    }
  if (!get_reply_section (self->section, &part->section) || (self->grouped && part->respondent != NULL))
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
takes_origin (const Part *reply, const WmdPiece *piece)
{
  return reply->pieces->len == 0 || (reply->pieces->len == 1 && (piece->original == NULL || reply->original == NULL) &&
                                     (piece->date == NULL || reply->date == NULL));
}

/* Lines of origin without a heading: of the European Union where its section has no other heading; of a respondent
 * whose name was lost elsewhere.
 */
static void
take_lone_origin (Sorting *self, WmdPiece *piece)
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
make_section_title (Sorting *self, WmdImportSection section, const char **title)
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

/* Where a heading will be printed in other words than it was, so will its entry in the contents. */
static void
rename_entry (Sorting *self, const char *printed, const char *title)
{
  g_autofree char *key = wmd_text_comparable (printed);
  WmdContentsLine *line = g_hash_table_lookup (self->listed, key);

  if (line == NULL)
    return;
  g_free (line->title);
  line->title = g_strdup (title);
}

static void
take_section (Sorting *self, WmdPiece *piece)
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
  rename_entry (self, piece->text, derived);
}

/* Where a piece belongs that is no heading. */
static Part *
get_part (Sorting *self, WmdPiece *piece)
{
  WmdSection section;
  g_autofree char *plain = NULL;

  if (self->reply != NULL)
    return self->reply;
  if (!get_reply_section (self->section, &section))
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
sort_pieces (Sorting *self)
{
  for (guint i = 0; i < self->body->len; i++)
    {
      WmdPiece *piece = get_piece (self, i);

      if (piece->kind == WMD_PIECE_SECTION)
        take_section (self, piece);
      else if (begins_reply (self, i))
        open_reply (self, piece, piece->line);
      else if (is_group (self, i))
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

/* TRUE for a heading that gives the acronym after the name: "International Maritime Organization (IMO)". */
static gboolean
adds_acronym (const char *heading, const char *name)
{
  const char *bracket = g_str_has_suffix (heading, ")") ? strrchr (heading, '(') : NULL;
  g_autofree char *start = bracket != NULL ? g_strndup (heading, (gsize) (bracket - heading)) : NULL;

  return start != NULL && wmd_text_like (start, name);
}

/* Names that are not in the registry, or not as the registry has them. */
static void
report_name (Sorting *self, const Part *part)
{
  const char *name;

  if (part->name == NULL)
    {
      if (part->respondent == NULL)
        wmd_text_import_report (
            self->import, "unknown-respondent", WMD_SEVERITY_WARNING, part->line, NULL,
            g_strdup (_ ("A reply has no heading that names the respondent. Choose the respondent.")));
      return;
    }
  if (part->respondent == NULL)
    {
      rename_entry (self, part->heading, part->name);
      wmd_text_import_report (
          self->import, "unknown-respondent", WMD_SEVERITY_WARNING, part->line, part->name,
          g_strdup_printf (_ ("“%s” is not in the registry of respondents. The name is kept as it is printed."),
                           part->name));
      return;
    }
  name = wmd_respondent_get_name (part->respondent, self->import->language);
  if (adds_acronym (part->name, name))
    wmd_text_import_derive (self->import, part->line, part->name, name);
  else if (!wmd_text_like (part->name, name))
    wmd_text_import_report (
        self->import, "registry-name", WMD_SEVERITY_WARNING, part->line, part->name,
        g_strdup_printf (_ ("“%s” will be printed as “%s”, the name in the registry."), part->name, name));
  rename_entry (self, part->heading, name);
}

/* Replaces *@body by @changed, which is taken. */
static void
take_body (WmdBody **body, WmdBody *changed)
{
  wmd_body_unref (*body);
  *body = changed;
}

static WmdBody *
make_body (Sorting *self, const char *id, Part *part)
{
  WmdTextImport *import = self->import;
  WmdBody *body = wmd_body_new (id, part->kind);
  g_autoptr (WmdVariant) variant = NULL;

  import->part = id;
  if (part->kind == WMD_PART_REPLY)
    {
      report_name (self, part);
      if (part->respondent != NULL)
        take_body (&body, wmd_body_with_field (body, WMD_FIELD_RESPONDENT, wmd_respondent_get_id (part->respondent)));
      else
        take_body (&body, wmd_body_with_field (body, WMD_FIELD_SECTION, wmd_section_get_id (part->section)));
      if (part->respondent == NULL && part->name != NULL)
        take_body (&body, wmd_body_with_own_name (body, import->language, part->name));
      take_body (&body, wmd_body_with_field (body, WMD_FIELD_ORIGINAL, part->original));
      take_body (&body, wmd_body_with_field (body, WMD_FIELD_DATE, part->date));
      wmd_edition_add_reply (import->edition, id, part->section);
    }
  if (part->pieces->len > 0)
    {
      wmd_text_import_join_seams (import, part->pieces);
      variant = wmd_text_import_make_variant (import, wmd_body_get_original (body) == import->language, part->pieces);
      take_body (&body, wmd_body_with_variant (body, import->language, variant));
    }
  import->part = NULL;
  return body;
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

/* The bit set of sections that have a heading. */
static guint
find_sections (GPtrArray *pieces)
{
  guint sections = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdPiece *piece = pieces->pdata[i];

      if (piece->kind == WMD_PIECE_SECTION)
        sections |= 1u << piece->section;
    }
  return sections;
}

void
wmd_text_import_make_parts (WmdTextImport *self, GPtrArray *summary, GPtrArray *body)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  g_autoptr (GHashTable) listed = list_contents (self);
  Sorting sorting = { self, body, parts, listed, 0, WMD_IMPORT_SECTION_INTRODUCTION, FALSE, NULL };
  Part *front = part_new (WMD_PART_SUMMARY);
  guint n = 0;

  wmd_text_import_place_notes (self, summary);
  wmd_text_import_place_notes (self, body);
  sorting.sections = find_sections (body);
  g_ptr_array_add (parts, part_new (WMD_PART_INTRODUCTION));
  sort_pieces (&sorting);
  for (guint i = 0; i < summary->len; i++)
    {
      g_ptr_array_add (front->pieces, summary->pdata[i]);
      summary->pdata[i] = NULL;
    }
  self->summary = make_body (&sorting, "summary", front);
  part_free (front);
  self->introduction = make_body (&sorting, "introduction", parts->pdata[0]);
  for (guint i = 1; i < parts->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", ++n);

      g_ptr_array_add (self->replies, make_body (&sorting, id, parts->pdata[i]));
    }
}
