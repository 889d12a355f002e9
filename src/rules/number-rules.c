/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a text writes its numbers: thousands and decimals in one way throughout. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

typedef enum
{
  NUMBER_OTHER,      /* says nothing of how the text writes numbers */
  NUMBER_PLAIN,      /* four digits or more, not grouped */
  NUMBER_COMMA,      /* 2,500 */
  NUMBER_POINT,      /* 2.500 */
  NUMBER_SPACE,      /* 2 500 */
  NUMBER_APOSTROPHE, /* 2'500 */
  NUMBER_DECIMAL_COMMA,
  NUMBER_DECIMAL_POINT,
} NumberForm;

#define N_NUMBER_FORMS (NUMBER_DECIMAL_POINT + 1)

/* Numbers of four digits, which some languages need not group, and the others. */
enum
{
  SHORT,
  LONG,
  N_SIZES,
};

/* The first number of each form in the text, and how many there are. */
typedef struct
{
  guint n;
  guint place; /* index */
  guint start;
  guint end;
} NumberUse;

/* --- what a number is --- */

/* TRUE for a word behind which a number is a name: article 5, CONPES 4042. */
static gboolean
is_label (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  gboolean begins = index == 0 || (token[-1].kind == WMD_TOKEN_MARK && token[-1].first == '.');

  if (token->kind != WMD_TOKEN_WORD)
    return FALSE;
  return (token->flags & WMD_TOKEN_CAPITALS) != 0 || ((token->flags & WMD_TOKEN_INITIAL) != 0 && !begins) ||
         wmd_probe_has_word (probe, reading, "number-labels", index);
}

/* TRUE for what stands between the numbers of a list: a comma, a dash, a small word. */
static gboolean
joins_numbers (const WmdReading *reading, const WmdToken *token)
{
  if (token->kind == WMD_TOKEN_MARK)
    return g_utf8_strchr (",;،.()-–", -1, token->first) != NULL;
  return token->kind == WMD_TOKEN_WORD && (token->flags & WMD_TOKEN_INITIAL) == 0 &&
         wmd_reading_count_letters (reading, token) <= 3;
}

/* TRUE in a list of names: articles 188, 220 and 226.1; pp. 27177–27185. */
static gboolean
is_in_labelled_list (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  while (index > 0 && !wmd_probe_has_word (probe, reading, "number-labels", index - 1))
    if (reading->tokens[index - 1].kind != WMD_TOKEN_NUMBER && !joins_numbers (reading, &reading->tokens[index - 1]))
      return FALSE;
    else
      index--;
  return index > 0;
}

/* TRUE for the number of a law, a chapter or a document, and for a time. */
static gboolean
is_name (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  const WmdToken *before = index > 0 ? token - 1 : NULL;
  g_autofree char *head = NULL;

  if (before != NULL && before->kind == WMD_TOKEN_MARK && before->end == token->start &&
      g_utf8_strchr ("/-–№§", -1, before->first) != NULL)
    return TRUE;
  if ((before != NULL && is_label (probe, reading, index - 1)) || is_in_labelled_list (probe, reading, index) ||
      wmd_forms_matches (probe->forms, "time-after", reading->language, reading->text + token->end))
    return TRUE;
  head = g_strndup (reading->text, token->start);
  return wmd_forms_matches (probe->forms, "number-label-before", reading->language, head);
}

/* TRUE for what may be a year or, with a round number excepted, the number of a resolution of the Council. */
static gboolean
may_be_year (guint64 value)
{
  return value < 2101 && (value >= 1800 || value % 50 != 0);
}

static NumberForm
classify_plain (const WmdProbe *probe, const WmdReading *reading, guint index, const char *text)
{
  gsize digits = strlen (text);

  if (digits < 4 || digits > 9 || text[0] == '0' || (digits == 4 && may_be_year (g_ascii_strtoull (text, NULL, 10))))
    return NUMBER_OTHER;
  if (!wmd_forms_matches (probe->forms, "counted-after", reading->language, reading->text + reading->tokens[index].end))
    return NUMBER_OTHER;
  return is_name (probe, reading, index) ? NUMBER_OTHER : NUMBER_PLAIN;
}

/* One group of three behind a comma or a point may be thousands or a fraction. What it is depends on the language, but
 * nobody writes a fraction that ends in 0 of what is counted whole: 2.500 officers.
 */
/* TRUE when every mark but the first has three digits behind it, as thousands have: not in 946.202.1. */
static gboolean
has_whole_groups (const char *text)
{
  for (const char *p = text + strcspn (text, ".,"); *p != '\0'; p += 1 + strspn (p + 1, "0123456789"))
    if (strspn (p + 1, "0123456789") != 3)
      return FALSE;
  return TRUE;
}

static NumberForm
classify_marked (const WmdProbe *probe, const WmdReading *reading, guint index, const char *text, char mark)
{
  gboolean decimal_point = reading->language == WMD_LANGUAGE_EN || reading->language == WMD_LANGUAGE_ZH;
  const char *first = strchr (text, mark);
  gsize behind = strspn (first + 1, "0123456789");
  gboolean more = first[behind + 1] != '\0';

  if (is_name (probe, reading, index))
    return NUMBER_OTHER;
  if (!more && behind <= 2)
    return mark == ',' ? NUMBER_DECIMAL_COMMA : NUMBER_DECIMAL_POINT;
  if (behind != 3 || !has_whole_groups (text))
    return NUMBER_OTHER;
  if (more || (mark == '.') != decimal_point ||
      (text[0] != '0' && g_str_has_suffix (text, "0") &&
       wmd_forms_matches (probe->forms, "counted-after", reading->language,
                          reading->text + reading->tokens[index].end)))
    return mark == ',' ? NUMBER_COMMA : NUMBER_POINT;
  return NUMBER_OTHER;
}

