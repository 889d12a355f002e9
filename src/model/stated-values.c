/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values that running text states in plain words. Dates are read in any form the language has; other values are
 * looked for in the form in which they are printed. Where one date is several things at once (the deadline is often
 * the day of the count) the standard wording decides: the field whose surroundings there are most like those of the
 * date.
 */

#include "config.h"

#include "model/stated-values.h"

#include <string.h>

#include "model/dates-in-text.h"
#include "model/template-context.h"

/* What a field stands for; two fields of one kind are two wordings of the same value. */
typedef enum
{
  KIND_TEXT,
  KIND_SESSION,
  KIND_DATE,
  KIND_COUNT,
} Kind;

typedef struct
{
  const char *field;
  Kind kind;
  guint argument;   /* WmdFact, or WmdSection of a count */
  const char *noun; /* of a count: key in data/counts.json */
} Value;

static const Value values[] = {
  { "resolution", KIND_TEXT, WMD_FACT_RESOLUTION, NULL },
  { "website", KIND_TEXT, WMD_FACT_WEBSITE, NULL },
  { "report-session", KIND_SESSION, WMD_FACT_SESSION, NULL },
  { "session", KIND_SESSION, WMD_FACT_SESSION, NULL }, /* read; "report-session" is preferred, as it comes first */
  { "note-verbale", KIND_DATE, WMD_FACT_NOTE_VERBALE, NULL },
  { "letters", KIND_DATE, WMD_FACT_LETTERS, NULL },
  { "deadline", KIND_DATE, WMD_FACT_DEADLINE, NULL },
  { "cut-off", KIND_DATE, WMD_FACT_CUT_OFF, NULL },
  { "governments", KIND_COUNT, WMD_SECTION_GOVERNMENTS, "governments" },
  { "member-states", KIND_COUNT, WMD_SECTION_GOVERNMENTS, "member-states" },
  { "organizations", KIND_COUNT, WMD_SECTION_ORGANIZATIONS, "organizations" },
};

#define N_VALUES G_N_ELEMENTS (values)

struct _WmdStatedValues
{
  WmdReference *reference;
  WmdLanguage language;
  char *texts[N_VALUES];   /* as printed; NULL when the report does not have it */
  WmdDate dates[N_VALUES]; /* of dates; all zero for others */
  GRegex *forms[N_VALUES]; /* of values that have a text and are no date */
};

/* A value at its place in a text. */
typedef struct
{
  guint value; /* index in values */
  guint start; /* bytes */
  guint end;
  const char *text; /* to stand there instead of a field; NULL */
} Place;

/* --- the values of a report --- */

static gboolean
find_date (const WmdFacts *facts, WmdFact fact, WmdDate *date)
{
  if (wmd_facts_get_date (facts, fact, date))
    return TRUE;
  /* As long as no day of the count is recorded, it is the deadline. */
  return fact == WMD_FACT_CUT_OFF && wmd_facts_get_date (facts, WMD_FACT_DEADLINE, date);
}

/* @until (nullable): the last day that counts. (transfer full) */
static char *
print_count (WmdSnapshot *snapshot, WmdLanguage language, const Value *value, const WmdDate *until)
{
  guint count = wmd_snapshot_count_replies (snapshot, value->argument, until);

  return wmd_reference_format_count (wmd_snapshot_get_reference (snapshot), language, value->noun, count);
}

static gboolean
is_digit (const char *p)
{
  return g_unichar_isdigit (g_utf8_get_char (p));
}

/* A pattern that finds @text with free spaces, and not inside a longer number, word or address. (transfer full) */
static char *
dup_form (const char *text)
{
  const char *last = g_utf8_prev_char (text + strlen (text));
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);
  g_autofree char *form = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = words[i];

      words[i] = g_regex_escape_string (word, -1);
    }
  form = g_strjoinv ("\\s*", words);
  return g_strconcat (is_digit (text) ? "(?<![\\d/.,-])" : "(?<![\\p{Latin}\\p{Cyrillic}/-])", form,
                      is_digit (last) ? "(?![\\d/]|[.,]\\d)" : "(?![\\p{Latin}\\p{Cyrillic}\\p{Arabic}/])", NULL);
}

/* Reports say how many replies were held on the day of the count, or how many they hold: the latter as @other. */
static GRegex *
compile_forms (const char *text, const char *other)
{
  g_autofree char *form = dup_form (text);
  g_autofree char *other_form = other != NULL ? dup_form (other) : NULL;
  g_autofree char *pattern = other_form != NULL ? g_strjoin ("|", form, other_form, NULL) : NULL;

  return g_regex_new (pattern != NULL ? pattern : form, 0, 0, NULL);
}

