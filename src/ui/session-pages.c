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
      wmd_layout_set_options (self->layouts[language], &self->page_options);
    }
  return self->layouts[language];
}

/* --- the pages of exports --- */

static gboolean
is_set_with (WmdPages *pages, const WmdPageOptions *options)
{
  return pages != NULL && wmd_page_options_equal (wmd_pages_get_options (pages), options);
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
      pages[i] = is_set_with (self->kept[i], options) ? self->kept[i] : NULL;
      if (pages[i] == NULL && self->layouts[i] != NULL)
        pages[i] = wmd_layout_lookup_pages (self->layouts[i], snapshot, options);
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

  if (snapshot != wmd_report_get_snapshot (self->report))
    return;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      if (is_set_with (self->kept[i], options))
        continue;
      wmd_free_in_thread (self->kept[i], (GDestroyNotify) wmd_pages_unref);
      self->kept[i] = pages[i] != NULL ? wmd_pages_ref (pages[i]) : NULL;
    }
}

void
wmd_session_drop_pages (WmdSession *self)
{
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    wmd_free_in_thread (g_steal_pointer (&self->kept[i]), (GDestroyNotify) wmd_pages_unref);
}

/* --- what pages are set with --- */

static void
set_options (WmdSession *self, const WmdPageOptions *options)
{
  wmd_page_options_set (&self->page_options, options);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (self->layouts[i] != NULL)
      wmd_layout_set_options (self->layouts[i], options);
}

const WmdPageOptions *
wmd_session_get_page_options (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return &self->page_options;
}

void
wmd_session_set_paper (WmdSession *self, WmdPaper paper)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  set_options (self, &(WmdPageOptions){ .paper = paper, .emblem = self->page_options.emblem });
}

WmdEmblemChoice *
wmd_session_get_emblem_choice (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->emblem_choice;
}

static void
emblem_cb (WmdSession *self)
{
  set_options (self, &(WmdPageOptions){ .paper = self->page_options.paper,
                                        .emblem = wmd_emblem_choice_get_emblem (self->emblem_choice) });
}

void
wmd_session_follow_emblem (WmdSession *self)
{
  self->emblem_choice = wmd_emblem_choice_new ();
  g_signal_connect_object (self->emblem_choice, "changed", G_CALLBACK (emblem_cb), self, G_CONNECT_SWAPPED);
  emblem_cb (self);
}