static NumberForm
classify (const WmdProbe *probe, const WmdReading *reading, guint index)
{
  const WmdToken *token = &reading->tokens[index];
  g_autofree char *text = g_strndup (reading->text + token->start, token->end - token->start);
  gsize digits = strspn (text, "0123456789");
  gunichar mark = g_utf8_get_char (text + digits);

  if (mark == '\0')
    return classify_plain (probe, reading, index, text);
  if (strchr (text, ',') != NULL && strchr (text, '.') != NULL)
    return NUMBER_OTHER;
  if (mark == ',' || mark == '.')
    return classify_marked (probe, reading, index, text, (char) mark);
  if (mark == '\'' || mark == 0x2019)
    return NUMBER_APOSTROPHE;
  return g_unichar_isspace (mark) ? NUMBER_SPACE : NUMBER_OTHER;
}

/* --- two forms --- */

static guint
count_digits (const WmdReading *reading, const WmdToken *token)
{
  guint n = 0;

  for (const char *p = reading->text + token->start; p < reading->text + token->end; p++)
    n += g_ascii_isdigit (*p) != 0;
  return n;
}

static void
count_forms (WmdProbe *probe, NumberUse uses[N_SIZES][N_NUMBER_FORMS])
{
  for (guint place = 0; place < probe->page->places->len; place++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, place);

      for (guint i = 0; reading->digits && i < reading->n_tokens; i++)
        {
          const WmdToken *token = &reading->tokens[i];
          NumberForm form = token->kind == WMD_TOKEN_NUMBER ? classify (probe, reading, i) : NUMBER_OTHER;
          NumberUse *use = &uses[count_digits (reading, token) == 4 ? SHORT : LONG][form];

          if (use->n++ == 0)
            *use = (NumberUse){ 1, place, token->start, token->end };
        }
    }
}

/* Both sizes together; in a language that need not group four digits, plain ones say nothing of longer numbers. */
static NumberUse
add_sizes (const WmdProbe *probe, NumberUse uses[N_SIZES][N_NUMBER_FORMS], guint form)
{
  NumberUse use = uses[SHORT][form];
  const NumberUse *other = &uses[LONG][form];

  if (form == NUMBER_PLAIN && wmd_forms_get_number (probe->forms, "grouped-digits", probe->language) > 4)
    return *other;
  if (use.n == 0 ||
      (other->n > 0 && (other->place < use.place || (other->place == use.place && other->start < use.start))))
    {
      guint n = use.n;

      use = *other;
      use.n += n;
      return use;
    }
  use.n += other->n;
  return use;
}

/* (transfer full) */
static char *
dup_use (WmdProbe *probe, const NumberUse *use)
{
  wmd_probe_go_to (probe, use->place);
  return wmd_probe_dup_text (probe, use->start, use->end);
}

/* Speaks of the form that is used less, of the later one where both are used as often. */
static void
compare_uses (WmdProbe *probe, const NumberUse *first, const NumberUse *second)
{
  gboolean earlier = first->place != second->place ? first->place < second->place : first->start < second->start;
  const NumberUse *rare = first->n < second->n || (first->n == second->n && !earlier) ? first : second;
  g_autofree char *common_text = dup_use (probe, rare == first ? second : first);
  g_autofree char *rare_text = dup_use (probe, rare);
  g_autofree char *hint = g_strdup_printf ("%s / %s", rare_text, common_text);

  wmd_remark_set_range (
      wmd_probe_say (probe, hint,
                     g_strdup_printf (_ ("Numbers are written in two ways: “%s” and “%s”."), rare_text, common_text)),
      rare->start, rare->end);
}

/* The first two of the forms from @first to @last that are in use; FALSE when there are fewer. */
static gboolean
compare_forms (WmdProbe *probe, const NumberUse *uses, guint first, guint last)
{
  const NumberUse *held = NULL;

  for (guint form = first; form <= last; form++)
    {
      if (uses[form].n == 0)
        continue;
      if (held != NULL)
        {
          compare_uses (probe, held, &uses[form]);
          return TRUE;
        }
      held = &uses[form];
    }
  return FALSE;
}

void
wmd_check_number_form (WmdProbe *probe)
{
  NumberUse uses[N_SIZES][N_NUMBER_FORMS] = { { { 0 } } };
  NumberUse all[N_NUMBER_FORMS];

  count_forms (probe, uses);
  for (guint form = 0; form < N_NUMBER_FORMS; form++)
    all[form] = add_sizes (probe, uses, form);
  if (!compare_forms (probe, all, NUMBER_PLAIN, NUMBER_APOSTROPHE))
    compare_forms (probe, uses[SHORT], NUMBER_PLAIN, NUMBER_APOSTROPHE);
  compare_forms (probe, all, NUMBER_DECIMAL_COMMA, NUMBER_DECIMAL_POINT);
}
