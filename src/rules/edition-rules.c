/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An imported edition compared with itself: its masthead, its contents, the order and the sections of its replies.
 * A report made here derives all four, so these rules are silent without an edition.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"

/* --- masthead --- */

/* TRUE when the edition's line lists @code. */
static gboolean
lists (char **originals, const char *code)
{
  for (guint i = 0; originals[i] != NULL; i++)
    if (g_ascii_strcasecmp (originals[i], code) == 0)
      return TRUE;
  return FALSE;
}

/* "+fr" for a language of a reply that the line lacks, "-es" for one that no reply has. (transfer full) */
static char *
compare_languages (WmdSnapshot *snapshot, char **originals)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) difference = g_string_new (NULL);

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    {
      const char *code = wmd_body_get_field (wmd_snapshot_get_reply (snapshot, i), WMD_FIELD_ORIGINAL);

      if (code != NULL && g_hash_table_add (codes, (char *) code) && !lists (originals, code))
        g_string_append_printf (difference, "%s+%s", difference->len > 0 ? " " : "", code);
    }
  for (guint i = 0; originals[i] != NULL; i++)
    if (!g_hash_table_contains (codes, originals[i]))
      g_string_append_printf (difference, "%s-%s", difference->len > 0 ? " " : "", originals[i]);
  return g_string_free (g_steal_pointer (&difference), FALSE);
}

void
wmd_check_masthead_languages (WmdProbe *probe)
{
  const WmdEdition *edition = wmd_facts_get_edition (probe->facts);
  g_autofree char *difference = NULL;

  if (edition == NULL || edition->originals == NULL || wmd_snapshot_get_n_replies (probe->snapshot) == 0)
    return;
  difference = compare_languages (probe->snapshot, edition->originals);
  if (difference[0] != '\0')
    wmd_probe_say (
        probe, difference,
        g_strdup_printf (_ ("The languages on the masthead are not those of the replies (%s)."), difference));
}

/* --- contents --- */

typedef struct
{
  char *title;       /* as it is printed in the text */
  char *key;         /* to compare */
  gboolean optional; /* need not be listed */
  gboolean found;
} Heading;

static void
heading_clear (gpointer data)
{
  Heading *self = data;

  g_free (self->title);
  g_free (self->key);
}

/* Case, spaces and full stops do not count. (transfer full) */
static char *
make_key (const char *title)
{
  g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : title, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == 0x2019 || character == 0x2bc)
        g_string_append_c (key, '\'');
      else if (!g_unichar_isspace (character) && character != '.' && character != 0xad)
        g_string_append_unichar (key, character);
    }
  return g_string_free (key, FALSE);
}

static void
add_heading (GArray *headings, const char *number, const char *title, gboolean optional)
{
  Heading heading = { .optional = optional };

  heading.title = number != NULL ? g_strdup_printf ("%s %s", number, title) : g_strdup (title);
  heading.key = make_key (heading.title);
  g_array_append_val (headings, heading);
}

static void
add_section (WmdProbe *probe, GArray *headings, const WmdEdition *edition, WmdSection section, guint number)
{
  static const char *const keys[WMD_N_SECTIONS] = { "section-governments", "section-european-union",
                                                    "section-organizations" };
  g_autofree char *key = g_strdup_printf ("section-number-%u", number);

  add_heading (headings, wmd_reference_get_label (probe->reference, edition->language, key),
               wmd_reference_get_label (probe->reference, edition->language, keys[section]), FALSE);
  for (guint i = 0; i < edition->replies->len; i++)
    {
      const WmdEditionReply *reply = edition->replies->pdata[i];
      WmdBody *body = wmd_snapshot_lookup_body (probe->snapshot, reply->part);
      const char *name = body != NULL ? wmd_body_get_name (body, probe->reference, edition->language) : NULL;

      /* The European Union stands alone under its heading and is not listed again. */
      if (name != NULL && reply->section == section)
        add_heading (headings, NULL, name, section == WMD_SECTION_EUROPEAN_UNION);
    }
}

/* (transfer full) What the contents should list, in order. */
static GArray *
list_headings (WmdProbe *probe, const WmdEdition *edition)
{
  GArray *headings = g_array_new (FALSE, TRUE, sizeof (Heading));
  gboolean held[WMD_N_SECTIONS] = { FALSE };
  guint number = 1;

  g_array_set_clear_func (headings, heading_clear);
  for (guint i = 0; i < edition->replies->len; i++)
    held[((WmdEditionReply *) edition->replies->pdata[i])->section] = TRUE;
  add_heading (headings, wmd_reference_get_label (probe->reference, edition->language, "section-number-1"),
               wmd_reference_get_label (probe->reference, edition->language, "section-introduction"),
               wmd_rule_is_addendum (probe->facts));
  for (guint section = 0; section < WMD_N_SECTIONS; section++)
    if (held[section])
      add_section (probe, headings, edition, section, ++number);
  return headings;
}

