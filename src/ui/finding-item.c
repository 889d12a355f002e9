/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A finding is a plain counted value so that threads can share it; lists of the window want objects.
 * This is the thinnest wrapper that makes one of the other.
 */

#include "config.h"

#include "ui/finding-item.h"

struct _WmdFindingItem
{
  GObject parent_instance;

  WmdFinding *finding;
};

G_DEFINE_FINAL_TYPE (WmdFindingItem, wmd_finding_item, G_TYPE_OBJECT)

static void
wmd_finding_item_finalize (GObject *object)
{
  WmdFindingItem *self = WMD_FINDING_ITEM (object);

  wmd_finding_unref (self->finding);
  G_OBJECT_CLASS (wmd_finding_item_parent_class)->finalize (object);
}

static void
wmd_finding_item_class_init (WmdFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_finding_item_finalize;
}

static void
wmd_finding_item_init (WmdFindingItem *self)
{
}

WmdFindingItem *
wmd_finding_item_new (WmdFinding *finding)
{
  WmdFindingItem *self;

  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (WMD_TYPE_FINDING_ITEM, NULL);
  self->finding = wmd_finding_ref (finding);
  return self;
}

const WmdFinding *
wmd_finding_item_get (WmdFindingItem *self)
{
  g_return_val_if_fail (WMD_IS_FINDING_ITEM (self), NULL);

  return self->finding;
}

gboolean
wmd_finding_item_looks_like (WmdFindingItem *self, const WmdFinding *finding)
{
  const WmdFinding *own;

  g_return_val_if_fail (WMD_IS_FINDING_ITEM (self), FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);

  own = self->finding;
  return own == finding ||
         (own->severity == finding->severity && own->language == finding->language &&
          (own->fix == NULL) == (finding->fix == NULL) && g_strcmp0 (own->rule, finding->rule) == 0 &&
          g_strcmp0 (own->part, finding->part) == 0 && g_strcmp0 (own->block, finding->block) == 0 &&
          g_strcmp0 (own->message, finding->message) == 0 && g_strcmp0 (own->explanation, finding->explanation) == 0 &&
          g_strcmp0 (own->fix_label, finding->fix_label) == 0 && g_strcmp0 (own->waived, finding->waived) == 0);
}

void
wmd_finding_item_renew (WmdFindingItem *self, WmdFinding *finding)
{
  WmdFinding *old;

  g_return_if_fail (WMD_IS_FINDING_ITEM (self));
  g_return_if_fail (finding != NULL);

  old = self->finding;
  self->finding = wmd_finding_ref (finding);
  wmd_finding_unref (old);
}
