/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "reference/language.h"
#include "reference/respondent.h"

G_BEGIN_DECLS

/* How issued reports word what has a fixed place in them: the patterns of data/import, one file per language and one
 * for all. Patterns are compiled when they are first used, so an object is for one thread at a time.
 */
typedef struct _WmdImportPatterns WmdImportPatterns;

typedef enum
{
  WMD_PATTERN_SUMMARY,
  WMD_PATTERN_CONTENTS,
  WMD_PATTERN_PAGE,
  WMD_PATTERN_NOTES, /* the heading above footnotes at the end of a text */
  WMD_PATTERN_UNITED_NATIONS,
  WMD_PATTERN_ORGAN,
  WMD_PATTERN_DISTRIBUTION,
  WMD_PATTERN_VERSION,
  WMD_PATTERN_ORIGINALS, /* group "languages" */
  WMD_PATTERN_SESSION,
  WMD_PATTERN_AGENDA, /* groups "item", "subitem", "provisional", "preliminary" */
  WMD_PATTERN_AUTHOR,
  WMD_PATTERN_DATE, /* group "date" */
  WMD_PATTERN_RESOLUTION,   /* from here on: found anywhere in a text; group "resolution" */
  WMD_PATTERN_NOTE_VERBALE, /* group "date", as in the next three */
  WMD_PATTERN_LETTERS,
  WMD_PATTERN_DEADLINE,
  WMD_PATTERN_CUT_OFF,
  WMD_PATTERN_PARAGRAPH, /* a reference to a paragraph of the same report; no group, as in the next */
  WMD_PATTERN_SENTENCE,  /* what a sentence has and no heading */
  WMD_PATTERN_GROUP,     /* the heading of a group of replies; the whole text */
  WMD_N_PATTERNS,
} WmdPattern;

/* Patterns that are the same in every language. */
typedef enum
{
  WMD_COMMON_SYMBOL,
  WMD_COMMON_JOB_NUMBER,  /* found anywhere */
  WMD_COMMON_FURNITURE,   /* what stands alone at the head or foot of a page, and can be nothing else */
  WMD_COMMON_FURNITURE_PART, /* the same of what is that beside a line that is */
  WMD_COMMON_PAGE_NUMBER, /* group "page"; can be something else too */
  WMD_COMMON_ADDRESS,     /* found anywhere */
  WMD_COMMON_HEADING_NUMBER, /* before the name in the heading of a reply */
  WMD_COMMON_LANGUAGE_JOINT, /* between the names of languages; found anywhere */
  WMD_N_COMMON,
} WmdCommonPattern;

typedef enum
{
  WMD_IMPORT_SECTION_NONE = -1,
  WMD_IMPORT_SECTION_INTRODUCTION,
  WMD_IMPORT_SECTION_EUROPEAN_UNION,
  WMD_IMPORT_SECTION_ORGANIZATIONS,
  WMD_IMPORT_SECTION_GOVERNMENTS,
} WmdImportSection;

#define WMD_N_IMPORT_SECTIONS 4

/* NULL, with an error of WMD_IMPORT_ERROR_DATA, when the data compiled in is not sound. (transfer full) */
WmdImportPatterns *wmd_import_patterns_new (GError **error);
void               wmd_import_patterns_free (WmdImportPatterns *self);

/* @folded is text of wmd_text_fold(). @match (out) (optional): the match, to be freed also where it is FALSE. */
gboolean wmd_import_patterns_match (WmdImportPatterns *self,
                                    WmdLanguage        language,
                                    WmdPattern         pattern,
                                    const char        *folded,
                                    GMatchInfo       **match);
gboolean wmd_import_patterns_match_common (WmdImportPatterns *self,
                                           WmdCommonPattern   pattern,
                                           const char        *folded,
                                           GMatchInfo       **match);

/* The section whose heading @folded is: its title, or its keywords after a section number. */
WmdImportSection wmd_import_patterns_match_section (WmdImportPatterns *self,
                                                    WmdLanguage        language,
                                                    const char        *folded);

/* TRUE when @folded is the title of @section, known whole and not only by its keywords. */
gboolean wmd_import_patterns_is_section_title (WmdImportPatterns *self,
                                               WmdLanguage        language,
                                               WmdImportSection   section,
                                               const char        *folded);

/* TRUE when @folded is nothing but an original language, a date, or both, in brackets or (a language alone) without.
 * @original (out): language code, or the name as printed when it is not known; NULL when there is none.
 * @date (out): as printed; NULL when there is none. (transfer full)
 */
gboolean wmd_import_patterns_match_origin (WmdImportPatterns *self,
                                           WmdLanguage        language,
                                           const char        *folded,
                                           char             **original,
                                           char             **date);

/* TRUE when @folded is nothing but a date, or says that something was received on one. @date (out): as printed. */
gboolean wmd_import_patterns_match_received (WmdImportPatterns *self,
                                             WmdLanguage        language,
                                             const char        *folded,
                                             char             **date);

/* The names of languages that @text joins. (transfer full) */
char **wmd_import_patterns_split_languages (WmdImportPatterns *self,
                                            const char        *text);

/* The text after the number that the heading of a reply may begin with; NULL when it begins with none. */
const char *wmd_import_patterns_skip_heading_number (WmdImportPatterns *self,
                                                     const char        *text);

/* Code of the language that @language calls @folded, also of one that is not official; NULL when none. */
const char *wmd_import_patterns_lookup_language (WmdImportPatterns *self,
                                                 WmdLanguage        language,
                                                 const char        *folded);

/* Columns; no subheading in @language is wider. */
guint wmd_import_patterns_get_heading_width (WmdImportPatterns *self,
                                             WmdLanguage        language);

/* TRUE when no sentence and no heading of @language ends with this word, in lower case. */
gboolean wmd_import_patterns_is_open_word (WmdImportPatterns *self,
                                           WmdLanguage        language,
                                           const char        *word);

/* TRUE when this one character of Chinese often is a word by itself. */
gboolean wmd_import_patterns_is_single_word (WmdImportPatterns *self,
                                             WmdLanguage        language,
                                             const char        *word);

/* TRUE when no paragraph begins with this one character of Chinese. */
gboolean wmd_import_patterns_is_never_first (WmdImportPatterns *self,
                                             WmdLanguage        language,
                                             const char        *word);

/* TRUE when words beginning with this, in lower case, keep their hyphen. */
gboolean wmd_import_patterns_is_prefix (WmdImportPatterns *self,
                                        WmdLanguage        language,
                                        const char        *word);

/* Position, from 1, of a list letter that @language reads but does not print; 0 when it is none. */
guint wmd_import_patterns_get_letter (WmdImportPatterns *self,
                                      WmdLanguage        language,
                                      const char        *letter);

/* @words, all of them letters and digits in lower case with a space on both sides, without what the first @n ways to
 * inflect names put there. NULL when @language knows fewer. (transfer full)
 */
char *wmd_import_patterns_uninflect (WmdImportPatterns *self,
                                     WmdLanguage        language,
                                     guint              n,
                                     const char        *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdImportPatterns, wmd_import_patterns_free)

G_END_DECLS
