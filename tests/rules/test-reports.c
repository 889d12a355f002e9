/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole reports: the findings of each are frozen in tests/rules/expected/. What is there was read through by a person;
 * for the issued report of 2023 it is what real-report-expected.md lists, written down before the rules were. Run with
 * WMD_TEST_UPDATE=1 to write the files anew, and read the difference.
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "exchange/text-import.h"
#include "rules/cases.h"
#include "rules/checker.h"
#include "store/store.h"
#include "support/support.h"

typedef struct
{
  const char *name;     /* of the expectation */
  const char *path;     /* below the source tree; NULL: the real report */
  const char *language; /* that is asked for; NULL */
} Sample;

static const Sample samples[] = {
  { "real-report", NULL, NULL },
  { "real-report-zh", NULL, "zh" },
  { "imported-ar", "tests/exchange/data/report-ar-issued.txt", NULL },
  { "imported-en", "tests/exchange/data/report-en-issued.txt", NULL },
  { "imported-es", "tests/exchange/data/report-es-issued.txt", NULL },
  { "imported-fr", "tests/exchange/data/report-fr-issued.txt", NULL },
  { "imported-ru", "tests/exchange/data/report-ru-issued.txt", NULL },
  { "imported-zh", "tests/exchange/data/report-zh-issued.txt", NULL },
  { "sample", "data/sample/sample.wmdreport", NULL },
  { "sample-ar", "data/sample/sample.wmdreport", "ar" },
  { "sample-en", "data/sample/sample.wmdreport", "en" },
  { "sample-es", "data/sample/sample.wmdreport", "es" },
  { "sample-fr", "data/sample/sample.wmdreport", "fr" },
  { "sample-ru", "data/sample/sample.wmdreport", "ru" },
  { "sample-zh", "data/sample/sample.wmdreport", "zh" },
};

/* (transfer full) NULL where the report is not on this machine. */
static WmdSnapshot *
load (WmdReference *reference, const Sample *sample)
{
  g_autofree char *path = sample->path != NULL ? test_source_path (sample->path, NULL)
                                               : test_material_path ("real", "report-2023-zh.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  WmdSnapshot *snapshot;
  gsize length;

  if (path == NULL)
    return NULL;
  text = test_read_file (path, &length);
  if (g_str_has_suffix (path, ".wmdreport"))
    snapshot = wmd_store_parse (reference, text, length, NULL, &error);
  else
    {
      g_autoptr (WmdImport) import = wmd_text_import (reference, text, length, &error);

      snapshot = import != NULL ? wmd_snapshot_ref (import->snapshot) : NULL;
    }
  g_assert_no_error (error);
  return snapshot;
}

static char *
describe (WmdSnapshot *snapshot, const GPtrArray *findings)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = rule_case_describe (findings->pdata[i], snapshot);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static void
print_difference (const char *title, const char *lines, const char *others)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);
  g_auto (GStrv) known = g_strsplit (others, "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) known, each[i]))
      g_test_message ("%s: %s", title, each[i]);
}

static void
test_report (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) snapshot = load (reference, sample);
  g_autofree char *name = g_strconcat (sample->name, ".expected", NULL);
  g_autofree char *path = test_source_path ("tests", "rules", "expected", name, NULL);
  g_autoptr (WmdChecker) checker = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *expected = NULL;

  if (snapshot == NULL)
    return;
  checker = wmd_checker_new (reference);
  findings = wmd_checker_check (checker, snapshot, wmd_language_from_code (sample->language));
  lines = describe (snapshot, findings);
  if (g_getenv ("WMD_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, lines, -1, NULL));
  expected = test_read_file (path, NULL);
  print_difference ("missing", expected, lines);
  print_difference ("not expected", lines, expected);
  g_assert_cmpstr (lines, ==, expected);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/reports/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_report);
    }
  return g_test_run ();
}
