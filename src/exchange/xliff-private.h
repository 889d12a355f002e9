/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "exchange/coded-text.h"
#include "exchange/exchange-unit.h"

G_BEGIN_DECLS

#define WMD_XLIFF_NAMESPACE "urn:oasis:names:tc:xliff:document:1.2"

/* What the target of a unit says of its translation. */
#define WMD_XLIFF_TENTATIVE "x-tentative" /* state qualifier */

/* The state that says how far a translation is; a stale one is said to be no further than a draft. */
const char *wmd_xliff_get_state (const WmdExchangeUnit *unit);

/* FALSE for a state that says nothing of it. */
gboolean wmd_xliff_parse_state (const char *state, WmdProgress *progress);

/* Tells whether a translation is the one that was written: what the file remembers of it. @markup: NULL for none.
 * (transfer full)
 */
char *wmd_xliff_dup_digest (const char *markup);

/* The id of the unit of a footnote, whose code has that number, in the unit of the block @id. (transfer full) */
char *wmd_xliff_dup_note_id (const char *id, guint code);

/* Reads a file from elsewhere without harm, and sees that it is XLIFF 1. (transfer full), NULL on error. */
xmlDoc *wmd_xliff_parse (const char *data, gsize length, GError **error);

/* @node (nullable) has the local name @name. */
gboolean wmd_xliff_is_element (const xmlNode *node, const char *name);

/* NULL when there is none. (transfer full) */
char *wmd_xliff_dup_attribute (xmlNode *element, const char *name);

/* The first child with that local name; NULL when there is none. */
xmlNode *wmd_xliff_find_child (xmlNode *element, const char *name);

/* What is known of the codes of a text. */
typedef struct _WmdXliffCodes WmdXliffCodes;

struct _WmdXliffCodes
{
  const GArray *known[2]; /* texts with the same numbers (element-type WmdPiece), the first goes before; nullable */

  /* The markup of the footnote with that number. (transfer full), NULL on error. */
  char *(*read_note) (const WmdXliffCodes *self, guint number, GError **error);
  gpointer data; /* for read_note() */
};

/* The canonical markup of a source or target. (transfer full), NULL on error. */
char *wmd_xliff_read_text (xmlNode *element, const WmdXliffCodes *codes, GError **error);

/* What a file says of a unit. */
typedef struct
{
  char *source;         /* markup; NULL when it cannot be read */
  char *target;         /* the same; NULL when there is no text, too */
  char *words;          /* of the target, without codes; NULL when there is none */
  WmdProgress progress; /* draft where the file says nothing */
  gboolean tentative;
  char *digest;               /* of the translation that was written; NULL when the tool dropped it */
  char *problem;              /* why the target cannot be taken, for the user; NULL when it can */
  gboolean lost_link;         /* a link of the source is not in the target */
  gboolean untranslated_note; /* a footnote of the target still has the words of the source */
} WmdXliffUnit;

/* Fills @self with what @element says of @held. @elements: those of the units of the file, by id. */
void wmd_xliff_unit_read (WmdXliffUnit *self, xmlNode *element, GHashTable *elements, const WmdExchangeUnit *held);
void wmd_xliff_unit_clear (WmdXliffUnit *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmdXliffUnit, wmd_xliff_unit_clear)

G_END_DECLS
