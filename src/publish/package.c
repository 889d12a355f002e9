/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Zip archives of XML documents, and writing XML without surprises: no pretty printing, which would put spaces into
 * text, no character that XML does not have, no time of day.
 */

#include "config.h"

#include "publish/package.h"

#include "publish/publish.h"

#include <glib/gi18n-lib.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-impl.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>
#include <string.h>

#define ZIP_EPOCH G_GINT64_CONSTANT (315532800) /* 1 January 1980 */

/* Bytes from which on packing is worth its start. */
#define MIN_DEFLATED 2048

struct _WmdPackage
{
  GsfOutput *memory;
  GsfOutfile *zip;
  GDateTime *time;
  GsfOutput *buffer; /* the member that is open, so that it is packed in one go */
  char *path;        /* of that; NULL when none is */
  GsfXMLOut *xml;    /* over the buffer */
  gboolean failed;
};

WmdPackage *
wmd_package_new (gint64 date)
{
  static gsize ready = 0;
  WmdPackage *self = g_new0 (WmdPackage, 1);

  if (g_once_init_enter (&ready))
    {
      gsf_init ();
      g_once_init_leave (&ready, 1);
    }
  self->memory = gsf_output_memory_new ();
  self->zip = gsf_outfile_zip_new (self->memory, NULL);
  self->buffer = gsf_output_memory_new ();
  self->time = g_date_time_new_from_unix_utc (MAX (date, ZIP_EPOCH));
  return self;
}

static void
close_output (WmdPackage *self, GsfOutput *output)
{
  if (!gsf_output_close (output))
    self->failed = TRUE;
  g_object_unref (output);
}

/* @method: what libgsf calls the level. */
static void
add_member (WmdPackage *self, const char *path, const guint8 *data, gsize length, GsfZipCompressionMethod method)
{
  GsfOutput *member = gsf_outfile_new_child_full (self->zip, path, FALSE, "compression-level", (int) method, NULL);

  gsf_output_set_modtime (member, self->time);
  if (!gsf_output_write (member, length, data))
    self->failed = TRUE;
  close_output (self, member);
}

void
wmd_package_add_stored (WmdPackage *self, const char *path, const char *data, gsize length)
{
  add_member (self, path, (const guint8 *) data, length, GSF_ZIP_STORED);
}

GsfXMLOut *
wmd_package_begin_xml (WmdPackage *self, const char *path)
{
  g_return_val_if_fail (self->path == NULL, NULL);

  self->path = g_strdup (path);
  gsf_output_seek (self->buffer, 0, G_SEEK_SET);
  self->xml = gsf_xml_out_new (self->buffer);
  g_object_set (self->xml, "pretty-print", FALSE, NULL);
  return self->xml;
}

void
wmd_package_end_xml (WmdPackage *self)
{
  gsize length;

  g_return_if_fail (self->path != NULL);

  g_clear_object (&self->xml);
  length = (gsize) gsf_output_tell (self->buffer);
  add_member (self, self->path, gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (self->buffer)), length,
              length < MIN_DEFLATED ? GSF_ZIP_STORED : GSF_ZIP_DEFLATED);
  g_clear_pointer (&self->path, g_free);
}

GBytes *
wmd_package_finish (WmdPackage *self, GError **error)
{
  GBytes *bytes = NULL;

  g_return_val_if_fail (self->path == NULL, NULL);

  close_output (self, self->buffer);
  close_output (self, GSF_OUTPUT (self->zip));
  if (!self->failed)
    bytes =
        g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (self->memory)), gsf_output_size (self->memory));
  else
    g_set_error_literal (error, WMD_PUBLISH_ERROR, WMD_PUBLISH_ERROR_WRITE, _ ("The document could not be written."));
  close_output (self, self->memory);
  g_date_time_unref (self->time);
  g_free (self);
  return bytes;
}

/* --- XML --- */

static gboolean
is_xml_character (gunichar character)
{
  return character == '\t' || character == '\n' || character == '\r' || (character >= 0x20 && character < 0xd800) ||
         (character >= 0xe000 && character < 0xfffe) || character >= 0x10000;
}

/* NULL when @text holds nothing that XML does not have. (transfer full) */
static char *
replace_foreign (const char *text, gsize length)
{
  const char *end = text + length;
  const char *p = text;
  GString *clean;

  while (p < end && is_xml_character (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p == end)
    return NULL;
  clean = g_string_new_len (text, p - text);
  for (; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, is_xml_character (g_utf8_get_char (p)) ? g_utf8_get_char (p) : 0xfffd);
  return g_string_free (clean, FALSE);
}

static void
add_string (GsfXMLOut *xml, const char *name, const char *text, gsize length)
{
  g_autofree char *clean = replace_foreign (text, length);
  g_autofree char *copy = clean == NULL && text[length] != '\0' ? g_strndup (text, length) : NULL;

  gsf_xml_out_add_cstr (xml, name, clean != NULL ? clean : copy != NULL ? copy : text);
}

static void
start_element (GsfXMLOut *xml, const char *name, va_list attributes)
{
  const char *attribute;

  gsf_xml_out_start_element (xml, name);
  while ((attribute = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value != NULL)
        add_string (xml, attribute, value, strlen (value));
    }
}

void
wmd_xml_start (GsfXMLOut *xml, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  start_element (xml, name, attributes);
  va_end (attributes);
}

void
wmd_xml_end (GsfXMLOut *xml)
{
  gsf_xml_out_end_element (xml);
}

void
wmd_xml_empty (GsfXMLOut *xml, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  start_element (xml, name, attributes);
  va_end (attributes);
  gsf_xml_out_end_element (xml);
}

void
wmd_xml_text_element (GsfXMLOut *xml, const char *name, const char *text)
{
  gsf_xml_out_start_element (xml, name);
  wmd_xml_text (xml, text, -1);
  gsf_xml_out_end_element (xml);
}

void
wmd_xml_text (GsfXMLOut *xml, const char *text, gssize length)
{
  add_string (xml, NULL, text, length < 0 ? strlen (text) : (gsize) length);
}

void
wmd_xml_points (GsfXMLOut *xml, const char *name, double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = NULL;

  /* Two decimals, without zeros at the end: what is measured is not known better. */
  g_ascii_formatd (number, sizeof number, "%g", (double) (int) (points * 100. + (points < 0. ? -0.5 : 0.5)) / 100.);
  value = g_strconcat (number, "pt", NULL);
  gsf_xml_out_add_cstr_unchecked (xml, name, value);
}
