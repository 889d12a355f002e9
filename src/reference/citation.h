/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One form in which running text names a document; the patterns are Perl-compatible. Owned by the
 * WmdReference, immutable.
 */
typedef struct
{
  const char *mention;  /* pattern of the words that become a link */
  const char *symbol;   /* of the document, with references to the groups of the mention: "S/RES/\\1(\\2)" */
  char *context;        /* pattern of which group 1 holds the mentions; NULL when they may stand anywhere */
  const char *sentence; /* pattern that the sentence must match; NULL when it may be any */
  const char *others;   /* pattern that the sentence must not match; NULL when it may be any */
} WmdCitationForm;

G_END_DECLS
