/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "reference/language.h"

G_BEGIN_DECLS

/* The data files, and reading their members with errors that name file and member. Strings are
 * borrowed from the documents, which the pool keeps.
 */
typedef struct _WmdData WmdData;

WmdData *wmd_data_new (void);
void     wmd_data_free (WmdData *self);

/* Root object of data/@name. (transfer none) */
JsonObject *wmd_data_load (WmdData    *self,
                           const char *name,
                           GError    **error);

/* Names of the files in data/@folder, sorted. (transfer full) */
char **wmd_data_list (const char *folder,
                      GError    **error);

/* Members that must be there. @where names the object in errors: "labels.json: summary". */
JsonObject *wmd_data_get_object (JsonObject *object,
                                 const char *where,
                                 const char *member,
                                 GError    **error);
JsonArray  *wmd_data_get_array (JsonObject *object,
                                const char *where,
                                const char *member,
                                GError    **error);
const char *wmd_data_get_string (JsonObject *object,
                                 const char *where,
                                 const char *member,
                                 GError    **error);
/* Not negative. */
gboolean    wmd_data_get_number (JsonObject *object,
                                 const char *where,
                                 const char *member,
                                 guint      *number,
                                 GError    **error);
/* (transfer container), NULL-terminated */
const char **wmd_data_get_strings (JsonObject *object,
                                   const char *where,
                                   const char *member,
                                   GError    **error);

/* An element that must be an object. */
JsonObject *wmd_data_get_element (JsonArray  *array,
                                  const char *where,
                                  guint       index,
                                  GError    **error);

/* One string per official language. */
gboolean wmd_data_get_six (JsonObject *object,
                           const char *where,
                           const char *texts[WMD_N_LANGUAGES],
                           GError    **error);

/* Strings of an optional member: none where it is missing. (transfer container), NULL-terminated */
const char **wmd_data_get_optional_strings (JsonObject *object,
                                            const char *where,
                                            const char *member,
                                            GError    **error);

/* An object that may be missing: NULL then, and no error. */
gboolean wmd_data_get_optional_object (JsonObject  *object,
                                       const char  *where,
                                       const char  *member,
                                       JsonObject **value,
                                       GError     **error);

/* Sets WMD_REFERENCE_ERROR_INVALID. @problem is a whole sentence: "There are not twelve months." */
void wmd_data_set_invalid (GError    **error,
                           const char *where,
                           const char *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdData, wmd_data_free)

G_END_DECLS
