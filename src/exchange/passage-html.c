/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HTML of a clipboard → blocks, in one walk over the tree. Whatever begins or ends a box ends the block that is open;
 * a block takes its kind from the heading or the item it is the first of. Footnotes, which no version of HTML has, are
 * found by what all programs write for them: two links that lead to each other.
 */

#include "config.h"

#include "exchange/passage.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_SIZE (16 * 1024 * 1024)
#define NO_BREAK_SPACE 0x00A0
#define OBJECT 0xFFFC /* stands for a footnote in inline text */

typedef xmlDoc HtmlDocument;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlDocument, xmlFreeDoc)

typedef enum
{
  ROLE_INLINE, /* also of elements that are not in the table */
  ROLE_SPAN,
  ROLE_LINK,
  ROLE_BREAK,
  ROLE_BOX,
  ROLE_HEADING,
  ROLE_LIST,
  ROLE_ITEM,
  ROLE_NONE, /* neither it nor what is in it is text */
} Role;

static const struct
{
  const char *name;
  Role role;
  int value; /* WmdSpanKind of a span, WmdBlockKind of a heading, and of the items of a list */
} elements[] = {
  { "a", ROLE_LINK, 0 },
  { "address", ROLE_BOX, 0 },
  { "article", ROLE_BOX, 0 },
  { "aside", ROLE_BOX, 0 },
  { "b", ROLE_SPAN, WMD_SPAN_STRONG },
  { "blockquote", ROLE_BOX, 0 },
  { "body", ROLE_BOX, 0 },
  { "br", ROLE_BREAK, 0 },
  { "caption", ROLE_BOX, 0 },
  { "center", ROLE_BOX, 0 },
  { "cite", ROLE_SPAN, WMD_SPAN_EMPHASIS },
  { "dd", ROLE_BOX, 0 },
  { "del", ROLE_NONE, 0 },
  { "div", ROLE_BOX, 0 },
  { "dl", ROLE_BOX, 0 },
  { "dt", ROLE_BOX, 0 },
  { "em", ROLE_SPAN, WMD_SPAN_EMPHASIS },
  { "figcaption", ROLE_BOX, 0 },
  { "figure", ROLE_BOX, 0 },
  { "footer", ROLE_BOX, 0 },
  { "h1", ROLE_HEADING, WMD_BLOCK_HEADING_1 },
  { "h2", ROLE_HEADING, WMD_BLOCK_HEADING_1 },
  { "h3", ROLE_HEADING, WMD_BLOCK_HEADING_2 },
  { "h4", ROLE_HEADING, WMD_BLOCK_HEADING_2 },
  { "h5", ROLE_HEADING, WMD_BLOCK_HEADING_2 },
  { "h6", ROLE_HEADING, WMD_BLOCK_HEADING_2 },
  { "head", ROLE_NONE, 0 },
  { "header", ROLE_BOX, 0 },
  { "hr", ROLE_BOX, 0 },
  { "i", ROLE_SPAN, WMD_SPAN_EMPHASIS },
  { "li", ROLE_ITEM, 0 },
  { "main", ROLE_BOX, 0 },
  { "ol", ROLE_LIST, WMD_BLOCK_LETTERED },
  { "p", ROLE_BOX, 0 },
  { "pre", ROLE_BOX, 0 },
  { "script", ROLE_NONE, 0 },
  { "section", ROLE_BOX, 0 },
  { "strong", ROLE_SPAN, WMD_SPAN_STRONG },
  { "style", ROLE_NONE, 0 },
  { "sub", ROLE_SPAN, WMD_SPAN_SUBSCRIPT },
  { "sup", ROLE_SPAN, WMD_SPAN_SUPERSCRIPT },
  { "table", ROLE_BOX, 0 },
  { "td", ROLE_BOX, 0 },
  { "th", ROLE_BOX, 0 },
  { "title", ROLE_NONE, 0 },
  { "tr", ROLE_BOX, 0 },
  { "ul", ROLE_LIST, WMD_BLOCK_BULLET },
};

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
  guint spans;       /* bits of WmdSpanKind */
  const char *link;  /* NULL outside of links; owned by the reader */
  WmdBlockKind list; /* kind of the items of the list that is open, or of items without one */
  guint depth;       /* of lists in lists; 0 outside */
} Context;

