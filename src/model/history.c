/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The edits made to a report, in the order in which they were made, with a position among them. What is before
 * the position can be undone, what is after it redone.
 */

#include "config.h"

#include "model/history.h"

struct _WmdHistory
{
  GObject parent_instance;

  WmdReport *report;
  GPtrArray *edits;  /* (element-type WmdEdit) */
  guint position;    /* number of edits that are done */
  int saved;         /* position at which the report was saved; -1 when no position is what was saved */
  gboolean broken;   /* the next edit starts a new step */
  gboolean applying; /* an edit made by someone who hears of an edit would come into the history before it */
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmdHistory, wmd_history, G_TYPE_OBJECT)

/* What the properties say, to notify those that changed. */
typedef struct
{
  char *undo_label;
  char *redo_label;
  gboolean modified;
} State;

static WmdEdit *
get_undo (WmdHistory *self)
{
  return self->position > 0 ? self->edits->pdata[self->position - 1] : NULL;
}

static WmdEdit *
get_redo (WmdHistory *self)
{
  return self->position < self->edits->len ? self->edits->pdata[self->position] : NULL;
}

static State
get_state (WmdHistory *self)
{
  return (State){ g_strdup (wmd_history_get_undo_label (self)), g_strdup (wmd_history_get_redo_label (self)),
                  wmd_history_get_modified (self) };
}

static void
notify_changes (WmdHistory *self, State before)
{
  g_autofree char *old_undo_label = before.undo_label;
  g_autofree char *old_redo_label = before.redo_label;
  const char *undo_label = wmd_history_get_undo_label (self);
  const char *redo_label = wmd_history_get_redo_label (self);
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if ((old_undo_label == NULL) != (undo_label == NULL))
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  if ((old_redo_label == NULL) != (redo_label == NULL))
    g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  if (g_strcmp0 (old_undo_label, undo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (old_redo_label, redo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REDO_LABEL]);
  if (before.modified != wmd_history_get_modified (self))
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);
  g_object_thaw_notify (object);
}

static void
wmd_history_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmdHistory *self = WMD_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, wmd_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, wmd_history_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, wmd_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, wmd_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, wmd_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wmd_history_finalize (GObject *object)
{
  WmdHistory *self = WMD_HISTORY (object);

  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (wmd_history_parent_class)->finalize (object);
}

static void
wmd_history_class_init (WmdHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wmd_history_get_property;
  object_class->finalize = wmd_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wmd_history_init (WmdHistory *self)
{
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_edit_unref);
}

WmdHistory *
wmd_history_new (WmdReport *report)
{
  WmdHistory *self;

  g_return_val_if_fail (WMD_IS_REPORT (report), NULL);

  self = g_object_new (WMD_TYPE_HISTORY, NULL);
  self->report = g_object_ref (report);
  return self;
}

WmdReport *
wmd_history_get_report (WmdHistory *self)
{
  g_return_val_if_fail (WMD_IS_HISTORY (self), NULL);

  return self->report;
}

static void
forget_redo (WmdHistory *self)
{
  if (self->saved > (int) self->position)
    self->saved = -1;
  g_ptr_array_set_size (self->edits, self->position);
}

/* A step at which the report was saved stays a step of its own, so that undoing leads back to what was saved. */
static gboolean
can_merge (WmdHistory *self, WmdEdit *edit)
{
  WmdEdit *last = get_undo (self);

  return last != NULL && !self->broken && self->saved != (int) self->position &&
         wmd_edit_get_merge_key (edit) != NULL &&
         g_strcmp0 (wmd_edit_get_merge_key (edit), wmd_edit_get_merge_key (last)) == 0;
}

static gboolean
apply (WmdHistory *self, WmdEdit *edit, GError **error)
{
  gboolean applied;

  g_return_val_if_fail (!self->applying, FALSE);

  self->applying = TRUE;
  applied = wmd_report_apply (self->report, edit, error);
  self->applying = FALSE;
  return applied;
}

gboolean
wmd_history_apply (WmdHistory *self, WmdEdit *edit, GError **error)
{
  State before;

  g_return_val_if_fail (WMD_IS_HISTORY (self) && edit != NULL, FALSE);

  if (wmd_edit_is_empty (edit))
    return TRUE;
  if (!apply (self, edit, error))
    return FALSE;
  before = get_state (self);
  forget_redo (self);
  if (can_merge (self, edit))
    {
      WmdEdit *merged = wmd_edit_merge (get_undo (self), edit);

      g_ptr_array_set_size (self->edits, self->position - 1);
      g_ptr_array_add (self->edits, merged);
    }
  else
    {
      g_ptr_array_add (self->edits, wmd_edit_ref (edit));
      self->position++;
    }
  self->broken = FALSE;
  notify_changes (self, before);
  return TRUE;
}

void
wmd_history_undo (WmdHistory *self)
{
  g_autoptr (WmdEdit) inverse = NULL;
  State before;

  g_return_if_fail (WMD_IS_HISTORY (self));

  if (get_undo (self) == NULL)
    return;
  before = get_state (self);
  inverse = wmd_edit_invert (get_undo (self));
  if (apply (self, inverse, NULL))
    self->position--;
  self->broken = TRUE;
  notify_changes (self, before);
}

void
wmd_history_redo (WmdHistory *self)
{
  State before;

  g_return_if_fail (WMD_IS_HISTORY (self));

  if (get_redo (self) == NULL)
    return;
  before = get_state (self);
  if (apply (self, get_redo (self), NULL))
    self->position++;
  self->broken = TRUE;
  notify_changes (self, before);
}

gboolean
wmd_history_get_can_undo (WmdHistory *self)
{
  g_return_val_if_fail (WMD_IS_HISTORY (self), FALSE);

  return get_undo (self) != NULL;
}

gboolean
wmd_history_get_can_redo (WmdHistory *self)
{
  g_return_val_if_fail (WMD_IS_HISTORY (self), FALSE);

  return get_redo (self) != NULL;
}

const char *
wmd_history_get_undo_label (WmdHistory *self)
{
  g_return_val_if_fail (WMD_IS_HISTORY (self), NULL);

  return get_undo (self) != NULL ? wmd_edit_get_label (get_undo (self)) : NULL;
}

const char *
wmd_history_get_redo_label (WmdHistory *self)
{
  g_return_val_if_fail (WMD_IS_HISTORY (self), NULL);

  return get_redo (self) != NULL ? wmd_edit_get_label (get_redo (self)) : NULL;
}

void
wmd_history_break (WmdHistory *self)
{
  g_return_if_fail (WMD_IS_HISTORY (self));

  self->broken = TRUE;
}

gboolean
wmd_history_get_modified (WmdHistory *self)
{
  g_return_val_if_fail (WMD_IS_HISTORY (self), FALSE);

  return self->saved != (int) self->position;
}

void
wmd_history_mark_saved (WmdHistory *self)
{
  State before;

  g_return_if_fail (WMD_IS_HISTORY (self));

  before = get_state (self);
  self->saved = self->position;
  notify_changes (self, before);
}

void
wmd_history_mark_unsaved (WmdHistory *self)
{
  State before;

  g_return_if_fail (WMD_IS_HISTORY (self));

  before = get_state (self);
  self->saved = -1;
  notify_changes (self, before);
}
