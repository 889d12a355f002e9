/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The texts that an edition derives: each of them, and what stands in its place where something is not known. */

#include "compose/composer.h"
#include "compose/report.h"

#include <string.h>

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *report;
  WmdComposer *composer;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->reference = wmd_reference_new (NULL);
  self->report = test_report_new (self->reference);
  self->composer = wmd_composer_new (self->reference);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  wmd_composer_free (self->composer);
  wmd_snapshot_unref (self->report);
  wmd_reference_unref (self->reference);
}

static void
take (WmdSnapshot **report, WmdSnapshot *changed)
{
  wmd_snapshot_unref (*report);
  *report = changed;
}

static const WmdItem *
find_item (const WmdPublication *publication, const char *id)
{
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (g_str_equal (item->id, id))
        return item;
    }
  return NULL;
}

static void
assert_text (const WmdPublication *publication, const char *id, const char *expected)
{
  const WmdItem *item = find_item (publication, id);

  g_assert_nonnull (item);
  g_assert_cmpstr (wmd_inline_get_text (item->content), ==, expected);
}

/* Ids of the items of a kind, in order. */
static char *
list_ids (const WmdPublication *publication, WmdItemKind kind)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (item->kind == kind)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", item->id);
    }
  return g_string_free (ids, FALSE);
}

/* Jordan r1, Cuba r2, Eswatini r3; UNODC r5, IMO r6, an agency with an English name r7. */
static void
test_order (Fixture *self, gconstpointer data)
{
  static const char *const expected[WMD_N_LANGUAGES] = {
    [WMD_LANGUAGE_AR] = "r1 r3 r2 r4 r5 r6 r7", [WMD_LANGUAGE_EN] = "r2 r3 r1 r4 r7 r6 r5",
    [WMD_LANGUAGE_ES] = "r2 r3 r1 r4 r7 r5 r6", [WMD_LANGUAGE_FR] = "r2 r3 r1 r4 r7 r5 r6",
    [WMD_LANGUAGE_RU] = "r1 r2 r3 r4 r6 r5 r7", [WMD_LANGUAGE_ZH] = "r2 r3 r1 r4 r7 r6 r5",
  };

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autoptr (WmdPublication) publication = wmd_composer_compose (self->composer, self->report, i);
      g_autofree char *ids = list_ids (publication, WMD_ITEM_REPLY);

      g_assert_cmpstr (ids, ==, expected[i]);
    }
}

/* The European Union's section goes when it did not reply; the next one moves up, in headings, contents and text. */
static void
test_sections (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdPublication) publication = NULL;
  g_autofree char *entries = NULL;
  const WmdItem *introduction;

  take (&self->report, test_report_without (self->report, "r4"));
  publication = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_EN);
  g_assert_null (find_item (publication, "section.european-union"));
  g_assert_null (find_item (publication, "contents.european-union"));
  g_assert_cmpstr (find_item (publication, "section.organizations")->label, ==, "III.");
  g_assert_cmpuint (find_item (publication, "section.organizations")->number, ==, 3);
  g_assert_cmpstr (find_item (publication, "contents.organizations")->label, ==, "III.");
  introduction = find_item (publication, "introduction-b4");
  g_assert_nonnull (strstr (wmd_inline_get_text (introduction->content), "sections II and III of"));
  g_assert_nonnull (strstr (wmd_inline_get_text (introduction->content), "section [section-european-union],"));
}

/* One reply that repeats the heading of its section has no entry; two have. */
static void
test_contents (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdPublication) one = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_FR);
  g_autoptr (WmdBody) body = wmd_body_with_id (wmd_snapshot_lookup_body (self->report, "r4"), "r8");
  g_autoptr (WmdPublication) two = NULL;

  g_assert_null (find_item (one, "r4.contents"));
  g_assert_cmpstr (find_item (one, "contents.european-union")->target, ==, "section.european-union");
  g_assert_cmpstr (find_item (one, "r1.contents")->target, ==, "r1");
  take (&self->report, test_report_with_body (self->report, body));
  two = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_FR);
  g_assert_nonnull (find_item (two, "r4.contents"));
  g_assert_nonnull (find_item (two, "r8.contents"));
}

typedef struct
{
  WmdLanguage language;
  const char *item;   /* the fact */
  const char *agenda; /* likewise */
  const char *line;   /* as printed */
} AgendaCase;

