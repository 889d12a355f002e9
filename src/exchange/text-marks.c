/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The marks with which list items, numbered paragraphs and footnotes begin. */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define N_LETTERS 26  /* of a list, that are read */
#define MAX_LETTERS 5 /* in a mark: "xviii" */
#define CIRCLED_ONE 0x2460
#define N_CIRCLED 20

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

/* Ends a mark before @end: keeps it as printed. FALSE when nothing follows it. */
static gboolean
finish_mark (WmdTextMark *mark, WmdPieceKind kind, const char *start, const char *end)
{
  g_autofree char *printed = g_strndup (start, (gsize) (end - start));

  mark->rest = skip_spaces (end);
  if (*mark->rest == '\0')
    return FALSE;
  mark->kind = kind;
  mark->mark = wmd_text_plain (printed);
  return TRUE;
}

/* TRUE for a character of a symbol font, as word processors have them for bullets. */
static gboolean
is_symbol (gunichar c)
{
  return c >= 0xF020 && c <= 0xF0FF;
}

/* TRUE for the letter that stands for a bullet of the second level, set apart by more than a space. */
static gboolean
is_letter_bullet (const char *text)
{
  return text[0] == 'o' && (text[1] == '\t' || (text[1] == ' ' && text[2] == ' '));
}

static gboolean
read_bullet (const char *text, WmdTextMark *mark)
{
  static const char spaced[] = "-–—*‣⁃·∙►▸▶➢➤✓✔❖◆◇□→";
  static const char round[] = "•●○◦▪■";
  const char *next = g_utf8_next_char (text);
  gunichar c = g_utf8_get_char (text);

  if (c != wmd_char_escape ('*')) /* an escaped star is no bullet */
    c = wmd_char_unescape (c);
  if (g_utf8_strchr (round, -1, c) == NULL && !is_letter_bullet (text) &&
      ((g_utf8_strchr (spaced, -1, c) == NULL && !is_symbol (c)) || !wmd_char_is_space (g_utf8_get_char (next))))
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

static gboolean
is_quote (gunichar c)
{
  return c == '\'' || c == 0x2018 || c == 0x2019;
}

/* Looks the letters or digits of a mark up among those of both levels. */
static gboolean
find_letter (WmdTextImport *self, const char *letter, WmdTextMark *mark)
{
  g_autofree char *folded = wmd_text_fold (letter);

  mark->numeral = GPOINTER_TO_UINT (g_hash_table_lookup (self->numerals, folded));
  mark->number = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, folded));
  if (mark->number == 0)
    mark->number = wmd_import_patterns_get_letter (self->patterns, self->language, folded);
  return mark->number > 0 || mark->numeral > 0;
}

/* "㈠": a mark with its brackets in one character. */
static gboolean
read_enclosed (WmdTextImport *self, const char *text, WmdTextMark *mark)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (peek (text), TRUE, decomposed, G_N_ELEMENTS (decomposed));
  g_autofree char *letter = NULL;

  if (n < 3 || !is_open_bracket (decomposed[0]) || !is_close_bracket (decomposed[n - 1]))
    return FALSE;
  letter = g_ucs4_to_utf8 (decomposed + 1, (glong) n - 2, NULL, NULL, NULL);
  return letter != NULL && find_letter (self, letter, mark) &&
         finish_mark (mark, WMD_PIECE_LETTERED, text, g_utf8_next_char (text));
}

/* "(a)", "a)", "(أ)", "(i)": a list letter in one bracket or two; "’1‘", where the language has such marks. */
static gboolean
read_letter (WmdTextImport *self, const char *text, WmdTextMark *mark)
{
  gboolean quoted = is_quote (peek (text));
  const char *p = quoted || is_open_bracket (peek (text)) ? skip_spaces (g_utf8_next_char (text)) : text;
  const char *start = p;
  g_autofree char *letter = NULL;
  guint n = 0;

  for (; *p != '\0' && n < MAX_LETTERS; p = g_utf8_next_char (p), n++)
    if (quoted ? !g_unichar_isdigit (peek (p)) : !g_unichar_isalpha (peek (p)) && peek (p) != 0x0640)
      break;
  letter = g_strndup (start, (gsize) (p - start));
  p = skip_spaces (p);
  if (n == 0 || !(quoted ? is_quote (peek (p)) : is_close_bracket (peek (p))))
    return FALSE;
  return find_letter (self, letter, mark) && finish_mark (mark, WMD_PIECE_LETTERED, text, g_utf8_next_char (p));
}

