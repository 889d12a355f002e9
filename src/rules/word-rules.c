/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that do not belong: of another script or language than the text, and abbreviations that nobody explained. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

static gboolean
is_one_of (const WmdProbe *probe, const WmdReading *reading, const char *key, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  return wmd_forms_has_word (probe->forms, key, reading->language, reading->text + token->start,
                             token->end - token->start);
}

static guint
count_letters (const WmdReading *reading, const WmdToken *token)
{
  return g_utf8_strlen (reading->text + token->start, token->end - token->start);
}

/* Letters that are all numerals, in either case: XIII, iv. */
static gboolean
is_roman (const WmdReading *reading, const WmdToken *token)
{
  guint length = token->end - token->start;
  const char *text = reading->text + token->start;

  return strspn (text, "IVXLCDM") >= length || strspn (text, "ivxlc") >= length;
}

/* --- words of another script --- */

static guint
count_scripts (const WmdToken *token)
{
  guint n = 0;

  for (guint scripts = token->scripts; scripts != 0; scripts &= scripts - 1)
    n++;
  return n;
}

static gboolean
has_two_capitals (const WmdReading *reading, const WmdToken *token)
{
  guint n = 0;

  for (const char *p = reading->text + token->start; p < reading->text + token->end; p = g_utf8_next_char (p))
    n += g_unichar_isupper (g_utf8_get_char (p)) != 0;
  return n >= 2;
}

/* A part of something longer that is no word of the text: a domain, a path, an address. */
static gboolean
is_in_code (const WmdReading *reading, guint index)
{
  static const char joints[] = "/_@.\\";
  const WmdToken *token = &reading->tokens[index];
  const WmdToken *before = index > 0 ? token - 1 : NULL;
  const WmdToken *after = index + 1 < reading->n_tokens ? token + 1 : NULL;
  const WmdToken *next = index + 2 < reading->n_tokens ? token + 2 : NULL;

  if (before != NULL && before->end == token->start && before->first < 0x80 && strchr (joints, before->first) != NULL)
    return TRUE;
  return after != NULL && after->start == token->end && after->first < 0x80 && strchr (joints, after->first) != NULL &&
         next != NULL && next->start == after->end;
}

/* Latin letters that look like the Russian words of one letter. */
static gboolean
is_false_letter (const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  return reading->language == WMD_LANGUAGE_RU && token->first < 0x80 && strchr ("acoyk", token->first) != NULL &&
         !wmd_reading_token_is (reading, index + 1, ")") && !wmd_reading_token_is (reading, index + 1, ".") &&
         (token->flags & (WMD_TOKEN_QUOTED | WMD_TOKEN_BRACKETED | WMD_TOKEN_MARKED_UP)) == 0;
}

/* A letter of a formula or a list: Latin, or Greek in any text. A letter of another script is a word of one letter. */
static gboolean
is_sign (const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  return g_unichar_get_script (token->first) == G_UNICODE_SCRIPT_GREEK ||
         (token->scripts == WMD_SCRIPT_LATIN && !is_false_letter (reading, index)) ||
         (token->flags & (WMD_TOKEN_QUOTED | WMD_TOKEN_BRACKETED)) != 0 || is_in_code (reading, index) ||
         (index > 0 && token[-1].end == token->start && token[-1].kind != WMD_TOKEN_WORD);
}

/* Bacillus anthracis: the name of an organism, of which the second word has no capital. */
static gboolean
is_organism (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  return is_one_of (probe, reading, "latin-genera", index) ||
         (index > 0 && (reading->tokens[index].flags & WMD_TOKEN_INITIAL) == 0 &&
          is_one_of (probe, reading, "latin-genera", index - 1));
}

static gboolean
is_allowed (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  if (count_letters (reading, token) == 1)
    return is_sign (reading, index);
  /* The symbol of an isotope. */
  if (index > 0 && token[-1].end == token->start && (token[-1].flags & WMD_TOKEN_RAISED) != 0)
    return TRUE;
  if ((token->flags & WMD_TOKEN_BRACKETED) != 0)
    return TRUE;
  if ((token->flags & (WMD_TOKEN_QUOTED | WMD_TOKEN_MARKED_UP)) != 0 && (token->flags & WMD_TOKEN_INITIAL) != 0)
    return TRUE;
  if (token->scripts != WMD_SCRIPT_LATIN)
    return FALSE;
  return (token->flags & (WMD_TOKEN_CAPITALS | WMD_TOKEN_DIGITS)) != 0 || has_two_capitals (reading, token) ||
         is_roman (reading, token) || is_in_code (reading, index) ||
         is_one_of (probe, reading, "foreign-allowed", index) || is_organism (probe, reading, index);
}

