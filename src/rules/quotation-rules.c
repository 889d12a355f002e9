/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Quotation and title marks: the right ones for the language (data/labels.json), in pairs, and a title always in the
 * same.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/page-private.h"
#include "rules/rules-private.h"

/* --- marks of other languages --- */

/* The first wrong mark of the block that opens, from @index on, and the one that closes it; FALSE when there is none.
 */
static gboolean
find_wrong_pair (const WmdProbe *probe, const WmdReading *reading, guint index, guint *open, guint *close)
{
  const GPtrArray *pairs = wmd_forms_list_rows (probe->forms, "wrong-quotation-marks", reading->language);

  for (*open = index; *open < reading->n_tokens; (*open)++)
    {
      const WmdToken *token = &reading->tokens[*open];

      for (guint i = 0; token->kind == WMD_TOKEN_MARK && i < pairs->len; i++)
        {
          char **pair = pairs->pdata[i];

          if (token->first != g_utf8_get_char (pair[0]))
            continue;
          for (*close = *open + 1; *close < reading->n_tokens; (*close)++)
            if (reading->tokens[*close].kind == WMD_TOKEN_MARK &&
                reading->tokens[*close].first == g_utf8_get_char (pair[1]))
              return TRUE;
        }
    }
  return FALSE;
}

/* The mark of the language, without the space that French has beside it. */
static gunichar
get_mark (const WmdProbe *probe, WmdLanguage language, const char *label)
{
  const char *mark = wmd_reference_get_label (probe->reference, language, label);

  while (g_unichar_isspace (g_utf8_get_char (mark)))
    mark = g_utf8_next_char (mark);
  return g_utf8_get_char (mark);
}

/* TRUE when a right pair is open at @start, in bytes: then a mark of another kind may be an inner one. Arabic has the
 * pair in two kinds and in either order.
 */
static gboolean
is_within (const WmdProbe *probe, const WmdReading *reading, guint start)
{
  gunichar open = get_mark (probe, reading->language, "quote-open");
  gunichar close = get_mark (probe, reading->language, "quote-close");
  int depth = 0;

  for (guint i = 0; i < reading->n_tokens && reading->tokens[i].start < start; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      if (reading->language == WMD_LANGUAGE_AR && (token->flags & WMD_TOKEN_QUOTED) != 0 && token->end >= start)
        return TRUE;
      if (token->kind == WMD_TOKEN_MARK)
        depth += token->first == open ? 1 : -(token->first == close);
    }
  return depth > 0;
}

/* Puts the mark of the language in place of what stands from @start to @end; one that comes with its space takes the
 * place of the space that is there.
 */
static void
add_mark_repair (WmdProbe *probe,
                 WmdRemark *remark,
                 const WmdReading *reading,
                 guint start,
                 guint end,
                 const char *label)
{
  const char *mark = wmd_reference_get_label (probe->reference, reading->language, label);
  gboolean open = g_str_equal (label, "quote-open");
  WmdRepair repair = wmd_probe_repair (probe, start, end, mark);

  while (open && g_unichar_isspace (g_utf8_get_char (reading->text + repair.end)))
    repair.end = g_utf8_next_char (reading->text + repair.end) - reading->text;
  while (!open && repair.start > 0)
    {
      const char *before = g_utf8_find_prev_char (reading->text, reading->text + repair.start);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      repair.start = before - reading->text;
    }
  wmd_remark_add_repair (remark, _ ("Put the Marks of the Language"), &repair);
}

/* A mark, in bytes. */
typedef struct
{
  guint start;
  guint end;
} Mark;

/* Speaks once of a text; the fix puts all its places right. */
static WmdRemark *
say_wrong (WmdProbe *probe, WmdRemark *remark, const WmdReading *reading, Mark open, Mark close)
{
  if (remark == NULL)
    {
      g_autofree char *hint = wmd_probe_dup_text (probe, open.start, close.end);

      remark = wmd_probe_say (probe, hint, g_strdup (_ ("The quotation marks are not those of the language.")));
      wmd_remark_set_range (remark, open.start, close.end);
    }
  add_mark_repair (probe, remark, reading, open.start, open.end, "quote-open");
  add_mark_repair (probe, remark, reading, close.start, close.end, "quote-close");
  return remark;
}

