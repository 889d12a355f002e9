/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of the rule table about one reply and who sent it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"
#include "rules/table-private.h"

static const WmdRule rules[] = {
  {
    .info = {
      .id = "unknown-respondent",
      .family = "replies",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Unknown respondent"),
      .explanation = N_ ("The name, the section and the order of a reply follow from its respondent. "
                        "One who is not in the registry needs names of its own."),
      .source = N_ ("UNTERM; practice of the series"),
      .example = N_ ("An organization entered by its English name alone"),
      .remedy = N_ ("Choose the respondent, or enter its names in the six languages."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_unknown_respondent,
  },
  {
    .info = {
      .id = "duplicate-respondent",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Two replies of one respondent"),
      .explanation = N_ ("A Government or organization has one reply in the report. A second one is a "
                        "correction or an addition, which belongs to the first."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("Two replies of Spain, of 3 and of 20 May"),
      .remedy = N_ ("Merge the two and read the result."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_duplicate_respondent,
  },
  {
    .info = {
      .id = "wrong-section",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Reply in the wrong section"),
      .explanation = N_ ("Governments, the European Union and international organizations have "
                        "sections of their own; the European Union has its under resolution 65/276."),
      .source = N_ ("Resolution 65/276; practice of the series"),
      .example = N_ ("The European Union among the international organizations"),
      .remedy = N_ ("Nothing is to be done for an export: sections follow from the respondents. For "
                   "the edition in print a correction may be due."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_wrong_section,
  },
  {
    .info = {
      .id = "out-of-order",
      .family = "replies",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPORT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Replies out of order"),
      .explanation = N_ ("Replies stand in the alphabetical order of their names in the language of "
                        "the edition, or in the English order where all editions keep it."),
      .source = N_ ("Editorial Manual, lists of States"),
      .example = N_ ("Oman before Kazakhstan in the English edition"),
      .remedy = N_ ("Nothing is to be done for an export: the order follows from the names. For the "
                   "edition in print a correction may be due."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_out_of_order,
  },
  {
    .info = {
      .id = "missing-language",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Original language not given"),
      .explanation = N_ ("Under the heading of each reply stands the language in which it was "
                        "received, and the masthead lists them all."),
      .source = N_ ("Editorial Manual, texts in other languages"),
      .example = N_ ("“[3 May 2023]” under the heading, without “[Original: Spanish]”"),
      .remedy = N_ ("Choose the original language."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_missing_language,
  },
  {
    .info = {
      .id = "unofficial-language",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Original language is not official"),
      .explanation = N_ ("Replies are accepted in the six official languages: Arabic, Chinese, "
                        "English, French, Russian and Spanish."),
      .source = N_ ("Rules of procedure of the General Assembly, rules 51–57"),
      .example = "pt",
      .remedy = N_ ("Choose the official language in which the reply was submitted; a text in another "
                   "language came with a translation."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_unofficial_language,
  },
  {
    .info = {
      .id = "missing-date",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Date missing"),
      .explanation = N_ ("Under the heading of each reply stands its date, by which it is known "
                        "whether it came in time."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("“[Original: Spanish]” under the heading, without a date"),
      .remedy = N_ ("Enter the date of the reply."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_missing_date,
  },
  {
    .info = {
      .id = "impossible-date",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Impossible date"),
      .explanation = N_ ("The date does not exist in the calendar."),
      .source = N_ ("The calendar"),
      .example = "2023-04-31",
      .remedy = N_ ("Enter the date that the reply bears."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_impossible_date,
  },
  {
    .info = {
      .id = "late-reply",
      .family = "replies",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Late reply"),
      .explanation = N_ ("Views received after the deadline are put on the website as received; they "
                        "are not part of the report and there is no addendum."),
      .source = N_ ("The note verbale; introduction of the report"),
      .example = N_ ("2 June 2023, where 31 May 2023 was the last day"),
      .remedy = N_ ("Take the reply out, or waive with the reason why it is kept."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_late_reply,
  },
  {
    .info = {
      .id = "early-reply",
      .family = "replies",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Reply before the request"),
      .explanation = N_ ("A reply that is dated before the note verbale was not written in answer to "
                        "it: the date may be wrong, or the reply may be of an earlier year."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("10 January 2023, where the note verbale is of 31 January 2023"),
      .remedy = N_ ("Compare with the submission; correct the date or the reply."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_early_reply,
  },
  {
    .info = {
      .id = "future-date",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Reply after the report"),
      .explanation = N_ ("A reply cannot be dated after the report that contains it."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("12 July 2023, in a report dated 10 July 2023"),
      .remedy = N_ ("Correct the date of the reply or of the report."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_future_date,
  },
  {
    .info = {
      .id = "empty-reply",
      .family = "replies",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Empty reply"),
      .explanation = N_ ("The reply has a heading but no text in any language."),
      .source = N_ ("Resolution: it asks for views"),
      .example = N_ ("A heading with nothing under it"),
      .remedy = N_ ("Enter the text, or take the reply out."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_empty_reply,
  },
  {
    .info = {
      .id = "missing-source",
      .family = "replies",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Original text not held"),
      .explanation = N_ ("Translations are compared with the text in the original language. Without it "
                        "nothing shows whether they are complete or out of date. Of the replies of an "
                        "imported edition it is not said."),
      .source = N_ ("Practice of this program"),
      .example = N_ ("A French translation of a reply received in Arabic, without the Arabic text"),
      .remedy = N_ ("Enter or import the text in the original language."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_missing_source,
  },
  {
    .info = {
      .id = "reply-too-long",
      .family = "replies",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Reply longer than asked for"),
      .explanation = N_ ("The note verbale asks for an executive summary; full texts go to the "
                        "website."),
      .source = N_ ("The note verbale"),
      .example = N_ ("A summary of 1,240 words, where 500 were asked for"),
      .remedy = N_ ("Ask the respondent for a shorter summary."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_reply_too_long,
  },
  {
    .info = {
      .id = "malformed-address",
      .family = "replies",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Malformed address"),
      .explanation = N_ ("The address of the full text becomes a link; it has to be a complete http or "
                        "https address."),
      .source = N_ ("Practice of this program"),
      .example = "disarmament.unoda.org/full-text",
      .remedy = N_ ("Complete the address."),
    },
    .parts = WMD_PARTS_REPLIES,
    .check = wmd_check_malformed_address,
  },
};

const WmdRuleTable wmd_replies_rules = { rules, G_N_ELEMENTS (rules) };
