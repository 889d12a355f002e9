/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines become pieces: paragraphs, headings, list items, footnotes, headings of sections, and the lines under the
 * heading of a reply. A line goes on with the piece before it when it can be nothing else and the line before
 * was broken at the margin: its first word would not have fitted there.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define HEADING_WIDTH 250   /* columns; a wider line is no heading and has no marks of one */
#define SLACK 15            /* per cent of the margin by which lines of justified text differ */
#define FIRST_LINE_INDENT 3 /* columns by which the first line of a paragraph is at least indented */

typedef struct
{
  WmdTextImport *import;
  GHashTable *letters;     /* list letter without brackets → position */
  GPtrArray *pieces;       /* (element-type WmdPiece) */
  GString *text;           /* of the piece at the end of pieces */
  const WmdTextLine *last; /* line before; NULL after a page break or at the start */
  guint number;            /* of the last numbered paragraph */
  guint letter;            /* of the last list letter */
  gboolean in_notes;       /* a rule was drawn: what follows on this page are footnotes */
} Gathering;

/* The mark that a line begins with. */
typedef struct
{
  WmdPieceKind kind;
  char *mark; /* as printed */
  guint number;
  const char *rest; /* of the line */
} Mark;

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

/* --- marks --- */

static gunichar
peek (const char *text)
{
  return wmd_char_unescape (g_utf8_get_char (text));
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && wmd_char_is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Ends a mark after @end: keeps it as printed. FALSE when nothing follows it. */
static gboolean
finish_mark (Mark *mark, WmdPieceKind kind, const char *start, const char *end)
{
  g_autofree char *printed = g_strndup (start, (gsize) (end - start));

  mark->rest = skip_spaces (end);
  if (*mark->rest == '\0')
    return FALSE;
  mark->kind = kind;
  mark->mark = wmd_text_plain (printed);
  return TRUE;
}

static gboolean
read_bullet (const char *text, Mark *mark)
{
  static const char spaced[] = "-–—*‣⁃";
  static const char round[] = "•●○◦▪■";
  const char *next = g_utf8_next_char (text);
  gunichar c = g_utf8_get_char (text); /* an escaped star is no bullet */
  gunichar plain = c == WMD_CHAR_ESCAPED + 9 ? c : wmd_char_unescape (c);

  if (g_utf8_strchr (round, -1, plain) == NULL &&
      (g_utf8_strchr (spaced, -1, plain) == NULL || !wmd_char_is_space (g_utf8_get_char (next))))
    return FALSE;
  return finish_mark (mark, WMD_PIECE_BULLET, text, next);
}

static gboolean
is_open_bracket (gunichar c)
{
  return c == '(' || c == 0xFF08;
}

static gboolean
is_close_bracket (gunichar c)
{
  return c == ')' || c == 0xFF09;
}

/* "(a)", "a)", "(أ)": a list letter in one bracket or two. */
static gboolean
read_letter (Gathering *self, const char *text, Mark *mark)
{
  const char *p = is_open_bracket (peek (text)) ? g_utf8_next_char (text) : text;
  const char *start = p;
  g_autofree char *letter = NULL;
  g_autofree char *folded = NULL;
  guint n = 0;

  for (; *p != '\0' && n < 4 && (g_unichar_isalpha (peek (p)) || peek (p) == 0x0640); p = g_utf8_next_char (p))
    n++;
  if (n == 0 || !is_close_bracket (peek (p)))
    return FALSE;
  letter = g_strndup (start, (gsize) (p - start));
  folded = wmd_text_fold (letter);
  mark->number = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, folded));
  if (mark->number == 0)
    mark->number = wmd_import_patterns_get_letter (self->import->patterns, self->import->language, folded);
  return mark->number > 0 && finish_mark (mark, WMD_PIECE_LETTERED, text, g_utf8_next_char (p));
}

