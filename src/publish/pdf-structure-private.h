/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "publish/pdf-structure.h"

G_BEGIN_DECLS

typedef struct _WmdPdfElement WmdPdfElement;

/* A child: an element, a marked piece of a page or an annotation. */
typedef struct
{
  WmdPdfElement *element; /* NULL for the others */
  guint page;
  guint number; /* of the marked piece */
  guint object; /* of the annotation; 0 for a piece */
} WmdPdfKid;

struct _WmdPdfElement
{
  const char *type;
  WmdPdfElement *parent;
  WmdLanguage language; /* NONE: that of the parent */
  guint object;
  GArray *kids;          /* (element-type WmdPdfKid) */
  GPtrArray *after;      /* (element-type WmdPdfElement) footnotes that follow it; NULL for none */
  guint identifier;      /* of a footnote, from 1; 0 for others */
  const char *numbering; /* of a list: the form of its labels; NULL for others */
};

struct _WmdPdfStructure
{
  WmdPages *pages;
  GPtrArray *elements;     /* (element-type WmdPdfElement), all of them, the root first */
  GPtrArray *boxes;        /* by box, what pdf-structure.c keeps of it */
  GPtrArray *masthead;     /* (element-type WmdPdfElement), by line */
  GPtrArray *pieces;       /* (element-type GPtrArray), by page: the element of each marked piece */
  GPtrArray *annotated;    /* (element-type WmdPdfElement), by annotation */
  WmdPdfElement *lists[2]; /* the TOC, or the L of each level, at hand */
  guint list_box;          /* the last box in one */
  WmdPdfElement *outer;    /* LBody of the last item of the first level, which a list below it goes into */
  guint headings[5];       /* levels, as their styles have them, of the headings that what is at hand stands under */
  guint n_headings;
  guint n_notes;
};

G_END_DECLS
