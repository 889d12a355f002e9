/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/facts.h"
#include "model/variant.h"
#include "store/json-reader.h"

G_BEGIN_DECLS

/* The parts of the format, as WmdJsonReadFunc; @target is a place for the type that is named. Strings are borrowed. */

/* An identifier inside the report: any text but the empty one. const char * */
gboolean wmd_read_id (const WmdJsonReader *reader,
                      const WmdJsonPlace  *place,
                      JsonNode            *node,
                      gpointer             target,
                      GError             **error);

/* WmdLanguage, WmdSection */
gboolean wmd_read_language (const WmdJsonReader *reader,
                            const WmdJsonPlace  *place,
                            JsonNode            *node,
                            gpointer             target,
                            GError             **error);
gboolean wmd_read_section (const WmdJsonReader *reader,
                           const WmdJsonPlace  *place,
                           JsonNode            *node,
                           gpointer             target,
                           GError             **error);

/* WmdVariant *, in the language that the member is named for. (transfer full) */
gboolean wmd_read_variant (const WmdJsonReader *reader,
                           const WmdJsonPlace  *place,
                           JsonNode            *node,
                           gpointer             target,
                           GError             **error);

/* WmdFacts *, replaced by one that has the member's value too. (inout) (transfer full) */
gboolean wmd_read_facts (const WmdJsonReader *reader,
                         const WmdJsonPlace  *place,
                         JsonNode            *node,
                         gpointer             target,
                         GError             **error);
gboolean wmd_read_severities (const WmdJsonReader *reader,
                              const WmdJsonPlace  *place,
                              JsonNode            *node,
                              gpointer             target,
                              GError             **error);
gboolean wmd_read_waivers (const WmdJsonReader *reader,
                           const WmdJsonPlace  *place,
                           JsonNode            *node,
                           gpointer             target,
                           GError             **error);
gboolean wmd_read_edition (const WmdJsonReader *reader,
                           const WmdJsonPlace  *place,
                           JsonNode            *node,
                           gpointer             target,
                           GError             **error);

/* The target of a function that reads the elements of an array of values with identifiers. */
typedef struct
{
  GPtrArray *values;
  GHashTable *ids; /* of the values; borrowed strings */
} WmdReadList;

/* FALSE, with the error set, when another value of the list has @id already. @place: of the value. */
gboolean wmd_read_list_claim_id (WmdReadList        *list,
                                 const WmdJsonPlace *place,
                                 const char         *id,
                                 GError            **error);

G_END_DECLS
