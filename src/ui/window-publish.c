/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What leaves the window as a document: export and print. */

#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"
#include "ui/export-dialog.h"

/* --- export --- */

/* (transfer full) */
static char *
dup_exported (const WmdExportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->files->len == 1)
    {
      g_autofree char *base = g_file_get_basename (g_ptr_array_index (result->files, 0));
      g_autofree char *name = g_filename_display_name (base);

      g_string_append_printf (text, _ ("Exported “%s”"), name);
    }
  else
    g_string_append_printf (text, ngettext ("Exported %u edition", "Exported %u editions", result->files->len),
                            result->files->len);
  if (result->n_missing > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text,
                              ngettext ("%u paragraph is not held in its language",
                                        "%u paragraphs are not held in their language", result->n_missing),
                              result->n_missing);
    }
  if (result->unknown->len > 0)
    {
      g_string_append (text, "; ");
      /* Translators: after “Exported …; ”. %s: characters that the pages show a replacement for. */
      g_string_append_printf (text, _ ("no font has: %s"), result->unknown->str);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_exported (WmdWindow *self, WmdExportResult *result)
{
  g_autofree char *sentence = dup_exported (result);
  AdwToast *toast = adw_toast_new (sentence);

  if (result->files->len > 0)
    {
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (result->files, 0));

      adw_toast_set_button_label (toast, _ ("_Open"));
      adw_toast_set_action_name (toast, "win.open-exported");
      adw_toast_set_action_target (toast, "s", uri);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
wmd_window_export (WmdWindow *self)
{
  GtkWidget *dialog =
      wmd_export_dialog_new (GTK_WINDOW (self), self->session, wmd_pages_view_get_language (self->pages_view));

  g_signal_connect_object (dialog, "exported", G_CALLBACK (show_exported), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdExportResult) exported = wmd_export_finish (result, &error);

  if (exported != NULL)
    show_exported (self, exported);
  else
    wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Export Report"), error->message);
}

void
wmd_window_export_to (WmdWindow *self, const char *code, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  const WmdFormat *format = wmd_formats_lookup_by_path (path);
  WmdLanguage language = wmd_language_from_code (code);
  WmdExportOptions options = { .format = format, .page = *wmd_session_get_page_options (self->session) };

  if (format == NULL || language == WMD_LANGUAGE_NONE)
    {
      wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Export Report"),
                              _ ("There is no such format or no such edition."));
      return;
    }
  options.languages = 1u << language;
  wmd_export_async (self->session, &options, file, NULL, NULL, exported_cb, g_object_ref (self));
}

void
wmd_window_open_exported (WmdWindow *self, const char *uri)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (uri, NULL, &error))
    wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Open Document"), error->message);
}

/* --- print --- */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, WmdPages *pages)
{
  wmd_pages_draw (pages, number + 1, gtk_print_context_get_cairo_context (context));
}

static void
unref_pages (gpointer pages, GClosure *closure)
{
  wmd_pages_unref (pages);
}

static GtkPageSetup *
make_page_setup (WmdPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double width, height;

  wmd_pages_get_size (pages, &width, &height);
  paper = gtk_paper_size_new (height > 800 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

void
wmd_window_print (WmdWindow *self)
{
  WmdLayout *layout = wmd_session_get_layout (self->session, wmd_pages_view_get_language (self->pages_view));
  WmdPages *pages = wmd_layout_get_pages (layout);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;

  if (wmd_layout_get_busy (layout))
    {
      /* What is printed is what was looked at. */
      g_object_set (self->views, "visible-child-name", "pages", NULL);
      wmd_window_show_toast (self, _ ("Look at the pages first, then print them."));
      return;
    }
  if (wmd_layout_get_error (layout) != NULL)
    {
      wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Print Report"), wmd_layout_get_error (layout));
      return;
    }
  operation = gtk_print_operation_new ();
  setup = make_page_setup (pages);
  gtk_print_operation_set_n_pages (operation, (int) wmd_pages_get_n_pages (pages));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, wmd_session_get_title (self->session));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), wmd_pages_ref (pages), unref_pages, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Print Report"), error->message);
}
