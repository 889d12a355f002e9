/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* While the user types the text is left as it is, however the date would be written; it takes its usual form when the
 * keyboard leaves the row.
 */

#include "config.h"

#include "ui/date-row.h"

#include <glib/gi18n-lib.h>

struct _WmdDateRow
{
  AdwEntryRow parent_instance;

  WmdReference *reference;
  WmdLanguage language; /* of the interface */
  char *value;          /* as recorded */
  gboolean updating;    /* the text or the calendar is being set from the value */

  GtkMenuButton *button;
  GtkCalendar *calendar;
};

static guint date_changed_signal;

G_DEFINE_FINAL_TYPE (WmdDateRow, wmd_date_row, ADW_TYPE_ENTRY_ROW)

/* FALSE for text that is no date. */
static gboolean
parse (WmdDateRow *self, const char *text, WmdDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return wmd_date_parse_iso (stripped, date) ||
         (self->reference != NULL && wmd_reference_parse_date (self->reference, self->language, stripped, date));
}

static void
set_error (WmdDateRow *self, gboolean error)
{
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               error ? _ ("Write a date, such as 2023-05-31 or 31 May 2023.") : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_value (WmdDateRow *self)
{
  WmdDate date;
  g_autofree char *text = NULL;

  if (self->value != NULL && self->reference != NULL && wmd_date_parse_iso (self->value, &date))
    text = wmd_reference_format_date (self->reference, self->language, &date);
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : self->value != NULL ? self->value : "");
  self->updating = FALSE;
  set_error (self, FALSE);
}

static void
change_value (WmdDateRow *self, const char *value)
{
  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  g_signal_emit (self, date_changed_signal, 0, self->value);
}

static void
text_changed_cb (WmdDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  WmdDate date;

  if (self->updating)
    return;
  if (text[0] == '\0')
    change_value (self, NULL);
  else if (parse (self, text, &date))
    {
      g_autofree char *iso = wmd_date_format_iso (&date);

      change_value (self, iso);
    }
  else
    return;
  set_error (self, FALSE);
}

static void
finish_typing (WmdDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  WmdDate date;

  if (text[0] == '\0' || parse (self, text, &date) || g_strcmp0 (text, self->value) == 0)
    show_value (self);
  else
    set_error (self, TRUE);
}

static void
popover_shown_cb (WmdDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  WmdDate date;

  if (self->value == NULL || !wmd_date_parse_iso (self->value, &date) || !wmd_date_is_valid (&date))
    return;
  day = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);
  self->updating = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->updating = FALSE;
}

static void
day_selected_cb (WmdDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  if (self->updating)
    return;
  change_value (self, iso);
  show_value (self);
  gtk_menu_button_popdown (self->button);
}

static void
wmd_date_row_finalize (GObject *object)
{
  WmdDateRow *self = WMD_DATE_ROW (object);

  g_clear_pointer (&self->reference, wmd_reference_unref);
  g_free (self->value);
  G_OBJECT_CLASS (wmd_date_row_parent_class)->finalize (object);
}

static void
wmd_date_row_class_init (WmdDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_date_row_finalize;
  date_changed_signal = g_signal_new ("date-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, WmdDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_typing);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
wmd_date_row_init (WmdDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->language = WMD_LANGUAGE_EN;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (finish_typing), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
wmd_date_row_new (const char *title)
{
  return g_object_new (WMD_TYPE_DATE_ROW, "title", title, NULL);
}

void
wmd_date_row_set_value (WmdDateRow *self, WmdReference *reference, WmdLanguage language, const char *value)
{
  g_return_if_fail (WMD_IS_DATE_ROW (self));
  g_return_if_fail (reference != NULL && language != WMD_LANGUAGE_NONE);

  if (self->reference == NULL)
    self->reference = wmd_reference_ref (reference);
  self->language = language;
  /* What comes back from the report while the user types is what was typed. */
  if (g_strcmp0 (self->value, value) == 0 && gtk_editable_get_text (GTK_EDITABLE (self))[0] != '\0')
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  show_value (self);
}
