/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <atspi/atspi.h>

/* The application over a real window, for one who sees only the accessibility tree and has a keyboard. */
typedef struct
{
  char *folder; /* of this test alone */
  char *path;   /* of a report in it */
  GPid pid;     /* of the application; 0 when it does not run */
  AtspiAccessible *app;
} Story;

#define STORY_TIMEOUT_SECONDS 60

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)

/* Starts a program of such tests. FALSE where there is no display: exit with 77. */
gboolean story_prepare (int *argc, char ***argv);

void story_init (Story *story);
void story_clear (Story *story);

/* Runs the application, and waits until it can be seen. @path: of the report to open; NULL for none. */
void story_start (Story *story, char *path);

/* Ends the application as its window does, and checks that it came to no harm. */
void story_stop (Story *story);

/* Ends the application as a crash does. */
void story_kill (Story *story);

/* Runs another program, to its end. */
void story_run (const char *first, ...) G_GNUC_NULL_TERMINATED;

void story_spin (guint milliseconds);

typedef gboolean (*StoryPredicate) (AtspiAccessible *object);

gboolean story_is_entry (AtspiAccessible *object);
gboolean story_is_clickable (AtspiAccessible *object);

/* Waits until there is an object with @name in its name, or (not @there) none any more. @predicate may be NULL.
 * (transfer full), NULL when it is to be gone.
 */
AtspiAccessible *story_wait_for (Story *story, const char *name, StoryPredicate predicate, gboolean there);

void story_click (Story *story, const char *name);

/* The text of the entry of that name. (transfer full) */
char *story_read (Story *story, const char *name);
void story_write (Story *story, const char *name, const char *value);

/* Gives @path to the file dialog of that title. */
void story_choose_file (Story *story, const char *title, const char *path);

/* TRUE when the report's file is there and has @text in it. */
gboolean story_file_holds (Story *story, const char *text);
void story_wait_until_file_holds (Story *story, const char *text);
