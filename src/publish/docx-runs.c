/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in Office Open XML: runs with character styles, links through relationships, fields. In Arabic editions runs go
 * from right to left, but those of Latin words. A text beside what it was is cut into the words that stayed, came and
 * went, and these once more wherever a run of either text ends.
 */

#include "config.h"

#include "compose/text-diff.h"
#include "publish/docx-private.h"
#include "publish/inline-runs.h"

#include <string.h>

/* A run has one character style; where text is more than one thing, it has the properties of the others. */
static const struct
{
  WmdSpanKind kind;
  const char *style;
  const char *elements[2]; /* in the order that the format wants */
  const char *value;
} looks[] = {
  { WMD_SPAN_STRONG, "Strong", { "w:b", "w:bCs" }, NULL },
  { WMD_SPAN_EMPHASIS, "Emphasis", { "w:i", "w:iCs" }, NULL },
  { WMD_SPAN_SUPERSCRIPT, "Superscript", { "w:vertAlign" }, "superscript" },
  { WMD_SPAN_SUBSCRIPT, "Subscript", { "w:vertAlign" }, "subscript" },
};

/* Where a text is written. */
typedef struct
{
  WmdDocx *docx;
  GsfXMLOut *xml;
  WmdDocxLinks *links;
  const char *link; /* the address of the link that is open; NULL for none */
} Writer;

void
wmd_docx_value (GsfXMLOut *xml, const char *name, const char *value)
{
  wmd_xml_empty (xml, name, "w:val", value, NULL);
}

void
wmd_docx_number (GsfXMLOut *xml, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  wmd_docx_value (xml, name, text);
}

void
wmd_docx_add_length (GsfXMLOut *xml, const char *attribute, double points)
{
  gsf_xml_out_add_int (xml, attribute, (int) (points * 20. + (points < 0. ? -0.5 : 0.5)));
}

/* --- texts --- */

GArray *
wmd_docx_text_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (WmdDocxRun));
}

void
wmd_docx_text_add_part (GArray *self, const char *text, gsize length, const char *style)
{
  WmdDocxRun run = { .text = text, .length = length, .style = style };

  if (length > 0)
    g_array_append_val (self, run);
}

void
wmd_docx_text_add (GArray *self, const char *text, const char *style)
{
  if (text != NULL)
    wmd_docx_text_add_part (self, text, strlen (text), style);
}

void
wmd_docx_text_add_note (GArray *self, const WmdInline *content, const char *sign)
{
  WmdDocxRun run = { .text = WMD_INLINE_NOTE_MARK, .length = strlen (WMD_INLINE_NOTE_MARK), .sign = sign };

  run.note = wmd_inline_get_markup (content);
  g_array_append_val (self, run);
}

void
wmd_docx_text_add_inline (GArray *self, const WmdInline *content, gboolean with_notes)
{
  g_autoptr (GArray) runs = wmd_inline_list_runs (content);

  for (guint i = 0; i < runs->len; i++)
    {
      const WmdInlineRun *from = &g_array_index (runs, WmdInlineRun, i);
      WmdDocxRun run = { .text = from->text, .length = from->length, .styles = from->styles };

      if (from->link != NULL)
        {
          run.link = from->link->value;
          run.style = "Hyperlink";
        }
      if (from->note != NULL)
        run.note = from->note->value;
      if (from->note == NULL || with_notes)
        g_array_append_val (self, run);
    }
}

/* (transfer full) */
static char *
join (const GArray *text)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < text->len; i++)
    {
      const WmdDocxRun *run = &g_array_index (text, WmdDocxRun, i);

      g_string_append_len (joined, run->text, run->length);
    }
  return g_string_free (joined, FALSE);
}

/* --- runs --- */

/* How the characters of a run count. */
typedef enum
{
  FROM_LEFT,
  FROM_RIGHT,
  DIGITS, /* of an Arabic edition: from the left, but some programs take the font of Arabic, which does not have them */
} Direction;

