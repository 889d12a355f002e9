/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of the rule table about what texts say, compared. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"
#include "rules/table-private.h"

static const WmdRule rules[] = {
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
};

const WmdRuleTable wmd_across_rules = { rules, G_N_ELEMENTS (rules) };
