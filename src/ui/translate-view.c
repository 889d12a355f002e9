/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* While the view is shown the session's language is pinned to the one that is translated into. */

#include "config.h"

#include "ui/translate-view.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "ui/desk.h"
#include "ui/format-bar.h"
#include "ui/inline-markup.h"
#include "ui/names.h"
#include "ui/settings.h"
#include "ui/wrap-box.h"

struct _WmdTranslateView
{
  WmdPane parent_instance;

  GSettings *settings; /* NULL where the schema is not installed */
  WmdLanguage target;
  gboolean updating;

  GtkDropDown *language;
  GtkLabel *title;
  GtkLabel *left;
  GtkDropDown *kind;
  WmdFormatBar *format;
  GtkStack *stack; /* "desk", "nothing" */
  WmdDesk *desk;
  GtkLabel *nothing;
  GtkDropDown *reference;
  GtkLabel *reference_text;
};

G_DEFINE_FINAL_TYPE (WmdTranslateView, wmd_translate_view, WMD_TYPE_PANE)

static const struct
{
  WmdUnitKind kind;
  const char *title;
} kinds[] = {
  { WMD_UNIT_OPEN, N_ ("To Translate") },
  { WMD_UNIT_STALE, N_ ("Source Changed") },
  { WMD_UNIT_TENTATIVE, N_ ("Tentative") },
  { WMD_UNIT_UNREVISED, N_ ("To Revise") },
};

/* --- what is shown --- */

/* Why there is nothing to do here. (transfer full) */
static char *
dup_nothing (WmdTranslateView *self, WmdPart *part)
{
  const char *name = wmd_name_of_language_in_a_sentence (self->target);
  const WmdBody *body;

  if (part == NULL)
    return g_strdup (_ ("Choose a reply or a frame text to translate."));
  body = wmd_part_get_body (part);
  if (wmd_body_get_original (body) == self->target)
    /* Translators: %s is a language. */
    return g_strdup_printf (_ ("The original of this text is in %s."), name);
  if (wmd_body_get_variant (body, self->target) != NULL)
    return g_strdup_printf (_ ("The text in %s is held without the text it was translated from. It can be changed in "
                               "the Draft view."),
                            name);
  return g_strdup (_ ("There is no text to translate from yet."));
}

static void
update_left (WmdTranslateView *self)
{
  WmdPart *part = wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self)));
  WmdTranslation translation;
  guint n_open, n_words, n_units;
  g_autofree char *units = NULL, *words = NULL;
  g_autoptr (GString) text = NULL;

  wmd_desk_count (self->desk, &n_open, &n_words, &n_units);
  if (n_units == 0 || part == NULL)
    {
      gtk_label_set_label (self->left, "");
      return;
    }
  /* Translators: paragraphs that are not translated, of all paragraphs of a reply. */
  units = g_strdup_printf (ngettext ("%u of %u paragraph left", "%u of %u paragraphs left", n_units), n_open, n_units);
  words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  text = g_string_new (NULL);
  if (n_open > 0)
    g_string_append_printf (text, "%s, %s", units, words);
  else
    g_string_append (text, _ ("All translated"));
  wmd_translation_measure (wmd_part_get_body (part), self->target, &translation);
  if (translation.n_stale > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (
          text,
          ngettext ("%u paragraph whose source changed", "%u paragraphs whose source changed", translation.n_stale),
          translation.n_stale);
    }
  gtk_label_set_label (self->left, text->str);
}

static void
update_reference (WmdTranslateView *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const guint selected = gtk_drop_down_get_selected (self->reference);
  WmdPart *part = session != NULL ? wmd_session_get_part (session) : NULL;
  const char *id = session != NULL ? wmd_session_get_block (session) : NULL;
  WmdVariant *variant = part != NULL && selected < WMD_N_LANGUAGES
                            ? wmd_body_get_variant (wmd_part_get_body (part), (WmdLanguage) selected)
                            : NULL;
  WmdBlock *block = variant != NULL && id != NULL ? wmd_variant_lookup_block (variant, id, NULL) : NULL;
  g_autofree char *markup = block != NULL ? wmd_inline_to_pango (wmd_block_get_content (block)) : NULL;

  if (selected < WMD_N_LANGUAGES)
    gtk_widget_set_direction (GTK_WIDGET (self->reference_text),
                              wmd_language_is_rtl ((WmdLanguage) selected) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_markup (self->reference_text, markup != NULL ? markup : "—");
}

static void
update (WmdTranslateView *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = session != NULL ? wmd_session_get_part (session) : NULL;
  const gboolean needed = part != NULL && wmd_desk_is_needed (wmd_part_get_body (part), self->target);
  g_autofree char *nothing = NULL;

  if (session == NULL)
    return;
  gtk_label_set_label (self->title,
                       part == NULL ? ""
                                    : wmd_name_of_part (wmd_part_get_body (part), wmd_session_get_reference (session),
                                                        wmd_session_get_interface_language (session)));
  gtk_stack_set_visible_child_name (self->stack, needed ? "desk" : "nothing");
  if (!needed)
    {
      nothing = dup_nothing (self, part);
      gtk_label_set_label (self->nothing, nothing);
    }
  wmd_format_bar_set_view (self->format, wmd_desk_get_view (self->desk));
  update_left (self);
  update_reference (self);
}

/* --- languages --- */

static void
pin_language (WmdTranslateView *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  const gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (self));

  if (session == NULL)
    return;
  wmd_session_set_pinned (session, shown);
  if (shown)
    wmd_session_set_language (session, self->target);
  update (self);
}

