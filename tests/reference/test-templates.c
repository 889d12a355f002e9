/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The standard wording of the frame texts: strict markup, known fields, the same ones in every language. */
#include "reference/fixture.h"

static const char *const elements[] = { "em", "strong", "sup", "sub", "a", "note", "field", NULL };

static const char *const fields[] = {
  "resolution",
  "session",
  "report-session",
  "deadline",
  "cut-off",
  "note-verbale",
  "letters",
  "governments",
  "organizations",
  "website",
  "eu-resolution",
  "section-governments",
  "section-european-union",
  "section-organizations",
  NULL,
};

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer found,
                  GError **error)
{
  g_assert_true (g_strv_contains (elements, element) || g_str_equal (element, "paragraph"));
  if (!g_str_equal (element, "field"))
    return;
  g_assert_cmpstr (names[0], ==, "name");
  g_assert_null (names[1]);
  g_assert_true (g_strv_contains (fields, values[0]));
  g_ptr_array_add (found, g_strdup (values[0]));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the fields in @markup, sorted, with spaces between. (transfer full) */
static char *
list_fields (const char *markup)
{
  const GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, found, NULL);
  g_autofree char *document = g_strconcat ("<paragraph>", markup, "</paragraph>", NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, document, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

static void
check_part (WmdReference *reference, const char *part, guint n_paragraphs)
{
  const char *const *english = wmd_reference_get_template (reference, WMD_LANGUAGE_EN, part);

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const char *const *paragraphs = wmd_reference_get_template (reference, language, part);

      g_assert_cmpuint (g_strv_length ((char **) paragraphs), ==, n_paragraphs);
      for (guint i = 0; i < n_paragraphs; i++)
        {
          g_autofree char *expected = list_fields (english[i]);
          g_autofree char *found = list_fields (paragraphs[i]);

          fixture_assert_clean (paragraphs[i], part);
          g_assert_cmpstr (found, ==, expected);
        }
    }
}

static void
test_parts (void)
{
  g_autoptr (WmdReference) reference = fixture_load ();

  check_part (reference, "summary", 1);
  check_part (reference, "introduction", 4);
}

/* The editor is asked for every fact of the mandate: the templates mention all of them. */
static void
test_mandate (void)
{
  static const char *const needed[] = { "resolution",   "report-session", "deadline",    "cut-off",
                                        "note-verbale", "letters",        "governments", "organizations" };
  g_autoptr (WmdReference) reference = fixture_load ();

  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autofree char *summary =
          g_strjoinv (" ", (char **) wmd_reference_get_template (reference, language, "summary"));
      g_autofree char *introduction =
          g_strjoinv (" ", (char **) wmd_reference_get_template (reference, language, "introduction"));
      g_autofree char *all = g_strconcat (summary, introduction, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
        {
          g_autofree char *field = g_strdup_printf ("<field name=\"%s\"/>", needed[i]);

          g_assert_nonnull (strstr (all, field));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/templates/parts", test_parts);
  g_test_add_func ("/reference/templates/mandate", test_mandate);
  return g_test_run ();
}
