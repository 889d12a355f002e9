/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Spacing, and the punctuation that goes with it. The rule speaks once of a text, at the first place, and its fix puts
 * all places right: ten findings of one habit would hide the others. What is wrong between two neighbours is known
 * from their classes (spacing.c), from the forms of the language, or from the form that the text itself keeps to.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"
#include "rules/spacing-private.h"

/* A place to put right. */
typedef struct
{
  WmdPlace place;
  guint start; /* bytes */
  guint end;
  char *text; /* what belongs there */
} Gap;

static void
gap_clear (gpointer data)
{
  g_free (((Gap *) data)->text);
}

/* Where the place stands in its block. */
static guint
get_position (const Gap *gap)
{
  return gap->place.note != NULL ? gap->place.note->place : gap->start;
}

static int
compare_gaps_cb (gconstpointer a, gconstpointer b)
{
  const Gap *first = a, *second = b;
  const guint keys[][2] = { { first->place.block, second->place.block },
                            { get_position (first), get_position (second) },
                            { first->start, second->start } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static void
add_gap (GArray *gaps, const WmdPlace *place, guint start, guint end, const char *text)
{
  Gap gap = { *place, start, end, g_strdup (text) };

  g_array_append_val (gaps, gap);
}

/* --- between classes --- */

static void
find_by_class (WmdProbe *probe, const WmdPlace *place, GArray *gaps)
{
  const WmdReading *reading = place->reading;
  const WmdSpacing *spacing = wmd_forms_get_spacing (probe->forms, probe->language);

  for (guint i = 1; i < reading->n_tokens; i++)
    {
      const char *right = wmd_spacing_correct (spacing, reading, i);

      if (right != NULL)
        add_gap (gaps, place, reading->tokens[i - 1].end, reading->tokens[i].start, right);
    }
}

/* --- by form --- */

/* TRUE within an address or the symbol of a document. */
static gboolean
is_in_code (const WmdReading *reading, guint start, guint end)
{
  for (guint i = 0; i < reading->n_tokens && reading->tokens[i].start < end; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      if ((token->kind == WMD_TOKEN_ADDRESS || token->kind == WMD_TOKEN_SYMBOL) && token->start < start &&
          token->end > end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_taken (const GArray *gaps, const WmdReading *reading, guint start)
{
  for (guint i = gaps->len; i > 0 && g_array_index (gaps, Gap, i - 1).place.reading == reading; i--)
    if (g_array_index (gaps, Gap, i - 1).start == start)
      return TRUE;
  return FALSE;
}

/* Adds every match of the form at the place. @normal: what belongs there. */
static void
find_matches (const WmdPlace *place, const WmdForm *form, const char *normal, GArray *gaps)
{
  const WmdReading *reading = place->reading;
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (form->pattern, reading->text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (!is_in_code (reading, start, end) && !is_taken (gaps, reading, start))
        add_gap (gaps, place, start, end, normal);
    }
}

static void
find_by_form (WmdProbe *probe, const WmdPlace *place, GArray *gaps)
{
  const GPtrArray *forms = wmd_forms_list_forms (probe->forms, "gaps", probe->language);

  for (guint i = 0; i < forms->len; i++)
    find_matches (place, forms->pdata[i], ((WmdForm *) forms->pdata[i])->normal, gaps);
}

/* --- two forms in one text --- */

/* (transfer full) (element-type Gap) every place of the form in the page, with what stands there now. */
static GArray *
list_uses (WmdProbe *probe, const WmdForm *form)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (Gap));

  g_array_set_clear_func (uses, gap_clear);
  for (guint i = 0; i < probe->page->places->len; i++)
    find_matches (&g_array_index (probe->page->places, WmdPlace, i), form, NULL, uses);
  return uses;
}

/* The form that is used less gives way; of two that are used as often, the one that comes later. */
static void
find_mixed (WmdProbe *probe, GArray *gaps)
{
  const GPtrArray *forms = wmd_forms_list_forms (probe->forms, "mixed-gaps", probe->language);

  for (guint i = 0; i + 1 < forms->len; i += 2)
    {
      g_autoptr (GArray) loose = list_uses (probe, forms->pdata[i]);
      g_autoptr (GArray) tight = loose->len > 0 ? list_uses (probe, forms->pdata[i + 1]) : NULL;
      const GArray *kept, *rare;
      const Gap *model;
      g_autofree char *text = NULL;

      if (tight == NULL || tight->len == 0)
        continue;
      kept = loose->len > tight->len || (loose->len == tight->len && compare_gaps_cb (loose->data, tight->data) < 0)
                 ? loose
                 : tight;
      rare = kept == loose ? tight : loose;
      model = &g_array_index (kept, Gap, 0);
      text = g_strndup (model->place.reading->text + model->start, model->end - model->start);
      for (guint j = 0; j < rare->len; j++)
        {
          const Gap *gap = &g_array_index (rare, Gap, j);

          add_gap (gaps, &gap->place, gap->start, gap->end, text);
        }
    }
}

/* --- the rule --- */

/* What is about the gap: the end of what is before it and the beginning of what is behind it, whole words and numbers
 * but single Chinese characters.
 */
static void
find_surroundings (const Gap *gap, guint *start, guint *end)
{
  const WmdReading *reading = gap->place.reading;

  *start = gap->start;
  *end = gap->end;
  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const WmdToken *token = &reading->tokens[i];
      gboolean han = token->kind == WMD_TOKEN_WORD && token->scripts == WMD_SCRIPT_HAN;

      if (token->start < gap->start && token->end >= gap->start)
        *start = han ? (guint) (g_utf8_find_prev_char (reading->text, reading->text + gap->start) - reading->text)
                     : token->start;
      if (token->end > gap->end && (token->start <= gap->end))
        {
          *end = han ? (guint) (g_utf8_next_char (reading->text + gap->end) - reading->text) : token->end;
          return;
        }
      /* Space between the two. */
      if (token->end <= gap->start)
        *start = han ? (guint) (g_utf8_find_prev_char (reading->text, reading->text + token->end) - reading->text)
                     : token->start;
    }
}

/* @n_more: places besides the first. (transfer full) */
static char *
dup_message (const char *place, guint n_more)
{
  if (n_more == 0)
    return g_strdup_printf (_ ("“%s” is not spaced or punctuated as the text or its language has it."), place);
  return g_strdup_printf (
      ngettext ("“%s” and %u more place are not spaced or punctuated as the text or its language has it.",
                "“%s” and %u more places are not spaced or punctuated as the text or its language has it.", n_more),
      place, n_more);
}

static void
say_gaps (WmdProbe *probe, const GArray *gaps)
{
  const Gap *first = &g_array_index (gaps, Gap, 0);
  g_autofree char *hint = NULL;
  WmdRemark *remark;
  guint start, end;

  probe->index = first->place.block;
  probe->note = first->place.note;
  find_surroundings (first, &start, &end);
  hint = g_strndup (first->place.reading->text + start, end - start);
  remark = wmd_probe_say (probe, hint, dup_message (hint, gaps->len - 1));
  wmd_remark_set_range (remark, start, end);
  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);
      WmdRepair repair;

      probe->index = gap->place.block;
      probe->note = gap->place.note;
      repair = wmd_probe_repair (probe, gap->start, gap->end, gap->text);
      wmd_remark_add_repair (remark, _ ("Correct the Spacing"), &repair);
    }
}

void
wmd_check_spacing (WmdProbe *probe)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));

  g_array_set_clear_func (gaps, gap_clear);
  for (guint i = 0; i < probe->page->places->len; i++)
    {
      const WmdPlace *place = &g_array_index (probe->page->places, WmdPlace, i);

      find_by_class (probe, place, gaps);
      find_by_form (probe, place, gaps);
    }
  find_mixed (probe, gaps);
  g_array_sort (gaps, compare_gaps_cb);
  if (gaps->len > 0)
    say_gaps (probe, gaps);
}
