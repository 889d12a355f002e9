/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What text files are like: line ends, marks that print nothing, other encodings, damage. Whatever comes, the import
 * ends, with a report of which nothing was dropped or with an error that says what to do.
 */

#include <string.h>

#include "exchange/import-support.h"
#include "support/support.h"

static const char *const codes[] = { "ar", "en", "es", "fr", "ru", "zh" };

typedef struct
{
  WmdReference *reference;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reference = wmd_reference_new (NULL);
  g_assert_nonnull (fixture->reference);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_reference_unref (fixture->reference);
}

static char *
read_edition (const char *code, const char *form)
{
  g_autofree char *name = g_strdup_printf ("report-%s-%s.txt", code, form);

  return test_read_data (name);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* Asserts that @text gives the same report as @original. */
static void
assert_same (Fixture *fixture, const char *text, const char *original)
{
  g_autoptr (WmdImport) import = test_import (fixture->reference, text);
  g_autoptr (WmdImport) expected = test_import (fixture->reference, original);
  g_autofree char *dump = test_dump (import);
  g_autofree char *expected_dump = test_dump (expected);

  g_assert_cmpstr (dump, ==, expected_dump);
}

static void
test_line_ends (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *text = read_edition (codes[i], "issued");
      g_autofree char *windows = replace (text, "\n", "\r\n");
      g_autofree char *old = replace (text, "\n", "\r");
      g_autofree char *with_mark = g_strconcat ("\357\273\277", windows, NULL);

      assert_same (fixture, windows, text);
      assert_same (fixture, old, text);
      assert_same (fixture, with_mark, text);
    }
}

/* Soft hyphens, zero width spaces and bidirectional marks print nothing; that they were there is said. */
static void
test_invisible (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_edition ("ru", "issued");
  g_autofree char *hyphens = replace (text, "ени", "е\302\255ни");
  g_autofree char *marks = replace (hyphens, " ", " \342\200\216");
  g_autoptr (WmdImport) import = test_import (fixture->reference, marks);

  assert_same (fixture, marks, text);
  g_assert_nonnull (test_find (import, "import-invisible"));
}

/* No-break spaces in what the program recognizes are spaces; in the text they stay. */
static void
test_no_break_spaces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_edition ("fr", "issued");
  g_autofree char *narrow = replace (text, "\302\240", "\342\200\257");
  g_autofree char *headings = replace (text, "Réponses reçues", "Réponses\302\240reçues");
  g_autofree char *dates = replace (headings, " mai 2023]", "\302\240mai\302\2402023]");
  g_autoptr (WmdImport) import = test_import (fixture->reference, narrow);
  g_autofree char *dump = test_dump (import);

  assert_same (fixture, dates, text);
  g_assert_nonnull (strstr (dump, "suivantes\342\200\257:"));
}

