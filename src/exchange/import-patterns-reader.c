/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the patterns of data/import. Placeholders are filled and expressions folded here, and nothing is compiled. */

#include "config.h"

#include "exchange/import-patterns-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "import-resources.h"
#include "exchange/text-chars.h"

#define RESOURCE_PATH "/org/unoda/WmdReport/import/"

/* How much of a text an expression has to match. */
typedef enum
{
  MATCH_WHOLE,
  MATCH_ANYWHERE,
} Extent;

typedef struct
{
  const char *group; /* member of the file that holds it; NULL when it is one itself */
  const char *member;
  Extent extent;
} Place;

static const Place places[WMD_N_PATTERNS] = {
  [WMD_PATTERN_SUMMARY] = { "headings", "summary", MATCH_WHOLE },
  [WMD_PATTERN_CONTENTS] = { "headings", "contents", MATCH_WHOLE },
  [WMD_PATTERN_PAGE] = { "headings", "page", MATCH_WHOLE },
  [WMD_PATTERN_NOTES] = { "headings", "notes", MATCH_WHOLE },
  [WMD_PATTERN_UNITED_NATIONS] = { "masthead", "united-nations", MATCH_WHOLE },
  [WMD_PATTERN_ORGAN] = { "masthead", "organ", MATCH_WHOLE },
  [WMD_PATTERN_DISTRIBUTION] = { "masthead", "distribution", MATCH_WHOLE },
  [WMD_PATTERN_VERSION] = { "masthead", "version", MATCH_WHOLE },
  [WMD_PATTERN_ORIGINALS] = { "masthead", "originals", MATCH_WHOLE },
  [WMD_PATTERN_SESSION] = { "masthead", "session", MATCH_WHOLE },
  [WMD_PATTERN_AGENDA] = { "masthead", "agenda", MATCH_WHOLE },
  [WMD_PATTERN_AUTHOR] = { "masthead", "author", MATCH_WHOLE },
  [WMD_PATTERN_DATE] = { NULL, "dates", MATCH_WHOLE },
  [WMD_PATTERN_RESOLUTION] = { "facts", "resolution", MATCH_ANYWHERE },
  [WMD_PATTERN_NOTE_VERBALE] = { "facts", "note-verbale", MATCH_ANYWHERE },
  [WMD_PATTERN_LETTERS] = { "facts", "letters", MATCH_ANYWHERE },
  [WMD_PATTERN_DEADLINE] = { "facts", "deadline", MATCH_ANYWHERE },
  [WMD_PATTERN_CUT_OFF] = { "facts", "cut-off", MATCH_ANYWHERE },
  [WMD_PATTERN_PARAGRAPH] = { "headings", "paragraph", MATCH_ANYWHERE },
  [WMD_PATTERN_SENTENCE] = { "headings", "sentence", MATCH_ANYWHERE },
  [WMD_PATTERN_GROUP] = { "headings", "group", MATCH_WHOLE },
};

static const Place common_places[WMD_N_COMMON] = {
  [WMD_COMMON_SYMBOL] = { NULL, "symbol", MATCH_WHOLE },
  [WMD_COMMON_JOB_NUMBER] = { NULL, "job-number", MATCH_ANYWHERE },
  [WMD_COMMON_FURNITURE] = { NULL, "furniture", MATCH_WHOLE },
  [WMD_COMMON_FURNITURE_PART] = { NULL, "furniture-part", MATCH_WHOLE },
  [WMD_COMMON_PAGE_NUMBER] = { NULL, "page-number", MATCH_WHOLE },
  [WMD_COMMON_ADDRESS] = { NULL, "address", MATCH_ANYWHERE },
  [WMD_COMMON_HEADING_NUMBER] = { NULL, "heading-number", MATCH_ANYWHERE },
  [WMD_COMMON_LANGUAGE_JOINT] = { NULL, "language-joint", MATCH_ANYWHERE },
};

/* In the order in which they are tried: the words of the later ones may stand in a heading of an earlier one. */
static const char *const section_members[WMD_N_IMPORT_SECTIONS] = { "introduction", "european-union", "organizations",
                                                                    "governments" };

static void
pattern_clear (WmdExpressions *pattern)
{
  g_clear_pointer (&pattern->sources, g_strfreev);
  g_clear_pointer (&pattern->regexes, g_ptr_array_unref);
}

static void
pattern_set (WmdExpressions *pattern, const char *source)
{
  pattern_clear (pattern);
  pattern->sources = g_new0 (char *, 2);
  pattern->sources[0] = g_strdup (source);
}

/* @text with each {name} of @values (name, value pairs) replaced. */
static char *
fill (const char *text, const char *const *values)
{
  g_autoptr (GString) out = g_string_new (text);

  for (guint i = 0; values[i] != NULL; i += 2)
    g_string_replace (out, values[i], values[i + 1], 0);
  return g_strdup (out->str);
}

