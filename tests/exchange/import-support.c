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
    [WMD_BLOCK_PARAGRAPH] = 'p', [WMD_BLOCK_NUMBERED] = 'n', [WMD_BLOCK_HEADING_1] = 'h',
    [WMD_BLOCK_HEADING_2] = 'H', [WMD_BLOCK_BULLET] = 'b',   [WMD_BLOCK_LETTERED] = 'l',
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

      if (raised != NULL)
        g_string_append_c (out, (char) ('0' + g_utf8_pointer_to_offset (superscripts, raised)));
      else if (!g_unichar_isspace (c) && c != 0xFEFF && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (out, c);
    }
  return g_strdup (out->str);
}