static void
write_looks (GsfXMLOut *xml, const WmdDocxRun *run, Direction direction)
{
  const char *own = run->style;
  guint styles = run->styles;

  for (guint i = 0; i < G_N_ELEMENTS (looks) && own == NULL; i++)
    if (styles & 1u << looks[i].kind)
      {
        own = looks[i].style;
        styles &= ~(1u << looks[i].kind);
      }
  if (own != NULL)
    wmd_docx_value (xml, "w:rStyle", own);
  if (direction == DIGITS)
    wmd_xml_empty (xml, "w:rFonts", "w:cs", wmd_document_get_font (WMD_FAMILY_TIMES), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    for (guint j = 0; j < 2 && looks[i].elements[j] != NULL && styles & 1u << looks[i].kind; j++)
      wmd_docx_value (xml, looks[i].elements[j], looks[i].value);
}

static gboolean
is_plain (const WmdDocxRun *run)
{
  return run->style == NULL && (run->styles & ~(1u << WMD_SPAN_FIELD)) == 0;
}

/* @former (nullable): what the same text was. */
static void
write_run_properties (WmdDocx *docx,
                      GsfXMLOut *xml,
                      const WmdDocxRun *run,
                      const WmdDocxRun *former,
                      Direction direction)
{
  gboolean changed = former != NULL && (g_strcmp0 (former->style, run->style) != 0 || former->styles != run->styles);

  if (is_plain (run) && !changed && direction == FROM_LEFT)
    return;
  wmd_xml_start (xml, "w:rPr", NULL);
  write_looks (xml, run, direction);
  if (direction == FROM_RIGHT)
    wmd_xml_empty (xml, "w:rtl", NULL);
  if (changed)
    {
      wmd_docx_start_former (docx, xml, "w:rPrChange", "w:rPr");
      write_looks (xml, former, direction);
      if (direction == FROM_RIGHT)
        wmd_xml_empty (xml, "w:rtl", NULL);
      wmd_docx_end_former (xml);
    }
  wmd_xml_end (xml);
}

static void
write_characters (GsfXMLOut *xml, const char *text, gsize length, gboolean deleted)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop = text;

      while (stop < end && *stop != '\t' && *stop != '\n')
        stop++;
      if (stop > text)
        {
          wmd_xml_start (xml, deleted ? "w:delText" : "w:t", "xml:space", "preserve", NULL);
          wmd_xml_text (xml, text, stop - text);
          wmd_xml_end (xml);
        }
      if (stop < end)
        wmd_xml_empty (xml, *stop == '\t' ? "w:tab" : "w:br", NULL);
      text = stop + 1;
    }
}

/* TRUE for the slash of a symbol or the comma of a number, which have digits on both sides. */
static gboolean
joins_digits (const char *start, const char *p, const char *end)
{
  return p > start && p + 1 < end && strchr ("/.,:-", *p) != NULL && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
}

/* Length of what begins @text and counts alike: a word that holds a Latin letter, digits, or all up to the next of
 * these.
 */
static gsize
measure_direction (const char *text, const char *end, Direction *direction)
{
  const char *p = text;

  for (*direction = FROM_RIGHT; p < end;)
    {
      const char *word = p;
      Direction found = FROM_RIGHT;

      for (; p < end && g_ascii_isgraph (*p); p++)
        if (g_ascii_isalpha (*p))
          found = FROM_LEFT;
      if (found == FROM_RIGHT)
        {
          p = word;
          found = g_ascii_isdigit (*p) ? DIGITS : FROM_RIGHT;
          while (p < end && (g_ascii_isdigit (*p) || joins_digits (word, p, end)))
            p++;
        }
      if (found != FROM_RIGHT)
        {
          *direction = word == text ? found : FROM_RIGHT;
          return (word == text ? p : word) - text;
        }
      p = g_utf8_next_char (p);
    }
  return end - text;
}

