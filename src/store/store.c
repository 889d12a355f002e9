/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "store/store.h"

#define MAX_ID_LENGTH 64

G_DEFINE_QUARK (wmd_store_error, wmd_store_error)

gboolean
wmd_store_is_report_id (const char *id)
{
  gsize length;

  g_return_val_if_fail (id != NULL, FALSE);

  length = strspn (id, "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  return length > 0 && length <= MAX_ID_LENGTH && id[length] == '\0';
}
