/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* DOCX, OpenDocument and plain text → a reply, with what the file says of itself. */

#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "exchange/reply-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/block-pairing.h"
#include "exchange/passage-document.h"
#include "exchange/passage.h"
#include "exchange/reply-origin.h"
#include "exchange/reply-text.h"

void
wmd_reply_file_free (WmdReplyFile *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

/* --- kinds of files --- */

#define OLD_CONTAINER "\320\317\021\340" /* of Word until 2003, and of passwords since */

/* What files that cannot be read begin with, and what to do about each. */
static const struct
{
  const char *start;
  const char *message;
} formats[] = {
  { OLD_CONTAINER,
    N_ ("This is a document of an old version of Word. Open it in a word processor, save it as .docx or .odt, and add "
        "that.") },
  { "{\\rtf",
    N_ ("This is a document in Rich Text Format. Open it in a word processor, save it as .docx or .odt, and add "
        "that.") },
  { "%PDF-",
    N_ ("This is a PDF file, in which paragraphs cannot be told from lines. Ask for the document that it was made "
        "of, or copy its text and paste it into a new reply.") },
  { "<!DOCTYPE", N_ ("This is a web page. Open it in a word processor, save it as .docx or .odt, and add that.") },
  { "<html", N_ ("This is a web page. Open it in a word processor, save it as .docx or .odt, and add that.") },
  { "<?xml", N_ ("This is an XML file. Open it in a word processor, save it as .docx or .odt, and add that.") },
};

/* Word puts a document with a password into a container of its old kind, which names it in UTF-16. */
static gboolean
is_encrypted (const char *data, gsize length)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return length > strlen (OLD_CONTAINER) && memcmp (data, OLD_CONTAINER, strlen (OLD_CONTAINER)) == 0 &&
         memmem (data, length, name, sizeof (name)) != NULL;
}

/* FALSE for files that are known to be of no kind that can be read. */
static gboolean
check_format (const char *data, gsize length, GError **error)
{
  if (is_encrypted (data, length))
    return wmd_archive_set_encrypted (error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length >= strlen (formats[i].start) &&
        g_ascii_strncasecmp (data, formats[i].start, strlen (formats[i].start)) == 0)
      {
        g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_NOT_TEXT, _ (formats[i].message));
        return FALSE;
      }
  return TRUE;
}

static WmdDocument *
read_archive (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmdArchive) archive = wmd_archive_new (bytes, error);

  if (archive == NULL)
    return NULL;
  return wmd_archive_has (archive, "[Content_Types].xml") ? wmd_document_read_docx (archive, cancellable, error)
                                                          : wmd_document_read_odt (archive, cancellable, error);
}

static WmdDocument *
read_text (WmdReference *reference, WmdImportPatterns *patterns, GBytes *bytes, WmdLanguage language, GError **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *text = wmd_reply_decode_text (bytes, &encoding, error);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (WmdPassageRemarks) remarks = wmd_passage_remarks_new ();
  WmdDocument *document;

  if (text == NULL)
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (list, lines[i]);
  if (language == WMD_LANGUAGE_NONE)
    language = wmd_guess_language (patterns, list);
  wmd_passage_remarks_add (remarks, WMD_PASSAGE_ENCODING, encoding, 0);
  document = g_new0 (WmdDocument, 1);
  document->blocks =
      wmd_passage_read_text (reference, language != WMD_LANGUAGE_NONE ? language : WMD_LANGUAGE_EN, text);
  document->findings = wmd_passage_remarks_list_findings (remarks, document->blocks->len);
  document->letterhead = g_ptr_array_new_with_free_func (g_free);
  return document;
}

/* --- what the file says of itself --- */

/* The texts that tell: of the file name, of what stands round the text, of the text. (transfer full) (element-type
 * utf8)
 */
static GPtrArray *
list_texts (const WmdDocument *document, const char *name)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  char *ending = name != NULL ? strrchr (name, '.') : NULL;

  if (name != NULL)
    g_ptr_array_add (texts, g_strndup (name, ending != NULL ? (gsize) (ending - name) : strlen (name)));
  for (guint i = 0; i < document->letterhead->len; i++)
    g_ptr_array_add (texts, g_strdup (document->letterhead->pdata[i]));
  for (guint i = 0; i < document->blocks->len; i++)
    g_ptr_array_add (texts, g_strdup (wmd_block_get_text (document->blocks->pdata[i])));
  return texts;
}

static void
propose (WmdReplyFile *self, WmdReference *reference, WmdImportPatterns *patterns, const WmdDocument *document)
{
  g_autoptr (GPtrArray) texts = list_texts (document, self->name);

  if (self->language == WMD_LANGUAGE_NONE)
    self->language = wmd_guess_language (patterns, texts);
  self->respondent = wmd_guess_respondent (reference, patterns, texts);
  wmd_guess_date (reference, self->language, texts, &self->date);
}

