/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/archive.h"

G_BEGIN_DECLS

/* What a part of a DOCX file refers to. */
typedef struct
{
  char *type;   /* last step of its address: "styles", "hyperlink" */
  char *target; /* path of a part in the archive; the address of what is outside */
} WmdDocxRelation;

/* The relations of the part at @path ("": of the file), by their ids; empty when it has none. NULL on error.
 * (transfer full) (element-type utf8 WmdDocxRelation)
 */
GHashTable *wmd_docx_read_relations (WmdArchive *archive,
                                     const char *path,
                                     GError    **error);

/* The target of the relation of that type; NULL when there is none. (transfer none) */
const char *wmd_docx_find_target (GHashTable *relations,
                                  const char *type);

G_END_DECLS
