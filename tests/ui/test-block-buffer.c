/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines and blocks: what the user does to the text, and what becomes of ids, kinds and spans. */

#include "ui/block-buffer.h"

#include "ui/test-ui.h"

typedef struct
{
  WmdBlockBuffer *buffer;
  WmdBody *body;
  guint n_edited;
} Fixture;

static void
edited_cb (Fixture *fixture)
{
  fixture->n_edited++;
}

static WmdVariant *
build_variant (const char *const *markup, const WmdBlockKind *kinds)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);

  for (guint i = 0; markup[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdInline) content = wmd_inline_parse (markup[i], &error);
      g_autofree char *id = g_strdup_printf ("b%u", i + 1);

      g_assert_no_error (error);
      g_ptr_array_add (blocks, wmd_block_new (id, kinds != NULL ? kinds[i] : WMD_BLOCK_PARAGRAPH, content));
    }
  return wmd_variant_new (WMD_LANGUAGE_EN, blocks);
}

static void
show (Fixture *fixture, const char *const *markup, const WmdBlockKind *kinds)
{
  g_autoptr (WmdVariant) variant = build_variant (markup, kinds);
  g_autoptr (WmdBody) body = wmd_body_new ("r1", WMD_PART_REPLY);

  g_clear_pointer (&fixture->body, wmd_body_unref);
  fixture->body = wmd_body_with_variant (body, WMD_LANGUAGE_EN, variant);
  wmd_block_buffer_set_variant (fixture->buffer, variant, WMD_LANGUAGE_EN);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->buffer = wmd_block_buffer_new ();
  g_signal_connect_swapped (fixture->buffer, "edited", G_CALLBACK (edited_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->body, wmd_body_unref);
  /* GTK keeps a buffer alive in which something was selected. */
  g_object_unref (fixture->buffer);
}

/* "id kind markup" of every block, one a line. */
static char *
describe (Fixture *fixture)
{
  g_autoptr (GPtrArray) blocks = wmd_block_buffer_dup_blocks (fixture->buffer, fixture->body);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      WmdBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "\n" : "", wmd_block_get_id (block),
                              wmd_block_kind_get_id (wmd_block_get_kind (block)),
                              wmd_inline_get_markup (wmd_block_get_content (block)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_blocks(fixture, expected)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *described = describe (fixture);                                                                   \
    g_assert_cmpstr (described, ==, expected);                                                                         \
  }                                                                                                                    \
  G_STMT_END

/* Types @text at a character of a line, as a user does. */
static void
type_at (Fixture *fixture, int line, int offset, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, line, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
select_text (Fixture *fixture, int line, int offset, int end_line, int end_offset)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, line, offset);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end, end_line, end_offset);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static void
delete_text (Fixture *fixture, int line, int offset, int end_line, int end_offset)
{
  select_text (fixture, line, offset, end_line, end_offset);
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (fixture->buffer), TRUE, TRUE);
}

static const char *const two[] = { "one", "two", NULL };

