/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* What is recorded of the selected reply, as a form. Every change is an edit at once. */
#define WMD_TYPE_REPLY_FORM (wmd_reply_form_get_type ())
G_DECLARE_FINAL_TYPE (WmdReplyForm, wmd_reply_form, WMD, REPLY_FORM, WmdPane)

G_END_DECLS
