/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture for the place of the emblem: what is one and what is not, and that it stays what it was. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "typeset/pages.h"
#include "typeset/style.h"

typedef struct
{
  char *folder;
  char *path; /* of a file in it */
} Fixture;

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"10\"><path d=\"M0 0h30v10H0z\"/></svg>"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("wmd-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a picture", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
save_picture (const Fixture *fixture, const char *format)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 20);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (picture, 0x204060ff);
  gdk_pixbuf_save (picture, fixture->path, format, &error, NULL);
  g_assert_no_error (error);
}

static void
save_text (const Fixture *fixture, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, length, &error);
  g_assert_no_error (error);
}

static WmdEmblem *
read_emblem (const Fixture *fixture)
{
  WmdEmblem *emblem = wmd_emblem_new (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (wmd_emblem_read (emblem, &error));
  g_assert_no_error (error);
  return emblem;
}

static void
assert_size (const WmdEmblem *emblem, double width, double height)
{
  double across, down;

  wmd_emblem_get_size (emblem, &across, &down);
  g_assert_cmpfloat_with_epsilon (across, width, 0.01);
  g_assert_cmpfloat_with_epsilon (down, height, 0.01);
}

static gboolean
is_png (GBytes *bytes)
{
  return g_bytes_get_size (bytes) > 8 && memcmp (g_bytes_get_data (bytes, NULL), "\211PNG", 4) == 0;
}

/* Documents hold PNG and SVG as they are; Word files hold PNG alone. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *format, *extension;
  } kinds[] = { { "png", ".png" }, { "jpeg", ".png" }, { "svg", ".svg" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean svg = strcmp (kinds[i].format, "svg") == 0;
      g_autoptr (WmdEmblem) emblem = NULL;
      g_autoptr (GBytes) png = NULL;

      if (svg)
        save_text (fixture, SVG, -1);
      else
        save_picture (fixture, kinds[i].format);
      emblem = read_emblem (fixture);
      png = wmd_emblem_dup_png (emblem);
      g_assert_cmpstr (wmd_emblem_get_extension (emblem), ==, kinds[i].extension);
      g_assert_true (is_png (wmd_emblem_get_bytes (emblem)) == !svg);
      g_assert_true (is_png (png));
      g_assert_false (gdk_pixbuf_get_has_alpha (wmd_emblem_get_pixels (emblem)));
      assert_size (emblem, WMD_EMBLEM_WIDTH, svg ? WMD_EMBLEM_WIDTH / 3 : WMD_EMBLEM_WIDTH / 2);
    }
}

/* The message names the file, and says what can be done. */
static void
assert_no_picture (const Fixture *fixture)
{
  g_autoptr (WmdEmblem) emblem = wmd_emblem_new (fixture->path);
  g_autoptr (GError) error = NULL, again = NULL;

  g_assert_false (wmd_emblem_read (emblem, &error));
  g_assert_error (error, WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, "or none"));
  g_assert_false (wmd_emblem_read (emblem, &again));
  g_assert_cmpstr (again->message, ==, error->message);
}

static void
test_no_pictures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *picture = NULL;
  gsize length;

  assert_no_picture (fixture);
  save_text (fixture, "", 0);
  assert_no_picture (fixture);
  save_text (fixture, "This is not a picture.", -1);
  assert_no_picture (fixture);
  save_text (fixture, SVG, strlen (SVG) / 2);
  assert_no_picture (fixture);
  save_picture (fixture, "png");
  g_assert_true (g_file_get_contents (fixture->path, &picture, &length, NULL));
  save_text (fixture, picture, 20);
  assert_no_picture (fixture);
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0777), ==, 0);
  assert_no_picture (fixture);
  g_rmdir (fixture->path);
}

/* What was read is shown, whatever becomes of the file. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdEmblem) emblem = NULL;
  g_autoptr (WmdEmblem) later = NULL;

  save_text (fixture, SVG, -1);
  emblem = read_emblem (fixture);
  save_picture (fixture, "png");
  g_assert_true (wmd_emblem_read (emblem, NULL));
  assert_size (emblem, WMD_EMBLEM_WIDTH, WMD_EMBLEM_WIDTH / 3);
  later = read_emblem (fixture);
  assert_size (later, WMD_EMBLEM_WIDTH, WMD_EMBLEM_WIDTH / 2);
}

static gpointer
read_thread (gpointer emblem)
{
  return GINT_TO_POINTER (wmd_emblem_read (emblem, NULL));
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdEmblem) emblem = wmd_emblem_new (fixture->path);
  GThread *threads[4];

  save_picture (fixture, "png");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_thread, emblem);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

static void
test_options (void)
{
  g_autoptr (WmdEmblem) emblem = wmd_emblem_new ("a"), same_file = wmd_emblem_new ("a");
  const WmdPageOptions options = { .paper = WMD_PAPER_A4, .draft = TRUE, .emblem = emblem };
  WmdPageOptions copy = { WMD_PAPER_LETTER }, other;

  wmd_page_options_set (&copy, &options);
  g_assert_true (wmd_page_options_equal (&copy, &options));
  other = options, other.paper = WMD_PAPER_LETTER;
  g_assert_false (wmd_page_options_equal (&copy, &other));
  other = options, other.draft = FALSE;
  g_assert_false (wmd_page_options_equal (&copy, &other));
  other = options, other.emblem = same_file; /* which may have changed between the two */
  g_assert_false (wmd_page_options_equal (&copy, &other));
  other = options, other.whole_words = TRUE;
  g_assert_false (wmd_page_options_equal (&copy, &other));
  wmd_page_options_clear (&copy);
  g_assert_null (copy.emblem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/emblem/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (kinds);
  ADD (no_pictures);
  ADD (stays);
  ADD (threads);
#undef ADD
  g_test_add_func ("/emblem/options", test_options);
  return g_test_run ();
}
