/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pagination, first fit: lines are put on a page until one does not fit, then the page is cut at the last place
 * where it may end. The state after that place is remembered, so nothing is computed twice but the lines of one
 * page at most, and the work grows with the number of lines.
 *
 * Footnotes grow from the bottom of the page. Those called but not yet placed are always one stretch of the
 * sequence of all footnotes: "pending" to "called".
 */
#include "config.h"

#include "typeset/flow.h"

#include <math.h>

#define EPSILON 1e-6

/* Lines of a box that stay together at its beginning and its end, unless it has no more. */
#define MIN_LINES 2

/* Rather than to split a footnote, a page may be left empty by so many lines. */
#define MAX_EMPTY_LINES 5

/* A place in the sequence of all footnotes. */
typedef struct
{
  guint box, call, line;
} NotePlace;

/* How far a page is filled. */
typedef struct
{
  guint box, line;     /* the next to place */
  double y;            /* bottom of the lines */
  double notes_height; /* of the footnotes, rule included */
  NotePlace pending;   /* the first line of a footnote that was called and not placed */
  NotePlace called;    /* the end of the footnotes called: box and call of the next */
  guint n_slices, n_notes;
  guint last_lines;      /* of the last slice */
  guint last_note_lines; /* of the last note */
} State;

typedef struct
{
  const WmdFlowBox *boxes;
  guint n_boxes;
  const WmdFlowFrame *frame;
  WmdFlow *flow;
  State state;
  State legal; /* at the last place where the page may end; legal.n_slices is that of the page's start when none */
  WmdFlowPage page;
  double bottom;
} Filler;

static WmdFlowSlice *
get_slice (Filler *self, guint index)
{
  return &g_array_index (self->flow->slices, WmdFlowSlice, index);
}

static WmdFlowNote *
get_note (Filler *self, guint index)
{
  return &g_array_index (self->flow->notes, WmdFlowNote, index);
}

static gboolean
page_is_empty (const Filler *self)
{
  return self->state.n_slices == self->page.first_slice;
}

static double
get_room (const Filler *self)
{
  return self->bottom - self->state.y - self->state.notes_height;
}

static gboolean
has_pending (const Filler *self)
{
  const NotePlace *pending = &self->state.pending;
  const NotePlace *called = &self->state.called;

  return pending->box < called->box || (pending->box == called->box && pending->call < called->call);
}

/* Moves @place on to the next footnote there is, if any before @end. */
static void
skip_to_call (const Filler *self, NotePlace *place, const NotePlace *end)
{
  while (place->box < end->box && place->call >= self->boxes[place->box].n_calls)
    *place = (NotePlace){ place->box + 1, 0, 0 };
}

/* Puts @n_lines of the first pending footnote on the page. */
static void
place_note_lines (Filler *self, guint n_lines)
{
  NotePlace *pending = &self->state.pending;
  const WmdFlowCall *call = &self->boxes[pending->box].calls[pending->call];
  WmdFlowNote note = { pending->box, pending->call, pending->line, n_lines, 0 };

  if (self->state.n_notes == self->page.first_note)
    self->state.notes_height += self->frame->note_rule;
  self->state.notes_height += n_lines * call->line_height;
  self->state.n_notes++;
  self->state.last_note_lines = n_lines;
  g_array_append_val (self->flow->notes, note);

  pending->line += n_lines;
  if (pending->line >= call->n_lines)
    {
      *pending = (NotePlace){ pending->box, pending->call + 1, 0 };
      skip_to_call (self, pending, &self->state.called);
    }
}

/* How many lines of the first pending footnote fit in @room. */
static guint
count_note_lines (const Filler *self, double room)
{
  const NotePlace *pending = &self->state.pending;
  const WmdFlowCall *call = &self->boxes[pending->box].calls[pending->call];
  guint left = call->n_lines - pending->line;
  double rule = self->state.n_notes == self->page.first_note ? self->frame->note_rule : 0;
  double lines = floor ((room - rule + EPSILON) / call->line_height);

  return lines <= 0 ? 0 : (guint) MIN (lines, left);
}