static char *
print_value (WmdStatedValues *self, WmdSnapshot *snapshot, const WmdFacts *facts, guint index)
{
  const Value *value = &values[index];
  gboolean counted;
  WmdDate until;

  switch (value->kind)
    {
    case KIND_SESSION:
      return g_strdup (
          wmd_reference_get_session_ordinal (self->reference, self->language, wmd_facts_get_session (facts)));
    case KIND_DATE:
      if (!find_date (facts, value->argument, &self->dates[index]))
        return NULL;
      return wmd_reference_format_date (self->reference, self->language, &self->dates[index]);
    case KIND_COUNT:
      counted = wmd_facts_get_date (facts, WMD_FACT_CUT_OFF, &until);
      return print_count (snapshot, self->language, value, counted ? &until : NULL);
    case KIND_TEXT:
    default:
      return g_strdup (wmd_facts_get (facts, value->argument));
    }
}

WmdStatedValues *
wmd_stated_values_new (WmdSnapshot *snapshot, WmdFacts *facts, WmdLanguage language)
{
  WmdStatedValues *self;

  g_return_val_if_fail (snapshot != NULL && facts != NULL, NULL);
  g_return_val_if_fail (language != WMD_LANGUAGE_NONE, NULL);

  self = g_new0 (WmdStatedValues, 1);
  self->reference = wmd_reference_ref (wmd_snapshot_get_reference (snapshot));
  self->language = language;
  for (guint i = 0; i < N_VALUES; i++)
    {
      g_autofree char *all = values[i].kind == KIND_COUNT ? print_count (snapshot, language, &values[i], NULL) : NULL;

      self->texts[i] = print_value (self, snapshot, facts, i);
      if (self->texts[i] != NULL && *self->texts[i] != '\0' && values[i].kind != KIND_DATE)
        self->forms[i] = compile_forms (self->texts[i], all);
    }
  return self;
}

void
wmd_stated_values_free (WmdStatedValues *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_VALUES; i++)
    {
      g_free (self->texts[i]);
      g_clear_pointer (&self->forms[i], g_regex_unref);
    }
  wmd_reference_unref (self->reference);
  g_free (self);
}

static const Value *
lookup_value (const char *field)
{
  for (guint i = 0; i < N_VALUES; i++)
    if (strcmp (values[i].field, field) == 0)
      return &values[i];
  return NULL;
}

const char *
wmd_stated_values_get_text (const WmdStatedValues *self, const char *field)
{
  const Value *value;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  value = lookup_value (field);
  return value != NULL ? self->texts[value - values] : NULL;
}

gboolean
wmd_stated_values_is_count (const char *field)
{
  const Value *value;

  g_return_val_if_fail (field != NULL, FALSE);

  value = lookup_value (field);
  return value != NULL && value->kind == KIND_COUNT;
}

/* --- places --- */

static void
add_place (GArray *places, guint value, guint start, guint end)
{
  Place place = { value, start, end, NULL };

  g_array_append_val (places, place);
}

static void
find_forms (const WmdStatedValues *self, const char *text, GArray *places)
{
  for (guint i = 0; i < N_VALUES; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int start, end;

      if (self->forms[i] == NULL)
        continue;
      for (g_regex_match (self->forms[i], text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        if (g_match_info_fetch_pos (match, 0, &start, &end))
          add_place (places, i, start, end);
    }
}

static void
find_dates (const WmdStatedValues *self, const char *text, GArray *places)
{
  g_autoptr (GArray) dates = wmd_dates_in_text_find (self->reference, self->language, text);

  for (guint i = 0; i < dates->len; i++)
    {
      const WmdDateInText *date = &g_array_index (dates, WmdDateInText, i);

      for (guint j = 0; j < N_VALUES; j++)
        if (values[j].kind == KIND_DATE && wmd_date_is_set (&self->dates[j]) &&
            wmd_date_compare (&self->dates[j], &date->date) == 0)
          add_place (places, j, date->start, date->end);
    }
}

/* --- which of several values a place states --- */

/* The text from @start to @end, with the values that are no dates as the standard wording has them. (transfer full) */
static char *
mask_values (const char *text, guint start, guint end, const GArray *places)
{
  GString *masked = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (values[place->value].kind == KIND_DATE || place->start < start || place->end > end)
        continue;
      g_string_append_len (masked, text + start, place->start - start);
      g_string_append_printf (masked, "{%s}", values[place->value].field);
      start = place->end;
    }
  g_string_append_len (masked, text + start, end - start);
  return g_string_free (masked, FALSE);
}

static guint
compare_surroundings (const WmdStatedValues *self, const char *text, const Place *place, const GArray *places)
{
  g_autofree char *before = mask_values (text, 0, place->start, places);
  g_autofree char *after = mask_values (text, place->end, strlen (text), places);

  return wmd_template_context_compare (self->reference, self->language, values[place->value].field, before, after);
}

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return first->value < second->value ? -1 : 1;
}

/* (transfer full) One value for each place, and no places that overlap; @places in order. */
static GArray *
settle_places (const WmdStatedValues *self, const char *text, const GArray *places)
{
  GArray *settled = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      Place *last = settled->len > 0 ? &g_array_index (settled, Place, settled->len - 1) : NULL;

      if (last == NULL || last->end <= place->start)
        g_array_append_val (settled, *place);
      else if (last->start == place->start && last->end == place->end &&
               compare_surroundings (self, text, place, places) > compare_surroundings (self, text, last, places))
        *last = *place;
    }
  return settled;
}