/* "1.", "12)", "١ -": the number of a paragraph. A Chinese one may have no space after it. */
static gboolean
read_number (const char *text, Mark *mark)
{
  const char *p = text;
  guint number = 0;
  guint n = 0;
  gunichar c;

  for (; *p != '\0' && n < 4 && g_unichar_isdigit (peek (p)); p = g_utf8_next_char (p), n++)
    number = number * 10 + (guint) g_unichar_digit_value (peek (p));
  if (n == 0 || n > 3)
    return FALSE;
  p = skip_spaces (p);
  c = *p != '\0' ? peek (p) : 0;
  if (c == 0 || g_utf8_strchr (".)．、-–", -1, c) == NULL)
    return FALSE;
  p = g_utf8_next_char (p);
  if (*p == '\0' || (!wmd_char_is_space (g_utf8_get_char (p)) && !wmd_char_is_han (g_utf8_get_char (p))))
    return FALSE;
  mark->number = number;
  return finish_mark (mark, WMD_PIECE_NUMBERED, text, p);
}

/* "*", "¹", "[^1]:", and among footnotes a number alone. */
static gboolean
read_note (Gathering *self, const char *text, Mark *mark)
{
  const char *p = text;
  guint number = 0;

  if (peek (p) == '*')
    {
      while (*p != '\0' && peek (p) == '*')
        p = g_utf8_next_char (p);
      return (*text != '*' || self->in_notes || self->import->n_stars > 0) &&
             finish_mark (mark, WMD_PIECE_NOTE, text, p);
    }
  if (g_str_has_prefix (text, "[^"))
    {
      number = (guint) g_ascii_strtoull (text + 2, (char **) &p, 10);
      mark->number = number;
      return number > 0 && g_str_has_prefix (p, "]:") && finish_mark (mark, WMD_PIECE_NOTE, text, p + 2);
    }
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar digit = self->in_notes && g_ascii_isdigit (c) ? c : wmd_char_superscript (c);

      if (c == WMD_CHAR_SUPERSCRIPT)
        continue;
      if (digit < '0' || digit > '9' || number > 99)
        break;
      number = number * 10 + (guint) (digit - '0');
    }
  mark->number = number;
  return number > 0 && finish_mark (mark, WMD_PIECE_NOTE, text, p);
}

static gboolean
read_mark (Gathering *self, const char *text, Mark *mark)
{
  *mark = (Mark){ WMD_PIECE_TEXT, NULL, 0, text };
  return read_note (self, text, mark) || read_bullet (text, mark) || read_number (text, mark) ||
         read_letter (self, text, mark);
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

/* --- joining lines --- */

static guint
first_word_width (const char *text)
{
  g_autofree char *word = NULL;

  if (wmd_char_is_wide (g_utf8_get_char (text)))
    return 2;
  word = g_strndup (text, strcspn (text, " \t"));
  return wmd_text_width (word) + 1;
}

/* TRUE when the line before @line ends where lines end: the first word of @line did not fit on it any more. */
static gboolean
was_broken (Gathering *self, const WmdTextLine *line)
{
  guint edge = self->last->indent + self->last->width;

  return (edge + first_word_width (line->text)) * 100 > self->import->margin * (100 - SLACK);
}

/* TRUE when @line and the one before it are set symmetrically in the middle of the page, as titles are. */
static gboolean
both_centred (Gathering *self, const WmdTextLine *line)
{
  int here = (int) (2 * line->indent + line->width);
  int before = (int) (2 * self->last->indent + self->last->width);

  return line->indent > 2 * FIRST_LINE_INDENT && self->last->indent > 2 * FIRST_LINE_INDENT && ABS (here - before) <= 6;
}

static gboolean
goes_on (Gathering *self, const WmdTextLine *line, const WmdPiece *piece)
{
  if (self->last == NULL || line->blanks > 0 || line->page_break || line->level > 0 || piece->level > 0 ||
      piece->kind == WMD_PIECE_ORIGIN)
    return FALSE;
  if (self->import->margin == 0)
    return FALSE;
  if (both_centred (self, line))
    return !wmd_text_is_closed (self->last->text);
  if (piece->kind == WMD_PIECE_SECTION)
    return line->indent >= self->last->indent && !was_broken (self, line) && line->indent > FIRST_LINE_INDENT;
  if (piece->mark == NULL && line->indent >= self->last->indent + FIRST_LINE_INDENT)
    return FALSE; /* the first line of a paragraph */
  return was_broken (self, line);
}

/* The end of the text gathered so far: enough of it to look at, however long it is. */
static const char *
get_tail (GString *text)
{
  const char *tail = text->str + (text->len > 200 ? text->len - 200 : 0);

  while (((guchar) *tail & 0xC0) == 0x80)
    tail++;
  return tail;
}

static gunichar
last_char (GString *text)
{
  return text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : 0;
}

/* Removes the last character of the text. */
static void
chop (GString *text)
{
  g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));
}

