/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pairs the blocks of two languages of one text: an alignment of two sequences that earns the most, each pair
 * earning by likeness and each block left alone costing a little.
 */

#include "config.h"

#include "exchange/block-pairing.h"

#include <string.h>

#define MAX_CELLS 4000000 /* of the table of the alignment; longer texts are paired by place alone */
#define ALONE -10         /* tenths of a point for a block without a partner */

typedef enum
{
  STEP_PAIR,
  STEP_LEAVE,           /* a block of the variant alone */
  STEP_LEAVE_REFERENCE, /* a block of the reference alone */
} Step;

/* What is compared of a block. */
typedef struct
{
  WmdBlockKind kind;
  glong length;        /* characters */
  GHashTable *numbers; /* set of strings: runs of digits as ASCII */
} Features;

static void
features_clear (gpointer data)
{
  g_hash_table_unref (((Features *) data)->numbers);
}

static GHashTable *
find_numbers (const char *text)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_unichar_isdigit (c))
        {
          g_string_append_c (number, (char) ('0' + g_unichar_digit_value (c)));
          continue;
        }
      if (number->len > 0)
        g_hash_table_add (numbers, g_strdup (number->str));
      g_string_truncate (number, 0);
      if (c == 0)
        return numbers;
    }
}

static GArray *
list_features (WmdVariant *variant, glong *total)
{
  GArray *features = g_array_new (FALSE, FALSE, sizeof (Features));

  g_array_set_clear_func (features, features_clear);
  *total = 0;
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);
      const char *text = wmd_block_get_text (block);
      Features one = { wmd_block_get_kind (block), g_utf8_strlen (text, -1) + 1, find_numbers (text) };

      *total += one.length;
      g_array_append_val (features, one);
    }
  return features;
}

static int
rate_kinds (WmdBlockKind a, WmdBlockKind b)
{
  if (a == b)
    return 20;
  if (wmd_block_kind_is_heading (a) != wmd_block_kind_is_heading (b))
    return -40;
  return wmd_block_kind_is_heading (a) ||
                 (wmd_block_kind_get_item_level (a) > 0 && wmd_block_kind_get_item_level (b) > 0)
             ? 10
             : -10;
}

/* @scale: how much longer the one language is than the other on the whole. */
static int
rate_lengths (glong a, glong b, double scale)
{
  double first = (double) a;
  double second = (double) b * scale;
  double ratio = MAX (first, second) / MIN (first, second);

  return (int) MAX (20 - 20 * (ratio - 1), -30);
}

static int
rate_numbers (GHashTable *a, GHashTable *b)
{
  guint n = g_hash_table_size (a) + g_hash_table_size (b);
  guint common = 0;
  GHashTableIter iter;
  gpointer number;

  if (n == 0)
    return 0;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    common += g_hash_table_contains (b, number);
  return (int) (80 * common / n) - 10;
}

static int
rate (const Features *a, const Features *b, double scale)
{
  return rate_kinds (a->kind, b->kind) + rate_lengths (a->length, b->length, scale) +
         rate_numbers (a->numbers, b->numbers);
}

/* Fills the table of steps, one row for each block of @rows and one more, and as many columns for @columns. */
static guint8 *
align (GArray *rows, GArray *columns, double scale)
{
  guint width = columns->len + 1;
  guint8 *steps = g_new0 (guint8, (gsize) (rows->len + 1) * width);
  g_autofree int *above = g_new (int, width);
  g_autofree int *here = g_new (int, width);

  for (guint j = 0; j < width; j++)
    {
      above[j] = (int) j * ALONE;
      steps[j] = STEP_LEAVE_REFERENCE;
    }
  for (guint i = 1; i <= rows->len; i++)
    {
      here[0] = (int) i * ALONE;
      steps[(gsize) i * width] = STEP_LEAVE;
      for (guint j = 1; j < width; j++)
        {
          int pair = above[j - 1] +
                     rate (&g_array_index (rows, Features, i - 1), &g_array_index (columns, Features, j - 1), scale);
          int leave = above[j] + ALONE;
          int leave_reference = here[j - 1] + ALONE;
          Step step = pair >= leave && pair >= leave_reference ? STEP_PAIR
                      : leave >= leave_reference               ? STEP_LEAVE
                                                               : STEP_LEAVE_REFERENCE;

          here[j] = step == STEP_PAIR ? pair : step == STEP_LEAVE ? leave : leave_reference;
          steps[(gsize) i * width + j] = (guint8) step;
        }
      memcpy (above, here, width * sizeof (int));
    }
  return steps;
}

static void
follow (const guint8 *steps, guint n_rows, guint n_columns, GArray *pairs)
{
  for (guint i = n_rows, j = n_columns; i > 0 || j > 0;)
    switch ((Step) steps[(gsize) i * (n_columns + 1) + j])
      {
      case STEP_PAIR:
        i--;
        j--;
        g_array_index (pairs, guint, i) = j;
        break;
      case STEP_LEAVE:
        i--;
        break;
      case STEP_LEAVE_REFERENCE:
        j--;
        break;
      }
}

GArray *
wmd_block_pairing_find (WmdVariant *variant, WmdVariant *reference)
{
  glong length, reference_length;
  g_autoptr (GArray) rows = list_features (variant, &length);
  g_autoptr (GArray) columns = list_features (reference, &reference_length);
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (guint), rows->len);
  g_autofree guint8 *steps = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      guint place = i < columns->len ? i : WMD_UNPAIRED;

      g_array_append_val (pairs, place);
    }
  if ((guint64) (rows->len + 1) * (columns->len + 1) > MAX_CELLS || columns->len == 0)
    return pairs;
  for (guint i = 0; i < rows->len; i++)
    g_array_index (pairs, guint, i) = WMD_UNPAIRED;
  steps = align (rows, columns, (double) length / (double) reference_length);
  follow (steps, rows->len, columns->len, pairs);
  return pairs;
}
