/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One file at a time: read, ask in which language it is where that is not known, ask what it is where the respondent
 * has a reply already, add. What cannot be read is told, and the next one is read.
 */

#include "config.h"

#include "ui/reply-adder.h"

#include <glib/gi18n-lib.h>

#include "exchange/reply-file.h"
#include "ui/dialogs.h"
#include "ui/names.h"

struct _WmdReplyAdder
{
  GObject parent_instance;

  GtkWindow *parent; /* weak; NULL when it is gone */
  WmdSession *session;
  GPtrArray *files; /* (element-type GFile) */
  guint next;       /* of them to read */
  GCancellable *cancellable;
  WmdReplyFile *file;  /* that was read; NULL */
  WmdPart *held;       /* the reply that the respondent of that has; NULL */
  GPtrArray *findings; /* (element-type WmdFinding) of all */
  guint n_added;
  gboolean reading;
  char *last; /* name of the respondent of the last; NULL when that is not known */
};

G_DEFINE_FINAL_TYPE (WmdReplyAdder, wmd_reply_adder, G_TYPE_OBJECT)

enum
{
  PROP_READING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint finished_signal;

static void read_next (WmdReplyAdder *self);

/* --- the end --- */

/* What was added, and that there is something to look at. (transfer full) (nullable) */
static char *
describe (WmdReplyAdder *self)
{
  const guint n = self->findings->len;
  g_autofree char *added = NULL;

  if (self->n_added == 0)
    return NULL;
  if (self->n_added > 1)
    added = g_strdup_printf (ngettext ("%u reply was added.", "%u replies were added.", self->n_added), self->n_added);
  else if (self->last != NULL)
    added = g_strdup_printf (_ ("The reply of %s was added; compare respondent, language and date."), self->last);
  else
    added = g_strdup (_ ("The reply was added; whose it is was not found."));
  if (n == 0)
    return g_steal_pointer (&added);
  /* Translators: %s is a sentence, that a reply was added. */
  return g_strdup_printf (
      ngettext ("%s %u thing was noticed, see the findings.", "%s %u things were noticed, see the findings.", n), added,
      n);
}

static void
finish (WmdReplyAdder *self)
{
  g_autofree char *sentence = describe (self);

  if (self->n_added > 0)
    wmd_session_set_noticed (self->session, self->findings);
  g_signal_emit (self, finished_signal, 0, sentence);
}

/* --- adding --- */

static void
apply (WmdReplyAdder *self, WmdBody *old, WmdBody *body)
{
  g_autoptr (WmdEdit) edit = wmd_edit_new (_ ("Addition of a Reply"));
  WmdReference *reference = wmd_session_get_reference (self->session);

  wmd_edit_replace_body (edit, old, body);
  if (wmd_session_apply (self->session, edit))
    {
      g_autoptr (GPtrArray) findings = wmd_reply_file_list_findings (self->file, body);
      const char *name = wmd_body_get_field (body, WMD_FIELD_RESPONDENT) != NULL
                             ? wmd_name_of_part (body, reference, wmd_session_get_interface_language (self->session))
                             : NULL;

      g_ptr_array_extend_and_steal (self->findings, g_steal_pointer (&findings));
      self->n_added++;
      g_free (self->last);
      self->last = g_strdup (name);
      wmd_session_reveal (self->session, wmd_body_get_id (body), self->file->language, NULL, 0, 0);
    }
}

static void
add_new (WmdReplyAdder *self)
{
  g_autofree char *id = wmd_report_dup_new_part_id (wmd_session_get_report (self->session));
  g_autoptr (WmdBody) body = wmd_reply_file_make_body (self->file, id);

  apply (self, NULL, body);
}

static void
add_to_held (WmdReplyAdder *self)
{
  WmdBody *old = wmd_part_get_body (self->held);
  g_autoptr (WmdBody) body = wmd_reply_file_add_to (self->file, old);

  apply (self, old, body);
}

/* --- what has to be asked --- */

/* The reply of the respondent of the file, one without its language first; NULL when there is none. */
static WmdPart *
find_held (WmdReplyAdder *self)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (self->session));
  const char *id = self->file->respondent != NULL ? wmd_respondent_get_id (self->file->respondent) : NULL;
  WmdPart *held = NULL;

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);
      WmdBody *body = wmd_part_get_body (part);

      if (g_strcmp0 (wmd_body_get_field (body, WMD_FIELD_RESPONDENT), id) != 0)
        continue;
      if (held == NULL || wmd_body_get_variant (body, self->file->language) == NULL)
        held = part;
    }
  return held;
}

static void
held_response_cb (const char *response, gpointer owner)
{
  WmdReplyAdder *self = owner;

  /* It may have changed while the question was there. */
  if (g_str_equal (response, "join") &&
      wmd_body_get_variant (wmd_part_get_body (self->held), self->file->language) == NULL)
    add_to_held (self);
  else if (!g_str_equal (response, "cancel"))
    add_new (self);
  read_next (self);
}

