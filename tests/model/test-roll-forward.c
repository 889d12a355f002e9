/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From last year's report to a new one. Last year: nine Governments and seven organizations replied; the note
 * verbale and the letters are of one day, as are the deadline and the count.
 */

#include <string.h>

#include "model/history.h"
#include "model/roll-forward.h"
#include "model/stated-values.h"
#include "model/translation.h"

#define N_GOVERNMENTS 9
#define N_ORGANIZATIONS 7

typedef struct
{
  WmdReference *reference;
  WmdFacts *facts;
  WmdBody *summary;
  WmdBody *introduction;
} Fixture;

static const struct
{
  WmdFact fact;
  const char *value;
} last_facts[] = {
  { WMD_FACT_SYMBOL, "A/77/9999" },    { WMD_FACT_SESSION, "77" },
  { WMD_FACT_AGENDA_ITEM, "99(r)" },   { WMD_FACT_AGENDA, "provisional" },
  { WMD_FACT_RESOLUTION, "76/28" },    { WMD_FACT_NOTE_VERBALE, "2022-02-01" },
  { WMD_FACT_LETTERS, "2022-02-01" },  { WMD_FACT_DEADLINE, "2022-05-31" },
  { WMD_FACT_CUT_OFF, "2022-05-31" },  { WMD_FACT_DATE, "2022-07-12" },
  { WMD_FACT_JOB_NUMBER, "22-99999" }, { WMD_FACT_WEBSITE, "www.un.org/disarmament" },
};

static void
take_facts (WmdFacts **facts, WmdFacts *changed)
{
  wmd_facts_unref (*facts);
  *facts = changed;
}

static void
take_body (WmdBody **body, WmdBody *changed)
{
  wmd_body_unref (*body);
  *body = changed;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  fixture->facts = wmd_facts_new ();
  for (guint i = 0; i < G_N_ELEMENTS (last_facts); i++)
    take_facts (&fixture->facts, wmd_facts_with (fixture->facts, last_facts[i].fact, last_facts[i].value));
  fixture->summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  fixture->introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_facts_unref (fixture->facts);
  wmd_body_unref (fixture->summary);
  wmd_body_unref (fixture->introduction);
  wmd_reference_unref (fixture->reference);
}

/* --- last year's report --- */

static void
add_replies (GPtrArray *replies, guint n_replies, const char *section)
{
  for (guint i = 0; i < n_replies; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", replies->len + 1);
      WmdBody *body = wmd_body_new (id, WMD_PART_REPLY);

      take_body (&body, wmd_body_with_field (body, WMD_FIELD_SECTION, section));
      take_body (&body, wmd_body_with_field (body, WMD_FIELD_DATE, "2022-05-03"));
      take_body (&body, wmd_body_with_own_name (body, WMD_LANGUAGE_EN, id));
      g_ptr_array_add (replies, body);
    }
}

/* (transfer full) */
static WmdSnapshot *
last_report (Fixture *fixture)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);

  add_replies (replies, N_GOVERNMENTS, "governments");
  add_replies (replies, N_ORGANIZATIONS, "organizations");
  return wmd_snapshot_new (fixture->reference, "last", fixture->facts, fixture->summary, fixture->introduction, replies,
                           "{\"x\":1}");
}

/* Adds a unit; @source: English markup that it was made from, or NULL. */
static void
add_block (WmdBody **body, WmdLanguage language, const char *id, const char *markup, const char *source)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  g_autoptr (WmdBlock) plain = wmd_block_new (id, WMD_BLOCK_NUMBERED, content);
  g_autoptr (WmdBlock) approved = wmd_block_with_progress (plain, WMD_PROGRESS_APPROVED);
  WmdBlock *block = source != NULL ? wmd_block_with_source (approved, WMD_LANGUAGE_EN, source) : wmd_block_ref (plain);
  WmdVariant *old = wmd_body_get_variant (*body, language);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (WmdVariant) variant = old != NULL ? wmd_variant_ref (old) : wmd_variant_new (language, none);
  g_autoptr (WmdVariant) longer = wmd_variant_splice (variant, wmd_variant_get_n_blocks (variant), 0, &block, 1);

  take_body (body, wmd_body_with_variant (*body, language, longer));
  wmd_block_unref (block);
}

