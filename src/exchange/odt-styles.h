/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "exchange/passage-document.h"
#include "exchange/xml-input.h"

G_BEGIN_DECLS

/* The namespaces of OpenDocument that readers of texts need. */
typedef enum
{
  WMD_ODF_OTHER,
  WMD_ODF_OFFICE,
  WMD_ODF_TEXT,
  WMD_ODF_TABLE,
  WMD_ODF_DRAWING,
  WMD_ODF_STYLE,
} WmdOdfSpace;

WmdOdfSpace wmd_odf_get_space (const xmlNode *node);

/* Is @node the element of that name? */
gboolean wmd_odf_is (const xmlNode *node,
                     WmdOdfSpace    space,
                     const char    *name);

/* The first element of that name in @node (NULL: nothing), at any depth; NULL when there is none. */
xmlNode *wmd_odf_find (const xmlNode *node,
                       WmdOdfSpace    space,
                       const char    *name);

/* The words of the paragraphs in @node, as many as are quoted. (transfer full) */
char *wmd_odf_dup_text (const xmlNode *node);

/* What running text can look like, as bits; the first two once for each kind of script. */
typedef enum
{
  WMD_ODT_STRONG = 1 << 0, /* Western; then Asian, complex */
  WMD_ODT_EMPHASIS = 1 << 3,
  WMD_ODT_RAISED = 1 << 6,
  WMD_ODT_LOWERED = 1 << 7,
  WMD_ODT_HIDDEN = 1 << 8,
  WMD_ODT_STRUCK = 1 << 9,
  WMD_ODT_LINED = 1 << 10, /* underlined or highlighted */
} WmdOdtLook;

/* What a level of a list has before its items. */
typedef enum
{
  WMD_ODT_MARK_NONE,
  WMD_ODT_MARK_BULLET,
  WMD_ODT_MARK_LETTER,
  WMD_ODT_MARK_ROMAN,
  WMD_ODT_MARK_OTHER,
} WmdOdtMark;

#define WMD_ODT_N_LEVELS 10

typedef struct
{
  WmdOdtMark marks[WMD_ODT_N_LEVELS];
  int starts[WMD_ODT_N_LEVELS];
  int counts[WMD_ODT_N_LEVELS]; /* of the last item; for the reader */
} WmdOdtList;

/* The styles of a text. */
typedef struct _WmdOdtStyles WmdOdtStyles;

WmdOdtStyles *wmd_odt_styles_new (void);
void          wmd_odt_styles_free (WmdOdtStyles *self);

/* Adds the styles in a document: of styles.xml, then those of the text itself, which may have the same names. */
void wmd_odt_styles_add (WmdOdtStyles  *self,
                         const xmlNode *root);

/* What text in that style looks like, on top of @looks; @family: "text" or "paragraph"; @name may be NULL. */
guint wmd_odt_styles_apply (WmdOdtStyles *self,
                            const char   *family,
                            const char   *name,
                            guint         looks);

/* The list of that name, of bullets when there is none; NULL: the numbering of headings. */
WmdOdtList *wmd_odt_styles_get_list (WmdOdtStyles *self,
                                     const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdOdtStyles, wmd_odt_styles_free)

G_END_DECLS
