/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "tool/command.h"

static void
complain_usage (const char *name, const char *message)
{
  g_printerr ("wmd-report-tool %s: %s\n", name, message);
  g_printerr (_ ("“wmd-report-tool %s --help” explains the command.\n"), name);
}

/* GOptionContext prints its help through a function that follows the locale; this prints it as UTF-8. */
static void
print_help (GOptionContext *context, const char *name)
{
  g_autofree char *program = g_strdup_printf ("wmd-report-tool %s", name);
  g_autofree char *help = NULL;

  g_set_prgname (program); /* the usage line begins with it */
  help = g_option_context_get_help (context, TRUE, NULL);
  wmd_tool_print (help);
}

gboolean
wmd_command_parse (const char *name,
                   const GOptionEntry *entries,
                   int argc,
                   char **argv,
                   guint n_arguments,
                   const char **arguments)
{
  const WmdCommand *command = wmd_command_lookup (name);
  g_autofree char *parameters = g_strdup_printf ("%s", command->arguments[0] != '\0' ? _ (command->arguments) : "");
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      complain_usage (name, error->message);
      return FALSE;
    }
  if (help)
    {
      print_help (context, name);
      exit (WMD_EXIT_DONE);
    }
  if (argc > 1 && g_strcmp0 (argv[1], "--") == 0)
    {
      argv++;
      argc--;
    }
  if ((guint) argc - 1 != n_arguments)
    {
      complain_usage (name,
                      (guint) argc - 1 < n_arguments ? _ ("A file is missing.") : _ ("There are too many files."));
      return FALSE;
    }
  for (guint i = 0; i < n_arguments; i++)
    arguments[i] = argv[i + 1];
  return TRUE;
}

int
wmd_command_choose (const char *option, const char *value, const char *const *choices)
{
  g_autofree char *list = g_strjoinv (", ", (char **) choices);

  for (int i = 0; choices[i] != NULL; i++)
    if (g_strcmp0 (choices[i], value) == 0)
      return i;
  g_printerr (_ ("wmd-report-tool: “%s” is not a value of --%s; the values are %s.\n"), value, option, list);
  return -1;
}

WmdLanguage
wmd_command_parse_language (const char *code)
{
  const char *codes[WMD_N_LANGUAGES + 1] = { NULL };

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    codes[i] = wmd_language_get_code (i);
  return wmd_command_choose ("language", code, codes);
}
