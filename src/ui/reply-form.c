/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of one reply. The controls follow the body of the part and change it; while they are being set from it
 * (updating) what they say is not an edit.
 */

#include "config.h"

#include "ui/reply-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/date-row.h"
#include "ui/names.h"
#include "ui/respondent-picker.h"

struct _WmdReplyForm
{
  WmdPane parent_instance;

  WmdPart *part; /* NULL unless a reply is selected */
  gboolean updating;

  AdwActionRow *respondent;
  GtkLabel *respondent_name;
  GtkMenuButton *respondent_button;
  WmdRespondentPicker *picker;
  AdwExpanderRow *own_names;
  AdwComboRow *section;
  AdwComboRow *original;
  WmdDateRow *date;
  AdwEntryRow *address;
  AdwEntryRow *notes;
  AdwEntryRow *names[WMD_N_LANGUAGES]; /* rows of @own_names */
};

G_DEFINE_FINAL_TYPE (WmdReplyForm, wmd_reply_form, WMD_TYPE_PANE)

/* The combo begins with "not chosen"; after the six comes a language that is not one of them, where one is recorded. */
#define ORIGINAL_FIRST 1
#define ORIGINAL_OTHER (ORIGINAL_FIRST + WMD_N_LANGUAGES)

/* --- from the report --- */

static void
show_text (AdwEntryRow *row, const char *value)
{
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  /* A space at the end of what is being typed is not recorded, nor taken away while typing goes on. */
  if (g_strcmp0 (shown, value != NULL ? value : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
}

static void
show_original (WmdReplyForm *self, const WmdBody *body)
{
  const char *code = wmd_body_get_field (body, WMD_FIELD_ORIGINAL);
  WmdLanguage language = wmd_language_from_code (code);
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->original));
  const char *others[] = { code, NULL };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));
  const gboolean other = code != NULL && language == WMD_LANGUAGE_NONE;

  gtk_string_list_splice (names, ORIGINAL_OTHER, n - ORIGINAL_OTHER, other ? others : NULL);
  if (code == NULL)
    adw_combo_row_set_selected (self->original, 0);
  else
    adw_combo_row_set_selected (self->original, other ? ORIGINAL_OTHER : ORIGINAL_FIRST + (guint) language);
}

static void
show_respondent (WmdReplyForm *self, const WmdBody *body)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdReference *reference = wmd_session_get_reference (session);
  WmdLanguage language = wmd_session_get_interface_language (session);
  const gboolean unknown = wmd_body_get_respondent (body, reference) == NULL;

  gtk_label_set_label (self->respondent_name, wmd_name_of_part (body, reference, language));
  gtk_widget_set_visible (GTK_WIDGET (self->own_names), unknown);
  adw_combo_row_set_selected (self->section, wmd_body_get_section (body, reference));
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    show_text (self->names[i], wmd_body_get_own_name (body, i));
}

static void
show_body (WmdReplyForm *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const WmdBody *body;

  if (self->part == NULL)
    return;
  body = wmd_part_get_body (self->part);
  self->updating = TRUE;
  show_respondent (self, body);
  show_original (self, body);
  wmd_date_row_set_value (self->date, wmd_session_get_reference (session), wmd_session_get_interface_language (session),
                          wmd_body_get_field (body, WMD_FIELD_DATE));
  show_text (self->address, wmd_body_get_field (body, WMD_FIELD_ADDRESS));
  show_text (self->notes, wmd_body_get_field (body, WMD_FIELD_NOTES));
  self->updating = FALSE;
}

static void
set_part (WmdReplyForm *self, WmdPart *part)
{
  if (part != NULL && wmd_body_get_kind (wmd_part_get_body (part)) != WMD_PART_REPLY)
    part = NULL;
  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, show_body, self);
  g_set_object (&self->part, part);
  gtk_widget_set_visible (GTK_WIDGET (self), part != NULL);
  if (part == NULL)
    return;
  g_signal_connect_object (part, "notify::body", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
  show_body (self);
}

static void
selection_cb (WmdReplyForm *self)
{
  set_part (self, wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self))));
}

/* --- to the report --- */

static void
replace_body (WmdReplyForm *self, WmdBody *body, const char *label, const char *key)
{
  g_autofree char *merge_key = key != NULL ? g_strdup_printf ("%s:%s", key, wmd_part_get_id (self->part)) : NULL;

  if (!wmd_session_replace_body (wmd_pane_get_session (WMD_PANE (self)), body, label, merge_key))
    show_body (self);
}

