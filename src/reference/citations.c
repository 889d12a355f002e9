/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How running text names documents: data/citations.json. The patterns of a language are put together from its words
 * and from the numbers, which look the same in all languages.
 */
#include "reference/reference-private.h"

#define WHERE "citations.json"

struct _WmdCitationForms
{
  GPtrArray *forms[WMD_N_LANGUAGES]; /* (element-type WmdCitationForm) */
};

static void
form_free (gpointer data)
{
  WmdCitationForm *form = data;

  g_free (form->context);
  g_free (form);
}

/* Adds to the forms of a language one of which @object has "mention" and "symbol". (transfer none), NULL on error. */
static WmdCitationForm *
add_form (WmdCitationForms *self, int language, const WmdDatum *object, GError **error)
{
  WmdCitationForm *form = g_new0 (WmdCitationForm, 1);

  g_ptr_array_add (self->forms[language], form);
  form->mention = wmd_data_get_string (object, WHERE, "mention", error);
  form->symbol = form->mention != NULL ? wmd_data_get_string (object, WHERE, "symbol", error) : NULL;
  return form->symbol != NULL ? form : NULL;
}

static gboolean
load_documents (WmdCitationForms *self, const WmdDatum *root, GError **error)
{
  const WmdDatum *documents = wmd_data_get_array (root, WHERE, "documents", error);

  if (documents == NULL)
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    for (guint j = 0; j < wmd_data_get_length (documents); j++)
      {
        const WmdDatum *document = wmd_data_get_element (documents, WHERE, j, error);

        if (document == NULL || add_form (self, i, document, error) == NULL)
          return FALSE;
      }
  return TRUE;
}

/* The context of a list in one language: any numbers, of which the mention of each form then picks its own. */
static char *
dup_context (const WmdDatum *words, const char *assembly, const char *council, GError **error)
{
  const char *before = wmd_data_get_string (words, WHERE, "before", error);
  const char *separator = before != NULL ? wmd_data_get_string (words, WHERE, "separator", error) : NULL;
  const char *after = separator != NULL ? wmd_data_get_string (words, WHERE, "after", error) : NULL;

  if (after == NULL)
    return NULL;
  /* The groups of the mentions come after group 1, which is the list. */
  return g_strdup_printf ("%s((?:%s|%s)(?:%s(?:%s|%s))*)%s", before, assembly, council, separator, assembly, council,
                          after);
}

static gboolean
load_numbers (WmdCitationForms *self,
              int language,
              const WmdDatum *words,
              const WmdDatum *assembly,
              const WmdDatum *council,
              GError **error)
{
  WmdCitationForm *of_assembly = add_form (self, language, assembly, error);
  WmdCitationForm *of_council = of_assembly != NULL ? add_form (self, language, council, error) : NULL;

  if (of_council == NULL)
    return FALSE;
  of_council->context = dup_context (words, of_assembly->mention, of_council->mention, error);
  of_assembly->context = g_strdup (of_council->context);
  of_assembly->sentence = of_council->context != NULL ? wmd_data_get_string (words, WHERE, "assembly", error) : NULL;
  of_assembly->others = of_assembly->sentence != NULL ? wmd_data_get_string (words, WHERE, "others", error) : NULL;
  return of_assembly->others != NULL;
}

static gboolean
load (WmdCitationForms *self, GError **error)
{
  const WmdDatum *root = wmd_data_load (WHERE, error);
  const WmdDatum *languages = root != NULL ? wmd_data_get_object (root, WHERE, "languages", error) : NULL;
  const WmdDatum *numbers = languages != NULL ? wmd_data_get_object (root, WHERE, "numbers", error) : NULL;
  const WmdDatum *assembly = numbers != NULL ? wmd_data_get_object (numbers, WHERE, "assembly", error) : NULL;
  const WmdDatum *council = assembly != NULL ? wmd_data_get_object (numbers, WHERE, "council", error) : NULL;

  if (council == NULL || !load_documents (self, root, error))
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      const WmdDatum *words = wmd_data_get_object (languages, WHERE, wmd_language_get_code (i), error);

      if (words == NULL || !load_numbers (self, i, words, assembly, council, error))
        return FALSE;
    }
  return TRUE;
}

WmdCitationForms *
wmd_citation_forms_new (GError **error)
{
  WmdCitationForms *self = g_new0 (WmdCitationForms, 1);

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    self->forms[i] = g_ptr_array_new_with_free_func (form_free);
  if (!load (self, error))
    g_clear_pointer (&self, wmd_citation_forms_free);
  return self;
}

void
wmd_citation_forms_free (WmdCitationForms *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    g_ptr_array_unref (self->forms[i]);
  g_free (self);
}

GPtrArray *
wmd_reference_list_citation_forms (WmdReference *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  return self->citation_forms->forms[language];
}
