/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* OpenDocument texts → blocks, in one walk. What the table of elements does not name is looked into; what it names as
 * no text is noticed.
 */

#include "config.h"

#include "exchange/passage-document.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/odt-styles.h"

/* What an element hands down to those in it. */
typedef struct
{
  gboolean in_paragraph;
  guint looks;      /* bits of WmdOdtLook */
  const char *link; /* NULL outside of links */
  WmdOdtList *list; /* that is open; NULL outside of lists */
  guint level;      /* of its items, from 1 on */
} Context;

typedef struct
{
  WmdDocumentMaker maker;
  WmdOdtStyles *styles;
  GHashTable *insertions; /* set of ids of tracked changes */
  guint n_inserted;       /* insertions that are open */
  gboolean in_note;

  /* Of the next paragraph. */
  WmdBlockKind kind;
  int position; /* as of wmd_document_maker_end_block() */
} Reader;

typedef void (*ReadFunc) (Reader *self, const xmlNode *node, const Context *context);

static void read_children (Reader *self, const xmlNode *node, const Context *context);

static void
leave_out (Reader *self, const xmlNode *node, WmdPassageRemark kind)
{
  g_autofree char *text = wmd_odf_dup_text (node);

  wmd_document_maker_remark (&self->maker, kind, text);
}

static void
skip (Reader *self, const xmlNode *node, const Context *context)
{
}

/* --- running text --- */

/* Which of the three kinds of scripts text is in, as styles tell them apart: Western, Asian, complex. */
static guint
get_script_kind (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HANGUL:
        return 1;
      case G_UNICODE_SCRIPT_ARABIC:
      case G_UNICODE_SCRIPT_HEBREW:
        return 2;
      case G_UNICODE_SCRIPT_COMMON:
      case G_UNICODE_SCRIPT_INHERITED:
        break;
      default:
        return 0;
      }
  return 0;
}

static guint
get_spans (guint looks, const char *text)
{
  const guint script = get_script_kind (text);
  const struct
  {
    guint look;
    WmdSpanKind kind;
  } spans[] = {
    { WMD_ODT_STRONG << script, WMD_SPAN_STRONG },
    { WMD_ODT_EMPHASIS << script, WMD_SPAN_EMPHASIS },
    { WMD_ODT_RAISED, WMD_SPAN_SUPERSCRIPT },
    { WMD_ODT_LOWERED, WMD_SPAN_SUBSCRIPT },
  };
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if ((looks & spans[i].look) != 0)
      bits |= 1u << spans[i].kind;
  return bits;
}

static void
add_text (Reader *self, const char *text, const Context *context)
{
  const WmdLook look = { get_spans (context->looks, text), context->link };

  if ((context->looks & WMD_ODT_HIDDEN) != 0)
    {
      wmd_document_maker_remark (&self->maker, WMD_PASSAGE_HIDDEN, text);
      return;
    }
  if (self->n_inserted > 0)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_INSERTED, text);
  if ((context->looks & WMD_ODT_STRUCK) != 0)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_STRUCK, text);
  if ((context->looks & WMD_ODT_LINED) != 0 && context->link == NULL)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_LOOK, text);
  wmd_document_maker_add_text (&self->maker, text, &look);
}

static void
read_spaces (Reader *self, const xmlNode *node, const Context *context)
{
  const char *before =
      node->prev != NULL && node->prev->type == XML_TEXT_NODE ? (const char *) node->prev->content : "";
  g_autofree char *count = wmd_odf_dup_attribute (node, "c");

  add_text (self, " ", context);
  if (count != NULL || g_str_has_suffix (before, " "))
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_SPACES, before);
}

static void
read_break (Reader *self, const xmlNode *node, const Context *context)
{
  const WmdLook look = { 0, context->link };

  wmd_document_maker_break_line (&self->maker, &look);
}

static void
read_span (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *style = wmd_odf_dup_attribute (node, "style-name");
  Context inner = *context;

  inner.looks = wmd_odt_styles_apply (self->styles, "text", style, context->looks);
  read_children (self, node, &inner);
}

static void
read_link (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *address = wmd_odf_dup_attribute (node, "href");
  Context inner = *context;

  inner.link = wmd_passage_builder_keep_link (self->maker.builder, address);
  if (inner.link == NULL)
    leave_out (self, node, WMD_PASSAGE_LINK);
  read_children (self, node, &inner);
}

