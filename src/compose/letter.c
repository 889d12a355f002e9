/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The letter that puts the open queries to a respondent, for an e-mail. Names stand only where no grammar touches
 * them. A place is told as a reader of the reply counts: the paragraph under its heading, the item of its list.
 */

#include "config.h"

#include "compose/letter.h"

#include <string.h>

typedef struct
{
  WmdReference *reference;
  WmdBody *reply;
  WmdLanguage language; /* of the letter */
} Letter;

WmdLanguage
wmd_letter_get_language (const WmdBody *reply)
{
  WmdLanguage language;

  g_return_val_if_fail (reply != NULL, WMD_LANGUAGE_EN);

  language = wmd_body_get_original (reply);
  return language != WMD_LANGUAGE_NONE ? language : WMD_LANGUAGE_EN;
}

guint
wmd_letter_count_queries (const WmdBody *reply)
{
  const GPtrArray *queries;
  guint n = 0;

  g_return_val_if_fail (reply != NULL, 0);

  queries = wmd_body_get_queries (reply);
  for (guint i = 0; i < queries->len; i++)
    n += !wmd_query_get_closed (queries->pdata[i]);
  return n;
}

static const char *
get_label (const Letter *letter, const char *key)
{
  return wmd_reference_get_label (letter->reference, letter->language, key);
}

/* (transfer full) */
static char *
fill (const Letter *letter, const char *key, const char *name, const char *value)
{
  return wmd_reference_format_label (letter->reference, letter->language, key, name, value, NULL);
}

static char *
quote (const Letter *letter, const char *text)
{
  return g_strconcat (get_label (letter, "quote-open"), text, get_label (letter, "quote-close"), NULL);
}

/* --- places --- */

static guint
get_item_level (const WmdBlock *block)
{
  return wmd_block_kind_get_item_level (wmd_block_get_kind (block));
}

static gboolean
is_heading (const WmdBlock *block)
{
  return wmd_block_kind_is_heading (wmd_block_get_kind (block));
}

/* The block's number among the paragraphs after the heading before it, which is put in @heading (nullable). An item
 * belongs to the paragraph before it; one that has none is counted as a paragraph.
 */
static guint
count_paragraphs (const WmdVariant *variant, guint index, const WmdBlock **heading)
{
  guint number = 0;

  *heading = NULL;
  for (guint i = 0; i <= index; i++)
    {
      const WmdBlock *block = wmd_variant_get_block (variant, i);

      if (is_heading (block))
        {
          *heading = block;
          number = 0;
        }
      else if (get_item_level (block) == 0 || number == 0)
        number++;
    }
  return number;
}

/* The nearest block before @index that is no item of the second level. */
static guint
find_outer (const WmdVariant *variant, guint index)
{
  while (index > 0 && get_item_level (wmd_variant_get_block (variant, index)) == 2)
    index--;
  return index;
}

/* The item below the one that it stands below, and that in its paragraph. (transfer full) */
static char *
name_item (const Letter *letter, const WmdVariant *variant, guint index, char *paragraph)
{
  WmdBlockKind kind = wmd_block_get_kind (wmd_variant_get_block (variant, index));
  guint level = wmd_block_kind_get_item_level (kind);
  guint number = wmd_variant_get_item_number (variant, index);
  guint outer = find_outer (variant, index);
  g_autofree char *place = outer < index ? name_item (letter, variant, outer, paragraph) : paragraph;
  g_autofree char *item = NULL;

  if (level == 0)
    return g_steal_pointer (&place);
  if (wmd_block_kind_at_item_level (kind, 1) == WMD_BLOCK_LETTERED)
    item = wmd_reference_format_list_mark (letter->reference, letter->language, level, number);
  else
    item = g_strdup_printf ("%u", number);
  return wmd_reference_format_label (letter->reference, letter->language, "letter-place-item", "place", place, "item",
                                     item, NULL);
}

/* (transfer full) */
static char *
name_place (const Letter *letter, const WmdVariant *variant, guint index)
{
  const WmdBlock *block = wmd_variant_get_block (variant, index), *heading;
  guint number = count_paragraphs (variant, index, &heading);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *title = heading != NULL ? quote (letter, wmd_block_get_text (heading)) : NULL;
  g_autofree char *place = NULL;

  if (is_heading (block))
    return fill (letter, "letter-place-heading", "heading", title);
  place = name_item (letter, variant, index, fill (letter, "letter-place-paragraph", "number", digits));
  if (title == NULL)
    return g_steal_pointer (&place);
  return wmd_reference_format_label (letter->reference, letter->language, "letter-place-under", "place", place,
                                     "heading", title, NULL);
}

