/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/file-row.h"

struct _WmdFileRow
{
  AdwActionRow parent_instance;

  GFile *file;
  char *placeholder;

  GtkWidget *choose;
  GtkWidget *clear;
};

enum
{
  PROP_FILE = 1,
  PROP_PLACEHOLDER,
  PROP_CHOOSE_LABEL,
  PROP_CLEAR_LABEL,
  N_PROPS
};

enum
{
  CHOOSE,
  CLEAR,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmdFileRow, wmd_file_row, ADW_TYPE_ACTION_ROW)

/* The name, and where the file is for who asks. */
static void
update (WmdFileRow *self)
{
  g_autofree char *base = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  g_autofree char *place = self->file != NULL ? g_file_get_parse_name (self->file) : NULL;
  g_autofree char *subtitle = g_markup_escape_text (name != NULL ? name : self->placeholder, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), place);
  gtk_widget_set_visible (self->clear, self->file != NULL);
}

static void
set_label (GtkWidget *button, const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
choose_cb (WmdFileRow *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
clear_cb (WmdFileRow *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
wmd_file_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WmdFileRow *self = WMD_FILE_ROW (object);

  if (id == PROP_FILE)
    g_value_set_object (value, self->file);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wmd_file_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WmdFileRow *self = WMD_FILE_ROW (object);

  switch (id)
    {
    case PROP_FILE:
      wmd_file_row_set_file (self, g_value_get_object (value));
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      update (self);
      break;
    case PROP_CHOOSE_LABEL:
      set_label (self->choose, g_value_get_string (value));
      break;
    case PROP_CLEAR_LABEL:
      set_label (self->clear, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wmd_file_row_finalize (GObject *object)
{
  WmdFileRow *self = WMD_FILE_ROW (object);

  g_clear_object (&self->file);
  g_free (self->placeholder);
  G_OBJECT_CLASS (wmd_file_row_parent_class)->finalize (object);
}

static void
wmd_file_row_class_init (WmdFileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wmd_file_row_get_property;
  object_class->set_property = wmd_file_row_set_property;
  object_class->finalize = wmd_file_row_finalize;
  properties[PROP_FILE] =
      g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags | G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "", flags | G_PARAM_CONSTRUCT);
  properties[PROP_CHOOSE_LABEL] = g_param_spec_string ("choose-label", NULL, NULL, NULL, flags);
  properties[PROP_CLEAR_LABEL] = g_param_spec_string ("clear-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOOSE] =
      g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEAR] =
      g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/unoda/WmdReport/ui/file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WmdFileRow, choose);
  gtk_widget_class_bind_template_child (widget_class, WmdFileRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
wmd_file_row_init (WmdFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GFile *
wmd_file_row_get_file (WmdFileRow *self)
{
  g_return_val_if_fail (WMD_IS_FILE_ROW (self), NULL);

  return self->file;
}

void
wmd_file_row_set_file (WmdFileRow *self, GFile *file)
{
  g_return_if_fail (WMD_IS_FILE_ROW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (!g_set_object (&self->file, file))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}
