/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/reference.h"

G_BEGIN_DECLS

typedef struct
{
  guint start; /* bytes */
  guint end;
  WmdDate date;
} WmdDateInText;

/* The dates of a text, in any form the language uses, without an article before them. (transfer full)
 * (element-type WmdDateInText), in order and without overlap.
 */
GArray *wmd_dates_in_text_find (WmdReference *reference,
                                WmdLanguage   language,
                                const char   *text);

G_END_DECLS
