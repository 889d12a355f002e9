/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* The report's own data as a form: symbol, session, dates. Every change is an edit at once. */
#define WMD_TYPE_FACTS_FORM (wmd_facts_form_get_type ())
G_DECLARE_FINAL_TYPE (WmdFactsForm, wmd_facts_form, WMD, FACTS_FORM, WmdPane)

G_END_DECLS