/* The place in the text as the respondent knows it, else in the one that was asked about; NULL when the block is no
 * longer there. (transfer full)
 */
static char *
find_place (const Letter *letter, const WmdQuery *query)
{
  const char *id = wmd_query_get_text (query, WMD_QUERY_BLOCK);
  WmdLanguage asked = wmd_query_get_language (query);
  WmdVariant *variants[] = { wmd_body_get_source (letter->reply),
                             asked != WMD_LANGUAGE_NONE ? wmd_body_get_variant (letter->reply, asked) : NULL };
  guint index;

  if (id == NULL)
    return g_strdup (get_label (letter, "letter-place-reply"));
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (variants[i] != NULL && wmd_variant_lookup_block (variants[i], id, &index) != NULL)
      return name_place (letter, variants[i], index);
  return NULL;
}

/* --- proposals --- */

/* The words of the reply at the place of @finding; NULL when it is of no place, or of a paragraph as a whole.
 * (transfer full)
 */
static char *
excerpt (const WmdBody *reply, const WmdFinding *finding)
{
  WmdVariant *variant = finding->language != WMD_LANGUAGE_NONE ? wmd_body_get_variant (reply, finding->language) : NULL;
  WmdBlock *block =
      variant != NULL && finding->block != NULL ? wmd_variant_lookup_block (variant, finding->block, NULL) : NULL;
  const char *text = block != NULL ? wmd_block_get_text (block) : "";

  if (finding->start >= finding->end || finding->end > strlen (text))
    return NULL;
  return g_strndup (text + finding->start, finding->end - finding->start);
}

/* What is quoted: words of the reply, else what the finding is about. (transfer full) (nullable) */
static char *
choose_passage (WmdReference *reference, const WmdBody *reply, const WmdFinding *finding)
{
  char *words = excerpt (reply, finding);
  WmdDate date;

  if (words != NULL)
    return words;
  if (wmd_date_parse_iso (finding->hint, &date))
    return wmd_reference_format_date (reference, wmd_letter_get_language (reply), &date);
  return g_strdup (finding->hint);
}

WmdQuery *
wmd_letter_propose_query (WmdReference *reference, const WmdBody *reply, const WmdFinding *finding)
{
  g_autoptr (WmdQuery) query = NULL;
  g_autoptr (WmdQuery) citing = NULL;
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  g_autofree char *passage = NULL;

  g_return_val_if_fail (reference != NULL && reply != NULL && finding != NULL, NULL);

  id = wmd_body_dup_new_query_id (reply);
  key = g_strconcat ("letter-ask-", finding->rule, NULL);
  passage = choose_passage (reference, reply, finding);
  query = wmd_query_new_for_finding (id, finding);
  citing = wmd_query_with_text (query, WMD_QUERY_PASSAGE, passage);
  return wmd_query_with_text (citing, WMD_QUERY_QUESTION,
                              wmd_reference_get_label (reference, wmd_letter_get_language (reply),
                                                       wmd_reference_has_label (reference, key) ? key : "letter-ask"));
}

/* --- the text --- */

/* The words that are asked about, with their language where it is not that of the letter. (transfer full) */
static char *
cite_passage (const Letter *letter, const WmdQuery *query)
{
  const char *passage = wmd_query_get_text (query, WMD_QUERY_PASSAGE);
  WmdLanguage language = wmd_query_get_language (query);
  g_autofree char *quoted = NULL;

  if (passage == NULL || *passage == '\0')
    return NULL;
  quoted = quote (letter, passage);
  if (language == WMD_LANGUAGE_NONE || language == letter->language)
    return g_steal_pointer (&quoted);
  return g_strdup_printf ("%s [%s]", quoted,
                          wmd_reference_get_language_name (letter->reference, language, letter->language));
}

