/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file from elsewhere becomes a tree of libxml2, if it can hurt nobody. What libxml2 does not bound is asked before:
 * a document type, for whose entities files are read and memory is filled; the size of a tag, since each attribute is
 * compared with all before it; depth and number of elements.
 */

#include "config.h"

#include "exchange/xliff-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/xliff.h"

#define MAX_LENGTH (16 * 1024 * 1024)
#define MAX_TAG (8 * 1024)
#define MAX_DEPTH 64
#define MAX_ELEMENTS 500000

/* --- characters --- */

/* The text in UTF-8, without byte order mark. (transfer full), NULL on error. */
static char *
decode (const char *data, gsize length, gsize *decoded_length, GError **error)
{
  gboolean wide = length >= 2 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0);
  g_autofree char *text = NULL;

  if (wide)
    text = g_convert (data, (gssize) length, "UTF-8", "UTF-16", NULL, decoded_length, NULL);
  else if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    text = g_strndup (data + 3, *decoded_length = length - 3);
  else
    text = g_strndup (data, *decoded_length = length);
  if (text != NULL && g_utf8_validate_len (text, *decoded_length, NULL))
    return g_steal_pointer (&text);
  g_set_error_literal (
      error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_ENCODING,
      _ ("The file is not in UTF-8 or UTF-16. Save it in UTF-8 in the translator’s tool, and take that."));
  return NULL;
}

/* --- bounds --- */

typedef struct
{
  const char *next;
  const char *end;
  const char *start; /* of the text, for lines */
  guint depth;
  guint n_elements;
} Scan;

static guint
count_lines (const char *start, const char *end)
{
  guint line = 1;

  for (const char *p = memchr (start, '\n', (gsize) (end - start)); p != NULL;
       p = memchr (p + 1, '\n', (gsize) (end - p - 1)))
    line++;
  return line;
}

static gboolean
fail (const Scan *self, WmdXliffError code, const char *message, GError **error)
{
  /* Translators: a line of a file, and what is wrong there. */
  g_set_error (error, WMD_XLIFF_ERROR, code, _ ("Line %u: %s"), count_lines (self->start, self->next), message);
  return FALSE;
}

/* Past what ends with @terminator, or to the end, where libxml2 says what is wrong. */
static void
skip_to (Scan *self, const char *terminator)
{
  const char *found = g_strstr_len (self->next, self->end - self->next, terminator);

  self->next = found != NULL ? found + strlen (terminator) : self->end;
}

/* The end of the tag that begins at @self, which is outside of quotes; NULL when it is too far. */
static const char *
find_tag_end (const Scan *self)
{
  const char *limit = self->end - self->next > MAX_TAG ? self->next + MAX_TAG : self->end;
  char quote = '\0';

  for (const char *p = self->next; p < limit; p++)
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '>')
      return p;
    else if (*p == '"' || *p == '\'')
      quote = *p;
  return limit == self->end ? self->end : NULL;
}

static gboolean
scan_tag (Scan *self, GError **error)
{
  const char *end = find_tag_end (self);

  if (end == NULL)
    return fail (self, WMD_XLIFF_ERROR_TOO_LARGE, _ ("This tag is longer than any that a translator’s tool writes."),
                 error);
  if (self->next[1] == '/')
    self->depth -= self->depth > 0;
  else
    {
      self->n_elements++;
      self->depth += end > self->next && end[-1] != '/';
    }
  if (self->depth > MAX_DEPTH || self->n_elements > MAX_ELEMENTS)
    return fail (self, WMD_XLIFF_ERROR_TOO_LARGE,
                 _ ("There are more elements, or elements in elements, than a translator’s tool writes."), error);
  self->next = end;
  return TRUE;
}

static gboolean
scan (Scan *self, GError **error)
{
  static const char *const passed_over[][2] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

  while (self->next < self->end && (self->next = memchr (self->next, '<', (gsize) (self->end - self->next))) != NULL)
    {
      guint kind = 0;

      while (kind < G_N_ELEMENTS (passed_over) &&
             strncmp (self->next, passed_over[kind][0], strlen (passed_over[kind][0])))
        kind++;
      if (kind < G_N_ELEMENTS (passed_over))
        skip_to (self, passed_over[kind][1]);
      else if (self->next[1] == '!')
        return fail (self, WMD_XLIFF_ERROR_MALFORMED,
                     _ ("The file has a document type, which XLIFF does not have, and is not read."), error);
      else if (!scan_tag (self, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the tree --- */

static xmlDoc *
parse (const char *text, gsize length, GError **error)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *document = xmlCtxtReadMemory (context, text, (int) length, NULL, "UTF-8",
                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const xmlError *problem = xmlCtxtGetLastError (context);

  if (document == NULL)
    {
      g_autofree char *message = g_strdup (problem != NULL && problem->message != NULL ? problem->message : "");

      g_set_error (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_MALFORMED,
                   /* Translators: a line of a file, and what libxml2 says of it, in English. */
                   _ ("Line %d: The file is not well-formed XML (%s). Write it anew in the translator’s tool."),
                   problem != NULL ? problem->line : 1, g_strstrip (message));
    }
  xmlFreeParserCtxt (context);
  return document;
}

static gboolean
check_root (xmlDoc *document, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *version = root != NULL ? wmd_xliff_dup_attribute (root, "version") : NULL;

  if (!wmd_xliff_is_element (root, "xliff"))
    g_set_error_literal (
        error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_NOT_XLIFF,
        _ ("The file is XML, but not XLIFF. Choose the file that the translator’s tool wrote as XLIFF."));
  else if (version == NULL || !g_str_has_prefix (version, "1."))
    g_set_error (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_VERSION,
                 _ ("The file is XLIFF %s. Write it as XLIFF 1.2, the version in which it was sent."),
                 version != NULL ? version : "?");
  else
    return TRUE;
  return FALSE;
}

xmlDoc *
wmd_xliff_parse (const char *data, gsize length, GError **error)
{
  g_autofree char *text = NULL;
  Scan self;
  xmlDoc *document;

  if (length > MAX_LENGTH)
    {
      g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_TOO_LARGE,
                           _ ("The file is larger than 16 MiB. Have it written in parts in the translator’s tool."));
      return NULL;
    }
  text = decode (data, length, &length, error);
  if (text == NULL)
    return NULL;
  self = (Scan){ .next = text, .end = text + length, .start = text };
  if (!scan (&self, error))
    return NULL;
  document = parse (text, length, error);
  if (document != NULL && !check_root (document, error))
    g_clear_pointer (&document, xmlFreeDoc);
  return document;
}

gboolean
wmd_xliff_sniff (const char *data, gsize length)
{
  g_autofree char *start = g_strndup (data, MIN (length, 4096));

  if (length >= 4 && (memcmp (data, "\377\376<", 4) == 0 || memcmp (data, "\376\377\0<", 4) == 0))
    return TRUE; /* markup in UTF-16, which no text of a report is */
  if (g_str_has_prefix (start, "\357\273\277"))
    memset (start, ' ', 3);
  g_strchug (start);
  return start[0] == '<' && (strstr (start, "<xliff") != NULL || strstr (start, ":xliff") != NULL);
}

/* --- elements --- */

/* Namespaces are not asked: tools change them, and the names are enough. */
gboolean
wmd_xliff_is_element (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

char *
wmd_xliff_dup_attribute (xmlNode *element, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (element, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

xmlNode *
wmd_xliff_find_child (xmlNode *element, const char *name)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (wmd_xliff_is_element (child, name))
      return child;
  return NULL;
}