static gboolean
is_foreign (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  if (token->kind != WMD_TOKEN_WORD)
    return FALSE;
  if (count_scripts (token) > 1)
    return TRUE;
  return (token->scripts & wmd_scripts_of_language (reading->language)) == 0 && token->scripts != 0 &&
         !is_allowed (probe, reading, index);
}

/* A function word of another language that has the same script, between words that are no names. */
static gboolean
is_intruder (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  const WmdToken *neighbours[] = { index > 0 ? token - 1 : NULL, index + 1 < reading->n_tokens ? token + 1 : NULL };

  if (token->kind != WMD_TOKEN_WORD || token->scripts != WMD_SCRIPT_LATIN || token->flags != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    if (neighbours[i] == NULL || neighbours[i]->kind != WMD_TOKEN_WORD ||
        (neighbours[i]->flags & WMD_TOKEN_INITIAL) != 0)
      return FALSE;
  return is_one_of (probe, reading, "intruders", index) && !is_one_of (probe, reading, "foreign-allowed", index + 1);
}

void
wmd_check_foreign_word (WmdProbe *probe)
{
  const WmdReading *reading = probe->page->readings[probe->index];

  for (guint i = 0; i < reading->n_tokens; i++)
    {
      guint last = i;
      g_autofree char *hint = NULL;

      if (!is_foreign (probe, reading, i) && !is_intruder (probe, reading, i))
        continue;
      while (last + 1 < reading->n_tokens && is_foreign (probe, reading, last + 1))
        last++;
      hint = wmd_probe_dup_text (probe, reading->tokens[i].start, reading->tokens[last].end);
      wmd_remark_set_range (
          wmd_probe_say (probe, hint,
                         count_scripts (&reading->tokens[i]) > 1
                             ? g_strdup_printf (_ ("“%s” has letters of two scripts."), hint)
                             : g_strdup_printf (_ ("“%s” is not of the language of the text."), hint)),
          reading->tokens[i].start, reading->tokens[last].end);
      i = last;
    }
}

/* --- abbreviations in capitals --- */

/* TRUE for a mark within the number of a law or a document. */
static gboolean
joins_number (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_MARK && g_utf8_strchr ("/-–_.", -1, token->first) != NULL;
}

/* Part of the number of a law or a document, in which nothing has space about it: 25-2018/AN, 0974/PRES/PM, 470CS. */
static gboolean
is_in_number (const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  if (index + 1 < reading->n_tokens && token[1].kind == WMD_TOKEN_NUMBER)
    return TRUE;
  for (guint i = index; i > 0 && reading->tokens[i - 1].end == reading->tokens[i].start; i--)
    if (reading->tokens[i - 1].kind == WMD_TOKEN_NUMBER)
      return TRUE;
    else if (reading->tokens[i - 1].kind != WMD_TOKEN_WORD && !joins_number (&reading->tokens[i - 1]))
      break;
  for (guint i = index + 1; i < reading->n_tokens && reading->tokens[i - 1].end == reading->tokens[i].start; i++)
    if (reading->tokens[i].kind == WMD_TOKEN_NUMBER)
      return TRUE;
    else if (reading->tokens[i].kind != WMD_TOKEN_WORD && !joins_number (&reading->tokens[i]))
      break;
  return FALSE;
}

/* US$, A$ */
static gboolean
is_currency (const WmdReading *reading, guint index)
{
  const WmdToken *next = index + 1 < reading->n_tokens ? &reading->tokens[index + 1] : NULL;

  return next != NULL && next->start == reading->tokens[index].end && next->kind == WMD_TOKEN_MARK &&
         g_unichar_type (next->first) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_all_capitals (const WmdReading *reading)
{
  for (guint i = 0; i < reading->n_tokens; i++)
    if (reading->tokens[i].kind == WMD_TOKEN_WORD && (reading->tokens[i].flags & WMD_TOKEN_CAPITALS) == 0 &&
        (count_letters (reading, &reading->tokens[i]) > 3 || reading->tokens[i].scripts == WMD_SCRIPT_HAN))
      return FALSE;
  return TRUE;
}

static gboolean
is_abbreviation (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  guint length;

  if (token->kind != WMD_TOKEN_WORD || (token->flags & WMD_TOKEN_CAPITALS) == 0 ||
      (token->flags & (WMD_TOKEN_DIGITS | WMD_TOKEN_RAISED)) != 0)
    return FALSE;
  length = count_letters (reading, token);
  return length <= 10 && !is_roman (reading, token) && !is_in_number (reading, index) &&
         !is_currency (reading, index) && !is_one_of (probe, reading, "known-abbreviations", index);
}

static guint
find_bracket_start (const WmdReading *reading, guint index)
{
  while (index > 0 && (reading->tokens[index - 1].flags & WMD_TOKEN_BRACKETED) != 0)
    index--;
  return index;
}

static gboolean
is_capitals (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_WORD && (token->flags & WMD_TOKEN_CAPITALS) != 0;
}

static gboolean
is_comma (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_MARK && (token->first == ',' || token->first == ';' || token->first == 0x60c);
}

/* “(IAEA)”, “(hereinafter IAEA)”, “(EU CBRN CoE)”: before the word stands only what introduces it, and the bracket is
 * no list of abbreviations.
 */
static gboolean
introduces (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  gboolean other = FALSE, comma = FALSE;

  for (guint i = find_bracket_start (reading, index); i < index; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      other = other || is_capitals (token);
      comma = comma || is_comma (token);
      if (token->kind == WMD_TOKEN_WORD && (token->flags & WMD_TOKEN_INITIAL) == 0 &&
          !is_one_of (probe, reading, "introducing-words", i))
        return FALSE;
    }
  if (other && comma)
    return FALSE;
  for (guint i = index + 1; i < reading->n_tokens && (reading->tokens[i].flags & WMD_TOKEN_BRACKETED) != 0; i++)
    {
      comma = comma || is_comma (&reading->tokens[i]);
      if (comma && is_capitals (&reading->tokens[i]))
        return FALSE;
    }
  return TRUE;
}

/* How many letters of the abbreviation begin a word of the bracket that opens behind it. */
static guint
count_initials (const WmdReading *reading, guint index, guint *n_words, gboolean *figures)
{
  g_autofree char *text = g_utf8_casefold (reading->text + reading->tokens[index].start,
                                           reading->tokens[index].end - reading->tokens[index].start);
  guint n = 0;

  for (guint i = index + 2; i < reading->n_tokens && (reading->tokens[i].flags & WMD_TOKEN_BRACKETED) != 0; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      *figures = *figures || token->kind == WMD_TOKEN_NUMBER;
      if (token->kind != WMD_TOKEN_WORD || (token->flags & WMD_TOKEN_CAPITALS) != 0)
        continue;
      (*n_words)++;
      n += g_utf8_strchr (text, -1, g_unichar_tolower (token->first)) != NULL;
    }
  return n;
}

/* “IAEA (International Atomic Energy Agency)”. Letters of another script can be no initials of the words. */
static gboolean
is_explained (const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  guint n_words = 0, n_initials;
  gboolean figures = FALSE;

  if (!wmd_reading_token_is (reading, index + 1, "("))
    return FALSE;
  n_initials = count_initials (reading, index, &n_words, &figures);
  if (n_words < 2 || figures)
    return FALSE;
  return (token->scripts & wmd_scripts_of_language (reading->language)) == 0 ||
         2 * n_initials >= count_letters (reading, token);
}

/* “International Atomic Energy Agency (IAEA)” or “IAEA (International Atomic Energy Agency)”. */
static gboolean
is_definition (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  if (index > 0 && (reading->tokens[index].flags & WMD_TOKEN_BRACKETED) != 0)
    return introduces (probe, reading, index);
  return is_explained (reading, index);
}

static void
say_undefined (WmdProbe *probe, guint block, guint start, guint end)
{
  g_autofree char *text = NULL;

  probe->index = block;
  text = wmd_probe_dup_text (probe, start, end);
  wmd_remark_set_range (
      wmd_probe_say (probe, text, g_strdup_printf (_ ("“%s” is used before it is spelled out in this text."), text)),
      start, end);
}

/* Speaks of the first use of each abbreviation that is not a definition. */
static void
check_capitals (WmdProbe *probe)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint block = 0; block < probe->page->n_blocks; block++)
    {
      const WmdReading *reading = probe->page->readings[block];

      if (is_all_capitals (reading))
        continue;
      for (guint i = 0; i < reading->n_tokens; i++)
        {
          const WmdToken *token = &reading->tokens[i];
          char *text;

          if (!is_abbreviation (probe, reading, i))
            continue;
          text = g_strndup (reading->text + token->start, token->end - token->start);
          if (g_hash_table_add (seen, text) && !is_definition (probe, reading, i) &&
              (token->flags & WMD_TOKEN_QUOTED) == 0)
            say_undefined (probe, block, token->start, token->end);
        }
    }
}

void
wmd_check_undefined_abbreviation (WmdProbe *probe)
{
  check_capitals (probe);
  wmd_check_short_names (probe);
}
