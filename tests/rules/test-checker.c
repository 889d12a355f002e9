/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The checker itself: what it remembers never changes what it says, and an edit costs what it touched. Waivers,
 * severities and the checklist of the resolution.
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "model/edit.h"
#include "rules/cases.h"
#include "rules/checker.h"
#include "rules/forms-private.h"
#include "rules/rule-private.h"

typedef struct
{
  WmdReference *reference;
  WmdChecker *checker;
  WmdSnapshot *snapshot; /* of the case that the test names, else a clean report */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *rule = data != NULL ? data : "missing-symbol";
  g_autoptr (GPtrArray) cases = NULL;
  guint last;

  fixture->reference = wmd_reference_new (NULL);
  fixture->checker = wmd_checker_new (fixture->reference);
  cases = rule_cases_read (fixture->reference, rule);
  last = data != NULL ? 0 : cases->len - 1;
  fixture->snapshot = wmd_snapshot_ref (((RuleCase *) cases->pdata[last])->snapshot);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_snapshot_unref (fixture->snapshot);
  wmd_checker_free (fixture->checker);
  wmd_reference_unref (fixture->reference);
}

static void
take_snapshot (Fixture *fixture, WmdSnapshot *snapshot)
{
  wmd_snapshot_unref (fixture->snapshot);
  fixture->snapshot = snapshot;
}

static void
replace_body (Fixture *fixture, WmdBody *old, WmdBody *body)
{
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Test");

  wmd_edit_replace_body (edit, old, body);
  take_snapshot (fixture, rule_case_apply (fixture->snapshot, edit));
}

static void
replace_facts (Fixture *fixture, WmdFacts *facts)
{
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Test");

  wmd_edit_replace_facts (edit, wmd_snapshot_get_facts (fixture->snapshot), facts);
  take_snapshot (fixture, rule_case_apply (fixture->snapshot, edit));
}

/* Puts @text in the place of the block at @index of the variant. */
static void
set_text (Fixture *fixture, WmdBody *body, WmdLanguage language, guint index, const char *text)
{
  WmdBlock *old = wmd_variant_get_block (wmd_body_get_variant (body, language), index);
  g_autoptr (WmdInline) content = wmd_inline_new_text (text);
  g_autoptr (WmdBlock) block = wmd_block_with_content (old, content);
  g_autoptr (WmdBody) changed = wmd_body_with_block (body, language, block);

  replace_body (fixture, body, changed);
}