static void
set_target (WmdTranslateView *self, WmdLanguage target)
{
  self->target = target;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->language, target);
  self->updating = FALSE;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "translation-language", wmd_language_get_code (target));
  pin_language (self);
}

static void
language_cb (WmdTranslateView *self)
{
  if (!self->updating && gtk_drop_down_get_selected (self->language) < WMD_N_LANGUAGES)
    set_target (self, (WmdLanguage) gtk_drop_down_get_selected (self->language));
}

/* Something else chose another language, as a finding that was gone to. */
static void
session_language_cb (WmdTranslateView *self)
{
  WmdLanguage language = wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self)));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && language != WMD_LANGUAGE_NONE && language != self->target)
    set_target (self, language);
}

/* --- going about --- */

static gboolean
part_has (WmdPart *part, WmdLanguage target, WmdUnitKind kind)
{
  const WmdBody *body = wmd_part_get_body (part);
  WmdTranslation translation;

  if (!wmd_desk_is_needed (body, target))
    return FALSE;
  wmd_translation_measure (body, target, &translation);
  switch (kind)
    {
    case WMD_UNIT_STALE:
      return translation.n_stale > 0;
    case WMD_UNIT_TENTATIVE:
      return translation.n_tentative > 0;
    case WMD_UNIT_UNREVISED:
      return translation.n_unrevised > 0;
    case WMD_UNIT_OPEN:
    default:
      return translation.n_units > 0 && translation.progress < WMD_PROGRESS_TRANSLATED;
    }
}

/* (element-type WmdPart) all parts with text, in the order of the outline. */
static GPtrArray *
list_parts (WmdReport *report)
{
  GListModel *replies = wmd_report_list_replies (report);
  GPtrArray *parts = g_ptr_array_new ();

  g_ptr_array_add (parts, wmd_report_get_summary (report));
  g_ptr_array_add (parts, wmd_report_get_introduction (report));
  for (guint i = 0; i < g_list_model_get_n_items (replies); i++)
    {
      g_autoptr (WmdPart) part = g_list_model_get_item (replies, i);

      g_ptr_array_add (parts, part);
    }
  return parts;
}

void
wmd_translate_view_next (WmdTranslateView *self)
{
  WmdSession *session;
  WmdUnitKind kind;
  g_autoptr (GPtrArray) parts = NULL;
  guint from = 0;

  g_return_if_fail (WMD_IS_TRANSLATE_VIEW (self));

  session = wmd_pane_get_session (WMD_PANE (self));
  if (session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  kind = kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)].kind;
  if (wmd_desk_go_to_next (self->desk, kind))
    return;
  parts = list_parts (wmd_session_get_report (session));
  if (!g_ptr_array_find (parts, wmd_session_get_part (session), &from))
    from = parts->len - 1;
  for (guint i = 1; i < parts->len + 1; i++)
    {
      WmdPart *part = g_ptr_array_index (parts, (from + i) % parts->len);

      if (part == wmd_session_get_part (session) || !part_has (part, self->target, kind))
        continue;
      wmd_session_select (session, part, self->target);
      wmd_desk_go_to_next (self->desk, kind);
      return;
    }
  g_signal_emit_by_name (session, "message", _ ("There is nothing more of this kind."));
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  wmd_translate_view_next (WMD_TRANSLATE_VIEW (widget));
}

/* --- the pane --- */

static void
wmd_translate_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_translate_view_parent_class)->map (widget);
  pin_language (WMD_TRANSLATE_VIEW (widget));
}

static void
wmd_translate_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wmd_translate_view_parent_class)->unmap (widget);
  pin_language (WMD_TRANSLATE_VIEW (widget));
}

static void
wmd_translate_view_bind (WmdPane *pane, WmdSession *session)
{
  WmdTranslateView *self = WMD_TRANSLATE_VIEW (pane);

  g_signal_connect_object (session, "notify::part", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::block", G_CALLBACK (update_reference), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (session_language_cb), self, G_CONNECT_SWAPPED);
  pin_language (self);
}

static void
wmd_translate_view_dispose (GObject *object)
{
  g_clear_object (&WMD_TRANSLATE_VIEW (object)->settings);
  G_OBJECT_CLASS (wmd_translate_view_parent_class)->dispose (object);
}

static void
wmd_translate_view_class_init (WmdTranslateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_translate_view_dispose;
  WMD_PANE_CLASS (klass)->bind = wmd_translate_view_bind;
  widget_class->map = wmd_translate_view_map;
  widget_class->unmap = wmd_translate_view_unmap;
  g_type_ensure (WMD_TYPE_DESK);
  g_type_ensure (WMD_TYPE_FORMAT_BAR);
  gtk_widget_class_install_action (widget_class, "translate.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "translate.next",
                                       NULL);
  g_type_ensure (WMD_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/translate-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, language);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, title);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, left);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, kind);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, format);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, stack);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, desk);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, nothing);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, reference);
  gtk_widget_class_bind_template_child (widget_class, WmdTranslateView, reference_text);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, update_reference);
}

static void
wmd_translate_view_init (WmdTranslateView *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *code = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    gtk_string_list_append (languages, wmd_name_of_language (language));
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (languages));
  gtk_drop_down_set_model (self->reference, G_LIST_MODEL (languages));
  gtk_drop_down_set_selected (self->reference, WMD_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (titles, _ (kinds[i].title));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
  self->updating = FALSE;

  self->settings = wmd_settings_new ();
  if (self->settings != NULL)
    code = g_settings_get_string (self->settings, "translation-language");
  self->target = wmd_language_from_code (code);
  set_target (self, self->target != WMD_LANGUAGE_NONE ? self->target : WMD_LANGUAGE_FR);
}
