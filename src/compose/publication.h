/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/inline.h"
#include "reference/language.h"

G_BEGIN_DECLS

/* The report in one language, ready to be set: a flat list of typed items in reading order with
 * every derived text resolved. It is the only thing an output format sees, so all formats say
 * the same. Immutable once composed.
 */
typedef enum
{
  WMD_ITEM_TITLE,            /* of the report */
  WMD_ITEM_AUTHOR,           /* "Report of the Secretary-General" */
  WMD_ITEM_SUMMARY_HEADING,
  WMD_ITEM_SUMMARY,          /* a paragraph of the summary box */
  WMD_ITEM_CONTENTS_HEADING, /* label: the column title "Page" */
  WMD_ITEM_CONTENTS_SECTION, /* label: "II."; target */
  WMD_ITEM_CONTENTS_REPLY,   /* target */
  WMD_ITEM_SECTION,          /* heading; label: "II." */
  WMD_ITEM_REPLY,            /* heading: the respondent */
  WMD_ITEM_ORIGINAL,         /* "[Original: French]" */
  WMD_ITEM_DATE,             /* "[25 May 2023]" */
  WMD_ITEM_HEADING_1,        /* unnumbered subheading */
  WMD_ITEM_HEADING_2,
  WMD_ITEM_PARAGRAPH,
  WMD_ITEM_NUMBERED,         /* label: "1." */
  WMD_ITEM_BULLET,           /* label: the list mark */
  WMD_ITEM_BULLET_2,         /* below the item before it */
  WMD_ITEM_LETTERED,         /* label: "(a)" */
  WMD_ITEM_LETTERED_2,       /* label: "(i)"; below the item before it */
} WmdItemKind;

#define WMD_N_ITEM_KINDS 19

/* Name for dumps, styles and debugging: "title", "contents-section", … */
const char *wmd_item_kind_get_id (WmdItemKind kind);

/* Level of an item of a list of bullets or letters, 1 or 2; 0 for other kinds. An item of the second level stands below
 * the one before it; where there is none before it of the first, it is of a list of its own.
 */
guint wmd_item_kind_get_list_level (WmdItemKind kind);

typedef struct
{
  WmdItemKind kind;
  char *id;           /* unique in the publication, an XML NCName ("r3", "r3-b2"); what links and contents point to */
  char *label;        /* derived mark before the text; NULL when there is none */
  WmdInline *content; /* fields resolved; a footnote is a WMD_SPAN_NOTE with its mark given by the order in the list */
  char *target;       /* id of the item a contents entry stands for; NULL for others */
  char *value;        /* what a derived line says, for machines: code of the original language, a date that exists in ISO 8601; else NULL */

  /* Where it comes from, so that a click on a page leads to the words; NULL for derived items. */
  char *part;
  char *block;

  guint number;         /* 1-based place in its list, of a section among the sections; 0 where label is NULL */
  gboolean missing;     /* the text is not held in this language: content is the text of another one */
  WmdLanguage language; /* of the content: differs from the publication's where the text is missing */
} WmdItem;

/* Items are immutable and reference counted. Composing again after an edit gives the same item, that is the
 * same address, for everything that did not change; who remembers something by that address holds a reference.
 */
const WmdItem *wmd_item_ref (const WmdItem *self);
void           wmd_item_unref (const WmdItem *self);

/* Lines of the masthead, each as printed in this language version; NULL where not known. */
typedef struct
{
  WmdLanguage language; /* of distribution, date, version and originals: English in the ar, ru and zh versions */
  char *united_nations; /* "United Nations" */
  char *organ;          /* "General Assembly" */
  char *symbol;         /* "A/78/132" */
  char *distribution;   /* "Distr.: General" */
  char *date;           /* "10 July 2023" */
  char *version;        /* "Chinese"; NULL where the only original is this language */
  char *originals;      /* "Original: Arabic/English/…" */
  char *session;        /* "Seventy-eighth session" */
  guint session_number; /* 78; 0 where not known */
  char *agenda_item;    /* "Item 101 (s) of the provisional agenda*"; holds one "*" exactly where agenda_note is set */
  char *item_title;     /* "General and complete disarmament" */
  WmdInline *agenda_note; /* footnote of the agenda line, "* A/78/150." without its mark; NULL for an adopted agenda */
  char *job_number;     /* "23-13333" */
  char *draft;          /* "DRAFT": what is written across the pages of one */
  char *job_line;       /* "23-13333 (C)    180723": first-page foot, left to right in every language */
  char *recycle;        /* "Please recycle": beside it */
  char *address;        /* of the document in this language, "https://undocs.org/en/A/78/132": what its QR code holds */
} WmdMasthead;

typedef struct _WmdPublication WmdPublication;

WmdPublication *wmd_publication_ref (WmdPublication *self);
void            wmd_publication_unref (WmdPublication *self);

/* Of the report that it is an edition of. */
const char        *wmd_publication_get_report_id (const WmdPublication *self);
WmdLanguage        wmd_publication_get_language (const WmdPublication *self);
const WmdMasthead *wmd_publication_get_masthead (const WmdPublication *self);
guint              wmd_publication_get_n_items (const WmdPublication *self);
const WmdItem     *wmd_publication_get_item (const WmdPublication *self,
                                             guint                 index);

/* Document metadata: title, subject, author as text in the language; never NULL. */
const char *wmd_publication_get_title (const WmdPublication *self);
const char *wmd_publication_get_author (const WmdPublication *self);
const char *wmd_publication_get_subject (const WmdPublication *self);
/* Symbols of the report and its resolution; NULL-terminated, may be empty. */
const char *const *wmd_publication_get_keywords (const WmdPublication *self);
/* ISO 8601 day of the report; NULL when not known or when there is no such day. */
const char *wmd_publication_get_date (const WmdPublication *self);

/* Number of items whose text is not held in the language of the publication. */
guint wmd_publication_get_n_missing (const WmdPublication *self);

/* One line per item and masthead member, for golden tests and debugging. (transfer full) */
char *wmd_publication_dump (const WmdPublication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPublication, wmd_publication_unref)

G_END_DECLS
