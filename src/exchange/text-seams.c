/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts together what a page break cut apart. A seam is where a paragraph stops without closing punctuation and the
 * next one is no list item. It is joined when that is certain: when what follows cannot begin a paragraph, or when
 * the words round the seam prove that they belong together. Else it is left as it is and reported, as text that was
 * lost where the words prove that, too.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "exchange/text-chars.h"

#define NUMBERED_HEADING 60 /* columns; a numbered text that is wider is a paragraph */
#define SHORT_HEADING 32    /* columns; shorter ones are headings even when ICU sees a word across their end */
#define CONTEXT 40          /* characters on each side of a seam that are looked at */
#define OPEN_MARKS ",，、،-–—(/《〈«"        /* none of them ends anything */
#define INSIDE_MARKS ")]》〉»，。；：、）,;" /* none of them begins anything */
#define ARABIC_AND 0x0648
#define NUMBERED_TITLE 24 /* bytes in which a heading gives its number */
#define HINT 12           /* characters on each side of a seam that are shown */

typedef enum
{
  SEAM_NONE,    /* both are whole */
  SEAM_CERTAIN, /* one paragraph */
  SEAM_OPEN,    /* the first is unfinished; what follows may go on with it or not */
  SEAM_DAMAGED, /* text between the two is lost */
} Seam;

/* The last (@from_end) or first @n characters of a text. (transfer full) */
static char *
cut (const char *text, guint n, gboolean from_end)
{
  const char *p = from_end ? text + strlen (text) : text;

  for (guint i = 0; i < n; i++)
    {
      if (from_end && p > text)
        p = g_utf8_prev_char (p);
      else if (!from_end && *p != '\0')
        p = g_utf8_next_char (p);
    }
  return from_end ? g_strdup (p) : g_strndup (text, (gsize) (p - text));
}

/* TRUE when the two texts together have no word boundary where they meet. For Chinese, by ICU's dictionary. */
static gboolean
cuts_word (const char *before, const char *after)
{
  UChar text[4 * CONTEXT];
  int32_t seam = 0;
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words;
  gboolean result;

  u_strFromUTF8 (text, G_N_ELEMENTS (text), &seam, before, -1, &status);
  if (U_SUCCESS (status))
    u_strFromUTF8 (text + seam, (int32_t) G_N_ELEMENTS (text) - seam, &length, after, -1, &status);
  if (U_FAILURE (status))
    return FALSE;
  words = ubrk_open (UBRK_WORD, "zh", text, seam + length, &status);
  if (U_FAILURE (status))
    return FALSE;
  result = !ubrk_isBoundary (words, seam);
  ubrk_close (words);
  return result;
}

/* The last word of @text in lower case; NULL when it does not end with a letter. (transfer full) */
static char *
dup_last_word (const char *text)
{
  const char *start;
  gsize length;

  return wmd_vocabulary_last_word (text, &start, &length) ? g_utf8_strdown (start, (gssize) length) : NULL;
}

/* The same for whole texts, when they meet in Chinese. */
static gboolean
cuts_word_of (const char *text, const char *next)
{
  g_autofree char *before = cut (text, CONTEXT, TRUE);
  g_autofree char *after = cut (next, CONTEXT, FALSE);

  return wmd_char_is_han (wmd_text_last (before)) && wmd_char_is_han (wmd_text_first (after)) &&
         cuts_word (before, after);
}

/* The character at the end or beginning of a Chinese text when ICU's dictionary takes it for a word of its own. */
static gboolean
get_own_word (const char *text, gboolean at_end, char word[8])
{
  g_autofree char *near = cut (text, CONTEXT, at_end);
  g_autofree char *context = wmd_text_plain (near);
  gunichar c = at_end ? wmd_text_last (context) : wmd_text_first (context);
  gsize length = (gsize) g_unichar_to_utf8 (c, word);
  g_autofree char *one = NULL;

  word[length] = '\0';
  if (!wmd_char_is_han (c))
    return FALSE;
  one = g_strndup (context, at_end ? strlen (context) - length : length);
  return *one == '\0' || !cuts_word (one, context + strlen (one));
}