static char *
check_with (WmdChecker *checker, WmdSnapshot *snapshot, WmdLanguage edition)
{
  g_autoptr (GPtrArray) findings = wmd_checker_check (checker, snapshot, edition);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = rule_case_describe (findings->pdata[i], snapshot);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

/* --- memory --- */

static const char *const scraps[] = {
  "The Government has nothing to add.",
  "India implements resolution 1540(2004) and UNSCR 2325.",
  "The agency controls the export of",
  "goods ,and services in 2,500 places and 3600 towns",
  "2023年5月，中国与经济 and 商务部合作",
  "《打击核恐怖主义全球倡议》有 62 个伙伴国家。",
  "打击核恐怖主义全球倡议有 64 个伙伴国家。",
  "应对化生放",
  "核威胁。",
  "The “Shield exercise of IAEA",
  "(a) first;",
  "Минист\357\277\275рство c партнерами",
  "",
};

static WmdBody *
random_body (WmdSnapshot *snapshot)
{
  guint n = wmd_snapshot_get_n_replies (snapshot);
  guint index = g_test_rand_int_range (0, n + 2);

  return index == n       ? wmd_snapshot_get_summary (snapshot)
         : index == n + 1 ? wmd_snapshot_get_introduction (snapshot)
                          : wmd_snapshot_get_reply (snapshot, index);
}

/* Takes blocks out, puts blocks in, changes their texts and kinds. */
static void
edit_text (Fixture *fixture)
{
  WmdBody *body = random_body (fixture->snapshot);
  WmdLanguage language = g_test_rand_int_range (0, WMD_N_LANGUAGES);
  WmdVariant *held = wmd_body_get_variant (body, language);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (WmdVariant) variant = held != NULL ? wmd_variant_ref (held) : wmd_variant_new (language, none);
  guint n = wmd_variant_get_n_blocks (variant);
  guint place = g_test_rand_int_range (0, n + 1);
  guint n_removed = place < n && g_test_rand_bit () ? 1 : 0;
  g_autofree char *id = wmd_body_dup_new_block_id (body);
  g_autoptr (WmdInline) content = wmd_inline_new_text (scraps[g_test_rand_int_range (0, G_N_ELEMENTS (scraps))]);
  g_autoptr (WmdBlock) block = wmd_block_new (id, g_test_rand_int_range (0, WMD_N_BLOCK_KINDS), content);
  g_autoptr (WmdVariant) spliced = wmd_variant_splice (variant, place, n_removed, &block, g_test_rand_bit () ? 1 : 0);
  g_autoptr (WmdBody) changed = wmd_body_with_variant (body, language, spliced);

  replace_body (fixture, body, changed);
}

static void
edit_field (Fixture *fixture)
{
  static const char *const dates[] = { "2023-06-02", "2023-05-02", "2023-04-31", NULL };
  static const char *const codes[] = { "en", "fr", "pt", NULL };
  WmdBody *body = wmd_snapshot_get_reply (fixture->snapshot, 0);
  gboolean date = g_test_rand_bit ();
  g_autoptr (WmdBody) changed =
      wmd_body_with_field (body, date ? WMD_FIELD_DATE : WMD_FIELD_ORIGINAL,
                           (date ? dates : codes)[g_test_rand_int_range (0, G_N_ELEMENTS (dates))]);

  replace_body (fixture, body, changed);
}

/* Another replies, under another name. */
static void
edit_name (Fixture *fixture)
{
  static const char *const names[] = { "International Atomic Energy Agency", "Agency (IAEA)", NULL };
  WmdBody *body = random_body (fixture->snapshot);
  g_autoptr (WmdBody) changed =
      wmd_body_with_own_name (body, WMD_LANGUAGE_EN, names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);

  g_autoptr (WmdBody) moved =
      wmd_body_with_field (changed, WMD_FIELD_SECTION, g_test_rand_bit () ? "governments" : NULL);

  if (wmd_body_get_kind (body) == WMD_PART_REPLY)
    replace_body (fixture, body, moved);
}

static void
edit_facts (Fixture *fixture)
{
  static const char *const dates[] = { "2023-05-31", "2023-05-01", NULL };
  g_autoptr (WmdFacts) facts = wmd_facts_with (wmd_snapshot_get_facts (fixture->snapshot), WMD_FACT_DEADLINE,
                                               dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))]);

  replace_facts (fixture, facts);
}

/* A second reply of a respondent comes, or the last reply goes. */
static void
edit_replies (Fixture *fixture)
{
  guint n = wmd_snapshot_get_n_replies (fixture->snapshot);
  WmdBody *last = wmd_snapshot_get_reply (fixture->snapshot, n - 1);
  g_autofree char *id = g_strdup_printf ("r%u", 100 + g_test_rand_int_range (0, 1000000));
  g_autoptr (WmdBody) copy = wmd_body_with_id (last, id);
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (replies, wmd_snapshot_get_reply (fixture->snapshot, i));
  if (n > 3 && g_test_rand_bit ())
    g_ptr_array_remove_index (replies, n - 1);
  else
    g_ptr_array_add (replies, copy);
  take_snapshot (fixture, wmd_snapshot_new (fixture->reference, "sample", wmd_snapshot_get_facts (fixture->snapshot),
                                            wmd_snapshot_get_summary (fixture->snapshot),
                                            wmd_snapshot_get_introduction (fixture->snapshot), replies, NULL));
}

