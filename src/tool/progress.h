/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line on standard error that says what is being done, while that takes long; nothing where standard error is not a
 * terminal.
 */
typedef struct _WmdProgressLine WmdProgressLine;

WmdProgressLine *wmd_progress_line_new (void);

/* Takes the line away. */
void wmd_progress_line_free (WmdProgressLine *self);

/* What is being done now, without a line end. */
void wmd_progress_line_set (WmdProgressLine *self,
                            const char      *text);

/* Takes the line away for something else to be printed, until the next is set. */
void wmd_progress_line_hide (WmdProgressLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdProgressLine, wmd_progress_line_free)

G_END_DECLS