/* TRUE when that character is none that often is a word: it may be half of one. */
static gboolean
is_stray (WmdTextImport *self, const char *text, gboolean at_end)
{
  char word[8];

  return get_own_word (text, at_end, word) &&
         !wmd_import_patterns_is_single_word (self->patterns, self->language, word);
}

/* TRUE when the last word of a text cannot be the last of anything. */
static gboolean
ends_open (WmdTextImport *self, const char *text)
{
  gunichar last = wmd_text_last (text);
  g_autofree char *word = NULL;
  char own_word[8];

  if (last != 0 && g_utf8_strchr (OPEN_MARKS, -1, last) != NULL)
    return TRUE;
  if (wmd_char_is_han (last))
    return get_own_word (text, TRUE, own_word) &&
           wmd_import_patterns_is_open_word (self->patterns, self->language, own_word);
  word = dup_last_word (text);
  return word != NULL && wmd_import_patterns_is_open_word (self->patterns, self->language, word);
}

/* TRUE when no paragraph begins as @text does: with a small letter, or what closes or joins something. */
static gboolean
begins_inside (WmdTextImport *self, const char *text)
{
  gunichar first = wmd_text_first (text);
  char own_word[8];

  return g_unichar_islower (first) || (first != 0 && g_utf8_strchr (INSIDE_MARKS, -1, first) != NULL) ||
         (get_own_word (text, FALSE, own_word) &&
          wmd_import_patterns_is_never_first (self->patterns, self->language, own_word));
}

/* TRUE when @text opens a bracket or title that only @next closes. */
static gboolean
opens_bracket (const char *text, const char *next)
{
  static const struct
  {
    gunichar open;
    gunichar close;
  } pairs[] = { { '(', ')' },       { '[', ']' },       { 0x300A, 0x300B },
                { 0x3008, 0x3009 }, { 0x00AB, 0x00BB }, { 0xFF08, 0xFF09 } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = g_utf8_strrchr (text, -1, pairs[i].open);
      const char *close = g_utf8_strchr (next, -1, pairs[i].close);
      const char *reopen = g_utf8_strchr (next, -1, pairs[i].open);

      if (open != NULL && g_utf8_strchr (open, -1, pairs[i].close) == NULL && close != NULL &&
          (reopen == NULL || close < reopen))
        return TRUE;
    }
  return FALSE;
}

/* TRUE when @text begins with a small word that has a capital: with a sentence. */
static gboolean
begins_sentence (WmdTextImport *self, const char *text)
{
  const char *start;
  gsize length;
  g_autofree char *word = NULL;

  if (!g_unichar_isupper (wmd_text_first (text)) || !wmd_vocabulary_first_word (text, &start, &length) || length < 2)
    return FALSE;
  word = g_utf8_strdown (start, (gssize) length);
  return wmd_import_patterns_is_open_word (self->patterns, self->language, word);
}

/* What the marks on both sides of a seam say, in any script: the one before cannot end, or the one after not begin. */
static gboolean
reads_on (WmdTextImport *self, const char *before, const char *after)
{
  return (ends_open (self, before) && !begins_sentence (self, after)) || begins_inside (self, after) ||
         opens_bracket (before, after);
}

/* Chinese: a cut goes anywhere, mostly through a word. */
static Seam
judge_han (WmdTextImport *self, const char *before, const char *after)
{
  if (cuts_word (before, after) || wmd_vocabulary_has_seam (self->vocabulary, before, after))
    return SEAM_CERTAIN;
  if (wmd_vocabulary_lacks_head (self->vocabulary, before, after))
    return SEAM_DAMAGED;
  if (reads_on (self, before, after))
    return SEAM_CERTAIN;
  return is_stray (self, before, TRUE) || is_stray (self, after, FALSE) ? SEAM_OPEN : SEAM_CERTAIN;
}

