/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which part of the report is worked on, in which language, at which block. */

#include "config.h"

#include "ui/session-private.h"

/* The variant to show when none was asked for. */
static WmdLanguage
choose_language (WmdSession *self, WmdPart *part)
{
  WmdBody *body = wmd_part_get_body (part);
  WmdLanguage original = wmd_body_get_original (body);

  if (self->pinned && self->language != WMD_LANGUAGE_NONE)
    return self->language;
  if (wmd_body_get_source (body) != NULL)
    return original;
  if (self->language != WMD_LANGUAGE_NONE && wmd_body_get_variant (body, self->language) != NULL)
    return self->language;
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_body_get_variant (body, language) != NULL)
      return language;
  return original != WMD_LANGUAGE_NONE ? original : WMD_LANGUAGE_EN;
}

static guint
find_reply (WmdSession *self, WmdPart *part)
{
  GListModel *replies = wmd_report_list_replies (self->report);
  guint n = g_list_model_get_n_items (replies);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WmdPart) reply = g_list_model_get_item (replies, i);

      if (reply == part)
        return i;
    }
  return G_MAXUINT;
}

/* What is undone or done again is shown: when none of it is in the selected part, another one is selected. */
static void
follow_edit (WmdSession *self, WmdEdit *edit)
{
  WmdBody *first = NULL;

  for (guint i = 0; i < wmd_edit_get_n_bodies (edit); i++)
    {
      WmdBody *old_body, *new_body;

      wmd_edit_get_body (edit, i, &old_body, &new_body);
      if (new_body != NULL && self->part != NULL &&
          g_str_equal (wmd_body_get_id (new_body), wmd_part_get_id (self->part)))
        return;
      if (first == NULL)
        first = new_body;
    }
  if (first != NULL)
    wmd_session_select (self, wmd_report_lookup_part (self->report, wmd_body_get_id (first)), WMD_LANGUAGE_NONE);
  else if (wmd_edit_get_n_bodies (edit) == 0)
    wmd_session_select (self, NULL, WMD_LANGUAGE_NONE);
}

/* Invariant: the selected part is one of the report's. */
void
wmd_session_follow_report (WmdSession *self, WmdEdit *edit)
{
  GListModel *replies = wmd_report_list_replies (self->report);
  guint n = g_list_model_get_n_items (replies);
  WmdPart *part;

  if (self->following)
    follow_edit (self, edit);
  if (self->part == NULL)
    return;

  part = wmd_report_lookup_part (self->report, wmd_part_get_id (self->part));
  if (part == self->part)
    self->index = find_reply (self, self->part);
  else if (part != NULL)
    wmd_session_select (self, part, WMD_LANGUAGE_NONE);
  else if (n == 0)
    wmd_session_select (self, NULL, WMD_LANGUAGE_NONE);
  else
    {
      g_autoptr (WmdPart) neighbour = g_list_model_get_item (replies, MIN (self->index, n - 1));

      wmd_session_select (self, neighbour, WMD_LANGUAGE_NONE);
    }
}

WmdPart *
wmd_session_get_part (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->part;
}

WmdLanguage
wmd_session_get_language (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), WMD_LANGUAGE_NONE);

  return self->language;
}

const char *
wmd_session_get_block (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->block;
}

void
wmd_session_select (WmdSession *self, WmdPart *part, WmdLanguage language)
{
  gboolean other;

  g_return_if_fail (WMD_IS_SESSION (self));
  g_return_if_fail (part == NULL || WMD_IS_PART (part));

  if (part != NULL && language == WMD_LANGUAGE_NONE)
    language = part == self->part ? self->language : choose_language (self, part);

  other = part != self->part;
  g_object_freeze_notify (G_OBJECT (self));
  if (other)
    {
      wmd_history_break (self->history);
      g_set_object (&self->part, part);
      self->index = part != NULL ? find_reply (self, part) : G_MAXUINT;
      wmd_session_set_block (self, NULL);
      g_object_notify (G_OBJECT (self), "part");
    }
  if (part != NULL)
    wmd_session_set_language (self, language);
  g_object_thaw_notify (G_OBJECT (self));
}

void
wmd_session_set_language (WmdSession *self, WmdLanguage language)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  if (self->language == language)
    return;
  wmd_history_break (self->history);
  self->language = language;
  g_object_notify (G_OBJECT (self), "language");
}

void
wmd_session_set_block (WmdSession *self, const char *block)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  if (g_strcmp0 (self->block, block) == 0)
    return;
  g_free (self->block);
  self->block = g_strdup (block);
  g_object_notify (G_OBJECT (self), "block");
}

void
wmd_session_set_pinned (WmdSession *self, gboolean pinned)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  self->pinned = pinned;
}

void
wmd_session_reveal (WmdSession *self, const char *part, WmdLanguage language, const char *block, guint start, guint end)
{
  WmdPart *object;

  g_return_if_fail (WMD_IS_SESSION (self));

  object = part != NULL ? wmd_report_lookup_part (self->report, part) : NULL;
  wmd_session_select (self, object, language);
  if (block != NULL)
    wmd_session_set_block (self, block);
  g_signal_emit_by_name (self, "reveal", block, start, end);
}

void
wmd_session_step_part (WmdSession *self, int step)
{
  GListModel *replies;
  g_autoptr (GPtrArray) order = NULL;
  guint index;
  int target;

  g_return_if_fail (WMD_IS_SESSION (self));

  replies = wmd_report_list_replies (self->report);
  order = g_ptr_array_new ();
  g_ptr_array_add (order, NULL);
  g_ptr_array_add (order, wmd_report_get_summary (self->report));
  g_ptr_array_add (order, wmd_report_get_introduction (self->report));
  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) reply = g_list_model_get_item (replies, i);

      g_ptr_array_add (order, reply);
    }

  if (!g_ptr_array_find (order, self->part, &index))
    index = 0;
  target = (int) index + step;
  if (target >= 0 && target < (int) order->len)
    wmd_session_select (self, g_ptr_array_index (order, target), WMD_LANGUAGE_NONE);
}
