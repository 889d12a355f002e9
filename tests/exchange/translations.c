/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/translations.h"

#include "exchange/xliff.h"
#include "store/store.h"
#include "support/support.h"

WmdSnapshot *
test_translations_read (WmdReference *reference, const char *path)
{
  g_autofree char *full = test_source_path (path, NULL);
  gsize length;
  g_autofree char *bytes = test_read_file (full, &length);
  g_autoptr (GError) error = NULL;
  WmdSnapshot *report = wmd_store_parse (reference, bytes, length, NULL, &error);

  g_assert_no_error (error);
  return report;
}

GBytes *
test_translations_write (WmdSnapshot *report, WmdLanguage language)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = wmd_xliff_write (report, language, &error);

  g_assert_no_error (error);
  return bytes;
}