typedef struct
{
  GPtrArray *blocks; /* (element-type WmdBlock) */
  GString *text;     /* of the block that is open */
  GArray *spans;     /* (element-type WmdSpan) of it; values are owned by @values */
  GPtrArray *values; /* (element-type utf8) */
  WmdBlockKind kind; /* of it; of the next while it is empty */
  gboolean space;    /* white space was read that has not become a space yet */
  guint space_spans; /* what it stood in: bits of WmdSpanKind */
  const char *space_link;
  GHashTable *calls;    /* xmlNode that calls a footnote → its markup; NULL in a footnote */
  GHashTable *left_out; /* set of xmlNode: footnotes, which stand where they are called, and their way back */
} Reader;

static void read_children (Reader *self, const xmlNode *node, Context context);

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static Role
get_role (const xmlNode *node, int *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (is_element (node, elements[i].name))
      {
        *value = elements[i].value;
        return elements[i].role;
      }
  return ROLE_INLINE;
}

/* --- what a block is made of --- */

static void
add_span (Reader *self, WmdSpanKind kind, guint start, const char *value)
{
  WmdSpan span = { .kind = kind, .start = start, .end = (guint) self->text->len, .value = (char *) value };

  g_array_append_val (self->spans, span);
}

/* Marks what was appended since @start. */
static void
add_spans (Reader *self, guint spans, const char *link, guint start)
{
  for (guint kind = 0; kind <= WMD_SPAN_SUBSCRIPT; kind++)
    if ((spans & 1u << kind) != 0)
      add_span (self, kind, start, NULL);
  if (link != NULL)
    add_span (self, WMD_SPAN_LINK, start, link);
}

/* White space is one space, however much of it there is; it looks as all that it was read in does. */
static void
read_space (Reader *self, const Context *context)
{
  self->space_spans = self->space ? self->space_spans & context->spans : context->spans;
  self->space_link = self->space && self->space_link != context->link ? NULL : context->link;
  self->space = TRUE;
}

/* Puts the space that was read between what is there and text that looks as @context says. */
static void
append_space (Reader *self, const Context *context)
{
  const guint start = (guint) self->text->len;

  if (self->space && start > 0)
    {
      read_space (self, context);
      g_string_append_c (self->text, ' ');
      add_spans (self, self->space_spans, self->space_link, start);
    }
  self->space = FALSE;
}

/* Appends text as HTML means it. */
static void
append_text (Reader *self, const char *text, const Context *context)
{
  guint start = (guint) self->text->len; /* of what has no mark yet */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_ascii_isspace (c))
        read_space (self, context);
      if (g_ascii_isspace (c) || c == OBJECT || g_unichar_iscntrl (c) || (c == NO_BREAK_SPACE && self->text->len == 0))
        continue;
      if (start == self->text->len)
        {
          append_space (self, context);
          start = (guint) self->text->len;
        }
      else if (self->space)
        g_string_append_c (self->text, ' ');
      self->space = FALSE;
      g_string_append_unichar (self->text, c);
    }
  if (start < self->text->len)
    add_spans (self, context->spans, context->link, start);
}

static void
append_note (Reader *self, const char *markup)
{
  const guint start = (guint) self->text->len;

  g_string_append (self->text, WMD_INLINE_NOTE_MARK);
  add_span (self, WMD_SPAN_NOTE, start, markup);
}

