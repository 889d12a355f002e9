/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How each language writes, read from data/rules/. All files together make one set of tables; a value under "*"
 * holds for every language that has none of its own. Patterns are compiled when they are first asked for: a
 * report uses few of the six languages.
 */

#include "config.h"

#include "rules/forms-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "rules-resources.h"
#include "rules/spacing-private.h"

#define RESOURCE_PATH "/org/unoda/WmdReport/rules"

typedef struct
{
  char *source;  /* with {placeholders} */
  GRegex *regex; /* NULL until it is asked for */
} Pattern;

/* What one language has; the keys are those of the files. */
typedef struct
{
  GHashTable *patterns;     /* to Pattern */
  GHashTable *words;        /* to a GHashTable that is a set of folded words */
  GHashTable *numbers;      /* to a double */
  GHashTable *values;       /* to a GHashTable of doubles by word */
  GHashTable *texts;        /* to a string */
  GHashTable *forms;        /* to a GPtrArray of WmdForm */
  GHashTable *rows;         /* to a GPtrArray of string arrays */
  GPtrArray *terms;         /* (element-type WmdTerm) */
  GPtrArray *abbreviations; /* (element-type WmdAbbreviation) */
  WmdSpacing *spacing;      /* NULL until it is asked for */
  GRegex *term_pattern;     /* likewise; its groups are the names of the terms */
  GArray *term_names;       /* (element-type TermName) what each group is */
} Tables;

typedef struct
{
  guint term;
  guint name;
  const char *text;
} TermName;

struct _WmdForms
{
  Tables tables[WMD_N_LANGUAGES];
  GPtrArray *none; /* empty */
};

static void
pattern_free (gpointer data)
{
  Pattern *self = data;

  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self->source);
  g_free (self);
}

static void
form_free (gpointer data)
{
  WmdForm *self = data;

  g_regex_unref (self->pattern);
  g_free (self->normal);
  g_free (self);
}

static void
term_free (gpointer data)
{
  WmdTerm *self = data;

  g_free (self->id);
  g_strfreev (self->names);
  g_free (self);
}

static void
abbreviation_free (gpointer data)
{
  WmdAbbreviation *self = data;

  g_free (self->brief);
  g_free (self->full);
  g_free (self);
}

static GRegex *
compile (const char *source)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (source, G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, &error);

  if (regex == NULL)
    g_error ("A pattern of data/rules is wrong: %s", error->message);
  return regex;
}

/* --- reading one value; @node is of the form that its kind of table asks for --- */

static gpointer
read_pattern (JsonNode *node)
{
  Pattern *pattern = g_new0 (Pattern, 1);

  pattern->source = g_strdup (json_node_get_string (node));
  return pattern;
}

static gpointer
read_words (JsonNode *node)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_hash_table_add (set, g_utf8_casefold (json_array_get_string_element (array, i), -1));
  return set;
}

static gpointer
read_number (JsonNode *node)
{
  double *number = g_new (double, 1);

  *number = json_node_get_double (node);
  return number;
}

static gpointer
read_values (JsonNode *node)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *word;
  JsonNode *value;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &word, &value))
    g_hash_table_insert (values, g_utf8_casefold (word, -1), read_number (value));
  return values;
}

static gpointer
read_text (JsonNode *node)
{
  return g_strdup (json_node_get_string (node));
}

static gpointer
read_forms (JsonNode *node)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (form_free);
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      WmdForm *form = g_new0 (WmdForm, 1);

      form->pattern = compile (json_object_get_string_member (object, "pattern"));
      form->normal = g_strdup (json_object_get_string_member_with_default (object, "normal", NULL));
      g_ptr_array_add (forms, form);
    }
  return forms;
}

static char **
read_strings (JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static gpointer
read_rows (JsonNode *node)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (rows, read_strings (json_array_get_array_element (array, i)));
  return rows;
}

/* --- reading a file --- */

typedef struct
{
  const char *name; /* of the member */
  goffset table;    /* of the hash table in Tables */
  gpointer (*read) (JsonNode *node);
} TableKind;

