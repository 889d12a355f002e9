/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <stdio.h>

#include "model/finding.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* What the program tells its caller; part of the contract with scripts. */
typedef enum
{
  WMD_EXIT_DONE = 0,
  WMD_EXIT_FINDINGS = 1, /* there are findings of severity error */
  WMD_EXIT_USAGE = 2,    /* the arguments were wrong */
  WMD_EXIT_FILE = 3,     /* a file could not be read or written */
} WmdExit;

typedef struct
{
  WmdReference *reference;
  WmdLanguage language; /* of the user, for names and dates in messages */
} WmdTool;

typedef struct
{
  const char *name;
  const char *arguments; /* for --help: "INPUT.txt" */
  const char *summary;   /* for --help, translatable */
  WmdExit (*run) (WmdTool *tool, int argc, char **argv);
} WmdCommand;

WmdExit wmd_command_import (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_add_reply (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_check (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_rules (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_status (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_export (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_roll_forward (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_queries (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_xliff (WmdTool *tool, int argc, char **argv);
WmdExit wmd_command_tmx (WmdTool *tool, int argc, char **argv);

/* The entry of the table of commands; NULL for an unknown name. */
const WmdCommand *wmd_command_lookup (const char *name);

/* --- arguments --- */

/* Reads the options of a command and its arguments, of which there must be @n_arguments, into @arguments.
 * Says on standard error what is wrong where FALSE is returned. The strings belong to @argv.
 */
gboolean wmd_command_parse (const char         *name,
                            const GOptionEntry *entries,
                            int                 argc,
                            char              **argv,
                            guint               n_arguments,
                            const char        **arguments);

/* Position of @value in @choices (NULL-terminated); -1, with a message on standard error, when it is not one. */
int wmd_command_choose (const char        *option,
                        const char        *value,
                        const char *const *choices);

/* NONE, with a message on standard error, when @code is not one of the six. */
WmdLanguage wmd_command_parse_language (const char *code);

/* --- files; "-" is standard input or output --- */

/* (transfer full), NULL on error. */
GBytes *wmd_tool_read (const char *path,
                       GError    **error);

/* Reads a native file. (transfer full), NULL on error. */
WmdSnapshot *wmd_tool_read_report (WmdTool    *tool,
                                   const char *path,
                                   GError    **error);

gboolean wmd_tool_write (const char *path,
                         GBytes     *bytes,
                         GError    **error);

/* Writes to standard output as it is, in UTF-8 whatever the locale, so that scripts can rely on it. */
void wmd_tool_print (const char *text);

/* Says on standard error what went wrong. */
void wmd_tool_complain (const GError *error);

/* --- findings --- */

/* Prints findings (element-type WmdFinding) on @stream for people or as JSON, and says whether one of them is an error
 * that stands (@strict: or a warning). @requests: of the resolution, each with its state (element-type
 * WmdChecklistEntry); NULL: not asked about.
 */
WmdExit wmd_tool_print_findings (WmdTool         *tool,
                                 WmdSnapshot     *snapshot,
                                 const GPtrArray *findings,
                                 const GPtrArray *requests,
                                 FILE            *stream,
                                 gboolean         json,
                                 gboolean         strict);

G_END_DECLS