static void
test_show (Fixture *fixture, gconstpointer data)
{
  const char *const markup[] = {
    "plain",
    "<em>all</em> and <strong>bold</strong> x<sup>2</sup> H<sub>2</sub>O",
    "see <a href=\"https://docs.un.org/A/78/1\">A/78/1</a> until <field name=\"deadline\"/>",
    "noted<note>see <em>there</em></note> here",
    "é日本 <em>😀</em> end",
    NULL,
  };
  g_autoptr (GPtrArray) blocks = NULL;

  show (fixture, markup, NULL);
  blocks = wmd_block_buffer_dup_blocks (fixture->buffer, fixture->body);
  g_assert_cmpuint (blocks->len, ==, 5);
  for (guint i = 0; i < blocks->len; i++)
    g_assert_true (g_ptr_array_index (blocks, i) ==
                   wmd_variant_get_block (wmd_body_get_variant (fixture->body, WMD_LANGUAGE_EN), i));
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

/* What was read back from the tags is what was shown. */
static void
test_read_back (Fixture *fixture, gconstpointer data)
{
  const char *const markup[] = {
    "<em>all</em> and <strong>bold</strong> x<sup>2</sup> H<sub>2</sub>O",
    "see <a href=\"https://docs.un.org/A/78/1\">A/78/<em>1</em></a> until <field name=\"deadline\"/><field "
    "name=\"deadline\"/>",
    "noted<note>see <em>there</em></note> here<note>again</note>",
    "é日本 <em>😀</em> end\nsecond line",
    NULL,
  };

  show (fixture, markup, NULL);
  for (int line = 0; line < 4; line++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdInline) given = wmd_inline_parse (markup[line], &error);
      g_autoptr (WmdInline) expected = NULL;
      g_autoptr (GPtrArray) blocks = NULL;

      g_assert_no_error (error);
      type_at (fixture, line, 0, "X");
      blocks = wmd_block_buffer_dup_blocks (fixture->buffer, fixture->body);
      expected = wmd_inline_slice (wmd_block_get_content (g_ptr_array_index (blocks, line)), 1,
                                   strlen (wmd_block_get_text (g_ptr_array_index (blocks, line))));
      g_assert_cmpstr (wmd_inline_get_markup (expected), ==, wmd_inline_get_markup (given));
    }
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  type_at (fixture, 0, 3, " more");
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  assert_blocks (fixture, "b1 paragraph one more\nb2 paragraph two");
  type_at (fixture, 0, 8, "!");
  g_assert_true (wmd_block_buffer_get_contiguous (fixture->buffer));
  type_at (fixture, 0, 0, "!");
  g_assert_false (wmd_block_buffer_get_contiguous (fixture->buffer));
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  type_at (fixture, 0, 2, "\n");
  assert_blocks (fixture, "b1 paragraph on\nb3 paragraph e\nb2 paragraph two");
}

/* Room made above a block leaves the block its id; the empty line is no block until something is in it. */
static void
test_push_down (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  type_at (fixture, 1, 0, "\n");
  assert_blocks (fixture, "b1 paragraph one\nb2 paragraph two");
  type_at (fixture, 1, 0, "new");
  assert_blocks (fixture, "b1 paragraph one\nb3 paragraph new\nb2 paragraph two");
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  delete_text (fixture, 0, 3, 1, 0);
  assert_blocks (fixture, "b1 paragraph onetwo");
}

/* The first line goes as a whole: what stays is the second one. */
static void
test_delete_line (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  delete_text (fixture, 0, 0, 1, 0);
  assert_blocks (fixture, "b2 paragraph two");
}

static void
test_empty_and_back (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  delete_text (fixture, 1, 0, 1, 3);
  assert_blocks (fixture, "b1 paragraph one");
  type_at (fixture, 1, 0, "again");
  assert_blocks (fixture, "b1 paragraph one\nb2 paragraph again");
  delete_text (fixture, 0, 0, 1, 5);
  assert_blocks (fixture, "");
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  type_at (fixture, 1, 3, "\nthree\nfour\nfive");
  assert_blocks (fixture,
                 "b1 paragraph one\nb2 paragraph two\nb3 paragraph three\nb4 paragraph four\nb5 paragraph five");
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  const WmdBlockKind kinds[] = { WMD_BLOCK_HEADING_1, WMD_BLOCK_BULLET };

  show (fixture, two, kinds);
  type_at (fixture, 0, 3, "\ntext");
  assert_blocks (fixture, "b1 heading-1 one\nb3 paragraph text\nb2 bullet two");
  type_at (fixture, 2, 3, "\nthree");
  assert_blocks (fixture, "b1 heading-1 one\nb3 paragraph text\nb2 bullet two\nb4 bullet three");
  g_assert_cmpuint (wmd_block_buffer_get_item_number (fixture->buffer, 3), ==, 2);
  g_assert_cmpuint (wmd_block_buffer_get_item_number (fixture->buffer, 1), ==, 0);

  select_text (fixture, 1, 1, 2, 1);
  wmd_block_buffer_set_kind (fixture->buffer, WMD_BLOCK_LETTERED);
  assert_blocks (fixture, "b1 heading-1 one\nb3 lettered text\nb2 lettered two\nb4 bullet three");
}