static const AgendaCase agenda_cases[] = {
  { WMD_LANGUAGE_EN, "101(s)", "provisional", "Item 101 (s) of the provisional agenda*" },
  { WMD_LANGUAGE_EN, "101 (s)", NULL, "Item 101 (s) of the provisional agenda*" },
  { WMD_LANGUAGE_EN, "101(s)", "adopted", "Agenda item 101 (s)" },
  { WMD_LANGUAGE_EN, "101(bb)", "adopted", "Agenda item 101 (bb)" },
  { WMD_LANGUAGE_EN, "97", "provisional", "Item 97 of the provisional agenda*" },
  { WMD_LANGUAGE_EN, "97", "adopted", "Agenda item 97" },
  { WMD_LANGUAGE_EN, "97(s", "adopted", "Agenda item 97(s" },
  { WMD_LANGUAGE_AR, "101(s)", "provisional", "البند 101 (ق) من جدول الأعمال المؤقت*" },
  { WMD_LANGUAGE_FR, "101(s)", "provisional", "Point 101 s) de l’ordre du jour provisoire*" },
  { WMD_LANGUAGE_ZH, "101(s)", "provisional", "临时议程* 项目 101(s)" },
};

static void
test_agenda (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (agenda_cases); i++)
    {
      const AgendaCase *test = &agenda_cases[i];
      g_autoptr (WmdPublication) publication = NULL;
      const WmdMasthead *masthead;

      take (&self->report, test_report_with_fact (self->report, WMD_FACT_AGENDA_ITEM, test->item));
      take (&self->report, test_report_with_fact (self->report, WMD_FACT_AGENDA, test->agenda));
      publication = wmd_composer_compose (self->composer, self->report, test->language);
      masthead = wmd_publication_get_masthead (publication);
      g_assert_cmpstr (masthead->agenda_item, ==, test->line);
      g_assert_true ((strchr (test->line, '*') != NULL) == (masthead->agenda_note != NULL));
    }
}

/* A version in the only original language does not name its language twice. */
static void
test_originals (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdPublication) english = NULL;
  g_autoptr (WmdPublication) french = NULL;
  g_autoptr (WmdPublication) spanish = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_ES);

  g_assert_cmpstr (wmd_publication_get_masthead (spanish)->originals, ==,
                   "Original: árabe/español/francés/inglés/ruso");
  g_assert_cmpstr (wmd_publication_get_masthead (spanish)->version, ==, "Español");
  for (guint i = 1; i <= 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      if (i != 4)
        take (&self->report, test_report_without (self->report, id));
    }
  english = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_EN);
  french = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_FR);
  g_assert_null (wmd_publication_get_masthead (english)->version);
  g_assert_cmpstr (wmd_publication_get_masthead (english)->originals, ==, "Original: English");
  g_assert_cmpstr (wmd_publication_get_masthead (french)->version, ==, "Français");
  g_assert_cmpstr (wmd_publication_get_masthead (french)->originals, ==, "Original\302\240: anglais");
}

static void
test_job_line (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdPublication) chinese = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_ZH);
  g_autoptr (WmdPublication) arabic = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_AR);
  g_autoptr (WmdPublication) undated = NULL;

  g_assert_cmpstr (wmd_publication_get_masthead (chinese)->job_line, ==, "23-13333 (C)    100723");
  g_assert_cmpstr (wmd_publication_get_masthead (arabic)->job_line, ==, "100723    23-13333 (A)");
  take (&self->report, test_report_with_fact (self->report, WMD_FACT_DATE, NULL));
  undated = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_ZH);
  g_assert_cmpstr (wmd_publication_get_masthead (undated)->job_line, ==, "23-13333 (C)");
  g_assert_null (wmd_publication_get_masthead (undated)->date);
  g_assert_null (wmd_publication_get_date (undated));
}

/* A report of which nothing is known yet can be composed, and shows what is missing. */
static void
test_empty_report (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdBody) summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (WmdSnapshot) report = wmd_snapshot_new (self->reference, "new", facts, summary, introduction, none, NULL);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autoptr (WmdPublication) publication = wmd_composer_compose (self->composer, report, i);
      const WmdMasthead *masthead = wmd_publication_get_masthead (publication);
      g_autofree char *sections = list_ids (publication, WMD_ITEM_SECTION);

      g_assert_cmpstr (sections, ==, "section.introduction");
      g_assert_null (masthead->symbol);
      g_assert_null (masthead->session);
      g_assert_null (masthead->agenda_item);
      g_assert_null (masthead->agenda_note);
      g_assert_null (masthead->job_line);
      g_assert_cmpuint (wmd_publication_get_n_missing (publication), ==, 0);
    }
}

