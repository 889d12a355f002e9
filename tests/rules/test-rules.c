/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every sample of tests/rules/cases/ gives exactly the findings it lists: a missing one fails, and so does one too
 * many. Every rule of the table has samples in which it fires and samples in which it does not, in each language
 * in which it speaks. Every fix takes its finding away.
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "model/edit.h"
#include "rules/cases.h"
#include "rules/checker.h"

typedef struct
{
  WmdReference *reference;
  WmdChecker *checker;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->checker = wmd_checker_new (fixture->reference);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_checker_free (fixture->checker);
  wmd_reference_unref (fixture->reference);
}

/* Waivers of a sample are of whatever the rule finds: gives them the fingerprints. */
static void
complete_waivers (Fixture *fixture, RuleCase *sample)
{
  const GPtrArray *waivers = wmd_facts_get_waivers (wmd_snapshot_get_facts (sample->snapshot));
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (WmdFacts) facts = wmd_facts_ref (wmd_snapshot_get_facts (sample->snapshot));
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Waive");

  if (waivers->len == 0)
    return;
  findings = wmd_checker_check (fixture->checker, sample->snapshot, sample->edition);
  for (guint i = 0; i < findings->len; i++)
    for (guint j = 0; j < waivers->len; j++)
      {
        WmdFinding *finding = findings->pdata[i];
        WmdWaiver waiver = *(WmdWaiver *) waivers->pdata[j];
        g_autofree char *fingerprint = wmd_finding_dup_fingerprint (finding);
        WmdFacts *next;

        if (!g_str_equal (waiver.rule, finding->rule))
          continue;
        waiver.part = finding->part;
        waiver.language = finding->language;
        waiver.block = finding->block;
        waiver.fingerprint = fingerprint;
        next = wmd_facts_with_waiver (facts, &waiver);
        wmd_facts_unref (facts);
        facts = next;
      }
  wmd_edit_replace_facts (edit, wmd_snapshot_get_facts (sample->snapshot), facts);
  {
    WmdSnapshot *next = rule_case_apply (sample->snapshot, edit);

    wmd_snapshot_unref (sample->snapshot);
    sample->snapshot = next;
  }
}

static GPtrArray *
describe_all (const GPtrArray *findings, WmdSnapshot *snapshot)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (lines, rule_case_describe (findings->pdata[i], snapshot));
  return lines;
}

/* Prints every line of @lines that @others does not have as often. */
static gboolean
print_missing (const char *title, const GPtrArray *lines, const GPtrArray *others)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy ((GPtrArray *) others, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
  gboolean any = FALSE;

  g_ptr_array_set_free_func (left, g_free);
  for (guint i = 0; i < lines->len; i++)
    {
      guint index;

      if (g_ptr_array_find_with_equal_func (left, lines->pdata[i], g_str_equal, &index))
        {
          g_ptr_array_remove_index (left, index);
          continue;
        }
      g_test_message ("%s: ! %s", title, (char *) lines->pdata[i]);
      any = TRUE;
    }
  return any;
}

static void
assert_expected (const RuleCase *sample, const GPtrArray *findings)
{
  g_autoptr (GPtrArray) lines = describe_all (findings, sample->snapshot);
  gboolean missing = print_missing ("missing", sample->expected, lines);
  gboolean unexpected = print_missing ("not expected", lines, sample->expected);

  if (missing || unexpected)
    {
      g_test_message ("in the sample “%s”", sample->name);
      g_test_fail ();
    }
}

/* How many findings of the rule of @finding there are in its part and language. */
static guint
count_alike (const GPtrArray *findings, const WmdFinding *finding)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *other = findings->pdata[i];

      n += g_str_equal (other->rule, finding->rule) && g_strcmp0 (other->part, finding->part) == 0 &&
           other->language == finding->language;
    }
  return n;
}

/* TRUE for what a fix that puts in whole texts brings with it: somebody has to translate and to revise them. */
static gboolean
is_work (const WmdFinding *finding, const WmdFinding *fixed)
{
  return g_strcmp0 (finding->part, fixed->part) == 0 &&
         g_str_equal (wmd_rules_lookup (finding->rule)->family, "editions");
}

