/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "typeset/emblem.h"

G_BEGIN_DECLS

/* The picture that was chosen on this machine for the place of the emblem: a setting, and nothing of any report. Follows
 * the setting, which another window may change, and the file, which another program may. Emits "changed" when pages
 * that are set now would look otherwise.
 */
#define WMD_TYPE_EMBLEM_CHOICE (wmd_emblem_choice_get_type ())
G_DECLARE_FINAL_TYPE (WmdEmblemChoice, wmd_emblem_choice, WMD, EMBLEM_CHOICE, GObject)

WmdEmblemChoice *wmd_emblem_choice_new (void);

/* NULL while none is chosen. (transfer none) */
GFile *wmd_emblem_choice_get_file (WmdEmblemChoice *self);

/* What pages are to be set with; NULL while none is chosen. (transfer none) */
WmdEmblem *wmd_emblem_choice_get_emblem (WmdEmblemChoice *self);

/* Chooses @file if there is a picture in it; else the choice stays what it was, with an error of WMD_TYPESET_ERROR. */
void wmd_emblem_choice_choose_async (WmdEmblemChoice *self, GFile *file, GAsyncReadyCallback callback, gpointer data);
gboolean wmd_emblem_choice_choose_finish (WmdEmblemChoice *self, GAsyncResult *result, GError **error);

/* Chooses none. */
void wmd_emblem_choice_clear (WmdEmblemChoice *self);

G_END_DECLS
