/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report's own data: is there what an edition prints of it, and do its dates make sense? */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"

static const char *const fact_names[WMD_N_FACTS] = {
  [WMD_FACT_SESSION] = N_ ("the session"),
  [WMD_FACT_AGENDA_ITEM] = N_ ("the agenda item"),
  [WMD_FACT_RESOLUTION] = N_ ("the resolution"),
  [WMD_FACT_NOTE_VERBALE] = N_ ("the date of the note verbale"),
  [WMD_FACT_LETTERS] = N_ ("the date of the letters"),
  [WMD_FACT_DEADLINE] = N_ ("the deadline"),
  [WMD_FACT_CUT_OFF] = N_ ("the day of the count"),
  [WMD_FACT_DATE] = N_ ("the date of the report"),
};

static gboolean
is_set (const WmdFacts *facts, WmdFact fact)
{
  const char *value = wmd_facts_get (facts, fact);

  return value != NULL && value[0] != '\0';
}

/* --- what an edition prints --- */

/* TRUE when a request of the resolution asks for the fact, so that unresolved-request says that it is missing. */
static gboolean
is_requested (WmdProbe *probe, WmdFact fact)
{
  const WmdResolution *resolution = wmd_facts_lookup_resolution (probe->facts, probe->reference);

  for (guint i = 0; resolution != NULL && i < resolution->requests->len; i++)
    if (g_strv_contains ((const char *const *) ((WmdResolutionRequest *) resolution->requests->pdata[i])->facts,
                         wmd_fact_get_id (fact)))
      return TRUE;
  return FALSE;
}

void
wmd_check_missing_masthead_data (WmdProbe *probe)
{
  static const WmdFact printed[] = { WMD_FACT_SESSION, WMD_FACT_AGENDA_ITEM, WMD_FACT_DATE };

  for (guint i = 0; probe->edition != WMD_LANGUAGE_NONE && i < G_N_ELEMENTS (printed); i++)
    if (!is_set (probe->facts, printed[i]) && !is_requested (probe, printed[i]))
      wmd_probe_say (probe, wmd_fact_get_id (printed[i]),
                     /* Translators: %s is a part of the masthead such as “the date of the report” */
                     g_strdup_printf (_ ("The first page lacks %s."), _ (fact_names[printed[i]])));
}

void
wmd_check_missing_job_number (WmdProbe *probe)
{
  if (probe->edition != WMD_LANGUAGE_NONE && !is_set (probe->facts, WMD_FACT_JOB_NUMBER))
    wmd_probe_say (probe, NULL, g_strdup (_ ("The report has no job number.")));
}

/* --- fields that have nothing to give --- */

typedef struct
{
  const char *field;
  WmdFact fact;
  WmdFact fallback; /* that stands in its place; the same: none */
} FactField;

static const FactField fact_fields[] = {
  { "resolution", WMD_FACT_RESOLUTION, WMD_FACT_RESOLUTION },
  { "session", WMD_FACT_SESSION, WMD_FACT_SESSION },
  { "report-session", WMD_FACT_SESSION, WMD_FACT_SESSION },
  { "note-verbale", WMD_FACT_NOTE_VERBALE, WMD_FACT_NOTE_VERBALE },
  { "letters", WMD_FACT_LETTERS, WMD_FACT_LETTERS },
  { "deadline", WMD_FACT_DEADLINE, WMD_FACT_DEADLINE },
  { "cut-off", WMD_FACT_CUT_OFF, WMD_FACT_DEADLINE },
};

/* Places the remark at the first field of that name in the variant; FALSE when it has none. */
static gboolean
find_field (const WmdPage *page, const char *name, guint *block, const WmdSpan **field)
{
  for (*block = 0; *block < page->n_blocks; (*block)++)
    {
      guint n;
      const WmdSpan *spans = wmd_inline_get_spans (wmd_block_get_content (page->readings[*block]->block), &n);

      for (guint i = 0; i < n; i++)
        if (spans[i].kind == WMD_SPAN_FIELD && g_strcmp0 (spans[i].value, name) == 0)
          {
            *field = &spans[i];
            return TRUE;
          }
    }
  return FALSE;
}