/* --- fields --- */

/* A link goes with the text that it was for: the field has one of its own. (transfer full) */
static WmdInline *
put_field (const WmdInline *content, const Place *place)
{
  const char *field = values[place->value].field;
  g_autofree char *placeholder = g_strdup_printf ("{%s}", field);
  guint end = place->start + strlen (placeholder), n_old;
  g_autoptr (WmdInline) replaced = wmd_inline_replace (content, place->start, place->end, placeholder);
  const WmdSpan *old = wmd_inline_get_spans (replaced, &n_old);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));
  WmdSpan span = { WMD_SPAN_FIELD, place->start, end, (char *) field };

  for (guint i = 0; i < n_old; i++)
    if (old[i].kind != WMD_SPAN_LINK || old[i].end <= place->start || old[i].start >= end)
      g_array_append_val (spans, old[i]);
  g_array_append_val (spans, span);
  return wmd_inline_new (wmd_inline_get_text (replaced), (const WmdSpan *) spans->data, spans->len);
}

/* (transfer full) */
static WmdInline *
put_value (WmdInline *content, const Place *place)
{
  if (place->text == NULL)
    return put_field (content, place);
  return wmd_inline_replace (content, place->start, place->end, place->text);
}

static void
add_found (GPtrArray *found, const char *text, const Place *place)
{
  WmdStatedValue *value;

  if (found == NULL)
    return;
  value = g_new (WmdStatedValue, 1);
  *value = (WmdStatedValue){ values[place->value].field, g_strndup (text + place->start, place->end - place->start) };
  g_ptr_array_add (found, value);
}

/* Notes are running text too, kept as markup in their span. (transfer full) */
static WmdInline *
make_fields_in_notes (const WmdStatedValues *self,
                      WmdInline *content,
                      WmdStatedValueFunc decide,
                      gpointer data,
                      GPtrArray *found)
{
  g_autoptr (GPtrArray) markups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));
  guint n_old;
  const WmdSpan *old = wmd_inline_get_spans (content, &n_old);

  for (guint i = 0; i < n_old; i++)
    {
      g_autoptr (WmdInline) note = old[i].kind == WMD_SPAN_NOTE ? wmd_inline_parse (old[i].value, NULL) : NULL;
      WmdSpan span = old[i];

      if (note != NULL)
        {
          g_autoptr (WmdInline) made = wmd_stated_values_make_fields (self, note, decide, data, found);

          span.value = g_strdup (wmd_inline_get_markup (made));
          g_ptr_array_add (markups, span.value);
        }
      g_array_append_val (spans, span);
    }
  if (markups->len == 0)
    return wmd_inline_ref (content);
  return wmd_inline_new (wmd_inline_get_text (content), (const WmdSpan *) spans->data, spans->len);
}

WmdInline *
wmd_stated_values_make_fields (const WmdStatedValues *self,
                               WmdInline *content,
                               WmdStatedValueFunc decide,
                               gpointer data,
                               GPtrArray *found)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) settled = NULL;
  g_autoptr (WmdInline) made = NULL;
  const char *text;

  g_return_val_if_fail (self != NULL && content != NULL, NULL);

  places = g_array_new (FALSE, FALSE, sizeof (Place));
  text = wmd_inline_get_text (content);
  find_forms (self, text, places);
  find_dates (self, text, places);
  g_array_sort (places, compare_places_cb);
  settled = settle_places (self, text, places);
  for (guint i = 0; i < settled->len; i++)
    {
      Place *place = &g_array_index (settled, Place, i);

      add_found (found, text, place);
      place->text = decide != NULL ? decide (data) : NULL;
    }
  made = wmd_inline_ref (content);
  for (guint i = settled->len; i > 0; i--)
    {
      WmdInline *next = put_value (made, &g_array_index (settled, Place, i - 1));

      wmd_inline_unref (made);
      made = next;
    }
  return make_fields_in_notes (self, made, decide, data, found);
}

void
wmd_stated_value_free (WmdStatedValue *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}

/* How often each value is in @content as a field; counts (int) by the first field that stands for the value. */
static void
tally_fields (const WmdInline *content, int step, int tally[N_VALUES])
{
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      const Value *value = spans[i].kind == WMD_SPAN_FIELD ? lookup_value (spans[i].value) : NULL;

      for (guint j = 0; value != NULL && j < N_VALUES; j++)
        if (values[j].kind == value->kind && values[j].argument == value->argument)
          {
            tally[j] += step;
            break;
          }
    }
}

gboolean
wmd_stated_values_agree (const WmdInline *a, const WmdInline *b)
{
  int tally[N_VALUES] = { 0 };

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  tally_fields (a, 1, tally);
  tally_fields (b, -1, tally);
  for (guint i = 0; i < N_VALUES; i++)
    if (tally[i] != 0)
      return FALSE;
  return TRUE;
}
