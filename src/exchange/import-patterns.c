/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The patterns of data/import. A pattern is a list of regular expressions, the first that matches counts. Expressions
 * are folded like the text they are matched against, so the data can be written as the languages are written.
 */

#include "config.h"

#include "exchange/import-patterns-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define MAX_ORIGIN 240 /* bytes; no line of origin is longer */

static void
pattern_compile (WmdExpressions *pattern)
{
  pattern->regexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  for (guint i = 0; pattern->sources != NULL && pattern->sources[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (pattern->sources[i], G_REGEX_CASELESS | G_REGEX_DUPNAMES, 0, &error);

      if (regex == NULL)
        g_critical ("%s: %s", pattern->sources[i], error->message);
      else
        g_ptr_array_add (pattern->regexes, regex);
    }
}

static gboolean
pattern_match (WmdExpressions *pattern, const char *text, GMatchInfo **match)
{
  if (pattern->regexes == NULL)
    pattern_compile (pattern);
  if (match != NULL)
    *match = NULL;
  for (guint i = 0; i < pattern->regexes->len; i++)
    {
      g_autoptr (GMatchInfo) info = NULL;

      if (!g_regex_match (pattern->regexes->pdata[i], text, 0, &info))
        continue;
      if (match != NULL)
        *match = g_steal_pointer (&info);
      return TRUE;
    }
  return FALSE;
}

gboolean
wmd_import_patterns_match (WmdImportPatterns *self,
                           WmdLanguage language,
                           WmdPattern pattern,
                           const char *folded,
                           GMatchInfo **match)
{
  return pattern_match (&self->languages[language].patterns[pattern], folded, match);
}

gboolean
wmd_import_patterns_match_common (WmdImportPatterns *self,
                                  WmdCommonPattern pattern,
                                  const char *folded,
                                  GMatchInfo **match)
{
  return pattern_match (&self->common[pattern], folded, match);
}

WmdImportSection
wmd_import_patterns_match_section (WmdImportPatterns *self, WmdLanguage language, const char *folded)
{
  for (guint i = 0; i < WMD_N_IMPORT_SECTIONS; i++)
    if (pattern_match (&self->languages[language].sections[i], folded, NULL))
      return (WmdImportSection) i;
  return WMD_IMPORT_SECTION_NONE;
}

gboolean
wmd_import_patterns_is_section_title (WmdImportPatterns *self,
                                      WmdLanguage language,
                                      WmdImportSection section,
                                      const char *folded)
{
  WmdExpressions *pattern = &self->languages[language].sections[section];

  return pattern_match (pattern, folded, NULL) && g_regex_match (pattern->regexes->pdata[0], folded, 0, NULL);
}

const char *
wmd_import_patterns_lookup_language (WmdImportPatterns *self, WmdLanguage language, const char *folded)
{
  g_autofree char *lower = g_utf8_strdown (folded, -1);

  return g_hash_table_lookup (self->languages[language].languages, lower);
}

/* Takes the first match of @pattern out of @rest and returns its group @name. */
static char *
take_out (WmdExpressions *pattern, GString *rest, const char *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  char *value;
  int start;
  int end;

  if (!pattern_match (pattern, rest->str, &match) || !g_match_info_fetch_pos (match, 0, &start, &end))
    return NULL;
  value = g_match_info_fetch_named (match, name);
  g_clear_pointer (&match, g_match_info_free); /* it looks at the text that is cut now */
  g_string_erase (rest, start, end - start);
  return value;
}

gboolean
wmd_import_patterns_match_origin (WmdImportPatterns *self,
                                  WmdLanguage language,
                                  const char *folded,
                                  char **original,
                                  char **date)
{
  WmdLanguagePatterns *patterns = &self->languages[language];
  g_autoptr (GString) rest = NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  const char *code = NULL;

  *original = NULL;
  *date = NULL;
  if (strlen (folded) > MAX_ORIGIN)
    return FALSE;
  rest = g_string_new (folded);
  name = take_out (&patterns->originals, rest, "language");
  day = take_out (&patterns->dates, rest, "date");
  if ((name == NULL && day == NULL) || !pattern_match (&self->brackets, rest->str, NULL))
    return FALSE;
  if (name != NULL)
    code = wmd_import_patterns_lookup_language (self, language, g_strstrip (name));
  if (code == NULL && strchr (rest->str, '[') == NULL)
    return FALSE;

  *original = code != NULL ? g_strdup (code) : g_steal_pointer (&name);
  *date = g_steal_pointer (&day);
  return TRUE;
}

gboolean
wmd_import_patterns_match_received (WmdImportPatterns *self, WmdLanguage language, const char *folded, char **date)
{
  g_autoptr (GString) rest = NULL;

  *date = NULL;
  if (strlen (folded) > MAX_ORIGIN)
    return FALSE;
  rest = g_string_new (folded);
  *date = take_out (&self->languages[language].dates, rest, "date");
  if (*date != NULL && pattern_match (&self->brackets, rest->str, NULL))
    return TRUE;
  g_clear_pointer (date, g_free);
  return FALSE;
}

char **
wmd_import_patterns_split_languages (WmdImportPatterns *self, const char *text)
{
  WmdExpressions *joint = &self->common[WMD_COMMON_LANGUAGE_JOINT];

  pattern_match (joint, text, NULL); /* compiles it */
  return g_regex_split (joint->regexes->pdata[0], text, 0);
}

const char *
wmd_import_patterns_skip_heading_number (WmdImportPatterns *self, const char *text)
{
  g_autofree char *folded = wmd_text_fold (text);
  g_autoptr (GMatchInfo) match = NULL;
  glong n_left;
  int end;

  if (!wmd_import_patterns_match_common (self, WMD_COMMON_HEADING_NUMBER, folded, &match) ||
      !g_match_info_fetch_pos (match, 0, NULL, &end) || folded[end] == '\0')
    return NULL;
  n_left = g_utf8_strlen (folded + end, -1);
  return n_left < g_utf8_strlen (text, -1) ? g_utf8_offset_to_pointer (text + strlen (text), -n_left) : NULL;
}

guint
wmd_import_patterns_get_heading_width (WmdImportPatterns *self, WmdLanguage language)
{
  return self->languages[language].heading_width;
}

gboolean
wmd_import_patterns_is_open_word (WmdImportPatterns *self, WmdLanguage language, const char *word)
{
  return g_hash_table_contains (self->languages[language].open_words, word);
}

gboolean
wmd_import_patterns_is_single_word (WmdImportPatterns *self, WmdLanguage language, const char *word)
{
  return wmd_import_patterns_is_open_word (self, language, word) ||
         g_hash_table_contains (self->languages[language].single_words, word);
}

gboolean
wmd_import_patterns_is_never_first (WmdImportPatterns *self, WmdLanguage language, const char *word)
{
  return g_hash_table_contains (self->languages[language].never_first, word);
}

gboolean
wmd_import_patterns_is_prefix (WmdImportPatterns *self, WmdLanguage language, const char *word)
{
  return g_hash_table_contains (self->languages[language].prefixes, word);
}

guint
wmd_import_patterns_get_letter (WmdImportPatterns *self, WmdLanguage language, const char *letter)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->languages[language].letters, letter));
}

char *
wmd_import_patterns_uninflect (WmdImportPatterns *self, WmdLanguage language, guint n, const char *words)
{
  const GPtrArray *inflections = self->languages[language].inflections;
  char *bare = g_strdup (words);

  if (n > inflections->len)
    g_clear_pointer (&bare, g_free);
  for (guint i = 0; i < n && bare != NULL; i++)
    {
      char *more = g_regex_replace_literal (inflections->pdata[i], bare, -1, 0, "", 0, NULL);

      g_free (bare);
      bare = more;
    }
  return bare;
}
