/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The registry of those who can reply: data/respondents/. Names are looked up
 * by their folded form in an index per language that is made when a name in
 * that language is first looked for; most runs need one language or none.
 * So is the list of all respondents when it is first asked for.
 */
#include "config.h"

#include "reference/reference-private.h"

#include <glib/gi18n-lib.h>

#include "reference/fold.h"
#include "reference/respondent-private.h"

struct _WmdRegistry
{
  GPtrArray *respondents;                /* (element-type WmdRespondent): owned */
  GPtrArray *list;                       /* the same by English name; borrowed */
  gsize list_is_ready;                   /* for g_once_init_enter() */
  GHashTable *by_id;                     /* (element-type utf8 WmdRespondent): borrowed */
  GHashTable *by_name[WMD_N_LANGUAGES];  /* (element-type utf8 WmdRespondent): owned folded name; NULL when ambiguous */
  gsize index_is_ready[WMD_N_LANGUAGES]; /* for g_once_init_enter() */
};

/* --- loading --- */

static const struct
{
  const char *file;
  WmdRespondentKind kind;
} files[] = {
  { "respondents/member-states.json", WMD_RESPONDENT_MEMBER_STATE },
  { "respondents/observers.json", WMD_RESPONDENT_OBSERVER_STATE },
  { "respondents/european-union.json", WMD_RESPONDENT_EUROPEAN_UNION },
  { "respondents/organizations.json", WMD_RESPONDENT_ORGANIZATION },
};

static void
respondent_free (WmdRespondent *respondent)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    g_free (respondent->aliases[i]);
  g_free (respondent);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdRespondent, respondent_free)

