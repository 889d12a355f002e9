/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Forms of a text to compare by: what differs between two ways of writing the
 * same name is folded away. Folding a folded text changes nothing.
 */
#include "reference/fold.h"

#define ARABIC_TATWEEL 0x0640
#define ARABIC_TEH_MARBUTA 0x0629
#define ARABIC_HEH 0x0647
#define ARABIC_ALEF_MAKSURA 0x0649
#define ARABIC_YEH 0x064A

static gboolean
is_separator (gunichar c)
{
  switch (c)
    {
    case ',':
    case '.':
    case '/':
    case 0x060C: /* Arabic comma */
    case 0x3001: /* ideographic comma */
      return TRUE;
    default:
      return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
    }
}

/* Spellings of one Arabic letter that even careful typists mix. */
static gunichar
fold_letter (gunichar c)
{
  switch (c)
    {
    case ARABIC_TEH_MARBUTA:
      return ARABIC_HEH;
    case ARABIC_ALEF_MAKSURA:
      return ARABIC_YEH;
    default:
      return g_unichar_tolower (c);
    }
}

/* FALSE when @c is neither a letter nor a digit, nor anything that is dropped. */
static gboolean
append_folded (GString *folded, gunichar c)
{
  if (g_unichar_isdigit (c))
    g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
  else if (c == ARABIC_TATWEEL || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return TRUE;
  else if (g_unichar_isalpha (c))
    g_string_append_unichar (folded, fold_letter (c));
  else
    return FALSE;
  return TRUE;
}

static char *
fold (const char *text, gboolean spaced)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar c = g_utf8_get_char (p);
      gsize n_parts = c < 0x80 ? 1 : g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

      if (c < 0x80)
        parts[0] = c;
      for (gsize i = 0; i < n_parts; i++)
        {
          if (append_folded (folded, parts[i]) || !spaced)
            continue;
          if (!is_separator (parts[i]))
            g_string_append_unichar (folded, parts[i]);
          else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
    }
  return g_string_free (folded, FALSE);
}

char *
wmd_fold_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, FALSE);
}

char *
wmd_fold_spaced (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, TRUE);
}