/* TRUE for what a number goes before without a space: Chinese, also where it begins with a year. */
static gboolean
is_tight (const char *text)
{
  guint n = 0;

  while (g_ascii_isdigit (*text))
    text++, n++;
  text += n == 4 && *text == ' ';
  return wmd_char_is_han (g_utf8_get_char (text)) && (n == 0 || n == 4);
}

/* "1.", "12)", "١ -": the number of a paragraph. A Chinese one may have no space after it. */
static gboolean
read_number (const char *text, WmdTextMark *mark)
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
  if (*p == '\0' || (!wmd_char_is_space (g_utf8_get_char (p)) && !is_tight (p)))
    return FALSE;
  mark->number = number;
  return finish_mark (mark, WMD_PIECE_NUMBERED, text, p);
}

static gboolean
read_star_note (WmdTextImport *self, const char *text, gboolean in_notes, WmdTextMark *mark)
{
  const char *p = text;
  guint n = 0;

  for (; *p != '\0' && n < 31 && peek (p) == '*'; p = g_utf8_next_char (p))
    n++;
  if (n == 0 || (*text == '*' && !in_notes && (self->open_stars & (1u << n)) == 0))
    return FALSE; /* a bullet */
  return finish_mark (mark, WMD_PIECE_NOTE, text, p);
}

guint
wmd_text_read_bracketed_number (const char *text, const char **end)
{
  gunichar circled = g_utf8_get_char (text);
  gunichar close = peek (text) == '[' ? ']' : ')';
  const char *p = text;
  guint number = 0;

  if (circled >= CIRCLED_ONE && circled < CIRCLED_ONE + N_CIRCLED)
    {
      *end = g_utf8_next_char (text);
      return circled - CIRCLED_ONE + 1;
    }
  if (peek (p) != '[' && peek (p) != '(')
    return 0;
  for (p = g_utf8_next_char (p); number < 100 && g_unichar_isdigit (peek (p)); p = g_utf8_next_char (p))
    number = number * 10 + (guint) g_unichar_digit_value (peek (p));
  if (number >= 100 || peek (p) != close)
    return 0;
  *end = g_utf8_next_char (p);
  return number;
}

/* "¹", "[^1]:", and among footnotes a number alone or in brackets. */
static gboolean
read_number_note (const char *text, gboolean in_notes, WmdTextMark *mark)
{
  const char *p = text;
  guint number = 0;

  if (g_str_has_prefix (text, "[^"))
    {
      guint64 value = g_ascii_strtoull (text + 2, (char **) &p, 10);

      mark->number = (guint) MIN (value, 999);
      return value > 0 && g_str_has_prefix (p, "]:") && finish_mark (mark, WMD_PIECE_NOTE, text, p + 2);
    }
  if (in_notes && (number = wmd_text_read_bracketed_number (text, &p)) > 0)
    {
      mark->number = number;
      return finish_mark (mark, WMD_PIECE_NOTE, text, p);
    }
  for (; *p != '\0' && number < 100; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar digit = in_notes && wmd_char_is_digit (c) ? c : wmd_char_superscript (c);

      if (c == WMD_CHAR_SUPERSCRIPT)
        continue;
      if (digit < '0' || digit > '9')
        break;
      number = number * 10 + (guint) (digit - '0');
    }
  mark->number = number;
  return number > 0 && number < 100 && peek (p) != '.' && peek (p) != ')' &&
         finish_mark (mark, WMD_PIECE_NOTE, text, p);
}

gboolean
wmd_text_import_read_mark (WmdTextImport *self, const char *text, gboolean in_notes, WmdTextMark *mark)
{
  *mark = (WmdTextMark){ .kind = WMD_PIECE_TEXT, .rest = text };
  return read_star_note (self, text, in_notes, mark) || read_number_note (text, in_notes, mark) ||
         read_bullet (text, mark) || read_number (text, mark) || read_letter (self, text, mark) ||
         read_enclosed (self, text, mark);
}

GHashTable *
wmd_text_import_make_marks (WmdTextImport *self, guint level)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const WmdLanguage languages[] = { WMD_LANGUAGE_EN, self->language };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint position = 1; position <= N_LETTERS; position++)
      {
        g_autofree char *mark = wmd_reference_format_list_mark (self->reference, languages[i], level, position);
        g_autofree char *folded = wmd_text_fold (mark);

        g_strstrip (g_strdelimit (folded, "()'", ' '));
        g_hash_table_insert (marks, g_steal_pointer (&folded), GUINT_TO_POINTER (position));
      }
  return marks;
}
