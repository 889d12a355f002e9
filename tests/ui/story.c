/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/story.h"

#include <signal.h>
#include <sys/wait.h>

#include "support/support.h"

#define MAX_DEPTH 60

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

/* --- the accessibility tree --- */

void
story_spin (guint milliseconds)
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

gboolean
story_is_entry (AtspiAccessible *object)
{
  g_autoptr (AtspiEditableText) text = atspi_accessible_get_editable_text_iface (object);

  return text != NULL;
}

gboolean
story_is_clickable (AtspiAccessible *object)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (object);

  return action != NULL && atspi_action_get_n_actions (action, NULL) > 0;
}

/* The first object below @root with that in its name; @predicate may be NULL. (transfer full) */
static AtspiAccessible *
find (AtspiAccessible *root, const char *name, StoryPredicate predicate, guint depth)
{
  const int n = atspi_accessible_get_child_count (root, NULL);

  if (depth > MAX_DEPTH)
    return NULL;
  for (int i = 0; i < n; i++)
    {
      /* What just came up is in the newest window. */
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, depth == 0 ? n - 1 - i : i, NULL);
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

AtspiAccessible *
story_wait_for (Story *story, const char *name, StoryPredicate predicate, gboolean there)
{
  const gint64 end = g_get_monotonic_time () + STORY_TIMEOUT_SECONDS * G_TIME_SPAN_SECOND;

  do
    {
      AtspiAccessible *found;

      atspi_accessible_clear_cache (story->app);
      found = find (story->app, name, predicate, 0);
      if ((found != NULL) == there)
        return found;
      g_clear_object (&found);
      story_spin (100);
    }
  while (g_get_monotonic_time () < end);
  g_error ("“%s” %s", name, there ? "was not found" : "is still there");
}

void
story_click (Story *story, const char *name)
{
  g_autoptr (AtspiAccessible) button = story_wait_for (story, name, story_is_clickable, TRUE);
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (button);
  g_autoptr (GError) error = NULL;

  g_assert_true (atspi_action_do_action (action, 0, &error));
  g_assert_no_error (error);
}

char *
story_read (Story *story, const char *name)
{
  g_autoptr (AtspiAccessible) entry = story_wait_for (story, name, story_is_entry, TRUE);
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (entry);

  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}

void
story_write (Story *story, const char *name, const char *value)
{
  g_autoptr (AtspiAccessible) entry = story_wait_for (story, name, story_is_entry, TRUE);
  g_autoptr (AtspiEditableText) text = atspi_accessible_get_editable_text_iface (entry);
  g_autoptr (GError) error = NULL;

  g_assert_true (atspi_editable_text_set_text_contents (text, value, &error));
  g_assert_no_error (error);
}

/* --- the application --- */

void
story_run (const char *first, ...)
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

void
story_start (Story *story, char *path)
{
  char *argv[] = { (char *) g_getenv ("WMD_REPORT"), path, NULL };
  const gint64 end = g_get_monotonic_time () + STORY_TIMEOUT_SECONDS * G_TIME_SPAN_SECOND;
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
      story_spin (50);
      story->app = find_application (story->pid);
    }
  g_assert_nonnull (story->app);
}

void
story_stop (Story *story)
{
  int status;

  if (story->pid == 0)
    return;
  story_run ("xdotool", "key", "ctrl+q", NULL);
  g_assert_cmpint (waitpid (story->pid, &status, 0), ==, story->pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_spawn_close_pid (story->pid);
  story->pid = 0;
  g_clear_object (&story->app);
}

void
story_init (Story *story)
{
  g_autoptr (GError) error = NULL;

  *story = (Story){ 0 };
  story->folder = g_dir_make_tmp ("wmd-report-XXXXXX", &error);
  g_assert_no_error (error);
  story->path = g_build_filename (story->folder, "story.wmdreport", NULL);
}

void
story_clear (Story *story)
{
  story_run ("rm", "-r", story->folder, NULL);
  g_free (story->folder);
  g_free (story->path);
}

void
story_kill (Story *story)
{
  g_assert_cmpint (kill (story->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (story->pid, NULL, 0), ==, story->pid);
  g_spawn_close_pid (story->pid);
  story->pid = 0;
  g_clear_object (&story->app);
}

gboolean
story_file_holds (Story *story, const char *text)
{
  g_autofree char *contents = NULL;

  return g_file_get_contents (story->path, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}

void
story_wait_until_file_holds (Story *story, const char *text)
{
  for (guint i = 0; i < 10 * STORY_TIMEOUT_SECONDS && !story_file_holds (story, text); i++)
    story_spin (100);
  g_assert_true (story_file_holds (story, text));
}

void
story_choose_file (Story *story, const char *title, const char *path)
{
  g_object_unref (story_wait_for (story, title, NULL, TRUE));
  story_spin (500);
  /* A slash brings the entry of paths up; where names are proposed, nothing of one is to stay. */
  story_run ("xdotool", "key", "ctrl+a", NULL);
  story_run ("xdotool", "type", "--delay", "20", path, NULL);
  story_spin (500);
  story_run ("xdotool", "key", "Return", NULL);
  story_spin (1500);
}

gboolean
story_prepare (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  /* The library of the accessibility tree warns while it starts. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  if (g_getenv ("DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }
  atspi_init ();
  return TRUE;
}
