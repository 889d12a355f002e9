/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The state by shape, the question, and below it what else is known. What can be done is one table; the list makes
 * another row when the query changes.
 */

#include "config.h"

#include "ui/query-row.h"

#include <glib/gi18n-lib.h>

#include "ui/query-dialog.h"

struct _WmdQueryRow
{
  AdwActionRow parent_instance;

  WmdSession *session;
  WmdQueryItem *item;

  GtkImage *icon;
  GtkButton *answer;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (WmdQueryRow, wmd_query_row, ADW_TYPE_ACTION_ROW)

static void
open_dialog (WmdQueryRow *self, WmdQueryText text)
{
  GtkWidget *dialog =
      wmd_query_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            wmd_query_item_get_part (self->item), wmd_query_item_get_query (self->item), text);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_cb (WmdQueryRow *self)
{
  open_dialog (self, WMD_QUERY_QUESTION);
}

static void
answer_cb (WmdQueryRow *self)
{
  open_dialog (self, WMD_QUERY_ANSWER);
}

static void
set_closed (WmdQueryRow *self, gboolean closed, const char *label)
{
  g_autoptr (WmdQuery) query = wmd_query_with_closed (wmd_query_item_get_query (self->item), closed);
  g_autoptr (WmdBody) body = wmd_body_with_query (wmd_part_get_body (wmd_query_item_get_part (self->item)), query);

  wmd_session_replace_body (self->session, body, label, NULL);
}

static void
close_cb (WmdQueryRow *self)
{
  set_closed (self, TRUE, _ ("Closing of Query"));
}

static void
reopen_cb (WmdQueryRow *self)
{
  set_closed (self, FALSE, _ ("Reopening of Query"));
}

static void
delete_cb (WmdQueryRow *self)
{
  g_autoptr (WmdBody) body = wmd_body_without_query (wmd_part_get_body (wmd_query_item_get_part (self->item)),
                                                     wmd_query_get_id (wmd_query_item_get_query (self->item)));

  wmd_session_replace_body (self->session, body, _ ("Removal of Query"), NULL);
}

static const struct
{
  const char *name;
  void (*activate) (WmdQueryRow *self);
  gboolean when_open;
  gboolean when_closed;
} actions[] = {
  { "query.edit", edit_cb, TRUE, TRUE },     { "query.answer", answer_cb, TRUE, TRUE },
  { "query.close", close_cb, TRUE, FALSE },  { "query.reopen", reopen_cb, FALSE, TRUE },
  { "query.delete", delete_cb, TRUE, TRUE },
};

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* The row goes when the query changes. */
  g_autoptr (WmdQueryRow) self = g_object_ref (WMD_QUERY_ROW (widget));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (self);
}

static void
activated_cb (WmdQueryRow *self)
{
  WmdPart *part = wmd_query_item_get_part (self->item);
  WmdQuery *query = wmd_query_item_get_query (self->item);
  guint start, end;
  const char *block = wmd_body_locate_query (wmd_part_get_body (part), query, &start, &end);

  wmd_session_reveal (self->session, wmd_part_get_id (part),
                      block != NULL ? wmd_query_get_language (query) : WMD_LANGUAGE_NONE, block, start, end);
}

/* --- what it says --- */

/* The day in words, or as it was given. (transfer full) */
static char *
dup_day (WmdQueryRow *self, const char *iso)
{
  WmdDate date;

  if (!wmd_date_parse_iso (iso, &date))
    return g_strdup (iso);
  return wmd_reference_format_date (wmd_session_get_reference (self->session),
                                    wmd_session_get_interface_language (self->session), &date);
}

/* @line: (transfer full) */
static void
append_line (GString *lines, char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

static char *
dup_details (WmdQueryRow *self, const WmdQuery *query)
{
  GString *lines = g_string_new (NULL);
  const WmdBody *body = wmd_part_get_body (wmd_query_item_get_part (self->item));
  const char *passage = wmd_query_get_text (query, WMD_QUERY_PASSAGE);
  const char *asked = wmd_query_get_text (query, WMD_QUERY_ASKED);
  const char *answer = wmd_query_get_text (query, WMD_QUERY_ANSWER);
  guint start, end;

  if (wmd_query_get_text (query, WMD_QUERY_BLOCK) == NULL)
    append_line (lines, g_strdup (_ ("About the reply as a whole")));
  else if (wmd_body_locate_query (body, query, &start, &end) == NULL)
    append_line (lines, g_strdup (_ ("The paragraph is no longer there")));
  if (passage != NULL)
    /* Translators: a passage that is quoted. */
    append_line (lines, g_strdup_printf (_ ("“%s”"), passage));
  if (asked != NULL)
    {
      g_autofree char *day = dup_day (self, asked);

      /* Translators: %s is the day on which the respondent was asked. */
      append_line (lines, g_strdup_printf (_ ("Sent: %s"), day));
    }
  if (answer != NULL)
    append_line (lines, g_strdup_printf (_ ("Answer: %s"), answer));
  return g_string_free (lines, FALSE);
}

static void
show_query (WmdQueryRow *self, gboolean brief)
{
  const WmdQuery *query = wmd_query_item_get_query (self->item);
  const gboolean closed = wmd_query_get_closed (query), read_only = wmd_session_get_read_only (self->session);
  const char *question = wmd_query_get_text (query, WMD_QUERY_QUESTION);
  const char *state = closed ? _ ("Closed query") : _ ("Open query");
  g_autofree char *details = dup_details (self, query);
  g_autofree char *words = g_strdup_printf ("%s: %s", state, question);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), question[0] != '\0' ? question : _ ("No question yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), details);
  gtk_image_set_from_icon_name (self->icon, closed ? "emblem-ok-symbolic" : "dialog-question-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), closed ? "dim-label" : "accent");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), state);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), !closed && !brief && !read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), !brief && !read_only);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   !read_only && (closed ? actions[i].when_closed : actions[i].when_open));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
}

static void
wmd_query_row_dispose (GObject *object)
{
  WmdQueryRow *self = WMD_QUERY_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (wmd_query_row_parent_class)->dispose (object);
}

static void
wmd_query_row_class_init (WmdQueryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_query_row_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "query.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "query.delete", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/query-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdQueryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryRow, answer);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
wmd_query_row_init (WmdQueryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wmd_query_row_new (WmdSession *session, WmdQueryItem *item, gboolean brief)
{
  WmdQueryRow *self;

  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);
  g_return_val_if_fail (WMD_IS_QUERY_ITEM (item), NULL);

  self = g_object_new (WMD_TYPE_QUERY_ROW, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  show_query (self, brief);
  return GTK_WIDGET (self);
}

WmdQueryItem *
wmd_query_row_get_item (WmdQueryRow *self)
{
  g_return_val_if_fail (WMD_IS_QUERY_ROW (self), NULL);

  return self->item;
}
