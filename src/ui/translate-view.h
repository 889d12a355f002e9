/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* Working through the report in one language: the desk, what is left to do, and another language to compare with. */
#define WMD_TYPE_TRANSLATE_VIEW (wmd_translate_view_get_type ())
G_DECLARE_FINAL_TYPE (WmdTranslateView, wmd_translate_view, WMD, TRANSLATE_VIEW, WmdPane)

/* Goes to the next unit of the kind that is chosen, in this part or in one after it. */
void wmd_translate_view_next (WmdTranslateView *self);

G_END_DECLS
