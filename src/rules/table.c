/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rule table: one entry per rule, from which rules are asked and documentation is made. Ids are for ever: they
 * stand in waivers and in the output of the tool. An entry says what the rule asks and why, on what it rests, and
 * what to do; a message of a finding says only what was found.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

const WmdRule wmd_rules[] = {
  {
    .info = {
      .id = "missing-symbol",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Missing symbol"),
      .explanation = N_ ("Every document of the General Assembly goes under a symbol. Without it the "
                        "report can be neither cited nor found, and the running heads stay empty."),
      .source = N_ ("Practice of the Secretariat"),
      .example = N_ ("Masthead without “A/78/132”"),
      .remedy = N_ ("Enter the symbol that Documents Management gave the report."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_missing_symbol,
  },
  {
    .info = {
      .id = "malformed-symbol",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Malformed symbol or number"),
      .explanation = N_ ("The symbol, the session, the agenda item, the resolution and the job number "
                        "have fixed forms, and they belong together: the symbol names the session, "
                        "the resolution is one that asks for a report at that session, the job number "
                        "begins with the year."),
      .source = N_ ("Practice of the Secretariat; Editorial Manual, document symbols"),
      .example = "A-78-132",
      .remedy = N_ ("Write the number in its normal form, or correct the one that does not fit."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_malformed_symbol,
  },
  {
    .info = {
      .id = "missing-summary",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Missing summary"),
      .explanation = N_ ("A report of the Secretary-General begins with a summary, which most readers "
                        "read alone."),
      .source = N_ ("Editorial Manual, reports of the Secretary-General"),
      .example = N_ ("A first page without the box headed “Summary”"),
      .remedy = N_ ("Insert the standard wording; its fields give the figures of this report."),
    },
    .parts = WMD_PARTS_FRAME,
    .check = wmd_check_missing_summary,
  },
  {
    .info = {
      .id = "missing-introduction",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .title = N_ ("Missing introduction"),
      .explanation = N_ ("The introduction says what the Assembly asked for, and how and when replies "
                        "were invited."),
      .source = N_ ("Resolution: it asks for the report; practice of the series"),
      .example = N_ ("A report that begins with the replies"),
      .remedy = N_ ("Insert the standard wording; its fields give the dates of this report."),
    },
    .parts = WMD_PARTS_FRAME,
    .check = wmd_check_missing_introduction,
  },
  {
    .info = {
      .id = "missing-section",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Missing section"),
      .explanation = N_ ("The resolution asks for measures taken by international organizations and "
                        "for the views of Member States. A report without any reply of one of the two "
                        "does not give what was asked for."),
      .source = N_ ("Resolution: compile the measures of organizations, seek the views of Member "
                   "States"),
      .example = N_ ("Nine Governments replied, and no international organization"),
      .remedy = N_ ("Enter the replies, or waive with the reason why there are none."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_missing_section,
  },
  {
    .info = {
      .id = "missing-mandate",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Mandate not stated"),
      .explanation = N_ ("A reader must learn from the introduction under which resolution the report "
                        "is submitted, by which note verbale views were invited, by when, and what "
                        "becomes of replies that come later."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("An introduction that does not say by when views were invited"),
      .remedy = N_ ("Insert the standard wording, or name in your own words what is missing."),
    },
    .parts = WMD_PARTS_FRAME,
    .check = wmd_check_missing_mandate,
  },
  {
    .info = {
      .id = "count-mismatch",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Number of replies not right"),
      .explanation = N_ ("The numbers of replies stated in the summary and the introduction are those "
                        "of the replies held on the day of the count. They go wrong whenever a reply "
                        "comes in or is dated later."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("“seven international organizations” where six had replied"),
      .remedy = N_ ("Make the number a field, which counts for itself."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_count_mismatch,
  },
  {
    .info = {
      .id = "fact-mismatch",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Date, session or resolution not right"),
      .explanation = N_ ("The frame texts are often taken over from the year before. What they state "
                        "of the note verbale, the letters, the deadline, the day of the count, the "
                        "session and the resolution has to be that of this report."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("“no later than 31 May 2022” in the report of 2023"),
      .remedy = N_ ("Make it a field, which gives what is recorded of the report."),
    },
    .parts = WMD_PARTS_FRAME,
    .check = wmd_check_fact_mismatch,
  },
  {
    .info = {
      .id = "masthead-languages",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Languages on the masthead"),
      .explanation = N_ ("The masthead lists the languages in which the replies were received. In an "
                        "imported edition the list is compared with the replies."),
      .source = N_ ("Editorial Manual, masthead"),
      .example = N_ ("Original: English/French, with a reply in Spanish"),
      .remedy = N_ ("Correct the original language of the reply; the masthead of an export follows "
                   "from the replies."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_masthead_languages,
  },
  {
    .info = {
      .id = "contents-mismatch",
      .family = "report",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPORT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Contents differ from the headings"),
      .explanation = N_ ("Each entry of the contents is the heading it leads to, in the same words and "
                        "the same order. In an imported edition the two are compared."),
      .source = N_ ("Editorial Manual, tables of contents"),
      .example = N_ ("“一. 导言” in the contents, “一. 引言” in the text"),
      .remedy = N_ ("Nothing is to be done for an export: its contents are made from the headings. For "
                   "the edition in print a correction may be due."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_contents_mismatch,
  },
  {
    .info = {
      .id = "too-long",
      .family = "report",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Longer than allowed"),
      .explanation = N_ ("A report that originates in the Secretariat has at most 8,500 words, "
                        "headings and footnotes counted. A longer one needs a waiver. Where a text is "
                        "not held in English its length is estimated."),
      .source = N_ ("Editorial Manual, length of documents"),
      .example = N_ ("9,214 words, where 8,500 are allowed"),
      .remedy = N_ ("Ask for shorter summaries, or ask for a waiver and record it here."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_too_long,
  },
  {
    .info = {
      .id = "unknown-resolution",
      .family = "report",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Resolution not known"),
      .explanation = N_ ("The requests, dates and limits of the resolution are read from its profile. "
                        "For a resolution without one nothing can be said of whether the report gives "
                        "what was asked for."),
      .source = N_ ("Practice of this program"),
      .example = N_ ("95/1, which is not in the data"),
      .remedy = N_ ("Correct the number of the resolution, or add a profile of it to the data."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_unknown_resolution,
  },
  {
    .info = {
      .id = "unresolved-request",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Request not shown to be met"),
      .explanation = N_ ("The profile of the resolution lists what it asks of the report. Most "
                        "requests are shown to be met by other rules; one that no rule can show has "
                        "to be looked at by a person."),
      .source = N_ ("Resolution: each of its operative paragraphs"),
      .example = N_ ("A new request of the resolution, for which there is no rule yet"),
      .remedy = N_ ("Read the report against the request and waive the finding, naming the place that "
                   "meets it."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_unresolved_request,
  },
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
  {
    .info = {
      .id = "unfinished-paragraph",
      .family = "text",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Unfinished paragraph"),
      .explanation = N_ ("A paragraph ends without closing punctuation and the next does not read on: "
                        "something is missing, or the end was cut off."),
      .source = N_ ("Editorial practice"),
      .example = "… 分析现有技术方",
      .remedy = N_ ("Compare with the submission and complete the paragraph."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_unfinished_paragraph,
  },
  {
    .info = {
      .id = "split-paragraph",
      .family = "text",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Paragraph cut in two"),
      .explanation = N_ ("A page break can cut a paragraph in two when a text is copied. Where the "
                        "second half reads on without doubt the two are joined."),
      .source = N_ ("Editorial practice"),
      .example = "… 印度还积极参与打击核恐怖主义全 | 球倡议 …",
      .remedy = N_ ("Join the paragraphs."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_split_paragraph,
  },
  {
    .info = {
      .id = "damaged-text",
      .family = "text",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Damaged text"),
      .explanation = N_ ("Replacement characters, control characters and characters of private use are "
                        "signs that text was lost or read in a wrong encoding; so is a paragraph that "
                        "begins within a word whose beginning is nowhere."),
      .source = N_ ("Editorial practice"),
      .example = "Minist�re",
      .remedy = N_ ("Take the text from the submission again."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_damaged_text,
  },
  {
    .info = {
      .id = "foreign-word",
      .family = "text",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_BLOCK,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Foreign word"),
      .explanation = N_ ("A word of a script or a language that the text is not in was forgotten in "
                        "translation, or has letters that only look right. Acronyms, addresses, "
                        "numerals, document symbols and names in brackets or quotation marks are let "
                        "pass."),
      .source = N_ ("Editorial practice"),
      .example = "经济 and 商务部",
      .remedy = N_ ("Translate the word, or type it again."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_foreign_word,
  },
  {
    .info = {
      .id = "citation-form",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Form of a citation"),
      .explanation = N_ ("Resolutions and parts of documents are cited in one form in each language, "
                        "which the reader recognises and links are made from. The same chapter is not "
                        "XI here and eleven there."),
      .source = N_ ("Editorial Manual, citation of resolutions"),
      .example = N_ ("resolution 1540(2004), UNSCR 1540"),
      .remedy = N_ ("Put the normal form."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_citation_form,
  },
  {
    .info = {
      .id = "spacing",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Spacing"),
      .explanation = N_ ("What stands between words, figures, brackets and punctuation follows the "
                        "form of the language, and is the same throughout a reply."),
      .source = N_ ("Practice of the language services"),
      .example = N_ ("2022年 beside 2022 年"),
      .remedy = N_ ("Correct the spacing."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_spacing,
  },
  {
    .info = {
      .id = "number-form",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Numbers in two forms"),
      .explanation = N_ ("Thousands and decimals are written in one way throughout a reply."),
      .source = N_ ("Editorial Manual, numbers"),
      .example = N_ ("3600 and 2 500"),
      .remedy = N_ ("Write both in the form of the language."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_number_form,
  },
  {
    .info = {
      .id = "quotation-form",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Quotation marks"),
      .explanation = N_ ("Quotations and titles stand in the marks of the language, in pairs, and a "
                        "title always in the same marks."),
      .source = N_ ("Editorial Manual, quotations; practice of the language services"),
      .example = N_ ("\"text\" for “text”"),
      .remedy = N_ ("Put the marks of the language."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_quotation_form,
  },
  {
    .info = {
      .id = "undefined-abbreviation",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Abbreviation not introduced"),
      .explanation = N_ ("Each reply is read alone: an abbreviation is spelled out where it is first "
                        "used in it."),
      .source = N_ ("Editorial Manual, abbreviations and acronyms"),
      .example = N_ ("IAEA in a reply that nowhere has “International Atomic Energy Agency (IAEA)”"),
      .remedy = N_ ("Spell the name out at the first use, with the abbreviation in brackets."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_undefined_abbreviation,
  },
  {
    .info = {
      .id = "name-variant",
      .family = "text",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Name in two forms"),
      .explanation = N_ ("A name that differs by a character or two from one used elsewhere in the "
                        "reply, or from one in the registry, is most often a slip."),
      .source = N_ ("Editorial practice"),
      .example = N_ ("反委员会方案管理中心 beside 反恐委员会方案管理中心"),
      .remedy = N_ ("Write the name as it is elsewhere, or waive if the two are different."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_name_variant,
  },
  {
    .info = {
      .id = "lone-heading",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Single heading"),
      .explanation = N_ ("A level with one heading only divides nothing."),
      .source = N_ ("Editorial Manual, headings"),
      .example = N_ ("One subheading in a reply, and no second one"),
      .remedy = N_ ("Take the heading out, or add the others."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_lone_heading,
  },
  {
    .info = {
      .id = "list-form",
      .family = "text",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_VARIANT,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Form of a list"),
      .explanation = N_ ("Items of a list end alike; in English bullets end with a full stop or "
                        "nothing, never with a semicolon. Their marks are made by the program, so a "
                        "mark typed as text is printed beside another. A list is not cut in two."),
      .source = N_ ("Editorial Manual, lists"),
      .example = "- A first item;",
      .remedy = N_ ("Put the ends right, make typed items items, join what was cut."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_list_form,
  },
  {
    .info = {
      .id = "known-resolution",
      .family = "text",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_BLOCK,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Resolution of another year"),
      .explanation = N_ ("Resolutions of the Security Council are numbered through, those of the "
                        "Assembly by session: the number says what the year can be."),
      .source = N_ ("The resolutions of the Council and the Assembly"),
      .example = "resolution 1540 (2005)",
      .remedy = N_ ("Correct the number or the year."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_known_resolution,
  },
  {
    .info = {
      .id = "conflicting-figures",
      .family = "across",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_ACROSS,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Figures that differ"),
      .explanation = N_ ("Two replies give different figures for the same named thing. Both may be "
                        "right, at different times or counted otherwise: it is a question for the "
                        "authors, never a change."),
      .source = N_ ("Editorial practice"),
      .example = N_ ("62 partner countries here, 64 there, of one initiative"),
      .remedy = N_ ("Ask the authors, and record the answer."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_conflicting_figures,
  },
  {
    .info = {
      .id = "term-variant",
      .family = "across",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_NOTE,
      .scope = WMD_SCOPE_ACROSS,
      .languages = "ar en es fr ru zh",
      .title = N_ ("One thing under two names"),
      .explanation = N_ ("Replies call one thing by different names in one edition. The names of "
                        "States and organizations are fixed; of conventions and bodies the one in use "
                        "at the United Nations is preferred."),
      .source = N_ ("UNTERM; practice of the language services"),
      .example = N_ ("《生物及毒素武器公约》 beside 《生物武器公约》"),
      .remedy = N_ ("Ask the author or the translator which is meant, or bring them into line."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_term_variant,
  },
  {
    .info = {
      .id = "missing-translation",
      .family = "editions",
      .severity = WMD_SEVERITY_NOTE,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Translation missing"),
      .explanation = N_ ("An edition has every part of the report in its language. For a report that "
                        "is being translated, what is missing in a language that work has begun on is "
                        "noted."),
      .source = N_ ("Rules of procedure of the General Assembly, rules 51–57"),
      .example = N_ ("A paragraph held in Spanish and English, in the French edition"),
      .remedy = N_ ("Translate the text."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_missing_translation,
  },
  {
    .info = {
      .id = "stale-translation",
      .family = "editions",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPLY,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Translation out of date"),
      .explanation = N_ ("The source was changed after this paragraph was translated from it, in more "
                        "than spacing or quotation marks."),
      .source = N_ ("Practice of this program"),
      .example = N_ ("“12 measures” in the translation, where the source now has 14"),
      .remedy = N_ ("Look at what changed and translate it, or confirm that the translation is still "
                   "right."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_stale_translation,
  },
  {
    .info = {
      .id = "tentative-translation",
      .family = "editions",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPLY,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Tentative translation"),
      .explanation = N_ ("The translator marked the paragraph as tentative. An edition about to be "
                        "issued should have none."),
      .source = N_ ("Practice of this program"),
      .example = N_ ("A translation marked tentative, in an edition that is to be issued"),
      .remedy = N_ ("Settle the question and clear the mark."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_tentative_translation,
  },
  {
    .info = {
      .id = "unrevised-translation",
      .family = "editions",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPLY,
      .languages = "ar en es fr ru zh",
      .title = N_ ("Translation not revised"),
      .explanation = N_ ("An edition about to be issued consists of translations that a reviser has "
                        "read."),
      .source = N_ ("Practice of the language services"),
      .example = N_ ("A paragraph that was translated and revised by nobody"),
      .remedy = N_ ("Have the translation revised."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_unrevised_translation,
  },
};

const guint wmd_n_rules = G_N_ELEMENTS (wmd_rules);

guint
wmd_rules_get_n_rules (void)
{
  return wmd_n_rules;
}

const WmdRuleInfo *
wmd_rules_get_info (guint index)
{
  g_return_val_if_fail (index < wmd_n_rules, NULL);

  return &wmd_rules[index].info;
}

const WmdRuleInfo *
wmd_rules_lookup (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < wmd_n_rules; i++)
    if (g_str_equal (wmd_rules[i].info.id, id))
      return &wmd_rules[i].info;
  return NULL;
}

const char *
wmd_rules_translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

gboolean
wmd_rule_speaks (const WmdRule *self, WmdLanguage language)
{
  return self->info.languages == NULL || strstr (self->info.languages, wmd_language_get_code (language)) != NULL;
}
