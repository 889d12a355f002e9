/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row makes its editor and the menu of its progress when it becomes the current one and drops them afterwards: the
 * other rows are labels, so a reply of many paragraphs opens at once.
 */

#include "config.h"

#include "ui/unit-row-private.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "model/unit-edits.h"
#include "ui/inline-markup.h"
#include "ui/names.h"
#include "ui/query-dialog.h"
#include "ui/reflow.h"
#include "ui/wrap-box.h"

/* Pixels. */
#define MARKS_WIDTH 76

G_DEFINE_FINAL_TYPE (WmdUnitRow, wmd_unit_row, GTK_TYPE_LIST_BOX_ROW)

WmdBody *
wmd_unit_row_get_body (WmdUnitRow *self)
{
  return wmd_part_get_body (self->part);
}

WmdBlock *
wmd_unit_row_get_block (WmdUnitRow *self, WmdLanguage language)
{
  WmdVariant *variant =
      language != WMD_LANGUAGE_NONE ? wmd_body_get_variant (wmd_unit_row_get_body (self), language) : NULL;

  return variant != NULL ? wmd_variant_lookup_block (variant, self->id, NULL) : NULL;
}

static gboolean
is_stale (WmdUnitRow *self)
{
  WmdBlock *unit = wmd_unit_row_get_block (self, self->target);

  return unit != NULL && wmd_translation_is_stale (wmd_unit_row_get_body (self), unit);
}

WmdProgress
wmd_unit_row_get_progress (WmdUnitRow *self)
{
  WmdBlock *unit = wmd_unit_row_get_block (self, self->target);

  return unit != NULL ? wmd_block_get_progress (unit) : WMD_PROGRESS_UNTRANSLATED;
}

/* --- from the report --- */

static void
show_text (GtkLabel *label, WmdBlock *block)
{
  g_autofree char *markup = block != NULL ? wmd_inline_to_pango (wmd_block_get_content (block)) : g_strdup ("");

  gtk_label_set_markup (label, markup);
}

static void
show_state (WmdUnitRow *self)
{
  WmdBlock *unit = wmd_unit_row_get_block (self, self->target);
  const gboolean stale = is_stale (self);
  const gboolean tentative = unit != NULL && wmd_block_get_tentative (unit);
  const WmdProgress progress = wmd_unit_row_get_progress (self);
  const char *word = stale ? _ ("Source changed") : tentative ? _ ("Tentative") : wmd_name_of_progress (progress);

  gtk_image_set_from_icon_name (self->icon, stale       ? "wmd-stale-symbolic"
                                            : tentative ? "dialog-question-symbolic"
                                                        : wmd_icon_of_progress (progress));
  gtk_label_set_label (self->state, word);
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "success");
  if (stale || tentative)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else if (progress == WMD_PROGRESS_APPROVED)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "success");
}

/* Of the unit, or of the source while it is not translated. */
static void
show_reused (WmdUnitRow *self)
{
  WmdBlock *unit = wmd_unit_row_get_block (self, self->target);
  WmdBlock *block = unit != NULL ? unit : wmd_unit_row_get_block (self, self->source);
  const char *origin = block != NULL ? wmd_block_get_reused (block) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->reused, origin != NULL);
  if (origin == NULL)
    return;
  /* Translators: %s is the symbol of an earlier report. */
  words = g_strdup_printf (_ ("Taken over from %s, not edited since"), origin);
  gtk_widget_set_tooltip_text (self->reused, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reused), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_change (WmdUnitRow *self)
{
  WmdBlock *unit = wmd_unit_row_get_block (self, self->target);
  WmdBlock *now = unit != NULL ? wmd_translation_lookup_source (wmd_unit_row_get_body (self), unit) : NULL;
  const gboolean stale = now != NULL && is_stale (self);
  g_autoptr (WmdInline) before = stale ? wmd_inline_parse (wmd_block_get_source (unit), NULL) : NULL;

  if (before != NULL)
    {
      g_autofree char *markup = wmd_diff_to_pango (wmd_inline_get_text (before), wmd_block_get_text (now));

      gtk_label_set_markup (self->change, markup);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->change), before != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->change_title), before != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->accept), stale);
}

static void
keep_block (WmdBlock **kept, WmdBlock *block)
{
  WmdBlock *old = *kept;

  *kept = block != NULL ? wmd_block_ref (block) : NULL;
  g_clear_pointer (&old, wmd_block_unref);
}