static void
assert_resolved (Fixture *self, const char *markup, const char *expected)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  g_autoptr (WmdInline) resolved = wmd_composer_resolve (self->composer, self->report, WMD_LANGUAGE_EN, content);

  g_assert_cmpstr (wmd_inline_get_markup (resolved), ==, expected);
}

static void
test_fields (Fixture *self, gconstpointer data)
{
  assert_resolved (self, "by <field name=\"deadline\"/>, at its <field name=\"report-session\"/> session",
                   "by 31 May 2023, at its seventy-eighth session");
  assert_resolved (self, "<em>from <field name=\"governments\"/> and</em> <field name=\"organizations\"/>",
                   "<em>from two Governments and</em> three international organizations");
  assert_resolved (self, "<field name=\"note-verbale\"/>/<field name=\"letters\"/>", "31 January 2023/1 February 2023");
  assert_resolved (self, "sections <field name=\"section-governments\"/>-<field name=\"section-organizations\"/>",
                   "sections II-IV");
  assert_resolved (
      self, "A note.<note>Until <field name=\"cut-off\"/>, see A/78/150.</note>",
      "A note.<note>Until 31 May 2023, see <a href=\"https://undocs.org/en/A/78/150\">A/78/150</a>.</note>");
  assert_resolved (self, "<field name=\"nobody-knows\"/>", "[nobody-knows]");
}

/* The count goes by the day on which replies were counted; its date, as long as there is none, is the deadline. */
static void
test_fields_unset (Fixture *self, gconstpointer data)
{
  take (&self->report, test_report_with_fact (self->report, WMD_FACT_CUT_OFF, NULL));
  assert_resolved (self, "As at <field name=\"cut-off\"/>: <field name=\"governments\"/>",
                   "As at 31 May 2023: three Governments");
  take (&self->report, test_report_with_fact (self->report, WMD_FACT_DEADLINE, NULL));
  assert_resolved (self, "<field name=\"cut-off\"/> <field name=\"deadline\"/>", "[cut-off] [deadline]");
  take (&self->report, test_report_with_fact (self->report, WMD_FACT_SESSION, NULL));
  assert_resolved (self, "<field name=\"session\"/>", "[session]");
  take (&self->report, test_report_with_fact (self->report, WMD_FACT_RESOLUTION, NULL));
  assert_resolved (self, "<field name=\"resolution\"/>", "[resolution]");
  take (&self->report, test_report_with_fact (self->report, WMD_FACT_WEBSITE, "http://example.org/a"));
  assert_resolved (self, "<field name=\"website\"/>", "<a href=\"http://example.org/a\">http://example.org/a</a>");
}

/* A link that lost its target is text, or leads to the document that it names; one that has a target keeps it. */
static void
test_links (Fixture *self, gconstpointer data)
{
  assert_resolved (self, "<a href=\"\">here</a>", "here");
  assert_resolved (self, "<a href=\"\">A/78/150</a>", "<a href=\"https://undocs.org/en/A/78/150\">A/78/150</a>");
  assert_resolved (self, "<a href=\"https://example.org/\">A/78/150</a>",
                   "<a href=\"https://example.org/\">A/78/150</a>");
}

/* The fourth block of the Jordanian reply is not held in Spanish: the Arabic original stands in its place. */
static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdPublication) spanish = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_ES);
  g_autoptr (WmdPublication) arabic = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_AR);
  const WmdItem *missing = find_item (spanish, "r1-b4");
  const WmdItem *original = find_item (arabic, "r1-b4");

  g_assert_true (missing->missing);
  g_assert_cmpint (missing->language, ==, WMD_LANGUAGE_AR);
  g_assert_cmpstr (wmd_inline_get_text (missing->content), ==, wmd_inline_get_text (original->content));
  g_assert_false (original->missing);
  g_assert_false (find_item (spanish, "r1-b3")->missing);
  /* That, the one block of Eswatini, of both organizations and of the agency, and the agency's name, twice. */
  g_assert_cmpuint (wmd_publication_get_n_missing (spanish), ==, 7);
}

