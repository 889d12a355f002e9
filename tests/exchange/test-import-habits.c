/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Habits of issued reports, each reduced to the least text that shows it. */

#include <string.h>

#include "exchange/import-support.h"
#include "support/support.h"

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

static void
assert_reply (const WmdImport *import, guint index, const char *expected)
{
  g_autofree char *shown = NULL;

  g_assert_cmpuint (index, <, wmd_snapshot_get_n_replies (import->snapshot));
  shown = test_show (import, wmd_snapshot_get_reply (import->snapshot, index));
  g_assert_cmpstr (shown, ==, expected);
}

/* --- single replies --- */

/* Texts of a reply in English, and the blocks that come of them. */
static const struct
{
  const char *name;
  const char *text, *shown;
  const char *rule; /* of a finding that there is; NULL for none in particular */
} replies[] = {
  /* A footnote may have a plain number where paragraphs are one line each, if its mark stands right after a word. */
  { "plain-number",
    "In 2020 officers inspected 1,204 consignments and seized 3 sources.1 Customs took part.\n\n"
    "1 See the annual report of the agency.\n\n3 sources remain.\n",
    "p In 2020 officers inspected 1,204 consignments and seized 3 sources.<note>See the annual report of the "
    "agency.</note> Customs took part.\np 3 sources remain.\n" },
  /* What pdftotext makes of a raised number: spaces on both sides. The thousands of a figure are none. */
  { "spaced-number",
    "In 2020 officers inspected 1,204 consignments and seized 3 sources. 1 Customs took part.\n\n"
    "¹ See the annual report of the agency.\n",
    "p In 2020 officers inspected 1,204 consignments and seized 3 sources.<note>See the annual report of the "
    "agency.</note> Customs took part.\n" },
  /* A number raised on a year makes it five digits long. Other figures of that length are in groups. */
  { "number-on-year",
    "The Act of 15 February 20191 governs exports.\n\n¹ Official Journal, No. 8422.\n\nIt cost 20191.\n",
    "p The Act of 15 February 2019<note>Official Journal, No. 8422.</note> governs exports.\np It cost 20191.\n" },
  { "number-after-year", "The Act of 2019 1, which is new, governs exports.\n\n¹ Official Journal, No. 8422.\n",
    "p The Act of 2019<note>Official Journal, No. 8422.</note>, which is new, governs exports.\n" },
  /* A number between spaces after a year may be one, too, but not where it begins a figure. */
  { "plain-number-after-year",
    "The Act of 2019 1 governs exports. In 2020, 1 400 cases were found, and in 2021 1 500.\n\n1 Official Journal.\n\n"
    "There is nothing more.\n",
    "p The Act of 2019<note>Official Journal.</note> governs exports. In 2020, 1 400 cases were found, and in 2021 1 "
    "500.\np There is nothing more.\n" },
  { "star", "Officers came from Kosovo.*\n\n* See resolution 1244 (1999).\n\n* One\n\n* Two\n",
    "p Officers came from Kosovo.<note>See resolution 1244 (1999).</note>\nb One\nb Two\n" },
  /* Headings keep their numbers, and paragraphs that are numbered stay what they are. */
  { "numbered-headings", "1. Legal framework\n\nThe law is new.\n\n2. Cooperation\n\nThere is much of it.\n",
    "h 1. Legal framework\np The law is new.\nh 2. Cooperation\np There is much of it.\n" },
  { "numbered-paragraphs", "1. The law is new.\n\n2. Training\n\n3. Equipment\n\n4. There is much of it.\n",
    "n The law is new.\nn Training\nn Equipment\nn There is much of it.\n" },
  /* Words are hyphenated although none of them stands in the text a second time: their halves are no words. */
  { "rare-hyphens",
    "The Government has adopted a comprehensive regulatory framework gov-\nerning the export of sensitive items, in "
    "line "
    "with its long-\nstanding policy of non-\nproliferation, and has begun to estab-\nlish the national authority that "
    "is to implement it in all the is-\nlands.\n",
    "p The Government has adopted a comprehensive regulatory framework governing the export of sensitive items, in "
    "line "
    "with its longstanding policy of non-proliferation, and has begun to establish the national authority that is to "
    "implement it in all the islands.\n",
    "import-hyphens" },
  /* Nothing comes between a dash or an address and what goes on with it. */
  { "dashes-and-addresses",
    "The national strategy against terrorism for the years from 2019-\n2023, which was adopted by the Cabinet on 3 "
    "May\n"
    "and is found in sections II–\nIV of the document at the address https://www.fiji.gov.fj/\nstrategy/2019 "
    "(www.fiji.gov.fj/cab\ninet), was revised in view of https://www.un.org/disarmament/\nin 2020.\n",
    "p The national strategy against terrorism for the years from 2019-2023, which was adopted by the Cabinet on 3 May "
    "and is found in sections II–IV of the document at the address "
    "<a href=\"https://www.fiji.gov.fj/strategy/2019\">https://www.fiji.gov.fj/strategy/2019</a> ("
    "<a href=\"https://www.fiji.gov.fj/cabinet\">www.fiji.gov.fj/cabinet</a>), was revised in view of "
    "<a href=\"https://www.un.org/disarmament/\">https://www.un.org/disarmament/</a> in 2020.\n" },
  /* Where first lines are indented, what is not at the head of a page goes on with the page before, but no heading
     does. */
  { "heading-at-head-of-page",
    "     The Government of Fiji has adopted a comprehensive framework that governs\nthe export of sensitive items "
    "from "
    "all its ports and from its airports in the\n\fcapital, and trains its officers.\n"
    "     They took part in many of the exercises that were held in the last years\nin all of the islands.\n"
    "\fRegional cooperation in the field of chemical, biological and radiological\nsecurity\n"
    "     Fiji works with the other States of the region, and takes part in all that\nthey do.\n",
    "p The Government of Fiji has adopted a comprehensive framework that governs the export of sensitive items from "
    "all "
    "its ports and from its airports in the capital, and trains its officers.\n"
    "p They took part in many of the exercises that were held in the last years in all of the islands.\n"
    "h Regional cooperation in the field of chemical, biological and radiological security\n"
    "p Fiji works with the other States of the region, and takes part in all that they do.\n" },
  /* A sentence that begins with a small word does not go on with what breaks off before it. */
  { "sentence-after-break",
    "The Government of Fiji controls the export of sensitive items, which is one of the greatest threats to\n\n"
    "The Council has adopted many decisions. They are in force.\n",
    "p The Government of Fiji controls the export of sensitive items, which is one of the greatest threats to\n"
    "p The Council has adopted many decisions. They are in force.\n",
    "unfinished-paragraph" },
  /* A short paragraph that was cut is no heading when it has a verb, nor at the foot of a page; before a list it needs
     no colon. */
  { "cut-sentence", "The authority has inspected all plants\n\nNo case was found.\n",
    "p The authority has inspected all plants\np No case was found.\n", "unfinished-paragraph" },
  { "cut-page", "Inspection of all plants of the country\n\fNo case was found.\n",
    "p Inspection of all plants of the country\np No case was found.\n", "unfinished-paragraph" },
  { "announced-list", "Fiji is party to the following\n\n• The Treaty.\n",
    "p Fiji is party to the following\nb The Treaty.\n" },
  { "relative-heading", "Steps that have been taken\n\nThere is a law.\n",
    "h Steps that have been taken\np There is a law.\n" },
  /* Marks may come out of a page as a column, before the texts of the items and those of the items below them. */
  { "column-of-marks",
    "(a)\n\n(b)\n\nFirst item;\n(i)\n\nFor coordination;\n\n(ii)\n\nFor licences;\n\nSecond item.\n\nMore.\n",
    "l First item;\nL For coordination;\nL For licences;\nl Second item.\np More.\n" },
};

