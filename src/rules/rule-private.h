/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/edit.h"
#include "rules/checker.h"
#include "rules/digest-private.h"
#include "rules/forms-private.h"
#include "rules/lexicon-private.h"
#include "rules/reading-private.h"

G_BEGIN_DECLS

typedef struct _WmdRule WmdRule;
typedef struct _WmdProbe WmdProbe;

typedef void (*WmdRuleCheck) (WmdProbe *probe);

/* The parts of a report that a rule reads. */
typedef enum
{
  WMD_PARTS_FRAME = 1 << 0, /* summary and introduction */
  WMD_PARTS_REPLIES = 1 << 1,
  WMD_PARTS_ALL = WMD_PARTS_FRAME | WMD_PARTS_REPLIES,
} WmdParts;

/* One entry of the rule table: what documentation shows, and how the rule is asked. */
struct _WmdRule
{
  WmdRuleInfo info;
  WmdParts parts;
  WmdRuleCheck check;
};

/* Of the table, in the order of the catalogue; NULL past the last. */
const WmdRule *wmd_rules_get (guint index);

/* TRUE when the rule reads text of that language. */
gboolean wmd_rule_speaks (const WmdRule *self, WmdLanguage language);

/* --- what a rule sees --- */

/* What is read as a text of its own: that of a block, or a footnote of it. */
typedef struct
{
  guint block;                /* index */
  const WmdNoteReading *note; /* NULL: the text of the block */
  const WmdReading *reading;
} WmdPlace;

/* One variant as the checker keeps it: its blocks and what was read in them. */
typedef struct
{
  WmdVariant *variant;
  WmdReading **readings; /* one per block; owned by the checker */
  GArray *places;        /* (element-type WmdPlace) the blocks in their order, each with its footnotes behind it */
  guint n_blocks;
  guint n_words;     /* footnotes included */
  WmdDigest *digest; /* for the rules that compare replies */
} WmdPage;

/* One part of the report with what was read in its languages. */
typedef struct
{
  WmdBody *body;
  guint name_hash;                       /* of who replies */
  const char *identity;                  /* of who replies, to compare; NULL when nobody says */
  guint n_name_words;                    /* of the name in English, that heads the reply */
  WmdSection section;                    /* of a reply */
  const WmdPage *pages[WMD_N_LANGUAGES]; /* NULL where a language is not held */
} WmdRulePart;

/* Index of the first reply among the parts: the two frame texts come before it. */
#define WMD_FIRST_REPLY 2

/* What a rule is asked about. Only what the scope of the rule gives is set: a block rule sees its block, a
 * variant rule the variant and who replies, a reply rule the body and the facts, an across rule the digests of the
 * parts, a report rule everything. What a rule of a narrow scope says is remembered with its object, so it must depend
 * on nothing that is not set.
 */
struct _WmdProbe
{
  const WmdRule *rule;
  WmdReference *reference;
  WmdForms *forms;
  const WmdLexicon *lexicon; /* of the language of the page */

  WmdSnapshot *snapshot; /* report */
  WmdFacts *facts;       /* reply, report */
  WmdLanguage edition;   /* reply, across, report; NONE asks whether the report is sound */
  guint languages;       /* reply, report: bit set of the languages that the report is being translated into */

  WmdBody *body;                /* reply */
  const WmdPage *page;          /* variant, block */
  const char *const *own_names; /* variant: all names of who replies; NULL in a frame text */
  WmdLanguage language;         /* variant, block */
  guint index;                  /* block: its place in the page; variant rules set it for each block they speak of */
  const WmdNoteReading *note;   /* block: the footnote of it that is meant, NULL: its text; set by wmd_probe_go_to() */

  const WmdRulePart *parts; /* across, report: summary, introduction, replies in the order of the English edition */
  guint n_parts;
  const WmdLexicon *(*get_lexicon) (WmdProbe *probe, WmdLanguage language); /* across */
  gpointer checker;                                                         /* for get_lexicon() */

  GPtrArray *remarks; /* (element-type WmdRemark) what was said so far */
};

/* --- what a rule says --- */

typedef enum
{
  WMD_REPAIR_TEXT,  /* the range becomes text */
  WMD_REPAIR_FIELD, /* the range becomes the field named text */
  WMD_REPAIR_JOIN,  /* the block and the next become one, with text between them */
  WMD_REPAIR_KIND,  /* the range goes, and the block becomes of the kind range.kind */
} WmdRepairKind;

