/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which pieces are headings of replies, or of groups of replies, and what name they give. A reply begins with a short
 * line that is followed by an original language or a date, or that is the name of a respondent the section can hold.
 */

#include "config.h"

#include "exchange/text-parts-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define NAME_WIDTH 250 /* columns; no respondent has a longer name */

gboolean
wmd_text_parts_get_section (WmdTextParts *self, WmdSection *section)
{
  static const WmdSection sections[WMD_N_IMPORT_SECTIONS] = {
    [WMD_IMPORT_SECTION_EUROPEAN_UNION] = WMD_SECTION_EUROPEAN_UNION,
    [WMD_IMPORT_SECTION_ORGANIZATIONS] = WMD_SECTION_ORGANIZATIONS,
    [WMD_IMPORT_SECTION_GOVERNMENTS] = WMD_SECTION_GOVERNMENTS,
  };

  if (self->section == WMD_IMPORT_SECTION_NONE || self->section == WMD_IMPORT_SECTION_INTRODUCTION)
    return FALSE;
  *section = sections[self->section];
  return TRUE;
}

static WmdPiece *
get_piece (WmdTextParts *self, guint index)
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
find_respondent (WmdTextParts *self, const char *name)
{
  return wmd_reference_find_respondent (self->import->reference, self->import->language, name);
}

char *
wmd_text_parts_dup_name (WmdTextParts *self, const WmdPiece *piece)
{
  g_autofree char *name = make_name (piece->text);
  const char *rest = find_respondent (self, name) == NULL
                         ? wmd_import_patterns_skip_heading_number (self->import->patterns, name)
                         : NULL;

  return g_strdup (rest != NULL ? rest : name);
}

/* TRUE for a heading with a number or letter, as the text or as the mark of a piece. */
static gboolean
has_number (WmdTextParts *self, const WmdPiece *piece)
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

char *
wmd_piece_dup_heading (const WmdPiece *piece)
{
  g_autofree char *plain = wmd_text_plain (piece->text);

  return piece->mark != NULL ? g_strdup_printf ("%s %s", piece->mark, plain) : g_steal_pointer (&plain);
}

/* TRUE when what stands at @index begins a reply, as far as it tells without its section: lines of origin, or a name
 * above them or in the registry.
 */
static gboolean
may_begin_reply (WmdTextParts *self, guint index)
{
  const WmdPiece *piece = get_piece (self, index);
  const WmdPiece *next = get_piece (self, index + 1);
  g_autofree char *name = NULL;

  if (piece == NULL || piece->kind == WMD_PIECE_ORIGIN || piece->kind == WMD_PIECE_SECTION)
    return TRUE;
  if (!can_be_name (piece) || wmd_text_is_closed (piece->text))
    return FALSE;
  if (next != NULL && next->kind == WMD_PIECE_ORIGIN)
    return TRUE;
  name = wmd_text_parts_dup_name (self, piece);
  return find_respondent (self, name) != NULL;
}

gboolean
wmd_text_parts_holds_replies (WmdTextParts *self, guint index)
{
  const WmdPiece *group = get_piece (self, index + 1);

  return may_begin_reply (self, index + 1) ||
         (can_be_name (group) && !wmd_text_is_closed (group->text) && may_begin_reply (self, index + 2));
}

/* TRUE when @piece alone tells that another reply begins: it names a respondent of the section, is listed where there
 * are contents, and is not the reply that is open.
 */
static gboolean
names_another (WmdTextParts *self, const WmdPiece *piece)
{
  const WmdRespondent *respondent;
  g_autofree char *name = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *listed = NULL;
  WmdSection section;

  if (!wmd_text_parts_get_section (self, &section) || wmd_text_is_closed (piece->text) || piece->kind != WMD_PIECE_TEXT)
    return FALSE;
  name = wmd_text_parts_dup_name (self, piece);
  respondent = find_respondent (self, name);
  if (respondent == NULL || wmd_respondent_get_section (respondent) != section ||
      (self->reply != NULL && self->reply->respondent == respondent))
    return FALSE;
  if (g_hash_table_size (self->listed) == 0)
    return TRUE;
  plain = wmd_piece_dup_heading (piece);
  listed = wmd_text_comparable (plain);
  return g_hash_table_contains (self->listed, listed) || section == WMD_SECTION_EUROPEAN_UNION;
}

gboolean
wmd_text_parts_begins_reply (WmdTextParts *self, guint index)
{
  const WmdPiece *piece = get_piece (self, index);
  const WmdPiece *next = get_piece (self, index + 1);
  g_autofree char *name = NULL;

  if (!can_be_name (piece))
    return FALSE;
  if (next == NULL || next->kind != WMD_PIECE_ORIGIN)
    return names_another (self, piece);
  name = wmd_text_parts_dup_name (self, piece);
  return !wmd_text_is_closed (piece->text) || find_respondent (self, name) != NULL;
}

/* TRUE for a heading that can be no other than that of a group, which needs no number. */
static gboolean
names_group (WmdTextParts *self, const WmdPiece *piece)
{
  g_autofree char *name = make_name (piece->text);
  g_autofree char *folded = wmd_text_fold (name);

  return wmd_import_patterns_match (self->import->patterns, self->import->language, WMD_PATTERN_GROUP, folded, NULL);
}

gboolean
wmd_text_parts_is_group (WmdTextParts *self, guint index)
{
  const WmdPiece *piece = get_piece (self, index);
  const WmdPiece *next = get_piece (self, index + 1);
  WmdSection section;

  if (!wmd_text_parts_get_section (self, &section) || !can_be_name (piece) || wmd_text_is_closed (piece->text) ||
      (self->reply != NULL && !has_number (self, piece) && !names_group (self, piece)))
    return FALSE;
  return wmd_text_parts_begins_reply (self, index + 1) ||
         (can_be_name (next) && !wmd_text_is_closed (next->text) && has_number (self, next) &&
          wmd_text_parts_begins_reply (self, index + 2));
}
