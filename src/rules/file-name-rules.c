/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The name of the file that an edition was imported from, where it is one that the United Nations gives its files: for
 * the symbol and the language (A_78_132-ZH.pdf), or for the job number (N2313333.pdf, 2313333C.docx). Any other name
 * says nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

/* --- the language --- */

/* TRUE when the sign, two letters of the library or one of the job number, stands for the language. */
static gboolean
is_sign_of (const WmdProbe *probe, const char *sign, WmdLanguage language)
{
  return wmd_forms_matches (probe->forms, "edition-file-language", language, sign);
}

static void
check_language (WmdProbe *probe, const WmdEdition *edition, GMatchInfo *match)
{
  g_autofree char *sign = g_match_info_fetch_named (match, "language");

  if (sign == NULL || sign[0] == '\0' || is_sign_of (probe, sign, edition->language))
    return;
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (is_sign_of (probe, sign, language))
      wmd_probe_say (
          probe, edition->file,
          /* Translators: the languages are named as in “English” and “French” */
          g_strdup_printf (
              _ ("The file “%s” is named as the edition in %s, but the text is in %s."), edition->file,
              wmd_reference_get_language_name (probe->reference, language, wmd_language_of_messages ()),
              wmd_reference_get_language_name (probe->reference, edition->language, wmd_language_of_messages ())));
}

/* --- the symbol --- */

/* The symbol of the General Assembly alone, without the asterisks of a reissue, as file names have it. (transfer full)
 */
static char *
dup_file_symbol (const char *symbol)
{
  const char *second = strstr (symbol, "-S/");
  gsize length = second != NULL ? (gsize) (second - symbol) : strcspn (symbol, "*");
  char *name = g_strndup (symbol, length);

  return g_strdelimit (name, "/", '_');
}

static void
check_symbol (WmdProbe *probe, const WmdEdition *edition, GMatchInfo *match)
{
  const char *symbol = wmd_facts_get (probe->facts, WMD_FACT_SYMBOL);
  g_autofree char *named = g_match_info_fetch_named (match, "symbol");
  g_autofree char *right = symbol != NULL ? dup_file_symbol (symbol) : NULL;

  if (right == NULL || right[0] == '\0' || g_ascii_strcasecmp (named, right) == 0)
    return;
  g_strdelimit (named, "_", '/');
  wmd_probe_say (probe, edition->file,
                 g_strdup_printf (_ ("The file “%s” is named for the document %s, but the report is %s."),
                                  edition->file, named, symbol));
}

/* --- the job number --- */

/* The number as one: 23-13333 as 2313333. */
static gint64
join_digits (const char *text)
{
  gint64 number = 0;

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      number = number * 10 + (*text - '0');
  return number;
}

/* The files of the six languages have numbers of their own, close to one another; with a letter it is the number of
 * the document.
 */
static void
check_job (WmdProbe *probe, const WmdEdition *edition, GMatchInfo *match)
{
  const char *job = wmd_facts_get (probe->facts, WMD_FACT_JOB_NUMBER);
  g_autofree char *named = g_match_info_fetch_named (match, "job");
  g_autofree char *sign = g_match_info_fetch_named (match, "language");
  gint64 margin = sign != NULL && sign[0] != '\0'
                      ? 0
                      : (gint64) wmd_forms_get_number (probe->forms, "edition-file-margin", edition->language);

  if (job == NULL || !wmd_forms_matches (probe->forms, "job-number", WMD_LANGUAGE_EN, job) ||
      ABS (join_digits (named) - join_digits (job)) <= margin)
    return;
  wmd_probe_say (probe, edition->file,
                 g_strdup_printf (_ ("The file “%s” is named for another job than %s."), edition->file, job));
}

/* --- the rule --- */

void
wmd_check_edition_file_name (WmdProbe *probe)
{
  static const struct
  {
    const char *pattern;
    void (*check) (WmdProbe *, const WmdEdition *, GMatchInfo *);
  } kinds[] = {
    { "edition-file-symbol", check_symbol },
    { "edition-file-job", check_job },
  };
  const WmdEdition *edition = wmd_facts_get_edition (probe->facts);

  for (guint i = 0; edition != NULL && edition->file != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      GRegex *pattern = wmd_forms_get_pattern (probe->forms, kinds[i].pattern, edition->language);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (pattern, edition->file, 0, &match))
        continue;
      kinds[i].check (probe, edition, match);
      check_language (probe, edition, match);
      return;
    }
}
