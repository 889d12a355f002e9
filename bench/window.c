/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the main thread is away from its loop while somebody works in the window: a window that is held longer than
 * a frame feels slow. The real window is driven, with the report once, ten and fifty times its size.
 *
 *     build-aux/gui-env bench-window REPORT [COPIES [ACTION]]
 *
 * With COPIES only that size is measured; with ACTION only what has the word in its name, to be looked at with perf.
 *
 * What is compared with the goal is the time that the main thread computes between two polls, since the machine may be
 * busy with others; beside it stand how much of it went into drawing, which a graphics card would do, and the time by
 * the clock.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/store.h"
#include "support.h"
#include "ui/body-editor.h"
#include "ui/outline.h"
#include "ui/window.h"

#define FRAME_MS 16
#define QUIET_MS 250

typedef struct
{
  WmdReference *reference;
  WmdWindow *window;
  WmdSession *session; /* borrowed; NULL while no report is open */
  char *directory;
  char *report;
  guint round;   /* of the running action */
  gboolean done; /* what the action waits for */
} Bench;

/* --- the main loop --- */

/* Since the last poll, and the longest so far, in milliseconds. */
static struct
{
  double cpu_start, wall_start;
  double draw_start, drawn; /* the latter since the last poll */
  double cpu, drawing, wall;
} held;

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
get_wall_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

static double
get_process_ms (void)
{
  return clock () * 1e3 / CLOCKS_PER_SEC;
}

static void
laid_out_cb (void)
{
  held.draw_start = get_thread_ms ();
}

static void
painted_cb (void)
{
  held.drawn += get_thread_ms () - held.draw_start;
}

/* A frame is laid out and painted by GTK, whose handlers are connected before. */
static void
watch_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (laid_out_cb), NULL);
  g_signal_connect (clock, "layout", G_CALLBACK (laid_out_cb), NULL);
  g_signal_connect (clock, "paint", G_CALLBACK (painted_cb), NULL);
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  const double cpu = get_thread_ms () - held.cpu_start;
  int n;

  if (cpu > held.cpu)
    {
      held.cpu = cpu;
      held.drawing = held.drawn;
    }
  held.drawn = 0;
  held.wall = MAX (held.wall, get_wall_ms () - held.wall_start);
  n = g_poll (fds, n_fds, timeout);
  held.cpu_start = get_thread_ms ();
  held.wall_start = get_wall_ms ();
  return n;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Until everything that the action started has ended, in any thread: for a while the program does next to nothing. */
static void
settle (Bench *self)
{
  const guint tick = g_timeout_add (QUIET_MS / 10, tick_cb, NULL);
  double since = get_wall_ms (), used = get_process_ms ();

  while (!self->done || get_wall_ms () - since < QUIET_MS)
    {
      g_main_context_iteration (NULL, TRUE);
      if (get_process_ms () - used < QUIET_MS * 0.1)
        continue;
      since = get_wall_ms ();
      used = get_process_ms ();
    }
  g_source_remove (tick);
}

/* --- what is done in the window --- */

static void
activate (Bench *self, const char *action, const char *format, ...)
{
  GVariant *parameter = NULL;
  va_list args;

  va_start (args, format);
  if (format != NULL)
    parameter = g_variant_new_va (format, NULL, &args);
  va_end (args);
  if (!gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, parameter))
    g_error ("no action %s", action);
}

/* The first visible descendant of that type. */
static gpointer
find_widget (gpointer root, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
session_cb (Bench *self)
{
  self->session = wmd_window_get_session (self->window);
  self->done = TRUE;
}

static void
open_report (Bench *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->report);

  self->done = FALSE;
  wmd_window_load (self->window, file);
}

static void
close_report (Bench *self)
{
  wmd_session_discard_recovery (self->session);
  wmd_window_set_session (self->window, NULL);
}

/* Another one each time, from all of the list. */
static void
choose_reply (Bench *self)
{
  GListModel *replies = wmd_report_list_replies (wmd_session_get_report (self->session));
  const guint n = g_list_model_get_n_items (replies);
  g_autoptr (WmdPart) part = g_list_model_get_item (replies, (self->round * 7 + 3) % n);

  wmd_session_select (self->session, part, WMD_LANGUAGE_NONE);
}

static void
choose_next (Bench *self)
{
  wmd_session_step_part (self->session, 1);
}

static void
type_key (Bench *self)
{
  WmdBodyEditor *editor = find_widget (self->window, WMD_TYPE_BODY_EDITOR);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (wmd_body_view_get_buffer (wmd_body_editor_get_view (editor)));
  GtkTextIter iter;

  if (self->round == 0)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &iter, gtk_text_buffer_get_line_count (buffer) / 2);
      gtk_text_buffer_place_cursor (buffer, &iter);
    }
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "x", -1, TRUE);
}

static void
undo (Bench *self)
{
  activate (self, "win.undo", NULL);
}

static void
redo (Bench *self)
{
  activate (self, "win.redo", NULL);
}

static void
next_finding (Bench *self)
{
  activate (self, "win.step-finding", "i", 1);
}

static void
search (Bench *self)
{
  static const char *const needles[] = { "a", "ar", "arg", "ar", "" };
  WmdOutline *outline = find_widget (self->window, WMD_TYPE_OUTLINE);
  GtkEditable *entry = find_widget (outline, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entry, needles[self->round % G_N_ELEMENTS (needles)]);
}

