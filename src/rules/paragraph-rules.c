/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paragraphs that break off, and what became of the rest. An open end is one of three things, never two: the next
 * paragraph reads on without doubt (the two are to be joined), text is lost between the two, or nobody knows.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "rules/page-private.h"
#include "rules/rules-private.h"

typedef enum
{
  JOINT_CLOSED,  /* the paragraph ends as a paragraph does */
  JOINT_CERTAIN, /* the next one reads on */
  JOINT_LOST,    /* the next one begins within a word that does not begin here */
  JOINT_OPEN,    /* it does not end, and what follows does not read on */
} Joint;

/* Bytes of the longest mark of a lettered list: viii. */
#define MAX_LETTER 4

/* Words, or Chinese characters, that make more than a title. */
#define MIN_WORDS 4
#define MIN_CHARACTERS 8

/* The most that a row of a table has, and the least rows that are one. */
#define ROW_WORDS 20
#define ROW_CHARACTERS 40
#define MIN_ROWS 3

static gboolean
is_list_item (const WmdReading *reading)
{
  return wmd_block_kind_get_item_level (wmd_block_get_kind (reading->block)) > 0;
}

static gboolean
is_prose (const WmdReading *reading)
{
  WmdBlockKind kind = wmd_block_get_kind (reading->block);

  return kind == WMD_BLOCK_PARAGRAPH || kind == WMD_BLOCK_NUMBERED;
}

/* Whatever closes a quotation or a bracket, and a footnote mark, may follow the full stop. */
static gboolean
is_closed (const WmdReading *reading)
{
  for (guint i = reading->n_tokens; i > 0; i--)
    {
      const WmdToken *token = &reading->tokens[i - 1];

      if (token->kind != WMD_TOKEN_MARK)
        return token->kind == WMD_TOKEN_ADDRESS || token->kind == WMD_TOKEN_FIELD;
      if (g_utf8_strchr ("”’»》〉)]\"）］" WMD_INLINE_NOTE_MARK, -1, token->first) == NULL)
        return g_utf8_strchr (".!?:;…。！？：；؟؛۔", -1, token->first) != NULL;
    }
  return TRUE;
}

static gboolean
is_long (const WmdReading *reading)
{
  return reading->n_words >= (reading->language == WMD_LANGUAGE_ZH ? MIN_CHARACTERS : MIN_WORDS);
}

/* --- does the next paragraph read on? --- */

static gboolean
begins_small (const WmdReading *reading)
{
  const WmdToken *first = reading->n_tokens > 0 ? &reading->tokens[0] : NULL;

  /* "a) …" is an item of a list. */
  if (first == NULL || first->kind != WMD_TOKEN_WORD ||
      (first->end <= MAX_LETTER && (wmd_reading_token_is (reading, 1, ")") || wmd_reading_token_is (reading, 1, "."))))
    return FALSE;
  return g_unichar_islower (first->first);
}

/* No sentence begins with a figure or a bracket, but in Chinese; a list may. */
static gboolean
begins_within (const WmdReading *reading)
{
  const WmdToken *first = reading->n_tokens > 0 ? &reading->tokens[0] : NULL;

  if (first == NULL || reading->language == WMD_LANGUAGE_ZH)
    return FALSE;
  if (first->kind == WMD_TOKEN_NUMBER)
    return first->end >= MAX_LETTER ||
           (!wmd_reading_token_is (reading, 1, ")") && !wmd_reading_token_is (reading, 1, ".") &&
            !wmd_reading_token_is (reading, 1, "-"));
  return first->kind == WMD_TOKEN_ADDRESS || first->kind == WMD_TOKEN_SYMBOL ||
         (first->first == '(' && reading->n_tokens > 2 && reading->tokens[1].end - reading->tokens[1].start > 2);
}

static gboolean
ends_open (const WmdProbe *probe, const WmdReading *reading)
{
  const WmdToken *last = &reading->tokens[reading->n_tokens - 1];

  if (last->kind == WMD_TOKEN_MARK)
    return g_utf8_strchr (",،，、(（《“«-", -1, last->first) != NULL;
  return last->kind == WMD_TOKEN_WORD && wmd_forms_has_word (probe->forms, "open-words", reading->language,
                                                             reading->text + last->start, last->end - last->start);
}

/* Marks opened less marks closed. */
static int
count_open (const WmdReading *reading, gunichar open, gunichar close)
{
  int n = 0;

  for (guint i = 0; i < reading->n_tokens; i++)
    n += reading->tokens[i].kind != WMD_TOKEN_MARK ? 0
         : reading->tokens[i].first == open        ? 1
                                                   : -(reading->tokens[i].first == close);
  return n;
}

