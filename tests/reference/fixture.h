/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference/reference.h"

/* The reference as the program loads it. (transfer full) */
static inline WmdReference *
fixture_load (void)
{
  g_autoptr (GError) error = NULL;
  WmdReference *reference = wmd_reference_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (reference);
  return reference;
}

/* What every text of the data must be: not empty, in UTF-8 of normal form C, without spaces at its ends
 * or in pairs, and without invisible characters. @where goes into the failure's message.
 */
static inline void
fixture_assert_clean (const char *text,
                      const char *where)
{
  g_autofree char *normal = NULL;

  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      g_test_message ("%s: no valid text", where);
      g_test_fail ();
      return;
    }
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (!g_str_equal (normal, text) || *text == ' ' || g_str_has_suffix (text, " ") || strstr (text, "  ") != NULL)
    {
      g_test_message ("%s: “%s” is not clean", where, text);
      g_test_fail ();
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) || g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_FORMAT)
      {
        g_test_message ("%s: “%s” holds U+%04X", where, text, g_utf8_get_char (p));
        g_test_fail ();
      }
}
