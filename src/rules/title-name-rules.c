/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chinese titles of which one has a character or two more. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/page-private.h"
#include "rules/rules-private.h"

#define MIN_TITLE 5
#define MAX_MISSING 2

/* The characters of @longer that are left when @shorter is taken out of it in order; NULL when it is not in it, or
 * when too many are left. (transfer full)
 */
static char *
dup_difference (const char *shorter, const char *longer)
{
  GString *left = g_string_new (NULL);

  for (; *longer != '\0'; longer = g_utf8_next_char (longer))
    if (*shorter != '\0' && g_utf8_get_char (shorter) == g_utf8_get_char (longer))
      shorter = g_utf8_next_char (shorter);
    else
      g_string_append_unichar (left, g_utf8_get_char (longer));
  if (*shorter == '\0' && left->len > 0 && g_utf8_strlen (left->str, left->len) <= MAX_MISSING)
    return g_string_free (left, FALSE);
  g_string_free (left, TRUE);
  return NULL;
}

/* A bill is not the Act, a year makes another plan. */
static gboolean
are_variants (const WmdProbe *probe, const char *shorter, const char *longer)
{
  g_autofree char *difference = dup_difference (shorter, longer);

  return difference != NULL && g_utf8_strlen (shorter, -1) >= MIN_TITLE &&
         strpbrk (difference, "0123456789-") == NULL &&
         !wmd_forms_matches (probe->forms, "title-tail", probe->language, difference);
}

static void
say_variant (WmdProbe *probe, guint block, guint start, guint end, const char *text, const char *other)
{
  g_autofree char *hint = g_strdup_printf ("%s / %s", text, other);

  probe->index = block;
  wmd_remark_set_range (wmd_probe_say (probe, hint, g_strdup_printf (_ ("“%s” is almost “%s”."), text, other)), start,
                        end);
}

void
wmd_check_title_names (WmdProbe *probe)
{
  g_autoptr (GArray) passages = wmd_page_list_passages (probe->page, 0x300a, 0x300b);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free); /* each once, in the order of the text */

  for (guint i = 0; i < passages->len; i++)
    {
      const WmdPassage *passage = &g_array_index (passages, WmdPassage, i);
      char *title = wmd_page_dup_title (probe->page, passage);

      if (g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        {
          g_free (title);
          continue;
        }
      for (guint j = 0; j < titles->len; j++)
        if (are_variants (probe, title, titles->pdata[j]) || are_variants (probe, titles->pdata[j], title))
          {
            say_variant (probe, passage->block, passage->start, passage->end, title, titles->pdata[j]);
            break;
          }
      g_ptr_array_add (titles, title);
    }
}