void
wmd_unit_row_show (WmdUnitRow *self)
{
  WmdBlock *source = wmd_unit_row_get_block (self, self->source);
  WmdBlock *unit = wmd_unit_row_get_block (self, self->target);

  keep_block (&self->shown_source, source);
  keep_block (&self->shown_unit, unit);
  self->updating = TRUE;
  show_text (self->source_label, source);
  show_text (self->target_label, unit);
  show_state (self);
  show_reused (self);
  show_change (self);
  gtk_widget_set_visible (self->ask, wmd_unit_row_can_ask (self));
  if (self->progress != NULL)
    {
      gtk_drop_down_set_selected (self->progress, wmd_unit_row_get_progress (self));
      gtk_widget_set_sensitive (GTK_WIDGET (self->progress), unit != NULL);
    }
  gtk_toggle_button_set_active (self->tentative, unit != NULL && wmd_block_get_tentative (unit));
  gtk_widget_set_sensitive (GTK_WIDGET (self->tentative), unit != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), unit != NULL);
  if (self->view != NULL)
    wmd_block_buffer_set_block (wmd_body_view_get_buffer (self->view), unit, self->id,
                                source != NULL ? wmd_block_get_kind (source) : WMD_BLOCK_PARAGRAPH, self->target);
  self->updating = FALSE;
}

void
wmd_unit_row_update (WmdUnitRow *self)
{
  g_return_if_fail (WMD_IS_UNIT_ROW (self));

  if (self->shown_source != wmd_unit_row_get_block (self, self->source) ||
      self->shown_unit != wmd_unit_row_get_block (self, self->target))
    wmd_unit_row_show (self);
}

/* --- to the report --- */

void
wmd_unit_row_replace (WmdUnitRow *self, WmdBody *body, const char *label, const char *key)
{
  g_autofree char *merge_key =
      key != NULL ? g_strdup_printf ("%s:%s:%d:%s", key, wmd_part_get_id (self->part), self->target, self->id) : NULL;

  if (body == wmd_unit_row_get_body (self) || !wmd_session_replace_body (self->session, body, label, merge_key))
    wmd_unit_row_show (self);
}

static void
tentative_cb (WmdUnitRow *self)
{
  g_autoptr (WmdBody) body = NULL;

  if (self->updating || self->part == NULL)
    return;
  body = wmd_unit_set_tentative (wmd_unit_row_get_body (self), self->target, self->id,
                                 gtk_toggle_button_get_active (self->tentative));
  wmd_unit_row_replace (self, body, _ ("Tentative Mark"), NULL);
}

static void
accept_cb (WmdUnitRow *self)
{
  g_autoptr (WmdBody) body =
      wmd_unit_accept_source (wmd_unit_row_get_body (self), self->target, self->source, self->id);

  wmd_unit_row_replace (self, body, _ ("Translation Still Right"), NULL);
}

void
wmd_unit_row_confirm (WmdUnitRow *self)
{
  g_autoptr (WmdBody) body = NULL;

  g_return_if_fail (WMD_IS_UNIT_ROW (self));

  body = wmd_unit_confirm (wmd_unit_row_get_body (self), self->target, self->source, self->id);
  wmd_unit_row_replace (self, body, _ ("Confirmation"), NULL);
}

/* --- asking the respondent --- */

/* The source is what the respondent wrote. */
gboolean
wmd_unit_row_can_ask (WmdUnitRow *self)
{
  g_return_val_if_fail (WMD_IS_UNIT_ROW (self), FALSE);

  return wmd_body_get_kind (wmd_unit_row_get_body (self)) == WMD_PART_REPLY &&
         wmd_body_get_original (wmd_unit_row_get_body (self)) == self->source &&
         wmd_unit_row_get_block (self, self->source) != NULL && !wmd_session_get_read_only (self->session);
}

void
wmd_unit_row_ask (WmdUnitRow *self)
{
  g_autofree char *id = NULL;
  g_autoptr (WmdQuery) query = NULL;
  g_autoptr (WmdQuery) placed = NULL;
  GtkWidget *dialog;

  g_return_if_fail (WMD_IS_UNIT_ROW (self));
  g_return_if_fail (wmd_unit_row_can_ask (self));

  id = wmd_body_dup_new_query_id (wmd_unit_row_get_body (self));
  query = wmd_query_new (id, self->source, "");
  placed = wmd_query_with_text (query, WMD_QUERY_BLOCK, self->id);
  dialog = wmd_query_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->part,
                                 placed, WMD_QUERY_QUESTION);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- how it is shown --- */

