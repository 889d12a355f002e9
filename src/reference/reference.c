/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of the reference: loads its parts, frees them. What the parts can be
 * asked is in their own files. Nothing of it changes after loading, except the
 * indexes and the list that are made under a lock when they are first needed.
 */
#include "reference/reference-private.h"

static void
reference_free (WmdReference *self)
{
  g_clear_pointer (&self->citation_forms, wmd_citation_forms_free);
  g_clear_pointer (&self->resolutions, wmd_resolutions_free);
  g_clear_pointer (&self->registry, wmd_registry_free);
  g_clear_pointer (&self->collation, wmd_collation_free);
  g_clear_pointer (&self->letters, wmd_letters_free);
  g_clear_pointer (&self->counts, wmd_counts_free);
  g_clear_pointer (&self->sessions, wmd_sessions_free);
  g_clear_pointer (&self->calendar, wmd_calendar_free);
  g_clear_pointer (&self->templates, wmd_templates_free);
  g_clear_pointer (&self->languages, wmd_languages_free);
  g_clear_pointer (&self->labels, wmd_labels_free);
  g_free (self);
}

WmdReference *
wmd_reference_new (GError **error)
{
  g_autoptr (WmdReference) self = g_new0 (WmdReference, 1);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  if ((self->labels = wmd_labels_new (error)) == NULL || (self->languages = wmd_languages_new (error)) == NULL ||
      (self->templates = wmd_templates_new (error)) == NULL || (self->calendar = wmd_calendar_new (error)) == NULL ||
      (self->sessions = wmd_sessions_new (error)) == NULL || (self->counts = wmd_counts_new (error)) == NULL ||
      (self->letters = wmd_letters_new (error)) == NULL || (self->collation = wmd_collation_new (error)) == NULL ||
      (self->registry = wmd_registry_new (error)) == NULL ||
      (self->resolutions = wmd_resolutions_new (error)) == NULL ||
      (self->citation_forms = wmd_citation_forms_new (error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

WmdReference *
wmd_reference_ref (WmdReference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_reference_unref (WmdReference *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    reference_free (self);
}