/* A member with a string for some of the languages. */
static gboolean
load_some (const WmdDatum *object, const char *where, const char *member, const char **texts, GError **error)
{
  const WmdDatum *strings;

  if (!wmd_data_get_optional_object (object, where, member, &strings, error))
    return FALSE;
  for (int i = 0; strings != NULL && i < WMD_N_LANGUAGES; i++)
    {
      const char *code = wmd_language_get_code (i);

      if (!wmd_data_has_member (strings, code))
        continue;
      texts[i] = wmd_data_get_string (strings, where, code, error);
      if (texts[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_aliases (WmdRespondent *respondent, const WmdDatum *object, const char *where, GError **error)
{
  const WmdDatum *aliases;

  if (!wmd_data_get_optional_object (object, where, "aliases", &aliases, error))
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      respondent->aliases[i] = wmd_data_get_optional_strings (aliases, where, wmd_language_get_code (i), error);
      if (respondent->aliases[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static WmdRespondent *
respondent_new (const WmdDatum *object, const char *file, WmdRespondentKind kind, GError **error)
{
  g_autoptr (WmdRespondent) respondent = g_new0 (WmdRespondent, 1);
  g_autofree char *where = NULL;
  const WmdDatum *names;

  respondent->kind = kind;
  respondent->id = wmd_data_get_string (object, file, "id", error);
  if (respondent->id == NULL)
    return NULL;
  where = g_strdup_printf ("%s: %s", file, respondent->id);
  names = wmd_data_get_object (object, where, "name", error);
  if (names == NULL || !wmd_data_get_six (names, where, respondent->names, error) ||
      !load_some (object, where, "formal", respondent->formal_names, error) ||
      !load_some (object, where, "text", respondent->text_names, error) ||
      !load_some (object, where, "articles", respondent->articles, error) ||
      !load_some (object, where, "acronyms", respondent->acronyms, error) ||
      !load_aliases (respondent, object, where, error))
    return NULL;
  respondent->united_nations = wmd_data_get_flag (object, "united-nations");
  return g_steal_pointer (&respondent);
}

static gboolean
load_file (WmdRegistry *self, const char *file, WmdRespondentKind kind, GError **error)
{
  const WmdDatum *root = wmd_data_load (file, error);
  const WmdDatum *array = root != NULL ? wmd_data_get_array (root, file, "respondents", error) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < wmd_data_get_length (array); i++)
    {
      const WmdDatum *object = wmd_data_get_element (array, file, i, error);
      WmdRespondent *respondent = object != NULL ? respondent_new (object, file, kind, error) : NULL;

      if (respondent == NULL)
        return FALSE;
      g_ptr_array_add (self->respondents, respondent);
      if (g_hash_table_insert (self->by_id, (char *) respondent->id, respondent))
        continue;
      /* Translators: of two entries of the registry. */
      wmd_data_set_invalid (error, respondent->id, _ ("This identifier is used twice."));
      return FALSE;
    }
  return TRUE;
}

WmdRegistry *
wmd_registry_new (GError **error)
{
  WmdRegistry *self = g_new0 (WmdRegistry, 1);

  self->respondents = g_ptr_array_new_with_free_func ((GDestroyNotify) respondent_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (!load_file (self, files[i].file, files[i].kind, error))
      {
        wmd_registry_free (self);
        return NULL;
      }
  return self;
}

void
wmd_registry_free (WmdRegistry *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    g_clear_pointer (&self->by_name[i], g_hash_table_unref);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_ptr_array_unref (self->respondents);
  g_free (self);
}

/* --- names --- */

/* Names compare without their article: "the Philippines", "l’Algérie". (transfer full) */
static char *
fold_name (const WmdLanguages *languages, WmdLanguage language, const char *name)
{
  while (*name != '\0' && !g_unichar_isalnum (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  return wmd_fold_text (name + wmd_languages_skip_article (languages, language, name));
}

/* @name may be NULL. A name of two respondents finds neither. */
static void
index_name (const WmdLanguages *languages,
            WmdLanguage language,
            GHashTable *index,
            const char *name,
            const WmdRespondent *respondent)
{
  g_autofree char *folded = NULL;
  gpointer other;

  if (name == NULL)
    return;
  folded = fold_name (languages, language, name);
  if (g_hash_table_lookup_extended (index, folded, NULL, &other) && other != respondent)
    respondent = NULL;
  g_hash_table_insert (index, g_steal_pointer (&folded), (gpointer) respondent);
}

static void
index_official_names (const WmdLanguages *languages,
                      WmdLanguage language,
                      GHashTable *index,
                      const WmdRespondent *respondent)
{
  index_name (languages, language, index, respondent->names[language], respondent);
  index_name (languages, language, index, respondent->formal_names[language], respondent);
  index_name (languages, language, index, respondent->text_names[language], respondent);
}

static void
index_other_names (const WmdLanguages *languages,
                   WmdLanguage language,
                   GHashTable *index,
                   const WmdRespondent *respondent)
{
  const char *acronyms[] = { respondent->acronyms[language], respondent->acronyms[WMD_LANGUAGE_EN] };

  for (gsize i = 0; respondent->aliases[language][i] != NULL; i++)
    index_name (languages, language, index, respondent->aliases[language][i], respondent);
  for (gsize i = 0; i < G_N_ELEMENTS (acronyms); i++)
    {
      g_autofree char *both = acronyms[i] != NULL ? g_strconcat (respondent->names[language], acronyms[i], NULL) : NULL;

      index_name (languages, language, index, acronyms[i], respondent);
      index_name (languages, language, index, both, respondent);
    }
}

static gboolean
is_new_name (gpointer name, gpointer respondent, gpointer official)
{
  return g_hash_table_contains (official, name);
}

/* Official names come first: what is the official name of one is never another name of another. */
static GHashTable *
make_index (const WmdRegistry *self, const WmdLanguages *languages, WmdLanguage language)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, respondent;

  for (guint i = 0; i < self->respondents->len; i++)
    {
      index_official_names (languages, language, index, g_ptr_array_index (self->respondents, i));
      index_other_names (languages, language, others, g_ptr_array_index (self->respondents, i));
    }
  g_hash_table_foreach_remove (others, is_new_name, index);
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &name, &respondent))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (index, name, respondent);
    }
  return index;
}

static GHashTable *
get_index (WmdReference *self, WmdLanguage language)
{
  WmdRegistry *registry = self->registry;

  if (g_once_init_enter (&registry->index_is_ready[language]))
    {
      registry->by_name[language] = make_index (registry, self->languages, language);
      g_once_init_leave (&registry->index_is_ready[language], 1);
    }
  return registry->by_name[language];
}

/* --- the list --- */

typedef struct
{
  char *key;
  WmdRespondent *respondent;
} Sorted;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Sorted *) a)->key, ((const Sorted *) b)->key);
}

static GPtrArray *
sort_by_english_name (const GPtrArray *respondents, const WmdCollation *collation)
{
  g_autofree Sorted *sorted = g_new (Sorted, respondents->len);
  GPtrArray *list = g_ptr_array_sized_new (respondents->len);

  for (guint i = 0; i < respondents->len; i++)
    {
      sorted[i].respondent = g_ptr_array_index (respondents, i);
      sorted[i].key =
          wmd_collation_get_sort_key (collation, WMD_LANGUAGE_EN, sorted[i].respondent->names[WMD_LANGUAGE_EN]);
    }
  qsort (sorted, respondents->len, sizeof (Sorted), compare_keys);
  for (guint i = 0; i < respondents->len; i++)
    {
      g_ptr_array_add (list, sorted[i].respondent);
      g_free (sorted[i].key);
    }
  return list;
}

static GPtrArray *
get_list (WmdReference *self)
{
  WmdRegistry *registry = self->registry;

  if (g_once_init_enter (&registry->list_is_ready))
    {
      registry->list = sort_by_english_name (registry->respondents, self->collation);
      g_once_init_leave (&registry->list_is_ready, 1);
    }
  return registry->list;
}

/* --- public functions --- */

const WmdRespondent *
wmd_reference_lookup_respondent (WmdReference *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->registry->by_id, id) : NULL;
}

GPtrArray *
wmd_reference_list_respondents (WmdReference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_list (self);
}

const WmdRespondent *
wmd_reference_find_respondent (WmdReference *self, WmdLanguage language, const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  folded = fold_name (self->languages, language, name);
  return g_hash_table_lookup (get_index (self, language), folded);
}
