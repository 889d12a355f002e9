/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/history.h"

G_BEGIN_DECLS

/* Keeps a recovery copy of unsaved work no older than a few seconds, for reports that were never saved too.
 * Emits "failed" (const char *message) once when the copy cannot be written, until it can be again.
 */
#define WMD_TYPE_AUTOSAVE (wmd_autosave_get_type ())
G_DECLARE_FINAL_TYPE (WmdAutosave, wmd_autosave, WMD, AUTOSAVE, GObject)

WmdAutosave *wmd_autosave_new (WmdHistory *history);

/* File that the report belongs to; NULL while it was never saved. */
void wmd_autosave_set_origin (WmdAutosave *self, GFile *origin);

/* Writes now what has not been written yet. */
void wmd_autosave_flush (WmdAutosave *self);

/* The report was saved, or its changes were given up: removes the copy. */
void wmd_autosave_discard (WmdAutosave *self);

G_END_DECLS
