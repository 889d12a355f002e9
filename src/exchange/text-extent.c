/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The width of a text in type. Where lines came off a page without the spaces that stood before them, this is all that
 * tells a line that was full from one that ended a paragraph: as many characters may be a quarter wider than others.
 */

#include "config.h"

#include "exchange/text-extent.h"

#include <string.h>

#include "exchange/text-chars.h"

#define OTHER 50 /* a figure or a middling letter */
#define HAN 100

#define FIRST_LATIN 0x20
#define FIRST_CYRILLIC 0x410
#define FIRST_ARABIC 0x621
#define OPENING "([《〈“‘「『（［【" /* none of them ends a line */

/* A face with the widths of Times, from the space on. */
static const guint8 latin[] = {
  25, 33, 41, 50, 50, 83, 78, 18, 33, 33, 50, 56, 25, 33, 25, 28, /*  !"#$%&'()*+,-./ */
  50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 28, 28, 56, 56, 56, 44, /* 0123456789:;<=>? */
  92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72, /* @ABCDEFGHIJKLMNO */
  56, 72, 67, 56, 61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50, /* PQRSTUVWXYZ[\]^_ */
  33, 44, 50, 44, 50, 44, 33, 50, 50, 28, 28, 50, 28, 78, 50, 50, /* `abcdefghijklmno */
  50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54,     /* pqrstuvwxyz{|}~ */
};

static const guint8 cyrillic[] = {
  72, 57, 67, 58, 68, 61, 90, 50, 72,  72,  67, 68, 89, 72, 72,  72, /* А … П */
  56, 67, 61, 71, 79, 72, 72, 65, 101, 101, 71, 87, 57, 66, 103, 67, /* Р … Я */
  44, 51, 47, 41, 51, 44, 69, 40, 54,  54,  49, 50, 63, 54, 50,  54, /* а … п */
  50, 44, 44, 50, 65, 50, 54, 50, 77,  77,  52, 67, 46, 43, 75,  46, /* р … я */
};

/* A Naskh, from the hamza on: letters before another of their word, and at its end. */
static const guint8 arabic_inner[] = {
  44, 25, 25, 47, 25, 28, 25, 28, 44, 32, 32, 65, 65, 65, 44, 44, 40, 40, 66, 66, 78,
  78, 64, 64, 46, 46, 50, 50, 50, 50, 50, 21, 40, 40, 44, 23, 43, 28, 44, 47, 65, 35,
};
static const guint8 arabic_last[] = {
  44,  25, 25, 47, 25, 65, 25, 79, 44, 79, 79, 65, 65, 65, 44, 44, 40, 40, 102, 102, 110,
  110, 77, 77, 54, 54, 50, 50, 50, 50, 50, 21, 83, 64, 65, 59, 51, 59, 43, 47,  65,  65,
};

/* The letter without its accent. */
static gunichar
get_base (gunichar c)
{
  gunichar base;
  gunichar mark;

  return g_unichar_decompose (c, &base, &mark) && g_unichar_iszerowidth (mark) ? base : c;
}

static guint
look_up (const guint8 *widths, gsize n, gunichar first, gunichar c)
{
  return c >= first && c - first < n ? widths[c - first] : 0;
}

/* The width of the character at @text. */
static guint
measure (const char *text)
{
  gunichar c = wmd_char_unescape (g_utf8_get_char (text));
  guint width;

  if (g_unichar_iszerowidth (c) || wmd_char_is_private (c) || wmd_char_is_invisible (c))
    return 0;
  if (wmd_char_is_wide (c))
    return HAN;
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC)
    {
      gboolean inner = g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (text)));

      width = look_up (inner ? arabic_inner : arabic_last, G_N_ELEMENTS (arabic_last), FIRST_ARABIC, c);
    }
  else
    {
      gunichar base = get_base (wmd_char_is_space (c) ? ' ' : c);

      width = look_up (latin, G_N_ELEMENTS (latin), FIRST_LATIN, base);
      width = width > 0 ? width : look_up (cyrillic, G_N_ELEMENTS (cyrillic), FIRST_CYRILLIC, base);
    }
  return width > 0 ? width : OTHER;
}

static guint
measure_until (const char *text, const char *end)
{
  guint width = 0;

  for (; text < end; text = g_utf8_next_char (text))
    width += measure (text);
  return width;
}

guint
wmd_text_extent (const char *text)
{
  return measure_until (text, text + strlen (text));
}

guint
wmd_text_first_extent (const char *text)
{
  const char *end = text;

  while (*end != '\0' && g_utf8_strchr (OPENING, -1, g_utf8_get_char (end)) != NULL)
    end = g_utf8_next_char (end);
  if (!wmd_char_is_wide (g_utf8_get_char (end)))
    {
      while (*end != '\0' && !wmd_char_is_space (g_utf8_get_char (end)) && !wmd_char_is_wide (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      return measure_until (text, end);
    }
  for (end = g_utf8_next_char (end); *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);

      if (!g_unichar_ispunct (c) || g_utf8_strchr (OPENING, -1, c) != NULL)
        break;
    }
  return measure_until (text, end);
}
