/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The object between the model and the widgets of one window. Invariants: the selected part is one of the report's
 * (session-selection.c: an undone addition moves the selection), and every change goes through wmd_session_apply(), so
 * a report opened for reading only cannot change.
 */

#include "config.h"

#include "ui/session-private.h"

#include <glib/gi18n-lib.h>

#include "ui/query-item.h"

enum
{
  PROP_PART = 1,
  PROP_LANGUAGE,
  PROP_BLOCK,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_NOTICED,
  N_PROPS
};

enum
{
  REVEAL,
  MESSAGE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmdSession, wmd_session, G_TYPE_OBJECT)

static void
notify (WmdSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_titles (WmdSession *self)
{
  const char *symbol = wmd_facts_get (wmd_report_get_facts (self->report), WMD_FACT_SYMBOL);
  GFile *file = wmd_session_get_file (self);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_ ("Not saved yet"));
  g_autofree char *display = g_filename_display_name (name);

  if (symbol == NULL)
    symbol = _ ("Untitled Report");
  if (g_strcmp0 (self->title, symbol) != 0)
    {
      g_free (self->title);
      self->title = g_strdup (symbol);
      notify (self, PROP_TITLE);
    }
  if (g_strcmp0 (self->subtitle, display) != 0)
    {
      g_free (self->subtitle);
      self->subtitle = g_steal_pointer (&display);
      notify (self, PROP_SUBTITLE);
    }
}

/* The language in which most is held: what an imported report is in. */
static WmdLanguage
find_main_language (WmdReport *report)
{
  GListModel *replies = wmd_report_list_replies (report);
  guint counts[WMD_N_LANGUAGES] = { 0 };
  WmdLanguage best = WMD_LANGUAGE_EN;

  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      for (int language = 0; language < WMD_N_LANGUAGES; language++)
        counts[language] += wmd_body_get_variant (wmd_part_get_body (part), language) != NULL;
    }
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    if (counts[language] > counts[best])
      best = language;
  return best;
}

static void
report_changed_cb (WmdSession *self, WmdEdit *edit)
{
  update_titles (self);
  wmd_session_drop_pages (self);
  wmd_session_follow_report (self, edit);
}

static void
modified_cb (WmdSession *self)
{
  notify (self, PROP_MODIFIED);
}

static void
autosave_failed_cb (WmdSession *self, const char *message)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Unsaved changes cannot be kept safe: %s"), message);

  g_signal_emit (self, signals[MESSAGE], 0, sentence);
}

static void
wmd_session_finalize (GObject *object)
{
  WmdSession *self = WMD_SESSION (object);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    g_clear_object (&self->layouts[i]);
  wmd_session_drop_pages (self);
  wmd_page_options_clear (&self->page_options);
  g_clear_object (&self->emblem_choice);
  g_clear_object (&self->part);
  g_clear_object (&self->findings);
  g_clear_object (&self->queries);
  g_clear_object (&self->autosave);
  g_clear_object (&self->store);
  g_clear_object (&self->history);
  g_clear_object (&self->report);
  g_clear_pointer (&self->noticed, g_ptr_array_unref);
  g_free (self->block);
  g_free (self->read_only);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (wmd_session_parent_class)->finalize (object);
}

