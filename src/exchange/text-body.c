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

typedef struct
{
  WmdTextImport *import;
  gboolean source;
  GPtrArray *blocks; /* (element-type WmdBlock) */
  guint n_numbered;
  guint n_lettered; /* in the list that is open */
  guint level;      /* of the first Markdown heading of the part: that of a HEADING_1 */
} Making;

/* The text with the mark it had on the page. */
static char *
restore_mark (const WmdPiece *piece)
{
  return g_strdup_printf ("%s %s", piece->mark, piece->text);
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
check_letter (Making *self, const WmdPiece *piece)
{
  g_autofree char *printed =
      wmd_reference_format_list_letter (self->import->reference, self->import->language, piece->number);

  if (!wmd_text_like (piece->mark, printed))
    wmd_text_import_report (self->import, "list-form", WMD_SEVERITY_NOTE, piece->line, piece->mark,
                            g_strdup_printf (_ ("“%s” will be printed as “%s”."), piece->mark, printed));
}

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
choose_kind (Making *self, const WmdPiece *piece, char **text)
{
  *text = NULL;
  if (piece->heading)
    {
      *text = piece->mark != NULL ? restore_mark (piece) : NULL;
      return heading_kind (self, piece);
    }
  switch (piece->kind)
    {
    case WMD_PIECE_BULLET:
      return WMD_BLOCK_BULLET;
    case WMD_PIECE_NUMBERED:
      if (piece->number == self->n_numbered + 1)
        return WMD_BLOCK_NUMBERED;
      break;
    case WMD_PIECE_LETTERED:
      if (piece->number == self->n_lettered + 1)
        {
          check_letter (self, piece);
          return WMD_BLOCK_LETTERED;
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
add_block (Making *self, const WmdPiece *piece)
{
  g_autofree char *id = g_strdup_printf ("b%u", self->blocks->len + 1);
  g_autofree char *text = NULL;
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (WmdBlock) block = NULL;
  WmdBlockKind kind;

  self->import->block = id;
  kind = choose_kind (self, piece, &text);
  self->n_numbered += kind == WMD_BLOCK_NUMBERED;
  self->n_lettered = kind == WMD_BLOCK_LETTERED ? self->n_lettered + 1 : 0;
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
  Making making = { self, source, blocks, 0, 0, 0 };

  wmd_text_import_join_seams (self, pieces);
  for (guint i = 0; i < pieces->len; i++)
    add_block (&making, pieces->pdata[i]);
  return wmd_variant_new (self->language, blocks);
}
