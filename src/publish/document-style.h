/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/numbering.h"
#include "typeset/style.h"

G_BEGIN_DECLS

/* The named paragraph styles of documents that a word processor opens: one for each kind of item, under the number of
 * the kind, then those of what stands beside the items.
 */
typedef enum
{
  WMD_DOCUMENT_FIRST_SECTION = WMD_N_ITEM_KINDS, /* heading of the section that begins a page after the contents */
  WMD_DOCUMENT_EMBLEM,       /* empty, above the masthead, where it is what the emblem is anchored to */
  WMD_DOCUMENT_ORGANIZATION, /* "United Nations" */
  WMD_DOCUMENT_SYMBOL,
  WMD_DOCUMENT_ORGAN,
  WMD_DOCUMENT_DISTRIBUTION,      /* "Distr.: General" */
  WMD_DOCUMENT_DISTRIBUTION_LINE, /* the lines below it */
  WMD_DOCUMENT_SESSION,
  WMD_DOCUMENT_AGENDA_ITEM,
  WMD_DOCUMENT_AGENDA_TITLE,
  WMD_DOCUMENT_CONTENTS_PAGE, /* title of the column of page numbers */
  WMD_DOCUMENT_HEADER,
  WMD_DOCUMENT_HEADER_LEFT,
  WMD_DOCUMENT_FOOTER,
  WMD_DOCUMENT_JOB_NUMBER, /* foot of the first page */
  WMD_DOCUMENT_RECYCLE,    /* below it */
  WMD_DOCUMENT_FOOTNOTE,
  WMD_DOCUMENT_FOOTNOTE_RULE, /* between text and footnotes, where it is a paragraph */
  WMD_DOCUMENT_END,       /* empty, with the rule that ends the document */
  WMD_DOCUMENT_WATERMARK, /* the word across the pages of a draft */
} WmdDocumentStyleId;

#define WMD_N_DOCUMENT_STYLES (WMD_DOCUMENT_WATERMARK + 1)

typedef struct
{
  const char *name;    /* "Heading 1": the one that OpenDocument programs know, where there is one */
  const char *word;    /* the one that Word knows; NULL where it knows none */
  int next;            /* style of the paragraph typed after one of this style; -1 for the same */
  guint outline;       /* level of a heading; 0 for others */
  const char *list;    /* name of the list style of what is numbered or stands in lists; NULL for others */
  const char *bullet;  /* label of all items of such a list; NULL where they are numbered */
  gboolean block;      /* in the language of the distribution block, as what is digits alone */
  gboolean page_break; /* begins a page */
  gboolean rule;       /* has a rule below it */
  gboolean pale;       /* in a colour that text can be read over */
} WmdDocumentStyle;

const WmdDocumentStyle *wmd_document_style_get (guint id);

/* How text of the style is set. */
const WmdStyle *wmd_document_style_get_style (guint id);

/* Room above and below a paragraph, which word processors add up. */
void wmd_document_style_get_room (guint   id,
                                  double *before,
                                  double *after);

/* The style of an item; foreign text has a variant of it of its own. */
guint wmd_document_style_of_item (const WmdItem *item);

/* --- paragraphs as word processors measure them: in points from the margins of the page --- */

typedef enum
{
  WMD_TAB_START,
  WMD_TAB_END,
} WmdTabKind;

typedef struct
{
  double at;
  WmdTabKind kind;
  gboolean leader;
} WmdTabStop;

typedef struct
{
  double start, end; /* indents */
  double first;      /* of the first line, beside start */
  WmdTabStop tabs[3];
  guint n_tabs;
} WmdParagraphShape;

/* @numbered: the label, where the style has one, is made by the program that reads, and not written as text. */
void wmd_paragraph_shape_init (WmdParagraphShape *self,
                               guint              id,
                               const WmdGeometry *geometry,
                               gboolean           numbered);

/* The family that text in a language is set in, and its name for a document. */
WmdFamily   wmd_document_get_family (WmdLanguage language);
const char *wmd_document_get_font (WmdFamily family);

/* Length of the letter of an organ that begins at @p in a document symbol; 0 when none does. */
gsize wmd_document_get_organ_letter (const char *symbol,
                                     const char *p);

/* @text with places where a line may end after each slash, which word processors do not see by themselves. (transfer full) */
char *wmd_document_dup_breakable (const char *text);

/* Places of the masthead, from the margin. */
#define WMD_DOCUMENT_COLUMN 63.4
#define WMD_DOCUMENT_BLOCK_WIDTH 155. /* of the distribution block, which ends at the other margin */
#define WMD_DOCUMENT_MASTHEAD_TOP 40. /* from the edge of the paper */
#define WMD_DOCUMENT_NAME_FOOT 3.8    /* between the name and the rule below it */


G_END_DECLS
