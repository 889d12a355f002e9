/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The forms in which reports of other years, of other offices and in other languages word and order what has a fixed
 * place: headings of sections, groups and replies, original languages, dates, contents, footnotes, tables.
 */

#include <string.h>

#include "exchange/import-support.h"
#include "support/support.h"

#define EN "II. Replies received from Governments\n\n"
#define FR "II. Réponses reçues des gouvernements\n\n"
#define ES "II. Respuestas recibidas de los Gobiernos\n\n"
#define RU "II. Ответы, полученные от правительств\n\n"
#define AR "ثانيا - الردود الواردة من الحكومات\n\n"
#define ZH "二. 从各国政府收到的答复\n\n"

/* Texts, and what comes of them: respondent, original language, date and text of each reply. */
static const struct
{
  const char *name;
  const char *text, *replies;
} forms[] = {
  /* Headings with letters and numbers, of replies and of the groups in which they stand. */
  { "letters",
    "II. Replies received\n\nA. Member States\n\nA. Algeria\n\n[Original: French]\n[3 May 2021]\n\nIt has a law.\n\n"
    "B. Iran (Islamic Republic of)\n\n[Original: English]\n[4 May 2021]\n\nIt has two.\n\nB. European Union\n\n"
    "[Original: English]\n[5 May 2021]\n\nIt has three.\n",
    "DZA fr 2021-05-03\np It has a law.\nIRN en 2021-05-04\np It has two.\neu en 2021-05-05\np It has three.\n" },
  { "numbers",
    "III. Replies received from international organizations\n\nA. United Nations system\n\n"
    "1. International Atomic Energy Agency\n\n[Original: English]\n[3 May 2021]\n\nIt helps.\n\n"
    "2. World Customs Organization\n\n[Original: English]\n[4 May 2021]\n\nIt helps, too.\n",
    "iaea en 2021-05-03\np It helps.\nwco en 2021-05-04\np It helps, too.\n" },
  { "letters-fr", FR "A. Algérie\n\n[Original : français]\n[3 mai 2021]\n\nElle a une loi.\n",
    "DZA fr 2021-05-03\np Elle a une loi.\n" },
  { "letters-ru", RU "А. Алжир\n\n[Подлинный текст на французском языке]\n[3 мая 2021 года]\n\nУ него есть закон.\n",
    "DZA fr 2021-05-03\np У него есть закон.\n" },
  { "letters-ar", AR "ألف - الجزائر\n\n[الأصل: بالفرنسية]\n[3 أيار/مايو 2021]\n\nلديها قانون.\n",
    "DZA fr 2021-05-03\np لديها قانون.\n" },
  { "letters-zh", ZH "1. 阿尔及利亚\n\n[原件：法文]\n[2021 年 5 月 3 日]\n\n阿尔及利亚有法律。\n",
    "DZA fr 2021-05-03\np 阿尔及利亚有法律。\n" },
  /* Original languages and dates in one line or two, with brackets or without, and with words before the date. */
  { "received", EN "Fiji\n\n[Original: English]\n[Received on 3 May 2021]\n\nIt has a law.\n",
    "FJI en 2021-05-03\np It has a law.\n" },
  { "bare", EN "Fiji\nOriginal: English\n3 May 2021\n\nIt has a law.\n", "FJI en 2021-05-03\np It has a law.\n" },
  { "date-word", EN "Fiji\n[Original: English]\nDate: 3 May 2021\n\nIt has a law.\n",
    "FJI en 2021-05-03\np It has a law.\n" },
  { "one-line", EN "Fiji\n\n[Original: English; received on 3 May 2021]\n\nIt has a law.\n",
    "FJI en 2021-05-03\np It has a law.\n" },
  { "several-languages", EN "Fiji\n\n[Original: English and French]\n[3 May 2021]\n\nIt has a law.\n",
    "FJI en 2021-05-03\np It has a law.\n" },
  { "received-fr", FR "Fidji\n\n[Original : anglais]\n[Reçue le 3 mai 2021]\n\nLe pays a une loi.\n",
    "FJI en 2021-05-03\np Le pays a une loi.\n" },
  { "received-es", ES "Fiji\n\n[Original: inglés]\n[Recibida el 3 de mayo de 2021]\n\nTiene una ley.\n",
    "FJI en 2021-05-03\np Tiene una ley.\n" },
  { "received-ru", RU "Фиджи\n\n[Язык оригинала: английский]\n[Получено: 3 мая 2021 года]\n\nЕсть закон.\n",
    "FJI en 2021-05-03\np Есть закон.\n" },
  { "received-ar", AR "فيجي\n\n[الأصل: بالإنكليزية]\n[وردت في 3 أيار/مايو 2021]\n\nلديها قانون.\n",
    "FJI en 2021-05-03\np لديها قانون.\n" },
  { "received-zh", ZH "斐济\n\n[原件：英文]\n[收到日期：2021 年 5 月 3 日]\n\n斐济有法律。\n",
    "FJI en 2021-05-03\np 斐济有法律。\n" },
  { "several-languages-ru",
    RU "Фиджи\n\n[Подлинный текст на английском и французском языках]\n[3 мая 2021 года]\n\nЕсть закон.\n",
    "FJI en 2021-05-03\np Есть закон.\n" },
  /* Footnotes under a heading at the end of a reply. */
  { "notes",
    EN
    "Fiji\n\n[Original: English]\n[3 May 2021]\n\nIt has a law.1 It has ports.2\n\nNotes\n\n1 Act No. 3.\n\n2 Two.\n",
    "FJI en 2021-05-03\np It has a law.<note>Act No. 3.</note> It has ports.<note>Two.</note>\n" },
  /* Rows of tables stay rows. */
  { "table",
    EN "Fiji\n\n[Original: English]\n[3 May 2021]\n\nThese were "
       "seized:\n\nYear\tCases\tGrams\n2019\t12\t3.5\n2020\t4\t1\n\n"
       "No more were found.\n",
    "FJI en 2021-05-03\np These were seized:\np Year Cases Grams\np 2019 12 3.5\np 2020 4 1\np No more were found.\n" },
  { "markdown-table",
    "# Report\n\n## II. Replies received from Governments\n\n### Fiji\n\n\\[Original: English\\]\n\n\\[3 May "
    "2021\\]\n\n"
    "These were seized:\n\n| Year | Cases |\n|---|---|\n| 2019 | 12 |\n\nNo more were found.\n",
    "FJI en 2021-05-03\np These were seized:\np Year Cases\np 2019 12\np No more were found.\n" },
  { "heading-after-table",
    RU "Фиджи\n\n[Язык оригинала: английский]\n[3 мая 2021 года]\n\nГод\tМеры\n2019\t12\n2020\t4\n\n"
       "Сотрудничество\n\nЕсть закон.\n",
    "FJI en 2021-05-03\np Год Меры\np 2019 12\np 2020 4\nh Сотрудничество\np Есть закон.\n" },
  /* Headings with letters are no items of lists, which stand together or are announced. */
  { "lettered-headings",
    EN "Fiji\n\n[Original: English]\n[3 May 2021]\n\n(a) Legislation\n\nFiji has a law.\n\n(b) Cooperation\n\n"
       "It takes part in:\n\n(a) Exercises\n\n(b) Seminars\n\nMore is planned.\n",
    "FJI en 2021-05-03\nh (a) Legislation\np Fiji has a law.\nh (b) Cooperation\np It takes part in:\nl Exercises\n"
    "l Seminars\np More is planned.\n" },
  { "lettered-headings-zh",
    ZH "斐济\n\n[原件：英文]\n[2021 年 5 月 3 日]\n\n（一）完善法律体系\n\n斐济政府颁布了下列法规。\n",
    "FJI en 2021-05-03\nh （一）完善法律体系\np 斐济政府颁布了下列法规。\n" },
  /* A line of a paragraph may read as the title of a section does, which has a number. */
  { "no-title",
    ZH "斐济\n\n[原件：英文]\n[2021 年 5 月 3 "
       "日]\n\n斐济政府研究了秘书长的报告以及报告中所载的从其他各国政府\n收到的答复。"
       "\n\n斐济政府认为这些答复对于在区域一级开展工作很有帮助，今后将\n继续提供资料。\n",
    "FJI en 2021-05-03\np 斐济政府研究了秘书长的报告以及报告中所载的从其他各国政府收到的答复。\n"
    "p 斐济政府认为这些答复对于在区域一级开展工作很有帮助，今后将继续提供资料。\n" },
  /* Short paragraphs of a line each, without blank lines between them, are not lines of one. */
  { "short-paragraphs",
    EN "Fiji\n[Original: English]\n[3 May 2021]\nFiji has a national authority.\nLegislation\n"
       "The law of 2019 makes possession a crime.\nOfficers are trained every year.\nPorts are watched day and night.\n"
       "Other States in the region take part.\nMore is planned for the years to come.\n",
    "FJI en 2021-05-03\np Fiji has a national authority.\nh Legislation\np The law of 2019 makes possession a crime.\n"
    "p Officers are trained every year.\np Ports are watched day and night.\n"
    "p Other States in the region take part.\np More is planned for the years to come.\n" },
};

