/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF files as other programs read them; their text is tested in test-pdf-text.c.
 */
#include <string.h>

#include <glib/gstdio.h>

#include "compose/composer.h"
#include "compose/report.h"
#include "publish/cff-charset.h"
#include "publish/pdf-file.h"
#include "publish/pdf.h"
#include "support/support.h"
#include "typeset/painter.h"

/* One edition of the report made up for tests. */
typedef struct
{
  WmdReference *reference;
  WmdSnapshot *report;
  WmdComposer *composer;
  WmdPublication *publication;
  WmdPublishOptions options;
  char *directory;
  char *path; /* of the PDF file */
} Fixture;

static void
write_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = wmd_pdf_write (self->publication, &self->options, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (
      g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static void
fixture_init (Fixture *self, WmdLanguage language)
{
  self->reference = wmd_reference_new (NULL);
  self->report = test_report_new (self->reference);
  self->composer = wmd_composer_new (self->reference);
  self->publication = wmd_composer_compose (self->composer, self->report, language);
  wmd_publish_options_init (&self->options, self->publication);
  self->directory = g_dir_make_tmp ("test-pdf-XXXXXX", NULL);
  self->path = g_build_filename (self->directory, "edition.pdf", NULL);
  write_file (self);
}

static void
fixture_clear (Fixture *self)
{
  g_unlink (self->path);
  g_rmdir (self->directory);
  g_free (self->path);
  g_free (self->directory);
  wmd_publication_unref (self->publication);
  wmd_composer_free (self->composer);
  wmd_snapshot_unref (self->report);
  wmd_reference_unref (self->reference);
}

/* What a program prints about the file; NULL when it is not installed. The arguments may hold one "%s", the path. */
static char *
run (const Fixture *self, const char *program, const char *arguments)
{
  g_autofree char *found = test_find_program (program);
  g_autofree char *command = NULL;
  g_autofree char *quoted = g_shell_quote (self->path);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  g_auto (GStrv) parts = g_strsplit (arguments, "%s", 2);
  int status;

  if (found == NULL)
    return NULL;
  command = g_strconcat (found, " ", parts[0], quoted, parts[1], NULL);
  g_assert_true (g_spawn_command_line_sync (command, &output, &errors, &status, &error));
  if (strcmp (errors, "warning: ICC support is not available\n") != 0) /* of mutool as Debian builds it */
    g_assert_cmpstr (errors, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_no_error (error);
  return output;
}

/* Words without what readers change: spacing, marks of direction, compatibility forms. */
static char *
normalize (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (composed);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character) && g_unichar_type (character) != G_UNICODE_FORMAT && character >= ' ' &&
          character != '"')
        g_string_append_unichar (out, character);
    }
  return g_string_free (out, FALSE);
}

static void
assert_contains (const char *normalized, const char *text)
{
  g_autofree char *words = normalize (text);

  if (strstr (normalized, words) == NULL)
    g_error ("not found: %s", text);
}

