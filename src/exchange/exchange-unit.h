/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"

G_BEGIN_DECLS

/* A translation unit as it goes to translators' tools. The markup has no character that XML does not have. */
typedef struct
{
  WmdBlock *source; /* as it is now */
  WmdLanguage source_language;
  char *source_markup;
  WmdBlock *target;    /* NULL when there is no text yet */
  char *target_markup; /* the same */
  gboolean stale;
} WmdExchangeUnit;

/* The units of @body that have a source other than @target, in the order of the text; none when @target is the original
 * language. @source: what all are translated from; NONE: each what the report says. (transfer full)
 * (element-type WmdExchangeUnit)
 */
GPtrArray *wmd_exchange_list_units (const WmdBody *body, WmdLanguage target, WmdLanguage source);

G_END_DECLS
