/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The alphabetical order of the languages, as editions list names: by letters
 * alone, hyphens as spaces, the Arabic article not counted. ICU allows the
 * functions that take a const collator to be called from any thread.
 */
#include "config.h"

#include "reference/reference-private.h"

#include <glib/gi18n-lib.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

struct _WmdCollation
{
  UCollator *collators[WMD_N_LANGUAGES];
};

WmdCollation *
wmd_collation_new (GError **error)
{
  WmdCollation *self = g_new0 (WmdCollation, 1);

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      UErrorCode status = U_ZERO_ERROR;

      self->collators[i] = ucol_open (wmd_language_get_code (i), &status);
      if (U_FAILURE (status))
        {
          g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING,
                       _ ("The alphabetical order of the language “%s” is not available: %s."),
                       wmd_language_get_code (i), u_errorName (status));
          wmd_collation_free (self);
          return NULL;
        }
      ucol_setStrength (self->collators[i], UCOL_PRIMARY);
    }
  return self;
}

void
wmd_collation_free (WmdCollation *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    g_clear_pointer (&self->collators[i], ucol_close);
  g_free (self);
}

/* @name with hyphens as spaces, in the form ICU reads. (transfer full) */
static UChar *
prepare_name (const char *name, int32_t *length)
{
  gsize capacity = strlen (name) + 1;
  UChar *prepared = g_new (UChar, capacity);
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (prepared, (int32_t) capacity, length, name, -1, 0xFFFD, NULL, &status);
  for (int32_t i = 0; i < *length; i++)
    if (g_unichar_type (prepared[i]) == G_UNICODE_DASH_PUNCTUATION)
      prepared[i] = ' ';
  return prepared;
}

char *
wmd_collation_get_sort_key (const WmdCollation *self, WmdLanguage language, const char *name)
{
  int32_t name_length = 0, key_length;
  g_autofree UChar *prepared = prepare_name (name, &name_length);
  char *key;

  key_length = ucol_getSortKey (self->collators[language], prepared, name_length, NULL, 0);
  key = g_malloc ((gsize) key_length);
  ucol_getSortKey (self->collators[language], prepared, name_length, (uint8_t *) key, key_length);
  return key;
}

char *
wmd_reference_get_sort_key (WmdReference *self, WmdLanguage language, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  if (language == WMD_LANGUAGE_AR)
    name += wmd_languages_skip_article (self->languages, language, name);
  return wmd_collation_get_sort_key (self->collation, language, name);
}
