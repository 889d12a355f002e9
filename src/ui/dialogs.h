/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every dialog of the application, so that one file alone knows which of the toolkit's dialogs there are. The answer
 * goes to a callback with its @owner, an object that is kept until then (NULL: none).
 */

typedef struct
{
  const char *id;    /* what the callback gets */
  const char *label; /* with a mnemonic */
  enum
  {
    WMD_RESPONSE_PLAIN,
    WMD_RESPONSE_SUGGESTED,
    WMD_RESPONSE_DESTRUCTIVE,
  } appearance;
} WmdResponse;

/* @response: id of the chosen one; "cancel" also when the dialog was closed. */
typedef void (*WmdResponseFunc) (const char *response, gpointer owner);

/* @file: (nullable) NULL when the user cancelled. */
typedef void (*WmdFileFunc) (GFile *file, gpointer owner);

/* @files (element-type GFile): (nullable) NULL when the user cancelled. */
typedef void (*WmdFilesFunc) (const GPtrArray *files, gpointer owner);

/* Asks a question. A response with the id "cancel" should be the first. */
void wmd_dialogs_ask (GtkWindow *parent,
                      const char *heading,
                      const char *body,
                      const WmdResponse *responses,
                      guint n_responses,
                      WmdResponseFunc callback,
                      gpointer owner);

/* Says that something did not work, and what to do. */
void wmd_dialogs_show_error (GtkWindow *parent, const char *heading, const char *body);

/* Chooses a report to open or a text to import; @import: texts are offered first. */
void
wmd_dialogs_open_file (GtkWindow *parent, const char *title, gboolean import, WmdFileFunc callback, gpointer owner);

/* Chooses the text of another edition of an open report. */
void wmd_dialogs_open_text (GtkWindow *parent, WmdFileFunc callback, gpointer owner);

/* Chooses a file that comes back from a translator. */
void wmd_dialogs_open_translation (GtkWindow *parent, WmdFileFunc callback, gpointer owner);

/* Chooses a picture. */
void wmd_dialogs_open_picture (GtkWindow *parent, const char *title, WmdFileFunc callback, gpointer owner);

/* Chooses replies, as the documents that were sent. */
void wmd_dialogs_open_replies (GtkWindow *parent, WmdFilesFunc callback, gpointer owner);

/* Chooses where to save; the toolkit asks before an existing file is replaced. @filter: name of the kind of file;
 * @pattern: "*.pdf".
 */
void wmd_dialogs_save_file (GtkWindow *parent,
                            const char *title,
                            const char *name,
                            const char *filter,
                            const char *pattern,
                            WmdFileFunc callback,
                            gpointer owner);

/* Chooses a folder to write several files to. */
void wmd_dialogs_choose_folder (GtkWindow *parent, const char *title, WmdFileFunc callback, gpointer owner);

void wmd_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