static void
test_reply (Fixture *fixture, gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *report =
      g_strconcat ("II. Replies received from Governments\n\nFiji\n\n[Original: English]\n[3 May 2021]\n\n",
                   replies[index].text, NULL);
  g_autoptr (WmdImport) import = test_import (fixture->reference, report);

  assert_reply (import, 0, replies[index].shown);
  if (replies[index].rule != NULL)
    g_assert_nonnull (test_find (import, replies[index].rule));
}

/* --- facts --- */

/* The report in English with other words in the place of some. (transfer full) */
static WmdImport *
import_changed (Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *text = test_read_data ("report-en-issued.txt");
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  return test_import (fixture->reference, changed->str);
}

/* Of two deadlines that the text states it has the one of the resolution. */
static void
test_two_deadlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = import_changed (fixture, "no later than 31 May 2023", "no later than 31 May 2022");
  g_autoptr (WmdImport) other = import_changed (fixture, "after 31 May 2023", "after 30 May 2023");

  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (import->snapshot), WMD_FACT_DEADLINE), ==, "2023-05-31");
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (other->snapshot), WMD_FACT_DEADLINE), ==, "2023-05-31");
}

/* Without a summary the introduction is looked through for the day of the count, and that of the note is none. */
static void
test_early_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = test_read_data ("report-ar-issued.txt");
  const char *summary = strstr (text, "موجز");
  g_autofree char *changed = g_strdup_printf ("%.*s%s", (int) (summary - text), text, strstr (summary, "* A/78/150"));
  g_autoptr (WmdImport) import = test_import (fixture->reference, changed);

  g_assert_null (wmd_facts_get (wmd_snapshot_get_facts (import->snapshot), WMD_FACT_CUT_OFF));
}

