/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The named paragraph styles of documents that a word processor opens. How they look comes from the style sheet that
 * pages are set with, which measures from the text column; here it is turned into what word processors have: indents
 * from the margin, list labels, tab stops.
 */

#include "config.h"

#include "publish/document-style.h"

static const WmdDocumentStyle styles[WMD_N_DOCUMENT_STYLES] = {
  [WMD_ITEM_TITLE] = { "Title", "Title", WMD_ITEM_AUTHOR },
  [WMD_ITEM_AUTHOR] = { "Subtitle", "Subtitle", WMD_ITEM_PARAGRAPH },
  [WMD_ITEM_SUMMARY_HEADING] = { "Summary Heading", NULL, WMD_ITEM_SUMMARY },
  [WMD_ITEM_SUMMARY] = { "Summary", NULL, -1 },
  [WMD_ITEM_CONTENTS_HEADING] = { "Contents Heading", "TOC Heading", -1, .page_break = TRUE },
  [WMD_ITEM_CONTENTS_SECTION] = { "Contents 1", "toc 1", -1 },
  [WMD_ITEM_CONTENTS_REPLY] = { "Contents 2", "toc 2", -1 },
  [WMD_ITEM_SECTION] = { "Heading 1", "heading 1", WMD_ITEM_REPLY, .outline = 1, .list = "Sections" },
  [WMD_ITEM_REPLY] = { "Heading 2", "heading 2", WMD_ITEM_ORIGINAL, .outline = 2 },
  [WMD_ITEM_ORIGINAL] = { "Original Language", NULL, WMD_ITEM_DATE },
  [WMD_ITEM_DATE] = { "Reply Date", NULL, WMD_ITEM_PARAGRAPH },
  [WMD_ITEM_HEADING_1] = { "Heading 3", "heading 3", WMD_ITEM_PARAGRAPH, .outline = 3 },
  [WMD_ITEM_HEADING_2] = { "Heading 4", "heading 4", WMD_ITEM_PARAGRAPH, .outline = 4 },
  [WMD_ITEM_PARAGRAPH] = { "Text body", "Body Text", -1 },
  [WMD_ITEM_NUMBERED] = { "Numbered Paragraph", NULL, -1, .list = "Numbered Paragraphs" },
  [WMD_ITEM_BULLET] = { "List Bullet", "List Bullet", -1, .list = "Bullets", .bullet = "•" },
  [WMD_ITEM_BULLET_2] = { "List Bullet 2", "List Bullet 2", -1, .list = "Bullets 2", .bullet = "–" },
  [WMD_ITEM_LETTERED] = { "List Letter", NULL, -1, .list = "Letters" },
  [WMD_ITEM_LETTERED_2] = { "List Letter 2", NULL, -1, .list = "Letters 2" },
  [WMD_DOCUMENT_FIRST_SECTION] = { "Heading 1 first", NULL, WMD_ITEM_NUMBERED, .outline = 1, .page_break = TRUE },
  [WMD_DOCUMENT_EMBLEM] = { "Emblem", NULL, -1, .block = TRUE },
  [WMD_DOCUMENT_ORGANIZATION] = { "Organization", NULL, -1 },
  [WMD_DOCUMENT_SYMBOL] = { "Symbol", NULL, -1 },
  [WMD_DOCUMENT_ORGAN] = { "Organ", NULL, -1 },
  [WMD_DOCUMENT_DISTRIBUTION] = { "Distribution", NULL, -1, .block = TRUE },
  [WMD_DOCUMENT_DISTRIBUTION_LINE] = { "Distribution Line", NULL, -1, .block = TRUE },
  [WMD_DOCUMENT_SESSION] = { "Session", NULL, WMD_DOCUMENT_AGENDA_ITEM },
  [WMD_DOCUMENT_AGENDA_ITEM] = { "Agenda Item", NULL, WMD_DOCUMENT_AGENDA_TITLE },
  [WMD_DOCUMENT_AGENDA_TITLE] = { "Agenda Title", NULL, WMD_ITEM_TITLE },
  [WMD_DOCUMENT_CONTENTS_PAGE] = { "Contents Page", NULL, -1 },
  [WMD_DOCUMENT_HEADER] = { "Header", "header", -1 },
  [WMD_DOCUMENT_HEADER_LEFT] = { "Header left", NULL, -1 },
  [WMD_DOCUMENT_FOOTER] = { "Footer", "footer", -1, .block = TRUE },
  [WMD_DOCUMENT_JOB_NUMBER] = { "Job Number", NULL, -1, .block = TRUE },
  [WMD_DOCUMENT_RECYCLE] = { "Recycle", NULL, -1 },
  [WMD_DOCUMENT_FOOTNOTE] = { "Footnote", "footnote text", -1 },
  [WMD_DOCUMENT_FOOTNOTE_RULE] = { "Footnote Rule", NULL, -1 },
  [WMD_DOCUMENT_END] = { "End of Document", NULL, -1, .rule = TRUE },
  [WMD_DOCUMENT_WATERMARK] = { "Watermark", NULL, -1, .pale = TRUE },
};

