/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was made in a thread goes in a thread: freeing the pages of a large report takes longer than a frame. */

#include "config.h"

#include "ui/disposal.h"

typedef struct
{
  gpointer data;
  GDestroyNotify free;
} Job;

static gpointer
free_thread (gpointer data)
{
  g_autofree Job *job = data;

  job->free (job->data);
  return NULL;
}

void
wmd_free_in_thread (gpointer data, GDestroyNotify free)
{
  Job *job;

  g_return_if_fail (free != NULL);

  if (data == NULL)
    return;
  job = g_new (Job, 1);
  *job = (Job){ data, free };
  g_thread_unref (g_thread_new ("free", free_thread, job));
}
