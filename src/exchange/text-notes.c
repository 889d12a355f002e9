/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Footnotes come after the text, each with its mark. Here each goes to where the mark stands in the text before it;
 * the one of the agenda line is derived.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define MAX_DISTANCE 65536 /* bytes of text before a footnote in which its mark is looked for: some ten pages */

/* The mark of a star note at the end of a word. Returns its length in bytes, 0 when it is none. */
static gsize
match_stars (const char *text, const char *place, gsize n_stars)
{
  const char *p = place;
  gsize n = 0;

  if (place == text || wmd_char_is_space (g_utf8_get_char (g_utf8_prev_char (place))))
    return 0;
  for (; *p != '\0' && wmd_char_unescape (g_utf8_get_char (p)) == '*'; p = g_utf8_next_char (p))
    n++;
  return n == n_stars ? (gsize) (p - place) : 0;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) && !wmd_char_is_han (c);
}

/* TRUE for what a number that was raised on the page stands after: a word, or the punctuation that ends it. */
static gboolean
can_carry_mark (gunichar c)
{
  return is_letter (c) || (c != 0 && g_utf8_strchr (".,;:!?)]\"'”’»،؛。，；", -1, c) != NULL);
}

/* How sure a mark has to be. */
typedef enum
{
  MARK_ATTACHED, /* raised, or right after a word or the punctuation that ends it */
  MARK_LOOSE,    /* also raised after another number, or after a space where what was raised came out of a page apart */
} MarkForm;

/* The value of the superscript or plain number at *@place, which is moved to its end; 0 when there is none. */
static guint
read_number (const char **place, gboolean *raised)
{
  guint value = 0;

  *raised = FALSE;
  for (; **place != '\0' && value < 1000; *place = g_utf8_next_char (*place))
    {
      gunichar c = g_utf8_get_char (*place);
      gunichar digit = wmd_char_superscript (c);

      if (c == WMD_CHAR_SUPERSCRIPT || (digit >= '0' && digit <= '9'))
        *raised = TRUE;
      else if (g_ascii_isdigit (c))
        digit = c;
      else
        break;
      if (c != WMD_CHAR_SUPERSCRIPT)
        value = value * 10 + (guint) (digit - '0');
    }
  return value;
}

/* The mark of a numbered note: a superscript number, "[^1]", or a number after a word or its punctuation. Returns its
 * length in bytes, with the space before it in a loose one; 0 when there is none at @place.
 */
static gsize
match_number (const char *text, const char *place, guint number, MarkForm form)
{
  const char *p = place;
  gunichar before = place > text ? g_utf8_get_char (g_utf8_prev_char (place)) : ' ';
  gboolean raised;

  if (g_str_has_prefix (place, "[^"))
    {
      guint64 n = g_ascii_strtoull (place + 2, (char **) &p, 10);

      return n == number && *p == ']' ? (gsize) (p + 1 - place) : 0;
    }
  if (form == MARK_LOOSE && *p == ' ')
    p++;
  if (form == MARK_ATTACHED && g_unichar_isdigit (before))
    return 0;
  if (wmd_char_superscript (before) != 0 || read_number (&p, &raised) != number ||
      !(raised || can_carry_mark (before)) || (!raised && is_letter (g_utf8_get_char (p))))
    return 0;
  return (gsize) (p - place);
}

gboolean
wmd_text_has_note_mark (const char *text, guint number)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (match_number (text, p, number, MARK_LOOSE) > 0)
      return TRUE;
  return FALSE;
}

static gsize
match_mark (const char *text, const char *place, const WmdPiece *note, MarkForm form)
{
  if (note->number > 0)
    return match_number (text, place, note->number, form);
  return match_stars (text, place, strlen (note->mark));
}

/* Notes that have their place in @text before @place. */
static guint
count_notes (const char *text, const char *place)
{
  guint n = 0;

  for (const char *p = text; p < place; p = g_utf8_next_char (p))
    n += g_utf8_get_char (p) == WMD_CHAR_NOTE;
  return n;
}

