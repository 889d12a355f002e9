/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The paragraphs of the body, each beside what it was in the older state, and how tracked changes are written. Who
 * rejects all of them has the text of the older publication, who accepts them that of the newer one. Without an older
 * state every paragraph is beside itself, and nothing changed.
 */

#include "config.h"

#include "publish/docx-private.h"

#define AUTHOR "WMD Report"

/* LibreOffice takes two insertions of one author within a minute for one, with the end of the paragraph between them;
 * so paragraphs that are new as a whole are dated later than what is new at the end of the one before.
 */
#define NEW_PARAGRAPH_SECONDS 120

static const char *const elements[] = {
  [WMD_DOCX_KEPT] = NULL,
  [WMD_DOCX_INSERTED] = "w:ins",
  [WMD_DOCX_DELETED] = "w:del",
};

/* --- elements --- */

/* Begins an element that says who changed something and when; wmd_xml_end() ends it. */
static void
start_element (WmdDocx *docx, GsfXMLOut *xml, const char *name)
{
  gint64 seconds = docx->options->date + (docx->in_new_paragraph ? NEW_PARAGRAPH_SECONDS : 0);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *date = docx->options->date != 0 ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  g_autofree char *id = g_strdup_printf ("%u", ++docx->n_annotations);

  wmd_xml_start (xml, name, "w:id", id, "w:author", AUTHOR, "w:date", date, NULL);
}

void
wmd_docx_start_change (WmdDocx *docx, GsfXMLOut *xml, WmdDocxChange change)
{
  if (change != WMD_DOCX_KEPT)
    start_element (docx, xml, elements[change]);
}

void
wmd_docx_end_change (GsfXMLOut *xml, WmdDocxChange change)
{
  if (change != WMD_DOCX_KEPT)
    wmd_xml_end (xml);
}

