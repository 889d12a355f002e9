/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* rules REPORT: time of checking a report, and of checking it again after one edit, at 1, 10 and 50 times its size.
 */

#include "config.h"

#include "rules/checker.h"
#include "support.h"

#define N_RUNS 9

/* (transfer full) The report with one word more in the longest variant of one reply. */
static WmdSnapshot *
edit (WmdSnapshot *snapshot, guint index)
{
  WmdBody *reply = wmd_snapshot_get_reply (snapshot, index);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (WmdBlock) changed = NULL;
  g_autoptr (WmdBody) body = NULL;
  WmdVariant *variant = NULL;
  WmdBlock *block;

  for (WmdLanguage language = 0; variant == NULL && language < WMD_N_LANGUAGES; language++)
    variant = wmd_body_get_variant (reply, language);
  block = wmd_variant_get_block (variant, wmd_variant_get_n_blocks (variant) / 2);
  content = wmd_inline_replace (wmd_block_get_content (block), 0, 0, "1 ");
  changed = wmd_block_with_content (block, content);
  body = wmd_body_with_block (reply, wmd_variant_get_language (variant), changed);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    g_ptr_array_add (replies, i == index ? body : wmd_snapshot_get_reply (snapshot, i));
  return wmd_snapshot_new (wmd_snapshot_get_reference (snapshot), "bench", wmd_snapshot_get_facts (snapshot),
                           wmd_snapshot_get_summary (snapshot), wmd_snapshot_get_introduction (snapshot), replies,
                           NULL);
}

static double
time_check (WmdChecker *checker, WmdSnapshot *snapshot, guint *n_findings)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) findings = wmd_checker_check (checker, snapshot, WMD_LANGUAGE_NONE);

  *n_findings = findings->len;
  return (g_get_monotonic_time () - start) / 1000.0;
}

typedef struct
{
  double whole;
  double edit;
} Times;

/* The best of some runs: whatever else the machine does only adds. The first check of a checker also compiles patterns
 * and names; that is done once in the life of a program, so a small report is checked first.
 */
static Times
measure (WmdReference *reference, WmdSnapshot *original, guint times)
{
  g_autoptr (WmdSnapshot) snapshot = bench_repeat (original, times);
  g_autofree char *whole = NULL, *again = NULL;
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE };
  guint n_findings = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (WmdChecker) checker = wmd_checker_new (reference);
      g_autoptr (WmdSnapshot) edited = edit (snapshot, wmd_snapshot_get_n_replies (snapshot) / 2);
      Times now;
      guint n;

      time_check (checker, original, &n);
      now.whole = time_check (checker, snapshot, &n_findings);
      now.edit = time_check (checker, edited, &n);
      best = (Times){ MIN (best.whole, now.whole), MIN (best.edit, now.edit) };
    }
  g_print ("%ux: %u replies, %u findings\n", times, wmd_snapshot_get_n_replies (snapshot), n_findings);
  whole = g_strdup_printf ("%ux: check", times);
  again = g_strdup_printf ("%ux: check after an edit", times);
  bench_print (whole, best.whole, "ms", 20.0 * times);
  bench_print (again, best.edit, "ms", 2);
  return best;
}

int
main (int argc, char *argv[])
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdSnapshot) snapshot = bench_load (reference, argv[1]);
  static const guint sizes[] = { 1, 10, 50 };
  Times first = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Times times = measure (reference, snapshot, sizes[i]);

      if (i == 0)
        first = times;
      else
        bench_print ("    check, for each time of the text", times.whole / first.whole / sizes[i], "x", 1.1);
    }
  return 0;
}