/* Places pending footnotes as far as there is room. */
static void
place_notes (Filler *self)
{
  while (has_pending (self))
    {
      const NotePlace *pending = &self->state.pending;
      guint left = self->boxes[pending->box].calls[pending->call].n_lines - pending->line;
      guint n_lines = count_note_lines (self, get_room (self));

      if (n_lines == 0)
        return;
      place_note_lines (self, n_lines);
      if (n_lines < left)
        return;
    }
}

static void
start_page (Filler *self)
{
  gboolean first = self->flow->pages->len == 0;

  self->page = (WmdFlowPage){ self->state.n_slices, 0, self->state.n_notes, 0 };
  self->bottom = first ? self->frame->first_bottom : self->frame->bottom;
  self->state.y = first ? self->frame->first_top : self->frame->top;
  self->state.notes_height = 0;
  place_notes (self);
  if (has_pending (self) && self->state.n_notes == self->page.first_note)
    place_note_lines (self, 1); /* a line taller than the page */
  self->legal = self->state;
}

static void
end_page (Filler *self)
{
  double y = self->bottom - self->state.notes_height + self->frame->note_rule;

  self->page.n_slices = self->state.n_slices - self->page.first_slice;
  self->page.n_notes = self->state.n_notes - self->page.first_note;
  for (guint i = 0; i < self->page.n_notes; i++)
    {
      WmdFlowNote *note = get_note (self, self->page.first_note + i);

      note->y = y;
      y += note->n_lines * self->boxes[note->box].calls[note->call].line_height;
    }
  g_array_append_val (self->flow->pages, self->page);
}

/* Takes back what was placed since @state. */
static void
roll_back (Filler *self, const State *state)
{
  self->state = *state;
  g_array_set_size (self->flow->slices, state->n_slices);
  g_array_set_size (self->flow->notes, state->n_notes);
  if (state->n_slices > self->page.first_slice)
    get_slice (self, state->n_slices - 1)->n_lines = state->last_lines;
  if (state->n_notes > self->page.first_note)
    get_note (self, state->n_notes - 1)->n_lines = state->last_note_lines;
}

/* May a page end after line @line of the box? */
static gboolean
may_end_after (const Filler *self, guint box, guint line)
{
  const WmdFlowBox *this = &self->boxes[box];
  guint before = line + 1;
  guint after = this->n_lines - before;

  if (after == 0)
    return !this->keep_with_next || box + 1 == self->n_boxes || self->boxes[box + 1].break_before;
  return before >= MIN_LINES && after >= MIN_LINES;
}

static double
get_line_height (const Filler *self)
{
  const WmdFlowBox *box = &self->boxes[self->state.box];
  double height = box->line_height;

  if (self->state.line == 0)
    height += box->pad_before + (page_is_empty (self) ? 0 : box->gap);
  if (self->state.line + 1 == box->n_lines)
    height += box->pad_after;
  return height;
}

/* Puts the next line on the page, whether there is room or not. */
static void
place_line (Filler *self)
{
  State *state = &self->state;
  const WmdFlowBox *box = &self->boxes[state->box];
  double height = get_line_height (self);

  if (state->line == 0 || page_is_empty (self))
    {
      double gap = state->line == 0 && !page_is_empty (self) ? box->gap : 0;
      WmdFlowSlice slice = { state->box, state->line, 0, state->y + gap };

      g_array_append_val (self->flow->slices, slice);
      state->n_slices++;
    }
  state->last_lines = ++get_slice (self, state->n_slices - 1)->n_lines;
  state->y += height;

  if (!has_pending (self))
    state->pending = (NotePlace){ state->called.box, state->called.call, 0 };
  while (state->called.call < box->n_calls && box->calls[state->called.call].line <= state->line)
    state->called.call++;
  if (++state->line == box->n_lines)
    {
      state->box++;
      state->line = 0;
      state->called = (NotePlace){ state->box, 0, 0 };
    }
  skip_to_call (self, &state->pending, &state->called);
}

/* Is what could be placed of the footnotes good enough, or should their line go to the next page? @before is
 * the state before their line.
 */
