/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A query never changes: each wmd_query_with_…() makes another one. It always has a question. */

#include "config.h"

#include "model/query.h"

#include <string.h>

#include "model/inline.h"

struct _WmdQuery
{
  gatomicrefcount ref_count;
  char *id;
  WmdLanguage language;
  char *texts[WMD_N_QUERY_TEXTS];
  gboolean closed;
  char *unknown; /* JSON object */
};

static const char *const text_ids[WMD_N_QUERY_TEXTS] = {
  [WMD_QUERY_BLOCK] = "block", [WMD_QUERY_PASSAGE] = "passage", [WMD_QUERY_QUESTION] = "question",
  [WMD_QUERY_ASKED] = "asked", [WMD_QUERY_ANSWER] = "answer",
};

const char *
wmd_query_text_get_id (WmdQueryText text)
{
  g_return_val_if_fail (text < WMD_N_QUERY_TEXTS, NULL);

  return text_ids[text];
}

WmdQuery *
wmd_query_new (const char *id, WmdLanguage language, const char *question)
{
  WmdQuery *self;

  g_return_val_if_fail (id != NULL && question != NULL, NULL);

  self = g_new0 (WmdQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->language = language;
  self->texts[WMD_QUERY_QUESTION] = g_strdup (question);
  return self;
}

WmdQuery *
wmd_query_new_for_finding (const char *id, const WmdFinding *finding)
{
  WmdQuery *self;

  g_return_val_if_fail (finding != NULL, NULL);

  self = wmd_query_new (id, finding->language, finding->message != NULL ? finding->message : "");
  self->texts[WMD_QUERY_BLOCK] = g_strdup (finding->block);
  self->texts[WMD_QUERY_PASSAGE] = g_strdup (finding->hint);
  return self;
}

static WmdQuery *
query_copy (const WmdQuery *self)
{
  WmdQuery *copy = wmd_query_new (self->id, self->language, self->texts[WMD_QUERY_QUESTION]);

  for (guint i = 0; i < WMD_N_QUERY_TEXTS; i++)
    if (i != WMD_QUERY_QUESTION)
      copy->texts[i] = g_strdup (self->texts[i]);
  copy->closed = self->closed;
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

WmdQuery *
wmd_query_ref (WmdQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_query_unref (WmdQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < WMD_N_QUERY_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->id);
  g_free (self->unknown);
  g_free (self);
}

const char *
wmd_query_get_id (const WmdQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

WmdLanguage
wmd_query_get_language (const WmdQuery *self)
{
  g_return_val_if_fail (self != NULL, WMD_LANGUAGE_NONE);

  return self->language;
}

const char *
wmd_query_get_text (const WmdQuery *self, WmdQueryText text)
{
  g_return_val_if_fail (self != NULL && text < WMD_N_QUERY_TEXTS, NULL);

  return self->texts[text];
}

gboolean
wmd_query_get_closed (const WmdQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->closed;
}

const char *
wmd_query_get_unknown (const WmdQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unknown;
}

/* The words of @passage, without the marks of footnotes. (transfer full) */
static char *
dup_words (const char *passage)
{
  g_autoptr (GString) words = g_string_new (passage);

  g_string_replace (words, WMD_INLINE_NOTE_MARK, "", 0);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

WmdQuery *
wmd_query_with_text (const WmdQuery *self, WmdQueryText text, const char *value)
{
  WmdQuery *copy;

  g_return_val_if_fail (self != NULL && text < WMD_N_QUERY_TEXTS, NULL);

  copy = query_copy (self);
  g_free (copy->texts[text]);
  if (value != NULL && text == WMD_QUERY_PASSAGE)
    copy->texts[text] = dup_words (value);
  else
    copy->texts[text] = g_strdup (value == NULL && text == WMD_QUERY_QUESTION ? "" : value);
  return copy;
}

WmdQuery *
wmd_query_with_closed (const WmdQuery *self, gboolean closed)
{
  WmdQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = query_copy (self);
  copy->closed = !!closed;
  return copy;
}

WmdQuery *
wmd_query_with_unknown (const WmdQuery *self, const char *unknown)
{
  WmdQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = query_copy (self);
  g_free (copy->unknown);
  copy->unknown = g_strdup (unknown);
  return copy;
}

gboolean
wmd_query_equal (const WmdQuery *a, const WmdQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  for (guint i = 0; i < WMD_N_QUERY_TEXTS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  return strcmp (a->id, b->id) == 0 && a->language == b->language && a->closed == b->closed &&
         g_strcmp0 (a->unknown, b->unknown) == 0;
}
