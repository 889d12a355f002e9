/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* xliff, tmx: what goes to translators and their tools. “import” takes an XLIFF file back. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/tmx.h"
#include "exchange/xliff.h"
#include "tool/command.h"

typedef GBytes *(*WriteFunc) (WmdSnapshot *snapshot, WmdLanguage language, GError **error);

/* @all: “all” languages may be asked for, and are when none is named. FALSE with a message on standard error. */
static gboolean
choose_language (const char *name, const char *code, gboolean all, WmdLanguage *language)
{
  *language = WMD_LANGUAGE_NONE;
  if (all && (code == NULL || strcmp (code, "all") == 0))
    return TRUE;
  if (code == NULL)
    {
      g_printerr (_ ("wmd-report-tool %s: Say with --language which language to translate into.\n"), name);
      return FALSE;
    }
  *language = wmd_command_parse_language (code);
  return *language != WMD_LANGUAGE_NONE;
}

static WmdExit
write_file (WmdTool *tool, const char *path, const char *output, WmdLanguage language, WriteFunc write)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSnapshot) snapshot = wmd_tool_read_report (tool, path, &error);
  g_autoptr (GBytes) bytes = snapshot != NULL ? write (snapshot, language, &error) : NULL;

  if (bytes != NULL && wmd_tool_write (output, bytes, &error))
    return WMD_EXIT_DONE;
  wmd_tool_complain (error);
  return WMD_EXIT_FILE;
}

static WmdExit
run (WmdTool *tool, const char *name, gboolean all, WriteFunc write, int argc, char **argv)
{
  g_autofree char *code = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &code,
      all ? N_ ("The language that was translated into, or “all” (the default)")
          : N_ ("The language to translate into"),
      "LL" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  const char *path;
  WmdLanguage language;

  if (!wmd_command_parse (name, entries, argc, argv, 1, &path) || !choose_language (name, code, all, &language))
    return WMD_EXIT_USAGE;
  if (output == NULL)
    {
      g_printerr (_ ("wmd-report-tool %s: Say with -o which file to write.\n"), name);
      return WMD_EXIT_USAGE;
    }
  return write_file (tool, path, output, language, write);
}

WmdExit
wmd_command_xliff (WmdTool *tool, int argc, char **argv)
{
  return run (tool, "xliff", FALSE, wmd_xliff_write, argc, argv);
}

WmdExit
wmd_command_tmx (WmdTool *tool, int argc, char **argv)
{
  return run (tool, "tmx", TRUE, wmd_tmx_write, argc, argv);
}