static void
place_at_line (Fixture *fixture, int line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (fixture->buffer), &iter, line);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (fixture->buffer), &iter);
}

/* Items go below another item and come back; what is no item, and the first item, stay. */
static void
test_levels (Fixture *fixture, gconstpointer data)
{
  const char *const markup[] = { "text", "one", "two", "three", "four", "five", NULL };
  const WmdBlockKind kinds[] = { WMD_BLOCK_PARAGRAPH,  WMD_BLOCK_LETTERED, WMD_BLOCK_LETTERED,
                                 WMD_BLOCK_LETTERED_2, WMD_BLOCK_LETTERED, WMD_BLOCK_BULLET_2 };
  const guint numbers[] = { 0, 1, 1, 2, 2, 1 };

  show (fixture, markup, kinds);
  for (int line = 0; line < 2; line++)
    {
      place_at_line (fixture, line);
      g_assert_false (wmd_block_buffer_set_item_level (fixture->buffer, 2));
      g_assert_false (wmd_block_buffer_set_item_level (fixture->buffer, 1));
    }
  fixture->n_edited = 0;
  place_at_line (fixture, 2);
  g_assert_true (wmd_block_buffer_set_item_level (fixture->buffer, 2));
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_false (wmd_block_buffer_get_contiguous (fixture->buffer));
  assert_blocks (fixture, "b1 paragraph text\nb2 lettered one\nb3 lettered-2 two\nb4 lettered-2 three\n"
                          "b5 lettered four\nb6 bullet-2 five");
  for (guint line = 0; line < G_N_ELEMENTS (numbers); line++)
    g_assert_cmpuint (wmd_block_buffer_get_item_number (fixture->buffer, line), ==, numbers[line]);

  select_text (fixture, 0, 1, 5, 1);
  g_assert_true (wmd_block_buffer_set_item_level (fixture->buffer, 1));
  assert_blocks (fixture, "b1 paragraph text\nb2 lettered one\nb3 lettered two\nb4 lettered three\n"
                          "b5 lettered four\nb6 bullet five");
  select_text (fixture, 0, 1, 5, 1);
  g_assert_true (wmd_block_buffer_set_item_level (fixture->buffer, 2));
  assert_blocks (fixture, "b1 paragraph text\nb2 lettered one\nb3 lettered-2 two\nb4 lettered-2 three\n"
                          "b5 lettered-2 four\nb6 bullet-2 five");
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  show (fixture, two, NULL);
  select_text (fixture, 0, 0, 0, 2);
  g_assert_false (wmd_block_buffer_get_span_active (fixture->buffer, WMD_SPAN_STRONG));
  wmd_block_buffer_toggle_span (fixture->buffer, WMD_SPAN_STRONG);
  g_assert_true (wmd_block_buffer_get_span_active (fixture->buffer, WMD_SPAN_STRONG));
  assert_blocks (fixture, "b1 paragraph <strong>on</strong>e\nb2 paragraph two");
  wmd_block_buffer_toggle_span (fixture->buffer, WMD_SPAN_SUPERSCRIPT);
  wmd_block_buffer_toggle_span (fixture->buffer, WMD_SPAN_SUBSCRIPT);
  assert_blocks (fixture, "b1 paragraph <strong><sub>on</sub></strong>e\nb2 paragraph two");
  wmd_block_buffer_toggle_span (fixture->buffer, WMD_SPAN_SUBSCRIPT);
  wmd_block_buffer_toggle_span (fixture->buffer, WMD_SPAN_STRONG);
  assert_blocks (fixture, "b1 paragraph one\nb2 paragraph two");
}

