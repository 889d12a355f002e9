/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/finding.h"

#include "model/edit.h"

static const char *const severity_ids[] = {
  [WMD_SEVERITY_NOTE] = "note",
  [WMD_SEVERITY_WARNING] = "warning",
  [WMD_SEVERITY_ERROR] = "error",
  [WMD_SEVERITY_OFF] = "off",
};

const char *
wmd_severity_get_id (WmdSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severity_ids), NULL);

  return severity_ids[severity];
}

gboolean
wmd_severity_from_id (const char *id, WmdSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severity_ids); i++)
    if (g_strcmp0 (severity_ids[i], id) == 0)
      {
        *severity = i;
        return TRUE;
      }
  return FALSE;
}

WmdFinding *
wmd_finding_new (const char *rule, WmdSeverity severity)
{
  WmdFinding *self;

  g_return_val_if_fail (rule != NULL, NULL);

  self = g_new0 (WmdFinding, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->rule = g_strdup (rule);
  self->severity = severity;
  self->language = WMD_LANGUAGE_NONE;
  return self;
}

WmdFinding *
wmd_finding_ref (WmdFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_finding_unref (WmdFinding *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->rule);
  g_free (self->part);
  g_free (self->block);
  g_free (self->hint);
  g_free (self->message);
  g_free (self->explanation);
  g_clear_pointer (&self->fix, wmd_edit_unref);
  g_free (self->fix_label);
  g_free (self->waived);
  g_free (self);
}

char *
wmd_finding_dup_fingerprint (const WmdFinding *self)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  whole = g_strjoin ("\n", self->rule, self->part != NULL ? self->part : "",
                     self->language != WMD_LANGUAGE_NONE ? wmd_language_get_code (self->language) : "",
                     self->block != NULL ? self->block : "", self->hint != NULL ? self->hint : "", NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

int
wmd_finding_compare (const WmdFinding *a, const WmdFinding *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  return g_strcmp0 (a->rule, b->rule);
}
