/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <gsf/gsf-libxml.h>

G_BEGIN_DECLS

/* A zip archive of XML documents in memory, as OpenDocument and Office Open XML are. Members are written in the
 * order in which they are begun, one at a time, all with the same time of change, so that the same calls always
 * give the same bytes.
 */
typedef struct _WmdPackage WmdPackage;

/* @date: seconds since 1970; what is before 1980, which zip cannot say, counts as 1980. */
WmdPackage *wmd_package_new (gint64 date);

/* A member of @length bytes, not compressed: the media type of an OpenDocument package. */
void wmd_package_add_stored (WmdPackage *self,
                             const char *path,
                             const char *data,
                             gsize       length);

/* Begins an XML member; it is written to the end before the next one begins. (transfer none) */
GsfXMLOut *wmd_package_begin_xml (WmdPackage *self,
                                  const char *path);
void       wmd_package_end_xml (WmdPackage *self);

/* Ends the archive and frees the package. (transfer full), NULL on error. */
GBytes *wmd_package_finish (WmdPackage *self,
                            GError    **error);

/* --- XML --- */

/* Starts an element with attributes: names and values, ending with NULL; one whose value is NULL is left out.
 * @name must live until the element is ended.
 */
void wmd_xml_start (GsfXMLOut  *xml,
                    const char *name,
                    ...) G_GNUC_NULL_TERMINATED;
void wmd_xml_end (GsfXMLOut *xml);

/* An element without content. */
void wmd_xml_empty (GsfXMLOut  *xml,
                    const char *name,
                    ...) G_GNUC_NULL_TERMINATED;

/* An element that holds nothing but @text. */
void wmd_xml_text_element (GsfXMLOut  *xml,
                           const char *name,
                           const char *text);

/* Text, escaped; characters that XML does not have become U+FFFD. */
void wmd_xml_text (GsfXMLOut  *xml,
                   const char *text,
                   gssize      length);

/* An attribute that is a length: "63.4pt". */
void wmd_xml_points (GsfXMLOut  *xml,
                     const char *name,
                     double      points);

G_END_DECLS
