/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lists of Word: an abstract one says what its levels look like, and numberings that refer to it count on in it,
 * unless they begin anew.
 */

#include "config.h"

#include "exchange/docx-private.h"

#define N_LEVELS 9

typedef struct
{
  WmdDocxMark mark;
  int start;
  char *style; /* of the paragraphs that it numbers; NULL */
} Level;

/* One list that is counted. */
typedef struct
{
  Level levels[N_LEVELS];
  char *link; /* style that says which numbering is meant; NULL */
  int counts[N_LEVELS];
  gboolean begun[N_LEVELS];
} List;

/* What refers to a list. */
typedef struct
{
  List *list;                  /* NULL when there is none of that id */
  WmdDocxMark marks[N_LEVELS]; /* where it says otherwise than the list; NONE elsewhere */
  gboolean has_mark[N_LEVELS];
  int restarts[N_LEVELS]; /* at which it begins anew when it is first used; -1: goes on */
} Number;

struct _WmdDocxNumbering
{
  GHashTable *styles;  /* borrowed */
  GHashTable *lists;   /* id → List */
  GHashTable *numbers; /* id → Number */
};

static const struct
{
  const char *format;
  WmdDocxMark mark;
} formats[] = {
  { "none", WMD_DOCX_MARK_NONE },          { "bullet", WMD_DOCX_MARK_BULLET },
  { "lowerLetter", WMD_DOCX_MARK_LETTER }, { "arabicAlpha", WMD_DOCX_MARK_LETTER },
  { "arabicAbjad", WMD_DOCX_MARK_LETTER }, { "russianLower", WMD_DOCX_MARK_LETTER },
  { "lowerRoman", WMD_DOCX_MARK_ROMAN },   { "decimal", WMD_DOCX_MARK_NUMBER },
};

static void
list_free (List *list)
{
  for (guint i = 0; i < N_LEVELS; i++)
    g_free (list->levels[i].style);
  g_free (list->link);
  g_free (list);
}

static WmdDocxMark
read_mark (const xmlNode *level)
{
  g_autofree char *format = wmd_docx_dup_value (level, "numFmt");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (format, formats[i].format) == 0)
      return formats[i].mark;
  return format != NULL ? WMD_DOCX_MARK_OTHER : WMD_DOCX_MARK_NUMBER;
}

/* The number of the level that @node is about; -1 when it is none. */
static int
read_level_number (const xmlNode *node)
{
  g_autofree char *value = wmd_input_dup_attribute (node, "ilvl");
  guint64 level;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, N_LEVELS - 1, &level, NULL) ? (int) level : -1;
}

static List *
read_list (const xmlNode *node)
{
  List *list = g_new0 (List, 1);

  list->link = wmd_docx_dup_value (node, "numStyleLink");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const int level = wmd_docx_is (child, "lvl") ? read_level_number (child) : -1;

      if (level < 0)
        continue;
      g_free (list->levels[level].style);
      list->levels[level] =
          (Level){ read_mark (child), wmd_docx_get_number (child, "start", 0), wmd_docx_dup_value (child, "pStyle") };
    }
  return list;
}

static Number *
read_number (WmdDocxNumbering *self, const xmlNode *node)
{
  Number *number = g_new0 (Number, 1);
  g_autofree char *list = wmd_docx_dup_value (node, "abstractNumId");

  number->list = list != NULL ? g_hash_table_lookup (self->lists, list) : NULL;
  for (guint i = 0; i < N_LEVELS; i++)
    number->restarts[i] = -1;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const int level = wmd_docx_is (child, "lvlOverride") ? read_level_number (child) : -1;
      const xmlNode *own = level >= 0 ? wmd_docx_find (child, "lvl") : NULL;

      if (level < 0)
        continue;
      number->restarts[level] = wmd_docx_get_number (child, "startOverride", wmd_docx_get_number (own, "start", -1));
      number->has_mark[level] = own != NULL;
      number->marks[level] = own != NULL ? read_mark (own) : WMD_DOCX_MARK_NONE;
    }
  return number;
}

/* Numberings may stand before the lists that they refer to. */
static void
read_all (WmdDocxNumbering *self, const xmlNode *root)
{
  static const struct
  {
    const char *element;
    const char *id;
  } passes[] = { { "abstractNum", "abstractNumId" }, { "num", "numId" } };

  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
      {
        char *id = wmd_docx_is (node, passes[pass].element) ? wmd_input_dup_attribute (node, passes[pass].id) : NULL;

        if (id == NULL)
          continue;
        /* What is there stays, since numberings hold on to it. */
        if (g_hash_table_contains (pass == 0 ? self->lists : self->numbers, id))
          g_free (id);
        else if (pass == 0)
          g_hash_table_insert (self->lists, id, read_list (node));
        else
          g_hash_table_insert (self->numbers, id, read_number (self, node));
      }
}

WmdDocxNumbering *
wmd_docx_numbering_new (const xmlNode *root, GHashTable *styles)
{
  WmdDocxNumbering *self = g_new0 (WmdDocxNumbering, 1);

  self->styles = styles;
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) list_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_all (self, root);
  return self;
}

void
wmd_docx_numbering_free (WmdDocxNumbering *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->lists);
  g_free (self);
}

/* The list that @number counts, which may be that of a style. */
static List *
get_list (WmdDocxNumbering *self, const Number *number)
{
  const Number *linked;
  WmdDocxStyle style;

  if (number == NULL || number->list == NULL || number->list->link == NULL)
    return number != NULL ? number->list : NULL;
  style = wmd_docx_resolve_style (self->styles, number->list->link);
  linked = style.number != NULL ? g_hash_table_lookup (self->numbers, style.number) : NULL;
  return linked != NULL && linked->list != NULL ? linked->list : number->list;
}

int
wmd_docx_numbering_find_level (WmdDocxNumbering *self, const char *number, const char *style)
{
  const List *list = get_list (self, g_hash_table_lookup (self->numbers, number));

  for (int i = 0; list != NULL && style != NULL && i < N_LEVELS; i++)
    if (g_strcmp0 (list->levels[i].style, style) == 0)
      return i;
  return 0;
}

WmdDocxMark
wmd_docx_numbering_count (WmdDocxNumbering *self, const char *id, int level, int *position)
{
  Number *number = g_hash_table_lookup (self->numbers, id);
  List *list = get_list (self, number);

  *position = 0;
  if (list == NULL)
    return WMD_DOCX_MARK_NONE;
  level = CLAMP (level, 0, N_LEVELS - 1);
  if (number->restarts[level] >= 0)
    {
      list->counts[level] = number->restarts[level];
      number->restarts[level] = -1;
    }
  else if (!list->begun[level])
    list->counts[level] = list->levels[level].start;
  else if (list->counts[level] < G_MAXINT)
    list->counts[level]++;
  list->begun[level] = TRUE;
  for (int i = level + 1; i < N_LEVELS; i++)
    list->begun[i] = FALSE;
  *position = list->counts[level];
  return number->has_mark[level] ? number->marks[level] : list->levels[level].mark;
}
