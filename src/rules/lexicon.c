/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names by their first two characters, for finding them in text, and by their first and last three, for finding
 * what is almost one of them. Where several names begin alike the longest is tried first.
 */

#include "config.h"

#include "rules/digest-private.h"
#include "rules/lexicon-private.h"

#include <string.h>

/* Shorter ones are too like ordinary words for a likeness to mean anything. */
#define MIN_SIMILAR 6

struct _WmdLexicon
{
  GPtrArray *names;     /* (element-type WmdName) */
  GHashTable *by_text;  /* text of a name to WmdName */
  GHashTable *starts;   /* key of two characters to a GPtrArray of WmdName, the longest first */
  GHashTable *heads;    /* key of three characters, or of the first four without the third, likewise */
  GHashTable *shingles; /* set of those of all names */
  guint8 *firsts;       /* bit set of the characters that names begin with, by their low 16 bits */
  WmdWordUses *words;   /* of all names; empty in Chinese */
  GPtrArray *states;    /* (element-type WmdStateName) */
};

static void
name_free (gpointer data)
{
  WmdName *self = data;

  g_free (self->text);
  g_free (self->characters);
  g_free (self);
}

static void
state_free (gpointer data)
{
  WmdStateName *self = data;

  g_free (self->name);
  g_free (self->folded);
  g_free (self->stem);
  g_free (self);
}

/* A character has 21 bits, so that three fit. (transfer full) */
static gint64
make_key (const gunichar *characters, guint n)
{
  gint64 key = 0;

  for (guint i = 0; i < n; i++)
    key = key << 21 | characters[i];
  return key;
}

static void
add_to (GHashTable *table, gint64 key, WmdName *name)
{
  GPtrArray *names = g_hash_table_lookup (table, &key);

  if (names == NULL)
    {
      names = g_ptr_array_new ();
      g_hash_table_insert (table, g_memdup2 (&key, sizeof key), names);
    }
  g_ptr_array_add (names, name);
}

static WmdName *
add_name (WmdLexicon *self, WmdNameKind kind, const char *text, const char *full)
{
  WmdName *name = g_hash_table_lookup (self->by_text, text);
  glong length;

  if (name != NULL || text[0] == '\0')
    return name;
  name = g_new0 (WmdName, 1);
  name->kind = kind;
  name->text = g_strdup (text);
  name->characters = g_utf8_to_ucs4_fast (text, -1, &length);
  name->length = length;
  name->full = full;
  g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->by_text, name->text, name);
  if (length >= 2)
    {
      add_to (self->starts, make_key (name->characters, 2), name);
      self->firsts[(name->characters[0] & 0xffff) >> 3] |= 1 << (name->characters[0] & 7);
    }
  if (length >= MIN_SIMILAR)
    {
      const gunichar without_third[] = { name->characters[0], name->characters[1], name->characters[3] };

      add_to (self->heads, make_key (name->characters, 3), name);
      add_to (self->heads, make_key (without_third, 3), name);
    }
  return name;
}

static int
compare_lengths_cb (gconstpointer a, gconstpointer b)
{
  return (int) (*(WmdName *const *) b)->length - (int) (*(WmdName *const *) a)->length;
}

/* --- words --- */

static void
add_state (WmdLexicon *self, const WmdForms *forms, WmdLanguage language, const char *name)
{
  WmdStateName *state;
  glong length;

  if (strpbrk (name, " -") != NULL || strstr (name, "\302\240") != NULL)
    return;
  state = g_new0 (WmdStateName, 1);
  state->name = g_strdup (name);
  state->folded = g_utf8_casefold (name, -1);
  length = g_utf8_strlen (state->folded, -1);
  state->first = g_utf8_get_char (state->folded);
  state->length = length;
  state->stem = g_utf8_substring (state->folded, 0,
                                  wmd_forms_get_number (forms, "state-ending", language) > 0 ? length - 1 : length);
  g_ptr_array_add (self->states, state);
}

/* Every name is read as a text of its own. */
static void
add_words (WmdLexicon *self, const WmdForms *forms, WmdLanguage language)
{
  for (guint i = 0; language != WMD_LANGUAGE_ZH && i < self->names->len; i++)
    {
      const char *text = ((WmdName *) self->names->pdata[i])->text;
      g_autoptr (WmdInline) content = wmd_inline_new_text (text);
      g_autoptr (WmdBlock) block = wmd_block_new ("name", WMD_BLOCK_PARAGRAPH, content);
      WmdReading *reading = wmd_reading_new (block, language);

      wmd_word_uses_add (self->words, forms, reading, text);
      wmd_reading_free (reading);
    }
}

