/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The profiles of the resolutions of the series: data/resolutions/, whose form
 * is resolution.schema.json. A fact that is not known is not in the file.
 */
#include "config.h"

#include "reference/reference-private.h"

#include <glib/gi18n-lib.h>

#define FOLDER "resolutions/"
#define SCHEMA "resolution.schema.json"

struct _WmdResolutions
{
  GPtrArray *resolutions; /* (element-type WmdResolution): owned, by session */
};

static void
request_free (WmdResolutionRequest *request)
{
  g_free (request->id);
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    g_free (request->texts[language]);
  g_strfreev (request->rules);
  g_strfreev (request->facts);
  g_free (request);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdResolutionRequest, request_free)

static void
resolution_free (WmdResolution *resolution)
{
  g_free (resolution->symbol);
  g_free (resolution->agenda_item);
  g_ptr_array_unref (resolution->requests);
  g_strfreev (resolution->unknown);
  g_free (resolution);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdResolution, resolution_free)

static gboolean
load_string (const WmdDatum *object, const char *where, const char *member, char **value, GError **error)
{
  const char *string;

  if (!wmd_data_has_member (object, member))
    return TRUE;
  string = wmd_data_get_string (object, where, member, error);
  *value = g_strdup (string);
  return string != NULL;
}

static gboolean
load_number (const WmdDatum *object, const char *where, const char *member, guint *value, GError **error)
{
  return !wmd_data_has_member (object, member) || wmd_data_get_number (object, where, member, value, error);
}

static gboolean
load_date (const WmdDatum *object, const char *where, const char *member, WmdDate *value, GError **error)
{
  const char *string;

  if (!wmd_data_has_member (object, member))
    return TRUE;
  string = wmd_data_get_string (object, where, member, error);
  if (string == NULL)
    return FALSE;
  if (wmd_date_parse_iso (string, value) && wmd_date_is_valid (value))
    return TRUE;
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, _ ("%s: “%s” is not a date."), where, string);
  return FALSE;
}

static char **
load_strings (const WmdDatum *object, const char *where, const char *member, GError **error)
{
  g_autofree const char **strings = wmd_data_get_strings (object, where, member, error);

  return g_strdupv ((char **) strings);
}

static gboolean
load_texts (WmdResolutionRequest *request, const WmdDatum *object, const char *where, GError **error)
{
  const WmdDatum *texts = wmd_data_get_object (object, where, "text", error);

  for (WmdLanguage language = 0; texts != NULL && language < WMD_N_LANGUAGES; language++)
    if (!load_string (texts, where, wmd_language_get_code (language), &request->texts[language], error))
      return FALSE;
  return texts != NULL;
}

static WmdResolutionRequest *
request_new (const WmdDatum *object, const char *where, GError **error)
{
  g_autoptr (WmdResolutionRequest) request = g_new0 (WmdResolutionRequest, 1);

  request->id = g_strdup (wmd_data_get_string (object, where, "id", error));
  if (request->id == NULL || !load_number (object, where, "paragraph", &request->paragraph, error))
    return NULL;
  if (!load_texts (request, object, where, error))
    return NULL;
  request->rules = load_strings (object, where, "rules", error);
  request->facts =
      wmd_data_has_member (object, "facts") ? load_strings (object, where, "facts", error) : g_new0 (char *, 1);
  return request->rules != NULL && request->facts != NULL ? g_steal_pointer (&request) : NULL;
}

static gboolean
load_requests (WmdResolution *resolution, const WmdDatum *object, const char *where, GError **error)
{
  const WmdDatum *array = wmd_data_get_array (object, where, "requests", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < wmd_data_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: requests[%u]", where, i);
      const WmdDatum *request_object = wmd_data_get_element (array, where, i, error);
      WmdResolutionRequest *request = request_object != NULL ? request_new (request_object, place, error) : NULL;

      if (request == NULL)
        return FALSE;
      g_ptr_array_add (resolution->requests, request);
    }
  return TRUE;
}

static WmdResolution *
resolution_new (const WmdDatum *object, const char *file, GError **error)
{
  g_autoptr (WmdResolution) resolution = g_new0 (WmdResolution, 1);

  resolution->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) request_free);
  if (!load_string (object, file, "symbol", &resolution->symbol, error) ||
      !wmd_data_get_number (object, file, "session", &resolution->session, error) ||
      !load_date (object, file, "adopted", &resolution->adopted, error) ||
      !wmd_data_get_number (object, file, "report-session", &resolution->report_session, error) ||
      !load_string (object, file, "agenda-item", &resolution->agenda_item, error) ||
      !load_date (object, file, "note-verbale", &resolution->note_verbale, error) ||
      !load_date (object, file, "letters", &resolution->letters, error) ||
      !load_date (object, file, "deadline", &resolution->deadline, error) ||
      !wmd_data_get_number (object, file, "word-limit", &resolution->word_limit, error) ||
      !load_number (object, file, "reply-word-limit", &resolution->reply_word_limit, error) ||
      !load_requests (resolution, object, file, error))
    return NULL;
  resolution->unknown = load_strings (object, file, "unknown", error);
  return resolution->unknown != NULL ? g_steal_pointer (&resolution) : NULL;
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const WmdResolution *left = *(const WmdResolution *const *) a;
  const WmdResolution *right = *(const WmdResolution *const *) b;

  return (left->session > right->session) - (left->session < right->session);
}

WmdResolutions *
wmd_resolutions_new (GError **error)
{
  g_auto (GStrv) names = wmd_data_list (FOLDER, error);
  WmdResolutions *self;

  if (names == NULL)
    return NULL;
  self = g_new0 (WmdResolutions, 1);
  self->resolutions = g_ptr_array_new_with_free_func ((GDestroyNotify) resolution_free);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (FOLDER, names[i], NULL);
      const WmdDatum *object;
      WmdResolution *resolution;

      if (g_str_equal (names[i], SCHEMA))
        continue;
      object = wmd_data_load (file, error);
      resolution = object != NULL ? resolution_new (object, file, error) : NULL;
      if (resolution == NULL)
        {
          wmd_resolutions_free (self);
          return NULL;
        }
      g_ptr_array_add (self->resolutions, resolution);
    }
  g_ptr_array_sort (self->resolutions, compare_sessions);
  return self;
}

void
wmd_resolutions_free (WmdResolutions *self)
{
  g_ptr_array_unref (self->resolutions);
  g_free (self);
}

const WmdResolution *
wmd_reference_lookup_resolution (WmdReference *self, const char *symbol)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; symbol != NULL && i < self->resolutions->resolutions->len; i++)
    {
      const WmdResolution *resolution = g_ptr_array_index (self->resolutions->resolutions, i);

      if (g_strcmp0 (resolution->symbol, symbol) == 0)
        return resolution;
    }
  return NULL;
}

const WmdResolution *
wmd_reference_lookup_resolution_for_session (WmdReference *self, guint report_session)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->resolutions->resolutions->len; i++)
    {
      const WmdResolution *resolution = g_ptr_array_index (self->resolutions->resolutions, i);

      if (resolution->report_session == report_session)
        return resolution;
    }
  return NULL;
}

GPtrArray *
wmd_reference_list_resolutions (WmdReference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resolutions->resolutions;
}

const char *
wmd_resolution_request_get_text (const WmdResolutionRequest *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return language < WMD_N_LANGUAGES && self->texts[language] != NULL ? self->texts[language]
                                                                     : self->texts[WMD_LANGUAGE_EN];
}
