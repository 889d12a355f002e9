/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of the rule table about the report as a whole. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"
#include "rules/table-private.h"

static const WmdRule rules[] = {
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
      .id = "missing-masthead-data",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Masthead not complete"),
      .explanation = N_ ("The first page of an edition gives the session, the agenda item and the date of the "
                        "report. It is asked for when an edition is to be issued, not of a draft."),
      .source = N_ ("Editorial Manual, masthead"),
      .example = N_ ("A first page without “10 July 2023”"),
      .remedy = N_ ("Enter what is missing in the report data."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_missing_masthead_data,
  },
  {
    .info = {
      .id = "missing-job-number",
      .family = "report",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Missing job number"),
      .explanation = N_ ("Every document is produced under a job number, which stands at the foot of its pages and in the bar code of the "
                        "first. It is asked for when an edition is to be issued, not of a draft."),
      .source = N_ ("Practice of the Secretariat"),
      .example = N_ ("A first page without “23-13333”"),
      .remedy = N_ ("Enter the job number that Documents Management gave the report."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_missing_job_number,
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
      .id = "impossible-report-date",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Impossible date of the report"),
      .explanation = N_ ("A date of the report data does not exist in the calendar. The texts that state it, and the "
                        "rules that compare other dates with it, cannot be right."),
      .source = N_ ("The calendar"),
      .example = "2023-02-31",
      .remedy = N_ ("Correct the date in the report data."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_impossible_report_date,
  },
  {
    .info = {
      .id = "date-order",
      .family = "report",
      .severity = WMD_SEVERITY_ERROR,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Dates out of order"),
      .explanation = N_ ("The note verbale and the letters are sent before the deadline; replies are counted when it "
                        "has passed, and the report is dated after that."),
      .source = N_ ("Practice of the series"),
      .example = N_ ("A deadline of 31 May 2023, in a report dated 10 May 2023"),
      .remedy = N_ ("Correct the date that is wrong in the report data."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_date_order,
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
      .id = "unset-field",
      .family = "report",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_ERROR,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("Field with nothing to give"),
      .explanation = N_ ("A field of the summary or the introduction gives a date or a number of the report data. "
                        "Where the data does not have it, the text has a gap."),
      .source = N_ ("Practice of this program"),
      .example = N_ ("“no later than {deadline}” where no deadline was entered"),
      .remedy = N_ ("Enter what is missing in the report data."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_unset_field,
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
      .id = "edition-file-name",
      .family = "report",
      .severity = WMD_SEVERITY_WARNING,
      .edition_severity = WMD_SEVERITY_WARNING,
      .scope = WMD_SCOPE_REPORT,
      .title = N_ ("File of another document"),
      .explanation = N_ ("The files of the editions are named for the symbol and the language, or for the job number. A file that is named for "
                        "another document, another language or another job was most likely imported by mistake."),
      .source = N_ ("Practice of the United Nations libraries and the documents services"),
      .example = N_ ("A_78_150-FR.txt, imported into the report A/78/132"),
      .remedy = N_ ("Import the right file, or correct the symbol or the job number of the report."),
    },
    .parts = WMD_PARTS_ALL,
    .check = wmd_check_edition_file_name,
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
};

const WmdRuleTable wmd_report_rules = { rules, G_N_ELEMENTS (rules) };
