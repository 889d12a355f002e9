/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What clipboards hold, as word processors, browsers and mail programs write it, and the blocks that come of it. */

#include <string.h>

#include "exchange/passage.h"

/* A letter for the kind of each block, and its markup, one block a line. (transfer full) */
static char *
show (const GPtrArray *blocks)
{
  static const char letters[WMD_N_BLOCK_KINDS] = {
    [WMD_BLOCK_PARAGRAPH] = 'p', [WMD_BLOCK_NUMBERED] = 'n', [WMD_BLOCK_HEADING_1] = 'h', [WMD_BLOCK_HEADING_2] = 'H',
    [WMD_BLOCK_BULLET] = 'b',    [WMD_BLOCK_BULLET_2] = 'B', [WMD_BLOCK_LETTERED] = 'l',  [WMD_BLOCK_LETTERED_2] = 'L',
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%c %s\n", letters[wmd_block_get_kind (blocks->pdata[i])],
                            wmd_inline_get_markup (wmd_block_get_content (blocks->pdata[i])));
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *html, *shown;
} html_cases[] = {
  { "spaces", "<p>  One\n  two <b> three</b>\tfour&nbsp;\n</p><p>&nbsp;</p><p>five</p>",
    "p One two <strong>three</strong> four\np five\n" },
  { "no-break-space", "<p>Article&nbsp;5</p>", "p Article\302\2405\n" },
  { "bare", "One <em>two</em>", "p One <em>two</em>\n" },
  { "mail", "<div>One.</div><div><br></div><div>Two.<br>Three.</div>", "p One.\np Two.\np Three.\n" },
  { "spans", "<p>10<sup>3</sup> H<sub>2</sub>O <i>a <b>b</b></i></p>",
    "p 10<sup>3</sup> H<sub>2</sub>O <em>a <strong>b</strong></em>\n" },
  { "styles",
    "<b style=\"font-weight:normal\"><p><span style=\"font-weight:700;font-style: italic\">a</span> "
    "<span style=\"vertical-align:super\">b</span></p></b>",
    "p <em><strong>a</strong></em> <sup>b</sup>\n" },
  { "links",
    "<p><a href=\"https://un.org/a?b=1&amp;c=2\">a</a> <a href=\"javascript:b()\">b</a> <a href=\"file:///c\">c</a> "
    "<a href=\"#d\">d</a></p>",
    "p <a href=\"https://un.org/a?b=1&amp;c=2\">a</a> b c d\n" },
  { "headings", "<h1><b>One</b></h1><p>Two</p><h3>Three<br>four</h3>Five", "h One\np Two\nH Three four\np Five\n" },
  { "lists",
    "<ul><li>a<ul><li><p>b</p></li></ul></li><li>c</li></ul><ol><li>d<ol><li>e<ul><li>f</li></ul></li></ol></li></ol>g",
    "b a\nB b\nb c\nl d\nL e\nB f\np g\n" },
  { "item-of-two-paragraphs", "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "b a\np b\nb c\n" },
  { "tables", "<table><tr><th>a<td>b<tr><td>c<td><p>d</table>e", "p a\np b\np c\np d\np e\n" },
  { "left-out",
    "<head><title>t</title><style>p {}</style></head><p>a<del>b</del><ins>c</ins><script>d()</script><!-- e --></p>",
    "p ac\n" },
  { "word",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {margin:0} --></style>"
    "</head><body lang=EN-GB><!--StartFragment--><p class=MsoNormal><span lang=EN-GB>An <i>Act</i>, 2015,"
    "<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" title=\"\"><span class=MsoFootnoteReference>"
    "<span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> and\n"
    "more.<o:p></o:p></span></p>"
    "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>\302\267<span style='font:7.0pt \"Times\"'>"
    "&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Inspection;</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span "
    "style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>of two;</p>"
    "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span><span style='mso-list:Ignore'>(a)<span>&nbsp; "
    "</span></span></span>Training.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr size=1><![endif]>"
    "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' "
    "href=\"#_ftnref1\" name=\"_ftn1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a> Gazetted on "
    "12 <i>August</i>.</p></div></div><!--EndFragment--></body></html>",
    "p An <em>Act</em>, 2015,<note>Gazetted on 12 <em>August</em>.</note> and more.\nb Inspection;\nB of two;\n"
    "l Training.\n" },
  { "writer",
    "<p>One<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a> two.</p>"
    "<div id=\"sdfootnote1\"><p class=\"sdfootnote\"><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" "
    "href=\"#sdfootnote1anc\">1</a>Note.</p></div>",
    "p One<note>Note.</note> two.\n" },
  { "pandoc",
    "<p>One<a href=\"#fn1\" id=\"fnref1\"><sup>1</sup></a>.</p><section><hr><ol><li id=\"fn1\"><p>Note.<a "
    "href=\"#fnref1\">\342\206\251</a></p></li></ol></section>",
    "p One<note>Note.</note>.\n" },
  { "contents",
    "<div><p><a href=\"#s\" id=\"t\">Entry</a></p></div><div><h2 id=\"s\"><a "
    "href=\"#t\">Entry</a></h2><p>Text</p></div>",
    "p Entry\nh Entry\np Text\n" },
  { "chinese", "<p>各国政府的答复，欧盟。</p>", "p 各国政府的答复，欧盟。\n" },
  { "arabic", "<p dir=rtl>مرحبا <b>بكم</b></p>", "p مرحبا <strong>بكم</strong>\n" },
  { "damaged", "<p>a<b>b<p>c</i></table><li>d", "p a<strong>b</strong>\np c\nb d\n" },
  { "empty", "", "" },
};

static void
test_html (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) blocks = wmd_passage_read_html (html_cases[index].html, strlen (html_cases[index].html));
  g_autofree char *shown = show (blocks);

  g_assert_cmpstr (shown, ==, html_cases[index].shown);
}

