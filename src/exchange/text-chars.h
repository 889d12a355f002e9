/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* While it is imported, text is UTF-8 in which some noncharacters of Unicode stand for what Markdown said:
 * a punctuation mark that was escaped, and the places where emphasis begins or ends. They never leave the import.
 */
#define WMD_CHAR_ESCAPED 0xFDD0 /* and the 31 after it: the ASCII punctuation marks, in their order */
#define WMD_CHAR_EMPHASIS 0x1FFFE
#define WMD_CHAR_STRONG 0x1FFFF
#define WMD_CHAR_SUPERSCRIPT 0x2FFFE
#define WMD_CHAR_NOTE 0x2FFFF /* the mark of a footnote that was found */

/* Noncharacter for an ASCII punctuation mark, and the mark for a noncharacter; other characters stay. */
gunichar wmd_char_escape (gunichar c);
gunichar wmd_char_unescape (gunichar c);
gboolean wmd_char_is_private (gunichar c);

/* Byte order mark, soft hyphen, bidirectional controls and other characters that print nothing. */
gboolean wmd_char_is_invisible (gunichar c);
gboolean wmd_char_is_space (gunichar c);

/* One of 0 to 9; g_ascii_isdigit() sees the last byte of a character alone. */
gboolean wmd_char_is_digit (gunichar c);

/* Chinese characters and the punctuation that is as wide: no space goes between two of them. */
gboolean wmd_char_is_wide (gunichar c);
gboolean wmd_char_is_han (gunichar c);

/* Digit for a superscript or subscript one, letter for a superscript letter; 0 for other characters. */
gunichar wmd_char_superscript (gunichar c);
gunichar wmd_char_subscript (gunichar c);

/* What is printed: no private characters, links as their text, runs of white space as one space. (transfer full) */
char *wmd_text_plain (const char *text);

/* The same with the targets of links. (transfer full) */
char *wmd_text_verbatim (const char *text);

/* With runs of ASCII white space as one space; no-break and other spaces are kept. (transfer full) */
char *wmd_text_squeeze (const char *text);

/* The same, and without the spaces that justify a line of Chinese between its characters. (transfer full) */
char *wmd_text_unspace (const char *text);

/* Plain text made comparable: ASCII space, apostrophe, brackets, colon and digits; one alef, no Arabic vowel signs;
 * upper and lower case are kept. (transfer full)
 */
char *wmd_text_fold (const char *text);

/* The folded text in lower case and without spaces: equal for what differs in nothing else. (transfer full) */
char *wmd_text_comparable (const char *text);

/* TRUE when both are the same but for case, spacing and what folding makes equal. */
gboolean wmd_text_like (const char *a,
                        const char *b);

/* Columns on a terminal. */
guint wmd_text_width (const char *text);

gunichar wmd_text_first (const char *text); /* of the plain text; 0 when empty */
gunichar wmd_text_last (const char *text);

/* The end of a text that is being put together: enough of it to look at, however long the text is. */
const char *wmd_text_tail (const GString *text);

/* TRUE when a sentence, clause or lead-in ends with the text: . ! ? : ; in any script, closing quotes and brackets apart. */
gboolean wmd_text_is_closed (const char *text);

/* The [text](target) at @text, if one begins there: where its parts begin and end. */
typedef struct
{
  const char *text;
  gsize text_length;
  const char *target;
  gsize target_length;
  const char *end;
} WmdTextLink;

gboolean wmd_text_link_parse (const char  *text,
                              WmdTextLink *link);

G_END_DECLS
