/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names in Chinese text, where nothing parts words and nothing marks a name. What the lexicon knows is found first,
 * the longest name at each place; what is left is compared with it, and names of bodies with one another. Names of
 * the other languages are in word-name-rules.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/lexicon-private.h"
#include "rules/rules-private.h"

/* A text as characters, with what the lexicon knows in it. */
typedef struct
{
  const WmdReading *reading;
  gunichar *characters;
  guint length;
  const WmdName **names; /* for each character the name that begins there and is not within another; NULL */
  gboolean *known;       /* TRUE for each character of such a name */
} NameText;

static void
name_text_init (NameText *self, const WmdLexicon *lexicon, const WmdReading *reading)
{
  glong length;

  self->reading = reading;
  self->characters = g_utf8_to_ucs4_fast (reading->text, reading->length, &length);
  self->length = length;
  self->names = g_new0 (const WmdName *, length + 1);
  self->known = g_new0 (gboolean, length + 1);
  for (guint i = 0; i < self->length;)
    {
      const WmdName *name = wmd_lexicon_match (lexicon, self->characters + i, self->length - i);

      if (name == NULL)
        {
          i++;
          continue;
        }
      self->names[i] = name;
      for (guint j = 0; j < name->length; j++)
        self->known[i++] = TRUE;
    }
}

static void
name_text_clear (NameText *self)
{
  g_free (self->characters);
  g_free (self->names);
  g_free (self->known);
}

/* The bytes of the characters from @start to @end. */
static void
get_bytes (const NameText *self, guint start, guint end, guint *start_byte, guint *end_byte)
{
  *start_byte = g_utf8_offset_to_pointer (self->reading->text, start) - self->reading->text;
  *end_byte = g_utf8_offset_to_pointer (self->reading->text, end) - self->reading->text;
}

/* (transfer full) */
static char *
dup_characters (const NameText *self, guint start, guint end)
{
  return g_ucs4_to_utf8 (self->characters + start, end - start, NULL, NULL, NULL);
}

/* --- short names --- */

/* Characters of the rest of the full name that follow the short one here, where its last character stands in the
 * full one: behind 反恐办 of 反恐怖主义办公室 the rest is 公室.
 */
static guint
match_rest (const NameText *self, guint end, const WmdName *name, guint *rest_length)
{
  const char *last = g_utf8_find_prev_char (name->text, name->text + strlen (name->text));
  const char *place = g_strrstr (name->full, last);
  const char *rest = place != NULL ? place + strlen (last) : "";
  guint n = 0;

  *rest_length = g_utf8_strlen (rest, -1);
  while (*rest != '\0' && end + n < self->length && g_utf8_get_char (rest) == self->characters[end + n])
    {
      rest = g_utf8_next_char (rest);
      n++;
    }
  return n;
}

