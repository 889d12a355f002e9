/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/roll-forward.h"

G_BEGIN_DECLS

/* The values that change from last year's report to the new one, one row each, in groups by their place. A row has the
 * old value in its title, the new one in its entry, where it can be corrected, and a tick: without it the old one
 * stays.
 */
#define WMD_TYPE_ROLLED_LIST (wmd_rolled_list_get_type ())
G_DECLARE_FINAL_TYPE (WmdRolledList, wmd_rolled_list, WMD, ROLLED_LIST, GtkWidget)

/* Shows those of @values (element-type WmdRolledValue) that are facts, or those that stand in texts. Dates are written
 * and read in @language.
 */
void wmd_rolled_list_set_values (WmdRolledList *self,
                                 WmdReference *reference,
                                 WmdLanguage language,
                                 GPtrArray *values,
                                 gboolean facts);

guint wmd_rolled_list_get_n_rows (WmdRolledList *self);

/* What was decided. For each of the values that are not shown, NULL; for a fact, what is to be recorded; for words of
 * a text, what is to stand there instead of the field, or NULL for the field. (transfer full) (element-type utf8)
 */
GPtrArray *wmd_rolled_list_dup_texts (WmdRolledList *self);

G_END_DECLS
