/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/import-patterns.h"
#include "exchange/text-import.h"
#include "exchange/vocabulary.h"

G_BEGIN_DECLS

/* The text import goes through these stages, each a file of its own: bytes → lines (text-encoding.c,
 * text-lines.c), pages taken apart (text-pages.c), Markdown made plain (text-markdown.c), marks put back (text-strays.c), titles of several lines
 * put together (text-titles.c) and lines measured (text-layout.c, text-extent.c), the masthead (text-masthead.c) and
 * the contents (text-contents.c) read off, the rest gathered into pieces (text-pieces.c, text-flow.c), pieces sorted
 * into parts (text-parts.c, text-headings.c, text-origins.c), each part put together again (text-bodies.c, text-body.c,
 * text-seams.c, text-inline.c).
 */

/* A line of the input that holds something. Blank lines are counted, not kept. */
typedef struct
{
  char *text;          /* in the private encoding of text-chars.h; no white space at either end */
  guint number;        /* 1-based, in the input */
  guint lead;          /* columns of white space before the text in the input; 0 where it says nothing of a level */
  guint indent;        /* the same on the page, as far as it tells where the line begins: 0 in Arabic */
  guint width;         /* columns of the text; a Han character has two */
  guint edge;          /* where it ends: a column, or the width of its type where the report has it broken by that */
  guint margin;        /* where the lines of its page end, as the edge; 0 when paragraphs are one line each */
  guint blanks;        /* blank lines right before this one */
  guint level;         /* of a Markdown heading, 1-6; 0 for others */
  gboolean page_break; /* a new page begins before this line */
  gboolean row;        /* of a table of Markdown */
  gboolean painted;    /* it has the marks that pdftotext puts into lines of Arabic: columns stand as on the page */
} WmdTextLine;

typedef enum
{
  WMD_PIECE_TEXT,
  WMD_PIECE_BULLET,
  WMD_PIECE_LETTERED,
  WMD_PIECE_NUMBERED,
  WMD_PIECE_NOTE,    /* a footnote: mark, text */
  WMD_PIECE_ORIGIN,  /* lines under the heading of a reply: language, date */
  WMD_PIECE_SECTION, /* heading of a section */
  WMD_N_PIECE_KINDS,
} WmdPieceKind;

/* One or more lines that are one paragraph, heading or list item. */
typedef struct
{
  WmdPieceKind kind;
  char *text;        /* in the private encoding, without the mark */
  char *mark;        /* "-", "(a)", "12.", "*" as printed; NULL when there is none */
  guint number;      /* of a NUMBERED piece or a numbered NOTE; position of the letter of a LETTERED one; 0 for others */
  guint numeral;     /* position of the mark of a LETTERED piece among those of the second level; 0 when it is none */
  guint line;        /* number of its first line */
  guint page;        /* on which it begins, counted */
  guint inset;       /* columns by which its first line stands in on it; 0 where the page does not tell */
  guint level;       /* of a Markdown heading; 0 for others */
  GPtrArray *notes;  /* (element-type utf8) texts of its footnotes, one for each WMD_CHAR_NOTE in its text */
  gboolean heading;    /* a subheading */
  gboolean placed;     /* of a NOTE: it went into the text and can go */
  gboolean row;        /* of a table */
  gboolean page_break; /* a page begins right before it */
  gboolean indented;   /* its first line begins farther in than its second */
  gboolean flush;      /* its first line begins where its second does: at the head of a page it may go on with what came before */
  WmdImportSection section; /* of a SECTION */
  gboolean whole;           /* of a SECTION: its title is complete */
  char *original;      /* of an ORIGIN: language code or, unknown, the name as printed; NULL when it names none */
  char *date;          /* of an ORIGIN: as printed; NULL when it names none */
} WmdPiece;

/* The mark that a line begins with. */
typedef struct
{
  WmdPieceKind kind;
  char *mark;       /* as printed; owned by whoever reads it */
  guint number;     /* or position of the letter; 0 for others */
  guint numeral;    /* position of the mark among those of the second level of lists; 0 when it is none */
  const char *rest; /* of the line */
} WmdTextMark;

