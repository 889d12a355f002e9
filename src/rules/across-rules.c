/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What replies say of the same thing. These rules read digests, never the text, except that titles are looked for in
 * texts that do not mark them; what was found there is kept with the text as long as the titles are the same. What
 * they find is a question for the authors, never a change.
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

  for (guint i = 0; i < wmd_snapshot_get_n_replies (probe->snapshot); i++)
    {
      WmdBody *body = wmd_snapshot_get_reply (probe->snapshot, i);
      Text text = { body, probe->get_page (probe, body, language) };

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
  WmdBody *frames[] = { wmd_snapshot_get_summary (probe->snapshot), wmd_snapshot_get_introduction (probe->snapshot) };

  if (wmd_lexicon_has_shingle (probe->get_lexicon (probe, language), shingle))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      const WmdPage *page = probe->get_page (probe, frames[i], language);

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
        g_str_equal (g_array_index (figures, WmdFigure, i).noun, figure->noun))
      return TRUE;
  return FALSE;
}

static gboolean
say_conflict (WmdProbe *probe, const Text *text, const WmdFigure *figure, const Given *given, GHashTable *said)
{
  const char *part = wmd_body_get_id (text->body), *other = wmd_body_get_id (given->text->body);
  g_autofree char *hint = NULL;
  char *key;

  if (given->text == text || given->figure->value == figure->value || gives (text, given->figure) ||
      gives (given->text, figure))
    return FALSE;
  key = g_strdup_printf ("%s %s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, part, other, figure->value,
                         given->figure->value);
  if (!g_hash_table_add (said, key))
    return TRUE;
  hint = g_strdup_printf ("%" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT, figure->value, given->figure->value);
  say_at (probe, text, &figure->spot, hint,
          g_strdup_printf (_ ("Here it is %" G_GUINT64_FORMAT ", in the reply of %s %" G_GUINT64_FORMAT "."),
                           figure->value, wmd_probe_get_name (probe, given->text->body), given->figure->value));
  return TRUE;
}

static void
compare_figures (WmdProbe *probe, WmdLanguage language, GHashTable *said)
{
  g_autoptr (GArray) texts = list_texts (probe, language);
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      const GArray *figures = text->page->digest->figures;

      for (guint j = 0; j < figures->len; j++)
        {
          const WmdFigure *figure = &g_array_index (figures, WmdFigure, j);
          gboolean conflict = FALSE;

          for (guint k = 0; k < figure->shingles->len && !conflict; k++)
            {
              guint shingle = g_array_index (figure->shingles, guint, k);
              g_autofree char *key = g_strdup_printf ("%s %u", figure->noun, shingle);
              const Given *first = g_hash_table_lookup (given, key);
              Given own = { text, figure };

              if (first != NULL)
                conflict = say_conflict (probe, text, figure, first, said);
              else if (!is_common (probe, language, shingle))
                g_hash_table_insert (given, g_steal_pointer (&key), g_memdup2 (&own, sizeof own));
            }
        }
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

/* The titles of all replies by their first three characters. */
typedef struct
{
  GHashTable *by_head; /* gint64 to a GPtrArray of strings (owned by digests) */
  guint stamp;         /* of the set */
} Titles;

static gint64
make_head (const char *text)
{
  gint64 head = 0;

  for (guint i = 0; i < 3 && *text != '\0'; i++, text = g_utf8_next_char (text))
    head = head << 21 | g_utf8_get_char (text);
  return head;
}

static void
titles_init (Titles *self, const GArray *texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *self =
      (Titles){ g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref), 1 };
  for (guint i = 0; i < texts->len; i++)
    {
      const GArray *titles = g_array_index (texts, Text, i).page->digest->titles;

      for (guint j = 0; j < titles->len; j++)
        {
          char *title = g_array_index (titles, WmdTitle, j).text;
          gint64 head = make_head (title);
          GPtrArray *group = g_hash_table_lookup (self->by_head, &head);

          if (!g_hash_table_add (seen, title))
            continue;
          if (group == NULL)
            {
              group = g_ptr_array_new ();
              g_hash_table_insert (self->by_head, g_memdup2 (&head, sizeof head), group);
            }
          g_ptr_array_add (group, title);
          self->stamp += g_str_hash (title);
        }
    }
}

static gboolean
has_title (const WmdDigest *digest, const char *text)
{
  for (guint i = 0; i < digest->titles->len; i++)
    if (g_str_equal (g_array_index (digest->titles, WmdTitle, i).text, text))
      return TRUE;
  return FALSE;
}

/* The longest title that stands at @p; NULL for none. */
static const char *
match_title (const Titles *titles, const char *p)
{
  gint64 head = make_head (p);
  const GPtrArray *group = g_hash_table_lookup (titles->by_head, &head);
  const char *best = NULL;

  for (guint i = 0; group != NULL && i < group->len; i++)
    if (g_str_has_prefix (p, group->pdata[i]) && (best == NULL || strlen (group->pdata[i]) > strlen (best)))
      best = group->pdata[i];
  return best;
}

/* Titles that stand in the text without marks, and nowhere in it with them. */
static void
find_bare (WmdProbe *probe, const Titles *titles, const WmdReading *reading, guint block, WmdDigest *digest)
{
  guint depth = 0;

  for (const char *p = reading->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      const char *title;
      WmdTitle bare;

      if (character == 0x300a || character == 0x3008 || character == 0x201c)
        depth++;
      else if (character == 0x300b || character == 0x3009 || character == 0x201d)
        depth -= MIN (depth, 1);
      title = depth == 0 ? match_title (titles, p) : NULL;
      if (title == NULL || has_title (digest, title) ||
          wmd_forms_matches (probe->forms, "body-behind-title", WMD_LANGUAGE_ZH, p + strlen (title)))
        continue;
      bare = (WmdTitle){ g_strdup (title), { block, p - reading->text, p + strlen (title) - reading->text } };
      g_array_append_val (digest->bare, bare);
    }
}

static void
compare_titles (WmdProbe *probe, const GArray *texts)
{
  Titles titles;
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  titles_init (&titles, texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      WmdDigest *digest = text->page->digest;

      if (digest->bare_stamp != titles.stamp)
        {
          g_array_set_size (digest->bare, 0);
          for (guint block = 0; block < text->page->n_blocks; block++)
            find_bare (probe, &titles, text->page->readings[block], block, digest);
          digest->bare_stamp = titles.stamp;
        }
      for (guint j = 0; j < digest->bare->len; j++)
        {
          const WmdTitle *bare = &g_array_index (digest->bare, WmdTitle, j);

          if (g_hash_table_add (said, bare->text))
            say_at (probe, text, &bare->spot, bare->text,
                    g_strdup_printf (_ ("“%s” stands in title marks in other replies."), bare->text));
        }
    }
  g_hash_table_unref (titles.by_head);
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
