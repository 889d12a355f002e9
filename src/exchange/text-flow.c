/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a line goes on with the piece before it: where the line before was broken, by columns or by the width of its
 * type; by where both begin; by what they say.
 */

#include "config.h"

#include "exchange/text-gathering-private.h"

#include <string.h>

#include "exchange/text-chars.h"
#include "exchange/text-extent.h"

#define HEADING_WIDTH 250    /* columns; a wider line is no heading and has no marks of one */
#define SLACK 15             /* per cent of the margin by which lines of justified text differ, at most */
#define CLOSED_SLACK 10      /* the same for most of them */
#define TYPE_SLACK 2         /* the same where lines were broken by the width of their type */
#define OPEN_SLACK 3         /* and there where no sentence ends, which only headings do */
#define ARABIC_SLACK 5       /* and there in Arabic, whose types differ more */
#define ITEM 87              /* per cent of the margin that lines of list items have, where nothing tells */
#define NUMBERED 95          /* the same for numbered paragraphs, with the gap after the number */
#define SPACE 25             /* hundredths of an em */
#define BRACKETS "[\343\357" /* what a bracket may begin with: "[", "【", "〔", "［" */
#define LOOK_AHEAD 60        /* lines; more than a paragraph has */
#define FIRST_LINE_INDENT 3  /* columns by which the first line of a paragraph is at least indented */

WmdPiece *
wmd_gathering_get_last (WmdGathering *self)
{
  return self->pieces->len > 0 ? self->pieces->pdata[self->pieces->len - 1] : NULL;
}

guint
wmd_text_import_first_width (const WmdTextLine *line, gboolean in_type)
{
  g_autofree char *word = NULL;

  if (in_type)
    return wmd_text_first_extent (line->text) + (wmd_char_is_wide (g_utf8_get_char (line->text)) ? 0 : SPACE);
  if (wmd_char_is_wide (g_utf8_get_char (line->text)))
    return 2;
  word = g_strndup (line->text, strcspn (line->text, " \t"));
  return wmd_text_width (word) + 1;
}

static guint
get_type_slack (WmdGathering *self)
{
  return self->import->language == WMD_LANGUAGE_AR ? ARABIC_SLACK : TYPE_SLACK;
}

/* Where the line before ends when it is full, as a line of its piece. */
static guint
get_margin (WmdGathering *self)
{
  const WmdPiece *piece = wmd_gathering_get_last (self);
  guint margin = self->last->margin;

  if (!self->import->in_type || piece == NULL || (!self->first && piece->kind != WMD_PIECE_BULLET))
    return margin;
  if (self->import->first_margins[piece->kind] > 0)
    return self->import->first_margins[piece->kind];
  if (piece->kind == WMD_PIECE_NUMBERED)
    return margin * NUMBERED / 100;
  return piece->kind == WMD_PIECE_BULLET || piece->kind == WMD_PIECE_LETTERED ? margin * ITEM / 100 : margin;
}

/* TRUE when @line is one of the words of a line that was stretched so far that each came out as a line. */
static gboolean
is_stretched (WmdGathering *self, const WmdTextLine *line)
{
  return self->import->in_type && line->blanks == 0 && g_unichar_islower (wmd_text_first (line->text)) &&
         !wmd_text_is_closed (self->last->text) && strchr (line->text, ' ') == NULL;
}

gboolean
wmd_gathering_was_broken (WmdGathering *self, const WmdTextLine *line)
{
  gboolean closed = wmd_text_is_closed (self->last->text);
  guint slack = closed ? CLOSED_SLACK : SLACK;
  guint end = self->last->edge + wmd_text_import_first_width (line, self->import->in_type);

  if (is_stretched (self, line))
    return TRUE;
  if (self->import->in_type && !wmd_text_line_goes_on (self->last, line))
    slack = closed ? get_type_slack (self) : OPEN_SLACK;
  return end * 100 > get_margin (self) * (100 - slack);
}

/* TRUE when @line is too long for the first of a paragraph, where these are indented. */
static gboolean
is_inside (WmdGathering *self, const WmdTextLine *line)
{
  guint first = self->import->first_margins[WMD_PIECE_TEXT];

  return self->import->in_type && first > 0 && first * 100 < line->margin * (100 - get_type_slack (self)) &&
         line->edge * 100 > first * (100 + get_type_slack (self)) &&
         line->edge * 100 <= line->margin * (100 + get_type_slack (self));
}

/* TRUE when blank lines part @line from the one before. One alone says nothing where pages came out without their
 * layout: it may stand under the first line of a paragraph, which was indented, and elsewhere.
 */
static gboolean
is_parted (WmdGathering *self, const WmdTextLine *line)
{
  if (line->blanks == 0)
    return FALSE;
  if (line->blanks == 1 && is_inside (self, line) && wmd_gathering_was_broken (self, line))
    return FALSE;
  return line->blanks > 1 || !self->import->in_type || !wmd_text_line_goes_on (self->last, line) ||
         !wmd_gathering_was_broken (self, line);
}

/* TRUE when @line and those that go on with it have room in @piece: the lines of a list item are shorter than others.
 */
static gboolean
has_room (WmdGathering *self, const WmdTextLine *line, const WmdPiece *piece)
{
  guint margin = get_margin (self);
  const WmdTextLine *end = MIN (self->end, line + LOOK_AHEAD);

  if (!self->import->in_type || piece->kind != WMD_PIECE_BULLET)
    return TRUE;
  while (line->edge * 100 <= margin * (100 + get_type_slack (self)))
    if (++line >= end || line->blanks > 1 || !wmd_text_line_goes_on (line - 1, line))
      return TRUE;
  return FALSE;
}

