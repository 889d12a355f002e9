/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON into the tree of json-glib, whose own parser is lenient in ways that differ between its versions (comments,
 * a second document, repeated members, overflowing numbers), overflows the stack on deep nesting, and takes several
 * times as long. This one recurses at most WMD_JSON_MAX_DEPTH deep and looks at each byte once.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/json-text.h"
#include "store/store.h"

#define MAX_SAFE_INTEGER (G_GUINT64_CONSTANT (1) << 53)

/* An open object or array, and where in it the parser is. */
typedef struct
{
  const char *name; /* of the member; NULL in an array */
  guint index;      /* of the element */
} Level;

typedef struct
{
  const char *start;
  const char *p; /* next byte to look at */
  const char *end;
  GString *text; /* the last string, decoded */
  Level levels[WMD_JSON_MAX_DEPTH];
  guint depth; /* of the levels */
  guint n_values;
  GError **error;
} Parser;

static JsonNode *parse_value (Parser *self);

/* Sets the error, with line and column (in characters) of @where. Returns FALSE, for the callers to return. */
static gboolean
fail_at (Parser *self, const char *where, WmdStoreError code, const char *message)
{
  const char *line = self->start;
  guint n_lines = 1;

  for (const char *p = self->start; p < where; p++)
    if (*p == '\n')
      {
        n_lines++;
        line = p + 1;
      }

  /* Translators: the third is a whole sentence. */
  g_set_error (self->error, WMD_STORE_ERROR, code, _ ("Line %u, column %u: %s"), n_lines,
               (guint) g_utf8_strlen (line, where - line) + 1, message);
  return FALSE;
}

static gboolean
fail (Parser *self, const char *message)
{
  return fail_at (self, self->p, WMD_STORE_ERROR_SYNTAX, message);
}

static void
skip_space (Parser *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t'))
    self->p++;
}

