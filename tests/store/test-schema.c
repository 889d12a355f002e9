/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* data/wmdreport.schema.json and the program agree on the format: an independent validator accepts what the program
 * writes and refuses what it refuses, and the schema describes all that is there and nothing else.
 */

#include <glib/gstdio.h>

#include "store/store.h"
#include "support/support.h"

#define NO_MODULE 77 /* exit code of validate.py */

/* Runs validate.py with the schema and the arguments; fails with what it says. */
static void
validate (const char *first, const char *second)
{
  /* That of the system, since the module is a package of the system. */
  g_autofree char *python = g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE) ? g_strdup ("/usr/bin/python3")
                                                                                        : test_find_program ("python3");
  g_autofree char *script = test_source_path ("tests", "store", "validate.py", NULL);
  g_autofree char *schema = test_source_path ("data", "wmdreport.schema.json", NULL);
  const char *arguments[] = { python, script, schema, first, second, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (python == NULL)
    return;
  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, &error))
    return;
  if (g_error_matches (error, G_SPAWN_EXIT_ERROR, NO_MODULE) && g_getenv ("CI") == NULL)
    g_test_skip (output);
  else
    g_test_fail_printf ("%s: %s", first, output);
}

static void
test_full (void)
{
  g_autofree char *path = test_source_path ("tests", "store", "data", "full.wmdreport", NULL);

  validate (path, NULL);
}

static void
test_sample (void)
{
  g_autofree char *path = test_source_path ("data", "sample", "sample.wmdreport", NULL);

  validate (path, NULL);
}

/* An empty report, as the program writes it. */
static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdReference) reference = wmd_reference_new (&error);
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdBody) summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  g_autoptr (WmdBody) introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *directory = g_dir_make_tmp ("wmd-schema-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "empty.wmdreport", NULL);
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  snapshot = wmd_snapshot_new (reference, id, facts, summary, introduction, replies, NULL);
  bytes = wmd_store_serialize (snapshot);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  validate (path, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_malformed (void)
{
  g_autofree char *path = test_source_path ("tests", "store", "data", "malformed.json", NULL);

  validate ("--cases", path);
}

static void
test_members (void)
{
  g_autofree char *path = test_source_path ("tests", "store", "data", "full.wmdreport", NULL);

  validate ("--members", path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/full", test_full);
  g_test_add_func ("/schema/sample", test_sample);
  g_test_add_func ("/schema/empty", test_empty);
  g_test_add_func ("/schema/malformed", test_malformed);
  g_test_add_func ("/schema/members", test_members);
  return g_test_run ();
}
