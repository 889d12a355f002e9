/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pagination, with boxes that have no words. A page holds ten lines of height 10; no gaps but where a test is about
 * them.
 */
#include "typeset/flow.h"

static const WmdFlowFrame frame = { 0, 100, 0, 100, 10 };

static WmdFlowBox
box (guint n_lines)
{
  return (WmdFlowBox){ .n_lines = n_lines, .line_height = 10 };
}

static WmdFlowBox
heading (guint n_lines)
{
  return (WmdFlowBox){ .n_lines = n_lines, .line_height = 10, .keep_with_next = TRUE };
}

/* Each page as "box:first-last" for its slices, then its notes as "[box.call:first-last]"; pages apart by "|". */
static char *
describe (const WmdFlow *flow)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < flow->pages->len; i++)
    {
      const WmdFlowPage *page = &g_array_index (flow->pages, WmdFlowPage, i);

      g_string_append (out, i > 0 ? " |" : "");
      for (guint j = 0; j < page->n_slices; j++)
        {
          const WmdFlowSlice *slice = &g_array_index (flow->slices, WmdFlowSlice, page->first_slice + j);

          g_string_append_printf (out, " %u:%u-%u", slice->box, slice->first_line,
                                  slice->first_line + slice->n_lines - 1);
        }
      for (guint j = 0; j < page->n_notes; j++)
        {
          const WmdFlowNote *note = &g_array_index (flow->notes, WmdFlowNote, page->first_note + j);

          g_string_append_printf (out, " [%u.%u:%u-%u]", note->box, note->call, note->first_line,
                                  note->first_line + note->n_lines - 1);
        }
    }
  return g_string_free (out, FALSE);
}

static void
assert_flow (const WmdFlowBox *boxes, guint n_boxes, const char *expected)
{
  g_autoptr (WmdFlow) flow = wmd_flow_new (boxes, n_boxes, &frame);
  g_autofree char *found = describe (flow);

  g_assert_cmpstr (found, ==, expected);
}

#define ASSERT_FLOW(boxes, expected) assert_flow (boxes, G_N_ELEMENTS (boxes), expected)

static void
test_empty (void)
{
  assert_flow (NULL, 0, "");
}

static void
test_fill (void)
{
  const WmdFlowBox boxes[] = { box (10), box (1), box (25) };

  ASSERT_FLOW (boxes, " 0:0-9 | 1:0-0 2:0-8 | 2:9-18 | 2:19-24");
}

/* A first line alone at the foot of a page goes over with the second. */
static void
test_orphan (void)
{
  const WmdFlowBox one[] = { box (9), box (5) };
  const WmdFlowBox two[] = { box (8), box (5) };

  ASSERT_FLOW (one, " 0:0-8 | 1:0-4");
  ASSERT_FLOW (two, " 0:0-7 1:0-1 | 1:2-4");
}

/* A last line is never alone at the head of a page. */
static void
test_widow (void)
{
  const WmdFlowBox one[] = { box (6), box (5) };
  const WmdFlowBox short_box[] = { box (8), box (3) };

  ASSERT_FLOW (one, " 0:0-5 1:0-2 | 1:3-4");
  ASSERT_FLOW (short_box, " 0:0-7 | 1:0-2");
}

static void
test_heading (void)
{
  const WmdFlowBox alone[] = { box (9), heading (1), box (4) };
  const WmdFlowBox with_one_line[] = { box (8), heading (1), box (4) };
  const WmdFlowBox with_two_lines[] = { box (7), heading (1), box (4) };

  ASSERT_FLOW (alone, " 0:0-8 | 1:0-0 2:0-3");
  ASSERT_FLOW (with_one_line, " 0:0-7 | 1:0-0 2:0-3");
  ASSERT_FLOW (with_two_lines, " 0:0-6 1:0-0 2:0-1 | 2:2-3");
}