/* Takes spaces of any kind off the end, and marks off what is no longer there. A heading is bold anyway. */
static void
trim (Reader *self)
{
  while (self->text->len > 0)
    {
      const char *last = g_utf8_prev_char (self->text->str + self->text->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (self->text, (gsize) (last - self->text->str));
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      WmdSpan *span = &g_array_index (self->spans, WmdSpan, i);

      span->end = MIN (span->end, (guint) self->text->len);
      span->start = MIN (span->start, span->end);
      if (wmd_block_kind_is_heading (self->kind) && span->kind == WMD_SPAN_STRONG)
        span->end = span->start;
    }
}

static void
end_block (Reader *self)
{
  self->space = FALSE;
  trim (self);
  if (self->text->len > 0)
    {
      g_autofree char *id = g_strdup_printf ("b%u", self->blocks->len + 1);
      g_autoptr (WmdInline) content =
          wmd_inline_new (self->text->str, (const WmdSpan *) (gpointer) self->spans->data, self->spans->len);

      g_ptr_array_add (self->blocks, wmd_block_new (id, self->kind, content));
      self->kind = WMD_BLOCK_PARAGRAPH;
    }
  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
}

/* --- the paragraphs that are items in Word --- */

/* The first element in @node of that style; NULL when there is none. */
static const xmlNode *
find_styled (const xmlNode *node, const char *style)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *own = child->type == XML_ELEMENT_NODE ? dup_attribute (child, "style") : NULL;
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
  g_autofree char *style = dup_attribute (node, "style");
  const char *list = style != NULL ? strstr (style, "mso-list:") : NULL;
  const char *level = list != NULL ? strstr (list, "level") : NULL;
  const xmlNode *mark = level != NULL ? find_styled (node, "mso-list:Ignore") : NULL;

  if (mark == NULL)
    return;
  g_hash_table_add (self->left_out, (gpointer) mark);
  self->kind = wmd_block_kind_at_item_level (is_bullet (mark) ? WMD_BLOCK_BULLET : WMD_BLOCK_LETTERED,
                                             level[strlen ("level")] == '1' ? 1 : 2);
}

/* --- the walk --- */

