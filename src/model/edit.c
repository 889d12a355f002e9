/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An edit is the values that go and the values that come. Taking it back is the same edit with the two
 * exchanged, whatever it was about.
 */

#include "config.h"

#include "model/edit.h"

#include <string.h>

typedef struct
{
  WmdBody *old_body; /* NULL: the part is new */
  WmdBody *new_body; /* NULL: the part is removed */
} Replacement;

struct _WmdEdit
{
  gatomicrefcount ref_count;
  char *label;
  char *merge_key;                 /* NULL: never merged */
  WmdFacts *old_facts, *new_facts; /* both NULL when the facts stay */
  GArray *bodies;                  /* (element-type Replacement) */
};

static WmdBody *
body_ref0 (WmdBody *body)
{
  return body != NULL ? wmd_body_ref (body) : NULL;
}

static void
replacement_clear (gpointer data)
{
  Replacement *replacement = data;

  g_clear_pointer (&replacement->old_body, wmd_body_unref);
  g_clear_pointer (&replacement->new_body, wmd_body_unref);
}

WmdEdit *
wmd_edit_new (const char *label)
{
  WmdEdit *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (WmdEdit, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->label = g_strdup (label);
  self->bodies = g_array_new (FALSE, FALSE, sizeof (Replacement));
  g_array_set_clear_func (self->bodies, replacement_clear);
  return self;
}

WmdEdit *
wmd_edit_ref (WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_edit_unref (WmdEdit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->label);
  g_free (self->merge_key);
  g_clear_pointer (&self->old_facts, wmd_facts_unref);
  g_clear_pointer (&self->new_facts, wmd_facts_unref);
  g_array_unref (self->bodies);
  g_free (self);
}

const char *
wmd_edit_get_label (const WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

void
wmd_edit_replace_facts (WmdEdit *self, WmdFacts *old_facts, WmdFacts *new_facts)
{
  g_return_if_fail (self != NULL && old_facts != NULL && new_facts != NULL);
  g_return_if_fail (self->new_facts == NULL);

  self->old_facts = wmd_facts_ref (old_facts);
  self->new_facts = wmd_facts_ref (new_facts);
}

void
wmd_edit_replace_body (WmdEdit *self, WmdBody *old_body, WmdBody *new_body)
{
  Replacement replacement;

  g_return_if_fail (self != NULL && (old_body != NULL || new_body != NULL));
  g_return_if_fail (old_body == NULL || new_body == NULL ||
                    strcmp (wmd_body_get_id (old_body), wmd_body_get_id (new_body)) == 0);

  replacement = (Replacement){ body_ref0 (old_body), body_ref0 (new_body) };
  g_array_append_val (self->bodies, replacement);
}

void
wmd_edit_set_merge_key (WmdEdit *self, const char *key)
{
  g_return_if_fail (self != NULL);

  g_free (self->merge_key);
  self->merge_key = g_strdup (key);
}

const char *
wmd_edit_get_merge_key (const WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->merge_key;
}

gboolean
wmd_edit_is_empty (const WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->new_facts != NULL && !wmd_facts_equal (self->old_facts, self->new_facts))
    return FALSE;
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const Replacement *replacement = &g_array_index (self->bodies, Replacement, i);

      if (replacement->old_body == NULL || replacement->new_body == NULL ||
          !wmd_body_equal (replacement->old_body, replacement->new_body))
        return FALSE;
    }
  return TRUE;
}

WmdFacts *
wmd_edit_get_new_facts (const WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->new_facts;
}

WmdFacts *
wmd_edit_get_old_facts (const WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->old_facts;
}

guint
wmd_edit_get_n_bodies (const WmdEdit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bodies->len;
}

void
wmd_edit_get_body (const WmdEdit *self, guint index, WmdBody **old_body, WmdBody **new_body)
{
  const Replacement *replacement;

  g_return_if_fail (self != NULL && index < self->bodies->len);

  replacement = &g_array_index (self->bodies, Replacement, index);
  if (old_body != NULL)
    *old_body = replacement->old_body;
  if (new_body != NULL)
    *new_body = replacement->new_body;
}

WmdEdit *
wmd_edit_invert (const WmdEdit *self)
{
  WmdEdit *inverse;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = wmd_edit_new (self->label);
  if (self->new_facts != NULL)
    wmd_edit_replace_facts (inverse, self->new_facts, self->old_facts);
  for (guint i = self->bodies->len; i > 0; i--)
    {
      const Replacement *replacement = &g_array_index (self->bodies, Replacement, i - 1);

      wmd_edit_replace_body (inverse, replacement->new_body, replacement->old_body);
    }
  return inverse;
}

static const char *
replacement_get_id (const Replacement *replacement)
{
  return wmd_body_get_id (replacement->new_body != NULL ? replacement->new_body : replacement->old_body);
}

static void
merge_body (WmdEdit *merged, const Replacement *second)
{
  for (guint i = 0; i < merged->bodies->len; i++)
    {
      Replacement *first = &g_array_index (merged->bodies, Replacement, i);

      if (strcmp (replacement_get_id (first), replacement_get_id (second)) != 0)
        continue;
      g_clear_pointer (&first->new_body, wmd_body_unref);
      first->new_body = body_ref0 (second->new_body);
      if (first->old_body == NULL && first->new_body == NULL)
        g_array_remove_index (merged->bodies, i);
      return;
    }
  wmd_edit_replace_body (merged, second->old_body, second->new_body);
}

WmdEdit *
wmd_edit_merge (const WmdEdit *first, const WmdEdit *second)
{
  WmdEdit *merged;
  WmdFacts *old_facts, *new_facts;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);

  merged = wmd_edit_new (first->label);
  wmd_edit_set_merge_key (merged, first->merge_key);
  old_facts = first->old_facts != NULL ? first->old_facts : second->old_facts;
  new_facts = second->new_facts != NULL ? second->new_facts : first->new_facts;
  if (new_facts != NULL)
    wmd_edit_replace_facts (merged, old_facts, new_facts);
  for (guint i = 0; i < first->bodies->len; i++)
    {
      const Replacement *replacement = &g_array_index (first->bodies, Replacement, i);

      wmd_edit_replace_body (merged, replacement->old_body, replacement->new_body);
    }
  for (guint i = 0; i < second->bodies->len; i++)
    merge_body (merged, &g_array_index (second->bodies, Replacement, i));
  return merged;
}
