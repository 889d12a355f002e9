/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/block.h"
#include "reference/reference.h"

G_BEGIN_DECLS

/* A passage of somebody else's document, as a clipboard hands it over: paragraphs, headings, items of lists. The ids of
 * the blocks say nothing.
 */

/* Reads plain text in a known language. Lines that were broken at a margin, as in an e-mail, are put together again; the
 * marks of lists become lists. (transfer full) (element-type WmdBlock)
 */
GPtrArray *wmd_passage_read_text (WmdReference *reference,
                                  WmdLanguage   language,
                                  const char   *text);

/* Reads HTML as word processors, browsers and mail programs write it, in UTF-8 or UTF-16. Of what it looks like only
 * that is kept which a report has: emphasis, raised and lowered characters, links to the web, footnotes, lists and
 * headings. What was deleted with changes tracked is left out. (transfer full) (element-type WmdBlock)
 */
GPtrArray *wmd_passage_read_html (const char *html,
                                  gsize       length);

G_END_DECLS
