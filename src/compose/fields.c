/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the fields of running text stand for in one edition: a table of names, each with the function that
 * computes it. All values are computed when the edition is composed, so that two editions can be compared
 * and texts with fields remade only when a value changed.
 */

#include "config.h"

#include "compose/fields.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *snapshot;
  WmdFacts *facts;
  WmdLanguage language;
  const WmdSectionNumbers *numbers;
} Edition;

typedef struct
{
  char *text;    /* NULL when there is no value */
  char *address; /* NULL when it links to nothing */
} Value;

/* @argument: what of a kind is meant, a WmdFact or a WmdSection. */
typedef Value (*FieldFunc) (const Edition *edition, guint argument);

typedef struct
{
  const char *name;
  FieldFunc compute;
  guint argument;
} Field;

static Value
compute_date (const Edition *edition, guint fact)
{
  WmdDate date;

  if (!wmd_facts_get_date (edition->facts, fact, &date))
    return (Value){ NULL, NULL };
  return (Value){ wmd_reference_format_date (edition->reference, edition->language, &date), NULL };
}

/* The day on which replies were counted; as long as none is recorded, the deadline. */
static Value
compute_cut_off (const Edition *edition, guint fact)
{
  WmdDate date;

  return compute_date (edition, wmd_facts_get_date (edition->facts, fact, &date) ? fact : WMD_FACT_DEADLINE);
}

/* The number alone: the word for session, with its case, is in the text. */
static Value
compute_session (const Edition *edition, guint fact)
{
  guint session = wmd_facts_get_session (edition->facts);

  return (Value){ g_strdup (wmd_reference_get_session_ordinal (edition->reference, edition->language, session)), NULL };
}

static char *
dup_resolution_address (const Edition *edition, const char *number)
{
  g_autofree char *symbol =
      wmd_reference_format_label (edition->reference, edition->language, "resolution-symbol", "symbol", number, NULL);

  return wmd_fields_dup_address (edition->reference, edition->language, symbol);
}

static Value
compute_resolution (const Edition *edition, guint fact)
{
  const char *number = wmd_facts_get (edition->facts, fact);

  if (number == NULL)
    return (Value){ NULL, NULL };
  return (Value){ g_strdup (number), dup_resolution_address (edition, number) };
}

static Value
compute_eu_resolution (const Edition *edition, guint unused)
{
  const char *number = wmd_reference_get_label (edition->reference, edition->language, "eu-resolution");

  return (Value){ g_strdup (number), dup_resolution_address (edition, number) };
}

static Value
compute_website (const Edition *edition, guint fact)
{
  const char *site = wmd_facts_get (edition->facts, fact);
  g_autofree char *scheme = NULL;

  if (site == NULL)
    site = wmd_reference_get_label (edition->reference, edition->language, "website");
  scheme = g_uri_parse_scheme (site);
  return (Value){ g_strdup (site), scheme != NULL ? g_strdup (site) : g_strconcat ("https://", site, NULL) };
}

static Value
count_replies (const Edition *edition, guint section, const char *noun)
{
  WmdDate until;
  gboolean counted = wmd_facts_get_date (edition->facts, WMD_FACT_CUT_OFF, &until);
  guint count = wmd_snapshot_count_replies (edition->snapshot, section, counted ? &until : NULL);

  return (Value){ wmd_reference_format_count (edition->reference, edition->language, noun, count), NULL };
}

static Value
compute_count (const Edition *edition, guint section)
{
  return count_replies (edition, section, wmd_section_get_id (section));
}

/* The same number in the words that many reports prefer: "nine Member States". */
static Value
compute_member_states (const Edition *edition, guint section)
{
  return count_replies (edition, section, "member-states");
}

static Value
compute_section (const Edition *edition, guint section)
{
  guint number = edition->numbers->replies[section];
  g_autofree char *key = g_strdup_printf ("section-reference-%u", number);

  if (number == 0)
    return (Value){ NULL, NULL };
  return (Value){ g_strdup (wmd_reference_get_label (edition->reference, edition->language, key)), NULL };
}

static const Field fields[] = {
  { "resolution", compute_resolution, WMD_FACT_RESOLUTION },
  { "session", compute_session, WMD_FACT_SESSION },
  { "report-session", compute_session, WMD_FACT_SESSION },
  { "deadline", compute_date, WMD_FACT_DEADLINE },
  { "cut-off", compute_cut_off, WMD_FACT_CUT_OFF },
  { "note-verbale", compute_date, WMD_FACT_NOTE_VERBALE },
  { "letters", compute_date, WMD_FACT_LETTERS },
  { "governments", compute_count, WMD_SECTION_GOVERNMENTS },
  { "member-states", compute_member_states, WMD_SECTION_GOVERNMENTS },
  { "organizations", compute_count, WMD_SECTION_ORGANIZATIONS },
  { "website", compute_website, WMD_FACT_WEBSITE },
  { "eu-resolution", compute_eu_resolution, 0 },
  { "section-governments", compute_section, WMD_SECTION_GOVERNMENTS },
  { "section-european-union", compute_section, WMD_SECTION_EUROPEAN_UNION },
  { "section-organizations", compute_section, WMD_SECTION_ORGANIZATIONS },
};

struct _WmdFields
{
  Value values[G_N_ELEMENTS (fields)];
};

WmdFields *
wmd_fields_new (WmdSnapshot *snapshot, WmdLanguage language, const WmdSectionNumbers *numbers)
{
  Edition edition = { wmd_snapshot_get_reference (snapshot), snapshot, wmd_snapshot_get_facts (snapshot), language,
                      numbers };
  WmdFields *self = g_new0 (WmdFields, 1);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    self->values[i] = fields[i].compute (&edition, fields[i].argument);
  return self;
}

void
wmd_fields_free (WmdFields *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_free (self->values[i].text);
      g_free (self->values[i].address);
    }
  g_free (self);
}

gboolean
wmd_fields_equal (const WmdFields *a, const WmdFields *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (a->values[i].text, b->values[i].text) != 0 ||
        g_strcmp0 (a->values[i].address, b->values[i].address) != 0)
      return FALSE;
  return TRUE;
}

char *
wmd_fields_dup_text (const WmdFields *self, const char *name, const char **address)
{
  *address = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name) && self->values[i].text != NULL)
      {
        *address = self->values[i].address;
        return g_strdup (self->values[i].text);
      }
  return g_strdup_printf ("[%s]", name);
}

char *
wmd_fields_dup_address (WmdReference *reference, WmdLanguage language, const char *symbol)
{
  return wmd_reference_format_label (reference, language, "document-link", "language", wmd_language_get_code (language),
                                     "symbol", symbol, NULL);
}