/* (transfer full) */
static WmdSnapshot *
roll (Fixture *fixture, GPtrArray **values)
{
  g_autoptr (WmdSnapshot) last = last_report (fixture);
  g_autoptr (GError) error = NULL;
  WmdSnapshot *snapshot = wmd_roll_forward (last, "77/75", 0, values, &error);

  g_assert_no_error (error);
  return snapshot;
}

static WmdBlock *
get_block (WmdSnapshot *snapshot, WmdLanguage language, guint index)
{
  return wmd_variant_get_block (wmd_body_get_variant (wmd_snapshot_get_introduction (snapshot), language), index);
}

/* The text that @markup becomes, as markup. (transfer full) */
static char *
roll_markup (Fixture *fixture, WmdLanguage language, const char *markup)
{
  g_autoptr (WmdSnapshot) snapshot = NULL;

  take_body (&fixture->introduction, wmd_body_new ("introduction", WMD_PART_INTRODUCTION));
  add_block (&fixture->introduction, language, "b1", markup, NULL);
  snapshot = roll (fixture, NULL);
  return g_strdup (wmd_inline_get_markup (wmd_block_get_content (get_block (snapshot, language, 0))));
}

/* --- facts --- */

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  const WmdResolution *profile = wmd_reference_lookup_resolution (fixture->reference, "77/75");
  WmdWaiver waiver = {
    .rule = (char *) "late-reply", .language = WMD_LANGUAGE_NONE, .fingerprint = (char *) "f", .reason = (char *) "why"
  };
  g_autoptr (WmdEdition) edition = wmd_edition_new (WMD_LANGUAGE_ZH);
  g_autoptr (WmdSnapshot) last = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdSnapshot) other = NULL;
  g_autoptr (GPtrArray) values = NULL;
  const WmdFacts *facts;
  WmdSeverity severity;
  WmdDate date;

  take_facts (&fixture->facts, wmd_facts_with_waiver (fixture->facts, &waiver));
  take_facts (&fixture->facts, wmd_facts_with_edition (fixture->facts, edition));
  take_facts (&fixture->facts, wmd_facts_with_severity (fixture->facts, "spacing", WMD_SEVERITY_ERROR));
  last = last_report (fixture);
  snapshot = roll (fixture, &values);
  other = roll (fixture, NULL);
  facts = wmd_snapshot_get_facts (snapshot);

  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_SESSION), ==, "78");
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_RESOLUTION), ==, "77/75");
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_AGENDA_ITEM), ==, profile->agenda_item);
  g_assert_true (wmd_facts_get_date (facts, WMD_FACT_DEADLINE, &date));
  g_assert_cmpint (wmd_date_compare (&date, &profile->deadline), ==, 0);
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_AGENDA), ==, "provisional");
  g_assert_cmpstr (wmd_facts_get (facts, WMD_FACT_WEBSITE), ==, "www.un.org/disarmament");
  g_assert_null (wmd_facts_get (facts, WMD_FACT_SYMBOL));
  g_assert_null (wmd_facts_get (facts, WMD_FACT_CUT_OFF));
  g_assert_null (wmd_facts_get (facts, WMD_FACT_DATE));
  g_assert_null (wmd_facts_get (facts, WMD_FACT_JOB_NUMBER));
  g_assert_cmpuint (wmd_facts_get_waivers (facts)->len, ==, 0);
  g_assert_null (wmd_facts_get_edition (facts));
  g_assert_true (wmd_facts_get_severity (facts, "spacing", &severity));

  g_assert_cmpuint (wmd_snapshot_get_n_replies (last), ==, N_GOVERNMENTS + N_ORGANIZATIONS);
  g_assert_cmpuint (wmd_snapshot_get_n_replies (snapshot), ==, 0);
  g_assert_null (wmd_snapshot_get_unknown (snapshot));
  g_assert_cmpstr (wmd_snapshot_get_id (snapshot), !=, "last");
  g_assert_cmpstr (wmd_snapshot_get_id (snapshot), !=, wmd_snapshot_get_id (other));

  /* Each fact but the two that are kept is listed. */
  g_assert_cmpuint (values->len, ==, WMD_N_FACTS - 2);
  for (guint i = 0; i < values->len; i++)
    {
      const WmdRolledValue *value = values->pdata[i];

      g_assert_null (value->part);
      g_assert_nonnull (value->old_text);
      if (strcmp (value->field, "deadline") == 0)
        g_assert_cmpstr (value->new_text, ==, "2023-05-31");
      if (strcmp (value->field, "cut-off") == 0)
        g_assert_null (value->new_text);
    }
}