/* Nor is one that the summary states before the deadline: it is wrong there. */
static void
test_wrong_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = import_changed (fixture, "As at 31 May 2023", "As at 31 May 2022");

  g_assert_null (wmd_facts_get (wmd_snapshot_get_facts (import->snapshot), WMD_FACT_CUT_OFF));
}

/* --- contents --- */

/* An introduction that is listed under another title ends the contents as any. */
static void
test_other_introduction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = import_changed (fixture, "I. Introduction\t2", "I. Foreword\t2");
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (import->snapshot));
  const WmdContentsLine *last = edition->contents->pdata[edition->contents->len - 1];

  g_assert_cmpstr (last->title, ==, "World Customs Organization");
}

/* Entries of a Markdown list are titles without its marks, and the contents end before the first section. */
static void
test_listed_contents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import =
      test_import (fixture->reference, "# 防止恐怖分子获取大规模毁灭性武器的措施\n\n## 目录\n\n页次\n\n"
                                       "- [一. 导言](#a) 2\n\n- [二. 从各国政府收到的答复](#b) 3\n\n- [中国](#c) 3\n\n"
                                       "## 一. 导言\n\n1\\. 本报告根据决议提交。\n\n## 二. 从各国政府收到的答复\n\n"
                                       "### 中国\n\n\\[原件：中文\\]\n\n\\[2019 年 5 月 30 日\\]\n\n"
                                       "中国一贯反对扩散。\n");
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (import->snapshot));
  const WmdContentsLine *line;

  g_assert_cmpuint (edition->contents->len, ==, 3);
  line = edition->contents->pdata[2];
  g_assert_cmpstr (line->title, ==, "中国");
  g_assert_cmpstr (line->page, ==, "3");
  assert_reply (import, 0, "p 中国一贯反对扩散。\n");
}

/* Contents that name no section the program knows end at the first reply. */
static void
test_contents_without_sections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = test_import (
      fixture->reference, "Contents\nFiji\t2\nPeru\t3\n\nFiji\n\n[Original: English]\n[3 May 2021]\n\n"
                          "Fiji has none.\n\nPeru\n\n[Original: Spanish]\n[4 May 2021]\n\nNor has Peru.\n");

  g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, 2);
  assert_reply (import, 0, "p Fiji has none.\n");
}

/* Headings in other words than the program's are printed in its own: so are their entries in the contents. */
static void
test_reworded_contents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import =
      test_import (fixture->reference,
                   "Contents\nI. Introduction\t2\nII. Information received from Member States\t2\n"
                   "Turkey\t2\nIII. Information received from international organizations\t3\n"
                   "Caribbean Community\t3\n\nI. Introduction\n\n1. This report is short.\n\n"
                   "II. Information received from Member States\n\nTurkey\n\n[Original: English]\n[3 May 2021]\n\n"
                   "Turkey has none.\n\nIII. Information received from international organizations\n\n"
                   "Caribbean Community\n\n[Original: English]\n[3 May 2021]\n\nNothing.\n");
  static const char *const titles[] = { "I. Introduction", "II. Replies received from Governments", "Türkiye",
                                        "III. Replies received from international organizations",
                                        "Caribbean Community" };
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (import->snapshot));

  g_assert_cmpuint (edition->contents->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (((WmdContentsLine *) edition->contents->pdata[i])->title, ==, titles[i]);
}

/* --- footnotes --- */

/* The footnote of a title is none of the summary, below which it stands. */
static void
test_masthead_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = test_import (
      fixture->reference, "Agenda item 102\nReport of the Secretary-General**\n\nSummary\n\nThis report is short.\n\n"
                          "** The present report was submitted late.\n\nI. Introduction\n\n1. It is short.\n");
  g_autofree char *summary = test_show (import, wmd_snapshot_get_summary (import->snapshot));

  g_assert_cmpstr (summary, ==, "p This report is short.\n");
  g_assert_cmpstr (test_find (import, "import-unplaced")->hint, ==, "The present report was submitted late.");
}

