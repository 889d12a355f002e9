/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading JSON through tables: each kind of object is a table of its members, each member a function that reads
 * its value into a field of a record. Errors name the path of the member; what the table does not name can be kept.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/json-reader.h"
#include "store/json-writer.h"
#include "store/store.h"

static void
append_path (GString *path, const WmdJsonPlace *place)
{
  if (place->outer == NULL)
    return;
  append_path (path, place->outer);
  if (place->name == NULL)
    g_string_append_printf (path, "[%u]", place->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", place->name);
}

gboolean
wmd_json_fail (const WmdJsonPlace *place, const char *message, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (path, place);
  if (path->len == 0)
    g_set_error_literal (error, WMD_STORE_ERROR, WMD_STORE_ERROR_FORMAT, message);
  else
    /* Translators: the path of a member of the file, then a whole sentence. */
    g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_FORMAT, _ ("%s: %s"), path->str, message);
  return FALSE;
}

gboolean
wmd_json_fail_value (const WmdJsonPlace *place, const char *value, GError **error)
{
  g_autofree char *message = g_strdup_printf (_ ("The format does not have the value “%s” here."), value);

  return wmd_json_fail (place, message, error);
}

gboolean
wmd_json_read_string (const WmdJsonReader *reader,
                      const WmdJsonPlace *place,
                      JsonNode *node,
                      gpointer target,
                      GError **error)
{
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return wmd_json_fail (place, _ ("A string is needed here."), error);
  *(const char **) target = json_node_get_string (node);
  return TRUE;
}

gboolean
wmd_json_read_boolean (const WmdJsonReader *reader,
                       const WmdJsonPlace *place,
                       JsonNode *node,
                       gpointer target,
                       GError **error)
{
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return wmd_json_fail (place, _ ("The value true or false is needed here."), error);
  *(gboolean *) target = json_node_get_boolean (node);
  return TRUE;
}

/* Reads @node unless it is NULL. */
static gboolean
read_member (const WmdJsonReader *reader,
             const WmdJsonPlace *place,
             JsonNode *node,
             const WmdJsonMember *member,
             gpointer record,
             GError **error)
{
  if (node != NULL)
    return member->read (reader, place, node, (char *) record + member->offset, error);
  return !member->required || wmd_json_fail (place, _ ("This member is missing."), error);
}

gboolean
wmd_json_read_object (const WmdJsonReader *reader,
                      const WmdJsonPlace *place,
                      JsonNode *node,
                      const WmdJsonMember *members,
                      gpointer record,
                      JsonObject **object,
                      GError **error)
{
  JsonObject *held;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wmd_json_fail (place, _ ("An object is needed here."), error);
  held = json_node_get_object (node);
  for (const WmdJsonMember *member = members; member->name != NULL; member++)
    {
      WmdJsonPlace inner = { place, member->name, 0 };

      if (!read_member (reader, &inner, json_object_get_member (held, member->name), member, record,
                        reader->lenient ? NULL : error) &&
          !reader->lenient)
        return FALSE;
    }
  if (object != NULL)
    *object = held;
  return TRUE;
}

gboolean
wmd_json_read_array (const WmdJsonReader *reader,
                     const WmdJsonPlace *place,
                     JsonNode *node,
                     WmdJsonReadFunc read,
                     gpointer target,
                     GError **error)
{
  JsonArray *array;
  guint length;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return wmd_json_fail (place, _ ("An array is needed here."), error);
  array = json_node_get_array (node);
  length = json_array_get_length (array);
  for (guint i = 0; i < length; i++)
    {
      WmdJsonPlace inner = { place, NULL, i };

      if (!read (reader, &inner, json_array_get_element (array, i), target, reader->lenient ? NULL : error) &&
          !reader->lenient)
        return FALSE;
    }
  return TRUE;
}

JsonObject *
wmd_json_collect_unknown (JsonObject *object, const WmdJsonMember *members)
{
  JsonObject *unknown = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const WmdJsonMember *member = members;

      while (member->name != NULL && strcmp (member->name, name) != 0)
        member++;
      if (member->name != NULL)
        continue;
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_member (unknown, name, json_node_ref (node));
    }
  return unknown;
}

void
wmd_json_nest_unknown (JsonObject **unknown, JsonObject *object, const char *name, const WmdJsonMember *members)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonObject *inner;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  inner = wmd_json_collect_unknown (json_node_get_object (node), members);
  if (inner == NULL)
    return;
  if (*unknown == NULL)
    *unknown = json_object_new ();
  json_object_set_object_member (*unknown, name, inner);
}

char *
wmd_json_format_unknown (JsonObject *unknown)
{
  g_autoptr (JsonNode) node = NULL;
  GString *text;

  if (unknown == NULL)
    return NULL;
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, unknown);
  text = g_string_new (NULL);
  wmd_json_write (text, node, 0);
  return g_string_free (text, FALSE);
}
