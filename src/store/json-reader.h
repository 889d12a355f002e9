/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where a value stands: a chain on the stack from the value out to the document. */
typedef struct _WmdJsonPlace WmdJsonPlace;
struct _WmdJsonPlace
{
  const WmdJsonPlace *outer; /* NULL for the document */
  const char *name;          /* of the member; NULL for an element of an array */
  guint index;               /* of the element */
};

typedef struct
{
  gboolean lenient; /* leave out what is not understood, instead of an error */
} WmdJsonReader;

/* Reads @node into what @target points to. Strings are borrowed from the node. */
typedef gboolean (*WmdJsonReadFunc) (const WmdJsonReader *reader,
                                     const WmdJsonPlace  *place,
                                     JsonNode            *node,
                                     gpointer             target,
                                     GError             **error);

/* One member of a kind of object. */
typedef struct
{
  const char *name; /* NULL ends a table */
  WmdJsonReadFunc read;
  gsize offset;      /* of the target in the record that the object is read into */
  gboolean required; /* else the target stays as it is when the member is missing */
} WmdJsonMember;

/* Sets WMD_STORE_ERROR_FORMAT with the path of @place and @message, a whole sentence. Returns FALSE. */
gboolean wmd_json_fail (const WmdJsonPlace *place,
                        const char         *message,
                        GError            **error);

/* The same, for an identifier that the format does not have at this place. */
gboolean wmd_json_fail_value (const WmdJsonPlace *place,
                              const char         *value,
                              GError            **error);

/* WmdJsonReadFunc with @target a const char **, a gboolean *. */
gboolean wmd_json_read_string (const WmdJsonReader *reader,
                               const WmdJsonPlace  *place,
                               JsonNode            *node,
                               gpointer             target,
                               GError             **error);
gboolean wmd_json_read_boolean (const WmdJsonReader *reader,
                                const WmdJsonPlace  *place,
                                JsonNode            *node,
                                gpointer             target,
                                GError             **error);

/* Reads the members of an object that @members names into @record. @object (out) (optional): borrowed. */
gboolean wmd_json_read_object (const WmdJsonReader *reader,
                               const WmdJsonPlace  *place,
                               JsonNode            *node,
                               const WmdJsonMember *members,
                               gpointer             record,
                               JsonObject         **object,
                               GError             **error);

/* Calls @read for each element of an array with the same @target, which it adds to. */
gboolean wmd_json_read_array (const WmdJsonReader *reader,
                              const WmdJsonPlace  *place,
                              JsonNode            *node,
                              WmdJsonReadFunc      read,
                              gpointer             target,
                              GError             **error);

/* What @object has beyond @members; NULL when there is nothing. (transfer full) */
JsonObject *wmd_json_collect_unknown (JsonObject          *object,
                                      const WmdJsonMember *members);

/* Adds to @unknown, under the same name, what the member @name of @object, itself an object, has beyond @members. */
void wmd_json_nest_unknown (JsonObject         **unknown,
                            JsonObject          *object,
                            const char          *name,
                            const WmdJsonMember *members);

/* The text that the model keeps unknown members as. Consumes @unknown; NULL gives NULL. (transfer full) */
char *wmd_json_format_unknown (JsonObject *unknown);

G_END_DECLS
