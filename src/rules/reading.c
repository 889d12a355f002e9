/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One block, cut into tokens. The cut is the same in every language: letters make words, except that Chinese
 * characters part from other letters beside them; apostrophes and hyphens stand alone; digits make numbers
 * with what groups them. Addresses, document symbols and fields are tokens of their own, so that no rule takes
 * a part of one for text.
 */

#include "config.h"

#include "rules/reading-private.h"

#include <string.h>

typedef struct
{
  WmdReading *reading;
  GArray *tokens;
  const WmdSpan *spans;
  guint n_spans;
  guint quotes;   /* open quotation and title marks */
  guint brackets; /* open brackets */
} Scanner;

/* --- characters --- */

WmdScript
wmd_script_of (gunichar character)
{
  if (character < 0x250)
    return WMD_SCRIPT_LATIN;
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_LATIN:
      return WMD_SCRIPT_LATIN;
    case G_UNICODE_SCRIPT_CYRILLIC:
      return WMD_SCRIPT_CYRILLIC;
    case G_UNICODE_SCRIPT_ARABIC:
      return WMD_SCRIPT_ARABIC;
    case G_UNICODE_SCRIPT_HAN:
      return WMD_SCRIPT_HAN;
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
      return 0;
    default:
      return WMD_SCRIPT_OTHER;
    }
}

guint
wmd_scripts_of_language (WmdLanguage language)
{
  static const guint8 scripts[WMD_N_LANGUAGES] = {
    [WMD_LANGUAGE_AR] = WMD_SCRIPT_ARABIC,   [WMD_LANGUAGE_EN] = WMD_SCRIPT_LATIN,
    [WMD_LANGUAGE_ES] = WMD_SCRIPT_LATIN,    [WMD_LANGUAGE_FR] = WMD_SCRIPT_LATIN,
    [WMD_LANGUAGE_RU] = WMD_SCRIPT_CYRILLIC, [WMD_LANGUAGE_ZH] = WMD_SCRIPT_HAN,
  };

  return scripts[language];
}

static gboolean
is_digit (gunichar character)
{
  return (character >= '0' && character <= '9') || (character >= 0x660 && character <= 0x669);
}

