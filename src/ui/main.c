/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Starts the application. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ui/application.h"

/* GTK brings OpenGL up even where Cairo draws. Without a graphics card that costs time and memory for nothing, and
 * drawing through it is many times slower than Cairo.
 */
static void
choose_renderer (void)
{
  const gboolean no_card = !g_file_test ("/dev/dri", G_FILE_TEST_IS_DIR);

  if (no_card)
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_setenv (gtk_get_minor_version () < 16 ? "GDK_DEBUG" : "GDK_DISABLE",
              gtk_get_minor_version () < 16 ? "gl-disable" : "gl", FALSE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (WmdApplication) application = NULL;
  const char *locale_dir = g_getenv ("WMD_REPORT_LOCALE_DIR"); /* set where the program is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name ("WMD Report");
  choose_renderer ();
  application = wmd_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
