/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/docx-fields.h"

#include <string.h>

#include "exchange/docx-private.h"

#define MAX_FIELDS 64 /* in fields; no document has more than a few */

typedef struct
{
  GString *code;
  gboolean is_result; /* the code is over */
  gboolean is_contents;
  const char *link; /* of the builder; NULL */
} Field;

struct _WmdDocxFields
{
  GArray *fields; /* (element-type Field), the outermost first */
};

static void
clear_field (gpointer data)
{
  g_string_free (((Field *) data)->code, TRUE);
}

WmdDocxFields *
wmd_docx_fields_new (void)
{
  WmdDocxFields *self = g_new0 (WmdDocxFields, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->fields, clear_field);
  return self;
}

void
wmd_docx_fields_free (WmdDocxFields *self)
{
  g_array_unref (self->fields);
  g_free (self);
}

/* NULL when none is open. */
static Field *
get_last (const WmdDocxFields *self)
{
  return self->fields->len > 0 ? &g_array_index (self->fields, Field, self->fields->len - 1) : NULL;
}

/* Is @code that of a field of that type? */
static gboolean
is_type (const char *code, const char *type)
{
  const gsize length = strlen (type);

  while (g_ascii_isspace (*code))
    code++;
  return g_ascii_strncasecmp (code, type, length) == 0 && !g_ascii_isalnum (code[length]);
}

char *
wmd_docx_dup_field_link (const char *code)
{
  static const char hyperlink[] = "HYPERLINK";
  const char *start = is_type (code, hyperlink) ? strchr (code, '"') : NULL;
  const char *end = start != NULL ? strchr (start + 1, '"') : NULL;

  /* A switch before it says that what follows is a place in the document. */
  return end != NULL && memchr (code, '\\', (size_t) (start - code)) == NULL
             ? g_strndup (start + 1, (gsize) (end - start - 1))
             : NULL;
}

static void
begin_result (Field *field, WmdPassageBuilder *builder)
{
  g_autofree char *link = wmd_docx_dup_field_link (field->code->str);

  field->is_result = TRUE;
  field->is_contents = is_type (field->code->str, "TOC");
  field->link = wmd_passage_builder_keep_link (builder, link);
}

void
wmd_docx_fields_step (WmdDocxFields *self, const xmlNode *node, WmdPassageBuilder *builder)
{
  g_autofree char *type = wmd_input_dup_attribute (node, "fldCharType");
  Field *last = get_last (self);

  if (g_strcmp0 (type, "begin") == 0 && self->fields->len < MAX_FIELDS)
    g_array_append_vals (self->fields, &(Field){ .code = g_string_new (NULL) }, 1);
  else if (g_strcmp0 (type, "separate") == 0 && last != NULL)
    begin_result (last, builder);
  else if (g_strcmp0 (type, "end") == 0 && last != NULL)
    g_array_set_size (self->fields, self->fields->len - 1);
}

void
wmd_docx_fields_add_code (WmdDocxFields *self, const char *code)
{
  Field *last = get_last (self);

  if (last != NULL && !last->is_result)
    g_string_append (last->code, code);
}

void
wmd_docx_fields_end_paragraph (WmdDocxFields *self)
{
  while (self->fields->len > 0 && !get_last (self)->is_result)
    g_array_set_size (self->fields, self->fields->len - 1);
}

gboolean
wmd_docx_fields_is_code (const WmdDocxFields *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!g_array_index (self->fields, Field, i).is_result)
      return TRUE;
  return FALSE;
}

gboolean
wmd_docx_fields_is_contents (const WmdDocxFields *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, Field, i).is_contents)
      return TRUE;
  return FALSE;
}

const char *
wmd_docx_fields_get_link (const WmdDocxFields *self)
{
  for (guint i = self->fields->len; i > 0; i--)
    if (g_array_index (self->fields, Field, i - 1).link != NULL)
      return g_array_index (self->fields, Field, i - 1).link;
  return NULL;
}
