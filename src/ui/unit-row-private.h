/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/unit-row.h"

G_BEGIN_DECLS

struct _WmdUnitRow
{
  GtkListBoxRow parent_instance;

  WmdSession *session;
  WmdPart *part;
  WmdLanguage source;
  WmdLanguage target;
  char *id;
  guint number;
  gboolean updating;      /* the controls are being set from the unit */
  WmdBodyView *view;      /* NULL unless the row is the current one; so is @progress */
  WmdBlock *shown_source; /* NULL; both as last shown */
  WmdBlock *shown_unit;   /* NULL */

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *number_label;
  GtkBox *columns; /* the marks, the texts */
  GtkBox *marks;
  GtkWidget *reused;
  GtkLabel *source_label;
  GtkLabel *change_title;
  GtkLabel *change;
  GtkLabel *target_label;
  GtkBox *target_box; /* holds the editor */
  GtkBox *controls;
  GtkDropDown *progress; /* the first of the controls */
  GtkToggleButton *tentative;
  GtkWidget *ask;
  GtkButton *accept;
  GtkButton *confirm;
};

/* The text it is of. (transfer none) */
WmdBody *wmd_unit_row_get_body (WmdUnitRow *self);

/* The unit in @language, which may be NONE; NULL where there is no text of it. (transfer none) */
WmdBlock *wmd_unit_row_get_block (WmdUnitRow *self, WmdLanguage language);

WmdProgress wmd_unit_row_get_progress (WmdUnitRow *self);

/* Shows the unit as the report has it. */
void wmd_unit_row_show (WmdUnitRow *self);

/* Puts @body in the place of the text's, as wmd_session_replace_body(); edits of the same @key (NULL: none) are one. */
void wmd_unit_row_replace (WmdUnitRow *self, WmdBody *body, const char *label, const char *key);

/* --- unit-row-editor.c --- */

void wmd_unit_row_open_editor (WmdUnitRow *self);
void wmd_unit_row_close_editor (WmdUnitRow *self);

G_END_DECLS
