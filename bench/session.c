/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The second export of a report that is open, of all editions that it holds and of which nobody looks at the pages,
 * against painting and finishing the pages alone.
 *
 *     bench-session REPORT
 */

#include "config.h"

#include <time.h>

#include "publish/pdf.h"
#include "support.h"
#include "ui/export.h"

#define N_RUNS 9
#define QUIET_MS 200

/* Of this process, so that others on the machine do not count. */
static double
get_cpu_seconds (void)
{
  return clock () / (double) CLOCKS_PER_SEC;
}

static gboolean
stop_cb (gpointer stop)
{
  *(gboolean *) stop = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the checks that opening a report starts have ended. */
static void
settle (void)
{
  double used;

  do
    {
      gboolean stop = FALSE;

      used = get_cpu_seconds ();
      g_timeout_add (QUIET_MS, stop_cb, &stop);
      while (!stop)
        g_main_context_iteration (NULL, TRUE);
    }
  while (get_cpu_seconds () - used > 0.02 * QUIET_MS / 1000);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void export(WmdSession *session, const WmdExportOptions *options, GFile *folder)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (WmdExportResult) exported = NULL;
  g_autoptr (GError) error = NULL;

  wmd_export_async (session, options, folder, NULL, NULL, exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  exported = wmd_export_finish (result, &error);
  if (exported == NULL)
    g_error ("%s", error->message);
}

/* The pages that the session has. */
static void
paint (WmdSession *session, const WmdExportOptions *options)
{
  WmdPages *pages[WMD_N_LANGUAGES];

  wmd_session_lookup_pages (session, &options->page, pages);
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    if ((options->languages & 1u << language) != 0)
      {
        g_autoptr (GBytes) bytes = NULL;

        g_assert_nonnull (pages[language]);
        bytes = wmd_pdf_write_pages (pages[language], 0, NULL, NULL);
        g_assert_nonnull (bytes);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autofree char *directory = g_dir_make_tmp ("bench-session-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (directory);
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdReport) report = NULL;
  g_autoptr (WmdSession) session = NULL;
  WmdExportOptions options = { .format = wmd_formats_lookup ("pdf"), .to_folder = TRUE };
  double ratios[N_RUNS];

  if (argc < 2)
    {
      g_printerr ("usage: %s REPORT\n", argv[0]);
      return 2;
    }
  snapshot = bench_load (reference, argv[1]);
  report = wmd_report_new_from_snapshot (snapshot);
  session = wmd_session_new (report, NULL);
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_body_get_variant (wmd_snapshot_get_introduction (snapshot), language) != NULL)
      options.languages |= 1u << language;
  settle ();
  export(session, &options, folder);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_cpu_seconds (), middle;

      export(session, &options, folder);
      middle = get_cpu_seconds ();
      paint (session, &options);
      ratios[i] = (middle - start) / (get_cpu_seconds () - middle);
    }
  bench_print ("second export / painting and finishing", bench_median (ratios, N_RUNS), "x", 1.3);
  bench_remove (directory);
  return 0;
}
