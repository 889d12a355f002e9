/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sessions of the Assembly by name: data/sessions.json. Titles are looked up by their folded form in an index per
 * language that is made when one in that language is first looked for.
 */
#include "reference/reference-private.h"

#include "reference/fold.h"

#define WHERE "sessions.json"

typedef struct
{
  const char *titles[WMD_N_LANGUAGES];
  const char *ordinals[WMD_N_LANGUAGES];
} Session;

struct _WmdSessions
{
  GHashTable *by_number;                  /* (element-type uint Session) */
  GHashTable *by_title[WMD_N_LANGUAGES];  /* (element-type utf8 uint): folded title */
  gsize index_is_ready[WMD_N_LANGUAGES];  /* for g_once_init_enter() */
  const char **patterns[WMD_N_LANGUAGES]; /* titles with {number}, which are only read; NULL-terminated */
};

static gboolean
load_texts (const WmdDatum *object, const char *member, const char *texts[WMD_N_LANGUAGES], GError **error)
{
  const WmdDatum *six = wmd_data_get_object (object, WHERE, member, error);

  return six != NULL && wmd_data_get_six (six, WHERE, texts, error);
}

static gboolean
load_session (WmdSessions *self, const WmdDatum *object, GError **error)
{
  g_autofree Session *session = g_new0 (Session, 1);
  guint number;

  if (!wmd_data_get_number (object, WHERE, "session", &number, error) ||
      !load_texts (object, "title", session->titles, error) ||
      !load_texts (object, "ordinal", session->ordinals, error))
    return FALSE;
  g_hash_table_insert (self->by_number, GUINT_TO_POINTER (number), g_steal_pointer (&session));
  return TRUE;
}

static gboolean
load (WmdSessions *self, GError **error)
{
  const WmdDatum *root = wmd_data_load (WHERE, error);
  const WmdDatum *sessions = root != NULL ? wmd_data_get_array (root, WHERE, "sessions", error) : NULL;
  const WmdDatum *numeric = sessions != NULL ? wmd_data_get_object (root, WHERE, "numeric", error) : NULL;

  if (numeric == NULL)
    return FALSE;
  for (guint i = 0; i < wmd_data_get_length (sessions); i++)
    {
      const WmdDatum *session = wmd_data_get_element (sessions, WHERE, i, error);

      if (session == NULL || !load_session (self, session, error))
        return FALSE;
    }
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      self->patterns[i] = wmd_data_get_strings (numeric, WHERE, wmd_language_get_code (i), error);
      if (self->patterns[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

WmdSessions *
wmd_sessions_new (GError **error)
{
  WmdSessions *self = g_new0 (WmdSessions, 1);

  self->by_number = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (!load (self, error))
    g_clear_pointer (&self, wmd_sessions_free);
  return self;
}

void
wmd_sessions_free (WmdSessions *self)
{
  g_hash_table_unref (self->by_number);
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_clear_pointer (&self->by_title[i], g_hash_table_unref);
      g_free (self->patterns[i]);
    }
  g_free (self);
}

static const Session *
lookup_session (WmdReference *self, guint number)
{
  return g_hash_table_lookup (self->sessions->by_number, GUINT_TO_POINTER (number));
}

const char *
wmd_reference_get_session (WmdReference *self, WmdLanguage language, guint session)
{
  const Session *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  found = lookup_session (self, session);
  return found != NULL ? found->titles[language] : NULL;
}

const char *
wmd_reference_get_session_ordinal (WmdReference *self, WmdLanguage language, guint session)
{
  const Session *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  found = lookup_session (self, session);
  return found != NULL ? found->ordinals[language] : NULL;
}

static GHashTable *
make_index (const WmdSessions *self, WmdLanguage language)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer number, session;

  g_hash_table_iter_init (&iter, self->by_number);
  while (g_hash_table_iter_next (&iter, &number, &session))
    g_hash_table_insert (index, wmd_fold_text (((const Session *) session)->titles[language]), number);
  return index;
}

static GHashTable *
get_index (WmdSessions *self, WmdLanguage language)
{
  if (g_once_init_enter (&self->index_is_ready[language]))
    {
      self->by_title[language] = make_index (self, language);
      g_once_init_leave (&self->index_is_ready[language], 1);
    }
  return self->by_title[language];
}

/* The number in @folded when it is @pattern with digits in it; else 0. */
static guint
match_pattern (const char *pattern, const char *folded)
{
  g_auto (GStrv) halves = g_strsplit (pattern, "{number}", 2);
  g_autofree char *before = wmd_fold_text (halves[0]);
  g_autofree char *after = wmd_fold_text (halves[1] != NULL ? halves[1] : "");
  guint64 number;
  char *end;

  if (!g_str_has_prefix (folded, before) || !g_ascii_isdigit (folded[strlen (before)]))
    return 0;
  number = g_ascii_strtoull (folded + strlen (before), &end, 10);
  return g_str_equal (end, after) && number <= G_MAXUINT ? (guint) number : 0;
}

guint
wmd_reference_parse_session (WmdReference *self, WmdLanguage language, const char *text)
{
  g_autofree char *folded = NULL;
  guint number;

  g_return_val_if_fail (self != NULL && text != NULL, 0);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, 0);

  folded = wmd_fold_text (text);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (get_index (self->sessions, language), folded));
  for (gsize i = 0; number == 0 && self->sessions->patterns[language][i] != NULL; i++)
    number = match_pattern (self->sessions->patterns[language][i], folded);
  return lookup_session (self, number) != NULL ? number : 0;
}