/* What begins and ends at the margins of the page. */
#define AT_MARGIN .first = -WMD_DOCUMENT_COLUMN, .rest = -WMD_DOCUMENT_COLUMN, .end = -WMD_DOCUMENT_COLUMN

#define JOB_NUMBER_AT 5.4

/* How what stands beside the items is set. */
static const WmdStyle extra_styles[WMD_N_DOCUMENT_STYLES - WMD_N_ITEM_KINDS] = {
#define EXTRA(id) [id - WMD_N_ITEM_KINDS]
  EXTRA (WMD_DOCUMENT_EMBLEM) = { WMD_TYPE_JOB, WMD_FACE_REGULAR, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_ORGANIZATION) = { WMD_TYPE_NAME, WMD_FACE_REGULAR, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_SYMBOL) = { WMD_TYPE_ORGAN, WMD_FACE_REGULAR, WMD_ALIGN_END, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_ORGAN) = { WMD_TYPE_ORGAN, WMD_FACE_BOLD, WMD_ALIGN_START, AT_MARGIN, .before = 5.4 },
  EXTRA (WMD_DOCUMENT_DISTRIBUTION) = { WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, WMD_ALIGN_START, AT_MARGIN,
                                        .before = 11.8 },
  EXTRA (WMD_DOCUMENT_DISTRIBUTION_LINE) = { WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_SESSION) = { WMD_TYPE_BODY, WMD_FACE_BOLD, WMD_ALIGN_START, AT_MARGIN,
                                   .before = WMD_TITLE_TOP - WMD_MASTHEAD_RULE },
  EXTRA (WMD_DOCUMENT_AGENDA_ITEM) = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_AGENDA_TITLE) = { WMD_TYPE_BODY, WMD_FACE_BOLD, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_CONTENTS_PAGE) = { WMD_TYPE_RUNNING, WMD_FACE_ITALIC, WMD_ALIGN_END, AT_MARGIN, .after = 6.,
                                         .keep_with_next = TRUE },
  EXTRA (WMD_DOCUMENT_HEADER) = { WMD_TYPE_RUNNING, WMD_FACE_BOLD, WMD_ALIGN_END, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_HEADER_LEFT) = { WMD_TYPE_RUNNING, WMD_FACE_BOLD, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_FOOTER) = { WMD_TYPE_RUNNING, WMD_FACE_BOLD, WMD_ALIGN_START, AT_MARGIN },
  EXTRA (WMD_DOCUMENT_JOB_NUMBER) = { WMD_TYPE_MASTHEAD, WMD_FACE_REGULAR, WMD_ALIGN_START,
                                      .first = JOB_NUMBER_AT - WMD_DOCUMENT_COLUMN,
                                      .rest = JOB_NUMBER_AT - WMD_DOCUMENT_COLUMN,
                                      .end = JOB_NUMBER_AT - WMD_DOCUMENT_COLUMN },
  EXTRA (WMD_DOCUMENT_RECYCLE) = { WMD_TYPE_RUNNING, WMD_FACE_REGULAR, WMD_ALIGN_END, .end = WMD_RECYCLE_END },
  EXTRA (WMD_DOCUMENT_FOOTNOTE_RULE) = { WMD_TYPE_NOTE, WMD_FACE_REGULAR, WMD_ALIGN_START, .first = WMD_NOTE_RULE_START,
                                         .rest = WMD_NOTE_RULE_START },
  EXTRA (WMD_DOCUMENT_END) = { WMD_TYPE_JOB, WMD_FACE_REGULAR, WMD_ALIGN_CENTER, AT_MARGIN, .before = 12. },
  EXTRA (WMD_DOCUMENT_WATERMARK) = { WMD_TYPE_DRAFT, WMD_FACE_BOLD, WMD_ALIGN_CENTER, AT_MARGIN },
#undef EXTRA
};

/* The mark of a footnote starts a line: it cannot be set to end somewhere. */
#define NOTE_MARK_WIDTH 6.

const WmdDocumentStyle *
wmd_document_style_get (guint id)
{
  g_return_val_if_fail (id < WMD_N_DOCUMENT_STYLES, NULL);

  return &styles[id];
}

