/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The structure tree. Elements are made as places are painted, which is reading order; only footnotes are painted away
 * from where they are read, and are put after the block that calls them.
 */
#include "config.h"

#include "publish/pdf-structure-private.h"

#include <string.h>

/* The elements of one footnote. */
typedef struct
{
  WmdPdfElement *call, *note, *mark, *body;
  GPtrArray *links; /* (element-type WmdPdfElement), by link */
} NoteElements;

/* The elements of one box, made when first painted. */
typedef struct
{
  WmdPdfElement *block, *label, *body;
  GPtrArray *links;    /* (element-type WmdPdfElement), by link */
  NoteElements *notes; /* by note */
  guint n_notes;
} BoxElements;

static void
element_free (gpointer data)
{
  WmdPdfElement *self = data;

  g_array_unref (self->kids);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_free (self);
}

static void
box_elements_free (gpointer data)
{
  BoxElements *self = data;

  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_notes; i++)
    g_ptr_array_unref (self->notes[i].links);
  g_free (self->notes);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static WmdPdfElement *
element_new (WmdPdfStructure *self, const char *type, WmdPdfElement *parent)
{
  WmdPdfElement *element = g_new0 (WmdPdfElement, 1);

  element->type = type;
  element->parent = parent;
  element->language = WMD_LANGUAGE_NONE;
  element->kids = g_array_new (FALSE, FALSE, sizeof (WmdPdfKid));
  g_ptr_array_add (self->elements, element);
  return element;
}

static WmdPdfElement *
add_element (WmdPdfStructure *self, const char *type, WmdPdfElement *parent)
{
  WmdPdfElement *element = element_new (self, type, parent);

  g_array_append_vals (parent->kids, &(WmdPdfKid){ .element = element }, 1);
  return element;
}

static WmdPdfElement *
get_root (const WmdPdfStructure *self)
{
  return g_ptr_array_index (self->elements, 0);
}

WmdPdfStructure *
wmd_pdf_structure_new (WmdPages *pages)
{
  WmdPdfStructure *self;

  g_return_val_if_fail (pages != NULL, NULL);

  self = g_new0 (WmdPdfStructure, 1);
  self->pages = wmd_pages_ref (pages);
  self->elements = g_ptr_array_new_with_free_func (element_free);
  self->boxes = g_ptr_array_new_with_free_func (box_elements_free);
  self->masthead = g_ptr_array_new ();
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->annotated = g_ptr_array_new ();
  g_ptr_array_set_size (self->boxes, (int) wmd_pages_get_n_boxes (pages));
  for (guint i = 0; i < wmd_pages_get_n_pages (pages); i++)
    g_ptr_array_add (self->pieces, g_ptr_array_new ());
  element_new (self, "Document", NULL);
  return self;
}

void
wmd_pdf_structure_free (WmdPdfStructure *self)
{
  g_ptr_array_unref (self->annotated);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->masthead);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->elements);
  wmd_pages_unref (self->pages);
  g_free (self);
}

/* The form of the labels of a list, as the format has it, by its first item. */
static const char *
get_list_numbering (const WmdItem *first)
{
  switch (first->kind)
    {
    case WMD_ITEM_LETTERED:
      return "LowerAlpha";
    case WMD_ITEM_LETTERED_2:
      return first->label != NULL && strchr (first->label, 'i') != NULL ? "LowerRoman" : "Decimal";
    default:
      return "Disc";
    }
}

/* The list that the item of this box stands in. The first item of a list begins it, in the item that it stands below.
 */
static WmdPdfElement *
get_list (WmdPdfStructure *self, guint index)
{
  const WmdItem *item = wmd_pages_get_box (self->pages, index)->item;
  guint level = wmd_item_kind_get_list_level (item->kind);
  WmdPdfElement **list = &self->lists[level - 1];

  if (self->list_box + 1 != index)
    self->lists[0] = self->lists[1] = self->outer = NULL;
  if (*list == NULL || item->number == 1)
    {
      *list = add_element (self, "L", level == 2 && self->outer != NULL ? self->outer : get_root (self));
      (*list)->numbering = get_list_numbering (item);
    }
  self->list_box = index;
  return *list;
}

/* The contents that the entry of this box stands in. */
static WmdPdfElement *
get_contents (WmdPdfStructure *self, guint index)
{
  if (self->lists[0] == NULL || self->list_box + 1 != index)
    self->lists[0] = add_element (self, "TOC", get_root (self));
  self->list_box = index;
  return self->lists[0];
}

/* The type of a heading, of which the style says how deep it would be where none is left out: a reply may have headings
 * of the second level alone, but in the file no level is left out (ISO 14289-1, 7.4.2).
 */
static const char *
open_heading (WmdPdfStructure *self, const char *role)
{
  static const char *const types[] = { "H1", "H2", "H3", "H4", "H5" };
  guint level = (guint) g_ascii_digit_value (role[1]);

  g_assert (level >= 1 && level <= G_N_ELEMENTS (types));

  while (self->n_headings > 0 && self->headings[self->n_headings - 1] >= level)
    self->n_headings--;
  self->headings[self->n_headings++] = level;
  return types[self->n_headings - 1];
}