/* --- making one --- */

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_respondents (WmdLexicon *self, const GPtrArray *respondents, const WmdForms *forms, WmdLanguage language)
{
  for (guint i = 0; i < respondents->len; i++)
    {
      const WmdRespondent *respondent = respondents->pdata[i];
      const char *formal = wmd_respondent_get_formal_name (respondent, language);

      add_name (self, WMD_NAME_FULL, wmd_respondent_get_name (respondent, language), NULL);
      if (wmd_respondent_get_section (respondent) == WMD_SECTION_GOVERNMENTS)
        add_state (self, forms, language, wmd_respondent_get_name (respondent, language));
      add_name (self, WMD_NAME_FULL, wmd_respondent_get_text_name (respondent, language), NULL);
      if (formal != NULL)
        add_name (self, WMD_NAME_FULL, formal, NULL);
    }
}

static void
add_abbreviations (WmdLexicon *self, const GPtrArray *abbreviations)
{
  for (guint i = 0; i < abbreviations->len; i++)
    {
      const WmdAbbreviation *abbreviation = abbreviations->pdata[i];
      const WmdName *full = add_name (self, WMD_NAME_FULL, abbreviation->full, NULL);

      add_name (self, WMD_NAME_BRIEF, abbreviation->brief, full->text);
    }
}

WmdLexicon *
wmd_lexicon_new (WmdReference *reference, const WmdForms *forms, WmdLanguage language)
{
  WmdLexicon *self = g_new0 (WmdLexicon, 1);
  const GPtrArray *terms = wmd_forms_list_terms (forms, language);
  GHashTableIter iter;
  gpointer names;

  self->names = g_ptr_array_new_with_free_func (name_free);
  self->firsts = g_malloc0 (0x10000 >> 3);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = wmd_word_uses_new ();
  self->states = g_ptr_array_new_with_free_func (state_free);
  self->starts = new_table ();
  self->heads = new_table ();
  add_respondents (self, wmd_reference_list_respondents (reference), forms, language);
  add_abbreviations (self, wmd_forms_list_abbreviations (forms, language));
  for (guint i = 0; i < terms->len; i++)
    for (char **name = ((WmdTerm *) terms->pdata[i])->names; *name != NULL; name++)
      add_name (self, WMD_NAME_FULL, *name, NULL);

  add_words (self, forms, language);
  self->shingles = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->names->len; i++)
    wmd_digest_add_shingles (forms, ((WmdName *) self->names->pdata[i])->text, language, self->shingles);

  g_hash_table_iter_init (&iter, self->starts);
  while (g_hash_table_iter_next (&iter, NULL, &names))
    g_ptr_array_sort (names, compare_lengths_cb);
  return self;
}

void
wmd_lexicon_free (WmdLexicon *self)
{
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->heads);
  g_hash_table_unref (self->shingles);
  g_hash_table_unref (self->by_text);
  g_ptr_array_unref (self->names);
  wmd_word_uses_free (self->words);
  g_ptr_array_unref (self->states);
  g_free (self->firsts);
  g_free (self);
}

/* Few characters begin a name: most places are passed over without a look into the tables. */
static gboolean
may_begin (const WmdLexicon *self, gunichar character)
{
  return (self->firsts[(character & 0xffff) >> 3] & (1 << (character & 7))) != 0;
}

const WmdName *
wmd_lexicon_match (const WmdLexicon *self, const gunichar *text, guint length)
{
  const GPtrArray *names;
  gint64 key;

  if (length < 2 || !may_begin (self, text[0]))
    return NULL;
  key = make_key (text, 2);
  names = g_hash_table_lookup (self->starts, &key);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const WmdName *name = names->pdata[i];

      if (name->length <= length && memcmp (name->characters, text, name->length * sizeof (gunichar)) == 0)
        return name;
    }
  return NULL;
}

const GPtrArray *
wmd_lexicon_list_by_head (const WmdLexicon *self, const gunichar *head)
{
  gint64 key = make_key (head, 3);

  return may_begin (self, head[0]) ? g_hash_table_lookup (self->heads, &key) : NULL;
}

const WmdWordUses *
wmd_lexicon_get_words (const WmdLexicon *self)
{
  return self->words;
}

const GPtrArray *
wmd_lexicon_list_states (const WmdLexicon *self)
{
  return self->states;
}

gboolean
wmd_lexicon_has_shingle (const WmdLexicon *self, guint shingle)
{
  return g_hash_table_contains (self->shingles, GUINT_TO_POINTER (shingle));
}