/* Every item and every footnote can be read in @output. */
static void
assert_has_everything (const Fixture *self, const char *output)
{
  g_autofree char *normalized = normalize (output);
  guint n_notes = 0;

  for (guint i = 0; i < wmd_publication_get_n_items (self->publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (self->publication, i);
      guint n_spans;
      const WmdSpan *spans = wmd_inline_get_spans (item->content, &n_spans);
      g_autoptr (GString) text = g_string_new (wmd_inline_get_text (item->content));

      for (guint j = 0; j < n_spans; j++)
        if (spans[j].kind == WMD_SPAN_NOTE)
          {
            g_autoptr (WmdInline) note = wmd_inline_parse (spans[j].value, NULL);
            g_autofree char *number = g_strdup_printf ("%u", ++n_notes);

            g_string_replace (text, WMD_INLINE_NOTE_MARK, number, 1);
            assert_contains (normalized, wmd_inline_get_text (note));
          }
      assert_contains (normalized, text->str);
    }
  g_assert_cmpuint (n_notes, >, 0);
}

/* The output of pdfinfo -struct-text without the lines that name elements. */
static char *
remove_elements (const char *output)
{
  g_autoptr (GRegex) regex = g_regex_new ("^ *(?:[A-Z][A-Za-z0-9]*(?: <[^>\\n]*>)?(?: \\((?:block|inline)\\))?"
                                          "|Object \\d+ 0)$",
                                          G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (regex, output, -1, 0, "", 0, NULL);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}

static guint
count_items (const Fixture *self, WmdItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < wmd_publication_get_n_items (self->publication); i++)
    n += wmd_publication_get_item (self->publication, i)->kind == kind ? 1 : 0;
  return n;
}

/* All words are in the structure, and as what they are. */
static void
test_structure (gconstpointer data)
{
  g_autofree char *output = NULL;
  g_autofree char *words = NULL;
  Fixture fixture;

  fixture_init (&fixture, GPOINTER_TO_INT (data));
  output = run (&fixture, "pdfinfo", "-struct-text %s");
  if (output != NULL)
    {
      guint n_entries =
          count_items (&fixture, WMD_ITEM_CONTENTS_SECTION) + count_items (&fixture, WMD_ITEM_CONTENTS_REPLY);

      words = remove_elements (output);
      assert_has_everything (&fixture, words);
      g_assert_true (g_str_has_prefix (output, "Document\n"));
      g_assert_cmpuint (count (output, "\n  H1 "), ==, count_items (&fixture, WMD_ITEM_TITLE));
      g_assert_cmpuint (count (output, "\n  H3 "), ==, count_items (&fixture, WMD_ITEM_REPLY));
      g_assert_cmpuint (count (output, "\n  TOC\n"), ==, 1);
      g_assert_cmpuint (count (output, " TOCI\n"), ==, n_entries);
      g_assert_cmpuint (count (output, " LI "), ==,
                        count_items (&fixture, WMD_ITEM_BULLET) + count_items (&fixture, WMD_ITEM_LETTERED) +
                            count_items (&fixture, WMD_ITEM_BULLET_2) + count_items (&fixture, WMD_ITEM_LETTERED_2));
      g_assert_cmpuint (count (output, "\n  L "), ==, 2);
      g_assert_cmpuint (count (output, "\n        L "), ==, 4); /* in the LBody of an LI */
      g_assert_cmpuint (count (output, " LBody "), ==, count (output, " LI "));
      g_assert_cmpuint (count (output, " Note "), >=, 2);
    }
  fixture_clear (&fixture);
}

/* Another program finds nothing wrong with the file. */
static void
test_sound (gconstpointer data)
{
  g_autofree char *check = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *info = NULL;
  Fixture fixture;

  fixture_init (&fixture, GPOINTER_TO_INT (data));
  check = run (&fixture, "qpdf", "--check %s");
  if (check != NULL)
    g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));

  fonts = run (&fixture, "pdffonts", "%s");
  if (fonts != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), >, 4);
      for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
        if (strstr (lines[i], "yes yes yes") == NULL) /* embedded, subset, readable */
          g_error ("%s", lines[i]);
    }

  info = run (&fixture, "pdfinfo", "%s");
  if (info != NULL)
    {
      g_autofree char *title = g_strdup_printf ("%s\n", wmd_publication_get_title (fixture.publication));

      g_assert_nonnull (strstr (info, title));
      g_assert_nonnull (strstr (info, "Tagged:          yes"));
      g_assert_nonnull (strstr (info, "Metadata Stream: yes"));
      g_assert_nonnull (strstr (info, "612 x 792 pts (letter)"));
    }
  fixture_clear (&fixture);
}

/* --- details --- */

static void
assert_json_has (const char *json, const char *what)
{
  if (strstr (json, what) == NULL)
    g_error ("%s is not in the file", what);
}