static void
make_block (WmdPdfStructure *self, guint index, BoxElements *elements)
{
  const WmdBox *box = wmd_pages_get_box (self->pages, index);
  const char *role = box->style->role;

  if (g_str_equal (role, "LI"))
    {
      elements->block = add_element (self, role, get_list (self, index));
      elements->label = box->label.text != NULL ? add_element (self, "Lbl", elements->block) : NULL;
      elements->body = add_element (self, "LBody", elements->block);
      if (wmd_item_kind_get_list_level (box->item->kind) == 1)
        self->outer = elements->body;
    }
  else if (g_str_equal (role, "TOCI"))
    {
      elements->block = add_element (self, role, get_contents (self, index));
      elements->label = box->label.text != NULL ? add_element (self, "Lbl", elements->block) : NULL;
      elements->body = add_element (self, "Link", add_element (self, "Reference", elements->block));
    }
  else
    {
      if (role[0] == 'H')
        role = open_heading (self, role);
      elements->block = elements->label = elements->body = add_element (self, role, get_root (self));
      if (box->style->label == WMD_LABEL_END) /* the title of a column, not of what follows */
        elements->label = add_element (self, "P", get_root (self));
    }
  if (box->language != wmd_publication_get_language (wmd_pages_get_publication (self->pages)))
    elements->block->language = box->language;
}

static BoxElements *
get_box (WmdPdfStructure *self, guint index)
{
  BoxElements *elements = g_ptr_array_index (self->boxes, index);
  const WmdBox *box;

  if (elements != NULL)
    return elements;
  box = wmd_pages_get_box (self->pages, index);
  elements = g_new0 (BoxElements, 1);
  elements->links = g_ptr_array_new ();
  elements->n_notes = box->n_notes;
  elements->notes = g_new0 (NoteElements, box->n_notes);
  for (guint i = 0; i < box->n_notes; i++)
    elements->notes[i].links = g_ptr_array_new ();
  g_ptr_array_index (self->boxes, index) = elements;
  make_block (self, index, elements);
  return elements;
}

static WmdPdfElement *
get_link (WmdPdfStructure *self, GPtrArray *links, int link, WmdPdfElement *parent)
{
  if (link < 0)
    return parent;
  if ((guint) link >= links->len)
    g_ptr_array_set_size (links, link + 1);
  if (links->pdata[link] == NULL)
    links->pdata[link] = add_element (self, "Link", parent);
  return links->pdata[link];
}

/* The footnote follows the block that calls it; in a list it ends the item. */
static NoteElements *
get_note (WmdPdfStructure *self, BoxElements *box, guint index)
{
  NoteElements *note = &box->notes[index];
  WmdPdfElement *before = box->block == box->body ? box->block : box->body;
  gboolean inside = box->block != box->body;

  if (note->note != NULL)
    return note;
  note->note = element_new (self, "Note", inside ? before : before->parent);
  note->note->identifier = ++self->n_notes;
  note->mark = add_element (self, "Lbl", note->note);
  if (before->after == NULL)
    before->after = g_ptr_array_new ();
  g_ptr_array_add (before->after, note->note);
  return note;
}

static WmdPdfElement *
get_masthead (WmdPdfStructure *self, guint line)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (wmd_pages_get_publication (self->pages));
  WmdLanguage language = wmd_publication_get_language (wmd_pages_get_publication (self->pages));
  WmdPdfElement *element;

  if (line >= self->masthead->len)
    g_ptr_array_set_size (self->masthead, (int) line + 1);
  element = self->masthead->pdata[line];
  if (element != NULL)
    return element;
  element = self->masthead->pdata[line] = add_element (self, "P", get_root (self));
  if (line >= WMD_MASTHEAD_FIRST_FOREIGN && masthead->language != language)
    element->language = masthead->language;
  return element;
}

static WmdPdfElement *
get_element (WmdPdfStructure *self, const WmdPlace *place)
{
  BoxElements *box;
  NoteElements *note;

  if (place->kind == WMD_PLACE_MASTHEAD)
    return get_masthead (self, place->note);
  box = get_box (self, place->box);
  switch (place->kind)
    {
    case WMD_PLACE_LABEL:
      return box->label;
    case WMD_PLACE_CALL:
      note = get_note (self, box, place->note);
      if (note->call == NULL)
        note->call = add_element (self, "Reference", box->body);
      return note->call;
    case WMD_PLACE_NOTE_MARK:
      return get_note (self, box, place->note)->mark;
    case WMD_PLACE_NOTE_BODY:
      note = get_note (self, box, place->note);
      if (note->body == NULL)
        note->body = add_element (self, "P", note->note);
      return get_link (self, note->links, place->link, note->body);
    case WMD_PLACE_NUMBER:
      return box->body;
    case WMD_PLACE_BODY:
    case WMD_PLACE_MASTHEAD:
    case WMD_PLACE_ARTIFACT:
    default:
      return get_link (self, box->links, place->link, box->body);
    }
}

guint
wmd_pdf_structure_mark (WmdPdfStructure *self, const WmdPlace *place, guint page, const char **type)
{
  GPtrArray *pieces;
  WmdPdfElement *element;
  WmdPdfKid kid = { .page = page };

  g_return_val_if_fail (self != NULL && place != NULL && place->kind != WMD_PLACE_ARTIFACT, 0);

  pieces = g_ptr_array_index (self->pieces, page - 1);
  element = get_element (self, place);
  kid.number = pieces->len;
  g_ptr_array_add (pieces, element);
  g_array_append_val (element->kids, kid);
  *type = element->type;
  return kid.number;
}

guint
wmd_pdf_structure_add_annotation (WmdPdfStructure *self, const WmdPlace *place, guint page, guint object)
{
  WmdPdfElement *element;
  WmdPdfKid kid = { .page = page, .object = object };

  g_return_val_if_fail (self != NULL && place != NULL, 0);

  element = get_element (self, place);
  g_array_append_val (element->kids, kid);
  g_ptr_array_add (self->annotated, element);
  return self->pieces->len + self->annotated->len - 1;
}
