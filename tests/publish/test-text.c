/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plain text: what it says, and that text import reads the same report out of it. */

#include "exchange/text-import.h"
#include "publish/edition.h"
#include "support/support.h"

#include <string.h>

static char *
write_text (WmdPublication *publication)
{
  g_autoptr (GBytes) bytes = test_edition_write (publication, "txt");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_holds_edition (gconstpointer data)
{
  g_autoptr (WmdPublication) publication = test_edition_new (GPOINTER_TO_INT (data));
  const WmdMasthead *masthead = wmd_publication_get_masthead (publication);
  g_autofree char *text = write_text (publication);

  test_assert_holds_edition (text, publication, FALSE);
  g_assert_nonnull (strstr (text, masthead->symbol));
  g_assert_nonnull (strstr (text, masthead->originals));
  g_assert_nonnull (strstr (text, masthead->agenda_item));
  g_assert_true (g_str_has_suffix (text, "\n"));
  g_assert_false (g_str_has_suffix (text, "\n\n"));
  g_assert_null (strstr (text, "\n\n\n"));
}

typedef struct
{
  const char *markup;
  const char *text;
} Case;

static const Case cases[] = {
  { "Articles 134<sup>11</sup> and 140<sup>(1)</sup>, n<sup>o</sup> 3", "Articles 134¹¹ and 140⁽¹⁾, nᵒ 3" },
  { "H<sub>2</sub>O and x<sup>Ж</sup>", "H₂O and xЖ" },
  { "<a href=\"https://example.org/a(b)\">The text</a>.", "[The text](https://example.org/a(b))." },
  { "<a href=\"https://www.example.org\">www.example.org</a>", "www.example.org" },
  { "See <a href=\"https://undocs.org/en/S/RES/1540(2004)\">resolution 1540 (2004)</a>.",
    "See [resolution 1540 (2004)](https://undocs.org/en/S/RES/1540(2004))." },
  { "Security Council resolution 1540 (2004)", "Security Council resolution 1540 (2004)" },
  { "<a href=\"https://a.org/x\">one</a><a href=\"https://a.org/y\">two</a>",
    "[one](https://a.org/x)[two](https://a.org/y)" },
  { "A <strong><em>both</em></strong> &lt;b&gt;", "A both <b>" },
};

static void
test_inline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmdPublication) publication = test_edition_new_with (WMD_LANGUAGE_EN, cases[i].markup);
      g_autofree char *text = write_text (publication);
      g_autofree char *line = g_strdup_printf ("\n%s\n", cases[i].text);

      if (strstr (text, line) == NULL)
        g_error ("“%s” is not a line of\n%s", cases[i].text, text);
    }
}

/* Notes follow their paragraph and are numbered through; items of a list stand together. */
static void
test_blocks (void)
{
  g_autoptr (WmdPublication) publication =
      test_edition_new_with (WMD_LANGUAGE_EN, "One<note>First, A/78/150.</note> and two<note>Second.</note>.");
  g_autofree char *text = write_text (publication);

  g_assert_nonnull (strstr (text, "\n\nOne² and two³.\n\n² First, A/78/150.\n\n³ Second.\n\n"));
  g_assert_nonnull (strstr (text, "\n\n- Border control.\n    - On land.\n    - At sea.\n- Exchange of information.\n"
                                  "    (i) With neighbours.\n    (ii) With organizations.\n\n"));
  g_assert_nonnull (strstr (text, ":\n\n(a) A national committee was established;\n    (i) For coordination;\n"
                                  "    (ii) For licences;\n(b) 25 customs officers were trained.\n"
                                  "    (i) At ports;\n    (ii) At airports.\n\n"));
  g_assert_nonnull (strstr (text, "\n\n1. In its resolution 77/75, "));
  g_assert_nonnull (strstr (text, "\n\n* A/78/150.\n\n23-13333 (E) 100723\n\nContents\n\nI. Introduction\n"));
}

/* Everything of a publication but its ids and the emphasis and levels of heading that text does not show. */
static char *
describe (const WmdPublication *publication)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (publication);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n%s\n%s\n%s\n%s\n%s\n%s\n", masthead->symbol, masthead->date, masthead->version,
                          masthead->originals, masthead->session, masthead->agenda_item, masthead->job_number);
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);
      WmdItemKind kind = item->kind == WMD_ITEM_HEADING_2 ? WMD_ITEM_HEADING_1 : item->kind;
      g_autofree char *markup = g_strdup (wmd_inline_get_markup (item->content));
      g_autoptr (GRegex) emphasis = g_regex_new ("</?(?:em|strong)>", 0, 0, NULL);
      g_autofree char *plain = g_regex_replace_literal (emphasis, markup, -1, 0, "", 0, NULL);

      g_string_append_printf (out, "%s %s %s\n", wmd_item_kind_get_id (kind), item->label, plain);
    }
  return g_string_free (out, FALSE);
}

static WmdPublication *
import (WmdReference *reference, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdImport) imported = wmd_text_import (reference, text, length, &error);
  g_autoptr (WmdComposer) composer = wmd_composer_new (reference);

  g_assert_no_error (error);
  return wmd_composer_compose (composer, imported->snapshot, imported->language);
}

/* Importing what was exported of an imported report gives that report. */
static void
assert_survives (const char *path)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  gsize length;
  g_autofree char *original = test_read_file (path, &length);
  g_autoptr (WmdPublication) first = import (reference, original, length);
  g_autofree char *text = write_text (first);
  g_autoptr (WmdPublication) second = import (reference, text, strlen (text));
  g_autofree char *before = describe (first);
  g_autofree char *after = describe (second);

  g_assert_cmpuint (wmd_publication_get_n_items (first), >, 20);
  g_assert_cmpstr (after, ==, before);
}

static void
test_round_trip (void)
{
  static const char *const forms[] = { "issued", "layout", "markdown" };

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
      {
        g_autofree char *name = g_strdup_printf ("report-%s-%s.txt", wmd_language_get_code (i), forms[j]);
        g_autofree char *path = test_source_path ("tests", "exchange", "data", name, NULL);

        assert_survives (path);
      }
}

/* (transfer full) */
static char *
describe_lists (const WmdPublication *publication)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (wmd_item_kind_get_list_level (item->kind) > 0)
        g_string_append_printf (out, "%s %s %s\n", wmd_item_kind_get_id (item->kind), item->label,
                                wmd_inline_get_text (item->content));
    }
  return g_string_free (out, FALSE);
}

/* Lists within lists come back with their levels. */
static void
test_round_trip_lists (gconstpointer data)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdPublication) first = test_edition_new (GPOINTER_TO_INT (data));
  g_autofree char *text = write_text (first);
  g_autoptr (WmdPublication) second = import (reference, text, strlen (text));
  g_autofree char *before = describe_lists (first);
  g_autofree char *after = describe_lists (second);

  g_assert_cmpstr (after, ==, before);
}

static void
test_round_trip_real (void)
{
  g_autofree char *path = test_material_path ("real", "report-2023-zh.txt", NULL);

  if (path != NULL)
    assert_survives (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/text/holds-edition/", wmd_language_get_code (i), NULL);
      g_autofree char *lists = g_strconcat ("/text/round-trip/lists/", wmd_language_get_code (i), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_holds_edition);
      g_test_add_data_func (lists, GINT_TO_POINTER (i), test_round_trip_lists);
    }
  g_test_add_func ("/text/inline", test_inline);
  g_test_add_func ("/text/blocks", test_blocks);
  g_test_add_func ("/text/round-trip", test_round_trip);
  g_test_add_func ("/text/round-trip/real", test_round_trip_real);
  return g_test_run ();
}