static void
fail_fix (const RuleCase *sample, const char *what, const WmdFinding *finding, WmdSnapshot *snapshot)
{
  g_autofree char *line = rule_case_describe (finding, snapshot);

  g_test_message ("in the sample “%s” the fix %s: %s", sample->name, what, line);
  g_test_fail ();
}

/* Undoing the fix gives back the very values that were there. */
static void
assert_undone (const RuleCase *sample, WmdSnapshot *fixed, WmdEdit *fix)
{
  g_autoptr (WmdEdit) inverse = wmd_edit_invert (fix);
  g_autoptr (WmdSnapshot) undone = rule_case_apply (fixed, inverse);
  guint n = wmd_snapshot_get_n_replies (sample->snapshot);

  g_assert_true (wmd_snapshot_get_facts (undone) == wmd_snapshot_get_facts (sample->snapshot));
  g_assert_true (wmd_snapshot_get_summary (undone) == wmd_snapshot_get_summary (sample->snapshot));
  g_assert_true (wmd_snapshot_get_introduction (undone) == wmd_snapshot_get_introduction (sample->snapshot));
  g_assert_cmpuint (wmd_snapshot_get_n_replies (undone), ==, n);
  for (guint i = 0; i < n; i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (sample->snapshot, i);

      g_assert_true (wmd_snapshot_lookup_body (undone, wmd_body_get_id (reply)) == reply);
    }
}

/* Making the fix takes the finding away and brings no other; undoing it gives the report before. */
static void
assert_fix (Fixture *fixture, const RuleCase *sample, const GPtrArray *before, WmdFinding *finding)
{
  g_autoptr (WmdSnapshot) fixed = rule_case_apply (sample->snapshot, finding->fix);
  g_autoptr (GPtrArray) after = wmd_checker_check (fixture->checker, fixed, sample->edition);

  g_assert_nonnull (finding->fix_label);
  g_assert_cmpstr (wmd_edit_get_label (finding->fix), !=, "");
  if (count_alike (after, finding) >= count_alike (before, finding))
    fail_fix (sample, "left", finding, sample->snapshot);
  for (guint i = 0; i < after->len; i++)
    if (count_alike (after, after->pdata[i]) > count_alike (before, after->pdata[i]) &&
        !is_work (after->pdata[i], finding))
      fail_fix (sample, "brought", after->pdata[i], fixed);
  assert_undone (sample, fixed, finding->fix);
}

/* What the samples of one rule cover, by language. */
typedef struct
{
  gboolean fires;
  gboolean silent;
  guint fires_once_in; /* a sample has one finding of the rule, and it is of that language */
  guint silent_in;     /* a sample has text in that language and no finding of the rule */
} Coverage;

/* The language that a finding is of: that of its text, else of the edition that was imported. */
static WmdLanguage
get_language (const WmdFinding *finding, const RuleCase *sample)
{
  const WmdEdition *edition = wmd_facts_get_edition (wmd_snapshot_get_facts (sample->snapshot));

  return finding->language == WMD_LANGUAGE_NONE && edition != NULL ? edition->language : finding->language;
}

static void
note_coverage (Coverage *coverage, const char *rule, const RuleCase *sample, const GPtrArray *findings)
{
  WmdLanguage language = WMD_LANGUAGE_NONE;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      WmdFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->rule, rule))
        continue;
      n++;
      language = get_language (finding, sample);
    }
  coverage->fires = coverage->fires || n > 0;
  coverage->silent = coverage->silent || n == 0;
  if (n == 1 && language != WMD_LANGUAGE_NONE)
    coverage->fires_once_in |= 1u << language;
  if (n == 0)
    coverage->silent_in |= sample->languages;
}

static void
assert_covered (const WmdRuleInfo *info, gboolean fires, gboolean silent, const char *where)
{
  if (fires && silent)
    return;
  g_test_message ("%s has no sample%s in which it %s", info->id, where, fires ? "is silent" : "fires once");
  g_test_fail ();
}