/* After any edits the checker says what one that has seen nothing says. */
static void
test_incremental (Fixture *fixture, gconstpointer data)
{
  static void (*const edits[]) (Fixture *) = { edit_text,  edit_text, edit_text,  edit_text,
                                               edit_field, edit_name, edit_facts, edit_replies };
  guint n_steps = g_test_slow () ? 2000 : 120;

  for (guint i = 0; i < n_steps; i++)
    {
      WmdLanguage edition = g_test_rand_bit () ? WMD_LANGUAGE_NONE : g_test_rand_int_range (0, WMD_N_LANGUAGES);
      g_autoptr (WmdChecker) fresh = wmd_checker_new (fixture->reference);
      g_autofree char *remembered = NULL;
      g_autofree char *anew = NULL;

      edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))](fixture);
      remembered = check_with (fixture->checker, fixture->snapshot, edition);
      anew = check_with (fresh, fixture->snapshot, edition);
      g_assert_cmpstr (remembered, ==, anew);
    }
}

static guint
count_rules (WmdScope scope, WmdParts parts, WmdLanguage language)
{
  guint n = 0;

  for (guint i = 0; i < wmd_rules_get_n_rules (); i++)
    {
      const WmdRule *rule = wmd_rules_get (i);

      n += rule->info.scope == scope && (scope >= WMD_SCOPE_ACROSS || (rule->parts & parts) != 0) &&
           (scope > WMD_SCOPE_VARIANT || wmd_rule_speaks (rule, language));
    }
  return n;
}

/* One block of one reply is new: nothing else is asked again. */
static void
test_costs (Fixture *fixture, gconstpointer data)
{
  WmdBody *reply = wmd_snapshot_lookup_body (fixture->snapshot, "r98");
  g_autofree char *first = check_with (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_autofree char *second = NULL;
  guint64 before[WMD_N_SCOPES];

  for (guint scope = 0; scope < WMD_N_SCOPES; scope++)
    before[scope] = wmd_checker_get_n_asked (fixture->checker, scope);
  second = check_with (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_assert_cmpstr (first, ==, second);
  for (guint scope = 0; scope < WMD_SCOPE_REPORT; scope++)
    g_assert_cmpuint (wmd_checker_get_n_asked (fixture->checker, scope), ==, before[scope]);

  set_text (fixture, reply, WMD_LANGUAGE_EN, 0, "The Government has something to add.");
  before[WMD_SCOPE_REPORT] = wmd_checker_get_n_asked (fixture->checker, WMD_SCOPE_REPORT);
  g_free (check_with (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE));
  for (guint scope = 0; scope < WMD_N_SCOPES; scope++)
    g_assert_cmpuint (wmd_checker_get_n_asked (fixture->checker, scope) - before[scope], ==,
                      scope == WMD_SCOPE_ACROSS ? 0 : count_rules (scope, WMD_PARTS_REPLIES, WMD_LANGUAGE_EN));

  reply = wmd_snapshot_lookup_body (fixture->snapshot, "r98");
  set_text (fixture, reply, WMD_LANGUAGE_EN, 0, "The Government supports the Biological Weapons Convention.");
  g_free (check_with (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE));
  g_assert_cmpuint (wmd_checker_get_n_asked (fixture->checker, WMD_SCOPE_ACROSS) - before[WMD_SCOPE_ACROSS], ==,
                    count_rules (WMD_SCOPE_ACROSS, WMD_PARTS_ALL, WMD_LANGUAGE_EN));
}

/* --- waivers and severities --- */

static WmdFinding *
find (const GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((WmdFinding *) findings->pdata[i])->rule, rule))
      return findings->pdata[i];
  return NULL;
}

static void
waive (Fixture *fixture, const WmdFinding *finding)
{
  g_autofree char *fingerprint = wmd_finding_dup_fingerprint (finding);
  WmdWaiver waiver = {
    finding->rule, finding->part, finding->language, finding->block, fingerprint, (char *) "Agreed."
  };
  g_autoptr (WmdFacts) facts = wmd_facts_with_waiver (wmd_snapshot_get_facts (fixture->snapshot), &waiver);

  replace_facts (fixture, facts);
}

