/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* What will be printed: thumbnails, pages, language and paper. Signal "words-activated": a click on words; the session
 * has been told to reveal them.
 */
#define WMD_TYPE_PAGES_VIEW (wmd_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (WmdPagesView, wmd_pages_view, WMD, PAGES_VIEW, WmdPane)

/* The edition that is shown. */
WmdLanguage wmd_pages_view_get_language (WmdPagesView *self);

G_END_DECLS
