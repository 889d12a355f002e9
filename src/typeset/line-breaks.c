/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each character of a text is to line breaking: Pango's breaks (Unicode's algorithm) with three changes.
 * Chinese lines may break outside quotation marks, which Unicode forbids for the sake of languages that write
 * them alike on both sides; addresses may break at their punctuation, other words in running text not even after a
 * stroke, as in issued documents; and Chinese punctuation is told apart by
 * the half of its square that is empty.
 */
#include "config.h"

#include <string.h>

#include "typeset/setter-private.h"

/* A word this long with a point or stroke in it is an address. */
#define ADDRESS_LENGTH 24

/* Full-width punctuation of mainland typography, by the half of the square that is empty. */
static const gunichar opening[] = { 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E,
                                    0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B, 0xFF5B };
static const gunichar closing[] = { 0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
                                    0x3015, 0x3017, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF3D, 0xFF5D };
static const gunichar hanging[] = { 0x3001, 0x3002, 0xFF0C, 0xFF0E };

static gboolean
is_among (gunichar character, const gunichar *characters, guint n_characters)
{
  for (guint i = 0; i < n_characters; i++)
    if (characters[i] == character)
      return TRUE;
  return FALSE;
}

#define IS_AMONG(character, characters) is_among (character, characters, G_N_ELEMENTS (characters))

static gboolean
is_ideographic (gunichar character)
{
  return (character >= 0x2E80 && character < 0xA000) || (character >= 0xF900 && character < 0xFB00) ||
         (character >= 0xFE30 && character < 0xFE50) || (character >= 0xFF00 && character < 0xFFF0) ||
         (character >= 0x20000 && character < 0x40000);
}

static WmdCharFlags
get_chinese_flags (gunichar character)
{
  WmdCharFlags flags = 0;

  if (character < 0x2014)
    return 0;
  if (IS_AMONG (character, opening))
    flags |= WMD_CHAR_WIDE | WMD_CHAR_OPEN;
  else if (IS_AMONG (character, closing))
    flags |= WMD_CHAR_WIDE | WMD_CHAR_CLOSE;
  else if (character == 0x2014 || character == 0x2015 || character == 0x2026)
    flags |= WMD_CHAR_WIDE | WMD_CHAR_SOLID;
  else if (is_ideographic (character))
    flags |= WMD_CHAR_WIDE;
  if (IS_AMONG (character, hanging))
    flags |= WMD_CHAR_HANG;
  return flags;
}

static gboolean
is_quotation_mark (gunichar character)
{
  return character == 0x2018 || character == 0x2019 || character == 0x201C || character == 0x201D;
}

/* Between ideographs a quotation mark is as good as a bracket. */
static gboolean
may_break_at_quotation_mark (const gunichar *characters, guint n, guint i)
{
  gunichar before = characters[i - 1];
  gunichar after = i < n ? characters[i] : 0;
  WmdCharFlags before_flags = get_chinese_flags (before);
  WmdCharFlags after_flags = get_chinese_flags (after);

  if ((before_flags & WMD_CHAR_WIDE) == 0 || (after_flags & WMD_CHAR_WIDE) == 0)
    return FALSE;
  if (!is_quotation_mark (before) && !is_quotation_mark (after))
    return FALSE;
  return (before_flags & WMD_CHAR_OPEN) == 0 && (after_flags & (WMD_CHAR_CLOSE | WMD_CHAR_SOLID)) == 0;
}

static gboolean
ends_word (gunichar character)
{
  return g_unichar_isspace (character) || character >= 0x2E80;
}

/* Lets the address from character @start to @end break after a stroke and before other punctuation, as style
 * guides ask.
 */
static void
break_address (PangoLogAttr *attrs, const gunichar *characters, guint start, guint end)
{
  for (guint i = start + 2; i + 2 < end; i++)
    {
      gboolean after_stroke = characters[i - 1] == '/' && characters[i] != '/';
      gboolean before_mark = characters[i] < 0x80 && strchr (".-_?&=%#", (int) characters[i]) != NULL;

      attrs[i].is_line_break = after_stroke || before_mark;
    }
}

