/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* wmd-report-tool: what the application does, for scripts and without a display. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "tool/command.h"

static const WmdCommand commands[] = {
  { "import", N_ ("INPUT"), N_ ("Make a report of the text of an issued one, or take a translation back"),
    wmd_command_import },
  { "add-reply", N_ ("REPLY"), N_ ("Add a reply to a report, as the document that was sent"), wmd_command_add_reply },
  { "check", N_ ("REPORT"), N_ ("Say what is wrong with a report, or with one edition of it"), wmd_command_check },
  { "status", N_ ("REPORT"), N_ ("Show how far each reply is in each language"), wmd_command_status },
  { "export", N_ ("REPORT"), N_ ("Write the editions of a report as documents"), wmd_command_export },
  { "roll-forward", N_ ("LAST.wmdreport"), N_ ("Make the report of a new year from the last one"),
    wmd_command_roll_forward },
  { "queries", N_ ("REPORT"), N_ ("List the questions to respondents, or write the letters that ask them"),
    wmd_command_queries },
  { "xliff", N_ ("REPORT"), N_ ("Write what there is to translate, for a translator’s tool"), wmd_command_xliff },
  { "tmx", N_ ("REPORT"), N_ ("Write what is translated, as a translation memory"), wmd_command_tmx },
  { "rules", "", N_ ("List the rules that reports are checked against"), wmd_command_rules },
};

const WmdCommand *
wmd_command_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static void
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  wmd-report-tool %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] [FILE]"),
                          _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-12s %s\n", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (text, "\n%s\n  -h, --help   %s\n  --version    %s\n\n%s\n", _ ("Options:"),
                          _ ("Show this help"), _ ("Show the version"),
                          _ ("“wmd-report-tool COMMAND --help” explains a command."));
  wmd_tool_print (text->str);
}

static WmdExit
run_command (const WmdCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdReference) reference = wmd_reference_new (&error);
  WmdTool tool = { reference, wmd_language_of_messages () };

  if (reference == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  return command->run (&tool, argc, argv);
}

int
main (int argc, char **argv)
{
  const char *first = argc > 1 ? argv[1] : NULL;
  const WmdCommand *command = wmd_command_lookup (first);
  const char *locale_dir = g_getenv ("WMD_REPORT_LOCALE_DIR"); /* set where the program is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("wmd-report-tool");

  if (command != NULL)
    return run_command (command, argc - 1, argv + 1);
  if (g_strcmp0 (first, "--help") == 0 || g_strcmp0 (first, "-h") == 0)
    {
      print_help ();
      return WMD_EXIT_DONE;
    }
  if (g_strcmp0 (first, "--version") == 0)
    {
      wmd_tool_print ("wmd-report-tool " PACKAGE_VERSION "\n");
      return WMD_EXIT_DONE;
    }
  if (first == NULL)
    g_printerr (_ ("wmd-report-tool: No command was given. “wmd-report-tool --help” lists them.\n"));
  else
    g_printerr (_ ("wmd-report-tool: There is no command “%s”. “wmd-report-tool --help” lists them.\n"), first);
  return WMD_EXIT_USAGE;
}
