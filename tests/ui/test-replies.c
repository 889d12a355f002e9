/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Replies that come as documents: added, asked about, refused, taken back. */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/document-support.h"
#include "ui/test-ui.h"

static const char mexico[] =
    "Permanent Mission of Mexico\n\nThe Government has taken these measures to prevent it.\n\n31 May 2023\n";
static const char kazakhstan[] = "Mission permanente du Kazakhstan\n\nLe Gouvernement a pris les mesures qui sont "
                                 "décrites dans le présent document.\n";
static const char portugal[] = "O Governo de Portugal atribui grande importância à não proliferação e à cooperação com "
                               "as organizações, e adotou as "
                               "medidas que se seguem para evitar que os terroristas as obtenham.\n";

/* (transfer full) */
static char *
write_file (const char *name, const void *data, gssize length)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, data, length, NULL));
  return path;
}

static void
add_files (TestUiFixture *fixture, ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *path;
  va_list list;

  va_start (list, fixture);
  while ((path = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (paths, (char *) path);
  va_end (list);
  g_ptr_array_add (paths, NULL);
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), "win.add-replies-from",
                                      g_variant_new_strv ((const char *const *) paths->pdata, -1));
}

static guint
count_replies (TestUiFixture *fixture)
{
  return g_list_model_get_n_items (wmd_report_list_replies (wmd_session_get_report (fixture->session)));
}

/* --- waiting --- */

static gboolean
is_modified (gpointer session)
{
  return wmd_history_get_can_undo (wmd_session_get_history (session));
}

static gboolean
is_asked (gpointer unused)
{
  return test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
has_noticed (gpointer session)
{
  return wmd_session_get_noticed (session) != NULL;
}

/* Answers the question that comes, whose words these are some of. */
static void
answer (const char *words, const char *response)
{
  GtkWindow *dialog;

  test_ui_wait_for (is_asked, NULL);
  dialog = test_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (test_ui_has_text (dialog, words));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  test_ui_spin ();
}

/* --- tests --- */

static void
test_new (TestUiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("mexico.txt", mexico, -1);
  const guint n = count_replies (fixture);
  WmdPart *part;

  add_files (fixture, path, NULL);
  test_ui_wait_for (has_noticed, fixture->session);
  g_assert_cmpuint (count_replies (fixture), ==, n + 1);
  part = wmd_session_get_part (fixture->session);
  g_assert_cmpstr (wmd_body_get_field (wmd_part_get_body (part), WMD_FIELD_RESPONDENT), ==, "MEX");
  g_assert_cmpstr (wmd_body_get_field (wmd_part_get_body (part), WMD_FIELD_DATE), ==, "2023-05-31");
  g_assert_cmpint (wmd_session_get_language (fixture->session), ==, WMD_LANGUAGE_EN);
  g_assert_true (test_ui_has_text (fixture->window, "The reply of Mexico was added"));

  wmd_session_undo (fixture->session);
  g_assert_cmpuint (count_replies (fixture), ==, n);
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));
  g_unlink (path);
}

/* Another language of the reply that is there, or a second one. */
static void
test_held (TestUiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("kazakhstan.txt", kazakhstan, -1);
  WmdPart *part = test_ui_find_reply (fixture->session, "KAZ");
  g_autoptr (WmdBody) without = wmd_body_with_variant (wmd_part_get_body (part), WMD_LANGUAGE_FR, NULL);
  const guint n = count_replies (fixture);

  add_files (fixture, path, NULL);
  answer ("in which that reply has a text", "cancel");
  g_assert_false (wmd_history_get_can_undo (wmd_session_get_history (fixture->session)));

  add_files (fixture, path, NULL);
  answer ("Kazakhstan Has a Reply Already", "new");
  g_assert_cmpuint (count_replies (fixture), ==, n + 1);
  wmd_session_undo (fixture->session);

  g_assert_true (wmd_session_replace_body (fixture->session, without, "Change", NULL));
  add_files (fixture, path, NULL);
  answer ("in which that reply has no text", "join");
  g_assert_cmpuint (count_replies (fixture), ==, n);
  g_assert_nonnull (wmd_body_get_variant (wmd_part_get_body (part), WMD_LANGUAGE_FR));
  g_assert_cmpint (wmd_session_get_language (fixture->session), ==, WMD_LANGUAGE_FR);
  g_unlink (path);
}

static void
test_language (TestUiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("portugal.txt", portugal, -1);
  const guint n = count_replies (fixture);

  add_files (fixture, path, NULL);
  answer ("Which Language?", "cancel");
  g_assert_cmpuint (count_replies (fixture), ==, n);
  add_files (fixture, path, NULL);
  answer ("Which Language?", "es");
  g_assert_cmpuint (count_replies (fixture), ==, n + 1);
  g_assert_cmpint (wmd_session_get_language (fixture->session), ==, WMD_LANGUAGE_ES);
  g_unlink (path);
}

/* Several at once: what cannot be read does not keep the others out. */
static void
test_several (TestUiFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) docx =
      test_make_docx ("<w:p><w:r><w:t>The Government of Ghana has taken these measures to prevent it."
                      "</w:t></w:r></w:p><w:p><w:r><w:drawing/></w:r></w:p>");
  g_autofree char *pdf = write_file ("reply.pdf", "%PDF-1.7", -1);
  g_autofree char *word = write_file ("reply.docx", g_bytes_get_data (docx, NULL), (gssize) g_bytes_get_size (docx));
  g_autofree char *text = write_file ("mexico.txt", mexico, -1);
  const guint n = count_replies (fixture);

  add_files (fixture, pdf, word, text, NULL);
  answer ("Cannot Add “reply.pdf”", "cancel");
  test_ui_wait_for (has_noticed, fixture->session);
  g_assert_cmpuint (count_replies (fixture), ==, n + 2);
  g_assert_cmpuint (wmd_session_get_noticed (fixture->session)->len, ==, 1);
  g_assert_true (test_ui_has_text (fixture->window, "2 replies were added. 1 thing was noticed"));

  /* Each is a step. */
  wmd_session_undo (fixture->session);
  g_assert_cmpuint (count_replies (fixture), ==, n + 1);
  g_unlink (pdf);
  g_unlink (word);
  g_unlink (text);
}

static void
test_drop (TestUiFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) odt = test_make_odt ("<text:p>The Government has taken these measures to prevent it.</text:p>");
  g_autofree char *path = write_file ("reply.odt", g_bytes_get_data (odt, NULL), (gssize) g_bytes_get_size (odt));

  g_assert_true (test_ui_drop (fixture->window, path));
  test_ui_wait_for (is_modified, fixture->session);
  test_ui_wait_for (has_noticed, fixture->session);
  g_assert_nonnull (test_ui_find_reply (fixture->session, "CUB")); /* by the page header */
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*function) (TestUiFixture *, gconstpointer);
  } tests[] = {
    { "/replies/new", test_new },         { "/replies/held", test_held }, { "/replies/language", test_language },
    { "/replies/several", test_several }, { "/replies/drop", test_drop },
  };

  test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestUiFixture, NULL, test_ui_set_up, tests[i].function, test_ui_tear_down);
  return g_test_run ();
}