/* NULL when neither the place nor the words are known. (transfer full) */
static char *
cite (const Letter *letter, const WmdQuery *query)
{
  g_autofree char *place = find_place (letter, query);
  g_autofree char *passage = cite_passage (letter, query);

  if (place != NULL && passage != NULL)
    return wmd_reference_format_label (letter->reference, letter->language, "letter-place-passage", "place", place,
                                       "passage", passage, NULL);
  return place != NULL ? g_steal_pointer (&place) : g_steal_pointer (&passage);
}

static void
append_query (const Letter *letter, GString *text, const WmdQuery *query, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *label = fill (letter, "paragraph-number", "number", digits);
  g_autofree char *citation = cite (letter, query);

  g_string_append_printf (text, "%s ", label);
  if (citation != NULL)
    g_string_append_printf (text, "%s\n", citation);
  g_string_append_printf (text, "%s\n\n", wmd_query_get_text (query, WMD_QUERY_QUESTION));
}

static void
append_head (const Letter *letter, GString *text, const WmdFacts *facts)
{
  const char *name = wmd_body_get_name (letter->reply, letter->reference, letter->language);
  const char *symbol = wmd_facts_get (facts, WMD_FACT_SYMBOL);
  g_autofree char *subject = wmd_reference_format_label (letter->reference, letter->language, "letter-subject", "title",
                                                         get_label (letter, "report-title"), "respondent",
                                                         name != NULL ? name : wmd_body_get_id (letter->reply), NULL);
  g_autofree char *document = symbol != NULL ? fill (letter, "letter-document", "symbol", symbol) : NULL;
  g_autofree char *introduction = NULL;
  g_autofree char *printed = NULL;
  WmdDate date;

  if (wmd_body_get_date (letter->reply, &date))
    {
      printed = wmd_reference_format_date (letter->reference, letter->language, &date);
      introduction = fill (letter, "letter-introduction", "date", printed);
    }
  g_string_append_printf (text, "%s\n", subject);
  if (document != NULL)
    g_string_append_printf (text, "%s\n", document);
  g_string_append_printf (text, "\n%s\n\n%s\n\n", get_label (letter, "letter-salutation"),
                          introduction != NULL ? introduction : get_label (letter, "letter-introduction-undated"));
}

char *
wmd_letter_compose (WmdSnapshot *snapshot, WmdBody *reply)
{
  Letter letter;
  const GPtrArray *queries;
  GString *text;
  guint number = 0;

  g_return_val_if_fail (snapshot != NULL && reply != NULL, NULL);

  if (wmd_letter_count_queries (reply) == 0)
    return NULL;
  letter = (Letter){ wmd_snapshot_get_reference (snapshot), reply, wmd_letter_get_language (reply) };
  queries = wmd_body_get_queries (reply);
  text = g_string_new (NULL);
  append_head (&letter, text, wmd_snapshot_get_facts (snapshot));
  for (guint i = 0; i < queries->len; i++)
    if (!wmd_query_get_closed (queries->pdata[i]))
      append_query (&letter, text, queries->pdata[i], ++number);
  g_string_append_printf (text, "%s\n\n%s\n\n%s\n%s\n", get_label (&letter, "letter-closing"),
                          get_label (&letter, "letter-regards"), get_label (&letter, "letter-signature"),
                          get_label (&letter, "united-nations"));
  return g_string_free (text, FALSE);
}

static gboolean
shares_respondent (const WmdBody *a, const WmdBody *b)
{
  return a != b &&
         g_strcmp0 (wmd_body_get_field (a, WMD_FIELD_RESPONDENT), wmd_body_get_field (b, WMD_FIELD_RESPONDENT)) == 0;
}

char *
wmd_letter_dup_file_name (WmdSnapshot *snapshot, const WmdBody *reply)
{
  const char *respondent, *id;
  gboolean shared = FALSE;

  g_return_val_if_fail (snapshot != NULL && reply != NULL, NULL);

  respondent = wmd_body_get_field (reply, WMD_FIELD_RESPONDENT);
  id = wmd_body_get_id (reply);
  if (respondent == NULL)
    return g_strdup_printf ("letter-%s.txt", id);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    shared |= shares_respondent (reply, wmd_snapshot_get_reply (snapshot, i));
  return shared ? g_strdup_printf ("letter-%s-%s.txt", respondent, id) : g_strdup_printf ("letter-%s.txt", respondent);
}
