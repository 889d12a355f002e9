/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a text is written: spaces, numbers, quotation marks. Each rule speaks once of a text, at the first place, and
 * its fix puts all places right: ten findings of one habit would hide the others.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"
#include "rules/spacing-private.h"

/* --- spaces --- */

/* What is about the joint, as a hint: the end of the one token and the beginning of the other. (transfer full) */
static char *
dup_joint (const WmdReading *reading, guint index)
{
  const WmdToken *left = &reading->tokens[index - 1], *right = &reading->tokens[index];
  const char *start = reading->text + left->start, *end = reading->text + right->end;

  if (left->kind == WMD_TOKEN_WORD && left->scripts == WMD_SCRIPT_HAN)
    start = g_utf8_find_prev_char (reading->text, reading->text + left->end);
  if (right->kind == WMD_TOKEN_WORD && right->scripts == WMD_SCRIPT_HAN)
    end = g_utf8_next_char (reading->text + right->start);
  return g_strndup (start, end - start);
}

static WmdRemark *
begin_spacing (WmdProbe *probe, const WmdReading *reading, guint index)
{
  g_autofree char *hint = dup_joint (reading, index);
  WmdRemark *remark = wmd_probe_say (probe, hint, NULL);
  const char *start = strstr (reading->text + reading->tokens[index - 1].start, hint);

  wmd_remark_set_range (remark, start - reading->text, start - reading->text + strlen (hint));
  return remark;
}

void
wmd_check_spacing (WmdProbe *probe)
{
  const WmdSpacing *spacing = wmd_forms_get_spacing (probe->forms, probe->language);
  WmdRemark *remark = NULL;
  guint n = 0;

  for (probe->index = 0; probe->index < probe->page->n_blocks; probe->index++)
    {
      const WmdReading *reading = probe->page->readings[probe->index];

      for (guint i = 1; i < reading->n_tokens; i++)
        {
          const char *right = wmd_spacing_correct (spacing, reading, i);
          WmdRepair repair = { WMD_REPAIR_TEXT, probe->index, reading->tokens[i - 1].end, reading->tokens[i].start,
                               (char *) right };

          if (right == NULL)
            continue;
          if (remark == NULL)
            remark = begin_spacing (probe, reading, i);
          wmd_remark_add_repair (remark, _ ("Correct the Spacing"), &repair);
          n++;
        }
    }
  if (remark != NULL)
    remark->message =
        g_strdup_printf (ngettext ("The spacing at “%s” is not as the language has it.",
                                   "The spacing at “%s” and in %u more places is not as the language has it.", n),
                         remark->hint, n - 1);
}

/* --- numbers --- */

typedef enum
{
  NUMBER_OTHER, /* says nothing of how the text writes numbers */
  NUMBER_PLAIN, /* four digits or more, not grouped */
  NUMBER_COMMA, /* 2,500 */
  NUMBER_POINT, /* 2.500 */
  NUMBER_SPACE, /* 2 500 */
  NUMBER_DECIMAL_COMMA,
  NUMBER_DECIMAL_POINT,
} NumberForm;

#define N_NUMBER_FORMS (NUMBER_DECIMAL_POINT + 1)

/* The first number of each form in the text, and how many there are. */
typedef struct
{
  guint n;
  guint block;
  guint start;
  guint end;
} NumberUse;

/* TRUE when the number counts something: it is no year, and no number of a law, a chapter or a document. */
static gboolean
counts_something (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  const WmdToken *before = index > 0 ? token - 1 : NULL;
  g_autofree char *head = NULL;

  if (before != NULL && before->kind == WMD_TOKEN_MARK && before->end == token->start &&
      g_utf8_strchr ("/-–№§", -1, before->first) != NULL)
    return FALSE;
  if (before != NULL && before->kind == WMD_TOKEN_WORD &&
      wmd_forms_has_word (probe->forms, "number-labels", reading->language, reading->text + before->start,
                          before->end - before->start))
    return FALSE;
  if (!wmd_forms_matches (probe->forms, "counted-after", reading->language, reading->text + token->end))
    return FALSE;
  head = g_strndup (reading->text, token->start);
  return !wmd_forms_matches (probe->forms, "number-label-before", reading->language, head);
}

