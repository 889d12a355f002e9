/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Footnotes come after the text, at the foot of the page or at the end, each with its mark. Here each goes to where
 * its mark stands in the text. All marks are found in one pass; a number in a text may be a mark or not, so a footnote
 * takes the likeliest one before it. The footnote of the agenda line is derived.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define STARS 1000    /* more than any number of a footnote */
#define BRACKETS 2000 /* the same for one in brackets, and more than any stars */
#define SQUARE 4000   /* the same for one in square brackets */

/* How sure it is that a number or a star is a mark. */
typedef enum
{
  FORM_NONE,
  FORM_FAINT,    /* a number between spaces after the punctuation of a sentence */
  FORM_LOOSE,    /* a number raised after another one or after a year, or with a space before it and none after it */
  FORM_ATTACHED, /* raised after a word, or plain right after a word or the punctuation that ends it; a star */
  FORM_CERTAIN,  /* "[^1]" */
} Form;

typedef struct
{
  guint piece; /* index */
  guint start; /* bytes in its text */
  guint length;
  Form form;
  const WmdPiece *note; /* that took it; NULL while it is free */
} Candidate;

typedef struct
{
  WmdTextImport *import;
  GPtrArray *pieces;  /* (element-type WmdPiece) */
  GArray *candidates; /* (element-type Candidate) in the order of the text */
  GHashTable *by_key; /* number, or STARS and the number of stars → GArray of indices into candidates */
  guint last;         /* index of the candidate after the last one taken */
} Placing;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) && !wmd_char_is_han (c);
}

/* TRUE for what a number that was raised on the page stands after: a word, or the punctuation that ends it. */
static gboolean
can_carry_mark (gunichar c)
{
  return is_letter (c) || (c != 0 && g_utf8_strchr (".,;:!?)]\"'”’»،؛。，；、：》〉）", -1, c) != NULL);
}

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
      else if (wmd_char_is_digit (c))
        digit = c;
      else
        break;
      if (c != WMD_CHAR_SUPERSCRIPT)
        value = value * 10 + (guint) (digit - '0');
    }
  return value;
}

/* TRUE when the digits before @p are those of a year, on which a number may have been raised: "20191". Larger figures
 * are written in groups of three digits.
 */
static gboolean
follows_year (const char *text, const char *p)
{
  gsize n = 0;

  while (p > text && g_ascii_isdigit (p[-1]))
    p--, n++;
  return n == 4 && (g_str_has_prefix (p, "19") || g_str_has_prefix (p, "20")) &&
         (p == text || strchr (".,/", p[-1]) == NULL);
}

/* TRUE for the rest of a figure that is written in groups of three digits: "1 204". */
static gboolean
is_group (const char *text)
{
  return strspn (text, "0123456789") == 3;
}

/* What the number at @text, moved to its end, is as a mark after @before, in the text from @start on. */
static Form
read_numbered_mark (const char *start, const char **text, gunichar before, guint *number)
{
  const char *p = *text;
  gboolean space = *p == ' ';
  gboolean year = follows_year (start, p);
  gboolean raised;

  if (g_str_has_prefix (p, "[^"))
    {
      guint64 value = g_ascii_strtoull (p + 2, (char **) &p, 10);

      *number = (guint) MIN (value, 999);
      *text = p + 1;
      return value > 0 && *p == ']' ? FORM_CERTAIN : FORM_NONE;
    }
  p += space;
  *number = read_number (&p, &raised);
  *text = p;
  if (*number == 0 || *number >= 1000 || wmd_char_superscript (before) != 0)
    return FORM_NONE;
  if (raised)
    return g_unichar_isdigit (before) || space ? FORM_LOOSE : FORM_ATTACHED;
  if ((!can_carry_mark (before) && !year) || is_letter (g_utf8_get_char (p)) ||
      ((*p == ',' || *p == '.') && g_ascii_isdigit (p[1]))) /* "1,204" */
    return FORM_NONE;
  if (space && *p == ' ')
    return is_letter (before) || is_group (p + 1) ? FORM_NONE : FORM_FAINT;
  return space || year ? FORM_LOOSE : FORM_ATTACHED;
}

/* The stars at @text, moved to their end. */
static Form
read_stars (const char **text, gunichar before, guint *number)
{
  guint n = 0;

  for (; **text != '\0' && wmd_char_unescape (g_utf8_get_char (*text)) == '*'; *text = g_utf8_next_char (*text))
    n++;
  *number = STARS + n;
  return wmd_char_is_space (before) ? FORM_NONE : FORM_ATTACHED;
}

/* The number under which the marks of a footnote are found; @mark begins with one of them. */
static guint
get_key (const char *mark, guint number)
{
  const char *end;

  if (number == 0)
    return STARS + (guint) strspn (mark, "*");
  if (wmd_text_read_bracketed_number (mark, &end) == 0)
    return number;
  return number + (wmd_char_unescape (g_utf8_get_char (mark)) == '[' ? SQUARE : BRACKETS);
}