static guint
apply_style (const xmlNode *node, guint spans)
{
  g_autofree char *style = dup_attribute (node, "style");
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

/* Only addresses that a reader of the report can follow. */
static const char *
take_link (Reader *self, const xmlNode *node)
{
  g_autofree char *address = dup_attribute (node, "href");
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;
  static const char *const schemes[] = { "http", "https", "mailto", NULL };

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return NULL;
  g_ptr_array_add (self->values, g_steal_pointer (&address));
  return self->values->pdata[self->values->len - 1];
}

static void
read_box (Reader *self, const xmlNode *node, Role role, int value, Context context)
{
  end_block (self);
  if (role == ROLE_HEADING)
    self->kind = value;
  if (role == ROLE_ITEM)
    self->kind = wmd_block_kind_at_item_level (context.list, CLAMP (context.depth, 1, 2));
  if (role == ROLE_LIST)
    {
      context.list = value;
      context.depth++;
    }
  take_word_item (self, node);
  read_children (self, node, context);
  end_block (self);
  if (role == ROLE_HEADING || role == ROLE_ITEM)
    self->kind = WMD_BLOCK_PARAGRAPH;
}

static void
read_element (Reader *self, const xmlNode *node, Context context)
{
  const char *note = self->calls != NULL ? g_hash_table_lookup (self->calls, node) : NULL;
  int value = 0;
  const Role role = get_role (node, &value);

  if (role == ROLE_NONE || g_hash_table_contains (self->left_out, node))
    return;
  if (note != NULL)
    {
      append_note (self, note);
      return;
    }
  context.spans = apply_style (node, role == ROLE_SPAN ? context.spans | 1u << value : context.spans);
  switch (role)
    {
    case ROLE_BREAK:
      if (self->kind == WMD_BLOCK_PARAGRAPH)
        end_block (self);
      else
        self->space = TRUE;
      return;
    case ROLE_LINK:
      context.link = take_link (self, node);
      G_GNUC_FALLTHROUGH;
    case ROLE_INLINE:
    case ROLE_SPAN:
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
      append_text (self, (const char *) child->content, &context);
    else if (child->type == XML_ELEMENT_NODE)
      read_element (self, child, context);
}

static void
reader_init (Reader *self)
{
  *self = (Reader){
    .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref),
    .text = g_string_new (NULL),
    .spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan)),
    .values = g_ptr_array_new_with_free_func (g_free),
    .kind = WMD_BLOCK_PARAGRAPH,
    .left_out = g_hash_table_new (NULL, NULL),
  };
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->values);
  g_clear_pointer (&self->calls, g_hash_table_unref);
  g_hash_table_unref (self->left_out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* --- footnotes --- */

/* Of a document: its links to a place in itself, in their order, and its places. */
typedef struct
{
  GPtrArray *links;   /* (element-type xmlNode) */
  GHashTable *places; /* name → xmlNode */
} Places;

static void
find_places (Places *self, xmlNode *node)
{
  static const char *const names[] = { "id", "name" };
  g_autofree char *address = is_element (node, "a") ? dup_attribute (node, "href") : NULL;

  for (guint i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (names); i++)
    {
      char *name = dup_attribute (node, names[i]);

      if (name != NULL)
        g_hash_table_insert (self->places, name, node);
    }
  if (address != NULL && address[0] == '#')
    g_ptr_array_add (self->links, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    find_places (self, child);
}

/* Where a link of @places leads; NULL when nowhere. */
static xmlNode *
follow (const Places *places, const xmlNode *link)
{
  g_autofree char *address = dup_attribute (link, "href");

  return g_hash_table_lookup (places->places, address + 1);
}

static gboolean
is_in (const xmlNode *node, const xmlNode *ancestor)
{
  while (node != NULL && node != ancestor)
    node = node->parent;
  return node != NULL;
}

/* The paragraph, or whatever it is, that is the footnote at @place. */
static xmlNode *
find_box (xmlNode *place)
{
  int value;

  for (xmlNode *node = place; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    switch (get_role (node, &value))
      {
      case ROLE_BOX:
      case ROLE_ITEM:
        return node;
      case ROLE_HEADING: /* an entry of contents leads there */
        return NULL;
      default:
        break;
      }
  return NULL;
}

static gboolean
is_running_text (const xmlNode *node)
{
  int value;
  const Role role = get_role (node, &value);

  return role == ROLE_INLINE || role == ROLE_SPAN || role == ROLE_LINK;
}

/* The link in @box that leads back to @call; NULL when there is none. */
static xmlNode *
find_way_back (const Places *places, const xmlNode *box, const xmlNode *call)
{
  for (guint i = 0; i < places->links->len; i++)
    {
      xmlNode *link = places->links->pdata[i];
      const xmlNode *place = is_in (link, box) ? follow (places, link) : NULL;

      if (place != NULL && is_running_text (place) && (is_in (call, place) || is_in (place, call)))
        return link;
    }
  return NULL;
}

/* The markup of the footnote that @box is. (transfer full) */
static char *
read_note (const xmlNode *box, xmlNode *way_back)
{
  g_auto (Reader) reader = { NULL };
  g_autoptr (WmdInline) all = wmd_inline_new_text ("");

  reader_init (&reader);
  g_hash_table_add (reader.left_out, way_back);
  read_children (&reader, box, (Context){ .list = WMD_BLOCK_BULLET });
  end_block (&reader);
  for (guint i = 0; i < reader.blocks->len; i++)
    {
      WmdInline *longer = wmd_inline_join (all, i > 0 ? " " : "", wmd_block_get_content (reader.blocks->pdata[i]));

      wmd_inline_unref (all);
      all = longer;
    }
  return g_strdup (wmd_inline_get_markup (all));
}

/* The way there stands before the way back, and not in the same paragraph. */
static void
find_notes (Reader *self, xmlNode *root)
{
  Places places = { g_ptr_array_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  self->calls = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  find_places (&places, root);
  for (guint i = 0; i < places.links->len; i++)
    {
      xmlNode *call = places.links->pdata[i];
      xmlNode *place = follow (&places, call);
      xmlNode *box = place != NULL ? find_box (place) : NULL;
      xmlNode *way_back = box != NULL && !is_in (call, box) ? find_way_back (&places, box, call) : NULL;

      if (way_back == NULL || g_hash_table_contains (self->left_out, find_box (call)) ||
          g_hash_table_contains (self->left_out, way_back))
        continue;
      g_hash_table_insert (self->calls, call, read_note (box, way_back));
      g_hash_table_add (self->left_out, box);
      g_hash_table_add (self->left_out, way_back);
    }
  g_ptr_array_unref (places.links);
  g_hash_table_unref (places.places);
}

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
      find_notes (&reader, root);
      read_children (&reader, root, (Context){ .list = WMD_BLOCK_BULLET });
      end_block (&reader);
    }
  return g_steal_pointer (&reader.blocks);
}