static void
replace_field (WmdReplyForm *self, WmdField field, const char *value, const char *label)
{
  WmdBody *old = self->part != NULL ? wmd_part_get_body (self->part) : NULL;
  g_autoptr (WmdBody) body = NULL;

  if (value != NULL && value[0] == '\0')
    value = NULL;
  if (self->updating || old == NULL || g_strcmp0 (wmd_body_get_field (old, field), value) == 0)
    return;
  body = wmd_body_with_field (old, field, value);
  replace_body (self, body, label, wmd_field_get_id (field));
}

static void
replace_field_text (WmdReplyForm *self, WmdField field, AdwEntryRow *row, const char *label)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  replace_field (self, field, text, label);
}

static void
address_cb (WmdReplyForm *self)
{
  replace_field_text (self, WMD_FIELD_ADDRESS, self->address, _ ("Change of Address"));
}

static void
notes_cb (WmdReplyForm *self)
{
  replace_field_text (self, WMD_FIELD_NOTES, self->notes, _ ("Change of Notes"));
}

static void
date_cb (WmdReplyForm *self, const char *iso)
{
  replace_field (self, WMD_FIELD_DATE, iso, _ ("Change of Date"));
}

/* Text that was entered before anyone said in which language it is, is in the language that is said now. */
static WmdBody *
move_only_variant (WmdBody *body, WmdLanguage language)
{
  WmdVariant *only = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (WmdVariant) moved = NULL;
  g_autoptr (WmdBody) without = NULL;

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, i);

      if (variant != NULL && only != NULL)
        return wmd_body_ref (body);
      only = variant != NULL ? variant : only;
    }
  if (only == NULL || wmd_variant_get_language (only) == language)
    return wmd_body_ref (body);

  for (guint i = 0; i < wmd_variant_get_n_blocks (only); i++)
    g_ptr_array_add (blocks, wmd_variant_get_block (only, i));
  moved = wmd_variant_new (language, blocks);
  without = wmd_body_with_variant (body, wmd_variant_get_language (only), NULL);
  return wmd_body_with_variant (without, language, moved);
}

static void
original_cb (WmdReplyForm *self)
{
  WmdBody *old = self->part != NULL ? wmd_part_get_body (self->part) : NULL;
  const guint selected = adw_combo_row_get_selected (self->original);
  g_autoptr (WmdBody) body = NULL;
  WmdLanguage language;

  if (self->updating || old == NULL || selected >= ORIGINAL_OTHER)
    return;
  if (selected == 0)
    {
      replace_field (self, WMD_FIELD_ORIGINAL, NULL, _ ("Change of Original Language"));
      return;
    }
  language = (WmdLanguage) (selected - ORIGINAL_FIRST);
  if (wmd_body_get_original (old) == language)
    return;
  body = wmd_body_with_field (old, WMD_FIELD_ORIGINAL, wmd_language_get_code (language));
  if (wmd_body_get_field (old, WMD_FIELD_ORIGINAL) == NULL)
    {
      g_autoptr (WmdBody) moved = move_only_variant (body, language);

      wmd_body_unref (g_steal_pointer (&body));
      body = g_steal_pointer (&moved);
    }
  replace_body (self, body, _ ("Change of Original Language"), NULL);
  wmd_session_set_language (wmd_pane_get_session (WMD_PANE (self)), language);
}

/* A respondent of the registry needs no names and no section of its own. */
static void
chosen_cb (WmdReplyForm *self, const char *id)
{
  WmdBody *old = self->part != NULL ? wmd_part_get_body (self->part) : NULL;
  g_autoptr (WmdBody) body = NULL;

  if (old == NULL || g_strcmp0 (wmd_body_get_field (old, WMD_FIELD_RESPONDENT), id) == 0)
    return;
  body = wmd_body_with_field (old, WMD_FIELD_RESPONDENT, id);
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autoptr (WmdBody) named = g_steal_pointer (&body);

      body = wmd_body_with_own_name (named, i, NULL);
    }
  replace_body (self, body, _ ("Choice of Respondent"), NULL);
}

