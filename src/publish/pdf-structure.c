/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The structure tree. Elements are made as places are painted, which is reading order; only footnotes are painted away
 * from where they are read, and are put after the block that calls them.
 */
#include "config.h"

#include "publish/pdf-structure.h"

#include <string.h>

typedef struct _Element Element;

/* A child: an element, a marked piece of a page or an annotation. */
typedef struct
{
  Element *element; /* NULL for the others */
  guint page;
  guint number; /* of the marked piece */
  guint object; /* of the annotation; 0 for a piece */
} Kid;

struct _Element
{
  const char *type;
  Element *parent;
  WmdLanguage language; /* NONE: that of the parent */
  guint object;
  GArray *kids;          /* (element-type Kid) */
  GPtrArray *after;      /* (element-type Element) footnotes that follow it; NULL for none */
  guint identifier;      /* of a footnote, from 1; 0 for others */
  const char *numbering; /* of a list: the form of its labels; NULL for others */
};

/* The elements of one footnote. */
typedef struct
{
  Element *call, *note, *mark, *body;
  GPtrArray *links; /* (element-type Element), by link */
} NoteElements;

/* The elements of one box, made when first painted. */
typedef struct
{
  Element *block, *label, *body;
  GPtrArray *links;    /* (element-type Element), by link */
  NoteElements *notes; /* by note */
  guint n_notes;
} BoxElements;

struct _WmdPdfStructure
{
  WmdPages *pages;
  GPtrArray *elements;  /* (element-type Element), all of them, the root first */
  GPtrArray *boxes;     /* (element-type BoxElements), by box */
  GPtrArray *masthead;  /* (element-type Element), by line */
  GPtrArray *pieces;    /* (element-type GPtrArray), by page: the element of each marked piece */
  GPtrArray *annotated; /* (element-type Element), by annotation */
  Element *lists[2];    /* the TOC, or the L of each level, at hand */
  guint list_box;       /* the last box in one */
  Element *outer;       /* LBody of the last item of the first level, which a list below it goes into */
  guint n_notes;
};

static void
element_free (gpointer data)
{
  Element *self = data;

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

static Element *
element_new (WmdPdfStructure *self, const char *type, Element *parent)
{
  Element *element = g_new0 (Element, 1);

  element->type = type;
  element->parent = parent;
  element->language = WMD_LANGUAGE_NONE;
  element->kids = g_array_new (FALSE, FALSE, sizeof (Kid));
  g_ptr_array_add (self->elements, element);
  return element;
}

static Element *
add_element (WmdPdfStructure *self, const char *type, Element *parent)
{
  Element *element = element_new (self, type, parent);

  g_array_append_vals (parent->kids, &(Kid){ .element = element }, 1);
  return element;
}

static Element *
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
static Element *
get_list (WmdPdfStructure *self, guint index)
{
  const WmdItem *item = wmd_pages_get_box (self->pages, index)->item;
  guint level = wmd_item_kind_get_list_level (item->kind);
  Element **list = &self->lists[level - 1];

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
static Element *
get_contents (WmdPdfStructure *self, guint index)
{
  if (self->lists[0] == NULL || self->list_box + 1 != index)
    self->lists[0] = add_element (self, "TOC", get_root (self));
  self->list_box = index;
  return self->lists[0];
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

static Element *
get_link (WmdPdfStructure *self, GPtrArray *links, int link, Element *parent)
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
  Element *before = box->block == box->body ? box->block : box->body;
  gboolean inside = box->block != box->body;

  if (note->note != NULL)
    return note;
  note->note = element_new (self, "Note", inside ? before : before->parent);
  note->note->identifier = ++self->n_notes;
  note->mark = add_element (self, "Lbl", note->note);
  note->body = add_element (self, "P", note->note);
  if (before->after == NULL)
    before->after = g_ptr_array_new ();
  g_ptr_array_add (before->after, note->note);
  return note;
}

static Element *
get_masthead (WmdPdfStructure *self, guint line)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (wmd_pages_get_publication (self->pages));
  WmdLanguage language = wmd_publication_get_language (wmd_pages_get_publication (self->pages));
  Element *element;

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

static Element *
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
  Element *element;
  Kid kid = { .page = page };

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
  Element *element;
  Kid kid = { .page = page, .object = object };

  g_return_val_if_fail (self != NULL && place != NULL, 0);

  element = get_element (self, place);
  g_array_append_val (element->kids, kid);
  g_ptr_array_add (self->annotated, element);
  return self->pieces->len + self->annotated->len - 1;
}

/* --- the objects --- */

static guint
get_page_object (const GArray *page_objects, guint page)
{
  return g_array_index (page_objects, guint, page - 1);
}

/* The footnotes that follow @element, or end it, in @parent. */
static void
append_notes (const Element *element, const Element *parent, GString *out)
{
  for (guint i = 0; element->after != NULL && i < element->after->len; i++)
    {
      const Element *note = element->after->pdata[i];

      if (note->parent == parent)
        g_string_append_printf (out, "%u 0 R ", note->object);
    }
}

/* The footnotes of an item come before the list below it. */
static void
append_kids (const Element *element, const GArray *page_objects, guint page, GString *out)
{
  gboolean noted = FALSE;

  for (guint i = 0; i < element->kids->len; i++)
    {
      const Kid *kid = &g_array_index (element->kids, Kid, i);

      if (kid->element != NULL && !noted && g_str_equal (kid->element->type, "L"))
        {
          append_notes (element, element, out);
          noted = TRUE;
        }
      if (kid->element != NULL)
        {
          g_string_append_printf (out, "%u 0 R ", kid->element->object);
          append_notes (kid->element, element, out);
        }
      else if (kid->object != 0)
        g_string_append_printf (out, "<</Type /OBJR /Pg %u 0 R /Obj %u 0 R>> ",
                                get_page_object (page_objects, kid->page), kid->object);
      else if (kid->page == page)
        g_string_append_printf (out, "%u ", kid->number);
      else
        g_string_append_printf (out, "<</Type /MCR /Pg %u 0 R /MCID %u>> ", get_page_object (page_objects, kid->page),
                                kid->number);
    }
  if (!noted)
    append_notes (element, element, out);
}

static void
write_element (const Element *element, guint root, WmdPdfFile *file, const GArray *page_objects)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint page = 0;

  for (guint i = 0; i < element->kids->len && page == 0; i++)
    page = g_array_index (element->kids, Kid, i).page;
  g_string_append_printf (out, "<</Type /StructElem /S /%s /P %u 0 R", element->type,
                          element->parent != NULL ? element->parent->object : root);
  if (page != 0)
    g_string_append_printf (out, " /Pg %u 0 R", get_page_object (page_objects, page));
  if (element->language != WMD_LANGUAGE_NONE)
    g_string_append_printf (out, " /Lang (%s)", wmd_language_get_tag (element->language));
  if (element->identifier != 0)
    g_string_append_printf (out, " /ID (note-%u)", element->identifier);
  if (element->numbering != NULL)
    g_string_append_printf (out, " /A <</O /List /ListNumbering /%s>>", element->numbering);
  g_string_append (out, " /K [");
  append_kids (element, page_objects, page, out);
  g_string_append (out, "]>>");
  wmd_pdf_file_write (file, element->object, out->str);
}

