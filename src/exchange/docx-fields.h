/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "exchange/passage-builder.h"

G_BEGIN_DECLS

/* The fields that are open at a place of a document. Each has a code, which is no text, and then the result that was
 * printed last.
 */
typedef struct _WmdDocxFields WmdDocxFields;

WmdDocxFields *wmd_docx_fields_new (void);
void           wmd_docx_fields_free (WmdDocxFields *self);

/* A field begins, its result begins, or it ends: w:fldChar. Links are kept by @builder. */
void wmd_docx_fields_step (WmdDocxFields     *self,
                           const xmlNode     *node,
                           WmdPassageBuilder *builder);
void wmd_docx_fields_add_code (WmdDocxFields *self,
                               const char    *code);

/* Fields whose code does not end in a paragraph are damaged and show what follows. */
void wmd_docx_fields_end_paragraph (WmdDocxFields *self);

gboolean    wmd_docx_fields_is_code (const WmdDocxFields *self);
gboolean    wmd_docx_fields_is_contents (const WmdDocxFields *self);
const char *wmd_docx_fields_get_link (const WmdDocxFields *self); /* NULL outside of links */

/* The address in the code of a field that is a link; NULL when it is none. (transfer full) */
char *wmd_docx_dup_field_link (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdDocxFields, wmd_docx_fields_free)

G_END_DECLS