/* A profile without a number gives what it knows; what it does not know is not set. */
static void
test_unknown_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdSnapshot) last = last_report (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSnapshot) by_session = wmd_roll_forward (last, NULL, 81, NULL, &error);
  g_autoptr (WmdSnapshot) by_number = wmd_roll_forward (last, "80/61", 0, NULL, &error);
  g_autoptr (WmdSnapshot) far = wmd_roll_forward (last, "95/1", 96, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (by_session), WMD_FACT_SESSION), ==, "81");
  g_assert_null (wmd_facts_get (wmd_snapshot_get_facts (by_session), WMD_FACT_RESOLUTION));
  g_assert_null (wmd_facts_get (wmd_snapshot_get_facts (by_session), WMD_FACT_DEADLINE));
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (by_number), WMD_FACT_SESSION), ==, "81");
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (by_number), WMD_FACT_RESOLUTION), ==, "80/61");
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (far), WMD_FACT_RESOLUTION), ==, "95/1");
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *resolution;
    guint session;
    WmdRollForwardError code;
  } cases[] = {
    { NULL, 0, WMD_ROLL_FORWARD_ERROR_UNKNOWN },       { "95/1", 0, WMD_ROLL_FORWARD_ERROR_UNKNOWN },
    { "nonsense", 0, WMD_ROLL_FORWARD_ERROR_UNKNOWN }, { "77/75", 79, WMD_ROLL_FORWARD_ERROR_CONFLICT },
    { "77/76", 78, WMD_ROLL_FORWARD_ERROR_CONFLICT },  { "76/28", 0, WMD_ROLL_FORWARD_ERROR_CONFLICT },
    { NULL, 77, WMD_ROLL_FORWARD_ERROR_CONFLICT },
  };
  g_autoptr (WmdSnapshot) last = last_report (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (wmd_roll_forward (last, cases[i].resolution, cases[i].session, NULL, &error));
      g_assert_error (error, WMD_ROLL_FORWARD_ERROR, (int) cases[i].code);
    }
}

/* --- texts --- */

/* The standard wording as an edition prints it, that is with values in place of those fields that state a value of
 * the report. (transfer full)
 */