static void
write_run (Writer *writer, const WmdDocxRun *run, const WmdDocxRun *former, gboolean deleted)
{
  const char *end = run->text + run->length;
  gboolean rtl = wmd_language_is_rtl (writer->docx->text_language);

  for (const char *text = run->text; text < end;)
    {
      Direction direction = FROM_LEFT;
      gsize part = rtl ? measure_direction (text, end, &direction) : (gsize) (end - text);

      wmd_xml_start (writer->xml, "w:r", NULL);
      write_run_properties (writer->docx, writer->xml, run, former, direction);
      write_characters (writer->xml, text, part, deleted);
      wmd_xml_end (writer->xml);
      text += part;
    }
}

/* --- a text beside what it was --- */

static void
change_link (Writer *writer, const char *link)
{
  g_autofree char *id = NULL;

  if (g_strcmp0 (writer->link, link) == 0)
    return;
  if (writer->link != NULL)
    wmd_xml_end (writer->xml);
  writer->link = link;
  if (link == NULL)
    return;
  g_ptr_array_add (writer->links->addresses, g_strdup (link));
  id = g_strdup_printf ("link%u", writer->links->addresses->len);
  wmd_xml_start (writer->xml, "w:hyperlink", "r:id", id, NULL);
}

/* @former (nullable): what @run was, where it stayed. */
static void
write_slice (Writer *writer, const WmdDocxRun *run, const WmdDocxRun *former, WmdDocxChange change)
{
  change_link (writer, run->link);
  wmd_docx_start_change (writer->docx, writer->xml, change);
  if (run->note != NULL)
    wmd_docx_write_note_call (writer->docx, writer->xml, run, former, change);
  else
    write_run (writer, run, former, change == WMD_DOCX_DELETED);
  wmd_docx_end_change (writer->xml, change);
}

/* A place in a text. */
typedef struct
{
  const GArray *text;
  guint run;
  gsize offset; /* bytes, in the run */
} Cursor;

/* The rest of the run at the place, of at most @length bytes. */
static WmdDocxRun
peek (const Cursor *self, gsize length)
{
  WmdDocxRun run = g_array_index (self->text, WmdDocxRun, self->run);

  run.text += self->offset;
  run.length = MIN (run.length - self->offset, length);
  return run;
}

static void
advance (Cursor *self, gsize length)
{
  self->offset += length;
  if (self->offset < g_array_index (self->text, WmdDocxRun, self->run).length)
    return;
  self->run++;
  self->offset = 0;
}

static void
write_one (Writer *writer, Cursor *cursor, gsize length, WmdDocxChange change)
{
  while (length > 0)
    {
      WmdDocxRun run = peek (cursor, length);

      write_slice (writer, &run, NULL, change);
      advance (cursor, run.length);
      length -= run.length;
    }
}

/* Words that stayed, but may have got another look. The same words with another address are other words. */
static void
write_both (Writer *writer, Cursor *older, Cursor *newer, gsize length)
{
  while (length > 0)
    {
      WmdDocxRun former = peek (older, length);
      WmdDocxRun run = peek (newer, former.length);

      former.length = run.length;
      if (g_strcmp0 (former.link, run.link) == 0 && g_strcmp0 (former.sign, run.sign) == 0 &&
          (former.note != NULL) == (run.note != NULL))
        write_slice (writer, &run, &former, WMD_DOCX_KEPT);
      else
        {
          write_slice (writer, &former, NULL, WMD_DOCX_DELETED);
          write_slice (writer, &run, NULL, WMD_DOCX_INSERTED);
        }
      advance (older, run.length);
      advance (newer, run.length);
      length -= run.length;
    }
}

