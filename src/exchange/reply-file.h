/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import.h"

G_BEGIN_DECLS

/* A reply as somebody sent it: a document of a word processor, or plain text. What it says of itself is a proposal. */
typedef struct
{
  char *name;                      /* of the file, for people; NULL when it has none */
  GPtrArray *blocks;               /* (element-type WmdBlock) */
  GPtrArray *findings;             /* (element-type WmdFinding): what the file has and the blocks do not; without a part */
  WmdLanguage language;            /* NONE: not known, or not official */
  const WmdRespondent *respondent; /* NULL: not known */
  WmdDate date;                    /* not set: not known */
} WmdReplyFile;

/* Reads DOCX, OpenDocument texts and plain text, told apart by what they hold and not by their names. @name: of the file
 * (nullable). @language: NONE to find it out. NULL, with an error of WMD_IMPORT_ERROR that says what to do, for other
 * files. (transfer full)
 */
WmdReplyFile *wmd_reply_file_read (WmdReference *reference,
                                   GBytes       *bytes,
                                   const char   *name,
                                   WmdLanguage   language,
                                   GCancellable *cancellable,
                                   GError      **error);
void          wmd_reply_file_free (WmdReplyFile *self);

/* The reply, as a new part with that id; the language has to be known. (transfer full) */
WmdBody *wmd_reply_file_make_body (const WmdReplyFile *self,
                                   const char         *id);

/* @body, which has no text in the language of the file, with that of the file as one, paragraph beside paragraph where
 * both say the same. (transfer full)
 */
WmdBody *wmd_reply_file_add_to (const WmdReplyFile *self,
                                WmdBody            *body);

/* What is to be known of the file, as findings about the part with the body that was made of it. (transfer full)
 * (element-type WmdFinding)
 */
GPtrArray *wmd_reply_file_list_findings (const WmdReplyFile *self,
                                         const WmdBody      *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdReplyFile, wmd_reply_file_free)

G_END_DECLS
