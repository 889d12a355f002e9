/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Source and target of a unit, with their codes, as markup. A code is known by its number, so that a tool may have
 * forgotten all else of it.
 */

#include "config.h"

#include "exchange/xliff-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/xliff.h"

#define MAX_CODES 1000

typedef struct
{
  const WmdXliffCodes *codes;
  GString *markup;
  GHashTable *begun; /* "rid" or id of a code whose begin and end are elements of their own → its kind */
  guint n_elements;
} Reader;

static gboolean
fail (const char *message, GError **error)
{
  g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_CODES, message);
  return FALSE;
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  for (const char *p = escaped; *p != '\0'; p++)
    if (*p == '\r' || *p == '\n' || *p == '\t')
      g_string_append_printf (out, "&#%d;", *p);
    else
      g_string_append_c (out, *p);
}

/* --- codes --- */

/* What an element says of itself. FALSE when that is not enough. */
static gboolean
describe (xmlNode *element, WmdPiece *piece)
{
  g_autofree char *type = wmd_xliff_dup_attribute (element, "ctype");
  g_autofree char *value = wmd_xliff_dup_attribute (element, "equiv-text");
  gsize length = value != NULL ? strlen (value) : 0;

  for (WmdSpanKind kind = 0; kind < WMD_N_SPAN_KINDS; kind++)
    {
      if (g_strcmp0 (wmd_code_names[kind].xliff, type) != 0)
        continue;
      if (kind == WMD_SPAN_FIELD && (length < 3 || value[0] != '{' || value[length - 1] != '}'))
        return FALSE;
      if (kind == WMD_SPAN_LINK && value == NULL)
        return FALSE;
      piece->type = kind == WMD_SPAN_FIELD || kind == WMD_SPAN_NOTE ? WMD_PIECE_OBJECT : WMD_PIECE_START;
      piece->kind = kind;
      piece->value = kind == WMD_SPAN_FIELD  ? g_strndup (value + 1, length - 2)
                     : kind == WMD_SPAN_LINK ? g_strdup (value)
                                             : NULL;
      return TRUE;
    }
  return FALSE;
}

/* What the code of @element is; its value is to be freed. */
static gboolean
resolve (const WmdXliffCodes *codes, xmlNode *element, WmdPiece *piece, GError **error)
{
  g_autofree char *id = wmd_xliff_dup_attribute (element, "id");
  guint64 number;
  const WmdPiece *known = NULL;

  if (!g_ascii_string_to_unsigned (id != NULL ? id : "", 10, 1, G_MAXUINT, &number, NULL))
    number = 0;
  for (guint i = 0; i < G_N_ELEMENTS (codes->known) && known == NULL && number > 0; i++)
    known = codes->known[i] != NULL ? wmd_coded_text_lookup (codes->known[i], (guint) number) : NULL;
  *piece = (WmdPiece){ .code = (guint) number };
  if (known != NULL)
    {
      piece->type = known->type;
      piece->kind = known->kind;
      piece->value = g_strdup (known->value);
      return TRUE;
    }
  if (number > 0 && describe (element, piece))
    return TRUE;
  return fail (_ ("It has a code that the source does not have."), error);
}

static gboolean
append_note (Reader *self, const WmdPiece *piece, GError **error)
{
  g_autofree char *content = self->codes->read_note (self->codes, piece->code, error);

  if (content == NULL)
    return FALSE;
  g_string_append_printf (self->markup, "<note>%s</note>", content);
  return TRUE;
}

static gboolean
append_object (Reader *self, xmlNode *element, GError **error)
{
  WmdPiece piece;
  gboolean done;

  if (!resolve (self->codes, element, &piece, error))
    return FALSE;
  if (piece.type != WMD_PIECE_OBJECT)
    done = fail (_ ("A code that covers text stands alone."), error);
  else if (piece.kind == WMD_SPAN_NOTE)
    done = append_note (self, &piece, error);
  else
    {
      g_string_append_printf (self->markup, "<%s %s=\"", wmd_code_names[piece.kind].element,
                              wmd_code_names[piece.kind].attribute);
      append_escaped (self->markup, piece.value);
      g_string_append (self->markup, "\"/>");
      done = TRUE;
    }
  g_free (piece.value);
  return done;
}

