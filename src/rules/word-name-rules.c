/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names that are almost alike: in languages with capitals two names of several words that differ in one letter of one
 * word, in Chinese two titles of which one has a character or two more. Endings that a language inflects do not count.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/page-private.h"
#include "rules/rules-private.h"

/* --- Chinese titles --- */

#define MIN_TITLE 5
#define MAX_MISSING 2

/* The characters of @longer that are left when @shorter is taken out of it in order; NULL when it is not in it, or
 * when too many are left. (transfer full)
 */
static char *
dup_difference (const char *shorter, const char *longer)
{
  GString *left = g_string_new (NULL);

  for (; *longer != '\0'; longer = g_utf8_next_char (longer))
    if (*shorter != '\0' && g_utf8_get_char (shorter) == g_utf8_get_char (longer))
      shorter = g_utf8_next_char (shorter);
    else
      g_string_append_unichar (left, g_utf8_get_char (longer));
  if (*shorter == '\0' && left->len > 0 && g_utf8_strlen (left->str, left->len) <= MAX_MISSING)
    return g_string_free (left, FALSE);
  g_string_free (left, TRUE);
  return NULL;
}

/* A bill is not the Act, a year makes another plan. */
static gboolean
are_variants (const WmdProbe *probe, const char *shorter, const char *longer)
{
  g_autofree char *difference = dup_difference (shorter, longer);

  return difference != NULL && g_utf8_strlen (shorter, -1) >= MIN_TITLE &&
         strpbrk (difference, "0123456789-") == NULL &&
         !wmd_forms_matches (probe->forms, "title-tail", probe->language, difference);
}

static void
say_variant (WmdProbe *probe, guint block, guint start, guint end, const char *text, const char *other)
{
  g_autofree char *hint = g_strdup_printf ("%s / %s", text, other);

  probe->index = block;
  wmd_remark_set_range (wmd_probe_say (probe, hint, g_strdup_printf (_ ("“%s” is almost “%s”."), text, other)), start,
                        end);
}

static void
check_titles (WmdProbe *probe)
{
  g_autoptr (GArray) passages = wmd_page_list_passages (probe->page, 0x300a, 0x300b);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free); /* each once, in the order of the text */

  for (guint i = 0; i < passages->len; i++)
    {
      const WmdPassage *passage = &g_array_index (passages, WmdPassage, i);
      char *title = wmd_page_dup_title (probe->page, passage);

      if (g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        {
          g_free (title);
          continue;
        }
      for (guint j = 0; j < titles->len; j++)
        if (are_variants (probe, title, titles->pdata[j]) || are_variants (probe, titles->pdata[j], title))
          {
            say_variant (probe, passage->block, passage->start, passage->end, title, titles->pdata[j]);
            break;
          }
      g_ptr_array_add (titles, title);
    }
}

/* --- names of several words --- */

/* The fewest letters of a word that one letter may be wrong in. */
#define MIN_WORD 5

typedef struct
{
  guint block;
  guint start; /* bytes */
  guint end;
  char **words; /* folded */
  guint n_words;
} WordName;

static void
word_name_clear (gpointer data)
{
  g_strfreev (((WordName *) data)->words);
}

/* TRUE for a small word that can stand within a name. */
static gboolean
is_joint (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];

  if (token->kind == WMD_TOKEN_MARK)
    return token->first == '-' || token->first == '\'' || token->first == 0x2019;
  return token->kind == WMD_TOKEN_WORD && wmd_forms_has_word (probe->forms, "name-joints", reading->language,
                                                              reading->text + token->start, token->end - token->start);
}

static gboolean
is_capital (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_WORD && (token->flags & WMD_TOKEN_INITIAL) != 0;
}

/* The index behind the name that begins at @index: capitalised words with small ones between them. */
static guint
find_end (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  guint end = index + 1;

  for (guint i = index + 1; i < reading->n_tokens && i < end + 3; i++)
    if (is_capital (&reading->tokens[i]) && !is_joint (probe, reading, i))
      end = i + 1;
    else if (!is_joint (probe, reading, i))
      break;
  return end;
}

static WordName
make_name (const WmdReading *reading, guint block, guint start, guint end)
{
  WordName name = { block, reading->tokens[start].start, reading->tokens[end - 1].end, NULL, 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = start; i < end; i++)
    {
      g_autofree char *folded =
          g_utf8_casefold (reading->text + reading->tokens[i].start, reading->tokens[i].end - reading->tokens[i].start);

      g_strv_builder_add (builder, folded);
      name.n_words++;
    }
  name.words = g_strv_builder_end (builder);
  return name;
}