/* The number in brackets at @text, "(1)", or in a circle, moved to its end: how Arabic and Chinese print marks, and how
 * they leave a word processor.
 */
static Form
read_bracketed_mark (const char **text, gunichar before, guint *number)
{
  gboolean space = **text == ' ';
  const char *p = *text + space;
  const char *end;

  *number = get_key (p, wmd_text_read_bracketed_number (p, &end));
  if (*number < BRACKETS || !(can_carry_mark (before) || (!space && wmd_char_is_han (before))))
    return FORM_NONE;
  *text = end;
  return space ? FORM_FAINT : FORM_ATTACHED;
}

/* What begins at @text, moved to its end or by one character. */
static Form
read_candidate (const char *start, const char **text, gunichar before, guint *number)
{
  gunichar c = wmd_char_unescape (g_utf8_get_char (*text));
  const char *end = *text;
  Form form = FORM_NONE;

  if (c == '*')
    return read_stars (text, before, number);
  if (c == '(' || c == '[' || c >= 0x2460 || (c == ' ' && ((*text)[1] == '(' || (*text)[1] == '[')))
    form = read_bracketed_mark (&end, before, number);
  if (form != FORM_NONE)
    {
      *text = end;
      return form;
    }
  if (c == '[' || c == WMD_CHAR_SUPERSCRIPT || wmd_char_is_digit (c) || wmd_char_superscript (c) != 0 ||
      (c == ' ' && (g_ascii_isdigit ((*text)[1]) || wmd_char_superscript (g_utf8_get_char (*text + 1)) != 0)))
    form = read_numbered_mark (start, &end, before, number);
  *text = end > *text && (form != FORM_NONE || wmd_char_is_digit (c)) ? end : g_utf8_next_char (*text);
  return form;
}

static void
add_candidate (Placing *self, guint number, const Candidate *candidate)
{
  GArray *indices = g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (number));

  if (indices == NULL)
    {
      indices = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_key, GUINT_TO_POINTER (number), indices);
    }
  g_array_append_val (indices, self->candidates->len);
  g_array_append_vals (self->candidates, candidate, 1);
}

static void
find_candidates (Placing *self, guint index)
{
  const WmdPiece *piece = self->pieces->pdata[index];
  gunichar before = ' ';

  for (const char *p = piece->text; *p != '\0';)
    {
      const char *start = p;
      guint number = 0;
      Form form = read_candidate (piece->text, &p, before, &number);

      if (form != FORM_NONE)
        {
          Candidate candidate = { index, (guint) (start - piece->text), (guint) (p - start), form, NULL };

          add_candidate (self, number, &candidate);
        }
      before = wmd_char_unescape (g_utf8_get_char (g_utf8_prev_char (p)));
    }
}

gboolean
wmd_text_has_note_mark (const char *text, const WmdTextMark *mark, gboolean surely)
{
  guint key = get_key (mark->mark, mark->number);
  gunichar before = ' ';

  for (const char *p = text; *p != '\0';)
    {
      guint found = 0;

      if (read_candidate (text, &p, before, &found) >= (surely ? FORM_ATTACHED : FORM_FAINT) && found == key)
        return TRUE;
      before = wmd_char_unescape (g_utf8_get_char (g_utf8_prev_char (p)));
    }
  return FALSE;
}

/* The likeliest free mark of the footnote at @index: the surest form; of those, after the mark of the footnote before,
 * the first where footnotes stand together at the end, the last where one stands at the foot of its page.
 */
static Candidate *
choose (Placing *self, guint index)
{
  const WmdPiece *note = self->pieces->pdata[index];
  const WmdPiece *next = index + 1 < self->pieces->len ? self->pieces->pdata[index + 1] : NULL;
  guint key = get_key (note->mark, note->number);
  GArray *indices = g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (key));
  gboolean together = next != NULL && next->kind == WMD_PIECE_NOTE;
  Candidate *best = NULL;

  for (guint i = indices != NULL ? indices->len : 0; i > 0; i--)
    {
      guint which = g_array_index (indices, guint, i - 1);
      Candidate *candidate = &g_array_index (self->candidates, Candidate, which);

      if (candidate->piece >= index)
        continue;
      if (which < self->last)
        break;
      if (best == NULL || candidate->form > best->form || (together && candidate->form == best->form))
        best = candidate;
    }
  return best;
}

/* Rewrites the text of a piece with its footnotes at their marks; @candidate is the first of them, @end after the last.
 */
