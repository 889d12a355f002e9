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

/* The mark of a numbered note: a superscript number, "[^1]", or a number right after a word or its punctuation. */
static gsize
match_number (const char *text, const char *place, guint number)
{
  const char *p = place;
  gunichar before = place > text ? g_utf8_get_char (g_utf8_prev_char (place)) : ' ';
  gboolean raised = FALSE;
  guint value = 0;

  if (g_str_has_prefix (place, "[^"))
    {
      guint64 n = g_ascii_strtoull (place + 2, (char **) &p, 10);

      return n == number && *p == ']' ? (gsize) (p + 1 - place) : 0;
    }
  if (wmd_char_superscript (before) != 0)
    return 0;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar digit = wmd_char_superscript (c);

      if (c == WMD_CHAR_SUPERSCRIPT)
        {
          raised = TRUE;
          continue;
        }
      if (digit >= '0' && digit <= '9')
        raised = TRUE;
      else if (g_ascii_isdigit (c))
        digit = c;
      else
        break;
      if (value > 999)
        return 0;
      value = value * 10 + (guint) (digit - '0');
    }
  if (value != number)
    return 0;
  if (!raised && (g_unichar_isdigit (before) || wmd_char_is_space (before) || before == '(' || before == '/' ||
                  before == '-' || g_unichar_isalpha (g_utf8_get_char (p)) || wmd_char_is_han (before)))
    return 0;
  return (gsize) (p - place);
}

static gsize
match_mark (const char *text, const char *place, const WmdPiece *note)
{
  if (note->number > 0)
    return match_number (text, place, note->number);
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
place_note (WmdPiece *piece, const WmdPiece *note)
{
  for (const char *p = piece->text + strlen (piece->text); p > piece->text;)
    {
      gsize length;
      g_autoptr (GString) text = NULL;

      p = g_utf8_prev_char (p);
      length = match_mark (piece->text, p, note);
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
  for (guint i = 0; i < pieces->len; i++)
    {
      WmdPiece *note = pieces->pdata[i];
      gboolean placed = FALSE;
      gsize distance = 0;

      if (note->kind != WMD_PIECE_NOTE)
        continue;
      for (guint j = i; j > 0 && distance < MAX_DISTANCE && !placed; j--)
        {
          WmdPiece *piece = pieces->pdata[j - 1];

          distance += strlen (piece->text) + 1;
          placed = piece->kind != WMD_PIECE_NOTE && distance < 2 * MAX_DISTANCE && place_note (piece, note);
        }
      if (placed || is_agenda_note (self, note))
        g_ptr_array_remove_index (pieces, i--);
      else
        make_paragraph (self, note);
    }
}
