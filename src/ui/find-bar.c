/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looks anew whenever it is asked, since a report is searched in less than a frame: nothing is kept that an edit could
 * make wrong but the place from which to go on.
 */

#include "config.h"

#include "ui/find-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/search.h"
#include "ui/wrap-box.h"

struct _WmdFindBar
{
  WmdPane parent_instance;

  char *part; /* of the last match; NULL when there is none */
  char *block;
  WmdMatch last; /* whose ids are the two above */

  GtkRevealer *revealer;
  GtkEditable *words;
  GtkEditable *replacement;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (WmdFindBar, wmd_find_bar, WMD_TYPE_PANE)

static WmdSnapshot *
get_snapshot (WmdFindBar *self)
{
  return wmd_report_get_snapshot (wmd_session_get_report (wmd_pane_get_session (WMD_PANE (self))));
}

static WmdLanguage
get_language (WmdFindBar *self)
{
  return wmd_session_get_language (wmd_pane_get_session (WMD_PANE (self)));
}

static const WmdMatch *
get_match (const GArray *matches, guint index)
{
  return &g_array_index (matches, WmdMatch, index);
}

/* Where it stands in the text of its block: the bytes that show it, a footnote by its mark. */
static void
get_shown_bytes (const WmdMatch *match, guint *start, guint *end)
{
  *start = match->in_note ? match->note : match->start;
  *end = match->in_note ? match->note + strlen (WMD_INLINE_NOTE_MARK) : match->end;
}

/* In one block. */
static gboolean
is_before (const WmdMatch *a, const WmdMatch *b)
{
  guint a_start, b_start, end;

  get_shown_bytes (a, &a_start, &end);
  get_shown_bytes (b, &b_start, &end);
  return a_start != b_start ? a_start < b_start : a->start < b->start;
}

static GArray *
find (WmdFindBar *self)
{
  return wmd_search_find (get_snapshot (self), get_language (self), gtk_editable_get_text (self->words));
}

/* The match that is shown; its index, or G_MAXUINT when none is. */
static guint
find_shown (WmdFindBar *self, const GArray *matches)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = wmd_session_get_part (session);

  if (self->part == NULL || part == NULL || g_strcmp0 (wmd_part_get_id (part), self->part) != 0 ||
      g_strcmp0 (wmd_session_get_block (session), self->block) != 0)
    return G_MAXUINT;
  for (guint i = 0; i < matches->len; i++)
    {
      const WmdMatch *match = get_match (matches, i);

      if (match->start == self->last.start && match->end == self->last.end && match->in_note == self->last.in_note &&
          match->note == self->last.note && g_str_equal (match->part, self->part) &&
          g_str_equal (match->block, self->block))
        return i;
    }
  return G_MAXUINT;
}

static void
update (WmdFindBar *self)
{
  const gboolean writable = wmd_pane_get_session (WMD_PANE (self)) != NULL &&
                            !wmd_session_get_read_only (wmd_pane_get_session (WMD_PANE (self)));
  g_autoptr (GArray) matches = NULL;
  g_autofree char *words = NULL;
  guint shown;

  if (wmd_pane_get_session (WMD_PANE (self)) == NULL || !gtk_revealer_get_reveal_child (self->revealer))
    return;
  matches = find (self);
  shown = find_shown (self, matches);
  if (gtk_editable_get_text (self->words)[0] == '\0')
    words = g_strdup ("");
  else if (matches->len == 0)
    words = g_strdup (_ ("Not found"));
  else if (shown != G_MAXUINT)
    /* Translators: which of the places where words were found. */
    words = g_strdup_printf (_ ("%u of %u"), shown + 1, matches->len);
  else
    words = g_strdup_printf (ngettext ("%u place", "%u places", matches->len), matches->len);
  gtk_label_set_label (self->count, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", matches->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", matches->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace", matches->len > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", matches->len > 0 && writable);
}

static void
reveal (WmdFindBar *self)
{
  guint start, end;

  get_shown_bytes (&self->last, &start, &end);
  wmd_session_reveal (wmd_pane_get_session (WMD_PANE (self)), self->part, get_language (self), self->block, start, end);
}

/* Selects the match in its text. The keyboard stays in the bar when it is there: what is typed next is not to go in the
 * place of the match.
 */
static void
show (WmdFindBar *self, const WmdMatch *match)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  g_free (self->part);
  g_free (self->block);
  self->part = g_strdup (match->part);
  self->block = g_strdup (match->block);
  self->last = *match;
  self->last.part = self->part;
  self->last.block = self->block;
  reveal (self);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    {
      if (GTK_IS_TEXT (focus))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
      else
        gtk_widget_grab_focus (focus);
    }
  update (self);
}