/* A section, a reply and its two notes of origin stay with the first lines of the reply. */
static void
test_chain (void)
{
  const WmdFlowBox boxes[] = { box (5), heading (1), heading (1), heading (1), heading (1), box (6) };
  const WmdFlowBox fits[] = { box (4), heading (1), heading (1), heading (1), heading (1), box (6) };
  const WmdFlowBox endless[] = { heading (4), heading (4), heading (4), box (2) };
  const WmdFlowBox last[] = { box (9), heading (1) };

  ASSERT_FLOW (boxes, " 0:0-4 | 1:0-0 2:0-0 3:0-0 4:0-0 5:0-5");
  ASSERT_FLOW (fits, " 0:0-3 1:0-0 2:0-0 3:0-0 4:0-0 5:0-1 | 5:2-5");
  ASSERT_FLOW (endless, " 0:0-3 1:0-3 2:0-1 | 2:2-3 3:0-1");
  ASSERT_FLOW (last, " 0:0-8 1:0-0");
}

/* A paragraph that introduces a list gives up its last lines to the first item. */
static void
test_list_introduction (void)
{
  WmdFlowBox boxes[] = { box (4), box (6), box (3) };

  boxes[1].keep_with_next = TRUE;
  ASSERT_FLOW (boxes, " 0:0-3 1:0-3 | 1:4-5 2:0-2");
}

static void
test_break_before (void)
{
  WmdFlowBox boxes[] = { box (2), heading (1), box (2) };

  boxes[2].break_before = TRUE;
  ASSERT_FLOW (boxes, " 0:0-1 1:0-0 | 2:0-1");
  boxes[0].break_before = TRUE;
  ASSERT_FLOW (boxes, " 0:0-1 1:0-0 | 2:0-1");
}

static void
test_tall_line (void)
{
  WmdFlowBox boxes[] = { box (2), box (3), box (2) };

  boxes[1].line_height = 150;
  ASSERT_FLOW (boxes, " 0:0-1 | 1:0-0 | 1:1-1 | 1:2-2 | 2:0-1");
}

static void
test_gaps (void)
{
  WmdFlowBox boxes[] = { box (4), box (4), box (4) };
  g_autoptr (WmdFlow) flow = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i].gap = 6;
  boxes[1].pad_before = 3;
  boxes[1].pad_after = 4;
  flow = wmd_flow_new (boxes, G_N_ELEMENTS (boxes), &frame);
  g_assert_cmpuint (flow->slices->len, ==, 3);
  g_assert_cmpfloat (g_array_index (flow->slices, WmdFlowSlice, 0).y, ==, 0); /* no gap at the head of a page */
  g_assert_cmpfloat (g_array_index (flow->slices, WmdFlowSlice, 1).y, ==, 46);
  g_assert_cmpfloat (g_array_index (flow->slices, WmdFlowSlice, 2).y, ==, 0);
  g_assert_cmpuint (flow->pages->len, ==, 2);
}

static void
test_first_page (void)
{
  const WmdFlowFrame shorter = { 50, 80, 10, 90, 10 };
  const WmdFlowBox boxes[] = { box (10) };
  g_autoptr (WmdFlow) flow = wmd_flow_new (boxes, 1, &shorter);
  g_autofree char *found = describe (flow);

  g_assert_cmpstr (found, ==, " 0:0-2 | 0:3-9");
  g_assert_cmpfloat (g_array_index (flow->slices, WmdFlowSlice, 0).y, ==, 50);
  g_assert_cmpfloat (g_array_index (flow->slices, WmdFlowSlice, 1).y, ==, 10);
}

/* The rule takes a line, so a page with a footnote of two lines has room for seven lines of text. */
static void
test_note (void)
{
  const WmdFlowCall call[] = { { 3, 2, 10 } };
  WmdFlowBox boxes[] = { box (12) };
  g_autoptr (WmdFlow) flow = NULL;

  boxes[0].calls = call;
  boxes[0].n_calls = 1;
  ASSERT_FLOW (boxes, " 0:0-6 [0.0:0-1] | 0:7-11");
  flow = wmd_flow_new (boxes, 1, &frame);
  g_assert_cmpfloat (g_array_index (flow->notes, WmdFlowNote, 0).y, ==, 80);
}