/* TRUE when @line is broken too early for a line inside a paragraph: it was indented, as first lines are. */
static gboolean
is_indented (WmdGathering *self, const WmdTextLine *line)
{
  const WmdTextLine *next = line + 1;
  guint first = self->import->first_margins[WMD_PIECE_TEXT];
  guint least = line->margin * (100 - get_type_slack (self)) / 100;
  gunichar c = wmd_text_first (line->text);

  return self->import->in_type && first > 0 && first < least && next < self->end &&
         (g_unichar_isupper (c) || (!g_unichar_islower (c) && wmd_text_is_closed (self->last->text))) &&
         wmd_text_line_goes_on (line, next) && line->edge <= first &&
         line->edge + wmd_text_import_first_width (next, TRUE) < least;
}

gboolean
wmd_columns_are_near (guint a, guint b)
{
  return MAX (a, b) - MIN (a, b) < FIRST_LINE_INDENT;
}

/* TRUE when @line and the one before it, of different widths, are set in the middle of the page, as titles are. */
static gboolean
both_centred (WmdGathering *self, const WmdTextLine *line)
{
  guint here = line->indent + line->width / 2;
  guint before = self->last->indent + self->last->width / 2;

  return wmd_columns_are_near (here, before) && !wmd_columns_are_near (line->indent, self->last->indent);
}

/* TRUE when the line after @line begins farther out: @line is the first of an indented paragraph. */
static gboolean
returns_to_margin (WmdGathering *self, const WmdTextLine *line)
{
  const WmdTextLine *next = line + 1;

  return next < self->end && next->blanks == 0 && !next->page_break && next->indent + FIRST_LINE_INDENT <= line->indent;
}

/* TRUE when @line, by where it begins, can be the second or a later line of @piece: under a second line all begin
 * alike; a second line begins farther out than an indented first line, and under the text or the mark of an item.
 */
static gboolean
keeps_indent (WmdGathering *self, const WmdTextLine *line, const WmdPiece *piece)
{
  if (!self->first)
    return wmd_columns_are_near (line->indent, self->last->indent) &&
           !(piece->mark != NULL && line->indent <= self->first_indent && self->last->indent > self->first_indent + 1);
  if (piece->mark == NULL)
    return line->indent < self->last->indent + FIRST_LINE_INDENT;
  if (!wmd_text_is_closed (self->last->text) || !wmd_columns_are_near (line->indent, self->last->indent) ||
      self->last->indent <= self->left + FIRST_LINE_INDENT)
    return TRUE;
  return line->indent > self->last->indent && !returns_to_margin (self, line);
}

/* TRUE for a line under the heading of a reply. */
static gboolean
is_origin (WmdGathering *self, const WmdTextLine *line)
{
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;
  g_autofree char *folded = NULL;

  if (line >= self->end || line->width > HEADING_WIDTH || strpbrk (line->text, BRACKETS) == NULL)
    return FALSE;
  folded = wmd_text_fold (line->text);
  return *folded == '[' &&
         wmd_import_patterns_match_origin (self->import->patterns, self->import->language, folded, &original, &date);
}

static gboolean
is_respondent (WmdGathering *self, const char *name)
{
  return strlen (name) <= 4 * HEADING_WIDTH &&
         wmd_reference_find_respondent (self->import->reference, self->import->language, name) != NULL;
}

/* TRUE when the heading of a reply goes from one line to the next, or from a text to a line. */
static gboolean
are_respondent (WmdGathering *self, const char *text, const char *next)
{
  g_autofree char *name = NULL;

  if (strlen (text) > 4 * HEADING_WIDTH)
    return FALSE;
  name = g_strconcat (text, g_str_has_suffix (text, "-") ? "" : " ", next, NULL);
  return is_respondent (self, name);
}

/* What a line is that stands above the lines of origin, or alone. */
typedef enum
{
  TITLE_NONE,  /* nothing in particular */
  TITLE_FIRST, /* the heading of a reply, or its first line */
  TITLE_NEXT,  /* its second line */
} Title;

static Title
read_title (WmdGathering *self, const WmdTextLine *line, const WmdPiece *piece)
{
  if (is_origin (self, line + 1))
    {
      if (piece->kind == WMD_PIECE_TEXT && are_respondent (self, self->text->str, line->text))
        return TITLE_NEXT;
      if (piece->kind == WMD_PIECE_SECTION || is_respondent (self, line->text))
        return TITLE_FIRST;
      return wmd_text_is_closed (self->last->text) && !wmd_text_is_closed (line->text) ? TITLE_FIRST : TITLE_NONE;
    }
  if (line + 1 < self->end && line[1].blanks > 0)
    return is_respondent (self, line->text) ? TITLE_FIRST : TITLE_NONE;
  if (!is_origin (self, line + 2))
    return TITLE_NONE;
  return are_respondent (self, line->text, line[1].text) ? TITLE_FIRST : TITLE_NONE;
}

gboolean
wmd_gathering_goes_on (WmdGathering *self, const WmdTextLine *line, const WmdPiece *piece)
{
  Title title;

  if (!self->import->wrapped || self->last == NULL || line->page_break || line->level > 0 || is_parted (self, line) ||
      piece->level > 0 || piece->kind == WMD_PIECE_ORIGIN)
    return FALSE;
  title = read_title (self, line, piece);
  if (title != TITLE_NONE)
    return title == TITLE_NEXT;
  if (piece->kind == WMD_PIECE_SECTION)
    return !piece->whole && self->last->edge * 2 > self->last->margin;
  if (both_centred (self, line))
    return !wmd_text_is_closed (self->last->text);
  return keeps_indent (self, line, piece) && wmd_gathering_was_broken (self, line) && has_room (self, line, piece) &&
         !is_indented (self, line);
}
