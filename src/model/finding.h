/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/language.h"

G_BEGIN_DECLS

typedef struct _WmdEdit WmdEdit;

typedef enum
{
  WMD_SEVERITY_NOTE,
  WMD_SEVERITY_WARNING,
  WMD_SEVERITY_ERROR,
  WMD_SEVERITY_OFF, /* of a rule that a report does not want asked: no finding has it */
} WmdSeverity;

/* "note", "warning", "error" */
const char *wmd_severity_get_id (WmdSeverity severity);
gboolean    wmd_severity_from_id (const char  *id,
                                  WmdSeverity *severity);

/* Something that a rule, an import or an export noticed, with its place and its reason.
 * Reference counted; filled once by its maker through the fields, immutable from then on.
 */
typedef struct
{
  char *rule; /* "late-reply"; ids are for ever */
  WmdSeverity severity;

  /* Place, from wide to narrow; NULL, NONE or 0 where it does not apply. */
  char *part; /* id of the frame text or reply; NULL for the report itself */
  WmdLanguage language;
  char *block;
  guint start; /* bytes in the text of the block; start = end: the whole block */
  guint end;
  guint line; /* 1-based line of an imported file; 0 when it is not of one */

  char *hint;        /* the concrete value that is wrong, not translated: "2023-06-02" */
  char *message;     /* a sentence for the user, in the user's language */
  char *explanation; /* why it matters and what to do, in the user's language; NULL when the message says all */

  WmdEdit *fix;    /* what one click does; NULL when a person has to decide */
  char *fix_label; /* "Join the Paragraphs"; NULL without a fix */
  char *waived;    /* the reason it was waived for; NULL when it stands */

  gatomicrefcount ref_count;
} WmdFinding;

WmdFinding *wmd_finding_new (const char *rule,
                             WmdSeverity severity);
WmdFinding *wmd_finding_ref (WmdFinding *self);
void        wmd_finding_unref (WmdFinding *self);

/* What a waiver is tied to: rule, place and hint, as one short string. (transfer full) */
char *wmd_finding_dup_fingerprint (const WmdFinding *self);

/* Orders findings of one block: by place, then the severest first, then by rule. */
int wmd_finding_compare (const WmdFinding *a,
                         const WmdFinding *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFinding, wmd_finding_unref)

G_END_DECLS