static gboolean
is_letter (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalpha (character);
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

static gboolean
is_space (gunichar character)
{
  return g_unichar_isspace (character);
}

/* --- the next token --- */

static const char *
skip_letters (const char *p, gboolean han, guint *scripts, gboolean *digits)
{
  for (gunichar character = g_utf8_get_char (p); character != '\0'; character = g_utf8_get_char (p))
    {
      WmdScript script = is_letter (character) ? wmd_script_of (character) : 0;

      if (is_digit (character) && !han)
        *digits = TRUE;
      else if (!is_letter (character) || ((script == WMD_SCRIPT_HAN) != han && script != 0))
        break;
      *scripts |= script;
      p = g_utf8_next_char (p);
    }
  return p;
}

static const char *
skip_digits (const char *p)
{
  while (is_digit (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* A space groups only digits in threes; a point or a comma may stand between any. */
static gboolean
continues_number (const char *group, const char *p)
{
  gunichar character = g_utf8_get_char (p);
  const char *next = *p != '\0' ? g_utf8_next_char (p) : p;
  const char *end = skip_digits (next);

  if (end == next)
    return FALSE;
  if (character == ',' || character == '.' || character == 0x66b || character == 0x66c)
    return TRUE;
  if (is_space (character) || character == '\'' || character == 0x2019)
    return g_utf8_strlen (group, p - group) <= 3 && g_utf8_strlen (next, end - next) == 3;
  return FALSE;
}

static const char *
skip_number (const char *p)
{
  const char *group = p;

  p = skip_digits (p);
  while (continues_number (group, p))
    {
      group = g_utf8_next_char (p);
      p = skip_digits (group);
    }
  return p;
}

/* The end of the address that begins at @p, or @p when none does. */
static const char *
skip_address (const char *p)
{
  const char *end = p, *last = p;
  gboolean mail = FALSE;

  for (; *end > ' ' && *end != '<' && *end != '>' && *end != '"' && (guchar) *end < 0x80; end++)
    {
      mail = mail || (*end == '@' && end > p);
      if (strchr (".,;:!?)]'", *end) == NULL)
        last = end + 1;
    }
  if (g_str_has_prefix (p, "http://") || g_str_has_prefix (p, "https://") || g_str_has_prefix (p, "www.") ||
      (mail && memchr (p, '.', last - p) != NULL))
    return last;
  return p;
}

/* The end of the document symbol that begins at @p, or @p: capitals and figures parted by slashes, with a figure. */
static const char *
skip_symbol (const char *p)
{
  const char *end = p, *last = p;
  gboolean slash = FALSE, digit = FALSE;
  guint brackets = 0;

  for (;
       g_ascii_isupper (*end) || g_ascii_isdigit (*end) || (end > p && strchr ("/.-()", *end) != NULL && *end != '\0');
       end++)
    {
      if (*end == ')' && brackets == 0)
        break;
      brackets += (*end == '(') - (*end == ')');
      slash = slash || *end == '/';
      digit = digit || (slash && g_ascii_isdigit (*end));
      if (g_ascii_isalnum (*end) || *end == ')')
        last = end + 1;
    }
  return slash && digit && g_ascii_isupper (*p) ? last : p;
}

/* --- flags --- */

static guint
span_flags (const Scanner *self, guint start)
{
  guint flags = 0;

  for (guint i = 0; i < self->n_spans; i++)
    if (self->spans[i].start <= start && start < self->spans[i].end && self->spans[i].kind != WMD_SPAN_STRONG &&
        self->spans[i].kind != WMD_SPAN_FIELD)
      {
        flags |= WMD_TOKEN_MARKED_UP;
        if (self->spans[i].kind == WMD_SPAN_SUPERSCRIPT || self->spans[i].kind == WMD_SPAN_SUBSCRIPT)
          flags |= WMD_TOKEN_RAISED;
      }
  return flags;
}

static guint
word_flags (const char *p, const char *end, gboolean digits)
{
  guint letters = 0, capitals = 0;
  guint flags = digits ? WMD_TOKEN_DIGITS : 0;

  if (g_unichar_isupper (g_utf8_get_char (p)))
    flags |= WMD_TOKEN_INITIAL;
  for (; p < end; p = g_utf8_next_char (p))
    {
      letters += is_letter (g_utf8_get_char (p));
      capitals += g_unichar_isupper (g_utf8_get_char (p)) != 0;
    }
  return letters >= 2 && letters == capitals ? flags | WMD_TOKEN_CAPITALS : flags;
}

/* Arabic text has the two marks in either order, so there each of them opens or closes. */
static void
count_marks (Scanner *self, gunichar character)
{
  gboolean either =
      character == '"' || (self->reading->language == WMD_LANGUAGE_AR && (character == 0x201c || character == 0x201d));

  if (either)
    self->quotes = self->quotes > 0 ? self->quotes - 1 : 1;
  else if (character == 0x201c || character == 0x201e || character == 0xab || character == 0x300a ||
           character == 0x3008)
    self->quotes++;
  else if (character == 0x201d || character == 0xbb || character == 0x300b || character == 0x3009)
    self->quotes -= MIN (self->quotes, 1);
  else if (character == '(' || character == '[' || character == 0xff08)
    self->brackets++;
  else if (character == ')' || character == ']' || character == 0xff09)
    self->brackets -= MIN (self->brackets, 1);
}

static const char *
add_token (Scanner *self, WmdTokenKind kind, const char *p, const char *end, guint scripts, guint flags)
{
  guint start = p - self->reading->text;
  WmdToken token = {
    .kind = kind, .scripts = scripts, .first = g_utf8_get_char (p), .start = start, .end = end - self->reading->text
  };

  if (kind == WMD_TOKEN_MARK)
    count_marks (self, token.first);
  token.flags = flags | span_flags (self, start);
  if (self->quotes > 0)
    token.flags |= WMD_TOKEN_QUOTED;
  if (self->brackets > 0)
    token.flags |= WMD_TOKEN_BRACKETED;
  g_array_append_val (self->tokens, token);
  self->reading->characters |= scripts;
  self->reading->digits = self->reading->digits || kind == WMD_TOKEN_NUMBER || kind == WMD_TOKEN_SYMBOL;
  return end;
}

static const WmdSpan *
field_at (const Scanner *self, guint start)
{
  for (guint i = 0; i < self->n_spans; i++)
    if (self->spans[i].kind == WMD_SPAN_FIELD && self->spans[i].start == start)
      return &self->spans[i];
  return NULL;
}

static const char *
scan_token (Scanner *self, const char *p)
{
  gunichar character = g_utf8_get_char (p);
  const WmdSpan *field = character == '{' ? field_at (self, p - self->reading->text) : NULL;
  const char *end;
  guint scripts = 0;
  gboolean digits = FALSE;

  if (field != NULL)
    return add_token (self, WMD_TOKEN_FIELD, p, self->reading->text + field->end, 0, 0);
  if (g_ascii_isalnum (*p) && (end = skip_address (p)) > p)
    return add_token (self, WMD_TOKEN_ADDRESS, p, end, 0, 0);
  if (g_ascii_isupper (*p) && (end = skip_symbol (p)) > p)
    return add_token (self, WMD_TOKEN_SYMBOL, p, end, 0, 0);
  if (is_digit (character))
    return add_token (self, WMD_TOKEN_NUMBER, p, skip_number (p), 0, 0);
  if (is_letter (character))
    {
      end = skip_letters (p, wmd_script_of (character) == WMD_SCRIPT_HAN, &scripts, &digits);
      return add_token (self, WMD_TOKEN_WORD, p, end, scripts, word_flags (p, end, digits));
    }
  return add_token (self, WMD_TOKEN_MARK, p, g_utf8_next_char (p), 0, 0);
}

static gboolean
is_bracket (const WmdToken *token, const char *brackets)
{
  return token->kind == WMD_TOKEN_MARK && g_utf8_strchr (brackets, -1, token->first) != NULL;
}

/* A bracket that nothing closes does not hold the rest of the text, only the word behind it. */
static void
forget_open_brackets (GArray *tokens)
{
  guint closed = 0;

  for (guint i = tokens->len; i-- > 0;)
    {
      WmdToken *token = &g_array_index (tokens, WmdToken, i);

      if (closed == 0)
        token->flags &= ~WMD_TOKEN_BRACKETED;
      closed += is_bracket (token, ")]）");
      if (is_bracket (token, "([（") && closed > 0)
        closed--;
      else if (is_bracket (token, "([（") && i + 1 < tokens->len)
        token[1].flags |= WMD_TOKEN_BRACKETED;
    }
}

/* --- the reading --- */

static void
note_reading_free (gpointer data)
{
  WmdNoteReading *self = data;

  wmd_reading_free (self->reading);
  g_free (self);
}

static void
read_note (WmdReading *self, const WmdSpan *span)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (span->value, NULL);
  g_autoptr (WmdBlock) block = content != NULL ? wmd_block_new ("note", WMD_BLOCK_PARAGRAPH, content) : NULL;
  WmdNoteReading *note;

  if (block == NULL)
    return;
  note = g_new0 (WmdNoteReading, 1);
  note->place = span->start;
  note->reading = wmd_reading_new (block, self->language);
  if (self->notes == NULL)
    self->notes = g_ptr_array_new_with_free_func (note_reading_free);
  g_ptr_array_add (self->notes, note);
  self->n_words += note->reading->n_words;
}

WmdReading *
wmd_reading_new (WmdBlock *block, WmdLanguage language)
{
  WmdReading *self = g_new0 (WmdReading, 1);
  Scanner scanner = { .reading = self, .tokens = g_array_sized_new (FALSE, FALSE, sizeof (WmdToken), 64) };
  const char *p;

  self->block = wmd_block_ref (block);
  self->language = language;
  self->text = wmd_block_get_text (block);
  self->length = strlen (self->text);
  scanner.spans = wmd_inline_get_spans (wmd_block_get_content (block), &scanner.n_spans);
  for (p = self->text; *p != '\0';)
    p = is_space (g_utf8_get_char (p)) ? g_utf8_next_char (p) : scan_token (&scanner, p);
  if (scanner.brackets > 0)
    forget_open_brackets (scanner.tokens);
  self->n_words = wmd_block_get_n_words (block);
  for (guint i = 0; i < scanner.n_spans; i++)
    if (scanner.spans[i].kind == WMD_SPAN_NOTE)
      read_note (self, &scanner.spans[i]);
  self->n_tokens = scanner.tokens->len;
  self->tokens = (WmdToken *) (void *) g_array_free (scanner.tokens, FALSE);
  return self;
}

void
wmd_reading_free (WmdReading *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  wmd_block_unref (self->block);
  g_free (self->tokens);
  g_free (self);
}

gboolean
wmd_reading_token_is (const WmdReading *self, guint index, const char *text)
{
  const WmdToken *token;
  gsize length = strlen (text);

  if (index >= self->n_tokens)
    return FALSE;
  token = &self->tokens[index];
  return token->end - token->start == length && memcmp (self->text + token->start, text, length) == 0;
}

guint
wmd_reading_count_letters (const WmdReading *self, const WmdToken *token)
{
  return g_utf8_strlen (self->text + token->start, token->end - token->start);
}

gboolean
wmd_reading_is_roman (const WmdReading *self, const WmdToken *token)
{
  guint length = token->end - token->start;
  const char *text = self->text + token->start;

  return strspn (text, "IVXLCDM") >= length || strspn (text, "ivxlc") >= length;
}

guint
wmd_reading_get_gap (const WmdReading *self, guint index)
{
  return index == 0 || index >= self->n_tokens ? 0 : self->tokens[index].start - self->tokens[index - 1].end;
}
