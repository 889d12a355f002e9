/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which earlier states of a report are kept. */

#include <glib/gstdio.h>
#include <string.h>

#include "store/backups.h"
#include "support/support.h"

typedef struct
{
  char *directory;
  GTimeZone *zone;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("wmd-backups-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->zone = g_time_zone_new_utc ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quoted = g_shell_quote (fixture->directory);
  g_autofree char *command = g_strdup_printf ("rm -rf %s", quoted);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_time_zone_unref (fixture->zone);
  g_free (fixture->directory);
}

/* Keeps the text "DAY.MINUTE" of a minute of a day in May 2023. */
static void
keep (Fixture *fixture, int day, int minute)
{
  g_autoptr (GDateTime) now = g_date_time_new (fixture->zone, 2023, 5, day, 12, minute, 0);
  g_autofree char *text = g_strdup_printf ("%d.%d", day, minute);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  wmd_backup_keep (fixture->directory, "report", bytes, now, &error);
  g_assert_no_error (error);
}

/* (transfer full) The texts that are kept, newest first, with spaces between them. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = wmd_backup_list (fixture->directory, "report");
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      const WmdBackup *backup = backups->pdata[i];
      g_autofree char *text = test_read_file (backup->path, NULL);
      g_autofree char *when =
          g_strdup_printf ("%d.%d", g_date_time_get_day_of_month (backup->when), g_date_time_get_minute (backup->when));

      g_assert_cmpstr (when, ==, text);
      g_string_append_printf (texts, "%s%s", i > 0 ? " " : "", text);
    }
  return g_string_free (texts, FALSE);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = list (fixture);

  g_assert_cmpstr (kept, ==, "");
}

static void
test_latest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  for (int minute = 1; minute <= 15; minute++)
    keep (fixture, 1, minute);
  kept = list (fixture);
  g_assert_cmpstr (kept, ==, "1.15 1.14 1.13 1.12 1.11 1.10 1.9 1.8 1.7 1.6");
}

/* The last of a day outlives the others of that day, for fourteen days. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *later = NULL;

  for (int day = 1; day <= 4; day++)
    for (int minute = 1; minute <= 3; minute++)
      keep (fixture, day, minute);
  for (int minute = 1; minute <= 10; minute++)
    keep (fixture, 10, minute);
  kept = list (fixture);
  g_assert_cmpstr (kept, ==, "10.10 10.9 10.8 10.7 10.6 10.5 10.4 10.3 10.2 10.1 4.3 3.3 2.3 1.3");
  keep (fixture, 17, 1);
  later = list (fixture);
  g_assert_cmpstr (later, ==, "17.1 10.10 10.9 10.8 10.7 10.6 10.5 10.4 10.3 10.2 4.3 3.3");
}

static void
test_same_contents (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  keep (fixture, 1, 1);
  keep (fixture, 1, 1);
  keep (fixture, 1, 2);
  keep (fixture, 1, 2);
  kept = list (fixture);
  g_assert_cmpstr (kept, ==, "1.2 1.1");
}

/* What is not a backup is neither listed nor removed. */
static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "notes.txt", "copy.wmdreport", "20230501T120100.000000Z-x.wmdreport",
                                       "2023-0123456789abcdef.wmdreport" };
  g_autofree char *kept = NULL;

  keep (fixture, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, "report", names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  for (int minute = 2; minute <= 12; minute++)
    keep (fixture, 1, minute);
  kept = list (fixture);
  g_assert_cmpstr (kept, ==, "1.12 1.11 1.10 1.9 1.8 1.7 1.6 1.5 1.4 1.3");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, "report", names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->directory, "report", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf info;

  keep (fixture, 1, 1);
  backups = wmd_backup_list (fixture->directory, "report");
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (((WmdBackup *) backups->pdata[0])->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in_the_way = g_build_filename (fixture->directory, "report", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_false (wmd_backup_keep (fixture->directory, "report", bytes, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
}

#define ADD(name, function) g_test_add ("/backups/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("none", test_none);
  ADD ("latest", test_latest);
  ADD ("days", test_days);
  ADD ("same-contents", test_same_contents);
  ADD ("other-files", test_other_files);
  ADD ("private", test_private);
  ADD ("error", test_error);
  return g_test_run ();
}
