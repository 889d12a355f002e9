/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/forms-private.h"
#include "rules/reading-private.h"

G_BEGIN_DECLS

/* A place in a variant. */
typedef struct
{
  guint block; /* index */
  guint start; /* bytes */
  guint end;
} WmdSpot;

/* The first use of one name of a thing. */
typedef struct
{
  guint term; /* index in the terms of the language */
  guint name; /* index in its names */
  WmdSpot spot;
} WmdTermUse;

/* So many of something, and what the sentence is about: the hashes of the longer strings in it. */
typedef struct
{
  guint64 value;
  guint noun;       /* hash of what is counted */
  GArray *shingles; /* (element-type guint) */
  WmdSpot spot;
} WmdFigure;

/* A title in title marks: where it stands first. */
typedef struct
{
  char *text;
  WmdSpot spot;
} WmdTitle;

/* What rules that compare replies need to know of one variant: small facts, so that they never read the text again. */
typedef struct
{
  GArray *terms;   /* (element-type WmdTermUse) */
  GArray *figures; /* (element-type WmdFigure) */
  GArray *titles;  /* (element-type WmdTitle) in Chinese */
  guint titles_hash;
  GHashTable *shingles; /* set of all of them; of frame texts only, NULL for replies */
  WmdLanguage language;
  guint64 serial; /* no two digests that say different things have the same */

  /* Titles of other replies that stand here without marks; found when the titles of the report are known. */
  GArray *bare;     /* (element-type WmdTitle) */
  guint bare_stamp; /* of the titles that were looked for; 0 for none yet */
} WmdDigest;

/* @frame: all shingles are kept. */
WmdDigest *
wmd_digest_new (WmdForms *forms, WmdReading *const *readings, guint n_readings, WmdLanguage language, gboolean frame);
/* TRUE when both say the same, so that rules that compare replies need not be asked again. */
gboolean wmd_digest_equal (const WmdDigest *a, const WmdDigest *b);

/* An empty array of WmdTitle that frees its elements, and the comparison of two. */
GArray *wmd_digest_new_titles (void);
gboolean wmd_digest_equal_titles (const GArray *a, const GArray *b);

/* Adds the shingles of one text, of a name say. */
void wmd_digest_add_shingles (const WmdForms *forms, const char *text, WmdLanguage language, GHashTable *shingles);
void wmd_digest_free (WmdDigest *self);

G_END_DECLS
