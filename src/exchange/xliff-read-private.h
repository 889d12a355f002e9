/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import.h"
#include "exchange/xliff-private.h"

G_BEGIN_DECLS

/* A file that is being read. */
typedef struct
{
  WmdSnapshot *report;
  gboolean overwrite; /* also what was changed in the report since */
  WmdImport *import;
  GHashTable *bodies; /* id → WmdBody, of the parts that the file is of, as they become */
} WmdXliffReader;

/* Where in the report and in the file something is. */
typedef struct
{
  const char *part;  /* nullable */
  const char *block; /* nullable */
  guint line;
} WmdXliffPlace;

/* Adds a finding. @hint (nullable): what the file says there. */
void wmd_xliff_report (WmdXliffReader *self,
                       const char *rule,
                       WmdSeverity severity,
                       const WmdXliffPlace *place,
                       const char *hint,
                       const char *message);

/* Counts what becomes of @unit, which is of @held, and returns @body with it where it is taken. @body is taken.
 * (transfer full)
 */
WmdBody *wmd_xliff_take_unit (WmdXliffReader *self,
                              WmdBody *body,
                              const WmdXliffPlace *place,
                              const WmdExchangeUnit *held,
                              const WmdXliffUnit *unit);

G_END_DECLS