/* The reason that the finding of the rule is waived for; NULL when it stands. (transfer full) */
static char *
dup_waived (Fixture *fixture, const char *rule)
{
  g_autoptr (GPtrArray) findings = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);

  return g_strdup (find (findings, rule)->waived);
}

static void
test_waiver_dies (Fixture *fixture, gconstpointer data)
{
  WmdBody *reply = wmd_snapshot_lookup_body (fixture->snapshot, "r98");
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *waived = NULL, *still = NULL, *dead = NULL;

  set_text (fixture, reply, WMD_LANGUAGE_EN, 0, "The Government works with IAEA on this.");
  findings = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  waive (fixture, find (findings, "undefined-abbreviation"));
  waived = dup_waived (fixture, "undefined-abbreviation");
  g_assert_cmpstr (waived, ==, "Agreed.");

  reply = wmd_snapshot_lookup_body (fixture->snapshot, "r98");
  set_text (fixture, reply, WMD_LANGUAGE_EN, 0, "The Government works with IAEA on all this.");
  still = dup_waived (fixture, "undefined-abbreviation");
  g_assert_cmpstr (still, ==, "Agreed.");

  reply = wmd_snapshot_lookup_body (fixture->snapshot, "r98");
  set_text (fixture, reply, WMD_LANGUAGE_EN, 0, "The Government works with OPCW on this.");
  dead = dup_waived (fixture, "undefined-abbreviation");
  g_assert_null (dead);
}

static void
test_severity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_autoptr (WmdFacts) facts =
      wmd_facts_with_severity (wmd_snapshot_get_facts (fixture->snapshot), "late-reply", WMD_SEVERITY_NOTE);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpint (find (before, "late-reply")->severity, ==, WMD_SEVERITY_WARNING);
  replace_facts (fixture, facts);
  after = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_assert_cmpint (find (after, "late-reply")->severity, ==, WMD_SEVERITY_NOTE);
}

/* --- the checklist --- */

static const WmdChecklistEntry *
find_entry (const GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((WmdChecklistEntry *) entries->pdata[i])->request->id, id))
      return entries->pdata[i];
  g_assert_not_reached ();
}

static GPtrArray *
list_requests (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);

  return wmd_checker_list_requests (fixture->checker, fixture->snapshot, findings);
}

static void
test_checklist_met (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = list_requests (fixture);

  g_assert_cmpuint (entries->len, >=, 3);
  for (guint i = 0; i < entries->len; i++)
    {
      const WmdChecklistEntry *entry = entries->pdata[i];

      g_assert_cmpint (entry->state, ==,
                       entry->request->rules[0] != NULL ? WMD_REQUEST_MET : WMD_REQUEST_NOT_APPLICABLE);
    }
  g_assert_cmpint (find_entry (entries, "cooperation")->state, ==, WMD_REQUEST_NOT_APPLICABLE);
  g_assert_cmpstr (find_entry (entries, "organizations-measures")->where, ==, "organizations");
  g_assert_cmpstr (find_entry (entries, "mandate")->where, ==, "introduction");
}

static void
test_checklist_not_met (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_autoptr (GPtrArray) entries = list_requests (fixture);
  g_autoptr (GPtrArray) waived = NULL;
  const WmdChecklistEntry *entry = find_entry (entries, "member-states-views");

  g_assert_cmpint (entry->state, ==, WMD_REQUEST_NOT_MET);
  waive (fixture, find (findings, "missing-section"));
  waived = list_requests (fixture);
  entry = find_entry (waived, "member-states-views");
  g_assert_cmpint (entry->state, ==, WMD_REQUEST_WAIVED);
  g_assert_cmpstr (entry->where, ==, "Agreed.");
  g_assert_cmpint (find_entry (waived, "organizations-measures")->state, ==, WMD_REQUEST_NOT_MET);
}

static void
test_checklist_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = list_requests (fixture);

  g_assert_cmpuint (entries->len, ==, 0);
}

