/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Name, original language, progress in six languages, and a mark where something is wrong. Follows its part and the
 * findings, so the outline never rebuilds a row because of an edit; is used for another part when the list scrolls.
 */

#include "config.h"

#include "ui/outline-row.h"

#include <glib/gi18n-lib.h>

#include "compose/letter.h"
#include "ui/names.h"
#include "ui/progress-dots.h"
#include "ui/reuse.h"

struct _WmdOutlineRow
{
  GtkBox parent_instance;

  WmdSession *session; /* NULL while the row is not used */
  WmdPart *part;       /* NULL: the report's own data */
  guint n_findings;    /* as shown */
  WmdSeverity gravest;

  GtkLabel *name;
  GtkLabel *original;
  WmdProgressDots *dots;
  GtkImage *queries;
  GtkImage *mark;
  GtkImage *reused;
};

G_DEFINE_FINAL_TYPE (WmdOutlineRow, wmd_outline_row, GTK_TYPE_BOX)

/* In the language that is drafted in. */
static void
update_reused (WmdOutlineRow *self, const WmdBody *body)
{
  WmdReuse reuse;
  const gboolean reused = wmd_reuse_count (body, wmd_body_get_original (body), &reuse);
  g_autofree char *words = reused ? wmd_reuse_dup_sentence (&reuse) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->reused), reused);
  if (!reused)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reused), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reused), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Says that the respondent is being asked something. */
static void
update_queries (WmdOutlineRow *self, const WmdBody *body)
{
  const guint n = wmd_letter_count_queries (body);
  g_autofree char *words = g_strdup_printf (ngettext ("%u open query", "%u open queries", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->queries), n > 0);
  if (n == 0)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->queries), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->queries), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_body (WmdOutlineRow *self)
{
  WmdReference *reference = wmd_session_get_reference (self->session);
  const WmdBody *body;
  const char *original;

  if (self->part == NULL)
    {
      gtk_label_set_label (self->name, _ ("Report Data"));
      gtk_label_set_label (self->original, "");
      gtk_widget_set_visible (GTK_WIDGET (self->reused), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->queries), FALSE);
      return;
    }

  body = wmd_part_get_body (self->part);
  original = wmd_body_get_field (body, WMD_FIELD_ORIGINAL);
  gtk_label_set_label (self->name,
                       wmd_name_of_part (body, reference, wmd_session_get_interface_language (self->session)));
  gtk_label_set_label (self->original, original != NULL ? original : "");
  wmd_progress_dots_set_body (self->dots, body);
  update_reused (self, body);
  update_queries (self, body);
}

/* (transfer full) */
static char *
dup_findings (guint n)
{
  return g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);
}

/* Not a tooltip text, which asks the display server where the pointer is, for each of some hundred rows. */
static gboolean
query_mark_tooltip_cb (WmdOutlineRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = dup_findings (self->n_findings);

  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
update_mark (WmdOutlineRow *self)
{
  WmdFindingList *findings = wmd_session_get_findings (self->session);
  WmdSeverity gravest;
  guint n = wmd_finding_list_count (findings, self->part != NULL ? wmd_part_get_id (self->part) : NULL, &gravest);
  g_autofree char *words = NULL;

  if (n == self->n_findings && gravest == self->gravest)
    return;
  self->n_findings = n;
  self->gravest = gravest;
  gtk_widget_set_visible (GTK_WIDGET (self->mark), n > 0 && gravest > WMD_SEVERITY_NOTE);
  if (n == 0)
    return;

  words = dup_findings (n);
  gtk_image_set_from_icon_name (self->mark, wmd_icon_of_severity (gravest));
  gtk_widget_remove_css_class (GTK_WIDGET (self->mark), gravest == WMD_SEVERITY_ERROR ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), gravest == WMD_SEVERITY_ERROR ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
wmd_outline_row_dispose (GObject *object)
{
  wmd_outline_row_set_part (WMD_OUTLINE_ROW (object), NULL, NULL);
  G_OBJECT_CLASS (wmd_outline_row_parent_class)->dispose (object);
}

static void
wmd_outline_row_class_init (WmdOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wmd_outline_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdOutlineRow, name);
  gtk_widget_class_bind_template_child (widget_class, WmdOutlineRow, original);
  gtk_widget_class_bind_template_child (widget_class, WmdOutlineRow, dots);
  gtk_widget_class_bind_template_child (widget_class, WmdOutlineRow, queries);
  gtk_widget_class_bind_template_child (widget_class, WmdOutlineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, WmdOutlineRow, reused);
  gtk_widget_class_bind_template_callback (widget_class, query_mark_tooltip_cb);
}

static void
wmd_outline_row_init (WmdOutlineRow *self)
{
  g_type_ensure (WMD_TYPE_PROGRESS_DOTS);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wmd_outline_row_new (void)
{
  return g_object_new (WMD_TYPE_OUTLINE_ROW, NULL);
}

void
wmd_outline_row_set_part (WmdOutlineRow *self, WmdSession *session, WmdPart *part)
{
  g_return_if_fail (WMD_IS_OUTLINE_ROW (self));
  g_return_if_fail (session == NULL || WMD_IS_SESSION (session));
  g_return_if_fail (part == NULL || WMD_IS_PART (part));

  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, update_body, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (wmd_session_get_findings (self->session), update_mark, self);
  g_set_object (&self->part, part);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  /* The marks of all rows stand below one another. */
  gtk_widget_set_opacity (GTK_WIDGET (self->dots), part != NULL ? 1 : 0);
  if (part != NULL)
    g_signal_connect_object (part, "notify::body", G_CALLBACK (update_body), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wmd_session_get_findings (session), "changed", G_CALLBACK (update_mark), self,
                           G_CONNECT_SWAPPED);
  update_body (self);
  update_mark (self);
}