const WmdStyle *
wmd_document_style_get_style (guint id)
{
  g_return_val_if_fail (id < WMD_N_DOCUMENT_STYLES, NULL);

  if (id < WMD_N_ITEM_KINDS)
    return wmd_style_get (id);
  if (id == WMD_DOCUMENT_FIRST_SECTION)
    return wmd_style_get (WMD_ITEM_SECTION);
  return id == WMD_DOCUMENT_FOOTNOTE ? wmd_style_get_note () : &extra_styles[id - WMD_N_ITEM_KINDS];
}

/* On pages the room below a heading counts alone, without that above what follows. So what only ever follows a heading
 * has none above it, and the heading of a section leaves that below it to its first reply. But the first section has
 * text below it, and nothing above it on its page.
 */
void
wmd_document_style_get_room (guint id, double *before, double *after)
{
  const WmdStyle *style = wmd_document_style_get_style (id);

  *before = styles[id].page_break || id == WMD_ITEM_AUTHOR ? 0. : style->before;
  *after = style->after;
  if (id == WMD_ITEM_SECTION)
    *after = MAX (style->after - wmd_style_get (WMD_ITEM_REPLY)->before, 0.);
  else if (id == WMD_ITEM_ORIGINAL)
    *after = 0.; /* the date is a second line of it */
}

guint
wmd_document_style_of_item (const WmdItem *item)
{
  return item->kind == WMD_ITEM_SECTION && item->number == 1 ? WMD_DOCUMENT_FIRST_SECTION : item->kind;
}

/* --- paragraphs --- */

static void
add_tab (WmdParagraphShape *self, double at, WmdTabKind kind, gboolean leader)
{
  g_assert (self->n_tabs < G_N_ELEMENTS (self->tabs));
  self->tabs[self->n_tabs++] = (WmdTabStop){ at, kind, leader };
}

/* Where a label starts. One that is to end somewhere is taken there by a tab stop, unless the program makes it. */
static double
place_label (WmdParagraphShape *self, guint id, const WmdStyle *style, gboolean numbered)
{
  if (style->label == WMD_LABEL_INLINE)
    return style->label_at;
  if (id == WMD_DOCUMENT_FOOTNOTE)
    return style->label_at - NOTE_MARK_WIDTH;
  if (numbered)
    return style->label_at;
  add_tab (self, WMD_DOCUMENT_COLUMN + style->label_at, WMD_TAB_END, FALSE);
  return -WMD_DOCUMENT_COLUMN;
}

void
wmd_paragraph_shape_init (WmdParagraphShape *self, guint id, const WmdGeometry *geometry, gboolean numbered)
{
  const WmdStyle *style = wmd_document_style_get_style (id);
  double measure = geometry->width - 2. * geometry->margin;
  gboolean label = style->label == WMD_LABEL_INLINE || style->label == WMD_LABEL_HANG;

  *self = (WmdParagraphShape){ .start = WMD_DOCUMENT_COLUMN + style->rest };
  self->end = style->leader ? 0. : WMD_DOCUMENT_COLUMN + style->end;
  self->first = (label ? place_label (self, id, style, numbered) : style->first) - style->rest;
  if (label && style->first >= style->rest)
    add_tab (self, WMD_DOCUMENT_COLUMN + style->first, WMD_TAB_START, FALSE);
  if (id == WMD_DOCUMENT_END)
    self->start = self->end = (measure - WMD_END_RULE_LENGTH) / 2.;
  if (style->leader || id == WMD_DOCUMENT_FOOTER)
    add_tab (self, measure, WMD_TAB_END, style->leader);
}

/* --- fonts --- */

WmdFamily
wmd_document_get_family (WmdLanguage language)
{
  static const WmdFamily families[WMD_N_LANGUAGES] = {
    [WMD_LANGUAGE_AR] = WMD_FAMILY_NASKH,
    [WMD_LANGUAGE_ZH] = WMD_FAMILY_SONG,
  };

  return families[language];
}

/* Times New Roman is there or has a substitute of the same measures everywhere; the others are those that pages are
 * set in.
 */
const char *
wmd_document_get_font (WmdFamily family)
{
  static const char *const fonts[WMD_N_FAMILIES] = {
    [WMD_FAMILY_TIMES] = "Times New Roman",
    [WMD_FAMILY_NASKH] = "Noto Naskh Arabic",
    [WMD_FAMILY_SONG] = "Noto Serif CJK SC",
  };

  return fonts[family];
}

gsize
wmd_document_get_organ_letter (const char *symbol, const char *p)
{
  return g_ascii_isupper (p[0]) && p[1] == '/' && (p == symbol || p[-1] == '-') ? 1 : 0;
}

char *
wmd_document_dup_breakable (const char *text)
{
  GString *breakable = g_string_new (text);

  g_string_replace (breakable, "/", "/\342\200\213", 0);
  return g_string_free (breakable, FALSE);
}
