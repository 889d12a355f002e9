/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading of the JSON files that data/ is made of. They are compiled in, so
 * they are well-formed; what is checked is that they have the members and
 * types that the code needs, since a new year's file is written by hand.
 */
#include "config.h"

#include "reference/data.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "reference-resources.h"
#include "reference/reference.h"

#define RESOURCE_PREFIX "/org/unoda/WmdReport/reference/"

struct _WmdData
{
  GPtrArray *documents; /* (element-type JsonNode): roots, which own every string */
};

G_DEFINE_QUARK (wmd_reference_error, wmd_reference_error)

WmdData *
wmd_data_new (void)
{
  WmdData *self = g_new0 (WmdData, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  return self;
}

void
wmd_data_free (WmdData *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->documents);
  g_free (self);
}

JsonObject *
wmd_data_load (WmdData *self, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonNode) root = NULL;

  bytes = g_resource_lookup_data (wmd_reference_resources_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING, _ ("The data file “%s” is missing."), name);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &problem))
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, _ ("The data file “%s” cannot be read: %s"),
                   name, problem->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                   _ ("The data file “%s” does not hold an object."), name);
      return NULL;
    }
  g_ptr_array_add (self->documents, root);
  return json_node_get_object (g_steal_pointer (&root));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
wmd_data_list (const char *folder, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, folder, NULL);
  char **names =
      g_resource_enumerate_children (wmd_reference_resources_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING, _ ("The data folder “%s” is missing."),
                 folder);
  else
    qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

/* The member's node when it is of @type: JSON_NODE_VALUE with @value_type, or a container. */
static JsonNode *
get_member (JsonObject *object,
            const char *where,
            const char *member,
            JsonNodeType type,
            GType value_type,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING, _ ("%s: The member “%s” is missing."), where,
                 member);
  else if (json_node_get_node_type (node) == type &&
           (type != JSON_NODE_VALUE || json_node_get_value_type (node) == value_type))
    return node;
  else
    g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                 _ ("%s: The member “%s” is of the wrong kind."), where, member);
  return NULL;
}

JsonObject *
wmd_data_get_object (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = get_member (object, where, member, JSON_NODE_OBJECT, G_TYPE_INVALID, error);

  return node != NULL ? json_node_get_object (node) : NULL;
}

gboolean
wmd_data_get_optional_object (JsonObject *object,
                              const char *where,
                              const char *member,
                              JsonObject **value,
                              GError **error)
{
  *value = NULL;
  if (!json_object_has_member (object, member))
    return TRUE;
  *value = wmd_data_get_object (object, where, member, error);
  return *value != NULL;
}

JsonArray *
wmd_data_get_array (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = get_member (object, where, member, JSON_NODE_ARRAY, G_TYPE_INVALID, error);

  return node != NULL ? json_node_get_array (node) : NULL;
}

const char *
wmd_data_get_string (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = get_member (object, where, member, JSON_NODE_VALUE, G_TYPE_STRING, error);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gboolean
wmd_data_get_number (JsonObject *object, const char *where, const char *member, guint *number, GError **error)
{
  JsonNode *node = get_member (object, where, member, JSON_NODE_VALUE, G_TYPE_INT64, error);
  gint64 value;

  if (node == NULL)
    return FALSE;
  value = json_node_get_int (node);
  if (value < 0 || value > G_MAXUINT)
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, _ ("%s: The number “%s” is out of range."),
                   where, member);
      return FALSE;
    }
  *number = (guint) value;
  return TRUE;
}

JsonObject *
wmd_data_get_element (JsonArray *array, const char *where, guint index, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, _ ("%s: Element %u is not an object."), where,
               index);
  return NULL;
}

const char **
wmd_data_get_strings (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonArray *array = wmd_data_get_array (object, where, member, error);
  g_autofree const char **strings = NULL;
  guint length;

  if (array == NULL)
    return NULL;
  length = json_array_get_length (array);
  strings = g_new0 (const char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        {
          g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                       _ ("%s: Element %u of “%s” is not a string."), where, i, member);
          return NULL;
        }
      strings[i] = json_node_get_string (node);
    }
  return g_steal_pointer (&strings);
}

const char **
wmd_data_get_optional_strings (JsonObject *object, const char *where, const char *member, GError **error)
{
  if (object == NULL || !json_object_has_member (object, member))
    return g_new0 (const char *, 1);
  return wmd_data_get_strings (object, where, member, error);
}

gboolean
wmd_data_get_six (JsonObject *object, const char *where, const char *texts[WMD_N_LANGUAGES], GError **error)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      texts[i] = wmd_data_get_string (object, where, wmd_language_get_code (i), error);
      if (texts[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

void
wmd_data_set_invalid (GError **error, const char *where, const char *problem)
{
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, "%s: %s", where, problem);
}