static void
write_compared (Writer *writer, const GArray *older, const GArray *newer)
{
  g_autofree char *before = join (older);
  g_autofree char *after = join (newer);
  g_autoptr (GArray) pieces = wmd_text_diff (before, after);
  Cursor from = { older }, to = { newer };

  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdDiffPiece *piece = &g_array_index (pieces, WmdDiffPiece, i);

      if (piece->kind == WMD_DIFF_SAME)
        write_both (writer, &from, &to, piece->length);
      else if (piece->kind == WMD_DIFF_REMOVED)
        write_one (writer, &from, piece->length, WMD_DOCX_DELETED);
      else
        write_one (writer, &to, piece->length, WMD_DOCX_INSERTED);
    }
}

static void
write_whole (Writer *writer, const GArray *text, WmdDocxChange change)
{
  for (guint i = 0; i < text->len; i++)
    write_slice (writer, &g_array_index (text, WmdDocxRun, i), NULL, change);
}

void
wmd_docx_write_text (WmdDocx *docx, GsfXMLOut *xml, WmdDocxLinks *links, const GArray *older, const GArray *newer)
{
  Writer writer = { docx, xml, links, NULL };

  if (older == newer)
    write_whole (&writer, newer, WMD_DOCX_KEPT);
  else if (older == NULL)
    write_whole (&writer, newer, WMD_DOCX_INSERTED);
  else if (newer == NULL)
    write_whole (&writer, older, WMD_DOCX_DELETED);
  else
    write_compared (&writer, older, newer);
  change_link (&writer, NULL);
}

void
wmd_docx_write_line (WmdDocx *docx, GsfXMLOut *xml, const char *older, const char *newer, const char *style)
{
  g_autoptr (GArray) before = wmd_docx_text_new ();
  g_autoptr (GArray) after = wmd_docx_text_new ();

  wmd_docx_text_add (before, older, style);
  wmd_docx_text_add (after, newer, style);
  wmd_docx_write_text (docx, xml, &docx->links, older == newer ? after : before, after);
}

/* --- fields --- */

static void
write_field_mark (WmdDocx *docx, GsfXMLOut *xml, const char *type, WmdDocxChange change)
{
  wmd_docx_start_change (docx, xml, change);
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_empty (xml, "w:fldChar", "w:fldCharType", type, NULL);
  wmd_xml_end (xml);
  wmd_docx_end_change (xml, change);
}

void
wmd_docx_start_field (WmdDocx *docx, GsfXMLOut *xml, const char *instruction, WmdDocxChange change)
{
  write_field_mark (docx, xml, "begin", change);
  wmd_docx_start_change (docx, xml, change);
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_start (xml, change == WMD_DOCX_DELETED ? "w:delInstrText" : "w:instrText", "xml:space", "preserve", NULL);
  wmd_xml_text (xml, instruction, -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_docx_end_change (xml, change);
  write_field_mark (docx, xml, "separate", change);
}

void
wmd_docx_end_field (WmdDocx *docx, GsfXMLOut *xml, WmdDocxChange change)
{
  write_field_mark (docx, xml, "end", change);
}

void
wmd_docx_write_number (WmdDocx *docx, GsfXMLOut *xml, const char *number, WmdDocxChange change)
{
  static const WmdDocxRun plain = { NULL };
  Direction direction = wmd_language_is_rtl (docx->language) ? DIGITS : FROM_LEFT;

  wmd_docx_start_change (docx, xml, change);
  wmd_xml_start (xml, "w:r", NULL);
  write_run_properties (docx, xml, &plain, NULL, direction);
  wmd_xml_text_element (xml, change == WMD_DOCX_DELETED ? "w:delText" : "w:t", number);
  wmd_xml_end (xml);
  wmd_docx_end_change (xml, change);
}

void
wmd_docx_write_field (WmdDocx *docx, GsfXMLOut *xml, const char *instruction, const char *shown)
{
  wmd_docx_start_field (docx, xml, instruction, WMD_DOCX_KEPT);
  wmd_docx_write_number (docx, xml, shown, WMD_DOCX_KEPT);
  wmd_docx_end_field (docx, xml, WMD_DOCX_KEPT);
}
