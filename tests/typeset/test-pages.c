/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of the report made up for tests, in six languages: as recorded, and what must hold whatever was recorded.
 */
#include "compose/composer.h"
#include "compose/report.h"
#include "support/support.h"
#include "typeset/painter.h"

/* A report in one language, and its pages. */
typedef struct
{
  WmdReference *reference;
  WmdSnapshot *report;
  WmdComposer *composer;
  WmdPublication *publication;
  WmdTypesetter *typesetter;
  WmdPages *pages;
} Fixture;

static void
fixture_init (Fixture *self, WmdLanguage language, const WmdPageOptions *options)
{
  g_autoptr (GError) error = NULL;

  self->reference = wmd_reference_new (NULL);
  self->report = test_report_new (self->reference);
  self->composer = wmd_composer_new (self->reference);
  self->publication = wmd_composer_compose (self->composer, self->report, language);
  self->typesetter = wmd_typesetter_new ();
  self->pages = wmd_typesetter_set (self->typesetter, self->publication, options, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_clear (Fixture *self)
{
  wmd_pages_unref (self->pages);
  wmd_typesetter_free (self->typesetter);
  wmd_publication_unref (self->publication);
  wmd_composer_free (self->composer);
  wmd_snapshot_unref (self->report);
  wmd_reference_unref (self->reference);
}

/* WMD_TEST_REGENERATE=1 records what is set now. */
static void
test_golden (gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strconcat (wmd_language_get_code (language), ".txt", NULL);
  g_autofree char *path = test_source_path ("tests", "typeset", "golden", name, NULL);
  g_autofree char *dump = NULL;
  g_autofree char *golden = NULL;
  Fixture fixture;

  fixture_init (&fixture, language, &(WmdPageOptions){ .whole_words = TRUE });
  dump = wmd_pages_dump (fixture.pages);
  if (g_getenv ("WMD_TEST_REGENERATE") != NULL)
    g_assert_true (g_file_set_contents (path, dump, -1, NULL));
  golden = test_read_file (path, NULL);
  g_assert_cmpstr (dump, ==, golden);
  fixture_clear (&fixture);
}

/* --- what must hold --- */

/* Paints pages on nothing and checks what is asked of it. */
typedef struct
{
  WmdPainter painter;
  WmdPages *pages;
  double width, height;
  WmdPlace place;
  GString *text; /* of all boxes, in the order painted */
  guint n_fragments;
} Checker;

static void
checker_set_place (WmdPainter *painter, const WmdPlace *place)
{
  ((Checker *) painter)->place = *place;
}

static void
checker_draw_fragment (WmdPainter *painter,
                       const WmdText *text,
                       const WmdFragment *fragment,
                       double x,
                       double y,
                       WmdInk ink)
{
  Checker *self = (Checker *) painter;

  /* Hanging punctuation and the empty half of a bracket may stand outside the column, nothing outside the margins. */
  g_assert_cmpfloat (x + fragment->x, >, 60 - 12);
  g_assert_cmpfloat (x + fragment->x + fragment->width, <, self->width - 60 + 12);
  g_assert_cmpfloat (y, >, 40);
  g_assert_cmpfloat (y, <, self->height - 30);
  g_assert_cmpuint (fragment->end, >=, fragment->start);
  for (guint i = 0; i < fragment->n_glyphs; i++)
    {
      const WmdGlyph *glyph = &text->glyphs[fragment->first_glyph + i];

      g_assert_cmpuint (glyph->id, >, 0); /* every character has a glyph */
      g_assert_cmpuint (glyph->cluster, >=, fragment->start);
      if (fragment->end > fragment->start) /* no hyphen */
        g_assert_cmpuint (glyph->cluster, <, fragment->end);
      if (i > 0)
        g_assert_cmpuint (glyph->cluster, >=, text->glyphs[fragment->first_glyph + i - 1].cluster);
    }
  if (self->place.kind == WMD_PLACE_BODY || self->place.kind == WMD_PLACE_CALL)
    g_string_append_len (self->text, text->text + fragment->start, fragment->end - fragment->start);
  self->n_fragments++;
}

static void
checker_draw_rule (WmdPainter *painter, double x, double y, double width, double height)
{
  Checker *self = (Checker *) painter;

  g_assert_cmpfloat (x, >=, 60);
  g_assert_cmpfloat (x + width, <=, self->width - 60 + 1e-6);
}

static void
checker_draw_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
  Checker *self = (Checker *) painter;

  g_assert_cmpint (self->place.kind, ==, WMD_PLACE_ARTIFACT);
  g_assert_cmpfloat (x, >=, 59);
  g_assert_cmpfloat (x + width, <=, self->width - 59);
  g_assert_cmpfloat (y + height, <=, self->height - 27);
}

static void
checker_draw_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
  g_assert_not_reached (); /* no emblem was given */
}

