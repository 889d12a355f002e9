/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/block.h"

G_BEGIN_DECLS

typedef enum
{
  WMD_TOKEN_WORD,    /* letters of one word; Chinese characters run on and are a word of their own */
  WMD_TOKEN_NUMBER,  /* digits, with the marks and spaces that group them */
  WMD_TOKEN_MARK,    /* one other character that is not white space */
  WMD_TOKEN_ADDRESS, /* of a website or of mail */
  WMD_TOKEN_SYMBOL,  /* of a document: A/RES/77/75 */
  WMD_TOKEN_FIELD,   /* {deadline} */
} WmdTokenKind;

typedef enum
{
  WMD_SCRIPT_LATIN = 1 << 0,
  WMD_SCRIPT_CYRILLIC = 1 << 1,
  WMD_SCRIPT_ARABIC = 1 << 2,
  WMD_SCRIPT_HAN = 1 << 3,
  WMD_SCRIPT_OTHER = 1 << 4,
} WmdScript;

typedef enum
{
  WMD_TOKEN_QUOTED = 1 << 0,    /* between quotation or title marks */
  WMD_TOKEN_BRACKETED = 1 << 1, /* between brackets */
  WMD_TOKEN_MARKED_UP = 1 << 2, /* emphasised, a link, raised or lowered */
  WMD_TOKEN_RAISED = 1 << 3,    /* raised or lowered */
  WMD_TOKEN_CAPITALS = 1 << 4,  /* of a word: all its letters are capitals, and there are at least two */
  WMD_TOKEN_INITIAL = 1 << 5,   /* of a word: begins with a capital letter */
  WMD_TOKEN_DIGITS = 1 << 6,    /* of a word: holds a digit */
} WmdTokenFlags;

typedef struct
{
  guint8 kind;    /* WmdTokenKind */
  guint8 flags;   /* WmdTokenFlags */
  guint8 scripts; /* WmdScript, of the letters */
  gunichar first; /* its first character */
  guint start;    /* bytes */
  guint end;
} WmdToken;

/* What there is to read in one block, found once: an immutable value. Rules look at tokens, not at characters. */
typedef struct
{
  WmdBlock *block;
  WmdLanguage language;
  const char *text; /* of the block */
  guint length;     /* bytes */
  WmdToken *tokens;
  guint n_tokens;
  guint characters; /* WmdScript seen in it, so that a rule can pass over most blocks */
  gboolean digits;  /* has any digit */
  guint n_words;    /* footnotes included */
  GPtrArray *notes; /* (element-type WmdNoteReading) NULL where there is none */
} WmdReading;

/* A footnote, read as a text of its own. */
typedef struct
{
  guint place; /* of its mark in the text that calls it: bytes */
  WmdReading *reading;
} WmdNoteReading;

WmdReading *wmd_reading_new (WmdBlock *block, WmdLanguage language);
void wmd_reading_free (WmdReading *self);

/* TRUE when the token is this text, case apart from nothing. */
gboolean wmd_reading_token_is (const WmdReading *self, guint index, const char *text);

guint wmd_reading_count_letters (const WmdReading *self, const WmdToken *token);

/* TRUE for letters that are all numerals, in either case: XIII, iv. */
gboolean wmd_reading_is_roman (const WmdReading *self, const WmdToken *token);

/* Bytes of white space between this token and the one before it; 0 for the first. */
guint wmd_reading_get_gap (const WmdReading *self, guint index);

WmdScript wmd_script_of (gunichar character);

/* The scripts in which the language is written. */
guint wmd_scripts_of_language (WmdLanguage language);

G_END_DECLS
