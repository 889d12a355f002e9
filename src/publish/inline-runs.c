/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Inline text as the flat runs that output formats write. */

#include "config.h"

#include "publish/inline-runs.h"

#include <string.h>

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Every offset at which a span begins or ends, and the two ends of the text; sorted. */
static GArray *
list_bounds (const WmdInline *content)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_spans, start = 0, end = strlen (wmd_inline_get_text (content));
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  g_array_append_val (bounds, start);
  for (guint i = 0; i < n_spans; i++)
    {
      g_array_append_val (bounds, spans[i].start);
      g_array_append_val (bounds, spans[i].end);
    }
  g_array_append_val (bounds, end);
  g_array_sort (bounds, compare_offsets);
  return bounds;
}

/* The run from @start on, with all spans that cover it. */
static WmdInlineRun
make_run (const WmdInline *content, guint start, guint end)
{
  WmdInlineRun run = { wmd_inline_get_text (content) + start, end - start, 0, NULL, NULL };
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  for (guint i = 0; i < n_spans && spans[i].start <= start; i++)
    {
      if (spans[i].end <= start)
        continue;
      if (spans[i].kind == WMD_SPAN_LINK)
        run.link = &spans[i];
      else if (spans[i].kind == WMD_SPAN_NOTE)
        run.note = &spans[i];
      else
        run.styles |= 1u << spans[i].kind;
    }
  return run;
}

GArray *
wmd_inline_list_runs (const WmdInline *content)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (WmdInlineRun));
  g_autoptr (GArray) bounds = NULL;

  g_return_val_if_fail (content != NULL, runs);

  bounds = list_bounds (content);
  for (guint i = 1; i < bounds->len; i++)
    {
      guint start = g_array_index (bounds, guint, i - 1);
      guint end = g_array_index (bounds, guint, i);
      WmdInlineRun run;

      if (start == end)
        continue;
      run = make_run (content, start, end);
      g_array_append_val (runs, run);
    }
  return runs;
}
