/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/facts.h"

static void
test_waivers (void)
{
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  const WmdWaiver late = { (char *) "late-reply", (char *) "r2",    WMD_LANGUAGE_NONE, NULL,
                           (char *) "f",          (char *) "agreed" };
  const WmdWaiver other = { (char *) "spacing", (char *) "r1", WMD_LANGUAGE_ZH,
                            (char *) "b1",      (char *) "g",  (char *) "as sent" };
  WmdWaiver again = late;
  g_autoptr (WmdFacts) one = wmd_facts_with_waiver (facts, &late);
  g_autoptr (WmdFacts) two = wmd_facts_with_waiver (one, &other);
  g_autoptr (WmdFacts) turned = NULL;
  g_autoptr (WmdFacts) changed = NULL;
  g_autoptr (WmdFacts) none = NULL;

  g_assert_cmpuint (wmd_facts_get_waivers (facts)->len, ==, 0);
  g_assert_cmpuint (wmd_facts_get_waivers (two)->len, ==, 2);
  g_assert_cmpstr (((WmdWaiver *) wmd_facts_get_waivers (two)->pdata[0])->rule, ==, "spacing");

  /* Whatever the order in which they were given. */
  none = wmd_facts_with_waiver (facts, &other);
  turned = wmd_facts_with_waiver (none, &late);
  g_assert_true (wmd_facts_equal (two, turned));

  again.reason = (char *) "for another reason";
  changed = wmd_facts_with_waiver (two, &again);
  g_assert_cmpuint (wmd_facts_get_waivers (changed)->len, ==, 2);
  g_assert_false (wmd_facts_equal (two, changed));
  g_clear_pointer (&none, wmd_facts_unref);
  none = wmd_facts_without_waiver (changed, &late);
  g_assert_cmpuint (wmd_facts_get_waivers (none)->len, ==, 1);
}

static void
test_severities (void)
{
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdFacts) one = wmd_facts_with_severity (facts, "spacing", WMD_SEVERITY_ERROR);
  g_autoptr (WmdFacts) two = wmd_facts_with_severity (one, "late-reply", WMD_SEVERITY_NOTE);
  g_autoptr (WmdFacts) none = wmd_facts_without_severity (two, "spacing");
  WmdSeverity severity;

  g_assert_false (wmd_facts_get_severity (facts, "spacing", &severity));
  g_assert_true (wmd_facts_get_severity (two, "spacing", &severity));
  g_assert_cmpint (severity, ==, WMD_SEVERITY_ERROR);
  g_assert_cmpstr (wmd_facts_list_severities (two)[0], ==, "late-reply");
  g_assert_cmpstr (wmd_facts_list_severities (two)[1], ==, "spacing");
  g_assert_null (wmd_facts_list_severities (two)[2]);
  g_assert_false (wmd_facts_get_severity (none, "spacing", &severity));
  g_assert_false (wmd_facts_equal (one, two));
}

static void
test_values (void)
{
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdFacts) session = wmd_facts_with (facts, WMD_FACT_SESSION, "78");
  g_autoptr (WmdFacts) nonsense = wmd_facts_with (facts, WMD_FACT_SESSION, "78th");
  g_autoptr (WmdFacts) impossible = wmd_facts_with (facts, WMD_FACT_DEADLINE, "2023-04-31");
  WmdDate date;

  g_assert_cmpuint (wmd_facts_get_session (facts), ==, 0);
  g_assert_cmpuint (wmd_facts_get_session (session), ==, 78);
  g_assert_cmpuint (wmd_facts_get_session (nonsense), ==, 0);
  g_assert_cmpstr (wmd_facts_get (nonsense, WMD_FACT_SESSION), ==, "78th");
  g_assert_false (wmd_facts_get_date (facts, WMD_FACT_DEADLINE, &date));
  g_assert_false (wmd_facts_get_date (impossible, WMD_FACT_DEADLINE, &date));
  g_assert_cmpstr (wmd_facts_get (impossible, WMD_FACT_DEADLINE), ==, "2023-04-31");
}

static void
test_edition (void)
{
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  g_autoptr (WmdEdition) edition = wmd_edition_new (WMD_LANGUAGE_ZH);
  g_autoptr (WmdFacts) imported = NULL;
  g_autoptr (WmdFacts) same = NULL;
  g_autoptr (WmdFacts) other = NULL;

  wmd_edition_add_line (edition, "一. 导言", "3");
  wmd_edition_add_reply (edition, "r1", WMD_SECTION_GOVERNMENTS);
  imported = wmd_facts_with_edition (facts, edition);
  same = wmd_facts_with_edition (facts, edition);
  g_assert_true (wmd_facts_equal (imported, same));
  g_assert_false (wmd_facts_equal (imported, facts));
  wmd_edition_add_line (edition, "二.", NULL);
  other = wmd_facts_with_edition (facts, edition);
  g_assert_false (wmd_facts_equal (imported, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/waivers", test_waivers);
  g_test_add_func ("/facts/severities", test_severities);
  g_test_add_func ("/facts/values", test_values);
  g_test_add_func ("/facts/edition", test_edition);
  return g_test_run ();
}
