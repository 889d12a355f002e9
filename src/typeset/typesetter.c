/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a publication to pages. The boxes of the last publication are kept: an item that is the same, by its
 * address, has the same box as long as its footnotes have the same numbers, so after an edit only what changed is
 * set again. Many boxes are set by several threads, each with a setter of its own.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "typeset/pages-private.h"

/* Fewer boxes than this are not worth a second thread. */
#define MIN_BOXES_PER_THREAD 400
#define MAX_THREADS 4

/* How far to look for the box of an item past those of items that went. */
#define WINDOW 32
/* After so many items without a box the order may have changed: look everywhere. */
#define MAX_MISSES 8

struct _WmdTypesetter
{
  WmdFonts *fonts;
  WmdHyphenation *hyphenation;
  WmdSetter *setter; /* with hyphenation unless whole_words */

  /* The last publication. */
  GPtrArray *boxes;    /* (element-type WmdBox), shared with its pages; NULL at first */
  guint n_corner;      /* of them the first, which are no items */
  WmdLanguage edition; /* its language */
  double width;        /* of the column they are set in */
  gboolean whole_words;
};

G_DEFINE_QUARK (wmd_typeset_error, wmd_typeset_error)

gboolean
wmd_paper_from_id (const char *id, WmdPaper *paper)
{
  static const char *const ids[] = { [WMD_PAPER_LETTER] = "letter", [WMD_PAPER_A4] = "a4" };

  g_return_val_if_fail (id != NULL && paper != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (strcmp (ids[i], id) == 0)
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

WmdTypesetter *
wmd_typesetter_new (void)
{
  WmdTypesetter *self = g_new0 (WmdTypesetter, 1);

  self->fonts = wmd_fonts_new ();
  self->hyphenation = wmd_hyphenation_new ();
  self->setter = wmd_setter_new (self->fonts, self->hyphenation);
  return self;
}

void
wmd_typesetter_free (WmdTypesetter *self)
{
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  wmd_setter_free (self->setter);
  wmd_hyphenation_unref (self->hyphenation);
  wmd_fonts_unref (self->fonts);
  g_free (self);
}

/* --- boxes --- */

/* Finds boxes of the last publication by their item. */
typedef struct
{
  const GPtrArray *boxes;
  guint next;     /* the box after the last one found */
  guint n_misses; /* since */
  GHashTable *by_item;
} Finder;

static WmdBox *
find_anywhere (Finder *self, const WmdItem *item)
{
  if (self->by_item == NULL)
    {
      self->by_item = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->boxes->len; i++)
        {
          WmdBox *box = g_ptr_array_index (self->boxes, i);

          g_hash_table_insert (self->by_item, (gpointer) box->item, box);
        }
    }
  return g_hash_table_lookup (self->by_item, item);
}

static WmdBox *
find_box (Finder *self, const WmdItem *item)
{
  WmdBox *found = NULL;
  guint end;

  if (self->boxes == NULL)
    return NULL;
  end = MIN (self->next + WINDOW, self->boxes->len);
  for (guint i = self->next; i < end && found == NULL; i++)
    {
      WmdBox *box = g_ptr_array_index (self->boxes, i);

      if (box->item != item)
        continue;
      self->next = i + 1;
      found = box;
    }
  if (found == NULL && ++self->n_misses > MAX_MISSES)
    return find_anywhere (self, item);
  if (found != NULL)
    self->n_misses = 0;
  return found;
}

static guint
count_notes (const WmdItem *item)
{
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (item->content, &n_spans);
  guint n = 0;

  for (guint i = 0; i < n_spans; i++)
    n += spans[i].kind == WMD_SPAN_NOTE ? 1 : 0;
  return n;
}

/* An item still to be set, and where its box goes. */
typedef struct
{
  const WmdItem *item;
  guint index, first_number;
} Task;

/* What one thread has to set. */
typedef struct
{
  WmdSetter *setter;
  const Task *tasks;
  guint n_tasks;
  GPtrArray *boxes; /* shared: each thread writes to places of its own */
  WmdLanguage edition;
  double width;
  GCancellable *cancellable;
} Job;

static gpointer
run_job_cb (gpointer data)
{
  Job *job = data;

  for (guint i = 0; i < job->n_tasks; i++)
    {
      const Task *task = &job->tasks[i];

      if (i % 16 == 0 && g_cancellable_is_cancelled (job->cancellable))
        break;
      job->boxes->pdata[task->index] =
          wmd_box_new (job->setter, task->item, job->edition, job->width, task->first_number);
    }
  return NULL;
}

static WmdSetter *
make_setter (const WmdTypesetter *self)
{
  return wmd_setter_new (self->fonts, self->whole_words ? NULL : self->hyphenation);
}

static void
run_tasks (WmdTypesetter *self, GArray *tasks, GPtrArray *boxes, GCancellable *cancellable)
{
  guint n_threads = CLAMP (tasks->len / MIN_BOXES_PER_THREAD, 1, MIN (MAX_THREADS, g_get_num_processors ()));
  GThread *threads[MAX_THREADS];
  Job jobs[MAX_THREADS];

  for (guint i = 0; i < n_threads; i++)
    {
      guint first = tasks->len * i / n_threads;
      guint end = tasks->len * (i + 1) / n_threads;

      jobs[i] = (Job){ i == 0 ? self->setter : make_setter (self),
                       &g_array_index (tasks, Task, first),
                       end - first,
                       boxes,
                       self->edition,
                       self->width,
                       cancellable };
      if (i > 0)
        threads[i] = g_thread_new ("typeset", run_job_cb, &jobs[i]);
    }
  run_job_cb (&jobs[0]);
  for (guint i = 1; i < n_threads; i++)
    {
      g_thread_join (threads[i]);
      wmd_setter_free (jobs[i].setter);
    }
}

static void
box_clear (gpointer box)
{
  if (box != NULL)
    wmd_box_unref (box);
}

/* Adds the lines of the corner notation to @boxes. */
static void
set_corner (WmdTypesetter *self, WmdPublication *publication, GPtrArray *boxes)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (publication);
  const struct
  {
    const char *text;
    WmdFaceStyle face;
    WmdInline *note;
  } lines[] = {
    { masthead->session, WMD_FACE_BOLD, NULL },
    { masthead->agenda_item, WMD_FACE_REGULAR, masthead->agenda_note },
    { masthead->item_title, WMD_FACE_BOLD, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].text != NULL && lines[i].text[0] != '\0')
      g_ptr_array_add (boxes, wmd_box_new_corner (self->setter, lines[i].text, lines[i].face, lines[i].note,
                                                  self->edition, self->width));
}

