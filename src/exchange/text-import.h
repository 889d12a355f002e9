/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/snapshot.h"

G_BEGIN_DECLS

#define WMD_IMPORT_ERROR (wmd_import_error_quark ())

typedef enum
{
  WMD_IMPORT_ERROR_NOT_TEXT,  /* a file of a word processor, pages */
  WMD_IMPORT_ERROR_ENCODING,  /* neither UTF-8 nor text of a report in a known encoding */
  WMD_IMPORT_ERROR_TOO_LARGE, /* over 16 MiB */
  WMD_IMPORT_ERROR_EMPTY,     /* no text */
  WMD_IMPORT_ERROR_DAMAGED,   /* not what it begins like */
  WMD_IMPORT_ERROR_ENCRYPTED, /* protected by a password */
  WMD_IMPORT_ERROR_NO_REPORT, /* nothing in it looks like a report of this kind, in any of the six languages */
} WmdImportError;

GQuark wmd_import_error_quark (void);

/* What became of the units that a translator sent back. */
typedef enum
{
  WMD_UNIT_TAKEN,        /* with other words than the report had */
  WMD_UNIT_ADVANCED,     /* the words that the report had, now known to be further */
  WMD_UNIT_UNCHANGED,    /* all as the report has it */
  WMD_UNIT_UNTRANSLATED, /* not translated in the file either */
  WMD_UNIT_REFUSED,      /* not taken, for the reason that a finding says */
  WMD_N_UNIT_FATES,
} WmdUnitFate;

/* What an import made, and what it noticed. */
typedef struct
{
  WmdSnapshot *snapshot;
  WmdLanguage language;
  GPtrArray *findings;           /* (element-type WmdFinding) */
  guint units[WMD_N_UNIT_FATES]; /* of a translator's file; nothing for others */
} WmdImport;

void wmd_import_free (WmdImport *self);

/* Records the name of the file that the text came from with what the edition says of itself; the folder is left out. */
void wmd_import_set_file (WmdImport *self, const char *path);

/* Makes a report of the plain text of an issued one, in whichever of the six languages it is. Every character
 * of @text is in the report, is derived data that the composer prints the same, or is named in a finding.
 * (transfer full), NULL on error.
 */
WmdImport *wmd_text_import (WmdReference *reference, const char *text, gsize length, GError **error);

/* The same, into a report that is there: the text of another edition of @existing joins it in its language. Replies
 * are paired by respondent, blocks by order and likeness; what could not be paired is reported and kept, and what the
 * report says already stays. The report that comes of it has the id of @existing, which itself does not change.
 * (transfer full), NULL on error.
 */
WmdImport *
wmd_text_import_into (WmdReference *reference, WmdSnapshot *existing, const char *text, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdImport, wmd_import_free)

G_END_DECLS
