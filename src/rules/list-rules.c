/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists and headings: what they are made of, not what they say. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/page-private.h"
#include "rules/rules-private.h"

static WmdBlockKind
kind_of (const WmdPage *page, guint index)
{
  return wmd_block_get_kind (page->readings[index]->block);
}

/* --- headings --- */

static void
say_lone (WmdProbe *probe, guint index)
{
  const WmdReading *reading = probe->page->readings[index];

  if (wmd_page_is_broken_heading (probe->page, index))
    return;
  probe->index = index;
  wmd_remark_set_range (wmd_probe_say (probe, reading->text,
                                       g_strdup_printf (_ ("“%s” is the only heading of its level."), reading->text)),
                        0, reading->length);
}

/* The only heading of the first level, and any of the second that is alone below one of the first. */
void
wmd_check_lone_heading (WmdProbe *probe)
{
  const WmdPage *page = probe->page;
  guint n[2] = { 0, 0 }, last[2] = { 0, 0 };

  for (guint i = 0; i <= page->n_blocks; i++)
    {
      gboolean end = i == page->n_blocks || kind_of (page, i) == WMD_BLOCK_HEADING_1;

      if (end && n[1] == 1)
        say_lone (probe, last[1]);
      if (end)
        n[1] = 0;
      if (i < page->n_blocks && (end || kind_of (page, i) == WMD_BLOCK_HEADING_2))
        {
          n[end ? 0 : 1]++;
          last[end ? 0 : 1] = i;
        }
    }
  if (n[0] == 1)
    say_lone (probe, last[0]);
}

/* --- items typed as text --- */

/* The mark that @reading begins with, by the pattern named @name, and where the text begins after it. (transfer full)
 */
static char *
dup_typed_mark (const WmdProbe *probe, const WmdReading *reading, const char *name, guint *end)
{
  GRegex *pattern = wmd_forms_get_pattern (probe->forms, name, reading->language);
  g_autoptr (GMatchInfo) match = NULL;
  int text;

  if (!g_regex_match (pattern, reading->text, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &text);
  *end = (guint) text;
  return g_match_info_fetch_named (match, "mark");
}

/* TRUE for an "(i)" that follows an "(h)": a letter, and no numeral. */
static gboolean
is_next_letter (const WmdProbe *probe, const char *mark)
{
  const WmdReading *before = probe->index > 0 ? probe->page->readings[probe->index - 1] : NULL;
  g_autofree char *letter = NULL;
  guint end;

  if (before != NULL)
    letter = dup_typed_mark (probe, before, "typed-letter", &end);
  return letter != NULL && strlen (letter) == strlen (mark) && letter[strcspn (letter, "h")] == 'h' &&
         mark[strcspn (mark, "i")] == 'i';
}

/* A paragraph or item that begins with a mark of its own: the mark is made of the kind of the block. */
static void
check_typed_mark (WmdProbe *probe)
{
  static const struct
  {
    const char *pattern;
    WmdBlockKind kind;
  } marks[] = {
    { "typed-bullet", WMD_BLOCK_BULLET },
    { "typed-numeral", WMD_BLOCK_LETTERED_2 },
    { "typed-letter", WMD_BLOCK_LETTERED },
  };
  const WmdReading *reading = probe->page->readings[probe->index];
  WmdBlockKind kind = kind_of (probe->page, probe->index);

  if (kind != WMD_BLOCK_PARAGRAPH && wmd_block_kind_get_item_level (kind) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      WmdRepair repair = { .kind = WMD_REPAIR_KIND, .block = probe->index, .block_kind = marks[i].kind };
      g_autofree char *mark = dup_typed_mark (probe, reading, marks[i].pattern, &repair.end);
      WmdRemark *remark;

      if (mark == NULL || (marks[i].kind == WMD_BLOCK_LETTERED_2 && is_next_letter (probe, mark)))
        continue;
      remark = wmd_probe_say (probe, mark, g_strdup_printf (_ ("The mark “%s” of the list is typed as text."), mark));
      wmd_remark_set_range (remark, 0, strlen (mark));
      wmd_remark_add_repair (remark, _ ("Make It an Item of the List"), &repair);
      return;
    }
}

/* --- the ends of items --- */

typedef enum
{
  END_NONE,
  END_STOP,
  END_SEMICOLON,
  END_OTHER,
} ItemEnd;

static gboolean
is_semicolon (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_MARK && (token->first == ';' || token->first == 0xff1b || token->first == 0x61b);
}

/* The mark that ends the item, before an “and” of the last but one too; NULL when there is no mark. */
static const WmdToken *
get_end_mark (const WmdReading *reading)
{
  const WmdToken *last = reading->n_tokens > 0 ? &reading->tokens[reading->n_tokens - 1] : NULL;

  if (last == NULL || last->kind == WMD_TOKEN_MARK)
    return last;
  return reading->n_tokens > 1 && last->kind == WMD_TOKEN_WORD && is_semicolon (last - 1) ? last - 1 : NULL;
}

static ItemEnd
get_end (const WmdReading *reading)
{
  const WmdToken *mark = get_end_mark (reading);

  if (mark == NULL)
    return reading->n_tokens > 0 && reading->tokens[reading->n_tokens - 1].kind == WMD_TOKEN_WORD ? END_NONE
                                                                                                  : END_OTHER;
  if (mark->first == '.' || mark->first == 0x3002)
    return END_STOP;
  return is_semicolon (mark) ? END_SEMICOLON : END_OTHER;
}

static guint
get_item (const GArray *items, guint index)
{
  return g_array_index (items, guint, index);
}

/* The first of @items (element-type guint), blocks of the page, that ends otherwise than the first of them; their
 * number when none does. The last item may have a full stop where the others have a semicolon or nothing.
 */
static guint
find_odd_end (const WmdPage *page, const GArray *items)
{
  ItemEnd first = get_end (page->readings[get_item (items, 0)]);

  for (guint i = 1; i < items->len; i++)
    {
      ItemEnd item = get_end (page->readings[get_item (items, i)]);

      if (item == END_OTHER || first == END_OTHER || item == first)
        continue;
      if (i + 1 == items->len && item == END_STOP)
        continue;
      return i;
    }
  return items->len;
}

/* English bullets have no semicolons: a full stop where items are sentences, else nothing. Lettered items may. */
static gboolean
check_semicolons (WmdProbe *probe, const GArray *items)
{
  WmdRemark *remark = NULL;

  if (wmd_block_kind_at_item_level (kind_of (probe->page, get_item (items, 0)), 1) != WMD_BLOCK_BULLET ||
      !wmd_forms_has_word (probe->forms, "list-without", probe->language, "semicolon", -1))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      guint index = get_item (items, i);
      const WmdReading *reading = probe->page->readings[index];
      const WmdToken *mark = get_end_mark (reading);
      WmdRepair repair = { .kind = WMD_REPAIR_TEXT, .block = index, .end = reading->length, .text = (char *) "." };

      if (get_end (reading) != END_SEMICOLON)
        continue;
      probe->index = index;
      if (remark == NULL)
        {
          remark = wmd_probe_say (probe, ";", g_strdup (_ ("Items of a list end with a full stop or with nothing.")));
          wmd_remark_set_range (remark, mark->start, mark->end);
        }
      repair.start = mark->start;
      wmd_remark_add_repair (remark, _ ("Put Full Stops"), &repair);
    }
  return remark != NULL;
}