/* Where to go on from: the last match where it is still shown, else the block that is. */
static WmdMatch
get_place (WmdFindBar *self)
{
  WmdSession *session = wmd_pane_get_session (WMD_PANE (self));
  WmdPart *part = wmd_session_get_part (session);
  const char *block = wmd_session_get_block (session);
  WmdMatch place = { 0 };

  if (self->block != NULL && g_strcmp0 (block, self->block) == 0)
    place = self->last;
  place.place = wmd_search_get_place (get_snapshot (self), get_language (self),
                                      part != NULL ? wmd_part_get_id (part) : NULL, block);
  return place;
}

void
wmd_find_bar_step (WmdFindBar *self, gboolean forward)
{
  g_autoptr (GArray) matches = NULL;
  WmdMatch place;
  guint shown, i;

  g_return_if_fail (WMD_IS_FIND_BAR (self));

  if (wmd_pane_get_session (WMD_PANE (self)) == NULL)
    return;
  matches = find (self);
  if (matches->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  shown = find_shown (self, matches);
  if (shown != G_MAXUINT)
    {
      show (self, get_match (matches, (shown + (forward ? 1 : matches->len - 1)) % matches->len));
      return;
    }
  place = get_place (self);
  for (i = 0; i < matches->len; i++)
    if (get_match (matches, i)->place > place.place ||
        (get_match (matches, i)->place == place.place && !is_before (get_match (matches, i), &place)))
      break;
  show (self, get_match (matches, (forward ? i : i + matches->len - 1) % matches->len));
}

static void
replace (WmdFindBar *self, const GArray *matches)
{
  g_autoptr (WmdEdit) edit = wmd_search_replace (get_snapshot (self), get_language (self), matches,
                                                 gtk_editable_get_text (self->replacement), _ ("Replacement"));

  if (!wmd_edit_is_empty (edit))
    wmd_session_apply (wmd_pane_get_session (WMD_PANE (self)), edit);
}

/* Replaces the match that is shown, and goes to the next; with none shown, only goes there. */
static void
replace_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdFindBar *self = WMD_FIND_BAR (widget);
  g_autoptr (GArray) matches = find (self);
  const guint shown = find_shown (self, matches);

  if (shown != G_MAXUINT)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (WmdMatch));

      g_array_append_vals (one, get_match (matches, shown), 1);
      replace (self, one);
      /* Not once more in what was just written. */
      self->last.start += strlen (gtk_editable_get_text (self->replacement));
      self->last.end = self->last.start;
    }
  wmd_find_bar_step (self, TRUE);
}

static void
replace_all_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdFindBar *self = WMD_FIND_BAR (widget);
  g_autoptr (GArray) matches = find (self);
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("Replaced in %u place", "Replaced in %u places", matches->len), matches->len);

  replace (self, matches);
  g_signal_emit_by_name (wmd_pane_get_session (WMD_PANE (self)), "message", sentence);
  update (self);
}

static void
step_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  wmd_find_bar_step (WMD_FIND_BAR (widget), g_str_equal (action, "find.next"));
}

static void
stop_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmdFindBar *self = WMD_FIND_BAR (widget);

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (wmd_pane_get_session (WMD_PANE (self)) != NULL && self->part != NULL)
    reveal (self);
}

static void
next_cb (WmdFindBar *self)
{
  wmd_find_bar_step (self, TRUE);
}

static void
previous_cb (WmdFindBar *self)
{
  wmd_find_bar_step (self, FALSE);
}

static void
replace_cb (WmdFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "find.replace", NULL);
}

static void
stop_cb (WmdFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "find.stop", NULL);
}

static void
wmd_find_bar_bind (WmdPane *pane, WmdSession *session)
{
  WmdFindBar *self = WMD_FIND_BAR (pane);

  g_signal_connect_object (session, "notify::language", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wmd_session_get_history (session), "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
wmd_find_bar_unbind (WmdPane *pane, WmdSession *session)
{
  WmdFindBar *self = WMD_FIND_BAR (pane);

  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->block, g_free);
}

static void
wmd_find_bar_finalize (GObject *object)
{
  WmdFindBar *self = WMD_FIND_BAR (object);

  g_free (self->part);
  g_free (self->block);
  G_OBJECT_CLASS (wmd_find_bar_parent_class)->finalize (object);
}

static void
wmd_find_bar_class_init (WmdFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wmd_find_bar_finalize;
  WMD_PANE_CLASS (klass)->bind = wmd_find_bar_bind;
  WMD_PANE_CLASS (klass)->unbind = wmd_find_bar_unbind;
  gtk_widget_class_install_action (widget_class, "find.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "find.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "find.replace-all", NULL, replace_all_action);
  gtk_widget_class_install_action (widget_class, "find.stop", NULL, stop_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.stop", NULL);
  g_type_ensure (WMD_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, WmdFindBar, words);
  gtk_widget_class_bind_template_child (widget_class, WmdFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, WmdFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
wmd_find_bar_init (WmdFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wmd_find_bar_start (WmdFindBar *self, gboolean replace)
{
  GtkWidget *entry;

  g_return_if_fail (WMD_IS_FIND_BAR (self));

  entry = GTK_WIDGET (replace && gtk_revealer_get_reveal_child (self->revealer) ? self->replacement : self->words);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  update (self);
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}
