/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/xml-output.h"

void
wmd_output_line (xmlTextWriter *xml, int depth)
{
  xmlTextWriterWriteFormatRaw (xml, "\n%*s", depth * 2, "");
}

void
wmd_output_start (xmlTextWriter *xml, const char *element)
{
  xmlTextWriterStartElement (xml, BAD_CAST element);
}

void
wmd_output_end (xmlTextWriter *xml)
{
  xmlTextWriterEndElement (xml);
}

void
wmd_output_attribute (xmlTextWriter *xml, const char *name, const char *value)
{
  if (value != NULL)
    xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

void
wmd_output_number (xmlTextWriter *xml, const char *name, guint value)
{
  xmlTextWriterWriteFormatAttribute (xml, BAD_CAST name, "%u", value);
}

void
wmd_output_text (xmlTextWriter *xml, const char *text)
{
  xmlTextWriterWriteString (xml, BAD_CAST text);
}

GBytes *
wmd_output_document (void (*write) (xmlTextWriter *xml, gpointer data), gpointer data)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  xmlTextWriterStartDocument (xml, NULL, "UTF-8", NULL);
  write (xml, data);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}