/* The strings of a member that is a string or an array of strings. */
static char **
read_strings (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    g_strv_builder_add (builder, json_node_get_string (node));
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_strv_builder_add (builder, json_array_get_string_element (array, i));
    }
  return g_strv_builder_end (builder);
}

static void
read_pattern (WmdExpressions *pattern, JsonObject *object, const Place *place, const char *const *values)
{
  JsonObject *group = place->group != NULL ? json_object_get_object_member (object, place->group) : object;
  g_auto (GStrv) sources = read_strings (group, place->member);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autofree char *filled = fill (sources[i], values);
      g_autofree char *folded = wmd_text_fold (filled);

      g_free (sources[i]);
      sources[i] = place->extent == MATCH_WHOLE ? g_strdup_printf ("^(?:%s)$", folded) : g_strdup (folded);
    }
  pattern->sources = g_steal_pointer (&sources);
}

static void
read_section (WmdExpressions *pattern, JsonObject *sections, const char *member, JsonObject *common)
{
  const char *number = json_object_get_string_member (common, "section-number");
  const char *mark = json_object_get_string_member (common, "section-mark");
  JsonObject *section = json_object_get_object_member (sections, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *title = wmd_text_fold (json_object_get_string_member (section, "title"));
  g_autofree char *whole = g_strdup_printf ("^%s?(?:%s)\\W?$", number, title);

  g_strv_builder_add (builder, whole);
  if (json_object_has_member (section, "keywords"))
    {
      g_autofree char *keywords = wmd_text_fold (json_object_get_string_member (section, "keywords"));
      g_autofree char *numbered = g_strdup_printf ("^%s(?:%s)$", mark, keywords);

      g_strv_builder_add (builder, numbered);
    }
  pattern->sources = g_strv_builder_end (builder);
}

static GHashTable *
read_set (JsonObject *object, const char *member)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = read_strings (object, member);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = wmd_text_fold (words[i]);

      g_hash_table_add (set, g_utf8_strdown (folded, -1));
    }
  return set;
}

/* Reads the names of languages; returns them as one alternative of a regular expression. */
static char *
read_languages (WmdLanguagePatterns *patterns, JsonObject *names)
{
  g_autoptr (GList) codes = json_object_get_members (names);
  g_autoptr (GString) alternative = g_string_new (NULL);

  patterns->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (GList *link = codes; link != NULL; link = link->next)
    {
      g_auto (GStrv) forms = read_strings (names, link->data);

      for (guint i = 0; forms[i] != NULL; i++)
        {
          g_autofree char *folded = wmd_text_fold (forms[i]);
          g_autofree char *escaped = g_regex_escape_string (folded, -1);

          g_hash_table_insert (patterns->languages, g_utf8_strdown (folded, -1), g_strdup (link->data));
          g_string_append_printf (alternative, "%s%s", alternative->len > 0 ? "|" : "", escaped);
        }
    }
  return g_strdup (alternative->str);
}

static void
read_letters (WmdLanguagePatterns *patterns, JsonObject *object)
{
  g_auto (GStrv) rows = read_strings (object, "letters");

  patterns->letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) letters = g_strsplit (rows[i], " ", -1);

      for (guint j = 0; letters[j] != NULL; j++)
        g_hash_table_insert (patterns->letters, g_strdup (letters[j]), GUINT_TO_POINTER (j + 1));
    }
}

static void
read_inflections (WmdLanguagePatterns *patterns, JsonObject *object)
{
  g_auto (GStrv) sources = read_strings (object, "inflections");

  patterns->inflections = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (sources[i], 0, 0, &error);

      if (regex == NULL)
        g_critical ("%s: %s", sources[i], error->message);
      else
        g_ptr_array_add (patterns->inflections, regex);
    }
}

/* The forms of "Original: X", with the names that are known, alone or joined, and then with any. */
static void
read_originals (WmdExpressions *pattern, JsonObject *object, JsonObject *common, const char *names)
{
  g_auto (GStrv) forms = read_strings (object, "original");
  g_autofree char *joint = wmd_text_fold (json_object_get_string_member (common, "language-joint"));
  g_autofree char *known = g_strdup_printf ("(?<language>(?:%s)(?:(?:%s)(?:%s))*)", names, joint, names);
  const char *const values[] = { known, "(?<language>\\p{L}[\\p{L} ,/'-]*)" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint pass = 0; pass < G_N_ELEMENTS (values); pass++)
    for (guint i = 0; forms[i] != NULL; i++)
      {
        g_autofree char *form = wmd_text_fold (forms[i]);
        g_autofree char *filled = fill (form, (const char *[]){ "{language}", values[pass], NULL });
        g_autofree char *ending = g_strdup_printf ("%s(?![\\p{L}/,])", filled);

        g_strv_builder_add (builder, ending);
      }
  pattern->sources = g_strv_builder_end (builder);
}

