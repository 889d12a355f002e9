/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/rule-private.h"

G_BEGIN_DECLS

/* The functions of the rule table; what each asks stands there. */

/* identifier-rules.c */
void wmd_check_missing_symbol (WmdProbe *probe);
void wmd_check_malformed_symbol (WmdProbe *probe);

/* file-name-rules.c */
void wmd_check_edition_file_name (WmdProbe *probe);

/* fact-rules.c */
void wmd_check_missing_masthead_data (WmdProbe *probe);
void wmd_check_missing_job_number (WmdProbe *probe);
void wmd_check_unset_field (WmdProbe *probe);
void wmd_check_impossible_report_date (WmdProbe *probe);
void wmd_check_date_order (WmdProbe *probe);

/* frame-rules.c */
void wmd_check_missing_summary (WmdProbe *probe);
void wmd_check_missing_introduction (WmdProbe *probe);
void wmd_check_missing_mandate (WmdProbe *probe);

/* statement-rules.c */
void wmd_check_count_mismatch (WmdProbe *probe);
void wmd_check_fact_mismatch (WmdProbe *probe);

/* report-rules.c */
void wmd_check_missing_section (WmdProbe *probe);
void wmd_check_too_long (WmdProbe *probe);
void wmd_check_unknown_resolution (WmdProbe *probe);
void wmd_check_unresolved_request (WmdProbe *probe);

/* edition-rules.c */
void wmd_check_masthead_languages (WmdProbe *probe);
void wmd_check_contents_mismatch (WmdProbe *probe);
void wmd_check_wrong_section (WmdProbe *probe);
void wmd_check_out_of_order (WmdProbe *probe);

/* reply-rules.c */
void wmd_check_unknown_respondent (WmdProbe *probe);
void wmd_check_duplicate_respondent (WmdProbe *probe);
void wmd_check_missing_language (WmdProbe *probe);
void wmd_check_unofficial_language (WmdProbe *probe);
void wmd_check_missing_date (WmdProbe *probe);
void wmd_check_impossible_date (WmdProbe *probe);
void wmd_check_late_reply (WmdProbe *probe);
void wmd_check_early_reply (WmdProbe *probe);
void wmd_check_future_date (WmdProbe *probe);
void wmd_check_empty_reply (WmdProbe *probe);
void wmd_check_missing_source (WmdProbe *probe);
void wmd_check_reply_too_long (WmdProbe *probe);
void wmd_check_malformed_address (WmdProbe *probe);

/* translation-rules.c */
void wmd_check_missing_translation (WmdProbe *probe);
void wmd_check_stale_translation (WmdProbe *probe);
void wmd_check_tentative_translation (WmdProbe *probe);
void wmd_check_unrevised_translation (WmdProbe *probe);

/* paragraph-rules.c */
void wmd_check_unfinished_paragraph (WmdProbe *probe);
void wmd_check_split_paragraph (WmdProbe *probe);
void wmd_check_damaged_text (WmdProbe *probe);
void wmd_check_cut_list (WmdProbe *probe); /* part of list-form */

/* word-rules.c */
void wmd_check_foreign_word (WmdProbe *probe);

/* abbreviation-rules.c */
void wmd_check_undefined_abbreviation (WmdProbe *probe);

/* citation-rules.c */
void wmd_check_citation_form (WmdProbe *probe);
void wmd_check_known_resolution (WmdProbe *probe);

/* spacing-rules.c, number-rules.c */
void wmd_check_spacing (WmdProbe *probe);
void wmd_check_number_form (WmdProbe *probe);

/* quotation-rules.c */
void wmd_check_quotation_form (WmdProbe *probe);

/* name-rules.c, word-name-rules.c */
void wmd_check_name_variant (WmdProbe *probe);
void wmd_check_title_names (WmdProbe *probe);   /* its part for Chinese titles */
void wmd_check_running_names (WmdProbe *probe); /* its part for Chinese bodies */
void wmd_check_short_names (WmdProbe *probe);   /* part of undefined-abbreviation: Chinese */

/* across-rules.c */
void wmd_check_conflicting_figures (WmdProbe *probe);
void wmd_check_term_variant (WmdProbe *probe);

/* list-rules.c */
void wmd_check_lone_heading (WmdProbe *probe);
void wmd_check_list_form (WmdProbe *probe);

G_END_DECLS
