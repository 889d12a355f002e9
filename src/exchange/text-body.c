/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pieces of one part become the blocks of a variant. A number or letter that the program will print by itself
 * goes; any other stays in the text, so that nothing is renumbered behind the author's back.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

/* Columns by which an item of the second level stands farther in, at least. */
#define STEP 2

typedef struct
{
  WmdTextImport *import;
  gboolean source;
  const GPtrArray *pieces; /* (element-type WmdPiece) */
  GPtrArray *blocks;       /* (element-type WmdBlock) */
  guint n_numbered;
  guint n_lettered;      /* in the list that is open */
  guint n_numerals;      /* in that below its last item */
  const WmdPiece *outer; /* the last item of the first level of the list that is open; NULL when none is */
  const WmdPiece *inner; /* the last one below it; NULL when there is none */
  guint after_bullets;   /* index of the piece after the bullets that were passed over last */
  guint level;           /* of the first Markdown heading of the part: that of a HEADING_1 */
} Making;

/* The text with the mark it had on the page. */
static char *
restore_mark (const WmdPiece *piece)
{
  return g_strdup_printf ("%s%s%s", piece->mark, wmd_char_is_wide (wmd_text_last (piece->mark)) ? "" : " ",
                          piece->text);
}

static void
report_mark (Making *self, const WmdPiece *piece)
{
  wmd_text_import_report (
      self->import, "import-number-mismatch", WMD_SEVERITY_NOTE, piece->line, piece->mark,
      g_strdup_printf (_ ("“%s” is not the next number or letter here. It was kept as text."), piece->mark));
}

/* Letters of another alphabet than the language prints. */
static void
check_letter (Making *self, const WmdPiece *piece, guint level)
{
  g_autofree char *printed = wmd_reference_format_list_mark (self->import->reference, self->import->language, level,
                                                             level == 2 ? self->n_numerals + 1 : piece->number);

  if (!wmd_text_like (piece->mark, printed))
    wmd_text_import_report (self->import, "list-form", WMD_SEVERITY_NOTE, piece->line, piece->mark,
                            g_strdup_printf (_ ("“%s” will be printed as “%s”."), piece->mark, printed));
}

/* --- levels --- */

/* The first piece with a letter after the one at @index, which nothing but bullets part from it; NULL when there is
 * none.
 */
static const WmdPiece *
find_next_letter (Making *self, guint index)
{
  const WmdPiece *piece;

  if (self->after_bullets <= index)
    self->after_bullets = index + 1;
  while (self->after_bullets < self->pieces->len)
    {
      piece = self->pieces->pdata[self->after_bullets];
      if (piece->kind != WMD_PIECE_BULLET)
        return piece->kind == WMD_PIECE_LETTERED ? piece : NULL;
      self->after_bullets++;
    }
  return NULL;
}

static guint
get_distance (const WmdPiece *a, const WmdPiece *b)
{
  return MAX (a->inset, b->inset) - MIN (a->inset, b->inset);
}

/* TRUE for a piece that stands farther in than the last item of the first level, or as the one below that does. Text
 * does not begin at the same column on every page.
 */
static gboolean
stands_in (const Making *self, const WmdPiece *piece)
{
  if (self->outer == NULL || piece->page != self->outer->page || piece->inset < self->outer->inset + STEP)
    return FALSE;
  return self->inner == NULL || self->inner->page != piece->page ||
         get_distance (piece, self->inner) <= get_distance (piece, self->outer);
}

/* TRUE when the last item of the first level announces others. */
static gboolean
is_announced (const Making *self)
{
  gunichar last = wmd_text_last (self->outer->text);

  return last == ':' || last == 0xFF1A;
}

/* TRUE when the last item of the first level begins with a capital and @piece does not. */
static gboolean
begins_smaller (const Making *self, const WmdPiece *piece)
{
  return g_unichar_isupper (wmd_text_first (self->outer->text)) && g_unichar_islower (wmd_text_first (piece->text));
}

/* Bullets that look alike for one that types them. */
static guint
get_bullet_class (const WmdPiece *piece)
{
  static const char *const classes[] = { "-–—⁃", "•●▪■‣·∙\357\202\267", "○◦o", "*" }; /* with that of Symbol, U+F0B7 */

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strstr (classes[i], piece->mark) != NULL)
      return i;
  return G_N_ELEMENTS (classes);
}

/* TRUE for a bullet below the last item, by its mark: another one than that of the item, the same one before a small
 * letter, or one that parts the items of a lettered list.
 */
static gboolean
has_inner_mark (Making *self, guint index)
{
  const WmdPiece *piece = self->pieces->pdata[index];
  const WmdPiece *next;

  if (self->outer->kind == WMD_PIECE_BULLET)
    return get_bullet_class (piece) != get_bullet_class (self->outer) ||
           (is_announced (self) && (strcmp (piece->mark, self->outer->mark) != 0 || begins_smaller (self, piece)));
  next = find_next_letter (self, index);
  return is_announced (self) || (next != NULL && next->number == self->n_lettered + 1);
}

