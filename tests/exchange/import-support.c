/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/import-support.h"

#include <string.h>

#include "support/support.h"

WmdImport *
test_import (WmdReference *reference, const char *text)
{
  g_autoptr (GError) error = NULL;
  WmdImport *import = wmd_text_import (reference, text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

char *
test_read_data (const char *name)
{
  g_autofree char *path = test_source_path ("tests", "exchange", "data", name, NULL);

  return test_read_file (path, NULL);
}

/* The markup without links: an edition in Markdown has more of them than the same as text. */
static char *
dup_unlinked (WmdInline *content)
{
  g_autoptr (GRegex) links = g_regex_new ("</?a( [^>]*)?>", 0, 0, NULL);

  return g_regex_replace_literal (links, wmd_inline_get_markup (content), -1, 0, "", 0, NULL);
}

static void
dump_body (GString *out, const WmdImport *import, WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_variant (body, import->language);

  g_string_append_printf (out, "part %s", wmd_body_get_id (body));
  for (guint i = 0; i < WMD_N_FIELDS; i++)
    {
      const char *value = wmd_body_get_field (body, (WmdField) i);

      if (value != NULL)
        g_string_append_printf (out, " %s=%s", wmd_field_get_id ((WmdField) i), value);
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);
      g_autofree char *markup = dup_unlinked (wmd_block_get_content (block));

      g_string_append_printf (out, "%s %s %s\n", wmd_block_kind_get_id (wmd_block_get_kind (block)),
                              wmd_progress_get_id (wmd_block_get_progress (block)), markup);
    }
}

char *
test_dump (const WmdImport *import)
{
  g_autoptr (GString) out = g_string_new (NULL);
  WmdFacts *facts = wmd_snapshot_get_facts (import->snapshot);

  for (guint i = 0; i < WMD_N_FACTS; i++)
    g_string_append_printf (out, "%s: %s\n", wmd_fact_get_id ((WmdFact) i), wmd_facts_get (facts, (WmdFact) i));
  dump_body (out, import, wmd_snapshot_get_summary (import->snapshot));
  dump_body (out, import, wmd_snapshot_get_introduction (import->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (import->snapshot); i++)
    dump_body (out, import, wmd_snapshot_get_reply (import->snapshot, i));
  return g_strdup (out->str);
}

char *
test_shape (const WmdImport *import, WmdBody *body)
{
  static const char letters[WMD_N_BLOCK_KINDS] = {
    [WMD_BLOCK_PARAGRAPH] = 'p', [WMD_BLOCK_NUMBERED] = 'n', [WMD_BLOCK_HEADING_1] = 'h', [WMD_BLOCK_HEADING_2] = 'H',
    [WMD_BLOCK_BULLET] = 'b',    [WMD_BLOCK_BULLET_2] = 'B', [WMD_BLOCK_LETTERED] = 'l',  [WMD_BLOCK_LETTERED_2] = 'L',
  };
  g_autoptr (GString) out = g_string_new (NULL);
  WmdVariant *variant = wmd_body_get_variant (body, import->language);

  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    g_string_append_c (out, letters[wmd_block_get_kind (wmd_variant_get_block (variant, i))]);
  return g_strdup (out->str);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
test_show (const WmdImport *import, WmdBody *body)
{
  GString *out = g_string_new (NULL);
  g_autofree char *shape = test_shape (import, body);
  WmdVariant *variant = wmd_body_get_variant (body, import->language);

  for (guint i = 0; shape[i] != '\0'; i++)
    g_string_append_printf (out, "%c %s\n", shape[i],
                            wmd_inline_get_markup (wmd_block_get_content (wmd_variant_get_block (variant, i))));
  return g_string_free (out, FALSE);
}

char *
test_rules (const WmdImport *import, WmdSeverity severity)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();

  for (guint i = 0; i < import->findings->len; i++)
    {
      const WmdFinding *finding = import->findings->pdata[i];

      if (finding->severity >= severity && !g_ptr_array_find_with_equal_func (rules, finding->rule, g_str_equal, NULL))
        g_ptr_array_add (rules, finding->rule);
    }
  g_ptr_array_sort (rules, compare_strings);
  g_ptr_array_add (rules, NULL);
  return g_strjoinv (" ", (char **) rules->pdata);
}

const WmdFinding *
test_find (const WmdImport *import, const char *rule)
{
  const WmdFinding *found = NULL;

  for (guint i = 0; i < import->findings->len; i++)
    {
      const WmdFinding *finding = import->findings->pdata[i];

      if (!g_str_equal (finding->rule, rule))
        continue;
      g_assert_null (found);
      found = finding;
    }
  return found;
}

char *
test_characters (const char *text)
{
  static const char superscripts[] = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *raised = g_utf8_strchr (superscripts, -1, c);

      if (c == 0xFFFC)
        g_string_append_c (out, '1'); /* the footnote of each of the editions has this number */
      else if (raised != NULL)
        g_string_append_c (out, (char) ('0' + g_utf8_pointer_to_offset (superscripts, raised)));
      else if (!g_unichar_isspace (c) && c != 0xFEFF && c != 0xFDD0 && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (out, c);
    }
  return g_strdup (out->str);
}

/* --- nothing is dropped --- */

static void
add_characters (GString *out, const char *text)
{
  g_autofree char *characters = test_characters (text != NULL ? text : "");

  g_string_append (out, characters);
}

/* On a line of its own, where no match can go over its ends. */
static void
add_line (GString *out, const char *text)
{
  add_characters (out, text);
  g_string_append_c (out, '\n');
}

static void
add_body (GString *out, const WmdImport *import, WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_variant (body, import->language);

  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdInline *content = wmd_block_get_content (wmd_variant_get_block (variant, i));
      guint n;
      const WmdSpan *spans = wmd_inline_get_spans (content, &n);

      add_line (out, wmd_inline_get_text (content));
      for (guint j = 0; j < n; j++)
        if (spans[j].kind == WMD_SPAN_LINK)
          {
            g_autofree char *link = g_strdup_printf ("[%.*s](%s)", (int) (spans[j].end - spans[j].start),
                                                     wmd_inline_get_text (content) + spans[j].start, spans[j].value);

            add_line (out, link);
          }
        else if (spans[j].kind == WMD_SPAN_NOTE)
          {
            g_autoptr (WmdInline) note = wmd_inline_parse (spans[j].value, NULL);

            add_line (out, wmd_inline_get_text (note));
          }
    }
}

static void
add_reply (GString *out, WmdReference *reference, const WmdImport *import, WmdBody *body)
{
  g_autofree char *original =
      wmd_reference_format_original_line (reference, import->language, wmd_body_get_field (body, WMD_FIELD_ORIGINAL));
  g_autofree char *day = NULL;
  WmdDate date;

  add_line (out, wmd_body_get_name (body, reference, import->language));
  if (wmd_body_get_date (body, &date))
    day = wmd_reference_format_date (reference, import->language, &date);
  add_characters (out, original);
  g_string_append (out, "\n[");
  add_characters (out, day);
  g_string_append (out, "]\n");
  add_body (out, import, body);
}

static void
add_front (GString *out, WmdReference *reference, const WmdImport *import)
{
  static const char *const labels[] = { "united-nations",
                                        "organ",
                                        "distr",
                                        "version-language",
                                        "item-title",
                                        "report-title",
                                        "report-author",
                                        "summary",
                                        "contents",
                                        "page",
                                        "section-introduction",
                                        "section-governments",
                                        "section-european-union",
                                        "section-organizations" };
  static const WmdFact facts[] = { WMD_FACT_SYMBOL, WMD_FACT_JOB_NUMBER };
  WmdFacts *data = wmd_snapshot_get_facts (import->snapshot);
  const WmdEdition *edition = wmd_facts_get_edition (data);
  WmdLanguage masthead = wmd_reference_get_masthead_language (reference, import->language);
  g_autofree char *day = NULL;
  WmdDate date;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (guint number = 0; number <= 4; number++)
      {
        g_autofree char *key = g_strdup_printf ("section-number-%u", number);

        if (number > 0)
          add_characters (out, wmd_reference_get_label (reference, import->language, key));
        add_line (out, wmd_reference_get_label (reference, import->language, labels[i]));
      }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_line (out, wmd_facts_get (data, facts[i]));
  if (wmd_facts_get_session (data) > 0)
    add_line (out, wmd_reference_get_session (reference, import->language, wmd_facts_get_session (data)));
  if (wmd_facts_get_date (data, WMD_FACT_DATE, &date))
    day = wmd_reference_format_date (reference, masthead, &date);
  add_line (out, day);
  for (guint i = 0; i < edition->contents->len; i++)
    {
      const WmdContentsLine *line = edition->contents->pdata[i];

      add_characters (out, line->title);
      add_line (out, line->page);
    }
}

/* The agenda line and the originals line, which are kept as facts and codes, and the footnote of the agenda. */
static gboolean
is_kept_apart (const WmdImport *import, const char *line)
{
  WmdFacts *facts = wmd_snapshot_get_facts (import->snapshot);

  if (strstr (line, "101") != NULL && wmd_facts_get (facts, WMD_FACT_AGENDA_ITEM) != NULL && strstr (line, "*") != NULL)
    return TRUE;
  if (g_str_has_prefix (line, "Original") && wmd_facts_get_edition (facts)->originals != NULL)
    return TRUE;
  return g_str_has_prefix (line, "*A/78/150");
}

/* The line without the mark it begins with, as far as one can be there. */
static const char *
skip_mark (const char *line)
{
  static GRegex *marks = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int end;

  if (marks == NULL)
    marks = g_regex_new ("^(?:[-•*]|\\d{1,2}\\.|[٠-٩]+-|\\(?\\p{L}\\)|\\d(?=\\p{L}))", 0, 0, NULL);
  if (g_regex_match (marks, line, 0, &match) && g_match_info_fetch_pos (match, 0, NULL, &end))
    return line + end;
  return line;
}

char *
test_find_dropped (WmdReference *reference, const WmdImport *import, const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  add_front (kept, reference, import);
  add_body (kept, import, wmd_snapshot_get_summary (import->snapshot));
  add_body (kept, import, wmd_snapshot_get_introduction (import->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (import->snapshot); i++)
    add_reply (kept, reference, import, wmd_snapshot_get_reply (import->snapshot, i));
  for (guint i = 0; i < import->findings->len; i++)
    add_line (kept, ((WmdFinding *) import->findings->pdata[i])->hint);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *tab = strrchr (lines[i], '\t');
      g_autofree char *line = test_characters (lines[i]);
      g_autofree char *entry = tab != NULL ? g_strndup (lines[i], (gsize) (tab - lines[i])) : g_strdup (lines[i]);
      g_autofree char *title = test_characters (entry);                  /* of the contents, without the page */
      g_autofree char *noted = g_strdelimit (g_strdup (line), "*", '1'); /* a star may be the mark of a footnote */

      if (strstr (kept->str, line) == NULL && strstr (kept->str, skip_mark (line)) == NULL &&
          strstr (kept->str, noted) == NULL && strstr (kept->str, title) == NULL && !is_kept_apart (import, line))
        return g_strdup (lines[i]);
    }
  return NULL;
}
