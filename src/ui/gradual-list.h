/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list with the items of another one, of which the first come at once and the rest little by little while nothing
 * else is to be done. A list widget makes up to some hundred rows for what it shows; made at a stretch they would hold
 * the window.
 */
#define WMD_TYPE_GRADUAL_LIST (wmd_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (WmdGradualList, wmd_gradual_list, WMD, GRADUAL_LIST, GObject)

/* @first: how many items come at a stretch, a few more than are seen. @model is kept. (transfer full) */
WmdGradualList *wmd_gradual_list_new (GListModel *model, guint first);

/* Has the first @n items come now, as far as there are so many. */
void wmd_gradual_list_reach (WmdGradualList *self, guint n);

/* Lets go of all but the first items, a few at a time, then calls @shrunk, which is to change the model; then the list
 * grows again. Asked again meanwhile, only the last @shrunk is called.
 */
void wmd_gradual_list_shrink (WmdGradualList *self, void (*shrunk) (gpointer data), gpointer data);

G_END_DECLS
