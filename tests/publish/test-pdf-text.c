/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as other programs get it out of a PDF file: every line that was set is in what they find on that page, letter
 * by letter and space by space.
 */
#include <locale.h>
#include <string.h>

#include "exchange/text-import.h"
#include "publish/edition.h"
#include "publish/pdf.h"
#include "support/support.h"
#include "typeset/painter.h"

/* How a program is asked for the text of a file, and what can be expected of it. */
typedef struct
{
  const char *name;
  const char *arguments[7]; /* the first "%s" is the path */
  gboolean ordered;         /* the text comes in reading order */
  guint inexact;            /* languages, by bit, in which spaces are its own */
} Reader;

static const Reader readers[] = {
  { "plain", { "pdftotext", "%s", "-" } },
  { "layout", { "pdftotext", "-layout", "%s", "-" } },
  /* Raw text has one line for each piece that is not right of the last: in Arabic for each letter. */
  { "raw", { "pdftotext", "-raw", "%s", "-" }, TRUE, 1 << WMD_LANGUAGE_AR },
  /* Ends the line after a Latin word in Arabic. */
  { "mutool", { "mutool", "draw", "-q", "-F", "txt", "%s" }, TRUE, 1 << WMD_LANGUAGE_AR },
};

/* --- what is expected --- */

typedef struct
{
  GString *text;
  gboolean rtl;
} Line;

/* Collects the lines of a page, in reading order. */
typedef struct
{
  WmdPainter painter;
  GArray *lines; /* (element-type Line) */
  WmdPlace place;
  const WmdText *text; /* of the line at hand; NULL: the next fragment begins another */
  guint line;
} Collector;

static void
set_place (WmdPainter *painter, const WmdPlace *place)
{
  Collector *self = (Collector *) painter;

  /* A line goes on through its links, not through a raised mark, which some readers put in a line of its own. */
  if (place->kind != self->place.kind || place->box != self->place.box || place->note != self->place.note)
    self->text = NULL;
  self->place = *place;
}

static void
draw_fragment (WmdPainter *painter, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink)
{
  Collector *self = (Collector *) painter;
  guint line = wmd_text_get_line_at (text, fragment->start);

  if (self->place.kind == WMD_PLACE_ARTIFACT || fragment->end == fragment->start)
    return;
  if (text != self->text || line != self->line)
    g_array_append_vals (self->lines, &(Line){ g_string_new (NULL), text->rtl }, 1);
  self->text = text;
  self->line = line;
  g_string_append_len (g_array_index (self->lines, Line, self->lines->len - 1).text, text->text + fragment->start,
                       fragment->end - fragment->start);
}

static void
draw_rule (WmdPainter *painter, double x, double y, double width, double height)
{
}

static void
draw_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
}

static void
draw_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
}

static void
clear_line (gpointer line)
{
  g_string_free (((Line *) line)->text, TRUE);
}

static GArray *
collect_lines (WmdPages *pages, guint page)
{
  Collector collector = {
    .painter = { set_place, draw_fragment, draw_rule, draw_figure, draw_image },
    .lines = g_array_new (FALSE, FALSE, sizeof (Line)),
  };

  g_array_set_clear_func (collector.lines, clear_line);
  wmd_pages_paint (pages, page, &collector.painter);
  return collector.lines;
}

/* --- what is found --- */

static gboolean
is_ideographic (gunichar c)
{
  return c >= 0x2E80 && c < 0xFF60;
}

/* @text with one space for white space (none, when @spaceless), without characters that are not seen. Chinese has no
 * spaces: those beside its characters come from how loose a line was set, and how it ended.
 */
static char *
normalize (const char *text, gboolean spaceless)
{
  GString *out = g_string_new (NULL);
  gunichar last = ' '; /* that is seen */
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (c))
        {
          space = !spaceless;
          continue;
        }
      if (space && out->len > 0 && !is_ideographic (last) && !is_ideographic (c))
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      last = c;
      space = FALSE;
    }
  return g_string_free (out, FALSE);
}

static void
assert_page (WmdPages *pages, guint page, const char *output, const Reader *reader)
{
  WmdLanguage language = wmd_publication_get_language (wmd_pages_get_publication (pages));
  gboolean spaceless = (reader->inexact & 1 << language) != 0;
  g_autofree char *found = normalize (output, spaceless);
  g_autoptr (GArray) lines = collect_lines (pages, page);
  const char *place = found;

  g_assert_cmpuint (lines->len, >, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *set = &g_array_index (lines, Line, i);
      g_autofree char *line = normalize (set->text->str, spaceless);
      const char *at = strstr (reader->ordered ? place : found, line);

      /* A reply in another language, which stands there until it is translated: readers take a page to run one way. */
      if (set->rtl != wmd_language_is_rtl (language))
        continue;
      if (at == NULL)
        g_error ("page %u, %s: not “%s” in “%s”", page, reader->name, line, reader->ordered ? place : found);
      place = at + strlen (line);
    }
}

