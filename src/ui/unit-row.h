/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/body-view.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* One paragraph of a translation: its state, the source, and the text in the target language, which is edited in place
 * while the row is the current one.
 */
#define WMD_TYPE_UNIT_ROW (wmd_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdUnitRow, wmd_unit_row, WMD, UNIT_ROW, GtkListBoxRow)

/* @number: 1-based, in the part. @id: of the block. */
GtkWidget *wmd_unit_row_new (WmdSession *session,
                             WmdPart *part,
                             WmdLanguage source,
                             WmdLanguage target,
                             const char *id,
                             guint number);

const char *wmd_unit_row_get_id (WmdUnitRow *self);

/* Shows the unit as it is in the body now. */
void wmd_unit_row_update (WmdUnitRow *self);

/* What is to be done to the unit; used to find the next one of a kind. */
typedef enum
{
  WMD_UNIT_OPEN,      /* not translated yet */
  WMD_UNIT_STALE,     /* the source changed since */
  WMD_UNIT_TENTATIVE, /* marked so */
  WMD_UNIT_UNREVISED, /* translated, not revised */
} WmdUnitKind;

gboolean wmd_unit_row_is (WmdUnitRow *self, WmdUnitKind kind);

/* Opens or closes the editor of the row. */
void wmd_unit_row_set_current (WmdUnitRow *self, gboolean current);

/* NULL while the row is not the current one. */
WmdBodyView *wmd_unit_row_get_view (WmdUnitRow *self);

void wmd_unit_row_confirm (WmdUnitRow *self);

/* Whether the respondent can be asked about the paragraph; asks what. */
gboolean wmd_unit_row_can_ask (WmdUnitRow *self);
void wmd_unit_row_ask (WmdUnitRow *self);

/* TRUE where there is little room beside the texts. */
void wmd_unit_row_set_narrow (WmdUnitRow *self, gboolean narrow);

G_END_DECLS
