/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference/respondent.h"

G_BEGIN_DECLS

/* Strings are borrowed from the data, NULL where there is none. */
struct _WmdRespondent
{
  const char *id;
  WmdRespondentKind kind;
  gboolean united_nations;
  const char *names[WMD_N_LANGUAGES]; /* never NULL */
  const char *formal_names[WMD_N_LANGUAGES];
  const char *text_names[WMD_N_LANGUAGES];
  const char *articles[WMD_N_LANGUAGES];
  const char *acronyms[WMD_N_LANGUAGES];
  const char **aliases[WMD_N_LANGUAGES]; /* NULL-terminated, never NULL */
};

G_END_DECLS