/* --- replies --- */

static void
test_date_without_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import =
      test_import (fixture->reference, "II. Replies received from Governments\n\nFiji\n\n[Original: English]\n"
                                       "[May 2021]\n\nFiji has none.\n");

  assert_reply (import, 0, "p Fiji has none.\n");
  g_assert_null (wmd_body_get_field (wmd_snapshot_get_reply (import->snapshot, 0), WMD_FIELD_DATE));
  g_assert_cmpstr (test_find (import, "import-unplaced")->hint, ==, "[May 2021]");
}

/* --- lines --- */

/* The first paragraph may have a number right under the lines of origin, which end at the margin. */
static void
test_number_after_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import =
      test_import (fixture->reference,
                   "II. Replies received from Governments\n\nFiji\n"
                   "                                                     [Original: English] [3 May 2021]\n"
                   "1.   The Government of Fiji has adopted a comprehensive framework that\n"
                   "governs the export of sensitive items from all its ports and airports.\n2.   It is short.\n");

  assert_reply (import, 0,
                "n The Government of Fiji has adopted a comprehensive framework that governs the export of sensitive "
                "items from all its ports and airports.\nn It is short.\n");
}

/* --- pages without their layout --- */

/* Text as pdftotext takes it off a page without -layout: marks on lines of their own, no blank lines, nothing indented.
 */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = test_import (
      fixture->reference,
      "United Nations A/69/138\nGeneral Assembly Distr.: General\n16 July 2014\nOriginal: English\n"
      "Measures to prevent terrorists from acquiring weapons of mass destruction\nReport of the Secretary-General\n"
      "Contents Page\nI. Introduction ............ 2\nII. Information received from Member States ......... 2\n"
      "Fiji ............ 2\nPeru ............ 3\n14-57468 (E) 280717\n\fA/69/138\n2/3 14-57468\nI. Introduction\n1.\n"
      "In its resolution 68/41 the General Assembly called upon all Member States\nto support international efforts.\n"
      "2.\n\nIt encouraged cooperation among and between Member States and relevant\nregional and international "
      "organizations for strengthening capacities.\nII. Information received from Member States\nFiji\n"
      "[Original: English]\n[29 May 2014]\nFiji is committed to the implementation of the resolution and has taken\n"
      "these measures, which it considers to be effective:\n•\nA law;\n(a)\nA training course for officers.\n"
      "Nothing more is planned, in view of the costs for which it needs support.\nPeru\n[Original: Spanish]\n"
      "[30 May 2014]\nPeru is party to the Convention and to the Treaty, and to all the others.\n");
  WmdFacts *facts = wmd_snapshot_get_facts (import->snapshot);
  g_autofree char *introduction = test_show (import, wmd_snapshot_get_introduction (import->snapshot));

  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_SYMBOL), ==, "A/69/138");
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_JOB_NUMBER), ==, "14-57468");
  g_assert_cmpuint (wmd_facts_get_edition (facts)->contents->len, ==, 4);
  g_assert_cmpstr (introduction, ==,
                   "n In its resolution 68/41 the General Assembly called upon all Member States to support "
                   "international efforts.\nn It encouraged cooperation among and between Member States and relevant "
                   "regional and international organizations for strengthening capacities.\n");
  g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, 2);
  assert_reply (import, 0,
                "p Fiji is committed to the implementation of the resolution and has taken these measures, which it "
                "considers to be effective:\nb A law;\nl A training course for officers.\np Nothing more is planned, "
                "in view of the costs for which it needs support.\n");
  assert_reply (import, 1, "p Peru is party to the Convention and to the Treaty, and to all the others.\n");
}