/* Typing goes on in what stands before the cursor, unless the user switched it. */
static void
test_active_spans (Fixture *fixture, gconstpointer data)
{
  const char *const markup[] = { "a<em>b</em>c", NULL };
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);

  show (fixture, markup, NULL);
  type_at (fixture, 0, 2, "X");
  assert_blocks (fixture, "b1 paragraph a<em>bX</em>c");
  wmd_block_buffer_toggle_span (fixture->buffer, WMD_SPAN_EMPHASIS);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "Y", -1, TRUE);
  assert_blocks (fixture, "b1 paragraph a<em>bX</em>Yc");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  const char *const markup[] = { "by <field name=\"deadline\"/>.", NULL };

  show (fixture, markup, NULL);
  type_at (fixture, 0, 6, "X");
  assert_blocks (fixture, "b1 paragraph by <field name=\"deadline\"/>X.");
  delete_text (fixture, 0, 5, 0, 6);
  assert_blocks (fixture, "b1 paragraph by X.");
  wmd_block_buffer_insert_field (fixture->buffer, "session");
  assert_blocks (fixture, "b1 paragraph by <field name=\"session\"/>X.");
}

static void
test_links_and_notes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;

  show (fixture, two, NULL);
  select_text (fixture, 0, 0, 0, 3);
  wmd_block_buffer_set_link (fixture->buffer, "https://example.org");
  assert_blocks (fixture, "b1 paragraph <a href=\"https://example.org\">one</a>\nb2 paragraph two");
  g_assert_cmpstr (wmd_block_buffer_get_link (fixture->buffer), ==, "https://example.org");
  wmd_block_buffer_set_link (fixture->buffer, NULL);

  select_text (fixture, 1, 3, 1, 3);
  g_assert_null (wmd_block_buffer_dup_note (fixture->buffer));
  wmd_block_buffer_set_note (fixture->buffer, "5 < 6");
  assert_blocks (fixture, "b1 paragraph one\nb2 paragraph two<note>5 &lt; 6</note>");
  note = wmd_block_buffer_dup_note (fixture->buffer);
  g_assert_cmpstr (note, ==, "5 < 6");
  select_text (fixture, 1, 3, 1, 4);
  wmd_block_buffer_set_note (fixture->buffer, "5 < 60");
  assert_blocks (fixture, "b1 paragraph one\nb2 paragraph two<note>5 &lt; 60</note>");
  wmd_block_buffer_set_note (fixture->buffer, "");
  assert_blocks (fixture, "b1 paragraph one\nb2 paragraph two");
}

/* What is marked in a footnote stays so when its words change. */
static void
test_marked_note (Fixture *fixture, gconstpointer data)
{
  show (fixture, (const char *const[]){ "one<note>see <em>there</em>, <field name=\"deadline\"/></note>", NULL }, NULL);
  select_text (fixture, 0, 4, 0, 4);
  wmd_block_buffer_set_note (fixture->buffer, "not there, {deadline}");
  assert_blocks (fixture, "b1 paragraph one<note>not <em>there</em>, <field name=\"deadline\"/></note>");
}

/* A change from elsewhere leaves the cursor with the words it stands in. */
static void
test_cursor_stays (Fixture *fixture, gconstpointer data)
{
  const char *const changed[] = { "zero", "one and a half", "two", NULL };
  g_autoptr (WmdVariant) variant = NULL;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (WmdVariant) made = build_variant (changed, NULL);
  g_autoptr (WmdBlock) first = wmd_block_with_id (wmd_variant_get_block (made, 0), "b9");
  g_autoptr (WmdBlock) second = wmd_block_with_id (wmd_variant_get_block (made, 1), "b1");
  g_autoptr (WmdBlock) third = wmd_block_with_id (wmd_variant_get_block (made, 2), "b2");
  GtkTextIter iter;

  show (fixture, two, NULL);
  select_text (fixture, 1, 1, 1, 1);
  g_ptr_array_add (blocks, first);
  g_ptr_array_add (blocks, second);
  g_ptr_array_add (blocks, third);
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  wmd_block_buffer_set_variant (fixture->buffer, variant, WMD_LANGUAGE_EN);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 2);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&iter), ==, 1);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  assert_blocks (fixture, "b9 paragraph zero\nb1 paragraph one and a half\nb2 paragraph two");
}

