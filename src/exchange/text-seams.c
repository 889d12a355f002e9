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

#define HEADING_WIDTH 150 /* columns; no subheading is wider */
#define CONTEXT 40        /* characters on each side of a seam that are looked at */
#define ARABIC_AND 0x0648
#define HINT 12 /* characters on each side of a seam that are shown */

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

/* TRUE when ICU's dictionary takes the character at the end (or the beginning) of @text for a word of its own, and it
 * is none of those that often are: it may be half a word.
 */
static gboolean
is_stray (WmdTextImport *self, const char *text, gboolean at_end)
{
  gunichar c = at_end ? wmd_text_last (text) : wmd_text_first (text);
  g_autofree char *beside = cut (text, 2, at_end);
  const char *second = g_utf8_next_char (beside);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  char word[8] = "";

  word[g_unichar_to_utf8 (c, word)] = '\0';
  if (!wmd_char_is_han (c) || wmd_import_patterns_is_open_word (self->patterns, self->language, word))
    return FALSE;
  if (*second == '\0')
    return TRUE;
  one = g_strndup (text, at_end ? strlen (text) - strlen (word) : strlen (word));
  other = g_strdup (text + strlen (one));
  return !cuts_word (one, other);
}

/* Chinese: a cut goes anywhere, mostly through a word. */
static Seam
judge_han (WmdTextImport *self, const char *before, const char *after)
{
  gunichar last = wmd_text_last (before);

  if (cuts_word (before, after) || wmd_vocabulary_has_seam (self->vocabulary, before, after))
    return SEAM_CERTAIN;
  if (wmd_vocabulary_lacks_head (self->vocabulary, before, after))
    return SEAM_DAMAGED;
  if (last == 0xFF0C || last == 0x3001 || last == ',')
    return SEAM_CERTAIN;
  return is_stray (self, before, TRUE) || is_stray (self, after, FALSE) ? SEAM_OPEN : SEAM_CERTAIN;
}

/* Scripts with spaces: a cut goes between words. */
static Seam
judge_words (WmdTextImport *self, const char *before, const char *after)
{
  gunichar first = wmd_text_first (after);
  gunichar last = wmd_text_last (before);
  g_autofree char *word = dup_last_word (before);

  if (g_unichar_islower (first))
    return SEAM_CERTAIN;
  if (last == ',' || last == 0x060C || last == '(' || last == '-' || last == '/')
    return SEAM_CERTAIN;
  if (word != NULL && wmd_import_patterns_is_open_word (self->patterns, self->language, word))
    return SEAM_CERTAIN;
  if (wmd_vocabulary_has_seam (self->vocabulary, before, after))
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

/* TRUE when a text is short and has no punctuation of a sentence: a heading, as far as it tells by itself. */
static gboolean
looks_like_heading (const char *text)
{
  gunichar last;

  if (strlen (text) > 4 * HEADING_WIDTH || wmd_text_width (text) > HEADING_WIDTH || wmd_text_is_closed (text) ||
      g_unichar_islower (wmd_text_first (text)))
    return FALSE;
  last = wmd_text_last (text);
  return last != ',' && last != 0xFF0C && last != 0x3001 && last != 0x060C && last != '-' &&
         strstr (text, "，") == NULL && strstr (text, "。") == NULL;
}

/* A heading stands between what is finished and what begins. Whether @before is a heading is known. */
static gboolean
is_heading (const WmdPiece *before, const WmdPiece *piece, const WmdPiece *next)
{
  if (piece->kind != WMD_PIECE_TEXT || next == NULL)
    return FALSE;
  if (piece->level > 0)
    return TRUE;
  if (!looks_like_heading (piece->text) ||
      (next->kind == WMD_PIECE_TEXT && g_unichar_islower (wmd_text_first (next->text))))
    return FALSE;
  return before == NULL || before->kind != WMD_PIECE_TEXT || before->heading || wmd_text_is_closed (before->text);
}

/* Where first lines are indented, a page whose first line is not goes on with the paragraph before. */
static gboolean
goes_on_by_layout (const WmdPiece *piece, const WmdPiece *next)
{
  return next != NULL && next->kind == WMD_PIECE_TEXT && next->level == 0 && next->page_break && next->flush &&
         ((piece->kind == WMD_PIECE_TEXT && piece->indented) || piece->kind == WMD_PIECE_NUMBERED);
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

/* @text is the end of that of @piece, with what was joined to it. */
static Seam
judge (WmdTextImport *self, const WmdPiece *before, const WmdPiece *piece, const WmdPiece *next, const char *text)
{
  if (goes_on_by_layout (piece, next))
    return SEAM_CERTAIN;
  if (piece->level > 0 || wmd_text_is_closed (text))
    return SEAM_NONE;
  if (next == NULL || next->kind != WMD_PIECE_TEXT || next->level > 0)
    return piece->heading || piece->kind != WMD_PIECE_TEXT ? SEAM_NONE : SEAM_OPEN;
  if (!g_unichar_islower (wmd_text_first (next->text)) && (piece->heading || is_unpunctuated_item (before, piece)))
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
join (GString *text, WmdPiece *piece, const WmdPiece *next)
{
  gunichar last = wmd_text_last (wmd_text_tail (text));
  gunichar first = wmd_text_first (next->text);

  if (!wmd_char_is_wide (last) && !wmd_char_is_wide (first) && last != '-' && last != '(' && last != '/')
    g_string_append_c (text, ' ');
  g_string_append (text, next->text);
  for (guint i = 0; i < next->notes->len; i++)
    g_ptr_array_add (piece->notes, g_strdup (next->notes->pdata[i]));
}

/* Joins to the piece at @index those after it that go on with it. Returns the index of the first that does not.
 * @before is the piece before it; @text is for its use.
 */
static guint
join_from (WmdTextImport *self, GPtrArray *pieces, guint index, const WmdPiece *before, GString *text)
{
  WmdPiece *piece = pieces->pdata[index];
  guint i = index + 1;

  piece->heading = is_heading (before, piece, i < pieces->len ? pieces->pdata[i] : NULL);
  g_string_assign (text, piece->text);
  for (;; i++)
    {
      const WmdPiece *next = i < pieces->len ? pieces->pdata[i] : NULL;
      Seam seam = judge (self, before, piece, next, wmd_text_tail (text));

      if (seam != SEAM_NONE)
        report_seam (self, seam, piece->line, wmd_text_tail (text), next);
      if (seam != SEAM_CERTAIN)
        break;
      piece->heading = FALSE;
      join (text, piece, next);
    }
  if (i > index + 1)
    {
      g_free (piece->text);
      piece->text = g_strdup (text->str);
    }
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
