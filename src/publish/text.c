/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plain text: a paragraph is a line, an empty line stands between paragraphs but not between the items of a list.
 * What text cannot show is written as text import reads it: superscripts in the characters Unicode has for them,
 * links in square brackets with the address after them. A footnote follows the paragraph that calls it. Emphasis and
 * the levels of headings are lost.
 */

#include "config.h"

#include "publish/text.h"

#include "publish/inline-runs.h"

#include <string.h>

/* Stands for a kind where a line is of no item. */
#define MASTHEAD_LINE WMD_N_ITEM_KINDS

/* Before the items of the second level of a list. */
#define SECOND_LEVEL "    "

typedef struct
{
  GString *text;
  guint n_notes;
  guint before; /* WmdItemKind of what was written last, or MASTHEAD_LINE */
} Writer;

static const gboolean close_together[WMD_N_ITEM_KINDS] = {
  [WMD_ITEM_CONTENTS_SECTION] = TRUE, [WMD_ITEM_CONTENTS_REPLY] = TRUE, [WMD_ITEM_BULLET] = TRUE,
  [WMD_ITEM_BULLET_2] = TRUE,         [WMD_ITEM_LETTERED] = TRUE,       [WMD_ITEM_LETTERED_2] = TRUE,
};

/* Characters and their forms in Unicode, in the same order. */
typedef struct
{
  const char *plain;
  const char *raised;
} Forms;

static const Forms superscripts = { "0123456789+-=()abcdefghijklmnoprstuvwxyz",
                                    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ" };
static const Forms subscripts = { "0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎" };

/* Appends @text in raised or lowered characters; as it is when one of its characters has no such form. */
static void
append_raised (GString *out, const char *text, gsize length, const Forms *forms)
{
  g_autoptr (GString) raised = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      const char *found = strchr (forms->plain, text[i]);

      if (found == NULL)
        {
          g_string_append_len (out, text, length);
          return;
        }
      g_string_append_unichar (raised,
                               g_utf8_get_char (g_utf8_offset_to_pointer (forms->raised, found - forms->plain)));
    }
  g_string_append (out, raised->str);
}

/* TRUE when the address ends in what the text says, spaces apart: then it need not be written. */
static gboolean
says_its_address (const char *text, const WmdSpan *link)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  for (const char *p = text + link->start; p < text + link->end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (packed, g_utf8_get_char (p));
  return packed->len > 0 && g_str_has_suffix (link->value, packed->str);
}

/* Opens @next unless it is @open already; gives what is open then: NULL where the link need not be written. */
static const WmdSpan *
open_link (Writer *writer, const char *text, const WmdSpan *open, const WmdSpan *next)
{
  if (next == NULL || says_its_address (text, next))
    return NULL;
  if (next != open)
    g_string_append_c (writer->text, '[');
  return next;
}

static void
close_link (Writer *writer, const WmdSpan *open, const WmdSpan *next)
{
  if (open != NULL && open != next)
    g_string_append_printf (writer->text, "](%s)", open->value);
}

static void
append_note_mark (GString *out, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  append_raised (out, text, strlen (text), &superscripts);
}

/* Appends @content; its notes are numbered on, and their texts put in @notes (NULL inside a note). */
static void
append_inline (Writer *writer, const WmdInline *content, GPtrArray *notes)
{
  g_autoptr (GArray) runs = wmd_inline_list_runs (content);
  const char *text = wmd_inline_get_text (content);
  const WmdSpan *link = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const WmdInlineRun *run = &g_array_index (runs, WmdInlineRun, i);

      close_link (writer, link, run->link);
      link = open_link (writer, text, link, run->link);
      if (run->note != NULL && notes != NULL)
        {
          append_note_mark (writer->text, ++writer->n_notes);
          g_ptr_array_add (notes, wmd_inline_parse (run->note->value, NULL));
        }
      else if (WMD_RUN_HAS (run, WMD_SPAN_SUPERSCRIPT))
        append_raised (writer->text, run->text, run->length, &superscripts);
      else if (WMD_RUN_HAS (run, WMD_SPAN_SUBSCRIPT))
        append_raised (writer->text, run->text, run->length, &subscripts);
      else
        g_string_append_len (writer->text, run->text, run->length);
    }
  close_link (writer, link, NULL);
}

