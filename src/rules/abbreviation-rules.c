/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Abbreviations in capitals that nobody explained: neither the text, in brackets or beside the full name, nor the name
 * of who replies.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/acronym-private.h"
#include "rules/rules-private.h"

/* --- what looks like one --- */

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
        (wmd_reading_count_letters (reading, &reading->tokens[i]) > 3 || reading->tokens[i].scripts == WMD_SCRIPT_HAN))
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
  length = wmd_reading_count_letters (reading, token);
  return length <= 10 && !wmd_reading_is_roman (reading, token) && !is_in_number (reading, index) &&
         !is_currency (reading, index) && !wmd_probe_has_word (probe, reading, "known-abbreviations", index);
}

/* --- explained in brackets --- */

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
          !wmd_probe_has_word (probe, reading, "introducing-words", i))
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
         2 * n_initials >= wmd_reading_count_letters (reading, token);
}

/* --- explained beside it --- */

/* TRUE for what sets a phrase off: a comma or a dash. */
static gboolean
sets_off (const WmdReading *reading, guint index)
{
  return index < reading->n_tokens && reading->tokens[index].kind == WMD_TOKEN_MARK &&
         g_utf8_strchr (",،，—–-", -1, reading->tokens[index].first) != NULL;
}

/* The words from the token at @index, in the direction of @step, up to the next mark that is no hyphen. (transfer full)
 */
static char *
dup_phrase (const WmdReading *reading, guint index, int step)
{
  guint last = index;

  for (guint i = index; i < reading->n_tokens; i += step) /* below 0 it wraps around */
    {
      if (reading->tokens[i].kind == WMD_TOKEN_MARK && g_utf8_strchr ("-’'", -1, reading->tokens[i].first) == NULL)
        break;
      last = i;
    }
  return step > 0 ? g_strndup (reading->text + reading->tokens[index].start,
                               reading->tokens[last].end - reading->tokens[index].start)
                  : g_strndup (reading->text + reading->tokens[last].start,
                               reading->tokens[index].end - reading->tokens[last].start);
}

/* “the Financial Intelligence Unit, FIU,” or “FIU, the Financial Intelligence Unit”. */
static gboolean
is_spelled_beside (const WmdReading *reading, guint index, const char *text)
{
  if (index > 1 && sets_off (reading, index - 1))
    {
      g_autofree char *phrase = dup_phrase (reading, index - 2, -1);

      if (wmd_acronym_fits (text, phrase, G_MAXUINT, TRUE))
        return TRUE;
    }
  if (index + 2 < reading->n_tokens && sets_off (reading, index + 1))
    {
      g_autofree char *phrase = dup_phrase (reading, index + 2, 1);

      if (wmd_acronym_fits (text, phrase, 1, FALSE))
        return TRUE;
    }
  return FALSE;
}

/* “IAEA¹” or “IAEA.¹”, where the footnote says what it stands for. */
static gboolean
is_explained_in_note (const WmdReading *reading, guint index, const char *text)
{
  guint last = index;

  if (last + 1 < reading->n_tokens && reading->tokens[last + 1].kind == WMD_TOKEN_MARK)
    last++;
  for (guint i = 0; reading->notes != NULL && i < reading->notes->len; i++)
    {
      const WmdNoteReading *note = reading->notes->pdata[i];

      if (note->place >= reading->tokens[index].end && note->place <= reading->tokens[last].end &&
          wmd_acronym_fits (text, note->reading->text, 1, FALSE))
        return TRUE;
    }
  return FALSE;
}

/* “its counter-terrorism strategy, CONTEST,”, “Exercise SHIELD”: the title of something that is named beside it. */
static gboolean
is_title (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  GRegex *pattern = wmd_forms_get_pattern (probe->forms, "capital-title", reading->language);
  g_autoptr (GMatchInfo) match = NULL;
  int start;

  if (pattern == NULL)
    return FALSE;
  for (g_regex_match (pattern, reading->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    if (g_match_info_fetch_named_pos (match, "title", &start, NULL) && start == (int) reading->tokens[index].start)
      return TRUE;
  return FALSE;
}

/* --- the rule --- */

/* The text says, or it is plain, what the abbreviation at this place stands for. */
static gboolean
is_known (const WmdProbe *probe, const WmdReading *reading, guint index, const char *text)
{
  const WmdToken *token = &reading->tokens[index];
  gboolean bracketed = index > 0 && (token->flags & WMD_TOKEN_BRACKETED) != 0;

  if ((token->flags & WMD_TOKEN_QUOTED) != 0)
    return TRUE;
  if (bracketed ? introduces (probe, reading, index) : is_explained (reading, index))
    return TRUE;
  return is_spelled_beside (reading, index, text) || is_explained_in_note (reading, index, text) ||
         wmd_own_names_have (probe->own_names, text) || is_title (probe, reading, index);
}

static void
say_undefined (WmdProbe *probe, const WmdToken *token)
{
  g_autofree char *text = wmd_probe_dup_text (probe, token->start, token->end);

  wmd_remark_set_range (
      wmd_probe_say (probe, text, g_strdup_printf (_ ("“%s” is used before it is spelled out in this text."), text)),
      token->start, token->end);
}

/* Speaks of each abbreviation of which the first use says not what it stands for. */
static void
check_capitals (WmdProbe *probe)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint place = 0; place < probe->page->places->len; place++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, place);

      if (is_all_capitals (reading))
        continue;
      for (guint i = 0; i < reading->n_tokens; i++)
        {
          const WmdToken *token = &reading->tokens[i];
          char *text;

          if (!is_abbreviation (probe, reading, i))
            continue;
          text = g_strndup (reading->text + token->start, token->end - token->start);
          if (g_hash_table_add (seen, text) && !is_known (probe, reading, i, text))
            say_undefined (probe, token);
        }
    }
}

void
wmd_check_undefined_abbreviation (WmdProbe *probe)
{
  check_capitals (probe);
  wmd_check_short_names (probe);
}