static const TableKind kinds[] = {
  { "patterns", G_STRUCT_OFFSET (Tables, patterns), read_pattern },
  { "words", G_STRUCT_OFFSET (Tables, words), read_words },
  { "numbers", G_STRUCT_OFFSET (Tables, numbers), read_number },
  { "values", G_STRUCT_OFFSET (Tables, values), read_values },
  { "texts", G_STRUCT_OFFSET (Tables, texts), read_text },
  { "forms", G_STRUCT_OFFSET (Tables, forms), read_forms },
  { "rows", G_STRUCT_OFFSET (Tables, rows), read_rows },
};

static JsonNode *
get_value (JsonObject *values, WmdLanguage language)
{
  const char *code = wmd_language_get_code (language);

  return json_object_get_member (values, json_object_has_member (values, code) ? code : "*");
}

static void
read_table (WmdForms *self, const TableKind *kind, JsonObject *table)
{
  g_autoptr (GList) keys = json_object_get_members (table);

  for (GList *l = keys; l != NULL; l = l->next)
    for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
      {
        JsonNode *value = get_value (json_object_get_object_member (table, l->data), language);
        GHashTable *values = G_STRUCT_MEMBER (GHashTable *, &self->tables[language], kind->table);

        if (value != NULL)
          g_hash_table_insert (values, g_strdup (l->data), kind->read (value));
      }
}

static void
read_terms (WmdForms *self, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      JsonObject *names = json_object_get_object_member (object, "names");

      for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
        {
          const char *code = wmd_language_get_code (language);
          WmdTerm *term;

          if (!json_object_has_member (names, code))
            continue;
          term = g_new0 (WmdTerm, 1);
          term->id = g_strdup (json_object_get_string_member (object, "id"));
          term->names = read_strings (json_object_get_array_member (names, code));
          g_ptr_array_add (self->tables[language].terms, term);
        }
    }
}

static void
read_abbreviations (WmdForms *self, JsonObject *languages)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *code = wmd_language_get_code (language);
      JsonObject *pairs;
      g_autoptr (GList) members = NULL;

      if (!json_object_has_member (languages, code))
        continue;
      pairs = json_object_get_object_member (languages, code);
      members = json_object_get_members (pairs);
      for (GList *l = members; l != NULL; l = l->next)
        {
          WmdAbbreviation *abbreviation = g_new0 (WmdAbbreviation, 1);

          abbreviation->brief = g_strdup (l->data);
          abbreviation->full = g_strdup (json_object_get_string_member (pairs, l->data));
          g_ptr_array_add (self->tables[language].abbreviations, abbreviation);
        }
    }
}

static void
read_file (WmdForms *self, const char *name)
{
  g_autofree char *path = g_build_path ("/", RESOURCE_PATH, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  bytes = g_resource_lookup_data (wmd_rules_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("data/rules/%s cannot be read: %s", name, error->message);

  root = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (json_object_has_member (root, kinds[i].name))
      read_table (self, &kinds[i], json_object_get_object_member (root, kinds[i].name));
  if (json_object_has_member (root, "terms"))
    read_terms (self, json_object_get_array_member (root, "terms"));
  if (json_object_has_member (root, "abbreviations"))
    read_abbreviations (self, json_object_get_object_member (root, "abbreviations"));
}

WmdForms *
wmd_forms_new (void)
{
  WmdForms *self = g_new0 (WmdForms, 1);
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  self->none = g_ptr_array_new ();
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      Tables *tables = &self->tables[language];

      tables->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pattern_free);
      tables->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
      tables->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tables->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
      tables->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tables->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      tables->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      tables->terms = g_ptr_array_new_with_free_func (term_free);
      tables->abbreviations = g_ptr_array_new_with_free_func (abbreviation_free);
    }

  names =
      g_resource_enumerate_children (wmd_rules_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (names == NULL)
    g_error ("data/rules is not compiled into the program: %s", error->message);
  for (guint i = 0; names[i] != NULL; i++)
    read_file (self, names[i]);
  return self;
}

void
wmd_forms_free (WmdForms *self)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      Tables *tables = &self->tables[language];

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        g_hash_table_unref (G_STRUCT_MEMBER (GHashTable *, tables, kinds[i].table));
      g_clear_pointer (&tables->spacing, wmd_spacing_free);
      g_clear_pointer (&tables->term_pattern, g_regex_unref);
      g_clear_pointer (&tables->term_names, g_array_unref);
      g_ptr_array_unref (tables->terms);
      g_ptr_array_unref (tables->abbreviations);
    }
  g_ptr_array_unref (self->none);
  g_free (self);
}

