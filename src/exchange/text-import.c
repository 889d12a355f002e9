/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text import as a whole: finds the language, divides the lines into masthead, summary, contents and the rest,
 * and has each read by the stage that knows it. Time and memory grow with the text.
 */

#include "config.h"

#include "exchange/text-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/passage.h"
#include "exchange/text-chars.h"
#include "exchange/text-import-private.h"

#define MAX_SIZE (16 * 1024 * 1024)
#define TELLING 4          /* points for what no other text has than a report in that language */
#define TELLING_LINES 5000 /* more than any report needs to show its language */
#define NARROWEST 40       /* columns at which lines of a passage may have been broken */

G_DEFINE_QUARK (wmd_import_error, wmd_import_error)

void
wmd_import_free (WmdImport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->snapshot, wmd_snapshot_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

void
wmd_import_set_file (WmdImport *self, const char *path)
{
  WmdSnapshot *old;
  g_autoptr (WmdEdition) edition = NULL;
  g_autoptr (WmdFacts) facts = NULL;
  g_autoptr (GPtrArray) replies = NULL;

  g_return_if_fail (self != NULL && path != NULL);

  old = self->snapshot;
  edition = wmd_edition_copy (wmd_facts_get_edition (wmd_snapshot_get_facts (old)));
  g_free (edition->file);
  edition->file = g_path_get_basename (path);
  facts = wmd_facts_with_edition (wmd_snapshot_get_facts (old), edition);
  replies = g_ptr_array_new ();
  for (guint i = 0; i < wmd_snapshot_get_n_replies (old); i++)
    g_ptr_array_add (replies, wmd_snapshot_get_reply (old, i));
  self->snapshot = wmd_snapshot_new (wmd_snapshot_get_reference (old), wmd_snapshot_get_id (old), facts,
                                     wmd_snapshot_get_summary (old), wmd_snapshot_get_introduction (old), replies,
                                     wmd_snapshot_get_unknown (old));
  wmd_snapshot_unref (old);
}

/* What files that are no text begin with, and what to do about each. */
static const struct
{
  const char *start;
  const char *message;
} formats[] = {
  { "PK\003\004",
    N_ ("This is a document of a word processor, not text. Open it there, save it as plain text in UTF-8, and "
        "import that.") },
  { "\320\317\021\340",
    N_ ("This is an old document of a word processor, not text. Open it there, save it as plain text "
        "in UTF-8, and import that.") },
  { "{\\rtf",
    N_ ("This is a document in Rich Text Format, not text. Open it in a word processor, save it as plain text in "
        "UTF-8, and import that.") },
  { "%PDF-", N_ ("This is a PDF file, not text. Take its text out with “pdftotext -layout” and import that.") },
};

/* FALSE for files that are known not to be text. */
static gboolean
check_format (const char *text, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gsize n = strlen (formats[i].start);

      if (length < n || memcmp (text, formats[i].start, n) != 0)
        continue;
      g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_NOT_TEXT, _ (formats[i].message));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  if (!check_format (text, length, error))
    return FALSE;
  if (length <= MAX_SIZE)
    return TRUE;
  g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE,
                       _ ("The text is larger than 16 MiB. Import one report at a time."));
  return FALSE;
}

/* Cuts @text into lines, from whatever encoding it is in. */
static gboolean
read_encoded (WmdTextImport *self, const char *text, gsize length, GError **error)
{
  const char *invalid;
  g_autofree char *decoded = NULL;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &invalid))
    return wmd_text_import_read_lines (self, text, length, error);
  decoded = wmd_text_import_decode (self, text, length);
  if (decoded != NULL)
    return wmd_text_import_read_lines (self, decoded, strlen (decoded), error);
  for (const char *p = text; p < invalid; p++)
    line += *p == '\n';
  g_set_error (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_ENCODING,
               _ ("The text is not in UTF-8 (line %u). Save it as UTF-8 and import it again."), line);
  return FALSE;
}

