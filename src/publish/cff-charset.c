/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the little of a CFF table that a PDF file depends on: is the font CID-keyed, and which identifier has each
 * glyph. Offsets in the table are not trusted.
 */
#include "config.h"

#include "publish/cff-charset.h"

/* Operators of the top dictionary; those of two bytes begin with 12. */
#define OPERATOR_CHARSET 15
#define OPERATOR_ROS (12 << 8 | 30)

typedef struct
{
  const guint8 *data;
  gsize size;
  gsize at;
  gboolean failed;
} Reader;

static guint32
read_bytes (Reader *self, guint n_bytes)
{
  guint32 value = 0;

  if (self->at + n_bytes > self->size)
    {
      self->failed = TRUE;
      return 0;
    }
  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | self->data[self->at++];
  return value;
}

/* Moves past an index; @first, @end: where the data of its first object is. */
static void
skip_index (Reader *self, gsize *first, gsize *end)
{
  guint count = read_bytes (self, 2);
  guint offset_size;
  gsize offsets, base;
  guint32 last;

  *first = *end = self->at;
  if (count == 0)
    return;
  offset_size = read_bytes (self, 1);
  if (offset_size < 1 || offset_size > 4)
    {
      self->failed = TRUE;
      return;
    }
  offsets = self->at;
  base = offsets + (gsize) (count + 1) * offset_size - 1;
  *first = base + read_bytes (self, offset_size);
  *end = base + read_bytes (self, offset_size);
  self->at = offsets + (gsize) count * offset_size;
  last = read_bytes (self, offset_size);
  self->at = base + last;
  if (self->at > self->size || *end > self->size || *first > *end)
    self->failed = TRUE;
}

/* Reads one operand or operator of a dictionary. Returns the operator, or -1 with its operand in @value. */
static int
read_token (Reader *self, gint32 *value)
{
  guint first = read_bytes (self, 1);

  if (first == 12)
    return (int) (12 << 8 | read_bytes (self, 1));
  if (first <= 21)
    return (int) first;
  if (first == 28)
    *value = (gint16) read_bytes (self, 2);
  else if (first == 29)
    *value = (gint32) read_bytes (self, 4);
  else if (first == 30)
    while (!self->failed && (read_bytes (self, 1) & 0xf) != 0xf) /* a real number */
      ;
  else if (first >= 32 && first <= 246)
    *value = (gint32) first - 139;
  else if (first >= 247 && first <= 250)
    *value = ((gint32) first - 247) * 256 + (gint32) read_bytes (self, 1) + 108;
  else if (first >= 251 && first <= 254)
    *value = -((gint32) first - 251) * 256 - (gint32) read_bytes (self, 1) - 108;
  return -1;
}

/* Where the charset is; 0 when the font is not CID-keyed. */
static gsize
find_charset (Reader *self, gsize end)
{
  gboolean cid_keyed = FALSE;
  gsize charset = 0;
  gint32 operand = 0;

  while (!self->failed && self->at < end)
    {
      int token = read_token (self, &operand);

      if (token == OPERATOR_ROS)
        cid_keyed = TRUE;
      else if (token == OPERATOR_CHARSET)
        charset = (gsize) MAX (operand, 0);
    }
  return cid_keyed && !self->failed ? charset : 0;
}

static void
read_charset (Reader *self, guint16 *cids, guint n_glyphs)
{
  guint format = read_bytes (self, 1);
  guint glyph = 1;

  if (format > 2)
    self->failed = TRUE;
  while (glyph < n_glyphs && !self->failed)
    {
      guint first = read_bytes (self, 2);
      guint n_left = format == 0 ? 0 : read_bytes (self, format);

      for (guint i = 0; i <= n_left && glyph < n_glyphs; i++)
        cids[glyph++] = first + i;
    }
}

guint16 *
wmd_cff_get_cids (const guint8 *data, gsize size, guint n_glyphs)
{
  Reader reader = { data, size, 0, FALSE };
  g_autofree guint16 *cids = NULL;
  gsize first, end;

  g_return_val_if_fail (data != NULL || size == 0, NULL);

  reader.at = 2;
  reader.at = read_bytes (&reader, 1); /* size of the header */
  skip_index (&reader, &first, &end);  /* names */
  skip_index (&reader, &first, &end);  /* top dictionaries */
  if (reader.failed)
    return NULL;
  reader.at = first;
  reader.at = find_charset (&reader, end);
  if (reader.failed || reader.at == 0 || n_glyphs == 0)
    return NULL;
  cids = g_new0 (guint16, n_glyphs);
  read_charset (&reader, cids, n_glyphs);
  return reader.failed ? NULL : g_steal_pointer (&cids);
}
