/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The named paragraph styles of the OpenDocument text, with the text attributes that the format has three times: for
 * western, for East Asian and for complex scripts.
 */

#include "config.h"

#include "publish/odt-private.h"

#include <string.h>

/* The three sets of text attributes, and the language of each where the edition has no other. */
static const struct
{
  WmdLanguage language;
  const char *language_attribute, *country_attribute, *font, *size, *weight, *slant;
} scripts[WMD_N_FAMILIES] = {
  [WMD_FAMILY_TIMES] = { WMD_LANGUAGE_EN, "fo:language", "fo:country", "style:font-name", "fo:font-size",
                         "fo:font-weight", "fo:font-style" },
  [WMD_FAMILY_NASKH] = { WMD_LANGUAGE_AR, "style:language-complex", "style:country-complex", "style:font-name-complex",
                         "style:font-size-complex", "style:font-weight-complex", "style:font-style-complex" },
  [WMD_FAMILY_SONG] = { WMD_LANGUAGE_ZH, "style:language-asian", "style:country-asian", "style:font-name-asian",
                        "style:font-size-asian", "style:font-weight-asian", "style:font-style-asian" },
};

const char *
wmd_odt_get_direction (WmdLanguage language)
{
  return wmd_language_is_rtl (language) ? "rl-tb" : "lr-tb";
}

const char *
wmd_odt_get_alignment (WmdAlign align, WmdLanguage language)
{
  gboolean rtl = wmd_language_is_rtl (language);

  switch (align)
    {
    case WMD_ALIGN_START:
      return rtl ? "right" : "left";
    case WMD_ALIGN_END:
      return rtl ? "left" : "right";
    case WMD_ALIGN_CENTER:
      return "center";
    case WMD_ALIGN_JUSTIFY:
    default:
      return "justify";
    }
}

char *
wmd_odt_dup_name (const char *display)
{
  g_autoptr (GString) name = g_string_new (display);

  g_string_replace (name, " ", "_20_", 0);
  g_string_replace (name, "(", "_28_", 0);
  g_string_replace (name, ")", "_29_", 0);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* A style of its own for text that is not held in the language of the edition. */
static char *
dup_foreign_display (guint id, WmdLanguage language)
{
  return g_strdup_printf ("%s (%s)", wmd_document_style_get (id)->name, wmd_language_get_code (language));
}

char *
wmd_odt_dup_style (const WmdOdt *odt, guint id, WmdLanguage language)
{
  g_autofree char *display = NULL;

  if (language == odt->language)
    return wmd_odt_dup_name (wmd_document_style_get (id)->name);
  display = dup_foreign_display (id, language);
  return wmd_odt_dup_name (display);
}

char *
wmd_odt_dup_item_style (const WmdOdt *odt, const WmdItem *item)
{
  return wmd_odt_dup_style (odt, item->language == odt->language ? wmd_document_style_of_item (item) : item->kind,
                            item->language);
}

void
wmd_odt_start_paragraph (GsfXMLOut *xml, guint style)
{
  g_autofree char *name = wmd_odt_dup_name (wmd_document_style_get (style)->name);

  wmd_xml_start (xml, "text:p", "text:style-name", name, NULL);
}

void
wmd_odt_write_line (const WmdOdt *odt, GsfXMLOut *xml, guint style, const char *text)
{
  wmd_odt_start_paragraph (xml, style);
  if (text != NULL)
    wmd_odt_write_text (odt, xml, text);
  wmd_xml_end (xml);
}

void
wmd_odt_write_fonts (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "office:font-face-decls", NULL);
  for (guint i = 0; i < WMD_N_FAMILIES; i++)
    {
      g_autofree char *family = g_strdup_printf ("'%s'", wmd_document_get_font (i));

      wmd_xml_empty (xml, "style:font-face", "style:name", wmd_document_get_font (i), "svg:font-family", family,
                     "style:font-family-generic", "roman", "style:font-pitch", "variable", NULL);
    }
  wmd_xml_end (xml);
}

/* --- properties --- */

void
wmd_odt_add_language (GsfXMLOut *xml, WmdLanguage language)
{
  WmdFamily family = wmd_document_get_family (language);
  g_auto (GStrv) parts = g_strsplit (wmd_language_get_tag (language), "-", 2);

  gsf_xml_out_add_cstr (xml, scripts[family].language_attribute, parts[0]);
  gsf_xml_out_add_cstr (xml, scripts[family].country_attribute, parts[1] != NULL ? parts[1] : "none");
}

/* What is nothing but digits and Latin letters is set in Times in Arabic editions too. */
static gboolean
is_western (guint id)
{
  return id == WMD_DOCUMENT_HEADER || id == WMD_DOCUMENT_HEADER_LEFT || id == WMD_DOCUMENT_FOOTER ||
         id == WMD_DOCUMENT_JOB_NUMBER || id == WMD_DOCUMENT_SYMBOL;
}