/* In which languages a rule speaks is a fact of the table; one that does not say it reads no text. */
static void
assert_coverage (const Coverage *coverage, const WmdRuleInfo *info)
{
  assert_covered (info, coverage->fires, coverage->silent, "");
  for (WmdLanguage language = 0; info->languages != NULL && language < WMD_N_LANGUAGES; language++)
    {
      const char *code = wmd_language_get_code (language);
      g_autofree char *where = g_strdup_printf (" in %s", code);

      if (strstr (info->languages, code) != NULL)
        assert_covered (info, (coverage->fires_once_in & (1u << language)) != 0,
                        (coverage->silent_in & (1u << language)) != 0, where);
      else if ((coverage->fires_once_in & (1u << language)) != 0)
        {
          g_test_message ("%s fires%s, where the table says that it does not speak", info->id, where);
          g_test_fail ();
        }
    }
}

static void
test_rule (Fixture *fixture, gconstpointer data)
{
  const WmdRuleInfo *info = data;
  g_autoptr (GPtrArray) cases = rule_cases_read (fixture->reference, info->id);
  Coverage coverage = { FALSE };

  for (guint i = 0; i < cases->len; i++)
    {
      RuleCase *sample = cases->pdata[i];
      g_autoptr (GPtrArray) findings = NULL;

      complete_waivers (fixture, sample);
      findings = wmd_checker_check (fixture->checker, sample->snapshot, sample->edition);
      assert_expected (sample, findings);
      note_coverage (&coverage, info->id, sample, findings);
      for (guint j = 0; j < findings->len; j++)
        if (((WmdFinding *) findings->pdata[j])->fix != NULL)
          assert_fix (fixture, sample, findings, findings->pdata[j]);
    }
  assert_coverage (&coverage, info);
}

/* Whole replies as they should be: what a rule says of them would be noise, but for what they expect themselves. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cases = rule_cases_read (fixture->reference, "clean");

  for (guint i = 0; i < cases->len; i++)
    {
      RuleCase *sample = cases->pdata[i];
      g_autoptr (GPtrArray) findings = wmd_checker_check (fixture->checker, sample->snapshot, sample->edition);

      assert_expected (sample, findings);
    }
}

/* The table is what documentation is made of. */
static void
test_table (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      const WmdRuleInfo *info = wmd_rules_get_info (i);

      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", info->id, 0, 0));
      g_assert_true (g_hash_table_add (ids, (char *) info->id));
      g_assert_true (wmd_rules_lookup (info->id) == info);
      g_assert_nonnull (wmd_rules_lookup_family (info->family));
      g_assert_true (g_str_has_suffix (wmd_rules_lookup_family (info->family)->waiver, "."));
      g_assert_nonnull (info->example);
      g_assert_nonnull (info->title);
      g_assert_true (g_str_has_suffix (info->explanation, "."));
      g_assert_nonnull (info->source);
      g_assert_true (g_str_has_suffix (info->remedy, "."));
    }
  g_assert_null (wmd_rules_lookup ("no-such-rule"));
}

/* Every rule has its section in the document, and no family is left out. */
static void
test_document (void)
{
  g_autofree char *document = wmd_rules_dup_document ();

  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      const WmdRuleInfo *info = wmd_rules_get_info (i);
      g_autofree char *heading = g_strdup_printf ("\n### `%s`\n", info->id);

      g_assert_nonnull (strstr (document, heading));
      g_assert_nonnull (strstr (document, info->explanation));
      g_assert_nonnull (strstr (document, info->example));
      g_assert_nonnull (strstr (document, info->remedy));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/table", test_table);
  g_test_add_func ("/rules/document", test_document);
  g_test_add ("/rules/clean", Fixture, NULL, set_up, test_clean, tear_down);
  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/samples/", wmd_rules_get_info (i)->id, NULL);

      g_test_add (path, Fixture, wmd_rules_get_info (i), set_up, test_rule, tear_down);
    }
  return g_test_run ();
}
