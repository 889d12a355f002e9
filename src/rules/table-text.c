/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of the rule table about how a text is written. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"
#include "rules/table-private.h"

static const WmdRule rules[] = {
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
                        "something is missing, or the end was cut off. What looks like a heading but is "
                        "as long as a sentence may be such a paragraph."),
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
                        "begins within a word or a sentence whose beginning is nowhere."),
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
                        "which the reader recognises and links are made from: in running text a "
                        "resolution goes by its number, not by its symbol. The same chapter is not XI "
                        "here and eleven there."),
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
      .explanation = N_ ("Quotations and titles stand in the marks of the language, and a title always "
                        "in the same marks. Marks and brackets stand in pairs."),
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
                        "used in it, or in a footnote to it. Titles, the short name of who replies and "
                        "abbreviations that everybody knows need not be."),
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
                        "reply, or from one in the registry, is most often a slip; so is a long word of "
                        "which two letters changed places."),
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
};

const WmdRuleTable wmd_text_rules = { rules, G_N_ELEMENTS (rules) };
