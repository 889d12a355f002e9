/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bookmarks, destinations and links.
 */
#include "config.h"

#include "publish/pdf-navigation.h"

#include <string.h>

/* --- headings --- */

/* Levels of bookmarks, from 1; 0 for items that have none. */
static guint
get_level (const WmdBox *box)
{
  static const guint levels[WMD_N_ITEM_KINDS] = {
    [WMD_ITEM_CONTENTS_HEADING] = 1, [WMD_ITEM_SECTION] = 1,   [WMD_ITEM_REPLY] = 2,
    [WMD_ITEM_HEADING_1] = 3,        [WMD_ITEM_HEADING_2] = 4,
  };

  return box->item != NULL && box->item->id != NULL ? levels[box->item->kind] : 0;
}

static char *
make_destination (WmdPages *pages, const WmdBox *box, const GArray *page_objects)
{
  g_autoptr (GString) out = g_string_new (NULL);
  double height, y;
  guint page;

  if (!wmd_pages_find_item (pages, box->item->id, NULL, &page, &y))
    return NULL;
  wmd_pages_get_size (pages, NULL, &height);
  g_string_append_printf (out, "[%u 0 R /XYZ null ", g_array_index (page_objects, guint, page - 1));
  wmd_pdf_append_number (out, height - y + 6);
  g_string_append (out, " null]");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* One bookmark; numbers of objects, 0 where there is none. */
typedef struct
{
  const WmdBox *box;
  guint level;
  guint object, parent, previous, next, first, last;
  guint n_kids;
} Bookmark;

static GArray *
find_bookmarks (WmdPages *pages, WmdPdfFile *file)
{
  GArray *bookmarks = g_array_new (FALSE, TRUE, sizeof (Bookmark));

  for (guint i = 0; i < wmd_pages_get_n_boxes (pages); i++)
    {
      const WmdBox *box = wmd_pages_get_box (pages, i);
      Bookmark bookmark = { box, get_level (box) };

      if (bookmark.level == 0)
        continue;
      bookmark.object = wmd_pdf_file_reserve (file);
      g_array_append_val (bookmarks, bookmark);
    }
  return bookmarks;
}

/* Gives each bookmark its parent and neighbours. A level that is passed over does not matter. */
static void
link_bookmarks (GArray *bookmarks, Bookmark *root)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new (); /* the root and the bookmarks that can still have kids */
  g_autoptr (GHashTable) by_object = g_hash_table_new (NULL, NULL);

  g_ptr_array_add (open, root);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      Bookmark *bookmark = &g_array_index (bookmarks, Bookmark, i);
      Bookmark *parent;

      while (((Bookmark *) open->pdata[open->len - 1])->level >= bookmark->level)
        g_ptr_array_set_size (open, (int) open->len - 1);
      parent = open->pdata[open->len - 1];
      bookmark->parent = parent->object;
      bookmark->previous = parent->last;
      if (parent->first == 0)
        parent->first = bookmark->object;
      if (parent->last != 0)
        ((Bookmark *) g_hash_table_lookup (by_object, GUINT_TO_POINTER (parent->last)))->next = bookmark->object;
      parent->last = bookmark->object;
      parent->n_kids++;
      g_hash_table_insert (by_object, GUINT_TO_POINTER (bookmark->object), bookmark);
      g_ptr_array_add (open, bookmark);
    }
}

static void
append_reference (GString *out, const char *key, guint object)
{
  if (object != 0)
    g_string_append_printf (out, " /%s %u 0 R", key, object);
}

static char *
make_title (const WmdBox *box)
{
  const char *label = box->item->kind == WMD_ITEM_SECTION ? box->item->label : NULL;

  return label != NULL ? g_strdup_printf ("%s %s", label, box->body.text->text) : g_strdup (box->body.text->text);
}

static void
write_bookmark (WmdPdfFile *file, const Bookmark *bookmark, WmdPages *pages, const GArray *page_objects)
{
  g_autoptr (GString) out = g_string_new ("<</Title ");
  g_autofree char *title = make_title (bookmark->box);
  g_autofree char *destination = make_destination (pages, bookmark->box, page_objects);

  wmd_pdf_append_text (out, title);
  append_reference (out, "Parent", bookmark->parent);
  append_reference (out, "Prev", bookmark->previous);
  append_reference (out, "Next", bookmark->next);
  append_reference (out, "First", bookmark->first);
  append_reference (out, "Last", bookmark->last);
  if (bookmark->n_kids > 0) /* below a section its replies are shown, below a reply nothing */
    g_string_append_printf (out, " /Count %d", bookmark->level == 1 ? (int) bookmark->n_kids : -(int) bookmark->n_kids);
  g_string_append_printf (out, " /Dest %s>>", destination);
  wmd_pdf_file_write (file, bookmark->object, out->str);
}

guint
wmd_pdf_write_outline (WmdPdfFile *file, WmdPages *pages, const GArray *page_objects)
{
  g_autoptr (GArray) bookmarks = NULL;
  Bookmark root = { NULL };
  guint n_shown = 0;

  g_return_val_if_fail (file != NULL && pages != NULL && page_objects != NULL, 0);

  bookmarks = find_bookmarks (pages, file);
  if (bookmarks->len == 0)
    return 0;
  root.object = wmd_pdf_file_reserve (file);
  link_bookmarks (bookmarks, &root);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const Bookmark *bookmark = &g_array_index (bookmarks, Bookmark, i);

      write_bookmark (file, bookmark, pages, page_objects);
      n_shown += bookmark->level <= 2 || bookmark->parent == root.object ? 1 : 0;
    }
  wmd_pdf_file_write_format (file, root.object, "<</Type /Outlines /First %u 0 R /Last %u 0 R /Count %u>>", root.first,
                             root.last, n_shown);
  return root.object;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const WmdBox *first = *(const WmdBox *const *) a;
  const WmdBox *second = *(const WmdBox *const *) b;

  return strcmp (first->item->id, second->item->id);
}

