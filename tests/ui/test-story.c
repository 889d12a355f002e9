/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The main job over a real window, as someone does it who sees only the accessibility tree: open a report, date a
 * reply after the deadline, read the finding, undo, date it again, save, open the file once more. Told of the sample
 * and of an issued report; and once the application is killed instead of saving.
 */

#include <atspi/atspi.h>
#include <signal.h>
#include <sys/wait.h>

#include "support/support.h"

#define TIMEOUT_SECONDS 30
#define MAX_DEPTH 60

/* After the deadline of both reports. */
#define LATE_TYPED "9 June 2023"
#define LATE_ISO "2023-06-09"
#define LATE_MARK "after the deadline of"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

typedef struct
{
  char *folder; /* of this test alone */
  char *path;   /* of the report */
  GPid pid;     /* of the application; 0 when it does not run */
  AtspiAccessible *app;
} Story;

/* --- the accessibility tree --- */

static void
spin (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
  while (g_get_monotonic_time () < end);
}

static gboolean
has_name (AtspiAccessible *object, const char *name)
{
  g_autofree char *own = atspi_accessible_get_name (object, NULL);

  return own != NULL && strstr (own, name) != NULL;
}

static gboolean
is_shown (AtspiAccessible *object)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (object);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_VISIBLE);
}

typedef gboolean (*Predicate) (AtspiAccessible *object);

static gboolean
is_entry (AtspiAccessible *object)
{
  g_autoptr (AtspiEditableText) text = atspi_accessible_get_editable_text_iface (object);

  return text != NULL;
}

static gboolean
is_clickable (AtspiAccessible *object)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (object);

  return action != NULL && atspi_action_get_n_actions (action, NULL) > 0;
}

/* The first object below @root with that in its name; @predicate may be NULL. (transfer full) */
static AtspiAccessible *
find (AtspiAccessible *root, const char *name, Predicate predicate, guint depth)
{
  const int n = atspi_accessible_get_child_count (root, NULL);

  if (depth > MAX_DEPTH)
    return NULL;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible *found;

      if (child == NULL || !is_shown (child))
        continue;
      if (has_name (child, name) && (predicate == NULL || predicate (child)))
        return g_steal_pointer (&child);
      found = find (child, name, predicate, depth + 1);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Waits until there is such an object, or (not @there) none any more. */
static AtspiAccessible *
wait_for (Story *story, const char *name, Predicate predicate, gboolean there)
{
  const gint64 end = g_get_monotonic_time () + TIMEOUT_SECONDS * G_TIME_SPAN_SECOND;

  do
    {
      AtspiAccessible *found;

      atspi_accessible_clear_cache (story->app);
      found = find (story->app, name, predicate, 0);
      if ((found != NULL) == there)
        return found;
      g_clear_object (&found);
      spin (100);
    }
  while (g_get_monotonic_time () < end);
  g_error ("“%s” %s", name, there ? "was not found" : "is still there");
}

static void
click (Story *story, const char *name)
{
  g_autoptr (AtspiAccessible) button = wait_for (story, name, is_clickable, TRUE);
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (button);
  g_autoptr (GError) error = NULL;

  g_assert_true (atspi_action_do_action (action, 0, &error));
  g_assert_no_error (error);
}

static char *
read_entry (Story *story, const char *name)
{
  g_autoptr (AtspiAccessible) entry = wait_for (story, name, is_entry, TRUE);
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (entry);

  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}

static void
write_entry (Story *story, const char *name, const char *value)
{
  g_autoptr (AtspiAccessible) entry = wait_for (story, name, is_entry, TRUE);
  g_autoptr (AtspiEditableText) text = atspi_accessible_get_editable_text_iface (entry);
  g_autoptr (GError) error = NULL;

  g_assert_true (atspi_editable_text_set_text_contents (text, value, &error));
  g_assert_no_error (error);
}

/* --- the application --- */

static void
run (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  va_list args;

  va_start (args, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, &errors, NULL, &error);
  g_assert_no_error (error);
}

static AtspiAccessible *
find_application (GPid pid)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  const int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) app = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (app != NULL && atspi_accessible_get_process_id (app, NULL) == (guint) pid &&
          atspi_accessible_get_child_count (app, NULL) > 0)
        return g_steal_pointer (&app);
    }
  return NULL;
}

static void
start (Story *story)
{
  char *argv[] = { (char *) g_getenv ("WMD_REPORT"), story->path, NULL };
  const gint64 end = g_get_monotonic_time () + TIMEOUT_SECONDS * G_TIME_SPAN_SECOND;
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;

  /* Ended while a thread is at work, the application leaves what that thread holds; to the leak sanitizer, where the
   * tests are built with it, that is a leak. Errors of memory are still found.
   */
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_spawn_async (NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &story->pid, &error);
  g_assert_no_error (error);
  while (story->app == NULL && g_get_monotonic_time () < end)
    {
      spin (50);
      story->app = find_application (story->pid);
    }
  g_assert_nonnull (story->app);
}

