/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Division of words with the dictionaries that office programs share. Without libhyphen, or without a dictionary, no
 * word is divided.
 */
#include "config.h"

#include "typeset/hyphenation.h"

#ifdef HAVE_HYPHEN

#include <hyphen.h>
#include <string.h>

struct _WmdHyphenation
{
  gatomicrefcount ref_count;
  GMutex lock;                               /* of the dictionaries; libhyphen does not say that it needs none */
  HyphenDict *dictionaries[WMD_N_LANGUAGES]; /* NULL for those not found */
  gboolean looked_for[WMD_N_LANGUAGES];
};

/* Names of the dictionaries' files, the best first. */
static const char *const names[WMD_N_LANGUAGES][3] = {
  [WMD_LANGUAGE_EN] = { "hyph_en_GB.dic", "hyph_en_US.dic" },
  [WMD_LANGUAGE_ES] = { "hyph_es_ES.dic", "hyph_es.dic", "hyph_es_ANY.dic" },
  [WMD_LANGUAGE_FR] = { "hyph_fr_FR.dic", "hyph_fr.dic" },
  [WMD_LANGUAGE_RU] = { "hyph_ru_RU.dic", "hyph_ru.dic" },
};

WmdHyphenation *
wmd_hyphenation_new (void)
{
  WmdHyphenation *self = g_new0 (WmdHyphenation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  return self;
}

WmdHyphenation *
wmd_hyphenation_ref (WmdHyphenation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_hyphenation_unref (WmdHyphenation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (self->dictionaries[i] != NULL)
      hnj_hyphen_free (self->dictionaries[i]);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static HyphenDict *
load (WmdLanguage language)
{
  const char *const *data_dirs = g_get_system_data_dirs ();

  for (guint i = 0; data_dirs[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names[language]) && names[language][j] != NULL; j++)
      {
        g_autofree char *path = g_build_filename (data_dirs[i], "hyphen", names[language][j], NULL);
        HyphenDict *dictionary = g_file_test (path, G_FILE_TEST_EXISTS) ? hnj_hyphen_load (path) : NULL;

        if (dictionary != NULL)
          return dictionary;
      }
  return NULL;
}

static HyphenDict *
get_dictionary (WmdHyphenation *self, WmdLanguage language)
{
  if (!self->looked_for[language])
    self->dictionaries[language] = load (language);
  self->looked_for[language] = TRUE;
  return self->dictionaries[language];
}

/* The vector of libhyphen: an odd digit after a letter of @word where it may be divided. */
static char *
hyphenate (HyphenDict *dictionary, const char *word, gsize n_bytes)
{
  g_autofree char *hyphens = g_malloc0 (n_bytes + 5);
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  gboolean done;

  done = hnj_hyphen_hyphenate2 (dictionary, word, (int) n_bytes, hyphens, NULL, &replacements, &positions, &cuts) == 0;
  for (gsize i = 0; replacements != NULL && i < n_bytes; i++)
    {
      /* No language of ours spells a divided word otherwise. */
      if (replacements[i] != NULL)
        hyphens[i] = '0';
      free (replacements[i]);
    }
  free (replacements);
  free (positions);
  free (cuts);
  return done ? g_steal_pointer (&hyphens) : NULL;
}

gboolean
wmd_hyphenation_divide (WmdHyphenation *self, WmdLanguage language, const char *word, gsize n_bytes, gboolean *points)
{
  g_autofree char *lower = NULL;
  g_autofree char *converted = NULL;
  g_autofree char *hyphens = NULL;
  HyphenDict *dictionary;
  gsize n_converted = 0;
  gboolean divided = FALSE;
  const char *p;

  g_return_val_if_fail (self != NULL && word != NULL && points != NULL, FALSE);

  memset (points, 0, n_bytes * sizeof points[0]);
  lower = g_utf8_strdown (word, (gssize) n_bytes);
  if (strlen (lower) != n_bytes)
    return FALSE;
  g_mutex_lock (&self->lock);
  dictionary = get_dictionary (self, language);
  if (dictionary != NULL)
    {
      converted = dictionary->utf8 ? g_steal_pointer (&lower)
                                   : g_convert (lower, -1, dictionary->cset, "UTF-8", NULL, NULL, NULL);
      n_converted = converted != NULL ? strlen (converted) : 0;
      if (n_converted > 0)
        hyphens = hyphenate (dictionary, converted, n_converted);
    }
  g_mutex_unlock (&self->lock);
  if (hyphens == NULL)
    return FALSE;

  /* The vector counts letters, in UTF-8 dictionaries as well. */
  p = word;
  for (gsize i = 0; i + 1 < n_converted && p < word + n_bytes; i++)
    {
      p = g_utf8_next_char (p);
      if (p < word + n_bytes && hyphens[i] % 2 == 1 && hyphens[i] > '0')
        points[p - word] = divided = TRUE;
    }
  return divided;
}

#else

struct _WmdHyphenation
{
  gatomicrefcount ref_count;
};

WmdHyphenation *
wmd_hyphenation_new (void)
{
  WmdHyphenation *self = g_new0 (WmdHyphenation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

WmdHyphenation *
wmd_hyphenation_ref (WmdHyphenation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_hyphenation_unref (WmdHyphenation *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

gboolean
wmd_hyphenation_divide (WmdHyphenation *self, WmdLanguage language, const char *word, gsize n_bytes, gboolean *points)
{
  return FALSE;
}

#endif
