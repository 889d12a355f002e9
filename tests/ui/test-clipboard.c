/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What other programs and this one put on the clipboard, pasted into a text by the keys that do it. */

#include "ui/body-view.h"
#include "ui/test-ui.h"

typedef struct
{
  WmdReference *reference;
  WmdBody *body;
  GtkWidget *window;
  WmdBodyView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->body = wmd_body_new ("r1", WMD_PART_REPLY);
  fixture->window = gtk_window_new ();
  fixture->view = WMD_BODY_VIEW (wmd_body_view_new ());
  wmd_body_view_set_language (fixture->view, fixture->reference, WMD_LANGUAGE_EN);
  wmd_block_buffer_set_variant (wmd_body_view_get_buffer (fixture->view), NULL, WMD_LANGUAGE_EN);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wmd_body_unref (fixture->body);
  wmd_reference_unref (fixture->reference);
}

/* Kind and markup of every block, one a line. (transfer full) */
static char *
describe (Fixture *fixture)
{
  g_autoptr (GPtrArray) blocks = wmd_block_buffer_dup_blocks (wmd_body_view_get_buffer (fixture->view), fixture->body);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%s: %s\n", wmd_block_kind_get_id (wmd_block_get_kind (blocks->pdata[i])),
                            wmd_inline_get_markup (wmd_block_get_content (blocks->pdata[i])));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  Fixture *fixture;
  const char *expected;
} Expectation;

static gboolean
is_there (gpointer data)
{
  Expectation *expectation = data;
  g_autofree char *text = describe (expectation->fixture);

  return g_str_equal (text, expectation->expected);
}

static void
wait_for (Fixture *fixture, const char *expected)
{
  Expectation expectation = { fixture, expected };

  test_ui_wait_for (is_there, &expectation);
}

/* Text, and HTML that may be NULL, as another program offers them. */
static void
offer (Fixture *fixture, const char *text, const char *html)
{
  g_autoptr (GBytes) bytes = html != NULL ? g_bytes_new (html, strlen (html)) : NULL;
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    bytes != NULL ? gdk_content_provider_new_for_bytes ("text/html", bytes) : NULL,
  };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (providers, bytes != NULL ? 2 : 1);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (fixture->window), content);
}

static void
test_html (Fixture *fixture, gconstpointer data)
{
  offer (fixture, "a b\nc", "<p>a <i>b</i></p><ul><li>c</li></ul>");
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  wait_for (fixture, "paragraph: a <em>b</em>\nbullet: c\n");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  offer (fixture, "(a) One;\n\n(b) Two.\n", NULL);
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  wait_for (fixture, "lettered: One;\nlettered: Two.\n");
  offer (fixture, " More.", NULL);
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  wait_for (fixture, "lettered: One;\nlettered: Two. More.\n");
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start, end;

  offer (fixture, "", "<h1>a</h1><ul><li>b<sup>2</sup></li></ul>");
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  wait_for (fixture, "heading-1: a\nbullet: b<sup>2</sup>\n");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_emit_by_name (fixture->view, "cut-clipboard");
  wait_for (fixture, "");
  /* Another text has a buffer and tags of its own. */
  wmd_block_buffer_set_block (wmd_body_view_get_buffer (fixture->view), NULL, "b7", WMD_BLOCK_PARAGRAPH,
                              WMD_LANGUAGE_FR);
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  wait_for (fixture, "paragraph: a\nb<sup>2</sup>\n");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start, end;

  offer (fixture, "a", "<p>a</p>");
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  wait_for (fixture, "paragraph: a\n");
  gtk_text_view_set_editable (GTK_TEXT_VIEW (fixture->view), FALSE);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_emit_by_name (fixture->view, "cut-clipboard");
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  test_ui_spin ();
  wait_for (fixture, "paragraph: a\n");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/clipboard/html", test_html },
    { "/clipboard/text", test_text },
    { "/clipboard/own", test_own },
    { "/clipboard/read-only", test_read_only },
  };

  test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
