/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The styles of the OpenDocument text that are not of paragraphs: text, lists, outline and notes; and the member of the
 * package that holds all styles.
 */

#include "config.h"

#include "publish/odt-private.h"

/* --- text --- */

#define ALL_SCRIPTS(attribute, value)                                                                                  \
  { "fo:" attribute, value }, { "style:" attribute "-asian", value }, { "style:" attribute "-complex", value }

/* Digits and signs among Arabic count as Arabic, but are not set in its font. */
#define TIMES_IN_ARABIC                                                                                                \
  {                                                                                                                    \
    "style:font-name-complex", "Times New Roman"                                                                       \
  }

/* Names as users see them, and attributes in pairs. */
static const struct
{
  const char *name;
  const char *attributes[7][2];
} text_styles[] = {
  { "Strong Emphasis", { ALL_SCRIPTS ("font-weight", "bold") } },
  { "Emphasis", { ALL_SCRIPTS ("font-style", "italic") } },
  { "Superscript", { { "style:text-position", "super 65%" } } },
  { "Subscript", { { "style:text-position", "sub 65%" } } },
  { "Internet link", { { "fo:color", "#0000ff" } } },
  { "Visited Internet Link", { { "fo:color", "#0000ff" } } },
  { "Index Link", { { NULL } } },
  { "Footnote Symbol", { { "style:text-position", "super 65%" }, TIMES_IN_ARABIC } },
  { "Footnote anchor", { { "style:text-position", "super 65%" }, TIMES_IN_ARABIC } },
  { "Symbol Number", { ALL_SCRIPTS ("font-size", "10pt") } },
  { "Running Job Number", { ALL_SCRIPTS ("font-size", "7pt"), ALL_SCRIPTS ("font-weight", "normal") } },
  { "Digits and Signs", { TIMES_IN_ARABIC } },
};

static void
start_text_style (GsfXMLOut *xml, const char *display)
{
  g_autofree char *name = wmd_odt_dup_name (display);

  wmd_xml_start (xml, "style:style", "style:name", name, "style:display-name", display, "style:family", "text", NULL);
  wmd_xml_start (xml, "style:text-properties", NULL);
}

static void
end_text_style (GsfXMLOut *xml)
{
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_text_styles (const WmdOdt *odt, GsfXMLOut *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_styles); i++)
    {
      start_text_style (xml, text_styles[i].name);
      for (guint j = 0; text_styles[i].attributes[j][0] != NULL; j++)
        gsf_xml_out_add_cstr (xml, text_styles[i].attributes[j][0], text_styles[i].attributes[j][1]);
      end_text_style (xml);
    }
  start_text_style (xml, "Distribution Text");
  wmd_odt_add_language (xml, wmd_publication_get_masthead (odt->publication)->language);
  end_text_style (xml);
}

/* --- lists --- */

/* The place of the label and of the text; the same as in the paragraph style, which goes before it. */
static void
write_level_properties (const WmdOdt *odt, GsfXMLOut *xml, WmdItemKind kind, gboolean labelled)
{
  const WmdStyle *style = wmd_style_get (kind);
  /* LibreOffice takes "end" for right, and no other word for it. */
  gboolean right = (style->label == WMD_LABEL_HANG) != wmd_language_is_rtl (odt->language);
  WmdParagraphShape shape;

  wmd_paragraph_shape_init (&shape, kind, odt->geometry, labelled);
  wmd_xml_start (xml, "style:list-level-properties", "text:list-level-position-and-space-mode", "label-alignment",
                 "fo:text-align", right ? "end" : "start", NULL);
  wmd_xml_start (xml, "style:list-level-label-alignment", "text:label-followed-by", labelled ? "listtab" : "nothing",
                 NULL);
  if (labelled)
    wmd_xml_points (xml, "text:list-tab-stop-position", WMD_DOCUMENT_COLUMN + style->first);
  wmd_xml_points (xml, "fo:text-indent", shape.first);
  wmd_xml_points (xml, "fo:margin-left", shape.start);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The level of a list; labels that readers cannot make are written in the paragraphs. */
static void
write_level (const WmdOdt *odt, GsfXMLOut *xml, WmdItemKind kind)
{
  const WmdNumbering *numbering = odt->numberings[kind];
  const char *bullet = wmd_document_style_get (kind)->bullet;
  const char *level = wmd_item_kind_get_list_level (kind) == 2 ? "2" : "1";
  gboolean labelled = wmd_odt_makes_labels (odt, kind);

  if (bullet != NULL)
    wmd_xml_start (xml, "text:list-level-style-bullet", "text:level", level, "text:style-name", WMD_ODT_SIGNS,
                   "text:bullet-char", bullet, NULL);
  else if (labelled)
    wmd_xml_start (xml, "text:list-level-style-number", "text:level", level, "style:num-format", numbering->odf,
                   "style:num-prefix", numbering->prefix, "style:num-suffix", numbering->suffix,
                   "style:num-letter-sync", numbering->odf[0] == 'a' ? "true" : NULL, NULL);
  else
    wmd_xml_start (xml, "text:list-level-style-number", "text:level", level, "style:num-format", "", NULL);
  write_level_properties (odt, xml, kind, labelled);
  wmd_xml_end (xml);
}

static void
write_lists (const WmdOdt *odt, GsfXMLOut *xml)
{

  for (guint i = 0; i < WMD_N_ITEM_KINDS; i++)
    {
      const char *display = wmd_document_style_get (i)->list;
      g_autofree char *name = display != NULL ? wmd_odt_dup_name (display) : NULL;

      if (name == NULL)
        continue;
      wmd_xml_start (xml, "text:list-style", "style:name", name, "style:display-name", display, NULL);
      write_level (odt, xml, i);
      wmd_xml_end (xml);
    }
}

static void
write_notes_configuration (GsfXMLOut *xml)
{
  wmd_xml_empty (xml, "text:notes-configuration", "text:note-class", "footnote", "text:citation-style-name",
                 "Footnote_20_Symbol", "text:citation-body-style-name", "Footnote_20_anchor", "text:default-style-name",
                 "Footnote", "style:num-format", "1", "text:start-value", "0", "text:footnotes-position", "page",
                 "text:start-numbering-at", "document", NULL);
}

void
wmd_odt_write_styles (const WmdOdt *odt, GsfXMLOut *xml)
{
  wmd_odt_start_document (xml, "office:document-styles");
  wmd_odt_write_fonts (xml);
  wmd_xml_start (xml, "office:styles", NULL);
  wmd_odt_write_paragraph_styles (odt, xml);
  write_text_styles (odt, xml);
  write_lists (odt, xml);
  wmd_odt_write_frame_styles (xml);
  write_notes_configuration (xml);
  wmd_xml_end (xml);
  wmd_odt_write_page_layouts (odt, xml);
  wmd_odt_write_master_pages (odt, xml);
  wmd_xml_end (xml);
}
