/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/reference.h"

G_BEGIN_DECLS

/* How like the surroundings of a place, the texts @before and @after it, are to those of @field in the standard wording
 * of that language: the more, the likelier it is that the field is meant there. 0 when the standard wording does not
 * have the field.
 */
guint wmd_template_context_compare (WmdReference *reference,
                                    WmdLanguage   language,
                                    const char   *field,
                                    const char   *before,
                                    const char   *after);

G_END_DECLS
