/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that says which file is chosen, with a button to choose another and one to choose none. Properties: "file"
 * (GFile *, NULL for none), and texts: "placeholder", which stands in for the name of a file, "choose-label" and
 * "clear-label" of the buttons. Signals: "choose", "clear": the button was clicked; whoever owns the row sets the file.
 */
#define WMD_TYPE_FILE_ROW (wmd_file_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdFileRow, wmd_file_row, WMD, FILE_ROW, AdwActionRow)

GFile *wmd_file_row_get_file (WmdFileRow *self); /* NULL */
void wmd_file_row_set_file (WmdFileRow *self, GFile *file);

G_END_DECLS