/* Is it another language of the reply that is there, or one of its own? */
static void
ask_what_it_is (WmdReplyAdder *self)
{
  const WmdResponse responses[] = {
    { "cancel", _ ("_Do Not Add"), WMD_RESPONSE_PLAIN },
    { "new", _ ("Add as _New Reply"), WMD_RESPONSE_PLAIN },
    { "join", _ ("Add as Its _Text"), WMD_RESPONSE_SUGGESTED },
  };
  WmdBody *body = wmd_part_get_body (self->held);
  const gboolean can_join = wmd_body_get_variant (body, self->file->language) == NULL;
  const char *language = wmd_name_of_language_in_a_sentence (self->file->language);
  g_autofree char *heading =
      /* Translators: %s is a respondent. */
      g_strdup_printf (_ ("%s Has a Reply Already"),
                       wmd_name_of_part (body, wmd_session_get_reference (self->session),
                                         wmd_session_get_interface_language (self->session)));
  /* Translators: a file name; a language. */
  g_autofree char *text = g_strdup_printf (
      can_join ? _ ("“%s” is in %s, in which that reply has no text. Add it as its text in this language, "
                    "or as a reply of its own?")
               : _ ("“%s” is in %s, in which that reply has a text. Add it as a reply of its own?"),
      self->file->name, language);

  wmd_dialogs_ask (self->parent, heading, text, responses, can_join ? 3 : 2, held_response_cb, self);
}

/* Adds the file that was read, now that its language is known. */
static void
add (WmdReplyAdder *self)
{
  g_clear_object (&self->held);
  self->held = find_held (self);
  if (self->held != NULL)
    {
      g_object_ref (self->held);
      ask_what_it_is (self);
      return;
    }
  add_new (self);
  read_next (self);
}

static void
language_response_cb (const char *response, gpointer owner)
{
  WmdReplyAdder *self = owner;

  self->file->language = wmd_language_from_code (response);
  if (self->file->language != WMD_LANGUAGE_NONE)
    add (self);
  else
    read_next (self);
}

static void
ask_for_language (WmdReplyAdder *self)
{
  WmdResponse responses[WMD_N_LANGUAGES + 1] = { { "cancel", _ ("_Do Not Add"), WMD_RESPONSE_PLAIN } };
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a file name. */
      _ ("The language of “%s” is not known, or none of the six. In the form it can be said which it is; here choose "
         "the "
         "edition that its text goes into."),
      self->file->name);

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    responses[language + 1] = (WmdResponse){ wmd_language_get_code (language), wmd_name_of_language (language) };
  wmd_dialogs_ask (self->parent, _ ("Which Language?"), text, responses, G_N_ELEMENTS (responses), language_response_cb,
                   self);
}

/* --- reading --- */

static void
set_reading (WmdReplyAdder *self, gboolean reading)
{
  if (self->reading == reading)
    return;
  self->reading = reading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WmdReplyAdder *self = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (data, cancellable, NULL, &error);
  g_autofree char *base = g_file_get_basename (data);
  g_autofree char *name = g_filename_display_name (base);
  WmdReplyFile *file = NULL;

  if (bytes != NULL)
    file = wmd_reply_file_read (wmd_session_get_reference (self->session), bytes, name, WMD_LANGUAGE_NONE, cancellable,
                                &error);
  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) wmd_reply_file_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_error (WmdReplyAdder *self, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is a file name. */
  g_autofree char *heading = g_strdup_printf (_ ("Cannot Add “%s”"), name);

  wmd_dialogs_show_error (self->parent, heading, error->message);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdReplyAdder *self = WMD_REPLY_ADDER (source);
  g_autoptr (GError) error = NULL;

  set_reading (self, FALSE);
  g_clear_pointer (&self->file, wmd_reply_file_free);
  self->file = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->file != NULL && self->file->language == WMD_LANGUAGE_NONE)
    ask_for_language (self);
  else if (self->file != NULL)
    add (self);
  else
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, g_task_get_task_data (G_TASK (result)), error);
      read_next (self);
    }
}

static void
read_next (WmdReplyAdder *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->next >= self->files->len || g_cancellable_is_cancelled (self->cancellable) || self->parent == NULL)
    {
      finish (self);
      return;
    }
  set_reading (self, TRUE);
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, read_next);
  g_task_set_task_data (task, g_object_ref (self->files->pdata[self->next++]), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/* --- object --- */

static void
wmd_reply_adder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READING)
    g_value_set_boolean (value, WMD_REPLY_ADDER (object)->reading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_reply_adder_finalize (GObject *object)
{
  WmdReplyAdder *self = WMD_REPLY_ADDER (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->held);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->file, wmd_reply_file_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->last);
  G_OBJECT_CLASS (wmd_reply_adder_parent_class)->finalize (object);
}

static void
wmd_reply_adder_class_init (WmdReplyAdderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = wmd_reply_adder_finalize;
  object_class->get_property = wmd_reply_adder_get_property;
  properties[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  finished_signal = g_signal_new ("finished", WMD_TYPE_REPLY_ADDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

static void
wmd_reply_adder_init (WmdReplyAdder *self)
{
  self->cancellable = g_cancellable_new ();
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);
}

WmdReplyAdder *
wmd_reply_adder_new (GtkWindow *parent, WmdSession *session, const GPtrArray *files)
{
  WmdReplyAdder *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);
  g_return_val_if_fail (files != NULL, NULL);

  self = g_object_new (WMD_TYPE_REPLY_ADDER, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (self->files, g_object_ref (files->pdata[i]));
  return self;
}

void
wmd_reply_adder_start (WmdReplyAdder *self)
{
  g_return_if_fail (WMD_IS_REPLY_ADDER (self));

  read_next (self);
}

void
wmd_reply_adder_cancel (WmdReplyAdder *self)
{
  g_return_if_fail (WMD_IS_REPLY_ADDER (self));

  g_cancellable_cancel (self->cancellable);
}
