/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "reference/reference.h"

G_BEGIN_DECLS

/* A popover in which a respondent is searched for by any of its names, in any language, as one types.
 * Signals: "chosen" (const char *id): one of the registry. "named" (const char *name): none of it; the name as typed.
 */
#define WMD_TYPE_RESPONDENT_PICKER (wmd_respondent_picker_get_type ())
G_DECLARE_FINAL_TYPE (WmdRespondentPicker, wmd_respondent_picker, WMD, RESPONDENT_PICKER, GtkPopover)

/* What the picker chooses from; names are shown in @language. */
void wmd_respondent_picker_set_reference (WmdRespondentPicker *self, WmdReference *reference, WmdLanguage language);

G_END_DECLS