/* Speaks at the first place of the field, in the language of the edition or else in the first that has it. */
static void
check_field (WmdProbe *probe, const FactField *field)
{
  for (guint part = 0; part < WMD_FIRST_REPLY; part++)
    for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
      {
        const WmdPage *page = probe->parts[part].pages[language];
        const WmdSpan *span;
        WmdRemark *remark;
        guint block;

        if (page == NULL || (probe->edition != WMD_LANGUAGE_NONE && probe->edition != language) ||
            !find_field (page, field->field, &block, &span))
          continue;
        remark =
            wmd_probe_say (probe, field->field,
                           /* Translators: %s is a part of the report data such as “the date of the note verbale” */
                           g_strdup_printf (_ ("The text gives %s, which the report data does not have."),
                                            _ (fact_names[field->fact])));
        wmd_remark_set_place (remark, probe->parts[part].body, language, block);
        wmd_remark_set_range (remark, span->start, span->end);
        return;
      }
}

void
wmd_check_unset_field (WmdProbe *probe)
{
  for (guint i = 0; i < G_N_ELEMENTS (fact_fields); i++)
    if (!is_set (probe->facts, fact_fields[i].fact) && !is_set (probe->facts, fact_fields[i].fallback) &&
        !is_requested (probe, fact_fields[i].fact))
      check_field (probe, &fact_fields[i]);
}

/* --- dates --- */

void
wmd_check_impossible_report_date (WmdProbe *probe)
{
  static const WmdFact dates[] = { WMD_FACT_NOTE_VERBALE, WMD_FACT_LETTERS, WMD_FACT_DEADLINE, WMD_FACT_CUT_OFF,
                                   WMD_FACT_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *text = wmd_facts_get (probe->facts, dates[i]);
      WmdDate date;

      if (!is_set (probe->facts, dates[i]) || wmd_facts_get_date (probe->facts, dates[i], &date))
        continue;
      wmd_probe_say (probe, text, g_strdup_printf (_ ("There is no such date as %s."), text));
    }
}

static void
check_order (WmdProbe *probe, WmdFact first, WmdFact second)
{
  g_autofree char *first_date = NULL;
  g_autofree char *second_date = NULL;
  g_autofree char *hint = NULL;
  WmdDate a, b;

  if (!wmd_facts_get_date (probe->facts, first, &a) || !wmd_facts_get_date (probe->facts, second, &b) ||
      wmd_date_compare (&a, &b) <= 0)
    return;
  first_date = wmd_probe_format_date (probe, &a);
  second_date = wmd_probe_format_date (probe, &b);
  hint = g_strdup_printf ("%s > %s", wmd_fact_get_id (first), wmd_fact_get_id (second));
  wmd_probe_say (probe, hint,
                 /* Translators: such as “The deadline (31 May 2023) cannot be after the date of the report (10 May
                    2023).” */
                 g_strdup_printf (_ ("Of the report data, %s (%s) cannot be after %s (%s)."), _ (fact_names[first]),
                                  first_date, _ (fact_names[second]), second_date));
}

void
wmd_check_date_order (WmdProbe *probe)
{
  static const WmdFact order[][2] = {
    { WMD_FACT_NOTE_VERBALE, WMD_FACT_DEADLINE }, { WMD_FACT_LETTERS, WMD_FACT_DEADLINE },
    { WMD_FACT_DEADLINE, WMD_FACT_CUT_OFF },      { WMD_FACT_DEADLINE, WMD_FACT_DATE },
    { WMD_FACT_CUT_OFF, WMD_FACT_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    check_order (probe, order[i][0], order[i][1]);
}
