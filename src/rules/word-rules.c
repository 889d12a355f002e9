/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that do not belong: of another script or language than the text. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

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
  return wmd_probe_has_word (probe, reading, "latin-genera", index) ||
         (index > 0 && (reading->tokens[index].flags & WMD_TOKEN_INITIAL) == 0 &&
          wmd_probe_has_word (probe, reading, "latin-genera", index - 1));
}

/* Cosmo 3, Doc 8973: a name with its number. */
static gboolean
is_designation (const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  return (token->flags & WMD_TOKEN_INITIAL) != 0 && index + 1 < reading->n_tokens &&
         token[1].kind == WMD_TOKEN_NUMBER && wmd_reading_count_letters (reading, token) > 2;
}

static gboolean
is_allowed (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  if (wmd_reading_count_letters (reading, token) == 1)
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
         wmd_reading_is_roman (reading, token) || is_in_code (reading, index) || is_designation (reading, index) ||
         wmd_probe_has_word (probe, reading, "foreign-allowed", index) || is_organism (probe, reading, index);
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

/* A small word such as names of that script have in another language: Policía de los Estados. */
static gboolean
is_foreign_joint (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  static const WmdLanguage languages[] = { WMD_LANGUAGE_EN, WMD_LANGUAGE_ES, WMD_LANGUAGE_FR };
  const WmdToken *token = &reading->tokens[index];

  if (wmd_probe_has_word (probe, reading, "name-joints", index))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (wmd_reading_count_letters (reading, token) > 1 && languages[i] != reading->language &&
        wmd_forms_has_word (probe->forms, "name-joints", languages[i], reading->text + token->start,
                            token->end - token->start))
      return TRUE;
  return FALSE;
}

/* A function word of another language that has the same script, between words that are no names. The one behind it may
 * be a name where the one before it is of the text.
 */
static gboolean
is_intruder (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  if (token->kind != WMD_TOKEN_WORD || token->scripts != WMD_SCRIPT_LATIN || token->flags != 0 || index == 0 ||
      index + 1 >= reading->n_tokens || token[-1].kind != WMD_TOKEN_WORD || token[1].kind != WMD_TOKEN_WORD ||
      (token[-1].flags & WMD_TOKEN_INITIAL) != 0 || !wmd_probe_has_word (probe, reading, "intruders", index))
    return FALSE;
  if ((token[1].flags & WMD_TOKEN_INITIAL) != 0)
    return !is_foreign_joint (probe, reading, index - 1);
  return !is_foreign_joint (probe, reading, index + 1) &&
         !wmd_probe_has_word (probe, reading, "foreign-allowed", index + 1);
}

/* The last word of the foreign passage that begins at @first: a sentence that was not translated is one thing, whatever
 * numbers and marks are in it.
 */
static guint
find_passage_end (const WmdProbe *probe, const WmdReading *reading, guint first)
{
  guint last = first;

  for (guint i = first + 1; i < reading->n_tokens; i++)
    if (is_foreign (probe, reading, i))
      last = i;
    else if (reading->tokens[i].kind == WMD_TOKEN_WORD)
      break;
  return last;
}

void
wmd_check_foreign_word (WmdProbe *probe)
{
  const WmdReading *reading = wmd_probe_get_reading (probe);

  for (guint i = 0; i < reading->n_tokens; i++)
    {
      g_autofree char *hint = NULL;
      guint last;

      if (!is_foreign (probe, reading, i) && !is_intruder (probe, reading, i))
        continue;
      last = find_passage_end (probe, reading, i);
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
