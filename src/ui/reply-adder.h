/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* Adds replies to the open report as the documents that were sent, one after the other: each is read in a thread, asked
 * about where that is needed, and added as one step. What was noticed is the session's afterwards.
 *
 * Properties that notify: "reading" (boolean): a file is being read, no question is asked.
 *
 * Signals: "finished" (const char *sentence): what to tell the user in passing; NULL when nothing was added.
 */
#define WMD_TYPE_REPLY_ADDER (wmd_reply_adder_get_type ())
G_DECLARE_FINAL_TYPE (WmdReplyAdder, wmd_reply_adder, WMD, REPLY_ADDER, GObject)

/* @parent: of the questions. @files (element-type GFile). */
WmdReplyAdder *wmd_reply_adder_new (GtkWindow *parent, WmdSession *session, const GPtrArray *files);

/* Begins; the object keeps itself until it has finished. */
void wmd_reply_adder_start (WmdReplyAdder *self);

/* Adds no more. */
void wmd_reply_adder_cancel (WmdReplyAdder *self);

G_END_DECLS
