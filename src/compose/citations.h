/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/reference.h"

G_BEGIN_DECLS

/* A document that running text names. */
typedef struct
{
  guint start; /* byte offset in the text */
  guint end;   /* byte offset, exclusive */
  char *address;
} WmdCitation;

/* Finds the documents that running text in one language names, by the forms of the reference data. */
typedef struct _WmdCitations WmdCitations;

WmdCitations *wmd_citations_new (WmdReference *reference,
                                 WmdLanguage   language);
void wmd_citations_free (WmdCitations *self);

/* (transfer full) (element-type WmdCitation), in the order of the text and without overlap. */
GArray *wmd_citations_find (const WmdCitations *self,
                            const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdCitations, wmd_citations_free)

G_END_DECLS
