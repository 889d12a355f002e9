/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Chinese edition of the report of 2023 as it was issued: every reply right, every character accounted for. */

#include <string.h>

#include "exchange/import-support.h"
#include "support/support.h"

static const struct
{
  const char *respondent;
  const char *original;
  const char *date;
  WmdSection section;
  const char *shape; /* see test_shape() */
} replies[] = {
  { "BFA", "fr", "2023-05-25", WMD_SECTION_GOVERNMENTS, "pbbbpbbbbbbbbpp" },
  { "COL", "es", "2023-05-31", WMD_SECTION_GOVERNMENTS, "pppppppppp" },
  { "CUB", "es", "2023-05-31", WMD_SECTION_GOVERNMENTS, "pppppppppppp" },
  { "SLV", "es", "2023-04-27", WMD_SECTION_GOVERNMENTS, "ppp" },
  { "HND", "es", "2023-03-29", WMD_SECTION_GOVERNMENTS, "pp" },
  { "IND", "en", "2023-05-31", WMD_SECTION_GOVERNMENTS, "ppppppppp" },
  { "JOR", "ar", "2023-03-13", WMD_SECTION_GOVERNMENTS, "ppbbbbbpbbbb" },
  { "PHL", "en", "2023-05-30", WMD_SECTION_GOVERNMENTS, "phphphpppp" },
  { "MDA", "en", "2023-05-18", WMD_SECTION_GOVERNMENTS, "pppppppppp" },
  { "eu", "en", "2023-05-30", WMD_SECTION_EUROPEAN_UNION, "pppppppppppp" },
  { "csto", "ru", "2023-05-30", WMD_SECTION_ORGANIZATIONS, "pppppppppppp" },
  { "cis", "ru", "2023-05-30", WMD_SECTION_ORGANIZATIONS, "pppppbbbppppp" },
  { "imo", "en", "2023-05-30", WMD_SECTION_ORGANIZATIONS, "pllppphppp" },
  { "unoct", "en", "2023-05-24", WMD_SECTION_ORGANIZATIONS, "hppphppppp" },
  { "osce", "en", "2023-05-26", WMD_SECTION_ORGANIZATIONS, "ppppppppp" },
  { "unicri", "en", "2023-05-25", WMD_SECTION_ORGANIZATIONS, "phppbbbhphphphpp" },
  { "unodc", "en", "2023-06-02", WMD_SECTION_ORGANIZATIONS, "hpppphpbbbbpbbbbp" },
};

typedef struct
{
  WmdReference *reference;
  char *text; /* NULL where the report is not on this machine */
  WmdImport *import;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_material_path ("real", "report-2023-zh.txt", NULL);

  if (path == NULL)
    return;
  fixture->text = test_read_file (path, NULL);
  fixture->reference = wmd_reference_new (NULL);
  fixture->import = test_import (fixture->reference, fixture->text);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->import, wmd_import_free);
  g_clear_pointer (&fixture->reference, wmd_reference_unref);
  g_free (fixture->text);
}

static WmdBody *
get_reply (Fixture *fixture, guint index)
{
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (fixture->import->snapshot));
  const WmdEditionReply *reply = edition->replies->pdata[index];

  return wmd_snapshot_lookup_body (fixture->import->snapshot, reply->part);
}

