/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The styles and the numbering of the Office Open XML document. The format wants the properties of a style in a fixed
 * order, which the functions here follow.
 */

#include "config.h"

#include "publish/docx-private.h"

#include <string.h>

#define PALE "E0E0E0"
#define MARKED "FFF3C4" /* behind text that is not held in the language of the edition */

char *
wmd_docx_dup_style_id (const char *name)
{
  char *id = g_strdup (name);
  char *to = id;

  for (const char *from = name; *from != '\0'; from++)
    if (g_ascii_isalnum (*from))
      *to++ = *from;
  *to = '\0';
  return id;
}

static char *
dup_foreign_name (WmdItemKind kind, WmdLanguage language)
{
  return g_strdup_printf ("%s (%s)", wmd_document_style_get (kind)->name, wmd_language_get_code (language));
}

char *
wmd_docx_dup_item_style (const WmdDocx *docx, const WmdItem *item)
{
  g_autofree char *name = NULL;

  if (item->language == docx->language)
    return wmd_docx_dup_style_id (wmd_document_style_get (wmd_document_style_of_item (item))->name);
  name = dup_foreign_name (item->kind, item->language);
  return wmd_docx_dup_style_id (name);
}

/* --- properties --- */

static void
write_language (GsfXMLOut *xml, WmdLanguage language)
{
  static const char *const attributes[WMD_N_FAMILIES] = {
    [WMD_FAMILY_TIMES] = "w:val",
    [WMD_FAMILY_NASKH] = "w:bidi",
    [WMD_FAMILY_SONG] = "w:eastAsia",
  };

  wmd_xml_empty (xml, "w:lang", attributes[wmd_document_get_family (language)], wmd_language_get_tag (language), NULL);
}

static void
write_switch (GsfXMLOut *xml, const char *name, gboolean on)
{
  if (on)
    wmd_xml_empty (xml, name, NULL);
}

/* The size of the script that the edition is written in, which in this format East Asian text shares with Latin text.
 */
static double
get_size (const WmdDocx *docx, const WmdType *type)
{
  return docx->language == WMD_LANGUAGE_ZH ? type->size[WMD_FAMILY_SONG] : type->size[WMD_FAMILY_TIMES];
}

static void
write_run_properties (const WmdDocx *docx, GsfXMLOut *xml, guint id)
{
  const WmdStyle *style = wmd_document_style_get_style (id);
  const WmdType *type = wmd_type_get (style->type, docx->language);

  wmd_xml_start (xml, "w:rPr", NULL);
  write_switch (xml, "w:b", style->face & WMD_FACE_BOLD);
  write_switch (xml, "w:bCs", style->face & WMD_FACE_BOLD);
  write_switch (xml, "w:i", style->face & WMD_FACE_ITALIC);
  write_switch (xml, "w:iCs", style->face & WMD_FACE_ITALIC);
  if (wmd_document_style_get (id)->pale)
    wmd_docx_value (xml, "w:color", PALE);
  if (type->spacing > 0.)
    wmd_docx_number (xml, "w:spacing", (int) (type->spacing * 20. + 0.5));
  if (type->family == WMD_FAMILY_TIMES)
    wmd_docx_number (xml, "w:w", (int) (type->stretch * 100. + 0.5));
  wmd_docx_number (xml, "w:sz", (int) (get_size (docx, type) * 2. + 0.5));
  wmd_docx_number (xml, "w:szCs", (int) (type->size[WMD_FAMILY_NASKH] * 2. + 0.5));
  wmd_xml_end (xml);
}

