/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every change of the report that a window makes, as one step of its history. */

#include "config.h"

#include "ui/session-private.h"

#include <glib/gi18n-lib.h>

gboolean
wmd_session_apply (WmdSession *self, WmdEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WMD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (self->read_only != NULL)
    {
      wmd_session_say (self, self->read_only);
      return FALSE;
    }
  if (wmd_history_apply (self->history, edit, &error))
    return TRUE;

  wmd_session_say (self, error->message);
  return FALSE;
}

void
wmd_session_undo (WmdSession *self)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  self->following = TRUE;
  wmd_history_undo (self->history);
  self->following = FALSE;
}

void
wmd_session_redo (WmdSession *self)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  self->following = TRUE;
  wmd_history_redo (self->history);
  self->following = FALSE;
}

gboolean
wmd_session_replace_body (WmdSession *self, WmdBody *body, const char *label, const char *merge_key)
{
  g_autoptr (WmdEdit) edit = NULL;
  WmdPart *part;

  g_return_val_if_fail (WMD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  part = wmd_report_lookup_part (self->report, wmd_body_get_id (body));
  g_return_val_if_fail (part != NULL, FALSE);

  edit = wmd_edit_new (label);
  wmd_edit_replace_body (edit, wmd_part_get_body (part), body);
  wmd_edit_set_merge_key (edit, merge_key);
  return wmd_session_apply (self, edit);
}

gboolean
wmd_session_replace_facts (WmdSession *self, WmdFacts *facts, const char *label, const char *merge_key)
{
  g_autoptr (WmdEdit) edit = NULL;

  g_return_val_if_fail (WMD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  edit = wmd_edit_new (label);
  wmd_edit_replace_facts (edit, wmd_report_get_facts (self->report), facts);
  wmd_edit_set_merge_key (edit, merge_key);
  return wmd_session_apply (self, edit);
}

static void
replace_body (WmdEdit *edit, WmdSnapshot *old, WmdBody *body)
{
  WmdBody *held = wmd_snapshot_lookup_body (old, wmd_body_get_id (body));

  if (held == NULL || !wmd_body_equal (held, body))
    wmd_edit_replace_body (edit, held, body);
}

gboolean
wmd_session_take_snapshot (WmdSession *self, WmdSnapshot *snapshot, const char *label)
{
  g_autoptr (WmdEdit) edit = NULL;
  WmdSnapshot *old;
  WmdFacts *facts;

  g_return_val_if_fail (WMD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (snapshot != NULL && label != NULL, FALSE);

  old = wmd_report_get_snapshot (self->report);
  facts = wmd_snapshot_get_facts (snapshot);
  edit = wmd_edit_new (label);
  if (!wmd_facts_equal (wmd_snapshot_get_facts (old), facts))
    wmd_edit_replace_facts (edit, wmd_snapshot_get_facts (old), facts);
  replace_body (edit, old, wmd_snapshot_get_summary (snapshot));
  replace_body (edit, old, wmd_snapshot_get_introduction (snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    replace_body (edit, old, wmd_snapshot_get_reply (snapshot, i));
  return !wmd_edit_is_empty (edit) && wmd_session_apply (self, edit);
}

void
wmd_session_add_reply (WmdSession *self)
{
  g_autofree char *id = NULL;
  g_autoptr (WmdBody) body = NULL;
  g_autoptr (WmdEdit) edit = NULL;

  g_return_if_fail (WMD_IS_SESSION (self));

  id = wmd_report_dup_new_part_id (self->report);
  body = wmd_body_new (id, WMD_PART_REPLY);
  edit = wmd_edit_new (_ ("New Reply"));
  wmd_edit_replace_body (edit, NULL, body);
  if (wmd_session_apply (self, edit))
    wmd_session_reveal (self, id, WMD_LANGUAGE_NONE, NULL, 0, 0);
}

void
wmd_session_remove_reply (WmdSession *self)
{
  g_autoptr (WmdEdit) edit = NULL;
  WmdBody *body;

  g_return_if_fail (WMD_IS_SESSION (self));

  body = self->part != NULL ? wmd_part_get_body (self->part) : NULL;
  if (body == NULL || wmd_body_get_kind (body) != WMD_PART_REPLY)
    return;
  edit = wmd_edit_new (_ ("Removal of Reply"));
  wmd_edit_replace_body (edit, body, NULL);
  wmd_session_apply (self, edit);
}