/* A date as a whole line, and anywhere in one, where the day may be missing, after words that say that it is the one of
 * receipt.
 */
static void
read_dates (WmdLanguagePatterns *patterns, const char *date, const char *month, const char *received)
{
  g_autofree char *words = wmd_text_fold (received);
  g_autofree char *day = wmd_text_fold (date);
  g_autofree char *no_day = wmd_text_fold (month);
  g_autofree char *whole = g_strdup_printf ("^(?<date>%s)$", day);
  g_autofree char *anywhere = g_strdup_printf ("(?:%s)?(?<date>%s|%s)", words, day, no_day);

  pattern_set (&patterns->patterns[WMD_PATTERN_DATE], whole);
  pattern_set (&patterns->dates, anywhere);
}

static void
read_language (WmdLanguagePatterns *patterns, JsonObject *object, JsonObject *common)
{
  g_autofree char *names = read_languages (patterns, json_object_get_object_member (object, "languages"));
  g_autofree char *date = g_strdup_printf ("(?<date>%s)", json_object_get_string_member (object, "date"));
  g_autofree char *resolution =
      g_strdup_printf ("(?<resolution>%s)", json_object_get_string_member (common, "resolution"));
  const char *const values[] = { "{date}", date, "{resolution}", resolution, NULL };
  JsonObject *sections = json_object_get_object_member (object, "sections");

  for (guint i = 0; i < WMD_N_PATTERNS; i++)
    if (i != WMD_PATTERN_DATE)
      read_pattern (&patterns->patterns[i], object, &places[i], values);
  for (guint i = 0; i < WMD_N_IMPORT_SECTIONS; i++)
    read_section (&patterns->sections[i], sections, section_members[i], common);
  read_originals (&patterns->originals, object, common, names);
  read_letters (patterns, object);
  read_inflections (patterns, object);
  patterns->heading_width = (guint) json_object_get_int_member (object, "heading-width");
  patterns->open_words = read_set (object, "open-words");
  patterns->single_words = read_set (object, "single-words");
  patterns->never_first = read_set (object, "never-first");
  patterns->prefixes = read_set (object, "prefixes");
  read_dates (patterns, json_object_get_string_member (object, "date"), json_object_get_string_member (object, "month"),
              json_object_get_string_member (object, "received"));
}

static void
read_common (WmdImportPatterns *self, JsonObject *object)
{
  const char *const values[] = { "{symbol}", json_object_get_string_member (object, "symbol"), "{job-number}",
                                 json_object_get_string_member (object, "job-number"), NULL };

  for (guint i = 0; i < WMD_N_COMMON; i++)
    read_pattern (&self->common[i], object, &common_places[i], values);
  pattern_set (&self->brackets, "^[\\[\\]() .,;\\\\]*$");
}

/* The object of one data file. (transfer full) */
static JsonParser *
load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, ".json", NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (wmd_import_resources_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (bytes == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_steal_pointer (&parser);
}

WmdImportPatterns *
wmd_import_patterns_new (GError **error)
{
  g_autoptr (WmdImportPatterns) self = g_new0 (WmdImportPatterns, 1);
  g_autoptr (JsonParser) common = load ("common", error);

  if (common == NULL)
    return NULL;
  read_common (self, json_node_get_object (json_parser_get_root (common)));
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (JsonParser) parser = load (wmd_language_get_code (language), error);

      if (parser == NULL)
        return NULL;
      read_language (&self->languages[language], json_node_get_object (json_parser_get_root (parser)),
                     json_node_get_object (json_parser_get_root (common)));
    }
  return g_steal_pointer (&self);
}

static void
language_patterns_clear (WmdLanguagePatterns *patterns)
{
  for (guint i = 0; i < WMD_N_PATTERNS; i++)
    pattern_clear (&patterns->patterns[i]);
  for (guint i = 0; i < WMD_N_IMPORT_SECTIONS; i++)
    pattern_clear (&patterns->sections[i]);
  pattern_clear (&patterns->originals);
  pattern_clear (&patterns->dates);
  g_clear_pointer (&patterns->inflections, g_ptr_array_unref);
  g_clear_pointer (&patterns->languages, g_hash_table_unref);
  g_clear_pointer (&patterns->open_words, g_hash_table_unref);
  g_clear_pointer (&patterns->single_words, g_hash_table_unref);
  g_clear_pointer (&patterns->never_first, g_hash_table_unref);
  g_clear_pointer (&patterns->prefixes, g_hash_table_unref);
  g_clear_pointer (&patterns->letters, g_hash_table_unref);
}

void
wmd_import_patterns_free (WmdImportPatterns *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    language_patterns_clear (&self->languages[i]);
  for (guint i = 0; i < WMD_N_COMMON; i++)
    pattern_clear (&self->common[i]);
  pattern_clear (&self->brackets);
  g_free (self);
}