/* (transfer full) For each line of the contents the index of its heading, -1 where none is the same. A respondent that
 * replies twice has two lines, the first of which is of its first reply.
 */
static int *
match_lines (const WmdEdition *edition, GArray *headings)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *next = g_new0 (guint, headings->len + 1); /* heading of the same key behind it: index less one */
  int *places = g_new (int, edition->contents->len + 1);

  for (guint i = headings->len; i > 0; i--)
    {
      char *key = g_array_index (headings, Heading, i - 1).key;

      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));
      g_hash_table_insert (index, key, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < edition->contents->len; i++)
    {
      g_autofree char *key = make_key (((WmdContentsLine *) edition->contents->pdata[i])->title);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));

      while (place > 0 && next[place] > 0 && g_array_index (headings, Heading, place - 1).found)
        place = next[place];
      places[i] = (int) place - 1;
      if (place > 0)
        g_array_index (headings, Heading, place - 1).found = TRUE;
    }
  return places;
}

/* The heading that a line which is none of them stands for: the first not listed behind that of the line before. */
static Heading *
find_counterpart (GArray *headings, const int *places, guint line)
{
  int before = -1;

  for (guint i = 0; i < line; i++)
    before = MAX (before, places[i]);
  for (guint i = before + 1; i < headings->len; i++)
    {
      Heading *heading = &g_array_index (headings, Heading, i);

      if (heading->found)
        break;
      if (!heading->optional)
        return heading;
    }
  return NULL;
}

static void
check_line (WmdProbe *probe, const WmdContentsLine *line, Heading *counterpart)
{
  if (counterpart == NULL)
    {
      wmd_probe_say (probe, line->title,
                     g_strdup_printf (_ ("The contents list “%s”, which is no heading of the report."), line->title));
      return;
    }
  counterpart->found = TRUE;
  wmd_probe_say (
      probe, line->title,
      g_strdup_printf (_ ("The contents have “%s”, the heading reads “%s”."), line->title, counterpart->title));
}

/* Of a line that is out of order the page is too. */
static void
check_pages (WmdProbe *probe, const WmdEdition *edition, const int *places)
{
  guint64 last = 0;
  int last_place = -1;

  for (guint i = 0; i < edition->contents->len; i++)
    {
      const WmdContentsLine *line = edition->contents->pdata[i];
      guint64 page = line->page != NULL ? g_ascii_strtoull (line->page, NULL, 10) : 0;

      if (page != 0 && page < last && places[i] >= last_place)
        wmd_probe_say (probe, line->title,
                       g_strdup_printf (_ ("In the contents “%s” is on page %s, before the entry above it."),
                                        line->title, line->page));
      last = MAX (last, page);
      last_place = MAX (last_place, places[i]);
    }
}

void
wmd_check_contents_mismatch (WmdProbe *probe)
{
  const WmdEdition *edition = wmd_facts_get_edition (probe->facts);
  g_autoptr (GArray) headings = NULL;
  g_autofree int *places = NULL;
  int last = -1;

  if (edition == NULL || edition->contents == NULL || edition->contents->len == 0)
    return;
  headings = list_headings (probe, edition);
  places = match_lines (edition, headings);
  for (guint i = 0; i < edition->contents->len; i++)
    {
      const WmdContentsLine *line = edition->contents->pdata[i];

      if (places[i] < 0)
        check_line (probe, line, find_counterpart (headings, places, i));
      else if (places[i] < last)
        wmd_probe_say (probe, line->title,
                       g_strdup_printf (_ ("In the contents “%s” is not in the order of the headings."), line->title));
      last = MAX (last, places[i]);
    }
  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *heading = &g_array_index (headings, Heading, i);

      if (!heading->found && !heading->optional)
        wmd_probe_say (probe, heading->title, g_strdup_printf (_ ("The contents do not list “%s”."), heading->title));
    }
  check_pages (probe, edition, places);
}

/* --- sections --- */