/* A rule that is off says nothing, and what it would have told is not checked. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdFacts) facts =
      wmd_facts_with_severity (wmd_snapshot_get_facts (fixture->snapshot), "missing-section", WMD_SEVERITY_OFF);
  g_autoptr (GPtrArray) before = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const WmdChecklistEntry *entry;

  g_assert_nonnull (find (before, "missing-section"));
  replace_facts (fixture, facts);
  after = wmd_checker_check (fixture->checker, fixture->snapshot, WMD_LANGUAGE_NONE);
  g_assert_null (find (after, "missing-section"));
  entries = wmd_checker_list_requests (fixture->checker, fixture->snapshot, after);
  entry = find_entry (entries, "member-states-views");
  g_assert_cmpint (entry->state, ==, WMD_REQUEST_NOT_CHECKED);
  g_assert_cmpstr (entry->where, ==, "Missing section");
  g_assert_cmpint (find_entry (entries, "mandate")->state, ==, WMD_REQUEST_MET);
}

/* Without the item nobody can say that the question comes up under it. */
static void
test_checklist_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdFacts) facts = wmd_facts_with (wmd_snapshot_get_facts (fixture->snapshot), WMD_FACT_AGENDA_ITEM, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();

  replace_facts (fixture, facts);
  entries = list_requests (fixture);
  g_assert_cmpint (find_entry (entries, "agenda-item")->state, ==, WMD_REQUEST_NOT_MET);
  g_assert_cmpint (find_entry (entries, "report-at-session")->state, ==, WMD_REQUEST_MET);

  /* Whatever the rules say, or do not. */
  g_ptr_array_unref (entries);
  entries = wmd_checker_list_requests (fixture->checker, fixture->snapshot, silent);
  g_assert_cmpint (find_entry (entries, "agenda-item")->state, ==, WMD_REQUEST_NOT_MET);
}

/* What the profiles name exists. */
static void
test_profiles (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *resolutions = wmd_reference_list_resolutions (fixture->reference);

  for (guint i = 0; i < resolutions->len; i++)
    {
      const WmdResolution *resolution = resolutions->pdata[i];

      for (guint j = 0; j < resolution->requests->len; j++)
        {
          const WmdResolutionRequest *request = resolution->requests->pdata[j];

          for (guint k = 0; request->rules[k] != NULL; k++)
            {
              g_auto (GStrv) parts = g_strsplit (request->rules[k], ":", 2);

              g_assert_nonnull (wmd_rules_lookup (parts[0]));
            }
          for (guint k = 0; request->facts[k] != NULL; k++)
            {
              WmdFact fact = 0;

              while (fact < WMD_N_FACTS && !g_str_equal (wmd_fact_get_id (fact), request->facts[k]))
                fact++;
              g_assert_cmpint (fact, <, WMD_N_FACTS);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/checker/incremental", Fixture, NULL, set_up, test_incremental, tear_down);
  g_test_add ("/checker/costs", Fixture, NULL, set_up, test_costs, tear_down);
  g_test_add ("/checker/waiver-dies", Fixture, NULL, set_up, test_waiver_dies, tear_down);
  g_test_add ("/checker/severity", Fixture, "late-reply", set_up, test_severity, tear_down);
  g_test_add ("/checker/checklist/met", Fixture, NULL, set_up, test_checklist_met, tear_down);
  g_test_add ("/checker/checklist/not-met", Fixture, "missing-section", set_up, test_checklist_not_met, tear_down);
  g_test_add ("/checker/checklist/unknown", Fixture, "unknown-resolution", set_up, test_checklist_unknown, tear_down);
  g_test_add ("/checker/checklist/facts", Fixture, NULL, set_up, test_checklist_facts, tear_down);
  g_test_add ("/checker/checklist/off", Fixture, "missing-section", set_up, test_off, tear_down);
  g_test_add ("/checker/checklist/profiles", Fixture, NULL, set_up, test_profiles, tear_down);
  return g_test_run ();
}
