/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/citations.h"
#include "compose/fields.h"
#include "model/inline.h"

G_BEGIN_DECLS

/* @content as it is printed: fields are their values, documents that are named are links, links without a
 * target are text. @uses_fields (out) (optional): TRUE when the result depends on @fields. (transfer full)
 */
WmdInline *wmd_running_text_resolve (WmdInline          *content,
                                     const WmdFields    *fields,
                                     const WmdCitations *citations,
                                     gboolean           *uses_fields);

G_END_DECLS
