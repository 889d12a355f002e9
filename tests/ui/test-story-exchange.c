/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Over a real window: a question to a respondent, its letter and its answer; a new report from last year's; another
 * edition taken into a report; a language that goes to a translator and comes back.
 */

#include "support/support.h"
#include "ui/story.h"

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>"
#define QUESTION "Which year is meant?"
#define ANSWER "It is 2022."

/* A window that comes or goes is left alone meanwhile: GTK stumbles over questions about one that is half there. */
#define MILLISECONDS_A_WINDOW 1500

static void
press (const char *keys)
{
  story_run ("xdotool", "key", keys, NULL);
  story_spin (MILLISECONDS_A_WINDOW);
}

static char *
dup_sample_path (void)
{
  return test_source_path ("data", "sample", "sample.wmdreport", NULL);
}

/* Writes the edition of the sample in that language as text. (transfer full): its path */
static char *
export_text (Story *story, const char *report, const char *language)
{
  g_autofree char *name = g_strconcat (language, ".txt", NULL);
  g_autofree char *option = g_strconcat ("--language=", language, NULL);
  char *path = g_build_filename (story->folder, name, NULL);

  story_run (g_getenv ("WMD_REPORT_TOOL"), "export", option, "-o", path, report, NULL);
  return path;
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *contents = test_read_file (path, NULL);

  return strstr (contents, text) != NULL;
}

/* What is asked is in the file and in the letter, what is answered is in the file, and neither is in an edition. */
static void
test_query (void)
{
  g_autofree char *sample = dup_sample_path ();
  g_autofree char *letter = NULL, *edition = NULL;
  Story story;

  story_init (&story);
  story_run ("cp", sample, story.path, NULL);
  story_start (&story, story.path);
  g_object_unref (story_wait_for (&story, "Outline of the report", NULL, TRUE));
  for (guint i = 0; i < 3; i++)
    press ("alt+Down");

  story_click (&story, "Ask about the reply as a whole");
  story_write (&story, "Question, in", QUESTION);
  press ("alt+a");
  g_object_unref (story_wait_for (&story, QUESTION, NULL, TRUE));
  press ("ctrl+s");
  story_wait_until_file_holds (&story, QUESTION);

  story_click (&story, "Letter with the open queries");
  letter = story_read (&story, "The letter");
  g_assert_nonnull (strstr (letter, QUESTION));
  press ("Escape");
  g_assert_null (story_wait_for (&story, "The letter", NULL, FALSE));

  story_click (&story, "Answer…");
  story_write (&story, "Answer", ANSWER);
  press ("alt+q");
  g_assert_null (story_wait_for (&story, "Answer of the Respondent", NULL, FALSE));
  press ("ctrl+s");
  story_wait_until_file_holds (&story, ANSWER);
  story_stop (&story);

  edition = export_text (&story, story.path, "en");
  g_assert_true (holds (edition, "Kazakhstan"));
  g_assert_false (holds (edition, QUESTION));
  g_assert_false (holds (edition, ANSWER));
  story_clear (&story);
}

static void
test_roll_forward (void)
{
  g_autofree char *sample = dup_sample_path ();
  Story story;

  story_init (&story);
  story_start (&story, NULL);
  story_click (&story, "Last Year’s Report…");
  story_choose_file (&story, "Choose Last Year’s Report", sample);
  g_object_unref (story_wait_for (&story, "Data of the New Report", NULL, TRUE));
  press ("alt+n");
  g_object_unref (story_wait_for (&story, "Values in the Texts", NULL, TRUE));
  press ("alt+r");
  g_object_unref (story_wait_for (&story, "Outline of the report", NULL, TRUE));

  press ("ctrl+s");
  story_choose_file (&story, "Save", story.path);
  story_wait_until_file_holds (&story, "\"session\": \"79\"");
  g_assert_true (story_file_holds (&story, "\"reused\": \"A/78/9999\""));
  story_stop (&story);
  story_clear (&story);
}

