/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The six official languages, in the alphabetical order of their codes.
 * A language outside the six is never a WmdLanguage; where one can occur
 * (the original language of a reply) the code is kept as a string.
 */
typedef enum
{
  WMD_LANGUAGE_NONE = -1,
  WMD_LANGUAGE_AR,
  WMD_LANGUAGE_EN,
  WMD_LANGUAGE_ES,
  WMD_LANGUAGE_FR,
  WMD_LANGUAGE_RU,
  WMD_LANGUAGE_ZH,
} WmdLanguage;

#define WMD_N_LANGUAGES 6

/* ISO 639-1, lower case: "ar", "en", … */
const char *wmd_language_get_code (WmdLanguage language);

/* WMD_LANGUAGE_NONE for NULL and for a code that is not one of the six. */
WmdLanguage wmd_language_from_code (const char *code);

/* BCP 47 tag for shaping, hyphenation and document metadata: "en-GB", "zh-CN", … */
const char *wmd_language_get_tag (WmdLanguage language);

/* ISO 639-3, as Akoma Ntoso wants it: "ara", "eng", … */
const char *wmd_language_get_iso639_3 (WmdLanguage language);

/* The letter the UN gives the language in file names and job numbers: 'A' 'E' 'S' 'F' 'R' 'C'. */
char wmd_language_get_letter (WmdLanguage language);

gboolean wmd_language_is_rtl (WmdLanguage language);

/* The official language in which the user reads messages, for the names and dates in them; English for any other. */
WmdLanguage wmd_language_of_messages (void);

G_END_DECLS
