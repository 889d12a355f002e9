/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One table says which facts there are, in which group and how each is entered. */

#include "config.h"

#include "ui/facts-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/date-row.h"
#include "ui/names.h"

typedef enum
{
  GROUP_DOCUMENT,
  GROUP_MANDATE,
  GROUP_DATES,
  N_GROUPS
} Group;

typedef enum
{
  ENTRY_TEXT,
  ENTRY_DATE,
  ENTRY_AGENDA,
} Entry;

static const struct
{
  WmdFact fact;
  Group group;
  Entry entry;
} rows[WMD_N_FACTS] = {
  { WMD_FACT_SYMBOL, GROUP_DOCUMENT, ENTRY_TEXT },      { WMD_FACT_SESSION, GROUP_DOCUMENT, ENTRY_TEXT },
  { WMD_FACT_AGENDA_ITEM, GROUP_DOCUMENT, ENTRY_TEXT }, { WMD_FACT_AGENDA, GROUP_DOCUMENT, ENTRY_AGENDA },
  { WMD_FACT_DATE, GROUP_DOCUMENT, ENTRY_DATE },        { WMD_FACT_JOB_NUMBER, GROUP_DOCUMENT, ENTRY_TEXT },
  { WMD_FACT_RESOLUTION, GROUP_MANDATE, ENTRY_TEXT },   { WMD_FACT_WEBSITE, GROUP_MANDATE, ENTRY_TEXT },
  { WMD_FACT_NOTE_VERBALE, GROUP_DATES, ENTRY_DATE },   { WMD_FACT_LETTERS, GROUP_DATES, ENTRY_DATE },
  { WMD_FACT_DEADLINE, GROUP_DATES, ENTRY_DATE },       { WMD_FACT_CUT_OFF, GROUP_DATES, ENTRY_DATE },
};

/* Choices of ENTRY_AGENDA; the first one is "not set". */
static const struct
{
  const char *value;
  const char *title;
} agendas[] = {
  { NULL, N_ ("Not Chosen") },
  { "provisional", N_ ("Provisional Agenda") },
  { "adopted", N_ ("Adopted Agenda") },
};

struct _WmdFactsForm
{
  WmdPane parent_instance;

  gboolean updating;
  AdwPreferencesGroup *groups[N_GROUPS];
  GtkWidget *rows[WMD_N_FACTS]; /* in the order of the table */
};

G_DEFINE_FINAL_TYPE (WmdFactsForm, wmd_facts_form, WMD_TYPE_PANE)

static void
show_agenda (AdwComboRow *row, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (agendas); i++)
    if (g_strcmp0 (agendas[i].value, value) == 0)
      adw_combo_row_set_selected (row, i);
}

static void
show_text (GtkEditable *row, const char *value)
{
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (g_strcmp0 (shown, value != NULL ? value : "") != 0)
    gtk_editable_set_text (row, value != NULL ? value : "");
}

static void
show_facts (WmdFactsForm *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const WmdFacts *facts = wmd_report_get_facts (wmd_session_get_report (session));

  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *value = wmd_facts_get (facts, rows[i].fact);

      if (rows[i].entry == ENTRY_DATE)
        wmd_date_row_set_value (WMD_DATE_ROW (self->rows[i]), wmd_session_get_reference (session),
                                wmd_session_get_interface_language (session), value);
      else if (rows[i].entry == ENTRY_AGENDA)
        show_agenda (ADW_COMBO_ROW (self->rows[i]), value);
      else
        show_text (GTK_EDITABLE (self->rows[i]), value);
    }
  self->updating = FALSE;
}

static void
replace_fact (WmdFactsForm *self, guint index, const char *value)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdFacts *old;
  g_autoptr (WmdFacts) facts = NULL;
  g_autofree char *label = NULL;

  if (self->updating || session == NULL)
    return;
  if (value != NULL && value[0] == '\0')
    value = NULL;
  old = wmd_report_get_facts (wmd_session_get_report (session));
  if (g_strcmp0 (wmd_facts_get (old, rows[index].fact), value) == 0)
    return;
  facts = wmd_facts_with (old, rows[index].fact, value);
  /* Translators: %s is the name of a field, such as Symbol; this is what Undo names. */
  label = g_strdup_printf (_ ("Change of “%s”"), wmd_name_of_fact (rows[index].fact));
  if (!wmd_session_replace_facts (session, facts, label, wmd_fact_get_id (rows[index].fact)))
    show_facts (self);
}

static guint
get_index (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
}

static void
text_cb (WmdFactsForm *self, GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  replace_fact (self, get_index (row), text);
}

static void
date_cb (WmdFactsForm *self, const char *iso, GtkWidget *row)
{
  replace_fact (self, get_index (row), iso);
}

static void
agenda_cb (WmdFactsForm *self, GParamSpec *pspec, GtkWidget *row)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (selected < G_N_ELEMENTS (agendas))
    replace_fact (self, get_index (row), agendas[selected].value);
}

static GtkWidget *
build_agenda_row (void)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (agendas); i++)
    gtk_string_list_append (titles, _ (agendas[i].title));
  return g_object_new (ADW_TYPE_COMBO_ROW, "model", titles, NULL);
}

static void
add_row (WmdFactsForm *self, guint index)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    [ENTRY_TEXT] = { "changed", G_CALLBACK (text_cb) },
    [ENTRY_DATE] = { "date-changed", G_CALLBACK (date_cb) },
    [ENTRY_AGENDA] = { "notify::selected", G_CALLBACK (agenda_cb) },
  };
  const Entry entry = rows[index].entry;
  const char *title = wmd_name_of_fact (rows[index].fact);
  GtkWidget *row = entry == ENTRY_DATE     ? wmd_date_row_new (title)
                   : entry == ENTRY_AGENDA ? build_agenda_row ()
                                           : adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, handlers[entry].signal, handlers[entry].callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups[rows[index].group], row);
  self->rows[index] = row;
}

static void
read_only_cb (WmdFactsForm *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), !wmd_session_get_read_only (wmd_pane_get_session (WMD_PANE (self))));
}

static void
wmd_facts_form_bind (WmdPane *pane, WmdSession *session)
{
  WmdFactsForm *self = WMD_FACTS_FORM (pane);

  g_signal_connect_object (wmd_session_get_report (session), "notify::facts", G_CALLBACK (show_facts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  read_only_cb (self);
  show_facts (self);
}

static void
wmd_facts_form_class_init (WmdFactsFormClass *klass)
{
  WMD_PANE_CLASS (klass)->bind = wmd_facts_form_bind;
}

static void
wmd_facts_form_init (WmdFactsForm *self)
{
  const char *titles[N_GROUPS] = { _ ("Document"), _ ("Mandate"), _ ("Dates") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->updating = TRUE;
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[i], titles[i]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->groups[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (self, i);
  self->updating = FALSE;
}