static WmdBody *
make_body (const char *original)
{
  g_autoptr (WmdBody) body = wmd_body_new ("r9", WMD_PART_REPLY);
  g_autoptr (WmdBody) with_respondent = wmd_body_with_field (body, WMD_FIELD_RESPONDENT, "FJI");

  return wmd_body_with_field (with_respondent, WMD_FIELD_ORIGINAL, original);
}

static void
add (WmdBody **body, WmdLanguage language, const char *id, WmdBlockKind kind, const char *markup)
{
  WmdBody *changed = test_body_with_block (*body, language, id, kind, markup);

  wmd_body_unref (*body);
  *body = changed;
}

static char *
list_texts (const WmdPublication *publication, const char *part)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (g_strcmp0 (item->part, part) == 0 && item->block != NULL)
        g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", wmd_inline_get_text (item->content));
    }
  return g_string_free (texts, FALSE);
}

/* What the source has and the translation has not stands where it stands in the source; what only the translation
 * has is not lost; empty blocks are not printed.
 */
static void
test_merge (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdBody) body = make_body ("en");
  g_autoptr (WmdPublication) french = NULL;
  g_autofree char *texts = NULL;

  add (&body, WMD_LANGUAGE_EN, "a", WMD_BLOCK_PARAGRAPH, "A");
  add (&body, WMD_LANGUAGE_EN, "b", WMD_BLOCK_PARAGRAPH, "B");
  add (&body, WMD_LANGUAGE_EN, "c", WMD_BLOCK_PARAGRAPH, "C");
  add (&body, WMD_LANGUAGE_EN, "d", WMD_BLOCK_PARAGRAPH, "D");
  add (&body, WMD_LANGUAGE_EN, "e", WMD_BLOCK_PARAGRAPH, "");
  add (&body, WMD_LANGUAGE_FR, "b", WMD_BLOCK_PARAGRAPH, "b");
  add (&body, WMD_LANGUAGE_FR, "x", WMD_BLOCK_PARAGRAPH, "x");
  add (&body, WMD_LANGUAGE_FR, "d", WMD_BLOCK_PARAGRAPH, "");
  take (&self->report, test_report_with_body (self->report, body));
  french = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_FR);
  texts = list_texts (french, "r9");
  g_assert_cmpstr (texts, ==, "A b C x D");
}

/* A report may hold a translation whose source is not held; an original outside the six languages is named. */
static void
test_no_source (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdBody) body = make_body ("pt");
  g_autoptr (WmdPublication) chinese = NULL;
  g_autoptr (WmdPublication) english = NULL;

  add (&body, WMD_LANGUAGE_ZH, "a", WMD_BLOCK_PARAGRAPH, "甲");
  take (&self->report, test_report_with_body (self->report, body));
  chinese = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_ZH);
  english = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_EN);
  g_assert_false (find_item (chinese, "r9-a")->missing);
  g_assert_true (find_item (english, "r9-a")->missing);
  g_assert_cmpint (find_item (english, "r9-a")->language, ==, WMD_LANGUAGE_ZH);
  assert_text (english, "r9.original", "[Original: Portuguese]");
  g_assert_null (find_item (english, "r9.date"));
}

/* A respondent without any name is not silently nobody. */
static void
test_no_name (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdBody) body = wmd_body_new ("r9", WMD_PART_REPLY);
  g_autoptr (WmdPublication) publication = NULL;

  take (&self->report, test_report_with_body (self->report, body));
  publication = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_EN);
  assert_text (publication, "r9", "[respondent]");
  g_assert_null (find_item (publication, "r9.original"));
}

typedef struct
{
  WmdLanguage language;
  WmdBlockKind kind;
  const char *first, *tenth, *last; /* labels; the last is the 28th */
} LabelCase;

static const LabelCase label_cases[] = {
  { WMD_LANGUAGE_EN, WMD_BLOCK_LETTERED, "(a)", "(j)", "(bb)" },
  { WMD_LANGUAGE_FR, WMD_BLOCK_LETTERED, "a)", "j)", "bb)" },
  { WMD_LANGUAGE_RU, WMD_BLOCK_LETTERED, "a)", "j)", "bb)" },
  { WMD_LANGUAGE_AR, WMD_BLOCK_LETTERED, "(أ)", "(ي)", "(غ)" },
  { WMD_LANGUAGE_ZH, WMD_BLOCK_LETTERED, "(a)", "(j)", "(bb)" },
  { WMD_LANGUAGE_EN, WMD_BLOCK_NUMBERED, "1.", "10.", "28." },
  { WMD_LANGUAGE_AR, WMD_BLOCK_NUMBERED, "١ -", "١٠ -", "٢٨ -" },
  { WMD_LANGUAGE_ZH, WMD_BLOCK_BULLET, "•", "•", "•" },
};