/* Ends the application as its window does, and checks that it came to no harm. */
static void
stop (Story *story)
{
  int status;

  if (story->pid == 0)
    return;
  run ("xdotool", "key", "ctrl+q", NULL);
  g_assert_cmpint (waitpid (story->pid, &status, 0), ==, story->pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_spawn_close_pid (story->pid);
  story->pid = 0;
  g_clear_object (&story->app);
}

/* --- the story --- */

/* The first reply of the outline: after the report's data, the summary and the introduction. */
static void
go_to_first_reply (Story *story)
{
  g_autoptr (AtspiAccessible) outline = wait_for (story, "Outline of the report", NULL, TRUE);

  for (guint i = 0; i < 3; i++)
    {
      run ("xdotool", "key", "alt+Down", NULL);
      spin (200);
    }
}

static void
assert_file_holds (Story *story, const char *text, gboolean holds)
{
  g_autofree char *contents = test_read_file (story->path, NULL);

  g_assert_true ((strstr (contents, text) != NULL) == holds);
}

static gboolean
file_holds (Story *story, const char *text)
{
  g_autofree char *contents = test_read_file (story->path, NULL);

  return strstr (contents, text) != NULL;
}

static void
save (Story *story)
{
  run ("xdotool", "key", "ctrl+s", NULL);
  for (guint i = 0; i < 10 * TIMEOUT_SECONDS && !file_holds (story, LATE_ISO); i++)
    spin (100);
  assert_file_holds (story, LATE_ISO, TRUE);
}

static void
tell (Story *story)
{
  g_autofree char *before = NULL, *after = NULL;

  start (story);
  go_to_first_reply (story);
  before = read_entry (story, "Date of the Reply");
  g_assert_cmpstr (before, !=, "");
  g_assert_cmpstr (before, !=, LATE_TYPED);
  /* Findings of other replies are folded away. */
  g_assert_null (wait_for (story, LATE_MARK, NULL, FALSE));

  write_entry (story, "Date of the Reply", LATE_TYPED);
  g_object_unref (wait_for (story, LATE_MARK, NULL, TRUE));

  click (story, "Undo");
  g_assert_null (wait_for (story, LATE_MARK, NULL, FALSE));
  after = read_entry (story, "Date of the Reply");
  g_assert_cmpstr (after, ==, before);

  write_entry (story, "Date of the Reply", LATE_TYPED);
  g_object_unref (wait_for (story, LATE_MARK, NULL, TRUE));
  assert_file_holds (story, LATE_ISO, FALSE);
  save (story);
  stop (story);
}

static void
read_again (Story *story)
{
  g_autofree char *kept = NULL;

  start (story);
  go_to_first_reply (story);
  kept = read_entry (story, "Date of the Reply");
  g_assert_cmpstr (kept, ==, LATE_TYPED);
  g_object_unref (wait_for (story, LATE_MARK, NULL, TRUE));
  stop (story);
}

static void
story_init (Story *story)
{
  g_autoptr (GError) error = NULL;

  *story = (Story){ 0 };
  story->folder = g_dir_make_tmp ("wmd-report-XXXXXX", &error);
  g_assert_no_error (error);
  story->path = g_build_filename (story->folder, "story.wmdreport", NULL);
}

static void
story_clear (Story *story)
{
  run ("rm", "-r", story->folder, NULL);
  g_free (story->folder);
  g_free (story->path);
}

/* Ends the application as a crash does. */
static void
kill_application (Story *story)
{
  g_assert_cmpint (kill (story->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (story->pid, NULL, 0), ==, story->pid);
  g_spawn_close_pid (story->pid);
  story->pid = 0;
  g_clear_object (&story->app);
}

static gboolean
holds_recovery_copy (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "wmd-report", "recovery", NULL);
  g_autoptr (GDir) copies = g_dir_open (folder, 0, NULL);

  return copies != NULL && g_dir_read_name (copies) != NULL;
}

/* What was entered and not saved when the application was killed is offered when the report is opened again, and is
 * there when it is taken.
 */
static void
test_crash (void)
{
  g_autofree char *sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  g_autofree char *kept = NULL;
  Story story;

  story_init (&story);
  run ("cp", sample, story.path, NULL);
  start (&story);
  go_to_first_reply (&story);
  write_entry (&story, "Date of the Reply", LATE_TYPED);
  for (guint i = 0; i < 10 * TIMEOUT_SECONDS && !holds_recovery_copy (); i++)
    spin (100);
  g_assert_true (holds_recovery_copy ());
  kill_application (&story);
  assert_file_holds (&story, LATE_ISO, FALSE);

  start (&story);
  g_object_unref (wait_for (&story, "Recover Changes?", NULL, TRUE));
  run ("xdotool", "key", "alt+r", NULL);
  g_assert_null (wait_for (&story, "Recover Changes?", NULL, FALSE));
  go_to_first_reply (&story);
  kept = read_entry (&story, "Date of the Reply");
  g_assert_cmpstr (kept, ==, LATE_TYPED);
  assert_file_holds (&story, LATE_ISO, FALSE);
  save (&story);
  stop (&story);
  g_assert_false (holds_recovery_copy ());
  story_clear (&story);
}

static void
test_sample (void)
{
  g_autofree char *sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  Story story;

  story_init (&story);
  run ("cp", sample, story.path, NULL);
  tell (&story);
  read_again (&story);
  story_clear (&story);
}

static void
test_issued_report (void)
{
  g_autofree char *text = test_material_path ("real", "report-2023-zh.txt", NULL);
  Story story;

  if (text == NULL)
    return;
  story_init (&story);
  run (g_getenv ("WMD_REPORT_TOOL"), "import", text, "-o", story.path, NULL);
  tell (&story);
  read_again (&story);
  story_clear (&story);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The library of the accessibility tree warns while it starts. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  if (g_getenv ("DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP no display\n");
      return 77;
    }
  atspi_init ();
  g_test_add_func ("/story/sample", test_sample);
  g_test_add_func ("/story/crash", test_crash);
  g_test_add_func ("/story/issued-report", test_issued_report);
  return g_test_run ();
}
