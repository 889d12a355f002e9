/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A block never changes: each wmd_block_with_…() makes another one that shares what stayed the same. */

#include "config.h"

#include "model/block.h"
#include "reference/words.h"

#include <string.h>

struct _WmdBlock
{
  gatomicrefcount ref_count;
  char *id;
  WmdBlockKind kind;
  WmdInline *content;
  guint n_words;
  char *reused; /* symbol of the document it was taken over from */

  /* Of a translation unit. */
  WmdProgress progress;
  gboolean tentative;
  WmdLanguage source_language;
  char *source; /* markup */

  char *unknown; /* JSON object */
};

static const char *const kind_ids[WMD_N_BLOCK_KINDS] = {
  [WMD_BLOCK_PARAGRAPH] = "paragraph", [WMD_BLOCK_NUMBERED] = "numbered",     [WMD_BLOCK_HEADING_1] = "heading-1",
  [WMD_BLOCK_HEADING_2] = "heading-2", [WMD_BLOCK_BULLET] = "bullet",         [WMD_BLOCK_BULLET_2] = "bullet-2",
  [WMD_BLOCK_LETTERED] = "lettered",   [WMD_BLOCK_LETTERED_2] = "lettered-2",
};

/* The kinds of items, by level. */
static const WmdBlockKind item_kinds[][2] = {
  { WMD_BLOCK_BULLET, WMD_BLOCK_BULLET_2 },
  { WMD_BLOCK_LETTERED, WMD_BLOCK_LETTERED_2 },
};

static const char *const progress_ids[WMD_N_PROGRESS] = {
  [WMD_PROGRESS_UNTRANSLATED] = "untranslated", [WMD_PROGRESS_DRAFT] = "draft",
  [WMD_PROGRESS_TRANSLATED] = "translated",     [WMD_PROGRESS_REVISED] = "revised",
  [WMD_PROGRESS_APPROVED] = "approved",
};

static gboolean
find_id (const char *const *ids, guint n_ids, const char *id, guint *position)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

const char *
wmd_block_kind_get_id (WmdBlockKind kind)
{
  g_return_val_if_fail (kind < WMD_N_BLOCK_KINDS, NULL);

  return kind_ids[kind];
}

gboolean
wmd_block_kind_from_id (const char *id, WmdBlockKind *kind)
{
  return find_id (kind_ids, WMD_N_BLOCK_KINDS, id, (guint *) kind);
}

guint
wmd_block_kind_get_item_level (WmdBlockKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_kinds); i++)
    for (guint level = 1; level <= 2; level++)
      if (item_kinds[i][level - 1] == kind)
        return level;
  return 0;
}

WmdBlockKind
wmd_block_kind_at_item_level (WmdBlockKind kind, guint level)
{
  g_return_val_if_fail (level == 1 || level == 2, kind);

  for (guint i = 0; i < G_N_ELEMENTS (item_kinds); i++)
    if (item_kinds[i][0] == kind || item_kinds[i][1] == kind)
      return item_kinds[i][level - 1];
  return kind;
}

gboolean
wmd_block_kind_is_heading (WmdBlockKind kind)
{
  return kind == WMD_BLOCK_HEADING_1 || kind == WMD_BLOCK_HEADING_2;
}

gboolean
wmd_block_kind_count_back (WmdBlockKind kind, WmdBlockKind before, guint *number)
{
  *number += before == kind;
  return before == kind || kind == WMD_BLOCK_NUMBERED ||
         wmd_block_kind_get_item_level (before) > wmd_block_kind_get_item_level (kind);
}

const char *
wmd_progress_get_id (WmdProgress progress)
{
  g_return_val_if_fail (progress < WMD_N_PROGRESS, NULL);

  return progress_ids[progress];
}

gboolean
wmd_progress_from_id (const char *id, WmdProgress *progress)
{
  return find_id (progress_ids, WMD_N_PROGRESS, id, (guint *) progress);
}

