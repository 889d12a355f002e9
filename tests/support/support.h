/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/* Path below the source tree of the project; ends with NULL. (transfer full) */
char *test_source_path (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Path of a file of the material beside the project ($WMD_REPORT_MATERIAL_DIR, by default
 * ../shared beside the source tree). NULL where it is missing: the running test has then been
 * marked as skipped and should return. (transfer full)
 */
char *test_material_path (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Whole contents of a file; aborts the test when it cannot be read. (transfer full) */
char *test_read_file (const char *path,
                      gsize      *length);

/* Path of a program on the PATH. NULL where it is missing: the running test has then been
 * marked as skipped, or failed when $CI is set, since CI installs every reader.
 */
char *test_find_program (const char *name);