/* An empty line that was just made stays while the blocks come back unchanged from the report. */
static void
test_empty_line_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (WmdVariant) variant = NULL;

  show (fixture, two, NULL);
  type_at (fixture, 0, 3, "\n");
  blocks = wmd_block_buffer_dup_blocks (fixture->buffer, fixture->body);
  variant = wmd_variant_new (WMD_LANGUAGE_EN, blocks);
  wmd_block_buffer_set_variant (fixture->buffer, variant, WMD_LANGUAGE_EN);
  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (fixture->buffer)), ==, 3);
}

static void
test_single_block (Fixture *fixture, gconstpointer data)
{
  fixture->body = wmd_body_new ("r1", WMD_PART_REPLY);
  wmd_block_buffer_set_block (fixture->buffer, NULL, "b7", WMD_BLOCK_BULLET, WMD_LANGUAGE_FR);
  type_at (fixture, 0, 0, "un\ndeux");
  assert_blocks (fixture, "b7 bullet un\ndeux");
}

/* Against a list of strings that is edited the same way: every line's text, and one id per line, never two alike. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "a", "日", "\n", "x\ny", "\n\n", " " };
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);

  show (fixture, two, NULL);
  for (int step = 0; step < 2000; step++)
    {
      const int n = gtk_text_buffer_get_char_count (buffer);
      g_autoptr (GPtrArray) blocks = NULL;
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_auto (GStrv) lines = NULL;
      g_autofree char *text = NULL;
      guint block = 0;
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, g_test_rand_int_range (0, n + 1));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, g_test_rand_int_range (0, n + 1));
      gtk_text_iter_order (&start, &end);
      if (g_test_rand_bit () && n < 200)
        gtk_text_buffer_insert (buffer, &start, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))], -1);
      else if (gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) < 8)
        gtk_text_buffer_delete (buffer, &start, &end);

      g_object_get (buffer, "text", &text, NULL);
      lines = g_strsplit (text, "\n", -1);
      blocks = wmd_block_buffer_dup_blocks (fixture->buffer, fixture->body);
      for (guint line = 0; lines[line] != NULL; line++)
        if (lines[line][0] != '\0')
          {
            g_assert_cmpuint (block, <, blocks->len);
            g_assert_cmpstr (wmd_block_get_text (g_ptr_array_index (blocks, block)), ==, lines[line]);
            g_assert_true (g_hash_table_add (ids, (char *) wmd_block_get_id (g_ptr_array_index (blocks, block))));
            block++;
          }
      g_assert_cmpuint (block, ==, blocks->len);
    }
}

#define STRV(...) ((const char *const[]){ __VA_ARGS__ __VA_OPT__ (, ) NULL })

/* Blocks in the place of what is selected. */
static void
insert (Fixture *fixture, const char *const *markup, const WmdBlockKind *kinds)
{
  g_autoptr (WmdVariant) variant = build_variant (markup, kinds);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    g_ptr_array_add (blocks, wmd_block_ref (wmd_variant_get_block (variant, i)));
  wmd_block_buffer_insert_blocks (fixture->buffer, blocks);
}