static char *
print_template (const WmdStatedValues *values, const char *markup)
{
  g_autoptr (GString) text = g_string_new (markup);

  for (char *field; (field = strstr (text->str, "<field name=\"")) != NULL;)
    {
      char *name = field + strlen ("<field name=\"");
      g_autofree char *id = g_strndup (name, strcspn (name, "\""));
      const char *value = wmd_stated_values_get_text (values, id);

      g_string_erase (text, field - text->str, strstr (name, "/>") + 2 - field);
      g_string_insert (text, field - text->str, value != NULL ? value : "#");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @markup with "#" in the place of fields that state no value of the report. (transfer full) */
static char *
strip_others (const WmdStatedValues *values, const char *markup)
{
  g_autoptr (GRegex) others = g_regex_new ("<field name=\"(?:section-[a-z-]+|eu-resolution)\"/>", 0, 0, NULL);

  return g_regex_replace_literal (others, markup, -1, 0, "#", 0, NULL);
}

/* What the standard wording prints in any language becomes the standard wording again. */
static void
test_standard_wording (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "summary", "introduction" };
  guint n_fields = 0;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (WmdSnapshot) last = last_report (fixture);
      g_autoptr (WmdStatedValues) values = wmd_stated_values_new (last, fixture->facts, language);

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        for (const char *const *paragraph = wmd_reference_get_template (fixture->reference, language, parts[i]);
             *paragraph != NULL; paragraph++)
          {
            g_autofree char *expected = strip_others (values, *paragraph);
            g_autofree char *printed = print_template (values, *paragraph);
            g_autofree char *rolled = roll_markup (fixture, language, printed);

            n_fields += strcmp (printed, rolled) != 0;
            g_assert_cmpstr (rolled, ==, expected);
          }
    }
  g_assert_cmpuint (n_fields, ==, 4 * WMD_N_LANGUAGES);
}

/* Wording that is not the standard one, with dates and spaces in other forms. */
static void
test_other_wording (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    WmdLanguage language;
    const char *text;
    const char *expected; /* "<name>" is a field */
  } cases[] = {
    { WMD_LANGUAGE_EN,
      "By a note verbale dated 1 February 2022, Member States were invited to inform the Secretary-General of their "
      "views by 31 May 2022; letters to the same effect were sent on 1 February 2022.",
      "By a note verbale dated <note-verbale>, Member States were invited to inform the Secretary-General of their "
      "views by <deadline>; letters to the same effect were sent on <letters>." },
    { WMD_LANGUAGE_EN,
      "As of May 31, 2022, nine Member States, seven international organizations and the European Union had replied.",
      "As of <cut-off>, <member-states>, <organizations> and the European Union had replied." },
    { WMD_LANGUAGE_EN, "Replies received after the 31st of May 2022 will be posted on www.un.org/disarmament.",
      "Replies received after the <deadline> will be posted on <website>." },
    { WMD_LANGUAGE_FR,
      "Par note verbale du 1er février 2022, le Secrétaire général a invité les États Membres à lui communiquer leurs "
      "vues avant le 31 mai 2022. Au 31 mai 2022, neuf États Membres avaient répondu.",
      "Par note verbale du <note-verbale>, le Secrétaire général a invité les États Membres à lui communiquer leurs "
      "vues avant le <deadline>. Au <cut-off>, <member-states> avaient répondu." },
    { WMD_LANGUAGE_ES,
      "El primero de febrero de 2022 se envió una nota verbal. Al 31 de mayo de 2022, el Secretario General había "
      "recibido respuestas de nueve Gobiernos.",
      "El <note-verbale> se envió una nota verbal. Al <cut-off>, el Secretario General había recibido respuestas de "
      "<governments>." },
    { WMD_LANGUAGE_RU,
      "1 февраля 2022 года государствам-членам была направлена вербальная нота с просьбой ответить не позднее 31 мая "
      "2022 года. По состоянию на 31 мая 2022 года ответы представили девять правительств.",
      "<note-verbale> государствам-членам была направлена вербальная нота с просьбой ответить не позднее <deadline>. "
      "По состоянию на <cut-off> ответы представили <governments>." },
    { WMD_LANGUAGE_AR, "وحتى 31 مايو 2022، تلقى الأمين العام ردودا من تسع حكومات وسبع منظمات دولية.",
      "وحتى <cut-off>، تلقى الأمين العام ردودا من <governments> و<organizations>." },
    { WMD_LANGUAGE_ZH, "2022年2月1日，秘书长向会员国发出普通照会，请其在2022年5月31日之前提出意见。",
      "<note-verbale>，秘书长向会员国发出普通照会，请其在<deadline>之前提出意见。" },
    { WMD_LANGUAGE_ZH, "截至2022年5月31日，收到了9个会员国和7 个国际组织的答复，见第76/28号决议和第七十七届会议。",
      "截至<cut-off>，收到了<member-states>和<organizations>的答复，见第<resolution>号决议和<report-session>会议。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GRegex) name = g_regex_new ("<([a-z-]+)>", 0, 0, NULL);
      g_autofree char *expected = g_regex_replace (name, cases[i].expected, -1, 0, "<field name=\"\\1\"/>", 0, NULL);
      g_autofree char *rolled = roll_markup (fixture, cases[i].language, cases[i].text);

      g_assert_cmpstr (rolled, ==, expected);
    }
}

