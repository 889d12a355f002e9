/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an imported edition said of itself. */

#include "config.h"

#include "model/facts-private.h"

#include <string.h>

static gboolean
strv_equal0 (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static void
contents_line_free (gpointer data)
{
  WmdContentsLine *line = data;

  g_free (line->title);
  g_free (line->page);
  g_free (line->unknown);
  g_free (line);
}

static void
edition_reply_free (gpointer data)
{
  WmdEditionReply *reply = data;

  g_free (reply->part);
  g_free (reply->unknown);
  g_free (reply);
}

WmdEdition *
wmd_edition_new (WmdLanguage language)
{
  WmdEdition *self = g_new0 (WmdEdition, 1);

  self->language = language;
  self->contents = g_ptr_array_new_with_free_func (contents_line_free);
  self->replies = g_ptr_array_new_with_free_func (edition_reply_free);
  return self;
}

void
wmd_edition_add_line (WmdEdition *self, const char *title, const char *page)
{
  WmdContentsLine *line;

  g_return_if_fail (self != NULL && title != NULL);

  line = g_new (WmdContentsLine, 1);
  *line = (WmdContentsLine){ g_strdup (title), g_strdup (page), NULL };
  g_ptr_array_add (self->contents, line);
}

void
wmd_edition_add_reply (WmdEdition *self, const char *part, WmdSection section)
{
  WmdEditionReply *reply;

  g_return_if_fail (self != NULL && part != NULL);

  reply = g_new (WmdEditionReply, 1);
  *reply = (WmdEditionReply){ g_strdup (part), section, NULL };
  g_ptr_array_add (self->replies, reply);
}

static gpointer
contents_line_copy_cb (gconstpointer data, gpointer user_data)
{
  const WmdContentsLine *line = data;
  WmdContentsLine *copy = g_new (WmdContentsLine, 1);

  *copy = (WmdContentsLine){ g_strdup (line->title), g_strdup (line->page), g_strdup (line->unknown) };
  return copy;
}

static gpointer
edition_reply_copy_cb (gconstpointer data, gpointer user_data)
{
  const WmdEditionReply *reply = data;
  WmdEditionReply *copy = g_new (WmdEditionReply, 1);

  *copy = (WmdEditionReply){ g_strdup (reply->part), reply->section, g_strdup (reply->unknown) };
  return copy;
}

WmdEdition *
wmd_edition_copy (const WmdEdition *self)
{
  WmdEdition *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (WmdEdition, 1);
  copy->language = self->language;
  copy->originals = g_strdupv (self->originals);
  copy->contents = g_ptr_array_copy (self->contents, contents_line_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->contents, contents_line_free);
  copy->replies = g_ptr_array_copy (self->replies, edition_reply_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->replies, edition_reply_free);
  copy->file = g_strdup (self->file);
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

void
wmd_edition_free (WmdEdition *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->originals);
  g_ptr_array_unref (self->contents);
  g_ptr_array_unref (self->replies);
  g_free (self->file);
  g_free (self->unknown);
  g_free (self);
}

gboolean
wmd_edition_equal (const WmdEdition *a, const WmdEdition *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->language != b->language || !strv_equal0 (a->originals, b->originals) || a->contents->len != b->contents->len ||
      a->replies->len != b->replies->len || g_strcmp0 (a->file, b->file) != 0)
    return FALSE;
  for (guint i = 0; i < a->contents->len; i++)
    {
      const WmdContentsLine *first = a->contents->pdata[i], *second = b->contents->pdata[i];

      if (strcmp (first->title, second->title) != 0 || g_strcmp0 (first->page, second->page) != 0 ||
          g_strcmp0 (first->unknown, second->unknown) != 0)
        return FALSE;
    }
  for (guint i = 0; i < a->replies->len; i++)
    {
      const WmdEditionReply *first = a->replies->pdata[i], *second = b->replies->pdata[i];

      if (strcmp (first->part, second->part) != 0 || first->section != second->section ||
          g_strcmp0 (first->unknown, second->unknown) != 0)
        return FALSE;
    }
  return g_strcmp0 (a->unknown, b->unknown) == 0;
}