/* Words hyphenated at the end of a line are put together; those with a hyphen of their own keep it. */
static void
test_hyphens (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_edition ("en", "layout");
  g_autofree char *broken =
      replace (text, "by terrorists of\n           weapons of", "by terrorists of weap-\n           ons of");
  g_autoptr (WmdImport) import = test_import (fixture->reference, broken);

  g_assert_cmpstr (broken, !=, text);
  assert_same (fixture, broken, text);
  g_assert_cmpstr (test_find (import, "import-hyphens")->hint, ==, "weap-ons");
  g_assert_nonnull (strstr (text, "dual-\n"));
  {
    g_autofree char *dump = test_dump (import);

    g_assert_nonnull (strstr (dump, "dual-use goods and technologies"));
  }
}

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  int code;
} Refusal;

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const Refusal refusals[] = {
    { "empty", "", 0, WMD_IMPORT_ERROR_EMPTY },
    { "blank", " \n\t\r\n\f\n", 7, WMD_IMPORT_ERROR_EMPTY },
    { "docx", "PK\003\004\024\0\0\0", 8, WMD_IMPORT_ERROR_NOT_TEXT },
    { "doc", "\320\317\021\340\241", 5, WMD_IMPORT_ERROR_NOT_TEXT },
    { "rtf", "{\\rtf1 Summary}", 15, WMD_IMPORT_ERROR_NOT_TEXT },
    { "pdf", "%PDF-1.7\n", 9, WMD_IMPORT_ERROR_NOT_TEXT },
    { "bytes", "caf\351\n", 5, WMD_IMPORT_ERROR_ENCODING },
    { "latin-1", "R\351sum\351\n", 7, WMD_IMPORT_ERROR_NO_REPORT },
    { "utf-16", "\377\376S\0u\0m\0", 8, WMD_IMPORT_ERROR_NO_REPORT },
    { "utf-32", "\377\376\0\0S\0\0\0", 8, WMD_IMPORT_ERROR_ENCODING },
    { "nul", "Summary\n\0\n", 10, WMD_IMPORT_ERROR_NO_REPORT },
    { "truncated", "Summary \342\200", 10, WMD_IMPORT_ERROR_ENCODING },
    { "letter", "Dear Sir,\n\nplease find enclosed a summary.\n", 43, WMD_IMPORT_ERROR_NO_REPORT },
    { "one word", "x", 1, WMD_IMPORT_ERROR_NO_REPORT },
    { "corrigendum", "A/67/135/Corr.1\n\nReport of the Secretary-General\n\nSummary\n", 57,
      WMD_IMPORT_ERROR_NO_REPORT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      WmdImport *import = wmd_text_import (fixture->reference, refusals[i].text, refusals[i].length, &error);

      g_test_message ("%s", refusals[i].name);
      g_assert_null (import);
      g_assert_error (error, WMD_IMPORT_ERROR, refusals[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* A report in each encoding that word processors save text in is the same as in UTF-8. */
static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *encoding;
  } texts[] = {
    { "fr", "WINDOWS-1252" }, { "ru", "WINDOWS-1251" }, { "ru", "KOI8-R" },
    { "ar", "WINDOWS-1256" }, { "zh", "GB18030" },      { "en", "UTF-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("report-%s-issued.txt", texts[i].name);
      g_autofree char *text = test_read_data (name);
      gsize length;
      g_autofree char *encoded =
          g_convert_with_fallback (text, -1, texts[i].encoding, "UTF-8", "?", NULL, &length, NULL);
      g_autofree char *back = g_convert (encoded, (gssize) length, "UTF-8", texts[i].encoding, NULL, NULL, NULL);
      g_autoptr (WmdImport) expected = test_import (fixture->reference, back);
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdImport) import = wmd_text_import (fixture->reference, encoded, length, &error);
      g_autofree char *dump = NULL;
      g_autofree char *expected_dump = test_dump (expected);

      g_test_message ("%s in %s", texts[i].name, texts[i].encoding);
      g_assert_no_error (error);
      dump = test_dump (import);
      g_assert_cmpstr (dump, ==, expected_dump);
      g_assert_cmpstr (test_find (import, "import-encoding")->hint, ==, texts[i].encoding);
    }
}

/* Damaged UTF-8 is in no other encoding: one broken character does not turn all others into something else. */
static void
test_damaged_utf8 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = test_read_data ("report-fr-issued.txt");
  g_autofree char *damaged = g_strconcat (text, "d\351l\351gu\351s\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (wmd_text_import (fixture->reference, damaged, strlen (damaged), &error));
  g_assert_error (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_ENCODING);
}

/* A NUL in a text that is else sound shows as damage in its place. */
static void
test_nul (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = test_read_data ("report-en-issued.txt");
  gsize length = strlen (text);
  char *place = strstr (text, "Albania attaches") + 3;
  g_autoptr (WmdImport) import = NULL;
  g_autofree char *shown = NULL;

  *place = '\0';
  import = wmd_text_import (fixture->reference, text, length, NULL);
  g_assert_nonnull (import);
  shown = test_show (import, wmd_snapshot_get_reply (import->snapshot, 0));
  g_assert_true (g_str_has_prefix (shown, "p Alb\357\277\275nia attaches"));
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length = 16 * 1024 * 1024 + 1;
  g_autofree char *text = g_strnfill (length, 'a');

  g_assert_null (wmd_text_import (fixture->reference, text, length, &error));
  g_assert_error (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  for (gsize i = 1; i < length; i += 2)
    text[i] = '\n';
  g_assert_null (wmd_text_import (fixture->reference, text, length - 1, &error));
  g_assert_error (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE);
}

/* --- damage --- */

static void
swap_lines (GRand *random, GPtrArray *lines)
{
  guint a = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  guint b = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  gpointer line = lines->pdata[a];

  lines->pdata[a] = lines->pdata[b];
  lines->pdata[b] = line;
}

static void
remove_line (GRand *random, GPtrArray *lines)
{
  g_ptr_array_remove_index (lines, (guint) g_rand_int_range (random, 0, (gint32) lines->len));
}

static void
repeat_line (GRand *random, GPtrArray *lines)
{
  guint from = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  gint to = g_rand_int_range (random, 0, (gint32) lines->len);

  g_ptr_array_insert (lines, to, g_strdup (lines->pdata[from]));
}

static void
insert_odd_line (GRand *random, GPtrArray *lines)
{
  static const char *const odd[] = { "[Original: Klingon]",
                                     "[31 June 2023]",
                                     "(b) item",
                                     "7. Paragraph",
                                     "• item",
                                     "* star",
                                     "V. Conclusions and recommendations",
                                     "I. Introduction",
                                     "¹ Note.",
                                     "A/78/999",
                                     "12/3",
                                     "Summary",
                                     "[",
                                     "]",
                                     "\\[x\\]",
                                     "# x",
                                     "…………",
                                     "\f",
                                     "Contents 3",
                                     "\342\200\253x\342\200\254",
                                     "[a](b)",
                                     "\357\267\220",
                                     "Cuba",
                                     "________" };

  g_ptr_array_insert (lines, g_rand_int_range (random, 0, (gint32) lines->len),
                      g_strdup (odd[g_rand_int_range (random, 0, G_N_ELEMENTS (odd))]));
}

static void
cut_line (GRand *random, GPtrArray *lines)
{
  guint which = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  char *line = lines->pdata[which];
  glong length = g_utf8_strlen (line, -1);
  char *place = g_utf8_offset_to_pointer (line, g_rand_int_range (random, 0, (gint32) length + 1));

  g_ptr_array_insert (lines, (gint) which + 1, g_strdup (place));
  *place = '\0';
}

static char *
mutate (GRand *random, const char *text)
{
  static void (*const mutations[]) (GRand * random, GPtrArray * lines) = { swap_lines, remove_line, repeat_line,
                                                                           insert_odd_line, cut_line };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = g_strsplit (text, "\n", -1);
  guint n = (guint) g_rand_int_range (random, 1, 12);

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (split[i]));
  for (guint i = 0; i < n; i++)
    mutations[g_rand_int_range (random, 0, G_N_ELEMENTS (mutations))](random, lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_sound (const WmdImport *import)
{
  g_autofree char *dump = test_dump (import);

  g_assert_true (g_utf8_validate (dump, -1, NULL));
  for (const char *p = dump; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_false ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE); /* private characters stay inside */
    }
  for (guint i = 0; i < import->findings->len; i++)
    {
      const WmdFinding *finding = import->findings->pdata[i];

      g_assert_nonnull (finding->message);
      g_assert_true (finding->part == NULL || wmd_snapshot_lookup_body (import->snapshot, finding->part) != NULL);
    }
}

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = { "issued", "layout", "markdown" };
  const char *code = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (20230710);
  guint n_imported = 0;
  guint n = g_test_slow () ? 400 : 40;

  for (guint i = 0; i < n; i++)
    {
      const char *form = forms[i % G_N_ELEMENTS (forms)];
      g_autofree char *text = read_edition (code, form);
      g_autofree char *damaged = mutate (random, text);
      g_autoptr (WmdImport) import = wmd_text_import (fixture->reference, damaged, strlen (damaged), NULL);
      g_autofree char *dropped = NULL;

      if (import == NULL)
        continue;
      n_imported++;
      assert_sound (import);
      if (!g_str_equal (form, "issued"))
        continue;
      dropped = test_find_dropped (fixture->reference, import, damaged);
      if (dropped != NULL)
        {
          g_test_message ("round %u: “%s” was dropped", i, dropped);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_imported, >, n * 9 / 10);
}

/* Bytes changed, put in and taken out anywhere. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (78132);
  guint n = g_test_slow () ? 2000 : 150;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = read_edition (codes[i % G_N_ELEMENTS (codes)], i % 2 == 0 ? "layout" : "markdown");
      gsize length = strlen (text);
      g_autofree char *valid = NULL;
      g_autoptr (WmdImport) import = NULL;

      for (guint j = 0; j < 40; j++)
        text[g_rand_int_range (random, 0, (gint32) length)] =
            "[]()*_#`\\|<>&^. \n\f\t1aI-¹"[g_rand_int_range (random, 0, 24)];
      valid = g_utf8_make_valid (text, (gssize) length);
      import = wmd_text_import (fixture->reference, valid, strlen (valid), NULL);
      if (import != NULL)
        assert_sound (import);
    }
}

/* Text that repeats what each stage looks for: the import ends in time that grows with the text. */
static void
test_repetition (Fixture *fixture, gconstpointer data)
{
  static const char *const repeated[] = { "a\n\n",
                                          "word\n",
                                          "¹ a\n",
                                          "Word¹ word.\n\n¹ Note.\n\n",
                                          "* a\n",
                                          "[a](",
                                          "[",
                                          "(",
                                          "1 ",
                                          "a¹",
                                          "1. a\n",
                                          "(a) a\n",
                                          "www.a.b ",
                                          "中文\n\n",
                                          "\fa\n",
                                          "2/3\n",
                                          "word-\n",
                                          "**a** ",
                                          "_a",
                                          "a   b   ",
                                          "Cuba 3\n",
                                          "I. Introduction\n",
                                          ". . ",
                                          "a\\",
                                          "Albania\n\n[Original: English]\n\n" };
  g_autofree char *text = read_edition ("en", "issued");

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autoptr (GString) long_text = g_string_new (text);
      g_autoptr (WmdImport) import = NULL;

      g_string_append (long_text, "\n\n");
      while (long_text->len < 100000)
        g_string_append (long_text, repeated[i]);
      import = test_import (fixture->reference, long_text->str);
      g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), >=, 6);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "line-ends", test_line_ends }, { "invisible", test_invisible },       { "no-break-spaces", test_no_break_spaces },
    { "hyphens", test_hyphens },     { "refused", test_refused },           { "too-large", test_too_large },
    { "encodings", test_encodings }, { "damaged-utf8", test_damaged_utf8 }, { "nul", test_nul },
    { "noise", test_noise },         { "repetition", test_repetition },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/text-import-input/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/text-import-input/damage/", codes[i], NULL);

      g_test_add (path, Fixture, codes[i], set_up, test_damage, tear_down);
    }
  return g_test_run ();
}