static void
test_replies (Fixture *fixture, gconstpointer data)
{
  const WmdEdition *edition;

  if (fixture->text == NULL)
    return;
  edition = wmd_facts_get_edition (wmd_snapshot_get_facts (fixture->import->snapshot));
  g_assert_cmpuint (edition->replies->len, ==, G_N_ELEMENTS (replies));
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      WmdBody *body = get_reply (fixture, i);
      const WmdEditionReply *reply = edition->replies->pdata[i];
      g_autofree char *shape = test_shape (fixture->import, body);

      g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_RESPONDENT), ==, replies[i].respondent);
      g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_ORIGINAL), ==, replies[i].original);
      g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_DATE), ==, replies[i].date);
      g_assert_cmpint (reply->section, ==, replies[i].section);
      g_assert_cmpstr (shape, ==, replies[i].shape);
    }
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    WmdFact fact;
    const char *value;
  } expected[] = {
    { WMD_FACT_SYMBOL, NULL },          { WMD_FACT_SESSION, "78" },
    { WMD_FACT_AGENDA_ITEM, "101(s)" }, { WMD_FACT_AGENDA, "provisional" },
    { WMD_FACT_RESOLUTION, "77/75" },   { WMD_FACT_NOTE_VERBALE, "2023-01-31" },
    { WMD_FACT_LETTERS, "2023-01-31" }, { WMD_FACT_DEADLINE, "2023-05-31" },
    { WMD_FACT_CUT_OFF, "2023-05-31" }, { WMD_FACT_DATE, "2023-07-10" },
    { WMD_FACT_JOB_NUMBER, NULL },      { WMD_FACT_WEBSITE, "www.disarmament.unoda.org" },
  };
  WmdFacts *facts;
  g_autofree char *originals = NULL;

  if (fixture->text == NULL)
    return;
  facts = wmd_snapshot_get_facts (fixture->import->snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (wmd_facts_get (facts, expected[i].fact), ==, expected[i].value);
  originals = g_strjoinv (" ", wmd_facts_get_edition (facts)->originals);
  g_assert_cmpstr (originals, ==, "ar en fr ru es");
  g_assert_cmpuint (wmd_facts_get_edition (facts)->contents->len, ==, 20);
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rule;
    guint line;
    const char *hint; /* a part of it */
  } expected[] = {
    { "import-lost-target", 25, "77/75" },       { "import-lost-target", 27, "A/78/150" },
    { "import-leaders", 47, "....." },           { "split-paragraph", 147, "在尊|重《" },
    { "split-paragraph", 195, "全|球倡议" },     { "split-paragraph", 335, "参|与行动" },
    { "split-paragraph", 363, "极端|主义" },     { "split-paragraph", 389, "反|恐协调" },
    { "split-paragraph", 439, "，|建立和更新" }, { "damaged-text", 485, "技术方|放核利益" },
  };

  if (fixture->text == NULL)
    return;
  g_assert_cmpuint (fixture->import->findings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const WmdFinding *finding = fixture->import->findings->pdata[i];

      g_assert_cmpstr (finding->rule, ==, expected[i].rule);
      g_assert_cmpuint (finding->line, ==, expected[i].line);
      g_assert_nonnull (strstr (finding->hint, expected[i].hint));
      g_assert_cmpint (finding->severity, ==, i + 1 < G_N_ELEMENTS (expected) ? WMD_SEVERITY_NOTE : WMD_SEVERITY_ERROR);
    }
}

static void
test_joined (Fixture *fixture, gconstpointer data)
{
  static const char *const joined[] = {
    "在尊重《联合国宪章》",     "核恐怖主义全球倡议",           "期间，参与行动的",
    "恐怖主义和极端主义方面的", "联合国全球反恐协调契约工作组", "改善出口管制，建立和更新"
  };
  g_autofree char *dump = NULL;

  if (fixture->text == NULL)
    return;
  dump = test_dump (fixture->import);
  for (guint i = 0; i < G_N_ELEMENTS (joined); i++)
    g_assert_nonnull (strstr (dump, joined[i]));
  g_assert_null (strstr (dump, "技术方放核"));
}

static void
test_superscripts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dump = NULL;

  if (fixture->text == NULL)
    return;
  dump = test_dump (fixture->import);
  g_assert_nonnull (strstr (dump, "第 134<sup>11</sup> 条"));
  g_assert_nonnull (strstr (dump, "第 140<sup>1</sup> 条"));
  g_assert_nonnull (strstr (dump, "第 279<sup>1</sup> 条"));
}

/* --- every character --- */

static void
append_body (GString *out, const WmdImport *import, WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_variant (body, import->language);

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);
      guint number = wmd_variant_get_item_number (variant, i);

      switch (wmd_block_get_kind (block))
        {
        case WMD_BLOCK_NUMBERED:
          g_string_append_printf (out, "%u.", number);
          break;
        case WMD_BLOCK_LETTERED:
          g_string_append_printf (out, "(%c)", 'a' + number - 1);
          break;
        case WMD_BLOCK_BULLET:
          g_string_append_c (out, '-');
          break;
        default:
          break;
        }
      g_string_append (out, wmd_block_get_text (block));
    }
}

static void
append_reply (GString *out, Fixture *fixture, WmdBody *body)
{
  WmdReference *reference = fixture->reference;
  g_autofree char *original =
      wmd_reference_format_original_line (reference, WMD_LANGUAGE_ZH, wmd_body_get_field (body, WMD_FIELD_ORIGINAL));
  g_autofree char *day = NULL;
  WmdDate date;

  g_assert_true (wmd_body_get_date (body, &date));
  day = wmd_reference_format_date (reference, WMD_LANGUAGE_ZH, &date);
  g_string_append (out, wmd_body_get_name (body, reference, WMD_LANGUAGE_ZH));
  g_string_append_printf (out, "%s[%s]", original, day);
  append_body (out, fixture->import, body);
}