static void
paint_all (Fixture *fixture, Checker *checker)
{
  *checker = (Checker){
    .painter = { checker_set_place, checker_draw_fragment, checker_draw_rule, checker_draw_figure, checker_draw_image },
    .pages = fixture->pages,
    .text = g_string_new (NULL),
  };
  wmd_pages_get_size (fixture->pages, &checker->width, &checker->height);
  for (guint page = 1; page <= wmd_pages_get_n_pages (fixture->pages); page++)
    wmd_pages_paint (fixture->pages, page, &checker->painter);
}

/* Nothing is lost between the items and the pages, nothing is outside the page, no glyph is missing. */
static void
test_complete (gconstpointer data)
{
  static const WmdPaper papers[] = { WMD_PAPER_LETTER, WMD_PAPER_A4 };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const WmdPageOptions options = { papers[i], .draft = TRUE };
      g_autoptr (GString) expected = g_string_new (NULL);
      Fixture fixture;
      Checker checker;

      fixture_init (&fixture, GPOINTER_TO_INT (data), &options);
      for (guint j = 0; j < wmd_pages_get_n_boxes (fixture.pages); j++)
        g_string_append (expected, wmd_pages_get_box (fixture.pages, j)->body.text->text);
      paint_all (&fixture, &checker);
      g_assert_cmpstr (checker.text->str, ==, expected->str);
      g_assert_cmpuint (checker.n_fragments, >, 100);
      g_string_free (checker.text, TRUE);
      fixture_clear (&fixture);
    }
}

/* Every line of a justified paragraph but its last ends at the edge of the column. */
static void
test_justified (gconstpointer data)
{
  Fixture fixture;
  guint n_lines = 0;

  fixture_init (&fixture, GPOINTER_TO_INT (data), NULL);
  for (guint i = 0; i < wmd_pages_get_n_boxes (fixture.pages); i++)
    {
      const WmdBox *box = wmd_pages_get_box (fixture.pages, i);
      const WmdText *text = box->body.text;
      gboolean rtl = wmd_language_is_rtl (box->language);

      if (box->style->align != WMD_ALIGN_JUSTIFY)
        continue;
      for (guint j = 0; j + 1 < text->n_lines; j++)
        {
          double edge = rtl ? text->lines[j].x : text->lines[j].x + text->lines[j].width;
          double distance = rtl ? edge : 365.2 - edge;

          g_assert_cmpfloat (distance, <, 0.05);
          g_assert_cmpfloat (distance, >, -10.6); /* one Chinese full stop may hang outside */
          n_lines++;
        }
    }
  g_assert_cmpuint (n_lines, >, 10);
  fixture_clear (&fixture);
}

/* --- questions --- */

