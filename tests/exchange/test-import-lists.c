/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists within lists: the text of a reply in one language, and the blocks that come of it. */

#include "exchange/import-support.h"

static const char *const headings[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = "ثانيا - الردود الواردة من الحكومات\n\nفيجي\n\n[الأصل: بالإنكليزية]\n[3 أيار/مايو 2021]\n\n",
  [WMD_LANGUAGE_EN] = "II. Replies received from Governments\n\nFiji\n\n[Original: English]\n[3 May 2021]\n\n",
  [WMD_LANGUAGE_ES] =
      "II. Respuestas recibidas de los Gobiernos\n\nFiji\n\n[Original: inglés]\n[3 de mayo de 2021]\n\n",
  [WMD_LANGUAGE_FR] = "II. Réponses reçues des gouvernements\n\nFidji\n\n[Original : anglais]\n[3 mai 2021]\n\n",
  [WMD_LANGUAGE_RU] = "II. Ответы, полученные от правительств\n\nФиджи\n\n[Подлинный текст на английском языке]\n"
                      "[3 мая 2021 года]\n\n",
  [WMD_LANGUAGE_ZH] = "二. 从各国政府收到的答复\n\n斐济\n\n[原件：英文]\n[2021 年 5 月 3 日]\n\n",
};

static const struct
{
  const char *name;
  WmdLanguage language;
  const char *text, *shown;
} cases[] = {
  { "english", WMD_LANGUAGE_EN, "(a) One:\n\n(i) Two;\n\n(ii) Three;\n\n(b) Four:\n\n(i) Five.\n",
    "l One:\nL Two;\nL Three;\nl Four:\nL Five.\n" },
  { "french", WMD_LANGUAGE_FR, "a) Un :\n\ni) Deux ;\n\nii) Trois ;\n\nb) Quatre.\n",
    "l Un :\nL Deux ;\nL Trois ;\nl Quatre.\n" },
  { "spanish", WMD_LANGUAGE_ES, "a) Uno:\n\ni) Dos;\n\nii) Tres;\n\nb) Cuatro.\n",
    "l Uno:\nL Dos;\nL Tres;\nl Cuatro.\n" },
  { "russian", WMD_LANGUAGE_RU, "а) один:\n\ni) два;\n\nii) три;\n\nб) четыре.\n",
    "l один:\nL два;\nL три;\nl четыре.\n" },
  { "chinese", WMD_LANGUAGE_ZH, "(a) 甲：\n\n(一) 乙；\n\n(二) 丙；\n\n(b) 丁：\n\n㈠ 戊；\n\n㈡ 己。\n",
    "l 甲：\nL 乙；\nL 丙；\nl 丁：\nL 戊；\nL 己。\n" },
  { "arabic", WMD_LANGUAGE_AR, "(أ) واحد:\n\n’1‘ اثنان؛\n\n'2' ثلاثة؛\n\n(ب) أربعة:\n\n‘١’ خمسة.\n",
    "l واحد:\nL اثنان؛\nL ثلاثة؛\nl أربعة:\nL خمسة.\n" },
  { "ninth-letter", WMD_LANGUAGE_EN, "(a) A;\n(b) B;\n(c) C;\n(d) D;\n(e) E;\n(f) F;\n(g) G;\n(h) H;\n(i) I;\n(j) J.\n",
    "l A;\nl B;\nl C;\nl D;\nl E;\nl F;\nl G;\nl H;\nl I;\nl J.\n" },
  { "below-the-eighth", WMD_LANGUAGE_EN,
    "(a) A;\n(b) B;\n(c) C;\n(d) D;\n(e) E;\n(f) F;\n(g) G;\n(h) H:\n(i) One;\n(ii) Two;\n(i) I.\n",
    "l A;\nl B;\nl C;\nl D;\nl E;\nl F;\nl G;\nl H:\nL One;\nL Two;\nl I.\n" },
  { "alone", WMD_LANGUAGE_EN, "There are:\n\n(i) One;\n\n(ii) Two.\n\nMore.\n",
    "p There are:\nL One;\nL Two.\np More.\n" },
  { "dashes", WMD_LANGUAGE_EN, "• One:\n– Two;\n— Three.\n• Four:\n(i) Five;\n(ii) Six.\n",
    "b One:\nB Two;\nB Three.\nb Four:\nL Five;\nL Six.\n" },
  { "same-bullets", WMD_LANGUAGE_EN, "- One:\n  - Two;\n  - Three.\n- Four.\n", "b One:\nB Two;\nB Three.\nb Four.\n" },
  { "bullets-below-letters", WMD_LANGUAGE_EN, "(a) One:\n• Two.\n• Three.\n(b) Four.\n\n• Five.\n",
    "l One:\nB Two.\nB Three.\nl Four.\nb Five.\n" },
  { "announced", WMD_LANGUAGE_RU, "a) один;\nb) два:\n– три;\n– четыре.\n\nЕще.\n",
    "l один;\nl два:\nB три;\nB четыре.\np Еще.\n" },
  { "hyphens-and-dashes", WMD_LANGUAGE_FR, "- Un :\n– Deux ;\n– Trois ;\n- Quatre.\n",
    "b Un :\nB Deux ;\nB Trois ;\nb Quatre.\n" },
  { "uneven-columns", WMD_LANGUAGE_EN, "    - One:\n               - Two;\n               - Three;\n       - Four.\n",
    "b One:\nB Two;\nB Three;\nb Four.\n" },
  { "from-the-right", WMD_LANGUAGE_AR,
    "                              تتخذ الحكومة التدابير التالية:\n                 • اعتماد قانون نموذجي شامل؛\n"
    "                          • إعداد دليل تدريبي؛\n                                   • عقد ندوات؛\n"
    "                          • إعداد دليل تدريبي؛\n                                   • عقد ندوات؛\n"
    "                          • إعداد دليل تدريبي؛\n                                   • عقد ندوات.\n",
    "p تتخذ الحكومة التدابير التالية:\nb اعتماد قانون نموذجي شامل؛\nb إعداد دليل تدريبي؛\nb عقد ندوات؛\n"
    "b إعداد دليل تدريبي؛\nb عقد ندوات؛\nb إعداد دليل تدريبي؛\nb عقد ندوات.\n" },
  { "letters-below-bullets", WMD_LANGUAGE_EN, "• A law, with:\n\n(a) Licences;\n\n(b) Controls;\n\n• A register.\n",
    "b A law, with:\nL Licences;\nL Controls;\nb A register.\n" },
  { "letters-after-bullets", WMD_LANGUAGE_EN, "• A law.\n\n• A register.\n\n(a) Licences;\n\n(b) Controls.\n",
    "b A law.\nb A register.\nl Licences;\nl Controls.\n" },
  { "same-bullets-in-small", WMD_LANGUAGE_EN, "- Laws on:\n- exports;\n- transit;\n- Courses.\n",
    "b Laws on:\nB exports;\nB transit;\nb Courses.\n" },
  /* What a word processor has for bullets: characters of its symbol fonts, and a letter. */
  { "symbols", WMD_LANGUAGE_EN,
    "\357\202\267 A law;\n\no\tOf exporters;\n\n\357\202\247 Of importers;\n\n\357\202\267 Training.\n",
    "b A law;\nB Of exporters;\nB Of importers;\nb Training.\n" },
  { "not-the-next", WMD_LANGUAGE_EN, "(a) One:\n\n(i) Two;\n\n(iv) Three.\n", "l One:\nL Two;\np (iv) Three.\n" },
  { "lines", WMD_LANGUAGE_EN,
    "The Government of Fiji, in order to implement the resolution in all its parts, has\ntaken these measures:\n"
    "     (a)   A national committee has been established, whose members meet twice in\nevery year and which:\n"
    "           (i)   Coordinates all that the ministries and the services of the customs\n     do at the borders;\n"
    "           (ii)  Grants licences for the export of goods on the control list of the\n     Government;\n"
    "     (b)   A training course for 25 officers of the customs has been held at the port\nof Suva.\n",
    "p The Government of Fiji, in order to implement the resolution in all its parts, has taken these measures:\n"
    "l A national committee has been established, whose members meet twice in every year and which:\n"
    "L Coordinates all that the ministries and the services of the customs do at the borders;\n"
    "L Grants licences for the export of goods on the control list of the Government;\n"
    "l A training course for 25 officers of the customs has been held at the port of Suva.\n" },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autofree char *report = g_strconcat (headings[cases[index].language], cases[index].text, NULL);
  g_autoptr (WmdImport) import = test_import (reference, report);
  g_autofree char *shown = NULL;

  g_assert_cmpint (import->language, ==, cases[index].language);
  g_assert_cmpuint (wmd_snapshot_get_n_replies (import->snapshot), ==, 1);
  shown = test_show (import, wmd_snapshot_get_reply (import->snapshot, 0));
  g_assert_cmpstr (shown, ==, cases[index].shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-lists/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
