/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/support.h"

static char *
build_path (const char *root, const char *first, va_list args)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (char *) root);
  for (const char *part = first; part != NULL; part = va_arg (args, const char *))
    g_ptr_array_add (parts, (char *) part);
  g_ptr_array_add (parts, NULL);
  return g_build_filenamev ((char **) parts->pdata);
}

static const char *
source_dir (void)
{
  const char *dir = g_getenv ("WMD_REPORT_SOURCE_DIR");

  return dir != NULL ? dir : ".";
}

char *
test_source_path (const char *first, ...)
{
  va_list args;
  char *path;

  va_start (args, first);
  path = build_path (source_dir (), first, args);
  va_end (args);
  return path;
}

char *
test_material_path (const char *first, ...)
{
  const char *dir = g_getenv ("WMD_REPORT_MATERIAL_DIR");
  g_autofree char *beside = g_build_filename (source_dir (), "..", "shared", NULL);
  g_autofree char *path = NULL;
  va_list args;

  va_start (args, first);
  path = build_path (dir != NULL ? dir : beside, first, args);
  va_end (args);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip_printf ("the material %s is not on this machine", path);
  return NULL;
}

char *
test_read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

char *
test_find_program (const char *name)
{
  char *path = g_find_program_in_path (name);

  if (path != NULL)
    return path;
  if (g_getenv ("CI") != NULL)
    g_test_fail_printf ("%s is not installed", name);
  else
    g_test_skip_printf ("%s is not installed", name);
  return NULL;
}
