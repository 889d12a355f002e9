/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Fixed wording: data/labels.json. The first form of a label is the one that is
 * printed; the others are only read.
 */
#include "reference/reference-private.h"

#include "reference/placeholders.h"

typedef struct
{
  const char **forms[WMD_N_LANGUAGES]; /* NULL-terminated arrays of borrowed strings */
} Label;

struct _WmdLabels
{
  GHashTable *labels; /* (element-type utf8 Label): borrowed keys */
};

static void
label_free (Label *label)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    g_free (label->forms[i]);
  g_free (label);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Label, label_free)

static Label *
label_new (const WmdDatum *object, const char *where, GError **error)
{
  g_autoptr (Label) label = g_new0 (Label, 1);
  const char *texts[WMD_N_LANGUAGES];
  const WmdDatum *alternates;

  if (!wmd_data_get_six (object, where, texts, error) ||
      !wmd_data_get_optional_object (object, where, "alternates", &alternates, error))
    return NULL;

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree const char **others =
          wmd_data_get_optional_strings (alternates, where, wmd_language_get_code (i), error);
      guint n_others;

      if (others == NULL)
        return NULL;
      n_others = g_strv_length ((char **) others);
      label->forms[i] = g_new0 (const char *, n_others + 2);
      label->forms[i][0] = texts[i];
      memcpy (label->forms[i] + 1, others, n_others * sizeof (char *));
    }
  return g_steal_pointer (&label);
}

WmdLabels *
wmd_labels_new (GError **error)
{
  const WmdDatum *root = wmd_data_load ("labels.json", error);
  const WmdDatum *labels = root != NULL ? wmd_data_get_object (root, "labels.json", "labels", error) : NULL;
  WmdLabels *self;

  if (labels == NULL)
    return NULL;

  self = g_new0 (WmdLabels, 1);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) label_free);
  for (guint i = 0; i < wmd_data_get_length (labels); i++)
    {
      const char *key = wmd_data_get_name (labels, i);
      g_autofree char *where = g_strdup_printf ("labels.json: %s", key);
      const WmdDatum *object = wmd_data_get_object (labels, "labels.json", key, error);
      Label *label = object != NULL ? label_new (object, where, error) : NULL;

      if (label == NULL)
        {
          wmd_labels_free (self);
          return NULL;
        }
      g_hash_table_insert (self->labels, (char *) key, label);
    }
  return self;
}

void
wmd_labels_free (WmdLabels *self)
{
  g_hash_table_unref (self->labels);
  g_free (self);
}

const char *const *
wmd_reference_list_label_forms (WmdReference *self, WmdLanguage language, const char *key)
{
  static const char *const none[] = { "", NULL };
  const Label *label;

  g_return_val_if_fail (self != NULL && key != NULL, none);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, none);

  label = g_hash_table_lookup (self->labels->labels, key);
  if (label == NULL)
    {
      g_critical ("There is no label “%s”", key);
      return none;
    }
  return label->forms[language];
}

gboolean
wmd_reference_has_label (WmdReference *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  return g_hash_table_contains (self->labels->labels, key);
}

const char *
wmd_reference_get_label (WmdReference *self, WmdLanguage language, const char *key)
{
  return wmd_reference_list_label_forms (self, language, key)[0];
}

char *
wmd_reference_format_label (WmdReference *self, WmdLanguage language, const char *key, ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  const char *pattern = wmd_reference_get_label (self, language, key);
  const char *name;
  va_list args;

  va_start (args, key);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      g_ptr_array_add (pairs, (char *) name);
      g_ptr_array_add (pairs, (char *) (value != NULL ? value : ""));
    }
  va_end (args);
  g_ptr_array_add (pairs, NULL);
  return wmd_placeholders_fill (pattern, (const char *const *) pairs->pdata);
}