/* Things that no reader prints, found in the objects themselves. */
static void
test_objects (void)
{
  g_autofree char *json = NULL;
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_AR);
  json = run (&fixture, "qpdf", "--json --json-key=qpdf %s");
  if (json != NULL)
    {
      assert_json_has (json, "\"/Lang\": \"u:ar\"");
      assert_json_has (json, "\"/DisplayDocTitle\": true");
      assert_json_has (json, "\"/Direction\": \"/R2L\"");
      assert_json_has (json, "\"/Marked\": true");
      assert_json_has (json, "\"/PageLabels\"");
      assert_json_has (json, "\"/Tabs\": \"/S\"");
      assert_json_has (json, "\"/IDTree\"");
      assert_json_has (json, "\"/Outlines\"");
      assert_json_has (json, "\"/CIDToGIDMap\"");
      assert_json_has (json, "https://");
      g_assert_cmpuint (count (json, "\"/Subtype\": \"/Link\""), ==, count (json, "\"/Type\": \"/OBJR\""));
      g_assert_null (strstr (json, "DeviceRGB"));
    }
  fixture_clear (&fixture);
}

static GBytes *
read_bytes (const char *path)
{
  gsize size;
  char *contents = test_read_file (path, &size);

  return g_bytes_new_take (contents, size);
}

static void
test_reproducible (gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) later = NULL;
  Fixture fixture;

  fixture_init (&fixture, GPOINTER_TO_INT (data));
  first = read_bytes (fixture.path);
  write_file (&fixture);
  second = read_bytes (fixture.path);
  g_assert_true (g_bytes_equal (first, second));
  fixture.options.date += 86400;
  write_file (&fixture);
  later = read_bytes (fixture.path);
  g_assert_false (g_bytes_equal (first, later));
  fixture_clear (&fixture);
}

static void
test_paper (void)
{
  g_autofree char *info = NULL;
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_FR);
  fixture.options.page.paper = WMD_PAPER_A4;
  write_file (&fixture);
  info = run (&fixture, "pdfinfo", "%s");
  if (info != NULL)
    g_assert_nonnull (strstr (info, "(A4)"));
  fixture_clear (&fixture);
}

static void
test_emblem_and_draft (void)
{
  g_autoptr (WmdEmblem) emblem = NULL;
  g_autofree char *path = NULL;
  g_autofree char *images = NULL;
  g_autofree char *text = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_EN);
  path = g_build_filename (fixture.directory, "emblem.png", NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  emblem = wmd_emblem_new (path);
  fixture.options.page.emblem = emblem;
  fixture.options.page.draft = TRUE;
  write_file (&fixture);
  images = run (&fixture, "pdfimages", "-list %s");
  if (images != NULL)
    g_assert_nonnull (strstr (images, "image"));
  text = run (&fixture, "pdftotext", "-raw %s -");
  if (text != NULL)
    {
      WmdPages *pages;
      g_autoptr (WmdTypesetter) typesetter = wmd_typesetter_new ();

      pages = wmd_typesetter_set (typesetter, fixture.publication, NULL, NULL, NULL);
      g_assert_cmpuint (count (text, "DRAFT"), ==, wmd_pages_get_n_pages (pages));
      wmd_pages_unref (pages);
    }
  g_unlink (path);
  fixture_clear (&fixture);
}