/* Called too low for the whole of it, a footnote takes its line and the one before it to the next page. */
static void
test_note_moves_line (void)
{
  const WmdFlowCall call[] = { { 0, 2, 10 } };
  WmdFlowBox boxes[] = { box (8), box (2), box (1) };

  boxes[1].calls = call;
  boxes[1].n_calls = 1;
  ASSERT_FLOW (boxes, " 0:0-7 | 1:0-1 2:0-0 [1.0:0-1]");
}

/* Rather than to leave half a page empty, a long footnote is split, two lines at least on each side. */
static void
test_note_split (void)
{
  const WmdFlowCall call[] = { { 1, 12, 10 } };
  WmdFlowBox boxes[] = { box (4), box (2) };

  boxes[0].calls = call;
  boxes[0].n_calls = 1;
  ASSERT_FLOW (boxes, " 0:0-1 [0.0:0-6] | 0:2-3 1:0-1 [0.0:7-11]");
}

/* A footnote longer than two pages still ends. */
static void
test_note_endless (void)
{
  const WmdFlowCall call[] = { { 0, 25, 10 } };
  WmdFlowBox boxes[] = { box (1), box (1) };

  boxes[0].calls = call;
  boxes[0].n_calls = 1;
  ASSERT_FLOW (boxes, " 0:0-0 [0.0:0-7] | [0.0:8-16] | 1:0-0 [0.0:17-24]");
}

static void
test_notes_of_one_line (void)
{
  const WmdFlowCall calls[] = { { 0, 1, 10 }, { 0, 1, 10 }, { 1, 1, 10 } };
  const WmdFlowCall more[] = { { 1, 2, 10 } };
  WmdFlowBox boxes[] = { box (2), box (2), box (8) };

  boxes[0].calls = calls;
  boxes[0].n_calls = 3;
  boxes[1].calls = more;
  boxes[1].n_calls = 1;
  ASSERT_FLOW (boxes, " 0:0-1 1:0-1 [0.0:0-0] [0.1:0-0] [0.2:0-0] [1.0:0-1] | 2:0-7");
}

/* Taking a heading back to the next page takes its footnote back, too. */
static void
test_note_taken_back (void)
{
  const WmdFlowCall call[] = { { 0, 1, 10 } };
  WmdFlowBox boxes[] = { box (6), heading (1), box (5) };

  boxes[1].calls = call;
  boxes[1].n_calls = 1;
  ASSERT_FLOW (boxes, " 0:0-5 | 1:0-0 2:0-4 [1.0:0-0]");
}