static char *
read_text (const Reader *reader, const char *path)
{
  const char *arguments[G_N_ELEMENTS (reader->arguments)] = { NULL };
  g_autofree char *program = test_find_program (reader->arguments[0]);

  if (program == NULL)
    return NULL;
  for (guint i = 0; reader->arguments[i] != NULL; i++)
    arguments[i] = g_str_equal (reader->arguments[i], "%s") ? path : reader->arguments[i];
  return test_run (arguments);
}

/* MuPDF 1.25 and later turn Arabic words round that stand between Latin ones. */
static gboolean
is_trusted (const Reader *reader, WmdLanguage language)
{
  g_autofree char *out = NULL;
  g_autofree char *errors = NULL;
  const char *version;

  if (language != WMD_LANGUAGE_AR || !g_str_equal (reader->name, "mutool"))
    return TRUE;
  if (!g_spawn_command_line_sync ("mutool -v", &out, &errors, NULL, NULL))
    return TRUE;
  version = strstr (errors, "1.");
  return version == NULL || g_ascii_strtoull (version + strlen ("1."), NULL, 10) < 25;
}

static void
assert_readable (WmdPublication *publication)
{
  g_autoptr (WmdTypesetter) typesetter = wmd_typesetter_new ();
  g_autoptr (WmdPages) pages = wmd_typesetter_set (typesetter, publication, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = wmd_pdf_write_pages (pages, 0, NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("test-pdf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "edition.pdf", NULL);

  g_assert_nonnull (bytes);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      const gboolean trusted = is_trusted (&readers[i], wmd_publication_get_language (publication));
      g_autofree char *text = trusted ? read_text (&readers[i], path) : NULL;
      g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "\f", -1) : NULL;

      if (text == NULL)
        continue;
      g_assert_cmpuint (g_strv_length (parts), >=, wmd_pages_get_n_pages (pages));
      for (guint page = 1; page <= wmd_pages_get_n_pages (pages); page++)
        assert_page (pages, page, parts[page - 1], &readers[i]);
    }
  test_remove_folder (folder);
}

/* --- the editions --- */

static void
test_edition (gconstpointer data)
{
  g_autoptr (WmdPublication) publication = test_edition_new (GPOINTER_TO_INT (data));

  assert_readable (publication);
}

/* Marks on letters, ligatures, and what runs from left to right among them. */
static void
test_arabic (void)
{
  static const char *const texts[] = {
    "تَقْرِيرٌ مُحَدَّدٌ عملاً بالقرارات، ولا سيّما للأسلحة والإرهابيّين.",
    "أكدت الوكالة الدولية للطاقة الذرية (IAEA) في 2023/05/31، عملا بالقرار 1540 (2004)، أن 12,5% من ذلك كاف.",
    "انظر A/78/150، الفقرة 3 (ب)؛ ووثيقة Security Council (S/2023/1)، و«اتفاقية 1997».",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WmdPublication) publication = test_edition_new_with (WMD_LANGUAGE_AR, texts[i]);

      assert_readable (publication);
    }
}

static void
assert_import_readable (const char *path)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = test_read_file (path, &length);
  g_autoptr (WmdImport) imported = wmd_text_import (reference, text, length, &error);
  g_autoptr (WmdPublication) publication = NULL;

  g_assert_no_error (error);
  publication = wmd_composer_compose (composer, imported->snapshot, imported->language);
  assert_readable (publication);
}

static void
test_import (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("report-%s-issued.txt", wmd_language_get_code (GPOINTER_TO_INT (data)));
  g_autofree char *path = test_source_path ("tests", "exchange", "data", name, NULL);

  assert_import_readable (path);
}

static void
test_real (void)
{
  g_autofree char *path = test_material_path ("real", "report-2023-zh.txt", NULL);

  if (path != NULL)
    assert_import_readable (path);
}

static void
add_for_languages (const char *name, GTestDataFunc function)
{
  for (WmdLanguage i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf-text/%s/%s", name, wmd_language_get_code (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), function);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add_for_languages ("edition", test_edition);
  g_test_add_func ("/pdf-text/arabic", test_arabic);
  add_for_languages ("import", test_import);
  g_test_add_func ("/pdf-text/real", test_real);
  return g_test_run ();
}