static void
check_ends (WmdProbe *probe, const GArray *items)
{
  guint odd = find_odd_end (probe->page, items);
  const WmdReading *reading;
  g_autofree char *hint = NULL;

  if (check_semicolons (probe, items) || odd == items->len)
    return;
  probe->index = get_item (items, odd);
  reading = probe->page->readings[probe->index];
  hint = g_strdup (reading->text + reading->tokens[reading->n_tokens - 1].start);
  wmd_remark_set_range (
      wmd_probe_say (probe, hint, g_strdup (_ ("This item of the list ends otherwise than the others."))),
      reading->tokens[reading->n_tokens - 1].start, reading->tokens[reading->n_tokens - 1].end);
}

/* --- levels --- */

/* Items of the second level that stand below none of the first. */
static void
check_lone_level (WmdProbe *probe, const GArray *items)
{
  WmdRemark *remark;

  probe->index = get_item (items, 0);
  remark = wmd_probe_say (probe, probe->page->readings[probe->index]->text,
                          g_strdup (_ ("The list begins at its second level.")));
  for (guint i = 0; i < items->len; i++)
    {
      guint index = get_item (items, i);
      WmdRepair repair = { .kind = WMD_REPAIR_KIND,
                           .block = index,
                           .block_kind = wmd_block_kind_at_item_level (kind_of (probe->page, index), 1) };

      wmd_remark_add_repair (remark, _ ("Move It to the First Level"), &repair);
    }
}

/* Checks the list that ends on @level and empties it. */
static void
end_list (WmdProbe *probe, GArray *const open[2], guint level)
{
  GArray *items = open[level - 1];

  if (level == 2 && items->len > 0 && open[0]->len == 0)
    check_lone_level (probe, items);
  if (items->len > 1)
    check_ends (probe, items);
  g_array_set_size (items, 0);
}

/* Lists as they are open at each block, on both levels. */
static void
check_lists (WmdProbe *probe)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *const open[2] = { first, second };
  const WmdPage *page = probe->page;

  for (guint i = 0; i <= page->n_blocks; i++)
    {
      WmdBlockKind kind = i < page->n_blocks ? kind_of (page, i) : WMD_BLOCK_PARAGRAPH;
      guint level = wmd_block_kind_get_item_level (kind);

      for (guint inner = 2; inner > level; inner--)
        end_list (probe, open, inner);
      if (level == 0)
        continue;
      if (open[level - 1]->len > 0 && kind_of (page, get_item (open[level - 1], 0)) != kind)
        end_list (probe, open, level);
      g_array_append_val (open[level - 1], i);
    }
}

/* --- the rule --- */

void
wmd_check_list_form (WmdProbe *probe)
{
  wmd_check_cut_list (probe);
  for (guint i = 0; i < probe->page->n_blocks; i++)
    {
      probe->index = i;
      check_typed_mark (probe);
    }
  check_lists (probe);
}