static void
named_cb (WmdReplyForm *self, const char *name)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  g_autoptr (WmdBody) without = NULL;
  g_autoptr (WmdBody) body = NULL;

  if (self->part == NULL || name[0] == '\0')
    return;
  without = wmd_body_with_field (wmd_part_get_body (self->part), WMD_FIELD_RESPONDENT, NULL);
  body = wmd_body_with_own_name (without, wmd_session_get_interface_language (session), name);
  replace_body (self, body, _ ("Choice of Respondent"), NULL);
}

static void
own_name_cb (WmdReplyForm *self, AdwEntryRow *row)
{
  WmdLanguage language = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "language"));
  WmdBody *old = self->part != NULL ? wmd_part_get_body (self->part) : NULL;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  const char *name = text[0] != '\0' ? text : NULL;
  g_autoptr (WmdBody) body = NULL;
  g_autofree char *key = NULL;

  if (self->updating || old == NULL || g_strcmp0 (wmd_body_get_own_name (old, language), name) == 0)
    return;
  body = wmd_body_with_own_name (old, language, name);
  key = g_strdup_printf ("name-%s", wmd_language_get_code (language));
  replace_body (self, body, _ ("Change of Name"), key);
}

static void
section_cb (WmdReplyForm *self)
{
  WmdReference *reference;
  const guint selected = adw_combo_row_get_selected (self->section);

  if (self->updating || self->part == NULL || selected >= WMD_N_SECTIONS)
    return;
  reference = wmd_session_get_reference (wmd_pane_get_session (WMD_PANE (self)));
  if (wmd_body_get_section (wmd_part_get_body (self->part), reference) != selected)
    replace_field (self, WMD_FIELD_SECTION, wmd_section_get_id (selected), _ ("Change of Section"));
}

static void
respondent_activated_cb (WmdReplyForm *self)
{
  gtk_menu_button_popup (self->respondent_button);
}

/* --- the pane --- */

static void
read_only_cb (WmdReplyForm *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), !wmd_session_get_read_only (wmd_pane_get_session (WMD_PANE (self))));
}

/* A new reply is begun with its respondent. */
static void
reveal_cb (WmdReplyForm *self, const char *block)
{
  if (block == NULL && self->part != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->respondent));
}

static void
wmd_reply_form_bind (WmdPane *pane, WmdSession *session)
{
  WmdReplyForm *self = WMD_REPLY_FORM (pane);

  wmd_respondent_picker_set_reference (self->picker, wmd_session_get_reference (session),
                                       wmd_session_get_interface_language (session));
  g_signal_connect_object (session, "notify::part", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  read_only_cb (self);
  selection_cb (self);
}

static void
wmd_reply_form_unbind (WmdPane *pane, WmdSession *session)
{
  set_part (WMD_REPLY_FORM (pane), NULL);
}

static void
wmd_reply_form_class_init (WmdReplyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WMD_PANE_CLASS (klass)->bind = wmd_reply_form_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_reply_form_unbind;
  g_type_ensure (WMD_TYPE_DATE_ROW);
  g_type_ensure (WMD_TYPE_RESPONDENT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/reply-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, respondent);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, respondent_name);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, respondent_button);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, picker);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, own_names);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, section);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, original);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, date);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, address);
  gtk_widget_class_bind_template_child (widget_class, WmdReplyForm, notes);
  gtk_widget_class_bind_template_callback (widget_class, respondent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, original_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_cb);
}

static void
add_own_names (WmdReplyForm *self)
{
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), wmd_name_of_language (language));
      g_object_set_data (G_OBJECT (row), "language", GINT_TO_POINTER (language));
      g_signal_connect_object (row, "changed", G_CALLBACK (own_name_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->own_names, row);
      self->names[language] = ADW_ENTRY_ROW (row);
    }
}

static void
wmd_reply_form_init (WmdReplyForm *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sections = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  gtk_string_list_append (languages, _ ("Not Chosen"));
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    gtk_string_list_append (languages, wmd_name_of_language (language));
  adw_combo_row_set_model (self->original, G_LIST_MODEL (languages));
  for (int section = 0; section < WMD_N_SECTIONS; section++)
    gtk_string_list_append (sections, wmd_name_of_section (section));
  adw_combo_row_set_model (self->section, G_LIST_MODEL (sections));
  add_own_names (self);
  self->updating = FALSE;
}
