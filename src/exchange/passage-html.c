/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HTML of a clipboard → blocks, in one walk over the tree. Whatever begins or ends a box ends the block that is open;
 * a block takes its kind from the heading or the item it is the first of.
 */

#include "config.h"

#include "exchange/html-private.h"
#include "exchange/passage-builder.h"
#include "exchange/passage.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_SIZE (16 * 1024 * 1024)

typedef xmlDoc HtmlDocument;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlDocument, xmlFreeDoc)

/* What a style says of running text; no program writes two of these for one thing. */
static const struct
{
  const char *property;
  const char *value; /* that it begins with */
  WmdSpanKind kind;
  gboolean on;
} styles[] = {
  { "font-weight", "bold", WMD_SPAN_STRONG, TRUE },          { "font-weight", "7", WMD_SPAN_STRONG, TRUE },
  { "font-weight", "normal", WMD_SPAN_STRONG, FALSE },       { "font-weight", "4", WMD_SPAN_STRONG, FALSE },
  { "font-style", "italic", WMD_SPAN_EMPHASIS, TRUE },       { "font-style", "normal", WMD_SPAN_EMPHASIS, FALSE },
  { "vertical-align", "super", WMD_SPAN_SUPERSCRIPT, TRUE }, { "vertical-align", "sub", WMD_SPAN_SUBSCRIPT, TRUE },
};

/* What an element hands down to those in it. */
typedef struct
{
  WmdLook look;
  WmdBlockKind list; /* kind of the items of the list that is open, or of items without one */
  guint depth;       /* of lists in lists; 0 outside */
} Context;

typedef struct
{
  WmdPassageBuilder *builder;
  GHashTable *calls;    /* xmlNode that calls a footnote → its markup; NULL in a footnote */
  GHashTable *left_out; /* set of xmlNode: footnotes, which stand where they are called, and their way back */
} Reader;

static void read_children (Reader *self, const xmlNode *node, Context context);

/* --- the paragraphs that are items in Word --- */

/* The first element in @node of that style; NULL when there is none. */
static const xmlNode *
find_styled (const xmlNode *node, const char *style)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *own = child->type == XML_ELEMENT_NODE ? wmd_html_dup_attribute (child, "style") : NULL;
      const xmlNode *found = own != NULL && strstr (own, style) != NULL ? child : find_styled (child, style);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_bullet (const xmlNode *mark)
{
  xmlChar *content = xmlNodeGetContent (mark);
  g_autofree char *text = g_strdup ((const char *) content);
  const char *first;

  xmlFree (content);
  for (first = text; *first != '\0' && g_unichar_isspace (g_utf8_get_char (first));)
    first = g_utf8_next_char (first);
  if (*first == 'o' && !g_unichar_isalnum (g_utf8_get_char (first + 1)) && first[1] != '.' && first[1] != ')')
    return TRUE; /* of Courier New */
  return *first != '(' && !g_unichar_isalnum (g_utf8_get_char (first));
}

/* "mso-list:l0 level2 lfo1": the paragraph is an item, and its mark is a stretch of text in it. */
static void
take_word_item (Reader *self, const xmlNode *node)
{
  g_autofree char *style = wmd_html_dup_attribute (node, "style");
  const char *list = style != NULL ? strstr (style, "mso-list:") : NULL;
  const char *level = list != NULL ? strstr (list, "level") : NULL;
  const xmlNode *mark = level != NULL ? find_styled (node, "mso-list:Ignore") : NULL;

  if (mark == NULL)
    return;
  g_hash_table_add (self->left_out, (gpointer) mark);
  wmd_passage_builder_set_kind (self->builder,
                                wmd_block_kind_at_item_level (is_bullet (mark) ? WMD_BLOCK_BULLET : WMD_BLOCK_LETTERED,
                                                              level[strlen ("level")] == '1' ? 1 : 2));
}

/* --- the walk --- */

