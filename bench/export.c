/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exports as the command line makes them, in whole processes: all editions against one, and the OpenDocument text
 * against the least that it takes (see floor-odt.c), once, ten and fifty times the size. Times are what the processes
 * compute.
 *
 *     bench-export TOOL FLOOR-ODT REPORT
 */
#include "config.h"

#include <glib/gstdio.h>

#include "store/store.h"
#include "support.h"

#define N_RUNS 9

typedef struct
{
  const char *tool, *floor;
  WmdLanguage language;
  char *directory;
  char *report;
  char *output;
} Bench;

static void
save (const Bench *self, WmdSnapshot *report)
{
  g_autoptr (GBytes) native = wmd_store_serialize (report);

  if (!g_file_set_contents (self->report, g_bytes_get_data (native, NULL), (gssize) g_bytes_get_size (native), NULL))
    g_error ("cannot write %s", self->report);
}

/* Runs are made in turn, so that a busy moment strikes both. */
static void
measure_editions (const Bench *self, WmdSnapshot *report)
{
  g_autofree char *one = g_strconcat ("--language=", wmd_language_get_code (self->language), NULL);
  double ratios[N_RUNS];

  save (self, report);
  for (guint i = 0; i < N_RUNS; i++)
    {
      BenchRun all =
          bench_run (self->tool, "export", "--language=all", "--format=pdf", "-o", self->directory, self->report, NULL);
      BenchRun single = bench_run (self->tool, "export", one, "--format=pdf", "-o", self->output, self->report, NULL);

      ratios[i] = all.cpu / single.cpu;
    }
  bench_print ("six editions as PDF / one", bench_median (ratios, N_RUNS), "x", 3);
}

static void
measure_odt (const Bench *self, WmdSnapshot *report, guint n_copies)
{
  g_autoptr (WmdSnapshot) larger = bench_multiply (report, n_copies);
  g_autofree char *option = g_strconcat ("--language=", wmd_language_get_code (self->language), NULL);
  g_autofree char *name = g_strdup_printf ("%ux: report to ODT / floor", n_copies);
  double times[N_RUNS], ratios[N_RUNS];

  save (self, larger);
  for (guint i = 0; i < N_RUNS; i++)
    {
      BenchRun ours = bench_run (self->tool, "export", option, "--format=odt", "-o", self->output, self->report, NULL);
      BenchRun least =
          bench_run (self->floor, wmd_language_get_code (self->language), self->report, self->output, NULL);

      times[i] = 1000 * ours.cpu;
      ratios[i] = ours.cpu / least.cpu;
    }
  g_print ("%ux: report to ODT %.1f ms\n", n_copies, bench_median (times, N_RUNS));
  bench_print (name, bench_median (ratios, N_RUNS), "x", 2);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1, 10, 50 };
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) report = NULL;
  Bench bench = { NULL };

  if (argc != 4)
    {
      g_printerr ("usage: %s TOOL FLOOR-ODT REPORT\n", argv[0]);
      return 2;
    }
  bench.tool = argv[1];
  bench.floor = argv[2];
  bench.directory = g_dir_make_tmp ("bench-export-XXXXXX", NULL);
  bench.report = g_build_filename (bench.directory, "report.wmdreport", NULL);
  bench.output = g_build_filename (bench.directory, "output", NULL);
  report = bench_load (reference, argv[3]);
  bench.language = bench_find_language (report);
  measure_editions (&bench, report);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure_odt (&bench, report, sizes[i]);
  bench_remove (bench.directory);
  g_free (bench.directory);
  g_free (bench.report);
  g_free (bench.output);
  return 0;
}