/* An import under way. */
typedef struct
{
  WmdReference *reference;
  WmdImportPatterns *patterns;
  WmdLanguage language; /* of the edition */
  GArray *lines;        /* (element-type WmdTextLine) */
  gboolean wrapped;     /* paragraphs were broken into lines at a margin */
  gboolean in_type;     /* and that by the width of their type, with nothing left of where lines began */
  guint first_margins[WMD_N_PIECE_KINDS]; /* where the first lines of pieces end then; 0 where nothing tells */
  gboolean markdown;
  gboolean spaced_digits;  /* Chinese with a space between Han characters and digits */
  guint stars;             /* bit set: a mark of so many stars stands in the masthead */
  guint open_stars;        /* the same, of marks whose footnote has not been met yet */
  gboolean hyphenated;     /* words are broken with hyphens at line ends */
  guint n_hyphens;         /* hyphens at line ends that were left out */
  GString *hyphens;        /* their words, as printed */
  guint n_squeezed;        /* paragraphs with runs of spaces that became one */
  GHashTable *letters;     /* mark of the first level of lists without brackets → position */
  GHashTable *numerals;    /* the same of the second level */
  GString *rules;          /* rules above footnotes, as printed */
  guint further_originals; /* bit set of the languages of replies that name several */
  GPtrArray *notes;        /* (element-type WmdPiece) footnotes of the masthead that stood among the contents */
  GPtrArray *findings;     /* (element-type WmdFinding) */
  WmdVocabulary *vocabulary;

  guint numbered_before; /* number of the paragraph before the part that is being made; 0 where it begins with 1 */

  /* Place of what is being made, for findings; NULL when it has none. */
  const char *part;
  const char *block;

  /* What is made. */
  WmdFacts *facts;
  WmdEdition *edition;
  WmdBody *summary;
  WmdBody *introduction;
  GPtrArray *replies; /* (element-type WmdBody) */
} WmdTextImport;

/* --- text-encoding.c --- */

/* The text in UTF-8 where it is known in what else it is, which a finding says, and with U+FFFD for each NUL; NULL when it
 * is not known. (transfer full)
 */
char *wmd_text_import_decode (WmdTextImport *self,
                              const char    *text,
                              gsize          length);

/* --- text-lines.c --- */

/* Cuts @text into lines and cleans them. FALSE when there are too many. */
gboolean wmd_text_import_read_lines (WmdTextImport *self,
                                     const char    *text,
                                     gsize          length,
                                     GError       **error);
void     wmd_text_line_clear (WmdTextLine *line);

/* --- text-strays.c --- */

/* TRUE when a text is nothing but the mark of a paragraph or list item. */
gboolean wmd_text_import_is_lone_mark (WmdTextImport *self,
                                       const char    *cell);

/* Puts marks that came out of a page as lines of their own back where they were raised. */
void wmd_text_import_lower_marks (WmdTextImport *self);

/* Puts marks that came out of a page as lines of their own before the text that they stand before. */
void wmd_text_import_join_marks (WmdTextImport *self);

/* --- text-titles.c --- */

/* Puts titles together that stand on two lines or three. */
void wmd_text_import_join_titles (WmdTextImport *self);

/* --- text-layout.c --- */

/* Finds out whether paragraphs were broken into lines, and where. */
void wmd_text_import_measure (WmdTextImport *self);

/* The width of the first word of @line, with the space before it, in type or in columns. */
guint wmd_text_import_first_width (const WmdTextLine *line,
                                   gboolean           in_type);

/* TRUE when @next begins with a small letter, or after a line that closes nothing where letters are neither small nor
 * large: it is no beginning of a paragraph, as far as these lines tell.
 */
gboolean wmd_text_line_goes_on (const WmdTextLine *line,
                                const WmdTextLine *next);

/* --- text-pages.c --- */

/* The columns of a line: what tabs or three spaces set apart. NULL-terminated. (transfer full) */
char **wmd_text_cells (const char *text);
void   wmd_text_import_set_fact (WmdTextImport *self,
                                 WmdFact        fact,
                                 const char    *value);
void wmd_text_import_strip_pages (WmdTextImport *self);

/* --- text-markdown.c --- */
void wmd_text_import_strip_markdown (WmdTextImport *self);

/* --- text-division.c --- */

/* Columns: no line that tells the language or divides the text is wider. */
#define WMD_TEXT_SHORT_LINE 250

/* Indices of lines. */
typedef struct
{
  guint masthead_end;
  guint summary_start; /* 0 when there is no summary */
  guint contents;      /* the heading; G_MAXUINT when there is none */
  guint body;          /* where there are contents, the reading of them tells it */
} WmdTextDivision;

WmdTextDivision wmd_text_import_divide (WmdTextImport *self);

/* --- text-masthead.c --- */

/* Reads the lines before @end as the masthead and the title. */
void wmd_text_import_read_masthead (WmdTextImport *self,
                                    guint          end);

/* --- text-contents.c --- */

/* TRUE for the heading of the contents, beside which that of the column of page numbers may stand. */
gboolean wmd_text_import_is_contents_heading (WmdTextImport     *self,
                                              const WmdTextLine *line);

/* Reads the contents, whose heading is the line at @start, and returns the index of the first line after them. */
guint wmd_text_import_read_contents (WmdTextImport *self,
                                     guint          start);

/* --- text-marks.c --- */

