/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A part of an open report: the one object that stays the same while its body is replaced by another,
 * so that lists, selections and bindings have something to hold on to.
 */

#include "config.h"

#include "model/part-private.h"

struct _WmdPart
{
  GObject parent_instance;

  WmdBody *body;
  WmdOrderKey order_key; /* name NULL: not known */
};

enum
{
  PROP_0,
  PROP_BODY,
  PROP_RESPONDENT,
  PROP_ORIGINAL,
  PROP_DATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Fields that have a property of their own. */
static const WmdField property_fields[N_PROPS] = {
  [PROP_RESPONDENT] = WMD_FIELD_RESPONDENT,
  [PROP_ORIGINAL] = WMD_FIELD_ORIGINAL,
  [PROP_DATE] = WMD_FIELD_DATE,
};

G_DEFINE_FINAL_TYPE (WmdPart, wmd_part, G_TYPE_OBJECT)

static void
wmd_part_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmdPart *self = WMD_PART (object);

  if (property_id == PROP_BODY)
    g_value_set_pointer (value, self->body);
  else if (property_id > PROP_BODY && property_id < N_PROPS)
    g_value_set_string (value, wmd_body_get_field (self->body, property_fields[property_id]));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
wmd_part_finalize (GObject *object)
{
  WmdPart *self = WMD_PART (object);

  g_clear_pointer (&self->body, wmd_body_unref);
  wmd_order_key_clear (&self->order_key);
  G_OBJECT_CLASS (wmd_part_parent_class)->finalize (object);
}

static void
wmd_part_class_init (WmdPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wmd_part_get_property;
  object_class->finalize = wmd_part_finalize;

  properties[PROP_BODY] = g_param_spec_pointer ("body", NULL, NULL, flags);
  properties[PROP_RESPONDENT] = g_param_spec_string ("respondent", NULL, NULL, NULL, flags);
  properties[PROP_ORIGINAL] = g_param_spec_string ("original", NULL, NULL, NULL, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wmd_part_init (WmdPart *self)
{
}

WmdPart *
wmd_part_new (WmdBody *body)
{
  WmdPart *self;

  g_return_val_if_fail (body != NULL, NULL);

  self = g_object_new (WMD_TYPE_PART, NULL);
  self->body = wmd_body_ref (body);
  return self;
}

void
wmd_part_set_body (WmdPart *self, WmdBody *body)
{
  g_autoptr (WmdBody) old = NULL;

  g_return_if_fail (WMD_IS_PART (self) && body != NULL);

  if (body == self->body)
    return;
  old = g_steal_pointer (&self->body);
  self->body = wmd_body_ref (body);
  wmd_order_key_clear (&self->order_key);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
  for (guint i = PROP_BODY + 1; i < N_PROPS; i++)
    if (g_strcmp0 (wmd_body_get_field (old, property_fields[i]), wmd_body_get_field (body, property_fields[i])) != 0)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

const WmdOrderKey *
wmd_part_get_order_key (WmdPart *self, WmdReference *reference)
{
  g_return_val_if_fail (WMD_IS_PART (self), NULL);

  if (self->order_key.name == NULL)
    wmd_order_key_init (&self->order_key, self->body, reference, WMD_LANGUAGE_EN);
  return &self->order_key;
}

const char *
wmd_part_get_id (WmdPart *self)
{
  g_return_val_if_fail (WMD_IS_PART (self), NULL);

  return wmd_body_get_id (self->body);
}

WmdBody *
wmd_part_get_body (WmdPart *self)
{
  g_return_val_if_fail (WMD_IS_PART (self), NULL);

  return self->body;
}