/* TRUE when the text ends with a letter and a hyphen: a word may have been broken there. */
static gboolean
ends_with_hyphen (GString *text)
{
  const char *hyphen;
  gunichar c = last_char (text);

  if ((c != '-' && c != 0x2010) || text->len < 2)
    return FALSE;
  hyphen = g_utf8_prev_char (text->str + text->len);
  return hyphen > text->str && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen)));
}

/* A word broken at its own hyphen keeps it, one that was hyphenated loses it: the words of the report tell which. */
static gboolean
keeps_hyphen (Gathering *self, const char *next)
{
  const char *tail = get_tail (self->text);
  g_autofree char *before = g_strndup (tail, (gsize) (g_utf8_prev_char (self->text->str + self->text->len) - tail));
  const char *first, *second;
  gsize first_length, second_length;
  g_autofree char *whole = NULL;
  g_autofree char *lower = NULL;

  if (!wmd_vocabulary_last_word (before, &first, &first_length) ||
      !wmd_vocabulary_first_word (next, &second, &second_length) || !g_unichar_islower (g_utf8_get_char (second)))
    return TRUE;
  whole = g_strdup_printf ("%.*s%.*s", (int) first_length, first, (int) second_length, second);
  if (wmd_vocabulary_has_word (self->import->vocabulary, whole, -1))
    return FALSE;
  lower = g_utf8_strdown (first, (gssize) first_length);
  if (wmd_import_patterns_is_prefix (self->import->patterns, self->import->language, lower))
    return TRUE;
  return wmd_vocabulary_has_word (self->import->vocabulary, first, (gssize) first_length) &&
         wmd_vocabulary_has_word (self->import->vocabulary, second, (gssize) second_length);
}

/* TRUE when a space goes between the text and the line after it: not inside Chinese; between Chinese and digits or
 * Latin letters as this report has it.
 */
static gboolean
needs_space (Gathering *self, const char *next)
{
  gunichar before = wmd_text_last (get_tail (self->text));
  gunichar after = wmd_text_first (next);

  if (wmd_char_is_han (before) != wmd_char_is_han (after))
    return self->import->spaced_digits && g_unichar_isalnum (before) && g_unichar_isalnum (after);
  return !wmd_char_is_wide (before) && !wmd_char_is_wide (after);
}

static void
append_line (Gathering *self, const char *line)
{
  if (last_char (self->text) == 0x00AD)
    chop (self->text);
  else if (ends_with_hyphen (self->text))
    {
      if (!keeps_hyphen (self, line))
        {
          chop (self->text);
          self->import->n_hyphens++;
        }
    }
  else if (needs_space (self, line))
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, line);
}

static void
close_piece (Gathering *self)
{
  WmdPiece *piece = self->pieces->len > 0 ? self->pieces->pdata[self->pieces->len - 1] : NULL;

  if (piece == NULL || piece->text != NULL)
    return;
  if (last_char (self->text) == 0x00AD)
    chop (self->text);
  piece->text = wmd_text_squeeze (self->text->str);
  g_string_truncate (self->text, 0);
}