static void
write_tabs (GsfXMLOut *xml, const WmdParagraphShape *shape)
{
  if (shape->n_tabs == 0)
    return;
  wmd_xml_start (xml, "w:tabs", NULL);
  for (guint i = 0; i < shape->n_tabs; i++)
    {
      wmd_xml_start (xml, "w:tab", "w:val", shape->tabs[i].kind == WMD_TAB_END ? "right" : "left", "w:leader",
                     shape->tabs[i].leader ? "dot" : NULL, NULL);
      wmd_docx_add_length (xml, "w:pos", shape->tabs[i].at);
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
}

static void
write_indents (GsfXMLOut *xml, const WmdParagraphShape *shape)
{
  wmd_xml_start (xml, "w:ind", NULL);
  wmd_docx_add_length (xml, "w:left", shape->start);
  wmd_docx_add_length (xml, "w:right", shape->end);
  wmd_docx_add_length (xml, shape->first < 0. ? "w:hanging" : "w:firstLine", ABS (shape->first));
  wmd_xml_end (xml);
}

static void
write_spacing (const WmdDocx *docx, GsfXMLOut *xml, guint id)
{
  double before, after;

  wmd_document_style_get_room (id, &before, &after);
  wmd_xml_start (xml, "w:spacing", NULL);
  wmd_docx_add_length (xml, "w:before", before);
  wmd_docx_add_length (xml, "w:after", after);
  wmd_docx_add_length (xml, "w:line", wmd_type_get (wmd_document_style_get_style (id)->type, docx->language)->pitch);
  gsf_xml_out_add_cstr (xml, "w:lineRule", "exact");
  wmd_xml_end (xml);
}

/* "left" is where lines begin, in either direction. */
static const char *const alignments[] = {
  [WMD_ALIGN_START] = "left",
  [WMD_ALIGN_END] = "right",
  [WMD_ALIGN_CENTER] = "center",
  [WMD_ALIGN_JUSTIFY] = "both",
};

static void
write_rule (GsfXMLOut *xml, const char *size, const char *space)
{
  wmd_xml_start (xml, "w:pBdr", NULL);
  wmd_xml_empty (xml, "w:bottom", "w:val", "single", "w:sz", size, "w:space", space, "w:color", "000000", NULL);
  wmd_xml_end (xml);
}

gboolean
wmd_docx_makes_labels (const WmdDocx *docx, guint id)
{
  return id < WMD_N_ITEM_KINDS && (wmd_document_style_get (id)->bullet != NULL ||
                                   (docx->numberings[id] != NULL && docx->numberings[id]->ooxml != NULL));
}

/* The numberings that styles have come first, in this order, each with the kinds of its levels; those of the lists of
 * letters that begin again follow them.
 */
static const struct
{
  WmdItemKind levels[2];
  guint n_levels;
} numberings[] = {
  { { WMD_ITEM_SECTION }, 1 },
  { { WMD_ITEM_NUMBERED }, 1 },
  { { WMD_ITEM_BULLET, WMD_ITEM_BULLET_2 }, 2 },
  { { WMD_ITEM_LETTERED, WMD_ITEM_LETTERED_2 }, 2 },
};

#define LETTERS (G_N_ELEMENTS (numberings) - 1)

void
wmd_docx_write_numbering_reference (GsfXMLOut *xml, WmdItemKind kind, guint list)
{
  guint level = 0, number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    for (guint j = 0; j < numberings[i].n_levels; j++)
      if (numberings[i].levels[j] == kind)
        {
          number = i + 1;
          level = j;
        }
  wmd_xml_start (xml, "w:numPr", NULL);
  wmd_docx_number (xml, "w:ilvl", (int) level);
  wmd_docx_number (xml, "w:numId", (int) (number + list));
  wmd_xml_end (xml);
}

static void
write_paragraph_properties (const WmdDocx *docx, GsfXMLOut *xml, guint id)
{
  const WmdDocumentStyle *named = wmd_document_style_get (id);
  const WmdStyle *style = wmd_document_style_get_style (id);
  gboolean rtl = wmd_language_is_rtl (docx->language);
  gboolean ltr_block = named->block && rtl;
  WmdParagraphShape shape;

  wmd_paragraph_shape_init (&shape, id, docx->geometry, wmd_docx_makes_labels (docx, id));
  wmd_xml_start (xml, "w:pPr", NULL);
  write_switch (xml, "w:keepNext", style->keep_with_next);
  write_switch (xml, "w:pageBreakBefore", named->page_break);
  if (wmd_docx_makes_labels (docx, id))
    wmd_docx_write_numbering_reference (xml, id, 0);
  if (id == WMD_DOCUMENT_HEADER || id == WMD_DOCUMENT_HEADER_LEFT)
    write_rule (xml, "2", "3");
  if (named->rule)
    write_rule (xml, "4", "0");
  write_tabs (xml, &shape);
  if (ltr_block)
    wmd_docx_value (xml, "w:bidi", "0");
  write_spacing (docx, xml, id);
  write_indents (xml, &shape);
  wmd_docx_value (xml, "w:jc", ltr_block && id == WMD_DOCUMENT_JOB_NUMBER ? "right" : alignments[style->align]);
  if (named->outline > 0)
    wmd_docx_number (xml, "w:outlineLvl", (int) named->outline - 1);
  wmd_xml_end (xml);
}

/* --- paragraph styles --- */

static void
start_style (GsfXMLOut *xml,
             const char *type,
             const char *name,
             const char *word,
             const char *based_on,
             const char *next)
{
  g_autofree char *id = wmd_docx_dup_style_id (name);

  wmd_xml_start (xml, "w:style", "w:type", type, "w:customStyle", word == NULL ? "1" : NULL, "w:styleId", id, NULL);
  wmd_docx_value (xml, "w:name", word != NULL ? word : name);
  if (based_on != NULL)
    wmd_docx_value (xml, "w:basedOn", based_on);
  if (next != NULL)
    wmd_docx_value (xml, "w:next", next);
}

static void
write_style (const WmdDocx *docx, GsfXMLOut *xml, guint id)
{
  const WmdDocumentStyle *named = wmd_document_style_get (id);
  g_autofree char *next = named->next >= 0 ? wmd_docx_dup_style_id (wmd_document_style_get (named->next)->name) : NULL;
  g_autofree char *base = NULL;

  if (id == WMD_DOCUMENT_FIRST_SECTION)
    base = wmd_docx_dup_style_id (wmd_document_style_get (WMD_ITEM_SECTION)->name);
  start_style (xml, "paragraph", named->name, named->word, base != NULL ? base : "Normal", next);
  wmd_xml_empty (xml, "w:qFormat", NULL);
  if (base == NULL)
    {
      write_paragraph_properties (docx, xml, id);
      write_run_properties (docx, xml, id);
    }
  else
    {
      wmd_xml_start (xml, "w:pPr", NULL);
      wmd_xml_empty (xml, "w:pageBreakBefore", NULL);
      write_spacing (docx, xml, id);
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
}

/* A text that is not held in the language of the edition keeps its own language and direction, and is marked. */
static void
write_foreign_style (const WmdDocx *docx, GsfXMLOut *xml, WmdItemKind kind, WmdLanguage language)
{
  g_autofree char *name = dup_foreign_name (kind, language);
  g_autofree char *base = wmd_docx_dup_style_id (wmd_document_style_get (kind)->name);

  start_style (xml, "paragraph", name, NULL, base, NULL);
  wmd_xml_start (xml, "w:pPr", NULL);
  wmd_xml_empty (xml, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", MARKED, NULL);
  wmd_docx_value (xml, "w:bidi", wmd_language_is_rtl (language) ? "1" : "0");
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:rPr", NULL);
  write_language (xml, language);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_defaults (const WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdType *type = wmd_type_get (WMD_TYPE_BODY, docx->language);
  gboolean western = wmd_document_get_family (docx->language) == WMD_FAMILY_TIMES;

  wmd_xml_start (xml, "w:docDefaults", NULL);
  wmd_xml_start (xml, "w:rPrDefault", NULL);
  wmd_xml_start (xml, "w:rPr", NULL);
  wmd_xml_empty (xml, "w:rFonts", "w:ascii", wmd_document_get_font (WMD_FAMILY_TIMES), "w:hAnsi",
                 wmd_document_get_font (WMD_FAMILY_TIMES), "w:eastAsia", wmd_document_get_font (WMD_FAMILY_SONG),
                 "w:cs", wmd_document_get_font (WMD_FAMILY_NASKH), NULL);
  wmd_docx_number (xml, "w:sz", (int) (get_size (docx, type) * 2. + 0.5));
  wmd_docx_number (xml, "w:szCs", (int) (type->size[WMD_FAMILY_NASKH] * 2. + 0.5));
  wmd_xml_empty (xml, "w:lang", "w:val", wmd_language_get_tag (western ? docx->language : WMD_LANGUAGE_EN),
                 "w:eastAsia", wmd_language_get_tag (WMD_LANGUAGE_ZH), "w:bidi", wmd_language_get_tag (WMD_LANGUAGE_AR),
                 NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:pPrDefault", NULL);
  wmd_xml_start (xml, "w:pPr", NULL);
  wmd_xml_empty (xml, "w:widowControl", NULL);
  if (wmd_language_is_rtl (docx->language))
    wmd_xml_empty (xml, "w:bidi", NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* Of each type of style Word wants one that holds where no other does. */
static void
write_default_styles (GsfXMLOut *xml)
{
  static const char *const styles[][3] = {
    { "paragraph", "Normal", "Normal" },
    { "character", "DefaultParagraphFont", "Default Paragraph Font" },
    { "table", "TableNormal", "Normal Table" },
    { "numbering", "NoList", "No List" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      wmd_xml_start (xml, "w:style", "w:type", styles[i][0], "w:default", "1", "w:styleId", styles[i][1], NULL);
      wmd_docx_value (xml, "w:name", styles[i][2]);
      if (i == 0)
        wmd_xml_empty (xml, "w:qFormat", NULL);
      wmd_xml_end (xml);
    }
}

static void
write_paragraph_styles (const WmdDocx *docx, GsfXMLOut *xml)
{
  for (guint i = 0; i < WMD_N_DOCUMENT_STYLES; i++)
    write_style (docx, xml, i);
  for (guint i = 0; i < WMD_N_ITEM_KINDS; i++)
    for (guint j = 0; j < WMD_N_LANGUAGES; j++)
      if (docx->foreign[i][j])
        write_foreign_style (docx, xml, i, j);
}

/* --- character styles --- */

/* Names as Word has them, and elements with values; NULL for a switch. */
static const struct
{
  const char *name;
  gboolean builtin;
  const char *properties[4][2];
} character_styles[] = {
  { "Strong", TRUE, { { "w:b", NULL }, { "w:bCs", NULL } } },
  { "Emphasis", TRUE, { { "w:i", NULL }, { "w:iCs", NULL } } },
  { "Superscript", FALSE, { { "w:vertAlign", "superscript" } } },
  { "Subscript", FALSE, { { "w:vertAlign", "subscript" } } },
  { "Hyperlink", TRUE, { { "w:color", "0000FF" } } },
  { "Symbol Number", FALSE, { { "w:sz", "20" }, { "w:szCs", "20" } } },
  { "Running Job Number", FALSE, { { "w:b", "0" }, { "w:bCs", "0" }, { "w:sz", "14" }, { "w:szCs", "14" } } },
};

static void
write_character_styles (const WmdDocx *docx, GsfXMLOut *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (character_styles); i++)
    {
      const char *name = character_styles[i].name;

      start_style (xml, "character", name, character_styles[i].builtin ? name : NULL, NULL, NULL);
      wmd_xml_start (xml, "w:rPr", NULL);
      for (guint j = 0; j < 4 && character_styles[i].properties[j][0] != NULL; j++)
        wmd_docx_value (xml, character_styles[i].properties[j][0], character_styles[i].properties[j][1]);
      wmd_xml_end (xml);
      wmd_xml_end (xml);
    }
  start_style (xml, "character", "Footnote Reference", "footnote reference", NULL, NULL);
  wmd_xml_start (xml, "w:rPr", NULL);
  wmd_docx_value (xml, "w:vertAlign", "superscript");
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  start_style (xml, "character", "Distribution Text", NULL, NULL, NULL);
  wmd_xml_start (xml, "w:rPr", NULL);
  write_language (xml, wmd_publication_get_masthead (docx->publication)->language);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_docx_write_styles (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_start_document (xml, "w:styles");
  write_defaults (docx, xml);
  write_default_styles (xml);
  write_paragraph_styles (docx, xml);
  write_character_styles (docx, xml);
  wmd_xml_end (xml);
}

/* --- numbering --- */

/* @of_style: the one that paragraphs of the kind have unless they say otherwise. */
static void
write_level (const WmdDocx *docx, GsfXMLOut *xml, WmdItemKind kind, guint level, gboolean of_style)
{
  const WmdNumbering *numbering = docx->numberings[kind];
  const char *bullet = wmd_document_style_get (kind)->bullet;
  g_autofree char *style = wmd_docx_dup_style_id (wmd_document_style_get (kind)->name);
  g_autofree char *index = g_strdup_printf ("%u", level);
  g_autofree char *text = bullet != NULL
                              ? g_strdup (bullet)
                              : g_strdup_printf ("%s%%%u%s", numbering->prefix, level + 1, numbering->suffix);
  WmdParagraphShape shape;

  wmd_paragraph_shape_init (&shape, kind, docx->geometry, TRUE);
  wmd_xml_start (xml, "w:lvl", "w:ilvl", index, NULL);
  wmd_docx_value (xml, "w:start", "1");
  wmd_docx_value (xml, "w:numFmt", bullet != NULL ? "bullet" : numbering->ooxml);
  if (of_style)
    wmd_docx_value (xml, "w:pStyle", style);
  wmd_docx_value (xml, "w:lvlText", text);
  wmd_docx_value (xml, "w:lvlJc", wmd_style_get (kind)->label == WMD_LABEL_HANG ? "right" : "left");
  wmd_xml_start (xml, "w:pPr", NULL);
  write_tabs (xml, &shape);
  write_indents (xml, &shape);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_definition (const WmdDocx *docx, GsfXMLOut *xml, guint numbering, guint number, gboolean of_style)
{
  guint n_levels = numberings[numbering].n_levels;
  g_autofree char *id = g_strdup_printf ("%u", number);

  wmd_xml_start (xml, "w:abstractNum", "w:abstractNumId", id, NULL);
  wmd_docx_value (xml, "w:multiLevelType", n_levels > 1 ? "multilevel" : "singleLevel");
  for (guint i = 0; i < n_levels; i++)
    if (wmd_docx_makes_labels (docx, numberings[numbering].levels[i]))
      write_level (docx, xml, numberings[numbering].levels[i], i, of_style);
  wmd_xml_end (xml);
}

/* Lists that begin again are counted by definitions of their own, so that each still begins with its first item when
 * the one that was first is gone.
 */
void
wmd_docx_write_numbering (WmdDocx *docx, GsfXMLOut *xml)
{
  guint n = G_N_ELEMENTS (numberings) + docx->n_lists;

  wmd_docx_start_document (xml, "w:numbering");
  for (guint i = 0; i < n; i++)
    write_definition (docx, xml, MIN (i, LETTERS), i, i <= LETTERS);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i + 1);

      wmd_xml_start (xml, "w:num", "w:numId", id, NULL);
      wmd_docx_number (xml, "w:abstractNumId", (int) i);
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
}