/* From the marked pieces of each page and from the annotations back to their elements. */
static void
write_parent_tree (const WmdPdfStructure *self, WmdPdfFile *file, guint number)
{
  g_autoptr (GString) tree = g_string_new ("<</Nums [");

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GPtrArray *pieces = self->pieces->pdata[i];
      g_autoptr (GString) parents = g_string_new ("[");
      guint object = wmd_pdf_file_reserve (file);

      for (guint j = 0; j < pieces->len; j++)
        g_string_append_printf (parents, "%u 0 R ", ((const Element *) pieces->pdata[j])->object);
      g_string_append_c (parents, ']');
      wmd_pdf_file_write (file, object, parents->str);
      g_string_append_printf (tree, "%u %u 0 R ", i, object);
    }
  for (guint i = 0; i < self->annotated->len; i++)
    g_string_append_printf (tree, "%u %u 0 R ", self->pieces->len + i,
                            ((const Element *) self->annotated->pdata[i])->object);
  g_string_append (tree, "]>>");
  wmd_pdf_file_write (file, number, tree->str);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the footnotes; a name tree is sorted by bytes. */
static char *
make_id_tree (const WmdPdfStructure *self)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const Element *element = self->elements->pdata[i];

      if (element->identifier != 0)
        g_ptr_array_add (pairs, g_strdup_printf ("(note-%u) %u 0 R", element->identifier, element->object));
    }
  if (pairs->len == 0)
    return g_strdup ("");
  g_ptr_array_sort (pairs, compare_strings);
  g_ptr_array_add (pairs, NULL);
  names = g_strjoinv (" ", (char **) pairs->pdata);
  return g_strdup_printf (" /IDTree <</Names [%s]>>", names);
}

guint
wmd_pdf_structure_write (WmdPdfStructure *self, WmdPdfFile *file, const GArray *page_objects)
{
  guint root, parent_tree;
  g_autofree char *id_tree = NULL;

  g_return_val_if_fail (self != NULL && file != NULL && page_objects != NULL, 0);

  root = wmd_pdf_file_reserve (file);
  parent_tree = wmd_pdf_file_reserve (file);
  for (guint i = 0; i < self->elements->len; i++)
    ((Element *) self->elements->pdata[i])->object = wmd_pdf_file_reserve (file);
  id_tree = make_id_tree (self);
  wmd_pdf_file_write_format (file, root,
                             "<</Type /StructTreeRoot /K [%u 0 R] /ParentTree %u 0 R /ParentTreeNextKey %u%s>>",
                             get_root (self)->object, parent_tree, self->pieces->len + self->annotated->len, id_tree);
  for (guint i = 0; i < self->elements->len; i++)
    write_element (self->elements->pdata[i], root, file, page_objects);
  write_parent_tree (self, file, parent_tree);
  return root;
}
