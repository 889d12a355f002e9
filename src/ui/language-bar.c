/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Six linked toggles. What a toggle says beside its code (original, how much is translated) is in its tooltip and its
 * accessible name as well; a language of which nothing is held is dim.
 */

#include "config.h"

#include "ui/language-bar.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "ui/names.h"

/* On the button of the original language: a square, as among the dots of the outline. */
#define ORIGINAL_MARK " ▪"

struct _WmdLanguageBar
{
  WmdPane parent_instance;

  WmdPart *part;
  gboolean updating;
  GtkToggleButton *buttons[WMD_N_LANGUAGES];
};

G_DEFINE_FINAL_TYPE (WmdLanguageBar, wmd_language_bar, WMD_TYPE_PANE)

static char *
dup_description (const WmdBody *body, WmdLanguage language)
{
  const char *name = wmd_name_of_language (language);
  WmdTranslation translation;

  wmd_translation_measure (body, language, &translation);
  if (wmd_body_get_original (body) == language)
    return g_strdup_printf (
        wmd_body_get_variant (body, language) != NULL ? _ ("%s: original") : _ ("%s: original, not held"), name);
  if (translation.n_stale > 0)
    return g_strdup_printf (_ ("%s: %.0f%%, source changed since"), name, 100 * translation.share);
  return g_strdup_printf (_ ("%s: %.0f%%"), name, 100 * translation.share);
}

static void
show_button (WmdLanguageBar *self, const WmdBody *body, WmdLanguage language)
{
  GtkWidget *button = GTK_WIDGET (self->buttons[language]);
  const gboolean original = wmd_body_get_original (body) == language;
  const gboolean held = wmd_body_get_variant (body, language) != NULL;
  g_autofree char *description = dup_description (body, language);
  g_autofree char *label = original ? g_strconcat (wmd_language_get_code (language), ORIGINAL_MARK, NULL)
                                    : g_strdup (wmd_language_get_code (language));

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  if (held)
    gtk_widget_remove_css_class (button, "empty");
  else
    gtk_widget_add_css_class (button, "empty");
}

static void
show_body (WmdLanguageBar *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdLanguage language = wmd_session_get_language (session);

  if (self->part == NULL)
    return;
  self->updating = TRUE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    show_button (self, wmd_part_get_body (self->part), i);
  if (language != WMD_LANGUAGE_NONE)
    gtk_toggle_button_set_active (self->buttons[language], TRUE);
  self->updating = FALSE;
}

static void
set_part (WmdLanguageBar *self, WmdPart *part)
{
  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, show_body, self);
  g_set_object (&self->part, part);
  if (part != NULL)
    g_signal_connect_object (part, "notify::body", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
}

static void
selection_cb (WmdLanguageBar *self)
{
  set_part (self, wmd_session_get_part (wmd_pane_get_session (WMD_PANE (self))));
  show_body (self);
}

static void
toggled_cb (WmdLanguageBar *self, GtkToggleButton *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    if (self->buttons[i] == button)
      wmd_session_set_language (wmd_pane_get_session (WMD_PANE (self)), i);
}

static void
wmd_language_bar_bind (WmdPane *pane, WmdSession *session)
{
  WmdLanguageBar *self = WMD_LANGUAGE_BAR (pane);

  g_signal_connect_object (session, "notify::part", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (show_body), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

static void
wmd_language_bar_unbind (WmdPane *pane, WmdSession *session)
{
  set_part (WMD_LANGUAGE_BAR (pane), NULL);
}

static void
wmd_language_bar_class_init (WmdLanguageBarClass *klass)
{
  WMD_PANE_CLASS (klass)->bind = wmd_language_bar_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_language_bar_unbind;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wmd_language_bar_init (WmdLanguageBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "languages");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (wmd_language_get_code (i));

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language of the text"), -1);
}
