/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reference as a whole: shared between threads; and the errors that a data file of the wrong form gives. */
#include "reference/data.h"

#include "reference/fixture.h"

#define N_THREADS 8

/* members.json, compiled as the files of data/ are. */
gconstpointer wmd_test_data (void);

static gpointer
ask_everything (gpointer data)
{
  WmdReference *reference = data;
  GPtrArray *respondents = wmd_reference_list_respondents (reference);
  const WmdDate date = { 2023, 5, 25 };

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autofree char *day = wmd_reference_format_date (reference, language, &date);
      g_autofree char *count = wmd_reference_format_count (reference, language, "governments", 9);
      WmdDate read;

      g_assert_true (wmd_reference_parse_date (reference, language, day, &read));
      g_assert_nonnull (count);
      for (guint i = 0; i < respondents->len; i++)
        {
          const WmdRespondent *respondent = g_ptr_array_index (respondents, i);
          const char *name = wmd_respondent_get_name (respondent, language);
          g_autofree char *key = wmd_reference_get_sort_key (reference, language, name);

          g_assert_nonnull (key);
          g_assert_true (wmd_reference_find_respondent (reference, language, name) == respondent);
        }
    }
  wmd_reference_unref (reference);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();
  GThread *threads[N_THREADS];

  for (gsize i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reference", ask_everything, wmd_reference_ref (reference));
  for (gsize i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

/* What reading one member of "where" gives; NULL for success. */
typedef gconstpointer (*Read) (const WmdDatum *object, const char *where, const char *member, GError **error);

static gconstpointer
read_number (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  guint number;

  return wmd_data_get_number (object, where, member, &number, error) ? object : NULL;
}

static gconstpointer
read_six (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  const char *texts[WMD_N_LANGUAGES];
  const WmdDatum *six = wmd_data_get_object (object, where, member, error);

  return six != NULL && wmd_data_get_six (six, where, texts, error) ? object : NULL;
}

static void
test_errors (void)
{
  static const struct
  {
    Read read;
    const char *member;
    WmdReferenceError code; /* -1 for none */
  } cases[] = {
    { (Read) wmd_data_get_string, "text", -1 },
    { (Read) wmd_data_get_string, "none", WMD_REFERENCE_ERROR_MISSING },
    { (Read) wmd_data_get_string, "number", WMD_REFERENCE_ERROR_INVALID },
    { (Read) wmd_data_get_string, "null", WMD_REFERENCE_ERROR_INVALID },
    { (Read) wmd_data_get_object, "object", -1 },
    { (Read) wmd_data_get_object, "none", WMD_REFERENCE_ERROR_MISSING },
    { (Read) wmd_data_get_object, "array", WMD_REFERENCE_ERROR_INVALID },
    { (Read) wmd_data_get_array, "array", -1 },
    { (Read) wmd_data_get_array, "text", WMD_REFERENCE_ERROR_INVALID },
    { read_number, "number", -1 },
    { read_number, "negative", WMD_REFERENCE_ERROR_INVALID },
    { read_number, "large", WMD_REFERENCE_ERROR_INVALID },
    { read_number, "double", WMD_REFERENCE_ERROR_INVALID },
    { read_number, "text", WMD_REFERENCE_ERROR_INVALID },
    { read_six, "six", -1 },
    { read_six, "object", WMD_REFERENCE_ERROR_MISSING },
  };
  const WmdDatum *object = wmd_data_get_object (wmd_test_data (), "tests", "members.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = cases[i].read (object, "file.json", cases[i].member, &error) != NULL;

      g_assert_cmpint (good, ==, (int) cases[i].code == -1);
      if (good)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, WMD_REFERENCE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "file.json"));
    }
}

static void
test_flags (void)
{
  const WmdDatum *object = wmd_data_get_object (wmd_test_data (), "tests", "members.json", NULL);

  g_assert_true (wmd_data_get_flag (object, "true"));
  g_assert_false (wmd_data_get_flag (object, "false"));
  g_assert_false (wmd_data_get_flag (object, "none"));
  g_assert_false (wmd_data_get_flag (object, "number"));
}

/* What an object has, in the order of the file. */
static void
test_members (void)
{
  const WmdDatum *object = wmd_data_get_object (wmd_test_data (), "tests", "members.json", NULL);
  const WmdDatum *six = wmd_data_get_object (object, "file.json", "six", NULL);
  guint zero;

  g_assert_cmpuint (wmd_data_get_length (six), ==, WMD_N_LANGUAGES);
  g_assert_cmpstr (wmd_data_get_name (six, 0), ==, "ar");
  g_assert_cmpstr (wmd_data_get_name (six, WMD_N_LANGUAGES - 1), ==, "zh");
  g_assert_cmpuint (wmd_data_get_length (wmd_data_get_object (object, "file.json", "empty", NULL)), ==, 0);
  g_assert_true (wmd_data_get_number (object, "file.json", "zero", &zero, NULL));
  g_assert_cmpuint (zero, ==, 0);
}

static void
test_lists (void)
{
  const WmdDatum *object = wmd_data_get_object (wmd_test_data (), "tests", "members.json", NULL);
  g_autofree const char **good = wmd_data_get_strings (object, "file.json", "strings", NULL);
  g_autofree const char **none = wmd_data_get_optional_strings (object, "file.json", "none", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (good[1], ==, "é\"中\\");
  g_assert_null (good[2]);
  g_assert_null (none[0]);
  g_assert_null (wmd_data_get_strings (object, "file.json", "array", &error));
  g_assert_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID);
}

static void
test_files (void)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (wmd_data_load ("labels.json", &error));
  g_assert_no_error (error);
  g_assert_null (wmd_data_load ("none.json", &error));
  g_assert_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING);
  g_clear_error (&error);
  names = wmd_data_list ("respondents/", &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) names, "observers.json"));
  g_assert_null (wmd_data_list ("none/", &error));
  g_assert_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/threads", test_threads);
  g_test_add_func ("/reference/errors", test_errors);
  g_test_add_func ("/reference/flags", test_flags);
  g_test_add_func ("/reference/members", test_members);
  g_test_add_func ("/reference/lists", test_lists);
  g_test_add_func ("/reference/files", test_files);
  return g_test_run ();
}