static void
read_note (Reader *self, const xmlNode *node, const Context *context)
{
  const xmlNode *body = wmd_odf_find (node, WMD_ODF_TEXT, "note-body");
  WmdPassageBuilder *outer = self->maker.builder;
  g_autoptr (WmdPassageBuilder) builder = NULL;
  g_autofree char *markup = NULL;

  if (body == NULL || self->in_note)
    return;
  builder = wmd_passage_builder_new ();
  self->maker.builder = builder;
  self->in_note = TRUE;
  read_children (self, body, &(Context){ .in_paragraph = FALSE });
  markup = wmd_passage_builder_finish_note (builder);
  self->maker.builder = outer;
  self->in_note = FALSE;
  if (markup[0] != '\0')
    wmd_passage_builder_add_note (self->maker.builder, markup);
}

/* --- changes --- */

/* What was deleted stands here, apart from the text; what was inserted is only named. */
static void
read_changes (Reader *self, const xmlNode *node, const Context *context)
{
  for (const xmlNode *region = node->children; region != NULL; region = region->next)
    {
      char *id = region->type == XML_ELEMENT_NODE ? wmd_odf_dup_attribute (region, "id") : NULL;
      const xmlNode *deletion = id != NULL ? wmd_odf_find (region, WMD_ODF_TEXT, "deletion") : NULL;

      if (deletion != NULL)
        leave_out (self, deletion, WMD_PASSAGE_DELETED);
      if (id != NULL && wmd_odf_find (region, WMD_ODF_TEXT, "insertion") != NULL)
        g_hash_table_add (self->insertions, id);
      else
        g_free (id);
    }
}

static void
read_change_end (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *id = wmd_odf_dup_attribute (node, "change-id");

  if (id == NULL || !g_hash_table_contains (self->insertions, id))
    return;
  if (wmd_odf_is (node, WMD_ODF_TEXT, "change-start"))
    self->n_inserted++;
  else if (self->n_inserted > 0)
    self->n_inserted--;
}

/* --- paragraphs and lists --- */

static void
read_paragraph (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *style = wmd_odf_dup_attribute (node, "style-name");
  Context inner = *context;

  if (context->in_paragraph)
    {
      read_children (self, node, context);
      return;
    }
  inner.in_paragraph = TRUE;
  inner.looks = wmd_odt_styles_apply (self->styles, "paragraph", style, context->looks);
  wmd_passage_builder_set_kind (self->maker.builder, self->kind);
  read_children (self, node, &inner);
  wmd_document_maker_end_block (&self->maker, self->position);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
}

static void
read_heading (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *style = wmd_odf_dup_attribute (node, "style-name");
  g_autofree char *value = wmd_odf_dup_attribute (node, "outline-level");
  const int level = CLAMP (value != NULL ? atoi (value) : 1, 1, WMD_ODT_N_LEVELS);
  const WmdOdtList *list = context->list != NULL ? context->list : wmd_odt_styles_get_list (self->styles, NULL);
  const WmdOdtMark mark = list->marks[level - 1];
  Context inner = *context;

  inner.in_paragraph = TRUE;
  inner.looks = wmd_odt_styles_apply (self->styles, "paragraph", style, context->looks);
  wmd_passage_builder_set_heading (self->maker.builder, (guint) level);
  read_children (self, node, &inner);
  wmd_document_maker_end_block (&self->maker, mark > WMD_ODT_MARK_BULLET ? -1 : 0);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
}

/* Counts an item, which the next paragraph is. */
static void
begin_item (Reader *self, const xmlNode *node, const Context *context)
{
  const guint index = context->level - 1;
  const WmdOdtMark mark = context->list->marks[index];
  g_autofree char *start = wmd_odf_dup_attribute (node, "start-value");

  if (context->list->counts[index] < G_MAXINT)
    context->list->counts[index]++;
  if (start != NULL)
    context->list->counts[index] = atoi (start);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
  if (mark == WMD_ODT_MARK_NONE)
    return;
  self->kind = wmd_block_kind_at_item_level (mark == WMD_ODT_MARK_BULLET ? WMD_BLOCK_BULLET : WMD_BLOCK_LETTERED,
                                             context->level == 1 ? 1 : 2);
  if (mark == (context->level == 1 ? WMD_ODT_MARK_LETTER : WMD_ODT_MARK_ROMAN))
    self->position = context->list->counts[index];
  else if (mark != WMD_ODT_MARK_BULLET)
    self->position = -1;
}

/* An item that begins with a list only carries that. */
static void
read_item (Reader *self, const xmlNode *node, const Context *context)
{
  const xmlNode *first = node->children;

  while (first != NULL && first->type != XML_ELEMENT_NODE)
    first = first->next;
  if (context->list != NULL && first != NULL && !wmd_odf_is (first, WMD_ODF_TEXT, "list"))
    begin_item (self, node, context);
  read_children (self, node, context);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
}