/* --- placeholders --- */

static int
compare_lengths_cb (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(char *const *) a), second = strlen (*(char *const *) b);

  return first > second ? -1 : first < second ? 1 : strcmp (*(char *const *) a, *(char *const *) b);
}

/* Any number in figures, or in words of the language: the longer words first. (transfer full) */
static char *
dup_number_pattern (const WmdForms *self, WmdLanguage language)
{
  GHashTable *values = g_hash_table_lookup (self->tables[language].values, "number-words");
  const Pattern *joint = g_hash_table_lookup (self->tables[language].patterns, "number-joint");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *choice = NULL;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, word);
  g_ptr_array_sort (words, compare_lengths_cb);
  g_ptr_array_add (words, NULL);
  choice = g_strjoinv ("|", (char **) words->pdata);
  return g_strdup_printf ("(?:\\d{1,3}|(?:%s)(?:(?:%s)(?:%s))*)", choice, joint->source, choice);
}

/* {name} becomes the pattern of that name; a brace that holds no name stays. (transfer full) */
static char *
expand (const WmdForms *self, WmdLanguage language, const char *source)
{
  GString *whole = g_string_new (NULL);

  for (const char *p = source; *p != '\0'; p++)
    {
      gsize length = *p == '{' && (p == source || p[-1] != '\\') ? strspn (p + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;
      g_autofree char *name = g_strndup (p + 1, length);
      g_autofree char *inner = NULL;

      if (length == 0 || p[length + 1] != '}')
        {
          g_string_append_c (whole, *p);
          continue;
        }
      if (g_str_equal (name, "number"))
        inner = dup_number_pattern (self, language);
      else
        inner =
            expand (self, language, ((Pattern *) g_hash_table_lookup (self->tables[language].patterns, name))->source);
      g_string_append (whole, inner);
      p += length + 1;
    }
  return g_string_free (whole, FALSE);
}

GRegex *
wmd_forms_get_pattern (const WmdForms *self, const char *key, WmdLanguage language)
{
  Pattern *pattern = g_hash_table_lookup (self->tables[language].patterns, key);

  if (pattern == NULL)
    return NULL;
  if (pattern->regex == NULL)
    {
      g_autofree char *whole = expand (self, language, pattern->source);

      pattern->regex = compile (whole);
    }
  return pattern->regex;
}

gboolean
wmd_forms_matches (const WmdForms *self, const char *key, WmdLanguage language, const char *text)
{
  GRegex *regex = wmd_forms_get_pattern (self, key, language);

  return regex != NULL && g_regex_match (regex, text, 0, NULL);
}

/* Short ASCII words, most of those asked about, are folded without allocating. */
gboolean
wmd_forms_has_word (const WmdForms *self, const char *key, WmdLanguage language, const char *word, gssize length)
{
  GHashTable *set = g_hash_table_lookup (self->tables[language].words, key);
  g_autofree char *folded = NULL;
  char ascii[32];
  gsize n = length >= 0 ? (gsize) length : strlen (word), i = 0;

  if (set == NULL)
    return FALSE;
  while (i < n && i < sizeof ascii - 1 && (guchar) word[i] < 0x80)
    {
      ascii[i] = g_ascii_tolower (word[i]);
      i++;
    }
  ascii[i] = '\0';
  if (i == n)
    return g_hash_table_contains (set, ascii);
  folded = g_utf8_casefold (word, n);
  return g_hash_table_contains (set, folded);
}

double
wmd_forms_get_number (const WmdForms *self, const char *key, WmdLanguage language)
{
  const double *number = g_hash_table_lookup (self->tables[language].numbers, key);

  return number != NULL ? *number : 0.0;
}

double
wmd_forms_get_value (const WmdForms *self, const char *key, WmdLanguage language, const char *word)
{
  GHashTable *values = g_hash_table_lookup (self->tables[language].values, key);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const double *value = values != NULL ? g_hash_table_lookup (values, folded) : NULL;

  return value != NULL ? *value : -1.0;
}

const char *
wmd_forms_get_text (const WmdForms *self, const char *key, WmdLanguage language)
{
  return g_hash_table_lookup (self->tables[language].texts, key);
}

const GPtrArray *
wmd_forms_list_forms (const WmdForms *self, const char *key, WmdLanguage language)
{
  const GPtrArray *forms = g_hash_table_lookup (self->tables[language].forms, key);

  return forms != NULL ? forms : self->none;
}

const GPtrArray *
wmd_forms_list_rows (const WmdForms *self, const char *key, WmdLanguage language)
{
  const GPtrArray *rows = g_hash_table_lookup (self->tables[language].rows, key);

  return rows != NULL ? rows : self->none;
}

GHashTable *
wmd_forms_get_values (const WmdForms *self, const char *key, WmdLanguage language)
{
  return g_hash_table_lookup (self->tables[language].values, key);
}

const GPtrArray *
wmd_forms_list_terms (const WmdForms *self, WmdLanguage language)
{
  return self->tables[language].terms;
}

const GPtrArray *
wmd_forms_list_abbreviations (const WmdForms *self, WmdLanguage language)
{
  return self->tables[language].abbreviations;
}

const WmdSpacing *
wmd_forms_get_spacing (WmdForms *self, WmdLanguage language)
{
  if (self->tables[language].spacing == NULL)
    self->tables[language].spacing = wmd_spacing_new (self, language);
  return self->tables[language].spacing;
}

/* --- terms in running text --- */

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (((const TermName *) a)->text), second = strlen (((const TermName *) b)->text);

  return first > second ? -1 : first < second;
}