/* What is set already is painted as it is, and gives the same file. */
static void
test_pages_at_hand (void)
{
  g_autoptr (WmdTypesetter) typesetter = wmd_typesetter_new ();
  g_autoptr (GBytes) anew = NULL;
  g_autoptr (GBytes) painted = NULL;
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_EN);
  anew = wmd_pdf_write (fixture.publication, &fixture.options, NULL, NULL);
  fixture.options.pages = wmd_typesetter_set (typesetter, fixture.publication, NULL, NULL, NULL);
  painted = wmd_pdf_write (fixture.publication, &fixture.options, NULL, NULL);
  g_assert_true (g_bytes_equal (anew, painted));
  wmd_pages_unref (fixture.options.pages);

  fixture.options.pages =
      wmd_typesetter_set (typesetter, fixture.publication, &(WmdPageOptions){ WMD_PAPER_A4 }, NULL, NULL);
  g_clear_pointer (&painted, g_bytes_unref);
  painted = wmd_pdf_write (fixture.publication, &fixture.options, NULL, NULL);
  g_assert_false (g_bytes_equal (anew, painted));
  wmd_pages_unref (fixture.options.pages);
  fixture_clear (&fixture);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_EN);
  g_cancellable_cancel (cancellable);
  g_assert_null (wmd_pdf_write (fixture.publication, &fixture.options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_clear (&fixture);
}

/* --- parts --- */

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },           { 12, "12" },       { -3.5, "-3.5" },
    { 0.0001, "0.0001" }, { 0.00004, "0" },   { 1234.56789, "1234.5679" },
    { -0.1, "-0.1" },     { 1e6, "1000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      wmd_pdf_append_number (out, cases[i].value);
      g_assert_cmpstr (out->str, ==, cases[i].text);
    }
}

static void
test_strings (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  wmd_pdf_append_text (out, "a (b) \\ c");
  g_assert_cmpstr (out->str, ==, "(a \\(b\\) \\\\ c)");
  g_string_truncate (out, 0);
  wmd_pdf_append_text (out, "é𝄞");
  g_assert_cmpstr (out->str, ==, "<FEFF00E9D834DD1E>");
}

/* A table that ends anywhere, or holds anything, is refused or read, and never read past its end. */
static void
test_broken_charset (void)
{
  static const guint8 table[] = {
    1, 0, 4, 1, 0, 1,   1,   1,   2,  'A',          /* header, one name */
    0, 1, 1, 1, 8, 139, 139, 139, 12, 30,  163, 15, /* one dictionary: ROS, charset at 24 */
    0, 0,                                           /* no strings */
    2, 0, 5, 0, 2,                                  /* three glyphs from 5 */
  };
  g_autofree guint16 *cids = wmd_cff_get_cids (table, sizeof table, 4);

  g_assert_nonnull (cids);
  g_assert_cmpuint (cids[0], ==, 0);
  g_assert_cmpuint (cids[1], ==, 5);
  g_assert_cmpuint (cids[3], ==, 7);
  for (gsize size = 0; size < sizeof table; size++)
    {
      g_autofree guint8 *cut = g_memdup2 (table, size);

      g_assert_null (wmd_cff_get_cids (cut, size, 4));
    }
  for (guint round = 0; round < 20000; round++)
    {
      g_autofree guint8 *wrong = g_memdup2 (table, sizeof table);

      wrong[g_test_rand_int_range (0, sizeof table)] = (guint8) g_test_rand_int_range (0, 256);
      wrong[g_test_rand_int_range (0, sizeof table)] = (guint8) g_test_rand_int_range (0, 256);
      g_free (wmd_cff_get_cids (wrong, sizeof table, 4));
    }
}

static void
add_for_languages (const char *name, GTestDataFunc function)
{
  for (WmdLanguage i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf/%s/%s", name, wmd_language_get_code (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_for_languages ("structure", test_structure);
  add_for_languages ("sound", test_sound);
  add_for_languages ("reproducible", test_reproducible);
  g_test_add_func ("/pdf/objects", test_objects);
  g_test_add_func ("/pdf/paper", test_paper);
  g_test_add_func ("/pdf/emblem-and-draft", test_emblem_and_draft);
  g_test_add_func ("/pdf/pages-at-hand", test_pages_at_hand);
  g_test_add_func ("/pdf/cancelled", test_cancelled);
  g_test_add_func ("/pdf/numbers", test_numbers);
  g_test_add_func ("/pdf/strings", test_strings);
  g_test_add_func ("/pdf/broken-charset", test_broken_charset);
  return g_test_run ();
}