static WmdRemark *
check_double_marks (WmdProbe *probe, const WmdReading *reading, WmdRemark *remark)
{
  guint open, close;

  for (guint i = 0; find_wrong_pair (probe, reading, i, &open, &close); i = close + 1)
    {
      const WmdToken *first = &reading->tokens[open], *last = &reading->tokens[close];

      if (!is_within (probe, reading, first->start))
        remark =
            say_wrong (probe, remark, reading, (Mark){ first->start, first->end }, (Mark){ last->start, last->end });
    }
  return remark;
}

/* TRUE within double marks of any kind, those too that are to be put right. */
static gboolean
is_quoted (const WmdReading *reading, guint start)
{
  for (guint i = 0; i < reading->n_tokens; i++)
    if (reading->tokens[i].end > start)
      return (reading->tokens[i].flags & WMD_TOKEN_QUOTED) != 0;
  return FALSE;
}

/* A quotation in single marks, which are right only within others. */
static WmdRemark *
check_single_marks (WmdProbe *probe, const WmdReading *reading, WmdRemark *remark)
{
  GRegex *pattern = wmd_forms_get_pattern (probe->forms, "single-quotation", reading->language);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (pattern, reading->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int open[2], close[2];

      g_match_info_fetch_named_pos (match, "open", &open[0], &open[1]);
      g_match_info_fetch_named_pos (match, "close", &close[0], &close[1]);
      if (!is_quoted (reading, open[0]))
        remark = say_wrong (probe, remark, reading, (Mark){ open[0], open[1] }, (Mark){ close[0], close[1] });
    }
  return remark;
}

static void
check_marks (WmdProbe *probe)
{
  WmdRemark *remark = NULL;

  for (guint i = 0; i < probe->page->places->len; i++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, i);

      remark = check_double_marks (probe, reading, remark);
      remark = check_single_marks (probe, reading, remark);
    }
}

/* --- pairs --- */

static gboolean
is_mark (const WmdToken *token, const char *marks)
{
  return token->kind == WMD_TOKEN_MARK && g_utf8_strchr (marks, -1, token->first) != NULL;
}

/* “3 b)”, “1)”, “iv)”: a bracket that closes what none opened. */
static gboolean
is_item_mark (const WmdReading *reading, guint index)
{
  const WmdToken *before = index > 0 ? &reading->tokens[index - 1] : NULL;

  if (before == NULL || before->end != reading->tokens[index].start ||
      (index > 1 && is_mark (before - 1, "(（") && before[-1].end == before->start))
    return FALSE;
  return (before->kind == WMD_TOKEN_NUMBER && before->end - before->start <= 3) ||
         (before->kind == WMD_TOKEN_WORD &&
          (wmd_reading_count_letters (reading, before) <= 2 || wmd_reading_is_roman (reading, before)));
}

/* The first mark of the pair that has no counterpart in the block; NULL when all have. A bracket behind the mark of an
 * item may close what is open or not, so that what is open is a range.
 */
static const WmdToken *
find_single (const WmdReading *reading, const char *opens, const char *closes)
{
  const WmdToken *opened = NULL;
  int least = 0, most = 0;

  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      if (is_mark (token, opens))
        {
          opened = least == 0 ? token : opened;
          least++;
          most++;
        }
      else if (is_mark (token, closes))
        {
          least = MAX (least - 1, 0);
          most -= token->first == ')' || token->first == 0xff09 ? !is_item_mark (reading, i) : 1;
          if (most < 0)
            return token;
        }
    }
  return least > 0 ? opened : NULL;
}

/* One of marks that look alike on both sides and stand in an odd number; NULL when there is none. Behind a figure it is
 * a measure, where none is open.
 */