/* @in_notes: footnotes are expected, where a number alone is a mark. */
gboolean wmd_text_import_read_mark (WmdTextImport *self,
                                    const char    *text,
                                    gboolean       in_notes,
                                    WmdTextMark   *mark);

/* The number of a footnote in brackets or a circle that @text begins with, "(1)", "[1]", "①", and its end; 0 when there is
 * none.
 */
guint wmd_text_read_bracketed_number (const char  *text,
                                      const char **end);

/* The marks of a level of lists that the language prints, and English ones, without brackets → position. (transfer full)
 */
GHashTable *wmd_text_import_make_marks (WmdTextImport *self,
                                        guint          level);

/* --- text-joins.c --- */

/* Finds out whether words are hyphenated at line ends. */
void wmd_text_import_find_hyphenation (WmdTextImport *self);

/* TRUE when a space goes between a text and the line after it: not inside Chinese, an address or after a dash; between
 * Chinese and digits or Latin letters as this report has it.
 */
gboolean wmd_text_import_needs_space (WmdTextImport *self,
                                      const GString *text,
                                      const char    *next);

/* Appends the line @next to the text of a paragraph. */
void wmd_text_import_append (WmdTextImport *self,
                             GString       *text,
                             const char    *next);

/* Removes the soft hyphen that a text ends with. TRUE when there was one. */
gboolean wmd_text_import_drop_soft_hyphen (GString *text);

/* --- text-pieces.c --- */

WmdPiece *wmd_piece_new (WmdPieceKind kind,
                         guint        line);
void      wmd_piece_free (WmdPiece *piece);

/* Gathers the lines from @start to @end into pieces. (transfer full) (element-type WmdPiece) */
GPtrArray *wmd_text_import_gather (WmdTextImport *self,
                                   guint          start,
                                   guint          end);

/* --- text-origins.c --- */

/* Takes what a line under the heading of a reply tells of it; @original and @date are what lines above it told. */
void wmd_text_import_take_origin (WmdTextImport  *self,
                                  const WmdPiece *piece,
                                  char          **original,
                                  char          **date);

/* Takes the languages that only replies with several have, besides the one that was taken, off the list of the
 * masthead: no reply has them now, which was told of already.
 */
void wmd_text_import_drop_further_originals (WmdTextImport *self);

/* --- text-parts.c --- */

/* Makes the frame texts and the replies of the pieces of the summary and of all that follows. */
void wmd_text_import_make_parts (WmdTextImport *self,
                                 GPtrArray     *summary,
                                 GPtrArray     *body);

/* --- text-seams.c --- */

/* Puts pieces together that a page break cut apart, where that is certain, and reports the others. Finds headings. */
void wmd_text_import_join_seams (WmdTextImport *self,
                                 GPtrArray     *pieces);

/* --- text-notes.c --- */

/* Takes footnotes out of the pieces and puts each where its mark stands; those without a mark become paragraphs. */
void wmd_text_import_place_notes (WmdTextImport *self,
                                  GPtrArray     *pieces);

/* TRUE when the mark that the footnote begins with stands in @text: @surely, right after a word. */
gboolean wmd_text_has_note_mark (const char        *text,
                                 const WmdTextMark *mark,
                                 gboolean           surely);

/* --- text-body.c --- */

/* The variant that @pieces are. @source: the edition's language is the original one. (transfer full) */
WmdVariant *wmd_text_import_make_variant (WmdTextImport *self,
                                          gboolean       source,
                                          GPtrArray     *pieces);

/* --- text-inline.c --- */

/* @notes (element-type utf8) (nullable): texts of the footnotes in @text. (transfer full) */
WmdInline *wmd_text_import_make_inline (WmdTextImport *self,
                                        guint          line,
                                        const char    *text,
                                        GPtrArray     *notes);

/* --- text-facts.c --- */

/* Finds dates, resolution and website in the frame texts. */
void wmd_text_import_find_facts (WmdTextImport *self);

/* --- text-findings.c --- */

/* Adds a finding; @message is taken. The place may be narrowed by the caller right away. (transfer none) */
WmdFinding *wmd_text_import_report (WmdTextImport *self,
                                    const char    *rule,
                                    WmdSeverity    severity,
                                    guint          line,
                                    const char    *hint,
                                    char          *message);

/* Names a link that leads nowhere, or whose target has no place where its text is kept. */
void wmd_text_import_report_link (WmdTextImport *self,
                                  guint          line,
                                  const char    *text,
                                  const char    *target);

/* Names the targets of all links of a text of which only the words are kept. */
void wmd_text_import_note_links (WmdTextImport *self,
                                 guint          line,
                                 const char    *text);

/* Notes that @printed will be printed as @derived from now on, unless both are the same but for spacing. */
void wmd_text_import_derive (WmdTextImport *self,
                             guint          line,
                             const char    *printed,
                             const char    *derived);

G_END_DECLS
