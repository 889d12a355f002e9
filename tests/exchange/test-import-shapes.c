/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shapes that reports of other years have: short reports as text, and the parts and findings that come of each. */

#include "exchange/import-support.h"

#define GOVERNMENTS "II. Replies received from Governments\n\n"
#define ORGANIZATIONS "III. Replies received from international organizations\n\n"
#define ORIGIN "\n[Original: English]\n[3 May 2021]\n\n"

/* The shown text has a line for each reply, "= respondent or name, original language", and one for each block; @rules
 * are those of the findings, each once.
 */
static const struct
{
  const char *name;
  const char *text, *shown, *rules;
} shapes[] = {
  /* A title on two lines or three, with a blank line between them, is one title. */
  { "titles-on-two-lines",
    "II. Replies received from\n\nGovernments\n\nUnited Kingdom of Great Britain\n\nand Northern Ireland\n" ORIGIN
    "The policy is known.\n\nIII. Replies received from international\n\norganizations\n\n"
    "Organisation for the Prohibition\n\nof Chemical\n\nWeapons\n" ORIGIN "It has 193 States parties.\n\n"
    "Small office for the coordination of\n\nRegional Affairs\n" ORIGIN
    "Measures that the office took in order\n\nto assist States of the region\n\nIt held courses.\n",
    "= GBR, en\np The policy is known.\n= opcw, en\np It has 193 States parties.\n"
    "= Small office for the coordination of Regional Affairs, en\n"
    "h Measures that the office took in order to assist States of the region\np It held courses.\n",
    "unknown-respondent split-paragraph" },
  /* Numbers that run through the report are those of numbered paragraphs … */
  { "numbers-through",
    "I. Introduction\n\n1. This report is submitted.\n\n2. It is short.\n\n" GOVERNMENTS "Fiji\n" ORIGIN
    "3. Fiji has a law.\n\n4. The law provides for:\n\n(a) Licences;\n\n(b) Controls.\n\nPeru\n" ORIGIN
    "5. Peru has none.\n\n" ORGANIZATIONS "World Customs Organization\n" ORIGIN "6. It has members.\n\n7. They meet.\n",
    "n This report is submitted.\nn It is short.\n= FJI, en\nn Fiji has a law.\nn The law provides for:\nl Licences;\n"
    "l Controls.\n= PER, en\nn Peru has none.\n= wco, en\nn It has members.\nn They meet.\n",
    "import-derived" },
  /* … but mean something where the text refers to one, and where they run through no more than one part. */
  { "numbers-referred-to",
    "I. Introduction\n\n1. This report is submitted.\n\n" GOVERNMENTS "Fiji\n" ORIGIN
    "2. Fiji has a law.\n\nPeru\n" ORIGIN "3. Peru has none (see paragraph 2 above).\n",
    "n This report is submitted.\n= FJI, en\np 2. Fiji has a law.\n= PER, en\n"
    "p 3. Peru has none (see paragraph 2 above).\n",
    "import-number-mismatch" },
  { "numbers-of-a-list",
    "I. Introduction\n\n1. This report is submitted.\n\n" GOVERNMENTS "Fiji\n" ORIGIN
    "1. Fiji has a law.\n\n2. It is new.\n\nPeru\n" ORIGIN "5. Peru has none.\n",
    "n This report is submitted.\n= FJI, en\nn Fiji has a law.\nn It is new.\n= PER, en\np 5. Peru has none.\n",
    "import-number-mismatch" },
  /* Replies with numbers of their own stand between those whose numbers run on. */
  { "numbers-of-some",
    "I. Introduction\n\n1. This report is submitted.\n\n" GOVERNMENTS "Fiji\n" ORIGIN
    "1. Fiji has a law.\n\n2. It is new.\n\n" ORGANIZATIONS "World Customs Organization\n" ORIGIN
    "2. It has members.\n\n3. They meet.\n",
    "n This report is submitted.\n= FJI, en\nn Fiji has a law.\nn It is new.\n= wco, en\nn It has members.\n"
    "n They meet.\n",
    "import-derived" },
  /* Headings of a reply may sound like those of the report, or of a group of replies. */
  { "sections-of-a-reply",
    "I. Introduction\n\n1. This report is submitted.\n\n" GOVERNMENTS "Fiji\n" ORIGIN
    "Introduction\n\nFiji has a law.\n\nII. Information received by United Nations agencies\n\n"
    "3. They sent experts.\n\nPeru\n" ORIGIN "Peru has none.\n",
    "n This report is submitted.\n= FJI, en\nh Introduction\np Fiji has a law.\n"
    "h II. Information received by United Nations agencies\np 3. They sent experts.\n= PER, en\n"
    "p Peru has none.\n",
    "import-number-mismatch" },
  { "sections-in-other-words",
    "I. Introduction\n\n1. This report is submitted.\n\nII. Communications of Member States\n\nFiji\n" ORIGIN
    "Fiji has a law.\n\nIII. Information provided by organizations\n\nA. United Nations\n\n"
    "Universal Postal Union\n" ORIGIN "It has members.\n",
    "n This report is submitted.\n= FJI, en\np Fiji has a law.\n= upu, en\np It has members.\n",
    "import-derived import-unplaced" },
  /* A Chinese paragraph may begin with a year right after its number, and marks of footnotes may be in circles. */
  { "chinese",
    "一.导言\n\n1.大会请秘书长编写一份报告。\n\n2.2017年2月1日发出普通照会。\n\n二.从各国政府收到的答复\n\n墨西哥\n\n"
    "[原件：西班牙文]\n[2017年5月30日]\n\n墨西哥颁布了《武器法》①，并加入条约。\n\n①《政府公报》。\n",
    "n 大会请秘书长编写一份报告。\nn 2017年2月1日发出普通照会。\n= MEX, es\n"
    "p 墨西哥颁布了《武器法》<note>《政府公报》。</note>，并加入条约。\n",
    "import-derived" },
  /* A title is known in every form that editions had. */
  { "older-title",
    "الجمعية العامة\nتدابير لمنع الإرهابيين من حيازة أسلحة الدمار الشامل\nتقرير الأمين العام\n\nموجز\n\n"
    "هذا التقرير قصير.\n\nثانيا - الردود الواردة من الحكومات\n\nالأردن\n\n[الأصل: بالعربية]\n\nلا شيء.\n",
    "= JOR, ar\np لا شيء.\n", "import-derived" },
  /* Of several original languages the first official one is taken, known to the program or not, and that is told once,
     whatever the line looks like. */
  { "several-languages",
    "Original: English/French/Spanish\n\nSummary\n\nThis report is short.\n\n" GOVERNMENTS
    "Fiji\n\n[Original: Samoan/English]\n[3 May 2021]\n\nFiji has none.\n\n"
    "Peru\n\n[Original: Spanish and French]\n[3 May 2021]\n\nNor has Peru.\n",
    "= FJI, en\np Fiji has none.\n= PER, es\np Nor has Peru.\n", "import-unplaced" },
  { "several-languages-in-russian",
    "II. Ответы, полученные от правительств\n\nФиджи\n\n[Подлинный текст на английском и французском языках]\n"
    "[3 мая 2021 года]\n\nУ Фиджи его нет.\n",
    "= FJI, en\np У Фиджи его нет.\n", "import-unplaced" },
  /* Lines of origin with other spaces, dates in other forms, and on two lines. What is no date is told, and no text. */
  { "origins",
    GOVERNMENTS "Fiji\n\n[Original : English]\n[May 3rd, 2021]\n\nFiji has none.\n\n"
                "Peru\n\n[Original:\n\nSpanish]\n\n[3 May, 2021]\n\nNor has Peru.\n\n"
                "Qatar\n\n[Original in Arabic]\n[3 and 17 May 2021]\n\nNor Qatar.\n",
    "= FJI, en\np Fiji has none.\n= PER, es\np Nor has Peru.\n= QAT, ar\np Nor Qatar.\n",
    "import-derived import-unplaced" },
  /* The heading of a group of replies needs no number where it can be nothing else. */
  { "groups",
    ORGANIZATIONS
    "United Nations system\n\nOffice of Legal Affairs\n" ORIGIN "It has lawyers.\n\n"
    "Specialized agencies\n\nWorld Health Organization\n" ORIGIN "It has doctors.\n\nRegional cooperation\n\n"
    "It has offices.\n\nOther international organizations\n\nCaribbean Community\n" ORIGIN "It has members.\n",
    "= caricom, en\np It has members.\n= ola, en\np It has lawyers.\n= who, en\np It has doctors.\n"
    "h Regional cooperation\np It has offices.\n",
    "import-derived import-unplaced" },
  /* Marks of footnotes may stand in brackets, as Arabic prints them; what is no mark does not become one. */
  { "bracketed-notes",
    "ثانيا - الردود الواردة من الحكومات\n\nالأردن\n\n[الأصل: بالعربية]\n[15 أيار/مايو 2023]\n\n"
    "اعتمد الأردن قانونا(1) وأنشأ هيئة(2).\n\n(1) الجريدة الرسمية.\n\n(2) انظر الوثيقة.\n\nوتتخذ الهيئة ما يلي:\n\n"
    "(أ) منح التراخيص.\n",
    "= JOR, ar\np اعتمد الأردن قانونا<note>الجريدة الرسمية.</note> وأنشأ هيئة<note>انظر الوثيقة.</note>.\n"
    "p وتتخذ الهيئة ما يلي:\nl منح التراخيص.\n",
    "" },
  { "brackets-of-both-kinds",
    GOVERNMENTS
    "Fiji\n" ORIGIN
    "The law[1] is new, and article 5(1) of it, too. It has: (1) a list; (2) an index.\n\n(1) The list is short.\n\n"
    "(2) The index is long.\n\n[1] Official Journal.\n",
    "= FJI, en\np The law<note>Official Journal.</note> is new, and article 5(1) of it, too. It has: (1) a list; (2) "
    "an "
    "index.\np (1) The list is short.\np (2) The index is long.\n",
    "" },
};

