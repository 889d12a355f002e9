/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One text view under what is known already: the passage and, for an answer, the question. The query is not touched
 * before the text is confirmed.
 */

#include "config.h"

#include "ui/query-dialog.h"

#include <glib/gi18n-lib.h>

#include "compose/letter.h"
#include "ui/names.h"

struct _WmdQueryDialog
{
  AdwWindow parent_instance;

  WmdSession *session;
  WmdPart *part;
  WmdQuery *query;
  WmdQueryText text; /* what is entered */

  AdwWindowTitle *title;
  GtkButton *accept;
  GtkLabel *passage;
  GtkLabel *question;
  GtkLabel *prompt;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (WmdQueryDialog, wmd_query_dialog, ADW_TYPE_WINDOW)

typedef enum
{
  TASK_ASK,
  TASK_EDIT,
  TASK_ANSWER,
  N_TASKS
} Task;

static const struct
{
  const char *title;
  const char *accept;
  const char *label; /* of the edit */
} tasks[N_TASKS] = {
  [TASK_ASK] = { N_ ("Ask the Respondent"), N_ ("_Ask"), N_ ("Query") },
  [TASK_EDIT] = { N_ ("Edit the Query"), N_ ("_Save"), N_ ("Change of Query") },
  [TASK_ANSWER] = { N_ ("Answer of the Respondent"), N_ ("Close the _Query"), N_ ("Answer to Query") },
};

static Task
get_task (WmdQueryDialog *self)
{
  if (self->text == WMD_QUERY_ANSWER)
    return TASK_ANSWER;
  return wmd_body_lookup_query (wmd_part_get_body (self->part), wmd_query_get_id (self->query)) != NULL ? TASK_EDIT
                                                                                                        : TASK_ASK;
}

/* Without the space around it. (transfer full) */
static char *
dup_entered (WmdQueryDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
entered_cb (WmdQueryDialog *self)
{
  g_autofree char *entered = dup_entered (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "query.accept", entered[0] != '\0');
}

static void
accept_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdQueryDialog *self = WMD_QUERY_DIALOG (widget);
  g_autofree char *entered = dup_entered (self);
  g_autoptr (WmdQuery) query = wmd_query_with_text (self->query, self->text, entered);
  g_autoptr (WmdQuery) changed =
      self->text == WMD_QUERY_ANSWER ? wmd_query_with_closed (query, TRUE) : wmd_query_ref (query);
  g_autoptr (WmdBody) body = wmd_body_with_query (wmd_part_get_body (self->part), changed);

  if (wmd_session_replace_body (self->session, body, _ (tasks[get_task (self)].label), NULL))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* --- what it shows --- */

/* Sets what is in @language in its own face and direction. */
static void
dress (GtkWidget *widget, WmdLanguage language)
{
  if (language == WMD_LANGUAGE_NONE)
    return;
  gtk_widget_add_css_class (widget, wmd_language_get_code (language));
  gtk_widget_set_direction (widget, wmd_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
show_passage (WmdQueryDialog *self)
{
  const char *passage = wmd_query_get_text (self->query, WMD_QUERY_PASSAGE);
  const WmdLanguage language = wmd_query_get_language (self->query);
  /* Translators: a passage that is quoted. */
  g_autofree char *quoted = passage != NULL ? g_strdup_printf (_ ("“%s”"), passage) : NULL;

  if (quoted != NULL)
    {
      gtk_label_set_label (self->passage, quoted);
      dress (GTK_WIDGET (self->passage), language);
      return;
    }
  gtk_label_set_label (self->passage, wmd_query_get_text (self->query, WMD_QUERY_BLOCK) != NULL
                                          ? _ ("About the whole paragraph")
                                          : _ ("About the reply as a whole"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->passage), "running-text");
}

static void
show_query (WmdQueryDialog *self)
{
  const WmdBody *body = wmd_part_get_body (self->part);
  const WmdLanguage language = wmd_letter_get_language (body);
  const Task task = get_task (self);
  const char *value = wmd_query_get_text (self->query, self->text);
  /* Translators: %s is the language in which the respondent is written to. */
  g_autofree char *prompt =
      task == TASK_ANSWER ? g_strdup (_ ("Answer"))
                          : g_strdup_printf (_ ("Question, in %s"), wmd_name_of_language_in_a_sentence (language));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_window_set_title (GTK_WINDOW (self), _ (tasks[task].title));
  adw_window_title_set_title (self->title, _ (tasks[task].title));
  adw_window_title_set_subtitle (self->title, wmd_name_of_part (body, wmd_session_get_reference (self->session),
                                                                wmd_session_get_interface_language (self->session)));
  gtk_button_set_label (self->accept, _ (tasks[task].accept));
  show_passage (self);
  gtk_label_set_label (self->question, wmd_query_get_text (self->query, WMD_QUERY_QUESTION));
  gtk_widget_set_visible (GTK_WIDGET (self->question), task == TASK_ANSWER);
  dress (GTK_WIDGET (self->question), language);
  gtk_label_set_label (self->prompt, prompt);
  dress (GTK_WIDGET (self->view), language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_text_buffer_set_text (buffer, value != NULL ? value : "", -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  /* What was proposed is typed over. */
  if (task == TASK_ASK)
    gtk_text_buffer_select_range (buffer, &start, &end);
  entered_cb (self);
}

static void
wmd_query_dialog_dispose (GObject *object)
{
  WmdQueryDialog *self = WMD_QUERY_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->part);
  g_clear_pointer (&self->query, wmd_query_unref);
  G_OBJECT_CLASS (wmd_query_dialog_parent_class)->dispose (object);
}

static void
wmd_query_dialog_class_init (WmdQueryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_query_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "query.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "query.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "query.accept", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/query-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdQueryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryDialog, passage);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryDialog, question);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryDialog, prompt);
  gtk_widget_class_bind_template_child (widget_class, WmdQueryDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
wmd_query_dialog_init (WmdQueryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wmd_query_dialog_new (GtkWindow *parent, WmdSession *session, WmdPart *part, WmdQuery *query, WmdQueryText text)
{
  WmdQueryDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WMD_IS_SESSION (session) && WMD_IS_PART (part) && query != NULL, NULL);
  g_return_val_if_fail (text == WMD_QUERY_QUESTION || text == WMD_QUERY_ANSWER, NULL);

  self = g_object_new (WMD_TYPE_QUERY_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->part = g_object_ref (part);
  self->query = wmd_query_ref (query);
  self->text = text;
  show_query (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
  return GTK_WIDGET (self);
}

static WmdPart *
find_reply (WmdSession *session, const WmdFinding *finding)
{
  WmdPart *part =
      finding->part != NULL ? wmd_report_lookup_part (wmd_session_get_report (session), finding->part) : NULL;

  return part != NULL && wmd_body_get_kind (wmd_part_get_body (part)) == WMD_PART_REPLY ? part : NULL;
}

gboolean
wmd_query_dialog_can_ask (WmdSession *session, const WmdFinding *finding)
{
  const WmdRuleInfo *rule;

  g_return_val_if_fail (WMD_IS_SESSION (session) && finding != NULL, FALSE);

  rule = wmd_rules_lookup (finding->rule);
  return rule != NULL && g_strcmp0 (rule->family, "editions") != 0 && find_reply (session, finding) != NULL;
}

GtkWidget *
wmd_query_dialog_new_for_finding (GtkWindow *parent, WmdSession *session, const WmdFinding *finding)
{
  g_autoptr (WmdQuery) query = NULL;
  WmdPart *part;

  g_return_val_if_fail (WMD_IS_SESSION (session) && finding != NULL, NULL);

  part = find_reply (session, finding);
  g_return_val_if_fail (part != NULL, NULL);

  query = wmd_letter_propose_query (wmd_session_get_reference (session), wmd_part_get_body (part), finding);
  return wmd_query_dialog_new (parent, session, part, query, WMD_QUERY_QUESTION);
}
