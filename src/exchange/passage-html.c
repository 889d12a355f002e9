/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HTML of a clipboard → blocks, in one walk over the tree. Whatever begins or ends a box ends the block that is open;
 * a block takes its kind from the heading or the item it is the first of.
 */

#include "config.h"

#include "exchange/html-private.h"
#include "exchange/passage.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_SIZE (16 * 1024 * 1024)
#define NO_BREAK_SPACE 0x00A0
#define OBJECT 0xFFFC /* stands for a footnote in inline text */

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
  self->kind = wmd_block_kind_at_item_level (is_bullet (mark) ? WMD_BLOCK_BULLET : WMD_BLOCK_LETTERED,
                                             level[strlen ("level")] == '1' ? 1 : 2);
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

/* Only addresses that a reader of the report can follow. */
static const char *
take_link (Reader *self, const xmlNode *node)
{
  g_autofree char *address = wmd_html_dup_attribute (node, "href");
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;
  static const char *const schemes[] = { "http", "https", "mailto", NULL };

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return NULL;
  g_ptr_array_add (self->values, g_steal_pointer (&address));
  return self->values->pdata[self->values->len - 1];
}

static void
read_box (Reader *self, const xmlNode *node, WmdHtmlRole role, int value, Context context)
{
  end_block (self);
  if (role == WMD_HTML_HEADING)
    self->kind = value;
  if (role == WMD_HTML_ITEM)
    self->kind = wmd_block_kind_at_item_level (context.list, CLAMP (context.depth, 1, 2));
  if (role == WMD_HTML_LIST)
    {
      context.list = value;
      context.depth++;
    }
  take_word_item (self, node);
  read_children (self, node, context);
  end_block (self);
  if (role == WMD_HTML_HEADING || role == WMD_HTML_ITEM)
    self->kind = WMD_BLOCK_PARAGRAPH;
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
      append_note (self, note);
      return;
    }
  context.spans = apply_style (node, role == WMD_HTML_SPAN ? context.spans | 1u << value : context.spans);
  switch (role)
    {
    case WMD_HTML_BREAK:
      if (self->kind == WMD_BLOCK_PARAGRAPH)
        end_block (self);
      else
        self->space = TRUE;
      return;
    case WMD_HTML_LINK:
      context.link = take_link (self, node);
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

/* The markup of a footnote. (transfer full) */
static char *
read_note (const WmdHtmlNote *note)
{
  g_auto (Reader) reader = { NULL };
  g_autoptr (WmdInline) all = wmd_inline_new_text ("");

  reader_init (&reader);
  g_hash_table_add (reader.left_out, note->way_back);
  read_children (&reader, note->box, (Context){ .list = WMD_BLOCK_BULLET });
  end_block (&reader);
  for (guint i = 0; i < reader.blocks->len; i++)
    {
      WmdInline *longer = wmd_inline_join (all, i > 0 ? " " : "", wmd_block_get_content (reader.blocks->pdata[i]));

      wmd_inline_unref (all);
      all = longer;
    }
  return g_strdup (wmd_inline_get_markup (all));
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
      end_block (&reader);
    }
  return g_steal_pointer (&reader.blocks);
}