static void
append_section (GString *out, Fixture *fixture, const char *number, const char *title)
{
  g_string_append (out, wmd_reference_get_label (fixture->reference, WMD_LANGUAGE_ZH, number));
  g_string_append (out, wmd_reference_get_label (fixture->reference, WMD_LANGUAGE_ZH, title));
}

/* The text from the introduction on, made of the model and what the program prints by itself. */
static char *
make_body_text (Fixture *fixture)
{
  static const char *const sections[WMD_N_SECTIONS][2] = {
    [WMD_SECTION_GOVERNMENTS] = { "section-number-2", "section-governments" },
    [WMD_SECTION_EUROPEAN_UNION] = { "section-number-3", "section-european-union" },
    [WMD_SECTION_ORGANIZATIONS] = { "section-number-4", "section-organizations" },
  };
  g_autoptr (GString) out = g_string_new (NULL);

  append_section (out, fixture, "section-number-1", "section-introduction");
  append_body (out, fixture->import, wmd_snapshot_get_introduction (fixture->import->snapshot));
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      if (i == 0 || replies[i].section != replies[i - 1].section)
        append_section (out, fixture, sections[replies[i].section][0], sections[replies[i].section][1]);
      append_reply (out, fixture, get_reply (fixture, i));
    }
  return test_characters (out->str);
}

/* From the introduction on, the input is exactly what model and derived text give, in order. */
static void
test_sequence (Fixture *fixture, gconstpointer data)
{
  const char *start;
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;

  if (fixture->text == NULL)
    return;
  start = strstr (fixture->text, "一. 引言");
  g_assert_nonnull (start);
  input = test_characters (start);
  output = make_body_text (fixture);
  g_assert_cmpstr (output, ==, input);
}

/* Takes the characters of @text out of the counts. */
static void
account (GHashTable *counts, const char *text)
{
  g_autofree char *characters = test_characters (text);

  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));

      g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) - 1));
    }
}

static void
account_front (GHashTable *counts, Fixture *fixture)
{
  static const char *const labels[] = { "organ",      "distr",        "version-language",       "original-prefix",
                                        "item-title", "report-title", "report-author",          "summary",
                                        "contents",   "page",         "agenda-item-provisional" };
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (fixture->import->snapshot));
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    account (counts, wmd_reference_get_label (fixture->reference, WMD_LANGUAGE_ZH, labels[i]));
  account (counts, wmd_reference_get_session (fixture->reference, WMD_LANGUAGE_ZH, 78));
  account (counts, "101 s 10 July 2023 Arabic/English/French/Russian/Spanish * A/78/150。");
  append_body (summary, fixture->import, wmd_snapshot_get_summary (fixture->import->snapshot));
  account (counts, summary->str);
  for (guint i = 0; i < edition->contents->len; i++)
    {
      const WmdContentsLine *line = edition->contents->pdata[i];

      account (counts, line->title);
      account (counts, line->page);
    }
  for (guint i = 0; i < fixture->import->findings->len; i++)
    account (counts, ((WmdFinding *) fixture->import->findings->pdata[i])->hint);
}

/* Before it, no character of the input is missing from model, derived text and findings; links leave their syntax. */
static void
test_front (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autofree char *front = NULL;
  g_autofree char *characters = NULL;
  GHashTableIter iter;
  gpointer key, count;

  if (fixture->text == NULL)
    return;
  front = g_strndup (fixture->text, (gsize) (strstr (fixture->text, "一. 引言") - fixture->text));
  characters = test_characters (front);
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer c = GUINT_TO_POINTER (g_utf8_get_char (p));

      g_hash_table_insert (counts, c, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, c)) + 1));
    }
  account_front (counts, fixture);
  account (counts, "[] []"); /* round the text of two links */
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (GPOINTER_TO_INT (count) > 0)
      g_test_fail_printf ("U+%04X is missing %d times", GPOINTER_TO_UINT (key), GPOINTER_TO_INT (count));
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
    { "findings", test_findings },
    { "joined", test_joined },
    { "superscripts", test_superscripts },
    { "sequence", test_sequence },
    { "front", test_front },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/real-report/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