/* Scripts with spaces: a cut goes between words. */
static Seam
judge_words (WmdTextImport *self, const char *before, const char *after)
{
  gunichar first = wmd_text_first (after);

  if (reads_on (self, before, after) || wmd_vocabulary_has_seam (self->vocabulary, before, after))
    return SEAM_CERTAIN;
  /* A script without capitals says nothing more, but a new paragraph that has no "and" to begin with is rare in it. */
  if (g_unichar_get_script (first) == G_UNICODE_SCRIPT_ARABIC)
    return first != ARABIC_AND ? SEAM_CERTAIN : SEAM_OPEN;
  return SEAM_OPEN;
}

/* TRUE when the items of the list that ends with @piece have no closing punctuation at all. */
static gboolean
is_unpunctuated_item (const WmdPiece *before, const WmdPiece *piece)
{
  return (piece->kind == WMD_PIECE_BULLET || piece->kind == WMD_PIECE_LETTERED) && before != NULL &&
         before->kind == piece->kind && !wmd_text_is_closed (before->text);
}

/* TRUE when the text has what no heading has: a verb of a sentence. */
static gboolean
is_clause (WmdTextImport *self, const char *text)
{
  g_autofree char *plain = wmd_text_plain (text);
  g_autofree char *folded = wmd_text_fold (plain);

  return wmd_import_patterns_match (self->patterns, self->language, WMD_PATTERN_SENTENCE, folded, NULL);
}

/* TRUE when another sentence or clause begins inside the text. */
static gboolean
has_sentence (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xFF0C || c == 0x3002 || c == 0x061F)
        return TRUE;
      if ((c == '.' || c == '?') && p[1] == ' ' && p >= text + 3 && g_unichar_isalpha (g_utf8_get_char (p + 2)) &&
          (g_unichar_islower (g_utf8_get_char (g_utf8_prev_char (g_utf8_prev_char (g_utf8_prev_char (p))))) ||
           (g_ascii_isdigit (p[-1]) && p > text + NUMBERED_TITLE)))
        return TRUE; /* not after an abbreviation of two letters, nor in "Pillar 1. Prevention" */
    }
  return FALSE;
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* TRUE when a text is short and has nothing of a sentence: a heading, as far as it tells by itself. */
static gboolean
looks_like_heading (WmdTextImport *self, const char *text)
{
  guint widest = wmd_import_patterns_get_heading_width (self->patterns, self->language);

  return strlen (text) <= 4 * widest && wmd_text_width (text) <= widest && !wmd_text_is_closed (text) &&
         has_letter (text) && !g_unichar_islower (wmd_text_first (text)) && !has_sentence (text) &&
         !ends_open (self, text) && !is_clause (self, text);
}

/* The same for a short piece and the one after it. */
static gboolean
reads_on_from (WmdTextImport *self, const WmdPiece *piece, const WmdPiece *next)
{
  g_autofree char *after = cut (next->text, CONTEXT, FALSE);

  return reads_on (self, piece->text, after);
}

/* TRUE for a heading with a number, which no other follows at once and no page break parts from its text. */
static gboolean
is_numbered_heading (WmdTextImport *self, const WmdPiece *piece, const WmdPiece *next)
{
  return piece->kind == WMD_PIECE_NUMBERED && next != NULL && next->kind == WMD_PIECE_TEXT && !next->page_break &&
         wmd_text_width (piece->text) <= NUMBERED_HEADING && looks_like_heading (self, piece->text) &&
         !reads_on_from (self, piece, next) && !cuts_word_of (piece->text, next->text);
}

/* TRUE for a heading with a letter, "(a) Legislation": no item of a list stands above it or follows at once. */
static gboolean
is_lettered_heading (WmdTextImport *self, const WmdPiece *before, const WmdPiece *piece, const WmdPiece *next)
{
  gunichar last = before != NULL ? wmd_text_last (before->text) : '.';

  return piece->kind == WMD_PIECE_LETTERED && next->kind == WMD_PIECE_TEXT && !next->page_break &&
         (before == NULL || before->kind != WMD_PIECE_LETTERED) &&
         wmd_text_is_closed (before != NULL ? before->text : ".") && last != ':' && last != 0xFF1A &&
         wmd_text_width (piece->text) <= NUMBERED_HEADING && looks_like_heading (self, piece->text) &&
         !reads_on_from (self, piece, next);
}