static gboolean
has_full_name (const NameText *texts, guint n_texts, const char *full)
{
  for (guint i = 0; i < n_texts; i++)
    if (strstr (texts[i].reading->text, full) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_brackets (const NameText *text, guint start, guint end)
{
  return start > 0 && (text->characters[start - 1] == '(' || text->characters[start - 1] == 0xff08) &&
         end < text->length && (text->characters[end] == ')' || text->characters[end] == 0xff09);
}

/* 国家原子能机构 is the agency of a State, not the one whose short name it has. */
static gboolean
is_of_other_body (const WmdProbe *probe, const NameText *text, guint start)
{
  g_autofree char *before = start >= 2 ? dup_characters (text, start - 2, start) : NULL;

  return before != NULL && wmd_forms_matches (probe->forms, "other-body", probe->language, before);
}

/* Who replies need not say what the own short name stands for. */
static gboolean
is_own_name (const WmdProbe *probe, const WmdName *name)
{
  for (guint i = 0; probe->own_names != NULL && probe->own_names[i] != NULL; i++)
    if (strstr (probe->own_names[i], name->full) != NULL || g_str_equal (probe->own_names[i], name->text))
      return TRUE;
  return FALSE;
}

/* A short name that other bodies have too is taken for the known one only where its full name stands in the text. */
static void
check_short_name (WmdProbe *probe, const NameText *texts, guint index, guint start, GHashTable *defined)
{
  const NameText *text = &texts[index];
  const WmdName *name = text->names[start];
  guint end = start + name->length, rest_length, start_byte, end_byte;
  g_autofree char *hint = NULL;

  if (g_hash_table_contains (defined, name) || match_rest (text, end, name, &rest_length) > 0 ||
      is_of_other_body (probe, text, start) || is_own_name (probe, name))
    return;
  g_hash_table_add (defined, (gpointer) name);
  if (is_in_brackets (text, start, end) ||
      (wmd_forms_has_word (probe->forms, "common-short-names", probe->language, name->text, -1) &&
       !has_full_name (texts, probe->page->places->len, name->full)))
    return;
  get_bytes (text, start, end, &start_byte, &end_byte);
  hint = dup_characters (text, start, end);
  wmd_remark_set_range (wmd_probe_say (probe, hint,
                                       g_strdup_printf (_ ("“%s” stands for “%s” but is not introduced in this text."),
                                                        hint, name->full)),
                        start_byte, end_byte);
}

/* A short name that is written out in part only: 美洲反恐委员 for 美洲反恐委 or 美洲反恐怖主义委员会. */
static void
check_half_name (WmdProbe *probe, const NameText *text, guint start)
{
  const WmdName *name = text->names[start];
  guint end = start + name->length, rest_length, start_byte, end_byte;
  guint n = match_rest (text, end, name, &rest_length);
  g_autofree char *hint = NULL;

  if (n == 0 || n == rest_length)
    return;
  get_bytes (text, start, end + n, &start_byte, &end_byte);
  hint = dup_characters (text, start, end + n);
  wmd_remark_set_range (
      wmd_probe_say (probe, hint, g_strdup_printf (_ ("“%s” is neither “%s” nor “%s”."), hint, name->text, name->full)),
      start_byte, end_byte);
}

/* --- almost a name of the lexicon --- */

/* TRUE when one character more, less or other makes the one of the other. */
static gboolean
differ_by_one (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint head = 0, tail = 0;

  while (head < MIN (n_a, n_b) && a[head] == b[head])
    head++;
  while (tail < MIN (n_a, n_b) - head && a[n_a - 1 - tail] == b[n_b - 1 - tail])
    tail++;
  return MAX (n_a, n_b) - head - tail == 1;
}

static gboolean
is_plain (const NameText *self, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (wmd_script_of (self->characters[i]) != WMD_SCRIPT_HAN)
      return FALSE;
  return TRUE;
}

/* The length of what stands at @start and is almost @name; 0 when nothing is. Both begin and end alike. */
static guint
match_almost (const NameText *self, guint start, const WmdName *name)
{
  for (guint length = name->length - 1; length <= name->length + 1; length++)
    {
      const gunichar *here = self->characters + start;

      guint tail = 2;

      if (start + length > self->length || !is_plain (self, start, start + length))
        continue;
      /* Behind a long beginning one character at the end is enough, where one is missing. */
      if (length < name->length && memcmp (here, name->characters, 4 * sizeof (gunichar)) == 0)
        tail = 1;
      if (memcmp (here, name->characters, 2 * sizeof (gunichar)) != 0 ||
          memcmp (here + length - tail, name->characters + name->length - tail, tail * sizeof (gunichar)) != 0)
        continue;
      if (differ_by_one (here, length, name->characters, name->length))
        return length;
    }
  return 0;
}

static void
say_almost (WmdProbe *probe, const NameText *text, guint start, guint length, const char *right)
{
  guint start_byte, end_byte;
  g_autofree char *hint = dup_characters (text, start, start + length);
  WmdRepair repair;
  WmdRemark *remark;

  get_bytes (text, start, start + length, &start_byte, &end_byte);
  remark = wmd_probe_say (probe, hint, g_strdup_printf (_ ("“%s” is almost “%s”."), hint, right));
  wmd_remark_set_range (remark, start_byte, end_byte);
  repair = wmd_probe_repair (probe, start_byte, end_byte, right);
  wmd_remark_add_repair (remark, _ ("Put the Known Name"), &repair);
}

/* Names that begin here with the three characters of a known one, or end with them. */
static void
check_almost (WmdProbe *probe, const WmdLexicon *lexicon, const NameText *text)
{
  for (guint i = 0; i + 3 <= text->length; i++)
    {
      const GPtrArray *candidates = text->known[i] ? NULL : wmd_lexicon_list_by_head (lexicon, text->characters + i);
      guint length = 0;

      for (guint j = 0; candidates != NULL && j < candidates->len && length == 0; j++)
        {
          length = match_almost (text, i, candidates->pdata[j]);
          if (length > 0)
            say_almost (probe, text, i, length, ((WmdName *) candidates->pdata[j])->text);
        }
      i += length > 0 ? length - 1 : 0;
    }
}

/* --- names of bodies --- */

/* The longest name of a body that is looked at. */
#define MAX_BODY 16

/* How much two names have in common before one character is missing. */
#define MIN_COMMON 6

typedef struct
{
  const NameText *text;
  guint place; /* index */
  guint end;   /* characters */
} Body;

/* (transfer full) (element-type Body) every place where the name of a body may end. */
static GArray *
list_bodies (WmdProbe *probe, const NameText *texts)
{
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (Body));
  GRegex *ending = wmd_forms_get_pattern (probe->forms, "body-ending", probe->language);

  for (guint i = 0; ending != NULL && i < probe->page->places->len; i++)
    {
      const char *text = texts[i].reading->text;
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (ending, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          Body body = { &texts[i], i, 0 };
          int end;

          g_match_info_fetch_pos (match, 0, NULL, &end);
          body.end = g_utf8_pointer_to_offset (text, text + end);
          g_array_append_val (bodies, body);
        }
    }
  return bodies;
}

static gboolean
is_particle (WmdProbe *probe, gunichar character)
{
  char text[7] = "";

  g_unichar_to_utf8 (character, text);
  return wmd_forms_matches (probe->forms, "particle", probe->language, text);
}

/* The place, from the end, of the character that @longer has and @shorter lacks; 0 when that is not the difference. */
static guint
find_missing (WmdProbe *probe, const Body *longer, const Body *shorter)
{
  const gunichar *a = longer->text->characters + longer->end;
  const gunichar *b = shorter->text->characters + shorter->end;
  guint n_a = MIN (longer->end, MAX_BODY), n_b = MIN (shorter->end, MAX_BODY), common = 1;

  while (common <= MIN (n_a, n_b) && *(a - common) == *(b - common))
    common++;
  if (common <= MIN_COMMON || common + 1 > n_a || common > n_b)
    return 0;
  /* The character before the missing one is there in both, and none of the two is a particle. */
  if (*(a - common - 1) != *(b - common) || is_particle (probe, *(a - common)) || is_particle (probe, *(b - common)) ||
      wmd_script_of (*(a - common)) != WMD_SCRIPT_HAN || wmd_script_of (*(b - common)) != WMD_SCRIPT_HAN)
    return 0;
  return common;
}

static guint
hash_tail (const Body *body)
{
  guint hash = 5381;

  for (guint i = 1; i <= MIN (body->end, MIN_COMMON); i++)
    hash = hash * 33 + body->text->characters[body->end - i];
  return hash;
}

static void
check_pair (WmdProbe *probe, const Body *longer, const Body *shorter)
{
  guint missing = find_missing (probe, longer, shorter);
  g_autofree char *right = NULL;

  if (missing == 0)
    return;
  right = dup_characters (longer->text, longer->end - missing - 1, longer->end);
  wmd_probe_go_to (probe, shorter->place);
  say_almost (probe, shorter->text, shorter->end - missing, missing, right);
}

/* Only names with the same end can be alike, so each is compared with the few that have it, each name once. */
static void
check_bodies (WmdProbe *probe, const NameText *texts)
{
  g_autoptr (GArray) bodies = list_bodies (probe, texts);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < bodies->len; i++)
    {
      Body *body = &g_array_index (bodies, Body, i);
      gpointer key = GUINT_TO_POINTER (hash_tail (body));
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, key, group);
        }
      g_ptr_array_add (group, body);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *group = value;

      for (guint i = 0; i < group->len; i++)
        for (guint j = 0, said = FALSE; j < group->len && !said; j++)
          if (i != j && find_missing (probe, group->pdata[j], group->pdata[i]) > 0)
            {
              check_pair (probe, group->pdata[j], group->pdata[i]);
              said = TRUE;
            }
    }
}