static const WmdToken *
find_odd (const WmdReading *reading, const char *marks)
{
  const WmdToken *last = NULL;
  guint n = 0;

  for (guint i = 0; i < reading->n_tokens; i++)
    if (is_mark (&reading->tokens[i], marks) &&
        (n % 2 == 1 || i == 0 || reading->tokens[i - 1].kind != WMD_TOKEN_NUMBER ||
         reading->tokens[i - 1].end < reading->tokens[i].start))
      {
        last = &reading->tokens[i];
        n++;
      }
  return n % 2 == 1 ? last : NULL;
}

/* A quotation of several paragraphs opens in each and closes in the last. */
static gboolean
goes_on (const WmdProbe *probe, const char *opens)
{
  const WmdPage *page = probe->page;
  const WmdReading *next =
      probe->note == NULL && probe->index + 1 < page->n_blocks ? page->readings[probe->index + 1] : NULL;

  return next != NULL && next->n_tokens > 0 && is_mark (&next->tokens[0], opens);
}

/* TRUE when the rest of the pair may be in the paragraph before or behind, or the marks are what is left of letters. */
static gboolean
is_doubtful (const WmdProbe *probe)
{
  if (wmd_forms_matches (probe->forms, "damage", probe->language, wmd_probe_get_reading (probe)->text))
    return TRUE;
  return probe->note == NULL && (wmd_page_breaks_off (probe, probe->index) ||
                                 (probe->index > 0 && wmd_page_breaks_off (probe, probe->index - 1)));
}

static void
say_single (WmdProbe *probe, const WmdToken *token)
{
  g_autofree char *hint = wmd_probe_dup_text (probe, token->start, token->end);

  wmd_remark_set_range (wmd_probe_say (probe, hint, g_strdup_printf (_ ("The mark “%s” has no counterpart."), hint)),
                        token->start, token->end);
}

/* TRUE when one of the marks of the list has no counterpart. */
static gboolean
check_list (WmdProbe *probe, const WmdReading *reading, const char *key)
{
  const GPtrArray *pairs = wmd_forms_list_rows (probe->forms, key, probe->language);
  gboolean said = FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      char **pair = pairs->pdata[i];
      const WmdToken *token = pair[1] != NULL ? find_single (reading, pair[0], pair[1]) : find_odd (reading, pair[0]);

      if (token == NULL || is_doubtful (probe) || goes_on (probe, pair[0]))
        continue;
      say_single (probe, token);
      said = TRUE;
    }
  return said;
}

static void
check_pairs (WmdProbe *probe)
{
  for (guint i = 0; i < probe->page->places->len; i++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, i);

      check_list (probe, reading, "brackets");
      if (!check_list (probe, reading, "paired-marks"))
        check_list (probe, reading, "equal-marks");
    }
}

/* --- one title in two forms --- */

/* A title that stands in title marks in one place and in quotation marks in another. */
static void
check_titles (WmdProbe *probe)
{
  g_autoptr (GArray) titles = wmd_page_list_passages (probe->page, 0x300a, 0x300b);
  g_autoptr (GArray) quoted = titles->len > 0 ? wmd_page_list_passages (probe->page, 0x201c, 0x201d) : NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < titles->len; i++)
    g_hash_table_add (known, wmd_page_dup_title (probe->page, &g_array_index (titles, WmdPassage, i)));
  probe->note = NULL;
  for (guint i = 0; quoted != NULL && i < quoted->len; i++)
    {
      const WmdPassage *passage = &g_array_index (quoted, WmdPassage, i);
      g_autofree char *title = wmd_page_dup_title (probe->page, passage);
      g_autofree char *text = NULL;

      if (!g_hash_table_contains (known, title))
        continue;
      probe->index = passage->block;
      text = wmd_probe_dup_text (probe, passage->start, passage->end);
      wmd_remark_set_range (
          wmd_probe_say (probe, text,
                         g_strdup_printf (_ ("The title “%s” stands in title marks elsewhere in the text."), title)),
          passage->start, passage->end);
    }
}

void
wmd_check_quotation_form (WmdProbe *probe)
{
  check_marks (probe);
  check_pairs (probe);
  if (probe->language == WMD_LANGUAGE_ZH)
    check_titles (probe);
}