/* What only looks like a value of last year stays. */
static void
test_near_misses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    WmdLanguage language;
    const char *text;
  } cases[] = {
    { WMD_LANGUAGE_EN, "See A/RES/76/28, resolutions 176/28 and 76/281 and 76/28/Add.1." },
    { WMD_LANGUAGE_EN, "Replies came from twenty-nine Governments on 30 May 2022 and 31 May 2021." },
    { WMD_LANGUAGE_EN, "It met on 1 May 2022 and at its seventy-eighth session; nine governmental bodies." },
    { WMD_LANGUAGE_EN, "The page is https://www.un.org/disarmament/wmd." },
    { WMD_LANGUAGE_FR, "Au 30 mai 2022, trente-neuf États Membres ; vingt-neuf gouvernements." },
    { WMD_LANGUAGE_ZH, "截至 2022 年 5 月 30 日，收到了 29 个会员国的答复。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rolled = roll_markup (fixture, cases[i].language, cases[i].text);

      g_assert_cmpstr (rolled, ==, cases[i].text);
    }
}

static void
test_markup (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    /* The link of last year's resolution goes with it. */
    { "Resolution <a href=\"https://undocs.org/A/RES/76/28\">76/28</a> of the Assembly.",
      "Resolution <field name=\"resolution\"/> of the Assembly." },
    { "<em>By 31 May 2022</em> and <strong>76/28</strong>.",
      "<em>By <field name=\"deadline\"/></em> and <strong><field name=\"resolution\"/></strong>." },
    { "Text.<note>See 76/28, received by <em>31 May 2022</em>.</note> More.",
      "Text.<note>See <field name=\"resolution\"/>, received by <em><field name=\"deadline\"/></em>.</note> More." },
    { "By <field name=\"deadline\"/>, not by 31 May 2022.",
      "By <field name=\"deadline\"/>, not by <field name=\"deadline\"/>." },
    { "H<sub>2</sub>O is no value.", "H<sub>2</sub>O is no value." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rolled = roll_markup (fixture, WMD_LANGUAGE_EN, cases[i][0]);

      g_assert_cmpstr (rolled, ==, cases[i][1]);
    }
}

/* A fact that the report does not have is that of its resolution. */
static void
test_facts_of_profile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdFacts) facts = wmd_facts_new ();
  const WmdResolution *profile = wmd_reference_lookup_resolution (fixture->reference, "77/75");
  g_autofree char *date = wmd_reference_format_date (fixture->reference, WMD_LANGUAGE_EN, &profile->deadline);
  g_autofree char *markup = g_strdup_printf ("Replies were due no later than %s.", date);
  g_autoptr (WmdSnapshot) last = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;

  take_facts (&fixture->facts, wmd_facts_with (facts, WMD_FACT_RESOLUTION, "77/75"));
  add_block (&fixture->introduction, WMD_LANGUAGE_EN, "b1", markup, NULL);
  last = last_report (fixture);
  snapshot = wmd_roll_forward (last, NULL, 79, NULL, NULL);
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (get_block (snapshot, WMD_LANGUAGE_EN, 0))), ==,
                   "Replies were due no later than <field name=\"deadline\"/>.");
}

