/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Documents that running text names: "resolutions 1540 (2004) and 1673 (2006)", "第 77/75 号决议", "A/78/150".
 * A link to the wrong document is worse than none, so a bare number counts only in the context that its form
 * asks for, and in a sentence that names the organ. All forms are data.
 */

#include "config.h"

#include "compose/citations.h"
#include "compose/fields.h"

#include <string.h>

typedef struct
{
  GRegex *mention;
  const char *symbol;
  GRegex *context;  /* NULL when the mention needs none; its group 1 holds the mentions */
  GRegex *sentence; /* that must match in the sentence; NULL when nothing must */
  GRegex *others;   /* that must not match in it; NULL when anything may */
} Form;

struct _WmdCitations
{
  WmdReference *reference;
  WmdLanguage language;
  GArray *forms; /* (element-type Form) */
};

/* Without G_REGEX_OPTIMIZE: it saves a fifth of the little time, but reads past the end of texts by design, which hides
 * real faults from memory checkers.
 */
static GRegex *
compile (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  if (pattern == NULL)
    return NULL;
  regex = g_regex_new (pattern, 0, 0, &error);
  if (regex == NULL)
    g_error ("A pattern of the reference data is wrong: %s", error->message);
  return regex;
}

static void
form_clear (gpointer data)
{
  Form *form = data;

  g_clear_pointer (&form->mention, g_regex_unref);
  g_clear_pointer (&form->context, g_regex_unref);
  g_clear_pointer (&form->sentence, g_regex_unref);
  g_clear_pointer (&form->others, g_regex_unref);
}

static void
citation_clear (gpointer data)
{
  g_free (((WmdCitation *) data)->address);
}

WmdCitations *
wmd_citations_new (WmdReference *reference, WmdLanguage language)
{
  WmdCitations *self = g_new0 (WmdCitations, 1);
  const GPtrArray *forms = wmd_reference_list_citation_forms (reference, language);

  self->reference = wmd_reference_ref (reference);
  self->language = language;
  self->forms = g_array_new (FALSE, FALSE, sizeof (Form));
  g_array_set_clear_func (self->forms, form_clear);
  for (guint i = 0; i < forms->len; i++)
    {
      const WmdCitationForm *data = g_ptr_array_index (forms, i);
      Form form = { compile (data->mention), data->symbol, compile (data->context), compile (data->sentence),
                    compile (data->others) };

      g_array_append_val (self->forms, form);
    }
  return self;
}

void
wmd_citations_free (WmdCitations *self)
{
  g_array_unref (self->forms);
  wmd_reference_unref (self->reference);
  g_free (self);
}

static gboolean
ends_sentence (gunichar character, gunichar next)
{
  if (character == '.' || character == '!' || character == '?')
    return next == '\0' || g_unichar_isspace (next);
  return character == 0x3002 || character == 0xff01 || character == 0xff1f || character == 0x061f;
}

/* The bounds of the sentence in which @offset lies. A full stop in an abbreviation cuts it short: then a link is
 * missed, which does no harm.
 */
static void
find_sentence (const char *text, guint offset, guint *start, guint *end)
{
  *start = 0;
  *end = strlen (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (ends_sentence (g_utf8_get_char (p), g_utf8_get_char (g_utf8_next_char (p))))
      {
        guint after = g_utf8_next_char (p) - text;

        if (after > offset)
          {
            *end = after;
            return;
          }
        *start = after;
      }
}

static gboolean
sentence_allows (const Form *form, const char *text, guint offset)
{
  g_autofree char *sentence = NULL;
  guint start, end;

  if (form->sentence == NULL && form->others == NULL)
    return TRUE;
  find_sentence (text, offset, &start, &end);
  sentence = g_strndup (text + start, end - start);
  return (form->sentence == NULL || g_regex_match (form->sentence, sentence, 0, NULL)) &&
         (form->others == NULL || !g_regex_match (form->others, sentence, 0, NULL));
}

/* Adds the mentions of @form that begin from @start on and end up to @end. */
static void
add_mentions (const WmdCitations *self, const Form *form, const char *text, guint start, guint end, GArray *found)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match_full (form->mention, text, end, start, 0, &match, NULL); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *symbol = g_match_info_expand_references (match, form->symbol, NULL);
      WmdCitation citation = { 0 };
      int from, to;

      g_match_info_fetch_pos (match, 0, &from, &to);
      if (!sentence_allows (form, text, from))
        continue;
      citation.start = from;
      citation.end = to;
      citation.address = wmd_fields_dup_address (self->reference, self->language, symbol);
      g_array_append_val (found, citation);
    }
}

static void
add_form (const WmdCitations *self, const Form *form, const char *text, GArray *found)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (form->context == NULL)
    {
      add_mentions (self, form, text, 0, strlen (text), found);
      return;
    }
  for (g_regex_match (form->context, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 1, &start, &end);
      add_mentions (self, form, text, start, end, found);
    }
}

static int
compare_citations (gconstpointer a, gconstpointer b)
{
  const WmdCitation *first = a;
  const WmdCitation *second = b;

  return first->start != second->start ? (first->start < second->start ? -1 : 1) : 0;
}

GArray *
wmd_citations_find (const WmdCitations *self, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (WmdCitation));

  g_array_set_clear_func (found, citation_clear);
  if (strpbrk (text, "/(") == NULL || strpbrk (text, "0123456789") == NULL)
    return found;
  for (guint i = 0; i < self->forms->len; i++)
    add_form (self, &g_array_index (self->forms, Form, i), text, found);
  g_array_sort (found, compare_citations);
  for (guint i = 1; i < found->len;)
    {
      if (g_array_index (found, WmdCitation, i).start < g_array_index (found, WmdCitation, i - 1).end)
        g_array_remove_index (found, i);
      else
        i++;
    }
  return found;
}
