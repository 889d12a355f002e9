/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "reference/language.h"

G_BEGIN_DECLS

/* A value of the JSON files in data/, which the build compiles in (build-aux/compile-data): an object, an array, a
 * string, a number, or true or false. It is constant, and so are its strings. What is checked is that objects have the
 * members and types that the code needs, with errors that name file and member.
 */
typedef struct _WmdDatum WmdDatum;

/* The object of data/@name. */
const WmdDatum *wmd_data_load (const char *name,
                               GError    **error);

/* Names of the files in data/@folder, sorted. (transfer full) */
char **wmd_data_list (const char *folder,
                      GError    **error);

/* What an object or an array has; of an object the names in the order of the file. */
guint       wmd_data_get_length (const WmdDatum *self);
const char *wmd_data_get_name (const WmdDatum *object,
                               guint           index);
gboolean    wmd_data_has_member (const WmdDatum *object,
                                 const char     *member);

/* TRUE where the member is true; FALSE where it is missing. */
gboolean wmd_data_get_flag (const WmdDatum *object,
                            const char     *member);

/* Members that must be there. @where names the object in errors: "labels.json: summary". */
const WmdDatum *wmd_data_get_object (const WmdDatum *object,
                                     const char     *where,
                                     const char     *member,
                                     GError        **error);
const WmdDatum *wmd_data_get_array (const WmdDatum *object,
                                    const char     *where,
                                    const char     *member,
                                    GError        **error);
const char *wmd_data_get_string (const WmdDatum *object,
                                 const char     *where,
                                 const char     *member,
                                 GError        **error);
/* Not negative. */
gboolean    wmd_data_get_number (const WmdDatum *object,
                                 const char     *where,
                                 const char     *member,
                                 guint          *number,
                                 GError        **error);
/* (transfer container), NULL-terminated */
const char **wmd_data_get_strings (const WmdDatum *object,
                                   const char     *where,
                                   const char     *member,
                                   GError        **error);

/* An element that must be an object. */
const WmdDatum *wmd_data_get_element (const WmdDatum *array,
                                      const char     *where,
                                      guint           index,
                                      GError        **error);

/* One string per official language. */
gboolean wmd_data_get_six (const WmdDatum *object,
                           const char     *where,
                           const char     *texts[WMD_N_LANGUAGES],
                           GError        **error);

/* Strings of an optional member: none where it is missing. (transfer container), NULL-terminated */
const char **wmd_data_get_optional_strings (const WmdDatum *object,
                                            const char     *where,
                                            const char     *member,
                                            GError        **error);

/* An object that may be missing: NULL then, and no error. */
gboolean wmd_data_get_optional_object (const WmdDatum  *object,
                                       const char      *where,
                                       const char      *member,
                                       const WmdDatum **value,
                                       GError         **error);

/* Sets WMD_REFERENCE_ERROR_INVALID. @problem is a whole sentence: "There are not twelve months." */
void wmd_data_set_invalid (GError    **error,
                           const char *where,
                           const char *problem);

G_END_DECLS
