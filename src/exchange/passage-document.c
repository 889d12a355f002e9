/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the readers of documents have in common: a passage in the making and what was noticed on the way. */

#include "config.h"

#include "exchange/passage-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-import.h"

#define MAX_BLOCKS 20000
#define SOFT_HYPHEN "\302\255"

void
wmd_document_free (WmdDocument *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->letterhead, g_ptr_array_unref);
  g_free (self);
}

void
wmd_document_maker_init (WmdDocumentMaker *self, GCancellable *cancellable)
{
  *self = (WmdDocumentMaker){
    .builder = wmd_passage_builder_new (),
    .remarks = wmd_passage_remarks_new (),
    .letterhead = g_ptr_array_new_with_free_func (g_free),
    .cancellable = cancellable,
  };
}

void
wmd_document_maker_clear (WmdDocumentMaker *self)
{
  g_clear_pointer (&self->builder, wmd_passage_builder_free);
  g_clear_pointer (&self->remarks, wmd_passage_remarks_free);
  g_clear_pointer (&self->letterhead, g_ptr_array_unref);
}

void
wmd_document_maker_remark (WmdDocumentMaker *self, WmdPassageRemark kind, const char *words)
{
  wmd_passage_remarks_add (self->remarks, kind, words, wmd_passage_builder_get_blocks (self->builder)->len + 1);
}

void
wmd_document_maker_take_letterhead (WmdDocumentMaker *self, WmdPassageRemark kind, char *words)
{
  if (kind == WMD_PASSAGE_TEXT_BOX)
    wmd_document_maker_remark (self, kind, words);
  else
    wmd_passage_remarks_add (self->remarks, kind, words, 0);
  g_ptr_array_add (self->letterhead, words);
}

void
wmd_document_maker_add_text (WmdDocumentMaker *self, const char *text, const WmdLook *look)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *whole = NULL;

  if (strstr (text, "  ") != NULL)
    wmd_document_maker_remark (self, WMD_PASSAGE_SPACES, text);
  if (strstr (text, SOFT_HYPHEN) == NULL)
    {
      wmd_passage_builder_add_text (self->builder, text, look);
      return;
    }
  parts = g_strsplit (text, SOFT_HYPHEN, -1);
  whole = g_strjoinv ("", parts);
  wmd_document_maker_remark (self, WMD_PASSAGE_SOFT_HYPHEN, whole);
  wmd_passage_builder_add_text (self->builder, whole, look);
}

void
wmd_document_maker_break_line (WmdDocumentMaker *self, const WmdLook *look)
{
  const GPtrArray *blocks = wmd_passage_builder_get_blocks (self->builder);
  const guint n = blocks->len;

  wmd_passage_builder_break_line (self->builder, look);
  if (blocks->len > n)
    wmd_document_maker_remark (self, WMD_PASSAGE_LINE_BREAK, wmd_block_get_text (blocks->pdata[n]));
}

void
wmd_document_set_no_text (GError **error)
{
  g_set_error_literal (
      error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_NOT_TEXT,
      _ ("This is no text document. Open it in the program that made it, copy the text, and paste it into "
         "a new reply."));
}

/* The place of the last block in its list, as the report counts. */
static guint
count_item (const GPtrArray *blocks)
{
  const WmdBlockKind kind = wmd_block_get_kind (blocks->pdata[blocks->len - 1]);
  guint number = 1;

  for (guint i = blocks->len - 1; i > 0; i--)
    if (!wmd_block_kind_count_back (kind, wmd_block_get_kind (blocks->pdata[i - 1]), &number))
      break;
  return number;
}

void
wmd_document_maker_end_block (WmdDocumentMaker *self, int position)
{
  const GPtrArray *blocks = wmd_passage_builder_get_blocks (self->builder);
  const guint n = blocks->len;

  wmd_passage_builder_end_block (self->builder);
  if (blocks->len > n && position != 0 && (position < 0 || (guint) position != count_item (blocks)))
    wmd_passage_remarks_add (self->remarks, WMD_PASSAGE_NUMBER, wmd_block_get_text (blocks->pdata[n]), n + 1);
  self->stopped = self->stopped || blocks->len > MAX_BLOCKS || g_cancellable_is_cancelled (self->cancellable);
}

WmdDocument *
wmd_document_maker_finish (WmdDocumentMaker *self, GError **error)
{
  WmdDocument *document;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (self->stopped)
    {
      g_set_error_literal (
          error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE,
          _ ("The file holds more than a reply can. Save the text alone in a word processor, and add that."));
      return NULL;
    }
  document = g_new0 (WmdDocument, 1);
  document->blocks = wmd_passage_builder_finish (self->builder);
  document->findings = wmd_passage_remarks_list_findings (self->remarks, document->blocks->len);
  document->letterhead = g_steal_pointer (&self->letterhead);
  return document;
}