/* Puts @note into @piece where its mark stands last. FALSE when it does not. */
static gboolean
place_note (WmdPiece *piece, const WmdPiece *note, MarkForm form)
{
  for (const char *p = piece->text + strlen (piece->text); p > piece->text;)
    {
      gsize length;
      g_autoptr (GString) text = NULL;

      p = g_utf8_prev_char (p);
      length = match_mark (piece->text, p, note, form);
      if (length == 0)
        continue;
      text = g_string_new_len (piece->text, p - piece->text);
      g_string_append_unichar (text, WMD_CHAR_NOTE);
      g_string_append (text, p + length);
      g_ptr_array_insert (piece->notes, (gint) count_notes (piece->text, p), g_strdup (note->text));
      g_free (piece->text);
      piece->text = g_strdup (text->str);
      return TRUE;
    }
  return FALSE;
}

/* Looks for the mark of the footnote at @index in the text before it. */
static gboolean
find_place (GPtrArray *pieces, guint index, MarkForm form)
{
  gsize distance = 0;

  for (guint i = index; i > 0 && distance < MAX_DISTANCE; i--)
    {
      WmdPiece *piece = pieces->pdata[i - 1];
      gsize length = strlen (piece->text) + 1;

      distance += length;
      if (piece->kind != WMD_PIECE_NOTE && length < MAX_DISTANCE && place_note (piece, pieces->pdata[index], form))
        return TRUE;
    }
  return FALSE;
}

/* The footnote of the agenda line names the provisional agenda of the session. */
static gboolean
is_agenda_note (WmdTextImport *self, const WmdPiece *note)
{
  g_autofree char *folded = wmd_text_fold (note->text);
  gsize length = strlen (folded);
  const char *session = wmd_facts_get (self->facts, WMD_FACT_SESSION);
  g_autofree char *symbol = NULL;
  g_autofree char *derived = NULL;

  if (*note->mark != '*' || g_strcmp0 (wmd_facts_get (self->facts, WMD_FACT_AGENDA), "provisional") != 0)
    return FALSE;
  while (length > 0 && g_ascii_ispunct (folded[length - 1]))
    folded[--length] = '\0';
  if (g_str_has_suffix (folded, "。"))
    folded[length - strlen ("。")] = '\0';
  if (!wmd_import_patterns_match_common (self->patterns, WMD_COMMON_SYMBOL, folded, NULL))
    return FALSE;
  if (session != NULL)
    {
      symbol = wmd_reference_format_label (self->reference, self->language, "agenda-symbol", "session", session, NULL);
      derived = wmd_reference_format_label (self->reference, self->language, "agenda-note", "symbol", symbol, NULL);
    }
  wmd_text_import_derive (self, note->line, note->text, derived);
  return TRUE;
}

/* Makes a paragraph of a footnote whose mark was not found, with the mark it had. */
static void
make_paragraph (WmdTextImport *self, WmdPiece *note)
{
  g_autofree char *text = g_strdup_printf ("%s %s", note->mark, note->text);
  g_autofree char *plain = wmd_text_plain (text);

  wmd_text_import_report (
      self, "import-unplaced", WMD_SEVERITY_WARNING, note->line, plain,
      g_strdup_printf (_ ("The text has no mark “%s” for this footnote. It is kept as a paragraph where it stood."),
                       note->mark));
  g_free (note->text);
  note->text = g_steal_pointer (&text);
  note->kind = WMD_PIECE_TEXT;
}

void
wmd_text_import_place_notes (WmdTextImport *self, GPtrArray *pieces)
{
  guint kept = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      WmdPiece *note = pieces->pdata[i];

      if (note->kind == WMD_PIECE_NOTE &&
          (find_place (pieces, i, MARK_ATTACHED) || find_place (pieces, i, MARK_LOOSE) || is_agenda_note (self, note)))
        note->placed = TRUE;
      else if (note->kind == WMD_PIECE_NOTE)
        make_paragraph (self, note);
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      WmdPiece *piece = pieces->pdata[i];

      if (piece->placed)
        wmd_piece_free (piece);
      else
        pieces->pdata[kept++] = piece;
    }
  for (guint i = kept; i < pieces->len; i++)
    pieces->pdata[i] = NULL; /* moved or freed */
  g_ptr_array_set_size (pieces, (gint) kept);
}
