/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long setting a report takes, against the least that it takes with the usual libraries (see floor.c), once, ten
 * and fifty times the size; and what a change costs while the report is open.
 *
 *     bench-pdf TOOL FLOOR REPORT [soffice]
 *
 * With the word soffice, LibreOffice is measured at converting our own ODT.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "store/store.h"
#include "support.h"
#include "typeset/style.h"

#define N_RUNS 9

typedef struct
{
  const char *tool, *floor, *soffice;
  WmdReference *reference;
  WmdComposer *composer;
  WmdLanguage language;
  char *directory;
} Bench;

/* Of this process, so that others on the machine do not count. */
static double
get_cpu_seconds (void)
{
  return clock () / (double) CLOCKS_PER_SEC;
}

static char *
get_path (const Bench *self, const char *name)
{
  return g_build_filename (self->directory, name, NULL);
}

static void
save (const char *path, GBytes *bytes)
{
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("cannot write %s", path);
}

/* What the floor reads: the same words in the same sizes. */
static void
save_paragraphs (const char *path, WmdPublication *publication)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);
      const WmdStyle *style = wmd_style_get (item->kind);
      const WmdType *type = wmd_type_get (style->type, item->language);
      const char *label = item->label != NULL ? item->label : "";

      g_string_append_printf (out, "%g\t%s\t%s %s\n", type->size[type->family],
                              (style->face & WMD_FACE_BOLD) != 0 ? "bold" : "regular", label,
                              wmd_inline_get_text (item->content));
    }
  if (!g_file_set_contents (path, out->str, (gssize) out->len, NULL))
    g_error ("cannot write %s", path);
}

static double
get_kilobytes (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size / 1024. : 0;
}

static guint
count_pages (WmdPublication *publication)
{
  g_autoptr (WmdTypesetter) typesetter = wmd_typesetter_new ();
  g_autoptr (WmdPages) pages = wmd_typesetter_set (typesetter, publication, NULL, NULL, NULL);

  return wmd_pages_get_n_pages (pages);
}

/* What a report of that size took to compute: by the clock a busy moment would strike one size and not another. */
typedef struct
{
  double milliseconds;
  guint n_pages;
} Cost;

/* Whole processes, run in turn so that a busy moment strikes both. */
static Cost
measure_processes (const Bench *self, WmdSnapshot *report, guint n_copies)
{
  g_autoptr (WmdSnapshot) larger = bench_multiply (report, n_copies);
  g_autoptr (WmdPublication) publication = wmd_composer_compose (self->composer, larger, self->language);
  g_autoptr (GBytes) native = wmd_store_serialize (larger);
  g_autofree char *report_path = get_path (self, "report.wmdreport");
  g_autofree char *paragraphs_path = get_path (self, "paragraphs");
  g_autofree char *pdf_path = get_path (self, "report.pdf");
  g_autofree char *floor_path = get_path (self, "floor.pdf");
  g_autofree char *option = g_strconcat ("--language=", wmd_language_get_code (self->language), NULL);
  g_autofree char *name = g_strdup_printf ("%ux: tool / floor", n_copies);
  double times[N_RUNS], computed[N_RUNS], floor_times[N_RUNS], ratios[N_RUNS], memory[N_RUNS];
  Cost cost;

  save (report_path, native);
  save_paragraphs (paragraphs_path, publication);
  for (guint i = 0; i < N_RUNS; i++)
    {
      BenchRun ours = bench_run (self->tool, "export", option, "-o", pdf_path, report_path, NULL);
      BenchRun least =
          bench_run (self->floor, wmd_language_get_tag (self->language), paragraphs_path, floor_path, NULL);

      times[i] = 1000 * ours.seconds;
      computed[i] = 1000 * ours.cpu;
      floor_times[i] = 1000 * least.seconds;
      ratios[i] = ours.seconds / least.seconds;
      memory[i] = ours.megabytes / least.megabytes;
    }
  cost = (Cost){ bench_median (computed, N_RUNS), count_pages (publication) };
  g_print ("%ux: tool %.0f ms, floor %.0f ms; PDF %.0f KB, floor %.0f KB; %u pages, %.2f ms of computing each\n",
           n_copies, bench_median (times, N_RUNS), bench_median (floor_times, N_RUNS), get_kilobytes (pdf_path),
           get_kilobytes (floor_path), cost.n_pages, cost.milliseconds / cost.n_pages);
  bench_print (name, bench_median (ratios, N_RUNS), "x", n_copies == 1 ? 1.25 : 1.0);
  bench_print ("    memory", bench_median (memory, N_RUNS), "x", n_copies == 1 ? 1.25 : 1.15);
  if (n_copies == 1)
    bench_print ("    size of the PDF", get_kilobytes (pdf_path), "KB", 470);
  g_unlink (report_path);
  g_unlink (paragraphs_path);
  g_unlink (pdf_path);
  g_unlink (floor_path);
  return cost;
}

/* What each page costs that comes with a larger report, beside what a process costs that has none. */
static void
compare_pages (const Cost *costs)
{
  double each[2];

  for (guint i = 0; i < G_N_ELEMENTS (each); i++)
    each[i] = (costs[i + 1].milliseconds - costs[i].milliseconds) / (costs[i + 1].n_pages - costs[i].n_pages);
  g_print ("a page more: %.2f ms from 1x to 10x, %.2f ms from 10x to 50x\n", each[0], each[1]);
  bench_print ("    the latter / the former", each[1] / each[0], "x", 1.1);
}

