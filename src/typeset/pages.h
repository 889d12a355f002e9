/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "compose/publication.h"
#include "typeset/emblem.h"

G_BEGIN_DECLS

typedef enum
{
  WMD_PAPER_LETTER, /* 612 x 792 points: what is issued at Headquarters */
  WMD_PAPER_A4,     /* 595.28 x 841.89 points */
} WmdPaper;

gboolean wmd_paper_from_id (const char *id, /* "letter", "a4" */
                            WmdPaper   *paper);

#define WMD_TYPESET_ERROR (wmd_typeset_error_quark ())

typedef enum
{
  WMD_TYPESET_ERROR_FONT,  /* a font the edition needs is missing; the message names the package */
  WMD_TYPESET_ERROR_IMAGE, /* the emblem cannot be read */
} WmdTypesetError;

GQuark wmd_typeset_error_quark (void);

/* Sets publications. Keeps fonts and the boxes made of items, so that setting again after an edit
 * shapes only what changed. Not for use from two threads at once.
 */
typedef struct _WmdTypesetter WmdTypesetter;

WmdTypesetter *wmd_typesetter_new (void);
void           wmd_typesetter_free (WmdTypesetter *self);

typedef struct
{
  WmdPaper paper;
  gboolean draft;       /* watermark */
  WmdEmblem *emblem;    /* for its place, which NULL leaves empty */
  gboolean whole_words; /* never divide words, whatever dictionaries are installed */
} WmdPageOptions;

/* TRUE when pages that are set with the one look as those that are set with the other. */
gboolean wmd_page_options_equal (const WmdPageOptions *self,
                                 const WmdPageOptions *other);

/* Options that own their emblem: makes them those of @other, and lets go of it. */
void wmd_page_options_set (WmdPageOptions       *self,
                           const WmdPageOptions *other);
void wmd_page_options_clear (WmdPageOptions *self);

/* Pages of one publication: immutable, reference counted. They may be used from any thread, and outlive their
 * typesetter.
 */
typedef struct _WmdPages WmdPages;

/* (transfer full), NULL on error. @options NULL: Letter, no watermark, no emblem. */
WmdPages *wmd_typesetter_set (WmdTypesetter        *self,
                              WmdPublication       *publication,
                              const WmdPageOptions *options,
                              GCancellable         *cancellable,
                              GError              **error);

WmdPages *wmd_pages_ref (WmdPages *self);
void      wmd_pages_unref (WmdPages *self);

guint wmd_pages_get_n_pages (const WmdPages *self);

/* In points (1/72 inch). */
void wmd_pages_get_size (const WmdPages *self,
                         double         *width,
                         double         *height);

WmdPublication *wmd_pages_get_publication (const WmdPages *self);

/* What they were set with. (transfer none) */
const WmdPageOptions *wmd_pages_get_options (const WmdPages *self);

/* 1-based page on which the item of that id begins; 0 when there is none. */
guint wmd_pages_get_page_of (WmdPages   *self,
                             const char *item);

/* The item at a place of a page, in points from its upper left corner; NULL when there is none. */
const WmdItem *wmd_pages_get_item_at (const WmdPages *self,
                                      guint           page,
                                      double          x,
                                      double          y);

/* Draws page @page (1-based) with its upper left corner at the origin, one unit a point, for preview and print.
 * The PDF file is painted from the same pages (see publish/pdf.h).
 */
void wmd_pages_draw (WmdPages *self,
                     guint     page,
                     cairo_t  *cr);

/* The characters of @publication that no font of this machine has, each once, in their order; pages show a replacement
 * in their place. "" when there are none. (transfer full)
 */
char *wmd_typeset_find_missing (const WmdPublication *publication);

/* One line per box of each page: kind, place, text; for golden tests. (transfer full) */
char *wmd_pages_dump (WmdPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdTypesetter, wmd_typesetter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPages, wmd_pages_unref)

G_END_DECLS
