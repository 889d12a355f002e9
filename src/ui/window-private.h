/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/window.h"

#include "ui/find-bar.h"
#include "ui/findings-pane.h"
#include "ui/outline.h"
#include "ui/pages-view.h"
#include "ui/pane-handle.h"
#include "ui/reply-adder.h"
#include "ui/start-page.h"

G_BEGIN_DECLS

struct _WmdWindow
{
  AdwApplicationWindow parent_instance;

  WmdReference *reference;
  WmdSession *session;   /* NULL: the start page is shown */
  GSettings *settings;   /* NULL where the schema is not installed */
  GCancellable *loading; /* NULL unless a report is being loaded */
  GFileMonitor *monitor; /* of the session's file; NULL */
  GtkWindow *rules;      /* help of the rules; NULL while it is not shown */
  WmdReplyAdder *adding; /* replies; NULL */
  guint adding_timeout;  /* after which that is shown; 0 */
  AdwToast *adding_toast; /* that shows it; NULL */
  GFile *saving; /* that is being written; NULL */
  gboolean close_when_saved;

  AdwToastOverlay *toasts;
  GtkStack *pages; /* "start", "loading", "report" */
  WmdStartPage *start;
  GtkLabel *loading_label;
  GtkWidget *title;        /* AdwViewSwitcherTitle */
  GtkWidget *views;        /* AdwViewStack */
  GtkWidget *outline_flap; /* AdwFlap */
  GtkWidget *side_flap;    /* AdwFlap */
  WmdFindBar *find_bar;
  WmdPaneHandle *outline_handle;
  WmdPaneHandle *side_handle;
  GtkToggleButton *show_outline;
  GtkToggleButton *show_side;
  WmdOutline *outline;
  WmdFindingsPane *findings;
  WmdPagesView *pages_view;
  GtkImage *findings_icon;
  GtkLabel *findings_count;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkButton *banner_button;
};

/* --- window-actions.c --- */

void wmd_window_install_actions (GtkWidgetClass *widget_class);

/* The one place that says which actions can be used now. */
void wmd_window_update_actions (WmdWindow *self);

/* --- window-files.c --- */

void wmd_window_save (WmdWindow *self);
void wmd_window_save_as (WmdWindow *self);
void wmd_window_save_to (WmdWindow *self, GFile *file);
void wmd_window_choose_file (WmdWindow *self, gboolean import);
void wmd_window_new_report (WmdWindow *self);

/* Shows @session in this window when it is free, else in a new one, which is returned. (transfer none) */
WmdWindow *wmd_window_show_session (WmdWindow *self, WmdSession *session);
void wmd_window_reload (WmdWindow *self);

/* TRUE when the window may go now; else the user is being asked. */
gboolean wmd_window_may_close (WmdWindow *self);
void wmd_window_watch_file (WmdWindow *self);

/* --- window-exchange.c --- */

/* Makes a new report of that of last year in @file; choose: asks for the file. */
void wmd_window_roll_forward (WmdWindow *self, GFile *file);
void wmd_window_choose_last_report (WmdWindow *self);

/* Imports the text of another edition, or a translation, into the open report; choose: asks for the file. */
void wmd_window_import_edition (WmdWindow *self, GFile *file);
void wmd_window_choose_edition (WmdWindow *self);

/* --- window-translations.c --- */

/* Writes what there is to translate into the language @code ("": the one that is shown); asks for the file, or not. */
void wmd_window_export_translation (WmdWindow *self, const char *code);
void wmd_window_export_translation_to (WmdWindow *self, const char *code, const char *path);

/* Takes a translation back; asks for the file. */
void wmd_window_choose_translation (WmdWindow *self);

/* TRUE when @file has the name of one that comes back from a translator, and the open report can take it. */
gboolean wmd_window_takes_translation (WmdWindow *self, GFile *file);

/* --- window-replies.c --- */

/* Adds replies that are in files (element-type GFile) to the open report; choose: asks for the files. */
void wmd_window_add_replies (WmdWindow *self, const GPtrArray *files);
void wmd_window_choose_replies (WmdWindow *self);
void wmd_window_cancel_adding (WmdWindow *self);

/* The window goes. */
void wmd_window_forget_adding (WmdWindow *self);

/* TRUE when @file has the name of a document with a reply, and the open report can take it. */
gboolean wmd_window_takes_reply (WmdWindow *self, GFile *file, gboolean on_outline);

/* --- window-help.c --- */

/* The help of the rules, at the rule of that id; "": at the beginning. */
void wmd_window_show_rule (WmdWindow *self, const char *id);

/* The same, at the rule of the finding that is being looked at. */
void wmd_window_help (WmdWindow *self);
void wmd_window_close_rules (WmdWindow *self);

/* --- window-publish.c --- */

void wmd_window_export (WmdWindow *self);

/* Without questions: the edition of that language code, in the format that the ending of @path names. */
void wmd_window_export_to (WmdWindow *self, const char *code, const char *path);
void wmd_window_open_exported (WmdWindow *self, const char *uri);
void wmd_window_print (WmdWindow *self);

/* --- window.c --- */

/* Shows a line above the views; @label, @action: a button in it, or NULL. @text NULL hides it. */
void wmd_window_show_banner (WmdWindow *self, const char *text, const char *label, const char *action);

G_END_DECLS