static void
read_list (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *style = wmd_odf_dup_attribute (node, "style-name");
  g_autofree char *goes_on = wmd_odf_dup_attribute (node, "continue-numbering");
  g_autofree char *other = wmd_odf_dup_attribute (node, "continue-list");
  Context inner = *context;
  guint index;

  inner.level = MIN (context->level + 1, WMD_ODT_N_LEVELS);
  if (style != NULL || inner.list == NULL)
    inner.list = wmd_odt_styles_get_list (self->styles, style != NULL ? style : "");
  index = inner.level - 1;
  if (other == NULL && g_strcmp0 (goes_on, "true") != 0)
    inner.list->counts[index] = inner.list->starts[index] - 1;
  read_children (self, node, &inner);
}

static void
read_table (Reader *self, const xmlNode *node, const Context *context)
{
  leave_out (self, node, WMD_PASSAGE_TABLE);
  read_children (self, node, context);
}

/* --- what is left out --- */

static void
read_section (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *display = wmd_odf_dup_attribute (node, "display");

  if (g_strcmp0 (display, "none") == 0)
    leave_out (self, node, WMD_PASSAGE_HIDDEN);
  else
    read_children (self, node, context);
}

static void
read_hidden (Reader *self, const xmlNode *node, const Context *context)
{
  g_autofree char *hidden = wmd_odf_dup_attribute (node, "is-hidden");
  g_autofree char *value = wmd_odf_dup_attribute (node, "string-value");

  if (g_strcmp0 (hidden, "false") == 0)
    read_children (self, node, context);
  else
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_HIDDEN, value);
}

static void
read_index (Reader *self, const xmlNode *node, const Context *context)
{
  leave_out (self, node, WMD_PASSAGE_CONTENTS);
}

static void
read_prompt (Reader *self, const xmlNode *node, const Context *context)
{
  xmlChar *text = xmlNodeGetContent (node);

  wmd_document_maker_remark (&self->maker, WMD_PASSAGE_PROMPT, (const char *) text);
  xmlFree (text);
}

static void
read_comment (Reader *self, const xmlNode *node, const Context *context)
{
  leave_out (self, node, WMD_PASSAGE_COMMENT);
}

/* The name of what is drawn in @node. (transfer full) */
static char *
dup_description (const xmlNode *node)
{
  g_autofree char *name = wmd_odf_dup_attribute (node, "name");

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (strcmp ((const char *) child->name, "desc") == 0 || strcmp ((const char *) child->name, "title") == 0))
      {
        xmlChar *content = xmlNodeGetContent (child);
        char *text = g_strdup ((const char *) content);

        xmlFree (content);
        return text;
      }
  return name != NULL && name[0] != '\0' ? g_steal_pointer (&name) : g_strdup ("…");
}

static void
read_drawing (Reader *self, const xmlNode *node, const Context *context)
{
  char *text = wmd_odf_dup_text (node);
  g_autofree char *description = dup_description (node);
  const gboolean embedded = wmd_odf_find (node, WMD_ODF_DRAWING, "object") != NULL ||
                            wmd_odf_find (node, WMD_ODF_DRAWING, "object-ole") != NULL;

  if (text[0] != '\0')
    {
      wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_TEXT_BOX, text);
      return;
    }
  g_free (text);
  wmd_document_maker_remark (&self->maker, embedded ? WMD_PASSAGE_OBJECT : WMD_PASSAGE_PICTURE, description);
}

/* --- the walk --- */

static const struct
{
  WmdOdfSpace space;
  const char *name; /* NULL: all others */
  ReadFunc read;
} elements[] = {
  { WMD_ODF_TEXT, "span", read_span },
  { WMD_ODF_TEXT, "p", read_paragraph },
  { WMD_ODF_TEXT, "h", read_heading },
  { WMD_ODF_TEXT, "a", read_link },
  { WMD_ODF_TEXT, "s", read_spaces },
  { WMD_ODF_TEXT, "tab", read_spaces },
  { WMD_ODF_TEXT, "line-break", read_break },
  { WMD_ODF_TEXT, "list", read_list },
  { WMD_ODF_TEXT, "list-item", read_item },
  { WMD_ODF_TEXT, "note", read_note },
  { WMD_ODF_TEXT, "tracked-changes", read_changes },
  { WMD_ODF_TEXT, "change-start", read_change_end },
  { WMD_ODF_TEXT, "change-end", read_change_end },
  { WMD_ODF_TEXT, "section", read_section },
  { WMD_ODF_TEXT, "hidden-text", read_hidden },
  { WMD_ODF_TEXT, "hidden-paragraph", read_hidden },
  { WMD_ODF_TEXT, "placeholder", read_prompt },
  { WMD_ODF_TEXT, "table-of-content", read_index },
  { WMD_ODF_TEXT, "illustration-index", read_index },
  { WMD_ODF_TEXT, "table-index", read_index },
  { WMD_ODF_TEXT, "object-index", read_index },
  { WMD_ODF_TEXT, "user-index", read_index },
  { WMD_ODF_TEXT, "alphabetical-index", read_index },
  { WMD_ODF_TEXT, "sequence-decls", skip },
  { WMD_ODF_TEXT, "variable-decls", skip },
  { WMD_ODF_TEXT, "user-field-decls", skip },
  { WMD_ODF_OFFICE, "annotation", read_comment },
  { WMD_ODF_OFFICE, "forms", skip },
  { WMD_ODF_TABLE, "table", read_table },
  { WMD_ODF_DRAWING, "a", read_link },
  { WMD_ODF_DRAWING, NULL, read_drawing },
};