/* What the lines of a text say for one language. */
static guint
rate_line (WmdTextImport *self, WmdLanguage language, const char *folded)
{
  static const struct
  {
    WmdPattern pattern;
    guint points;
  } patterns[] = {
    { WMD_PATTERN_SUMMARY, 1 }, { WMD_PATTERN_CONTENTS, 1 }, { WMD_PATTERN_AGENDA, 2 }, { WMD_PATTERN_AUTHOR, 2 }
  };
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;
  guint points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (wmd_import_patterns_match (self->patterns, language, patterns[i].pattern, folded, NULL))
      points += patterns[i].points;
  if (wmd_import_patterns_match_section (self->patterns, language, folded) != WMD_IMPORT_SECTION_NONE)
    points += TELLING;
  if (wmd_import_patterns_match_origin (self->patterns, language, folded, &original, &date) && original != NULL)
    points += strlen (original) == 2 ? TELLING : 0; /* a code: the name is one of the language */
  return points;
}

/* The language that most lines speak for. NONE when too little does: what is left is no report of this kind. */
static WmdLanguage
find_language (WmdTextImport *self)
{
  guint points[WMD_N_LANGUAGES] = { 0 };
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WmdLanguage best = WMD_LANGUAGE_NONE;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    for (const char *const *title = wmd_reference_list_label_forms (self->reference, language, "report-title");
         *title != NULL; title++)
      g_hash_table_insert (titles, wmd_text_comparable (*title), &points[language]);
  for (guint i = 0; i < MIN (self->lines->len, TELLING_LINES); i++)
    {
      const WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, i);
      g_autofree char *folded = NULL;
      g_autofree char *comparable = NULL;
      guint *title;

      if (line->width > WMD_TEXT_SHORT_LINE)
        continue;
      folded = wmd_text_fold (line->text);
      comparable = wmd_text_comparable (line->text);
      title = g_hash_table_lookup (titles, comparable);
      if (title != NULL)
        *title += TELLING;
      for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
        points[language] += rate_line (self, language, folded);
    }
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (points[language] >= TELLING && (best == WMD_LANGUAGE_NONE || points[language] > points[best]))
      best = language;
  return best;
}

/* Learns the words of the text, but not the halves of one that may be hyphenated at the end of a line. */
static void
learn_words (WmdTextImport *self)
{
  gboolean half = FALSE; /* the line begins with the second half of a word */

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = g_array_index (self->lines, WmdTextLine, i).text;
      const char *start = half ? text + strcspn (text, " \t") : text;
      const char *space = strrchr (start, ' ');

      half = g_str_has_suffix (text, "-");
      if (half && space != NULL)
        {
          g_autofree char *whole = g_strndup (start, (gsize) (space - start));

          wmd_vocabulary_add (self->vocabulary, whole);
        }
      else if (!half)
        wmd_vocabulary_add (self->vocabulary, start);
    }
}

/* Counts how Chinese text sets digits: with a space to the character before or without. */
static void
find_spacing (WmdTextImport *self)
{
  guint n_spaced = 0;
  guint n_close = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      gunichar before = 0;
      gboolean space = FALSE;

      for (const char *p = g_array_index (self->lines, WmdTextLine, i).text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isdigit (c) && wmd_char_is_han (before))
            *(space ? &n_spaced : &n_close) += 1;
          space = c == ' ';
          if (!space)
            before = c;
        }
    }
  self->spaced_digits = n_spaced > n_close;
}

static void
derive_heading (WmdTextImport *self, guint index, const char *key)
{
  const WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, index);

  wmd_text_import_derive (self, line->number, line->text,
                          wmd_reference_get_label (self->reference, self->language, key));
}