/* Steps over @c when it is next. */
static gboolean
accept (Parser *self, char c)
{
  if (self->p == self->end || *self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

static gboolean
parse_code_unit (Parser *self, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, self->p++)
    {
      if (self->p == self->end || !g_ascii_isxdigit (*self->p))
        return fail (self, _ ("Four hexadecimal digits have to follow \\u."));
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value (*self->p);
    }
  return TRUE;
}

/* What follows "\u": one code unit, or the two of a surrogate pair. */
static gboolean
parse_unicode_escape (Parser *self)
{
  const char *where = self->p - 2;
  gunichar c, low;

  if (!parse_code_unit (self, &c))
    return FALSE;
  if (c == 0)
    return fail_at (self, where, WMD_STORE_ERROR_ENCODING, _ ("The character U+0000 is not allowed."));
  if (c >= 0xd800 && c <= 0xdbff && self->end - self->p >= 2 && self->p[0] == '\\' && self->p[1] == 'u')
    {
      self->p += 2;
      if (!parse_code_unit (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  if (c >= 0xd800 && c <= 0xdfff)
    return fail_at (self, where, WMD_STORE_ERROR_ENCODING, _ ("Half of a surrogate pair is not a character."));
  g_string_append_unichar (self->text, c);
  return TRUE;
}

static gboolean
parse_escape (Parser *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (accept (self, 'u'))
    return parse_unicode_escape (self);
  found = self->p < self->end && *self->p != '\0' ? strchr (letters, *self->p) : NULL;
  if (found == NULL)
    return fail (self, _ ("This is not an escape that JSON knows."));
  g_string_append_c (self->text, characters[found - letters]);
  self->p++;
  return TRUE;
}

static gboolean
parse_string (Parser *self)
{
  g_string_truncate (self->text, 0);
  if (!accept (self, '"'))
    return fail (self, _ ("A string in double quotation marks is missing."));
  for (;;)
    {
      const char *run = self->p;

      while (self->p < self->end && (guchar) *self->p >= ' ' && *self->p != '"' && *self->p != '\\')
        self->p++;
      g_string_append_len (self->text, run, self->p - run);
      if (accept (self, '"'))
        return TRUE;
      if (self->p == self->end)
        return fail (self, _ ("The file ends inside a string."));
      if (!accept (self, '\\'))
        return fail (self, _ ("A control character inside a string has to be escaped."));
      if (!parse_escape (self))
        return FALSE;
    }
}

static gboolean
skip_digits (Parser *self)
{
  if (self->p == self->end || !g_ascii_isdigit (*self->p))
    return fail (self, _ ("A digit is missing."));
  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  return TRUE;
}

/* Steps over a number. @integer (out): whether it has neither fraction nor exponent. */
static gboolean
skip_number (Parser *self, gboolean *integer)
{
  *integer = TRUE;
  accept (self, '-');
  if (accept (self, '0'))
    {
      if (self->p < self->end && g_ascii_isdigit (*self->p))
        return fail (self, _ ("A number does not begin with a zero."));
    }
  else if (!skip_digits (self))
    return FALSE;
  if (accept (self, '.'))
    {
      *integer = FALSE;
      if (!skip_digits (self))
        return FALSE;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      *integer = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      return skip_digits (self);
    }
  return TRUE;
}

static JsonNode *
parse_number (Parser *self)
{
  const char *start = self->p;
  g_autofree char *number = NULL; /* a copy, since the text need not end with NUL */
  gboolean integer, fits;
  double fraction;

  if (!skip_number (self, &integer))
    return NULL;
  number = g_strndup (start, self->p - start);
  fraction = integer ? 0 : g_ascii_strtod (number, NULL);
  fits = integer ? g_ascii_strtoull (*number == '-' ? number + 1 : number, NULL, 10) <= MAX_SAFE_INTEGER
                 : ABS (fraction) <= G_MAXDOUBLE;
  if (!fits)
    {
      fail_at (self, start, WMD_STORE_ERROR_SYNTAX, _ ("The number is too large."));
      return NULL;
    }
  return integer ? json_node_init_int (json_node_alloc (), g_ascii_strtoll (number, NULL, 10))
                 : json_node_init_double (json_node_alloc (), fraction);
}

static gboolean
accept_word (Parser *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return FALSE;
  self->p += length;
  return TRUE;
}

static JsonNode *
parse_scalar (Parser *self)
{
  if (*self->p == '"')
    return parse_string (self) ? json_node_init_string (json_node_alloc (), self->text->str) : NULL;
  if (*self->p == '-' || g_ascii_isdigit (*self->p))
    return parse_number (self);
  if (accept_word (self, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (accept_word (self, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (accept_word (self, "null"))
    return json_node_init_null (json_node_alloc ());
  fail (self, _ ("This is not a JSON value."));
  return NULL;
}

static gboolean
parse_elements (Parser *self, Level *level, JsonArray *array)
{
  do
    {
      JsonNode *element = parse_value (self);

      if (element == NULL)
        return FALSE;
      json_array_add_element (array, element);
      level->index++;
    }
  while (accept (self, ','));
  return accept (self, ']') || fail (self, _ ("A comma or a closing square bracket is missing."));
}

/* Fails for the member that the parser is in. */
static gboolean
fail_repeated (Parser *self, const char *where)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < self->depth; i++)
    if (self->levels[i].name != NULL)
      g_string_append_printf (path, path->len > 0 ? ".%s" : "%s", self->levels[i].name);
    else
      g_string_append_printf (path, "[%u]", self->levels[i].index);
  message = g_strdup_printf (_ ("“%s” is given twice."), path->str);
  return fail_at (self, where, WMD_STORE_ERROR_SYNTAX, message);
}

/* A member's name and the colon. @name (out) (transfer full) */
static gboolean
parse_name (Parser *self, Level *level, JsonObject *object, char **name)
{
  const char *where;

  skip_space (self);
  where = self->p;
  if (!parse_string (self))
    return FALSE;
  level->name = *name = g_strndup (self->text->str, self->text->len);
  if (json_object_has_member (object, *name))
    return fail_repeated (self, where);
  skip_space (self);
  return accept (self, ':') || fail (self, _ ("A colon is missing after the name of a member."));
}

static gboolean
parse_members (Parser *self, Level *level, JsonObject *object)
{
  do
    {
      g_autofree char *name = NULL;
      JsonNode *value = parse_name (self, level, object, &name) ? parse_value (self) : NULL;

      if (value == NULL)
        return FALSE;
      json_object_set_member (object, name, value);
    }
  while (accept (self, ','));
  return accept (self, '}') || fail (self, _ ("A comma or a closing brace is missing."));
}

static JsonNode *
parse_object (Parser *self, Level *level)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (!accept (self, '}') && !parse_members (self, level, object))
    return NULL;
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
parse_array (Parser *self, Level *level)
{
  g_autoptr (JsonArray) array = json_array_new ();

  if (!accept (self, ']') && !parse_elements (self, level, array))
    return NULL;
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
parse_container (Parser *self)
{
  Level *level = &self->levels[self->depth];
  gboolean is_object = *self->p == '{';
  JsonNode *node;

  if (self->depth == WMD_JSON_MAX_DEPTH)
    {
      fail (self, _ ("The file is nested too deeply."));
      return NULL;
    }
  *level = (Level){ NULL, 0 };
  self->depth++;
  self->p++;
  skip_space (self);
  node = is_object ? parse_object (self, level) : parse_array (self, level);
  self->depth--;
  return node;
}

/* A value with the space round it. (transfer full), NULL on error */
static JsonNode *
parse_value (Parser *self)
{
  JsonNode *node = NULL;

  skip_space (self);
  if (self->p == self->end)
    fail (self, _ ("The file ends where a value is missing."));
  else if (++self->n_values > WMD_JSON_MAX_VALUES)
    fail_at (self, self->p, WMD_STORE_ERROR_TOO_LARGE, _ ("The file holds too many values."));
  else
    node = *self->p == '{' || *self->p == '[' ? parse_container (self) : parse_scalar (self);
  skip_space (self);
  return node;
}

/* Checks what is true of a text as a whole. */
static gboolean
check_text (Parser *self)
{
  gsize length = self->end - self->start;
  const char *bad;

  if (length > WMD_JSON_MAX_BYTES)
    {
      g_set_error (self->error, WMD_STORE_ERROR, WMD_STORE_ERROR_TOO_LARGE, _ ("The file is larger than %d MiB."),
                   WMD_JSON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (length >= 3 && memcmp (self->start, "\357\273\277", 3) == 0)
    return fail_at (self, self->start, WMD_STORE_ERROR_ENCODING, _ ("The file begins with a byte order mark."));
  if (!g_utf8_validate_len (self->start, length, &bad))
    return fail_at (self, bad, WMD_STORE_ERROR_ENCODING,
                    *bad == '\0' ? _ ("The character U+0000 is not allowed.") : _ ("The text is not UTF-8."));
  return TRUE;
}

JsonNode *
wmd_json_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) root = NULL;
  Parser self = { .start = data, .p = data, .end = data + length, .text = text, .error = error };

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (!check_text (&self))
    return NULL;
  root = parse_value (&self);
  if (root != NULL && self.p < self.end)
    {
      fail (&self, _ ("Something follows the end of the document."));
      return NULL;
    }
  return g_steal_pointer (&root);
}