static void
put_notes (WmdPiece *piece, const Candidate *candidate, const Candidate *end)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (piece->text));
  guint done = 0;

  for (; candidate < end; candidate++)
    {
      if (candidate->note == NULL)
        continue;
      g_string_append_len (text, piece->text + done, (gssize) (candidate->start - done));
      g_string_append_unichar (text, WMD_CHAR_NOTE);
      g_ptr_array_add (piece->notes, g_strdup (candidate->note->text));
      done = candidate->start + candidate->length;
    }
  g_string_append (text, piece->text + done);
  g_free (piece->text);
  piece->text = g_strdup (text->str);
}

/* The symbol that a footnote consists of, or NULL. (transfer full) */
static char *
dup_symbol (WmdTextImport *self, const WmdPiece *note)
{
  g_autofree char *folded = wmd_text_fold (note->text);

  for (const char *p = folded + strlen (folded); p > folded;)
    {
      p = g_utf8_prev_char (p);
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        break;
      folded[p - folded] = '\0';
    }
  return wmd_import_patterns_match_common (self->patterns, WMD_COMMON_SYMBOL, folded, NULL) ? g_steal_pointer (&folded)
                                                                                            : NULL;
}

/* The footnote of the agenda line names the provisional agenda of the session. */
static gboolean
take_agenda_note (WmdTextImport *self, const WmdPiece *note)
{
  const char *session = wmd_facts_get (self->facts, WMD_FACT_SESSION);
  g_autofree char *printed = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *derived = NULL;

  if (*note->mark != '*' || g_strcmp0 (wmd_facts_get (self->facts, WMD_FACT_AGENDA), "provisional") != 0)
    return FALSE;
  printed = dup_symbol (self, note);
  if (printed == NULL)
    return FALSE;
  if (session != NULL)
    {
      symbol = wmd_reference_format_label (self->reference, self->language, "agenda-symbol", "session", session, NULL);
      derived = wmd_reference_format_label (self->reference, self->language, "agenda-note", "symbol", symbol, NULL);
    }
  wmd_text_import_derive (self, note->line, note->text, derived);
  return TRUE;
}

/* A footnote of a title or of another line of the masthead. What it says goes into the finding. */
static gboolean
take_masthead_note (WmdTextImport *self, const WmdPiece *note)
{
  if (note->number > 0 || (self->stars & (1u << MIN (strlen (note->mark), 31))) == 0)
    return FALSE;
  wmd_text_import_report (
      self, "import-unplaced", WMD_SEVERITY_NOTE, note->line, note->text,
      g_strdup_printf (_ ("The footnote “%s” of a line before the summary has no place in a report and was left out."),
                       note->mark));
  return TRUE;
}

/* Makes a paragraph of a footnote whose mark was not found, with the mark it had. */
static void
make_paragraph (WmdTextImport *self, WmdPiece *note)
{
  char *text = g_strdup_printf ("%s %s", note->mark, note->text);

  wmd_text_import_report (
      self, "import-unplaced", WMD_SEVERITY_WARNING, note->line, text,
      g_strdup_printf (_ ("The text has no mark “%s” for this footnote. It is kept as a paragraph where it stood."),
                       note->mark));
  g_free (note->text);
  note->text = text;
  note->kind = WMD_PIECE_TEXT;
}

static void
choose_all (Placing *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      WmdPiece *note = self->pieces->pdata[i];
      Candidate *candidate;

      if (note->kind != WMD_PIECE_NOTE)
        continue;
      candidate = choose (self, i);
      note->placed =
          candidate != NULL || take_agenda_note (self->import, note) || take_masthead_note (self->import, note);
      if (candidate != NULL)
        {
          candidate->note = note;
          self->last = (guint) (candidate - (Candidate *) (void *) self->candidates->data) + 1;
        }
      else if (!note->placed)
        make_paragraph (self->import, note);
    }
}

static void
put_all (Placing *self)
{
  const Candidate *candidates = (const Candidate *) (void *) self->candidates->data;

  for (guint start = 0, end; start < self->candidates->len; start = end)
    {
      gboolean any = FALSE;

      for (end = start; end < self->candidates->len && candidates[end].piece == candidates[start].piece; end++)
        any = any || candidates[end].note != NULL;
      if (any)
        put_notes (self->pieces->pdata[candidates[start].piece], candidates + start, candidates + end);
    }
}

static void
remove_placed (GPtrArray *pieces)
{
  guint kept = 0;

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

void
wmd_text_import_place_notes (WmdTextImport *self, GPtrArray *pieces)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Placing placing = { self, pieces, candidates, by_key, 0 };
  guint n_notes = 0;

  for (guint i = 0; i < pieces->len; i++)
    n_notes += ((WmdPiece *) pieces->pdata[i])->kind == WMD_PIECE_NOTE;
  if (n_notes == 0)
    return;
  for (guint i = 0; i < pieces->len; i++)
    if (((WmdPiece *) pieces->pdata[i])->kind != WMD_PIECE_NOTE)
      find_candidates (&placing, i);
  choose_all (&placing);
  put_all (&placing);
  remove_placed (pieces);
}
