/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines become pieces: paragraphs, headings, list items, footnotes, headings of sections, and the lines under the
 * heading of a reply. A line goes on with the piece before it when it can be nothing else and the line before
 * was broken at the margin: its first word would not have fitted there.
 */

#include "config.h"

#include "exchange/text-gathering-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define HEADING_WIDTH 250 /* columns; a wider line is no heading and has no marks of one */
#define ROW_WIDTH 250     /* columns */
#define CELL_WIDTH 40
#define BRACKETED "([\342" /* what a mark in brackets or in a circle begins with */
#define NOTE_MARKS "*" BRACKETED
#define NOTES_WIDTH 20      /* columns */
#define FOOT_LINES 8        /* lines at the foot of a page among which footnotes begin without a rule above them */
#define ORIGIN_LENGTH 80    /* bytes of a date in brackets */
#define PAGE_PIECES 60      /* more than a page has */
#define FIRST_LINE_INDENT 3 /* columns by which the first line of a paragraph is at least indented */

void
wmd_piece_free (WmdPiece *piece)
{
  if (piece == NULL) /* handed on to a part */
    return;
  g_free (piece->text);
  g_free (piece->mark);
  g_free (piece->original);
  g_free (piece->date);
  g_ptr_array_unref (piece->notes);
  g_free (piece);
}

WmdPiece *
wmd_piece_new (WmdPieceKind kind, guint line)
{
  WmdPiece *piece = g_new0 (WmdPiece, 1);

  piece->kind = kind;
  piece->line = line;
  piece->section = WMD_IMPORT_SECTION_NONE;
  piece->notes = g_ptr_array_new_with_free_func (g_free);
  return piece;
}