static void
write_text_properties (const WmdOdt *odt, GsfXMLOut *xml, guint id)
{
  const WmdStyle *style = wmd_document_style_get_style (id);
  const WmdType *type = wmd_type_get (style->type, odt->language);
  g_autofree char *scale = g_strdup_printf ("%d%%", (int) (type->stretch * 100. + 0.5));

  wmd_xml_start (xml, "style:text-properties", NULL);
  for (guint i = 0; i < WMD_N_FAMILIES; i++)
    {
      if (is_western (id))
        gsf_xml_out_add_cstr (xml, scripts[i].font, wmd_document_get_font (WMD_FAMILY_TIMES));
      wmd_xml_points (xml, scripts[i].size, type->size[is_western (id) ? WMD_FAMILY_TIMES : i]);
      gsf_xml_out_add_cstr (xml, scripts[i].weight, style->face & WMD_FACE_BOLD ? "bold" : "normal");
      gsf_xml_out_add_cstr (xml, scripts[i].slant, style->face & WMD_FACE_ITALIC ? "italic" : "normal");
    }
  if (wmd_document_style_get (id)->pale)
    gsf_xml_out_add_cstr (xml, "fo:color", "#e0e0e0");
  if (type->spacing > 0.)
    wmd_xml_points (xml, "fo:letter-spacing", type->spacing);
  if (type->family == WMD_FAMILY_TIMES)
    gsf_xml_out_add_cstr (xml, "style:text-scale", scale);
  wmd_xml_end (xml);
}

/* Tab stops count from the indent. */
static void
write_tabs (GsfXMLOut *xml, const WmdParagraphShape *shape)
{
  if (shape->n_tabs > 0)
    wmd_xml_start (xml, "style:tab-stops", NULL);
  for (guint i = 0; i < shape->n_tabs; i++)
    {
      const WmdTabStop *tab = &shape->tabs[i];

      wmd_xml_start (xml, "style:tab-stop", "style:type", tab->kind == WMD_TAB_END ? "right" : "left",
                     "style:leader-style", tab->leader ? "dotted" : NULL, "style:leader-text", tab->leader ? "." : NULL,
                     NULL);
      wmd_xml_points (xml, "style:position", tab->at - shape->start);
      wmd_xml_end (xml);
    }
  if (shape->n_tabs > 0)
    wmd_xml_end (xml);
}

gboolean
wmd_odt_makes_labels (const WmdOdt *odt, guint id)
{
  const WmdNumbering *numbering = id < WMD_N_ITEM_KINDS ? odt->numberings[id] : NULL;

  return wmd_document_style_get (id)->bullet != NULL || (numbering != NULL && numbering->odf != NULL);
}

static void
write_paragraph_properties (const WmdOdt *odt, GsfXMLOut *xml, guint id)
{
  const WmdDocumentStyle *named = wmd_document_style_get (id);
  const WmdStyle *style = wmd_document_style_get_style (id);
  WmdLanguage language = named->block ? wmd_publication_get_masthead (odt->publication)->language : odt->language;
  WmdParagraphShape shape;
  double before, after;

  wmd_paragraph_shape_init (&shape, id, odt->geometry, wmd_odt_makes_labels (odt, id));
  wmd_xml_start (xml, "style:paragraph-properties", "fo:text-align",
                 wmd_odt_get_alignment (style->align, id == WMD_DOCUMENT_JOB_NUMBER ? odt->language : language),
                 "style:writing-mode", wmd_odt_get_direction (language), "fo:keep-with-next",
                 style->keep_with_next ? "always" : NULL, "fo:break-before", named->page_break ? "page" : NULL,
                 "fo:border-bottom", named->rule ? "0.48pt solid #000000" : NULL, NULL);
  wmd_xml_points (xml, "fo:margin-left", shape.start);
  wmd_xml_points (xml, "fo:margin-right", shape.end);
  wmd_xml_points (xml, "fo:text-indent", shape.first);
  wmd_document_style_get_room (id, &before, &after);
  wmd_xml_points (xml, "fo:margin-top", before);
  wmd_xml_points (xml, "fo:margin-bottom", after);
  wmd_xml_points (xml, "fo:line-height", wmd_type_get (style->type, odt->language)->pitch);
  write_tabs (xml, &shape);
  wmd_xml_end (xml);
}

/* --- styles --- */

