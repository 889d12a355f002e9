/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What replies say of the same thing. These rules read digests, never the text, and are asked again only when a digest
 * is another. What they find is a question for the authors, never a change.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

/* One reply in one language. */
typedef struct
{
  WmdBody *body;
  const WmdPage *page;
} Text;

/* (transfer full) (element-type Text) the replies that have text in the language. */
static GArray *
list_texts (WmdProbe *probe, WmdLanguage language)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (Text));

  for (guint i = WMD_FIRST_REPLY; i < probe->n_parts; i++)
    {
      Text text = { probe->parts[i].body, probe->parts[i].pages[language] };

      if (text.page != NULL && text.page->n_blocks > 0)
        g_array_append_val (texts, text);
    }
  return texts;
}

static WmdRemark *
say_at (WmdProbe *probe, const Text *text, const WmdSpot *spot, const char *hint, char *message)
{
  WmdRemark *remark = wmd_probe_say (probe, hint, message);

  wmd_remark_set_place (remark, text->body, text->page->digest->language, spot->block);
  wmd_remark_set_range (remark, spot->start, spot->end);
  return remark;
}

/* (transfer full) */
static char *
dup_spot (const Text *text, const WmdSpot *spot)
{
  return g_strndup (text->page->readings[spot->block]->text + spot->start, spot->end - spot->start);
}

/* --- figures --- */

/* The first figure that was given for a noun in sentences with one shingle in common. */
typedef struct
{
  const Text *text;
  const WmdFigure *figure;
} Given;

/* The names of the registry and what the frame texts say are common ground: that two replies have it too does not
 * make them speak of one thing.
 */
static gboolean
is_common (WmdProbe *probe, WmdLanguage language, guint shingle)
{
  if (wmd_lexicon_has_shingle (probe->get_lexicon (probe, language), shingle))
    return TRUE;
  for (guint i = 0; i < WMD_FIRST_REPLY; i++)
    {
      const WmdPage *page = probe->parts[i].pages[language];

      if (page != NULL && g_hash_table_contains (page->digest->shingles, GUINT_TO_POINTER (shingle)))
        return TRUE;
    }
  return FALSE;
}

/* TRUE when the text gives the value for the noun too: then its author knows of both. */
static gboolean
gives (const Text *text, const WmdFigure *figure)
{
  const GArray *figures = text->page->digest->figures;

  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, WmdFigure, i).value == figure->value &&
        g_array_index (figures, WmdFigure, i).noun == figure->noun)
      return TRUE;
  return FALSE;
}

static gboolean
say_conflict (WmdProbe *probe, const Text *text, const WmdFigure *figure, const Given *given, GHashTable *said)
{
  const char *part = wmd_body_get_id (text->body), *other = wmd_body_get_id (given->text->body);
  g_autofree char *here = g_strdup_printf ("%" G_GUINT64_FORMAT, figure->value);
  g_autofree char *there = g_strdup_printf ("%" G_GUINT64_FORMAT, given->figure->value);
  g_autofree char *hint = NULL;
  char *key;

  if (given->text == text || given->figure->value == figure->value || gives (text, given->figure) ||
      gives (given->text, figure))
    return FALSE;
  key = g_strjoin (" ", part, other, here, there, NULL);
  if (!g_hash_table_add (said, key))
    return TRUE;
  hint = g_strdup_printf ("%s / %s", here, there);
  say_at (probe, text, &figure->spot, hint,
          /* Translators: a figure, the name of another respondent, and the figure there */
          g_strdup_printf (_ ("Here it is %s, in the reply of %s %s."), here,
                           wmd_probe_get_name (probe, given->text->body), there));
  return TRUE;
}

/* The nouns that are counted with different results, the only ones worth a comparison. (transfer full) */
static GHashTable *
find_disputed (const GArray *texts)
{
  GHashTable *disputed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL); /* noun to the first figure of it */

  for (guint i = 0; i < texts->len; i++)
    {
      const GArray *figures = g_array_index (texts, Text, i).page->digest->figures;

      for (guint j = 0; j < figures->len; j++)
        {
          WmdFigure *figure = &g_array_index (figures, WmdFigure, j);
          const WmdFigure *known = g_hash_table_lookup (first, GUINT_TO_POINTER (figure->noun));

          if (known == NULL)
            g_hash_table_insert (first, GUINT_TO_POINTER (figure->noun), figure);
          else if (known->value != figure->value)
            g_hash_table_add (disputed, GUINT_TO_POINTER (figure->noun));
        }
    }
  return disputed;
}

/* Compares with the first that was given in a sentence with a shingle in common, or is the first itself. */
static void
compare_figure (WmdProbe *probe, const Text *text, const WmdFigure *figure, GHashTable *given, GHashTable *said)
{
  for (guint i = 0; i < figure->shingles->len; i++)
    {
      guint shingle = g_array_index (figure->shingles, guint, i);
      gint64 key = (gint64) ((guint64) figure->noun << 32 | shingle);
      const Given *first = g_hash_table_lookup (given, &key);
      Given own = { text, figure };

      if (first != NULL && say_conflict (probe, text, figure, first, said))
        return;
      if (first == NULL && !is_common (probe, text->page->digest->language, shingle))
        g_hash_table_insert (given, g_memdup2 (&key, sizeof key), g_memdup2 (&own, sizeof own));
    }
}