/* --- what is listed and marked --- */

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;
  const WmdRolledValue *value;

  add_block (&fixture->summary, WMD_LANGUAGE_FR, "b3", "Au 31 mai 2022, neuf gouvernements.", NULL);
  snapshot = roll (fixture, &values);
  g_assert_cmpuint (values->len, ==, WMD_N_FACTS - 2 + 2);
  value = values->pdata[values->len - 2];
  g_assert_cmpstr (value->part, ==, "summary");
  g_assert_cmpint (value->language, ==, WMD_LANGUAGE_FR);
  g_assert_cmpstr (value->block, ==, "b3");
  g_assert_cmpstr (value->field, ==, "cut-off");
  g_assert_cmpstr (value->old_text, ==, "31 mai 2022");
  g_assert_cmpstr (value->new_text, ==, "31 mai 2023"); /* the deadline, as long as no other day is known */
  value = values->pdata[values->len - 1];
  g_assert_cmpstr (value->field, ==, "governments");
  g_assert_cmpstr (value->old_text, ==, "neuf gouvernements");
  g_assert_null (value->new_text);
}

static void
test_reused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdInline) other = wmd_inline_new_text ("Other text.");
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdReport) report = NULL;
  g_autoptr (WmdHistory) history = NULL;
  g_autoptr (WmdEdit) edit = wmd_edit_new ("Change");
  g_autoptr (WmdBlock) edited = NULL;
  g_autoptr (WmdBody) body = NULL;

  add_block (&fixture->introduction, WMD_LANGUAGE_EN, "b1", "Text.", NULL);
  add_block (&fixture->introduction, WMD_LANGUAGE_EN, "b2", "Under 76/28.", NULL);
  add_block (&fixture->introduction, WMD_LANGUAGE_ES, "b1", "", "Text.");
  snapshot = roll (fixture, NULL);
  g_assert_cmpstr (wmd_block_get_reused (get_block (snapshot, WMD_LANGUAGE_EN, 0)), ==, "A/77/9999");
  g_assert_cmpstr (wmd_block_get_reused (get_block (snapshot, WMD_LANGUAGE_EN, 1)), ==, "A/77/9999");
  g_assert_null (wmd_block_get_reused (get_block (snapshot, WMD_LANGUAGE_ES, 0)));

  /* Edited text is new text, until the edit is undone. */
  report = wmd_report_new_from_snapshot (snapshot);
  history = wmd_history_new (report);
  edited = wmd_block_with_content (get_block (snapshot, WMD_LANGUAGE_EN, 1), other);
  body = wmd_body_with_block (wmd_snapshot_get_introduction (snapshot), WMD_LANGUAGE_EN, edited);
  wmd_edit_replace_body (edit, wmd_snapshot_get_introduction (snapshot), body);
  g_assert_true (wmd_history_apply (history, edit, NULL));
  g_assert_null (wmd_block_get_reused (get_block (wmd_report_get_snapshot (report), WMD_LANGUAGE_EN, 1)));
  wmd_history_undo (history);
  g_assert_true (wmd_snapshot_equal (wmd_report_get_snapshot (report), snapshot));

  /* Without a symbol the report is named by its id. */
  take_facts (&fixture->facts, wmd_facts_with (fixture->facts, WMD_FACT_SYMBOL, NULL));
  wmd_snapshot_unref (snapshot);
  snapshot = roll (fixture, NULL);
  g_assert_cmpstr (wmd_block_get_reused (get_block (snapshot, WMD_LANGUAGE_EN, 0)), ==, "last");
}