/* Adds the boxes of all items to @boxes. */
static void
set_items (WmdTypesetter *self, WmdPublication *publication, GPtrArray *boxes, GCancellable *cancellable)
{
  guint n_items = wmd_publication_get_n_items (publication);
  guint n_corner = boxes->len;
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  Finder finder = { .boxes = self->boxes, .next = self->n_corner };
  guint number = 1;

  g_ptr_array_set_size (boxes, (int) (n_corner + n_items));
  for (guint i = 0; i < n_items; i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);
      WmdBox *box = find_box (&finder, item);
      guint n_notes = box != NULL ? box->n_notes : count_notes (item);

      if (box != NULL && (n_notes == 0 || box->first_number == number))
        boxes->pdata[n_corner + i] = wmd_box_ref (box);
      else
        g_array_append_vals (tasks, &(Task){ item, n_corner + i, number }, 1);
      number += n_notes;
    }
  if (tasks->len > 0)
    run_tasks (self, tasks, boxes, cancellable);
  g_clear_pointer (&finder.by_item, g_hash_table_unref);
}

/* --- pages --- */

static gboolean
is_kind (const WmdBox *box, WmdItemKind kind)
{
  return box->item != NULL && box->item->kind == kind;
}

static gboolean
is_list_item (const WmdBox *box)
{
  return box->item != NULL && wmd_item_kind_get_list_level (box->item->kind) > 0;
}

static gboolean
is_contents (const WmdBox *box)
{
  return is_kind (box, WMD_ITEM_CONTENTS_SECTION) || is_kind (box, WMD_ITEM_CONTENTS_REPLY);
}

static double
get_gap (const WmdBox *before, const WmdBox *box)
{
  if (is_kind (before, WMD_ITEM_ORIGINAL) && is_kind (box, WMD_ITEM_DATE))
    return 0; /* two lines of one note */
  return before->style->keep_with_next ? before->style->after : before->style->after + box->style->before;
}

static void
fill_flow_box (WmdFlowBox *flow_box, const WmdBox *before, const WmdBox *box, const WmdBox *after)
{
  gboolean introduces_list = after != NULL && is_list_item (after) && !is_list_item (box);

  *flow_box = (WmdFlowBox){
    .n_lines = box->n_lines,
    .line_height = box->line_height,
    .gap = before != NULL ? get_gap (before, box) : 0,
    .pad_before = box->style->boxed && (before == NULL || !before->style->boxed) ? WMD_SUMMARY_PADDING : 0,
    .pad_after = box->style->boxed && (after == NULL || !after->style->boxed) ? WMD_SUMMARY_PADDING_END : 0,
    .calls = box->calls,
    .n_calls = box->n_notes,
    .keep_with_next = box->style->keep_with_next || introduces_list,
    .break_before = is_kind (box, WMD_ITEM_CONTENTS_HEADING) ||
                    (is_kind (box, WMD_ITEM_SECTION) && before != NULL && is_contents (before)),
  };
}