static void
start_style (GsfXMLOut *xml, const WmdDocumentStyle *named, const char *parent)
{
  g_autofree char *name = wmd_odt_dup_name (named->name);
  g_autofree char *next = named->next >= 0 ? wmd_odt_dup_name (wmd_document_style_get (named->next)->name) : NULL;
  g_autofree char *list = named->list != NULL ? wmd_odt_dup_name (named->list) : NULL;
  g_autofree char *parent_name = wmd_odt_dup_name (parent);

  wmd_xml_start (xml, "style:style", "style:name", name, "style:display-name", named->name, "style:family", "paragraph",
                 "style:parent-style-name", parent_name, "style:next-style-name", next, "style:list-style-name", list,
                 NULL);
}

static void
write_style (const WmdOdt *odt, GsfXMLOut *xml, guint id)
{
  const WmdDocumentStyle *named = wmd_document_style_get (id);
  g_autofree char *level = named->outline > 0 ? g_strdup_printf ("%u", named->outline) : NULL;

  start_style (xml, named, "Standard");
  if (level != NULL)
    gsf_xml_out_add_cstr (xml, "style:default-outline-level", level);
  write_paragraph_properties (odt, xml, id);
  write_text_properties (odt, xml, id);
  wmd_xml_end (xml);
}

/* Nothing but the page break and the room round it is its own. */
static void
write_first_section_style (GsfXMLOut *xml)
{
  double before, after;
  start_style (xml, wmd_document_style_get (WMD_DOCUMENT_FIRST_SECTION),
               wmd_document_style_get (WMD_ITEM_SECTION)->name);
  wmd_document_style_get_room (WMD_DOCUMENT_FIRST_SECTION, &before, &after);
  wmd_xml_start (xml, "style:paragraph-properties", "fo:break-before", "page", NULL);
  wmd_xml_points (xml, "fo:margin-top", before);
  wmd_xml_points (xml, "fo:margin-bottom", after);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* A text that is not held in the language of the edition keeps its own language and direction, and is marked. */
static void
write_foreign_style (GsfXMLOut *xml, guint id, WmdLanguage language)
{
  g_autofree char *display = dup_foreign_display (id, language);
  g_autofree char *name = wmd_odt_dup_name (display);
  g_autofree char *parent = wmd_odt_dup_name (wmd_document_style_get (id)->name);

  wmd_xml_start (xml, "style:style", "style:name", name, "style:display-name", display, "style:family", "paragraph",
                 "style:parent-style-name", parent, NULL);
  wmd_xml_empty (xml, "style:paragraph-properties", "style:writing-mode", wmd_odt_get_direction (language),
                 "fo:text-align", wmd_odt_get_alignment (wmd_document_style_get_style (id)->align, language),
                 "fo:background-color", "#fff3c4", NULL);
  wmd_xml_start (xml, "style:text-properties", NULL);
  wmd_odt_add_language (xml, language);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_default_style (const WmdOdt *odt, GsfXMLOut *xml)
{
  WmdFamily own = wmd_document_get_family (odt->language);
  const WmdType *type = wmd_type_get (WMD_TYPE_BODY, odt->language);

  wmd_xml_start (xml, "style:default-style", "style:family", "paragraph", NULL);
  wmd_xml_empty (xml, "style:paragraph-properties", "style:writing-mode", wmd_odt_get_direction (odt->language),
                 "fo:orphans", "2", "fo:widows", "2", "style:tab-stop-distance", "23.8pt", "style:punctuation-wrap",
                 "hanging", "style:line-break", "strict", "style:text-autospace", "none", NULL);
  wmd_xml_start (xml, "style:text-properties", "style:use-window-font-color", "true", "fo:hyphenate", "false", NULL);
  for (guint i = 0; i < WMD_N_FAMILIES; i++)
    {
      gsf_xml_out_add_cstr (xml, scripts[i].font, wmd_document_get_font (i));
      wmd_xml_points (xml, scripts[i].size, type->size[i]);
      wmd_odt_add_language (xml, i == own ? odt->language : scripts[i].language);
    }
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_empty (xml, "style:style", "style:name", "Standard", "style:family", "paragraph", "style:class", "text",
                 NULL);
}

void
wmd_odt_write_paragraph_styles (const WmdOdt *odt, GsfXMLOut *xml)
{
  write_default_style (odt, xml);
  for (guint i = 0; i < WMD_N_DOCUMENT_STYLES; i++)
    if (i != WMD_DOCUMENT_FIRST_SECTION && i != WMD_DOCUMENT_FOOTNOTE_RULE)
      write_style (odt, xml, i);
  write_first_section_style (xml);
  for (guint i = 0; i < WMD_N_DOCUMENT_STYLES; i++)
    for (guint j = 0; j < WMD_N_LANGUAGES; j++)
      if (odt->foreign[i][j])
        write_foreign_style (xml, i, j);
}
