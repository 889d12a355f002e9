/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines under the heading of a reply: its original language and its date, in the words of the edition. */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

/* The date as a report writes it: "May 3rd, 2021" is "3 May 2021", "1ᵉʳ" and "1°" are "1". (transfer full) */
static char *
make_usual (const char *text)
{
  static const struct
  {
    const char *pattern, *replacement;
  } habits[] = {
    { "(?<=\\d)(?:st|nd|rd|th|ᵉʳ|°|º)(?!\\p{L})|,", "" },
    { "^(\\p{L}+) (\\d{1,2}) (\\d{4})$", "\\2 \\1 \\3" },
    { "^(\\d{1,2})(\\p{L}+)(\\d{4})$", "\\1 \\2 \\3" },
  };
  char *usual = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (habits[i].pattern, 0, 0, NULL);
      char *changed = g_regex_replace (regex, usual, -1, 0, habits[i].replacement, 0, NULL);

      g_free (usual);
      usual = changed;
    }
  return usual;
}

/* The date of a line of origin, in the language of the edition or else in English. */
static gboolean
parse_date (WmdTextImport *self, const char *text, WmdDate *date)
{
  g_autofree char *usual = NULL;

  if (wmd_reference_parse_date (self->reference, self->language, text, date) ||
      wmd_reference_parse_date (self->reference, WMD_LANGUAGE_EN, text, date))
    return TRUE;
  usual = make_usual (text);
  return wmd_reference_parse_date (self->reference, self->language, usual, date) ||
         wmd_reference_parse_date (self->reference, WMD_LANGUAGE_EN, usual, date);
}

/* TRUE when the part of a line that names a language is printed the same by the program. */
static gboolean
is_standard_original (WmdTextImport *self, const WmdPiece *piece)
{
  g_autofree char *plain = wmd_text_comparable (piece->text);
  g_autofree char *line = wmd_reference_format_original_line (self->reference, self->language, piece->original);
  g_autofree char *derived = wmd_text_comparable (line);

  return strstr (plain, derived) != NULL;
}

/* TRUE when the date of a line of origin is printed the same by the program. */
static gboolean
is_standard_date (WmdTextImport *self, const WmdPiece *piece, const WmdDate *date)
{
  g_autofree char *printed = wmd_reference_format_date (self->reference, self->language, date);
  g_autofree char *line =
      wmd_reference_format_label (self->reference, self->language, "date-line", "date", printed, NULL);
  g_autofree char *derived = wmd_text_comparable (line);
  g_autofree char *plain = wmd_text_comparable (piece->text);

  return strstr (plain, derived) != NULL;
}

/* Sets *@value, which is told once: FALSE when it was told before, and otherwise. */
static gboolean
set_once (char **value, const char *told)
{
  if (*value != NULL)
    return g_str_equal (*value, told);
  *value = g_strdup (told);
  return TRUE;
}

static gboolean
take_date (WmdTextImport *self, const WmdPiece *piece, char **date, gboolean *standard)
{
  g_autofree char *iso = NULL;
  WmdDate day;

  if (!parse_date (self, piece->date, &day))
    return FALSE;
  *standard = *standard && is_standard_date (self, piece, &day);
  iso = wmd_date_format_iso (&day);
  return set_once (date, iso);
}

/* A reply has one original language. */
static void
report_several (WmdTextImport *self, const WmdPiece *piece, const char *plain)
{
  wmd_text_import_report (
      self, "import-unplaced", WMD_SEVERITY_WARNING, piece->line, plain,
      g_strdup_printf (_ ("“%s” names several original languages. The first official one was taken."), plain));
}

/* The language of a piece, of several the first that is official, else the first that is known; NULL when none is.
 * @n (out): how many it names.
 */
static const char *
choose_original (WmdTextImport *self, const WmdPiece *piece, guint *n)
{
  g_auto (GStrv) names = wmd_import_patterns_split_languages (self->patterns, piece->original);
  const char *chosen = NULL;

  *n = g_strv_length (names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *code = wmd_import_patterns_lookup_language (self->patterns, self->language, g_strstrip (names[i]));
      gboolean official = code != NULL && wmd_language_from_code (code) != WMD_LANGUAGE_NONE;

      if (*n > 1 && official)
        self->further_originals |= 1u << wmd_language_from_code (code);
      if (chosen == NULL || (official && wmd_language_from_code (chosen) == WMD_LANGUAGE_NONE))
        chosen = code;
    }
  return chosen;
}

void
wmd_text_import_take_origin (WmdTextImport *self, const WmdPiece *piece, char **told_original, char **told_date)
{
  g_autofree char *plain = wmd_text_plain (piece->text);
  guint n = 0;
  const char *original = piece->original != NULL ? choose_original (self, piece, &n) : NULL;
  gboolean several = n > 1 && original != NULL;
  gboolean standard = piece->original == NULL || is_standard_original (self, piece);
  gboolean taken = piece->original == NULL || set_once (told_original, original != NULL ? original : piece->original);

  if (several)
    report_several (self, piece, plain);
  if (piece->date != NULL)
    taken = take_date (self, piece, told_date, &standard) && taken;
  if (!taken)
    wmd_text_import_report (
        self, "import-unplaced", WMD_SEVERITY_WARNING, piece->line, plain,
        g_strdup_printf (_ ("“%s” is not what the reply says before, or no date. Check its language and date."),
                         plain));
  else if (!standard && !several)
    wmd_text_import_report (
        self, "import-derived", WMD_SEVERITY_NOTE, piece->line, plain,
        g_strdup_printf (_ ("“%s” will be printed in the usual form: the program words this line itself."), plain));
}

void
wmd_text_import_drop_further_originals (WmdTextImport *self)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  if (self->edition->originals == NULL)
    return;
  for (guint i = 0; i < self->replies->len; i++)
    {
      WmdLanguage original = wmd_body_get_original (self->replies->pdata[i]);

      if (original != WMD_LANGUAGE_NONE)
        self->further_originals &= ~(1u << original);
    }
  for (guint i = 0; self->edition->originals[i] != NULL; i++)
    {
      WmdLanguage language = wmd_language_from_code (self->edition->originals[i]);

      if (language == WMD_LANGUAGE_NONE || (self->further_originals & (1u << language)) == 0)
        g_strv_builder_add (kept, self->edition->originals[i]);
    }
  g_strfreev (self->edition->originals);
  self->edition->originals = g_strv_builder_end (kept);
}