static void
test_labels (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (label_cases); i++)
    {
      const LabelCase *test = &label_cases[i];
      g_autoptr (WmdBody) body = make_body (wmd_language_get_code (test->language));
      g_autoptr (WmdSnapshot) report = NULL;
      g_autoptr (WmdPublication) publication = NULL;

      for (guint j = 1; j <= 28; j++)
        {
          g_autofree char *id = g_strdup_printf ("b%u", j);

          add (&body, test->language, id, test->kind, "x");
        }
      report = test_report_with_body (self->report, body);
      publication = wmd_composer_compose (self->composer, report, test->language);
      g_assert_cmpstr (find_item (publication, "r9-b1")->label, ==, test->first);
      g_assert_cmpstr (find_item (publication, "r9-b10")->label, ==, test->tenth);
      g_assert_cmpstr (find_item (publication, "r9-b28")->label, ==, test->last);
    }
}

/* Letters begin again after another kind of block, numbers go on. */
static void
test_list_restart (Fixture *self, gconstpointer data)
{
  g_autoptr (WmdBody) body = make_body ("en");
  g_autoptr (WmdPublication) publication = NULL;

  add (&body, WMD_LANGUAGE_EN, "a", WMD_BLOCK_NUMBERED, "x");
  add (&body, WMD_LANGUAGE_EN, "b", WMD_BLOCK_LETTERED, "x");
  add (&body, WMD_LANGUAGE_EN, "c", WMD_BLOCK_LETTERED, "x");
  add (&body, WMD_LANGUAGE_EN, "d", WMD_BLOCK_NUMBERED, "x");
  add (&body, WMD_LANGUAGE_EN, "e", WMD_BLOCK_LETTERED, "x");
  take (&self->report, test_report_with_body (self->report, body));
  publication = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_EN);
  g_assert_cmpstr (find_item (publication, "r9-c")->label, ==, "(b)");
  g_assert_cmpstr (find_item (publication, "r9-d")->label, ==, "2.");
  g_assert_cmpstr (find_item (publication, "r9-e")->label, ==, "(a)");
}

/* Whatever ids a file has, those of items are different from one another and are names in XML. */
static void
test_ids (Fixture *self, gconstpointer data)
{
  static const char *const blocks[] = { "b1", "b-1", "b_2d1", "3", "b 1", "é", ".date", "-", "" };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (WmdBody) base = make_body ("en");
  g_autoptr (WmdBody) body = wmd_body_with_id (base, "9 r");
  g_autoptr (WmdPublication) publication = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    add (&body, WMD_LANGUAGE_EN, blocks[i], WMD_BLOCK_PARAGRAPH, "x");
  take (&self->report, test_report_with_body (self->report, body));
  publication = wmd_composer_compose (self->composer, self->report, WMD_LANGUAGE_EN);
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const char *id = wmd_publication_get_item (publication, i)->id;

      g_assert_true (g_hash_table_add (seen, (gpointer) id));
      g_assert_true (g_ascii_isalpha (id[0]) || id[0] == '_');
      g_assert_cmpuint (strspn (id, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-"), ==, strlen (id));
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/derived/order", test_order },
    { "/derived/sections", test_sections },
    { "/derived/contents", test_contents },
    { "/derived/agenda", test_agenda },
    { "/derived/originals", test_originals },
    { "/derived/job-line", test_job_line },
    { "/derived/empty-report", test_empty_report },
    { "/derived/fields", test_fields },
    { "/derived/fields-unset", test_fields_unset },
    { "/derived/links", test_links },
    { "/derived/missing", test_missing },
    { "/derived/merge", test_merge },
    { "/derived/no-source", test_no_source },
    { "/derived/no-name", test_no_name },
    { "/derived/labels", test_labels },
    { "/derived/list-restart", test_list_restart },
    { "/derived/ids", test_ids },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