static char *
dump_replies (const WmdImport *import)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < wmd_snapshot_get_n_replies (import->snapshot); i++)
    {
      WmdBody *body = wmd_snapshot_get_reply (import->snapshot, i);
      g_autofree char *shown = test_show (import, body);

      g_string_append_printf (out, "%s %s %s\n%s", wmd_body_get_field (body, WMD_FIELD_RESPONDENT),
                              wmd_body_get_field (body, WMD_FIELD_ORIGINAL), wmd_body_get_field (body, WMD_FIELD_DATE),
                              shown);
    }
  return g_strdup (out->str);
}

static void
test_form (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdImport) import = test_import (reference, forms[index].text);
  g_autofree char *replies = dump_replies (import);

  g_assert_cmpstr (replies, ==, forms[index].replies);
}

/* Contents with the numbers of paragraphs beside those of pages, of headings with letters; a footnote of the masthead
 * among them.
 */
static void
test_contents (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdImport) import =
      test_import (reference, "Item 66 (b) of the provisional agenda*\n\nContents\n"
                              "                                  Paragraphs   Page\n"
                              "I.  Introduction . . . . . . . . .  1–2          2\n"
                              "II. Replies received from Member States . . .  3–4   3\n"
                              "    A. Algeria . . . . . . . . . . . 3           3\n"
                              "    B. Chad  . . . . . . . . . . . . 4           12\n\n* A/59/150.\n\n"
                              "I. Introduction\n\n1. It is short.\n\nII. Replies received from Member States\n\n"
                              "A. Algeria\n\n[Original: French]\n[3 May 2004]\n\nIt has a law.\n\nB. Chad\n\n"
                              "[Original: French]\n[3 May 2004]\n\nIt has two.\n");
  static const char *const entries[] = {
    "I. Introduction", "2", "II. Replies received from Governments", "3", "Algeria", "3", "Chad", "12"
  };
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (import->snapshot));
  g_autofree char *introduction = test_show (import, wmd_snapshot_get_introduction (import->snapshot));

  g_assert_cmpstr (introduction, ==, "n It is short.\n");
  g_assert_cmpuint (edition->contents->len, ==, G_N_ELEMENTS (entries) / 2);
  for (guint i = 0; i < edition->contents->len; i++)
    {
      const WmdContentsLine *line = edition->contents->pdata[i];

      g_assert_cmpstr (line->title, ==, entries[2 * i]);
      g_assert_cmpstr (line->page, ==, entries[2 * i + 1]);
    }
}

