/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* Asks for one text of a query: its question, or the answer with which it is closed. What is entered becomes one step
 * of the history.
 */
#define WMD_TYPE_QUERY_DIALOG (wmd_query_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WmdQueryDialog, wmd_query_dialog, WMD, QUERY_DIALOG, AdwWindow)

/* @query: one of the reply in @part, or one to be added to it. @text: WMD_QUERY_QUESTION or WMD_QUERY_ANSWER. */
GtkWidget *
wmd_query_dialog_new (GtkWindow *parent, WmdSession *session, WmdPart *part, WmdQuery *query, WmdQueryText text);

/* Whether the respondent could be asked about @finding: it is about a reply, and not about its translation. */
gboolean wmd_query_dialog_can_ask (WmdSession *session, const WmdFinding *finding);

/* Proposes the query that @finding suggests. */
GtkWidget *wmd_query_dialog_new_for_finding (GtkWindow *parent, WmdSession *session, const WmdFinding *finding);

G_END_DECLS
