/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/snapshot.h"

/* The report in a file below the source tree. (transfer full) */
WmdSnapshot *test_translations_read (WmdReference *reference,
                                     const char   *path);

/* It as XLIFF. (transfer full) */
GBytes *test_translations_write (WmdSnapshot *report,
                                 WmdLanguage  language);