/* One group of three behind a comma or a point may be thousands or a fraction; what it is depends on the language. */
static NumberForm
classify_marked (const char *text, gunichar mark, gboolean decimal)
{
  const char *first = strchr (text, (char) mark);
  gsize behind = strspn (first + 1, "0123456789");
  gboolean more = first[behind + 1] != '\0';

  if (!more && behind <= 2)
    return mark == ',' ? NUMBER_DECIMAL_COMMA : NUMBER_DECIMAL_POINT;
  if (behind == 3 && (more || !decimal))
    return mark == ',' ? NUMBER_COMMA : NUMBER_POINT;
  return NUMBER_OTHER;
}

static NumberForm
classify (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  g_autofree char *text = g_strndup (reading->text + token->start, token->end - token->start);
  gboolean decimal_point = reading->language == WMD_LANGUAGE_EN || reading->language == WMD_LANGUAGE_ZH;
  gsize digits = strspn (text, "0123456789");

  if (text[digits] == '\0')
    {
      guint64 value = g_ascii_strtoull (text, NULL, 10);

      if (digits < 4 || digits > 9 || (digits == 4 && value < 2101) || text[0] == '0')
        return NUMBER_OTHER;
      return counts_something (probe, reading, index) ? NUMBER_PLAIN : NUMBER_OTHER;
    }
  if (strchr (text, ',') != NULL && strchr (text, '.') != NULL)
    return NUMBER_OTHER;
  if (text[digits] == ',')
    return classify_marked (text, ',', !decimal_point);
  if (text[digits] == '.')
    return classify_marked (text, '.', decimal_point);
  return g_unichar_isspace (g_utf8_get_char (text + digits)) ? NUMBER_SPACE : NUMBER_OTHER;
}

static void
count_forms (WmdProbe *probe, NumberUse uses[N_NUMBER_FORMS])
{
  for (guint block = 0; block < probe->page->n_blocks; block++)
    {
      const WmdReading *reading = probe->page->readings[block];

      for (guint i = 0; reading->digits && i < reading->n_tokens; i++)
        {
          NumberForm form = reading->tokens[i].kind == WMD_TOKEN_NUMBER ? classify (probe, reading, i) : NUMBER_OTHER;

          if (uses[form].n++ == 0)
            uses[form] = (NumberUse){ 1, block, reading->tokens[i].start, reading->tokens[i].end };
        }
    }
}

/* (transfer full) */
static char *
dup_use (WmdProbe *probe, const NumberUse *use)
{
  probe->index = use->block;
  return wmd_probe_dup_text (probe, use->start, use->end);
}

/* Speaks of the form that is used less, of the later one where both are used as often. */
static void
compare_uses (WmdProbe *probe, const NumberUse *first, const NumberUse *second)
{
  gboolean earlier = first->block != second->block ? first->block < second->block : first->start < second->start;
  const NumberUse *rare = first->n < second->n || (first->n == second->n && !earlier) ? first : second;
  g_autofree char *common_text = dup_use (probe, rare == first ? second : first);
  g_autofree char *rare_text = dup_use (probe, rare);
  g_autofree char *hint = g_strdup_printf ("%s / %s", rare_text, common_text);

  wmd_remark_set_range (
      wmd_probe_say (probe, hint,
                     g_strdup_printf (_ ("Numbers are written in two ways: “%s” and “%s”."), rare_text, common_text)),
      rare->start, rare->end);
}

void
wmd_check_number_form (WmdProbe *probe)
{
  static const NumberForm groups[][2] = { { NUMBER_PLAIN, NUMBER_SPACE },
                                          { NUMBER_DECIMAL_COMMA, NUMBER_DECIMAL_POINT } };
  NumberUse uses[N_NUMBER_FORMS] = { { 0 } };

  count_forms (probe, uses);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const NumberUse *held[2] = { NULL, NULL };
      guint n = 0;

      for (guint form = groups[i][0]; form <= groups[i][1] && n < 2; form++)
        if (uses[form].n > 0)
          held[n++] = &uses[form];
      if (n == 2)
        compare_uses (probe, held[0], held[1]);
    }
}
