/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* A zip archive of XML documents from somebody whom nobody has to trust. It stays in memory; what it unpacks to is
 * bounded, member by member and as a whole.
 */
typedef struct _WmdArchive WmdArchive;

typedef xmlDoc WmdXmlDocument;

/* Fails with WMD_IMPORT_ERROR_DAMAGED, WMD_IMPORT_ERROR_ENCRYPTED or WMD_IMPORT_ERROR_TOO_LARGE. (transfer full) */
WmdArchive *wmd_archive_new (GBytes  *bytes,
                             GError **error);
void        wmd_archive_free (WmdArchive *self);

gboolean wmd_archive_has (WmdArchive *self,
                          const char *path);

/* Set the error of an archive that is not what it should be, or has a password; FALSE. */
gboolean wmd_archive_set_damaged (GError **error);
gboolean wmd_archive_set_encrypted (GError **error);

/* The document at @path, without entities or a document type. NULL, with an error of the same domain, also when there is
 * none at that path. (transfer full)
 */
WmdXmlDocument *wmd_archive_read_xml (WmdArchive *self,
                                      const char *path,
                                      GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdArchive, wmd_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdXmlDocument, xmlFreeDoc)

G_END_DECLS
