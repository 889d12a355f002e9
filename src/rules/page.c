/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What several rules look for in a page. */

#include "config.h"

#include "rules/page-private.h"

GArray *
wmd_page_list_passages (const WmdPage *self, gunichar open, gunichar close)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (WmdPassage));

  for (guint block = 0; block < self->n_blocks; block++)
    {
      const WmdReading *reading = self->readings[block];
      const WmdToken *opened = NULL;

      for (guint i = 0; i < reading->n_tokens; i++)
        {
          const WmdToken *token = &reading->tokens[i];
          WmdPassage passage = { block, opened != NULL ? opened->end : 0, token->start };

          if (token->kind == WMD_TOKEN_MARK && token->first == open)
            opened = token;
          else if (token->kind == WMD_TOKEN_MARK && token->first == close && opened != NULL)
            {
              g_array_append_val (passages, passage);
              opened = NULL;
            }
        }
    }
  return passages;
}

/* Words of a heading, in Chinese characters, that may be those of a sentence. */
#define SENTENCE_WORDS 16
#define SENTENCE_CHARACTERS 32

gboolean
wmd_page_is_broken_heading (const WmdPage *page, guint index)
{
  const WmdReading *reading = page->readings[index];
  WmdBlockKind kind = wmd_block_get_kind (reading->block);
  guint least = reading->language == WMD_LANGUAGE_ZH ? SENTENCE_CHARACTERS : SENTENCE_WORDS;

  if ((kind != WMD_BLOCK_HEADING_1 && kind != WMD_BLOCK_HEADING_2) || reading->n_words < least)
    return FALSE;
  for (guint i = 0; i < page->n_blocks; i++)
    if (i != index && wmd_block_get_kind (page->readings[i]->block) == kind &&
        2 * page->readings[i]->n_words > reading->n_words)
      return FALSE;
  return TRUE;
}

char *
wmd_page_dup_title (const WmdPage *self, const WmdPassage *passage)
{
  g_autofree char *text =
      g_strndup (self->readings[passage->block]->text + passage->start, passage->end - passage->start);
  const char *p = text;

  while (*p != '\0' &&
         (g_ascii_isdigit (*p) || g_unichar_isspace (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x5e74))
    p = g_utf8_next_char (p);
  return g_strdup (p);
}