WmdReplyFile *
wmd_reply_file_read (WmdReference *reference,
                     GBytes *bytes,
                     const char *name,
                     WmdLanguage language,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (WmdImportPatterns) patterns = NULL;
  g_autoptr (WmdDocument) document = NULL;
  WmdReplyFile *self;
  gsize length;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  g_return_val_if_fail (reference != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  patterns = wmd_import_patterns_new (error);
  if (patterns == NULL || !check_format (data, length, error))
    return NULL;
  document = length > 2 && memcmp (data, "PK", 2) == 0 && data[2] < 8
                 ? read_archive (bytes, cancellable, error)
                 : read_text (reference, patterns, bytes, language, error);
  if (document == NULL)
    return NULL;
  if (document->blocks->len == 0)
    {
      g_set_error_literal (
          error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_EMPTY,
          _ ("There is no text in this file. If it shows some, that is a picture, which has to be typed "
             "or asked for as text."));
      return NULL;
    }
  self = g_new0 (WmdReplyFile, 1);
  self->name = g_strdup (name);
  self->language = language;
  propose (self, reference, patterns, document);
  self->blocks = g_steal_pointer (&document->blocks);
  self->findings = g_steal_pointer (&document->findings);
  return self;
}

/* --- bodies --- */

WmdBody *
wmd_reply_file_make_body (const WmdReplyFile *self, const char *id)
{
  g_autofree char *date = wmd_date_format_iso (&self->date);
  const struct
  {
    WmdField field;
    const char *value;
  } fields[] = {
    { WMD_FIELD_RESPONDENT, self->respondent != NULL ? wmd_respondent_get_id (self->respondent) : NULL },
    { WMD_FIELD_ORIGINAL, wmd_language_get_code (self->language) },
    { WMD_FIELD_DATE, date },
  };
  g_autoptr (WmdVariant) variant = wmd_variant_new (self->language, self->blocks);
  g_autoptr (WmdBody) body = wmd_body_new (id, WMD_PART_REPLY);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      WmdBody *changed = wmd_body_with_field (body, fields[i].field, fields[i].value);

      wmd_body_unref (body);
      body = changed;
    }
  return wmd_body_with_variant (body, self->language, variant);
}

/* The text to pair with: the source, else whichever is held; NULL when there is none. */
static WmdVariant *
find_variant (WmdBody *body)
{
  WmdVariant *variant = wmd_body_get_source (body);

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES && variant == NULL; language++)
    variant = wmd_body_get_variant (body, language);
  return variant;
}

WmdBody *
wmd_reply_file_add_to (const WmdReplyFile *self, WmdBody *body)
{
  g_autoptr (WmdVariant) own = wmd_variant_new (self->language, self->blocks);
  g_autoptr (WmdVariant) renamed = NULL;
  WmdVariant *other = find_variant (body);
  g_autofree char *free_id = wmd_body_dup_new_block_id (body);
  guint64 next = g_ascii_strtoull (free_id + 1, NULL, 10);
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);

  if (other == NULL)
    return wmd_body_with_variant (body, self->language, own);
  pairs = wmd_block_pairing_find (own, other);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const guint partner = g_array_index (pairs, guint, i);
      g_autofree char *id = partner != WMD_UNPAIRED
                                ? g_strdup (wmd_block_get_id (wmd_variant_get_block (other, partner)))
                                : g_strdup_printf ("b%" G_GUINT64_FORMAT, next++);

      g_ptr_array_add (blocks, wmd_block_with_id (self->blocks->pdata[i], id));
    }
  renamed = wmd_variant_new (self->language, blocks);
  return wmd_body_with_variant (body, self->language, renamed);
}

/* The id that the block with the id @id has in the body. */
static const char *
find_block (const WmdReplyFile *self, const WmdBody *body, const char *id)
{
  WmdVariant *variant = wmd_body_get_variant (body, self->language);

  for (guint i = 0; id != NULL && i < self->blocks->len; i++)
    if (g_str_equal (wmd_block_get_id (self->blocks->pdata[i]), id) && i < wmd_variant_get_n_blocks (variant))
      return wmd_block_get_id (wmd_variant_get_block (variant, i));
  return NULL;
}

GPtrArray *
wmd_reply_file_list_findings (const WmdReplyFile *self, const WmdBody *body)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const WmdFinding *noticed = self->findings->pdata[i];
      WmdFinding *finding = wmd_finding_new (noticed->rule, noticed->severity);

      finding->part = g_strdup (wmd_body_get_id (body));
      finding->language = self->language;
      finding->block = g_strdup (find_block (self, body, noticed->block));
      finding->hint = g_strdup (noticed->hint);
      finding->message = g_strdup (noticed->message);
      g_ptr_array_add (findings, finding);
    }
  return findings;
}