static gboolean
shares_brackets (const WmdReading *reading, const WmdReading *next)
{
  static const gunichar pairs[][2] = { { 0x201c, 0x201d }, { 0xab, 0xbb }, { 0x300a, 0x300b }, { '(', ')' } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (count_open (reading, pairs[i][0], pairs[i][1]) > 0 && count_open (next, pairs[i][0], pairs[i][1]) < 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_and_begins_with (const WmdReading *reading, const WmdReading *next, WmdScript script)
{
  const WmdToken *last = &reading->tokens[reading->n_tokens - 1];

  return last->kind == WMD_TOKEN_WORD && last->scripts == script && next->n_tokens > 0 &&
         next->tokens[0].kind == WMD_TOKEN_WORD && next->tokens[0].scripts == script;
}

/* TRUE when the Chinese dictionary has a word across the joint. */
static gboolean
joins_word (const WmdReading *reading, const WmdReading *next)
{
  const char *tail = g_utf8_offset_to_pointer (reading->text + reading->length,
                                               -MIN (6, g_utf8_strlen (reading->text, reading->length)));
  g_autofree char *head = g_utf8_substring (next->text, 0, MIN (6, g_utf8_strlen (next->text, next->length)));
  g_autofree char *joined = g_strconcat (tail, head, NULL);
  UChar text[64];
  int32_t length, joint = g_utf8_strlen (tail, -1);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks;
  gboolean within;

  u_strFromUTF8 (text, G_N_ELEMENTS (text), &length, joined, -1, &status);
  breaks = ubrk_open (UBRK_WORD, "zh", text, length, &status);
  if (U_FAILURE (status))
    return FALSE;
  within = !ubrk_isBoundary (breaks, joint);
  ubrk_close (breaks);
  return within;
}

/* How often @text stands in the page. */
static guint
count_in_page (const WmdPage *page, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < page->n_blocks; i++)
    for (const char *p = strstr (page->readings[i]->text, text); p != NULL; p = strstr (p + 1, text))
      n++;
  return n;
}

/* The last character of the one and the first of the other. (transfer full) */
static char *
dup_characters (const WmdReading *reading, const WmdReading *next)
{
  const char *last = g_utf8_find_prev_char (reading->text, reading->text + reading->length);
  g_autofree char *first = g_utf8_substring (next->text, 0, 1);

  return g_strconcat (last, first, NULL);
}

/* The last word of the one and the first of the other, as they stand elsewhere: “Security Council”. (transfer full) */
static char *
dup_words (const WmdReading *reading, const WmdReading *next)
{
  const WmdToken *last = &reading->tokens[reading->n_tokens - 1];
  const WmdToken *first = next->n_tokens > 0 ? &next->tokens[0] : NULL;

  if (last->kind != WMD_TOKEN_WORD || first == NULL || first->kind != WMD_TOKEN_WORD)
    return NULL;
  return g_strdup_printf ("%.*s %.*s", (int) (last->end - last->start), reading->text + last->start,
                          (int) (first->end - first->start), next->text + first->start);
}

static gboolean
reads_on (const WmdProbe *probe, const WmdReading *reading, const WmdReading *next)
{
  g_autofree char *joint = NULL;

  if (begins_small (next) || begins_within (next) || ends_open (probe, reading) || shares_brackets (reading, next))
    return TRUE;
  if (!ends_and_begins_with (reading, next, WMD_SCRIPT_HAN))
    {
      joint = dup_words (reading, next);
      return joint != NULL && count_in_page (probe->page, joint) > 0;
    }
  joint = dup_characters (reading, next);
  return count_in_page (probe->page, joint) > 0 || joins_word (reading, next);
}

/* --- or does it begin within a word? --- */

/* TRUE when the first two characters of @next stand in the page only behind one and the same character, more than
 * once, and @reading does not end with it: the beginning of the word is not there.
 */
static gboolean
lost_beginning (const WmdPage *page, const WmdReading *reading, const WmdReading *next)
{
  g_autofree char *fragment = NULL;
  gunichar before = 0;
  guint n = 0;

  if (!ends_and_begins_with (reading, next, WMD_SCRIPT_HAN) || g_utf8_strlen (next->text, next->length) < 2)
    return FALSE;
  fragment = g_utf8_substring (next->text, 0, 2);
  for (guint i = 0; i < page->n_blocks; i++)
    {
      const char *text = page->readings[i]->text;

      for (const char *p = strstr (text, fragment); p != NULL; p = strstr (p + 1, fragment))
        {
          if (p == text && page->readings[i] == next)
            continue;
          if (p == text || (before != 0 && g_utf8_get_char (g_utf8_prev_char (p)) != before))
            return FALSE;
          before = g_utf8_get_char (g_utf8_prev_char (p));
          n++;
        }
    }
  return n >= 2 && before != g_utf8_get_char (g_utf8_find_prev_char (reading->text, reading->text + reading->length));
}

/* TRUE for a paragraph that may be a row of a table, or an item of a list that nobody marked: a short one without an
 * end.
 */
static gboolean
is_row (const WmdPage *page, guint index)
{
  const WmdReading *reading = index < page->n_blocks ? page->readings[index] : NULL;

  return reading != NULL && reading->n_tokens > 0 && wmd_block_get_kind (reading->block) == WMD_BLOCK_PARAGRAPH &&
         !is_closed (reading) &&
         reading->n_words <= (reading->language == WMD_LANGUAGE_ZH ? ROW_CHARACTERS : ROW_WORDS);
}

/* TRUE when the paragraph is one of several in a row that are such. */
static gboolean
is_in_table (const WmdPage *page, guint index)
{
  guint first = index;
  guint last = index;

  while (first > 0 && index - first < MIN_ROWS && is_row (page, first - 1))
    first--;
  while (last - first + 1 < MIN_ROWS && is_row (page, last + 1))
    last++;
  return is_row (page, index) && last - first + 1 >= MIN_ROWS;
}

static Joint
examine (const WmdProbe *probe, guint index)
{
  const WmdPage *page = probe->page;
  const WmdReading *reading = page->readings[index];
  const WmdReading *next = index + 1 < page->n_blocks ? page->readings[index + 1] : NULL;

  if ((!is_prose (reading) && !is_list_item (reading)) || is_closed (reading) || !is_long (reading))
    return JOINT_CLOSED;
  if (next != NULL && next->n_tokens > 0 && wmd_block_get_kind (next->block) == WMD_BLOCK_PARAGRAPH)
    {
      if (lost_beginning (page, reading, next))
        return JOINT_LOST;
      if (reads_on (probe, reading, next))
        return JOINT_CERTAIN;
    }
  /* An item may end without a full stop, and the words before a list too, and the rows of a table. */
  if (is_list_item (reading) || (next != NULL && is_list_item (next)) || is_in_table (page, index))
    return JOINT_CLOSED;
  return JOINT_OPEN;
}

gboolean
wmd_page_breaks_off (const WmdProbe *probe, guint index)
{
  return examine (probe, index) != JOINT_CLOSED;
}

/* TRUE when the paragraph begins within a sentence of which nothing stands before it. */
static gboolean
lacks_beginning (const WmdPage *page, guint index)
{
  const WmdReading *reading = page->readings[index];
  const WmdReading *before = index > 0 ? page->readings[index - 1] : NULL;

  return before != NULL && before->n_tokens > 0 && is_prose (before) && is_prose (reading) && begins_small (reading) &&
         is_long (reading) && !wmd_reading_token_is (reading, 1, "-") &&
         g_utf8_strchr (".!?", -1, before->tokens[before->n_tokens - 1].first) != NULL &&
         (reading->tokens[0].flags & WMD_TOKEN_DIGITS) == 0 && reading->tokens[0].end - reading->tokens[0].start > 2;
}

/* --- the rules --- */

/* The last word or, in Chinese, the last few characters: where the text breaks off. */
static void
mark_end (const WmdProbe *probe, WmdRemark *remark)
{
  const WmdReading *reading = probe->page->readings[probe->index];
  guint start = reading->tokens[reading->n_tokens - 1].start;
  const char *end = reading->text + reading->length;

  if (reading->language == WMD_LANGUAGE_ZH)
    start = g_utf8_offset_to_pointer (end, -MIN (5, g_utf8_strlen (reading->text, reading->length))) - reading->text;
  wmd_remark_set_range (remark, start, reading->tokens[reading->n_tokens - 1].end);
}

/* "… the end | the beginning …" (transfer full) */
static char *
dup_joint_hint (const WmdPage *page, guint index)
{
  const WmdReading *reading = page->readings[index];
  const WmdReading *next = page->readings[index + 1];
  const char *tail = g_utf8_offset_to_pointer (reading->text + reading->length,
                                               -MIN (12, g_utf8_strlen (reading->text, reading->length)));
  g_autofree char *head = g_utf8_substring (next->text, 0, MIN (12, g_utf8_strlen (next->text, next->length)));

  return g_strdup_printf ("%s | %s", tail, head);
}

void
wmd_check_unfinished_paragraph (WmdProbe *probe)
{
  for (probe->index = 0; probe->index < probe->page->n_blocks; probe->index++)
    {
      const WmdReading *reading = probe->page->readings[probe->index];
      g_autofree char *hint = NULL;

      if (examine (probe, probe->index) != JOINT_OPEN && !wmd_page_is_broken_heading (probe->page, probe->index))
        continue;
      hint = g_strdup (g_utf8_offset_to_pointer (reading->text + reading->length,
                                                 -MIN (12, g_utf8_strlen (reading->text, reading->length))));
      mark_end (probe, wmd_probe_say (probe, hint, g_strdup (_ ("The paragraph ends without a full stop."))));
    }
}

/* TRUE when the paragraph behind @index is the rest of an item and the list goes on behind it. */
static gboolean
cuts_list (const WmdPage *page, guint index)
{
  return is_list_item (page->readings[index]) && index + 2 < page->n_blocks &&
         wmd_block_get_kind (page->readings[index + 2]->block) == wmd_block_get_kind (page->readings[index]->block);
}

static void
say_join (WmdProbe *probe, char *message)
{
  const WmdReading *reading = probe->page->readings[probe->index];
  g_autofree char *hint = dup_joint_hint (probe->page, probe->index);
  gboolean tight = reading->language == WMD_LANGUAGE_ZH || reading->tokens[reading->n_tokens - 1].first == '-';
  WmdRepair repair = { .kind = WMD_REPAIR_JOIN, .block = probe->index, .text = (char *) (tight ? "" : " ") };
  WmdRemark *remark = wmd_probe_say (probe, hint, message);

  mark_end (probe, remark);
  wmd_remark_add_repair (remark, _ ("Join the Paragraphs"), &repair);
}

void
wmd_check_split_paragraph (WmdProbe *probe)
{
  for (probe->index = 0; probe->index < probe->page->n_blocks; probe->index++)
    if (examine (probe, probe->index) == JOINT_CERTAIN && !cuts_list (probe->page, probe->index))
      say_join (probe, g_strdup (_ ("The paragraph was cut in two: the next one reads on.")));
}

void
wmd_check_cut_list (WmdProbe *probe)
{
  for (probe->index = 0; probe->index < probe->page->n_blocks; probe->index++)
    if (examine (probe, probe->index) == JOINT_CERTAIN && cuts_list (probe->page, probe->index))
      say_join (probe, g_strdup (_ ("The list was cut in two: the paragraph is the rest of the item before it.")));
}

/* --- damage --- */

static gboolean
is_damage (gunichar character)
{
  return character == 0xfffd || character == 0xfeff || (character < 0x20 && character != '\t' && character != '\n') ||
         (character >= 0x7f && character <= 0x9f) || (character >= 0xe000 && character <= 0xf8ff) ||
         character >= 0xf0000 || (character & 0xfffe) == 0xfffe;
}

static void
check_characters (WmdProbe *probe, const WmdReading *reading)
{
  for (const char *p = reading->text; *p != '\0';)
    {
      const char *start = p;
      g_autofree char *hint = NULL;

      if (g_ascii_isprint (*p))
        {
          p++;
          continue;
        }
      while (*p != '\0' && is_damage (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      hint = g_strdup_printf ("U+%04X", g_utf8_get_char (start));
      wmd_remark_set_range (
          wmd_probe_say (probe, hint, g_strdup_printf (_ ("The character %s is none that a text can have."), hint)),
          start - reading->text, p - reading->text);
    }
}

static void
check_encoding (WmdProbe *probe, const WmdReading *reading)
{
  GRegex *damage = wmd_forms_get_pattern (probe->forms, "damage", reading->language);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hint = NULL;
  int start, end;

  if (!g_regex_match (damage, reading->text, 0, &match))
    return;
  hint = g_match_info_fetch (match, 0);
  g_match_info_fetch_pos (match, 0, &start, &end);
  wmd_remark_set_range (wmd_probe_say (probe, hint, g_strdup (_ ("The text was read in a wrong encoding."))), start,
                        end);
}

static void
check_damage (WmdProbe *probe)
{
  for (guint i = 0; i < probe->page->places->len; i++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, i);

      check_characters (probe, reading);
      check_encoding (probe, reading);
    }
  probe->note = NULL;
}

void
wmd_check_damaged_text (WmdProbe *probe)
{
  check_damage (probe);
  for (probe->index = 0; probe->index < probe->page->n_blocks; probe->index++)
    {
      const WmdReading *reading = probe->page->readings[probe->index];

      if (lacks_beginning (probe->page, probe->index))
        {
          g_autofree char *hint = wmd_probe_dup_text (probe, reading->tokens[0].start, reading->tokens[0].end);

          wmd_remark_set_range (
              wmd_probe_say (probe, hint,
                             g_strdup (_ ("The paragraph begins within a sentence: text is lost before it."))),
              reading->tokens[0].start, reading->tokens[0].end);
        }
      if (examine (probe, probe->index) == JOINT_LOST)
        {
          g_autofree char *hint = dup_joint_hint (probe->page, probe->index);

          mark_end (probe,
                    wmd_probe_say (probe, hint, g_strdup (_ ("Text is lost between this paragraph and the next."))));
        }
    }
}
