/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the import needs to know of single characters, and two views of a text that follow from it: plain, as it
 * is printed, and folded, to compare. Every function goes over its text once.
 */

#include "config.h"

#include "exchange/text-chars.h"

#include <string.h>

#define TAIL 400 /* bytes */

static const char punctuation[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/* Superscripts and subscripts that do not lie in one row of Unicode. */
static const struct
{
  gunichar raised;
  gunichar plain;
} superscripts[] = {
  { 0x00B9, '1' }, { 0x00B2, '2' }, { 0x00B3, '3' }, { 0x2071, 'i' }, { 0x207F, 'n' }, { 0x1D43, 'a' }, { 0x1D47, 'b' },
  { 0x1D48, 'd' }, { 0x1D49, 'e' }, { 0x1D52, 'o' }, { 0x02B3, 'r' }, { 0x02E2, 's' }, { 0x1D57, 't' }, { 0x02B0, 'h' },
};

/* What folding makes of characters that are written in more than one way. */
static const struct
{
  gunichar from;
  gunichar to;
} folds[] = {
  { 0x2018, '\'' },   { 0x2019, '\'' },   { 0x02BC, '\'' },   { 0x00B4, '\'' },   { '`', '\'' },      { 0x3010, '[' },
  { 0x3011, ']' },    { 0x3014, '[' },    { 0x3015, ']' },    { 0x2010, '-' },    { 0x2011, '-' },    { 0x2212, '-' },
  { 0x0622, 0x0627 }, { 0x0623, 0x0627 }, { 0x0625, 0x0627 }, { 0x0671, 0x0627 }, { 0x0649, 0x064A }, { 0x2044, '/' },
};

gunichar
wmd_char_escape (gunichar c)
{
  const char *place = c != 0 && c < 0x80 ? strchr (punctuation, (int) c) : NULL;

  return place != NULL ? WMD_CHAR_ESCAPED + (gunichar) (place - punctuation) : c;
}

gunichar
wmd_char_unescape (gunichar c)
{
  if (c >= WMD_CHAR_ESCAPED && c < WMD_CHAR_ESCAPED + strlen (punctuation))
    return (guchar) punctuation[c - WMD_CHAR_ESCAPED];
  return c;
}

gboolean
wmd_char_is_private (gunichar c)
{
  return (c >= WMD_CHAR_ESCAPED && c < WMD_CHAR_ESCAPED + 32) || c == WMD_CHAR_EMPHASIS || c == WMD_CHAR_STRONG ||
         c == WMD_CHAR_SUPERSCRIPT || c == WMD_CHAR_NOTE;
}

gboolean
wmd_char_is_invisible (gunichar c)
{
  return c == 0xFEFF || c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0x061C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

gboolean
wmd_char_is_space (gunichar c)
{
  return c == ' ' || c == '\t' || (c >= 0x80 && g_unichar_isspace (c)) || c == 0x00A0 || c == 0x202F || c == 0x2007;
}

gboolean
wmd_char_is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD) || c == 0x3007;
}

gboolean
wmd_char_is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

gboolean
wmd_char_is_wide (gunichar c)
{
  return wmd_char_is_han (c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60);
}

gunichar
wmd_char_superscript (gunichar c)
{
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
    return c - 0x2070 + '0';
  for (guint i = 0; i < G_N_ELEMENTS (superscripts); i++)
    if (superscripts[i].raised == c)
      return superscripts[i].plain;
  return 0;
}

gunichar
wmd_char_subscript (gunichar c)
{
  return c >= 0x2080 && c <= 0x2089 ? c - 0x2080 + '0' : 0;
}

/* A link's text may hold brackets in pairs, its target brackets in pairs and no white space. */
static const char *
find_closing (const char *text, char open, char close)
{
  guint depth = 0;
  guint limit =
      2000; /* bytes: a link is not longer, and an open bracket must not be searched for to the end again and again */

  for (const char *p = text; *p != '\0' && limit > 0; p++, limit--)
    {
      if (*p == open)
        depth++;
      else if (*p == close && depth-- == 0)
        return p;
      else if (close == ')' && (*p == ' ' || *p == '\t'))
        return NULL;
    }
  return NULL;
}

gboolean
wmd_text_link_parse (const char *text, WmdTextLink *link)
{
  const char *close;

  if (*text != '[')
    return FALSE;
  close = find_closing (text + 1, '[', ']');
  if (close == NULL || close[1] != '(' || close == text + 1)
    return FALSE;
  link->text = text + 1;
  link->text_length = (gsize) (close - text - 1);
  link->target = close + 2;
  close = find_closing (close + 2, '(', ')');
  if (close == NULL)
    return FALSE;
  link->target_length = (gsize) (close - link->target);
  link->end = close + 1;
  return TRUE;
}