/* --- the rules --- */

/* (transfer full) one for each place of the page. */
static NameText *
read_page (const WmdPage *page, const WmdLexicon *lexicon)
{
  NameText *texts = g_new0 (NameText, page->places->len + 1);

  for (guint i = 0; i < page->places->len; i++)
    name_text_init (&texts[i], lexicon, g_array_index (page->places, WmdPlace, i).reading);
  return texts;
}

static void
free_page (const WmdPage *page, NameText *texts)
{
  for (guint i = 0; i < page->places->len; i++)
    name_text_clear (&texts[i]);
  g_free (texts);
}

static gboolean
begins_short_name (const NameText *self, guint index)
{
  return self->names[index] != NULL && self->names[index]->kind == WMD_NAME_BRIEF;
}

void
wmd_check_short_names (WmdProbe *probe)
{
  g_autoptr (GHashTable) defined = NULL;
  NameText *texts;

  if (wmd_forms_list_abbreviations (probe->forms, probe->language)->len == 0)
    return;
  texts = read_page (probe->page, probe->lexicon);
  defined = g_hash_table_new (NULL, NULL);
  for (guint place = 0; place < probe->page->places->len; place++)
    {
      wmd_probe_go_to (probe, place);
      for (guint i = 0; i < texts[place].length; i++)
        if (begins_short_name (&texts[place], i))
          check_short_name (probe, texts, place, i, defined);
    }
  free_page (probe->page, texts);
}

void
wmd_check_running_names (WmdProbe *probe)
{
  NameText *texts = read_page (probe->page, probe->lexicon);

  for (guint place = 0; place < probe->page->places->len; place++)
    {
      wmd_probe_go_to (probe, place);
      for (guint i = 0; i < texts[place].length; i++)
        if (begins_short_name (&texts[place], i))
          check_half_name (probe, &texts[place], i);
      check_almost (probe, probe->lexicon, &texts[place]);
    }
  check_bodies (probe, texts);
  free_page (probe->page, texts);
}
