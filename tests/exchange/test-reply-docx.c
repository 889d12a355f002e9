/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What DOCX files hold, as Word and others write it, and the blocks and findings that come of it. */

#include <string.h>

#include "exchange/document-support.h"

#define P(content) "<w:p>" content "</w:p>"
#define STYLED(style, content) P ("<w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" content)
#define ITEM(number, level, content)                                                                                   \
  P ("<w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" number "\"/></w:numPr></w:pPr>" content)
#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define RUN(properties, content) "<w:r><w:rPr>" properties "</w:rPr>" content "</w:r>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(code) "<w:r><w:instrText xml:space=\"preserve\">" code "</w:instrText></w:r>"
#define CHANGE "w:id=\"1\" w:author=\"A\" "
#define DELETED(text) "<w:del " CHANGE "><w:r><w:delText>" text "</w:delText></w:r></w:del>"
#define END_OF(change) "<w:pPr><w:rPr><w:" change " " CHANGE "/></w:rPr></w:pPr>"

static const struct
{
  const char *name;
  const char *body, *shown;
} cases[] = {
  { "paragraphs", P (T ("One ") T ("two.")) P ("") P (T (" Three")), "p One two.\np Three\n" },
  { "looks",
    P (RUN ("<w:b/>", "<w:t>a</w:t>") RUN ("<w:i/>", "<w:t>b</w:t>") RUN ("<w:b w:val=\"0\"/>", "<w:t>c</w:t>")
           RUN ("<w:vertAlign w:val=\"superscript\"/>", "<w:t>d</w:t>")
               RUN ("<w:vertAlign w:val=\"subscript\"/>", "<w:t>e</w:t>")
                   RUN ("<w:vertAlign w:val=\"baseline\"/>", "<w:t>f</w:t>")),
    "p <strong>a</strong><em>b</em>c<sup>d</sup><sub>e</sub>f\n" },
  { "moved",
    P (RUN ("<w:position w:val=\"8\"/><w:sz w:val=\"19\"/>", "<w:t>a</w:t>")
           RUN ("<w:position w:val=\"-2\"/><w:sz w:val=\"19\"/>", "<w:t>b</w:t>")
               RUN ("<w:position w:val=\"2\"/>", "<w:t>c</w:t>")),
    "p <sup>a</sup><sub>b</sub>c\n" },
  { "styles-cancel",
    STYLED ("Fett",
            T ("a") RUN ("<w:rStyle w:val=\"Stark\"/>", "<w:t>b</w:t>") RUN ("<w:b w:val=\"false\"/>", "<w:t>c</w:t>")),
    "p <strong>a</strong>bc\n" },
  { "complex-scripts",
    P (RUN ("<w:rtl/><w:bCs/>", "<w:t>مرحبا</w:t>") RUN ("<w:rtl/><w:b/>", "<w:t xml:space=\"preserve\"> بكم</w:t>")),
    "p <strong>مرحبا</strong> بكم\n" },
  { "headings", STYLED ("Titre", T ("One")) STYLED ("Unter", T ("Two")) STYLED ("Loop", T ("Three")),
    "h One\nH Two\np Three\n" },
  { "title-over-headings",
    STYLED ("Titre", T ("Title")) STYLED ("Unter", T ("One")) STYLED ("Deep", T ("Two")) STYLED ("Unter", T ("Three")),
    "h Title\nh One\nH Two\nh Three\n" },
  { "heading-of-its-own", P ("<w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>" T ("One")) P (T ("Two")), "h One\np Two\n" },
  { "lists",
    ITEM ("1", "0", T ("a")) ITEM ("1", "1", T ("b")) STYLED ("Punkte", T ("c")) ITEM ("2", "0", T ("d"))
        ITEM ("2", "1", T ("e")) ITEM ("2", "0", T ("f")) ITEM ("0", "0", T ("g")),
    "b a\nB b\nb c\nl d\nL e\nl f\np g\n" },
  { "list-goes-on", ITEM ("2", "0", T ("a")) P (T ("b")) ITEM ("2", "0", T ("c")),
    "l a\np b\nl c\n! import-altered b3 “c”\n" },
  { "list-begins-anew", ITEM ("2", "0", T ("a")) P (T ("b")) ITEM ("3", "0", T ("c")), "l a\np b\nl c\n" },
  { "numbers", ITEM ("4", "0", T ("a")) ITEM ("4", "1", T ("b")), "l a\np b\n! import-altered b1 “a”\n" },
  { "tabs-and-breaks",
    P (T ("a") "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>")
        STYLED ("Titre", T ("e") "<w:r><w:br/></w:r>" T ("f")),
    "p a b\np c\342\200\221d\nh e f\n! import-altered b2 “a b”\n" },
  { "spaces", P (T ("Article\302\2405  of")), "p Article\302\2405 of\n! import-altered b1 “Article 5 of”\n" },
  { "soft-hyphens", P ("<w:r><w:t>non</w:t><w:softHyphen/><w:t>pro\302\255lif</w:t></w:r>"),
    "p nonprolif\n! import-altered b1 “prolif”\n" },
  { "symbols",
    P ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F06D\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym "
       "w:font=\"Arial\" "
       "w:char=\"00E9\"/><w:sym w:font=\"Odd\" w:char=\"F021\"/></w:r>" RUN ("<w:rFonts w:ascii=\"Symbol\"/>",
                                                                             "<w:t>\357\202\263</w:t>")),
    "p μ✓é\357\277\275≥\n! import-altered b1 “Odd F021”\n" },
  { "links",
    P ("<w:hyperlink r:id=\"web\">" T ("a") "</w:hyperlink><w:hyperlink r:id=\"file\">" T (
        "b") "</w:hyperlink><w:hyperlink w:anchor=\"x\">" T ("c") "</w:hyperlink>"),
    "p <a href=\"https://un.org/a?b&amp;c\">a</a>bc\n! import-altered b1 “b”, “c”\n" },
  { "field-links",
    P (FIELD ("begin") CODE ("HYPERLINK ") CODE ("\"https://un.org/\"") FIELD ("separate") T ("a") FIELD ("end")
           T ("b") "<w:fldSimple w:instr=\" HYPERLINK &quot;mailto:a@b.org&quot; \">" T ("c") "</w:fldSimple>"),
    "p <a href=\"https://un.org/\">a</a>b<a href=\"mailto:a@b.org\">c</a>\n" },
  { "fields",
    P (T ("on ") FIELD ("begin") CODE (" DATE ") FIELD ("separate") T ("5 May") FIELD ("end") FIELD ("begin")
           CODE ("IF ") FIELD ("begin") CODE ("X") FIELD ("separate") T ("hidden") FIELD ("end") FIELD ("separate")
               T (" y") FIELD ("end")),
    "p on 5 May y\n" },
  { "field-without-end", P (FIELD ("begin") CODE ("XE \"a\"")) P (T ("a")), "p a\n" },
  { "contents",
    P (FIELD ("begin") CODE ("TOC \\o") FIELD ("separate") T ("Entry 1")) P (T ("Entry 2") FIELD ("end")) P (T ("a")),
    "p a\n! import-left-out b1 “Entry 1”, “Entry 2”\n" },
  { "footnotes",
    P (T ("One") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" T (
        " two") "<w:r><w:footnoteReference w:id=\"9\"/></w:r>"),
    "p One<note>See <em><a href=\"https://note.example/\">it</a></em> More.</note> two\n! import-left-out b1 “9”\n" },
  { "footnote-with-own-mark",
    P (T ("One") "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>" T ("!")),
    "p One<note>See <em><a href=\"https://note.example/\">it</a></em> More.</note>!\n" },
  { "changes", P (T ("a") DELETED ("b") "<w:ins " CHANGE ">" T ("c") DELETED ("d") "</w:ins>"),
    "p ac\n! import-changes b1 “b”, “d”\n! import-changes b1 “c”\n" },
  { "moves",
    P ("<w:moveFrom " CHANGE ">" T ("a") "</w:moveFrom>" T ("b")) P ("<w:moveTo " CHANGE ">" T ("a") "</w:moveTo>"),
    "p b\np a\n! import-changes b1 “a”\n! import-changes b2 “a”\n" },
  { "joined-paragraphs", P (END_OF ("del") T ("a ")) STYLED ("Titre", T ("b")) P (END_OF ("ins") T ("c")) P (T ("d")),
    "h a b\np c\np d\n" },
  { "deleted-paragraph", P (T ("a")) P (END_OF ("del") DELETED ("b")) P (T ("c")),
    "p a\np c\n! import-changes b2 “b”\n" },
  { "former-properties",
    P ("<w:pPr><w:pPrChange " CHANGE "><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
       "</w:pPrChange></w:pPr>" RUN ("<w:rPrChange " CHANGE "><w:rPr><w:b/></w:rPr></w:rPrChange>", "<w:t>a</w:t>")),
    "p a\n" },
  { "comments",
    P ("<w:commentRangeStart w:id=\"0\"/>" T (
        "a") "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"),
    "p a\n! import-left-out - “Ask them.”\n" },
  { "tables",
    "<w:tbl><w:tblPr/><w:tr><w:tc>" P (T ("a")) "</w:tc><w:tc>" P (T ("b"))
        P (T ("c")) "</w:tc></w:tr><w:tr><w:trPr><w:del " CHANGE
                    "/></w:trPr><w:tc>" P (DELETED ("d")) "</w:tc></w:tr></w:tbl>" P (T ("e")),
    "p a\np b\np c\np e\n! import-changes b4 “d”\n! import-altered b1 “a b c”\n" },
  { "pictures",
    P ("<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"The "
       "seal\"/></wp:inline></w:drawing></w:r>"
       "<w:r><w:pict><v:shape alt=\"Arms\"><v:imagedata/></v:shape></w:pict></w:r><w:r><w:object><v:shape "
       "id=\"Chart\"/>"
       "</w:object></w:r>" T ("a")),
    "p a\n! import-left-out b1 “The seal”, “Arms”\n! import-left-out b1 “Chart”\n" },
  { "text-boxes",
    P ("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" P (T (
        "In a box")) "</w:txbxContent></wps:txbx></w:drawing></"
                     "mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" P (T ("In a box")) "</w:txbxContent></"
                                                                                                    "v:textbox></"
                                                                                                    "w:pict></"
                                                                                                    "mc:Fallback></"
                                                                                                    "mc:"
                                                                                                    "AlternateContent><"
                                                                                                    "/w:r>" T ("a")),
    "p a\n! import-left-out b1 “In a box”\n" },
  { "margins", P (T ("a")) "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>",
    "p a\n! import-left-out - “MISSION OF GHANA”\n" },
  { "hidden",
    P (T ("a") RUN ("<w:vanish/>", "<w:t>b</w:t>") RUN ("<w:strike/>", "<w:t>c</w:t>")
           RUN ("<w:u w:val=\"single\"/>", "<w:t>d</w:t>") RUN ("<w:u w:val=\"none\"/>", "<w:t>e</w:t>")),
    "p acde\n! import-left-out b1 “b”\n! import-altered b1 “c”\n! import-altered b1 “d”\n" },
  { "controls",
    P ("<w:smartTag><w:customXml>" T ("a") "</w:customXml></w:smartTag><w:sdt><w:sdtPr><w:alias "
                                           "w:val=\"x\"/></w:sdtPr><w:sdtContent>" T (
                                               "b") "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></"
                                                    "w:sdtPr><w:sdtContent>" T ("Click here") "</w:sdtContent></"
                                                                                              "w:sdt>"),
    "p ab\n! import-left-out b1 “Click here”\n" },
  { "chunks", P (T ("a")) "<w:altChunk r:id=\"x\"/>", "p a\n! import-left-out b1 “word/chunk.html”\n" },
  { "formulas", P (T ("a ") "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "p a x=1\n! import-altered b1 “x=1”\n" },
  { "chinese", P (T ("各国的答复，欧盟。")), "p 各国的答复，欧盟。\n" },
};

static WmdDocument *
read_docx (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdArchive) archive = wmd_archive_new (bytes, &error);
  WmdDocument *document;

  g_assert_no_error (error);
  document = wmd_document_read_docx (archive, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_case (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = test_make_docx (cases[index].body);
  g_autoptr (WmdDocument) document = read_docx (bytes);
  g_autofree char *shown = test_show_document (document);

  g_assert_cmpstr (shown, ==, cases[index].shown);
}

/* The strict names of ISO/IEC 29500, in a file of the least parts. */
static void
test_strict (void)
{
  TestZip zip;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WmdDocument) document = NULL;
  g_autofree char *shown = NULL;

  test_zip_init (&zip);
  test_zip_add (&zip, "[Content_Types].xml", "<Types/>", -1);
  test_zip_add (
      &zip, "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
      "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/main.xml\"/>"
      "</Relationships>",
      -1);
  test_zip_add (
      &zip, "main.xml",
      "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:rPr><x:i/>"
      "</x:rPr><x:t>a</x:t></x:r></x:p></x:body></x:document>",
      -1);
  bytes = test_zip_finish (&zip);
  document = read_docx (bytes);
  shown = test_show_document (document);
  g_assert_cmpstr (shown, ==, "p <em>a</em>\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/docx/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/exchange/docx/strict", test_strict);
  return g_test_run ();
}
