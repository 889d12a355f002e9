/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The letters of sub-items of the agenda and the marks of lists: data/letters.json. */
#include "reference/reference-private.h"

#include "reference/fold.h"

#define WHERE "letters.json"

typedef struct
{
  const char **marks; /* in order; NULL-terminated */
  guint n_marks;
} Marks;

struct _WmdLetters
{
  Marks letters[WMD_N_LANGUAGES]; /* of sub-items and of the first level of lists */
  Marks numbers[WMD_N_LANGUAGES]; /* of the second level */
};

static gboolean
load_marks (Marks marks[WMD_N_LANGUAGES], const WmdDatum *root, const char *member, GError **error)
{
  const WmdDatum *object = wmd_data_get_object (root, WHERE, member, error);

  if (object == NULL)
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      marks[i].marks = wmd_data_get_strings (object, WHERE, wmd_language_get_code (i), error);
      if (marks[i].marks == NULL)
        return FALSE;
      marks[i].n_marks = g_strv_length ((char **) marks[i].marks);
    }
  return TRUE;
}

WmdLetters *
wmd_letters_new (GError **error)
{
  WmdLetters *self = g_new0 (WmdLetters, 1);
  const WmdDatum *root = wmd_data_load (WHERE, error);

  if (root == NULL || !load_marks (self->letters, root, "letters", error) ||
      !load_marks (self->numbers, root, "numbers", error))
    g_clear_pointer (&self, wmd_letters_free);
  return self;
}

void
wmd_letters_free (WmdLetters *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_free (self->letters[i].marks);
      g_free (self->numbers[i].marks);
    }
  g_free (self);
}

/* NULL past the table. */
static const char *
get_mark (const Marks *marks, guint position)
{
  return position >= 1 && position <= marks->n_marks ? marks->marks[position - 1] : NULL;
}

const char *
wmd_reference_get_subitem_letter (WmdReference *self, WmdLanguage language, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  return get_mark (&self->letters->letters[language], position);
}

guint
wmd_reference_parse_subitem_letter (WmdReference *self, WmdLanguage language, const char *letter)
{
  const Marks *letters;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && letter != NULL, 0);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, 0);

  letters = &self->letters->letters[language];
  folded = wmd_fold_text (letter);
  for (guint i = 0; i < letters->n_marks; i++)
    {
      g_autofree char *other = wmd_fold_text (letters->marks[i]);

      if (g_str_equal (folded, other))
        return i + 1;
    }
  return 0;
}

char *
wmd_reference_format_list_mark (WmdReference *self, WmdLanguage language, guint level, guint position)
{
  static const char *const keys[] = { "list-mark-1", "list-mark-2" };
  g_autofree char *figures = NULL;
  const char *mark;

  g_return_val_if_fail (self != NULL && position >= 1, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);
  g_return_val_if_fail (level == 1 || level == 2, NULL);

  mark = get_mark (level == 1 ? &self->letters->letters[language] : &self->letters->numbers[language], position);
  figures = g_strdup_printf ("%u", position);
  return wmd_reference_format_label (self, language, keys[level - 1], "mark", mark != NULL ? mark : figures, NULL);
}
