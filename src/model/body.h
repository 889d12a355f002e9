/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/query.h"
#include "model/variant.h"
#include "reference/reference.h"

G_BEGIN_DECLS

/* A body is what a part of the report is at one moment: an immutable, reference counted value.
 * The parts are the two frame texts (summary, introduction) and the replies. An edit puts a new
 * body in the place of an old one; everything that did not change is shared between the two.
 */
typedef struct _WmdBody WmdBody;

typedef enum
{
  WMD_PART_SUMMARY,
  WMD_PART_INTRODUCTION,
  WMD_PART_REPLY,
} WmdPartKind;

/* What is recorded of a reply, each as text exactly as given; NULL when not set. */
typedef enum
{
  WMD_FIELD_RESPONDENT, /* id in the registry; NULL for a respondent with names of its own */
  WMD_FIELD_SECTION,    /* section id; used only for a respondent that the registry does not know */
  WMD_FIELD_ORIGINAL,   /* code of the original language, official or not */
  WMD_FIELD_DATE,       /* ISO 8601; may be impossible */
  WMD_FIELD_ADDRESS,    /* of the full text on the website */
  WMD_FIELD_NOTES,      /* for colleagues, never exported */
} WmdField;

#define WMD_N_FIELDS 6

/* Member names in the native file: "respondent", "section", "original", "date", "address", "notes". */
const char *wmd_field_get_id (WmdField field);

/* @id is unique in the report: "summary", "introduction", or "r1", "r2", … (transfer full) */
WmdBody *wmd_body_new (const char *id,
                       WmdPartKind kind);
WmdBody *wmd_body_ref (WmdBody *self);
void     wmd_body_unref (WmdBody *self);

const char *wmd_body_get_id (const WmdBody *self);
WmdPartKind wmd_body_get_kind (const WmdBody *self);
const char *wmd_body_get_field (const WmdBody *self,
                                WmdField       field);

/* Name given to a respondent that is not in the registry; NULL when not set. */
const char *wmd_body_get_own_name (const WmdBody *self,
                                   WmdLanguage    language);

/* NULL when the language is not held. (transfer none) */
WmdVariant *wmd_body_get_variant (const WmdBody *self,
                                  WmdLanguage    language);

/* Questions to the respondent, in the order in which they were added; may be empty. (element-type WmdQuery) */
const GPtrArray *wmd_body_get_queries (const WmdBody *self);

/* NULL when there is none. (transfer none) */
WmdQuery   *wmd_body_lookup_query (const WmdBody *self,
                                   const char    *id);

/* Where what @query is about stands now: the id of the block, in the variant of the query's language, with the bytes
 * of its text in which the passage is (both 0: the passage is not there as it was quoted). NULL when the query is about
 * the reply as a whole, or its block is gone. (transfer none)
 */
const char *wmd_body_locate_query (const WmdBody  *self,
                                   const WmdQuery *query,
                                   guint          *start,
                                   guint          *end);
const char *wmd_body_get_unknown (const WmdBody *self);

/* The original language of a reply, English for a frame text; NONE when absent or not official. */
WmdLanguage wmd_body_get_original (const WmdBody *self);

/* The variant in the original language; NULL when it is not held. */
WmdVariant *wmd_body_get_source (const WmdBody *self);

/* FALSE when the reply has no date or one that is not of the form yyyy-mm-dd. */
gboolean wmd_body_get_date (const WmdBody *self,
                            WmdDate       *date);

/* NULL when the respondent is not in the registry. */
const WmdRespondent *wmd_body_get_respondent (const WmdBody *self,
                                              WmdReference  *reference);
WmdSection           wmd_body_get_section (const WmdBody *self,
                                           WmdReference  *reference);

/* Name for a heading in @language: of the registry, else the own name in that language, in English, or
 * in any; NULL when there is none at all. Frame texts have none.
 */
const char *wmd_body_get_name (const WmdBody *self,
                               WmdReference  *reference,
                               WmdLanguage    language);

/* Copies with one thing changed; NULL clears. (transfer full) */
WmdBody *wmd_body_with_id (const WmdBody *self,
                           const char    *id);
WmdBody *wmd_body_with_field (const WmdBody *self,
                              WmdField       field,
                              const char    *value);
WmdBody *wmd_body_with_own_name (const WmdBody *self,
                                 WmdLanguage    language,
                                 const char    *name);
WmdBody *wmd_body_with_variant (const WmdBody *self,
                                WmdLanguage    language,
                                WmdVariant    *variant);

/* With @query in the place of the one of its id, or after the others. */
WmdBody *wmd_body_with_query (const WmdBody *self,
                              WmdQuery      *query);
WmdBody *wmd_body_without_query (const WmdBody *self,
                                 const char    *id);

/* With these (element-type WmdQuery), whose ids differ, in the place of all queries. */
WmdBody *wmd_body_with_queries (const WmdBody   *self,
                                const GPtrArray *queries);
WmdBody *wmd_body_with_unknown (const WmdBody *self,
                                const char    *unknown);

/* Puts @block in the place of the block of that id, in that language. (transfer full) */
WmdBody *wmd_body_with_block (const WmdBody *self,
                              WmdLanguage    language,
                              WmdBlock      *block);

/* An id that no block of any variant has: "b1", "b2", … (transfer full) */
char *wmd_body_dup_new_block_id (const WmdBody *self);

/* An id that no query has: "q1", "q2", … (transfer full) */
char *wmd_body_dup_new_query_id (const WmdBody *self);

gboolean wmd_body_equal (const WmdBody *a,
                         const WmdBody *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdBody, wmd_body_unref)

G_END_DECLS