/* A rule of underscores or dashes above footnotes. */
static gboolean
is_rule (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  guint n = 0;

  if (g_utf8_strchr ("_—─‾-", -1, first) == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (g_utf8_get_char (p) != first)
      return FALSE;
  return n >= 5;
}

static void
close_piece (WmdGathering *self)
{
  WmdPiece *piece = wmd_gathering_get_last (self);

  if (piece == NULL || piece->text != NULL)
    return;
  wmd_text_import_drop_soft_hyphen (self->text);
  piece->text = self->import->wrapped ? wmd_text_unspace (self->text->str) : wmd_text_squeeze (self->text->str);
  if (!self->import->wrapped && strlen (piece->text) != self->text->len)
    self->import->n_squeezed++;
  g_string_truncate (self->text, 0);
}

static WmdPiece *
open_piece (WmdGathering *self, WmdPieceKind kind, const WmdTextLine *line, const char *text)
{
  WmdPiece *piece = wmd_piece_new (kind, line->number);

  close_piece (self);
  piece->level = line->level;
  piece->page = self->page;
  piece->inset = line->lead;
  piece->page_break = line->page_break;
  g_string_assign (self->text, text);
  g_ptr_array_add (self->pieces, piece);
  self->first = TRUE;
  self->first_indent = line->indent;
  return piece;
}

/* --- one line --- */

/* TRUE when @number, 0 for none, is the next one, or begins a list. */
static gboolean
goes_on_from (guint number, guint last)
{
  return number == 1 || (number > 0 && number == last + 1);
}

/* TRUE when @mark at the beginning of @line is that of a list, a paragraph or a footnote, and not by chance there
 * where a line was broken.
 */
static gboolean
is_deliberate (WmdGathering *self, const WmdTextLine *line, const WmdTextMark *mark)
{
  const WmdPiece *piece = wmd_gathering_get_last (self);

  if (self->last == NULL || line->blanks > 0 || line->page_break || !self->import->wrapped ||
      (piece != NULL && (piece->kind == WMD_PIECE_ORIGIN || piece->whole)))
    return TRUE;
  if (mark->kind == WMD_PIECE_NOTE) /* a number raised in a text may stand first in its line */
    return self->in_notes || mark->number == 0 || !wmd_gathering_was_broken (self, line);
  if (mark->kind == WMD_PIECE_NUMBERED && mark->number != self->number + 1 && mark->number != 1)
    return FALSE;
  if (mark->kind == WMD_PIECE_LETTERED && !goes_on_from (mark->number, self->letter) &&
      !goes_on_from (mark->numeral, self->numeral))
    return FALSE;
  if (mark->kind == WMD_PIECE_BULLET && piece != NULL && g_strcmp0 (piece->mark, mark->mark) == 0 &&
      wmd_columns_are_near (line->indent, self->first_indent))
    return TRUE;
  return wmd_text_is_closed (self->last->text) || !wmd_gathering_was_broken (self, line);
}

/* TRUE when only a few lines of the page come after @line. */
static gboolean
is_at_foot (WmdGathering *self, const WmdTextLine *line)
{
  const WmdTextLine *next = line + 1;

  if (!self->import->wrapped || line->edge > 2 * line->margin)
    return FALSE;

  while (next < self->end && next - line < FOOT_LINES && !next->page_break)
    next++;
  return next >= self->end || next->page_break;
}

/* TRUE for a line that begins with the mark of the next footnote, which stands in the text of the page. The line is
 * near the foot of a page, or it is a paragraph of its own that begins with a capital or whose mark stands right after
 * a word.
 */
static gboolean
begins_foot_note (WmdGathering *self, const WmdTextLine *line)
{
  gboolean alone = !self->import->wrapped || line->blanks > 0;
  gboolean at_foot = is_at_foot (self, line);
  g_autofree char *mark = NULL;
  WmdTextMark read;
  gboolean surely;
  guint first;

  if (self->in_notes || !(g_ascii_isdigit (*line->text) || strchr (NOTE_MARKS, *line->text) != NULL) ||
      !(alone || at_foot) || !wmd_text_import_read_mark (self->import, line->text, TRUE, &read))
    return FALSE;
  mark = read.mark;
  if (read.kind != WMD_PIECE_NOTE || g_unichar_isdigit (g_utf8_get_char (read.rest)) ||
      (read.number > 0 && read.number != self->note + 1))
    return FALSE;
  first = read.number > 0 ? 0 : self->after_star;
  surely = strchr (BRACKETED, *line->text) != NULL || (!at_foot && !g_unichar_isupper (wmd_text_first (read.rest)));
  if (wmd_text_has_note_mark (self->text->str, &read, surely))
    return TRUE;
  for (guint i = self->pieces->len; i > first && i + PAGE_PIECES > self->pieces->len; i--)
    {
      const WmdPiece *piece = self->pieces->pdata[i - 1];

      if (piece->text != NULL && wmd_text_has_note_mark (piece->text, &read, surely))
        return TRUE;
    }
  return FALSE;
}

/* TRUE for a line with the star of the footnote right before it: that of a list, for no page has two of the same. */
static gboolean
repeats_star (WmdGathering *self, const WmdTextLine *line)
{
  const WmdPiece *piece = wmd_gathering_get_last (self);
  gsize n = strspn (line->text, "*");

  return n > 0 && piece != NULL && piece->kind == WMD_PIECE_NOTE && piece->number == 0 && strlen (piece->mark) == n;
}

/* TRUE when @line is right below one that names a language, without a date: it may be one without brackets. */
static gboolean
completes_origin (WmdGathering *self, const WmdTextLine *line)
{
  const WmdPiece *piece = wmd_gathering_get_last (self);

  return piece != NULL && piece->kind == WMD_PIECE_ORIGIN && piece->date == NULL && line->blanks <= 1;
}

/* What stands in brackets right below the line that names a language, in the place of a date. (transfer full), NULL
 * when it has no year.
 */
static char *
dup_bracketed_date (const char *folded)
{
  gsize length = strlen (folded);
  guint n_digits = 0;

  if (length < 3 || length > ORIGIN_LENGTH || folded[0] != '[' || folded[length - 1] != ']')
    return NULL;
  for (const char *p = folded; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p);
  return n_digits >= 4 ? g_strndup (folded + 1, length - 2) : NULL;
}

static gboolean
take_origin (WmdGathering *self, const WmdTextLine *line, const char *text)
{
  g_autofree char *folded = wmd_text_fold (text);
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;
  WmdPiece *piece;

  if (!wmd_import_patterns_match_origin (self->import->patterns, self->import->language, folded, &original, &date))
    {
      if (!completes_origin (self, line))
        return FALSE;
      if (!wmd_import_patterns_match_received (self->import->patterns, self->import->language, folded, &date))
        date = dup_bracketed_date (folded);
      if (date == NULL)
        return FALSE;
    }
  piece = open_piece (self, WMD_PIECE_ORIGIN, line, text);
  piece->original = g_steal_pointer (&original);
  piece->date = g_steal_pointer (&date);
  return TRUE;
}

/* A heading with lines of origin in a column at its right. */
static gboolean
take_columns (WmdGathering *self, const WmdTextLine *line)
{
  g_auto (GStrv) cells = wmd_text_cells (line->text);

  if (g_strv_length (cells) != 2 || wmd_text_first (cells[1]) != '[')
    return FALSE;
  open_piece (self, WMD_PIECE_TEXT, line, cells[0]);
  if (take_origin (self, line, cells[1]))
    return TRUE;
  close_piece (self);
  g_ptr_array_set_size (self->pieces, (gint) self->pieces->len - 1);
  return FALSE;
}

/* What is no wider than a heading can be the heading of a section or the lines under that of a reply. */
static gboolean
take_special (WmdGathering *self, const WmdTextLine *line)
{
  g_autofree char *folded = NULL;
  WmdImportSection section;

  if (line->width > HEADING_WIDTH)
    return FALSE;
  folded = wmd_text_fold (line->text);
  section = wmd_import_patterns_match_section (self->import->patterns, self->import->language, folded);
  if (section != WMD_IMPORT_SECTION_NONE)
    {
      WmdPiece *piece = open_piece (self, WMD_PIECE_SECTION, line, line->text);

      piece->section = section;
      piece->whole =
          wmd_import_patterns_is_section_title (self->import->patterns, self->import->language, section, folded);
      return TRUE;
    }
  return take_origin (self, line, line->text) || take_columns (self, line);
}

/* An "(i)" may be a letter or a numeral, as what follows shows. */
static void
take_letter (WmdGathering *self, const WmdTextMark *mark)
{
  gboolean letter = goes_on_from (mark->number, self->letter);

  if (goes_on_from (mark->numeral, self->numeral))
    self->numeral = mark->numeral;
  else if (letter)
    self->numeral = 0;
  if (letter || mark->numeral == 0)
    self->letter = mark->number;
}

static gboolean
take_marked (WmdGathering *self, const WmdTextLine *line, gboolean in_notes)
{
  WmdTextMark mark;
  WmdPiece *piece;

  if (!wmd_text_import_read_mark (self->import, line->text, in_notes, &mark) || !is_deliberate (self, line, &mark))
    {
      g_free (mark.mark);
      return FALSE;
    }
  piece = open_piece (self, mark.kind, line, mark.rest);
  piece->mark = mark.mark;
  piece->number = mark.number;
  piece->numeral = mark.numeral;
  if (mark.kind == WMD_PIECE_NUMBERED)
    self->number = mark.number;
  else if (mark.kind == WMD_PIECE_LETTERED)
    take_letter (self, &mark);
  else if (mark.kind == WMD_PIECE_NOTE && mark.number > 0)
    self->note = mark.number;
  else if (mark.kind == WMD_PIECE_NOTE)
    {
      self->after_star = self->pieces->len;
      self->import->open_stars &= ~(1u << MIN (strlen (mark.mark), 31));
    }
  return TRUE;
}

/* TRUE for a line of short columns, as rows of tables have: two that a tab parts, or three. */
static gboolean
has_columns (WmdGathering *self, const WmdTextLine *line)
{
  g_auto (GStrv) cells = NULL;
  g_autofree char *mark = NULL;
  WmdTextMark read = { 0 };

  if (line < self->start || line >= self->end || line->level > 0 || line->width > ROW_WIDTH)
    return FALSE;
  cells = wmd_text_cells (line->text);
  if (line->row && g_strv_length (cells) > 1)
    return TRUE;
  if (g_strv_length (cells) < (strchr (line->text, '\t') != NULL ? 2 : 3) ||
      wmd_text_import_read_mark (self->import, line->text, FALSE, &read))
    {
      mark = read.mark;
      return FALSE;
    }
  for (guint i = 0; cells[i] != NULL; i++)
    if (wmd_text_width (cells[i]) > CELL_WIDTH)
      return FALSE;
  return TRUE;
}

/* TRUE for a row of a table: others are above or below it. */
static gboolean
is_row (WmdGathering *self, const WmdTextLine *line)
{
  return has_columns (self, line) && (has_columns (self, line - 1) || has_columns (self, line + 1));
}

static void
take_row (WmdGathering *self, const WmdTextLine *line)
{
  g_auto (GStrv) cells = wmd_text_cells (line->text);
  g_autofree char *text = g_strjoinv (" ", cells);
  const WmdPiece *before = wmd_gathering_get_last (self);

  if (before == NULL || !before->row)
    wmd_text_import_report (self->import, "import-table", WMD_SEVERITY_WARNING, line->number, line->text,
                            g_strdup (_ ("A table begins here. Each row is kept as a paragraph.")));
  open_piece (self, WMD_PIECE_TEXT, line, text)->row = TRUE;
}

static void
take_text (WmdGathering *self, const WmdTextLine *line)
{
  WmdPiece *piece = wmd_gathering_get_last (self);

  if (is_row (self, line))
    {
      take_row (self, line);
      return;
    }
  if (piece == NULL || piece->row || piece->text != NULL || !wmd_gathering_goes_on (self, line, piece))
    {
      open_piece (self, WMD_PIECE_TEXT, line, line->text);
      return;
    }
  if (self->first)
    {
      piece->indented = self->last->indent >= line->indent + FIRST_LINE_INDENT;
      piece->flush = wmd_columns_are_near (self->last->indent, line->indent);
    }
  wmd_text_import_append (self->import, self->text, line->text);
  self->first = FALSE;
}

/* TRUE for the heading of footnotes that stand together at the end of a text, the first of which follows. */
static gboolean
is_notes_heading (WmdGathering *self, const WmdTextLine *line)
{
  const WmdTextLine *next = line + 1;
  g_autofree char *folded = NULL;
  g_autofree char *mark = NULL;
  WmdTextMark read;

  if (line->width > NOTES_WIDTH || next >= self->end)
    return FALSE;
  folded = wmd_text_fold (line->text);
  if (!wmd_import_patterns_match (self->import->patterns, self->import->language, WMD_PATTERN_NOTES, folded, NULL) ||
      !wmd_text_import_read_mark (self->import, next->text, TRUE, &read))
    return FALSE;
  mark = read.mark;
  return read.kind == WMD_PIECE_NOTE;
}

static void
take_line (WmdGathering *self, const WmdTextLine *line)
{
  gboolean note;

  if (line->page_break)
    {
      self->last = NULL;
      self->in_notes = FALSE;
      self->page++;
    }
  if (is_rule (line->text) || is_notes_heading (self, line))
    {
      self->in_notes = TRUE;
      self->last = NULL;
      g_string_append_printf (self->import->rules, "%s%s", self->import->rules->len > 0 ? " " : "", line->text);
      return;
    }
  if (repeats_star (self, line))
    self->in_notes = FALSE;
  note = self->in_notes || begins_foot_note (self, line);
  self->in_notes = note && (self->in_notes || is_at_foot (self, line));
  if (!take_special (self, line) && !take_marked (self, line, note))
    take_text (self, line);
  if (wmd_gathering_get_last (self)->kind != WMD_PIECE_NOTE && (!self->import->wrapped || line->blanks > 0))
    self->in_notes = FALSE;
  self->last = line;
}

/* The least indent of the lines from @start to @end. */
static guint
find_left (WmdTextImport *self, guint start, guint end)
{
  guint left = G_MAXUINT;

  for (guint i = start; i < end; i++)
    left = MIN (left, g_array_index (self->lines, WmdTextLine, i).indent);
  return left;
}

GPtrArray *
wmd_text_import_gather (WmdTextImport *self, guint start, guint end)
{
  const WmdTextLine *lines = (const WmdTextLine *) (void *) self->lines->data;
  g_autoptr (GString) text = g_string_new (NULL);
  WmdGathering gathering = {
    .import = self, .text = text, .start = lines + start, .end = lines + end, .left = find_left (self, start, end)
  };

  gathering.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_piece_free);
  for (guint i = start; i < end; i++)
    take_line (&gathering, lines + i);
  close_piece (&gathering);
  return gathering.pieces;
}
