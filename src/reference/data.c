/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The constant that data/ is compiled into: a tree of values, in the form that
 * build-aux/compile-data describes. Nothing is read, copied or freed at run
 * time. That the files are JSON is known since the build; that they have the
 * members and types that the code needs is checked here, since a new year's
 * file is written by hand.
 */
#include "config.h"

#include "reference/data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reference/reference.h"

/* The root, which the build makes: an object with a member for each file. */
gconstpointer wmd_reference_data (void);

typedef enum
{
  KIND_OTHER, /* null, or a number that the data does not have */
  KIND_OBJECT,
  KIND_ARRAY,
  KIND_STRING,
  KIND_NUMBER,
  KIND_TRUE,
  KIND_FALSE,
} Kind;

struct _WmdDatum
{
  int head;      /* the kind in three bits, and the number of entries, in pairs for an object */
  int entries[]; /* the number, or offsets from here in bytes: the string, the elements, name and value of each member
                  */
};

G_DEFINE_QUARK (wmd_reference_error, wmd_reference_error)

static Kind
get_kind (const WmdDatum *self)
{
  return self->head & 7;
}

static gconstpointer
follow (const WmdDatum *self, guint entry)
{
  return (const char *) self + self->entries[entry];
}

guint
wmd_data_get_length (const WmdDatum *self)
{
  return self->head >> 3;
}

const char *
wmd_data_get_name (const WmdDatum *object, guint index)
{
  return follow (object, 2 * index);
}

/* NULL when @object does not have it. */
static const WmdDatum *
lookup (const WmdDatum *object, const char *member)
{
  for (guint i = 0; i < wmd_data_get_length (object); i++)
    if (strcmp (wmd_data_get_name (object, i), member) == 0)
      return follow (object, 2 * i + 1);
  return NULL;
}

gboolean
wmd_data_has_member (const WmdDatum *object, const char *member)
{
  return lookup (object, member) != NULL;
}

gboolean
wmd_data_get_flag (const WmdDatum *object, const char *member)
{
  const WmdDatum *value = lookup (object, member);

  return value != NULL && get_kind (value) == KIND_TRUE;
}

const WmdDatum *
wmd_data_load (const char *name, GError **error)
{
  const WmdDatum *root = lookup (wmd_reference_data (), name);

  if (root == NULL)
    g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING, _ ("The data file “%s” is missing."), name);
  else if (get_kind (root) != KIND_OBJECT)
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                   _ ("The data file “%s” does not hold an object."), name);
      return NULL;
    }
  return root;
}

char **
wmd_data_list (const char *folder, GError **error)
{
  const WmdDatum *files = wmd_reference_data ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean found = FALSE;

  for (guint i = 0; i < wmd_data_get_length (files); i++)
    if (g_str_has_prefix (wmd_data_get_name (files, i), folder))
      {
        g_strv_builder_add (names, wmd_data_get_name (files, i) + strlen (folder));
        found = TRUE;
      }
  if (found)
    return g_strv_builder_end (names);
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING, _ ("The data folder “%s” is missing."), folder);
  return NULL;
}

/* The member's value when it is of @kind. */
static const WmdDatum *
get_member (const WmdDatum *object, const char *where, const char *member, Kind kind, GError **error)
{
  const WmdDatum *value = lookup (object, member);

  if (value != NULL && get_kind (value) == kind)
    return value;
  if (value == NULL)
    g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING, _ ("%s: The member “%s” is missing."), where,
                 member);
  else
    g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                 _ ("%s: The member “%s” is of the wrong kind."), where, member);
  return NULL;
}

const WmdDatum *
wmd_data_get_object (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  return get_member (object, where, member, KIND_OBJECT, error);
}

gboolean
wmd_data_get_optional_object (const WmdDatum *object,
                              const char *where,
                              const char *member,
                              const WmdDatum **value,
                              GError **error)
{
  *value = NULL;
  if (!wmd_data_has_member (object, member))
    return TRUE;
  *value = wmd_data_get_object (object, where, member, error);
  return *value != NULL;
}

const WmdDatum *
wmd_data_get_array (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  return get_member (object, where, member, KIND_ARRAY, error);
}

const char *
wmd_data_get_string (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  const WmdDatum *value = get_member (object, where, member, KIND_STRING, error);

  return value != NULL ? follow (value, 0) : NULL;
}

gboolean
wmd_data_get_number (const WmdDatum *object, const char *where, const char *member, guint *number, GError **error)
{
  const WmdDatum *value = get_member (object, where, member, KIND_NUMBER, error);

  if (value != NULL)
    *number = value->entries[0];
  return value != NULL;
}

const WmdDatum *
wmd_data_get_element (const WmdDatum *array, const char *where, guint index, GError **error)
{
  const WmdDatum *element = follow (array, index);

  if (get_kind (element) == KIND_OBJECT)
    return element;
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, _ ("%s: Element %u is not an object."), where,
               index);
  return NULL;
}

const char **
wmd_data_get_strings (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  const WmdDatum *array = wmd_data_get_array (object, where, member, error);
  g_autofree const char **strings = NULL;

  if (array == NULL)
    return NULL;
  strings = g_new0 (const char *, wmd_data_get_length (array) + 1);
  for (guint i = 0; i < wmd_data_get_length (array); i++)
    {
      const WmdDatum *element = follow (array, i);

      if (get_kind (element) != KIND_STRING)
        {
          g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                       _ ("%s: Element %u of “%s” is not a string."), where, i, member);
          return NULL;
        }
      strings[i] = follow (element, 0);
    }
  return g_steal_pointer (&strings);
}

const char **
wmd_data_get_optional_strings (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  if (object == NULL || !wmd_data_has_member (object, member))
    return g_new0 (const char *, 1);
  return wmd_data_get_strings (object, where, member, error);
}

gboolean
wmd_data_get_six (const WmdDatum *object, const char *where, const char *texts[WMD_N_LANGUAGES], GError **error)
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
