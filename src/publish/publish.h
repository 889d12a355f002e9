/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "compose/publication.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

#define WMD_PUBLISH_ERROR (wmd_publish_error_quark ())

typedef enum
{
  WMD_PUBLISH_ERROR_FORMAT, /* no such format */
  WMD_PUBLISH_ERROR_WRITE,  /* the document could not be written */
} WmdPublishError;

GQuark wmd_publish_error_quark (void);

typedef struct
{
  WmdPageOptions page;
  gint64 date; /* seconds since 1970 for every date a format must write; the report's date or SOURCE_DATE_EPOCH, never the clock */
  WmdPages *pages;       /* those of the publication with these options of pages, where they are set already; or NULL */
  WmdPublication *older; /* an older state of the edition, for a format that tracks the changes from it; NULL for none */
} WmdPublishOptions;

/* One output format. The table is static; a format is added by a row. */
typedef struct
{
  const char *id;        /* "pdf" */
  const char *extension; /* ".pdf" */
  const char *mime_type;
  const char *title;     /* in English; see wmd_format_get_title() */
  gboolean tracks_changes;
  gboolean paged;        /* made of pages: those of the options, else it sets them */

  /* (transfer full), NULL on error. The same publication and options always give the same bytes. */
  GBytes *(*write) (WmdPublication          *publication,
                    const WmdPublishOptions *options,
                    GCancellable            *cancellable,
                    GError                 **error);
} WmdFormat;

guint            wmd_formats_get_n_formats (void);
const WmdFormat *wmd_formats_get (guint index);
const WmdFormat *wmd_formats_lookup (const char *id);            /* NULL for an unknown id */
const WmdFormat *wmd_formats_lookup_by_path (const char *path);  /* by its extension, case apart; NULL for none */

/* Name for users, in their language: "PDF Document". */
const char *wmd_format_get_title (const WmdFormat *format);

/* The options a publication is written with when nobody asked for others. */
void wmd_publish_options_init (WmdPublishOptions    *options,
                               const WmdPublication *publication);

/* Name of an edition's file as the UN names it: "A_78_132-ZH.pdf"; "report-ZH.pdf" while there is no symbol.
 * @symbol (nullable): of the report. (transfer full)
 */
char *wmd_publish_dup_file_name (const char      *symbol,
                                 WmdLanguage      language,
                                 const WmdFormat *format);

/* Puts @bytes in a file without ever leaving half of it there. Blocks. */
gboolean wmd_publish_save (GFile        *file,
                           GBytes       *bytes,
                           GCancellable *cancellable,
                           GError      **error);

G_END_DECLS
