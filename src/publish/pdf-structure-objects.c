/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The structure tree as objects of the file. */

#include "config.h"

#include "publish/pdf-structure-private.h"

#include <string.h>

static guint
get_page_object (const GArray *page_objects, guint page)
{
  return g_array_index (page_objects, guint, page - 1);
}

/* The footnotes that follow @element, or end it, in @parent. */
static void
append_notes (const WmdPdfElement *element, const WmdPdfElement *parent, GString *out)
{
  for (guint i = 0; element->after != NULL && i < element->after->len; i++)
    {
      const WmdPdfElement *note = element->after->pdata[i];

      if (note->parent == parent)
        g_string_append_printf (out, "%u 0 R ", note->object);
    }
}

/* The footnotes of an item come before the list below it. */
static void
append_kids (const WmdPdfElement *element, const GArray *page_objects, guint page, GString *out)
{
  gboolean noted = FALSE;

  for (guint i = 0; i < element->kids->len; i++)
    {
      const WmdPdfKid *kid = &g_array_index (element->kids, WmdPdfKid, i);

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
write_element (const WmdPdfElement *element, guint root, WmdPdfFile *file, const GArray *page_objects)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint page = 0;

  for (guint i = 0; i < element->kids->len && page == 0; i++)
    page = g_array_index (element->kids, WmdPdfKid, i).page;
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
        g_string_append_printf (parents, "%u 0 R ", ((const WmdPdfElement *) pieces->pdata[j])->object);
      g_string_append_c (parents, ']');
      wmd_pdf_file_write (file, object, parents->str);
      g_string_append_printf (tree, "%u %u 0 R ", i, object);
    }
  for (guint i = 0; i < self->annotated->len; i++)
    g_string_append_printf (tree, "%u %u 0 R ", self->pieces->len + i,
                            ((const WmdPdfElement *) self->annotated->pdata[i])->object);
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
      const WmdPdfElement *element = self->elements->pdata[i];

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
    ((WmdPdfElement *) self->elements->pdata[i])->object = wmd_pdf_file_reserve (file);
  id_tree = make_id_tree (self);
  wmd_pdf_file_write_format (file, root,
                             "<</Type /StructTreeRoot /K [%u 0 R] /ParentTree %u 0 R /ParentTreeNextKey %u%s>>",
                             ((const WmdPdfElement *) self->elements->pdata[0])->object, parent_tree,
                             self->pieces->len + self->annotated->len, id_tree);
  for (guint i = 0; i < self->elements->len; i++)
    write_element (self->elements->pdata[i], root, file, page_objects);
  write_parent_tree (self, file, parent_tree);
  return root;
}
