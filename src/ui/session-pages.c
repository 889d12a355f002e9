/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The editions of the report as pages: those that someone looks at, and what exports have set since the last change. */

#include "config.h"

#include "ui/session-private.h"

#include "ui/disposal.h"

WmdLayout *
wmd_session_get_layout (WmdSession *self, WmdLanguage language)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  if (self->layouts[language] == NULL)
    {
      self->layouts[language] = wmd_layout_new (self->report, language);
      wmd_layout_set_paper (self->layouts[language], self->paper);
    }
  return self->layouts[language];
}

/* An emblem is a file that may change, and no view shows one, or divides no words. */
static gboolean
can_keep (const WmdPageOptions *options)
{
  return options->emblem == NULL && !options->whole_words;
}

/* Whether it is of pages so set that those of exports are kept. */
static gboolean
is_kept (WmdSession *self, const WmdPageOptions *options)
{
  return options->paper == self->kept_paper && options->draft == self->kept_draft;
}

void
wmd_session_lookup_pages (WmdSession *self, const WmdPageOptions *options, WmdPages *pages[WMD_N_LANGUAGES])
{
  WmdSnapshot *snapshot;

  g_return_if_fail (WMD_IS_SESSION (self));
  g_return_if_fail (options != NULL);

  snapshot = wmd_report_get_snapshot (self->report);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      pages[i] = NULL;
      if (!can_keep (options))
        continue;
      pages[i] = is_kept (self, options) ? self->kept[i] : NULL;
      if (pages[i] == NULL && self->layouts[i] != NULL && !options->draft)
        pages[i] = wmd_layout_lookup_pages (self->layouts[i], snapshot, options->paper);
    }
}

void
wmd_session_keep_pages (WmdSession *self,
                        WmdSnapshot *snapshot,
                        const WmdPageOptions *options,
                        WmdPages *const pages[WMD_N_LANGUAGES])
{
  g_return_if_fail (WMD_IS_SESSION (self));
  g_return_if_fail (snapshot != NULL && options != NULL);

  if (snapshot != wmd_report_get_snapshot (self->report) || !can_keep (options))
    return;
  if (!is_kept (self, options))
    wmd_session_drop_pages (self);
  self->kept_paper = options->paper;
  self->kept_draft = options->draft;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (self->kept[i] == NULL && pages[i] != NULL)
      self->kept[i] = wmd_pages_ref (pages[i]);
}

void
wmd_session_drop_pages (WmdSession *self)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    wmd_free_in_thread (g_steal_pointer (&self->kept[i]), (GDestroyNotify) wmd_pages_unref);
}

WmdPaper
wmd_session_get_paper (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), WMD_PAPER_LETTER);

  return self->paper;
}

void
wmd_session_set_paper (WmdSession *self, WmdPaper paper)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  self->paper = paper;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (self->layouts[i] != NULL)
      wmd_layout_set_paper (self->layouts[i], paper);
}
