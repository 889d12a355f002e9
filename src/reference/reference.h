/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "reference/citation.h"
#include "reference/date.h"
#include "reference/language.h"
#include "reference/resolution.h"
#include "reference/respondent.h"

G_BEGIN_DECLS

/* What the UN fixes: names, labels, date forms, resolutions. Loaded once
 * from the GResource that data/ is compiled to; immutable and safe to share
 * between threads afterwards.
 */
typedef struct _WmdReference WmdReference;

#define WMD_REFERENCE_ERROR (wmd_reference_error_quark ())

typedef enum
{
  WMD_REFERENCE_ERROR_MISSING, /* a data file or a member of one is not there */
  WMD_REFERENCE_ERROR_INVALID, /* a data file does not have the form of its schema */
} WmdReferenceError;

GQuark wmd_reference_error_quark (void);

/* Loads the data compiled into the program. (transfer full) */
WmdReference *wmd_reference_new (GError **error);
WmdReference *wmd_reference_ref (WmdReference *self);
void          wmd_reference_unref (WmdReference *self);

/* --- fixed wording (data/labels.json) --- */

/* Never NULL: asking for a key that the data does not have is a programming error. */
const char *wmd_reference_get_label (WmdReference *self,
                                     WmdLanguage   language,
                                     const char   *key);

/* For keys that are made of ids, of which not every one has a label. */
gboolean wmd_reference_has_label (WmdReference *self,
                                  const char   *key);

/* The label with its {placeholders} filled from name, value pairs ending with NULL. (transfer full) */
char *wmd_reference_format_label (WmdReference *self,
                                  WmdLanguage   language,
                                  const char   *key,
                                  ...) G_GNUC_NULL_TERMINATED;

/* Every form of a label that editions use, the one that is printed first. (transfer none), NULL-terminated */
const char *const *wmd_reference_list_label_forms (WmdReference *self,
                                                   WmdLanguage   language,
                                                   const char   *key);

/* Name of a language written in another one, as in [Original: French]; never NULL. */
const char *wmd_reference_get_language_name (WmdReference *self,
                                             WmdLanguage   named,
                                             WmdLanguage   language);

/* The language that @text names in @language; NONE when it is not one of the six. */
WmdLanguage wmd_reference_parse_language_name (WmdReference *self,
                                               WmdLanguage   language,
                                               const char   *text);

/* The line under the heading of a reply, in @language: "[Original: French]" for "fr". (transfer full)
 * NULL for NULL. Other languages than the six are named too; a code that nobody knows stands for itself.
 */
char *wmd_reference_format_original_line (WmdReference *self,
                                          WmdLanguage   language,
                                          const char   *code);

/* The language that such a line names, spaces, brackets and punctuation apart; NONE when it is no such line. */
WmdLanguage wmd_reference_parse_original_line (WmdReference *self,
                                               WmdLanguage   language,
                                               const char   *text);

/* The language in which the distribution block of that version is printed: English for Arabic, Chinese, Russian. */
WmdLanguage wmd_reference_get_masthead_language (WmdReference *self,
                                                 WmdLanguage   language);

/* --- dates, numbers, letters --- */

/* A date as the language prints it ("25 May 2023", "1er mai 2023", "25 أيار/مايو 2023",
 * "2023 年 5 月 25 日"). (transfer full) NULL when @date is not set; an impossible date is printed as it is.
 */
char *wmd_reference_format_date (WmdReference  *self,
                                 WmdLanguage    language,
                                 const WmdDate *date);

/* Reads a date in any form the language uses, spaces being free; TRUE also for one that does not exist (31 April). */
gboolean wmd_reference_parse_date (WmdReference *self,
                                   WmdLanguage   language,
                                   const char   *text,
                                   WmdDate      *date);

/* "Seventy-eighth session"; NULL for a session the data does not know. */
const char *wmd_reference_get_session (WmdReference *self,
                                       WmdLanguage   language,
                                       guint         session);

/* The number alone, as running text has it beside the word for session: "seventy-eighth", "семьдесят восьмой",
 * "الثامنة والسبعين"; NULL for a session the data does not know.
 */
const char *wmd_reference_get_session_ordinal (WmdReference *self,
                                               WmdLanguage   language,
                                               guint         session);

/* 0 when @text names no session of that language. */
guint wmd_reference_parse_session (WmdReference *self,
                                   WmdLanguage   language,
                                   const char   *text);

/* A count with its noun, in the words and the case of running text: noun "governments" and 9 gives
 * "nine Governments", "девять правительств"; @noun is a key of data/counts.json. (transfer full)
 */
char *wmd_reference_format_count (WmdReference *self,
                                  WmdLanguage   language,
                                  const char   *noun,
                                  guint         count);

/* Sub-item letter of the agenda: 19 is "s", in Arabic "ق". NULL past the table. */
const char *wmd_reference_get_subitem_letter (WmdReference *self,
                                              WmdLanguage   language,
                                              guint         position);

/* Its inverse; 0 when @letter is none of the table. */
guint wmd_reference_parse_subitem_letter (WmdReference *self,
                                          WmdLanguage   language,
                                          const char   *letter);

/* Mark of the @position-th item (1-based) of a lettered list at @level 1, "(a)", "a)", "(أ)", or 2, "(i)", "i)", "(一)".
 * Past the table the number in figures. (transfer full)
 */
char *wmd_reference_format_list_mark (WmdReference *self,
                                      WmdLanguage   language,
                                      guint         level,
                                      guint         position);

/* --- respondents (data/respondents/) --- */

const WmdRespondent *wmd_reference_lookup_respondent (WmdReference *self,
                                                      const char   *id);

/* All of them, in the order of their English names. (transfer none) (element-type WmdRespondent) */
GPtrArray *wmd_reference_list_respondents (WmdReference *self);

/* The respondent whose short, formal, running-text or other recorded name in @language this is,
 * case, accents, articles, spacing and kind of apostrophe apart; NULL when none or when it is ambiguous.
 */
const WmdRespondent *wmd_reference_find_respondent (WmdReference *self,
                                                    WmdLanguage   language,
                                                    const char   *name);

/* Key that orders a name in that language version, to compare with strcmp(). Case and accents do not
 * count, nor the Arabic article. Chinese editions keep the English order: pass the English name and
 * WMD_LANGUAGE_EN for them. (transfer full)
 */
char *wmd_reference_get_sort_key (WmdReference *self,
                                  WmdLanguage   language,
                                  const char   *name);

/* --- resolutions (data/resolutions/) --- */

const WmdResolution *wmd_reference_lookup_resolution (WmdReference *self,
                                                      const char   *symbol);

/* The one that asked for the report to that session; also where its symbol is not known. NULL when there is none. */
const WmdResolution *wmd_reference_lookup_resolution_for_session (WmdReference *self,
                                                                  guint         report_session);

/* (transfer none) (element-type WmdResolution), by session */
GPtrArray *wmd_reference_list_resolutions (WmdReference *self);

/* --- citations (data/citations.json) --- */

/* The forms in which running text names documents. (transfer none) (element-type WmdCitationForm) */
GPtrArray *wmd_reference_list_citation_forms (WmdReference *self,
                                              WmdLanguage   language);

/* --- templates (data/templates.json) --- */

/* Blocks of the standard wording of a frame text, as inline markup with fields, one string per
 * paragraph; @part is "summary" or "introduction". (transfer none), NULL-terminated
 */
const char *const *wmd_reference_get_template (WmdReference *self,
                                               WmdLanguage   language,
                                               const char   *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdReference, wmd_reference_unref)

G_END_DECLS