static void
test_utf16 (void)
{
  gsize length;
  g_autofree char *html = g_convert ("<p>Côte d’Ivoire 中国</p>", -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GPtrArray) blocks = wmd_passage_read_html (html, length);
  g_autofree char *shown = show (blocks);

  g_assert_cmpstr (shown, ==, "p Côte d’Ivoire 中国\n");
}

/* Nothing that a clipboard may hold does any harm. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL, binary = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<ul><li><b>");
  g_string_append (deep, "a\357\277\274b");
  blocks = wmd_passage_read_html (deep->str, deep->len);
  g_assert_nonnull (blocks);
  binary = wmd_passage_read_html ("<p>\377\376\0a</p>", 11);
  g_assert_nonnull (binary);
}

static const struct
{
  const char *name;
  WmdLanguage language;
  const char *text, *shown;
} text_cases[] = {
  { "lines", WMD_LANGUAGE_EN, "One.\nTwo.\n\nThree.\n", "p One.\np Two.\np Three.\n" },
  { "mail", WMD_LANGUAGE_EN,
    "Dear colleagues,\n\nPlease find below the views of Ghana.\n\n"
    "Ghana condemns terrorism in all its forms and manifestations and\n"
    "remains committed to the full implementation of Security Council\n"
    "resolution 1540 (2004).\n\n"
    "The following measures were taken in 2023:\n\n"
    "   (a) the Nuclear Regulatory Authority inspected 14 facilities;\n"
    "   (b) a national register of radioactive sources was set up, which\n"
    "       holds 312 entries;\n\n"
    "- Training for 120 officers\n"
    "- A workshop with the Agency\n",
    "p Dear colleagues,\np Please find below the views of Ghana.\n"
    "p Ghana condemns terrorism in all its forms and manifestations and remains committed to the full implementation "
    "of Security Council resolution 1540 (2004).\n"
    "p The following measures were taken in 2023:\n"
    "l the Nuclear Regulatory Authority inspected 14 facilities;\n"
    "l a national register of radioactive sources was set up, which holds 312 entries;\n"
    "b Training for 120 officers\n"
    "b A workshop with the Agency\n" },
  { "french", WMD_LANGUAGE_FR, "a) Un ;\nb) Deux.\n• Trois\n", "l Un ;\nl Deux.\nb Trois\n" },
  { "chinese", WMD_LANGUAGE_ZH, "(a) 甲；\n(b) 乙。\n", "l 甲；\nl 乙。\n" },
  { "chinese-note", WMD_LANGUAGE_ZH, "这些措施¹地方也已采取。\n\n¹ 见决议。\n",
    "p 这些措施<note>见决议。</note>地方也已采取。\n" },
  { "windows", WMD_LANGUAGE_EN, "One.\r\n\r\n\342\200\242\tTwo\r\n", "p One.\nb Two\n" },
  { "empty", WMD_LANGUAGE_EN, "\n\n", "" },
};

static void
test_text (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (GPtrArray) blocks = wmd_passage_read_text (reference, text_cases[index].language, text_cases[index].text);
  g_autofree char *shown = show (blocks);

  g_assert_cmpstr (shown, ==, text_cases[index].shown);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (html_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/passage/html/%s", html_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_html);
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/passage/text/%s", text_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/exchange/passage/html/utf-16", test_utf16);
  g_test_add_func ("/exchange/passage/html/hostile", test_hostile);
  return g_test_run ();
}
