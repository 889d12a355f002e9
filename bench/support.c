/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the benches share: reports of any size, runs of programs, medians. Times are given as ratios wherever that is
 * possible, since they survive another machine and a busy one.
 */
#include "config.h"

#include "support.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/text-import.h"
#include "store/store.h"

static WmdSnapshot *
import (WmdReference *reference, const char *text, gsize length, GError **error)
{
  g_autoptr (WmdImport) result = wmd_text_import (reference, text, length, error);

  return result != NULL ? wmd_snapshot_ref (result->snapshot) : NULL;
}

WmdSnapshot *
bench_load (WmdReference *reference, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  WmdSnapshot *report;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  if (g_str_has_suffix (path, ".txt"))
    report = import (reference, contents, length, &error);
  else
    report = wmd_store_parse (reference, contents, length, NULL, &error);
  if (report == NULL)
    g_error ("%s: %s", path, error->message);
  return report;
}

static WmdVariant *
mark_variant (WmdVariant *variant, guint copy)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autofree char *mark = g_strdup_printf (" %u", copy);

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);
      g_autoptr (WmdInline) end = wmd_inline_new_text (mark);
      g_autoptr (WmdInline) content = wmd_inline_join (wmd_block_get_content (block), "", end);

      g_ptr_array_add (blocks, wmd_block_with_content (block, content));
    }
  return wmd_variant_new (wmd_variant_get_language (variant), blocks);
}

static WmdBody *
mark_body (WmdBody *body, guint copy)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", wmd_body_get_id (body), copy);
  WmdBody *marked = wmd_body_with_id (body, id);

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);
      g_autoptr (WmdBody) before = NULL;
      g_autoptr (WmdVariant) changed = NULL;

      if (variant == NULL)
        continue;
      before = marked;
      changed = mark_variant (variant, copy);
      marked = wmd_body_with_variant (before, language, changed);
    }
  return marked;
}

WmdSnapshot *
bench_multiply (WmdSnapshot *report, guint n_copies)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);

  for (guint copy = 0; copy < n_copies; copy++)
    for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
      {
        WmdBody *body = wmd_snapshot_get_reply (report, i);

        g_ptr_array_add (replies, copy == 0 ? wmd_body_ref (body) : mark_body (body, copy));
      }
  return wmd_snapshot_new (wmd_snapshot_get_reference (report), wmd_snapshot_get_id (report),
                           wmd_snapshot_get_facts (report), wmd_snapshot_get_summary (report),
                           wmd_snapshot_get_introduction (report), replies, wmd_snapshot_get_unknown (report));
}

/* A block of its own, so that nothing is shared between the copies. */
static WmdVariant *
copy_variant (WmdVariant *variant)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);

      g_ptr_array_add (blocks, wmd_block_with_id (block, wmd_block_get_id (block)));
    }
  return wmd_variant_new (wmd_variant_get_language (variant), blocks);
}

/* (transfer full) The reply under another id; a copy has a name of its own, since a respondent replies once. */
static WmdBody *
copy_reply (WmdBody *reply, WmdReference *reference, guint copy, guint index)
{
  g_autofree char *id = g_strdup_printf ("r%u", copy * 1000 + index + 1);
  WmdBody *body = wmd_body_with_id (reply, id);

  if (copy > 0)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", wmd_body_get_name (reply, reference, WMD_LANGUAGE_EN), copy);
      g_autoptr (WmdBody) nobody = wmd_body_with_field (body, WMD_FIELD_RESPONDENT, NULL);
      const char *section = wmd_section_get_id (wmd_body_get_section (reply, reference));
      g_autoptr (WmdBody) placed = wmd_body_with_field (nobody, WMD_FIELD_SECTION, section);

      wmd_body_unref (body);
      body = wmd_body_with_own_name (placed, WMD_LANGUAGE_EN, name);
    }
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (reply, language);
      g_autoptr (WmdVariant) copied = variant != NULL ? copy_variant (variant) : NULL;
      WmdBody *next = wmd_body_with_variant (body, language, copied);

      wmd_body_unref (body);
      body = next;
    }
  return body;
}

WmdSnapshot *
bench_repeat (WmdSnapshot *snapshot, guint n_copies)
{
  WmdReference *reference = wmd_snapshot_get_reference (snapshot);
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);

  for (guint copy = 0; copy < n_copies; copy++)
    for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
      g_ptr_array_add (replies, copy_reply (wmd_snapshot_get_reply (snapshot, i), reference, copy, i));
  return wmd_snapshot_new (reference, "bench", wmd_snapshot_get_facts (snapshot), wmd_snapshot_get_summary (snapshot),
                           wmd_snapshot_get_introduction (snapshot), replies, NULL);
}

WmdLanguage
bench_find_language (WmdSnapshot *report)
{
  guint n_words[WMD_N_LANGUAGES] = { 0 };
  WmdLanguage found = 0;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
      {
        WmdVariant *variant = wmd_body_get_variant (wmd_snapshot_get_reply (report, i), language);

        n_words[language] += variant != NULL ? wmd_variant_get_n_words (variant) : 0;
      }
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (n_words[language] > n_words[found])
      found = language;
  return found;
}

BenchRun
bench_run (const char *program, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  va_list args;
  int status;
  pid_t pid;

  g_ptr_array_add (arguments, (char *) program);
  va_start (args, program);
  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);

  /* Not g_spawn: a child made with vfork() starts with nothing of this program's memory in its account. */
  pid = vfork ();
  if (pid == 0)
    {
      execv (program, (char **) arguments->pdata);
      _exit (127);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s failed", program);
  return (BenchRun){ (g_get_monotonic_time () - start) / 1e6,
                     usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
                         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
                     usage.ru_maxrss / 1024. };
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
bench_median (double *values, guint n_values)
{
  g_return_val_if_fail (n_values > 0, 0);

  qsort (values, n_values, sizeof values[0], compare_doubles);
  return values[n_values / 2];
}

void
bench_print (const char *name, double value, const char *unit, double limit)
{
  g_print ("%-52s %8.2f %-3s at most %.2f%s\n", name, value, unit, limit, value > limit ? "  TOO MUCH" : "");
}

void
bench_remove (const char *directory)
{
  g_autofree char *command = g_strdup_printf ("rm -r %s", directory);

  if (system (command) != 0)
    g_printerr ("cannot remove %s\n", directory);
}