static void
append_part (GString *out, const WmdImport *import, WmdBody *body)
{
  g_autofree char *shown = test_show (import, body);

  g_string_append (out, shown);
}

/* (transfer full) */
static char *
show (WmdReference *reference, const WmdImport *import)
{
  GString *out = g_string_new (NULL);

  append_part (out, import, wmd_snapshot_get_introduction (import->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (import->snapshot); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (import->snapshot, i);
      const char *respondent = wmd_body_get_field (reply, WMD_FIELD_RESPONDENT);

      g_string_append_printf (out, "= %s, %s\n",
                              respondent != NULL ? respondent : wmd_body_get_name (reply, reference, import->language),
                              wmd_body_get_field (reply, WMD_FIELD_ORIGINAL));
      append_part (out, import, reply);
    }
  return g_string_free (out, FALSE);
}

/* The rules of all findings, in the order of the lines that they speak of; those of a run once. (transfer full) */
static char *
list_rules (const WmdImport *import)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < import->findings->len; i++)
    {
      const WmdFinding *finding = import->findings->pdata[i];
      const WmdFinding *before = i > 0 ? import->findings->pdata[i - 1] : NULL;

      if (before == NULL || !g_str_equal (finding->rule, before->rule))
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", finding->rule);
    }
  return g_string_free (out, FALSE);
}