guint
wmd_pdf_write_destinations (WmdPdfFile *file, WmdPages *pages, const GArray *page_objects)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new ("<</Names [");
  guint number;

  g_return_val_if_fail (file != NULL && pages != NULL && page_objects != NULL, 0);

  for (guint i = 0; i < wmd_pages_get_n_boxes (pages); i++)
    {
      const WmdBox *box = wmd_pages_get_box (pages, i);

      if (get_level (box) > 0)
        g_ptr_array_add (boxes, (gpointer) box);
    }
  if (boxes->len == 0)
    return 0;
  g_ptr_array_sort (boxes, compare_ids);
  for (guint i = 0; i < boxes->len; i++)
    {
      const WmdBox *box = boxes->pdata[i];
      g_autofree char *destination = make_destination (pages, box, page_objects);

      wmd_pdf_append_bytes (out, (const guint8 *) box->item->id, strlen (box->item->id));
      g_string_append_printf (out, " %s ", destination);
    }
  g_string_append (out, "]>>");
  number = wmd_pdf_file_reserve (file);
  wmd_pdf_file_write (file, number, out->str);
  return number;
}

/* --- links --- */

/* Addresses in a PDF file are ASCII. NULL for one that no reader should follow. (transfer full) */
static char *
make_uri (const char *address)
{
  static const char *const schemes[] = { "http:", "https:", "mailto:" };
  GString *uri;

  for (guint i = 0;; i++)
    {
      if (i == G_N_ELEMENTS (schemes))
        return NULL;
      if (g_ascii_strncasecmp (address, schemes[i], strlen (schemes[i])) == 0)
        break;
    }
  uri = g_string_new (NULL);
  for (const guchar *p = (const guchar *) address; *p != '\0'; p++)
    if (*p <= ' ' || *p >= 0x7f || strchr ("\"<>\\^`{|}", *p) != NULL)
      g_string_append_printf (uri, "%%%02X", *p);
    else
      g_string_append_c (uri, (char) *p);
  return g_string_free (uri, FALSE);
}

/* Appends what the link does and what it is called; FALSE when it leads nowhere. */
static gboolean
append_action (GString *out, WmdPages *pages, const WmdPlace *place)
{
  const WmdBox *box = wmd_pages_get_box (pages, place->box);
  const WmdBoxText *text = place->kind == WMD_PLACE_NOTE_BODY ? &box->notes[place->note].body : &box->body;
  g_autofree char *uri = NULL;

  if (place->link < 0)
    {
      if (box->item->target == NULL || !wmd_pages_find_item (pages, box->item->target, NULL, NULL, NULL))
        return FALSE;
      g_string_append (out, " /Dest ");
      wmd_pdf_append_bytes (out, (const guint8 *) box->item->target, strlen (box->item->target));
      g_string_append (out, " /Contents ");
      wmd_pdf_append_text (out, box->body.text->text);
      return TRUE;
    }
  uri = make_uri (text->links[place->link]);
  if (uri == NULL)
    return FALSE;
  g_string_append (out, " /A <</S /URI /URI ");
  wmd_pdf_append_bytes (out, (const guint8 *) uri, strlen (uri));
  g_string_append (out, ">> /Contents ");
  wmd_pdf_append_text (out, text->links[place->link]);
  return TRUE;
}

static void
append_coordinates (GString *out, const double *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    {
      g_string_append_c (out, i > 0 ? ' ' : '[');
      wmd_pdf_append_number (out, values[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_boxes (GString *out, const GArray *boxes)
{
  WmdPdfRectangle all = g_array_index (boxes, WmdPdfRectangle, 0);
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < boxes->len; i++)
    {
      const WmdPdfRectangle *box = &g_array_index (boxes, WmdPdfRectangle, i);
      const double quad[] = { box->x0, box->y1, box->x1, box->y1, box->x0, box->y0, box->x1, box->y0 };

      all.x0 = MIN (all.x0, box->x0);
      all.y0 = MIN (all.y0, box->y0);
      all.x1 = MAX (all.x1, box->x1);
      all.y1 = MAX (all.y1, box->y1);
      g_array_append_vals (corners, quad, G_N_ELEMENTS (quad));
    }
  g_string_append (out, " /Rect ");
  append_coordinates (out, (const double[]){ all.x0, all.y0, all.x1, all.y1 }, 4);
  g_string_append (out, " /QuadPoints ");
  append_coordinates (out, (const double *) (gpointer) corners->data, corners->len);
}

void
wmd_pdf_write_links (WmdPdfFile *file,
                     WmdPages *pages,
                     guint page,
                     const WmdPdfContent *content,
                     WmdPdfStructure *structure,
                     GString *references)
{
  g_return_if_fail (file != NULL && pages != NULL && content != NULL && structure != NULL && references != NULL);

  for (guint i = 0; i < content->links->len; i++)
    {
      const WmdPdfLink *link = content->links->pdata[i];
      g_autoptr (GString) out = g_string_new ("<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4");
      guint number;

      if (!append_action (out, pages, &link->place))
        continue;
      append_boxes (out, link->boxes);
      number = wmd_pdf_file_reserve (file);
      g_string_append_printf (out, " /StructParent %u>>",
                              wmd_pdf_structure_add_annotation (structure, &link->place, page, number));
      wmd_pdf_file_write (file, number, out->str);
      g_string_append_printf (references, "%u 0 R ", number);
    }
}