static WmdBlock *
block_copy (const WmdBlock *self)
{
  WmdBlock *copy = g_new (WmdBlock, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (self->id);
  copy->content = wmd_inline_ref (self->content);
  copy->reused = g_strdup (self->reused);
  copy->source = g_strdup (self->source);
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

WmdBlock *
wmd_block_new (const char *id, WmdBlockKind kind, WmdInline *content)
{
  WmdBlock *self;

  g_return_val_if_fail (id != NULL && content != NULL, NULL);

  self = g_new0 (WmdBlock, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->kind = kind;
  self->content = wmd_inline_ref (content);
  self->n_words = wmd_words_count (wmd_inline_get_text (content), -1);
  self->progress = WMD_PROGRESS_DRAFT;
  self->source_language = WMD_LANGUAGE_NONE;
  return self;
}

WmdBlock *
wmd_block_ref (WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_block_unref (WmdBlock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  wmd_inline_unref (self->content);
  g_free (self->reused);
  g_free (self->source);
  g_free (self->unknown);
  g_free (self);
}

const char *
wmd_block_get_id (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

WmdBlockKind
wmd_block_get_kind (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, WMD_BLOCK_PARAGRAPH);

  return self->kind;
}

WmdInline *
wmd_block_get_content (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content;
}

const char *
wmd_block_get_text (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wmd_inline_get_text (self->content);
}

guint
wmd_block_get_n_words (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

WmdProgress
wmd_block_get_progress (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, WMD_PROGRESS_UNTRANSLATED);

  return self->progress;
}

gboolean
wmd_block_get_tentative (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->tentative;
}

const char *
wmd_block_get_reused (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reused;
}

const char *
wmd_block_get_source (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

WmdLanguage
wmd_block_get_source_language (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, WMD_LANGUAGE_NONE);

  return self->source_language;
}

const char *
wmd_block_get_unknown (const WmdBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unknown;
}

WmdBlock *
wmd_block_with_id (const WmdBlock *self, const char *id)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  copy = block_copy (self);
  g_free (copy->id);
  copy->id = g_strdup (id);
  return copy;
}

WmdBlock *
wmd_block_with_kind (const WmdBlock *self, WmdBlockKind kind)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = block_copy (self);
  copy->kind = kind;
  return copy;
}

WmdBlock *
wmd_block_with_content (const WmdBlock *self, WmdInline *content)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL && content != NULL, NULL);

  copy = block_copy (self);
  if (!wmd_inline_equal (self->content, content))
    g_clear_pointer (&copy->reused, g_free);
  wmd_inline_unref (copy->content);
  copy->content = wmd_inline_ref (content);
  copy->n_words = wmd_words_count (wmd_inline_get_text (content), -1);
  return copy;
}

WmdBlock *
wmd_block_with_reused (const WmdBlock *self, const char *symbol)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = block_copy (self);
  g_free (copy->reused);
  copy->reused = g_strdup (symbol);
  return copy;
}

WmdBlock *
wmd_block_with_progress (const WmdBlock *self, WmdProgress progress)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = block_copy (self);
  copy->progress = progress;
  return copy;
}

WmdBlock *
wmd_block_with_tentative (const WmdBlock *self, gboolean tentative)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = block_copy (self);
  copy->tentative = !!tentative;
  return copy;
}

WmdBlock *
wmd_block_with_source (const WmdBlock *self, WmdLanguage language, const char *source)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = block_copy (self);
  g_free (copy->source);
  copy->source = g_strdup (source);
  copy->source_language = source != NULL ? language : WMD_LANGUAGE_NONE;
  return copy;
}

WmdBlock *
wmd_block_with_unknown (const WmdBlock *self, const char *unknown)
{
  WmdBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = block_copy (self);
  g_free (copy->unknown);
  copy->unknown = g_strdup (unknown);
  return copy;
}

gboolean
wmd_block_equal (const WmdBlock *a, const WmdBlock *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (strcmp (a->id, b->id) == 0 && a->kind == b->kind && wmd_inline_equal (a->content, b->content) &&
                    a->progress == b->progress && a->tentative == b->tentative &&
                    a->source_language == b->source_language && g_strcmp0 (a->source, b->source) == 0 &&
                    g_strcmp0 (a->reused, b->reused) == 0 && g_strcmp0 (a->unknown, b->unknown) == 0);
}

/* Without spacing, and with every kind of quotation mark as the same one. */
static char *
fold_markup (const char *markup)
{
  static const char quotation_marks[] = "\"'“”„‟‘’‚‛«»‹›";
  GString *folded = g_string_sized_new (strlen (markup));

  for (const char *p = markup; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x200b)
        continue;
      g_string_append_unichar (folded, g_utf8_strchr (quotation_marks, -1, c) != NULL ? '"' : c);
    }
  return g_string_free (folded, FALSE);
}

gboolean
wmd_block_is_stale (const WmdBlock *self, const WmdBlock *now)
{
  g_autofree char *then_folded = NULL;
  g_autofree char *now_folded = NULL;
  const char *markup;

  g_return_val_if_fail (self != NULL && now != NULL, FALSE);

  markup = wmd_inline_get_markup (now->content);
  if (self->source == NULL || strcmp (self->source, markup) == 0)
    return FALSE;
  then_folded = fold_markup (self->source);
  now_folded = fold_markup (markup);
  return strcmp (then_folded, now_folded) != 0;
}
