/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* What the writers of XML need of libxml2. White space is written where it is no part of a text, and there alone. */

/* Ends the line and indents. */
void wmd_output_line (xmlTextWriter *xml, int depth);
void wmd_output_start (xmlTextWriter *xml, const char *element);
void wmd_output_end (xmlTextWriter *xml);

/* Nothing when @value is NULL. */
void wmd_output_attribute (xmlTextWriter *xml, const char *name, const char *value);
void wmd_output_number (xmlTextWriter *xml, const char *name, guint value);
void wmd_output_text (xmlTextWriter *xml, const char *text);

/* Calls @write with a writer of a document in UTF-8. (transfer full) */
GBytes *wmd_output_document (void (*write) (xmlTextWriter *xml, gpointer data), gpointer data);

G_END_DECLS