static void
show_draft (Bench *self)
{
  activate (self, "win.view", "s", "draft");
}

static void
show_translate (Bench *self)
{
  activate (self, "win.view", "s", "translate");
}

static void
show_status (Bench *self)
{
  activate (self, "win.view", "s", "status");
}

static void
show_pages (Bench *self)
{
  activate (self, "win.view", "s", "pages");
}

static void
save (Bench *self)
{
  activate (self, "win.save", NULL);
}

static void
export_pdf (Bench *self)
{
  g_autofree char *path = g_build_filename (self->directory, "report.pdf", NULL);
  const WmdLanguage language = bench_find_language (wmd_report_get_snapshot (wmd_session_get_report (self->session)));

  activate (self, "win.export-to", "(ss)", wmd_language_get_code (language), path);
}

static const struct
{
  const char *name;
  void (*act) (Bench *self);
  guint n_rounds;
} actions[] = {
  { "open the report", open_report, 1 },
  { "choose a reply", choose_reply, 8 },
  { "choose the next reply", choose_next, 8 },
  { "type a key", type_key, 15 },
  { "undo", undo, 1 },
  { "redo", redo, 1 },
  { "go to the next finding", next_finding, 8 },
  { "search the outline", search, 5 },
  { "show Translate", show_translate, 1 },
  { "choose a reply to translate", choose_reply, 8 },
  { "show Status", show_status, 1 },
  { "show Pages", show_pages, 1 },
  { "show Draft", show_draft, 1 },
  { "show Status again", show_status, 1 },
  { "show Draft again", show_draft, 1 },
  { "export as PDF", export_pdf, 8 },
  { "save", save, 1 },
  { "close the report", close_report, 1 },
};

typedef struct
{
  Bench *bench;
  guint action;
} Call;

/* In the loop, as an event would be. */
static gboolean
act_cb (gpointer data)
{
  Call *call = data;

  call->bench->done = TRUE;
  actions[call->action].act (call->bench);
  return G_SOURCE_REMOVE;
}

static void
measure (Bench *self, guint action, guint n_copies)
{
  g_autofree char *name = g_strdup_printf ("%ux: %s", n_copies, actions[action].name);
  g_autofree double *times = g_new0 (double, actions[action].n_rounds);
  double wall = 0, longest = 0, drawing = 0;

  for (self->round = 0; self->round < actions[action].n_rounds; self->round++)
    {
      Call call = { self, action };

      self->done = FALSE;
      held.cpu = held.drawing = held.wall = 0;
      g_idle_add (act_cb, &call);
      settle (self);
      times[self->round] = held.cpu;
      if (held.cpu > longest)
        {
          longest = held.cpu;
          drawing = held.drawing;
        }
      wall = MAX (wall, held.wall);
    }
  bench_print (name, bench_median (times, actions[action].n_rounds), "ms", FRAME_MS);
  g_print ("%*s longest %.1f ms, of it drawing %.1f ms; by the clock %.1f ms\n", 12, "", longest, drawing, wall);
}

static void
measure_size (Bench *self, WmdSnapshot *report, guint n_copies, const char *wanted)
{
  g_autoptr (WmdSnapshot) larger = bench_repeat (report, n_copies);
  g_autoptr (GBytes) native = wmd_store_serialize (larger);

  if (!g_file_set_contents (self->report, g_bytes_get_data (native, NULL), (gssize) g_bytes_get_size (native), NULL))
    g_error ("cannot write %s", self->report);
  self->window = wmd_window_new (NULL, self->reference);
  self->session = NULL;
  self->done = TRUE;
  g_signal_connect_swapped (self->window, "notify::session", G_CALLBACK (session_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  watch_frames (GTK_WIDGET (self->window));
  settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (i < 2 || i + 1 == G_N_ELEMENTS (actions) || wanted == NULL || strstr (actions[i].name, wanted) != NULL)
      measure (self, i, n_copies);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1, 10, 50 };
  Bench bench = { NULL };
  g_autoptr (WmdSnapshot) report = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("usage: %s REPORT [COPIES [ACTION]]\n", argv[0]);
      return 2;
    }
  g_setenv (gtk_get_minor_version () < 16 ? "GDK_DEBUG" : "GDK_DISABLE",
            gtk_get_minor_version () < 16 ? "gl-disable" : "gl", FALSE);
  if (!gtk_init_check ())
    {
      g_print ("There is no display: run it with build-aux/gui-env.\n");
      return 77;
    }
  adw_init ();
  g_main_context_set_poll_func (NULL, poll_cb);
  bench.reference = wmd_reference_new (NULL);
  bench.directory = g_dir_make_tmp ("bench-window-XXXXXX", NULL);
  bench.report = g_build_filename (bench.directory, "report.wmdreport", NULL);
  report = bench_load (bench.reference, argv[1]);
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (sizes); i++)
    measure_size (&bench, report, sizes[i], NULL);
  if (argc > 2)
    measure_size (&bench, report, (guint) atoi (argv[2]), argc > 3 ? argv[3] : NULL);
  bench_remove (bench.directory);
  g_free (bench.report);
  g_free (bench.directory);
  wmd_reference_unref (bench.reference);
  return 0;
}