/* What must hold of any flow: every line once, in order, on a page with room; calls and footnotes on one page. */
static void
check_invariants (const WmdFlowBox *boxes, guint n_boxes, const WmdFlow *flow)
{
  guint expected_box = 0, expected_line = 0;

  for (guint i = 0; i < flow->pages->len; i++)
    {
      const WmdFlowPage *page = &g_array_index (flow->pages, WmdFlowPage, i);
      double bottom = i == 0 ? frame.first_bottom : frame.bottom;
      double y = 0;

      g_assert_cmpuint (page->n_slices + page->n_notes, >, 0);
      for (guint j = 0; j < page->n_notes; j++)
        bottom = MIN (bottom, g_array_index (flow->notes, WmdFlowNote, page->first_note + j).y);
      for (guint j = 0; j < page->n_slices; j++)
        {
          const WmdFlowSlice *slice = &g_array_index (flow->slices, WmdFlowSlice, page->first_slice + j);

          g_assert_cmpuint (slice->box, ==, expected_box);
          g_assert_cmpuint (slice->first_line, ==, expected_line);
          g_assert_cmpfloat (slice->y, >=, y);
          y = slice->y + slice->n_lines * boxes[slice->box].line_height;
          g_assert_cmpfloat (y, <=, bottom + 1e-6);
          expected_line += slice->n_lines;
          if (expected_line == boxes[expected_box].n_lines)
            {
              expected_box++;
              expected_line = 0;
            }
        }
    }
  g_assert_cmpuint (expected_box, ==, n_boxes);
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n_boxes = (guint) g_test_rand_int_range (1, 60);
      g_autofree WmdFlowBox *boxes = g_new0 (WmdFlowBox, n_boxes);
      g_autofree WmdFlowCall *calls = g_new0 (WmdFlowCall, n_boxes);
      g_autoptr (WmdFlow) flow = NULL;
      guint n_note_lines = 0;

      for (guint i = 0; i < n_boxes; i++)
        {
          boxes[i] = box ((guint) g_test_rand_int_range (1, 14));
          boxes[i].gap = g_test_rand_int_range (0, 8);
          boxes[i].keep_with_next = g_test_rand_int_range (0, 4) == 0;
          if (g_test_rand_int_range (0, 5) > 0)
            continue;
          calls[i] = (WmdFlowCall){ (guint) g_test_rand_int_range (0, (int) boxes[i].n_lines),
                                    (guint) g_test_rand_int_range (1, 15), 7 };
          boxes[i].calls = &calls[i];
          boxes[i].n_calls = 1;
          n_note_lines += calls[i].n_lines;
        }
      flow = wmd_flow_new (boxes, n_boxes, &frame);
      check_invariants (boxes, n_boxes, flow);
      for (guint i = 0; i < flow->notes->len; i++)
        n_note_lines -= g_array_index (flow->notes, WmdFlowNote, i).n_lines;
      g_assert_cmpuint (n_note_lines, ==, 0);
    }
}

/* Ten times the boxes take ten times as long, not a hundred. */
static void
test_many (void)
{
  const guint n_boxes = 200000;
  g_autofree WmdFlowBox *boxes = g_new0 (WmdFlowBox, n_boxes);
  gint64 few = 0, many = 0;

  for (guint i = 0; i < n_boxes; i++)
    boxes[i] = i % 7 == 0 ? heading (1) : box (1 + i % 9);
  for (guint n = n_boxes / 10; n <= n_boxes; n *= 10)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (WmdFlow) flow = wmd_flow_new (boxes, n, &frame);
      gint64 taken = g_get_monotonic_time () - start;

      check_invariants (boxes, n, flow);
      if (n < n_boxes)
        few = taken;
      else
        many = taken;
    }
  g_assert_cmpint (many, <, 40 * MAX (few, 500));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/empty", test_empty);
  g_test_add_func ("/flow/fill", test_fill);
  g_test_add_func ("/flow/orphan", test_orphan);
  g_test_add_func ("/flow/widow", test_widow);
  g_test_add_func ("/flow/heading", test_heading);
  g_test_add_func ("/flow/chain", test_chain);
  g_test_add_func ("/flow/list-introduction", test_list_introduction);
  g_test_add_func ("/flow/break-before", test_break_before);
  g_test_add_func ("/flow/tall-line", test_tall_line);
  g_test_add_func ("/flow/gaps", test_gaps);
  g_test_add_func ("/flow/first-page", test_first_page);
  g_test_add_func ("/flow/note", test_note);
  g_test_add_func ("/flow/note-moves-line", test_note_moves_line);
  g_test_add_func ("/flow/note-split", test_note_split);
  g_test_add_func ("/flow/note-endless", test_note_endless);
  g_test_add_func ("/flow/notes-of-one-line", test_notes_of_one_line);
  g_test_add_func ("/flow/note-taken-back", test_note_taken_back);
  g_test_add_func ("/flow/random", test_random);
  g_test_add_func ("/flow/many", test_many);
  return g_test_run ();
}
