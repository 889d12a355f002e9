/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From items to boxes: inline text becomes a text with spans, in which each footnote is shown by its number, and
 * is set in the column by the style of its kind. In Arabic all columns are mirrored.
 */
#include "config.h"

#include "typeset/box.h"

#include <math.h>
#include <string.h>

/* What inline text becomes. */
typedef struct
{
  GString *text;
  GArray *spans;    /* (element-type WmdTextSpan) */
  GPtrArray *links; /* (element-type utf8), NULL-terminated when taken */
  GPtrArray *notes; /* (element-type WmdInline) */
  GArray *offsets;  /* (element-type guint) of the notes' marks in text */
} Source;

static void
source_init (Source *self)
{
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (WmdTextSpan));
  self->links = g_ptr_array_new ();
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_inline_unref);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
}

static char **
source_take_links (Source *self)
{
  g_ptr_array_add (self->links, NULL);
  return (char **) g_ptr_array_steal (self->links, NULL);
}

static void
source_clear (Source *self)
{
  g_ptr_array_set_free_func (self->links, g_free);
  g_ptr_array_unref (self->links);
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->offsets);
}

/* A footnote that cannot be read is better shown as it is than lost. */
static WmdInline *
parse_note (const char *markup)
{
  WmdInline *note = wmd_inline_parse (markup != NULL ? markup : "", NULL);

  return note != NULL ? note : wmd_inline_new_text (markup);
}

static void
add_span (Source *self, const WmdSpan *span, guint start, guint end)
{
  WmdTextSpan result = WMD_TEXT_SPAN_INIT;

  result.start = start;
  result.end = end;
  switch (span->kind)
    {
    case WMD_SPAN_EMPHASIS:
      result.face = WMD_FACE_ITALIC;
      break;
    case WMD_SPAN_STRONG:
      result.face = WMD_FACE_BOLD;
      break;
    case WMD_SPAN_SUBSCRIPT:
      result.scale = WMD_SUPERSCRIPT_SCALE;
      result.rise = WMD_SUBSCRIPT_RISE;
      break;
    case WMD_SPAN_NOTE:
      result.note = (int) self->notes->len;
      G_GNUC_FALLTHROUGH;
    case WMD_SPAN_SUPERSCRIPT:
      result.scale = WMD_SUPERSCRIPT_SCALE;
      result.rise = WMD_SUPERSCRIPT_RISE;
      break;
    case WMD_SPAN_LINK:
      if (span->value == NULL || span->value[0] == '\0')
        return;
      result.link = (int) self->links->len;
      g_ptr_array_add (self->links, g_strdup (span->value));
      break;
    case WMD_SPAN_FIELD:
    default:
      return;
    }
  g_array_append_val (self->spans, result);
}

/* By how much the byte @offset moves when each footnote's placeholder becomes its number. */
static guint
map_offset (const WmdSpan *spans, guint n_spans, guint first_number, guint offset)
{
  guint mapped = offset;
  char number[16];

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == WMD_SPAN_NOTE)
      {
        if (spans[i].end <= offset)
          {
            g_snprintf (number, sizeof number, "%u", first_number);
            mapped = mapped - (spans[i].end - spans[i].start) + strlen (number);
          }
        first_number++;
      }
  return mapped;
}

static void
source_add_inline (Source *self, const WmdInline *content, guint first_number)
{
  const char *text = wmd_inline_get_text (content);
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);
  guint done = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      guint start = map_offset (spans, n_spans, first_number, spans[i].start);
      guint end = map_offset (spans, n_spans, first_number, spans[i].end);

      add_span (self, &spans[i], start, end);
      if (spans[i].kind != WMD_SPAN_NOTE)
        continue;
      g_string_append_len (self->text, text + done, spans[i].start - done);
      g_string_append_printf (self->text, "%u", first_number + self->notes->len);
      done = spans[i].end;
      g_array_append_val (self->offsets, start);
      g_ptr_array_add (self->notes, parse_note (spans[i].value));
    }
  g_string_append (self->text, text + done);
}