/* Appends one character of plain text; white space of the ASCII kind never twice. */
static void
append_plain (GString *out, gunichar c)
{
  c = wmd_char_unescape (c);
  if (wmd_char_is_private (c) || wmd_char_is_invisible (c))
    return;
  if (c == '\t')
    c = ' ';
  if (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' '))
    return;
  g_string_append_unichar (out, c);
}

char *
wmd_text_plain (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  WmdTextLink link;

  for (const char *p = text; *p != '\0';)
    {
      if (*p == '[' && wmd_text_link_parse (p, &link))
        {
          for (const char *q = link.text; q < link.text + link.text_length; q = g_utf8_next_char (q))
            append_plain (out, g_utf8_get_char (q));
          p = link.end;
          continue;
        }
      append_plain (out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
wmd_text_verbatim (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (out, g_utf8_get_char (p));
  return g_strdup (out->str);
}

char *
wmd_text_squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != ' ' && *p != '\t')
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strdup (out->str);
}

char *
wmd_text_unspace (const char *text)
{
  g_autofree char *squeezed = wmd_text_squeeze (text);
  g_autoptr (GString) out = g_string_sized_new (strlen (squeezed));
  gunichar before = 0;

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != ' ' || !wmd_char_is_wide (before) || p[1] == '\0' || !wmd_char_is_wide (g_utf8_get_char (p + 1)))
        g_string_append_unichar (out, c);
      before = c;
    }
  return g_strdup (out->str);
}

static gunichar
fold_char (gunichar c)
{
  gint digit = c >= 0x80 && g_unichar_isdigit (c) ? g_unichar_digit_value (c) : -1;

  if (digit >= 0)
    return (gunichar) ('0' + digit);
  if (wmd_char_is_space (c))
    return ' ';
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    if (folds[i].from == c)
      return folds[i].to;
  return c;
}

/* Vowel signs, and the stroke that only stretches a word. */
static gboolean
is_arabic_sign (gunichar c)
{
  return (c >= 0x064B && c <= 0x0652) || c == 0x0640 || c == 0x0670;
}

char *
wmd_text_fold (const char *text)
{
  g_autofree char *plain = wmd_text_plain (text);
  g_autofree char *composed = g_utf8_normalize (plain, -1, G_NORMALIZE_NFC);
  GString *out = g_string_sized_new (strlen (plain));

  for (const char *p = composed != NULL ? composed : plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_char (g_utf8_get_char (p));

      if (is_arabic_sign (c) || (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ')))
        continue;
      g_string_append_unichar (out, c);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
wmd_text_comparable (const char *text)
{
  g_autofree char *folded = wmd_text_fold (text);
  g_autofree char *lower = g_utf8_casefold (folded, -1);
  char *out = lower;

  for (const char *p = lower; *p != '\0'; p++)
    if (*p != ' ')
      *out++ = *p;
  *out = '\0';
  return g_steal_pointer (&lower);
}

gboolean
wmd_text_like (const char *a, const char *b)
{
  g_autofree char *first = wmd_text_comparable (a);
  g_autofree char *second = wmd_text_comparable (b);

  return strcmp (first, second) == 0;
}

guint
wmd_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c) && !wmd_char_is_invisible (c))
        width += wmd_char_is_wide (c) ? 2 : 1;
    }
  return width;
}

gunichar
wmd_text_first (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = wmd_char_unescape (g_utf8_get_char (p));

      if (!wmd_char_is_private (c) && !wmd_char_is_space (c))
        return c;
    }
  return 0;
}

gunichar
wmd_text_last (const char *text)
{
  for (const char *p = text + strlen (text); p > text;)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = wmd_char_unescape (g_utf8_get_char (p));
      if (!wmd_char_is_private (c) && !wmd_char_is_space (c))
        return c;
    }
  return 0;
}

const char *
wmd_text_tail (const GString *text)
{
  const char *tail = text->str + (text->len > TAIL ? text->len - TAIL : 0);

  while (((guchar) *tail & 0xC0) == 0x80)
    tail++;
  return tail;
}

gboolean
wmd_text_is_closed (const char *text)
{
  static const char closing[] = ".!?:;。．！？：；…؟؛۔";

  for (const char *p = text + strlen (text); p > text;)
    {
      GUnicodeType type;
      gunichar c;

      p = g_utf8_prev_char (p);
      c = wmd_char_unescape (g_utf8_get_char (p));
      if (wmd_char_is_private (c) || wmd_char_is_space (c) || wmd_char_superscript (c) != 0)
        continue;
      if (g_utf8_strchr (closing, -1, c) != NULL)
        return TRUE;
      type = g_unichar_type (c);
      if (type != G_UNICODE_CLOSE_PUNCTUATION && type != G_UNICODE_FINAL_PUNCTUATION &&
          type != G_UNICODE_INITIAL_PUNCTUATION && c != '"' && c != '\'' && c != '*')
        return FALSE;
    }
  return FALSE;
}