void
wmd_unit_row_set_current (WmdUnitRow *self, gboolean current)
{
  g_return_if_fail (WMD_IS_UNIT_ROW (self));

  if (current == (self->view != NULL))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->controls), current);
  gtk_widget_set_visible (GTK_WIDGET (self->target_box), current);
  gtk_widget_set_visible (GTK_WIDGET (self->target_label), !current);
  if (current)
    wmd_unit_row_open_editor (self);
  else
    wmd_unit_row_close_editor (self);
}

/* Where there is little room the marks stand above the texts, on a line. */
void
wmd_unit_row_set_narrow (WmdUnitRow *self, gboolean narrow)
{
  g_return_if_fail (WMD_IS_UNIT_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->marks),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->marks), narrow ? -1 : MARKS_WIDTH, -1);
}

static void
wmd_unit_row_dispose (GObject *object)
{
  WmdUnitRow *self = WMD_UNIT_ROW (object);

  g_clear_object (&self->part);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (wmd_unit_row_parent_class)->dispose (object);
}

static void
wmd_unit_row_finalize (GObject *object)
{
  WmdUnitRow *self = WMD_UNIT_ROW (object);

  g_clear_pointer (&self->shown_source, wmd_block_unref);
  g_clear_pointer (&self->shown_unit, wmd_block_unref);
  g_free (self->id);
  G_OBJECT_CLASS (wmd_unit_row_parent_class)->finalize (object);
}

static void
wmd_unit_row_class_init (WmdUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_unit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = wmd_unit_row_finalize;
  g_type_ensure (WMD_TYPE_REFLOW);
  g_type_ensure (WMD_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/unit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, state);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, columns);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, marks);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, reused);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, change_title);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, change);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, target_label);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, target_box);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, controls);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, tentative);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, accept);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, ask);
  gtk_widget_class_bind_template_child (widget_class, WmdUnitRow, confirm);
  gtk_widget_class_bind_template_callback (widget_class, tentative_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
wmd_unit_row_init (WmdUnitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A label reads as its language does, whatever the interface's. */
static void
set_label_language (GtkLabel *label, WmdLanguage language)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoAttrList *attributes;

  if (language == WMD_LANGUAGE_NONE)
    return;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (wmd_language_get_tag (language))));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_set_direction (widget, wmd_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (widget, wmd_language_get_code (language));
}

GtkWidget *
wmd_unit_row_new (WmdSession *session,
                  WmdPart *part,
                  WmdLanguage source,
                  WmdLanguage target,
                  const char *id,
                  guint number)
{
  WmdUnitRow *self;
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_val_if_fail (WMD_IS_SESSION (session), NULL);
  g_return_val_if_fail (WMD_IS_PART (part), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (WMD_TYPE_UNIT_ROW, NULL);
  self->session = g_object_ref (session);
  self->part = g_object_ref (part);
  self->source = source;
  self->target = target;
  self->id = g_strdup (id);
  self->number = number;
  gtk_label_set_label (self->number_label, text);
  set_label_language (self->source_label, source);
  set_label_language (self->change, source);
  set_label_language (self->target_label, target);
  wmd_unit_row_show (self);
  return GTK_WIDGET (self);
}

const char *
wmd_unit_row_get_id (WmdUnitRow *self)
{
  g_return_val_if_fail (WMD_IS_UNIT_ROW (self), NULL);

  return self->id;
}

gboolean
wmd_unit_row_is (WmdUnitRow *self, WmdUnitKind kind)
{
  WmdBlock *unit;

  g_return_val_if_fail (WMD_IS_UNIT_ROW (self), FALSE);

  unit = wmd_unit_row_get_block (self, self->target);
  switch (kind)
    {
    case WMD_UNIT_STALE:
      return is_stale (self);
    case WMD_UNIT_TENTATIVE:
      return unit != NULL && wmd_block_get_tentative (unit);
    case WMD_UNIT_UNREVISED:
      return wmd_unit_row_get_progress (self) == WMD_PROGRESS_TRANSLATED;
    case WMD_UNIT_OPEN:
    default:
      return wmd_unit_row_get_progress (self) < WMD_PROGRESS_TRANSLATED;
    }
}

WmdBodyView *
wmd_unit_row_get_view (WmdUnitRow *self)
{
  g_return_val_if_fail (WMD_IS_UNIT_ROW (self), NULL);

  return self->view;
}