void
wmd_docx_write_mark (WmdDocx *docx, GsfXMLOut *xml, WmdDocxChange change)
{
  if (change == WMD_DOCX_KEPT)
    return;
  wmd_xml_start (xml, "w:rPr", NULL);
  start_element (docx, xml, elements[change]);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_docx_start_former (WmdDocx *docx, GsfXMLOut *xml, const char *change, const char *properties)
{
  start_element (docx, xml, change);
  wmd_xml_start (xml, properties, NULL);
}

void
wmd_docx_end_former (GsfXMLOut *xml)
{
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* --- paragraphs --- */

static WmdDocxParagraph *
get_paragraph (const WmdDocx *docx, guint index)
{
  return &g_array_index (docx->paragraphs, WmdDocxParagraph, index);
}

const WmdItem *
wmd_docx_paragraph_get_item (const WmdDocxParagraph *self)
{
  return self->newer != NULL ? self->newer : self->older;
}

static void
list_paragraphs (WmdDocx *docx)
{
  g_autoptr (GArray) pairs = wmd_publication_compare (docx->older, docx->publication);

  docx->paragraphs = g_array_sized_new (FALSE, TRUE, sizeof (WmdDocxParagraph), pairs->len);
  for (guint i = 0; i < pairs->len; i++)
    {
      const WmdItemPair *pair = &g_array_index (pairs, WmdItemPair, i);
      WmdDocxParagraph paragraph = { pair->older, pair->newer, .older_shape = i, .newer_shape = i };

      if (pair->older == NULL)
        paragraph.change = WMD_DOCX_INSERTED;
      else if (pair->newer == NULL)
        paragraph.change = WMD_DOCX_DELETED;
      paragraph.mark = paragraph.change;
      g_array_append_val (docx->paragraphs, paragraph);
    }
}

/* The last paragraph of a table cell cannot go, nor that in which the contents end. So where what is last there came or
 * went, each paragraph from the last one that stays has the change of the next at its end, as Word has it when someone
 * types on at the end of a text. The properties of a paragraph go with its end: they are those of the words before it.
 */
static void
keep_last_mark (WmdDocx *docx, guint start, guint end)
{
  guint kept = end;

  while (kept > start && get_paragraph (docx, kept - 1)->change != WMD_DOCX_KEPT)
    kept--;
  if (kept == start)
    return;
  for (guint i = kept; i < end; i++)
    {
      WmdDocxParagraph *paragraph = get_paragraph (docx, i);
      const WmdDocxParagraph *before = get_paragraph (docx, i - 1);

      get_paragraph (docx, i - 1)->mark = paragraph->change;
      paragraph->older_shape = paragraph->older != NULL ? i : before->older_shape;
      paragraph->newer_shape = paragraph->newer != NULL ? i : before->newer_shape;
    }
  get_paragraph (docx, end - 1)->mark = WMD_DOCX_KEPT;
}

static void
set_marks (WmdDocx *docx)
{
  guint contents = 0, sections = 0;

  for (guint i = docx->paragraphs->len; i-- > 0;)
    {
      WmdItemKind kind = wmd_docx_paragraph_get_item (get_paragraph (docx, i))->kind;

      if (kind == WMD_ITEM_SECTION)
        sections = i;
      else if (kind == WMD_ITEM_CONTENTS_HEADING)
        contents = i;
    }
  keep_last_mark (docx, 0, contents);
  keep_last_mark (docx, contents, sections);
}

/* --- numbers --- */

/* Counts the lists of letters of one state. */
typedef struct
{
  const WmdDocx *docx;
  guint n;            /* so far */
  guint open[2];      /* the last one of each level */
  WmdItemKind before; /* of the item before */
} ListCounter;

/* The list that @item is in; 0 for one that is in none. Items of the second level are in that of the one before them
 * where Word counts both: it begins them again by itself.
 */
static guint
count_list (ListCounter *self, const WmdItem *item)
{
  WmdItemKind before = self->before;
  guint level;

  if (item == NULL)
    return 0;
  self->before = item->kind;
  if (item->kind != WMD_ITEM_LETTERED && item->kind != WMD_ITEM_LETTERED_2)
    return 0;
  level = wmd_item_kind_get_list_level (item->kind);
  if (item->number == 1)
    {
      gboolean below = level == 2 && before == WMD_ITEM_LETTERED && wmd_docx_makes_labels (self->docx, before);

      self->open[level - 1] = below ? self->open[0] : ++self->n;
    }
  return self->open[level - 1];
}

/* Lists of letters are counted, for each begins again: those of the newer state, then those of the older one. But an
 * older list which is the first to share an item with a newer one is taken for the same.
 */
static void
number_lists (WmdDocx *docx)
{
  g_autoptr (GHashTable) same = g_hash_table_new (NULL, NULL);  /* by older list: the newer one */
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL); /* of the newer ones */
  ListCounter newer_lists = { docx }, older_lists = { docx };

  for (guint i = 0; i < docx->paragraphs->len; i++)
    {
      WmdDocxParagraph *paragraph = get_paragraph (docx, i);
      gpointer newer = GUINT_TO_POINTER (paragraph->newer_list = count_list (&newer_lists, paragraph->newer));
      gpointer older = GUINT_TO_POINTER (paragraph->older_list = count_list (&older_lists, paragraph->older));

      if (older != NULL && newer != NULL && !g_hash_table_contains (same, older) && g_hash_table_add (taken, newer))
        g_hash_table_insert (same, older, newer);
    }
  for (guint i = 0; i < docx->paragraphs->len; i++)
    {
      guint *list = &get_paragraph (docx, i)->older_list;
      guint newer = GPOINTER_TO_UINT (g_hash_table_lookup (same, GUINT_TO_POINTER (*list)));

      if (*list > 0)
        *list = newer > 0 ? newer : newer_lists.n + *list;
    }
  docx->n_lists = newer_lists.n + (docx->older != docx->publication ? older_lists.n : 0);
}

/* Bookmarks are counted first of all that has a number in the document. */
static void
number_headings (WmdDocx *docx)
{
  for (guint i = 0; i < docx->paragraphs->len; i++)
    {
      WmdDocxParagraph *paragraph = get_paragraph (docx, i);

      if (wmd_document_style_get (wmd_docx_paragraph_get_item (paragraph)->kind)->outline == 0)
        continue;
      paragraph->bookmark = ++docx->n_annotations;
      if (paragraph->newer != NULL)
        g_hash_table_insert (docx->bookmarks, paragraph->newer->id, GUINT_TO_POINTER (paragraph->bookmark));
      if (paragraph->older != NULL)
        g_hash_table_insert (docx->older_bookmarks, paragraph->older->id, GUINT_TO_POINTER (paragraph->bookmark));
    }
}

static void
find_foreign (WmdDocx *docx, const WmdItem *item)
{
  if (item != NULL && item->language != docx->language)
    docx->foreign[item->kind][item->language] = TRUE;
}

void
wmd_docx_prepare_paragraphs (WmdDocx *docx)
{
  list_paragraphs (docx);
  set_marks (docx);
  number_lists (docx);
  number_headings (docx);
  for (guint i = 0; i < docx->paragraphs->len; i++)
    {
      find_foreign (docx, get_paragraph (docx, i)->older);
      find_foreign (docx, get_paragraph (docx, i)->newer);
    }
}