/* Ends the paragraph before, unless nothing is written yet. Items of one list have no empty line between them. */
static void
start_paragraph (Writer *writer, guint kind)
{
  gboolean same_list = kind != MASTHEAD_LINE && writer->before != MASTHEAD_LINE && close_together[kind] &&
                       close_together[writer->before];

  if (writer->text->len > 0)
    g_string_append (writer->text, same_list ? "\n" : "\n\n");
  writer->before = kind;
}

static void
append_line (Writer *writer, const char *line)
{
  if (line == NULL)
    return;
  start_paragraph (writer, MASTHEAD_LINE);
  g_string_append (writer->text, line);
}

/* The distribution block is one paragraph of several lines. */
static void
append_distribution (Writer *writer, const WmdMasthead *masthead)
{
  const char *lines[] = { masthead->distribution, masthead->date, masthead->version, masthead->originals };

  start_paragraph (writer, MASTHEAD_LINE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (writer->text, "%s%s", i > 0 ? "\n" : "", lines[i]);
}

static void
append_masthead (Writer *writer, const WmdMasthead *masthead)
{
  append_line (writer, masthead->united_nations);
  append_line (writer, masthead->symbol);
  append_line (writer, masthead->organ);
  append_distribution (writer, masthead);
  append_line (writer, masthead->session);
  append_line (writer, masthead->agenda_item);
  append_line (writer, masthead->item_title);
}

/* Several spaces are a column in plain text: one is enough. */
static void
append_job_line (Writer *writer, const char *line)
{
  g_autoptr (GString) packed = g_string_new (line);

  if (line == NULL)
    return;
  while (g_string_replace (packed, "  ", " ", 0) > 0)
    continue;
  append_line (writer, packed->str);
}

/* The first page ends before the contents: what stands at its foot is written there. */
static void
append_first_page_foot (Writer *writer, const WmdMasthead *masthead)
{
  if (masthead->agenda_note != NULL)
    {
      start_paragraph (writer, MASTHEAD_LINE);
      g_string_append (writer->text, "* ");
      append_inline (writer, masthead->agenda_note, NULL);
    }
  append_job_line (writer, masthead->job_line);
}

static void
append_notes (Writer *writer, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      start_paragraph (writer, MASTHEAD_LINE);
      append_note_mark (writer->text, writer->n_notes - notes->len + i + 1);
      g_string_append_c (writer->text, ' ');
      append_inline (writer, g_ptr_array_index (notes, i), NULL);
    }
}

static void
append_item (Writer *writer, const WmdItem *item)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_inline_unref);

  start_paragraph (writer, item->kind);
  if (wmd_item_kind_get_list_level (item->kind) == 2)
    g_string_append (writer->text, SECOND_LEVEL);
  if (item->kind == WMD_ITEM_BULLET || item->kind == WMD_ITEM_BULLET_2)
    g_string_append (writer->text, "- ");
  else if (item->label != NULL && item->kind != WMD_ITEM_CONTENTS_HEADING)
    g_string_append_printf (writer->text, "%s ", item->label);
  append_inline (writer, item->content, notes);
  append_notes (writer, notes);
}

GBytes *
wmd_text_write (WmdPublication *publication,
                const WmdPublishOptions *options,
                GCancellable *cancellable,
                GError **error)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (publication);
  Writer writer = { NULL, 0, MASTHEAD_LINE };
  gsize length;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  writer.text = g_string_new (NULL);

  append_masthead (&writer, masthead);
  for (guint i = 0; i < wmd_publication_get_n_items (publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (publication, i);

      if (item->kind == WMD_ITEM_CONTENTS_HEADING)
        append_first_page_foot (&writer, masthead);
      append_item (&writer, item);
    }
  g_string_append_c (writer.text, '\n');
  length = writer.text->len;
  return g_bytes_new_take (g_string_free (writer.text, FALSE), length);
}
