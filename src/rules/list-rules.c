/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists and headings: what they are made of, not what they say. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static gboolean
is_item_kind (WmdBlockKind kind)
{
  return kind == WMD_BLOCK_BULLET || kind == WMD_BLOCK_LETTERED;
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
    { "typed-letter", WMD_BLOCK_LETTERED },
  };
  const WmdReading *reading = probe->page->readings[probe->index];
  WmdBlockKind kind = kind_of (probe->page, probe->index);

  if (kind != WMD_BLOCK_PARAGRAPH && !is_item_kind (kind))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      GRegex *pattern = wmd_forms_get_pattern (probe->forms, marks[i].pattern, reading->language);
      WmdRepair repair = { .kind = WMD_REPAIR_KIND, .block = probe->index, .block_kind = marks[i].kind };
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *mark = NULL;
      WmdRemark *remark;
      int end;

      if (!g_regex_match (pattern, reading->text, 0, &match))
        continue;
      g_match_info_fetch_pos (match, 0, NULL, &end);
      mark = g_match_info_fetch_named (match, "mark");
      remark = wmd_probe_say (probe, mark, g_strdup_printf (_ ("The mark “%s” of the list is typed as text."), mark));
      wmd_remark_set_range (remark, 0, strlen (mark));
      repair.end = end;
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

/* The first of the items from @start to @end (exclusive) that ends otherwise than the first of them; @end when none
 * does. The last item may have a full stop where the others have a semicolon or nothing.
 */
static guint
find_odd_end (const WmdPage *page, guint start, guint end)
{
  ItemEnd first = get_end (page->readings[start]);

  for (guint i = start + 1; i < end; i++)
    {
      ItemEnd item = get_end (page->readings[i]);

      if (item == END_OTHER || first == END_OTHER || item == first)
        continue;
      if (i + 1 == end && item == END_STOP)
        continue;
      return i;
    }
  return end;
}

/* English bullets have no semicolons: a full stop where items are sentences, else nothing. Lettered items may. */
static gboolean
check_semicolons (WmdProbe *probe, guint start, guint end)
{
  WmdRemark *remark = NULL;

  if (kind_of (probe->page, start) != WMD_BLOCK_BULLET ||
      !wmd_forms_has_word (probe->forms, "list-without", probe->language, "semicolon", -1))
    return FALSE;
  for (guint i = start; i < end; i++)
    {
      const WmdReading *reading = probe->page->readings[i];
      const WmdToken *mark = get_end_mark (reading);
      WmdRepair repair = { .kind = WMD_REPAIR_TEXT, .block = i, .end = reading->length, .text = (char *) "." };

      if (get_end (reading) != END_SEMICOLON)
        continue;
      probe->index = i;
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
check_ends (WmdProbe *probe, guint start, guint end)
{
  guint odd = find_odd_end (probe->page, start, end);
  const WmdReading *reading;
  g_autofree char *hint = NULL;

  if (odd == end || check_semicolons (probe, start, end))
    return;
  probe->index = odd;
  reading = probe->page->readings[odd];
  hint = g_strdup (reading->text + reading->tokens[reading->n_tokens - 1].start);
  wmd_remark_set_range (
      wmd_probe_say (probe, hint, g_strdup (_ ("This item of the list ends otherwise than the others."))),
      reading->tokens[reading->n_tokens - 1].start, reading->tokens[reading->n_tokens - 1].end);
}

/* --- the rule --- */

void
wmd_check_list_form (WmdProbe *probe)
{
  const WmdPage *page = probe->page;

  wmd_check_cut_list (probe);
  for (guint i = 0; i < page->n_blocks; i++)
    {
      probe->index = i;
      check_typed_mark (probe);
    }
  for (guint start = 0; start < page->n_blocks;)
    {
      guint end = start + 1;

      while (is_item_kind (kind_of (page, start)) && end < page->n_blocks &&
             kind_of (page, end) == kind_of (page, start))
        end++;
      if (end - start > 1)
        {
          if (find_odd_end (page, start, end) == end)
            check_semicolons (probe, start, end);
          else
            check_ends (probe, start, end);
        }
      start = end;
    }
}