static void
wmd_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WmdSession *self = WMD_SESSION (object);

  switch (id)
    {
    case PROP_PART:
      g_value_set_object (value, self->part);
      break;
    case PROP_LANGUAGE:
      g_value_set_int (value, self->language);
      break;
    case PROP_BLOCK:
      g_value_set_string (value, self->block);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_FILE:
      g_value_set_object (value, wmd_session_get_file (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, wmd_history_get_modified (self->history));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, wmd_session_get_read_only (self));
      break;
    case PROP_NOTICED:
      g_value_set_boxed (value, self->noticed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wmd_session_class_init (WmdSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = wmd_session_finalize;
  object_class->get_property = wmd_session_get_property;

  properties[PROP_PART] = g_param_spec_object ("part", NULL, NULL, WMD_TYPE_PART, flags);
  properties[PROP_LANGUAGE] =
      g_param_spec_int ("language", NULL, NULL, WMD_LANGUAGE_NONE, WMD_N_LANGUAGES - 1, WMD_LANGUAGE_NONE, flags);
  properties[PROP_BLOCK] = g_param_spec_string ("block", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_NOTICED] = g_param_spec_boxed ("noticed", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wmd_session_init (WmdSession *self)
{
  self->language = WMD_LANGUAGE_NONE;
  self->index = G_MAXUINT;
}

WmdSession *
wmd_session_new (WmdReport *report, WmdStoreFile *file)
{
  WmdSession *self;

  g_return_val_if_fail (WMD_IS_REPORT (report), NULL);
  g_return_val_if_fail (file == NULL || WMD_IS_STORE_FILE (file), NULL);

  self = g_object_new (WMD_TYPE_SESSION, NULL);
  self->report = g_object_ref (report);
  self->language = find_main_language (report);
  self->history = wmd_history_new (report);
  self->findings = wmd_finding_list_new (report);
  self->queries = wmd_query_items_new (report);
  self->autosave = wmd_autosave_new (self->history);
  g_set_object (&self->store, file);
  wmd_autosave_set_origin (self->autosave, wmd_session_get_file (self));
  wmd_session_follow_emblem (self);
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (modified_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (autosave_failed_cb), self, G_CONNECT_SWAPPED);
  update_titles (self);
  return self;
}

WmdReport *
wmd_session_get_report (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->report;
}

WmdReference *
wmd_session_get_reference (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return wmd_report_get_reference (self->report);
}

WmdHistory *
wmd_session_get_history (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->history;
}

WmdFindingList *
wmd_session_get_findings (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->findings;
}

GListModel *
wmd_session_get_queries (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->queries;
}

GFile *
wmd_session_get_file (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->store != NULL ? wmd_store_file_get_file (self->store) : NULL;
}

gboolean
wmd_session_get_read_only (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), FALSE);

  return self->read_only != NULL;
}

const char *
wmd_session_get_read_only_reason (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->read_only;
}

void
wmd_session_set_read_only (WmdSession *self, const char *reason)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  if (g_strcmp0 (self->read_only, reason) == 0)
    return;
  g_free (self->read_only);
  self->read_only = g_strdup (reason);
  notify (self, PROP_READ_ONLY);
}

WmdStoreFile *
wmd_session_get_store_file (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->store;
}

const char *
wmd_session_get_title (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->title;
}

const char *
wmd_session_get_subtitle (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->subtitle;
}

WmdLanguage
wmd_session_get_interface_language (WmdSession *self)
{
  return wmd_language_of_messages ();
}

void
wmd_session_mark_unsaved (WmdSession *self)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  wmd_history_mark_unsaved (self->history);
  wmd_autosave_flush (self->autosave);
}

void
wmd_session_set_noticed (WmdSession *self, GPtrArray *noticed)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  g_clear_pointer (&self->noticed, g_ptr_array_unref);
  if (noticed != NULL)
    self->noticed = g_ptr_array_ref (noticed);
  notify (self, PROP_NOTICED);
}

GPtrArray *
wmd_session_get_noticed (WmdSession *self)
{
  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  return self->noticed;
}

char *
wmd_session_dup_file_name (WmdSession *self)
{
  const char *symbol;
  g_autofree char *stem = NULL;
  GFile *file;

  g_return_val_if_fail (WMD_IS_SESSION (self), NULL);

  file = wmd_session_get_file (self);
  if (file != NULL)
    return g_file_get_basename (file);
  symbol = wmd_facts_get (wmd_report_get_facts (self->report), WMD_FACT_SYMBOL);
  stem = g_strdup (symbol != NULL ? symbol : "report");
  return g_strconcat (g_strdelimit (stem, "/\\", '_'), WMD_STORE_EXTENSION, NULL);
}

void
wmd_session_discard_recovery (WmdSession *self)
{
  g_return_if_fail (WMD_IS_SESSION (self));

  wmd_autosave_discard (self->autosave);
}

void
wmd_session_set_store (WmdSession *self, WmdStoreFile *store)
{
  if (!g_set_object (&self->store, store))
    return;
  wmd_autosave_set_origin (self->autosave, wmd_session_get_file (self));
  update_titles (self);
  notify (self, PROP_FILE);
  wmd_session_set_read_only (self, NULL);
}

void
wmd_session_say (WmdSession *self, const char *sentence)
{
  g_signal_emit (self, signals[MESSAGE], 0, sentence);
}