static ReadFunc
find_element (const xmlNode *node)
{
  const WmdOdfSpace space = wmd_odf_get_space (node);

  for (guint i = 0; space != WMD_ODF_OTHER && i < G_N_ELEMENTS (elements); i++)
    if (elements[i].space == space &&
        (elements[i].name == NULL || strcmp (elements[i].name, (const char *) node->name) == 0))
      return elements[i].read;
  return read_children;
}

static void
read_children (Reader *self, const xmlNode *node, const Context *context)
{
  for (const xmlNode *child = node->children; child != NULL && !self->maker.stopped; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      find_element (child) (self, child, context);
    else if (child->type == XML_TEXT_NODE && context->in_paragraph)
      add_text (self, (const char *) child->content, context);
}

/* --- the document --- */

/* Headers and footers of all kinds of pages. */
static void
read_margins (Reader *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const gboolean is_margin = child->type == XML_ELEMENT_NODE && wmd_odf_get_space (child) == WMD_ODF_STYLE;

      if (is_margin && g_str_has_prefix ((const char *) child->name, "header"))
        wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_HEADER, wmd_odf_dup_text (child));
      else if (is_margin && g_str_has_prefix ((const char *) child->name, "footer"))
        wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_FOOTER, wmd_odf_dup_text (child));
      else if (child->type == XML_ELEMENT_NODE)
        read_margins (self, child);
    }
}

static gboolean
is_encrypted (WmdArchive *archive)
{
  g_autoptr (WmdXmlDocument) manifest = NULL;

  if (wmd_archive_has (archive, "encrypted-package"))
    return TRUE;
  manifest = wmd_archive_read_xml (archive, "META-INF/manifest.xml", NULL);
  for (const xmlNode *node = manifest != NULL ? xmlDocGetRootElement (manifest)->children : NULL; node != NULL;
       node = node->next)
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (g_strcmp0 ((const char *) child->name, "encryption-data") == 0)
        return TRUE;
  return FALSE;
}

static void
reader_clear (Reader *self)
{
  wmd_document_maker_clear (&self->maker);
  g_clear_pointer (&self->styles, wmd_odt_styles_free);
  g_clear_pointer (&self->insertions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
read_styles (Reader *self, WmdArchive *archive, GError **error)
{
  g_autoptr (WmdXmlDocument) styles = NULL;
  const xmlNode *pages;

  if (!wmd_archive_has (archive, "styles.xml"))
    return TRUE;
  styles = wmd_archive_read_xml (archive, "styles.xml", error);
  if (styles == NULL)
    return FALSE;
  wmd_odt_styles_add (self->styles, xmlDocGetRootElement (styles));
  pages = wmd_odf_find (xmlDocGetRootElement (styles), WMD_ODF_OFFICE, "master-styles");
  if (pages != NULL)
    read_margins (self, pages);
  return TRUE;
}

WmdDocument *
wmd_document_read_odt (WmdArchive *archive, GCancellable *cancellable, GError **error)
{
  g_auto (Reader) self = { .kind = WMD_BLOCK_PARAGRAPH };
  g_autoptr (WmdXmlDocument) content = NULL;
  const xmlNode *text;

  g_return_val_if_fail (archive != NULL, NULL);

  if (is_encrypted (archive))
    {
      wmd_archive_set_encrypted (error);
      return NULL;
    }
  wmd_document_maker_init (&self.maker, cancellable);
  self.styles = wmd_odt_styles_new ();
  self.insertions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_styles (&self, archive, error))
    return NULL;
  content = wmd_archive_read_xml (archive, "content.xml", error);
  if (content == NULL)
    return NULL;
  text = wmd_odf_find (wmd_odf_find (xmlDocGetRootElement (content), WMD_ODF_OFFICE, "body"), WMD_ODF_OFFICE, "text");
  if (text == NULL)
    {
      wmd_document_set_no_text (error);
      return NULL;
    }
  wmd_odt_styles_add (self.styles, xmlDocGetRootElement (content));
  read_children (&self, text, &(Context){ .in_paragraph = FALSE });
  return wmd_document_maker_finish (&self.maker, error);
}