/* A heading stands between what is finished and what begins. Whether @before is a heading is known. */
static gboolean
is_heading (WmdTextImport *self, const WmdPiece *before, const WmdPiece *piece, const WmdPiece *next)
{
  if (next != NULL &&
      (piece->level > 0 || is_numbered_heading (self, piece, next) || is_lettered_heading (self, before, piece, next)))
    return TRUE;
  if (piece->kind != WMD_PIECE_TEXT || piece->row || next == NULL || next->page_break)
    return FALSE; /* no heading stands at the foot of a page */
  if (!looks_like_heading (self, piece->text) || (next->kind == WMD_PIECE_TEXT && reads_on_from (self, piece, next)))
    return FALSE;
  if (next->kind == WMD_PIECE_TEXT && wmd_text_width (piece->text) > SHORT_HEADING &&
      cuts_word_of (piece->text, next->text))
    return FALSE;
  return before == NULL || before->kind != WMD_PIECE_TEXT || before->heading || before->row ||
         wmd_text_is_closed (before->text);
}

/* Where first lines are indented, a page whose first line is not goes on with the paragraph before, or has a heading.
 */
static gboolean
goes_on_by_layout (WmdTextImport *self, const WmdPiece *piece, const WmdPiece *next)
{
  if (next != NULL && wmd_text_is_closed (piece->text) && looks_like_heading (self, next->text))
    return FALSE;
  return next != NULL && next->kind == WMD_PIECE_TEXT && next->level == 0 && next->page_break && next->flush &&
         ((piece->kind == WMD_PIECE_TEXT && piece->indented) || piece->kind == WMD_PIECE_NUMBERED);
}

/* TRUE when a page begins inside a sentence that has a colon where the page before ended. */
static gboolean
goes_on_after_break (const WmdPiece *piece, const WmdPiece *next)
{
  return next->kind == WMD_PIECE_TEXT && next->level == 0 && next->page_break && piece->level == 0 &&
         wmd_text_last (piece->text) == ':' && g_unichar_islower (wmd_text_first (next->text));
}

/* What the words on both sides of a seam say. */
static Seam
judge_context (WmdTextImport *self, const char *text, const char *next)
{
  g_autofree char *end = cut (text, CONTEXT, TRUE);
  g_autofree char *start = cut (next, CONTEXT, FALSE);
  g_autofree char *before = wmd_text_plain (end);
  g_autofree char *after = wmd_text_plain (start);

  return wmd_char_is_wide (wmd_text_last (before)) || wmd_char_is_wide (wmd_text_first (after))
             ? judge_han (self, before, after)
             : judge_words (self, before, after);
}

/* TRUE for what stands before a list, which needs no colon. */
static gboolean
announces (const WmdPiece *piece, const WmdPiece *next)
{
  return next != NULL && !piece->row && (next->kind == WMD_PIECE_BULLET || next->kind == WMD_PIECE_LETTERED);
}

/* @text is the end of that of @piece, with what was joined to it. */
static Seam
judge (WmdTextImport *self, const WmdPiece *before, const WmdPiece *piece, const WmdPiece *next, const char *text)
{
  if (piece->row || (next != NULL && next->row))
    return SEAM_NONE;
  if (goes_on_by_layout (self, piece, next))
    return SEAM_CERTAIN;
  if (next != NULL && goes_on_after_break (piece, next))
    return SEAM_CERTAIN;
  if (piece->level > 0 || wmd_text_is_closed (text))
    return SEAM_NONE;
  if (next == NULL || next->kind != WMD_PIECE_TEXT || next->level > 0)
    return piece->heading || piece->kind != WMD_PIECE_TEXT || announces (piece, next) ? SEAM_NONE : SEAM_OPEN;
  if (!begins_inside (self, next->text) && (piece->heading || is_unpunctuated_item (before, piece)))
    return SEAM_NONE;
  return judge_context (self, text, next->text);
}

