/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "reference/reference.h"

G_BEGIN_DECLS

/* A row for a date: typed in ISO form or as the interface's language writes it, or chosen from a calendar.
 * Signal "date-changed" (const char *iso): the user gave another date; NULL: took it away. Text that is no date is
 * shown as an error and changes nothing.
 */
#define WMD_TYPE_DATE_ROW (wmd_date_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdDateRow, wmd_date_row, WMD, DATE_ROW, AdwEntryRow)

GtkWidget *wmd_date_row_new (const char *title);

/* @value: as recorded, which may be no date at all; NULL when there is none. Does not emit "date-changed". */
void wmd_date_row_set_value (WmdDateRow *self, WmdReference *reference, WmdLanguage language, const char *value);

G_END_DECLS