/* LibreOffice converting our own ODT, against our PDF. */
static void
measure_office (const Bench *self, WmdSnapshot *report)
{
  g_autoptr (GBytes) native = wmd_store_serialize (report);
  g_autofree char *report_path = get_path (self, "report.wmdreport");
  g_autofree char *odt_path = get_path (self, "report.odt");
  g_autofree char *pdf_path = get_path (self, "report.pdf");
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", self->directory);
  g_autofree char *option = g_strconcat ("--language=", wmd_language_get_code (self->language), NULL);
  double ratios[N_RUNS];

  save (report_path, native);
  bench_run (self->tool, "export", option, "-o", odt_path, report_path, NULL);
  for (guint i = 0; i <= N_RUNS; i++) /* the first run makes LibreOffice's profile */
    {
      BenchRun office = bench_run (self->soffice, profile, "--headless", "--convert-to", "pdf", "--outdir",
                                   self->directory, odt_path, NULL);
      BenchRun ours = bench_run (self->tool, "export", option, "-o", pdf_path, report_path, NULL);

      if (i > 0)
        ratios[i - 1] = ours.seconds / office.seconds;
    }
  bench_print ("tool / LibreOffice on our ODT", bench_median (ratios, N_RUNS), "x", 1 / 6.);
  g_unlink (report_path);
  g_unlink (odt_path);
  g_unlink (pdf_path);
}

/* The report with one word more in the middle of its longest reply. (transfer full) */
static WmdSnapshot *
edit (WmdSnapshot *report, WmdLanguage language, guint round)
{
  guint n_replies = wmd_snapshot_get_n_replies (report);
  WmdBody *body = wmd_snapshot_get_reply (report, n_replies / 2);
  WmdVariant *variant = wmd_body_get_variant (body, language);
  guint index = wmd_variant_get_n_blocks (variant) / 2;
  WmdBlock *block = wmd_variant_get_block (variant, index);
  g_autofree char *word = g_strdup_printf (" %u", round);
  g_autoptr (WmdInline) end = wmd_inline_new_text (word);
  g_autoptr (WmdInline) content = wmd_inline_join (wmd_block_get_content (block), "", end);
  g_autoptr (WmdBlock) changed = wmd_block_with_content (block, content);
  g_autoptr (WmdVariant) new_variant = wmd_variant_splice (variant, index, 1, &changed, 1);
  g_autoptr (WmdBody) new_body = wmd_body_with_variant (body, language, new_variant);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  for (guint i = 0; i < n_replies; i++)
    g_ptr_array_add (replies, i == n_replies / 2 ? new_body : wmd_snapshot_get_reply (report, i));
  return wmd_snapshot_new (wmd_snapshot_get_reference (report), wmd_snapshot_get_id (report),
                           wmd_snapshot_get_facts (report), wmd_snapshot_get_summary (report),
                           wmd_snapshot_get_introduction (report), replies, NULL);
}

/* One changed paragraph while the report is open: set again, paginated again. */
static void
measure_edit (const Bench *self, WmdSnapshot *report, guint n_copies)
{
  g_autoptr (WmdSnapshot) larger = bench_multiply (report, n_copies);
  g_autoptr (WmdTypesetter) typesetter = wmd_typesetter_new ();
  g_autoptr (WmdPublication) first = wmd_composer_compose (self->composer, larger, self->language);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdPages) pages = wmd_typesetter_set (typesetter, first, NULL, NULL, &error);
  g_autofree char *name = g_strdup_printf ("%ux: one paragraph changed", n_copies);
  double times[4 * N_RUNS];

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (WmdSnapshot) edited = edit (larger, self->language, i);
      g_autoptr (WmdPublication) publication = wmd_composer_compose (self->composer, edited, self->language);
      g_autoptr (WmdPages) again = NULL;
      double start = get_cpu_seconds ();

      again = wmd_typesetter_set (typesetter, publication, NULL, NULL, &error);
      times[i] = 1000 * (get_cpu_seconds () - start);
      g_assert_no_error (error);
    }
  bench_print (name, bench_median (times, G_N_ELEMENTS (times)), "ms", n_copies == 1 ? 1. : 2.);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1, 10, 50 };
  Cost costs[G_N_ELEMENTS (sizes)];
  Bench bench = { NULL };
  g_autoptr (WmdSnapshot) report = NULL;
  g_autofree char *soffice = NULL;

  if (argc < 4)
    {
      g_printerr ("usage: %s TOOL FLOOR REPORT [soffice]\n", argv[0]);
      return 2;
    }
  bench.tool = argv[1];
  bench.floor = argv[2];
  bench.reference = wmd_reference_new (NULL);
  bench.composer = wmd_composer_new (bench.reference);
  bench.directory = g_dir_make_tmp ("bench-pdf-XXXXXX", NULL);
  report = bench_load (bench.reference, argv[3]);
  bench.language = bench_find_language (report);
  g_print ("edition in %s\n", wmd_language_get_code (bench.language));

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    costs[i] = measure_processes (&bench, report, sizes[i]);
  compare_pages (costs);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure_edit (&bench, report, sizes[i]);
  if (argc > 4 && (bench.soffice = soffice = g_find_program_in_path (argv[4])) != NULL)
    measure_office (&bench, report);

  bench_remove (bench.directory);
  g_free (bench.directory);
  wmd_composer_free (bench.composer);
  wmd_reference_unref (bench.reference);
  return 0;
}
