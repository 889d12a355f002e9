/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/archive.h"
#include "exchange/passage-remarks.h"
#include "exchange/xml-input.h"
#include "model/block.h"

G_BEGIN_DECLS

/* --- docx-elements.c: the elements of WordprocessingML and what it holds --- */

/* Of the namespaces, which have two names: that of ECMA-376 and the strict one of ISO/IEC 29500. */
typedef enum
{
  WMD_OOXML_OTHER,
  WMD_OOXML_WORD,
  WMD_OOXML_RELATION, /* of attributes */
  WMD_OOXML_DRAWING,
  WMD_OOXML_MATH,
  WMD_OOXML_COMPATIBILITY,
  WMD_OOXML_PACKAGE,
} WmdOoxmlSpace;

WmdOoxmlSpace wmd_ooxml_get_space (const xmlNode *node);

/* Is @node the element of WordprocessingML of that name? */
gboolean wmd_docx_is (const xmlNode *node,
                      const char    *name);

/* The first child of that name; NULL when there is none, or @node is NULL. */
xmlNode *wmd_docx_find (const xmlNode *node,
                        const char    *name);

/* The value of the child of that name: its attribute "val". (transfer full) (nullable) */
char *wmd_docx_dup_value (const xmlNode *node,
                          const char    *name);

/* The number that the child of that name has as its value; @fallback when it has none. */
int wmd_docx_get_number (const xmlNode *node,
                         const char    *name,
                         int            fallback);

/* The running text in @node, with spaces between paragraphs, as much as is quoted; @deleted: also what tracked changes delete.
 * (transfer full)
 */
char *wmd_docx_dup_text (const xmlNode *node,
                         gboolean       deleted);

/* --- docx-styles.c --- */

/* What running text can look like, as bits. */
typedef enum
{
  WMD_DOCX_BOLD = 1 << 0,
  WMD_DOCX_ITALIC = 1 << 1,
  WMD_DOCX_COMPLEX_BOLD = 1 << 2, /* these two of scripts such as Arabic */
  WMD_DOCX_COMPLEX_ITALIC = 1 << 3,
  WMD_DOCX_RAISED = 1 << 4,
  WMD_DOCX_LOWERED = 1 << 5,
  WMD_DOCX_HIDDEN = 1 << 6,
  WMD_DOCX_STRUCK = 1 << 7,
  WMD_DOCX_LINED = 1 << 8, /* underlined or highlighted */
  WMD_DOCX_COMPLEX = 1 << 9,
} WmdDocxLook;

/* What properties say of looks: which they name, and which of those are on. */
typedef struct
{
  guint named;
  guint on;
} WmdDocxLooks;

typedef struct
{
  char *parent; /* id; NULL */
  WmdDocxLooks looks;
  int outline;  /* level of a heading from 0 on; -1: not named */
  char *number; /* id of the numbering; NULL: not named */
  int level;    /* of the item, from 0 on; -1: not named */
} WmdDocxStyle;

/* The styles of a document, by their ids. @root: NULL for a document without. (transfer full) */
GHashTable *wmd_docx_read_styles (const xmlNode *root);

/* What the style of that id and those it is based on say together; @id NULL: what paragraphs without a style have. */
WmdDocxStyle wmd_docx_resolve_style (GHashTable *styles,
                                     const char *id);

/* What @properties (w:rPr; NULL) say, on top of @below. */
WmdDocxLooks wmd_docx_apply_looks (WmdDocxLooks   below,
                                   const xmlNode *properties);

/* Looks of a style of characters on top of a style of paragraphs: some cancel each other. */
WmdDocxLooks wmd_docx_combine_looks (WmdDocxLooks paragraph,
                                     WmdDocxLooks characters);

/* --- docx-numbering.c --- */

typedef enum
{
  WMD_DOCX_MARK_NONE, /* an item without a mark is none */
  WMD_DOCX_MARK_BULLET,
  WMD_DOCX_MARK_LETTER,
  WMD_DOCX_MARK_ROMAN,
  WMD_DOCX_MARK_NUMBER,
  WMD_DOCX_MARK_OTHER,
} WmdDocxMark;

/* The lists of a document, and how far each was counted. */
typedef struct _WmdDocxNumbering WmdDocxNumbering;

/* @root: NULL for a document without lists. @styles: stays the caller's. */
WmdDocxNumbering *wmd_docx_numbering_new (const xmlNode *root,
                                          GHashTable    *styles);
void              wmd_docx_numbering_free (WmdDocxNumbering *self);

/* The level at which the list has the items of that style; 0 when it is none of its styles. */
int wmd_docx_numbering_find_level (WmdDocxNumbering *self,
                                   const char       *number,
                                   const char       *style);

/* Counts an item, and says what stands before it. @position (out): its place in the list, from 1 on. */
WmdDocxMark wmd_docx_numbering_count (WmdDocxNumbering *self,
                                      const char       *number,
                                      int               level,
                                      int              *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdDocxNumbering, wmd_docx_numbering_free)

G_END_DECLS