/* The English edition alone gets the French one. */
static void
test_merge (void)
{
  g_autofree char *sample = dup_sample_path ();
  g_autofree char *english = NULL, *french = NULL, *again = NULL;
  Story story;

  story_init (&story);
  english = export_text (&story, sample, "en");
  french = export_text (&story, sample, "fr");
  story_run (g_getenv ("WMD_REPORT_TOOL"), "import", english, "-o", story.path, NULL);
  g_assert_false (story_file_holds (&story, "\"fr\": {"));

  story_start (&story, story.path);
  g_object_unref (story_wait_for (&story, "Outline of the report", NULL, TRUE));
  press ("F10");
  story_click (&story, "Import Another Edition");
  story_choose_file (&story, "Import", french);
  g_object_unref (story_wait_for (&story, "French Edition Imported", NULL, TRUE));
  press ("alt+d");
  g_assert_null (story_wait_for (&story, "French Edition Imported", NULL, FALSE));
  press ("ctrl+s");
  story_wait_until_file_holds (&story, "\"fr\": {");
  story_stop (&story);

  again = export_text (&story, story.path, "fr");
  g_assert_true (holds (again, "Ouganda") || holds (again, "Kazakhstan"));
  story_clear (&story);
}

/* The name of the picture is shown once it was chosen, until none is. */
static void
test_emblem (void)
{
  g_autofree char *sample = dup_sample_path ();
  g_autofree char *picture = NULL;
  Story story;

  story_init (&story);
  picture = g_build_filename (story.folder, "emblem.svg", NULL);
  g_assert_true (g_file_set_contents (picture, SVG, -1, NULL));
  story_run ("cp", sample, story.path, NULL);
  story_start (&story, story.path);
  g_object_unref (story_wait_for (&story, "Outline of the report", NULL, TRUE));
  press ("ctrl+shift+e");
  g_object_unref (story_wait_for (&story, "its place in the masthead stays empty", NULL, TRUE));
  story_click (&story, "Choose a Picture for the Emblem");
  story_choose_file (&story, "Choose the Emblem", picture);
  g_object_unref (story_wait_for (&story, "emblem.svg", NULL, TRUE));
  story_click (&story, "Leave the Place of the Emblem Empty");
  g_object_unref (story_wait_for (&story, "its place in the masthead stays empty", NULL, TRUE));
  press ("Escape");
  story_stop (&story);
  g_assert_false (story_file_holds (&story, "emblem"));
  story_clear (&story);
}

/* What is written to @path, once it is there to its @end. */
static char *
wait_for_file (const char *path, const char *end)
{
  g_autofree char *contents = NULL;

  for (guint i = 0; i < 10 * STORY_TIMEOUT_SECONDS; i++)
    {
      if (g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, end) != NULL)
        return g_steal_pointer (&contents);
      g_clear_pointer (&contents, g_free);
      story_spin (100);
    }
  g_error ("%s was not written", path);
}

/* The language that is translated into goes to a translator from beside it, and comes back through the main menu. */
static void
test_translation (void)
{
  g_autofree char *sample = dup_sample_path ();
  g_autofree char *file = NULL, *sent = NULL;
  g_autoptr (GString) translated = NULL;
  Story story;

  story_init (&story);
  file = g_build_filename (story.folder, "french.xlf", NULL);
  story_run ("cp", sample, story.path, NULL);
  story_start (&story, story.path);
  g_object_unref (story_wait_for (&story, "Outline of the report", NULL, TRUE));
  press ("ctrl+2");
  story_click (&story, "Files for a translator");
  story_click (&story, "Export for Translation…");
  story_choose_file (&story, "Save", file);
  /* The note that says so may be gone before a slow machine has looked through the window. */
  sent = wait_for_file (file, "</xliff>");

  translated = g_string_new (sent);
  g_assert_cmpuint (g_string_replace (translated, "Législation nationale", "Législation du pays", 0), ==, 1);
  g_assert_true (g_file_set_contents (file, translated->str, -1, NULL));
  press ("F10");
  story_click (&story, "Import a Translation");
  story_choose_file (&story, "Import", file);
  g_object_unref (story_wait_for (&story, "French Translation Taken Back", NULL, TRUE));
  press ("alt+d");
  g_assert_null (story_wait_for (&story, "French Translation Taken Back", NULL, FALSE));
  press ("ctrl+s");
  story_wait_until_file_holds (&story, "Législation du pays");
  story_stop (&story);
  story_clear (&story);
}

int
main (int argc, char *argv[])
{
  if (!story_prepare (&argc, &argv))
    return 77;
  g_test_add_func ("/story/query", test_query);
  g_test_add_func ("/story/roll-forward", test_roll_forward);
  g_test_add_func ("/story/merge", test_merge);
  g_test_add_func ("/story/translation", test_translation);
  g_test_add_func ("/story/emblem", test_emblem);
  return g_test_run ();
}