typedef struct
{
  WmdRepairKind kind;
  guint block; /* index in the variant */
  guint start;
  guint end;
  char *text;
  WmdBlockKind block_kind; /* of WMD_REPAIR_KIND */
  gboolean in_note;        /* the range is one of the footnote whose mark stands at note */
  guint note;
} WmdRepair;

/* What a rule said, before it is tied to a body: block rules do not know in which place their block stands, and
 * a fix can be made only of the body as it is now.
 */
typedef struct
{
  const WmdRule *rule;
  WmdSeverity severity;

  WmdBody *body; /* of a report rule: the part it speaks of, or NULL for the report itself */
  WmdLanguage language;
  int block;        /* index in the variant; -1: none */
  gboolean in_note; /* the place is the mark of a footnote, whatever range in it was meant */
  char *block_id;   /* of a block that the variant does not have; else NULL */
  guint start;
  guint end;

  char *hint;
  char *message;
  GArray *repairs; /* (element-type WmdRepair) NULL for none */
  WmdEdit *fix;    /* instead of repairs */
  char *fix_label;
} WmdRemark;

/* Says something at the place that the probe stands at: its block where it has one. @message is taken.
 * The remark belongs to the probe; the functions below narrow its place and add a fix.
 */
WmdRemark *wmd_probe_say (WmdProbe *probe, const char *hint, char *message);

/* Of what is said of a footnote the range stays its mark. */
void wmd_remark_set_range (WmdRemark *self, guint start, guint end);

/* Of report rules: the part, the language (may be NONE) and the index of the block (-1: none) meant. */
void wmd_remark_set_place (WmdRemark *self, WmdBody *body, WmdLanguage language, int block);

/* That @text takes the place of a range of what the probe reads. @text is not copied. */
WmdRepair wmd_probe_repair (const WmdProbe *probe, guint start, guint end, const char *text);

/* For a block that the variant does not have (yet). */
void wmd_remark_set_block_id (WmdRemark *self, const char *id);

/* @label is translated. Repairs of one remark are made together; they may not overlap. */
void wmd_remark_add_repair (WmdRemark *self, const char *label, const WmdRepair *repair);

/* Ties what a block rule said to the place where the block stands now. */
void wmd_remark_move (WmdRemark *self, guint block);

/* Takes @edit. */
void wmd_remark_set_fix (WmdRemark *self, const char *label, WmdEdit *edit);

/* The same about @body; for remarks without a fix. (transfer full) */
WmdRemark *wmd_remark_copy (const WmdRemark *self, WmdBody *body);
void wmd_remark_free (WmdRemark *self);

/* The finding, tied to @body (NULL: the report itself); its fix puts a new body in the place of @body. (transfer full)
 */
WmdFinding *wmd_remark_to_finding (const WmdRemark *self, WmdBody *body, WmdFacts *facts);

/* TRUE when the report has every fact that the request asks for. */
gboolean wmd_request_has_facts (const WmdResolutionRequest *request, const WmdFacts *facts);

/* TRUE for an addendum, "A/60/185/Add.1": it has replies alone, and not of all sections. */
gboolean wmd_rule_is_addendum (const WmdFacts *facts);

/* FALSE when the report has switched the rule off. */
gboolean wmd_rule_is_on (const WmdRuleInfo *info, const WmdFacts *facts);

/* --- small things that several rules need --- */

/* An edit of one body. (transfer full) */
WmdEdit *wmd_rule_edit_body (const char *label, WmdBody *old_body, WmdBody *new_body);

/* TRUE when any block of the variant (may be NULL) has text. */
gboolean wmd_rule_has_text (WmdVariant *variant);

/* What the probe reads: the text of its block, or of a footnote. */
const WmdReading *wmd_probe_get_reading (const WmdProbe *probe);

/* Moves the probe to a place of its page and gives what is read there. */
const WmdReading *wmd_probe_go_to (WmdProbe *probe, guint place);

/* TRUE when the list of words of the data has the token. */
gboolean wmd_probe_has_word (const WmdProbe *probe, const WmdReading *reading, const char *key, guint index);

/* A range of what the probe reads. (transfer full) */
char *wmd_probe_dup_text (const WmdProbe *probe, guint start, guint end);

/* Name of a reply for messages: in the user's language where the report has it, else in English. */
const char *wmd_probe_get_name (const WmdProbe *probe, const WmdBody *body);

/* A date as the user reads it. (transfer full) */
char *wmd_probe_format_date (const WmdProbe *probe, const WmdDate *date);

G_END_DECLS
