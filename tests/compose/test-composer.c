/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compose/composer.h"
#include "compose/report.h"
#include "support/support.h"

static void
test_golden (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = test_report_new (reference);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, report, language);
  g_autofree char *dump = wmd_publication_dump (publication);
  g_autofree char *name = g_strconcat (wmd_language_get_code (language), ".txt", NULL);
  g_autofree char *path = test_source_path ("tests", "compose", "golden", name, NULL);
  g_autofree char *golden = NULL;

  if (g_getenv ("WMD_TEST_REGENERATE") != NULL)
    g_assert_true (g_file_set_contents (path, dump, -1, NULL));
  golden = test_read_file (path, NULL);
  g_assert_cmpstr (dump, ==, golden);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/compose/golden/", wmd_language_get_code (i), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_golden);
    }
  return g_test_run ();
}
