/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/history.h"
#include "store/store.h"
#include "ui/emblem-choice.h"
#include "ui/finding-list.h"
#include "ui/layout.h"

G_BEGIN_DECLS

/* Everything a window knows of the report it shows: the report and its history, the file, what is selected, what the
 * rules find. Widgets hold the session and never one another.
 *
 * Properties that notify: "part" (WmdPart *, NULL while the report's own data is selected), "language" (int, the
 * variant that is worked on), "block" (string, the block that holds the cursor), "title" (string), "subtitle" (string),
 * "file" (GFile *), "modified" (boolean), "read-only" (boolean), "noticed" (GPtrArray *).
 *
 * Signals: "reveal" (const char *block, guint start, guint end): show this place of the selected variant (block NULL:
 * its beginning) and take the keyboard there. "message" (const char *sentence): something the user should read in
 * passing.
 */
#define WMD_TYPE_SESSION (wmd_session_get_type ())
G_DECLARE_FINAL_TYPE (WmdSession, wmd_session, WMD, SESSION, GObject)

/* @file: where it was read from; NULL for a report that was never saved. */
WmdSession *wmd_session_new (WmdReport *report, WmdStoreFile *file);

WmdReport *wmd_session_get_report (WmdSession *self);
WmdReference *wmd_session_get_reference (WmdSession *self);
WmdHistory *wmd_session_get_history (WmdSession *self);
WmdFindingList *wmd_session_get_findings (WmdSession *self);
/* All queries to respondents. (element-type WmdQueryItem) (transfer none) */
GListModel *wmd_session_get_queries (WmdSession *self);
GFile *wmd_session_get_file (WmdSession *self); /* NULL when it was never saved */

/* TRUE while nothing can be changed; why, as a sentence, or NULL. */
gboolean wmd_session_get_read_only (WmdSession *self);
const char *wmd_session_get_read_only_reason (WmdSession *self);
void wmd_session_set_read_only (WmdSession *self, const char *reason);

const char *wmd_session_get_title (WmdSession *self);
const char *wmd_session_get_subtitle (WmdSession *self);

/* The edition in @language as pages. (transfer none) */
WmdLayout *wmd_session_get_layout (WmdSession *self, WmdLanguage language);

/* The pages of the report as it is now, of each edition that someone looks at or that was exported since the last
 * change, where they are set with @options; NULL for the others. (transfer none)
 */
void wmd_session_lookup_pages (WmdSession *self, const WmdPageOptions *options, WmdPages *pages[WMD_N_LANGUAGES]);

/* Keeps what an export has set of the state @snapshot until the report changes. @pages: by language, NULL where none
 * were.
 */
void wmd_session_keep_pages (WmdSession *self,
                             WmdSnapshot *snapshot,
                             const WmdPageOptions *options,
                             WmdPages *const pages[WMD_N_LANGUAGES]);

/* What all editions are laid out with, and so what is issued: the paper, and the emblem that this machine has for it. */
const WmdPageOptions *wmd_session_get_page_options (WmdSession *self);
void wmd_session_set_paper (WmdSession *self, WmdPaper paper);
WmdEmblemChoice *wmd_session_get_emblem_choice (WmdSession *self);

/* The language the user's interface is in, or English: for names and dates shown in it. */
WmdLanguage wmd_session_get_interface_language (WmdSession *self);

/* --- selection --- */

WmdPart *wmd_session_get_part (WmdSession *self);
WmdLanguage wmd_session_get_language (WmdSession *self);
const char *wmd_session_get_block (WmdSession *self);

/* Shows @part in @language; NONE: in its original language where that is held, else in the one shown before where
 * that is, else in whichever is. @part NULL: the report's own data.
 */
void wmd_session_select (WmdSession *self, WmdPart *part, WmdLanguage language);
void wmd_session_set_language (WmdSession *self, WmdLanguage language);
void wmd_session_set_block (WmdSession *self, const char *block);

/* While it is pinned, selecting another part keeps the language: for working through the report in one language. */
void wmd_session_set_pinned (WmdSession *self, gboolean pinned);

/* Selects a place and asks the views to show it. @part NULL: the report itself; @block NULL: the whole part. */
void wmd_session_reveal (WmdSession *self,
                         const char *part,
                         WmdLanguage language,
                         const char *block,
                         guint start,
                         guint end);

/* Selects the part @step places after (or before) the one that is selected, in the order of the outline. */
void wmd_session_step_part (WmdSession *self, int step);

/* --- changes --- */

/* Applies @edit (transfer none). When it cannot be applied the user is told and FALSE is returned. */
gboolean wmd_session_apply (WmdSession *self, WmdEdit *edit);

/* Undoes or does again the next step, and selects the part in which that is seen. */
void wmd_session_undo (WmdSession *self);
void wmd_session_redo (WmdSession *self);

/* Puts @body in the place of the part of its id, as one step named @label. @merge_key may be NULL. */
gboolean wmd_session_replace_body (WmdSession *self, WmdBody *body, const char *label, const char *merge_key);
gboolean wmd_session_replace_facts (WmdSession *self, WmdFacts *facts, const char *label, const char *merge_key);

/* Takes over what @snapshot has in other words than the report, or has and the report does not, as one step named
 * @label; nothing goes. FALSE when there was nothing to take over, or it could not be.
 */
gboolean wmd_session_take_snapshot (WmdSession *self, WmdSnapshot *snapshot, const char *label);

/* Adds an empty reply and selects it; takes the selected reply out. Both can be undone. */
void wmd_session_add_reply (WmdSession *self);
void wmd_session_remove_reply (WmdSession *self);

/* --- the file --- */

/* Saves to @file, or to the session's own when NULL; @overwrite: whatever it holds now. After success to another file
 * that is the session's. Fails with WMD_STORE_ERROR_CHANGED when the file is not what was read.
 */
void wmd_session_save_async (WmdSession *self,
                             GFile *file,
                             gboolean overwrite,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean wmd_session_save_finish (WmdSession *self, GAsyncResult *result, GError **error);

/* The file as it is known to the store; NULL when it was never saved. */
WmdStoreFile *wmd_session_get_store_file (WmdSession *self);

/* What the session holds is in no file yet (it was recovered, or imported): it counts as changed until it is saved. */
void wmd_session_mark_unsaved (WmdSession *self);

/* Name to offer when saving: the file's own, else one made of the symbol. (transfer full) */
char *wmd_session_dup_file_name (WmdSession *self);

/* What the last import noticed; NULL when nothing was imported. (element-type WmdFinding) */
void wmd_session_set_noticed (WmdSession *self, GPtrArray *noticed);
GPtrArray *wmd_session_get_noticed (WmdSession *self);

/* The window is gone for good and its changes were saved or given up: nothing is left to recover. */
void wmd_session_discard_recovery (WmdSession *self);

G_END_DECLS
