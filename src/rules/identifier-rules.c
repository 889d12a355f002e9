/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers under which the report goes: symbol, agenda item, resolution, job number. What each looks like, and
 * what is often written in its place, is data (data/rules/identifiers.json).
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"

typedef struct
{
  WmdFact fact;
  const char *key; /* of the pattern and of the forms that are put right */
  const char *name;
} Identifier;

static const Identifier identifiers[] = {
  { WMD_FACT_SYMBOL, "symbol", N_ ("a symbol of the General Assembly") },
  { WMD_FACT_SESSION, "session", N_ ("the number of a session") },
  { WMD_FACT_AGENDA_ITEM, "agenda-item", N_ ("the number of an agenda item") },
  { WMD_FACT_RESOLUTION, "resolution", N_ ("the number of a resolution of the General Assembly") },
  { WMD_FACT_JOB_NUMBER, "job-number", N_ ("a job number") },
};

void
wmd_check_missing_symbol (WmdProbe *probe)
{
  const char *symbol = wmd_facts_get (probe->facts, WMD_FACT_SYMBOL);

  if (symbol == NULL || symbol[0] == '\0')
    wmd_probe_say (probe, NULL, g_strdup (_ ("The report has no document symbol.")));
}

/* (transfer full) NULL when none of the known slips was made. */
static char *
dup_normal_form (const WmdForms *forms, const char *key, const char *value)
{
  const GPtrArray *slips = wmd_forms_list_forms (forms, key, WMD_LANGUAGE_EN);

  for (guint i = 0; i < slips->len; i++)
    {
      const WmdForm *slip = slips->pdata[i];

      if (g_regex_match (slip->pattern, value, 0, NULL))
        return g_regex_replace (slip->pattern, value, -1, 0, slip->normal, 0, NULL);
    }
  return NULL;
}

static void
add_fix (WmdProbe *probe, WmdRemark *remark, WmdFact fact, const char *value)
{
  g_autoptr (WmdFacts) facts = wmd_facts_with (probe->facts, fact, value);
  WmdEdit *edit = wmd_edit_new (_ ("Correct Number"));

  wmd_edit_replace_facts (edit, probe->facts, facts);
  wmd_remark_set_fix (remark, _ ("Correct the Number"), edit);
}

static gboolean
check_form (WmdProbe *probe, const Identifier *identifier, const char *value)
{
  g_autofree char *message = NULL;
  g_autofree char *normal = NULL;
  WmdRemark *remark;

  if (wmd_forms_matches (probe->forms, identifier->key, WMD_LANGUAGE_EN, value))
    return TRUE;
  remark = wmd_probe_say (probe, value,
                          /* Translators: the second is one of the numbers, such as “a job number” */
                          g_strdup_printf (_ ("“%s” has not the form of %s."), value, _ (identifier->name)));
  normal = dup_normal_form (probe->forms, identifier->key, value);
  if (normal != NULL)
    add_fix (probe, remark, identifier->fact, normal);
  return FALSE;
}

/* The first number in the value: of "A/78/132" the session. */
static guint
first_number (const char *value)
{
  while (*value != '\0' && !g_ascii_isdigit (*value))
    value++;
  return g_ascii_strtoull (value, NULL, 10);
}

static void
check_symbol_session (WmdProbe *probe, const char *symbol)
{
  guint session = wmd_facts_get_session (probe->facts);

  if (session != 0 && first_number (symbol) != session)
    wmd_probe_say (probe, symbol,
                   g_strdup_printf (_ ("The symbol %s is of session %u, but the report is for session %u."), symbol,
                                    first_number (symbol), session));
}

/* A resolution of the series asks for a report at the next session, or at the one after where it is biennial. */
static void
check_resolution_session (WmdProbe *probe, const char *symbol)
{
  const WmdResolution *resolution = wmd_reference_lookup_resolution (probe->reference, symbol);
  guint session = wmd_facts_get_session (probe->facts);
  guint due = resolution != NULL ? resolution->report_session : 0;
  guint adopted = first_number (symbol);

  if (session == 0 || due == session || (due == 0 && adopted < session && adopted + 2 >= session))
    return;
  wmd_probe_say (probe, symbol,
                 due != 0
                     ? g_strdup_printf (_ ("Resolution %s asks for a report at session %u, but this report is for "
                                           "session %u."),
                                        symbol, due, session)
                     : g_strdup_printf (_ ("Resolution %s does not ask for a report at session %u."), symbol, session));
}

static void
check_agenda_item (WmdProbe *probe, const char *item)
{
  const WmdResolution *resolution =
      wmd_reference_lookup_resolution (probe->reference, wmd_facts_get (probe->facts, WMD_FACT_RESOLUTION));
  WmdRemark *remark;

  if (resolution == NULL || resolution->agenda_item == NULL ||
      resolution->report_session != wmd_facts_get_session (probe->facts) || strcmp (resolution->agenda_item, item) == 0)
    return;
  remark =
      wmd_probe_say (probe, item,
                     g_strdup_printf (_ ("The agenda item is given as %s, but at session %u the question is item %s."),
                                      item, resolution->report_session, resolution->agenda_item));
  add_fix (probe, remark, WMD_FACT_AGENDA_ITEM, resolution->agenda_item);
}

static void
check_job_number_year (WmdProbe *probe, const char *number)
{
  WmdDate date;

  if (wmd_facts_get_date (probe->facts, WMD_FACT_DATE, &date) && first_number (number) != date.year % 100u)
    wmd_probe_say (probe, number,
                   g_strdup_printf (_ ("The job number %s is not of %u, the year of the report."), number, date.year));
}

void
wmd_check_malformed_symbol (WmdProbe *probe)
{
  static void (*const fits[WMD_N_FACTS]) (WmdProbe *, const char *) = {
    [WMD_FACT_SYMBOL] = check_symbol_session,
    [WMD_FACT_RESOLUTION] = check_resolution_session,
    [WMD_FACT_AGENDA_ITEM] = check_agenda_item,
    [WMD_FACT_JOB_NUMBER] = check_job_number_year,
  };

  for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
    {
      const char *value = wmd_facts_get (probe->facts, identifiers[i].fact);

      if (value == NULL || value[0] == '\0')
        continue;
      if (check_form (probe, &identifiers[i], value) && fits[identifiers[i].fact] != NULL)
        fits[identifiers[i].fact](probe, value);
    }
}