static WmdPiece *
open_piece (Gathering *self, WmdPieceKind kind, const WmdTextLine *line, const char *text)
{
  WmdPiece *piece = wmd_piece_new (kind, line->number);

  close_piece (self);
  piece->level = line->level;
  piece->page_break = line->page_break;
  g_string_assign (self->text, text);
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

/* --- one line --- */

/* TRUE when a mark at the beginning of @line is that of a list, a paragraph or a footnote, and not by chance there
 * where a line was broken.
 */
static gboolean
is_deliberate (Gathering *self, const WmdTextLine *line, const Mark *mark)
{
  gboolean apart = self->last == NULL || line->blanks > 0 || line->page_break || self->import->margin == 0;

  if (apart || mark->kind == WMD_PIECE_NOTE)
    return TRUE;
  if (mark->kind == WMD_PIECE_NUMBERED && mark->number != self->number + 1 && mark->number != 1)
    return FALSE;
  if (mark->kind == WMD_PIECE_LETTERED && mark->number != self->letter + 1 && mark->number != 1)
    return FALSE;
  return wmd_text_is_closed (self->last->text) || !was_broken (self, line);
}

static gboolean
take_origin (Gathering *self, const WmdTextLine *line, const char *text)
{
  g_autofree char *folded = wmd_text_fold (text);
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;
  WmdPiece *piece;

  if (!wmd_import_patterns_match_origin (self->import->patterns, self->import->language, folded, &original, &date))
    return FALSE;
  piece = open_piece (self, WMD_PIECE_ORIGIN, line, text);
  piece->original = g_steal_pointer (&original);
  piece->date = g_steal_pointer (&date);
  return TRUE;
}

/* What is no wider than a heading can be the heading of a section or the lines under that of a reply, which may
 * stand in a column at its right.
 */
static gboolean
take_special (Gathering *self, const WmdTextLine *line)
{
  g_autofree char *folded = NULL;
  WmdImportSection section;
  g_auto (GStrv) cells = NULL;
  guint n;

  if (line->width > HEADING_WIDTH)
    return FALSE;
  folded = wmd_text_fold (line->text);
  section = wmd_import_patterns_match_section (self->import->patterns, self->import->language, folded);
  if (section != WMD_IMPORT_SECTION_NONE)
    {
      open_piece (self, WMD_PIECE_SECTION, line, line->text)->section = section;
      return TRUE;
    }
  if (take_origin (self, line, line->text))
    return TRUE;
  cells = wmd_text_cells (line->text);
  n = g_strv_length (cells);
  if (n != 2)
    return FALSE;
  if (wmd_text_first (cells[1]) != '[')
    return FALSE;
  open_piece (self, WMD_PIECE_TEXT, line, cells[0]);
  if (take_origin (self, line, cells[1]))
    return TRUE;
  close_piece (self);
  g_ptr_array_set_size (self->pieces, (gint) self->pieces->len - 1);
  return FALSE;
}

static void
take_line (Gathering *self, const WmdTextLine *line)
{
  WmdPiece *piece = self->pieces->len > 0 ? self->pieces->pdata[self->pieces->len - 1] : NULL;
  Mark mark;

  if (line->page_break)
    {
      self->last = NULL;
      self->in_notes = FALSE;
    }
  if (is_rule (line->text))
    {
      self->in_notes = TRUE;
      self->last = NULL;
      g_string_append_printf (self->import->rules, "%s%s", self->import->rules->len > 0 ? " " : "", line->text);
      return;
    }
  if (take_special (self, line))
    ;
  else if (read_mark (self, line->text, &mark) && is_deliberate (self, line, &mark))
    {
      piece = open_piece (self, mark.kind, line, mark.rest);
      piece->mark = g_steal_pointer (&mark.mark);
      piece->number = mark.number;
      if (mark.kind == WMD_PIECE_NUMBERED)
        self->number = mark.number;
      else if (mark.kind == WMD_PIECE_LETTERED)
        self->letter = mark.number;
      else if (mark.kind == WMD_PIECE_NOTE && *piece->mark == '*' && self->import->n_stars > 0)
        self->import->n_stars--;
    }
  else
    {
      g_clear_pointer (&mark.mark, g_free);
      if (piece != NULL && piece->text == NULL && goes_on (self, line, piece))
        append_line (self, line->text);
      else
        open_piece (self, WMD_PIECE_TEXT, line, line->text);
    }
  self->last = line;
}

/* The letters of the lists that the language prints. */
static GHashTable *
make_letters (WmdTextImport *import)
{
  GHashTable *letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const WmdLanguage languages[] = { WMD_LANGUAGE_EN, import->language };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint position = 1; position <= 26; position++)
      {
        g_autofree char *mark = wmd_reference_format_list_letter (import->reference, languages[i], position);
        g_autofree char *folded = wmd_text_fold (mark);

        g_strstrip (g_strdelimit (folded, "()", ' '));
        g_hash_table_insert (letters, g_steal_pointer (&folded), GUINT_TO_POINTER (position));
      }
  return letters;
}

GPtrArray *
wmd_text_import_gather (WmdTextImport *self, guint start, guint end)
{
  g_autoptr (GHashTable) letters = make_letters (self);
  g_autoptr (GString) text = g_string_new (NULL);
  Gathering gathering = { .import = self, .letters = letters, .text = text };

  gathering.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_piece_free);
  for (guint i = start; i < end; i++)
    take_line (&gathering, &g_array_index (self->lines, WmdTextLine, i));
  close_piece (&gathering);
  return gathering.pieces;
}