static WmdFlow *
paginate (const GPtrArray *boxes, guint n_corner, const WmdGeometry *geometry)
{
  g_autofree WmdFlowBox *flow_boxes = g_new (WmdFlowBox, boxes->len);
  const WmdFlowFrame frame = {
    n_corner > 0 ? WMD_CORNER_TOP : WMD_TITLE_TOP,
    geometry->first_bottom,
    geometry->top,
    geometry->bottom,
    WMD_NOTE_RULE_HEIGHT,
  };

  for (guint i = 0; i < boxes->len; i++)
    fill_flow_box (&flow_boxes[i], i > 0 ? boxes->pdata[i - 1] : NULL, boxes->pdata[i],
                   i + 1 < boxes->len ? boxes->pdata[i + 1] : NULL);
  return wmd_flow_new (flow_boxes, boxes->len, &frame);
}

/* Boxes of another edition, column or way of dividing words are of no use any more. */
static void
adopt (WmdTypesetter *self, WmdLanguage edition, double width, gboolean whole_words)
{
  if (width != self->width || edition != self->edition || whole_words != self->whole_words)
    g_clear_pointer (&self->boxes, g_ptr_array_unref);
  self->width = width;
  self->edition = edition;
  if (whole_words == self->whole_words)
    return;
  self->whole_words = whole_words;
  wmd_setter_free (self->setter);
  self->setter = make_setter (self);
}

/* Sets what is new in @publication. FALSE when cancelled: the boxes of before stay. */
static gboolean
set_boxes (WmdTypesetter *self, WmdPublication *publication, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new_full (wmd_publication_get_n_items (publication) + 3, box_clear);
  guint n_corner;

  set_corner (self, publication, boxes);
  n_corner = boxes->len;
  set_items (self, publication, boxes, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  self->boxes = g_steal_pointer (&boxes);
  self->n_corner = n_corner;
  return TRUE;
}

WmdPages *
wmd_typesetter_set (WmdTypesetter *self,
                    WmdPublication *publication,
                    const WmdPageOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  static const WmdPageOptions defaults = { WMD_PAPER_LETTER };
  const WmdGeometry *geometry;
  WmdPages *pages;

  g_return_val_if_fail (self != NULL && publication != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (options == NULL)
    options = &defaults;
  if (!wmd_fonts_check (self->fonts, wmd_publication_get_language (publication), error))
    return NULL;
  if (options->emblem != NULL && !wmd_emblem_read (options->emblem, error))
    return NULL;
  geometry = wmd_geometry_get (options->paper);
  adopt (self, wmd_publication_get_language (publication), geometry->width - 2 * geometry->column,
         options->whole_words);
  if (!set_boxes (self, publication, cancellable, error))
    return NULL;

  pages = g_new0 (WmdPages, 1);
  g_atomic_ref_count_init (&pages->ref_count);
  g_mutex_init (&pages->lock);
  pages->publication = wmd_publication_ref (publication);
  pages->fonts = wmd_fonts_ref (self->fonts);
  pages->geometry = geometry;
  wmd_page_options_set (&pages->options, options);
  pages->boxes = g_ptr_array_ref (self->boxes);
  pages->flow = paginate (pages->boxes, self->n_corner, geometry);
  return pages;
}

/* @seen: the characters that were looked for. */
static void
add_missing (WmdFonts *fonts, const char *text, hb_set_t *seen, GString *missing)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const WmdFace *face;

      if (c < 0x80 || hb_set_has (seen, c))
        continue;
      hb_set_add (seen, c);
      face = g_unichar_isgraph (c) ? wmd_fonts_get_face (fonts, WMD_FAMILY_TIMES, WMD_FACE_REGULAR, c) : NULL;
      if (face != NULL && !wmd_face_has_character (face, c))
        g_string_append_unichar (missing, c);
    }
}

char *
wmd_typeset_find_missing (const WmdPublication *publication)
{
  g_autoptr (WmdFonts) fonts = wmd_fonts_new ();
  GString *missing = g_string_new (NULL);
  hb_set_t *seen = hb_set_create ();

  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    add_missing (fonts, wmd_inline_get_markup (wmd_publication_get_item (publication, i)->content), seen, missing);
  hb_set_destroy (seen);
  return g_string_free (missing, FALSE);
}
