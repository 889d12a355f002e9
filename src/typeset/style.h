/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"
#include "typeset/figures.h"
#include "typeset/fonts.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* The style sheet of an issued document: what the sizes, the places and the spaces are. Lengths are points. */

/* --- type --- */

typedef enum
{
  WMD_TYPE_BODY,
  WMD_TYPE_SUBHEADING, /* headings of the size of the body */
  WMD_TYPE_HEADING,    /* of a reply, author line */
  WMD_TYPE_TITLE,      /* of the report, of a section */
  WMD_TYPE_NOTE,       /* footnotes */
  WMD_TYPE_RUNNING,    /* symbol and page number in the margins */
  WMD_TYPE_JOB,        /* job number in the margin */
  WMD_TYPE_MASTHEAD,   /* the small lines of the masthead and the foot of the first page */
  WMD_TYPE_NAME,       /* "United Nations" */
  WMD_TYPE_ORGAN,
  WMD_TYPE_DRAFT,      /* watermark */
} WmdTypeId;

#define WMD_N_TYPES 11

typedef struct
{
  WmdFamily family;            /* of what no other family is for */
  double size[WMD_N_FAMILIES]; /* families look equally large at different sizes */
  double pitch;                /* from baseline to baseline */
  double baseline;             /* of the first line below its top */
  double stretch;              /* horizontal scale of Times */
  double spacing;              /* between letters of Times */
} WmdType;

/* Type of text in @language. */
const WmdType *wmd_type_get (WmdTypeId id, WmdLanguage language);

/* --- boxes --- */

typedef enum
{
  WMD_ALIGN_START,
  WMD_ALIGN_END,
  WMD_ALIGN_CENTER,
  WMD_ALIGN_JUSTIFY,
} WmdAlign;

typedef enum
{
  WMD_LABEL_NONE,
  WMD_LABEL_INLINE, /* where the first line starts; the text follows at the next tab stop */
  WMD_LABEL_HANG,   /* before the text column, ending in line with other such labels */
  WMD_LABEL_END,    /* at the edge of the page where lines end: the title of the column of page numbers */
} WmdLabelPlace;

/* How items of a kind are set. Places are measured from the edge of the text column where lines start. */
typedef struct
{
  WmdTypeId type;
  WmdFaceStyle face;
  WmdAlign align;
  WmdLabelPlace label;
  double label_at;    /* where an inline label starts, where a hanging one ends */
  double first, rest; /* where the first line and the others start */
  double end;         /* by how much lines end before the edge of the column */
  double before, after;
  gboolean keep_with_next; /* on the page of the next item; such an item also brings the space between them */
  gboolean leader;         /* dots to a page number at the edge of the page */
  gboolean boxed;          /* in the frame of the summary */
  const char *role;        /* structure type in a tagged PDF */
} WmdStyle;

const WmdStyle *wmd_style_get (WmdItemKind kind);
const WmdStyle *wmd_style_get_note (void);
const WmdStyle *wmd_style_get_corner (void); /* session, agenda item and its title, above the title of the report */

/* --- the page --- */

/* Places on a page, from its upper left corner in left to right editions; Arabic ones are their mirror image. */
typedef struct
{
  double width, height;
  double margin;         /* of rules, masthead and margins, on both sides */
  double column;         /* where the text column begins, and before the other side where it ends */
  double top, bottom;    /* of the text on every page but the first */
  double first_bottom;   /* of the text on the first page */
  double running_head;   /* baselines */
  double running_foot;
  double job_line;       /* of the first page; what else is at its foot stands where this line has it */
} WmdGeometry;

const WmdGeometry *wmd_geometry_get (WmdPaper paper);

typedef struct
{
  double x, y, width, height;
} WmdFigurePlace;

/* Where a figure is at the foot of the first page. */
WmdFigurePlace wmd_geometry_place_figure (const WmdGeometry *self, WmdFigureId id, WmdLanguage language);

#define WMD_COLUMN_INDENT 63.4      /* of the text column from the margins */
#define WMD_TAB 23.8                /* from one tab stop to the next */
#define WMD_LABEL_GAP 4.            /* at least, between an inline label and its text */
#define WMD_HANG -12.4              /* where hanging labels end, from the text column */
#define WMD_HEAD_RULE 64.8          /* below the running head and the first line of the masthead */
#define WMD_HEAD_RULE_THICK 0.48
#define WMD_RUNNING_RULE_THICK 0.24
#define WMD_MASTHEAD_RULE 208.9     /* below the masthead */
#define WMD_MASTHEAD_RULE_THICK 1.44
#define WMD_CORNER_TOP 214.8        /* of the corner notation below it */
#define WMD_TITLE_TOP 212.7         /* of the title, where there is no corner notation */
#define WMD_EMBLEM_X 64.7
#define WMD_EMBLEM_Y 71.3
#define WMD_EMBLEM_WIDTH 56.1
#define WMD_EMBLEM_HEIGHT 47.
#define WMD_JOB_INDENT 5.4          /* of the job line from the margin */
#define WMD_RECYCLE_BASELINE 10.3   /* from the job line */
#define WMD_RECYCLE_END 13.6        /* of the words, before the edge of the text column */
#define WMD_SUMMARY_PADDING 11.1    /* above the first line in the frame of the summary */
#define WMD_SUMMARY_PADDING_END 18. /* below the last */
#define WMD_SUMMARY_RULE 0.48
#define WMD_NOTE_HANG -3.6          /* where the marks of footnotes end, from the text column */
#define WMD_NOTE_RULE_START -23.8   /* rule above the footnotes, from the text column */
#define WMD_NOTE_RULE_LENGTH 72.
#define WMD_NOTE_RULE_HEIGHT 12.    /* room for the rule above the first footnote */
#define WMD_END_RULE_LENGTH 72.     /* rule below the last line of the document, in the middle */
#define WMD_END_RULE_GAP 30.
#define WMD_SUPERSCRIPT_SCALE 0.65
#define WMD_SUPERSCRIPT_RISE 0.32   /* in sizes of the surrounding text; less than half the size of what is raised */
#define WMD_NOTE_MARK_RISE 0.35     /* the same before a footnote; more than half */
#define WMD_SUBSCRIPT_RISE -0.12

G_END_DECLS
