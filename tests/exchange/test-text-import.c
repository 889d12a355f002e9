/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reports in the six languages, each as issued, as Markdown, and as pdftotext lays it out: all three forms give the
 * same report, which is the one that was written.
 */

#include <string.h>

#include "exchange/import-support.h"
#include "support/support.h"

#define N_REPLIES 6

typedef struct
{
  const char *respondent;
  const char *original;
  const char *date;
  const char *shape; /* see test_shape() */
} Reply;

typedef struct
{
  const char *code;
  const char *originals;    /* on the masthead, sorted as there */
  Reply replies[N_REPLIES]; /* in the order of the edition: three Governments, the European Union, two organizations */
} Edition;

static const Edition editions[] = {
  { "ar",
    "ar en",
    { { "JOR", "ar", "2023-05-15", "ppbbbp" },
      { "IRQ", "ar", "2023-05-31", "phplllhp" },
      { "OMN", "en", "2023-03-29", "pp" },
      { "eu", "en", "2023-05-30", "pp" },
      { "las", "ar", "2023-01-02", "phpbbb" },
      { "unodc", "en", "2023-05-26", "pp" } } },
  { "en",
    "en fr ru",
    { { "ALB", "en", "2023-05-12", "ppbbbp" },
      { "GEO", "ru", "2023-04-31", "phplllhpp" },
      { "LKA", "en", "2023-03-29", "ppp" },
      { "eu", "en", "2023-05-30", "pp" },
      { "unicri", "en", "2023-05-25", "phphpbbb" },
      { "wco", "fr", "2023-06-01", "pp" } } },
  { "es",
    "ar es en",
    { { "CHL", "es", "2023-05-15", "ppbbbp" },
      { "CRI", "es", "2023-05-31", "phplllhp" },
      { "QAT", "ar", "2023-03-29", "pp" },
      { "eu", "en", "2023-05-30", "pp" },
      { "imo", "en", "2023-05-30", "phpbbb" },
      { "oas", "es", "2023-05-26", "pp" } } },
  { "fr",
    "en ar fr",
    { { "BEL", "fr", "2023-05-01", "ppbbbp" },
      { "CIV", "fr", "2023-05-31", "phplllhp" },
      { "LBN", "ar", "2023-03-29", "pp" },
      { "eu", "en", "2023-05-30", "pp" },
      { "unoct", "en", "2023-05-24", "phpbbb" },
      { "osce", "en", "2023-05-26", "pp" } } },
  { "ru",
    "en ru",
    { { "ARM", "ru", "2023-05-15", "ppbbbp" },
      { "BLR", "ru", "2023-05-31", "phplllhp" },
      { "KAZ", "ru", "2023-03-29", "pp" },
      { "eu", "en", "2023-05-30", "pp" },
      { "csto", "ru", "2023-05-30", "phpbbb" },
      { "cis", "ru", "2023-05-26", "pp" } } },
  { "zh",
    "en ru es",
    { { "BGD", "en", "2023-05-12", "ppbbbp" },
      { "MNG", "ru", "2023-05-31", "phplllhp" },
      { "PER", "es", "2023-03-29", "pp" },
      { "eu", "en", "2023-05-30", "pp" },
      { "icao", "en", "2023-05-25", "phpbbb" },
      { "unodc", "en", "2023-05-26", "pp" } } },
};

static const char *const forms[] = { "issued", "markdown", "layout" };

typedef struct
{
  WmdReference *reference;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_reference_unref (fixture->reference);
}

static WmdImport *
import_form (Fixture *fixture, const Edition *edition, const char *form)
{
  g_autofree char *name = g_strdup_printf ("report-%s-%s.txt", edition->code, form);
  g_autofree char *text = test_read_data (name);

  return test_import (fixture->reference, text);
}

/* Replies in the order of the edition, and what is recorded of each. */
static void
test_replies (Fixture *fixture, gconstpointer data)
{
  static const WmdSection sections[N_REPLIES] = { WMD_SECTION_GOVERNMENTS,   WMD_SECTION_GOVERNMENTS,
                                                  WMD_SECTION_GOVERNMENTS,   WMD_SECTION_EUROPEAN_UNION,
                                                  WMD_SECTION_ORGANIZATIONS, WMD_SECTION_ORGANIZATIONS };
  const Edition *edition = data;

  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    {
      g_autoptr (WmdImport) import = import_form (fixture, edition, forms[form]);
      const WmdEdition *imported = wmd_facts_get_edition (wmd_snapshot_get_facts (import->snapshot));

      g_assert_cmpstr (wmd_language_get_code (import->language), ==, edition->code);
      g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, N_REPLIES);
      g_assert_cmpuint (imported->replies->len, ==, N_REPLIES);
      for (guint i = 0; i < N_REPLIES; i++)
        {
          const Reply *expected = &edition->replies[i];
          const WmdEditionReply *reply = imported->replies->pdata[i];
          WmdBody *body = wmd_snapshot_lookup_body (import->snapshot, reply->part);
          g_autofree char *shape = test_shape (import, body);

          g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_RESPONDENT), ==, expected->respondent);
          g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_ORIGINAL), ==, expected->original);
          g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_DATE), ==, expected->date);
          g_assert_cmpstr (shape, ==, expected->shape);
          g_assert_cmpint (reply->section, ==, sections[i]);
        }
    }
}

