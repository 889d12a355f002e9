/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every token is of a class; a table says what stands between two classes. What the data says first of two classes
 * holds, so that an exception stands before the rule.
 */

#include "config.h"

#include "rules/spacing-private.h"

#include <string.h>

/* The character that stands for a footnote (WMD_INLINE_NOTE_MARK). */
#define NOTE_MARK 0xfffc

typedef enum
{
  CLASS_UNKNOWN,
  CLASS_DIGIT,
  CLASS_LETTER,
  CLASS_HAN,
  CLASS_COMMA,
  CLASS_SEMICOLON,
  CLASS_HIGH,
  CLASS_STOP,
  CLASS_OPEN,
  CLASS_CLOSE,
  CLASS_QUOTE_OPEN,
  CLASS_QUOTE_CLOSE,
  CLASS_WIDE,
  CLASS_TITLE_OPEN,
  CLASS_TITLE_CLOSE,
  CLASS_NOTE,  /* the mark of a footnote */
  CLASS_OTHER, /* addresses, symbols, fields */
} Class;

#define N_CLASSES (CLASS_OTHER + 1)

static const char *const class_names[N_CLASSES] = {
  "",      "digit",      "letter",      "han",  "comma",      "semicolon",   "high", "stop",  "open",
  "close", "quote-open", "quote-close", "wide", "title-open", "title-close", "note", "other",
};

typedef enum
{
  WANT_UNSAID, /* by no row */
  WANT_ANYTHING,
  WANT_NONE,
  WANT_SPACE,
  WANT_NO_BREAK_SPACE,
} Want;

static const char *const want_names[] = { "", "any", "none", "space", "nbsp" };

struct _WmdSpacing
{
  GHashTable *classes; /* character to Class */
  guint8 wants[N_CLASSES][N_CLASSES];
};

static guint
index_of (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return i;
  g_error ("data/rules/spacing.json: “%s” is not known", name);
}

/* "any" is every class but the unknown. */
static gboolean
covers (const char *name, guint class)
{
  return class != CLASS_UNKNOWN && (g_str_equal (name, "any") || g_str_equal (name, class_names[class]));
}

WmdSpacing *
wmd_spacing_new (const WmdForms *forms, WmdLanguage language)
{
  WmdSpacing *self = g_new0 (WmdSpacing, 1);
  const GPtrArray *rows = wmd_forms_list_rows (forms, "spacing", language);

  self->classes = g_hash_table_new (NULL, NULL);
  for (guint class = CLASS_COMMA; class < CLASS_NOTE; class ++)
    {
      g_autofree char *key = g_strconcat ("class-", class_names[class], NULL);
      const char *characters = wmd_forms_get_text (forms, key, language);

      for (const char *p = characters; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
        g_hash_table_insert (self->classes, GUINT_TO_POINTER (g_utf8_get_char (p)), GUINT_TO_POINTER (class));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      guint want = index_of (want_names, G_N_ELEMENTS (want_names), row[2]);

      for (guint left = 0; left < N_CLASSES; left++)
        for (guint right = 0; right < N_CLASSES; right++)
          if (covers (row[0], left) && covers (row[1], right) && self->wants[left][right] == WANT_UNSAID)
            self->wants[left][right] = want;
    }
  return self;
}

void
wmd_spacing_free (WmdSpacing *self)
{
  g_hash_table_unref (self->classes);
  g_free (self);
}

static Class
get_class (const WmdSpacing *self, const WmdToken *token)
{
  if (token->first == NOTE_MARK)
    return CLASS_NOTE;
  if ((token->flags & WMD_TOKEN_RAISED) != 0)
    return CLASS_UNKNOWN;
  switch ((WmdTokenKind) token->kind)
    {
    case WMD_TOKEN_NUMBER:
      return CLASS_DIGIT;
    case WMD_TOKEN_WORD:
      return token->scripts == WMD_SCRIPT_HAN ? CLASS_HAN : CLASS_LETTER;
    case WMD_TOKEN_MARK:
      return GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, GUINT_TO_POINTER (token->first)));
    default:
      return CLASS_OTHER;
    }
}

/* The colon of a time, a ratio or the year of a standard: nothing stands on either side of it. */
static gboolean
is_within_figures (const WmdReading *reading, guint index)
{
  const WmdToken *mark = &reading->tokens[index];

  return mark->first == ':' && index + 1 < reading->n_tokens && mark[-1].kind == WMD_TOKEN_NUMBER &&
         mark[-1].end == mark->start && mark[1].kind == WMD_TOKEN_NUMBER && mark[1].start == mark->end;
}

const char *
wmd_spacing_correct (const WmdSpacing *self, const WmdReading *reading, guint index)
{
  const WmdToken *right = &reading->tokens[index];
  const WmdToken *left = right - 1;
  guint gap = right->start - left->end;
  gboolean single = gap > 0 && g_utf8_next_char (reading->text + left->end) == reading->text + right->start;
  Want want = self->wants[get_class (self, left)][get_class (self, right)];

  switch (want)
    {
    case WANT_NONE:
      return gap > 0 ? "" : NULL;
    case WANT_SPACE:
      return single ? NULL : " ";
    case WANT_NO_BREAK_SPACE:
      return single || is_within_figures (reading, index) ? NULL : "\302\240";
    default:
      return gap > 0 && !single ? " " : NULL;
    }
}