static void
compare_figures (WmdProbe *probe, WmdLanguage language, GHashTable *said)
{
  g_autoptr (GArray) texts = list_texts (probe, language);
  g_autoptr (GHashTable) disputed = find_disputed (texts);
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      const GArray *figures = text->page->digest->figures;

      for (guint j = 0; j < figures->len; j++)
        if (g_hash_table_contains (disputed, GUINT_TO_POINTER (g_array_index (figures, WmdFigure, j).noun)))
          compare_figure (probe, text, &g_array_index (figures, WmdFigure, j), given, said);
    }
}

/* A conflict that stands in several languages is spoken of once, in English where it is held. */
void
wmd_check_conflicting_figures (WmdProbe *probe)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (probe->edition != WMD_LANGUAGE_NONE)
    {
      compare_figures (probe, probe->edition, said);
      return;
    }
  compare_figures (probe, WMD_LANGUAGE_EN, said);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (language != WMD_LANGUAGE_EN)
      compare_figures (probe, language, said);
}

/* --- terms --- */

static const WmdTermUse *
find_use (const Text *text, guint term, guint name)
{
  const GArray *uses = text->page->digest->terms;

  for (guint i = 0; i < uses->len; i++)
    if (g_array_index (uses, WmdTermUse, i).term == term && g_array_index (uses, WmdTermUse, i).name == name)
      return &g_array_index (uses, WmdTermUse, i);
  return NULL;
}

/* The name that most replies use, of those used as often the first of the data; the number of names in use is (out). */
static guint
find_main_name (const guint *counts, guint n_names, guint *n_used)
{
  guint best = 0;

  *n_used = 0;
  for (guint i = 0; i < n_names; i++)
    {
      *n_used += counts[i] > 0;
      if (counts[i] > counts[best])
        best = i;
    }
  return best;
}

/* Speaks of each other name once, at the first reply that has it and not the main one. */
static void
check_names (WmdProbe *probe, const GArray *texts, guint term, const WmdTerm *data, guint main_name)
{
  for (guint name = 0; data->names[name] != NULL; name++)
    for (guint i = 0; name != main_name && i < texts->len; i++)
      {
        const Text *text = &g_array_index (texts, Text, i);
        const WmdTermUse *use = find_use (text, term, name);
        g_autofree char *found = NULL;
        g_autofree char *hint = NULL;

        if (use == NULL || find_use (text, term, main_name) != NULL)
          continue;
        found = dup_spot (text, &use->spot);
        hint = g_strdup_printf ("%s / %s", found, data->names[main_name]);
        say_at (probe, text, &use->spot, hint,
                g_strdup_printf (_ ("“%s” here is “%s” in other replies."), found, data->names[main_name]));
        break;
      }
}

static void
compare_terms (WmdProbe *probe, const GArray *texts, WmdLanguage language)
{
  const GPtrArray *terms = wmd_forms_list_terms (probe->forms, language);
  g_autofree guint **counts = g_new0 (guint *, terms->len + 1);

  for (guint i = 0; i < texts->len; i++)
    {
      const GArray *uses = g_array_index (texts, Text, i).page->digest->terms;

      for (guint j = 0; j < uses->len; j++)
        {
          const WmdTermUse *use = &g_array_index (uses, WmdTermUse, j);

          if (counts[use->term] == NULL)
            counts[use->term] = g_new0 (guint, g_strv_length (((WmdTerm *) terms->pdata[use->term])->names));
          counts[use->term][use->name]++;
        }
    }
  for (guint term = 0; term < terms->len; term++)
    {
      const WmdTerm *data = terms->pdata[term];
      guint n_used, main_name;

      if (counts[term] == NULL)
        continue;
      main_name = find_main_name (counts[term], g_strv_length (data->names), &n_used);
      if (n_used > 1)
        check_names (probe, texts, term, data, main_name);
      g_free (counts[term]);
    }
}

/* --- titles without their marks --- */

/* Each title once, at the first reply that has it bare. */
static void
compare_titles (WmdProbe *probe, const GArray *texts)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      const GArray *bare = text->page->digest->bare;

      for (guint j = 0; j < bare->len; j++)
        {
          const WmdTitle *title = &g_array_index (bare, WmdTitle, j);

          if (g_hash_table_add (said, title->text))
            say_at (probe, text, &title->spot, title->text,
                    g_strdup_printf (_ ("“%s” stands in title marks in other replies."), title->text));
        }
    }
}

void
wmd_check_term_variant (WmdProbe *probe)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (GArray) texts = NULL;

      if (probe->edition != WMD_LANGUAGE_NONE && probe->edition != language)
        continue;
      texts = list_texts (probe, language);
      compare_terms (probe, texts, language);
      if (language == WMD_LANGUAGE_ZH)
        compare_titles (probe, texts);
    }
}
