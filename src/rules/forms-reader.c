/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads data/rules/. All files together make one set of tables; a value under "*" holds for every language that has
 * none of its own, but a list of words adds to the one under "*".
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "rules-resources.h"
#include "rules/forms-tables-private.h"

#define RESOURCE_PATH "/org/unoda/WmdReport/rules"

static void
form_free (gpointer data)
{
  WmdForm *self = data;

  g_clear_pointer (&self->pattern, g_regex_unref);
  g_free (self->source);
  g_free (self->normal);
  g_free (self);
}

/* --- reading one value; @node is of the form that its kind of table asks for --- */

static gpointer
read_pattern (JsonNode *node)
{
  WmdLazyPattern *pattern = g_new0 (WmdLazyPattern, 1);

  pattern->source = g_strdup (json_node_get_string (node));
  return pattern;
}

static void
add_words (GHashTable *set, JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_hash_table_add (set, g_utf8_casefold (json_array_get_string_element (array, i), -1));
}

static gpointer
read_words (JsonNode *node)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_words (set, node);
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

      form->source = g_strdup (json_object_get_string_member (object, "pattern"));
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
  goffset table;    /* of the hash table in WmdFormTables */
  gpointer (*read) (JsonNode *node);
} TableKind;

static const TableKind kinds[] = {
  { "patterns", G_STRUCT_OFFSET (WmdFormTables, patterns), read_pattern },
  { "words", G_STRUCT_OFFSET (WmdFormTables, words), read_words },
  { "numbers", G_STRUCT_OFFSET (WmdFormTables, numbers), read_number },
  { "values", G_STRUCT_OFFSET (WmdFormTables, values), read_values },
  { "texts", G_STRUCT_OFFSET (WmdFormTables, texts), read_text },
  { "forms", G_STRUCT_OFFSET (WmdFormTables, forms), read_forms },
  { "rows", G_STRUCT_OFFSET (WmdFormTables, rows), read_rows },
};

static JsonNode *
get_value (JsonObject *values, WmdLanguage language)
{
  const char *code = wmd_language_get_code (language);

  return json_object_get_member (values, json_object_has_member (values, code) ? code : "*");
}

/* Lists of words that a language has beside those of every language. */
static void
add_common_words (WmdForms *self, JsonObject *lists)
{
  g_autoptr (GList) keys = json_object_get_members (lists);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      JsonNode *common = json_object_get_member (json_object_get_object_member (lists, l->data), "*");

      for (WmdLanguage language = 0; common != NULL && language < WMD_N_LANGUAGES; language++)
        add_words (g_hash_table_lookup (self->tables[language].words, l->data), common);
    }
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
  if (json_object_has_member (root, "words"))
    add_common_words (self, json_object_get_object_member (root, "words"));
  if (json_object_has_member (root, "terms"))
    read_terms (self, json_object_get_array_member (root, "terms"));
  if (json_object_has_member (root, "abbreviations"))
    read_abbreviations (self, json_object_get_object_member (root, "abbreviations"));
}

void
wmd_forms_read (WmdForms *self)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  names =
      g_resource_enumerate_children (wmd_rules_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (names == NULL)
    g_error ("data/rules is not compiled into the program: %s", error->message);
  for (guint i = 0; names[i] != NULL; i++)
    read_file (self, names[i]);
}