static guint
apply_style (const xmlNode *node, guint spans)
{
  g_autofree char *style = wmd_html_dup_attribute (node, "style");
  g_auto (GStrv) declarations = style != NULL ? g_strsplit (style, ";", -1) : NULL;

  for (guint i = 0; declarations != NULL && declarations[i] != NULL; i++)
    {
      const char *property = g_strstrip (declarations[i]);
      char *colon = strchr (property, ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      for (guint j = 0; j < G_N_ELEMENTS (styles); j++)
        if (g_ascii_strcasecmp (property, styles[j].property) == 0 &&
            g_str_has_prefix (g_strchug (colon + 1), styles[j].value))
          spans = styles[j].on ? spans | 1u << styles[j].kind : spans & ~(1u << styles[j].kind);
    }
  return spans;
}

static const char *
take_link (Reader *self, const xmlNode *node)
{
  g_autofree char *address = wmd_html_dup_attribute (node, "href");

  return wmd_passage_builder_keep_link (self->builder, address);
}

static void
read_box (Reader *self, const xmlNode *node, WmdHtmlRole role, int value, Context context)
{
  wmd_passage_builder_end_block (self->builder);
  if (role == WMD_HTML_HEADING)
    wmd_passage_builder_set_kind (self->builder, value);
  if (role == WMD_HTML_ITEM)
    wmd_passage_builder_set_kind (self->builder,
                                  wmd_block_kind_at_item_level (context.list, CLAMP (context.depth, 1, 2)));
  if (role == WMD_HTML_LIST)
    {
      context.list = value;
      context.depth++;
    }
  take_word_item (self, node);
  read_children (self, node, context);
  wmd_passage_builder_end_block (self->builder);
  if (role == WMD_HTML_HEADING || role == WMD_HTML_ITEM)
    wmd_passage_builder_set_kind (self->builder, WMD_BLOCK_PARAGRAPH);
}

static void
read_element (Reader *self, const xmlNode *node, Context context)
{
  const char *note = self->calls != NULL ? g_hash_table_lookup (self->calls, node) : NULL;
  int value = 0;
  const WmdHtmlRole role = wmd_html_get_role (node, &value);

  if (role == WMD_HTML_NONE || g_hash_table_contains (self->left_out, node))
    return;
  if (note != NULL)
    {
      wmd_passage_builder_add_note (self->builder, note);
      return;
    }
  context.look.spans =
      apply_style (node, role == WMD_HTML_SPAN ? context.look.spans | 1u << value : context.look.spans);
  switch (role)
    {
    case WMD_HTML_BREAK:
      wmd_passage_builder_break_line (self->builder, &context.look);
      return;
    case WMD_HTML_LINK:
      context.look.link = take_link (self, node);
      G_GNUC_FALLTHROUGH;
    case WMD_HTML_INLINE:
    case WMD_HTML_SPAN:
      read_children (self, node, context);
      return;
    default:
      read_box (self, node, role, value, context);
    }
}

static void
read_children (Reader *self, const xmlNode *node, Context context)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      wmd_passage_builder_add_text (self->builder, (const char *) child->content, &context.look);
    else if (child->type == XML_ELEMENT_NODE)
      read_element (self, child, context);
}

static void
reader_init (Reader *self)
{
  *self = (Reader){ .builder = wmd_passage_builder_new (), .left_out = g_hash_table_new (NULL, NULL) };
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->builder, wmd_passage_builder_free);
  g_clear_pointer (&self->calls, g_hash_table_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* --- footnotes --- */

/* The markup of a footnote. (transfer full) */
static char *
read_note (const WmdHtmlNote *note)
{
  g_auto (Reader) reader = { NULL };

  reader_init (&reader);
  g_hash_table_add (reader.left_out, note->way_back);
  read_children (&reader, note->box, (Context){ .list = WMD_BLOCK_BULLET });
  return wmd_passage_builder_finish_note (reader.builder);
}

/* Footnotes stand where they are called. */
static void
read_notes (Reader *self, xmlNode *root)
{
  g_autoptr (GArray) notes = wmd_html_find_notes (root);

  self->calls = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < notes->len; i++)
    {
      const WmdHtmlNote *note = &g_array_index (notes, WmdHtmlNote, i);

      g_hash_table_insert (self->calls, note->call, read_note (note));
      g_hash_table_add (self->left_out, note->box);
      g_hash_table_add (self->left_out, note->way_back);
    }
}

/* --- the document --- */

/* Some programs put UTF-16 on the clipboard. (transfer full) */
static char *
dup_utf8 (const char *html, gsize length)
{
  const gboolean wide = length >= 2 && (((guchar) html[0] == 0xFF && (guchar) html[1] == 0xFE) ||
                                        ((guchar) html[0] == 0xFE && (guchar) html[1] == 0xFF));
  char *text = wide ? g_convert (html, (gssize) length, "UTF-8", "UTF-16", NULL, NULL, NULL) : NULL;

  return text != NULL ? text : g_utf8_make_valid (html, (gssize) strnlen (html, length));
}

/* Word's conditions, which browsers skip and the parser takes for text. (transfer full) */
static char *
drop_conditions (const char *html)
{
  g_autoptr (GRegex) condition = g_regex_new ("<!\\[(?:if [^\\]]*|endif)\\]>", G_REGEX_OPTIMIZE, 0, NULL);
  char *text = g_regex_replace_literal (condition, html, -1, 0, "", 0, NULL);

  return text != NULL ? text : g_strdup (html);
}

GPtrArray *
wmd_passage_read_html (const char *html, gsize length)
{
  g_auto (Reader) reader = { NULL };
  g_autofree char *utf8 = NULL;
  g_autofree char *text = NULL;
  g_autoptr (HtmlDocument) document = NULL;
  xmlNode *root;

  g_return_val_if_fail (html != NULL, NULL);

  reader_init (&reader);
  utf8 = dup_utf8 (html, MIN (length, MAX_SIZE));
  text = drop_conditions (utf8);
  document = htmlReadMemory (text, (int) strlen (text), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  if (root != NULL)
    {
      read_notes (&reader, root);
      read_children (&reader, root, (Context){ .list = WMD_BLOCK_BULLET });
    }
  return wmd_passage_builder_finish (reader.builder);
}