/* Each value that was found can be refused, or put in other words. */
static void
test_decided (Fixture *fixture, gconstpointer data)
{
  static const char english[] = "By 31 May 2022, nine Governments.<note>See 76/28.</note>";
  static const char *const texts[] = { NULL, "ten Governments", NULL, "31 mai 2022", NULL, NULL };
  g_autoptr (GPtrArray) decided = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (WmdSnapshot) last = NULL;
  g_autoptr (WmdSnapshot) first = NULL;
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (WmdFacts) facts = NULL;

  add_block (&fixture->introduction, WMD_LANGUAGE_EN, "b1", english, NULL);
  add_block (&fixture->introduction, WMD_LANGUAGE_FR, "b1", "Au 31 mai 2022, neuf gouvernements.<note>76/28.</note>",
             english);
  last = last_report (fixture);
  first = roll (fixture, &values);
  g_assert_cmpuint (values->len, ==, WMD_N_FACTS - 2 + G_N_ELEMENTS (texts));
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (decided, i < WMD_N_FACTS - 2 ? NULL : (char *) texts[i - (WMD_N_FACTS - 2)]);
  facts = wmd_facts_with (wmd_snapshot_get_facts (first), WMD_FACT_SYMBOL, "A/78/1");
  snapshot = wmd_roll_forward_with (last, facts, decided, NULL);
  g_assert_cmpstr (wmd_facts_get (wmd_snapshot_get_facts (snapshot), WMD_FACT_SYMBOL), ==, "A/78/1");
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (get_block (snapshot, WMD_LANGUAGE_EN, 0))), ==,
                   "By <field name=\"cut-off\"/>, ten Governments.<note>See <field name=\"resolution\"/>.</note>");
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (get_block (snapshot, WMD_LANGUAGE_FR, 0))), ==,
                   "Au 31 mai 2022, <field name=\"governments\"/>.<note><field name=\"resolution\"/>.</note>");
}

/* --- translations --- */

static void
test_translations (Fixture *fixture, gconstpointer data)
{
  static const char english[] = "By 31 May 2022, nine Governments had replied.";
  g_autoptr (WmdSnapshot) snapshot = NULL;
  WmdBody *body;
  WmdBlock *unit;

  add_block (&fixture->introduction, WMD_LANGUAGE_EN, "b1", english, NULL);
  /* Says the same. */
  add_block (&fixture->introduction, WMD_LANGUAGE_FR, "b1", "Au 31 mai 2022, neuf gouvernements avaient répondu.",
             english);
  /* The number of Governments in a form that is not found. */
  add_block (&fixture->introduction, WMD_LANGUAGE_RU, "b1", "К 31 мая 2022 года получены ответы девяти правительств.",
             english);
  /* Made from another text than the one of now. */
  add_block (&fixture->introduction, WMD_LANGUAGE_ES, "b1", "Al 31 de mayo de 2022 habían respondido nueve Gobiernos.",
             "By 31 May 2022, nine Governments had answered.");
  snapshot = roll (fixture, NULL);
  body = wmd_snapshot_get_introduction (snapshot);

  unit = get_block (snapshot, WMD_LANGUAGE_FR, 0);
  g_assert_nonnull (strstr (wmd_block_get_source (unit), "<field name=\"governments\"/> had replied"));
  g_assert_false (wmd_translation_is_stale (body, unit));
  g_assert_cmpint (wmd_block_get_progress (unit), ==, WMD_PROGRESS_APPROVED);

  unit = get_block (snapshot, WMD_LANGUAGE_RU, 0);
  g_assert_cmpstr (wmd_block_get_source (unit), ==, english);
  g_assert_true (wmd_translation_is_stale (body, unit));

  unit = get_block (snapshot, WMD_LANGUAGE_ES, 0);
  g_assert_nonnull (strstr (wmd_block_get_source (unit), "<field name=\"governments\"/> had answered"));
  g_assert_true (wmd_translation_is_stale (body, unit));
}

static void
add (const char *path, void (*function) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, function, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/roll-forward/facts", test_facts);
  add ("/roll-forward/unknown-number", test_unknown_number);
  add ("/roll-forward/errors", test_errors);
  add ("/roll-forward/standard-wording", test_standard_wording);
  add ("/roll-forward/other-wording", test_other_wording);
  add ("/roll-forward/near-misses", test_near_misses);
  add ("/roll-forward/markup", test_markup);
  add ("/roll-forward/facts-of-profile", test_facts_of_profile);
  add ("/roll-forward/list", test_list);
  add ("/roll-forward/reused", test_reused);
  add ("/roll-forward/decided", test_decided);
  add ("/roll-forward/translations", test_translations);
  return g_test_run ();
}