/* What was left out here and there is reported once. */
static void
report_left_out (WmdTextImport *self)
{
  if (self->n_hyphens > 0)
    wmd_text_import_report (
        self, "import-hyphens", WMD_SEVERITY_NOTE, 0, self->hyphens->str,
        g_strdup_printf (ngettext ("A word hyphenated at the end of %u line was put together again.",
                                   "Words hyphenated at the end of %u lines were put together again.", self->n_hyphens),
                         self->n_hyphens));
  if (self->n_squeezed > 0)
    wmd_text_import_report (
        self, "import-spacing", WMD_SEVERITY_NOTE, 0, NULL,
        g_strdup_printf (ngettext ("In %u paragraph several spaces in a row became one.",
                                   "In %u paragraphs several spaces in a row became one.", self->n_squeezed),
                         self->n_squeezed));
  if (self->rules->len > 0)
    wmd_text_import_report (self, "import-derived", WMD_SEVERITY_NOTE, 0, self->rules->str,
                            g_strdup (_ ("Rules and headings above footnotes are made anew.")));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const WmdFinding *first = *(WmdFinding *const *) a;
  const WmdFinding *second = *(WmdFinding *const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

static void
read_report (WmdTextImport *self)
{
  const WmdTextDivision division = wmd_text_import_divide (self);
  guint body_start = division.body;
  guint summary_end = MIN (division.contents, division.body);
  g_autoptr (GPtrArray) summary = NULL;
  g_autoptr (GPtrArray) body = NULL;

  wmd_text_import_read_masthead (self, division.masthead_end);
  if (division.summary_start > 0)
    derive_heading (self, division.summary_start - 1, "summary");
  summary =
      wmd_text_import_gather (self, division.summary_start > 0 ? division.summary_start : summary_end, summary_end);
  if (division.contents != G_MAXUINT)
    body_start = wmd_text_import_read_contents (self, division.contents);
  body = wmd_text_import_gather (self, body_start, self->lines->len);
  g_ptr_array_extend_and_steal (summary, g_steal_pointer (&self->notes));
  wmd_text_import_make_parts (self, summary, body);
  wmd_text_import_drop_further_originals (self);
  wmd_text_import_find_facts (self);
  report_left_out (self);
  g_ptr_array_sort (self->findings, compare_lines);
}

/* A report made twice of the same text has the same id. (transfer full) */
static char *
make_id (const char *text, gsize length)
{
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA1, (const guchar *) text, length);

  /* A UUID of version 5, the kind that is made of a hash. */
  return g_strdup_printf ("%.8s-%.4s-5%.3s-8%.3s-%.12s", digest, digest + 8, digest + 13, digest + 17, digest + 20);
}

static WmdImport *
finish (WmdTextImport *self, const char *text, gsize length)
{
  WmdImport *import = g_new0 (WmdImport, 1);
  g_autofree char *id = make_id (text, length);
  WmdFacts *facts = wmd_facts_with_edition (self->facts, self->edition);

  import->snapshot =
      wmd_snapshot_new (self->reference, id, facts, self->summary, self->introduction, self->replies, NULL);
  import->language = self->language;
  import->findings = g_steal_pointer (&self->findings);
  wmd_facts_unref (facts);
  return import;
}

static void
clear (WmdTextImport *self)
{
  g_clear_pointer (&self->patterns, wmd_import_patterns_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->letters, g_hash_table_unref);
  g_clear_pointer (&self->numerals, g_hash_table_unref);
  g_clear_pointer (&self->vocabulary, wmd_vocabulary_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->facts, wmd_facts_unref);
  g_clear_pointer (&self->edition, wmd_edition_free);
  g_clear_pointer (&self->summary, wmd_body_unref);
  g_clear_pointer (&self->introduction, wmd_body_unref);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  g_string_free (self->rules, TRUE);
  g_string_free (self->hyphens, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmdTextImport, clear)

static void
init (WmdTextImport *self, WmdReference *reference)
{
  *self = (WmdTextImport){ .reference = reference, .language = WMD_LANGUAGE_NONE };
  self->lines = g_array_new (FALSE, FALSE, sizeof (WmdTextLine));
  g_array_set_clear_func (self->lines, (GDestroyNotify) wmd_text_line_clear);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_piece_free);
  self->vocabulary = wmd_vocabulary_new ();
  self->facts = wmd_facts_new ();
  self->rules = g_string_new (NULL);
  self->hyphens = g_string_new (NULL);
  self->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  self->edition = wmd_edition_new (WMD_LANGUAGE_NONE);
}

static gboolean
read_lines (WmdTextImport *self, const char *text, gsize length, GError **error)
{
  self->patterns = wmd_import_patterns_new (error);
  return self->patterns != NULL && check_text (text, length, error) && read_encoded (self, text, length, error);
}

/* What the lines say of how this text is set, once the language is known. */
static void
learn (WmdTextImport *self)
{
  learn_words (self);
  wmd_text_import_find_hyphenation (self);
  find_spacing (self);
  self->letters = wmd_text_import_make_marks (self, 1);
  self->numerals = wmd_text_import_make_marks (self, 2);
  wmd_text_import_join_marks (self);
  wmd_text_import_join_titles (self);
  wmd_text_import_measure (self);
}

/* The stages that need no language, and then the language. */
static gboolean
prepare (WmdTextImport *self, const char *text, gsize length, GError **error)
{
  if (!read_lines (self, text, length, error))
    return FALSE;
  if (self->lines->len == 0)
    {
      g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_EMPTY,
                           _ ("There is no text in this file. Choose the text of an issued report."));
      return FALSE;
    }
  wmd_text_import_strip_markdown (self);
  wmd_text_import_lower_marks (self);
  wmd_text_import_strip_pages (self);
  self->language = find_language (self);
  if (self->language == WMD_LANGUAGE_NONE)
    {
      g_set_error_literal (
          error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_NO_REPORT,
          _ ("This text does not look like a report of the series in any of the six languages. Choose "
             "the text of an issued report, with its headings and the lines that name the original language."));
      return FALSE;
    }
  learn (self);
  return TRUE;
}