static gboolean
append_begin (Reader *self, xmlNode *element, WmdSpanKind *kind, GError **error)
{
  WmdPiece piece;

  if (!resolve (self->codes, element, &piece, error))
    return FALSE;
  *kind = piece.kind;
  if (piece.type == WMD_PIECE_OBJECT)
    {
      g_free (piece.value);
      return fail (_ ("A footnote or a field covers text."), error);
    }
  g_string_append_printf (self->markup, "<%s", wmd_code_names[piece.kind].element);
  if (wmd_code_names[piece.kind].attribute != NULL)
    {
      g_string_append_printf (self->markup, " %s=\"", wmd_code_names[piece.kind].attribute);
      append_escaped (self->markup, piece.value);
      g_string_append_c (self->markup, '"');
    }
  g_string_append_c (self->markup, '>');
  g_free (piece.value);
  return TRUE;
}

static void
append_end (Reader *self, WmdSpanKind kind)
{
  g_string_append_printf (self->markup, "</%s>", wmd_code_names[kind].element);
}

/* The number that a beginning and an end have in common. */
static char *
dup_pair (xmlNode *element)
{
  char *pair = wmd_xliff_dup_attribute (element, "rid");

  return pair != NULL ? pair : wmd_xliff_dup_attribute (element, "id");
}

/* --- content --- */

static gboolean append_content (Reader *self, xmlNode *element, GError **error);

static gboolean
append_pair (Reader *self, xmlNode *element, GError **error)
{
  WmdSpanKind kind;

  if (!append_begin (self, element, &kind, error) || !append_content (self, element, error))
    return FALSE;
  append_end (self, kind);
  return TRUE;
}

static gboolean
append_open (Reader *self, xmlNode *element, GError **error)
{
  WmdSpanKind kind;
  char *pair = dup_pair (element);

  if (pair == NULL)
    return fail (_ ("A code has no number."), error);
  if (!append_begin (self, element, &kind, error))
    {
      g_free (pair);
      return FALSE;
    }
  g_hash_table_insert (self->begun, pair, GINT_TO_POINTER (kind));
  return TRUE;
}

static gboolean
append_close (Reader *self, xmlNode *element, GError **error)
{
  g_autofree char *pair = dup_pair (element);
  gpointer kind;

  if (pair == NULL || !g_hash_table_lookup_extended (self->begun, pair, NULL, &kind))
    return fail (_ ("A code ends that did not begin."), error);
  append_end (self, (WmdSpanKind) GPOINTER_TO_INT (kind));
  g_hash_table_remove (self->begun, pair);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*append) (Reader *self, xmlNode *element, GError **error);
} elements[] = {
  { "g", append_pair },   { "x", append_object }, { "mrk", append_content }, { "bx", append_open },
  { "ex", append_close }, { "bpt", append_open }, { "ept", append_close },   { "ph", append_object },
};

static gboolean
append_element (Reader *self, xmlNode *element, GError **error)
{
  if (++self->n_elements > MAX_CODES)
    return fail (_ ("It has more codes than any text."), error);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (wmd_xliff_is_element (element, elements[i].name))
      return elements[i].append (self, element, error);
  return fail (_ ("It has an element that is not known in a text."), error);
}

static gboolean
append_content (Reader *self, xmlNode *element, GError **error)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      append_escaped (self->markup, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE && !append_element (self, child, error))
      return FALSE;
  return TRUE;
}

char *
wmd_xliff_read_text (xmlNode *element, const WmdXliffCodes *codes, GError **error)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GHashTable) begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { codes, markup, begun, 0 };
  g_autoptr (WmdInline) content = NULL;

  if (!append_content (&self, element, error))
    return NULL;
  content = wmd_inline_parse (markup->str, NULL);
  if (content == NULL)
    {
      fail (_ ("Its codes do not nest."), error);
      return NULL;
    }
  return g_strdup (wmd_inline_get_markup (content));
}