static void
test_shape_of (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdImport) import = test_import (reference, shapes[index].text);
  g_autofree char *shown = show (reference, import);
  g_autofree char *rules = list_rules (import);

  g_assert_cmpstr (shown, ==, shapes[index].shown);
  g_assert_cmpstr (rules, ==, shapes[index].rules);
}

/* A language that only a reply with several has is in the masthead and in no reply: that is told once, at the reply. */
static void
test_further_language (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdImport) import =
      test_import (reference, "General Assembly\nOriginal: English/French/Russian\n\nSummary\n\nThis report is "
                              "short.\n\n" GOVERNMENTS "Fiji\n\n[Original: English/French]\n\nFiji has none.\n");
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (import->snapshot));
  g_autofree char *originals = g_strjoinv (" ", edition->originals);

  g_assert_cmpstr (originals, ==, "en ru");
}

/* Dates in other forms than reports have them. */
static void
test_dates (void)
{
  static const struct
  {
    const char *printed, *date;
  } dates[] = {
    { "3 May 2021", "2021-05-03" }, { "3 May, 2021", "2021-05-03" }, { "May 3rd, 2021", "2021-05-03" },
    { "3May2021", "2021-05-03" },   { "1º May 2021", "2021-05-01" }, { "31 April 2021", "2021-04-31" },
    { "3 and 17 May 2021", NULL },
  };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text =
          g_strdup_printf (GOVERNMENTS "Fiji\n\n[Original: English]\n[%s]\n\nFiji has none.\n", dates[i].printed);
      g_autoptr (WmdImport) import = test_import (reference, text);

      g_assert_cmpstr (wmd_body_get_field (wmd_snapshot_get_reply (import->snapshot, 0), WMD_FIELD_DATE), ==,
                       dates[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-shapes/", shapes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shape_of);
    }
  g_test_add_func ("/exchange/import-shapes/dates", test_dates);
  g_test_add_func ("/exchange/import-shapes/further-language", test_further_language);
  return g_test_run ();
}