static void
test_passages (Fixture *fixture, gconstpointer data)
{
  const WmdBlockKind list[] = { WMD_BLOCK_PARAGRAPH, WMD_BLOCK_BULLET };

  /* Words go into the line, with what they look like. */
  show (fixture, STRV ("ab <em>cd</em> ef"), NULL);
  select_text (fixture, 0, 4, 0, 6);
  insert (fixture, STRV ("<strong>X</strong><note>n</note>"), NULL);
  assert_blocks (fixture, "b1 paragraph ab <em>c</em><strong>X</strong><note>n</note>ef");
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_false (wmd_block_buffer_get_contiguous (fixture->buffer));
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (fixture->buffer), "Y", -1, TRUE);
  assert_blocks (fixture, "b1 paragraph ab <em>c</em><strong>X</strong><note>n</note>Yef");

  /* Several blocks cut the line where the cursor is. */
  show (fixture, STRV ("abcd"), NULL);
  select_text (fixture, 0, 2, 0, 2);
  insert (fixture, STRV ("X", "Y"), list);
  assert_blocks (fixture, "b1 paragraph abX\nb2 bullet Ycd");

  /* An empty line takes the kind, another one keeps it. */
  show (fixture, STRV (), NULL);
  insert (fixture, STRV ("X", "Y"), (WmdBlockKind[]){ WMD_BLOCK_HEADING_1, WMD_BLOCK_PARAGRAPH });
  assert_blocks (fixture, "b1 heading-1 X\nb2 paragraph Y");
  select_text (fixture, 1, 1, 1, 1);
  insert (fixture, STRV ("Z"), (WmdBlockKind[]){ WMD_BLOCK_BULLET });
  assert_blocks (fixture, "b1 heading-1 X\nb2 paragraph Y\nb3 bullet Z");

  /* In front of a line, that line stays what it is. */
  show (fixture, STRV ("ab", "cd"), list);
  select_text (fixture, 1, 0, 1, 0);
  insert (fixture, STRV ("X", "Y"), NULL);
  assert_blocks (fixture, "b1 paragraph ab\nb2 paragraph X\nb3 paragraph Y\nb4 bullet cd");

  /* A whole text goes for another. */
  select_text (fixture, 0, 0, 3, 2);
  insert (fixture, STRV ("Z"), NULL);
  assert_blocks (fixture, "b4 bullet Z");

  /* Where there is one block, all are one. */
  wmd_block_buffer_set_block (fixture->buffer, NULL, "b9", WMD_BLOCK_PARAGRAPH, WMD_LANGUAGE_EN);
  insert (fixture, STRV ("<em>X</em>", "Y"), list);
  assert_blocks (fixture, "b9 paragraph <em>X</em>\nY");
}

/* What is copied is what is pasted. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const WmdBlockKind kinds[] = { WMD_BLOCK_HEADING_1, WMD_BLOCK_BULLET, WMD_BLOCK_PARAGRAPH };
  g_autoptr (GPtrArray) words = NULL, lines = NULL, nothing = NULL;

  show (fixture, STRV ("ab", "c<em>d</em><note>n</note>", "<field name=\"deadline\"/> e"), kinds);
  nothing = wmd_block_buffer_dup_selection (fixture->buffer);
  g_assert_cmpuint (nothing->len, ==, 0);
  select_text (fixture, 1, 1, 1, 2);
  words = wmd_block_buffer_dup_selection (fixture->buffer);
  select_text (fixture, 0, 1, 2, 10);
  lines = wmd_block_buffer_dup_selection (fixture->buffer);

  show (fixture, STRV (), NULL);
  wmd_block_buffer_insert_blocks (fixture->buffer, lines);
  assert_blocks (fixture,
                 "b1 heading-1 b\nb2 bullet c<em>d</em><note>n</note>\nb3 paragraph <field name=\"deadline\"/>");
  wmd_block_buffer_insert_blocks (fixture->buffer, words);
  assert_blocks (
      fixture,
      "b1 heading-1 b\nb2 bullet c<em>d</em><note>n</note>\nb3 paragraph <field name=\"deadline\"/><em>d</em>");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/block-buffer/show", test_show },
    { "/block-buffer/read-back", test_read_back },
    { "/block-buffer/type", test_type },
    { "/block-buffer/split", test_split },
    { "/block-buffer/push-down", test_push_down },
    { "/block-buffer/join", test_join },
    { "/block-buffer/delete-line", test_delete_line },
    { "/block-buffer/empty-and-back", test_empty_and_back },
    { "/block-buffer/paste", test_paste },
    { "/block-buffer/kinds", test_kinds },
    { "/block-buffer/levels", test_levels },
    { "/block-buffer/toggle", test_toggle },
    { "/block-buffer/active-spans", test_active_spans },
    { "/block-buffer/fields", test_fields },
    { "/block-buffer/links-and-notes", test_links_and_notes },
    { "/block-buffer/marked-note", test_marked_note },
    { "/block-buffer/cursor-stays", test_cursor_stays },
    { "/block-buffer/empty-line-stays", test_empty_line_stays },
    { "/block-buffer/single-block", test_single_block },
    { "/block-buffer/passages", test_passages },
    { "/block-buffer/selection", test_selection },
    { "/block-buffer/random", test_random },
  };

  test_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