static gboolean
is_inner_bullet (Making *self, guint index)
{
  return self->outer != NULL && (stands_in (self, self->pieces->pdata[index]) || has_inner_mark (self, index));
}

/* TRUE for a letter below the last bullet, which is printed as a numeral: the second level has no other marks. */
static gboolean
is_below_bullet (const Making *self, const WmdPiece *piece)
{
  return self->outer != NULL && self->outer->kind == WMD_PIECE_BULLET && piece->number == self->n_numerals + 1 &&
         (self->n_numerals > 0 || is_announced (self) || stands_in (self, piece));
}

/* The level of a lettered item, 0 when its mark is not the next one on either. An "(i)" after an "(h)" is the letter,
 * unless it stands farther in or is followed by an "(ii)".
 */
static guint
get_letter_level (Making *self, guint index)
{
  const WmdPiece *piece = self->pieces->pdata[index];
  gboolean letter = piece->number > 0 && piece->number == self->n_lettered + 1;
  gboolean numeral = piece->numeral > 0 && piece->numeral == self->n_numerals + 1;

  if (letter && numeral && self->n_numerals == 0 && !stands_in (self, piece))
    {
      const WmdPiece *next = find_next_letter (self, index);

      numeral = next != NULL && next->numeral == piece->numeral + 1;
    }
  return numeral || is_below_bullet (self, piece) ? 2 : letter ? 1 : 0;
}

static void
count_item (Making *self, const WmdPiece *piece, WmdBlockKind kind)
{
  guint level = wmd_block_kind_get_item_level (kind);

  self->n_numbered += kind == WMD_BLOCK_NUMBERED;
  self->n_numerals = kind == WMD_BLOCK_LETTERED_2 ? self->n_numerals + 1 : 0;
  self->inner = level == 2 ? piece : NULL;
  if (level == 2)
    return;
  self->n_lettered = kind == WMD_BLOCK_LETTERED ? self->n_lettered + 1 : 0;
  self->outer = level == 1 ? piece : NULL;
}

/* --- blocks --- */

static WmdBlockKind
heading_kind (Making *self, const WmdPiece *piece)
{
  if (piece->level == 0)
    return WMD_BLOCK_HEADING_1;
  if (self->level == 0)
    self->level = piece->level;
  return piece->level > self->level ? WMD_BLOCK_HEADING_2 : WMD_BLOCK_HEADING_1;
}

/* The kind of the block, and its text where the mark has to stay in it (transfer full), else NULL. */
static WmdBlockKind
choose_kind (Making *self, guint index, char **text)
{
  const WmdPiece *piece = self->pieces->pdata[index];
  guint level;

  *text = NULL;
  if (piece->heading)
    {
      *text = piece->mark != NULL ? restore_mark (piece) : NULL;
      return heading_kind (self, piece);
    }
  switch (piece->kind)
    {
    case WMD_PIECE_BULLET:
      return is_inner_bullet (self, index) ? WMD_BLOCK_BULLET_2 : WMD_BLOCK_BULLET;
    case WMD_PIECE_NUMBERED:
      if (piece->number == self->import->numbered_before + self->n_numbered + 1)
        return WMD_BLOCK_NUMBERED;
      break;
    case WMD_PIECE_LETTERED:
      level = get_letter_level (self, index);
      if (level > 0)
        {
          check_letter (self, piece, level);
          return wmd_block_kind_at_item_level (WMD_BLOCK_LETTERED, level);
        }
      break;
    default:
      return WMD_BLOCK_PARAGRAPH;
    }
  report_mark (self, piece);
  *text = restore_mark (piece);
  return WMD_BLOCK_PARAGRAPH;
}

static void
add_block (Making *self, guint index)
{
  const WmdPiece *piece = self->pieces->pdata[index];
  g_autofree char *id = g_strdup_printf ("b%u", self->blocks->len + 1);
  g_autofree char *text = NULL;
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (WmdBlock) block = NULL;
  WmdBlockKind kind;

  self->import->block = id;
  kind = choose_kind (self, index, &text);
  count_item (self, piece, kind);
  content = wmd_text_import_make_inline (self->import, piece->line, text != NULL ? text : piece->text, piece->notes);
  block = wmd_block_new (id, kind, content);
  if (!self->source)
    {
      WmdBlock *approved = wmd_block_with_progress (block, WMD_PROGRESS_APPROVED);

      wmd_block_unref (block);
      block = approved;
    }
  g_ptr_array_add (self->blocks, g_steal_pointer (&block));
  self->import->block = NULL;
}

WmdVariant *
wmd_text_import_make_variant (WmdTextImport *self, gboolean source, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  Making making = { .import = self, .source = source, .pieces = pieces, .blocks = blocks };

  for (guint i = 0; i < pieces->len; i++)
    add_block (&making, i);
  return wmd_variant_new (self->language, blocks);
}