/* "…在尊|重《联合国…": the words on both sides of a seam. (transfer full) */
static char *
make_hint (const char *text, const WmdPiece *next)
{
  g_autofree char *end = cut (text, CONTEXT, TRUE);
  g_autofree char *start = cut (next->text, CONTEXT, FALSE);
  g_autofree char *plain_end = wmd_text_plain (end);
  g_autofree char *plain_start = wmd_text_plain (start);
  g_autofree char *before = cut (plain_end, HINT, TRUE);
  g_autofree char *after = cut (plain_start, HINT, FALSE);

  return g_strdup_printf ("…%s|%s…", before, after);
}

static void
report_seam (WmdTextImport *self, Seam seam, guint line, const char *text, const WmdPiece *next)
{
  g_autofree char *hint = next != NULL ? make_hint (text, next) : cut (text, 2 * HINT, TRUE);

  if (seam == SEAM_CERTAIN)
    wmd_text_import_report (
        self, "split-paragraph", WMD_SEVERITY_NOTE, next->line, hint,
        g_strdup (_ ("A paragraph cut in two, by a page break most likely, was put together again.")));
  else if (seam == SEAM_DAMAGED)
    wmd_text_import_report (
        self, "damaged-text", WMD_SEVERITY_ERROR, next->line, hint,
        g_strdup (_ ("Text is lost here: one paragraph breaks off, and the next begins inside a sentence "
                     "that is not its own. Compare with the original.")));
  else
    wmd_text_import_report (
        self, "unfinished-paragraph", WMD_SEVERITY_WARNING, line, hint,
        g_strdup (_ ("A paragraph ends without closing punctuation. Text may be lost, or it may go on in "
                     "the next paragraph. Compare with the original.")));
}

/* Appends @next to the text of @piece, with the space and the footnotes that belong there. */
static void
join (WmdTextImport *self, GString *text, WmdPiece *piece, const WmdPiece *next)
{
  wmd_text_import_append (self, text, next->text);
  for (guint i = 0; i < next->notes->len; i++)
    g_ptr_array_add (piece->notes, g_strdup (next->notes->pdata[i]));
}

static void
set_text (WmdPiece *piece, const GString *text)
{
  g_free (piece->text);
  piece->text = g_strdup (text->str);
}

/* TRUE when @piece with what was joined to it, which is @text, still is short enough for a heading, and is one. */
static gboolean
is_long_heading (WmdTextImport *self,
                 const WmdPiece *before,
                 WmdPiece *piece,
                 const WmdPiece *next,
                 const GString *text)
{
  if (text->len > 4 * wmd_import_patterns_get_heading_width (self->patterns, self->language))
    return FALSE;
  set_text (piece, text);
  return is_heading (self, before, piece, next);
}

/* Joins to the piece at @index those after it that go on with it. Returns the index of the first that does not.
 * @before is the piece before it; @text is for its use.
 */
static guint
join_from (WmdTextImport *self, GPtrArray *pieces, guint index, const WmdPiece *before, GString *text)
{
  WmdPiece *piece = pieces->pdata[index];
  guint i = index + 1;

  piece->heading = is_heading (self, before, piece, i < pieces->len ? pieces->pdata[i] : NULL);
  g_string_assign (text, piece->text);
  for (;; i++)
    {
      const WmdPiece *next = i < pieces->len ? pieces->pdata[i] : NULL;
      Seam seam = judge (self, before, piece, next, wmd_text_tail (text));

      if (seam != SEAM_NONE)
        report_seam (self, seam, piece->line, wmd_text_tail (text), next);
      if (seam != SEAM_CERTAIN)
        break;
      join (self, text, piece, next);
      piece->heading = is_long_heading (self, before, piece, i + 1 < pieces->len ? pieces->pdata[i + 1] : NULL, text);
    }
  set_text (piece, text);
  return i;
}

void
wmd_text_import_join_seams (WmdTextImport *self, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const WmdPiece *before = NULL;

  for (guint i = 0; i < pieces->len;)
    {
      guint next = join_from (self, pieces, i, before, text);

      before = pieces->pdata[i];
      g_ptr_array_add (joined, pieces->pdata[i]);
      pieces->pdata[i] = NULL;
      i = next;
    }
  g_ptr_array_set_size (pieces, 0); /* frees those that went into others */
  for (guint i = 0; i < joined->len; i++)
    g_ptr_array_add (pieces, joined->pdata[i]);
}