/* @width is that of the text column, from which the style takes what it leaves free at the end. */
static void
set_text (WmdSetter *setter,
          WmdBoxText *result,
          Source *source,
          const WmdBox *box,
          const WmdStyle *style,
          WmdFaceStyle face,
          double first,
          double width)
{
  WmdTextSource text_source = {
    .text = source->text->str,
    .spans = (const WmdTextSpan *) (gpointer) source->spans->data,
    .n_spans = source->spans->len,
    .type = wmd_type_get (style->type, box->language),
    .face = face,
    .language = box->language,
    .rtl = box->rtl,
    .align = style->align,
    .width = width - style->end,
    .first = first,
    .rest = style->rest,
  };

  result->text = wmd_setter_set (setter, &text_source);
  result->x = box->rtl ? style->end : 0;
  result->links = source_take_links (source);
}

/* Sets a label of its own column, which ends at @end from the edge of the text column. After every label comes a
 * space, for who reads the words without seeing the page.
 */
static void
set_hanging (WmdSetter *setter,
             WmdBoxText *result,
             const char *label,
             const WmdBox *box,
             WmdTypeId type,
             WmdFaceStyle face,
             gboolean raised,
             double end,
             double width)
{
  g_autofree char *spaced = g_strconcat (label, " ", NULL);
  WmdTextSpan span = {
    .end = strlen (spaced), .scale = WMD_SUPERSCRIPT_SCALE, .rise = WMD_NOTE_MARK_RISE, .link = -1, .note = -1
  };
  WmdTextSource source = {
    .text = spaced,
    .spans = &span,
    .n_spans = raised ? 1 : 0,
    .type = wmd_type_get (type, box->language),
    .face = face,
    .language = box->language,
    .rtl = box->rtl,
    .align = WMD_ALIGN_END,
    .width = WMD_LABEL_WIDTH,
  };

  result->text = wmd_setter_set (setter, &source);
  result->x = box->rtl ? width - end : end - WMD_LABEL_WIDTH;
  result->links = g_new0 (char *, 1);
}

/* Sets a label at the beginning of the first line. Returns where the text follows it. */
static double
set_inline_label (WmdSetter *setter, WmdBox *box, const char *label, double width)
{
  const WmdStyle *style = box->style;
  g_autofree char *spaced = g_strconcat (label, " ", NULL);
  WmdTextSource source = {
    .text = spaced,
    .type = wmd_type_get (style->type, box->language),
    .face = style->face,
    .language = box->language,
    .rtl = box->rtl,
    .align = WMD_ALIGN_START,
    .width = width,
    .first = style->label_at,
    .rest = style->label_at,
  };
  double room;

  box->label.text = wmd_setter_set (setter, &source);
  box->label.links = g_new0 (char *, 1);
  room = box->label.text->lines[0].width + WMD_LABEL_GAP;
  return MAX (style->first, style->label_at + ceil (room / WMD_TAB - 0.5) * WMD_TAB);
}

/* Returns where the first line of the text starts. */
static double
set_label (WmdSetter *setter, WmdBox *box, const char *label, double width)
{
  const WmdStyle *style = box->style;

  if (label == NULL || label[0] == '\0')
    return style->first;
  switch (style->label)
    {
    case WMD_LABEL_INLINE:
      return set_inline_label (setter, box, label, width);
    case WMD_LABEL_HANG:
      set_hanging (setter, &box->label, label, box, style->type, style->face, FALSE, style->label_at, width);
      break;
    case WMD_LABEL_END:
      set_hanging (setter, &box->label, label, box, WMD_TYPE_RUNNING, WMD_FACE_ITALIC, FALSE, width + WMD_COLUMN_INDENT,
                   width);
      break;
    case WMD_LABEL_NONE:
    default:
      break;
    }
  return style->first;
}

static void
set_note (WmdSetter *setter, WmdBox *box, guint index, WmdInline *content, const char *mark, double width)
{
  const WmdStyle *style = wmd_style_get_note ();
  WmdBoxNote *note = &box->notes[index];
  Source source;

  source_init (&source);
  source_add_inline (&source, content, 0);
  set_text (setter, &note->body, &source, box, style, style->face, style->first, width);
  source_clear (&source);
  set_hanging (setter, &note->mark, mark, box, style->type, style->face, TRUE, style->label_at, width);
}

