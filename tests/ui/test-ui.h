/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/session.h"
#include "ui/window.h"

/* Prepares an in-process test of widgets; ends the program with 77 (skipped) where there is no display. */
void test_ui_init (int *argc, char ***argv);

/* A window with the sample report, whose findings are known. */
typedef struct
{
  WmdReference *reference;
  WmdSession *session; /* owned */
  WmdWindow *window;
} TestUiFixture;

/* For g_test_add(). */
void test_ui_set_up (TestUiFixture *fixture, gconstpointer data);
void test_ui_tear_down (TestUiFixture *fixture, gconstpointer data);

/* Shows @session in a window of its own, and runs the main loop until its findings are known. (transfer none) */
WmdWindow *test_ui_show (WmdReference *reference, WmdSession *session);

/* Destroys @window and drops @session (transfer full), of which nothing is left to recover. */
void test_ui_close (WmdWindow *window, WmdSession *session);

/* Runs the main loop until @predicate holds; fails the test when it does not within some seconds. */
void test_ui_wait_for (gboolean (*predicate) (gpointer data), gpointer data);

/* The sample report as an open one, from its file: a copy, so that it can be saved. (transfer full) */
WmdSession *test_ui_open_sample (WmdReference *reference);

/* Runs the main loop until the findings of the report as it is now are known. */
void test_ui_wait_for_findings (WmdSession *session);

/* The reply of that respondent of the registry. (transfer none) */
WmdPart *test_ui_find_reply (WmdSession *session, const char *respondent);

/* Number of findings of that rule about that part (NULL: any) that are not waived. */
guint test_ui_count_findings (WmdSession *session, const char *rule, const char *part);

/* The first widget of that type below @root that is shown; NULL when there is none. */
gpointer test_ui_find (gpointer root, GType type);

/* The open window of that type, the newest first; NULL when there is none. */
gpointer test_ui_find_window (GType type);

/* TRUE when a label that is shown below @root has @text in it. */
gboolean test_ui_has_text (gpointer root, const char *text);

/* Clicks the button of that label (with its mnemonic) that is shown below @root. */
void test_ui_click (gpointer root, const char *label);

/* As when the user lets go of the file @path over the window. TRUE when it was taken. */
gboolean test_ui_drop (WmdWindow *window, const char *path);

/* Does what is waiting to be done. */
void test_ui_spin (void);
