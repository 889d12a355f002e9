/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/citations.h"
#include "compose/fields.h"
#include "compose/publication-private.h"

G_BEGIN_DECLS

/* What the parts of one edition are composed with. */
typedef struct
{
  WmdReference *reference;
  WmdLanguage language;
  const WmdFields *fields;
  guint fields_serial; /* another one for other values of the fields */
  const WmdCitations *citations;
} WmdPartContext;

/* The items of one part of the report, with the body and the blocks they were made of. Immutable. */
typedef struct _WmdPartItems WmdPartItems;

/* @before (nullable): the items of the part as it was; what did not change is taken from it. (transfer full) */
WmdPartItems *wmd_part_items_new (const WmdPartContext *context,
                                  WmdBody              *body,
                                  const WmdPartItems   *before);
void          wmd_part_items_free (WmdPartItems *self);

/* TRUE when composing @body again would give the same. */
gboolean wmd_part_items_is_current (const WmdPartItems   *self,
                                    const WmdPartContext *context,
                                    const WmdBody        *body);

WmdBody      *wmd_part_items_get_body (const WmdPartItems *self);
WmdItemGroup *wmd_part_items_get_items (const WmdPartItems *self);

/* The entry of a reply in the contents; empty for a frame text. */
WmdItemGroup *wmd_part_items_get_contents (const WmdPartItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPartItems, wmd_part_items_free)

G_END_DECLS
