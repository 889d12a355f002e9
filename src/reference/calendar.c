/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates as the six languages write them: data/months.json. */
#include "reference/reference-private.h"

#include "reference/date-forms.h"

struct _WmdCalendar
{
  WmdDateForms forms[WMD_N_LANGUAGES];
};

static gboolean
load (WmdCalendar *self, GError **error)
{
  const WmdDatum *root = wmd_data_load ("months.json", error);
  const WmdDatum *languages = root != NULL ? wmd_data_get_object (root, "months.json", "languages", error) : NULL;

  if (languages == NULL)
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      const char *code = wmd_language_get_code (i);
      g_autofree char *where = g_strdup_printf ("months.json: %s", code);
      const WmdDatum *object = wmd_data_get_object (languages, "months.json", code, error);

      if (object == NULL || !wmd_date_forms_load (&self->forms[i], object, where, error))
        return FALSE;
    }
  return TRUE;
}

WmdCalendar *
wmd_calendar_new (GError **error)
{
  WmdCalendar *self = g_new0 (WmdCalendar, 1);

  if (!load (self, error))
    g_clear_pointer (&self, wmd_calendar_free);
  return self;
}

void
wmd_calendar_free (WmdCalendar *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    wmd_date_forms_clear (&self->forms[i]);
  g_free (self);
}

char *
wmd_reference_format_date (WmdReference *self, WmdLanguage language, const WmdDate *date)
{
  g_return_val_if_fail (self != NULL && date != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  return wmd_date_is_set (date) ? wmd_date_forms_print (&self->calendar->forms[language], date) : NULL;
}

gboolean
wmd_reference_parse_date (WmdReference *self, WmdLanguage language, const char *text, WmdDate *date)
{
  g_return_val_if_fail (self != NULL && text != NULL && date != NULL, FALSE);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, FALSE);

  *date = (WmdDate){ 0 };
  return wmd_date_forms_read (&self->calendar->forms[language], text, date);
}