/* A corrigendum has the masthead of a report, and nothing else of one. */
static gboolean
is_corrigendum (WmdTextImport *self)
{
  const char *symbol = wmd_facts_get (self->facts, WMD_FACT_SYMBOL);

  return symbol != NULL && strstr (symbol, "/Corr.") != NULL && self->replies->len == 0;
}

WmdImport *
wmd_text_import (WmdReference *reference, const char *text, gsize length, GError **error)
{
  g_auto (WmdTextImport) self = { NULL };

  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  init (&self, reference);
  if (!prepare (&self, text, length, error))
    return NULL;
  self.edition->language = self.language;
  read_report (&self);
  if (is_corrigendum (&self))
    {
      g_set_error (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_NO_REPORT,
                   _ ("%s is a corrigendum, which has no replies. Open the report that it corrects, and correct that."),
                   wmd_facts_get (self.facts, WMD_FACT_SYMBOL));
      return NULL;
    }
  return finish (&self, text, length);
}

GPtrArray *
wmd_passage_read_text (WmdReference *reference, WmdLanguage language, const char *text)
{
  g_auto (WmdTextImport) self = { NULL };
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (WmdVariant) variant = NULL;
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);

  g_return_val_if_fail (reference != NULL && language != WMD_LANGUAGE_NONE, blocks);
  g_return_val_if_fail (text != NULL, blocks);

  init (&self, reference);
  self.language = language;
  if (!read_lines (&self, text, strlen (text), NULL))
    return blocks;
  learn (&self);
  /* A list of short lines is no paragraph of a narrow column. */
  if (self.lines->len > 0 && g_array_index (self.lines, WmdTextLine, 0).margin < NARROWEST)
    self.wrapped = FALSE;
  pieces = wmd_text_import_gather (&self, 0, self.lines->len);
  wmd_text_import_place_notes (&self, pieces);
  variant = wmd_text_import_make_variant (&self, TRUE, pieces);
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    g_ptr_array_add (blocks, wmd_block_ref (wmd_variant_get_block (variant, i)));
  return blocks;
}