/* Running text does not break after a stroke ("groups/national"): word processors do not, and pages should be as those
 * issued.
 */
static void
join_strokes (PangoLogAttr *attrs, const gunichar *characters, guint n)
{
  for (guint i = 1; i < n; i++)
    if (characters[i - 1] == '/')
      attrs[i].is_line_break = FALSE;
}

static void
break_addresses (PangoLogAttr *attrs, const gunichar *characters, guint n)
{
  guint start = 0;
  guint n_marks = 0;

  for (guint i = 0; i <= n; i++)
    if (i == n || ends_word (characters[i]))
      {
        if (i - start >= ADDRESS_LENGTH && n_marks >= 2)
          break_address (attrs, characters, start, i);
        start = i + 1;
        n_marks = 0;
      }
    else if (characters[i] == '.' || characters[i] == '/' || characters[i] == '@')
      n_marks++;
}

static void
decode (WmdSetter *self)
{
  const char *text = self->source->text;

  g_array_set_size (self->characters, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_array_append_val (self->characters, character);
    }
}

/* Does the character belong to a script written from right to left? Marks and numbers that only follow them do not
 * matter, and a wrong yes costs no more than time.
 */
static gboolean
is_rtl_script (gunichar c)
{
  return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) ||
         (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000) || (c >= 0x202A && c < 0x202F) || c == 0x200F ||
         (c >= 0x2066 && c < 0x206A);
}

static void
find_levels (WmdSetter *self)
{
  const gunichar *characters = (const gunichar *) (gpointer) self->characters->data;
  PangoDirection direction = self->source->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  gboolean needed = direction == PANGO_DIRECTION_RTL;

  for (guint i = 0; i < self->characters->len && !needed; i++)
    needed = is_rtl_script (characters[i]);
  if (needed)
    self->levels = pango_log2vis_get_embedding_levels (self->source->text, (int) self->length, &direction);
}

void
wmd_setter_analyse (WmdSetter *self)
{
  gboolean chinese = self->source->type->family == WMD_FAMILY_SONG;
  const gunichar *characters;
  PangoLogAttr *attrs;
  guint16 *flags;
  guint n;

  decode (self);
  find_levels (self);

  n = self->characters->len;
  characters = (const gunichar *) (gpointer) self->characters->data;
  /* Pango does not write all of them. */
  g_array_set_size (self->log_attrs, 0);
  g_array_set_size (self->log_attrs, n + 1);
  attrs = (PangoLogAttr *) (gpointer) self->log_attrs->data;
  pango_get_log_attrs (self->source->text, (int) self->length, -1, self->languages[self->source->language], attrs,
                       (int) n + 1);
  if (self->source->align == WMD_ALIGN_JUSTIFY)
    join_strokes (attrs, characters, n);
  break_addresses (attrs, characters, n);

  g_array_set_size (self->flags, 0);
  g_array_set_size (self->flags, self->length + 1);
  flags = (guint16 *) (gpointer) self->flags->data;
  for (guint i = 0, offset = 0; i <= n; i++)
    {
      gunichar character = i < n ? characters[i] : 0;
      gboolean may_break = attrs[i].is_line_break;

      if (chinese && i > 0 && !may_break)
        may_break = may_break_at_quotation_mark (characters, n, i);
      flags[offset] = (may_break && i > 0 ? WMD_CHAR_BREAK : 0) |
                      (attrs[i].is_mandatory_break && i > 0 && i < n ? WMD_CHAR_MUST_BREAK : 0) |
                      (attrs[i].is_cursor_position ? WMD_CHAR_CLUSTER : 0) |
                      (character == ' ' || character == '\n' ? WMD_CHAR_SPACE : 0) |
                      (chinese ? get_chinese_flags (character) : 0) |
                      (g_unichar_isalpha (character) || g_unichar_ismark (character) ? WMD_CHAR_LETTER : 0);
      if (i < n)
        offset += g_unichar_to_utf8 (character, NULL);
    }
}
