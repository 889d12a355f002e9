/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The main job over a real window, as someone does it who sees only the accessibility tree: open a report, date a
 * reply after the deadline, read the finding, undo, date it again, save, open the file once more. Told of the sample
 * and of an issued report; and once the application is killed instead of saving.
 */

#include "support/support.h"
#include "ui/story.h"

/* After the deadline of both reports. */
#define LATE_TYPED "9 June 2023"
#define LATE_ISO "2023-06-09"
#define LATE_MARK "after the deadline of"

/* The first reply of the outline: after the report's data, the summary and the introduction. */
static void
go_to_first_reply (Story *story)
{
  g_autoptr (AtspiAccessible) outline = story_wait_for (story, "Outline of the report", NULL, TRUE);

  for (guint i = 0; i < 3; i++)
    {
      story_run ("xdotool", "key", "alt+Down", NULL);
      story_spin (200);
    }
}

static void
save (Story *story)
{
  story_run ("xdotool", "key", "ctrl+s", NULL);
  story_wait_until_file_holds (story, LATE_ISO);
}

static void
tell (Story *story)
{
  g_autofree char *before = NULL, *after = NULL;

  story_start (story, story->path);
  go_to_first_reply (story);
  before = story_read (story, "Date of the Reply");
  g_assert_cmpstr (before, !=, "");
  g_assert_cmpstr (before, !=, LATE_TYPED);
  /* Findings of other replies are folded away. */
  g_assert_null (story_wait_for (story, LATE_MARK, NULL, FALSE));

  story_write (story, "Date of the Reply", LATE_TYPED);
  g_object_unref (story_wait_for (story, LATE_MARK, NULL, TRUE));

  story_click (story, "Undo");
  g_assert_null (story_wait_for (story, LATE_MARK, NULL, FALSE));
  after = story_read (story, "Date of the Reply");
  g_assert_cmpstr (after, ==, before);

  story_write (story, "Date of the Reply", LATE_TYPED);
  g_object_unref (story_wait_for (story, LATE_MARK, NULL, TRUE));
  g_assert_false (story_file_holds (story, LATE_ISO));
  save (story);
  story_stop (story);
}

static void
read_again (Story *story)
{
  g_autofree char *kept = NULL;

  story_start (story, story->path);
  go_to_first_reply (story);
  kept = story_read (story, "Date of the Reply");
  g_assert_cmpstr (kept, ==, LATE_TYPED);
  g_object_unref (story_wait_for (story, LATE_MARK, NULL, TRUE));
  story_stop (story);
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
  story_run ("cp", sample, story.path, NULL);
  story_start (&story, story.path);
  go_to_first_reply (&story);
  story_write (&story, "Date of the Reply", LATE_TYPED);
  for (guint i = 0; i < 10 * STORY_TIMEOUT_SECONDS && !holds_recovery_copy (); i++)
    story_spin (100);
  g_assert_true (holds_recovery_copy ());
  story_kill (&story);
  g_assert_false (story_file_holds (&story, LATE_ISO));

  story_start (&story, story.path);
  g_object_unref (story_wait_for (&story, "Recover Changes?", NULL, TRUE));
  story_run ("xdotool", "key", "alt+r", NULL);
  g_assert_null (story_wait_for (&story, "Recover Changes?", NULL, FALSE));
  go_to_first_reply (&story);
  kept = story_read (&story, "Date of the Reply");
  g_assert_cmpstr (kept, ==, LATE_TYPED);
  g_assert_false (story_file_holds (&story, LATE_ISO));
  save (&story);
  story_stop (&story);
  g_assert_false (holds_recovery_copy ());
  story_clear (&story);
}

static void
test_sample (void)
{
  g_autofree char *sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
  Story story;

  story_init (&story);
  story_run ("cp", sample, story.path, NULL);
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
  story_run (g_getenv ("WMD_REPORT_TOOL"), "import", text, "-o", story.path, NULL);
  tell (&story);
  read_again (&story);
  story_clear (&story);
}

int
main (int argc, char *argv[])
{
  if (!story_prepare (&argc, &argv))
    return 77;
  g_test_add_func ("/story/sample", test_sample);
  g_test_add_func ("/story/crash", test_crash);
  g_test_add_func ("/story/issued-report", test_issued_report);
  return g_test_run ();
}