/* (transfer full) (element-type WordName) names of two words or more. */
static GArray *
list_names (const WmdProbe *probe)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (WordName));

  g_array_set_clear_func (names, word_name_clear);
  for (guint block = 0; block < probe->page->n_blocks; block++)
    {
      const WmdReading *reading = probe->page->readings[block];

      for (guint i = 0; i < reading->n_tokens; i++)
        {
          guint end = i + 1;
          WordName name;

          if (!is_capital (&reading->tokens[i]) || is_joint (probe, reading, i))
            continue;
          end = find_end (probe, reading, i);
          if (end - i > 1)
            {
              name = make_name (reading, block, i, end);
              g_array_append_val (names, name);
            }
          i = end - 1;
        }
    }
  return names;
}

/* TRUE when one letter more, less, other or two changed places make the one of the other, before the ending. */
static gboolean
is_slip (const WmdProbe *probe, const char *a, const char *b)
{
  guint ending = (guint) wmd_forms_get_number (probe->forms, "name-ending", probe->language);
  glong n_a, n_b;
  g_autofree gunichar *first = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *second = g_utf8_to_ucs4_fast (b, -1, &n_b);
  glong head = 0, tail = 0;

  if (MIN (n_a, n_b) < MIN_WORD || ABS (n_a - n_b) > 1)
    return FALSE;
  while (head < MIN (n_a, n_b) && first[head] == second[head])
    head++;
  while (tail < MIN (n_a, n_b) - head && first[n_a - 1 - tail] == second[n_b - 1 - tail])
    tail++;
  if (tail < (glong) ending)
    return FALSE;
  if (MAX (n_a, n_b) - head - tail == 1)
    return TRUE;
  return n_a == n_b && n_a - head - tail == 2 && first[head] == second[head + 1] && first[head + 1] == second[head];
}

/* The name with its word @index left open. (transfer full) */
static char *
dup_open_key (const WordName *name, guint index)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < name->n_words; i++)
    g_string_append_printf (key, " %s", i == index ? "*" : name->words[i]);
  return g_string_free (key, FALSE);
}

static char *
dup_name (const WmdProbe *probe, const WordName *name)
{
  return g_strndup (probe->page->readings[name->block]->text + name->start, name->end - name->start);
}

/* Compares with the names before it that have all other words in common. */
static gboolean
check_name (WmdProbe *probe, const WordName *name, GHashTable *known)
{
  for (guint i = 0; i < name->n_words; i++)
    {
      g_autofree char *key = dup_open_key (name, i);
      GPtrArray *others = g_hash_table_lookup (known, key);

      for (guint j = 0; others != NULL && j < others->len; j++)
        {
          const WordName *other = others->pdata[j];
          g_autofree char *text = NULL, *other_text = NULL;

          if (!is_slip (probe, name->words[i], other->words[i]))
            continue;
          text = dup_name (probe, name);
          other_text = dup_name (probe, other);
          say_variant (probe, name->block, name->start, name->end, text, other_text);
          return TRUE;
        }
    }
  return FALSE;
}

static void
remember_name (GHashTable *known, WordName *name)
{
  for (guint i = 0; i < name->n_words; i++)
    {
      char *key = dup_open_key (name, i);
      GPtrArray *names = g_hash_table_lookup (known, key);

      if (names == NULL)
        {
          names = g_ptr_array_new ();
          g_hash_table_insert (known, key, names);
        }
      else
        g_free (key);
      g_ptr_array_add (names, name);
    }
}

static void
check_word_names (WmdProbe *probe)
{
  g_autoptr (GArray) names = list_names (probe);
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      WordName *name = &g_array_index (names, WordName, i);

      if (!g_hash_table_add (seen, g_strjoinv (" ", name->words)))
        continue;
      check_name (probe, name, known);
      remember_name (known, name);
    }
}

/* --- the rule --- */

void
wmd_check_name_variant (WmdProbe *probe)
{
  if (probe->language == WMD_LANGUAGE_ZH)
    {
      check_titles (probe);
      wmd_check_running_names (probe);
    }
  else
    check_word_names (probe);
}