static gboolean
accepts_split (const Filler *self, const State *before)
{
  const NotePlace *pending = &self->state.pending;
  const WmdFlowCall *call = &self->boxes[pending->box].calls[pending->call];
  double kept = self->boxes[before->box].line_height * MAX_EMPTY_LINES;
  gboolean can_move = self->legal.n_slices > self->page.first_slice;

  if (before->n_slices == self->page.first_slice)
    return TRUE;
  if (pending->line < MIN_LINES || call->n_lines - pending->line < MIN_LINES)
    return FALSE;
  if (pending->box == self->state.called.box && pending->call + 1 < self->state.called.call)
    return FALSE; /* every footnote begins on the page that calls it */
  return !can_move || self->bottom - self->legal.y - self->legal.notes_height > kept;
}

/* FALSE when the next line does not fit and nothing was placed. */
static gboolean
try_line (Filler *self)
{
  State before = self->state;
  gboolean nothing_yet = page_is_empty (self) && self->state.n_notes == self->page.first_note;

  if (has_pending (self) || (!nothing_yet && get_line_height (self) > get_room (self) + EPSILON))
    return FALSE;
  place_line (self);
  place_notes (self);
  if (has_pending (self) && !accepts_split (self, &before))
    {
      roll_back (self, &before);
      return FALSE;
    }
  if (may_end_after (self, before.box, before.line))
    self->legal = self->state;
  return TRUE;
}

/* Most boxes fit whole and call no footnote: the same as one line after the other, at once. */
static gboolean
try_box (Filler *self)
{
  State *state = &self->state;
  const WmdFlowBox *box = &self->boxes[state->box];
  double gap = page_is_empty (self) ? 0 : box->gap;
  double height = gap + box->pad_before + box->n_lines * box->line_height + box->pad_after;
  gboolean breaks_inside = box->keep_with_next && box->n_lines >= 2 * MIN_LINES;

  if (state->line > 0 || box->n_calls > 0 || breaks_inside || has_pending (self) || height > get_room (self) + EPSILON)
    return FALSE;
  g_array_append_vals (self->flow->slices, &(WmdFlowSlice){ state->box, 0, box->n_lines, state->y + gap }, 1);
  state->n_slices++;
  state->last_lines = box->n_lines;
  state->y += height;
  state->box++;
  state->pending = state->called = (NotePlace){ state->box, 0, 0 };
  if (may_end_after (self, state->box - 1, box->n_lines - 1))
    self->legal = *state;
  return TRUE;
}

static void
fill_page (Filler *self)
{
  start_page (self);
  while (self->state.box < self->n_boxes)
    {
      if (self->state.line == 0 && self->boxes[self->state.box].break_before && !page_is_empty (self))
        break;
      if (try_box (self) || try_line (self))
        continue;
      if (self->legal.n_slices > self->page.first_slice)
        roll_back (self, &self->legal);
      break;
    }
  end_page (self);
}

WmdFlow *
wmd_flow_new (const WmdFlowBox *boxes, guint n_boxes, const WmdFlowFrame *frame)
{
  Filler filler = { .boxes = boxes, .n_boxes = n_boxes, .frame = frame };

  g_return_val_if_fail (boxes != NULL || n_boxes == 0, NULL);
  g_return_val_if_fail (frame != NULL, NULL);

  filler.flow = g_new0 (WmdFlow, 1);
  filler.flow->pages = g_array_new (FALSE, FALSE, sizeof (WmdFlowPage));
  filler.flow->slices = g_array_sized_new (FALSE, FALSE, sizeof (WmdFlowSlice), n_boxes + n_boxes / 8);
  filler.flow->notes = g_array_new (FALSE, FALSE, sizeof (WmdFlowNote));
  do
    fill_page (&filler);
  while (filler.state.box < n_boxes || has_pending (&filler));
  return filler.flow;
}

void
wmd_flow_free (WmdFlow *self)
{
  g_array_unref (self->notes);
  g_array_unref (self->slices);
  g_array_unref (self->pages);
  g_free (self);
}
