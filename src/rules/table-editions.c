/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of the rule table about the editions of the report in its languages. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"
#include "rules/table-private.h"

static const WmdRule rules[] = {
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

const WmdRuleTable wmd_editions_rules = { rules, G_N_ELEMENTS (rules) };