/* The name as it can stand in a sentence: any white space, and any ending where the language inflects. */
static void
append_name (const WmdForms *self, GString *pattern, WmdLanguage language, const char *name)
{
  guint ending = (guint) wmd_forms_get_number (self, "term-ending", language);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean inflected = ending > 0 && length > 2 * (glong) ending;
      g_autofree char *stem = g_utf8_substring (words[i], 0, inflected ? length - ending : length);
      g_autofree char *escaped = g_regex_escape_string (stem, -1);

      g_string_append_printf (pattern, "%s%s%s", i > 0 ? "\\s+" : "", escaped, inflected ? "\\p{L}*" : "");
    }
}

/* The longer names first, so that none is taken for a shorter one that it contains. */
static void
make_term_pattern (WmdForms *self, WmdLanguage language)
{
  Tables *tables = &self->tables[language];
  g_autoptr (GString) pattern = g_string_new (language == WMD_LANGUAGE_ZH ? "(?:" : "(?i)(?<!\\p{L})(?:");

  tables->term_names = g_array_new (FALSE, FALSE, sizeof (TermName));
  for (guint i = 0; i < tables->terms->len; i++)
    for (guint j = 0; ((WmdTerm *) tables->terms->pdata[i])->names[j] != NULL; j++)
      {
        TermName name = { i, j, ((WmdTerm *) tables->terms->pdata[i])->names[j] };

        g_array_append_val (tables->term_names, name);
      }
  g_array_sort (tables->term_names, compare_names_cb);
  for (guint i = 0; i < tables->term_names->len; i++)
    {
      g_string_append (pattern, i > 0 ? "|(" : "(");
      append_name (self, pattern, language, g_array_index (tables->term_names, TermName, i).text);
      g_string_append_c (pattern, ')');
    }
  g_string_append (pattern, language == WMD_LANGUAGE_ZH ? ")" : ")(?!\\p{L})");
  tables->term_pattern = compile (pattern->str);
}

GRegex *
wmd_forms_get_term_pattern (WmdForms *self, WmdLanguage language)
{
  Tables *tables = &self->tables[language];

  if (tables->terms->len == 0)
    return NULL;
  if (tables->term_pattern == NULL)
    make_term_pattern (self, language);
  return tables->term_pattern;
}

void
wmd_forms_identify_term (const WmdForms *self, WmdLanguage language, guint group, guint *term, guint *name)
{
  const TermName *found = &g_array_index (self->tables[language].term_names, TermName, group - 1);

  *term = found->term;
  *name = found->name;
}