static void
test_items (void)
{
  Fixture fixture;
  guint n_found = 0;

  fixture_init (&fixture, WMD_LANGUAGE_EN, NULL);
  for (guint i = 0; i < wmd_publication_get_n_items (fixture.publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (fixture.publication, i);
      guint page = wmd_pages_get_page_of (fixture.pages, item->id);
      guint box, same_page;
      double y;

      g_assert_cmpuint (page, >, 0);
      g_assert_cmpuint (page, <=, wmd_pages_get_n_pages (fixture.pages));
      g_assert_true (wmd_pages_find_item (fixture.pages, item->id, &box, &same_page, &y));
      g_assert_cmpuint (same_page, ==, page);
      g_assert_true (wmd_pages_get_box (fixture.pages, box)->item == item);
      if (item->kind != WMD_ITEM_PARAGRAPH)
        continue;
      g_assert_true (wmd_pages_get_item_at (fixture.pages, page, 200, y + 2) == item);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 5);
  g_assert_cmpuint (wmd_pages_get_page_of (fixture.pages, "no-such-item"), ==, 0);
  g_assert_null (wmd_pages_get_item_at (fixture.pages, 1, 10, 300));  /* in the margin */
  g_assert_null (wmd_pages_get_item_at (fixture.pages, 1, 200, 100)); /* in the masthead */
  fixture_clear (&fixture);
}

/* Setting again keeps the boxes of all items that did not change. */
static void
test_keeps_boxes (void)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text ("Another paragraph.");
  g_autoptr (WmdPublication) publication = NULL;
  g_autoptr (WmdSnapshot) edited = NULL;
  g_autoptr (WmdPages) again = NULL;
  g_autoptr (WmdPages) changed = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  guint n_kept = 0;
  guint n_items;

  fixture_init (&fixture, WMD_LANGUAGE_EN, NULL);
  n_items = wmd_publication_get_n_items (fixture.publication);
  again = wmd_typesetter_set (fixture.typesetter, fixture.publication, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = wmd_pages_get_n_boxes (again) - n_items; i < wmd_pages_get_n_boxes (again); i++)
    g_assert_true (wmd_pages_get_box (again, i) == wmd_pages_get_box (fixture.pages, i));

  edited = test_report_with_fact (fixture.report, WMD_FACT_SYMBOL, "A/78/321");
  publication = wmd_composer_compose (fixture.composer, edited, WMD_LANGUAGE_EN);
  changed = wmd_typesetter_set (fixture.typesetter, publication, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < wmd_pages_get_n_boxes (changed); i++)
    for (guint j = 0; j < wmd_pages_get_n_boxes (fixture.pages); j++)
      n_kept += wmd_pages_get_box (changed, i) == wmd_pages_get_box (fixture.pages, j) ? 1 : 0;
  g_assert_cmpuint (n_kept, ==, n_items);
  fixture_clear (&fixture);
}

static void
test_outlives_typesetter (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 612, 792);
  cairo_t *cr = cairo_create (surface);
  WmdPages *pages;
  guint n_dark = 0;
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_EN, &(WmdPageOptions){ .draft = TRUE });
  pages = wmd_pages_ref (fixture.pages);
  fixture_clear (&fixture);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  wmd_pages_draw (pages, 3, cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < 792; y++)
    for (guint x = 0; x < 612; x++)
      n_dark +=
          cairo_image_surface_get_data (surface)[y * (guint) cairo_image_surface_get_stride (surface) + x * 4] < 128;
  g_assert_cmpuint (n_dark, >, 3000);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  wmd_pages_unref (pages);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* --- errors --- */

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdPages) pages = NULL;
  Fixture fixture;

  fixture_init (&fixture, WMD_LANGUAGE_EN, NULL);
  g_cancellable_cancel (cancellable);
  pages = wmd_typesetter_set (fixture.typesetter, fixture.publication, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (pages);
  fixture_clear (&fixture);
}

static void
test_paper (void)
{
  WmdPaper paper;

  g_assert_true (wmd_paper_from_id ("a4", &paper));
  g_assert_cmpint (paper, ==, WMD_PAPER_A4);
  g_assert_true (wmd_paper_from_id ("letter", &paper));
  g_assert_cmpint (paper, ==, WMD_PAPER_LETTER);
  g_assert_false (wmd_paper_from_id ("legal", &paper));
}

static void
add_for_languages (const char *name, GTestDataFunc function)
{
  for (WmdLanguage i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/%s/%s", name, wmd_language_get_code (i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_for_languages ("golden", test_golden);
  add_for_languages ("complete", test_complete);
  add_for_languages ("justified", test_justified);
  g_test_add_func ("/pages/items", test_items);
  g_test_add_func ("/pages/keeps-boxes", test_keeps_boxes);
  g_test_add_func ("/pages/outlives-typesetter", test_outlives_typesetter);
  g_test_add_func ("/pages/cancelled", test_cancelled);
  g_test_add_func ("/pages/paper", test_paper);
  return g_test_run ();
}
