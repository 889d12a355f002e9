/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What OpenDocument texts hold, and the blocks and findings that come of it. */

#include <string.h>

#include "exchange/document-support.h"

#define HEADER "! import-left-out - “Mission of Cuba”\n" /* which each of the documents has */
#define P(content) "<text:p>" content "</text:p>"
#define SPAN(style, content) "<text:span text:style-name=\"" style "\">" content "</text:span>"
#define LIST(style, items) "<text:list text:style-name=\"" style "\">" items "</text:list>"
#define ITEM(content) "<text:list-item>" content "</text:list-item>"
#define H(level, content) "<text:h text:outline-level=\"" level "\">" content "</text:h>"

static const struct
{
  const char *name;
  const char *text, *shown, *others;
} cases[] = {
  { "paragraphs", P ("One <text:s/>\n two.") P ("") P (" Three<text:tab/>four"), "p One two.\np Three four\n",
    "! import-altered b1 “One”\n" },
  { "looks",
    P (SPAN ("T1", "a") SPAN ("Base", "b") SPAN ("Sup", "c") SPAN ("Sub", "d") SPAN ("Cpx", "e مرحبا")
           SPAN ("Cpx", "مرحبا")) "<text:p text:style-name=\"PB\">f</text:p>",
    "p <strong><em>a</em>b</strong><sup>c</sup><sub>d</sub>e مرحبا<strong>مرحبا</strong>\n"
    "p <strong>f</strong>\n",
    "" },
  { "headings", H ("1", "Title") H ("2", "One") H ("3", "Two") H ("2", "Three"), "h Title\nh One\nH Two\nh Three\n",
    "" },
  { "lists",
    LIST ("LB", ITEM (P ("a") "<text:list>" ITEM (P ("b")) "</text:list>") ITEM (P ("c") P ("d")))
        LIST ("LA", ITEM (P ("e")) ITEM (LIST ("LA", ITEM (P ("f")))) ITEM (P ("g"))),
    "b a\nB b\nb c\np d\nl e\nL f\nl g\n", "" },
  { "numbers", LIST ("L1", ITEM (P ("a") "<text:list>" ITEM (P ("b")) "</text:list>")), "l a\np b\n",
    "! import-altered b1 “a”\n" },
  { "list-goes-on",
    LIST ("LA", ITEM (P ("a"))) P ("b") "<text:list text:style-name=\"LA\" text:continue-numbering=\"true\">" ITEM (
        P ("c")) "</text:list>" P ("d") LIST ("LA", ITEM (P ("e"))),
    "l a\np b\nl c\np d\nl e\n", "! import-altered b3 “c”\n" },
  { "numbered-headings", LIST ("L1", ITEM (H ("1", "a"))), "h a\n", "! import-altered b1 “a”\n" },
  { "links", P ("<text:a xlink:href=\"https://un.org/?a&amp;b\">a</text:a><text:a xlink:href=\"#b\">b</text:a>"),
    "p <a href=\"https://un.org/?a&amp;b\">a</a>b\n", "! import-altered b1 “b”\n" },
  { "line-breaks", P ("a<text:line-break/>b") H ("1", "c<text:line-break/>d"), "p a\np b\nh c d\n",
    "! import-altered b2 “a”\n" },
  { "footnotes",
    P ("One<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>" P (
        SPAN ("T1", "It.")) P ("More.") "</text:note-body></text:note> two"),
    "p One<note><em><strong>It.</strong></em> More.</note> two\n", "" },
  { "changes",
    "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info/>" P (
        "gone") "</text:deletion></text:changed-region><text:changed-region text:id=\"c2\"><text:insertion/>"
                "</text:changed-region><text:changed-region text:id=\"c3\"><text:format-change/></text:changed-region>"
                "</text:tracked-changes>" P ("a<text:change text:change-id=\"c1\"/>b<text:change-start "
                                             "text:change-id=\"c2\"/>new<text:change-end text:change-id=\"c2\"/>"
                                             "<text:change-start text:change-id=\"c3\"/>c<text:change-end "
                                             "text:change-id=\"c3\"/>"),
    "p abnewc\n", "! import-changes b1 “gone”\n! import-changes b1 “new”\n" },
  { "comments", P ("a<office:annotation><dc:creator xmlns:dc=\"d\">B</dc:creator>" P ("Ask.") "</office:annotation>b"),
    "p ab\n", "! import-left-out b1 “Ask.”\n" },
  { "drawings",
    P ("a<draw:frame draw:name=\"Image1\"><draw:image/><svg:desc>The "
       "seal</svg:desc></draw:frame><draw:frame><draw:text-box>" P (
           "In a box") "</draw:text-box></draw:frame><draw:frame draw:name=\"Object1\"><draw:object/></draw:frame>"),
    "p a\n", "! import-left-out b1 “In a box”\n! import-left-out b1 “The seal”\n! import-left-out b1 “Object1”\n" },
  { "hidden",
    P (SPAN ("Hid", "a") SPAN ("Cut", "b") SPAN (
        "Und",
        "c") "<text:placeholder>d</text:placeholder>") "<text:section text:display=\"none\">" P ("e") "</"
                                                                                                      "text:section><"
                                                                                                      "text:"
                                                                                                      "section>" P (
                                                                                                          "f") "</"
                                                                                                               "text:"
                                                                                                               "section"
                                                                                                               ">",
    "p bc\np f\n",
    "! import-left-out b1 “a”, “e”\n! import-left-out b1 “d”\n! import-altered b1 “b”\n! import-altered b1 “c”\n" },
  { "contents",
    "<text:table-of-content><text:index-body>" P ("Entry") "</text:index-body></text:table-of-content>" P ("a"),
    "p a\n", "! import-left-out b1 “Entry”\n" },
  { "tables",
    "<table:table><table:table-row><table:table-cell>" P ("a") "</table:table-cell><table:table-cell>" P (
        "b") "</table:table-cell></table:table-row></table:table>",
    "p a\np b\n", "! import-altered b1 “a b”\n" },
  { "declarations", "<text:sequence-decls/><office:forms>" P ("x") "</office:forms>" P ("a"), "p a\n", "" },
  { "fields", P ("on <text:date>5 May</text:date>, page <text:page-number>3</text:page-number>"),
    "p on 5 May, page 3\n", "" },
  { "chinese", P ("各国的答复，欧盟。"), "p 各国的答复，欧盟。\n", "" },
};

static void
test_case (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = test_make_odt (cases[index].text);
  g_autoptr (WmdArchive) archive = wmd_archive_new (bytes, &error);
  g_autoptr (WmdDocument) document = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GString) other = NULL;

  g_assert_no_error (error);
  document = wmd_document_read_odt (archive, NULL, &error);
  g_assert_no_error (error);
  shown = test_show_document (document);
  g_assert_nonnull (strstr (shown, HEADER));
  other = g_string_new (shown);
  g_string_replace (other, HEADER, "", 1);
  if (!g_str_has_prefix (other->str, cases[index].shown))
    g_assert_cmpstr (other->str, ==, cases[index].shown);
  g_assert_cmpstr (other->str + strlen (cases[index].shown), ==, cases[index].others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/odt/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