/* An introduction under a heading that the program does not know, with contents above it and without. */
static void
test_unknown_introduction (void)
{
  static const char *const texts[] = {
    "Report of the Secretary-General\n\nContents\nI. Background\t2\nII. Replies received from "
    "Governments\t2\nFiji\t2\n\n",
    "Item 66 (b) of the provisional agenda\n\nReport of the Secretary-General\n\n",
  };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strconcat (texts[i],
                                           "I. Background\n\n1. The General Assembly requested the Secretary-General "
                                           "to report on the measures taken.\n\n"
                                           "2. This is the report.\n\nII. Replies received from "
                                           "Governments\n\nFiji\n\n[Original: English]\n[3 May 2004]\n\n"
                                           "It has a law.\n",
                                           NULL);
      g_autoptr (WmdImport) import = test_import (reference, text);
      g_autofree char *introduction = test_show (import, wmd_snapshot_get_introduction (import->snapshot));

      g_assert_cmpstr (
          introduction, ==,
          "h I. Background\nn The General Assembly requested the Secretary-General to report on the measures taken.\n"
          "n This is the report.\n");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-forms/contents", test_contents);
  g_test_add_func ("/exchange/import-forms/unknown-introduction", test_unknown_introduction);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-forms/", forms[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_form);
    }
  return g_test_run ();
}