static void
set_body (WmdSetter *setter, WmdBox *box, Source *source, WmdFaceStyle face, double first, double width)
{
  set_text (setter, &box->body, source, box, box->style, face, first, width);
  box->n_lines = box->body.text->n_lines;
  box->line_height = box->body.text->pitch;
}

static void
call_note (WmdBox *box, guint index, guint offset)
{
  WmdText *text = box->notes[index].body.text;

  box->calls[index] = (WmdFlowCall){ wmd_text_get_line_at (box->body.text, offset), text->n_lines, text->pitch };
}

/* Running text in another language runs as that language does; headings and entries of the contents as the edition. */
static WmdBox *
box_alloc (const WmdStyle *style, WmdLanguage language, WmdLanguage edition, guint n_notes, guint first_number)
{
  WmdBox *self = g_new0 (WmdBox, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->style = style;
  self->language = language;
  self->rtl = wmd_language_is_rtl (style->align == WMD_ALIGN_JUSTIFY ? language : edition);
  self->n_notes = n_notes;
  self->first_number = first_number;
  if (n_notes > 0)
    {
      self->notes = g_new0 (WmdBoxNote, n_notes);
      self->calls = g_new0 (WmdFlowCall, n_notes);
    }
  return self;
}

WmdBox *
wmd_box_new (WmdSetter *setter, const WmdItem *item, WmdLanguage edition, double width, guint first_number)
{
  const WmdStyle *style = wmd_style_get (item->kind);
  Source source;
  WmdBox *self;
  double first;

  g_return_val_if_fail (setter != NULL && item != NULL, NULL);

  source_init (&source);
  source_add_inline (&source, item->content, first_number);
  self = box_alloc (style, item->language, edition, source.notes->len, first_number);
  self->item = wmd_item_ref (item);
  first = set_label (setter, self, item->label, width);
  set_body (setter, self, &source, style->face, first, width);
  for (guint i = 0; i < source.notes->len; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u", first_number + i);

      set_note (setter, self, i, g_ptr_array_index (source.notes, i), mark, width);
      call_note (self, i, g_array_index (source.offsets, guint, i));
    }
  source_clear (&source);
  return self;
}

WmdBox *
wmd_box_new_corner (WmdSetter *setter,
                    const char *text,
                    WmdFaceStyle face,
                    WmdInline *note,
                    WmdLanguage language,
                    double width)
{
  const WmdStyle *style = wmd_style_get_corner ();
  WmdBox *self;
  Source source;
  const char *mark;

  g_return_val_if_fail (setter != NULL && text != NULL, NULL);

  mark = strrchr (text, '*');
  self = box_alloc (style, language, language, note != NULL && mark != NULL ? 1 : 0, 0);
  source_init (&source);
  g_string_assign (source.text, text);
  if (self->n_notes > 0)
    {
      WmdTextSpan span = { mark - text, mark - text + 1, .link = -1, .note = 0 };

      g_array_append_val (source.spans, span);
    }
  set_body (setter, self, &source, face, style->first, width);
  if (self->n_notes > 0)
    {
      set_note (setter, self, 0, note, "*", width);
      call_note (self, 0, mark - text);
    }
  source_clear (&source);
  return self;
}

WmdBox *
wmd_box_ref (WmdBox *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
box_text_clear (WmdBoxText *self)
{
  g_clear_pointer (&self->text, wmd_text_free);
  g_clear_pointer (&self->links, g_strfreev);
}

void
wmd_box_unref (WmdBox *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_notes; i++)
    {
      box_text_clear (&self->notes[i].mark);
      box_text_clear (&self->notes[i].body);
    }
  g_free (self->notes);
  g_free (self->calls);
  box_text_clear (&self->label);
  box_text_clear (&self->body);
  if (self->item != NULL)
    wmd_item_unref (self->item);
  g_free (self);
}