void
wmd_check_wrong_section (WmdProbe *probe)
{
  static const char *const keys[WMD_N_SECTIONS] = { "section-governments", "section-european-union",
                                                    "section-organizations" };
  const WmdEdition *edition = wmd_facts_get_edition (probe->facts);

  for (guint i = 0; edition != NULL && i < edition->replies->len; i++)
    {
      const WmdEditionReply *reply = edition->replies->pdata[i];
      WmdBody *body = wmd_snapshot_lookup_body (probe->snapshot, reply->part);
      WmdRemark *remark;
      WmdSection section;

      if (body == NULL || wmd_body_get_respondent (body, probe->reference) == NULL)
        continue;
      section = wmd_body_get_section (body, probe->reference);
      if (section == reply->section)
        continue;
      remark = wmd_probe_say (
          probe, wmd_section_get_id (reply->section),
          g_strdup_printf (_ ("The reply stands under “%s” but belongs under “%s”."),
                           wmd_reference_get_label (probe->reference, WMD_LANGUAGE_EN, keys[reply->section]),
                           wmd_reference_get_label (probe->reference, WMD_LANGUAGE_EN, keys[section])));
      wmd_remark_set_place (remark, body, WMD_LANGUAGE_NONE, -1);
    }
}

/* --- order --- */

/* The replies of the section as the edition has them. (transfer container) (element-type WmdBody) */
static GPtrArray *
list_printed (WmdProbe *probe, const WmdEdition *edition, WmdSection section)
{
  GPtrArray *printed = g_ptr_array_new ();

  for (guint i = 0; i < edition->replies->len; i++)
    {
      const WmdEditionReply *reply = edition->replies->pdata[i];
      WmdBody *body = wmd_snapshot_lookup_body (probe->snapshot, reply->part);

      if (body != NULL && reply->section == section && wmd_body_get_section (body, probe->reference) == section)
        g_ptr_array_add (printed, body);
    }
  return printed;
}

/* Marks as few of the @n places as possible so that the others ascend: all but a longest ascending run, found by
 * keeping for each length the run that ends lowest.
 */
static guint
mark_misplaced (const guint *places, guint n, gboolean *misplaced)
{
  g_autofree guint *ends = g_new (guint, n + 1); /* index at which the run of that length less one ends */
  g_autofree int *previous = g_new (int, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[ends[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? (int) ends[low - 1] : -1;
      ends[low] = i;
      length = MAX (length, low + 1);
      misplaced[i] = TRUE;
    }
  for (int i = length > 0 ? (int) ends[length - 1] : -1; i >= 0; i = previous[i])
    misplaced[i] = FALSE;
  return n - length;
}

/* How many of @printed are out of the order of @sorted, and which. */
static guint
compare_order (const GPtrArray *printed, const GPtrArray *sorted, gboolean *misplaced)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  g_autofree guint *places = g_new0 (guint, printed->len + 1);

  for (guint i = 0; i < sorted->len; i++)
    g_hash_table_insert (index, sorted->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < printed->len; i++)
    places[i] = GPOINTER_TO_UINT (g_hash_table_lookup (index, printed->pdata[i]));
  return mark_misplaced (places, printed->len, misplaced);
}

/* The replies in the order of the English edition, in which a snapshot has them anyway. (transfer container) */
static GPtrArray *
list_english (WmdSnapshot *snapshot)
{
  GPtrArray *replies = g_ptr_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    g_ptr_array_add (replies, wmd_snapshot_get_reply (snapshot, i));
  return replies;
}

/* The order of the language takes sorting, so it is asked for only where the English one is not kept. */
static void
check_section_order (WmdProbe *probe, const WmdEdition *edition, WmdSection section)
{
  g_autoptr (GPtrArray) printed = list_printed (probe, edition, section);
  g_autoptr (GPtrArray) english = list_english (probe->snapshot);
  g_autofree gboolean *by_english = g_new0 (gboolean, printed->len + 1);
  g_autofree gboolean *by_language = g_new0 (gboolean, printed->len + 1);
  guint n_english = compare_order (printed, english, by_english);
  g_autoptr (GPtrArray) sorted =
      n_english > 0 ? wmd_snapshot_list_replies (probe->snapshot, edition->language, section) : NULL;
  guint n_language = sorted != NULL ? compare_order (printed, sorted, by_language) : 0;
  const gboolean *misplaced = n_english < n_language ? by_english : by_language;

  if (n_english == 0 || n_language == 0)
    return;
  for (guint i = 0; i < printed->len; i++)
    {
      const char *name = wmd_body_get_name (printed->pdata[i], probe->reference, edition->language);
      WmdRemark *remark;

      if (!misplaced[i])
        continue;
      remark = wmd_probe_say (probe, name,
                              g_strdup_printf (_ ("The reply of %s is not in alphabetical order."),
                                               wmd_probe_get_name (probe, printed->pdata[i])));
      wmd_remark_set_place (remark, printed->pdata[i], WMD_LANGUAGE_NONE, -1);
    }
}

void
wmd_check_out_of_order (WmdProbe *probe)
{
  const WmdEdition *edition = wmd_facts_get_edition (probe->facts);

  for (WmdSection section = 0; edition != NULL && section < WMD_N_SECTIONS; section++)
    check_section_order (probe, edition, section);
}