static void
assert_facts (const WmdImport *import)
{
  static const struct
  {
    WmdFact fact;
    const char *value;
  } expected[] = {
    { WMD_FACT_SYMBOL, "A/78/132" },
    { WMD_FACT_SESSION, "78" },
    { WMD_FACT_AGENDA_ITEM, "101(s)" },
    { WMD_FACT_AGENDA, "provisional" },
    { WMD_FACT_RESOLUTION, "77/75" },
    { WMD_FACT_NOTE_VERBALE, "2023-01-31" },
    { WMD_FACT_LETTERS, "2023-02-01" },
    { WMD_FACT_DEADLINE, "2023-05-31" },
    { WMD_FACT_CUT_OFF, "2023-05-31" },
    { WMD_FACT_DATE, "2023-07-10" },
    { WMD_FACT_WEBSITE, "www.disarmament.unoda.org" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (import->snapshot), expected[i].fact), ==,
                     expected[i].value);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  const Edition *edition = data;

  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    {
      g_autoptr (WmdImport) import = import_form (fixture, edition, forms[form]);
      WmdFacts *facts = wmd_snapshot_get_facts (import->snapshot);
      const WmdEdition *imported = wmd_facts_get_edition (facts);
      g_autofree char *originals = g_strjoinv (" ", imported->originals);

      assert_facts (import);
      g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_JOB_NUMBER), ==, form == 2 ? "23-13333" : NULL);
      g_assert_cmpstr (originals, ==, edition->originals);
      g_assert_cmpuint (imported->contents->len, ==, 4 + N_REPLIES - 1);
      for (guint i = 0; i < imported->contents->len; i++)
        {
          const WmdContentsLine *line = imported->contents->pdata[i];

          g_assert_cmpstr (line->page, !=, NULL);
          g_assert_null (strstr (line->title, ".."));
        }
    }
}

/* Replaces no-break spaces, which do not survive in a PDF. */
static char *
dup_plain_spaces (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
test_forms_agree (Fixture *fixture, gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (WmdImport) issued = import_form (fixture, edition, "issued");
  g_autoptr (WmdImport) markdown = import_form (fixture, edition, "markdown");
  g_autoptr (WmdImport) layout = import_form (fixture, edition, "layout");
  g_autofree char *issued_dump = test_dump (issued);
  g_autofree char *markdown_dump = test_dump (markdown);
  g_autofree char *layout_dump = test_dump (layout);
  g_autofree char *plain = dup_plain_spaces (issued_dump);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  g_auto (GStrv) layout_lines = g_strsplit (layout_dump, "\n", -1);

  g_assert_cmpstr (markdown_dump, ==, issued_dump);
  g_assert_cmpuint (g_strv_length (layout_lines), ==, g_strv_length (lines));
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "job-number")) /* only pages have one */
      g_assert_cmpstr (layout_lines[i], ==, lines[i]);
}

/* What is clean gives nothing to report; what pages add is named. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
  const Edition *edition = data;

  for (guint form = 0; form < 2; form++)
    {
      g_autoptr (WmdImport) import = import_form (fixture, edition, forms[form]);

      g_assert_cmpuint (import->findings->len, ==, 0);
    }

  {
    g_autoptr (WmdImport) layout = import_form (fixture, edition, "layout");
    g_autofree char *warnings = test_rules (layout, WMD_SEVERITY_WARNING);

    g_assert_cmpstr (warnings, ==, "");
    g_assert_nonnull (test_find (layout, "import-page-furniture"));
    g_assert_nonnull (strstr (test_find (layout, "import-page-furniture")->hint, "23-13333"));
  }
}

/* Text that is in the original language is the source; all other is an approved translation without a source. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (WmdImport) import = import_form (fixture, edition, "issued");

  for (guint i = 0; i < N_REPLIES; i++)
    {
      WmdBody *body = wmd_snapshot_get_reply (import->snapshot, i);
      WmdVariant *variant = wmd_body_get_variant (body, import->language);
      gboolean source = wmd_body_get_original (body) == import->language;

      for (guint j = 0; j < wmd_variant_get_n_blocks (variant); j++)
        {
          WmdBlock *block = wmd_variant_get_block (variant, j);

          g_assert_cmpint (wmd_block_get_progress (block) == WMD_PROGRESS_APPROVED, ==, !source);
          g_assert_null (wmd_block_get_source (block));
        }
    }
}

static void
test_footnote (Fixture *fixture, gconstpointer data)
{
  const Edition *edition = data;

  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    {
      g_autoptr (WmdImport) import = import_form (fixture, edition, forms[form]);
      g_autofree char *dump = test_dump (import);
      const char *note = strstr (dump, "<note>");

      g_assert_nonnull (note);
      g_assert_null (strstr (note + 1, "<note>"));
      g_assert_nonnull (g_strstr_len (note, 60, "A/74/133"));
    }
}

/* Importing twice gives the same report, id included. */
static void
test_deterministic (Fixture *fixture, gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (WmdImport) first = import_form (fixture, edition, "layout");
  g_autoptr (WmdImport) second = import_form (fixture, edition, "layout");
  g_autoptr (WmdImport) other = import_form (fixture, edition, "issued");

  g_assert_true (wmd_snapshot_equal (first->snapshot, second->snapshot));
  g_assert_cmpstr (wmd_snapshot_get_id (first->snapshot), ==, wmd_snapshot_get_id (second->snapshot));
  g_assert_cmpstr (wmd_snapshot_get_id (first->snapshot), !=, wmd_snapshot_get_id (other->snapshot));
  g_assert_true (g_uuid_string_is_valid (wmd_snapshot_get_id (first->snapshot)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "replies", test_replies },
    { "facts", test_facts },
    { "forms-agree", test_forms_agree },
    { "findings", test_findings },
    { "progress", test_progress },
    { "footnote", test_footnote },
    { "deterministic", test_deterministic },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint j = 0; j < G_N_ELEMENTS (editions); j++)
      {
        g_autofree char *path = g_strdup_printf ("/exchange/text-import/%s/%s", tests[i].name, editions[j].code);

        g_test_add (path, Fixture, &editions[j], set_up, tests[i].test, tear_down);
      }
  return g_test_run ();
}