/* The heading of a reply is no end of the paragraph or of the section title above it, in one line or in two. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = test_import (
      fixture->reference,
      "III. Information received from all international organizations\nForum of the Small Islands\n[Original: "
      "English]\n"
      "The Forum held a meeting at which it considered the resolution of the year.\n"
      "Wassenaar Arrangement on Export Controls for Conventional Arms\nand Dual-Use Goods and Technologies\n"
      "[Original: English]\nThe participating States agreed to add surveillance systems to the list.\n");
  WmdBody *forum = wmd_snapshot_get_reply (import->snapshot, 0);
  WmdBody *wassenaar = wmd_snapshot_get_reply (import->snapshot, 1);

  g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, 2);
  if (wmd_body_get_field (forum, WMD_FIELD_RESPONDENT) != NULL)
    {
      forum = wassenaar;
      wassenaar = wmd_snapshot_get_reply (import->snapshot, 0);
    }
  g_assert_cmpstr (wmd_body_get_name (forum, fixture->reference, WMD_LANGUAGE_EN), ==, "Forum of the Small Islands");
  g_assert_cmpstr (wmd_body_get_field (wassenaar, WMD_FIELD_RESPONDENT), ==, "wassenaar");
}

/* A heading that is broken at its hyphen is one name, although its second line is the name of a respondent, too; an
 * acronym after the name is no other name.
 */
static void
test_broken_heading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import = test_import (
      fixture->reference,
      "II. Respuestas recibidas de organizaciones internacionales\n\nOrganización Internacional de Policía Criminal-\n"
      "INTERPOL\n[Original: inglés]\n[23 de mayo de 2018]\n\nLa Organización mantiene en Lyon un registro de todos los "
      "casos.\n\nOrganización Marítima Internacional (OMI)\n[Original: inglés]\n[24 de mayo de 2018]\n\nNada.\n");

  g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, 2);
  g_assert_cmpstr (wmd_body_get_field (wmd_snapshot_get_reply (import->snapshot, 0), WMD_FIELD_RESPONDENT), ==,
                   "interpol");
  g_assert_cmpstr (wmd_body_get_field (wmd_snapshot_get_reply (import->snapshot, 1), WMD_FIELD_RESPONDENT), ==, "imo");
  g_assert_cmpuint (test_find (import, "registry-name")->line, ==, 3);
  g_assert_cmpstr (test_find (import, "import-derived")->hint, ==, "Organización Marítima Internacional (OMI)");
}

/* Lines of origin may come out of the page after the first paragraph. */
static void
test_late_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import =
      test_import (fixture->reference,
                   "II. Replies received from Governments\n\nCosta Rica\n\nCosta Rica has no army.\n\n"
                   "[Original: Spanish]\n[16 April 2018]\n\nFiji\n[Original: English]\n[3 May 2018]\nNor has it.\n");
  WmdBody *reply = wmd_snapshot_get_reply (import->snapshot, 0);

  g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, 2);
  g_assert_cmpstr (wmd_body_get_field (reply, WMD_FIELD_RESPONDENT), ==, "CRI");
  g_assert_cmpstr (wmd_body_get_field (reply, WMD_FIELD_ORIGINAL), ==, "es");
  g_assert_cmpstr (wmd_body_get_field (reply, WMD_FIELD_DATE), ==, "2018-04-16");
  assert_reply (import, 0, "p Costa Rica has no army.\n");
}

/* A short first half of a paragraph is no heading where it ends with a word that goes on. */
static void
test_arabic_break (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdImport) import =
      test_import (fixture->reference, "ثانيا - الردود الواردة من الحكومات\n\nالأردن\n\n[الأصل: بالعربية]\n"
                                       "[15 أيار/مايو 2023]\n\nيولي الأردن أهمية كبيرة لتنفيذ القرار، وقد\n\n"
                                       "رحب باتخاذ القرار الذي مدد ولاية اللجنة.\n\nولديه خطة وطنية.\n");

  assert_reply (import, 0,
                "p يولي الأردن أهمية كبيرة لتنفيذ القرار، وقد رحب باتخاذ القرار الذي مدد ولاية اللجنة.\n"
                "p ولديه خطة وطنية.\n");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "facts/two-deadlines", test_two_deadlines },
    { "facts/early-cut-off", test_early_cut_off },
    { "facts/wrong-cut-off", test_wrong_cut_off },
    { "contents/other-introduction", test_other_introduction },
    { "contents/listed", test_listed_contents },
    { "contents/without-sections", test_contents_without_sections },
    { "contents/reworded", test_reworded_contents },
    { "footnotes/masthead", test_masthead_note },
    { "replies/date-without-day", test_date_without_day },
    { "lines/number-after-origin", test_number_after_origin },
    { "pages/columns", test_columns },
    { "pages/headings", test_headings },
    { "pages/broken-heading", test_broken_heading },
    { "pages/late-origin", test_late_origin },
    { "pages/arabic-break", test_arabic_break },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-habits/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-habits/reply/", replies[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_reply, tear_down);
    }
  return g_test_run ();
}
